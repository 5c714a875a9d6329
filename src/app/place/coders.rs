//! What two coders disagree on: the queue that is walked and settled.

mod beside;

use super::evidence::LARGE;
use super::{Eye, Place};
use crate::analysis::coders::{Disagreement, Kind, Work as Put, compare};
use crate::analysis::search::Progress;
use crate::analysis::{Context as Counting, Counted, Keys, Options, TurnCache};
use crate::app::list::ListCursor;
use crate::app::work::Work;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::{Lang, Message, duration};
use crate::message;
use crate::study::Study;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::Texts;
use crate::study::id::CodingId;
use crate::text::fold::fold;
pub use beside::{Beside, Lane, columns};
use std::ops::Range;

/// What one coder put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The coding.
    pub id: CodingId,
    /// Key of the code.
    pub code: String,
    /// `S2 +` for each scenario.
    pub marks: String,
    /// Strength of the evidence.
    pub strength: Option<u8>,
    /// Where it stands.
    pub passage: Passage,
    /// The words.
    pub words: String,
    /// Bytes of the words that the other has as well; all of them where the other has none.
    pub common: Range<usize>,
    /// The coder's memo.
    pub memo: String,
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// How they disagree.
    pub kind: Kind,
    /// The same in words.
    pub told: Message,
    /// Key of the interview.
    pub interview: String,
    /// Time of the words.
    pub time: Option<String>,
    /// What each put there, in the order of the coders.
    pub sides: [Option<Side>; 2],
}

impl Row {
    /// The first coding there is.
    pub fn side(&self) -> Option<&Side> {
        self.sides.iter().flatten().next()
    }

    /// `B1.3 / B7`, `B1.3  S2 + / S2 −`.
    pub fn codes(&self) -> String {
        let both = |of: fn(&Side) -> &str| {
            let [one, other] = self
                .sides
                .each_ref()
                .map(|side| side.as_ref().map_or("", of));
            let dash = |text: &str| if text.is_empty() { "—" } else { text }.to_owned();
            if one == other {
                one.to_owned()
            } else {
                format!("{} / {}", dash(one), dash(other))
            }
        };
        match self.kind {
            Kind::Polarity => format!("{}  {}", both(|side| &side.code), both(|side| &side.marks)),
            _ => both(|side| &side.code),
        }
    }
}

/// What two coders disagree on.
#[derive(Debug, Default)]
pub struct Coders {
    /// Everybody who has coded.
    pub all: Vec<String>,
    /// The two who are compared.
    pub pair: Option<[String; 2]>,
    /// What is open between them, in the order of reading.
    pub rows: Vec<Row>,
    /// Disagreements that were settled.
    pub settled: usize,
    /// Codings that are the same.
    pub same: usize,
    /// Texts that both worked on.
    pub n_texts: usize,
    /// Where the cursor is.
    pub list: ListCursor,
    /// The text with what both put there, where that is shown.
    pub beside: Option<Beside>,
    seen: Option<Seen>,
    /// What a worker is to compare next.
    pub to_compare: Option<Seen>,
    /// What a worker compares now, and whether somebody waits for it.
    comparing: Option<(Seen, Progress)>,
}

/// What was compared: name and revision of the study, the language, the two coders.
pub type Seen = (String, u64, Lang, Option<[String; 2]>);

/// Rows of the list at most; the words of the one under the cursor have the rest.
const LIST: usize = 16;

impl Coders {
    /// The disagreement under the cursor.
    pub fn current(&self) -> Option<&Row> {
        if self.is_stale() {
            return None;
        }
        match &self.beside {
            Some(beside) => self.rows.get(beside.disagreement(&self.rows)?),
            None => self.rows.get(self.list.at),
        }
    }

    /// Rows of disagreements on the screen.
    pub fn height(rows: u16) -> usize {
        (rows as usize * 2 / 5).clamp(1, LIST)
    }

    /// Every two coders there are, whoever works here before the others.
    pub fn pairs(&self, me: &str) -> Vec<[String; 2]> {
        let mut order: Vec<&String> = self.all.iter().collect();
        order.sort_by_key(|name| *name != me); // stable: the others stay by name
        let each = order.iter().enumerate();
        each.flat_map(|(at, one)| {
            let others = order.iter().skip(at + 1);
            others.map(|other| [(*one).clone(), (*other).clone()])
        })
        .collect()
    }

