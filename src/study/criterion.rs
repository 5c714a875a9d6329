//! Dated lists of criteria, and what each criterion rests on in a study. The lists of the program lie in `criteria/`; a
//! study may bring its own, and one of the same key stands in the place of the program's.

use super::fold::Study;
use super::id::{CodeId, CriteriaListId, FindingId, MappingId};
use std::collections::BTreeMap;

record! {
    /// A list of criteria that the study brought.
    CriteriaList, CriteriaListField {
        /// Key of the list.
        key / Key: String,
        /// The text of its file, as it came.
        source / Source: String,
    } maps {}
}

record! {
    /// What speaks to one criterion of one list.
    Mapping, MappingField {
        /// The list, by its key.
        list / List: String,
        /// The criterion, by its key in the list.
        criterion / Criterion: String,
    } maps {
        /// Codes whose passages speak to it, those below them included.
        codes / Code: CodeId => bool,
        /// Keys of questions whose answers speak to it.
        questions / Question: String => bool,
        /// Findings that speak to it.
        findings / Finding: FindingId => bool,
    }
}

/// A list of criteria, read.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct Criteria {
    /// Key, as the study's settings name it.
    pub key: String,
    /// The text it follows.
    #[serde(default)]
    pub reference: String,
    /// First day in force, where it is dated.
    #[serde(default)]
    pub from: Option<jiff::civil::Date>,
    /// Last day in force.
    #[serde(default)]
    pub until: Option<jiff::civil::Date>,
    /// The criteria, in order.
    #[serde(rename = "criterion")]
    pub criteria: Vec<Criterion>,
    /// `label_fr`, `label_en`…
    #[serde(flatten)]
    words: BTreeMap<String, toml::Value>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct Criterion {
    /// Key in the list.
    pub key: String,
    /// `label_fr`, `cannot_fr`…
    #[serde(flatten)]
    words: BTreeMap<String, toml::Value>,
}

fn said<'a>(words: &'a BTreeMap<String, toml::Value>, what: &str, language: &str) -> &'a str {
    let own = words.get(&format!("{what}_{language}"));
    let any = || {
        let mut all = words.iter();
        all.find(|(key, _)| key.starts_with(what)).map(|(_, v)| v)
    };
    own.or_else(any).and_then(toml::Value::as_str).unwrap_or("")
}

impl Criterion {
    /// What it asks, in few words.
    pub fn label(&self, language: &str) -> &str {
        said(&self.words, "label", language)
    }

    /// What interviews cannot bring to it.
    pub fn cannot(&self, language: &str) -> &str {
        said(&self.words, "cannot", language)
    }
}

impl Criteria {
    /// Reads the text of a list.
    ///
    /// # Errors
    /// What the text should have, with its place.
    pub fn parse(source: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(source)
    }

    /// What it is called.
    pub fn label(&self, language: &str) -> &str {
        said(&self.words, "label", language)
    }

    /// One of its criteria.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|one| one.key == key)
    }
}

/// The lists of the program.
const SHIPPED: [&str; 4] = [
    include_str!("criteria/2021.toml"),
    include_str!("criteria/2025.toml"),
    include_str!("criteria/rs.toml"),
    include_str!("criteria/branche.toml"),
];

/// The list of a study that names none. It stays what it is when newer lists come: no study is read anew by another text.
const UNNAMED: &str = "2025";

impl Study {
    /// All lists: those of the program, then those that only the study has.
    pub fn all_criteria(&self) -> Vec<Criteria> {
        let mut lists: Vec<Criteria> = SHIPPED
            .iter()
            .filter_map(|source| Criteria::parse(source).ok())
            .collect();
        for record in self.records.criteria_lists.values() {
            let Ok(own) = Criteria::parse(&record.source) else {
                continue;
            };
            match lists.iter_mut().find(|known| known.key == own.key) {
                Some(known) => *known = own,
                None => lists.push(own),
            }
        }
        lists
    }

    /// Key of the list in force here.
    pub fn criteria_key(&self) -> &str {
        match self.settings().criteria.as_str() {
            "" => UNNAMED,
            key => key,
        }
    }

    /// The list in force here; `None` where its name is that of no list.
    pub fn criteria(&self) -> Option<Criteria> {
        let key = self.criteria_key();
        self.all_criteria().into_iter().find(|list| list.key == key)
    }

    /// All that was bound to a criterion; several replicas may each have begun one record.
    pub fn mapping(&self, list: &str, criterion: &str) -> Mapping {
        let mut joined = Mapping {
            list: list.to_owned(),
            criterion: criterion.to_owned(),
            ..Mapping::default()
        };
        let own = self.records.mappings.values();
        for one in own.filter(|one| one.list == list && one.criterion == criterion) {
            joined.codes.extend(one.codes.clone());
            joined.questions.extend(one.questions.clone());
            joined.findings.extend(one.findings.clone());
        }
        joined
    }

    /// The records that bind something to a criterion.
    pub fn mappings_of(&self, list: &str, criterion: &str) -> Vec<(&MappingId, &Mapping)> {
        let all = self.records.mappings.iter();
        all.filter(|(_, one)| one.list == list && one.criterion == criterion)
            .collect()
    }

    /// The study's own record of a list.
    pub fn criteria_list_id(&self, key: &str) -> Option<&CriteriaListId> {
        let mut all = self.records.criteria_lists.iter();
        all.find(|(_, one)| one.key == key).map(|(id, _)| id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_the_program_can_be_read_and_says_what_interviews_cannot_bring() {
        let lists = Study::default().all_criteria();
        let n: Vec<(&str, usize)> = lists
            .iter()
            .map(|list| (list.key.as_str(), list.criteria.len()))
            .collect();
        assert_eq!(n, [("2021", 9), ("2025", 11), ("rs", 6), ("branche", 7)]);
        for (list, language) in lists.iter().flat_map(|l| [(l, "fr"), (l, "en")]) {
            assert!(!list.label(language).is_empty() && !list.reference.is_empty());
            for one in &list.criteria {
                let said = [one.label(language), one.cannot(language)];
                assert!(
                    said.iter().all(|s| !s.is_empty()),
                    "{} {}",
                    list.key,
                    one.key
                );
            }
        }
    }
}
