//! `study.toml`: settings, attributes with their values, scenarios, targets; each upserted by its key.

use super::codebook::label_language;
use super::context::Context;
use super::edits::{Done, Edits};
use super::guide::of_toml;
use super::keys::clean_key;
use super::toml_file::{Entries, File, number, text, whole};
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::edit::day_minutes;
use crate::study::id::{AttributeId, Mint, ScenarioId, TargetId, ValueId};
use crate::study::settings::{Attribute, Scenario, Settings, Target, Value};
use crate::study::word::{AttributeKind, AttributeOf};
use crate::study::{Change, Study};
use crate::text::{harmless_line, sanitise};
use std::collections::{BTreeMap, HashMap};
use toml::de::DeTable;

pub(super) fn read(
    file: &str,
    content: &str,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let source = sanitise(content).text;
    let root = match DeTable::parse(&source) {
        Ok(root) => root.into_inner(),
        Err(error) => {
            report.problems.push(of_toml(file, &source, &error));
            return Vec::new();
        }
    };
    let study = context.study;
    let mut file = File {
        name: file,
        source: &source,
        problems: Vec::new(),
        unknown: Vec::new(),
    };
    let top = Entries::new(&root);
    let mut settings = study.settings().clone();
    let mut done = Vec::new();

    match top.get("schema") {
        None => file.bad("schema", None, message!("import-expected-schema")),
        Some(schema) if whole(schema) == Some(1) => {}
        Some(schema) => file.bad("schema", Some(schema), message!("import-expected-schema")),
    }
    read_settings(&mut file, &top, &mut settings);
    // labels without a language are in the study's first one, as this very file states it
    let language = settings
        .languages
        .first()
        .cloned()
        .unwrap_or_else(|| "en".to_owned());
    let changes: Vec<Change> = study
        .settings()
        .diff(&settings)
        .into_iter()
        .map(|field| (Study::settings_id(), field).into())
        .collect();
    counted.changed += usize::from(!changes.is_empty());
    done.push(Done {
        changes,
        added: 0,
        changed: 0,
    });

    let attributes = file.tables(&top, "attribute");
    let mut reader = Reader {
        study,
        language: &language,
        mint: &mut *context.mint,
    };
    let (of_attributes, of_values) = reader.attributes(&mut file, &attributes);
    done.push(of_attributes);
    done.push(of_values);
    let scenarios = file.tables(&top, "scenario");
    done.push(reader.scenarios(&mut file, &scenarios));
    let targets = file.tables(&top, "target");
    done.push(reader.targets(&mut file, &targets, &attributes));
    let known = [
        "schema",
        "name",
        "aim",
        "languages",
        "mask_under",
        "withdrawn",
        "rules",
        "attribute",
        "scenario",
        "target",
    ];
    file.unknown(&top, &known, |_| false);

    counted.rows = attributes.len() + scenarios.len() + targets.len();
    let mut changes = Vec::new();
    for part in done {
        counted.added += part.added;
        counted.changed += part.changed;
        changes.extend(part.changes);
    }
    counted.same = counted.rows.saturating_sub(counted.added + counted.changed);
    report.problems.append(&mut file.problems);
    if !file.unknown.is_empty() {
        report.warnings.push(message!(
            "import-unknown-columns",
            file = harmless_line(file.name),
            n = file.unknown.len(),
            columns = harmless_line(&file.unknown.join(", "))
        ));
    }
    changes
}

