//! `criteria.csv`: one row a criterion and what was bound to it, by key. Lists that the study brought are files of their own
//! beside it.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, fields, words};
use std::collections::BTreeSet;

/// Path and text of every list that the study brought.
pub(super) fn lists<'a>(material: &Material<'a>) -> Vec<(String, &'a str)> {
    let records = material.study.records.criteria_lists.values();
    let mut lists: Vec<(String, &str)> = records
        .map(|list| {
            let name = Material::file_name(&[&list.key, "toml"]);
            (format!("criteria/{name}"), list.source.as_str())
        })
        .collect();
    lists.sort();
    lists.dedup_by(|a, b| a.0 == b.0);
    lists
}

/// The file; `None` where nothing is bound.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let study = material.study;
    let bound: BTreeSet<(&str, &str)> = study
        .records
        .mappings
        .values()
        .map(|one| (one.list.as_str(), one.criterion.as_str()))
        .collect();
    let columns = fields(
        Kind::Text,
        &["list", "criterion", "codes", "questions", "findings"],
    );
    let mut sheet = SheetWriter::new(material.options.profile, "criteria.csv", columns);
    let mut rows = 0;
    for (list, criterion) in bound {
        let mapping = study.mapping(list, criterion);
        let codes: BTreeSet<&str> = mapping
            .codes
            .keys()
            .filter_map(|id| study.resolve_code(id))
            .filter_map(|id| Some(study.records.codes.get(id)?.key.as_str()))
            .collect();
        let findings: BTreeSet<&str> = mapping
            .findings
            .keys()
            .filter_map(|id| Some(study.records.findings.get(id)?.key.as_str()))
            .collect();
        let questions: BTreeSet<&str> = mapping.questions.keys().map(String::as_str).collect();
        if codes.is_empty() && findings.is_empty() && questions.is_empty() {
            continue;
        }
        let joined = |list: BTreeSet<&str>| list.into_iter().collect::<Vec<_>>().join(";");
        let (codes, questions, findings) = (joined(codes), joined(questions), joined(findings));
        sheet.row(&[
            words(list),
            words(criterion),
            words(&codes),
            words(&questions),
            words(&findings),
        ]);
        rows += 1;
    }
    (rows > 0).then(|| sheet.finish(&["list", "criterion"], Vec::new()))
}
