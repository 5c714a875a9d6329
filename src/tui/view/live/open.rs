//! What is still open before hanging up, in two lines under the rail.

use crate::app::App;
use crate::study::Study;
use crate::text::width::{fit, width};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;

/// Draws the two lines from row `y` on: what has no evidence yet, then what is to be followed up and what a count amounts to.
pub(super) fn draw(app: &App, study: &Study, y: u16, pen: &mut Pen<'_>) {
    let columns = pen.width().saturating_sub(2);
    let live = &app.places.live;
    let still = &live.open_still;
    let keys = still.bare_keys(study, live.question());
    if !keys.is_empty() {
        let head = app.words.get("tui-rail-bare");
        let room = usize::from(columns).saturating_sub(width(&head) + 1);
        pen.text_in(
            1,
            y,
            columns,
            &format!("{head} {}", listed(&keys, room)),
            Role::Dim,
        );
    }
    let mut x = 1;
    if !still.follow_ups.is_empty() {
        let words = crate::t!(app.words, "app-rail-follow-up", n = still.follow_ups.len());
        x = pen.text(x, y + 1, &words, Role::Warning) + 2;
    }
    if let Some(sum) = still.sum_at(&live.line.question) {
        let said = |what: &str| {
            let (total, n) = (sum.total, sum.interviews);
            crate::t!(app.words, "tui-rail-sum", what = what, total = total, n = n)
        };
        // Of a long unit the beginning is seen; the figures whole.
        let room = (columns + 1).saturating_sub(x);
        let what = usize::from(room).saturating_sub(width(&said("")));
        pen.text_in(x, y + 1, room, &said(&fit(&sum.unit, what)), Role::Dim);
    }
}

/// As many keys as there is room for; what is left out is counted: `B6, S5, +12`.
fn listed(keys: &[&str], room: usize) -> String {
    let mut shown = keys.join(", ");
    for n in (1..keys.len()).rev() {
        if width(&shown) <= room {
            break;
        }
        let kept = keys.get(..n).unwrap_or_default().join(", ");
        shown = format!("{kept}, +{}", keys.len() - n);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn what_has_no_room_is_counted() {
        let keys = ["D8.frein", "B6", "S5"];
        for (room, shown) in [
            (80, "D8.frein, B6, S5"),
            (16, "D8.frein, B6, S5"),
            (15, "D8.frein, +2"),
            (0, "D8.frein, +2"),
        ] {
            assert_eq!(listed(&keys, room), shown, "{room}");
        }
        assert_eq!(listed(&[], 10), "");
    }
}
