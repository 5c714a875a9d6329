//! What the screen shows: views take the app and draw, they never change it.

mod bars;
mod board;
mod code;
mod codebook;
mod coders;
mod evidence;
mod find;
#[cfg(test)]
mod finding_test;
mod grid;
mod guide;
mod identity;
mod layers;
#[cfg(test)]
mod left_out_test;
mod live;
mod log;
mod memos;
#[cfg(test)]
mod milestone_test;
mod queue;
mod quotas;
#[cfg(test)]
mod quotes_test;
mod references;
mod settings;
mod start;
#[cfg(test)]
pub(crate) mod test_support;
mod transcript;
mod versions;

use super::pen::Pen;
use super::theme::{Role, Theme};
use crate::app::{App, At};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Below this the screen only says that it is too small.
const SMALLEST: (u16, u16) = (40, 8);

/// Draws everything; returns where the cursor stands.
pub fn draw(app: &App, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut pen = Pen::new(buffer, theme, area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        pen.text(0, 0, &app.words.get("tui-too-small"), Role::Warning);
        return None;
    }
    let body = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(app.frame_rows()),
        ..area
    };
    bars::top(app, &mut pen);
    let mut cursor = {
        let mut pen = pen.within(body);
        match app.at {
            At::Start => start::draw(app, &mut pen),
            At::Board => board::draw(app, &mut pen),
            At::Quotas => quotas::draw(app, &mut pen),
            At::References => references::draw(app, &mut pen),
            At::Memos => memos::draw(app, &mut pen),
            At::Versions => versions::draw(app, &mut pen),
            At::Coders => coders::draw(app, &mut pen),
            At::Live => live::draw(app, &mut pen),
            At::Transcript => transcript::draw(app, &mut pen),
            At::Codebook => codebook::draw(app, &mut pen),
            At::Evidence => evidence::draw(app, &app.places.evidence, &mut pen),
            At::Table => evidence::draw(app, &app.places.table, &mut pen),
            At::Passages => evidence::draw(app, &app.places.passages, &mut pen),
            At::Find => find::draw(app, &mut pen),
            At::Guide => guide::draw(app, &mut pen),
            At::Settings => settings::draw(app, &mut pen),
            At::Log => log::draw(app, &mut pen),
            At::Messages => log::draw_messages(app, &mut pen),
        }
    };
    let over = live::coverable(app, body);
    if let Some(layer) = app.layers.last().filter(|layer| layer.covers()) {
        cursor = layers::draw(app, layer, &mut pen.within(over));
    }
    if let Some(session) = &app.identity {
        identity::draw(app, session, &mut pen.within(body));
    }
    bars::which_key(app, &mut pen.within(over));
    bars::notice(app, &mut pen);
    bars::bottom(app, &mut pen);
    cursor
}

/// An empty place: what it is for, and the key that fills it.
fn empty(app: &App, pen: &mut Pen<'_>, purpose: &str, command: &str) -> Option<Position> {
    empty_saying(app, pen, &app.words.get(purpose), command)
}

/// The same, where the words name something.
fn empty_saying(app: &App, pen: &mut Pen<'_>, said: &str, command: &str) -> Option<Position> {
    let y = pen.height() / 3;
    let y = pen.paragraph(2, y, said, Role::Text);
    if let Some(id) = crate::command::CommandId::parse(command) {
        let context = app.places.get(app.at).context();
        let keys = app
            .keymap
            .label(context, id, app.words)
            .unwrap_or_else(|| format!(":{command}"));
        let x = pen.text(2, y + 1, &keys, Role::Key);
        pen.text(
            x + 1,
            y + 1,
            &app.words.say(&id.command().label()),
            Role::Text,
        );
    }
    pen.position(0, 0)
}
