//! The lines around the text: where am I, what was just done, which keys.

use crate::app::notice::Level;
use crate::app::{App, At};
use crate::command::{CommandId, GeneralAct};
use crate::store::Saved;
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;

/// Most commands in the bottom line.
const IN_BAR: usize = 8;

/// Key of the words for a place.
fn place_key(at: At) -> &'static str {
    match at {
        At::Start => "tui-place-start",
        At::Board => "tui-place-board",
        At::Quotas => "tui-place-quotas",
        At::References => "tui-place-references",
        At::Memos => "tui-place-memos",
        At::Versions => "tui-place-versions",
        At::Coders => "tui-place-coders",
        At::Live => "tui-place-live",
        At::Transcript => "tui-place-transcript",
        At::Codebook => "tui-place-codebook",
        At::Evidence => "tui-place-evidence",
        At::Table => "tui-place-table",
        At::Passages => "tui-place-passages",
        At::Find => "tui-place-find",
        At::Guide => "tui-place-guide",
        At::Settings => "tui-place-settings",
        At::Log => "tui-place-log",
        At::Messages => "tui-place-messages",
    }
}

/// Study ▸ place ▸ object, what matters here, and at the right whether it is saved.
pub(super) fn top(app: &App, pen: &mut Pen<'_>) {
    let mut right = pen.width();
    if let Some(work) = &app.work {
        let (text, role) = match work.store.saved() {
            _ if work.milestone.is_some() => {
                let name = work.milestone.as_deref().unwrap_or_default();
                (t!(app.words, "tui-as-of", name = name), Role::Warning)
            }
            _ if work.read_only => (app.words.get("tui-read-only"), Role::Warning),
            Saved::Saving => (app.words.get("tui-saving"), Role::Notice),
            Saved::Saved(at) => (t!(app.words, "tui-saved", at = clock(at)), Role::Dim),
            Saved::Failed(_) => (app.words.get("tui-not-saved"), Role::Error),
        };
        right = pen
            .text_right(pen.width().saturating_sub(1), 0, &text, role)
            .saturating_sub(2);
        if work.store.is_blind() {
            let blind = app.words.get("tui-blind");
            right = pen
                .text_right(right, 0, &blind, Role::Warning)
                .saturating_sub(2);
        }
    }
    let mut parts = Vec::new();
    if let Some(work) = &app.work {
        let name = &work.study().settings().name;
        parts.push(if name.is_empty() {
            work.name.clone()
        } else {
            name.clone()
        });
    } else {
        parts.push("entretien".to_owned());
    }
    parts.push(app.words.get(place_key(app.at)));
    let object = app.places.get(app.at).object(&app.eye());
    if !object.is_empty() {
        parts.push(object);
    }
    // The study's name gives way first: the object is what one looks at.
    let needed: usize = parts.iter().skip(1).map(|part| width(part) + 3).sum();
    let room = (right as usize).saturating_sub(needed + 2).max(8);
    let mut x = 1;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            x = pen.text_in(x, 0, right.saturating_sub(x), " ▸ ", Role::Dim);
        }
        let columns = right
            .saturating_sub(x)
            .min(if index == 0 { room as u16 } else { u16::MAX });
        x = pen.text_in(
            x,
            0,
            columns,
            part,
            if index == 0 { Role::Strong } else { Role::Text },
        );
    }
}

/// A moment as the clock on the wall shows it here.
pub(super) fn clock(at: jiff::Timestamp) -> String {
    at.to_zoned_datetime(jiff::tz::TimeZone::system())
        .strftime("%H:%M:%S")
        .to_string()
}

/// A day as the calendar on the wall shows it here.
pub(super) fn date(at: jiff::Timestamp) -> String {
    at.to_zoned_datetime(jiff::tz::TimeZone::system())
        .strftime("%Y-%m-%d")
        .to_string()
}

