//! `hours`: time agreed on and time taken, by step of the work, interview, organisation and person; in minutes and days.
//!
//! The call is measured by its clock where nobody typed another number; what the other steps took is typed.

use super::ask::Ask;
use super::mask::{Down, Lines, Shape};
use super::people::{Interview, People, Person};
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::Study;
use crate::study::id::SessionId;
use crate::study::session::Session;
use crate::study::word::{Consent, SessionState, Step};
use std::collections::{BTreeMap, BTreeSet};

/// Where a number of minutes comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Source {
    /// Somebody typed it.
    pub typed: bool,
    /// The clock of a call measured it.
    pub measured: bool,
}

impl Source {
    const TYPED: Self = Self {
        typed: true,
        measured: false,
    };
    const MEASURED: Self = Self {
        typed: false,
        measured: true,
    };

    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match (self.typed, self.measured) {
            (true, true) => "typed+measured",
            (true, false) => "typed",
            (false, true) => "measured",
            (false, false) => "",
        }
    }
}

/// Minutes of one step of an interview, and where they come from; `None` where nothing is known.
pub fn taken(session: &Session, step: Step) -> Option<(u32, Source)> {
    if let Some(minutes) = session.spent.get(step.as_str()) {
        return Some((*minutes, Source::TYPED));
    }
    if step != Step::Call || session.state != SessionState::Done {
        return None;
    }
    let clock = session.started_at.zip(session.ended_at);
    match (session.minutes, clock) {
        (Some(minutes), Some(_)) => Some((minutes, Source::MEASURED)),
        (Some(minutes), None) => Some((minutes, Source::TYPED)),
        (None, Some((start, end))) => {
            let seconds = (end - start).as_secs_f64();
            let minutes = (seconds / 60.0).round();
            (minutes >= 0.0).then_some((minutes as u32, Source::MEASURED))
        }
        (None, None) => None,
    }
}

/// Minutes of the call that were agreed on: as typed, else the length of an interview still to be held, else those of
/// the guide for the first person's role.
pub fn planned(
    study: &Study,
    guide: Option<&crate::study::guide::Plan>,
    id: &crate::study::id::SessionId,
    session: &Session,
) -> Option<u32> {
    let held = session.state == SessionState::Done;
    let own = session
        .planned_minutes
        .or(session.minutes.filter(|_| !held));
    own.or_else(|| {
        let people = study.participants_of(id);
        let role = people
            .iter()
            .find(|(_, person)| person.role != crate::study::people::INTERVIEWER)
            .map_or("", |(_, person)| person.role.as_str());
        let minutes = guide?.minutes_for(role).round();
        (minutes >= 1.0).then_some(minutes as u32)
    })
}

/// A sum of minutes over interviews.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    interviews: usize,
    planned: Option<u32>,
    taken: Option<u32>,
    source: Source,
}

impl Sum {
    fn add(&mut self, planned: Option<u32>, taken: Option<(u32, Source)>) {
        if planned.is_none() && taken.is_none() {
            return;
        }
        self.interviews += 1;
        let plus = |sum: &mut Option<u32>, n: u32| *sum = Some(sum.unwrap_or(0).saturating_add(n));
        if let Some(minutes) = planned {
            plus(&mut self.planned, minutes);
        }
        if let Some((minutes, source)) = taken {
            plus(&mut self.taken, minutes);
            self.source.typed |= source.typed;
            self.source.measured |= source.measured;
        }
    }

    fn row(&self, of: &str, key: &str, step: &str, day: u32) -> Row {
        let days = |minutes: Option<u32>| {
            let days = minutes.map(|n| f64::from(n) / f64::from(day));
            Cell::maybe_number(days.map(|n| (n * 100.0).round() / 100.0))
        };
        let minutes = |n: Option<u32>| Cell::maybe_count(n.map(|n| n as usize));
        Row {
            cells: vec![
                Cell::text(of),
                Cell::text(key),
                Cell::text(step),
                Cell::count(self.interviews),
                minutes(self.planned),
                minutes(self.taken),
                days(self.planned),
                days(self.taken),
                Cell::text(self.source.as_str()),
            ],
            passages: Vec::new(),
        }
    }
}

