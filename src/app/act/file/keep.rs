//! Keeping what the preview shows: texts, then one transaction.

use super::read::{Planning, close, input, shown};
use crate::app::layer::preview::{Content, Preview};
use crate::app::layer::{Choice, Confirm, Layer};
use crate::app::{App, At, intake};
use crate::import::{Belongs, Fate, Plan, Problem, Report, percent};
use crate::message;
use crate::study::Study;
use crate::study::change::{Change, Record};
use crate::study::edit;
use crate::study::id::{Mint, ParticipantId, SessionId, SubjectId};
use crate::study::people::{INTERVIEWER, Participant, ParticipantField};
use crate::study::versions::Tally;
use std::collections::BTreeSet;

/// Who was said to ask or not to, and everybody else who answers.
struct Said {
    said: BTreeSet<(String, bool)>,
    answering: Vec<String>,
}

impl Said {
    fn of(preview: &Preview) -> Self {
        let speakers = match &preview.content {
            Content::Text(transcript) => transcript.speakers(),
            _ => Vec::new(),
        };
        let names = speakers.into_iter().filter_map(|(name, _)| name);
        Self {
            said: preview.said(),
            answering: names
                .filter(|name| !preview.is_asking(name))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Everybody there has to be a participant for: once one who answers is, the others would be taken for that one.
    fn people(&self) -> Vec<(&str, bool)> {
        let mut people: Vec<(&str, bool)> = self
            .said
            .iter()
            .map(|(name, asks)| (name.as_str(), *asks))
            .collect();
        if people.iter().any(|(_, asks)| !asks) {
            people.retain(|(_, asks)| *asks);
            people.extend(self.answering.iter().map(|name| (name.as_str(), false)));
        }
        people
    }
}

/// Plans on a worker, for the study as it is; what comes back is kept.
pub(super) fn keep(app: &mut App) {
    let Some(Layer::Preview(preview)) = app.layers.last() else {
        return;
    };
    let Some(work) = &app.work else { return };
    let mut input = input(preview);
    // What is kept is what is shown, also where the file says that it is another's.
    if let (Content::Text(_), crate::import::Read::Transcript(belongs, _)) =
        (&preview.content, &mut input.read)
        && *belongs == Belongs::ByName
        && let Content::Text(transcript) = &preview.content
        && transcript.origin.is_none()
    {
        *belongs = Belongs::Session(preview.target());
    }
    let said = Said::of(preview);
    let (name, reading) = (preview.name.clone(), preview.reading);
    let planning = Planning::of(work);
    let (study, revision) = (work.name.clone(), work.revision);
    app.job(move || {
        let plan = planning.plan(input);
        Box::new(move |app| {
            if shown(app, reading).is_none() {
                // it was left: nothing of it is kept
                return;
            }
            let now = app
                .work
                .as_ref()
                .map(|work| (work.name.clone(), work.revision));
            if now != Some((study, revision)) {
                // The study went on meanwhile: the plan is made anew, where the preview is still there.
                if matches!(app.layers.last(), Some(Layer::Preview(preview)) if preview.reading == reading) {
                    keep(app);
                }
                return;
            }
            match plan {
                Ok(plan) => store(app, plan, &said, &name, reading),
                Err(report) if is_other_interview(&report) => ask(app, &report),
                Err(report) => {
                    let problems = report.problems.iter().map(crate::import::Problem::message);
                    let faults: Vec<_> = problems.collect();
                    for fault in faults.iter().rev() {
                        app.fail(fault.clone());
                    }
                    if let Some(preview) = shown(app, reading) {
                        preview.arrived(Content::Fault(faults));
                    }
                }
            }
        })
    });
}

/// Whether nothing stands in the way but that a version looks like another interview.
fn is_other_interview(report: &Report) -> bool {
    let other = |problem: &Problem| problem.expected.key == "import-other-interview";
    !report.problems.is_empty() && report.problems.iter().all(other)
}

/// Tells that a version looks like another interview; keeping it all the same takes a key more.
fn ask(app: &mut App, report: &Report) {
    let Some(problem) = report.problems.first() else {
        return;
    };
    app.push(Layer::Confirm(Confirm::new(
        problem.expected.clone(),
        vec![
            Choice::new(message!("app-version-not-kept"), |_| {}),
            Choice::new(message!("app-version-kept"), |app| {
                if let Some(Layer::Preview(preview)) = app.layers.last_mut() {
                    preview.options.another = true;
                    keep(app);
                }
            }),
        ],
    )));
}

/// Stores a plan in the study that is open, with who asks.
fn store(app: &mut App, mut plan: Plan, said: &Said, name: &str, reading: u64) {
    let Some(work) = &mut app.work else { return };
    let text = plan.texts.first();
    let fate = text.map(|text| text.fate);
    let key = text
        .map(|text| text.session.clone())
        .filter(|key| !key.is_empty());
    let reference = text.is_some() && key.is_none();
    let report = std::mem::take(&mut plan.report);
    let revised = std::mem::take(&mut plan.revised);
    let stored = intake::stored(&mut work.store, plan);
    let (label, mut changes) = match stored {
        Ok(stored) => stored,
        Err(error) => return app.fail(error.message()),
    };
    let session = key
        .as_deref()
        .and_then(|key| session_of(work.study(), &changes, key));
    if let Some(session) = &session
        && fate != Some(Fate::Withdrawn)
    {
        let (study, mint) = work.store.study_and_mint();
        changes.extend(asking(study, mint, session, said));
    }
    let nothing = changes.is_empty();
    if !nothing && !app.change(label, changes) {
        return;
    }
    close(app, reading);
    for warning in report.warnings {
        app.warn(warning);
    }
    for file in report.files {
        app.inform(file.message());
    }
    for one in &revised {
        let tally = Tally::of(&one.codings);
        app.inform(message!(
            "app-version-arrived",
            document = &one.key,
            number = one.number,
            share = percent(one.share),
            went = tally.kept + tally.moved,
            open = tally.open()
        ));
    }
    match (nothing, fate) {
        (true, _) => app.inform(message!("app-import-nothing", file = name)),
        (false, Some(_)) => {
            let key = key.unwrap_or_default();
            if reference {
                app.inform(message!("app-import-reference", file = name));
            } else {
                app.inform(message!("app-import-text", file = name, session = key));
            }
        }
        (false, None) => {}
    }
    if reference {
        app.go(At::References);
    } else if let Some(session) = session {
        if let Some(work) = &mut app.work {
            work.session = Some(session.clone());
        }
        app.go(At::Board);
        app.places.board.put(&session);
        app.refresh();
    }
}

/// The interview of a key, also one that the changes make.
fn session_of(study: &Study, changes: &[Change], key: &str) -> Option<SessionId> {
    let made = changes.iter().find_map(|change| match change {
        Change::Add(record) => match record.as_ref() {
            Record::Session(id, session) if session.key == key => Some(id.clone()),
            _ => None,
        },
        _ => None,
    });
    made.or_else(|| study.session_by_key(key).map(|(id, _)| id.clone()))
}

/// Who asks in an interview, as it was said in the preview: a participant of the role, met or made.
fn asking(study: &Study, mint: &mut dyn Mint, session: &SessionId, said: &Said) -> Vec<Change> {
    let people = study.participants_of(session);
    let mut taken: BTreeSet<String> = people.iter().map(|(_, p)| p.key.clone()).collect();
    let mut position = edit::last_position(study.records.participants.values().map(|p| p.position));
    let mut changes = Vec::new();
    for (speaker, asks) in said.people() {
        let role = if asks { INTERVIEWER } else { "" };
        let known = people
            .iter()
            .find(|(_, p)| p.speaker == speaker || p.key == speaker);
        if let Some((id, participant)) = known {
            if (participant.role == INTERVIEWER) != asks {
                let field = ParticipantField::Role(role.to_owned());
                changes.push(((*id).clone(), field).into());
            }
            continue;
        }
        let key = free_key(&taken, asks);
        taken.insert(key.clone());
        let participant = Participant {
            subject: SubjectId::mint(mint),
            session: session.clone(),
            key,
            speaker: speaker.to_owned(),
            role: role.to_owned(),
            position,
            ..Participant::default()
        };
        position = position.saturating_add(1);
        changes.push((ParticipantId::mint(mint), participant).into());
    }
    changes
}

/// A pseudonym that nobody in the interview has: the interview's own for who is asked first.
fn free_key(taken: &BTreeSet<String>, asks: bool) -> String {
    if !asks && !taken.contains("") {
        return String::new();
    }
    let stem = if asks { "INT" } else { "P" };
    (1..=taken.len() + 1)
        .map(|number| format!("{stem}{number}"))
        .find(|key| !taken.contains(key))
        .unwrap_or_default()
}
