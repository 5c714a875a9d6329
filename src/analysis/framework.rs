//! `framework`: interview by theme. A cell holds what somebody wrote on the passages, and apart from it how many there
//! are and where it stands: filled, stale, passages alone, empty, not asked.

use super::ask::Ask;
use super::questions::{Asked, answers, questions, state, was_asked};
use super::table::{Cell, Column, Row, Slice, Table};
use crate::message;
use crate::study::coding::Summary;
use crate::study::edit;
use crate::study::id::{CodeId, CodingId, SessionId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One theme: a code at the top of the codebook, or one that has a summary.
struct Theme<'a> {
    id: &'a CodeId,
    key: &'a str,
    codes: BTreeSet<&'a CodeId>,
}

/// Themes in the codebook's order.
fn themes<'a>(ask: &Ask<'a, 'a>) -> Vec<Theme<'a>> {
    let study = ask.counted.study;
    let summed: BTreeSet<&CodeId> = study
        .records
        .summaries
        .values()
        .filter_map(|summary| study.resolve_code(&summary.code))
        .collect();
    study
        .codes()
        .into_iter()
        .filter(|(id, _, depth)| *depth == 0 || summed.contains(id))
        .map(|(id, code, _)| Theme {
            id,
            key: ask.counted.keys.code(id, code),
            codes: edit::theme_codes(study, id),
        })
        .collect()
}

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let study = counted.study;
    let themes = themes(ask);
    let mut of_code: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, (id, _)) in counted.codes.iter().enumerate() {
        let own = themes.iter().enumerate();
        let own = own.filter(|(_, theme)| theme.codes.contains(id));
        of_code.insert(at, own.map(|(theme, _)| theme).collect());
    }
    let mut passages: BTreeMap<usize, Vec<CodingId>> = BTreeMap::new();
    let mut counts: HashMap<(usize, usize), (usize, Option<usize>)> = HashMap::new();
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        let Some(interview) = line.interview else {
            continue;
        };
        for theme in of_code.get(&line.code).map_or(&[][..], Vec::as_slice) {
            let (n, last) = counts.entry((interview, *theme)).or_default();
            if last.replace(line.excerpt) != Some(line.excerpt) {
                *n += 1;
            }
        }
        passages.entry(interview).or_default().push(line.id.clone());
    }
    let mut summaries: HashMap<(&SessionId, &CodeId), &Summary> = HashMap::new();
    for summary in study.records.summaries.values() {
        if let Some(code) = study.resolve_code(&summary.code) {
            summaries.entry((&summary.session, code)).or_insert(summary);
        }
    }
    // only summaries are held against their passages
    let state_of = (!summaries.is_empty()).then(|| edit::PassagesState::of(study));
    let unasked = Unasked::of(ask, &themes);
    let rows = ask
        .interviews()
        .map(|(at, interview)| {
            let mut cells = vec![Cell::text(interview.key)];
            for (theme_at, theme) in themes.iter().enumerate() {
                let n = counts.get(&(at, theme_at)).map_or(0, |(n, _)| *n);
                let summary = summaries.get(&(interview.id, theme.id));
                let state = match summary {
                    Some(summary)
                        if state_of.as_ref().is_some_and(|state| {
                            state.over(interview.id, &theme.codes).0 != summary.over
                        }) =>
                    {
                        message!("analysis-framework-stale")
                    }
                    Some(_) => message!("analysis-framework-filled"),
                    None if n > 0 => message!("analysis-framework-passages"),
                    None if unasked.is(at, theme_at) => message!("analysis-framework-not-asked"),
                    None => message!("analysis-framework-empty"),
                };
                cells.push(summary.map_or(Cell::Empty, |summary| Cell::text(&*summary.text)));
                cells.push(Cell::Said(state));
                cells.push(Cell::count(n));
            }
            Row {
                cells,
                passages: passages.remove(&at).unwrap_or_default(),
            }
        })
        .collect();
    let mut columns = vec![Column::text("interview").described("analysis-column-interview-plain")];
    for theme in &themes {
        let slice = Slice::Codes(theme.codes.iter().map(|id| (*id).clone()).collect());
        let mut summary = Column::text("summary").sliced(slice.clone());
        theme.key.clone_into(&mut summary.key);
        summary.label = theme.key.to_owned().into();
        columns.push(summary);
        columns.push(
            Column::text("state")
                .described("analysis-column-state-framework")
                .of_value(theme.key, theme.key)
                .sliced(slice.clone()),
        );
        columns.push(
            Column::count("n_excerpts", "excerpts")
                .of_value(theme.key, theme.key)
                .sliced(slice),
        );
    }
    let rule = message!("analysis-rule-framework", rules = ask.rules());
    ask.table(rule, columns, rows)
}

/// Which themes an interview was not asked about.
struct Unasked(HashMap<(usize, usize), bool>);

impl Unasked {
    fn of(ask: &Ask, themes: &[Theme]) -> Self {
        let asked = questions(ask);
        let given = answers(ask);
        let mut unasked = HashMap::new();
        for (at, theme) in themes.iter().enumerate() {
            let keys: BTreeSet<&str> = theme
                .codes
                .iter()
                .filter_map(|id| {
                    let code = ask.counted.study.records.codes.get(*id)?;
                    Some(ask.counted.keys.code(id, code))
                })
                .collect();
            let naming: Vec<&Asked> = asked
                .iter()
                .filter(|question| {
                    question
                        .codes
                        .iter()
                        .any(|code| keys.contains(code.as_str()))
                })
                .collect();
            if naming.is_empty() {
                continue;
            }
            for (interview, _) in ask.interviews() {
                let put = naming.iter().any(|question| {
                    given
                        .get(question.key.as_str())
                        .and_then(|own| own.get(&interview))
                        .is_some_and(|answers| was_asked(state(answers)))
                });
                unasked.insert((interview, at), !put);
            }
        }
        Self(unasked)
    }

    fn is(&self, interview: usize, theme: usize) -> bool {
        self.0.get(&(interview, theme)).copied().unwrap_or(false)
    }
}
