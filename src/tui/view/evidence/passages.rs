//! The passages behind the row under the cursor.

use crate::analysis::counted::Standing;
use crate::app::App;
use crate::app::place::evidence::Evidence;
use crate::app::place::evidence::layout::Layout;
use crate::app::place::evidence::passage::PassageRow;
use crate::app::place::evidence::shown::Subject;
use crate::study::word::Polarity;
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// How a polarity looks.
pub fn role(polarity: Polarity) -> Role {
    match polarity {
        Polarity::Supports => Role::Supports,
        Polarity::Contradicts => Role::Contradicts,
        Polarity::Mixed => Role::Mixed,
        Polarity::Neutral => Role::Text,
    }
}

/// Draws them from the top of the pen on; returns where the cursor stands when they have the keys.
pub fn draw(app: &App, place: &Evidence, layout: &Layout, pen: &mut Pen<'_>) -> Option<Position> {
    if place.n_passages == 0 {
        pen.text(3, 0, &app.words.get("app-evidence-no-passages"), Role::Dim);
        return pen.position(0, 0);
    }
    let reference = place
        .on_screen
        .iter()
        .flatten()
        .map(|row| width(&row.reference()))
        .max()
        .unwrap_or(0)
        .min(usize::from(pen.width()) / 3) as u16;
    let many = place
        .on_screen
        .iter()
        .flatten()
        .any(|row| row.polarities.len() > 1);
    let signs = if many || place.passages_only() {
        place
            .on_screen
            .iter()
            .flatten()
            .map(|row| width(&signs(row)))
            .max()
            .unwrap_or(0)
            .clamp(1, 16) as u16
    } else {
        1
    };
    let mut cursor = None;
    for (line, row) in place.on_screen.iter().enumerate() {
        let y = line as u16;
        let here = place.passages.top + line == place.passages.at;
        match row {
            Some(row) => draw_row(app, place, row, (signs, reference), y, pen),
            None => {
                pen.text(3, y, &app.words.get("tui-evidence-gone"), Role::Dim);
            }
        }
        if here {
            pen.text(0, y, "▸", Role::Strong);
            if place.at_passages() {
                pen.mark_row(y, Role::Focus);
                cursor = pen.position(0, y);
            }
        }
    }
    if layout.words > 0
        && place.at_passages()
        && let Some(row) = place.current_passage()
    {
        let mut y = layout.passages as u16;
        if layout.words > 1 {
            pen.text(3, y, &about(app, row), Role::Dim);
            y += 1;
        }
        let x = 3 + signs + 3 + reference + 2;
        let x = if x > pen.width() / 3 { 3 } else { x };
        pen.paragraph(x, y, &quote(app, row), Role::Text);
    }
    cursor
}

/// `+`, or `S2 +  S3 −` where more than one scenario is meant.
fn signs(row: &PassageRow) -> String {
    row.polarities
        .iter()
        .map(|(key, polarity)| format!("{key}{}", polarity.sign()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn quote(app: &App, row: &PassageRow) -> String {
    t!(app.words, "tui-evidence-quote", quote = &row.quote)
}

fn draw_row(
    app: &App,
    place: &Evidence,
    row: &PassageRow,
    (signs_width, reference): (u16, u16),
    y: u16,
    pen: &mut Pen<'_>,
) {
    let mut x = 1;
    if signs_width > 1 || place.passages_only() {
        pen.text_in(x, y, signs_width, &signs(row), Role::Text);
    } else if let Some((_, polarity)) = row.polarities.first() {
        pen.text(x, y, polarity.sign(), role(*polarity));
    }
    x += signs_width + 1;
    let strength = row.strength.map_or("–".to_owned(), |n| n.to_string());
    pen.text(x, y, &strength, Role::Text);
    if let Some(rank) = row.rank {
        // one letter is free: from ten on, that there are more
        let rank = if rank < 10 {
            rank.to_string()
        } else {
            "+".to_owned()
        };
        pen.text(x + 1, y, &rank, Role::Selection);
    } else if row.starred {
        pen.text(x + 1, y, "★", Role::Strong);
    }
    x += 3;
    pen.text_in(x, y, reference, &row.reference(), Role::Strong);
    x += reference + 2;
    let mut end = pen.width();
    let mut at_the_end = |what: &str, pen: &mut Pen<'_>| {
        end = pen
            .text_right(end.saturating_sub(1), y, what, Role::Notice)
            .saturating_sub(1);
    };
    if !row.mark.quotable || row.mark.standing != Standing::Counted {
        let what = uncounted(app, row).unwrap_or_else(|| app.words.get("tui-evidence-no-quote"));
        at_the_end(&what, pen);
    }
    if place.subject == Subject::Auto {
        at_the_end(&row.code, pen);
    } else if row.auto {
        at_the_end(&app.words.get("tui-evidence-auto"), pen);
    }
    pen.text_in(x, y, end.saturating_sub(x), &quote(app, row), Role::Text);
}

/// Why a passage does not count as evidence of an interview.
fn uncounted(app: &App, row: &PassageRow) -> Option<String> {
    let key = match row.mark.standing {
        Standing::Counted => return None,
        Standing::Interviewer => "tui-evidence-interviewer",
        Standing::Superseded => "tui-evidence-superseded",
        Standing::Reference => "tui-evidence-reference",
    };
    Some(app.words.get(key))
}

/// Who coded it, its memo, what is special about it.
fn about(app: &App, row: &PassageRow) -> String {
    let mut parts = vec![t!(app.words, "tui-evidence-coded-by", coder = &row.coder)];
    if !row.mark.quotable {
        parts.push(app.words.get("tui-evidence-no-quote"));
    }
    parts.extend(uncounted(app, row));
    if !row.memo.is_empty() {
        parts.push(t!(
            app.words,
            "tui-evidence-memo",
            memo = row.memo.replace('\n', " ")
        ));
    }
    parts.join(" · ")
}
