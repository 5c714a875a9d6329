//! What lies over a place: at the foot of the body, under a thin rule, as high as it needs.

mod files;
mod preview;

use super::code::Colours;
use crate::app::App;
use crate::app::entry::Entry;
use crate::app::layer::form::FieldValue;
use crate::app::layer::{Confirm, Form, Help, Layer, Palette, PickItem, Picker, Prompt};
use crate::text::width::{clip, width};
use crate::text::wrap::{visible, wrap};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// Rows for what is told of the item under the cursor: a rule and four lines.
const ABOUT_ROWS: usize = 5;

/// Draws the top layer; returns where the cursor stands.
pub(super) fn draw(app: &App, layer: &Layer, pen: &mut Pen<'_>) -> Option<Position> {
    match layer {
        Layer::Picker(picker) => draw_picker(app, picker, pen),
        Layer::Palette(palette) => draw_palette(app, palette, pen),
        Layer::Help(help) => draw_help(app, help, pen),
        Layer::Form(form) => draw_form(app, form, pen),
        Layer::Confirm(confirm) => draw_confirm(app, confirm, pen),
        // They stand among the words; the cursor stays where it is.
        Layer::Labels(_) => None,
        Layer::Prompt(prompt) => draw_prompt(app, prompt, pen),
        Layer::Files(layer) => files::draw(app, layer, pen),
        Layer::Preview(layer) => preview::draw(app, layer, pen),
    }
}

/// The lowest `rows` rows of the body and one for the rule above them, emptied; the title stands in the rule.
pub(super) fn sheet<'a>(pen: &'a mut Pen<'_>, rows: usize, title: &str) -> Pen<'a> {
    let height = u16::try_from(rows + 1)
        .unwrap_or(u16::MAX)
        .min(pen.height());
    let area = pen.area;
    let mut pen = pen.within(Rect {
        y: area.bottom() - height,
        height,
        ..area
    });
    pen.clear();
    pen.rule(0, 0);
    pen.text_in(
        2,
        0,
        pen.width().saturating_sub(4),
        &format!(" {title} "),
        Role::Strong,
    );
    pen
}

/// A text being typed, scrolled so that its cursor is seen; returns where that stands.
pub(super) fn entry(
    pen: &mut Pen<'_>,
    x: u16,
    y: u16,
    entry: &Entry,
    role: Role,
) -> Option<Position> {
    let columns = pen.width().saturating_sub(x + 1) as usize;
    let text = entry.text();
    // The line the cursor is in: entries of several lines show one.
    let from = text[..entry.cursor()].rfind('\n').map_or(0, |at| at + 1);
    let to = text[entry.cursor()..]
        .find('\n')
        .map_or(text.len(), |at| entry.cursor() + at);
    let mut start = from;
    while width(&text[start..entry.cursor()]) > columns {
        start = crate::text::grapheme::next(text, start);
    }
    pen.text_in(
        x,
        y,
        pen.width().saturating_sub(x),
        clip(&text[start..to], columns),
        role,
    );
    let before = u16::try_from(width(&text[start..entry.cursor()])).unwrap_or(u16::MAX);
    pen.position(x + before, y)
}

/// A text of several lines being typed, on some rows, those around its cursor; returns where that stands.
fn lines(pen: &mut Pen<'_>, x: u16, rows: Range<u16>, entry: &Entry) -> Option<Position> {
    let columns = pen.width().saturating_sub(x + 1) as usize;
    let wrapped = wrap(entry.text(), columns.max(1));
    let at = wrapped
        .iter()
        .rposition(|row| row.start <= entry.cursor())
        .unwrap_or(0);
    let first = (at + 1).saturating_sub(rows.len());
    let mut cursor = None;
    for (y, (index, row)) in rows.zip(wrapped.iter().enumerate().skip(first)) {
        let shown = visible(entry.text(), row);
        pen.text_in(x, y, columns as u16, shown, Role::Text);
        if index == at {
            let before = entry.text().get(row.start..entry.cursor()).unwrap_or("");
            cursor = pen.position(x + width(before).min(columns) as u16, y);
        }
    }
    cursor
}

fn draw_prompt(app: &App, prompt: &Prompt, pen: &mut Pen<'_>) -> Option<Position> {
    let mut pen = sheet(pen, 1, &app.words.say(&prompt.title));
    entry(&mut pen, 1, 1, &prompt.entry, Role::Text)
}

fn draw_confirm(app: &App, confirm: &Confirm, pen: &mut Pen<'_>) -> Option<Position> {
    let question = app.words.say(&confirm.question);
    let columns = pen.width().saturating_sub(2).max(1) as usize;
    let question_rows = wrap(&question, columns).len();
    let mut pen = sheet(pen, question_rows + confirm.choices.len(), "");
    let first = pen.paragraph(1, 1, &question, Role::Text);
    let mut cursor = None;
    for (y, (index, choice)) in (first..).zip(confirm.choices.iter().enumerate()) {
        pen.text(3, y, &app.words.say(&choice.label), Role::Text);
        if index == confirm.list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(3, y);
        }
    }
    cursor
}

