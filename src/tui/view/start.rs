//! The start page: what can be begun, and the studies that are there.

use super::bars::date;
use crate::app::App;
use crate::app::place::start::{Listed, OFFERS, Start};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the start page.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.start;
    let title = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let first = u16::from(pen.height() > 12);
    pen.text(1, first, title, Role::Strong);
    let mut y = pen.paragraph(1, first + 1, &app.words.get("tui-empty-start"), Role::Text) + 1;
    let mut cursor = None;
    for (index, offer) in OFFERS.iter().enumerate() {
        let command = offer.command();
        let keys = app
            .keymap
            .label(crate::command::Context::Start, *offer, app.words)
            .unwrap_or_default();
        pen.text_in(3, y, 4, &keys, Role::Key);
        let x = pen.text_in(7, y, 30, &app.words.say(&command.label()), Role::Text);
        pen.text(
            x.max(34) + 1,
            y,
            &app.words.get(&command.desc_key()),
            Role::Dim,
        );
        if place.list.at == index {
            cursor = focus(pen, y);
        }
        y += 1;
    }
    y += 1;
    if place.studies.is_empty() {
        return cursor;
    }
    let folder = app.loaded.paths.data_dir.display().to_string();
    let x = pen.text(1, y, &app.words.get("tui-start-studies"), Role::Strong);
    pen.text(x + 2, y, &folder, Role::Dim);
    y += 1;
    let height = Start::height(app.eye().height).max(1);
    let at = place.list.at.checked_sub(OFFERS.len());
    let top = at.map_or(0, |at| (at + 1).saturating_sub(height));
    for (index, study) in place.studies.iter().enumerate().skip(top).take(height) {
        draw_study(app, study, pen, y);
        if at == Some(index) {
            cursor = focus(pen, y);
        }
        y += 2;
    }
    cursor
}

fn focus(pen: &mut Pen<'_>, y: u16) -> Option<Position> {
    pen.text(1, y, "▸", Role::Strong);
    pen.mark_row(y, Role::Focus);
    pen.position(1, y)
}

/// Name, title, number of interviews, last change; below, what it is for.
fn draw_study(app: &App, study: &Listed, pen: &mut Pen<'_>, y: u16) {
    let Some(about) = &study.about else {
        pen.text(3, y, &study.name, Role::Strong);
        return;
    };
    let mut end = pen.width().saturating_sub(1);
    if let Some(changed) = about.changed {
        end = pen.text_right(end, y, &date(changed), Role::Dim);
        end = end.saturating_sub(2);
    }
    let count = crate::t!(app.words, "tui-start-interviews", n = about.interviews);
    end = pen.text_right(end, y, &count, Role::Dim).saturating_sub(2);
    let x = pen.text_in(3, y, end.saturating_sub(3), &study.name, Role::Strong);
    if about.title != study.name {
        pen.text_in(
            x + 2,
            y,
            end.saturating_sub(x + 2),
            &about.title,
            Role::Text,
        );
    }
    let room = pen.width().saturating_sub(6);
    pen.text_in(5, y + 1, room, &about.aim, Role::Dim);
}
