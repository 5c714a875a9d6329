//! A table and the passages behind its figures: the evidence of a scenario, any other table, the passages of one code.
//!
//! The table is counted by `analysis`, once a revision; a large study is counted on a worker while the table before
//! stays on the screen.

pub mod layout;
pub mod passage;
mod rows;
pub mod shown;

use super::{Eye, Place};
use crate::analysis::TurnCache;
use crate::app::Work;
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::export::shown_cell;
use crate::i18n::{Lang, Message, Words};
use crate::study::Study;
use crate::study::coding::Passage;
use crate::study::id::{AnswerId, CodeId, CodingId, ScenarioId};
use crate::study::label;
use crate::text::fold::fold;
use layout::{Layout, layout};
use passage::PassageRow;
use rows::RowName;
use shown::{Asked, Shown, Subject, Wanted};
use std::sync::Arc;

/// Codings from which on a table is counted on a worker.
pub const LARGE: usize = 20_000;

/// Which rows are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Gaps {
    /// All codes, those without evidence among them.
    #[default]
    All,
    /// Only codes without evidence.
    Only,
    /// Only codes with evidence.
    Hidden,
}

/// A figure of a row with the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What its column is called.
    pub name: String,
    /// The figure, as a reader writes it.
    pub value: String,
    /// The answers.
    pub answers: Vec<AnswerId>,
}

/// A row that is wished for.
#[derive(Debug)]
struct Wish {
    /// Columns, and what stands in them as files write it.
    words: Vec<(String, String)>,
    /// The column of the figure that is meant; none: the row.
    figure: Option<String>,
}

/// A table and the passages behind its figures.
#[derive(Debug, Default)]
pub struct Evidence {
    /// What is shown.
    pub subject: Subject,
    /// The table, as it was counted last.
    pub shown: Option<Shown>,
    /// Why there is none.
    pub fault: Option<Message>,
    /// Rows of the table that are shown, by place.
    pub rows: Vec<usize>,
    /// Where the cursor is among them.
    pub list: ListCursor,
    /// Whether the passages have the keys.
    pub in_passages: bool,
    /// Where the cursor is among the passages of the row.
    pub passages: ListCursor,
    /// How many passages the row has.
    pub n_passages: usize,
    /// The passages that are on the screen; `None` where the words are gone.
    pub on_screen: Vec<Option<PassageRow>>,
    /// The best passage of each row on the screen, by place of the row.
    pub best: Vec<(usize, PassageRow)>,
    /// Attribute whose values have counts of their own.
    pub by: Option<String>,
    /// One coder only.
    pub coder: Option<String>,
    /// Which rows are shown.
    pub gaps: Gaps,
    /// What else is asked of another table than the evidence.
    pub asked: Asked,
    /// Column of the cell under the cursor, by place; the first stands for the whole row.
    pub column: usize,
    /// Whether the table is drawn as a picture.
    pub picture: bool,
    /// Whether the rule is shown in full.
    pub rule_open: bool,
    made: Option<Wanted>,
    /// What a worker is to count next.
    pub to_count: Option<Wanted>,
    /// What a worker counts now.
    pub counting: Option<Wanted>,
    turns: Arc<TurnCache>,
    row: Option<RowName>,
    /// The row to go to once it is there.
    wished: Option<Wish>,
    passage: Option<CodingId>,
    /// The passages of the cell, where they are not all those of the row.
    cell: Option<Vec<CodingId>>,
}

impl Evidence {
    /// Shows something else, from its top.
    pub fn show(&mut self, subject: Subject) {
        if self.subject != subject {
            let (coder, turns) = (self.coder.take(), self.turns.clone());
            *self = Self {
                subject,
                coder,
                turns,
                ..Self::default()
            };
        }
    }

    /// Puts the cursor on the row with this text in a column, now or when the table has been counted.
    pub fn put(&mut self, column: &str, text: &str) {
        self.wished = Some(Wish {
            words: vec![(column.to_owned(), text.to_owned())],
            figure: None,
        });
    }

    /// Puts the cursor on the figure of a column in the row with these words, now or when the table has been counted; no
    /// row is left out of sight for it.
    pub fn put_figure(&mut self, words: Vec<(String, String)>, figure: &str) {
        self.gaps = Gaps::All;
        self.in_passages = false;
        self.wished = Some(Wish {
            words,
            figure: Some(figure.to_owned()),
        });
    }

    /// The scenario that is shown: the current one, else the first.
    pub fn scenario(work: &Work) -> Option<ScenarioId> {
        let study = work.study();
        work.scenario
            .clone()
            .filter(|id| study.records.scenarios.contains_key(id))
            .or_else(|| study.scenarios().first().map(|(id, _)| (*id).clone()))
    }

    /// Whether only passages are shown.
    pub fn passages_only(&self) -> bool {
        matches!(self.subject, Subject::Code(_) | Subject::Auto)
    }