fn draw_form(app: &App, form: &Form, pen: &mut Pen<'_>) -> Option<Position> {
    let labels: Vec<String> = form
        .fields
        .iter()
        .map(|field| app.words.say(&field.label))
        .collect();
    let column = labels
        .iter()
        .map(|label| width(label))
        .max()
        .unwrap_or(0)
        .min(pen.width() as usize / 2);
    // What does not fit beside its value takes more rows, and so does a value of several lines.
    let beside = (pen.width() as usize).saturating_sub(column + 4).max(1);
    let most = (pen.height() as usize * 2 / 3).max(1);
    let rows_of = |index: usize| {
        let label: &str = labels.get(index).map_or("", String::as_str);
        let value = match form.fields.get(index).map(|field| &field.value) {
            Some(FieldValue::Lines(text)) => wrap(text.text(), beside).len().clamp(2, most),
            _ => 1,
        };
        wrap(label, column.max(1)).len().max(value)
    };
    let column = column as u16;
    let refused = usize::from(form.refused.is_some());
    let wanted: usize = (0..labels.len()).map(rows_of).sum();
    let mut pen = sheet(pen, wanted + refused, &app.words.say(&form.title));
    let rows = (pen.height() as usize).saturating_sub(1 + refused).max(1);
    let mut first = form.at;
    let mut taken = rows_of(first);
    while first > 0 && taken + rows_of(first - 1) <= rows {
        first -= 1;
        taken += rows_of(first);
    }
    let mut cursor = None;
    let mut y = 1;
    for (index, field) in form.fields.iter().enumerate().skip(first) {
        let here = index == form.at;
        if usize::from(y) + rows_of(index) > rows + 1 && !here {
            break;
        }
        let area = pen.area;
        let mut beside = pen.within(Rect {
            width: area.width.min(column + 1),
            height: area.height.saturating_sub(refused as u16),
            ..area
        });
        let role = if here { Role::Strong } else { Role::Dim };
        beside.paragraph(1, y, &labels[index], role);
        let next = y + rows_of(index) as u16;
        let x = column + 3;
        match &field.value {
            FieldValue::Lines(text) => {
                let bottom = next.min(pen.height() - refused as u16);
                let at = lines(&mut pen, x, y..bottom, text);
                cursor = if here { at } else { cursor };
            }
            FieldValue::Text(text) if here => cursor = entry(&mut pen, x, y, text, Role::Text),
            FieldValue::Text(text) => {
                pen.text(x, y, &text.text().replace('\n', " ⏎ "), Role::Text);
            }
            FieldValue::Choice(options, at) => {
                let label = options.get(*at).map_or("", |(_, label)| label);
                let room = pen.width().saturating_sub(x + if here { 4 } else { 0 });
                let after = pen.text_in(x, y, room, label, Role::Text);
                if here {
                    pen.text(after + 1, y, "◂ ▸", Role::Dim);
                    cursor = pen.position(x, y);
                }
            }
        }
        if here {
            pen.text(0, y, "▸", Role::Strong);
        }
        y = next;
    }
    if let Some((_, why)) = &form.refused {
        pen.text(1, y, &app.words.say(why), Role::Error);
    }
    cursor
}

fn draw_picker(app: &App, picker: &Picker, pen: &mut Pen<'_>) -> Option<Position> {
    // What is told of an item stands below the list, in rows kept free for it, so that the list does not jump.
    let tells = picker.tells_codes || !picker.about.is_empty();
    let about = if !tells || pen.height() < 12 {
        0
    } else {
        (pen.height() as usize / 4).clamp(ABOUT_ROWS, 10)
    };
    let wanted = picker.items.len().max(1) + 1 + usize::from(picker.offer_new.is_some()) + about;
    let height = pen.height() as usize;
    // A code is chosen for words that should stay in sight.
    let most = if about > 0 {
        height * 2 / 3
    } else {
        height.saturating_sub(2)
    };
    let rows = wanted.min(most).max(2);
    let mut pen = sheet(pen, rows, &app.words.say(&picker.title));
    let cursor = entry(&mut pen, 3, 1, &picker.entry, Role::Text);
    pen.text(1, 1, ">", Role::Dim);
    let height = (rows - 1).saturating_sub(about).max(1);
    if about > 0
        && let Some(item) = picker.current()
    {
        let code = picker.told.as_ref().filter(|told| told.item == item.id);
        let told = code
            .map(|told| &told.card)
            .or_else(|| picker.about.get(&item.id))
            .map_or("", String::as_str);
        let foot = height as u16 + 2;
        pen.rule(0, foot);
        let mut y = pen.paragraph(3, foot + 1, told, Role::Text);
        for quote in code.iter().flat_map(|told| &told.quotes) {
            if y >= pen.height() {
                break;
            }
            y = pen.paragraph(3, y, quote, Role::Dim);
        }
    }
    let colours = app.work.as_ref().map(|work| Colours::of(work.study()));
    let mut list = picker.list;
    list.show(picker.rows(), height);
    for (line, row) in list.window(picker.rows(), height).enumerate() {
        let y = line as u16 + 2;
        if let Some(found) = picker.found.get(row) {
            let item = &picker.items[found.item];
            let key = colours
                .as_ref()
                .map_or(Role::Text, |colours| colours.role(item.code.as_ref()));
            draw_item(item, &found.bytes, key, y, &mut pen);
        } else if let Some(words) = &picker.offer_new {
            let x = pen.text(3, y, &app.words.say(words), Role::Notice);
            pen.text(x + 1, y, picker.entry.text().trim(), Role::Strong);
        }
        if row == list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
        }
    }
    if picker.rows() == 0 {
        pen.text(3, 2, &app.words.get("tui-nothing-found"), Role::Dim);
    }
    cursor
}