/// What was told last: one line under the text, up to three over its foot where it is long.
pub(super) fn notice(app: &App, pen: &mut Pen<'_>) {
    let Some((level, text)) = app.told() else {
        return;
    };
    let role = match level {
        Level::Info => Role::Notice,
        Level::Warning => Role::Warning,
        Level::Error => Role::Error,
    };
    let rows = app.told_rows(&text);
    let first = pen
        .height()
        .saturating_sub(1 + u16::try_from(rows.len()).unwrap_or(1));
    for (y, row) in (first..).zip(rows) {
        let blank = " ".repeat(pen.width() as usize);
        pen.text(0, y, &blank, Role::Text);
        pen.text(1, y, text.get(row).unwrap_or_default().trim_end(), role);
    }
}

/// The most useful commands of this moment, with their keys.
pub(super) fn bottom(app: &App, pen: &mut Pen<'_>) {
    let y = pen.height().saturating_sub(1);
    let context = app.context();
    let situation = app.situation();
    // Where the keys are listed is always said, at the end of the line.
    let help = CommandId::from(GeneralAct::Help);
    let mut end = pen.width().saturating_sub(1);
    if let Some(keys) = app.keymap.label(context, help, app.words) {
        let words = app.words.say(&help.command().label());
        let from = pen.text_right(end, y, &words, Role::Text);
        end = pen
            .text_right(from.saturating_sub(1), y, &keys, Role::Key)
            .saturating_sub(2);
    }
    let mut x = 1;
    let mut shown = 1;
    for item in app.keymap.bar(context, &situation) {
        if item.command.id == help || item.possible.is_err() {
            continue;
        }
        let keys = item.chord.label(app.words);
        let words = item.command.bar_label(app.words);
        let needed = width(&keys) + 1 + width(&words);
        if shown == IN_BAR || x as usize + needed > end as usize {
            continue;
        }
        x = pen.text(x, y, &keys, Role::Key);
        x = pen.text(x + 1, y, &words, Role::Text) + 2;
        shown += 1;
    }
}

/// What may follow the keys typed so far.
pub(super) fn which_key(app: &App, pen: &mut Pen<'_>) {
    let Some(menu) = app.pending.menu(&app.keymap, app.context()) else {
        return;
    };
    if menu.items.is_empty() {
        return;
    }
    let rows: Vec<(String, String)> = menu
        .items
        .iter()
        .map(|item| (item.step.label(app.words), item.what.words(app.words)))
        .collect();
    let fits = rows.len().div_ceil(2) < pen.height() as usize;
    let columns = if pen.width() >= 100 || !fits { 3 } else { 2 };
    let height = rows.len().div_ceil(columns).min(pen.height() as usize) as u16;
    let area = pen.area;
    let mut pen = pen.within(ratatui::layout::Rect {
        y: area.bottom().saturating_sub(height + 1),
        height: height + 1,
        ..area
    });
    pen.clear();
    pen.rule(0, 0);
    let column = pen.width() / columns as u16;
    for (index, (keys, words)) in rows.iter().enumerate() {
        let x = (index / height.max(1) as usize) as u16 * column + 1;
        let y = (index % height.max(1) as usize) as u16 + 1;
        let after = pen.text_in(x, y, column.saturating_sub(2), keys, Role::Key);
        pen.text_in(
            after + 1,
            y,
            column.saturating_sub(after + 2 - x),
            words,
            Role::Text,
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::tui::view::test_support::screen;

    #[test]
    fn the_bar_of_a_place_holds_what_is_of_that_place() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            for place in ["s", "p", "h", "c", "r", "e", "t"] {
                stage.keys(&format!("g {place}"));
                let shown = screen(&mut stage.app, 80, 24);
                let bar = shown.lines().nth(23).unwrap().to_owned();
                assert!(!bar.contains(" g "), "{bar}");
                let said = bar.split("  ").filter(|part| !part.is_empty()).count();
                assert!((4..=8).contains(&said), "{place}: {said} of {bar}");
            }
        }
    }

    #[test]
    fn a_form_offers_what_its_field_has() {
        let mut stage = Stage::new(Lang::En);
        let bar = |stage: &mut Stage| {
            let shown = screen(&mut stage.app, 80, 24);
            shown.lines().nth(23).unwrap().to_owned()
        };
        // one field that is typed
        stage.keys("g s m");
        let one = bar(&mut stage);
        assert!(!one.contains("Tab") && !one.contains("PgDn"), "{one}");
        stage.keys("esc e");
        let several = bar(&mut stage);
        assert!(several.contains("Tab"), "{several}");
    }
}
