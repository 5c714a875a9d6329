//! The interview under the cursor: who spoke, what they allow, what there is of it.

use super::{consent, stand};
use crate::analysis::hours;
use crate::app::App;
use crate::app::place::board::Row;
use crate::study::hidden::LEFT_OUT;
use crate::study::id::AttributeId;
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::session::Session;
use crate::study::settings::AttributeData;
use crate::study::word::{AnswerState, AttributeOf, Consent, SessionState, Step};
use crate::study::{Hidden, Study, debrief, label};
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use std::collections::BTreeMap;

/// Draws the pane of one interview.
pub(super) fn draw(app: &App, study: &Study, row: &Row, pen: &mut Pen<'_>) {
    let Some(session) = study.records.sessions.get(&row.id) else {
        return;
    };
    let x = pen.text(1, 0, &row.key, Role::Strong);
    let (words, role) = consent(app, row.consent);
    pen.text(x + 2, 0, &words, role);
    if row.consent == Consent::Withdrawn {
        pen.paragraph(1, 2, &app.words.get("tui-pane-withdrawn"), Role::Text);
        return;
    }
    let (words, role) = stand(app, row.stand);
    let mut y = 1;
    let x = pen.text(1, y, &words, role);
    let mut more = Vec::new();
    if let Some(minutes) = row.minutes {
        more.push(t!(app.words, "tui-pane-minutes", n = minutes));
    }
    if !session.mode.is_empty() {
        more.push(session.mode.clone());
    }
    pen.text(x + 2, y, &more.join(" · "), Role::Dim);
    y += 1;
    for (key, at) in [
        ("tui-pane-planned", session.planned_at),
        ("tui-pane-started", session.started_at),
    ] {
        if let Some(at) = at {
            let zone = jiff::tz::TimeZone::get(&session.zone)
                .unwrap_or_else(|_| jiff::tz::TimeZone::system());
            let when = at
                .to_zoned_datetime(zone)
                .strftime("%Y-%m-%d %H:%M")
                .to_string();
            y = pair(pen, y, &app.words.get(key), &when);
        }
    }
    if !session.interviewer.is_empty() {
        y = pair(
            pen,
            y,
            &app.words.get("app-session-interviewer"),
            &session.interviewer,
        );
    }
    if let Some(read) = row.read {
        let read = match read.turn {
            Some(turn) => t!(app.words, "tui-pane-read-to", n = read.share, turn = turn),
            None => t!(app.words, "tui-pane-read", n = read.share),
        };
        y = pen.paragraph(1, y, &read, Role::Text);
    }
    y = work_done(app, session, pen, y);
    y = people(app, study, row, pen, y + 1);
    held(app, study, row, pen, y);
}

/// Why it was not held, what time it took, whether its debrief is there.
fn work_done(app: &App, session: &Session, pen: &mut Pen<'_>, mut y: u16) -> u16 {
    let words = app.words;
    if !session.reason.is_empty() {
        let name = words.get("app-session-reason");
        let reason = t!(words, "tui-pane-fact", name = name, value = &session.reason);
        y = pen.paragraph(1, y, &reason, Role::Text);
    }
    let spent: Vec<String> = Step::ALL
        .iter()
        .filter_map(|step| {
            let (minutes, _) = hours::taken(session, *step)?;
            let step = words.get(&format!("analysis-hours-step-{}", step.as_str()));
            let minutes = t!(words, "tui-pane-minutes", n = minutes);
            Some(format!("{step} {minutes}"))
        })
        .collect();
    // the call alone stands above already
    if session.spent.keys().any(|step| step != Step::Call.as_str()) {
        let name = words.get("tui-pane-spent");
        let spent = t!(
            words,
            "tui-pane-fact",
            name = name,
            value = spent.join(" · ")
        );
        y = pen.paragraph(1, y, &spent, Role::Text);
    }
    if session.state == SessionState::Done {
        let late = debrief::is_late(session, (app.now)());
        let (key, role) = if debrief::is_written(session) {
            ("tui-pane-debrief", Role::Dim)
        } else if late {
            ("tui-pane-debrief-late", Role::Warning)
        } else {
            ("tui-pane-debrief-missing", Role::Notice)
        };
        pen.text(1, y, &words.get(key), role);
        y += 1;
    }
    y
}

/// A word and what it holds.
fn pair(pen: &mut Pen<'_>, y: u16, word: &str, value: &str) -> u16 {
    let x = pen.text(1, y, word, Role::Dim);
    pen.text(x + 1, y, value, Role::Text);
    y + 1
}

