//! The codings of the open text, in order, each in a lane of its own where they overlap.

use super::reading::Reading;
use crate::study::hidden::touches;
use crate::study::id::{CodeId, CodingId};
use crate::study::{Hidden, Study};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Lanes that are drawn; what overlaps more is told by a sign.
pub const LANES: usize = 4;

/// A coding on the text. Codings of one passage, code and coder are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its ids, the lowest first: that one is shown and changed.
    pub ids: Vec<CodingId>,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The code, aliases followed; none where it is gone.
    pub code: Option<CodeId>,
    /// Its key.
    pub key: String,
    /// Who coded.
    pub coder: String,
    /// Which lane it is drawn in, 0 next to the text.
    pub lane: usize,
}

impl Mark {
    /// The coding that is shown and changed.
    pub fn id(&self) -> &CodingId {
        // a mark is made of one coding at least
        &self.ids[0]
    }
}

/// What marks are told apart and ordered by: start, end from the far side, place in the codebook, code, coder.
type Key<'a> = (usize, usize, usize, Option<&'a CodeId>, &'a str);

/// All codings of the open text.
#[derive(Debug, Default)]
pub struct Marks {
    list: Vec<Mark>,
    /// The greatest end of any mark up to each one: where a search for overlaps may stop.
    reach: Vec<usize>,
    laid: Option<usize>,
}

/// Whether two passages share a character, or are one.
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    (a.start < b.end && b.start < a.end) || a == b
}

impl Marks {
    /// Finds the codings of a text.
    pub fn of(study: &Study, reading: &Reading) -> Self {
        let order: HashMap<&CodeId, usize> = study
            .codes()
            .into_iter()
            .enumerate()
            .map(|(at, (id, _, _))| (id, at))
            .collect();
        let mut found: BTreeMap<Key<'_>, Vec<CodingId>> = BTreeMap::new();
        let mut add = |id: &CodingId, span: Range<usize>| {
            let Some(coding) = study.records.codings.get(id) else {
                return;
            };
            let code = study.resolve_code(&coding.code);
            let place = code
                .and_then(|code| order.get(code).copied())
                .unwrap_or(usize::MAX);
            found
                // the longest first where several begin together
                .entry((
                    span.start,
                    usize::MAX - span.end,
                    place,
                    code,
                    &coding.coder,
                ))
                .or_default()
                .push(id.clone());
        };
        match &reading.source {
            super::Source::Text(version) => {
                for id in study.codings_of_version(version) {
                    let coding = study.records.codings.get(id);
                    let Some(passage) = coding.and_then(|coding| coding.in_version(version)) else {
                        continue;
                    };
                    let span = passage.span();
                    let shown = reading.text.text().get(span.clone()).is_some()
                        && !reading.is_hidden(reading.turn_at(span.start))
                        && !touches(reading.hidden(), &span);
                    if shown {
                        add(id, span);
                    }
                }
            }
            super::Source::Notes(_) => {
                let hidden = Hidden::of(study);
                for (turn, note) in reading.notes.iter().enumerate() {
                    let left_out = study.records.notes.get(note);
                    if left_out.is_some_and(|record| hidden.note(note, record)) {
                        continue;
                    }
                    for id in study.codings_of_note(note) {
                        add(id, reading.span(turn));
                    }
                }
            }
        }
        let list: Vec<Mark> = found
            .into_iter()
            .map(|((start, end, _, code, coder), mut ids)| {
                ids.sort_unstable();
                Mark {
                    ids,
                    span: start..usize::MAX - end,
                    code: code.cloned(),
                    key: code
                        .and_then(|code| study.records.codes.get(code))
                        .map_or_else(|| "?".to_owned(), |code| code.key.clone()),
                    coder: coder.to_owned(),
                    lane: 0,
                }
            })
            .collect();
        let mut far = 0;
        let reach = list
            .iter()
            .map(|mark| {
                far = far.max(mark.span.end);
                far
            })
            .collect();
        Self {
            list,
            reach,
            laid: None,
        }
    }

    /// Gives each mark its lane, for rows of so many columns.
    pub fn lay(&mut self, reading: &Reading, columns: usize) {
        if self.laid != Some(columns) {
            self.laid = Some(columns);
            lay(&mut self.list, |a, b| {
                // A row of letters with accents holds more bytes than it has columns.
                b < a + columns * 5 / 4 && reading.turn_at(a) == reading.turn_at(b)
            });
        }
    }

    /// All of them, by where they begin.
    pub fn all(&self) -> &[Mark] {
        &self.list
    }

    /// Those that share a character with a span.
    pub fn over(&self, span: &Range<usize>) -> Vec<&Mark> {
        // What begins after the span is left out by its place, what ends before it by how far all up to it reach.
        let until = self
            .list
            .partition_point(|mark| mark.span.start < span.end.max(span.start + 1));
        let from = self.reach.partition_point(|reach| *reach < span.start);
        self.list
            .get(from..until)
            .unwrap_or(&[])
            .iter()
            .filter(|mark| overlap(&mark.span, span))
            .collect()
    }

    /// The mark of a coding.
    pub fn get(&self, id: &CodingId) -> Option<&Mark> {
        self.list.iter().find(|mark| mark.ids.contains(id))
    }

    /// Place of a coding's mark.
    pub fn position(&self, id: &CodingId) -> Option<usize> {
        self.list.iter().position(|mark| mark.ids.contains(id))
    }
}

/// Gives each mark the first lane that is free where it begins. `near(a, b)`: whether bytes `a` ≤ `b` may stand on one
/// row; two marks on a row have a lane each, so that both are seen.
fn lay(list: &mut [Mark], near: impl Fn(usize, usize) -> bool) {
    let mut ends: Vec<usize> = Vec::new();
    for mark in list {
        let start = mark.span.start;
        let free = ends
            .iter()
            .position(|end| *end <= start && !near(end.saturating_sub(1), start));
        let lane = free.unwrap_or(ends.len());
        let end = mark.span.end.max(mark.span.start + 1);
        match ends.get_mut(lane) {
            Some(last) => *last = end,
            None => ends.push(end),
        }
        mark.lane = lane;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(span: Range<usize>) -> Mark {
        Mark {
            ids: vec![CodingId::new("c")],
            span,
            code: None,
            key: String::new(),
            coder: String::new(),
            lane: 0,
        }
    }

    proptest! {
        #[test]
        fn marks_that_overlap_have_lanes_of_their_own(spans in prop::collection::vec((0usize..60, 1usize..20), 0..30)) {
            let mut list: Vec<Mark> = spans.into_iter().map(|(at, len)| mark(at..at + len)).collect();
            list.sort_by_key(|mark| mark.span.start);
            lay(&mut list, |_, _| false);
            for (i, a) in list.iter().enumerate() {
                for b in &list[i + 1..] {
                    prop_assert!(a.lane != b.lane || !overlap(&a.span, &b.span), "{a:?} {b:?}");
                }
                let beside = list.iter().filter(|b| b.span.start <= a.span.start && a.span.start < b.span.end).count();
                prop_assert!(a.lane < beside, "no lane is left free: {a:?}");
            }
        }
    }
}
