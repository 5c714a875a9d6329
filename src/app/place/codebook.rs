//! The tree of codes, with counts.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::id::CodeId;
use crate::study::{Shown, Study};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A row of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The code.
    pub id: CodeId,
    /// How deep it lies.
    pub depth: usize,
    /// Whether codes lie below it.
    pub parent: bool,
    /// Codings on it.
    pub codings: usize,
    /// Interviews with a coding on it.
    pub interviews: usize,
}

/// The tree of codes.
#[derive(Debug, Default)]
pub struct Codebook {
    /// The rows that are shown.
    pub rows: Vec<Row>,
    /// Where the cursor is.
    pub list: ListCursor,
    /// Codes whose children are hidden.
    pub folded: BTreeSet<CodeId>,
    revision: u64,
    stale: bool,
}

impl Codebook {
    /// The code under the cursor.
    pub fn current(&self) -> Option<&CodeId> {
        self.rows.get(self.list.at).map(|row| &row.id)
    }

    /// Puts the cursor on a code.
    pub fn put(&mut self, id: &CodeId) {
        if let Some(at) = self.rows.iter().position(|row| row.id == *id) {
            self.list.at = at;
        }
    }

    /// Hides or shows what lies below the code under the cursor; on a code without children, its parent's.
    pub fn fold(&mut self, study: &Study) {
        let Some(row) = self.rows.get(self.list.at) else {
            return;
        };
        let id = if row.parent {
            row.id.clone()
        } else {
            match study
                .records
                .codes
                .get(&row.id)
                .and_then(|code| code.parent.clone())
            {
                Some(parent) => parent,
                None => return,
            }
        };
        self.put(&id);
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
        self.stale = true;
    }

    /// Hides everything below the roots, or shows everything.
    pub fn fold_all(&mut self, study: &Study) {
        if self.folded.is_empty() {
            self.folded = study
                .records
                .codes
                .values()
                .filter_map(|code| code.parent.clone())
                .collect();
        } else {
            self.folded.clear();
        }
        self.stale = true;
    }

    /// Rows that the tree itself has on the screen; one is its head.
    fn height(eye: &Eye<'_>) -> usize {
        (eye.height as usize).saturating_sub(1 + details_rows(eye.width, eye.height))
    }
}

/// Rows under the tree that show the code under the cursor, where there is no pane beside it.
pub fn details_rows(width: u16, height: u16) -> usize {
    if width >= 100 || height < 16 { 0 } else { 7 }
}

impl Place for Codebook {
    fn context(&self) -> Context {
        Context::Codebook
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision || self.stale {
            self.revision = work.revision;
            self.stale = false;
            let study = work.study();
            let mut counts: BTreeMap<&CodeId, (usize, BTreeSet<_>)> = BTreeMap::new();
            let texts = work.texts();
            let mut shown = Shown::of(study, texts.as_ref());
            for coding in study.records.codings.values() {
                if !shown.passage(&coding.passage) {
                    continue;
                }
                if let Some(code) = study.resolve_code(&coding.code) {
                    let count = counts.entry(code).or_default();
                    count.0 += 1;
                    count.1.extend(study.session_of_passage(&coding.passage));
                }
            }
            let current = self.current().cloned();
            let codes = study.codes();
            let mut hidden_below = None;
            self.rows.clear();
            for (index, (id, _, depth)) in codes.iter().enumerate() {
                if hidden_below.is_some_and(|limit| *depth > limit) {
                    continue;
                }
                hidden_below = self.folded.contains(id).then_some(*depth);
                let (codings, interviews) =
                    counts.get(id).map_or((0, 0), |(n, set)| (*n, set.len()));
                self.rows.push(Row {
                    id: (*id).clone(),
                    depth: *depth,
                    parent: codes
                        .get(index + 1)
                        .is_some_and(|(_, _, next)| next > depth),
                    codings,
                    interviews,
                });
            }
            if let Some(id) = current {
                self.put(&id);
            }
        }
        self.list.show(self.rows.len(), Self::height(eye));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.code = self.current().is_some();
        situation.item = situation.code;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let height = Self::height(eye);
        if self.list.act(act, count, self.rows.len(), height) {
            return;
        }
        let Some(work) = eye.work else { return };
        let Some(row) = self.rows.get(self.list.at).cloned() else {
            return;
        };
        let folded = self.folded.contains(&row.id);
        match act {
            CursorAct::Right if row.parent && folded => {
                self.folded.remove(&row.id);
                self.stale = true;
            }
            CursorAct::Left if row.parent && !folded => {
                self.folded.insert(row.id);
                self.stale = true;
            }
            CursorAct::Left => {
                if let Some(parent) = work
                    .study()
                    .records
                    .codes
                    .get(&row.id)
                    .and_then(|c| c.parent.clone())
                {
                    self.put(&parent);
                    self.list.show(self.rows.len(), height);
                }
            }
            _ => {}
        }
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let Some(work) = eye.work else { return false };
        let (rows, wanted) = (&self.rows, fold(text));
        let codes = &work.study().records.codes;
        let matches = |at: usize| {
            let code = rows.get(at).and_then(|row| codes.get(&row.id));
            code.is_some_and(|code| {
                let labels = code.labels.values().map(String::as_str);
                std::iter::once(code.key.as_str())
                    .chain(labels)
                    .chain([code.definition.as_str()])
                    .any(|text| fold(text).contains(&wanted))
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(self.rows.len(), Self::height(eye));
        found
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        let work = eye.work?;
        let code = work.study().records.codes.get(self.current()?)?;
        Some(format!(
            "{} {}",
            code.key,
            crate::study::label(&code.labels, eye.words.lang().code(), work.study())
        ))
    }
}
