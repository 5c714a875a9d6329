//! Finding words: as they are typed, folded (case, accents, apostrophes, spaces), near one another, or by a regular
//! expression.
//!
//! A pattern is compiled to regular expressions over the text as it stands, so that no folded copy is kept and a hit is
//! at once a span of the original.

mod compile;
mod query;
mod term;
#[cfg(test)]
mod term_test;

pub use query::PatternError;

use crate::text::word;
use query::{Parsed, Relation};
use std::ops::Range;
use term::{Finder, Term};

/// The longest pattern, in bytes.
pub const LONGEST: usize = 4_096;

/// How a pattern is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// As a regular expression, not as words.
    pub regex: bool,
    /// Case, accents, apostrophes and spaces as they are typed.
    pub exact: bool,
    /// Whole words only.
    pub whole: bool,
}

/// What is looked for.
///
/// Words as they are typed are a phrase; `a & b` asks for both in one unit (a turn, a note), `a ~10 b` for at most ten
/// words between them, in either order. Quotation marks make plain words of what would be a sign: `"a & b"`.
#[derive(Debug)]
pub struct Pattern {
    terms: Vec<Term>,
    relation: Relation,
}

/// Where a pattern was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// From the first word of it to the last, in bytes.
    pub span: Range<usize>,
    /// The words themselves, in the order of the text.
    pub marks: Vec<Range<usize>>,
}

impl Pattern {
    /// Reads a pattern. What cannot be looked for is told: nothing, control characters, too much, a broken or an
    /// exploding expression.
    pub fn new(asked: &str, how: Reading) -> Result<Self, PatternError> {
        let Parsed { terms, relation } = query::parse(asked, how)?;
        let terms = terms
            .iter()
            .map(|term| compile::compile(term, how))
            .collect::<Result<_, _>>()?;
        Ok(Self { terms, relation })
    }

    /// All places in one unit of text, none over another, in order.
    pub fn find(&self, unit: &str) -> Vec<Found> {
        self.find_in(unit, |_| 0..unit.len())
    }

    /// All places in a text of several units, none across two. `unit_of` says the unit of a byte.
    ///
    /// The rarest term is looked for first, the others only in the units that hold it.
    pub fn find_in(&self, text: &str, unit_of: impl Fn(usize) -> Range<usize>) -> Vec<Found> {
        let rarest = (0..self.terms.len()).max_by_key(|at| {
            let term = self.terms.get(*at);
            (term.map(|term| term.weight), usize::MAX - at)
        });
        let Some((at, rarest)) = rarest.and_then(|at| Some((at, self.terms.get(at)?))) else {
            return Vec::new();
        };
        let whole = std::iter::once(0..text.len());
        let mut rare = Some(marks(rarest, text, whole, &unit_of));
        let mut found: Option<Vec<Found>> = None;
        for (place, term) in self.terms.iter().enumerate() {
            let marks = match rare.take_if(|_| place == at) {
                Some(rare) => rare,
                None => {
                    let seen = match (&found, &rare) {
                        (Some(found), _) => units(found.iter().map(|one| one.span.start), &unit_of),
                        (None, Some(rare)) => units(rare.iter().map(|one| one.start), &unit_of),
                        (None, None) => Vec::new(),
                    };
                    marks(term, text, seen, &unit_of)
                }
            };
            let next = match (found, self.relation) {
                (None, _) => marks.into_iter().map(Found::one).collect(),
                (Some(found), Relation::Near(most)) => near(text, &found, &marks, most, &unit_of),
                (Some(found), Relation::Together) => together(&found, &marks, &unit_of),
            };
            if next.is_empty() {
                return next;
            }
            found = Some(next);
        }
        found.unwrap_or_default()
    }
}

impl Found {
    fn one(mark: Range<usize>) -> Self {
        Self {
            span: mark.clone(),
            marks: vec![mark],
        }
    }
}

/// The units of bytes that ascend, each once.
fn units(
    bytes: impl Iterator<Item = usize>,
    unit_of: &impl Fn(usize) -> Range<usize>,
) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    for byte in bytes {
        if units.last().is_none_or(|last| byte >= last.end) {
            units.push(unit_of(byte));
        }
    }
    units
}

/// Places of one term in parts of a text, each of whole units; none empty, none across two units.
fn marks(
    term: &Term,
    text: &str,
    parts: impl IntoIterator<Item = Range<usize>>,
    unit_of: &impl Fn(usize) -> Range<usize>,
) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut finder = term.finder(text);
    for part in parts {
        marks_in(&mut finder, term, text, part, unit_of, &mut out);
    }
    out
}

