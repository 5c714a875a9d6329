//! The best words of a row, with where they are.

use super::{place, study};
use crate::app::place::evidence::passage::PassageRow;
use crate::app::place::evidence::quoted;
use crate::app::{App, Effect};
use crate::message;

/// How many passages are copied at most.
const MOST: usize = 5;

/// Copies the best passages of the row under the cursor: the table's best first, then the starred, the strong, in order.
pub(super) fn run(app: &mut App) {
    let Some(lines) = best(app) else { return };
    if lines.is_empty() {
        app.warn(message!("app-evidence-nothing-to-quote"));
    } else {
        app.effect(Effect::Copy(lines.join("\n")));
    }
}

fn best(app: &App) -> Option<Vec<String>> {
    let place = place(app)?;
    let work = app.work.as_ref()?;
    let study = study(app)?;
    let shown = place.shown.as_ref()?;
    let texts = work.texts();
    let first = place
        .best
        .iter()
        .find(|(row, _)| Some(*row) == place.current_row())
        .map(|(_, best)| &best.id);
    let mut ids: Vec<_> = place
        .current_passages()
        .iter()
        .filter(|id| {
            let mark = shown.mark(id);
            mark.quotable && mark.verbatim
        })
        .filter_map(|id| {
            let coding = shown.coding(study, id)?;
            let rank = (
                Some(id) != first,
                !coding.starred,
                std::cmp::Reverse(coding.strength),
            );
            Some((rank, id))
        })
        .collect();
    ids.sort_by_key(|(rank, _)| *rank);
    let lines = ids
        .into_iter()
        .filter_map(|(_, id)| PassageRow::read(study, &*texts, shown, None, id))
        .take(MOST)
        .map(|row| quoted(app.words, &row))
        .collect();
    Some(lines)
}
