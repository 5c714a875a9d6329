//! What was asked of a table, looked up in the study.

use super::counted::{Line, Standing, Who};
use super::people::Interview;
use super::table::{Column, Filters, Row, Table};
use super::{Context, Counted, TableError};
use crate::i18n::Message;
use crate::message;
use crate::study::word::Origin;
use std::collections::{BTreeMap, HashSet};

/// What a table may be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// One scenario only, by key.
    pub scenario: Option<String>,
    /// Counts for each value of this attribute, by key (`role` is always one).
    pub by: Option<String>,
    /// Attribute and value that a speaker must have; several values of one attribute are alternatives.
    pub where_: Vec<(String, String)>,
    /// One coder's codings only.
    pub coder: Option<String>,
    /// Hide cells with fewer interviews than this; 0 hides nothing.
    pub mask_under: u32,
    /// For a commission: what is hidden has no line of its own, and no figure leads to words. Nothing without `mask_under`.
    pub commission: bool,
    /// In a matrix, whether there is a passage (1) or none (0), in the place of how many.
    pub presence: bool,
    /// Rows by this column, by key; the greatest first where it is so.
    pub sort: Option<(String, bool)>,
    /// The day as of which a panorama is told.
    pub on: Option<jiff::civil::Date>,
    /// Seed of shuffles; without one always the same.
    pub seed: Option<u64>,
    /// What coders are compared over; without one, every kind of unit.
    pub unit: Option<Unit>,
    /// Overlap from which two segments are one, in percent; 90 without one.
    pub overlap: Option<u8>,
}

/// What counts as one unit when coders are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// One speaker's uninterrupted speech, or a note.
    Turn,
    /// A sentence of a turn or note.
    Sentence,
    /// A coded segment.
    Segment,
    /// A character.
    Character,
}

impl Unit {
    /// All, the widest first.
    pub const ALL: [Self; 4] = [Self::Turn, Self::Sentence, Self::Segment, Self::Character];

    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::Sentence => "sentence",
            Self::Segment => "segment",
            Self::Character => "character",
        }
    }
}

/// What was asked, with the study it was asked of.
pub struct Ask<'r, 'a> {
    /// The table's name.
    pub name: &'static str,
    /// The study, read.
    pub counted: &'r Counted<'a>,
    /// Texts and header facts.
    pub context: &'r Context<'r>,
    /// As given.
    pub options: &'r Options,
    /// Scenarios to show, by place.
    pub scenarios: Vec<usize>,
    /// The dimension of `by`, by place.
    pub by: Option<usize>,
    /// Dimension → values a speaker may have.
    allowed: BTreeMap<usize, Vec<usize>>,
}

impl<'r, 'a> Ask<'r, 'a> {
    /// Looks up every word of the options.
    pub fn new(
        name: &'static str,
        counted: &'r Counted<'a>,
        context: &'r Context<'r>,
        options: &'r Options,
    ) -> Result<Self, TableError> {
        let keys = || {
            counted
                .scenarios
                .iter()
                .map(|(id, scenario)| counted.keys.scenario(id, scenario))
        };
        let scenarios = match &options.scenario {
            None => (0..counted.scenarios.len()).collect(),
            Some(wanted) => vec![
                keys()
                    .position(|key| key == wanted)
                    .ok_or_else(|| TableError::unknown("scenario", wanted, keys()))?,
            ],
        };
        if let Some(coder) = &options.coder {
            let coders: std::collections::BTreeSet<&str> = counted
                .study
                .records
                .codings
                .values()
                .map(|coding| coding.coder.as_str())
                .collect();
            if !coders.contains(coder.as_str()) {
                return Err(TableError::unknown("coder", coder, coders));
            }
        }
        let by = options
            .by
            .as_deref()
            .map(|key| dimension(counted, key))
            .transpose()?;
        let mut allowed: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (key, value) in &options.where_ {
            let at = dimension(counted, key)?;
            let values = counted
                .people
                .dimensions
                .get(at)
                .map_or(&[][..], |dimension| &dimension.values);
            let place = values
                .iter()
                .position(|known| known.key == *value)
                .ok_or_else(|| {
                    TableError::unknown_value(key, value, values.iter().map(|v| v.key.as_str()))
                })?;
            allowed.entry(at).or_default().push(place);
        }
        Ok(Self {
            name,
            counted,
            context,
            options,
            scenarios,
            by,
            allowed,
        })
    }

