//! The call: the guide's rail, the notes, the question in hand, the line.

use super::code::Colours;
use crate::app::App;
use crate::app::place::live::{Live, clock};
use crate::study::Study;
use crate::study::id::CodeId;
use crate::study::session::Note;
use crate::study::word::NoteKind;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Columns of the rail, where the screen is wide enough for it.
const RAIL: u16 = 38;

/// Draws the call.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let live = &app.places.live;
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-live", "study.open");
    };
    let area = pen.area;
    let mut notes = area;
    if area.width >= 100 && app.side_pane && live.guide.is_some() {
        let rail = Rect {
            width: RAIL,
            ..area
        };
        draw_rail(live, work.study(), &mut pen.within(rail));
        pen.upright(RAIL, 0..area.height);
        notes = Rect {
            x: area.x + RAIL + 1,
            width: area.width - RAIL - 1,
            ..area
        };
    }
    draw_notes(app, live, work.study(), &mut pen.within(notes))
}

/// Sections and questions, around the one in hand.
fn draw_rail(live: &Live, study: &Study, pen: &mut Pen<'_>) {
    let Some(guide) = &live.guide else { return };
    let mut rows: Vec<(u16, String, Role, &str)> = Vec::new();
    let mut here = 0;
    for section in &guide.sections {
        let inside = section
            .questions
            .iter()
            .any(|question| question.key == live.line.question);
        rows.push((
            1,
            format!("{} {}", section.key, section.title),
            if inside { Role::Strong } else { Role::Dim },
            " ",
        ));
        if !inside {
            continue;
        }
        for question in &section.questions {
            let now = question.key == live.line.question;
            if now {
                here = rows.len();
            }
            let asked = live.session.as_ref().is_some_and(|session| {
                study
                    .records
                    .answers
                    .values()
                    .any(|a| a.session == *session && a.question == question.key)
                    || study
                        .records
                        .notes
                        .values()
                        .any(|n| n.session == *session && n.question == question.key)
            });
            let sign = if asked { "✓" } else { " " };
            rows.push((
                3,
                format!("{} {}", question.key, question.text),
                if now { Role::Text } else { Role::Dim },
                sign,
            ));
        }
    }
    let height = pen.height() as usize;
    let first = (here + 3).saturating_sub(height);
    for (y, (index, (indent, text, role, sign))) in
        (0..).zip(rows.iter().enumerate().skip(first).take(height))
    {
        let columns = pen.width().saturating_sub(indent + 4);
        pen.text_in(*indent, y, columns, text, *role);
        pen.text(pen.width().saturating_sub(2), y, sign, Role::Good);
        if index == here {
            pen.text(1, y, "▶", Role::Strong);
        }
    }
}

fn draw_notes(app: &App, live: &Live, study: &Study, pen: &mut Pen<'_>) -> Option<Position> {
    let height = pen.height();
    let rows = Live::note_rows(height);
    if live.rows.is_empty() {
        pen.paragraph(2, height / 3, &app.words.get("tui-empty-live"), Role::Dim);
    }
    // The cursor is seen only while it is not on the last note: there the line has it.
    let looking_back = live.list.at.saturating_add(1) < live.rows.len();
    for (y, row) in (0..).zip(live.list.window(live.rows.len(), rows)) {
        let Some(note) = live
            .rows
            .get(row)
            .and_then(|id| study.records.notes.get(id))
        else {
            continue;
        };
        let codes: Vec<&CodeId> = live
            .rows
            .get(row)
            .map(|id| {
                study
                    .codings_of_note(id)
                    .filter_map(|id| study.records.codings.get(id))
            })
            .into_iter()
            .flatten()
            .filter_map(|coding| study.resolve_code(&coding.code))
            .collect();
        draw_note(app, study, note, &codes, y, pen);
        let mended =
            live.line.editing.is_some() && live.line.editing.as_ref() == live.rows.get(row);
        if (looking_back && row == live.list.at) || mended {
            pen.mark_row(y, Role::Focus);
        }
    }
    let rule = height.saturating_sub(3);
    pen.rule(0, rule);
    if let Some(question) = live.question() {
        let x = pen.text(1, rule + 1, &question.key, Role::Strong);
        let after = pen.text(x + 1, rule + 1, &question.text, Role::Text);
        if !question.followups.is_empty() {
            pen.text(
                after + 2,
                rule + 1,
                &question.followups.join(" · "),
                Role::Dim,
            );
        }
    }
    draw_line(app, live, study, rule + 2, pen)
}