fn read_settings(file: &mut File<'_>, top: &Entries<'_>, settings: &mut Settings) {
    for (key, field) in [("name", &mut settings.name), ("aim", &mut settings.aim)] {
        if let Some(words) = file.words(top, key).filter(|words| !words.is_empty()) {
            *field = words;
        }
    }
    let languages = file.value(top, "languages", "import-expected-languages", |item| {
        item.get_ref()
            .as_array()?
            .iter()
            .map(|one| one.get_ref().as_str().map(clean_key))
            .collect::<Option<Vec<_>>>()
    });
    if let Some(languages) = languages.filter(|list| !list.is_empty()) {
        settings.languages = languages;
    }
    settings.mask_under = file.small(top, "mask_under").unwrap_or(settings.mask_under);
    settings.withdrawn = file.small(top, "withdrawn").unwrap_or(settings.withdrawn);
    let Some(item) = top.get("rules") else { return };
    let Some(rules) = item.get_ref().as_table() else {
        file.bad(
            "rules",
            Some(item),
            message!("import-expected-tables", key = "rules"),
        );
        return;
    };
    let rules = Entries::new(rules);
    settings.withdrawn = file
        .small(&rules, "withdrawn")
        .unwrap_or(settings.withdrawn);
    settings.mask_under = file
        .small(&rules, "mask_under")
        .unwrap_or(settings.mask_under);
    settings.count_interviewer = file
        .yes(&rules, "count_interviewer")
        .unwrap_or(settings.count_interviewer);
    settings.no_suggestions = file
        .yes(&rules, "suggestions")
        .map_or(settings.no_suggestions, |suggestions| !suggestions);
    let strength = file.value(
        &rules,
        "common_strength",
        "import-expected-strength",
        |item| {
            u8::try_from(whole(item)?)
                .ok()
                .filter(|strength| *strength <= 4)
        },
    );
    settings.common_strength = strength.or(settings.common_strength);
    let share = file.value(&rules, "common_share", "import-expected-share", |item| {
        number(item).filter(|share| (0.0..=1.0).contains(share))
    });
    settings.common_share = share.or(settings.common_share);
    let day = file.value(&rules, "day_hours", "import-expected-hours", |item| {
        day_minutes(&number(item)?.to_string())
    });
    settings.day_minutes = day.or(settings.day_minutes);
    // a year is as good as its text
    let criteria = file.value(&rules, "criteria", "import-expected-text", |item| {
        text(item).or_else(|| whole(item).map(|year| year.to_string()))
    });
    if let Some(criteria) = criteria {
        settings.criteria = clean_key(&criteria);
    }
    let known = [
        "count_interviewer",
        "common_strength",
        "common_share",
        "criteria",
        "day_hours",
        "suggestions",
        "withdrawn",
        "mask_under",
    ];
    file.unknown(&rules, &known, |_| false);
}

struct Reader<'a> {
    study: &'a Study,
    language: &'a str,
    mint: &'a mut dyn Mint,
}

fn is_label(key: &str, stem: &str) -> bool {
    label_language(key, stem, &Study::default()).is_some()
}

