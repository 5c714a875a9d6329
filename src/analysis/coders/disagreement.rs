//! What two coders disagree on, passage by passage.

use super::ground::{Mark, ground};
use crate::analysis::ask::{Ask, Options};
use crate::analysis::counted::{Counted, Line, Standing, Words};
use crate::analysis::search::Progress;
use crate::analysis::{Context, TableError};
use crate::study::coding::Passage;
use crate::study::word::Polarity;
use std::collections::{BTreeMap, BTreeSet};

/// How two coders disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Other codes on words that overlap.
    Code,
    /// The same code on words that overlap, with other ends.
    Ends,
    /// The same code on the same words, with another polarity.
    Polarity,
    /// One of them alone.
    OnlyOne,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Code, Self::Ends, Self::Polarity, Self::OnlyOne];

    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code-differs",
            Self::Ends => "ends-differ",
            Self::Polarity => "polarity-differs",
            Self::OnlyOne => "only-one",
        }
    }
}

/// What one of the two put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Id of the coding.
    pub id: String,
    /// Key of the code.
    pub code: String,
    /// Where it stands.
    pub passage: Passage,
    /// The words, where they may be quoted.
    pub quote: Option<String>,
    /// The coder's memo.
    pub memo: String,
    /// Strength of the evidence.
    pub strength: Option<u8>,
    /// Polarity by key of the scenario.
    pub polarities: BTreeMap<String, Polarity>,
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// How.
    pub kind: Kind,
    /// Key of the interview.
    pub interview: String,
    /// The first coder's coding.
    pub first: Option<Work>,
    /// The second coder's.
    pub second: Option<Work>,
}

/// Two coders, compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Their disagreements that nobody settled, in the order of reading.
    pub rows: Vec<Disagreement>,
    /// Codings that are the same.
    pub same: usize,
    /// Disagreements that were settled.
    pub settled: usize,
    /// Texts that both worked on.
    pub n_texts: usize,
}

/// Compares two coders over the texts that both worked on.
pub fn compare(
    counted: &Counted,
    context: &Context,
    options: &Options,
    first: &str,
    second: &str,
    progress: &Progress,
) -> Result<Compared, TableError> {
    let ask = Ask::new("coders", counted, context, options)?;
    let ground = ground(&ask, Some(&[first, second]), false);
    let mut compared = Compared {
        n_texts: ground.sources.len(),
        ..Compared::default()
    };
    for (at, source) in ground.sources.iter().enumerate() {
        progress.reached(at, ground.sources.len());
        if progress.given_up() {
            break;
        }
        let of = |coder: usize| -> Vec<Mark> {
            let own = source.marks.iter().filter(|mark| mark.coder == coder);
            own.copied().collect()
        };
        let (one, other) = (of(0), of(1));
        let (mut left, mut right) = (all_of(&one), all_of(&other));
        let line = |mark: &Mark| counted.lines.get(mark.line);
        let mut found: Vec<(u32, Disagreement)> = Vec::new();
        let mut put = |kind, a: Option<&Mark>, b: Option<&Mark>| {
            let is_settled = |line: &Line| line.standing == Standing::Superseded;
            if [a, b]
                .into_iter()
                .flatten()
                .filter_map(line)
                .all(is_settled)
            {
                compared.settled += 1;
                return;
            }
            let of = |mark: Option<&Mark>| work(counted, context, line(mark?)?);
            let interview = a.or(b).and_then(line).and_then(|l| counted.interview_of(l));
            let row = Disagreement {
                kind,
                interview: interview.map_or_else(String::new, |i| i.key.to_owned()),
                first: of(a),
                second: of(b),
            };
            found.push((a.or(b).map_or(0, |mark| mark.start), row));
        };
        for (a, b) in pair(&one, &other, &mut left, &mut right, |a, b| {
            (a.start, a.end, a.code) == (b.start, b.end, b.code)
        }) {
            let polarities = |mark| line(mark).map(|line| &line.coding.polarities);
            if polarities(a) == polarities(b) {
                compared.same += 1;
            } else {
                put(Kind::Polarity, Some(a), Some(b));
            }
        }
        for (a, b) in pair(&one, &other, &mut left, &mut right, |a, b| a.code == b.code) {
            put(Kind::Ends, Some(a), Some(b));
        }
        for (a, b) in pair(&one, &other, &mut left, &mut right, |_, _| true) {
            put(Kind::Code, Some(a), Some(b));
        }
        for at in left {
            put(Kind::OnlyOne, one.get(at), None);
        }
        for at in right {
            put(Kind::OnlyOne, None, other.get(at));
        }
        found.sort_by_key(|(at, row)| (*at, row.kind));
        compared.rows.extend(found.into_iter().map(|(_, row)| row));
    }
    Ok(compared)
}

fn work(counted: &Counted, context: &Context, line: &Line) -> Option<Work> {
    let (id, code) = counted.codes.get(line.code)?;
    let quote = match line.words {
        Words::Note(id) => counted.study.records.notes.get(id).map(|n| n.text.clone()),
        Words::Text(_, passage) => context
            .texts
            .text(&passage.version)
            .map(|text| text.slice(passage.span()).to_owned()),
    };
    Some(Work {
        id: line.id.to_string(),
        code: counted.keys.code(id, code).to_owned(),
        passage: match line.words {
            Words::Note(id) => Passage::Note(id.clone()),
            Words::Text(_, passage) => Passage::Text(passage.clone()),
        },
        quote: quote.filter(|_| line.quotable),
        memo: line.coding.memo.clone(),
        strength: line.coding.strength,
        polarities: counted
            .scenarios
            .iter()
            .filter_map(|(id, scenario)| {
                let polarity = line.coding.polarities.get(*id)?;
                Some((counted.keys.scenario(id, scenario).to_owned(), *polarity))
            })
            .collect(),
    })
}

fn all_of(marks: &[Mark]) -> BTreeSet<usize> {
    (0..marks.len()).collect()
}

/// Pairs what is left of both, the greatest overlap first; what is paired is no longer left.
fn pair<'m>(
    one: &'m [Mark],
    other: &'m [Mark],
    left: &mut BTreeSet<usize>,
    right: &mut BTreeSet<usize>,
    fits: impl Fn(&Mark, &Mark) -> bool,
) -> Vec<(&'m Mark, &'m Mark)> {
    let longest = other
        .iter()
        .map(|mark| mark.end - mark.start)
        .max()
        .unwrap_or(0);
    let mut close: Vec<(f64, usize, usize)> = Vec::new();
    for at in left.iter() {
        let Some(a) = one.get(*at) else { continue };
        let from = other.partition_point(|b| b.start.saturating_add(longest) <= a.start);
        for (b_at, b) in other.iter().enumerate().skip(from) {
            if b.start >= a.end {
                break;
            }
            let common = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            if common > 0 && right.contains(&b_at) && fits(a, b) {
                let either = a.end.max(b.end) - a.start.min(b.start);
                close.push((f64::from(common) / f64::from(either), *at, b_at));
            }
        }
    }
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs = Vec::new();
    for (_, at, b_at) in close {
        if left.contains(&at) && right.contains(&b_at) {
            left.remove(&at);
            right.remove(&b_at);
            pairs.extend(one.get(at).zip(other.get(b_at)));
        }
    }
    pairs
}