    /// The values of `by`, none without it.
    pub fn groups(&self) -> &'r [super::people::DimensionValue] {
        self.by
            .and_then(|at| self.counted.people.dimensions.get(at))
            .map_or(&[], |dimension| &dimension.values)
    }

    /// The value of `by` that a line's speaker has.
    pub fn group_of(&self, line: &Line) -> Option<usize> {
        *self.counted.speaker_of(line)?.values.get(self.by?)?
    }

    /// Whether an interview has a counted participant with this value of `by`.
    pub fn in_group(&self, interview: &Interview, group: usize) -> bool {
        self.by
            .is_some_and(|dimension| interview.has(dimension, group))
    }

    /// Whether a line counts as evidence here: as a passage of an interview, or apart, as one of a reference text.
    pub fn takes(&self, line: &Line) -> bool {
        let counts = match (&self.options.coder, line.standing) {
            // one coder's work is what that coder coded, settled with another since or not
            (Some(coder), _) => line.coding.coder == *coder && self.counted.is_heard(line),
            (None, standing) => matches!(standing, Standing::Counted | Standing::Reference),
        };
        // texts that are no interviews have no speaker's attributes, and are counted apart whatever the filter
        counts && (line.interview.is_none() || self.allows_line(line))
    }

    /// [`Self::takes`], in the scenario that is asked for where one is.
    pub fn takes_here(&self, line: &Line) -> bool {
        let in_scenario = self.options.scenario.is_none()
            || self.scenarios.iter().any(|at| {
                self.counted
                    .scenarios
                    .get(*at)
                    .is_some_and(|(id, _)| line.coding.polarities.contains_key(id))
            });
        in_scenario && self.takes(line)
    }

    /// Whether a line is one coder's own work on an interview: what several settled since, and what settled it, apart.
    pub fn is_work(&self, line: &Line) -> bool {
        let coder = self.options.coder.as_deref();
        line.interview.is_some()
            && line.coding.origin != Origin::Settled
            && coder.is_none_or(|coder| line.coding.coder == coder)
            && self.counted.is_heard(line)
            && self.allows_line(line)
    }

    /// Whether what somebody says in an interview counts here.
    pub fn hears(&self, interview: &Interview, who: Who) -> bool {
        match who {
            Who::Participant(at) => interview
                .people
                .get(at)
                .is_some_and(|person| person.counts() && self.allows(&person.values)),
            Who::Interviewer(_) => {
                self.counted.study.settings().count_interviewer && self.allowed.is_empty()
            }
            Who::Unknown => self.allowed.is_empty(),
        }
    }

    fn allows_line(&self, line: &Line) -> bool {
        self.allowed.is_empty()
            || self
                .counted
                .speaker_of(line)
                .is_some_and(|person| self.allows(&person.values))
    }

    /// Whether somebody with these values, by dimension, is asked for.
    pub fn allows(&self, values: &[Option<usize>]) -> bool {
        self.allowed.iter().all(|(dimension, allowed)| {
            values
                .get(*dimension)
                .copied()
                .flatten()
                .is_some_and(|value| allowed.contains(&value))
        })
    }

    /// Interviews that count here, by place.
    pub fn interviews(&self) -> impl Iterator<Item = (usize, &'r Interview<'a>)> + '_ {
        self.counted
            .people
            .counted()
            .filter(|(_, interview)| self.allows_interview(interview))
    }

    /// Whether somebody heard in an interview, held or not, has the attributes that are asked for.
    pub fn allows_interview(&self, interview: &Interview) -> bool {
        self.allowed.is_empty()
            || interview
                .people
                .iter()
                .any(|person| person.counts() && self.allows(&person.values))
    }

    /// The rules that every table over codings shares, as the argument `rules` of its own rule.
    pub fn rules(&self) -> Message {
        let yes = |is: bool| if is { "yes" } else { "no" };
        let coder = self.options.coder.as_deref();
        message!(
            "analysis-rules",
            interviewer = message!(
                "analysis-rule-interviewer",
                interviewer = yes(self.counted.study.settings().count_interviewer)
            ),
            coder = message!(
                "analysis-rule-coder",
                one = yes(coder.is_some()),
                coder = coder.unwrap_or("")
            ),
            // what is masked is said at the end, in every table
            mask = if self.options.mask_under > 1 {
                "yes"
            } else {
                "no"
            }
        )
    }

    /// The same table where it says what is hidden in it.
    pub fn masked(&self, table: Table) -> Table {
        let under = self.options.mask_under;
        let rule = message!(
            "analysis-rule-masked",
            rule = table.rule,
            mask = under,
            commission = if self.options.commission { "yes" } else { "no" },
            left = table.left_out
        );
        Table { rule, ..table }
    }

    /// The table with its head.
    pub fn table(&self, rule: Message, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        let mut organisations: HashSet<usize> = HashSet::new();
        let mut n_interviews = 0;
        for (_, interview) in self.interviews() {
            n_interviews += 1;
            organisations.extend(interview.organisations());
        }
        Table {
            name: self.name,
            rule,
            filters: Filters {
                scenario: self.options.scenario.clone(),
                by: self.options.by.clone(),
                where_: self.options.where_.clone(),
                coder: self.options.coder.clone(),
            },
            date: self.context.date,
            n_interviews,
            n_organisations: organisations.len(),
            n_withdrawn: self.counted.people.n_withdrawn(self.counted.study),
            n_reference_excerpts: self.counted.n_reference_excerpts(),
            left_out: 0,
            head: self.context.head.clone(),
            columns,
            rows,
            answers: Vec::new(),
        }
    }
}

fn dimension(counted: &Counted, key: &str) -> Result<usize, TableError> {
    let dimensions = &counted.people.dimensions;
    dimensions
        .iter()
        .position(|dimension| dimension.key == key)
        .ok_or_else(|| TableError::unknown("attribute", key, dimensions.iter().map(|d| d.key)))
}
