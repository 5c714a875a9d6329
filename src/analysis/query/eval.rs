//! Finding the passages of a query.

use super::parse::{Expr, Filter, Meet};
use crate::analysis::ask::Ask;
use crate::analysis::counted::{Line, Words};
use crate::analysis::places::newest_span;
use crate::analysis::{Options, TableError};
use crate::study::edit;
use crate::study::id::VersionId;
use crate::study::word::Polarity;
use crate::text::word::words;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Lines that are found, by place.
type Set = BTreeSet<usize>;

/// A text that spans are of: a version of a document, or a note by its excerpt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Text<'a> {
    Version(&'a VersionId),
    Note(usize),
}

/// What an interview is to a reference text is the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Home {
    Interview(usize),
    Document(usize),
}

/// Where a line's words lie.
struct Spot<'a> {
    home: Home,
    text: Text<'a>,
    span: Range<u32>,
    turns: Range<u32>,
    excerpt: usize,
}

/// All lines that count, and where they lie.
pub(super) struct Ground<'r, 'a> {
    ask: &'r Ask<'r, 'a>,
    spots: Vec<Option<Spot<'a>>>,
}

impl<'r, 'a> Ground<'r, 'a> {
    pub(super) fn of(ask: &'r Ask<'r, 'a>) -> Self {
        let lines = ask.counted.lines.iter();
        let spots = lines.map(|line| ask.takes_here(line).then(|| spot(ask, line))?);
        Self {
            spots: spots.collect(),
            ask,
        }
    }

    pub(super) fn find(&self, expr: &Expr) -> Result<Set, TableError> {
        Ok(match expr {
            Expr::Any => self.lines(|_| true),
            Expr::Code(key, below) => {
                let codes = self.codes(key, *below)?;
                self.lines(|line| codes.contains(&line.code))
            }
            Expr::Or(left, right) => &self.find(left)? | &self.find(right)?,
            Expr::With(left, meet, right, with) => {
                let (left, right) = (self.find(left)?, self.find(right)?);
                self.meeting(left, *meet, &right, *with)
            }
            Expr::Only(inner, filters) => self.only(self.find(inner)?, filters)?,
        })
    }

    fn lines(&self, wanted: impl Fn(&Line) -> bool) -> Set {
        let lines = self.ask.counted.lines.iter().zip(&self.spots).enumerate();
        lines
            .filter(|(_, (line, spot))| spot.is_some() && wanted(line))
            .map(|(at, _)| at)
            .collect()
    }

    /// Places in the codebook of a code, and of all codes below it.
    fn codes(&self, key: &str, below: bool) -> Result<BTreeSet<usize>, TableError> {
        let counted = self.ask.counted;
        let keys = || {
            counted
                .codes
                .iter()
                .map(|(id, code)| counted.keys.code(id, code))
        };
        let at = keys()
            .position(|known| known == key)
            .ok_or_else(|| TableError::unknown("code", key, keys()))?;
        let Some((id, _)) = counted.codes.get(at).filter(|_| below) else {
            return Ok(BTreeSet::from([at]));
        };
        let under = edit::theme_codes(counted.study, id);
        let codes = counted.codes.iter().enumerate();
        Ok(codes
            .filter(|(place, (id, _))| *place == at || under.contains(*id))
            .map(|(place, _)| place)
            .collect())
    }

    /// Those of the left side that meet one of the right, or none.
    fn meeting(&self, left: Set, meet: Meet, right: &Set, with: bool) -> Set {
        let spot = |at: usize| self.spots.get(at).and_then(Option::as_ref);
        let others = || right.iter().filter_map(|at| spot(*at));
        let keep = |left: Set, met: &dyn Fn(&Spot) -> bool| -> Set {
            left.into_iter()
                .filter(|at| spot(*at).is_some_and(|spot| met(spot) == with))
                .collect()
        };
        match meet {
            Meet::Same => {
                let same: HashSet<usize> = others().map(|spot| spot.excerpt).collect();
                keep(left, &|spot| same.contains(&spot.excerpt))
            }
            Meet::Interview => {
                let homes: HashSet<Home> = others().map(|spot| spot.home).collect();
                keep(left, &|spot| homes.contains(&spot.home))
            }
            Meet::Overlap | Meet::Words(_) => {
                let index = index(others().map(|spot| (spot.text, spot.span.clone())));
                keep(left, &|spot| {
                    index.get(&spot.text).is_some_and(|spans| {
                        spans.overlaps(&spot.span)
                            || matches!(meet, Meet::Words(most) if self.near(spot, spans, most))
                    })
                })
            }
            Meet::Turn => {
                let index = index(others().map(|spot| (spot.text, spot.turns.clone())));
                keep(left, &|spot| {
                    index
                        .get(&spot.text)
                        .is_some_and(|turns| turns.overlaps(&spot.turns))
                })
            }
        }
    }

    /// Whether the nearest span before or after, none of which overlaps, is at most so many words away.
    fn near(&self, spot: &Spot, spans: &Spans, most: usize) -> bool {
        let Text::Version(version) = spot.text else {
            return false;
        };
        let Some(text) = self.ask.context.texts.text(version) else {
            return false;
        };
        let gaps = [
            spans
                .end_before(spot.span.start)
                .map(|end| end..spot.span.start),
            spans
                .start_from(spot.span.end)
                .map(|start| spot.span.end..start),
        ];
        gaps.into_iter().flatten().any(|gap| {
            let between = text.slice(gap.start as usize..gap.end as usize);
            words(between).take(most.saturating_add(1)).count() <= most
        })
    }