fn marks_in(
    finder: &mut Finder,
    term: &Term,
    text: &str,
    part: Range<usize>,
    unit_of: &impl Fn(usize) -> Range<usize>,
    out: &mut Vec<Range<usize>>,
) {
    let mut at = part.start;
    let mut unit = 0..0;
    while let Some(hit) = finder.find(at, part.end) {
        if !unit.contains(&hit.start) {
            unit = unit_of(hit.start);
        }
        if hit.is_empty() {
            at = next_char(text, hit.end);
        } else if hit.end <= unit.end {
            at = hit.end;
            out.push(hit);
        } else {
            // across two units: what lies in the first may still hold a shorter one
            if let Some(part) = text.get(hit.start..unit.end)
                && let Some(shorter) = term.finder(part).find(0, part.len())
                && !shorter.is_empty()
            {
                out.push(hit.start + shorter.start..hit.start + shorter.end);
            }
            at = unit.end.max(next_char(text, hit.start));
        }
        if at > text.len() {
            break;
        }
    }
}

/// The byte after the character at `at`; past the end of the text after the last one.
fn next_char(text: &str, at: usize) -> usize {
    let length = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(1, char::len_utf8);
    at + length
}

/// Each place that has one of the others with at most `most` words between them, joined with the nearest.
fn near(
    text: &str,
    found: &[Found],
    others: &[Range<usize>],
    most: usize,
    unit_of: &impl Fn(usize) -> Range<usize>,
) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for one in found {
        let unit = unit_of(one.span.start);
        let after = others.partition_point(|other| other.start < one.span.end);
        let before = others
            .get(..after)
            .unwrap_or(&[])
            .iter()
            .rev()
            .find(|other| other.end <= one.span.start);
        let gaps = [
            before.map(|other| (other, other.end..one.span.start)),
            others
                .get(after)
                .map(|other| (other, one.span.end..other.start)),
        ];
        let nearest = gaps
            .into_iter()
            .flatten()
            .filter(|(other, _)| unit.contains(&other.start))
            .filter_map(|(other, gap)| Some((word::at_most(text.get(gap)?, most)?, other)))
            .min_by_key(|(between, _)| *between);
        if let Some((_, other)) = nearest {
            push(&mut out, joined(one, std::slice::from_ref(other)));
        }
    }
    out
}

/// Each place whose unit holds one of the others: one hit a unit.
fn together(
    found: &[Found],
    others: &[Range<usize>],
    unit_of: &impl Fn(usize) -> Range<usize>,
) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut last_unit = None;
    for one in found {
        let unit = unit_of(one.span.start);
        let from = others.partition_point(|other| other.start < unit.start);
        let to = others.partition_point(|other| other.start < unit.end);
        let Some(here) = others.get(from..to).filter(|here| !here.is_empty()) else {
            continue;
        };
        if last_unit == Some(unit.start)
            && let Some(last) = out.last_mut()
        {
            *last = joined(last, &one.marks);
            continue;
        }
        last_unit = Some(unit.start);
        out.push(joined(one, here));
    }
    out
}

fn joined(one: &Found, more: &[Range<usize>]) -> Found {
    let mut marks: Vec<Range<usize>> = one.marks.iter().chain(more).cloned().collect();
    marks.sort_by_key(|mark| (mark.start, mark.end));
    marks.dedup();
    let start = marks.iter().map(|mark| mark.start).min().unwrap_or(0);
    let end = marks.iter().map(|mark| mark.end).max().unwrap_or(0);
    Found {
        span: start..end,
        marks,
    }
}

