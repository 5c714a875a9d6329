//! Answers during the call: typed in the line, kept at once, never a number where none was said.

use super::{call, question};
use crate::app::App;
use crate::app::place::live::answer::{Answering, Asking, Slot, attribute_words, completed};
use crate::command::TextAct;
use crate::i18n::Message;
use crate::keymap::Key;
use crate::message;
use crate::study::answer::{self, Fault};
use crate::study::edit::{self, EditError, Said, Typed, answers_to};
use crate::study::guide::{Question, QuestionKind};
use crate::study::id::{AttributeId, Mint, SessionId};
use crate::study::session::Note;
use crate::study::word::{AnswerState, NoteKind};
use crate::study::{Change, Study};

/// The flag of what was typed as an answer and is none.
const VERIFY: &str = "verify";

/// Opens the answer of the question in hand in the line, or gives it; what is typed as a note waits. Once more, it goes
/// back to the note, and what was begun waits.
pub(super) fn open(app: &mut App, value: Option<&str>) {
    if value.is_none() && app.places.live.leave_answer() {
        return call::draft(app);
    }
    let Some(question) = app.places.live.question().cloned() else {
        return;
    };
    let Some(session) = app.places.live.session.clone() else {
        return;
    };
    let Some(work) = &app.work else { return };
    let begun = &mut app.places.live.begun;
    let asking = match begun
        .iter()
        .position(|asking| asking.question == question.key)
    {
        Some(at) => begun.remove(at),
        None => Asking::new(work.study(), &session, &question),
    };
    if asking.slots.is_empty() {
        return app.warn(message!("app-answer-nothing", question = question.key));
    }
    app.places.live.answer = Some(Answering::new(asking));
    if let Some(value) = value {
        let now = call::elapsed(app);
        if let Some(answering) = &mut app.places.live.answer {
            answering.stamp(now);
            answering.entry.act(TextAct::DeleteToStart, 1);
            answering.entry.insert(value.trim());
        }
        return keep(app);
    }
    call::draft(app);
}

/// The cards lie in another order: an answer that is open and has nothing typed follows it.
pub(super) fn cards_changed(app: &mut App) {
    let live = &mut app.places.live;
    live.begun.retain(|asking| !asking.is_empty());
    if live.answer.as_ref().is_some_and(|a| a.typed().is_empty()) {
        live.answer = None;
        open(app, None);
    }
}

/// The next part of the answer that is being typed; false where it has but one, or none is typed.
pub(super) fn step(app: &mut App, forward: bool) -> bool {
    let live = &mut app.places.live;
    let question = live
        .answer
        .as_ref()
        .and_then(|answer| live.guide.as_ref()?.question(answer.question()).cloned());
    match (&mut live.answer, question) {
        (Some(answering), Some(question))
            if answering.has_several() || question.kind == QuestionKind::List =>
        {
            answering.go(forward, &question);
            call::draft(app);
            true
        }
        _ => false,
    }
}

/// Types into the answer. Where a digit, or a sign for a state, is a whole answer, it is one at once.
pub(super) fn text(app: &mut App, act: TextAct, text: &str, times: usize) {
    let now = call::elapsed(app);
    let digit = {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => app.keymap.digit(Key::char(c)),
            _ => None,
        }
    };
    let live = &mut app.places.live;
    let (Some(answering), Some(work)) = (&mut live.answer, &app.work) else {
        return;
    };
    let study = work.study();
    let question = live
        .guide
        .as_ref()
        .and_then(|guide| guide.question(answering.question()))
        .cloned()
        .unwrap_or_default();
    answering.stamp(now);
    let several = answering.has_several();
    match act {
        TextAct::Type => {
            let takes_digit = answering.takes_digit(study, &question);
            let scale = matches!(question.kind, QuestionKind::Scale | QuestionKind::Rating);
            let typed = match digit.filter(|_| takes_digit) {
                Some(digit) => digit.to_string(),
                None => text.replace('\n', " "),
            };
            if takes_digit && scale && typed == " " {
                answering.go(true, &question);
            } else {
                answering.entry.insert(&typed);
                let whole = takes_digit
                    && (typed == "?"
                        || (digit.is_some() && is_answer(study, &question, answering))
                        || (scale && answer::sign(&typed).is_some()));
                if whole && answering.at_last() {
                    return keep(app);
                }
                if whole {
                    answering.go(true, &question);
                }
            }
        }
        TextAct::DeleteBack if several && answering.entry.is_empty() => {
            answering.go(false, &question);
        }
        TextAct::Newline => {}
        _ => answering.entry.act(act, times),
    }
    call::draft(app);
}

fn is_answer(study: &Study, question: &Question, answering: &Answering) -> bool {
    let typed = answering.entry.text();
    match answering.slot().and_then(|slot| slot.attribute.as_ref()) {
        Some(id) => {
            let n = study.values_of(id).len();
            typed
                .parse()
                .is_ok_and(|place: usize| (1..=n).contains(&place))
        }
        None => answer::read(question, typed).is_ok(),
    }
}