fn people(app: &App, study: &Study, row: &Row, pen: &mut Pen<'_>, mut y: u16) -> u16 {
    let people = study.participants_of(&row.id);
    let mut organisations = Vec::new();
    for (_, participant) in &people {
        y = person(app, study, row, participant, people.len() > 1, pen, y);
        if let Some(id) = &participant.organisation
            && participant.role != INTERVIEWER
            && !organisations.contains(id)
        {
            organisations.push(id.clone());
        }
    }
    for id in organisations {
        if let Some(organisation) = study.records.organisations.get(&id) {
            pen.text(1, y, &organisation.key, Role::Strong);
            y = attributes(
                app,
                study,
                AttributeOf::Organisation,
                &organisation.attributes,
                pen,
                y + 1,
            );
        }
    }
    y
}

/// A participant by pseudonym. Who withdrew is named as withdrawn and not described.
fn person(
    app: &App,
    study: &Study,
    row: &Row,
    participant: &Participant,
    several: bool,
    pen: &mut Pen<'_>,
    y: u16,
) -> u16 {
    let mut x = pen.text(1, y, study.participant_key(participant), Role::Strong);
    if participant.role == INTERVIEWER {
        pen.text(x + 2, y, &app.words.get("tui-pane-interviewer"), Role::Dim);
        return y + 1;
    }
    if participant.consent != row.consent || several {
        let (words, role) = consent(app, participant.consent);
        x = pen.text(x + 2, y, &words, role);
    }
    if participant.consent == Consent::Withdrawn {
        return y + 1;
    }
    pen.text(x + 2, y, &participant.role, Role::Dim);
    let mut y = y;
    if let Some(at) = participant.consent_at {
        y += 1;
        let known = |words: &str| if words.is_empty() { "—" } else { words }.to_owned();
        let heard = t!(
            app.words,
            "tui-pane-consent",
            at = at.to_string().get(..10).unwrap_or_default().to_owned(),
            by = known(&participant.consent_by),
            form = known(&participant.consent_form)
        );
        pen.text(3, y, &heard, Role::Dim);
    }
    attributes(
        app,
        study,
        AttributeOf::Participant,
        &participant.attributes,
        pen,
        y + 1,
    )
}

fn attributes(
    app: &App,
    study: &Study,
    of: AttributeOf,
    held: &BTreeMap<AttributeId, AttributeData>,
    pen: &mut Pen<'_>,
    mut y: u16,
) -> u16 {
    let language = app.words.lang().code();
    for (id, attribute) in study.attributes() {
        if attribute.of == of
            && let Some(data) = held.get(id)
        {
            let words = label(&attribute.labels, language, study);
            let words = if words.is_empty() {
                &attribute.key
            } else {
                words
            };
            let x = pen.text(3, y, words, Role::Dim);
            pen.text(x + 1, y, &study.data_words(data, language), Role::Text);
            y += 1;
        }
    }
    y
}

/// What there is of it: documents, answers, notes.
fn held(app: &App, study: &Study, row: &Row, pen: &mut Pen<'_>, mut y: u16) {
    y += 1;
    for (id, document) in study.documents_of(&row.id) {
        if let Some((_, version)) = study.newest_version(id) {
            let number = |n: u32| app.words.integer(i64::from(n));
            let size = t!(
                app.words,
                "tui-pane-document",
                turns = number(version.turns),
                words = number(version.words),
                version = version.number
            );
            y = pair(pen, y, &document.key, &size);
        }
    }
    let hidden = Hidden::of(study);
    let mut states: BTreeMap<AnswerState, usize> = BTreeMap::new();
    for answer in study
        .records
        .answers
        .values()
        .filter(|a| a.session == row.id && !hidden.answer(a))
    {
        *states.entry(answer.state).or_default() += 1;
    }
    if !states.is_empty() {
        let counts: Vec<String> = states
            .iter()
            .map(|(state, n)| {
                let word = app.words.get(&format!("app-answer-{}", state.as_str()));
                format!("{word} {n}")
            })
            .collect();
        let text = format!(
            "{} {}",
            app.words.get("tui-pane-answers"),
            counts.join(", ")
        );
        y = pen.paragraph(1, y, &text, Role::Text);
    }
    let notes = study.notes_of(&row.id);
    if notes.is_empty() {
        return;
    }
    let left_in = notes.iter().filter(|(id, note)| !hidden.note(id, note));
    let shown = left_in.count();
    pen.text(1, y, &t!(app.words, "tui-pane-notes", n = shown), Role::Dim);
    y += 1;
    for (id, note) in notes {
        if y >= pen.height() {
            return;
        }
        let time = note.t_ms.map_or_else(String::new, |ms| {
            format!("{:02}:{:02} ", ms / 60_000, ms / 1000 % 60)
        });
        let (role, sign) = if hidden.note(id, note) {
            (Role::Dim, format!("{LEFT_OUT} "))
        } else {
            (Role::Text, String::new())
        };
        let words = hidden.words(id, note);
        pen.text(1, y, &format!("{time}{sign}{words}"), role);
        y += 1;
    }
}
