//! `sessions.csv`: one row an interview, upserted by key.

use super::context::Context;
use super::keys::{Scenarios, Sessions};
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::id::{ScenarioId, SessionId};
use crate::study::word::{SessionState, Step};
use crate::study::{clock, visits};

const DEBRIEF: &str = "debrief_";
const SPENT: &str = "spent_";

struct Columns {
    interview: Column,
    state: Column,
    planned_at: Column,
    started_at: Column,
    ended_at: Column,
    zone: Column,
    mode: Column,
    interviewer: Column,
    guide_version: Column,
    minutes: Column,
    planned_minutes: Column,
    reason: Column,
    anchor_ms: Column,
    recording: Column,
    pauses: Column,
    visits: Column,
    scenario_order: Column,
    debrief: Vec<(String, Column)>,
    spent: Vec<(Step, Column)>,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let interview = table.required(&["interview"], report);
    let state = table.required(&["state"], report);
    let (Some(interview), Some(state)) = (interview, state) else {
        return Vec::new();
    };
    let debrief = |name: &String| {
        Some((
            name.strip_prefix(DEBRIEF)?.to_owned(),
            table.column(&[name]),
        ))
    };
    let step = |name: &str| Step::parse(name.strip_prefix(SPENT)?);
    let columns = Columns {
        interview,
        state,
        planned_at: table.column(&["planned_at"]),
        started_at: table.column(&["started_at"]),
        ended_at: table.column(&["ended_at"]),
        zone: table.column(&["zone"]),
        mode: table.column(&["mode"]),
        interviewer: table.column(&["interviewer"]),
        guide_version: table.column(&["guide_version"]),
        minutes: table.column(&["minutes"]),
        planned_minutes: table.column(&["planned_minutes"]),
        reason: table.column(&["reason"]),
        anchor_ms: table.column(&["anchor_ms"]),
        recording: table.column(&["recording"]),
        pauses: table.column(&["pauses"]),
        visits: table.column(&["visits"]),
        scenario_order: table.column(&["scenario_order"]),
        debrief: table.sheet.columns.iter().filter_map(debrief).collect(),
        spent: table
            .sheet
            .columns
            .iter()
            .filter_map(|name| Some((step(name)?, table.column(&[name]))))
            .collect(),
    };
    let known = [
        "interview",
        "state",
        "planned_at",
        "started_at",
        "ended_at",
        "zone",
        "mode",
        "interviewer",
        "guide_version",
        "minutes",
        "planned_minutes",
        "reason",
        "anchor_ms",
        "recording",
        "pauses",
        "visits",
        "scenario_order",
    ];
    table.warn_unknown(
        |name| known.contains(&name) || name.starts_with(DEBRIEF) || step(name).is_some(),
        report,
    );
    let mut sessions = Sessions::of(context.study);
    let scenarios = Scenarios::of(context.study);
    for row in table.rows() {
        match fill(table, &columns, row, context, (&mut sessions, &scenarios)) {
            Ok((id, stated)) => {
                counted.withdrawn += usize::from(sessions.is_withdrawn(&id));
                if stated {
                    report.stated.insert(id);
                }
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    let done = sessions.edits.finish();
    done.count(counted.rows, counted);
    done.changes
}

/// Reads a row; which interview it is about, and whether it states where that one stands.
fn fill(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    context: &mut Context<'_>,
    (sessions, scenarios): (&mut Sessions<'_>, &Scenarios),
) -> Cell<(SessionId, bool)> {
    let key = table.must(row, &columns.interview)?;
    let state = table.word(
        row,
        &columns.state,
        SessionState::parse,
        SessionState::ALL,
        SessionState::as_str,
    )?;
    let id = match (sessions.find(&key), state) {
        (Some(id), _) => id.clone(),
        (None, Some(state)) => sessions.meet(&key, state, context.mint),
        (None, None) => {
            let words = SessionState::ALL.iter().map(|state| state.as_str());
            return Err(table.bad(row, &columns.state, super::table::one_of(words)));
        }
    };
    let planned_at = table.time(row, &columns.planned_at)?;
    let started_at = table.time(row, &columns.started_at)?;
    let ended_at = table.time(row, &columns.ended_at)?;
    if let (Some(start), Some(end)) = (started_at, ended_at)
        && end < start
    {
        return Err(table.bad(
            row,
            &columns.ended_at,
            message!("import-expected-later", than = start.to_string()),
        ));
    }
    let zone = table.parsed(
        row,
        &columns.zone,
        |text| jiff::tz::TimeZone::get(text).ok().map(|_| text.to_owned()),
        || message!("import-expected-zone"),
    )?;
    let guide_version = table.whole(row, &columns.guide_version)?;
    let read_minutes = |column: &Column| -> Cell<Option<u32>> {
        table.parsed(
            row,
            column,
            |text| {
                let n = text.replace(',', ".").parse::<f64>().ok()?;
                (0.0..=100_000.0).contains(&n).then_some(n.round() as u32)
            },
            || message!("import-expected-minutes"),
        )
    };
    let minutes = read_minutes(&columns.minutes)?;
    let planned_minutes = read_minutes(&columns.planned_minutes)?;
    let mut spent = Vec::new();
    for (step, column) in &columns.spent {
        if let Some(minutes) = read_minutes(column)? {
            spent.push((step.as_str().to_owned(), minutes));
        }
    }
    let anchor_ms = table.whole(row, &columns.anchor_ms)?;
    let pauses = table.parsed(row, &columns.pauses, clock::parse_pauses, || {
        message!("import-expected-pauses")
    })?;
    let visits = table.parsed(row, &columns.visits, visits::parse, || {
        message!("import-expected-visits")
    })?;
    let cards = cards(table, columns, row, scenarios)?;
    let session = sessions.edits.edit(&id);
    session.visits.extend(visits.into_iter().flatten());
    if !cards.is_empty() {
        session.scenario_order = cards;
    }
    session.anchor_ms = anchor_ms.or(session.anchor_ms);
    session.pauses.extend(pauses.into_iter().flatten());
    if let Some(state) = state {
        session.state = state;
    }
    session.planned_at = planned_at.or(session.planned_at);
    session.started_at = started_at.or(session.started_at);
    session.ended_at = ended_at.or(session.ended_at);
    session.guide_version = guide_version.or(session.guide_version);
    session.minutes = minutes.or(session.minutes);
    session.planned_minutes = planned_minutes.or(session.planned_minutes);
    session.spent.extend(spent);
    if let Some(zone) = zone {
        session.zone = zone;
    }
    for (column, field) in [
        (&columns.mode, &mut session.mode),
        (&columns.interviewer, &mut session.interviewer),
        (&columns.recording, &mut session.recording),
    ] {
        let words = table.line(row, column);
        if !words.is_empty() {
            *field = words.into_owned();
        }
    }
    for (key, column) in &columns.debrief {
        if let Some(words) = table.words(row, column) {
            session.debrief.insert(super::clean_key(key), words);
        }
    }
    if let Some(words) = table.words(row, &columns.reason) {
        session.reason = words;
    }
    Ok((id, state.is_some()))
}

/// The order in which the scenario cards were shown; empty where it is not said.
fn cards(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    scenarios: &Scenarios,
) -> Cell<Vec<ScenarioId>> {
    let column = &columns.scenario_order;
    let mut order = Vec::new();
    for part in visits::listed(&table.line(row, column)) {
        let id = scenarios.find(table, row, column, &visits::unguarded(part))?;
        if !order.contains(&id) {
            order.push(id);
        }
    }
    Ok(order)
}
