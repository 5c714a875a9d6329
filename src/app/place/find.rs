//! Words looked for in the whole study, and where they were met, interview by interview.
//!
//! A small study is searched at once; a large one on a worker, while the hits before stay on the screen.

mod run;

use super::{Eye, Place};
use crate::analysis::TurnCache;
use crate::analysis::search::{Asked, Corpus, Hit, Hits, Progress, Source};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::{Lang, Message};
use crate::study::coding::Passage;
use crate::study::id::CodingId;
pub use run::{Found, run};
use std::ops::Range;
use std::sync::Arc;

/// Characters of text from which on a study is searched on a worker.
const LARGE: u64 = 400_000;
/// The most hits that are listed; more are counted.
pub const MOST: usize = 20_000;
/// Rows under the list that show the words under the cursor in full: what they are from, then the words.
pub const FOOT: usize = 4;

/// What the hits were looked for in and by: as long as nothing of it changes, they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Revision of the study.
    pub revision: u64,
    /// What is looked for.
    pub asked: Asked,
    /// Language of the study's own labels.
    pub lang: Lang,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// An interview, a reference text, the codebook: what the hits below it are from, and how many they are.
    Head {
        /// Key of the interview; empty outside of interviews.
        interview: String,
        /// The hits, by place.
        hits: Range<usize>,
    },
    /// A hit, by place.
    Hit(usize),
}

/// Words looked for in the whole study.
#[derive(Debug, Default)]
pub struct Find {
    /// What is looked for.
    pub asked: Asked,
    /// Where it was met.
    pub hits: Hits,
    /// Why there is nothing to show.
    pub fault: Option<Message>,
    /// Interviews and hits, as they are listed.
    pub rows: Vec<Row>,
    /// Where the cursor is among them.
    pub list: ListCursor,
    made: Option<Wanted>,
    /// What a worker is to look for next.
    pub to_search: Option<Wanted>,
    /// What a worker looks for now, and how far it is.
    pub searching: Option<(Wanted, Progress)>,
    corpus: Corpus,
    turns: Arc<TurnCache>,
}

impl Find {
    /// The hit under the cursor.
    pub fn current(&self) -> Option<&Hit> {
        match self.rows.get(self.list.at)? {
            Row::Hit(at) => self.hits.list.get(*at),
            Row::Head { .. } => None,
        }
    }

    /// How many interviews have hits.
    pub fn interviews(&self) -> usize {
        let heads = self.rows.iter();
        heads
            .filter(|row| matches!(row, Row::Head { interview, .. } if !interview.is_empty()))
            .count()
    }

    /// Rows of the list and rows under it, for a body of so many rows.
    pub fn layout(height: u16) -> (usize, usize) {
        let rows = usize::from(height).saturating_sub(1);
        let foot = if rows >= 3 * FOOT { FOOT } else { 0 };
        (rows - foot, foot)
    }

    /// Texts and speakers that were read, to search again without reading them again.
    pub fn read(&self) -> (Corpus, Arc<TurnCache>) {
        (self.corpus.clone(), self.turns.clone())
    }

    /// Takes what was found; the cursor stays on its hit where that is still there.
    pub fn take(&mut self, wanted: Wanted, found: Found) {
        let before = self
            .current()
            .map(|hit| (hit.source.clone(), hit.span.start));
        let same = self
            .made
            .as_ref()
            .is_some_and(|made| made.asked == wanted.asked);
        self.searching = None;
        self.made = Some(wanted);
        self.corpus = found.corpus;
        match found.hits {
            Ok(hits) => {
                self.fault = None;
                self.hits = hits;
            }
            Err(fault) => {
                self.fault = Some(fault);
                self.hits = Hits::default();
            }
        }
        self.rows = rows(&self.hits.list);
        let met = before.filter(|_| same).and_then(|before| {
            self.rows.iter().position(|row| match row {
                Row::Hit(at) => self
                    .hits
                    .list
                    .get(*at)
                    .is_some_and(|hit| (&hit.source, hit.span.start) == (&before.0, before.1)),
                Row::Head { .. } => false,
            })
        });
        if !same {
            self.list = ListCursor::default();
        }
        if let Some(at) = met {
            self.list.at = at;
        }
    }

    /// Lets go of a search that takes long; false where there is none.
    fn give_up(&mut self) -> bool {
        let Some((wanted, progress)) = self.searching.take() else {
            return false;
        };
        progress.give_up();
        self.fault = Some(crate::message!("app-find-given-up"));
        self.hits = Hits::default();
        self.rows.clear();
        self.made = Some(wanted);
        true
    }