    /// Compares anew where the study, the coders or the language changed; a large study is left to a worker.
    pub fn compare(&mut self, work: &Work, lang: Lang) {
        let study = work.study();
        self.all = study.coders().into_iter().map(str::to_owned).collect();
        let known = |pair: &[String; 2]| pair.iter().all(|one| self.all.contains(one));
        if !self.pair.as_ref().is_some_and(known) {
            self.pair = self.pairs(&work.coder).into_iter().next();
        }
        let now = (work.name.clone(), work.revision, lang, self.pair.clone());
        if self.seen.as_ref() == Some(&now) {
            self.to_compare = None;
        } else if let (true, Some(_)) = (study.records.codings.len() > LARGE, &self.pair) {
            self.to_compare = Some(now).filter(|now| !self.is_comparing(now));
        } else {
            let pair = self.pair.as_ref();
            let made =
                pair.map(|pair| Made::of(study, &*work.texts(), lang, pair, &Progress::default()));
            self.take(now, made.unwrap_or_default());
        }
    }

    /// A worker compares this from now on; what another one compared is not waited for.
    pub fn begin(&mut self, wanted: Seen, progress: Progress) {
        if let Some((_, before)) = self.comparing.replace((wanted, progress)) {
            before.give_up();
        }
    }

    /// Whether a worker compares this, and it is waited for.
    pub fn is_comparing(&self, wanted: &Seen) -> bool {
        let now = self.comparing.as_ref();
        now.is_some_and(|(seen, progress)| seen == wanted && !progress.given_up())
    }

    /// Takes what was compared.
    pub fn take(&mut self, seen: Seen, made: Made) {
        self.comparing = None;
        self.seen = Some(seen);
        self.rows = made.rows;
        self.settled = made.settled;
        self.same = made.same;
        self.n_texts = made.n_texts;
    }

    /// Whether a worker compares now, so that what is listed may be settled already.
    pub fn is_stale(&self) -> bool {
        let now = self.comparing.as_ref();
        self.to_compare.is_some() || now.is_some_and(|(_, progress)| !progress.given_up())
    }

    /// Waits no longer for a worker that was given up; false where none was.
    pub fn give_up(&mut self) -> bool {
        let gone = self.comparing.take_if(|(_, progress)| progress.given_up());
        if gone.is_some() {
            self.to_compare = None;
        }
        gone.is_some()
    }
}

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Made {
    rows: Vec<Row>,
    settled: usize,
    same: usize,
    n_texts: usize,
}

impl Made {
    /// Compares two coders, here or on a worker; not to the end where nobody waits any more.
    pub fn of(
        study: &Study,
        texts: &dyn Texts,
        lang: Lang,
        pair: &[String; 2],
        progress: &Progress,
    ) -> Self {
        let context = Counting {
            texts,
            turns: &TurnCache::default(),
            head: String::new(),
            date: None,
            language: lang,
        };
        let keys = Keys::of(study);
        let counted = Counted::of(study, &keys, &context);
        let [one, other] = pair;
        let options = Options::default();
        let compared = compare(&counted, &context, &options, one, other, progress);
        let compared = compared.unwrap_or_default();
        let rows = compared.rows.iter().take_while(|_| !progress.given_up());
        Self {
            rows: rows.map(|one| row(study, texts, pair, one)).collect(),
            settled: compared.settled,
            same: compared.same,
            n_texts: compared.n_texts,
        }
    }
}

fn row(study: &Study, texts: &dyn Texts, pair: &[String; 2], one: &Disagreement) -> Row {
    let sides = [(&one.first, &one.second), (&one.second, &one.first)].map(|(own, other)| {
        let own = own.as_ref()?;
        Some(side(study, texts, own, other.as_ref()))
    });
    let time = match sides.iter().flatten().next().map(|side| &side.passage) {
        Some(Passage::Text(place)) => texts
            .text(&place.version)
            .and_then(|text| text.time_at(place.start as usize)),
        Some(Passage::Note(note)) => study.records.notes.get(note).and_then(|note| note.t_ms),
        None => None,
    };
    Row {
        kind: one.kind,
        told: told(texts, pair, one),
        interview: one.interview.clone(),
        time: time.and_then(|ms| u64::try_from(ms).ok()).map(duration),
        sides,
    }
}

fn side(study: &Study, texts: &dyn Texts, own: &Put, other: Option<&Put>) -> Side {
    let words = match &own.passage {
        Passage::Note(note) => {
            let note = study.records.notes.get(note);
            note.map_or_else(String::new, |note| note.text.clone())
        }
        Passage::Text(place) => {
            let text = texts.text(&place.version);
            text.map_or_else(String::new, |text| text.slice(place.span()).to_owned())
        }
    };
    let common = match (&own.passage, other.map(|other| &other.passage)) {
        (Passage::Text(own), Some(Passage::Text(other))) => {
            let from = other.start.max(own.start) - own.start;
            let to = other.end.min(own.end).saturating_sub(own.start);
            from as usize..to.max(from) as usize
        }
        _ => 0..words.len(),
    };
    let marks = own.polarities.iter();
    let marks = marks.map(|(scenario, polarity)| format!("{scenario} {}", polarity.sign()));
    Side {
        id: CodingId::new(&own.id),
        code: own.code.clone(),
        marks: marks.collect::<Vec<_>>().join("  "),
        strength: own.strength,
        passage: own.passage.clone(),
        words,
        common,
        memo: own.memo.clone(),
    }
}

