//! A transcript, a reference text or notes: lanes, times, speakers, words; below, the codings here; at the side, the codes.

mod bar;
mod beside;
mod foot;
mod hints;
mod pane;
#[cfg(test)]
mod replay_test;
#[cfg(test)]
mod tests;
mod words;

use crate::app::App;
use crate::app::place::transcript::reading::Shut;
use crate::tui::pen::Pen;
use ratatui::layout::Position;

/// Draws the place.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let transcript = &app.places.transcript;
    if transcript.reading().is_none() {
        let (purpose, command) = match transcript.shut() {
            Some(Shut::Withdrawn) => ("tui-transcript-withdrawn", "place.sessions"),
            Some(Shut::Missing) => ("tui-transcript-missing", "study.check"),
            Some(Shut::Empty) => ("tui-transcript-empty", "file.import"),
            Some(Shut::Nothing) | None => ("tui-transcript-nothing", "place.sessions"),
        };
        return super::empty(app, pen, purpose, command);
    }
    let cursor = words::draw(app, pen);
    foot::draw(app, pen);
    pane::draw(app, pen);
    bar::draw(app, pen);
    cursor
}