/// One thing to choose; the letters that were found are marked.
fn draw_item(item: &PickItem, found: &[usize], key: Role, y: u16, pen: &mut Pen<'_>) {
    let label = item.key.len() + 1;
    let detail = label + item.label.len() + 1;
    let alias = detail + item.detail.len() + 1;
    let named = if item.found_by_alias(found) {
        item.alias.as_str()
    } else {
        ""
    };
    let mut x = 3;
    if !item.short.is_empty() {
        x = pen.text(x, y, &item.short, Role::Key) + 1;
    }
    // Of a long label the beginning is seen, so that a short word on it has its place: a state, a path.
    let told = width(&item.detail);
    let kept = u16::try_from(told).unwrap_or(u16::MAX).saturating_add(3);
    let kept = if told > 0 && kept <= pen.width() / 3 {
        kept
    } else {
        0
    };
    for (text, begins, role, gap, kept) in [
        (&*item.key, 0, key, 1, 0),
        (&*item.label, label, Role::Text, 2, kept),
        (named, alias, Role::Dim, 2, 0),
        (&*item.detail, detail, Role::Dim, 2, 0),
    ] {
        if text.is_empty() {
            continue;
        }
        let room = pen.width().saturating_sub(x).saturating_sub(kept);
        let after = pen.text_in(x, y, room, text, role);
        for byte in found {
            let before = byte.checked_sub(begins).filter(|at| *at < text.len());
            if let Some(before) = before.and_then(|at| text.get(..at)) {
                let at = x.saturating_add(u16::try_from(width(before)).unwrap_or(u16::MAX));
                pen.mark(at..at.saturating_add(1), y, Role::Match);
            }
        }
        x = after.saturating_add(gap);
    }
}

fn draw_palette(app: &App, palette: &Palette, pen: &mut Pen<'_>) -> Option<Position> {
    let rows = (pen.height() as usize).saturating_sub(1);
    let mut pen = sheet(pen, rows, &app.words.get("tui-palette"));
    let cursor = entry(&mut pen, 3, 1, &palette.entry, Role::Text);
    pen.text(1, 1, ":", Role::Dim);
    let height = rows - 1;
    let mut list = palette.list;
    list.show(palette.found.len(), height);
    for (line, row) in list.window(palette.found.len(), height).enumerate() {
        let Some(command) = palette.found.get(row) else {
            continue;
        };
        let y = line as u16 + 2;
        let reason = palette.reason(command);
        let role = if reason.is_some() {
            Role::Dim
        } else {
            Role::Text
        };
        let keys = app
            .keymap
            .label(palette.context, command.id, app.words)
            .unwrap_or_default();
        pen.text_in(
            3,
            y,
            12,
            &keys,
            if reason.is_some() {
                Role::Dim
            } else {
                Role::Key
            },
        );
        let mut x = pen.text(16, y, &app.words.say(&command.label()), role);
        if let Some(reason) = reason {
            x = pen.text(
                x + 2,
                y,
                &format!("— {}", app.words.say(&reason)),
                Role::Dim,
            );
        }
        let name = command.name;
        if x as usize + name.len() + 3 < pen.width() as usize {
            pen.text_right(pen.width().saturating_sub(1), y, name, Role::Dim);
        }
        if row == list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
        }
    }
    cursor
}

fn draw_help(app: &App, help: &Help, pen: &mut Pen<'_>) -> Option<Position> {
    let rows = (pen.height() as usize).saturating_sub(1);
    let title = app.words.get(&help.context.label_key());
    let mut pen = sheet(pen, rows, &crate::t!(app.words, "tui-help", place = title));
    let cursor = entry(&mut pen, 3, 1, &help.entry, Role::Text);
    pen.text(1, 1, "/", Role::Dim);
    let shown = help.shown();
    let height = rows - 1;
    let mut list = help.list;
    list.show(shown.len(), height);
    for (line, row) in list.window(shown.len(), height).enumerate() {
        let Some(entry) = shown.get(row) else {
            continue;
        };
        let y = line as u16 + 2;
        pen.text_in(3, y, 14, &entry.keys, Role::Key);
        let x = pen.text(18, y, &entry.words, Role::Text);
        if x as usize + entry.name.len() + 3 < pen.width() as usize {
            pen.text_right(pen.width().saturating_sub(1), y, &entry.name, Role::Dim);
        }
        if row == list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
        }
    }
    cursor
}
