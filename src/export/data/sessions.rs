//! `sessions.csv`: one row an interview.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, time, whole, words};
use crate::file::csv::Cell;
use crate::study::session::Session;
use crate::study::word::{SessionState, Step};
use crate::study::{clock, visits};
use std::collections::BTreeSet;

const STATES: &[&str] = &[
    SessionState::Planned.as_str(),
    SessionState::Running.as_str(),
    SessionState::Done.as_str(),
    SessionState::Cancelled.as_str(),
    SessionState::NoShow.as_str(),
    SessionState::Refused.as_str(),
];

pub(super) fn write(material: &Material) -> Sheet {
    let sessions = &material.study.records.sessions;
    let debrief: BTreeSet<&str> = material
        .interviews()
        .filter_map(|interview| sessions.get(interview.id))
        .flat_map(|session| session.debrief.keys())
        .map(String::as_str)
        .collect();
    let mut columns = vec![
        field("interview", Kind::Text),
        field("state", Kind::Words(STATES)),
    ];
    columns.extend(fields(
        Kind::Time,
        &["planned_at", "started_at", "ended_at"],
    ));
    columns.extend(fields(Kind::Text, &["zone", "mode", "interviewer"]));
    columns.extend(fields(
        Kind::Integer,
        &["guide_version", "minutes", "planned_minutes"],
    ));
    columns.push(field("reason", Kind::Text));
    columns.push(field("anchor_ms", Kind::Integer));
    columns.push(field("pauses", Kind::Text));
    let steps: Vec<&str> = Step::ALL
        .iter()
        .map(|step| step.as_str())
        .filter(|step| {
            let mut held = material.interviews().filter_map(|one| sessions.get(one.id));
            held.any(|session| session.spent.contains_key(*step))
        })
        .collect();
    columns.extend(
        steps
            .iter()
            .map(|step| field(&format!("spent_{step}"), Kind::Integer)),
    );
    let any = |held: &dyn Fn(&Session) -> bool| {
        let mut all = material.interviews().filter_map(|one| sessions.get(one.id));
        all.any(held)
    };
    let visited = any(&|session| !session.visits.is_empty());
    let carded = any(&|session| !session.scenario_order.is_empty());
    let recorded = !material.options.shared && any(&|session| !session.recording.is_empty());
    if recorded {
        columns.push(field("recording", Kind::Text));
    }
    if visited {
        columns.push(field("visits", Kind::Text));
    }
    if carded {
        columns.push(field("scenario_order", Kind::Text));
    }
    columns.extend(
        debrief
            .iter()
            .map(|key| field(&format!("debrief_{key}"), Kind::Text)),
    );
    let mut sheet = SheetWriter::new(material.options.profile, "sessions.csv", columns);
    for interview in material.interviews() {
        let Some(session) = sessions.get(interview.id) else {
            continue;
        };
        let mut row = vec![
            words(interview.key),
            words(session.state.as_str()),
            time(session.planned_at),
            time(session.started_at),
            time(session.ended_at),
            words(&session.zone),
            words(&session.mode),
            words(material.interviewer(interview, &session.interviewer)),
            whole(session.guide_version),
            whole(session.minutes),
            whole(session.planned_minutes),
            // a reason may repeat what somebody said
            words(if material.is_wordless(interview) {
                ""
            } else {
                &session.reason
            }),
            whole(session.anchor_ms),
            Cell::text(clock::pauses_text(session)),
        ];
        row.extend(
            steps
                .iter()
                .map(|step| whole(session.spent.get(*step).copied())),
        );
        if recorded {
            row.push(words(&session.recording));
        }
        if visited {
            row.push(Cell::text(visits::to_text(&session.visits)));
        }
        if carded {
            row.push(Cell::text(cards(material, session)));
        }
        row.extend(debrief.iter().map(|key| {
            // what was written of a no-quote interview may quote it
            match session.debrief.get(*key) {
                Some(text) if !material.is_wordless(interview) => words(text),
                _ => words(""),
            }
        }));
        sheet.row(&row);
    }
    sheet.finish(&["interview"], Vec::new())
}

/// The order in which the scenario cards were shown, by their keys.
fn cards(material: &Material, session: &Session) -> String {
    let keys: Vec<String> = session
        .scenario_order
        .iter()
        .filter_map(|id| {
            let scenario = material.study.records.scenarios.get(id)?;
            Some(visits::guarded(
                material.counted.keys.scenario(id, scenario),
            ))
        })
        .collect();
    keys.join(";")
}
