//! The foot of the call: the question in hand, what helps to ask it, the line that takes the typing.

use super::{flag_words, rail};
use crate::app::App;
use crate::app::place::live::answer::{Slot, present, remark, state_key};
use crate::app::place::live::rail::Sign;
use crate::app::place::live::{Answering, RailAt, clock};
use crate::study::guide::{Question, QuestionKind};
use crate::study::word::NoteKind;
use crate::study::{Study, label};
use crate::t;
use crate::text::width::{fit, width};
use crate::text::{harmless_line, wrap};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Column at which what is typed begins.
const TYPED: u16 = 9;

/// Draws the foot: a rule, one or two rows of the question, one that helps, the line.
pub(super) fn draw(app: &App, study: &Study, pen: &mut Pen<'_>) -> Option<Position> {
    pen.rule(0, 0);
    let live = &app.places.live;
    if live.rail_at(app.size.0, app.side_pane) == RailAt::Nowhere
        && let Some((words, over)) = rail::summary(app, study, pen.width())
    {
        let role = if over { Role::Warning } else { Role::Dim };
        let columns = pen.width().saturating_sub(4);
        pen.text_in(2, 0, columns, &format!(" {words} "), role);
    }
    let last = pen.height().saturating_sub(1);
    let question = match &live.answer {
        Some(answering) => live
            .guide
            .as_ref()
            .and_then(|guide| guide.question(answering.question())),
        None => live.question(),
    };
    if let Some(question) = question {
        let rows = if last >= 3 { 2 } else { 1 };
        draw_question(app, question, rows, pen);
        if last > 3 {
            draw_help(app, study, question, last - 1, pen);
        }
    }
    match (&live.answer, question) {
        (Some(answering), Some(question)) => {
            draw_answer(app, study, question, answering, last, pen)
        }
        _ => draw_line(app, study, last, pen),
    }
}

fn draw_question(app: &App, question: &Question, rows: usize, pen: &mut Pen<'_>) {
    let railed = app.places.live.rail.question(&question.key);
    let mut said = Vec::new();
    if let Some(railed) = railed {
        match &railed.muted {
            Some(why) => said.push((
                t!(app.words, "app-question-skipped", why = why.clone()),
                Role::Warning,
            )),
            None if question.sensitive => {
                said.push((app.words.get("tui-live-sensitive"), Role::Warning));
            }
            None => {}
        }
        if let Some(words) = sign_words(app, railed.sign) {
            let glyph = railed.sign.glyph();
            said.push((format!("{glyph} {words}"), Role::Dim));
        }
    }
    if let Some(words) = begun(app, question) {
        said.push((words, Role::Key));
    }
    let mut end = pen.width().saturating_sub(1);
    for (words, role) in said.iter().rev() {
        end = pen.text_right(end, 1, words, *role).saturating_sub(2);
    }
    let x = pen.text(1, 1, &question.key, Role::Strong) + 1;
    let text = harmless_line(&question.text);
    let columns = end.saturating_sub(x).max(8) as usize;
    let wrapped = wrap::wrap(&text, columns);
    for (y, (at, row)) in (1..).zip(wrapped.iter().take(rows).enumerate()) {
        // The last row that is shown holds what is left, cut with a sign.
        let shown = if at + 1 == rows {
            text.get(row.start..).unwrap_or_default()
        } else {
            wrap::visible(&text, row)
        };
        let room = if y == 1 {
            end.saturating_sub(x)
        } else {
            pen.width().saturating_sub(x + 1)
        };
        pen.text_in(x, y, room, shown, Role::Text);
    }
}

/// What was typed of the answer to a question before it was put aside, with the key that takes it up.
fn begun(app: &App, question: &Question) -> Option<String> {
    let mut begun = app.places.live.begun.iter();
    let asking = begun.find(|asking| asking.question == question.key)?;
    let typed: Vec<&str> = asking.filled().map(|slot| slot.text.trim()).collect();
    let answer = crate::command::CommandId::from(crate::command::CallAct::Answer);
    let key = app
        .keymap
        .label(crate::command::Context::Live, answer, app.words);
    Some(t!(
        app.words,
        "tui-live-begun",
        typed = fit(&typed.join(" · "), 24),
        key = key.unwrap_or_default()
    ))
}

fn sign_words(app: &App, sign: Sign) -> Option<String> {
    use crate::study::word::AnswerState as State;
    let state = match sign {
        Sign::Blank => return None,
        Sign::Asked => State::Answered,
        Sign::Partly => State::Partial,
        Sign::NotAsked => State::NotAsked,
        Sign::Refused => State::Refused,
        Sign::Unknown => State::Unknown,
        Sign::NotApplicable => State::NotApplicable,
    };
    Some(app.words.get(&state_key(state)))
}

