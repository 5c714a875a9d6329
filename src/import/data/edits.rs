//! Records as they are to become: copied from the study when first touched, compared with it at the end.

use crate::import::problem::FileReport;
use crate::study::Change;
use crate::study::certification::{Certification, CertificationField};
use crate::study::codebook::{Code, CodeField};
use crate::study::coding::{Coding, CodingField, Summary, SummaryField};
use crate::study::criterion::{Mapping, MappingField};
use crate::study::exclusion::{Exclusion, ExclusionField};
use crate::study::finding::{Finding, FindingField};
use crate::study::memo::{Memo, MemoField};
use crate::study::people::{Organisation, OrganisationField, Participant, ParticipantField};
use crate::study::saved::{Saved, SavedField};
use crate::study::session::{
    Answer, AnswerField, Note, NoteField, Problem, ProblemField, Session, SessionField,
};
use crate::study::settings::{
    Attribute, AttributeField, Scenario, ScenarioField, Settings, SettingsField, Target,
    TargetField, Value, ValueField,
};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// A record whose fields can be compared.
pub(super) trait Fields: Clone + Default {
    /// One field with its value.
    type Field;
    /// The fields that must be set to become `wanted`.
    fn fields(&self, wanted: &Self) -> Vec<Self::Field>;
}

macro_rules! fields {
    ($($record:ident, $field:ident;)*) => {$(
        impl Fields for $record {
            type Field = $field;
            fn fields(&self, wanted: &Self) -> Vec<$field> {
                self.diff(wanted)
            }
        }
    )*};
}

fields! {
    Answer, AnswerField;
    Attribute, AttributeField;
    Certification, CertificationField;
    Code, CodeField;
    Coding, CodingField;
    Exclusion, ExclusionField;
    Finding, FindingField;
    Mapping, MappingField;
    Memo, MemoField;
    Note, NoteField;
    Organisation, OrganisationField;
    Participant, ParticipantField;
    Problem, ProblemField;
    Saved, SavedField;
    Scenario, ScenarioField;
    Session, SessionField;
    Settings, SettingsField;
    Summary, SummaryField;
    Target, TargetField;
    Value, ValueField;
}

/// Records of one kind as they are to become.
pub(super) struct Edits<'a, I, R> {
    stored: &'a BTreeMap<I, R>,
    now: HashMap<I, R>,
    order: Vec<I>,
}

/// What edits come to.
#[derive(Default)]
pub(super) struct Done {
    pub(super) changes: Vec<Change>,
    pub(super) added: usize,
    pub(super) changed: usize,
}

impl Done {
    /// Tells of `touched` records (or rows) how many are new, how many changed; the others stood so already.
    pub(super) fn count(&self, touched: usize, counted: &mut FileReport) {
        counted.added = self.added;
        counted.changed = self.changed;
        counted.same = touched.saturating_sub(self.added + self.changed);
    }
}

impl<'a, I, R> Edits<'a, I, R>
where
    I: Ord + Eq + Hash + Clone,
    R: Fields,
    Change: From<(I, R)> + From<(I, R::Field)>,
{
    pub(super) fn new(stored: &'a BTreeMap<I, R>) -> Self {
        Self {
            stored,
            now: HashMap::new(),
            order: Vec::new(),
        }
    }

    /// The record as it is to become, else as it is.
    pub(super) fn get(&self, id: &I) -> Option<&R> {
        self.now.get(id).or_else(|| self.stored.get(id))
    }

    /// The record as the study has it.
    pub(super) fn stored(&self, id: &I) -> Option<&'a R> {
        self.stored.get(id)
    }

    /// The record, to be written to; a new one where there is none.
    pub(super) fn edit(&mut self, id: &I) -> &mut R {
        let (stored, order) = (self.stored, &mut self.order);
        self.now.entry(id.clone()).or_insert_with(|| {
            order.push(id.clone());
            stored.get(id).cloned().unwrap_or_default()
        })
    }

    /// The changes, in the order in which records were first touched.
    pub(super) fn finish(mut self) -> Done {
        let mut done = Done::default();
        for id in self.order {
            let Some(record) = self.now.remove(&id) else {
                continue;
            };
            match self.stored.get(&id) {
                None => {
                    done.added += 1;
                    done.changes.push(Change::from((id, record)));
                }
                Some(stored) => {
                    let fields = stored.fields(&record);
                    done.changed += usize::from(!fields.is_empty());
                    done.changes.extend(
                        fields
                            .into_iter()
                            .map(|field| Change::from((id.clone(), field))),
                    );
                }
            }
        }
        done
    }
}
