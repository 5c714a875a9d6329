//! The codes that are suggested: in the side pane with the words that speak for them, else below the text.

use crate::analysis::suggest::Suggestion;
use crate::app::App;
use crate::command::CodingAct;
use crate::study::{Study, label};
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;

/// What takes each of them, in order.
const TAKE: [CodingAct; 3] = [CodingAct::First, CodingAct::Second, CodingAct::Third];

/// The suggestions that still stand, each with its key on this keymap and its code.
fn shown<'a>(
    app: &'a App,
    study: &'a Study,
) -> impl Iterator<Item = (String, &'a Suggestion, &'a crate::study::codebook::Code)> {
    let best = app.places.transcript.suggestions();
    best.iter().zip(TAKE).filter_map(|(one, take)| {
        let context = app.places.get(app.at).context();
        let key = app.keymap.label(context, take, app.words);
        let code = study.records.codes.get(&one.code)?;
        Some((key.unwrap_or_default(), one, code))
    })
}

/// In the side pane, from a row on: two rows each. The row after the last one.
pub(super) fn in_pane(
    app: &App,
    study: &Study,
    colours: &Colours,
    y: u16,
    pen: &mut Pen<'_>,
) -> u16 {
    let mut y = y;
    let lang = app.words.lang().code();
    for (at, (key, one, code)) in shown(app, study).enumerate() {
        if at == 0 {
            pen.text(2, y, &app.words.get("tui-transcript-suggested"), Role::Dim);
            y += 1;
        }
        let x = pen.text(2, y, &key, Role::Key);
        let x = pen.text(x + 1, y, &code.key, colours.role(Some(&one.code)));
        pen.text(x + 1, y, label(&code.labels, lang, study), Role::Text);
        let why = app.words.say(&one.why.message());
        pen.text(4, y + 1, &why, Role::Dim);
        y += 2;
    }
    y
}

/// In one row, from a column on, at its right end: as many as there is room for.
pub(super) fn in_row(app: &App, study: &Study, from: u16, y: u16, pen: &mut Pen<'_>) {
    let colours = Colours::of(study);
    let list: Vec<_> = shown(app, study).collect();
    let title = app.words.get("tui-transcript-suggested");
    let wide = |n: usize| -> usize {
        let each = list.iter().take(n);
        let each = each.map(|(key, _, code)| width(key) + width(&code.key) + 3);
        width(&title) + each.sum::<usize>()
    };
    let room = usize::from(pen.width().saturating_sub(from + 3));
    let Some(n) = (1..=list.len()).rev().find(|n| wide(*n) <= room) else {
        return;
    };
    let mut x = pen.width() - 1 - wide(n) as u16;
    x = pen.text(x, y, &title, Role::Dim);
    for (key, one, code) in list.into_iter().take(n) {
        x = pen.text(x + 2, y, &key, Role::Key);
        x = pen.text(x + 1, y, &code.key, colours.role(Some(&one.code)));
    }
}
