//! `scenarios.csv`: the scenarios in the study's order, with their words; derived from `study.toml`.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, words};

pub(super) fn write(material: &Material) -> Sheet {
    let mut columns = vec![field("scenario", Kind::Text)];
    for stem in ["label", "summary"] {
        columns.extend(
            material
                .languages
                .iter()
                .map(|language| field(&format!("{stem}_{language}"), Kind::Text)),
        );
    }
    let mut sheet = SheetWriter::new(material.options.profile, "scenarios.csv", columns);
    for (id, scenario) in &material.counted.scenarios {
        let mut row = vec![words(material.counted.keys.scenario(id, scenario))];
        for texts in [&scenario.labels, &scenario.summaries] {
            row.extend(
                material
                    .languages
                    .iter()
                    .map(|language| words(texts.get(language).map_or("", String::as_str))),
            );
        }
        sheet.row(&row);
    }
    sheet.finish(&["scenario"], Vec::new())
}
