//! The board of interviews, and the interview under the cursor beside it.

mod pane;

use super::bars::date;
use super::grid::{self, Column};
use crate::app::App;
use crate::app::place::board::{Board, Row, Stand};
use crate::study::Study;
use crate::study::word::{Consent, SessionState};
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Width from which the pane stands beside the table.
const WIDE: u16 = 100;

/// Columns of the pane.
const PANE: u16 = 40;

/// Draws the board.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let board = &app.places.board;
    let Some(work) = &app.work else {
        if !app.away.is_empty() {
            // a worker has the study; the line under this says what for
            return None;
        }
        return super::empty(app, pen, "tui-empty-board", "study.open");
    };
    if board.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-board", "session.new");
    }
    let area = pen.area;
    // Beside the table where there is room; elsewhere its key lays it over the table.
    let beside = area.width >= WIDE;
    let pane = app.side_pane == beside;
    let table = Rect {
        width: if beside && pane {
            area.width - PANE - 1
        } else {
            area.width
        },
        ..area
    };
    let cursor = draw_table(app, work.study(), board, &mut pen.within(table));
    if pane {
        let over = Rect {
            x: area.right().saturating_sub(PANE),
            width: PANE.min(area.width),
            height: area.height.saturating_sub(1),
            ..area
        };
        if !beside {
            pen.within(over).clear();
        }
        pen.upright(area.width.saturating_sub(PANE + 1), 0..over.height);
        if let Some(row) = board.rows.get(board.list.at) {
            pane::draw(app, work.study(), row, &mut pen.within(over));
        }
    }
    let foot = area.height.saturating_sub(1);
    let room = area.width.saturating_sub(2);
    pen.parts(1, foot, room, &sums(app, board), Role::Dim);
    cursor
}

fn draw_table(app: &App, study: &Study, board: &Board, pen: &mut Pen<'_>) -> Option<Position> {
    let height = Board::height(pen.height());
    let window = board.list.window(board.rows.len(), height);
    let shown = board.rows.get(window.clone()).unwrap_or_default();
    grid::draw(pen, 1, 0, &columns(app, study, board, shown));
    let mut cursor = None;
    if window.contains(&board.list.at) {
        let y = (board.list.at - window.start) as u16 + 1;
        pen.mark_row(y, Role::Focus);
        cursor = pen.position(1, y);
    }
    cursor
}

/// Columns in the order of the eye; ranks say which give way first.
fn columns(app: &App, study: &Study, board: &Board, rows: &[Row]) -> Vec<Column> {
    let words = app.words;
    let head = |key: &str| words.get(&format!("tui-board-{key}"));
    let language = words.lang().code();
    let mut columns = vec![
        Column::text(head("key"), 0, 16),
        Column::text(head("state"), 0, 14),
        Column::text(head("consent"), 1, 14),
    ];
    let many = board.strata.len() as u8;
    for (index, id) in board.strata.iter().enumerate() {
        let attribute = study.records.attributes.get(id);
        let label = attribute.map_or("", |attribute| {
            let label = crate::study::label(&attribute.labels, language, study);
            if label.is_empty() {
                &attribute.key
            } else {
                label
            }
        });
        // The first stratum is the last of them to go.
        let rank = if index == 0 {
            2
        } else {
            4 + many.min(index as u8)
        };
        columns.push(Column::text(label.to_owned(), rank, 16));
    }
    let first = columns.len();
    columns.extend([
        Column::text(head("organisation"), 4, 16),
        Column::number(head("codings"), 3),
        Column::text(head("date"), 20, 10),
        Column::number(head("turns"), 21),
        Column::number(head("notes"), 22),
        Column::number(head("minutes"), 23),
    ]);
    for row in rows {
        let withdrawn = row.consent == Consent::Withdrawn;
        let role = if withdrawn { Role::Dim } else { Role::Text };
        let mut cells = vec![
            (
                row.key.clone(),
                if withdrawn { Role::Dim } else { Role::Strong },
            ),
            if withdrawn {
                (String::new(), role)
            } else {
                stand(app, row.stand)
            },
            match consent(app, row.consent) {
                (words, _) if row.is_unasked() => (words, Role::Warning),
                known => known,
            },
        ];
        cells.extend(row.strata.iter().map(|value| (value.clone(), role)));
        let number = |n: usize| match n {
            _ if withdrawn => String::new(),
            0 => "·".to_owned(),
            n => n.to_string(),
        };
        cells.extend([
            (row.organisation.clone(), role),
            (number(row.codings), role),
            (row.date.map_or_else(String::new, date), role),
            (number(row.turns as usize), role),
            (number(row.notes), role),
            (
                row.minutes.map_or_else(String::new, |n| n.to_string()),
                role,
            ),
        ]);
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.cells.push(cell);
        }
    }
    // A stratum that nobody has a value of, an organisation that nobody named: no column.
    let mut index = 0;
    columns.retain(|column| {
        index += 1;
        let optional = (4..=first + 1).contains(&index) || index > first + 2;
        !optional
            || column
                .cells
                .iter()
                .any(|(cell, _)| !cell.is_empty() && cell != "·")
    });
    columns
}

/// Words and look of where an interview stands.
fn stand(app: &App, stand: Stand) -> (String, Role) {
    match stand {
        Stand::Stated(state) => {
            let words = app.words.get(&format!("app-state-{}", state.as_str()));
            let role = match state {
                SessionState::Running => Role::Notice,
                SessionState::Done => Role::Text,
                _ => Role::Dim,
            };
            (words, role)
        }
        Stand::Transcribed => (app.words.get("tui-board-transcribed"), Role::Text),
        Stand::Coded(share) => (
            t!(app.words, "tui-board-coded", share = u32::from(share)),
            Role::Good,
        ),
    }
}

/// Words and look of a consent.
fn consent(app: &App, consent: Consent) -> (String, Role) {
    let key = match consent {
        Consent::Unknown => "app-consent-unknown".to_owned(),
        known => format!("app-consent-{}", known.as_str()),
    };
    let role = match consent {
        Consent::Given => Role::Text,
        Consent::NoQuote | Consent::AfterReading => Role::Notice,
        Consent::Unknown => Role::Dim,
        Consent::Withdrawn => Role::Warning,
    };
    (app.words.get(&key), role)
}

/// The counts of all, withdrawn ones aloud, the first to go last.
fn sums(app: &App, board: &Board) -> Vec<String> {
    let sums = &board.sums;
    let mut parts = vec![t!(app.words, "tui-board-sum", n = sums.interviews)];
    let now = (app.now)();
    let late = |row: &&Row| {
        row.undebriefed
            .is_some_and(|end| now.duration_since(end) > crate::study::debrief::WITHIN)
    };
    for (key, n) in [
        (
            "tui-board-sum-undebriefed",
            board.rows.iter().filter(late).count(),
        ),
        ("tui-board-sum-unasked", sums.unasked),
        ("tui-board-sum-withdrawn", sums.withdrawn),
        ("tui-board-sum-planned", sums.planned),
        ("tui-board-sum-running", sums.running),
        ("tui-board-sum-done", sums.done),
        ("tui-board-sum-transcribed", sums.transcribed),
        ("tui-board-sum-codings", sums.all.2),
        ("tui-board-sum-turns", sums.all.0 as usize),
        ("tui-board-sum-notes", sums.all.1),
    ] {
        if n > 0 {
            parts.push(app.words.with(key, &[("n", (n as i64).into())]));
        }
    }
    parts
}

#[cfg(test)]
mod tests;
