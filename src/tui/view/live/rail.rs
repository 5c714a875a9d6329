//! The rail: sections with what was asked and what they took, the questions of the one in hand, what is left.

use super::open;
use crate::app::App;
use crate::app::place::live::rail::{RailQuestion, RailSection, Sign};
use crate::app::place::live::{Live, session_of};
use crate::study::Study;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use std::collections::BTreeMap;

/// Columns of what was asked, from the right edge of the rail.
const ASKED: u16 = 8;

enum Row<'a> {
    Section(&'a RailSection),
    Question(&'a RailQuestion),
}

/// What the questions of the open interview took.
pub(super) fn spent<'a>(app: &App, live: &'a Live, study: &Study) -> BTreeMap<&'a str, i64> {
    session_of(live, study).map_or_else(BTreeMap::new, |session| live.spent(session, &app.moment()))
}

/// `9/ 8`: minutes it took, of those that were planned.
pub(super) fn minutes(section: &RailSection, spent: &BTreeMap<&str, i64>) -> String {
    format!("{:.0}/{:.0}", section.spent(spent).floor(), section.minutes)
}

/// Draws the rail.
pub(super) fn draw(app: &App, study: &Study, pen: &mut Pen<'_>) {
    let live = &app.places.live;
    let spent = spent(app, live, study);
    let in_hand = live.line.question.as_str();
    let mut rows = Vec::new();
    let mut here = 0;
    for section in &live.rail.sections {
        rows.push(Row::Section(section));
        let inside = section.questions.iter().any(|q| q.key == in_hand);
        for question in section.questions.iter().filter(|_| inside) {
            if question.key == in_hand {
                here = rows.len();
            }
            rows.push(Row::Question(question));
        }
    }
    let end = pen.width().saturating_sub(2);
    pen.text(1, 0, &app.words.get("tui-rail-guide"), Role::Dim);
    let minutes_of = app.words.get("tui-rail-minutes");
    pen.text_right(end.saturating_sub(1), 0, &minutes_of, Role::Dim);
    let asked = app.words.get("tui-rail-asked");
    pen.text_right(end.saturating_sub(ASKED - 1), 0, &asked, Role::Dim);
    let foot: u16 = if pen.height() > 14 { 3 } else { 1 };
    let height = (pen.height() as usize).saturating_sub(1 + foot as usize);
    // The question in hand is seen with some of what comes after it.
    let first = (here + 4)
        .saturating_sub(height)
        .min(rows.len().saturating_sub(height));
    for (y, (at, row)) in (1..).zip(rows.iter().enumerate().skip(first).take(height)) {
        match row {
            Row::Section(section) => {
                let inside = section.questions.iter().any(|q| q.key == in_hand);
                draw_section(section, inside, &spent, y, pen);
            }
            Row::Question(question) => draw_question(app, question, at == here, y, pen),
        }
    }
    draw_left(app, study, &spent, foot, pen);
}

fn draw_section(
    section: &RailSection,
    inside: bool,
    spent: &BTreeMap<&str, i64>,
    y: u16,
    pen: &mut Pen<'_>,
) {
    let end = pen.width().saturating_sub(2);
    let over = section.is_over(spent);
    let (mark, role) = if over {
        ("!", Role::Warning)
    } else if section.left() == 0 {
        ("✓", Role::Good)
    } else {
        (" ", Role::Dim)
    };
    pen.text(end, y, mark, role);
    let role = if over { Role::Warning } else { Role::Dim };
    pen.text_right(end.saturating_sub(1), y, &minutes(section, spent), role);
    let asked = format!("{}/{}", section.asked(), section.total());
    let from = pen.text_right(end.saturating_sub(ASKED - 1), y, &asked, Role::Dim);
    let title = format!("{} {}", section.key, section.title);
    let role = if inside { Role::Strong } else { Role::Dim };
    pen.text_in(1, y, from.saturating_sub(2), &title, role);
}

fn draw_question(app: &App, question: &RailQuestion, now: bool, y: u16, pen: &mut Pen<'_>) {
    let end = pen.width().saturating_sub(2);
    let role = match question.sign {
        Sign::Asked => Role::Good,
        Sign::Blank | Sign::NotApplicable | Sign::NotAsked => Role::Dim,
        _ => Role::Warning,
    };
    pen.text(end, y, question.sign.glyph(), role);
    if now {
        pen.text(1, y, "▶", Role::Strong);
    }
    let role = if now && question.muted.is_none() {
        Role::Text
    } else {
        Role::Dim
    };
    let words = match &question.muted {
        Some(why) => format!(
            "{} ({}) {}",
            question.key,
            app.words.say(why),
            question.text
        ),
        None => format!("{} {}", question.key, question.text),
    };
    pen.text_in(3, y, end.saturating_sub(4), &words, role);
}

/// What is left for this person; below it what is still open before hanging up.
fn draw_left(app: &App, study: &Study, spent: &BTreeMap<&str, i64>, foot: u16, pen: &mut Pen<'_>) {
    let y = pen.height().saturating_sub(foot);
    pen.text(1, y, &left(app, spent), Role::Text);
    if foot > 1 {
        open::draw(app, study, y + 1, pen);
    }
}

/// `left: 12 questions, 21 min planned`.
pub(super) fn left(app: &App, spent: &BTreeMap<&str, i64>) -> String {
    let rail = &app.places.live.rail;
    let minutes = rail.minutes_left(spent).ceil();
    crate::t!(
        app.words,
        "app-rail-left",
        questions = rail.left(),
        minutes = minutes as i64
    )
}

/// The section in hand in one line, where the rail itself is not seen.
pub(super) fn summary(app: &App, study: &Study, columns: u16) -> Option<(String, bool)> {
    let live = &app.places.live;
    let spent = spent(app, live, study);
    let section = live.rail.section_of(&live.line.question)?;
    let over = section.is_over(&spent);
    let mut words = format!(
        "{} {} · {}/{} · {} {}{}",
        section.key,
        section.title,
        section.asked(),
        section.total(),
        minutes(section, &spent),
        app.words.get("tui-rail-minutes"),
        if over { " !" } else { "" },
    );
    let left = left(app, &spent);
    if width(&words) + width(&left) + 12 <= columns as usize {
        words = format!("{words} ── {left}");
    }
    Some((words, over))
}