    /// Whether the passages have the keys.
    pub fn at_passages(&self) -> bool {
        self.in_passages || self.passages_only()
    }

    /// Whether a newer table is being counted.
    pub fn is_stale(&self) -> bool {
        self.counting.is_some() || self.to_count.is_some()
    }

    /// Place in the table of the row under the cursor.
    pub fn current_row(&self) -> Option<usize> {
        self.rows.get(self.list.at).copied()
    }

    /// The code that the row is about; the code that is shown.
    pub fn current_code(&self) -> Option<&CodeId> {
        match &self.subject {
            Subject::Code(code) => Some(code),
            _ => self
                .shown
                .as_ref()?
                .codes
                .get(self.current_row()?)?
                .as_ref(),
        }
    }

    /// The passages of the cell under the cursor; of the row, where the cell has none of its own.
    pub fn current_passages(&self) -> &[CodingId] {
        if let Some(cell) = &self.cell {
            return cell;
        }
        self.shown.as_ref().map_or(&[], |shown| {
            shown.passages(&self.subject, self.current_row())
        })
    }

    /// How many distinct passages these are: several codings may be on one.
    pub fn distinct_passages(&self, study: &Study) -> usize {
        let codings = &study.records.codings;
        let own = self.current_passages().iter();
        let places = own.filter_map(|id| match study.passage_now(codings.get(id)?) {
            Passage::Text(text) => Some((Some((&text.version, text.start, text.end)), None)),
            Passage::Note(note) => Some((None, Some(note))),
        });
        places.collect::<std::collections::HashSet<_>>().len()
    }

    /// The answers behind the cell or row under the cursor; none where the table is not made of answers.
    pub fn current_answers(&self) -> &[AnswerId] {
        let table = self.shown.as_ref().map(|shown| &shown.table);
        table
            .zip(self.current_row())
            .map_or(&[], |(table, row)| match self.column {
                0 => table.answers_of(row),
                column => table.answers_at(row, column),
            })
    }

    /// The figures of the row under the cursor that have answers of their own, those that are nothing aside.
    pub fn current_figures(&self, words: Words) -> Vec<Figure> {
        let table = self.shown.as_ref().map(|shown| &shown.table);
        let Some((table, row)) = table.zip(self.current_row()) else {
            return Vec::new();
        };
        let Some(behind) = table.answers.get(row) else {
            return Vec::new();
        };
        let figures = behind.cells.iter().filter_map(|(at, answers)| {
            let column = table.columns.get(*at)?;
            let cell = table.rows.get(row)?.cells.get(*at)?;
            (!answers.is_empty()).then(|| Figure {
                name: column.label.say(words),
                value: shown_cell(column, cell, words),
                answers: answers.clone(),
            })
        });
        figures.collect()
    }

    /// The passage under the cursor.
    pub fn current_passage(&self) -> Option<&PassageRow> {
        self.on_screen
            .get(self.passages.at.checked_sub(self.passages.top)?)?
            .as_ref()
    }

    /// How the body is divided.
    pub fn layout(&self, eye_height: u16, side_pane: bool) -> Layout {
        layout(
            eye_height,
            self.passages_only(),
            self.in_passages,
            side_pane,
        )
    }

    /// What has to be counted.
    fn wanted(&self, work: &Work, lang: Lang) -> Wanted {
        Wanted {
            revision: work.revision,
            subject: self.subject.clone(),
            scenario: match self.subject {
                Subject::Evidence => Self::scenario(work),
                _ => None,
            },
            by: self.by.clone(),
            coder: self.coder.clone(),
            asked: self.asked.clone(),
            lang,
        }
    }

    /// Who spoke where, once read for all tables.
    pub fn turns(&self) -> Arc<TurnCache> {
        self.turns.clone()
    }

    /// Takes what was counted; what nobody waits for any more is dropped.
    pub fn take(&mut self, wanted: Wanted, made: Result<Shown, Message>) {
        self.counting = None;
        match made {
            Ok(shown) => {
                self.shown = Some(shown);
                self.fault = None;
            }
            Err(fault) => self.fault = Some(fault),
        }
        self.made = Some(wanted);
    }
}