    /// The cursor never stands on the head of an interview.
    fn settle(&mut self, up: bool, height: usize) {
        let head = |rows: &[Row], at: usize| matches!(rows.get(at), Some(Row::Head { .. }));
        self.list.show(self.rows.len(), height);
        if head(&self.rows, self.list.at) {
            self.list.at = if up && self.list.at > 0 {
                self.list.at - 1
            } else {
                self.list.at + 1
            };
            self.list.show(self.rows.len(), height);
        }
        // the head above the first hits is seen with them
        if self.list.top > 0 && self.list.at == self.list.top && head(&self.rows, self.list.at - 1)
        {
            self.list.top -= 1;
        }
    }

    /// To the first hit of the next interview or the one before.
    fn go_interview(&mut self, forward: bool) {
        let heads = self.rows.iter().enumerate();
        let mut heads = heads
            .filter(|(_, row)| matches!(row, Row::Head { .. }))
            .map(|(at, _)| at);
        let here = self.list.at;
        let to = if forward {
            heads.find(|at| *at > here)
        } else {
            // from inside an interview to its first hit
            heads.rfind(|at| at + 1 < here)
        };
        if let Some(to) = to {
            self.list.at = to + 1;
        }
    }
}

/// Hits under the interviews they are from.
fn rows(hits: &[Hit]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    // what is in no interview: reference texts together, the codebook, what was written on either
    let kind = |hit: &Hit| hit.interview.is_empty() && matches!(hit.source, Source::Code(_));
    for group in hits.chunk_by(|a, b| a.interview == b.interview && kind(a) == kind(b)) {
        let hits = at..at + group.len();
        at = hits.end;
        let interview = group.first().map_or("", |hit| &*hit.interview).to_owned();
        rows.push(Row::Head {
            interview,
            hits: hits.clone(),
        });
        rows.extend(hits.map(Row::Hit));
    }
    rows
}

impl Place for Find {
    fn context(&self) -> Context {
        Context::Find
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else {
            *self = Self::default();
            return;
        };
        let (height, _) = Self::layout(eye.height);
        let wanted = Wanted {
            revision: work.revision,
            asked: self.asked.clone(),
            lang: eye.words.lang(),
        };
        if self.asked.words.is_empty() || self.made.as_ref() == Some(&wanted) {
            self.to_search = None;
        } else if is_large(work.study()) {
            let under_way = self.searching.as_ref().map(|(wanted, _)| wanted);
            self.to_search = Some(wanted).filter(|wanted| under_way != Some(wanted));
        } else {
            let (corpus, turns) = self.read();
            let texts = work.texts();
            let progress = Progress::default();
            let found = run(work.study(), &*texts, corpus, &turns, &wanted, &progress);
            self.take(wanted, found);
        }
        self.settle(false, height);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
        situation.session = self.current().is_some_and(|hit| hit.session.is_some());
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let (height, _) = Self::layout(eye.height);
        match act {
            CursorAct::Left | CursorAct::Right => {
                for _ in 0..count.unwrap_or(1).clamp(1, 10_000) {
                    self.go_interview(act == CursorAct::Right);
                }
            }
            _ => {
                self.list.act(act, count, self.rows.len(), height);
            }
        }
        let up = matches!(act, CursorAct::Up | CursorAct::PageUp | CursorAct::HalfUp);
        self.settle(up, height);
    }

    /// The next hit, whatever the words: they are what all hits have.
    fn search(&mut self, eye: &Eye<'_>, _text: &str, forward: bool) -> bool {
        let (height, _) = Self::layout(eye.height);
        let rows = &self.rows;
        let matches = |at: usize| matches!(rows.get(at), Some(Row::Hit(_)));
        let found = self.list.find(rows.len(), forward, matches);
        self.settle(!forward, height);
        found
    }

    fn object(&self, _eye: &Eye<'_>) -> String {
        self.asked.words.clone()
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        let hit = self.current()?;
        Some(format!("{}{}{}", hit.before, hit.quote, hit.after))
    }

    fn passage(&self) -> Option<Passage> {
        None
    }

    fn coding(&self) -> Option<CodingId> {
        None
    }

    fn back(&mut self) -> bool {
        self.give_up()
    }
}

/// Whether reading all texts would keep the screen waiting.
pub fn is_large(study: &crate::study::Study) -> bool {
    let chars: u64 = study
        .records
        .versions
        .values()
        .map(|version| u64::from(version.chars))
        .sum();
    chars > LARGE || study.records.codings.len() > super::evidence::LARGE
}