    /// Those that have what every filter asks for.
    fn only(&self, set: Set, filters: &[Filter]) -> Result<Set, TableError> {
        let counted = self.ask.counted;
        let mut set = set;
        let mut attributes = Vec::new();
        for Filter { key, value } in filters {
            let mut scenarios = counted.scenarios.iter();
            let scenario = scenarios.find(|(id, one)| counted.keys.scenario(id, one) == key);
            if let Some((id, _)) = scenario {
                let signs = [
                    Polarity::Supports,
                    Polarity::Contradicts,
                    Polarity::Mixed,
                    Polarity::Neutral,
                ];
                let polarity = Polarity::parse(value)
                    .or_else(|| signs.into_iter().find(|one| one.sign() == value))
                    .ok_or_else(|| {
                        let known = signs.iter().map(|one| one.as_str());
                        TableError::unknown_value(key, value, known)
                    })?;
                set.retain(|at| {
                    let line = counted.lines.get(*at);
                    line.is_some_and(|line| line.coding.polarities.get(*id) == Some(&polarity))
                });
            } else if key == "coder" {
                let known: BTreeSet<&str> = counted
                    .lines
                    .iter()
                    .map(|line| &*line.coding.coder)
                    .collect();
                if !known.contains(value.as_str()) {
                    return Err(TableError::unknown("coder", value, known));
                }
                set.retain(|at| {
                    let line = counted.lines.get(*at);
                    line.is_some_and(|line| line.coding.coder == *value)
                });
            } else if key == "interview" {
                let known = || counted.people.interviews.iter().map(|one| one.key);
                let place = known()
                    .position(|key| key == value)
                    .ok_or_else(|| TableError::unknown("interview", value, known()))?;
                set.retain(|at| {
                    let line = counted.lines.get(*at);
                    line.is_some_and(|line| line.interview == Some(place))
                });
            } else {
                attributes.push((key.clone(), value.clone()));
            }
        }
        if !attributes.is_empty() {
            let options = Options {
                where_: attributes,
                coder: self.ask.options.coder.clone(),
                ..Options::default()
            };
            let ask = Ask::new("query", counted, self.ask.context, &options)?;
            set.retain(|at| {
                let line = counted.lines.get(*at);
                // a reference text has no speaker's attributes
                line.is_some_and(|line| line.interview.is_some() && ask.takes(line))
            });
        }
        Ok(set)
    }
}

fn spot<'a>(ask: &Ask<'_, 'a>, line: &Line<'a>) -> Option<Spot<'a>> {
    let home = |document| match line.interview {
        Some(at) => Home::Interview(at),
        None => Home::Document(document),
    };
    match line.words {
        Words::Note(id) => {
            let note = ask.counted.study.records.notes.get(id)?;
            let end = u32::try_from(note.text.len()).unwrap_or(u32::MAX);
            Some(Spot {
                home: home(usize::MAX),
                text: Text::Note(line.excerpt),
                span: 0..end.max(1),
                turns: 0..1,
                excerpt: line.excerpt,
            })
        }
        Words::Text(document, passage) => {
            let newest = newest_span(ask.counted, line);
            let (version, span) = newest.unwrap_or((&passage.version, passage.start..passage.end));
            let turns = ask.context.turns.of(version, ask.context.texts);
            let turns = turns.map_or(0..0, |turns| turns.touched(span.start, span.end));
            let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            Some(Spot {
                home: home(document),
                text: Text::Version(version),
                span,
                turns: number(turns.start)..number(turns.end),
                excerpt: line.excerpt,
            })
        }
    }
}

/// Spans of one text, by their start; and how far all up to each reach.
#[derive(Default)]
struct Spans {
    spans: Vec<Range<u32>>,
    reach: Vec<u32>,
}

impl Spans {
    /// How many begin before a place.
    fn before(&self, place: u32) -> usize {
        self.spans.partition_point(|span| span.start < place)
    }

    /// The last end of all that begin before a place.
    fn reached(&self, place: u32) -> Option<u32> {
        self.reach.get(self.before(place).checked_sub(1)?).copied()
    }

    fn overlaps(&self, span: &Range<u32>) -> bool {
        self.reached(span.end).is_some_and(|end| end > span.start)
    }

    /// The last end before a place, where none reaches over it.
    fn end_before(&self, place: u32) -> Option<u32> {
        self.reached(place)
    }

    /// The first start from a place on.
    fn start_from(&self, place: u32) -> Option<u32> {
        self.spans.get(self.before(place)).map(|span| span.start)
    }
}

fn index<'a>(spans: impl Iterator<Item = (Text<'a>, Range<u32>)>) -> HashMap<Text<'a>, Spans> {
    let mut index: HashMap<Text, Spans> = HashMap::new();
    for (text, span) in spans {
        index.entry(text).or_default().spans.push(span);
    }
    for spans in index.values_mut() {
        spans.spans.sort_by_key(|span| (span.start, span.end));
        let mut far = 0;
        for span in &spans.spans {
            far = far.max(span.end);
            spans.reach.push(far);
        }
    }
    index
}