/// The call of one interview.
struct Call<'r, 'a> {
    interview: &'r Interview<'a>,
    session: &'r Session,
    planned: Option<u32>,
    taken: Option<(u32, Source)>,
}

/// What its figures stand for: others see the time by step, never that of an interview, a person or an organisation.
pub const SHAPE: Shape = Shape {
    lines: Lines::Only("of", "step", "n_interviews"),
    counts: &["n_interviews"],
    follows: &[
        ("minutes_planned", &["n_interviews"]),
        ("minutes", &["n_interviews"]),
        ("days_planned", &["n_interviews"]),
        ("days", &["n_interviews"]),
        ("source", &["n_interviews"]),
    ],
    down: Some((steps, &["n_interviews"])),
    ..Shape::NONE
};

/// The steps of the work, which add up to all of it.
fn steps(table: &Table) -> Vec<Down> {
    let is_step = |row: &usize| matches!(table.cell(*row, "step"), Some(Cell::Text(_)));
    let (parts, totals): (Vec<usize>, Vec<usize>) = (0..table.rows.len()).partition(is_step);
    vec![Down {
        total: totals.first().copied(),
        parts,
    }]
}

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let study = ask.counted.study;
    let guide = study.guide();
    let calls: Vec<Call> = ask
        .counted
        .people
        .interviews
        .iter()
        .filter(|interview| {
            interview.consent != Consent::Withdrawn && ask.allows_interview(interview)
        })
        .filter_map(|interview| {
            let session = study.records.sessions.get(interview.id)?;
            let wanted = !matches!(
                session.state,
                SessionState::Refused | SessionState::Cancelled
            );
            Some(Call {
                interview,
                session,
                planned: planned(study, guide.as_ref(), interview.id, session).filter(|_| wanted),
                taken: taken(session, Step::Call),
            })
        })
        .collect();
    let day = study.settings().day();
    let mut rows = by_step(&calls, day);
    for call in &calls {
        for step in Step::ALL {
            let sum = of_step(std::iter::once(call), *step);
            if sum.interviews > 0 {
                rows.push(sum.row("interview", call.interview.key, step.as_str(), day));
            }
        }
    }
    let interviewers = calls
        .iter()
        .map(|call| (call.session.interviewer.clone(), call));
    rows.extend(by_key("interviewer", interviewers, day));
    let persons = || {
        calls
            .iter()
            .flat_map(|call| heard(call).map(move |p| (p, call)))
    };
    let organisation = |person: &Person| {
        let at = person.organisation?;
        Some(ask.counted.people.organisations.get(at)?.1.key.clone())
    };
    let of_organisations = persons().map(|(p, call)| (organisation(p).unwrap_or_default(), call));
    rows.extend(by_key("organisation", of_organisations, day));
    let of_persons = persons().map(|(p, call)| {
        let own = &p.record.key;
        let key = if own.is_empty() {
            call.interview.key
        } else {
            own
        };
        (key.to_owned(), call)
    });
    rows.extend(by_key("person", of_persons, day));
    let columns = vec![
        Column::text("of").called("analysis-hours-of", OF),
        Column::text("key").described("analysis-column-key-hours"),
        Column::text("step").called("analysis-hours-step", Step::ALL.iter().map(|s| s.as_str())),
        Column::count("n_interviews", "interviews").described("analysis-column-n-interviews-hours"),
        Column::count("minutes_planned", "minutes"),
        Column::count("minutes", "minutes"),
        Column::number("days_planned", "days"),
        Column::number("days", "days"),
        Column::text("source").called(
            "analysis-hours-source",
            ["typed", "measured", "typed+measured"],
        ),
    ];
    let hours = f64::from(day) / 60.0;
    ask.table(
        message!("analysis-rule-hours", hours = hours),
        columns,
        rows,
    )
}

/// What the lines of the table are of.
const OF: [&str; 5] = ["step", "interview", "interviewer", "organisation", "person"];

