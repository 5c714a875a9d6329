//! The best words of a row, with where they are.

use super::{place, study};
use crate::analysis::best::best;
use crate::analysis::{Context, Counted, Keys};
use crate::app::place::evidence::passage::PassageRow;
use crate::app::place::evidence::quoted;
use crate::app::{App, Effect};
use crate::message;
use crate::study::id::CodingId;
use std::collections::HashSet;

/// How many passages are copied at most.
const MOST: usize = 5;

/// Copies the best passages of the row under the cursor, as a deliverable would quote them: those picked by hand, in
/// their order, then by the rule.
pub(super) fn run(app: &mut App) {
    let Some(lines) = best_lines(app) else { return };
    if lines.is_empty() {
        app.warn(message!("app-evidence-nothing-to-quote"));
    } else {
        app.effect(Effect::Copy(lines.join("\n")));
    }
}

fn best_lines(app: &App) -> Option<Vec<String>> {
    let place = place(app)?;
    let work = app.work.as_ref()?;
    let study = study(app)?;
    let shown = place.shown.as_ref()?;
    let texts = work.texts();
    let turns = place.turns();
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: app.words.lang(),
    };
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, &context);
    let own: HashSet<&CodingId> = place.current_passages().iter().collect();
    let lines = counted.lines.iter().filter(|line| own.contains(line.id));
    let lines = best(&counted, lines, MOST)
        .into_iter()
        .filter_map(|line| PassageRow::read(study, &*texts, shown, None, line.id))
        .map(|row| quoted(app.words, &row))
        .collect();
    Some(lines)
}
