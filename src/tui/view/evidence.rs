//! A table, the passages behind the row under its cursor, the rule it was counted by.

mod columns;
mod figures;
mod passages;
mod picture;
mod rule;
mod table;
#[cfg(test)]
mod tests;

use super::code::Colours;
use crate::analysis::{Cell, Table};
use crate::app::App;
use crate::app::place::evidence::layout::HEAD;
use crate::app::place::evidence::shown::{Shown, Subject};
use crate::app::place::evidence::{Evidence, Gaps};
use crate::study::{Study, label};
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Draws the place.
pub(super) fn draw(app: &App, place: &Evidence, pen: &mut Pen<'_>) -> Option<Position> {
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-evidence", "study.open");
    };
    let study = work.study();
    if let Some(fault) = &place.fault {
        pen.paragraph(2, pen.height() / 3, &app.words.say(fault), Role::Warning);
        return pen.position(0, 0);
    }
    if place.subject == Subject::Evidence && study.records.scenarios.is_empty() {
        return super::empty(app, pen, "tui-empty-evidence", "place.settings");
    }
    let Some(shown) = &place.shown else {
        pen.text(
            2,
            pen.height() / 3,
            &app.words.get("tui-evidence-counting"),
            Role::Notice,
        );
        return pen.position(0, 0);
    };
    if place.subject == Subject::Auto && place.n_passages == 0 {
        return super::empty(app, pen, "tui-empty-review", "place.search");
    }
    // Answers and the sample have their rows before anything is coded.
    if place.subject != Subject::Evidence && shown.table.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-passages", "place.transcript");
    }
    let layout = place.layout(pen.height(), app.side_pane);
    head(app, place, &shown.table, pen);
    let mut cursor = None;
    if layout.table > 0 {
        cursor = match place.subject {
            _ if place.picture => picture::draw(app, study, place, shown, &layout, pen),
            Subject::Evidence => figures::draw(app, study, place, shown, &layout, pen),
            _ => table::draw(app, study, place, shown, &layout, pen),
        };
    }
    if layout.passages > 0 {
        let top = if place.passages_only() {
            1
        } else {
            let top = (HEAD + layout.table) as u16;
            title(app, study, place, shown, top, pen);
            top + 1
        };
        let area = Rect {
            y: pen.area.y + top,
            height: (layout.passages + layout.words) as u16,
            ..pen.area
        };
        let at = passages::draw(app, place, &layout, &mut pen.within(area));
        if place.at_passages() {
            cursor = at;
        }
    }
    rule::line(&shown.table, app.words, pen.height().saturating_sub(1), pen);
    if place.rule_open {
        return rule::draw(app, &shown.table, pen);
    }
    cursor
}

/// Interviews, those asked, those withdrawn, what was filtered.
fn head(app: &App, place: &Evidence, table: &Table, pen: &mut Pen<'_>) {
    let words = app.words;
    let mut parts = vec![t!(words, "tui-evidence-interviews", n = table.n_interviews)];
    if place.subject == Subject::Evidence {
        match table.cell(0, "n_asked") {
            Some(Cell::Integer(n)) => parts.push(t!(words, "tui-evidence-asked", n = *n)),
            _ => parts.push(words.get("tui-evidence-not-asked")),
        }
    }
    if table.n_withdrawn > 0 {
        parts.push(t!(words, "tui-evidence-withdrawn", n = table.n_withdrawn));
    }
    let references = match table.cell(0, "n_reference_excerpts") {
        Some(Cell::Integer(n)) if place.subject == Subject::Evidence => *n,
        _ => i64::try_from(table.n_reference_excerpts).unwrap_or(i64::MAX),
    };
    if references > 0 {
        parts.push(t!(words, "tui-evidence-references", n = references));
    }
    if let Some(coder) = &place.coder {
        parts.push(t!(words, "tui-evidence-coder", coder = coder));
    }
    if let Some(scenario) = &place.asked.scenario {
        parts.push(t!(words, "tui-evidence-scenario", scenario = scenario));
    }
    if let Some(unit) = place.asked.unit {
        parts.push(words.get(&format!("app-table-unit-{}", unit.as_str())));
    }
    match place.gaps {
        Gaps::All => {}
        Gaps::Only => parts.push(words.get("tui-evidence-gaps-only")),
        Gaps::Hidden => parts.push(words.get("tui-evidence-gaps-hidden")),
    }
    let mut end = pen.width().saturating_sub(1);
    if place.is_stale() {
        end = pen
            .text_right(end, 0, &words.get("tui-evidence-stale"), Role::Notice)
            .saturating_sub(2);
    }
    if let Some(by) = &place.by {
        let label = app
            .work
            .as_ref()
            .and_then(|work| {
                let study = work.study();
                let (_, attribute) = study.attribute_by_key(by)?;
                Some(label(&attribute.labels, words.lang().code(), study).to_owned())
            })
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| by.clone());
        end = pen
            .text_right(
                end,
                0,
                &t!(words, "tui-evidence-by", by = label.to_lowercase()),
                Role::Strong,
            )
            .saturating_sub(2);
    }
    pen.text_in(1, 0, end.saturating_sub(1), &parts.join(" · "), Role::Text);
}

