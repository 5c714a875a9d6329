//! What two coders disagree on: the list, and below it what each put there, side by side.

mod beside;
#[cfg(test)]
mod beside_test;
#[cfg(test)]
mod blind_test;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::app::place::coders::{Coders, Row, Side};
use crate::message;
use crate::t;
use crate::text::wrap::{visible, wrap};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::grid::Column;
use crate::tui::view::queue;
use ratatui::layout::{Position, Rect};

/// Draws the list and both codings of the disagreement under the cursor.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.coders;
    if place.is_stale() && place.rows.is_empty() {
        // the line under the list says what is done
        return None;
    }
    if app.work.is_none() || place.rows.is_empty() {
        return empty(app, pen);
    }
    if let Some(beside) = &place.beside {
        return beside::draw(app, beside, pen);
    }
    let columns = [
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 3, 10),
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 1, 60),
    ];
    let cells = |row: &Row| {
        let kind = format!("cli-coders-kind-{}", row.kind.as_str());
        [
            (row.interview.clone(), Role::Strong),
            (row.time.clone().unwrap_or_default(), Role::Dim),
            (app.words.get(&kind), Role::Text),
            (row.codes(), Role::Text),
        ]
    };
    let said = app.words.say(&message!(
        "tui-coders-count",
        n = place.rows.len(),
        settled = place.settled,
        same = place.same
    ));
    let height = Coders::height(pen.height());
    let (cursor, below) = queue::list(
        pen,
        columns,
        (&place.rows, &place.list, height),
        cells,
        &said,
    );
    if let (Some(row), Some(pair)) = (place.current(), &place.pair) {
        let told = app.words.say(&row.told);
        let y = pen.paragraph(1, below, &told, Role::Strong);
        both(app, row, pair, pen, y + 1);
    }
    cursor
}

/// Why there is no list, and the key that makes one.
fn empty(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.coders;
    if app.work.as_ref().is_some_and(|work| work.store.is_blind()) {
        return super::empty(app, pen, "tui-empty-coders-blind", "coders.blind");
    }
    let Some([one, other]) = &place.pair else {
        return super::empty(app, pen, "tui-empty-coders-one", "coders.join");
    };
    let why = if place.n_texts == 0 {
        t!(
            app.words,
            "tui-empty-coders-texts",
            one = one,
            other = other
        )
    } else {
        t!(
            app.words,
            "tui-empty-coders-none",
            one = one,
            other = other,
            same = place.same,
            settled = place.settled
        )
    };
    super::empty_saying(app, pen, &why, "coders.pair")
}

/// What each put there, beside or below one another.
fn both(app: &App, row: &Row, pair: &[String; 2], pen: &mut Pen<'_>, top: u16) {
    for ((area, side), coder) in queue::halves(pen, top)
        .into_iter()
        .zip(&row.sides)
        .zip(pair)
    {
        if area.height > 0 {
            part(app, side.as_ref(), coder, pen, area);
        }
    }
}

/// Coder, code, strength; the words, those that the other has not standing out; the memo.
fn part(app: &App, side: Option<&Side>, coder: &str, pen: &mut Pen<'_>, area: Rect) {
    let mut x = pen.text_in(area.x, area.y, area.width, coder, Role::Strong);
    let mut head = |text: &str, role: Role| {
        let room = (area.x + area.width).saturating_sub(x + 2);
        if room > 0 && !text.is_empty() {
            x = pen.text_in(x + 2, area.y, room, text, role);
        }
    };
    let Some(side) = side else {
        head(&app.words.get("tui-coders-nothing"), Role::Dim);
        return;
    };
    head(&side.code, Role::Text);
    head(&side.marks, Role::Text);
    if let Some(n) = side.strength {
        head(&t!(app.words, "app-strength", n = n), Role::Dim);
    }
    let memo = if side.memo.is_empty() {
        Vec::new()
    } else {
        wrap(&side.memo, area.width as usize)
    };
    let room = area.height.saturating_sub(1) as usize;
    // half of the rows are the words' at least
    let for_memo = memo.len().min(room / 2);
    let lines = wrap(&side.words, area.width as usize);
    let for_words = room.saturating_sub(for_memo).min(lines.len());
    let mut y = area.y + 1;
    for (at, line) in lines.iter().take(for_words).enumerate() {
        let mut x = area.x;
        let shown = line.start..line.start + visible(&side.words, line).len();
        for (span, role) in [
            (shown.start..side.common.start, Role::Warning),
            (side.common.clone(), Role::Text),
            (side.common.end..shown.end, Role::Warning),
        ] {
            let span = span.start.max(shown.start)..span.end.min(shown.end);
            if let Some(words) = side.words.get(span).filter(|words| !words.is_empty()) {
                x = pen.text_in(x, y, area.x + area.width - x, words, role);
            }
        }
        queue::more(
            pen,
            area,
            x,
            y,
            at + 1 == for_words && lines.len() > for_words,
        );
        y += 1;
    }
    for (at, line) in memo.iter().take(for_memo).enumerate() {
        let shown = visible(&side.memo, line);
        let x = pen.text_in(area.x, y, area.width, shown, Role::Dim);
        queue::more(pen, area, x, y, at + 1 == for_memo && memo.len() > for_memo);
        y += 1;
    }
}