impl<'s> Reader<'s> {
    fn attributes(&mut self, file: &mut File<'_>, tables: &[Entries<'_>]) -> (Done, Done) {
        let records = &self.study.records;
        let mut attributes: Edits<'s, AttributeId, Attribute> = Edits::new(&records.attributes);
        let mut values: Edits<'s, ValueId, Value> = Edits::new(&records.values);
        let mut by_key: HashMap<String, AttributeId> = records
            .attributes
            .iter()
            .map(|(id, a)| (a.key.clone(), id.clone()))
            .collect();
        let mut value_by_key: HashMap<(AttributeId, String), ValueId> = records
            .values
            .iter()
            .map(|(id, v)| ((v.attribute.clone(), v.key.clone()), id.clone()))
            .collect();
        let mut position = records
            .attributes
            .values()
            .map(|a| a.position + 1)
            .max()
            .unwrap_or(0);
        let mut value_position = records
            .values
            .values()
            .map(|v| v.position + 1)
            .max()
            .unwrap_or(0);
        for table in tables {
            file.unknown(table, &["key", "of", "type", "stratum", "values"], |key| {
                is_label(key, "label")
            });
            let Some(key) = file.key(table) else { continue };
            let of = file.word(
                table,
                "of",
                AttributeOf::parse,
                AttributeOf::ALL.iter().map(|of| of.as_str()),
            );
            let kinds = AttributeKind::ALL.iter().map(|kind| kind.as_str());
            let kind = file.word(table, "type", AttributeKind::parse, kinds);
            let stratum = file.yes(table, "stratum");
            let list = file.tables(table, "values");
            let id = by_key
                .entry(key.clone())
                .or_insert_with(|| AttributeId::mint(self.mint))
                .clone();
            let is_new = attributes.get(&id).is_none();
            let attribute = attributes.edit(&id);
            if is_new {
                attribute.key = key;
                attribute.position = position;
                position += 1;
                // with values it is a choice, without any its words are free
                attribute.kind = if list.is_empty() {
                    AttributeKind::Text
                } else {
                    AttributeKind::Choice
                };
            }
            attribute.of = of.unwrap_or(attribute.of);
            attribute.kind = kind.unwrap_or(attribute.kind);
            attribute.stratum = stratum.unwrap_or(attribute.stratum);
            file.labels(table, "label", self.language, &mut attribute.labels);
            for table in &list {
                file.unknown(table, &["key", "universe"], |key| is_label(key, "label"));
                let Some(key) = file.key(table) else { continue };
                let universe = file.value(table, "universe", "import-expected-whole", |item| {
                    u64::try_from(whole(item)?).ok()
                });
                let value_id = value_by_key
                    .entry((id.clone(), key.clone()))
                    .or_insert_with(|| ValueId::mint(self.mint))
                    .clone();
                let is_new = values.get(&value_id).is_none();
                let value = values.edit(&value_id);
                if is_new {
                    value.attribute = id.clone();
                    value.key = key;
                    value.position = value_position;
                    value_position += 1;
                }
                value.universe = universe.or(value.universe);
                file.labels(table, "label", self.language, &mut value.labels);
            }
        }
        (attributes.finish(), values.finish())
    }

    fn scenarios(&mut self, file: &mut File<'_>, tables: &[Entries<'_>]) -> Done {
        let records = &self.study.records;
        let mut scenarios: Edits<'s, ScenarioId, Scenario> = Edits::new(&records.scenarios);
        let mut by_key: HashMap<String, ScenarioId> = self
            .study
            .scenarios()
            .into_iter()
            .rev()
            .map(|(id, s)| (s.key.clone(), id.clone()))
            .collect();
        let mut position = records
            .scenarios
            .values()
            .map(|s| s.position + 1)
            .max()
            .unwrap_or(0);
        for table in tables {
            file.unknown(table, &["key"], |key| {
                is_label(key, "label") || is_label(key, "summary")
            });
            let Some(key) = file.key(table) else { continue };
            let id = by_key
                .entry(key.clone())
                .or_insert_with(|| ScenarioId::mint(self.mint))
                .clone();
            let is_new = scenarios.get(&id).is_none();
            let scenario = scenarios.edit(&id);
            if is_new {
                scenario.key = key;
                scenario.position = position;
                position += 1;
            }
            file.labels(table, "label", self.language, &mut scenario.labels);
            file.labels(table, "summary", self.language, &mut scenario.summaries);
        }
        scenarios.finish()
    }

    fn targets(
        &mut self,
        file: &mut File<'_>,
        tables: &[Entries<'_>],
        attributes: &[Entries<'_>],
    ) -> Done {
        let records = &self.study.records;
        let mut targets: Edits<'s, TargetId, Target> = Edits::new(&records.targets);
        let mut by_conditions: HashMap<BTreeMap<String, String>, TargetId> = records
            .targets
            .iter()
            .map(|(id, t)| (t.conditions.clone(), id.clone()))
            .collect();
        let mut position = records
            .targets
            .values()
            .map(|t| t.position + 1)
            .max()
            .unwrap_or(0);
        for table in tables {
            file.unknown(table, &["where", "n"], |_| false);
            let Some(n) = file.small(table, "n") else {
                if table.get("n").is_none() {
                    file.missing("n", table);
                }
                continue;
            };
            let Some(conditions) = table
                .get("where")
                .and_then(|item| item.get_ref().as_table())
            else {
                match table.get("where") {
                    None => file.missing("where", table),
                    item => file.bad("where", item, message!("import-expected-where")),
                }
                continue;
            };
            let mut wanted = BTreeMap::new();
            for (key, item) in Entries::new(conditions).list {
                let known = key == "role"
                    || records.attributes.values().any(|a| a.key == key)
                    || attributes
                        .iter()
                        .any(|a| a.get("key").and_then(|k| k.get_ref().as_str()) == Some(key));
                match item.get_ref().as_str() {
                    _ if !known => file.bad(key, Some(item), message!("import-expected-attribute")),
                    None => file.bad(key, Some(item), message!("import-expected-text")),
                    Some(value) => {
                        wanted.insert(clean_key(key), clean_key(value));
                    }
                }
            }
            let id = by_conditions
                .entry(wanted.clone())
                .or_insert_with(|| TargetId::mint(self.mint))
                .clone();
            let is_new = targets.get(&id).is_none();
            let target = targets.edit(&id);
            if is_new {
                target.conditions = wanted;
                target.position = position;
                position += 1;
            }
            target.n = n;
        }
        targets.finish()
    }
}