impl Place for Evidence {
    fn context(&self) -> Context {
        if self.subject == Subject::Auto {
            Context::Review
        } else if self.at_passages() {
            Context::Passages
        } else if self.subject == Subject::Evidence {
            Context::Evidence
        } else {
            Context::Table
        }
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let wanted = self.wanted(work, eye.words.lang());
        if self.made.as_ref() == Some(&wanted) {
            self.to_count = None;
        } else if work.study().records.codings.len() > LARGE {
            self.to_count = Some(wanted).filter(|wanted| self.counting.as_ref() != Some(wanted));
        } else {
            let texts = work.texts();
            let head = work.store.head();
            let made = Shown::make(work.study(), &*texts, &self.turns, &head, &wanted);
            self.take(wanted, made);
        }
        self.lay(eye);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        if self.at_passages() {
            situation.item = self.current_passage().is_some();
            situation.coding_here = situation.item;
        } else {
            situation.item = self.current_row().is_some();
        }
        situation.code = self.current_code().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let layout = self.layout(eye.height, eye.side_pane);
        if self.at_passages() {
            self.passages
                .act(act, count, self.n_passages, layout.passages);
            self.passage = None;
        } else if self.list.act(act, count, self.rows.len(), layout.table) {
            self.row = None;
            self.passage = None;
            self.passages = ListCursor::default();
        } else if self.subject != Subject::Evidence {
            let times = count.unwrap_or(1).max(1) as usize;
            let columns = self.shown.as_ref().map_or(0, |s| s.table.columns.len());
            self.column = match act {
                CursorAct::Left => self.column.saturating_sub(times),
                CursorAct::Right => (self.column + times).min(columns.saturating_sub(1)),
                _ => self.column,
            };
            self.passage = None;
            self.passages = ListCursor::default();
        }
        self.lay(eye);
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let Some(work) = eye.work else { return false };
        let wanted = fold(text);
        let at_passages = self.at_passages();
        let texts = work.texts();
        let matches = |at: usize| {
            let words = if at_passages {
                self.shown.as_ref().and_then(|shown| {
                    let id = self.current_passages().get(at)?;
                    let row = PassageRow::read(work.study(), &*texts, shown, None, id)?;
                    Some(format!("{} {}", row.quote, row.source))
                })
            } else {
                self.rows
                    .get(at)
                    .map(|row| self.row_words(work.study(), eye.words.lang(), *row))
            };
            words.is_some_and(|words| fold(&words).contains(&wanted))
        };
        let (len, mut list) = if at_passages {
            (self.n_passages, self.passages)
        } else {
            (self.rows.len(), self.list)
        };
        if !list.find(len, forward, matches) {
            return false;
        }
        self.passage = None;
        if at_passages {
            self.passages = list;
        } else {
            self.list = list;
            self.row = None;
            self.passages = ListCursor::default();
        }
        self.lay(eye);
        true
    }

    fn object(&self, eye: &Eye<'_>) -> String {
        let Some(work) = eye.work else {
            return String::new();
        };
        let (study, lang) = (work.study(), eye.words.lang().code());
        match &self.subject {
            Subject::Evidence => Self::scenario(work)
                .and_then(|id| study.records.scenarios.get(&id))
                .map_or_else(String::new, |scenario| {
                    format!("{} {}", scenario.key, label(&scenario.labels, lang, study))
                }),
            Subject::Table(name) => table_name(eye.words, name),
            Subject::Query(text) => text.clone(),
            Subject::Auto => eye.words.get("app-autocode-waiting"),
            Subject::Code(id) => study
                .resolve_code(id)
                .and_then(|id| study.records.codes.get(id))
                .map_or_else(String::new, |code| {
                    format!("{} {}", code.key, label(&code.labels, lang, study))
                }),
        }
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        if self.at_passages() {
            return Some(quoted(eye.words, self.current_passage()?));
        }
        let (_, best) = self
            .best
            .iter()
            .find(|(row, _)| Some(*row) == self.current_row())?;
        Some(quoted(eye.words, best))
    }

    fn passage(&self) -> Option<Passage> {
        None
    }

    fn coding(&self) -> Option<CodingId> {
        self.at_passages()
            .then(|| self.current_passage().map(|row| row.id.clone()))?
    }

    fn pane(&mut self, _forward: bool) {
        if !self.passages_only() {
            self.in_passages = !self.in_passages && self.n_passages > 0;
        }
    }

    fn back(&mut self) -> bool {
        if self.rule_open {
            self.rule_open = false;
            return true;
        }
        std::mem::take(&mut self.in_passages)
    }
}

/// What a table is called.
pub fn table_name(words: crate::i18n::Words, name: &str) -> String {
    let key = format!("app-table-{name}");
    if words.has(&key) {
        words.get(&key)
    } else {
        name.to_owned()
    }
}

/// A passage as it is quoted, with where it is; without its words where they may not be.
pub fn quoted(words: crate::i18n::Words, row: &PassageRow) -> String {
    let reference = row.reference();
    if row.mark.quotable {
        crate::t!(
            words,
            "app-evidence-quote",
            quote = &row.quote,
            reference = reference
        )
    } else {
        crate::t!(words, "app-evidence-no-quote", reference = reference)
    }
}

#[cfg(test)]
mod tests {
    use super::table_name;
    use crate::i18n::{Lang, Words};

    #[test]
    fn every_table_has_a_name_in_words() {
        for lang in [Lang::Fr, Lang::En] {
            for name in crate::analysis::names() {
                assert_ne!(table_name(Words::new(lang), name), name);
            }
        }
    }
}
