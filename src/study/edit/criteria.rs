//! Acts on criteria: which list is in force, what speaks to a criterion.

use super::error::EditError;
use crate::message;
use crate::study::change::Change;
use crate::study::criterion::{Criteria, CriteriaList, CriteriaListField, Mapping};
use crate::study::fold::Study;
use crate::study::id::{CodeId, CriteriaListId, FindingId, MappingId, Mint};
use crate::study::settings::SettingsField;

/// What speaks to a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaks {
    /// The passages of a code and of those below it.
    Code(CodeId),
    /// The answers to a question, by key.
    Question(String),
    /// A finding.
    Finding(FindingId),
}

/// The list in force from now on.
pub fn use_criteria(study: &Study, key: &str) -> Result<Vec<Change>, EditError> {
    known(study, key)?;
    if study.settings().criteria == key {
        return Ok(Vec::new());
    }
    let field = SettingsField::Criteria(key.to_owned());
    Ok(vec![(Study::settings_id(), field).into()])
}

/// Binds things to a criterion of the list in force, or takes them off (`on` false).
pub fn bind(
    study: &Study,
    mint: &mut dyn Mint,
    criterion: &str,
    what: &[Speaks],
    on: bool,
) -> Result<Vec<Change>, EditError> {
    let list = known(study, study.criteria_key())?;
    if on && list.criterion(criterion).is_none() {
        return Err(EditError::BadValue {
            what: "criterion".to_owned(),
            value: criterion.to_owned(),
            expected: one_of(list.criteria.iter().map(|one| one.key.as_str())),
        });
    }
    let own = study.mappings_of(&list.key, criterion);
    if !on {
        let mut changes = Vec::new();
        for (id, before) in own {
            let mut wanted = before.clone();
            for one in what {
                write(&mut wanted, one, false);
            }
            let fields = before.diff(&wanted).into_iter();
            changes.extend(fields.map(|field| Change::from((id.clone(), field))));
        }
        return if changes.is_empty() {
            Err(EditError::Gone(criterion.to_owned()))
        } else {
            Ok(changes)
        };
    }
    let Some((id, before)) = own.first() else {
        let mut mapping = Mapping {
            list: list.key.clone(),
            criterion: criterion.to_owned(),
            ..Mapping::default()
        };
        for one in what {
            write(&mut mapping, one, true);
        }
        return Ok(vec![(MappingId::mint(mint), mapping).into()]);
    };
    let mut wanted = (*before).clone();
    for one in what {
        write(&mut wanted, one, true);
    }
    let fields = before.diff(&wanted).into_iter();
    Ok(fields.map(|field| ((*id).clone(), field).into()).collect())
}

fn write(mapping: &mut Mapping, what: &Speaks, on: bool) {
    fn put<K: Ord + Clone>(map: &mut std::collections::BTreeMap<K, bool>, key: &K, on: bool) {
        if on {
            map.insert(key.clone(), true);
        } else {
            map.remove(key);
        }
    }
    match what {
        Speaks::Code(id) => put(&mut mapping.codes, id, on),
        Speaks::Question(key) => put(&mut mapping.questions, key, on),
        Speaks::Finding(id) => put(&mut mapping.findings, id, on),
    }
}

/// A list that the study brings; the text of one it brought before is written anew.
pub fn put_criteria_list(
    study: &Study,
    mint: &mut dyn Mint,
    list: &Criteria,
    source: &str,
) -> Vec<Change> {
    if let Some(id) = study.criteria_list_id(&list.key) {
        let before = study.records.criteria_lists.get(id);
        if before.is_some_and(|before| before.source == source) {
            return Vec::new();
        }
        let field = CriteriaListField::Source(source.to_owned());
        return vec![(id.clone(), field).into()];
    }
    let record = CriteriaList {
        key: list.key.clone(),
        source: source.to_owned(),
    };
    vec![(CriteriaListId::mint(mint), record).into()]
}

fn known(study: &Study, key: &str) -> Result<Criteria, EditError> {
    let lists = study.all_criteria();
    let keys = one_of(lists.iter().map(|list| list.key.as_str()));
    let mut all = lists.into_iter();
    all.find(|list| list.key == key)
        .ok_or_else(|| EditError::BadValue {
            what: "criteria".to_owned(),
            value: key.to_owned(),
            expected: keys,
        })
}

fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> crate::i18n::Message {
    let words: Vec<&str> = words.collect();
    message!("import-expected-one-of", words = words.join(", "))
}
