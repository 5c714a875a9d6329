//! The method page: by what rules every figure was counted, of whom, what was left out and why.

use super::report::Report;
use super::text::{shown_alone, shown_in};
use crate::analysis::counted::Standing;
use crate::analysis::sample::held as held_of;
use crate::analysis::{Cell, Context, Counted, Options, Table, TableError, names, run_on};
use crate::i18n::Words;
use crate::message;
use crate::study::word::Consent;

/// Figures of a scenario that stand on the page.
const FIGURES: &[&str] = &[
    "n_asked",
    "n_interviews",
    "n_supporting",
    "n_contradicting",
    "n_mixed",
    "n_neutral",
    "n_excerpts",
];

/// The page. The same study gives the same page. `mask_under`: cells of fewer interviews are hidden; 0 hides none.
pub fn method(
    counted: &Counted,
    context: &Context,
    words: Words,
    mask_under: u32,
) -> Result<Report, TableError> {
    let options = Options {
        mask_under,
        ..Options::default()
    };
    let mut tables: Vec<Table> = Vec::new();
    for name in names() {
        tables.push(run_on(name, counted, context, &options)?);
    }
    let settings = counted.study.settings();
    let mut page = Page {
        report: Report {
            title: words.say(&message!("export-method-title", name = &settings.name)),
            ..Report::default()
        },
        words,
    };
    let date = context
        .date
        .map_or_else(String::new, |date| date.to_string());
    page.point(&message!(
        "export-method-version",
        version = env!("CARGO_PKG_VERSION"),
        head = &context.head,
        date = date
    ));
    page.heading("export-method-asked");
    denominators(&mut page, counted, &tables);
    page.heading("export-method-left-out");
    left_out(&mut page, counted);
    page.heading("export-method-texts");
    texts(&mut page, counted);
    page.heading("export-method-figures");
    figures(&mut page, &tables);
    page.heading("export-method-rules");
    for table in &tables {
        page.point(&message!(
            "export-method-rule",
            table = table.name,
            rule = table.rule.clone()
        ));
    }
    page.heading("export-method-back");
    page.point(&message!("export-method-back-how"));
    Ok(page.report)
}

struct Page {
    report: Report,
    words: Words,
}

impl Page {
    fn heading(&mut self, key: &str) {
        self.report.chapter(1, self.words.get(key));
    }

    fn point(&mut self, message: &crate::i18n::Message) {
        self.report.item(self.words.say(message));
    }
}

fn denominators(page: &mut Page, counted: &Counted, tables: &[Table]) {
    let named = |name: &str| tables.iter().find(|table| table.name == name);
    let Some((table, sample)) = named("evidence").zip(named("sample")) else {
        return;
    };
    let held = counted.people.counted().count();
    let planned = counted
        .people
        .interviews
        .iter()
        .filter(|interview| !interview.held && interview.consent != Consent::Withdrawn)
        .count();
    page.point(&message!(
        "export-method-interviews",
        n = held,
        organisations = table.n_organisations,
        planned = planned
    ));
    for dimension in counted.people.dimensions.iter().filter(|one| one.stratum) {
        let values: Vec<String> = dimension
            .values
            .iter()
            .map(|value| {
                crate::t!(
                    page.words,
                    "export-method-value",
                    value = value.label.as_str(),
                    n = shown_alone(held_of(sample, dimension, value), page.words)
                )
            })
            .collect();
        page.point(&message!(
            "export-method-stratum",
            stratum = &dimension.label,
            values = values.join(" · ")
        ));
    }
}

fn left_out(page: &mut Page, counted: &Counted) {
    let of = |standing: Standing| {
        let lines = counted.lines.iter();
        lines.filter(|line| line.standing == standing).count()
    };
    let no_quote = counted
        .people
        .counted()
        .filter(|(_, interview)| {
            let mut people = interview.people.iter();
            people.any(|person| !person.interviewer && person.record.consent.forbids_quotes())
        })
        .count();
    for (key, n) in [
        (
            "export-method-withdrawn",
            counted.people.n_withdrawn(counted.study),
        ),
        ("export-method-no-quote", no_quote),
        (
            "export-method-exclusions",
            counted.study.records.exclusions.len(),
        ),
        ("export-method-interviewer", of(Standing::Interviewer)),
        ("export-method-superseded", of(Standing::Superseded)),
        ("export-method-references", of(Standing::Reference)),
    ] {
        page.point(&crate::i18n::Message::new(key).with("n", n));
    }
    page.point(&message!(
        "export-method-mask",
        n = counted.study.settings().mask_under
    ));
}

fn texts(page: &mut Page, counted: &Counted) {
    let corrected = counted
        .documents
        .iter()
        .filter(|source| source.versions.len() > 1)
        .count();
    page.point(&message!(
        "export-method-documents",
        n = counted.documents.len(),
        corrected = corrected
    ));
    page.point(&message!(
        "export-method-codes",
        n = counted.codes.len(),
        codings = counted.lines.len()
    ));
    let guides = &counted.study.records.guides;
    page.point(&message!("export-method-guides", n = guides.len()));
    let criteria = counted.study.settings().criteria.as_str();
    if !criteria.is_empty() {
        page.point(&message!("export-method-criteria", criteria = criteria));
    }
}

/// The total of each scenario.
fn figures(page: &mut Page, tables: &[Table]) {
    let Some(table) = tables.iter().find(|table| table.name == "evidence") else {
        return;
    };
    let words = page.words;
    let columns = || std::iter::once("scenario").chain(FIGURES.iter().copied());
    let rows = (0..table.rows.len())
        .filter(|row| table.cell(*row, "code") == Some(&Cell::Empty))
        .map(|row| {
            columns()
                .map(|key| shown_in(table, row, key, words))
                .collect()
        })
        .collect();
    let numbers = columns().map(|key| key != "scenario").collect();
    let head = columns()
        .filter_map(|key| table.columns.iter().find(|column| column.key == key))
        .map(|column| column.label.say(words))
        .collect();
    page.report.grid(head, numbers, rows);
}

#[cfg(test)]
mod tests {
    use super::method;
    use crate::analysis::bench::ground;
    use crate::analysis::{Context, Counted, Keys, TurnCache};
    use crate::i18n::{Lang, Words};

    /// Two hidden counts whose sum is known are told by it, where they can be nothing but one each.
    #[test]
    fn strata_of_few_cannot_be_found_from_those_that_are_shown() {
        let mut bench = ground();
        for key in ["I6", "I7", "I8", "I9"] {
            bench.session(key);
            bench.participant(&format!("P-{key}"), key, "hr", "50plus", "");
        }
        for key in ["I1", "I3", "I4", "I6", "I7", "I8", "I9"] {
            bench.note(key, &format!("n-{key}"), "parole");
        }
        let context = Context {
            texts: &bench.texts,
            turns: &TurnCache::default(),
            head: String::new(),
            date: None,
            language: Lang::En,
        };
        let keys = Keys::of(&bench.study);
        let counted = Counted::of(&bench.study, &keys, &context);
        let values = |under: u32| {
            let page = method(&counted, &context, Words::new(Lang::En), under).unwrap();
            let page = page.markdown();
            let line = page.lines().find(|line| line.contains("under10"));
            line.unwrap().to_owned()
        };
        let shown = values(0);
        let all = ["(1)", "(5)"].iter().all(|n| shown.contains(n));
        assert!(all, "{shown}");
        let masked = values(3);
        let any = ["(1)", "(5)"].iter().any(|n| masked.contains(n));
        assert!(!any, "{masked}");
    }
}
