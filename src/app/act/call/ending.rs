//! What is still open before hanging up: a list one key away, shown once more when the call has ended.

use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::live::clock;
use crate::app::place::live::rail::Sign;
use crate::message;
use crate::study::label;
use crate::t;

/// Shows what is still open in the interview of the call. Enter goes to a question or a note; nothing waits for it.
pub(super) fn show(app: &mut App) {
    let items = items(app);
    let title = message!("app-call-open", session = super::key(app));
    if items.is_empty() {
        return app.inform(message!("app-call-open-nothing"));
    }
    app.push(Layer::Picker(Picker::new(title, items, |app, pick| {
        let Pick::Item(id) = pick else { return };
        if let Some(key) = id.strip_prefix("question ") {
            super::question::jump(app, Some(key));
        } else if let Some(note) = id.strip_prefix("note ") {
            let live = &mut app.places.live;
            if let Some(at) = live.rows.iter().position(|row| row.to_string() == note) {
                live.list.at = at;
            }
        }
    })));
}

fn items(app: &App) -> Vec<PickItem> {
    let live = &app.places.live;
    let Some(work) = &app.work else {
        return Vec::new();
    };
    let study = work.study();
    let open = &live.open_still;
    let words = app.words;
    let item = |id: String, key: String, label: String, detail: String| PickItem {
        id,
        key,
        label,
        detail,
        ..PickItem::default()
    };
    let mut items = Vec::new();
    for id in &open.follow_ups {
        if let Some(note) = study.records.notes.get(id) {
            let detail = words.get("app-flag-follow-up");
            let at = clock(note.t_ms);
            items.push(item(format!("note {id}"), at, note.text.clone(), detail));
        }
    }
    let unasked = live.rail.questions().filter(|question| {
        question.muted.is_none() && matches!(question.sign, Sign::Blank | Sign::NotAsked)
    });
    for question in unasked {
        items.push(item(
            format!("question {}", question.key),
            question.key.clone(),
            question.text.clone(),
            words.get("app-call-open-unasked"),
        ));
    }
    if let Some(closing) = open.closing.clone() {
        let key = words.get("app-call-open-closing");
        items.push(item("closing".to_owned(), key, closing, String::new()));
    }
    let lang = words.lang().code();
    let bare = |nowhere: bool| {
        words.get(if nowhere {
            "app-call-open-nowhere"
        } else {
            "app-call-open-not-here"
        })
    };
    for one in &open.scenarios {
        if let Some(scenario) = study.records.scenarios.get(&one.id) {
            let name = label(&scenario.labels, lang, study).to_owned();
            let id = format!("scenario {}", one.id);
            items.push(item(id, scenario.key.clone(), name, bare(one.nowhere)));
        }
    }
    for one in &open.codes {
        if let Some(code) = study.records.codes.get(&one.id) {
            let name = label(&code.labels, lang, study).to_owned();
            let id = format!("code {}", one.id);
            items.push(item(id, code.key.clone(), name, bare(one.nowhere)));
        }
    }
    for sum in &open.sums {
        let total = t!(
            words,
            "app-call-open-sum",
            total = sum.total,
            n = sum.interviews
        );
        let id = format!("sum {}", sum.question);
        items.push(item(id, sum.unit.clone(), total, sum.question.clone()));
    }
    items
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::study::figure::{Figure, figure};
    use crate::study::id::CodeId;
    use crate::study::word::{AnswerState, Consent};

    #[test]
    fn what_a_call_of_the_sample_has_not_yet_is_found() {
        let stage = Stage::call(Lang::Fr, "E13");
        let study = stage.study();
        let open = &stage.app.places.live.open_still;
        // Nothing was coded in this call: every card is bare here, and a code that is bare in the study names its branch once.
        assert_eq!(open.scenarios.len(), study.scenarios().len());
        assert!(open.follow_ups.is_empty());
        let bare: Vec<&CodeId> = open
            .codes
            .iter()
            .filter(|c| c.nowhere)
            .map(|c| &c.id)
            .collect();
        for id in &bare {
            let parent = study
                .records
                .codes
                .get(*id)
                .and_then(|code| code.parent.as_ref());
            assert!(parent.is_none_or(|parent| !bare.contains(&parent)));
        }
        // Every sum is that of the answers one by one.
        assert!(!open.sums.is_empty());
        for sum in &open.sums {
            let numbers: Vec<f64> = study
                .sessions()
                .into_iter()
                .filter(|(id, _)| study.session_consent(id) != Consent::Withdrawn)
                .filter_map(|(id, _)| {
                    let mut own: Vec<_> = study
                        .records
                        .answers
                        .values()
                        .filter(|a| a.session == *id && a.question == sum.question)
                        .collect();
                    own.sort_by_key(|a| a.position);
                    let last = own.last().filter(|a| a.state == AnswerState::Answered)?;
                    match figure(&last.value) {
                        Some(Figure::One(number)) => Some(number),
                        _ => None,
                    }
                })
                .collect();
            assert_eq!(numbers.len(), sum.interviews, "{}", sum.question);
            assert!((numbers.iter().sum::<f64>() - sum.total).abs() < 1e-9);
        }
    }
}