/// The interviews behind each row of the table: those with time in the step, of the interviewer, the organisation or the
/// person.
pub fn behind(table: &Table, study: &Study, people: &People) -> Vec<Vec<SessionId>> {
    let text = |row: usize, key: &str| match table.cell(row, key) {
        Some(Cell::Text(text)) => text.as_str(),
        _ => "",
    };
    // An interview with time in a step has a row of its own for it.
    let known: BTreeSet<(&str, &str)> = (0..table.rows.len())
        .filter(|row| text(*row, "of") == "interview")
        .map(|row| (text(row, "key"), text(row, "step")))
        .collect();
    let of_row = |row: usize| {
        let (of, key, step) = (text(row, "of"), text(row, "key"), text(row, "step"));
        let is = |interview: &&Interview| {
            let timed = known
                .iter()
                .any(|(own, s)| *own == interview.key && (step.is_empty() || *s == step));
            let mut heard = interview.people.iter().filter(|person| person.counts());
            timed
                && match of {
                    "interview" => interview.key == key,
                    "interviewer" => {
                        let session = study.records.sessions.get(interview.id);
                        key.is_empty() || session.is_some_and(|own| own.interviewer == key)
                    }
                    "organisation" => heard.any(|person| {
                        let own = person
                            .organisation
                            .and_then(|at| people.organisations.get(at));
                        key.is_empty() || own.is_some_and(|(_, own)| own.key == key)
                    }),
                    "person" => heard.any(|person| {
                        let own = &person.record.key;
                        let own = if own.is_empty() { interview.key } else { own };
                        key.is_empty() || own == key
                    }),
                    _ => true,
                }
        };
        let own = people.interviews.iter().filter(is);
        own.map(|interview| interview.id.clone()).collect()
    };
    (0..table.rows.len()).map(of_row).collect()
}

/// Those whose time an interview takes: everybody asked who did not withdraw.
fn heard<'r, 'a>(call: &Call<'r, 'a>) -> impl Iterator<Item = &'r Person<'a>> + use<'r, 'a> {
    call.interview
        .people
        .iter()
        .filter(|person| person.counts())
}

fn of_step<'c, 'r: 'c, 'a: 'r>(calls: impl Iterator<Item = &'c Call<'r, 'a>>, step: Step) -> Sum {
    let mut sum = Sum::default();
    for call in calls {
        match step {
            Step::Call => sum.add(call.planned, call.taken),
            _ => sum.add(None, taken(call.session, step)),
        }
    }
    sum
}

/// The team's time by step, then all of it.
fn by_step(calls: &[Call], day: u32) -> Vec<Row> {
    let mut whole = Sum::default();
    let mut rows = Vec::new();
    for step in Step::ALL {
        let sum = of_step(calls.iter(), *step);
        whole.planned = whole.planned.or(sum.planned);
        whole.taken = match (whole.taken, sum.taken) {
            (Some(a), Some(b)) => Some(a.saturating_add(b)),
            (a, b) => a.or(b),
        };
        whole.source.typed |= sum.source.typed;
        whole.source.measured |= sum.source.measured;
        rows.push(sum.row("step", "", step.as_str(), day));
    }
    whole.interviews = calls
        .iter()
        .filter(|call| {
            Step::ALL
                .iter()
                .any(|step| of_step(std::iter::once(*call), *step).interviews > 0)
        })
        .count();
    rows.push(whole.row("step", "", "", day));
    rows
}

/// The time of calls by a key, then of all; those without a key are only in the last.
fn by_key<'c, 'r: 'c, 'a: 'r>(
    of: &str,
    calls: impl Iterator<Item = (String, &'c Call<'r, 'a>)>,
    day: u32,
) -> Vec<Row> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    let mut whole = Sum::default();
    for (key, call) in calls {
        whole.add(call.planned, call.taken);
        if !key.is_empty() {
            sums.entry(key).or_default().add(call.planned, call.taken);
        }
    }
    let step = Step::Call.as_str();
    let mut rows: Vec<Row> = sums
        .iter()
        .filter(|(_, sum)| sum.interviews > 0)
        .map(|(key, sum)| sum.row(of, key, step, day))
        .collect();
    if !rows.is_empty() {
        rows.push(whole.row(of, "", step, day));
    }
    rows
}