/// How they disagree, in words.
fn told(texts: &dyn Texts, pair: &[String; 2], row: &Disagreement) -> Message {
    let [one, other] = pair;
    match (row.kind, &row.first, &row.second) {
        (Kind::Ends, Some(first), Some(second)) => {
            if let (Passage::Text(first), Passage::Text(second)) = (&first.passage, &second.passage)
            {
                let starts = moved(texts, first, first.start, second.start);
                let ends = moved(texts, first, first.end, second.end);
                return message!(
                    "coders-told-ends",
                    coder = other,
                    starts = starts.0,
                    start = starts.1,
                    ends = ends.0,
                    end = ends.1
                );
            }
            message!("coders-told-ends-somewhere")
        }
        (Kind::Polarity, Some(first), Some(second)) => {
            let scenarios = first.polarities.keys().chain(second.polarities.keys());
            let scenarios: std::collections::BTreeSet<&String> = scenarios.collect();
            let marks: Vec<String> = scenarios
                .into_iter()
                .filter_map(|scenario| {
                    let [a, b] = [first, second].map(|put| put.polarities.get(scenario).copied());
                    let sign = |of: Option<crate::study::word::Polarity>| {
                        of.map_or("∅", crate::study::word::Polarity::sign)
                    };
                    (a != b).then(|| format!("{scenario} {} / {}", sign(a), sign(b)))
                })
                .collect();
            message!("coders-told-polarity", marks = marks.join(", "))
        }
        (Kind::Code, Some(first), Some(second)) => message!(
            "coders-told-code",
            one = one,
            code = &first.code,
            other = other,
            instead = &second.code
        ),
        (_, Some(first), _) => message!("coders-told-alone", coder = one, code = &first.code),
        (_, None, Some(second)) => {
            message!("coders-told-alone", coder = other, code = &second.code)
        }
        (_, None, None) => message!("coders-told-ends-somewhere"),
    }
}

/// Which way an end is moved, and by how many words, or letters within one.
fn moved(texts: &dyn Texts, of: &TextPassage, from: u32, to: u32) -> (&'static str, Message) {
    let way = match from.cmp(&to) {
        std::cmp::Ordering::Less => "later",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "sooner",
    };
    let between = from.min(to) as usize..from.max(to) as usize;
    let text = texts.text(&of.version);
    let between = text.as_ref().map_or("", |text| text.slice(between));
    let words = between.split_whitespace().count();
    let by = if between.contains(char::is_whitespace) && words > 0 {
        message!("coders-words", n = words)
    } else {
        message!("coders-letters", n = between.chars().count())
    };
    (way, by)
}

impl Place for Coders {
    fn context(&self) -> Context {
        Context::Coders
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else {
            *self = Self::default();
            return;
        };
        self.compare(work, eye.words.lang());
        self.list.show(self.rows.len(), Self::height(eye.height));
        if let (Some(beside), Some(pair)) = (&mut self.beside, &self.pair) {
            beside.refresh(work, pair, &self.rows, eye);
        }
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        if let Some(beside) = &mut self.beside {
            return beside.cursor(eye, act, count);
        }
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at).is_some_and(|row| {
                let of = row.sides.iter().flatten();
                let mut of = of.flat_map(|side| [&side.words, &side.code, &side.memo]);
                fold(&row.interview).contains(&wanted)
                    || of.any(|words| fold(words).contains(&wanted))
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), Self::height(eye.height));
        found
    }

    fn object(&self, _eye: &Eye<'_>) -> String {
        self.pair
            .as_ref()
            .map_or_else(String::new, |pair| pair.join(" / "))
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        Some(self.current()?.side()?.words.clone())
    }

    fn back(&mut self) -> bool {
        let Some(beside) = self.beside.take() else {
            return false;
        };
        // the cursor stays on what it was on
        if let Some(at) = beside.disagreement(&self.rows) {
            self.list.at = at;
        }
        true
    }

    fn coding(&self) -> Option<CodingId> {
        Some(self.current()?.side()?.id.clone())
    }
}