/// Something that was typed as an answer and is none.
struct Bad {
    typed: String,
    why: Message,
}

/// Keeps what was typed, and gives the line back to the note. What is no answer is kept as it was typed, in a note to be
/// verified, and the answer is one in part without a value: no table can take it for a number.
pub(super) fn keep(app: &mut App) {
    let Some(answering) = app.places.live.answer.take() else {
        return;
    };
    let asking = answering.typed();
    let session = app.places.live.session.clone();
    let question = app
        .places
        .live
        .guide
        .as_ref()
        .and_then(|guide| guide.question(&asking.question))
        .cloned();
    let (Some(session), Some(question)) = (session, question) else {
        return;
    };
    if asking.is_empty() {
        return call::draft(app);
    }
    let key = call::key(app);
    let language = app.words.lang().code();
    let followed = question::followed(app);
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let kept = match changes(study, mint, (&session, &question), &asking, language) {
        Ok(kept) => kept,
        Err(error) => {
            app.places.live.answer = Some(answering);
            return app.warn(error.message());
        }
    };
    let (mut changes, bad) = kept;
    changes.extend(followed);
    let label = message!("label-answer", session = key, question = question.key);
    if !app.change(label, changes) {
        app.places.live.answer = Some(answering);
        return;
    }
    if let Some(bad) = bad {
        app.warn(message!(
            "app-answer-bad",
            typed = bad.typed,
            expected = bad.why
        ));
    }
    call::draft(app);
}

fn changes(
    study: &Study,
    mint: &mut dyn Mint,
    (session, question): (&SessionId, &Question),
    asking: &Asking,
    language: &str,
) -> Result<(Vec<Change>, Option<Bad>), EditError> {
    if question.kind == QuestionKind::Attributes {
        return attributes(study, mint, (session, question), asking, language);
    }
    let filled: Vec<&Slot> = asking.filled().collect();
    let words: Vec<String> = filled
        .iter()
        .map(|slot| completed(question, &slot.text))
        .collect();
    let typed: Vec<Typed> = filled
        .iter()
        .zip(&words)
        .map(|(slot, text)| Typed {
            scenario: slot.scenario.as_ref(),
            part: &slot.part,
            text,
        })
        .collect();
    let common = Said {
        t_ms: asking.t_ms,
        ..Said::default()
    };
    let given = edit::give_answer(study, mint, session, question, &typed, &common)?;
    let mut changes = given.changes;
    let Some((_, fault)) = given.bad.first().copied() else {
        return Ok((changes, None));
    };
    let whole = Slot::default();
    let bad: Vec<&Slot> = given
        .bad
        .iter()
        .filter_map(|(at, _)| filled.get(*at).copied())
        .collect();
    let over = question.kind == QuestionKind::Allocation && matches!(fault, Fault::Over(_));
    for slot in if over { vec![&whole] } else { bad.clone() } {
        let partly = Said {
            state: Some(AnswerState::Partial),
            value: Some(String::new()),
            ..common.clone()
        };
        changes.extend(put(study, mint, (session, question), slot, partly)?);
    }
    let typed: Vec<String> = bad
        .iter()
        .map(|slot| {
            let scenario = slot
                .scenario
                .as_ref()
                .filter(|_| question.scenario.is_empty());
            let name = scenario
                .and_then(|id| study.records.scenarios.get(id))
                .map_or(slot.part.as_str(), |scenario| scenario.key.as_str());
            [name, slot.text.trim()].join(" ").trim().to_owned()
        })
        .collect();
    let typed = typed.join(", ");
    let note = Note {
        t_ms: asking.t_ms,
        kind: NoteKind::Figure,
        question: question.key.clone(),
        text: typed.clone(),
        flags: vec![VERIFY.to_owned()],
        ..Note::default()
    };
    changes.extend(edit::add_note(study, mint, session, note)?.1);
    let why = fault.expected();
    Ok((changes, Some(Bad { typed, why })))
}

fn put(
    study: &Study,
    mint: &mut dyn Mint,
    (session, question): (&SessionId, &Question),
    slot: &Slot,
    said: Said,
) -> Result<Vec<Change>, EditError> {
    let place = (slot.scenario.as_ref(), slot.part.as_str());
    edit::put_answer(study, mint, session, &question.key, place, said)
}

/// Where the answer to a question keeps what became of one attribute; its value stands in the attribute alone.
fn attribute_part(study: &Study, id: &AttributeId) -> Slot {
    let attribute = study.records.attributes.get(id);
    Slot {
        part: attribute.map(|a| a.key.clone()).unwrap_or_default(),
        ..Slot::default()
    }
}