/// What helps: the parts of the answer that is typed, what may be chosen, else follow-ups and what to watch for.
fn draw_help(app: &App, study: &Study, question: &Question, y: u16, pen: &mut Pen<'_>) {
    let live = &app.places.live;
    if let Some(answering) = &live.answer {
        let options = options(app, study, question, answering);
        if options.is_empty() && answering.has_several() {
            draw_slots(app, study, question, answering, y, pen);
        } else {
            draw_forms(app, question, &options, y, pen);
        }
        return;
    }
    let list = |key: &str, words: &[String]| {
        (!words.is_empty()).then(|| t!(app.words, key, list = words.join(" · ")))
    };
    let parts: Vec<String> = [
        list("tui-live-followups", &question.followups),
        list("tui-live-watch", &question.watch),
        list("tui-live-codes", &question.codes),
    ]
    .into_iter()
    .flatten()
    .collect();
    pen.text(1, y, &parts.join("   "), Role::Dim);
}

/// What may be typed: the choices, else the forms of a number; then, where there is room, the signs of the states and the
/// key that goes back to the note.
fn draw_forms(app: &App, question: &Question, options: &str, y: u16, pen: &mut Pen<'_>) {
    let forms = match question.kind {
        QuestionKind::Count => app.words.get("tui-live-forms"),
        _ => options.to_owned(),
    };
    let x = pen.text(1, y, &forms, Role::Dim);
    let answer = crate::command::CommandId::from(crate::command::CallAct::Answer);
    let key = app
        .keymap
        .label(crate::command::Context::Live, answer, app.words)
        .unwrap_or_default();
    let signs = t!(app.words, "tui-live-signs", key = key);
    let end = pen.width().saturating_sub(1);
    let room = end.saturating_sub(if forms.is_empty() { 1 } else { x + 3 });
    if width(&signs) <= usize::from(room) {
        pen.text_right(end, y, &signs, Role::Dim);
    }
}

/// What may be chosen in the part in hand, each with its digit.
fn options(app: &App, study: &Study, question: &Question, answering: &Answering) -> String {
    let language = app.words.lang().code();
    let numbered = |words: Vec<String>| -> String {
        let words = words.into_iter().enumerate();
        let words: Vec<String> = words
            .map(|(at, words)| format!("{} {words}", at + 1))
            .collect();
        words.join("   ")
    };
    if let Some(id) = answering.slot().and_then(|slot| slot.attribute.as_ref()) {
        let values = study.values_of(id).into_iter().map(|(_, value)| {
            let words = label(&value.labels, language, study);
            if words.is_empty() {
                value.key.clone()
            } else {
                words.to_owned()
            }
        });
        return numbered(values.collect());
    }
    match question.kind {
        QuestionKind::Choice => {
            let words = question.options.iter().map(|option| option.label.clone());
            numbered(words.collect())
        }
        QuestionKind::Scale => {
            let (low, high) = question.degrees();
            t!(app.words, "tui-live-digits", low = low, high = high)
        }
        _ => String::new(),
    }
}

/// The parts of an answer in a row: what each holds, the one in hand in sight.
fn draw_slots(
    app: &App,
    study: &Study,
    question: &Question,
    answering: &Answering,
    y: u16,
    pen: &mut Pen<'_>,
) {
    let Some(session) = &app.places.live.session else {
        return;
    };
    let language = app.words.lang().code();
    let typed = answering.typed();
    let cells: Vec<(String, String, bool)> = typed
        .slots
        .iter()
        .map(|slot| {
            let name = short_name(app, study, question, slot);
            let new = slot.text.trim().to_owned();
            if !new.is_empty() {
                return (name, new, true);
            }
            let held =
                present(study, session, &question.key, slot, language).map(|(state, value)| {
                    if value.is_empty() {
                        app.words.get(&state_key(state))
                    } else {
                        value
                    }
                });
            (name, held.unwrap_or_else(|| "·".to_owned()), false)
        })
        .collect();
    let of = |cell: &(String, String, bool)| width(&cell.0) + width(&cell.1) + 4;
    let mut first = 0;
    while first < typed.at
        && cells
            .iter()
            .take(typed.at + 1)
            .skip(first)
            .map(of)
            .sum::<usize>()
            > pen.width() as usize
    {
        first += 1;
    }
    let mut x = 1;
    for (at, (name, value, new)) in cells.iter().enumerate().skip(first) {
        let here = at == typed.at;
        x = pen.text(x, y, name, if here { Role::Strong } else { Role::Dim });
        x = pen.text(x + 1, y, value, if *new { Role::Key } else { Role::Dim }) + 2;
    }
}

