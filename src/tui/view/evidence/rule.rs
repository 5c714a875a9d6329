//! By which rule a table was counted: one line below it, or all of it.

use crate::analysis::Table;
use crate::app::App;
use crate::i18n::Words;
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::layers::sheet;
use ratatui::layout::Position;

/// First hexadecimal digits of a hash that are shown in a line.
const SHORT: usize = 7;

/// The line that always stands below a table.
pub fn line(table: &Table, words: Words, y: u16, pen: &mut Pen<'_>) {
    let head: String = table.head.chars().take(SHORT).collect();
    let head = t!(words, "tui-evidence-head", head = head);
    let left = pen.text_right(pen.width().saturating_sub(1), y, &head, Role::Dim);
    let rule = t!(words, "tui-evidence-rule", rule = words.say(&table.rule));
    pen.text_in(1, y, left.saturating_sub(3), &rule, Role::Dim);
}

/// Rule, filters, date and head in full.
pub fn draw(app: &App, table: &Table, pen: &mut Pen<'_>) -> Option<Position> {
    let words = app.words;
    let filters: Vec<String> = table
        .filters
        .pairs()
        .into_iter()
        .map(|(name, value)| {
            let name = words.get(&format!("tui-evidence-filter-{name}"));
            format!("{name} {value}")
        })
        .collect();
    let mut lines = vec![
        (words.say(&table.rule), Role::Text),
        (
            t!(
                words,
                "tui-evidence-counts",
                interviews = table.n_interviews,
                organisations = table.n_organisations,
                withdrawn = table.n_withdrawn,
                references = table.n_reference_excerpts
            ),
            Role::Text,
        ),
    ];
    if !filters.is_empty() {
        let filters = t!(words, "tui-evidence-filters", filters = filters.join(" · "));
        lines.push((filters, Role::Text));
    }
    if let Some(date) = table.date {
        let date = date.to_string();
        lines.push((t!(words, "tui-evidence-date", date = date), Role::Dim));
    }
    let head = t!(words, "tui-evidence-head", head = &table.head);
    lines.push((head, Role::Dim));
    let columns = usize::from(pen.width().saturating_sub(2)).max(1);
    let rows = lines
        .iter()
        .map(|(text, _)| crate::text::wrap::wrap(text, columns).len())
        .sum::<usize>()
        + lines.len()
        - 1;
    let mut pen = sheet(pen, rows, &words.get("tui-evidence-rule-title"));
    let mut y = 1;
    for (text, role) in lines {
        y = pen.paragraph(1, y, &text, role) + 1;
    }
    pen.position(1, 1)
}
