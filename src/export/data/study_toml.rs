//! `study.toml`: settings, attributes with their values, scenarios, targets; read again by `new --from`.

use super::material::Material;
use crate::study::settings::Settings;
use std::collections::BTreeMap;
use std::fmt::Write;
use toml::Value;

/// A value as TOML writes it on one line.
fn literal(value: impl Into<Value>) -> String {
    value.into().to_string()
}

fn text(words: &str) -> String {
    literal(words.to_owned())
}

/// The labels that there are, in the order of the languages: `label_fr = "…"`.
fn labels(material: &Material, stem: &str, labels: &BTreeMap<String, String>) -> Vec<String> {
    material
        .languages
        .iter()
        .filter_map(|language| {
            let words = labels.get(language).filter(|words| !words.is_empty())?;
            Some(format!("{stem}_{language} = {}", text(words)))
        })
        .collect()
}

/// The file.
pub(super) fn write(material: &Material) -> String {
    let mut out = String::new();
    settings(material, &mut out);
    attributes(material, &mut out);
    for (id, scenario) in &material.counted.scenarios {
        let _ = write!(
            out,
            "\n[[scenario]]\nkey = {}\n",
            text(material.counted.keys.scenario(id, scenario))
        );
        for line in labels(material, "label", &scenario.labels)
            .into_iter()
            .chain(labels(material, "summary", &scenario.summaries))
        {
            out.push_str(&line);
            out.push('\n');
        }
    }
    let mut targets: Vec<_> = material.study.records.targets.iter().collect();
    targets.sort_by_key(|(id, target)| (target.position, *id));
    for (_, target) in targets {
        let conditions: Vec<String> = target
            .conditions
            .iter()
            .map(|(key, value)| format!("{} = {}", name(key), text(value)))
            .collect();
        let _ = write!(
            out,
            "\n[[target]]\nwhere = {{ {} }}\nn = {}\n",
            conditions.join(", "),
            target.n
        );
    }
    out
}

fn settings(material: &Material, out: &mut String) {
    let settings: &Settings = material.study.settings();
    let withdrawn = material.counted.people.n_withdrawn(material.study);
    let _ = writeln!(out, "schema = 1\nname = {}", text(&settings.name));
    if !settings.aim.is_empty() {
        let _ = writeln!(out, "aim = {}", text(&settings.aim));
    }
    let languages: Vec<String> = settings.languages.iter().map(|l| text(l)).collect();
    let _ = writeln!(out, "languages = [{}]", languages.join(", "));
    let _ = writeln!(out, "mask_under = {}", settings.mask_under);
    if withdrawn > 0 {
        let _ = writeln!(out, "withdrawn = {withdrawn}");
    }
    let _ = write!(
        out,
        "\n[rules]\ncount_interviewer = {}\n",
        settings.count_interviewer
    );
    if let Some(strength) = settings.common_strength {
        let _ = writeln!(out, "common_strength = {strength}");
    }
    if let Some(share) = settings.common_share {
        let _ = writeln!(out, "common_share = {}", literal(share));
    }
    if let Some(minutes) = settings.day_minutes {
        let _ = writeln!(out, "day_hours = {}", literal(f64::from(minutes) / 60.0));
    }
    if settings.no_suggestions {
        out.push_str("suggestions = false\n");
    }
    if !settings.criteria.is_empty() {
        let _ = writeln!(out, "criteria = {}", text(&settings.criteria));
    }
}

fn attributes(material: &Material, out: &mut String) {
    for (id, attribute) in material.study.attributes() {
        let _ = write!(
            out,
            "\n[[attribute]]\nkey = {}\nof = {}\ntype = {}\n",
            text(&attribute.key),
            text(attribute.of.as_str()),
            text(attribute.kind.as_str())
        );
        for line in labels(material, "label", &attribute.labels) {
            out.push_str(&line);
            out.push('\n');
        }
        if attribute.stratum {
            out.push_str("stratum = true\n");
        }
        let values = material.study.values_of(id);
        if values.is_empty() {
            continue;
        }
        out.push_str("values = [\n");
        for (_, value) in values {
            let mut parts = vec![format!("key = {}", text(&value.key))];
            parts.extend(labels(material, "label", &value.labels));
            if let Some(universe) = value.universe {
                parts.push(format!("universe = {universe}"));
            }
            let _ = writeln!(out, "  {{ {} }},", parts.join(", "));
        }
        out.push_str("]\n");
    }
}

/// A key of a TOML table: bare where it may be.
fn name(key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { key.to_owned() } else { text(key) }
}