/// The name of a part: the key of a card, the words of a part or a field.
fn short_name(app: &App, study: &Study, question: &Question, slot: &Slot) -> String {
    if let Some(id) = &slot.scenario {
        return study
            .records
            .scenarios
            .get(id)
            .map_or_else(String::new, |scenario| scenario.key.clone());
    }
    if let Some(id) = &slot.attribute {
        let attribute = study.records.attributes.get(id);
        return attribute.map_or_else(String::new, |attribute| {
            let words = label(&attribute.labels, app.words.lang().code(), study);
            if words.is_empty() {
                attribute.key.clone()
            } else {
                words.to_owned()
            }
        });
    }
    let (item, part) = match (question.kind, slot.part.split_once('.')) {
        (QuestionKind::List, Some((item, field))) => (Some(item), field),
        _ => (None, slot.part.as_str()),
    };
    let parts = question.parts();
    let words = match question.kind {
        QuestionKind::Incident => app.words.get(&format!("app-incident-{part}")),
        _ => parts
            .iter()
            .find(|choice| choice.key == part)
            .map_or_else(|| part.to_owned(), |choice| choice.label.clone()),
    };
    item.map_or(words.clone(), |item| format!("{item} {words}"))
}

/// What the line asks for: the part in hand, a card with its words.
fn long_name(app: &App, study: &Study, question: &Question, slot: &Slot) -> String {
    let short = short_name(app, study, question, slot);
    match slot
        .scenario
        .as_ref()
        .and_then(|id| study.records.scenarios.get(id))
    {
        Some(scenario) => {
            let words = label(&scenario.labels, app.words.lang().code(), study);
            format!("{short} {words}")
        }
        None => short,
    }
}

/// The line while an answer is typed: the part, what is typed, and at the right how it is understood.
fn draw_answer(
    app: &App,
    study: &Study,
    question: &Question,
    answering: &Answering,
    y: u16,
    pen: &mut Pen<'_>,
) -> Option<Position> {
    let session = app.places.live.session.as_ref()?;
    let name = answering
        .slot()
        .map(|slot| long_name(app, study, question, slot))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| app.words.get("command-note-answer"));
    let room = usize::from(pen.width() / 2).saturating_sub(2);
    let after = pen.text(1, y, &format!("{} =", fit(&name, room)), Role::Key);
    let language = app.words.lang().code();
    let said = remark(study, session, question, answering, language);
    let mut end = pen.width().saturating_sub(1);
    if let Some(said) = said {
        let words = app.words.say(&said.words);
        let role = if said.bad { Role::Warning } else { Role::Dim };
        let needed = u16::try_from(width(&words)).unwrap_or(u16::MAX);
        let room = needed.min(pen.width() / 2);
        if said.bad && needed > room && y > 3 {
            // what is wrong is said in full, in the row that helps
            let blank = " ".repeat(pen.width() as usize);
            pen.text(0, y - 1, &blank, Role::Text);
            pen.text(1, y - 1, &words, role);
        } else {
            pen.text_in(end - room.min(end), y, room, &words, role);
            end -= room.min(end);
        }
    }
    entry(pen, (after + 1).max(TYPED), y, end, &answering.entry)
}

/// The line that takes the typing, with what was said of it.
fn draw_line(app: &App, study: &Study, y: u16, pen: &mut Pen<'_>) -> Option<Position> {
    let typed = app.places.live.typed();
    pen.text_right(7, y, &clock(typed.t_ms), Role::Strong);
    let mut said: Vec<String> = Vec::new();
    let kind = typed.read().0;
    if kind != NoteKind::Paraphrase {
        said.push(app.words.get(&format!("app-kind-{}", kind.as_str())));
    }
    said.extend(
        typed
            .codes
            .iter()
            .filter_map(|id| study.records.codes.get(id))
            .map(|code| code.key.clone()),
    );
    said.extend(
        typed
            .flags
            .iter()
            .map(|flag| format!("⚑ {}", flag_words(app, flag))),
    );
    let lines = typed.lines();
    if lines > 1 {
        let words = if typed.one {
            app.words.get("app-note-one")
        } else {
            t!(app.words, "app-note-each", n = lines)
        };
        let lines = crate::command::CommandId::from(crate::command::NoteAct::Lines);
        let context = crate::command::Context::Live;
        let keys = app.keymap.label(context, lines, app.words);
        said.push(format!("{words} {}", keys.unwrap_or_default()));
    }
    let said = said.join("  ");
    let room = u16::try_from(width(&said))
        .unwrap_or(0)
        .min(pen.width() / 2);
    let end = pen.width().saturating_sub(1);
    let end = end - room.min(end);
    pen.text_in(end, y, room, &said, Role::Key);
    entry(pen, TYPED, y, end, &app.places.live.entry)
}

fn entry(
    pen: &mut Pen<'_>,
    x: u16,
    y: u16,
    end: u16,
    entry: &crate::app::entry::Entry,
) -> Option<Position> {
    let line = Rect {
        width: end.saturating_sub(1),
        ..pen.area
    };
    super::super::layers::entry(&mut pen.within(line), x, y, entry, Role::Text)
}