/// Keeps a place, joined into the last one where they overlap.
fn push(out: &mut Vec<Found>, found: Found) {
    match out.last_mut() {
        Some(last) if found.span.start < last.span.end => *last = joined(last, &found.marks),
        _ => out.push(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use proptest::prelude::*;

    const TEXT: &str = "Si l’émargement manque, le financeur ne paie pas. On a perdu trois semaines en mars,\n\
        parce que la plateforme avait changé. L'ŒUVRE : 10–49 salariés, « non », vraiment non.";

    fn hits(pattern: &str, how: Reading) -> Vec<&'static str> {
        let pattern = Pattern::new(pattern, how).unwrap();
        let spans = pattern.find(TEXT).into_iter();
        spans.map(|found| &TEXT[found.span]).collect()
    }

    const FOLDED: Reading = Reading {
        regex: false,
        exact: false,
        whole: false,
    };
    const EXACT: Reading = Reading {
        exact: true,
        ..FOLDED
    };
    const WHOLE: Reading = Reading {
        whole: true,
        ..FOLDED
    };
    const REGEX: Reading = Reading {
        regex: true,
        ..FOLDED
    };

    #[test]
    fn what_a_searcher_types_meets_what_was_said() {
        for (typed, how, met) in [
            ("emargement", FOLDED, vec!["émargement"]),
            ("L'EMARGEMENT", FOLDED, vec!["l’émargement"]),
            ("l'oeuvre", FOLDED, vec!["L'ŒUVRE"]),
            ("10-49", FOLDED, vec!["10–49"]),
            ("mars, parce", FOLDED, vec!["mars,\nparce"]),
            ("emargement", EXACT, vec![]),
            ("L'ŒUVRE", EXACT, vec!["L'ŒUVRE"]),
            ("par", FOLDED, vec!["par"]),
            ("par", WHOLE, vec![]),
            ("parce que", WHOLE, vec!["parce que"]),
            ("non", WHOLE, vec!["non", "non"]),
            (
                "perdu ~3 mars",
                FOLDED,
                vec!["perdu trois semaines en mars"],
            ),
            (
                "mars ~3 perdu",
                FOLDED,
                vec!["perdu trois semaines en mars"],
            ),
            ("perdu ~2 mars", FOLDED, vec![]),
            (
                "manque & paie",
                FOLDED,
                vec!["manque, le financeur ne paie"],
            ),
            ("manque & absent", FOLDED, vec![]),
            ("\"manque & paie\"", FOLDED, vec![]),
            (r"tro\w+ sem\w+", REGEX, vec!["trois semaines"]),
            (r"change|emarg", REGEX, vec!["émarg", "changé"]),
            (r"[[:alpha:]]+e\b\.", REGEX, vec!["changé."]),
            (r"\d+", REGEX, vec!["10", "49"]),
        ] {
            assert_eq!(hits(typed, how), met, "{typed} {how:?}");
        }
    }

    #[test]
    fn what_cannot_be_looked_for_is_told() {
        let error = |pattern: &str, how| Pattern::new(pattern, how).unwrap_err();
        assert_eq!(error("", FOLDED), PatternError::Empty);
        assert_eq!(error("  ", FOLDED), PatternError::Empty);
        assert_eq!(error("\"\"", FOLDED), PatternError::Empty);
        assert_eq!(error("a ~3", FOLDED), PatternError::Half);
        assert_eq!(error("a\u{1b}[2J", FOLDED), PatternError::Control(0x1b));
        assert_eq!(
            error(&"x".repeat(1 << 20), FOLDED),
            PatternError::Long(1 << 20)
        );
        assert_eq!(error("a & b ~3 c", FOLDED), PatternError::Mixed);
        assert!(matches!(error("a(b", REGEX), PatternError::Broken { .. }));
        assert_eq!(error("(?:a{1000}){1000}", REGEX), PatternError::Explodes);
        assert_eq!(error("x*", REGEX), PatternError::Empty);
    }

    #[test]
    fn no_hit_lies_across_two_units() {
        let text = "oui et\nnon et oui";
        let units = [0..6, 7..17];
        let unit_of = |at: usize| units[usize::from(at > 6)].clone();
        let find = |pattern: &str| {
            let pattern = Pattern::new(pattern, FOLDED).unwrap();
            pattern.find_in(text, unit_of).len()
        };
        assert_eq!(find("et non"), 0);
        assert_eq!(find("et"), 2);
        assert_eq!(find("oui & non"), 1);
        assert_eq!(find("oui ~2 non"), 1);
    }

    proptest! {
        #[test]
        fn a_word_is_met_where_its_folded_form_stands(
            text in "[a-eéèÉœŒ’' \u{a0}]{0,30}", typed in "[a-eéœ']{1,3}"
        ) {
            let folded = fold(&text);
            let there = folded.contains(&fold(&typed));
            let pattern = Pattern::new(&typed, FOLDED).unwrap();
            let found = pattern.find(&text);
            for hit in &found {
                prop_assert_eq!(fold(&text[hit.span.clone()]), fold(&typed));
            }
            // half of a ligature is not a hit of its own
            let halves = text.contains(['œ', 'Œ']);
            if !halves {
                prop_assert_eq!(!found.is_empty(), there);
            }
        }
    }
}
