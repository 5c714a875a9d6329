//! Rows and passages of a table: which are shown, what they are called, and cursors that stay on the same things.

use super::layout::Layout;
use super::passage::PassageRow;
use super::shown::Subject;
use super::{Evidence, Gaps, Wish};
use crate::analysis::Cell;
use crate::analysis::milestones::words_of;
use crate::app::Work;
use crate::app::list::ListCursor;
use crate::app::place::Eye;
use crate::i18n::{Lang, Words};
use crate::study::id::{CodeId, CodingId};
use crate::study::{Study, label};

/// What a row is called whatever else changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowName {
    Code(CodeId),
    Words(String),
}

impl Evidence {
    fn row_name(&self, row: usize) -> Option<RowName> {
        let shown = self.shown.as_ref()?;
        if let Some(code) = shown.codes.get(row)? {
            return Some(RowName::Code(code.clone()));
        }
        let cells = &shown.table.rows.get(row)?.cells;
        let words: Vec<&str> = cells
            .iter()
            .zip(&shown.table.columns)
            .filter(|(_, column)| column.key != "scenario")
            .map(|(cell, _)| match cell {
                Cell::Text(text) => text.as_str(),
                _ => "",
            })
            .take(2)
            .collect();
        Some(RowName::Words(words.join("\n")))
    }

    /// Whether a row has no evidence from an interview: a code nobody speaks to, a criterion that nothing bears out.
    pub fn is_gap(&self, row: usize) -> bool {
        let Some(shown) = &self.shown else {
            return false;
        };
        let cell = |key: &str| shown.table.cell(row, key);
        match &self.subject {
            Subject::Evidence => {
                shown.codes.get(row).is_some_and(Option::is_some)
                    && cell("n_excerpts") == Some(&Cell::Integer(0))
            }
            Subject::Table(_) => match cell("criterion_state") {
                Some(Cell::Text(state)) => state != "evidence",
                _ => cell("n_interviews") == Some(&Cell::Integer(0)),
            },
            _ => false,
        }
    }

    /// Makes the lists of rows and passages, keeps the cursors on the same things and on the screen.
    pub fn lay(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let all = self.shown.as_ref().map_or(0, |s| s.table.rows.len());
        self.rows = (0..all)
            .filter(|row| match self.gaps {
                Gaps::All => true,
                // the total of a scenario stays
                Gaps::Only => (*row == 0 && self.subject == Subject::Evidence) || self.is_gap(*row),
                Gaps::Hidden => !self.is_gap(*row),
            })
            .collect();
        if let Some(name) = &self.row {
            let is = |row: &usize| self.row_name(*row).as_ref() == Some(name);
            // several may be called the same
            let stays = self.rows.get(self.list.at).is_some_and(is);
            if !stays && let Some(at) = self.rows.iter().position(is) {
                self.list.at = at;
            }
        }
        if self.shown.is_some()
            && !self.is_stale()
            && let Some(wish) = self.wished.take()
        {
            self.go_to(&wish);
        }
        self.cell = self.shown.as_ref().and_then(|shown| {
            self.column = self.column.min(shown.table.columns.len().saturating_sub(1));
            shown.of_cell(work.study(), *self.rows.get(self.list.at)?, self.column)
        });
        let layout = self.layout(eye.height, eye.side_pane);
        self.list.show(self.rows.len(), layout.table);
        if let Some(id) = &self.passage
            && let Some(at) = self.current_passages().iter().position(|other| other == id)
        {
            self.passages.at = at;
        }
        self.n_passages = self.current_passages().len();
        if self.n_passages == 0 && !self.passages_only() {
            self.in_passages = false;
        }
        self.passages.show(self.n_passages, layout.passages);
        self.read(work, &layout);
        self.remember();
    }

    /// Puts the cursor where it is wished for, where that is.
    fn go_to(&mut self, wish: &Wish) {
        let mut rows = self.rows.iter();
        let Some(at) = rows.position(|row| self.says(*row, &wish.words)) else {
            return;
        };
        self.list.at = at;
        self.passages = ListCursor::default();
        self.passage = None;
        let columns = self.shown.as_ref().map(|shown| &shown.table.columns);
        // the evidence of a scenario has no cursor in its columns
        if let (Some(figure), Some(columns), Subject::Table(_)) =
            (&wish.figure, columns, &self.subject)
        {
            let place = columns.iter().position(|column| column.key == *figure);
            self.column = place.unwrap_or(0);
        }
    }

    fn says(&self, row: usize, words: &[(String, String)]) -> bool {
        let Some(shown) = &self.shown else {
            return false;
        };
        let mut words = words.iter();
        words.all(|(column, text)| {
            let cell = shown.table.cell(row, column);
            cell.map(words_of).unwrap_or_default() == *text
        })
    }

    /// The cursors stand where they are meant to.
    fn remember(&mut self) {
        self.row = self.current_row().and_then(|row| self.row_name(row));
        self.passage = self.current_passages().get(self.passages.at).cloned();
    }

    /// Reads the passages that are on the screen.
    fn read(&mut self, work: &Work, layout: &Layout) {
        let texts = work.texts();
        let study = work.study();
        let scenario = match self.subject {
            Subject::Evidence => Self::scenario(work),
            _ => None,
        };
        let Some(shown) = &self.shown else {
            self.on_screen.clear();
            self.best.clear();
            return;
        };
        let read = |id: &CodingId| PassageRow::read(study, &*texts, shown, scenario.as_ref(), id);
        let ids = self.current_passages();
        let window = self.passages.window(ids.len(), layout.passages);
        self.on_screen = ids.get(window).unwrap_or(&[]).iter().map(read).collect();
        self.best = self
            .list
            .window(self.rows.len(), layout.table)
            .filter_map(|at| {
                let row = *self.rows.get(at)?;
                match shown.table.cell(row, "best_quote_ref")? {
                    Cell::Text(id) => Some((row, read(&CodingId::new(id))?)),
                    _ => None,
                }
            })
            .collect();
    }

    /// The first words of a row, as a reader calls them.
    fn said(&self, lang: Lang, row: usize) -> String {
        let Some(shown) = &self.shown else {
            return String::new();
        };
        let columns = shown.table.columns.iter();
        let words = columns.filter(|column| column.key != "scenario").take(2);
        let words = words.map(|column| shown.table.said(row, &column.key, Words::new(lang)));
        words.collect::<Vec<_>>().join("\n")
    }

    /// The words of a row: key and label of its code.
    pub(super) fn row_words(&self, study: &Study, lang: Lang, row: usize) -> String {
        match self.row_name(row) {
            Some(RowName::Code(id)) => study
                .records
                .codes
                .get(&id)
                .map_or_else(String::new, |code| {
                    format!("{} {}", code.key, label(&code.labels, lang.code(), study))
                }),
            Some(RowName::Words(_)) => self.said(lang, row),
            None => String::new(),
        }
    }
}
