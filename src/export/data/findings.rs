//! `findings.csv`: one row a finding, its codings by id. Of what is no evidence any more (deleted, withdrawn) only that it
//! was there is written.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, time, words};
use crate::file::csv::Cell;
use crate::study::finding::Finding;
use crate::study::word::{Component, Side};
use std::collections::BTreeSet;

/// The file; `None` of a study without findings.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let study = material.study;
    let findings = study.findings();
    if findings.is_empty() {
        return None;
    }
    let mut languages: Vec<&str> = Vec::new();
    let own = study.settings().languages.iter().map(String::as_str);
    let used: BTreeSet<&str> = findings
        .iter()
        .flat_map(|(_, finding)| finding.statements.keys())
        .map(String::as_str)
        .collect();
    for language in own.chain(used) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let mut columns = fields(Kind::Text, &["finding_id", "finding", "scenario"]);
    let statements = languages
        .iter()
        .map(|language| format!("statement_{language}"));
    columns.extend(statements.map(|name| field(&name, Kind::Text)));
    columns.extend(fields(Kind::Text, &["confidence", "reason"]));
    for component in Component::ALL {
        let word = component.as_str();
        columns.push(field(word, Kind::Text));
        columns.push(field(&format!("{word}_reason"), Kind::Text));
    }
    columns.extend(fields(Kind::Text, &["for", "against", "seen", "by"]));
    columns.push(field("at", Kind::Time));
    let mut sheet = SheetWriter::new(material.options.profile, "findings.csv", columns);
    for (id, finding) in findings {
        let scenario = finding.scenario.as_ref();
        let scenario = scenario.and_then(|id| study.records.scenarios.get(id));
        let on = |side| codings(material, finding, side);
        let (supporting, against, seen) =
            (on(Side::For), on(Side::Against), seen(material, finding));
        let mut row = vec![
            Cell::text(id.to_string()),
            words(&finding.key),
            words(scenario.map_or("", |scenario| &scenario.key)),
        ];
        for language in &languages {
            row.push(words(finding.statements.get(*language).map_or("", |s| s)));
        }
        row.push(words(finding.confidence.map_or("", |word| word.as_str())));
        row.push(words(&finding.reason));
        for component in Component::ALL {
            let concern = finding.concerns.get(component);
            row.push(words(concern.map_or("", |word| word.as_str())));
            row.push(words(finding.reasons.get(component).map_or("", |s| s)));
        }
        row.extend([words(&supporting), words(&against), words(&seen)]);
        row.push(words(&finding.by));
        row.push(time(finding.at));
        sheet.row(&row);
    }
    Some(sheet.finish(
        &["finding_id"],
        vec![(&["scenario"], "scenarios", &["scenario"])],
    ))
}

fn codings(material: &Material, finding: &Finding, side: Side) -> String {
    let on = finding
        .evidence
        .iter()
        .filter(|(id, own)| **own == side && material.study.coding_state(id).is_some());
    on.map(|(id, _)| id.to_string())
        .collect::<Vec<_>>()
        .join(";")
}

fn seen(material: &Material, finding: &Finding) -> String {
    let one = |(id, state): (&crate::study::id::CodingId, &String)| {
        let there = material.study.coding_state(id).is_some();
        format!("{id}={}", if there { state } else { "gone" })
    };
    finding.seen.iter().map(one).collect::<Vec<_>>().join(";")
}