/// The thin rule above the passages, with the row's name and counts in it.
fn title(app: &App, study: &Study, place: &Evidence, shown: &Shown, y: u16, pen: &mut Pen<'_>) {
    pen.rule(1, y);
    let Some(row) = place.current_row() else {
        return;
    };
    let mut parts = vec![row_name(app, study, place, shown, row)];
    if let Some(column) = shown.table.columns.get(place.column)
        && place.column > 0
    {
        parts.push(column.label.say(app.words));
    }
    // several codings may be on one passage: the figure counts passages
    let n = place.distinct_passages(study);
    parts.push(t!(app.words, "tui-evidence-passages", n = n));
    if n != place.n_passages {
        parts.push(t!(app.words, "tui-evidence-codings", n = place.n_passages));
    }
    if let Some(Cell::Integer(n)) = shown.table.cell(row, "n_interviews")
        && place.column == 0
    {
        parts.push(t!(app.words, "tui-evidence-interviews", n = *n));
    }
    let title = format!(" {} ", parts.join(" · "));
    pen.text_in(2, y, pen.width().saturating_sub(4), &title, Role::Strong);
}

/// Key and label of the row's code, else what stands in its first cell.
fn row_name(app: &App, study: &Study, place: &Evidence, shown: &Shown, row: usize) -> String {
    match shown.codes.get(row).and_then(Option::as_ref) {
        Some(id) => {
            let key = match shown.table.cell(row, "code") {
                Some(Cell::Text(key)) => key.as_str(),
                _ => "",
            };
            let name = study.records.codes.get(id).map_or("", |code| {
                label(&code.labels, app.words.lang().code(), study)
            });
            if name.is_empty() || key.to_lowercase().contains(&name.to_lowercase()) {
                key.to_owned()
            } else {
                format!("{key} {name}")
            }
        }
        None if place.subject == Subject::Evidence => app.words.get("tui-evidence-total"),
        None => shown
            .table
            .columns
            .first()
            .map_or_else(String::new, |first| {
                let said = shown.table.said(row, &first.key, app.words);
                if said.is_empty() {
                    let cells = shown.table.rows.get(row).map(|row| &row.cells);
                    columns::shown(cells.and_then(|cells| cells.first()), app.words)
                } else {
                    said
                }
            }),
    }
}

/// Gives the key that begins a row's name the colour of its code, in so many columns.
fn colour_key(
    shown: &Shown,
    colours: &Colours<'_>,
    (row, y): (usize, u16),
    columns: usize,
    pen: &mut Pen<'_>,
) {
    if let Some(id) = shown.codes.get(row).and_then(Option::as_ref)
        && let Some(Cell::Text(key)) = shown.table.cell(row, "code")
    {
        let end = 1 + width(key).min(columns) as u16;
        pen.mark(1..end, y, colours.role(Some(id)));
    }
}

/// Marks the row under the cursor: in reverse where it has the keys.
fn on_cursor(place: &Evidence, at: usize, y: u16, pen: &mut Pen<'_>) -> Option<Position> {
    if at != place.list.at {
        return None;
    }
    pen.text(0, y, "▸", Role::Strong);
    if !place.at_passages() {
        pen.mark_row(y, Role::Focus);
    }
    pen.position(0, y)
}