/// A note: time, words as their kind shows them, then codes, flags, question.
fn draw_note(app: &App, study: &Study, note: &Note, codes: &[&CodeId], y: u16, pen: &mut Pen<'_>) {
    pen.text_right(7, y, &clock(note.t_ms), Role::Dim);
    let tail: Vec<String> = codes
        .iter()
        .filter_map(|id| study.records.codes.get(id))
        .map(|code| code.key.clone())
        .chain(
            note.flags
                .iter()
                .map(|flag| format!("⚑ {}", flag_words(app, flag))),
        )
        .chain(Some(note.question.clone()).filter(|question| !question.is_empty()))
        .collect();
    let tail_width =
        u16::try_from(tail.iter().map(|part| width(part) + 2).sum::<usize>()).unwrap_or(u16::MAX);
    let room = pen
        .width()
        .saturating_sub(9 + tail_width.min(pen.width() / 2));
    let role = if matches!(note.kind, NoteKind::Observation | NoteKind::Interpretation) {
        Role::Dim
    } else {
        Role::Text
    };
    pen.text_in(9, y, room, &dressed(app, note.kind, &note.text), role);
    let mut x = pen.width().saturating_sub(tail_width.min(pen.width() / 2));
    for (index, part) in tail.iter().enumerate() {
        let role = codes
            .get(index)
            .map_or(Role::Dim, |id| Colours::of(study).role(Some(id)));
        x = pen.text(x, y, part, role) + 2;
    }
}

fn flag_words(app: &App, flag: &str) -> String {
    let key = format!("app-flag-{flag}");
    if app.words.has(&key) {
        app.words.get(&key)
    } else {
        flag.to_owned()
    }
}

/// Words as their kind shows them.
fn dressed(app: &App, kind: NoteKind, text: &str) -> String {
    match kind {
        NoteKind::Verbatim => crate::t!(app.words, "tui-quoted", text = text),
        NoteKind::Observation => format!("({text})"),
        NoteKind::Interpretation => format!("[{text}]"),
        NoteKind::Figure => format!("# {text}"),
        NoteKind::Paraphrase => text.to_owned(),
    }
}

/// The line that takes the typing, with what was said of it.
fn draw_line(app: &App, live: &Live, study: &Study, y: u16, pen: &mut Pen<'_>) -> Option<Position> {
    let typed = live.typed();
    pen.text_right(7, y, &clock(typed.t_ms), Role::Strong);
    let kind = typed.read().0;
    let mut said: Vec<String> = Vec::new();
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
    let said = said.join("  ");
    let room = u16::try_from(width(&said))
        .unwrap_or(0)
        .min(pen.width() / 2);
    let end = pen.width().saturating_sub(1);
    pen.text_in(end - room.min(end), y, room, &said, Role::Key);
    let area = pen.area;
    let line = Rect {
        width: area.width.saturating_sub(room + 2),
        ..area
    };
    super::layers::entry(&mut pen.within(line), 9, y, &live.entry, Role::Text)
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::tui::view::test_support::screen;

    #[test]
    fn the_call_in_both_languages_and_sizes() {
        for lang in Lang::ALL {
            let mut stage = Stage::new(lang);
            stage.run("place.sessions");
            stage.run("session.start_call");
            stage.app.now = || "2026-03-12T14:05:30Z".parse().unwrap();
            stage.types("(regarde l’heure");
            stage.keys("enter");
            stage.types("\"on a tout ressaisi à la main");
            stage.keys("C-f");
            for (width, height) in [(80, 24), (120, 36)] {
                insta::assert_snapshot!(
                    format!("call_{}_{width}x{height}", lang.code()),
                    screen(&mut stage.app, width, height)
                );
            }
        }
    }
}