/// Fills attributes of who is asked, or of their organisation, and keeps what became of each as a part of the answer.
/// What the attribute does not take goes into a note.
fn attributes(
    study: &Study,
    mint: &mut dyn Mint,
    (session, question): (&SessionId, &Question),
    asking: &Asking,
    language: &str,
) -> Result<(Vec<Change>, Option<Bad>), EditError> {
    let mut data = Vec::new();
    let mut states = Vec::new();
    let mut bad: Option<Bad> = None;
    let mut words: Vec<String> = Vec::new();
    for slot in asking.filled() {
        let Some(id) = &slot.attribute else { continue };
        let part = attribute_part(study, id);
        if let Some(state) = answer::sign(&slot.text) {
            // Not known, refused or not applicable: the attribute stays without a value.
            data.push((id.clone(), None));
            states.push((part, state));
            continue;
        }
        match edit::attribute_data(study, id, &attribute_words(study, id, &slot.text, language)) {
            Ok(value) => {
                data.push((id.clone(), value));
                states.push((part, AnswerState::Answered));
            }
            Err(error) => {
                words.push(format!("{} {}", part.part, slot.text.trim()));
                states.push((part, AnswerState::Partial));
                bad = bad.or(Some(Bad {
                    typed: slot.text.trim().to_owned(),
                    why: error.message(),
                }));
            }
        }
    }
    let mut changes = edit::fill_attributes(study, mint, session, data)?;
    for (part, state) in states {
        let said = Said {
            state: Some(state),
            value: Some(String::new()),
            t_ms: asking.t_ms,
            ..Said::default()
        };
        changes.extend(put(study, mint, (session, question), &part, said)?);
    }
    if bad.is_some() {
        let note = Note {
            t_ms: asking.t_ms,
            kind: NoteKind::Figure,
            question: asking.question.clone(),
            text: words.join(", "),
            flags: vec![VERIFY.to_owned()],
            ..Note::default()
        };
        changes.extend(edit::add_note(study, mint, session, note)?.1);
    }
    Ok((changes, bad))
}

/// What became of the question in hand: the state that is named, else the next in turn. In an answer that is being
/// typed, of the part in hand.
pub(super) fn state(app: &mut App, word: Option<&str>) {
    let named = match word.map(str::trim) {
        None => None,
        Some(word) => match AnswerState::parse(word) {
            Some(state) => Some(state),
            None => return app.warn(EditError::Gone(word.to_owned()).message()),
        },
    };
    let Some(question) = app.places.live.question().cloned() else {
        return;
    };
    let Some(session) = app.places.live.session.clone() else {
        return;
    };
    let slot = app
        .places
        .live
        .answer
        .as_ref()
        .and_then(Answering::slot)
        .cloned();
    let key = call::key(app);
    let t_ms = call::elapsed(app);
    let followed = question::followed(app);
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let targets = match slot {
        Some(Slot {
            attribute: Some(id),
            ..
        }) => vec![attribute_part(study, &id)],
        Some(slot) => vec![slot],
        None => places(study, &session, &question),
    };
    let next = |state: Option<AnswerState>| {
        let all = AnswerState::ALL;
        let at = state.and_then(|state| all.iter().position(|other| *other == state));
        all[at.map_or(0, |at| (at + 1) % all.len())]
    };
    let now = answers_to(study, &session, &question.key)
        .iter()
        .find(|answer| {
            targets
                .iter()
                .any(|slot| slot.part == answer.part && slot.scenario == answer.scenario)
        })
        .map(|answer| answer.state);
    let state = named.unwrap_or_else(|| next(now));
    let mut changes = Vec::new();
    for slot in &targets {
        let said = Said {
            state: Some(state),
            t_ms,
            ..Said::default()
        };
        match put(study, mint, (&session, &question), slot, said) {
            Ok(made) => changes.extend(made),
            Err(error) => return app.warn(error.message()),
        }
    }
    changes.extend(followed);
    let label = message!("label-answer", session = key, question = &question.key);
    if !app.change(label, changes) {
        return;
    }
    if let (Some(answering), true) = (&mut app.places.live.answer, targets.len() == 1) {
        if answering.has_several() && !answering.at_last() {
            answering.go(true, &question);
        } else if answering.typed().is_empty() {
            app.places.live.answer = None;
        }
    }
    call::draft(app);
}

/// The answers that a state of the whole question is for: those that are there, else where they would go.
fn places(study: &Study, session: &SessionId, question: &Question) -> Vec<Slot> {
    let there: Vec<Slot> = answers_to(study, session, &question.key)
        .into_iter()
        .map(|answer| Slot {
            part: answer.part.clone(),
            scenario: answer.scenario.clone(),
            ..Slot::default()
        })
        .collect();
    if !there.is_empty() {
        return there;
    }
    match question.kind {
        QuestionKind::Rating | QuestionKind::Scale | QuestionKind::Count | QuestionKind::Choice => {
            Asking::new(study, session, question).slots
        }
        _ => vec![Slot::default()],
    }
}
