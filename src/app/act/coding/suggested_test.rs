//! Suggestions and the keys a coding takes, on the sample study, through the shipped keymaps.

use super::open::open_session;
use crate::app::At;
use crate::app::place::transcript::reading::Source;
use crate::app::test_support::Stage;
use crate::command::CodingAct;
use crate::i18n::Lang;
use crate::keymap::{Keymap, SHIPPED};
use crate::study::codebook::Code;
use crate::study::coding::{Coding, Passage};
use crate::study::id::{CodeId, CodingId};
use crate::study::word::Origin;
use std::collections::BTreeMap;

/// E01 of the sample study, at its first words.
fn stage() -> Stage {
    let mut stage = Stage::sample(Lang::Fr);
    let id = stage.study().session_by_key("E01").unwrap().0.clone();
    open_session(&mut stage.app, &id);
    stage.keys("J");
    stage
}

fn suggested(stage: &Stage) -> Vec<CodeId> {
    let best = stage.app.places.transcript.suggestions();
    best.iter().map(|one| one.code.clone()).collect()
}

#[test]
fn one_key_takes_a_suggestion_in_every_shipped_keymap_and_nothing_is_coded_unasked() {
    let acts = [CodingAct::First, CodingAct::Second, CodingAct::Third];
    for (name, _) in SHIPPED {
        let mut stage = stage();
        stage.app.keymap = Keymap::shipped(name);
        let before = stage.study().records.codings.len();
        stage.run("sentence.next");
        stage.run("turn.next");
        for (at, act) in acts.into_iter().enumerate() {
            let best = suggested(&stage);
            assert_eq!(best.len(), 3, "{name}");
            assert_eq!(stage.study().records.codings.len(), before + at, "{name}");
            let words = stage.app.words;
            let context = crate::command::Context::Transcript;
            let key = stage.app.keymap.label(context, act, words).unwrap();
            assert_eq!(key.chars().count(), 1, "{name} {key}");
            stage.keys(&key);
            let codings = &stage.study().records.codings;
            let (_, coding) = codings.last_key_value().unwrap();
            assert_eq!(
                (&coding.code, coding.origin),
                (&best[at], Origin::Suggested)
            );
            assert!(!suggested(&stage).contains(&best[at]), "it is there now");
        }
        stage.keys("u");
        assert_eq!(stage.study().records.codings.len(), before + 2, "{name}");
        stage.keys("1");
        let codings = &stage.study().records.codings;
        assert_eq!(codings.last_key_value().unwrap().1.origin, Origin::Hand);
    }
}

#[test]
fn a_study_may_do_without_suggestions() {
    let mut stage = stage();
    assert!(!suggested(&stage).is_empty());
    let before = stage.study().records.codings.len();
    stage.keys("O");
    assert!(stage.study().settings().no_suggestions);
    assert!(suggested(&stage).is_empty());
    stage.keys("E");
    assert_eq!(stage.notice(), "aucun code n’est proposé ici");
    assert_eq!(stage.study().records.codings.len(), before);
    stage.keys("O");
    assert!(!suggested(&stage).is_empty());
    stage.keys("O u");
    assert!(!suggested(&stage).is_empty(), "undone");
}

/// Keys to have exactly these words taken: none where they are the sentence under the cursor, one for `t`, one for `s` and
/// one more for each sentence after; `None` where ends have to be moved.
fn keys_to_take(stage: &mut Stage, wanted: &std::ops::Range<usize>) -> Option<usize> {
    let tried = [
        ("", 0),
        ("s", 1),
        ("t", 1),
        ("s s", 2),
        ("s s s", 3),
        ("s s s s", 4),
    ];
    for (keys, n) in tried {
        stage.app.places.transcript.drop_selection();
        stage.keys(keys);
        stage.app.refresh();
        if stage.app.places.transcript.span() == Some(wanted) {
            return Some(n);
        }
    }
    None
}

#[test]
fn the_codings_of_the_sample_study_take_few_keys() {
    let mut stage = Stage::sample(Lang::Fr);
    let codings: Vec<(CodingId, Coding)> = stage
        .study()
        .records
        .codings
        .iter()
        .map(|(id, coding)| (id.clone(), coding.clone()))
        .collect();
    let (mut slotted, mut picked) = (0, 0);
    let mut taken: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for (_, coding) in &codings {
        let Passage::Text(text) = &coding.passage else {
            continue;
        };
        // as if it were not there yet: only where the cursor stands matters
        let source = Source::Text(text.version.clone());
        let id = codings[0].0.clone();
        stage.app.places.transcript.open_at(source, text.span(), id);
        stage.app.at = At::Transcript;
        stage.app.refresh();
        *taken
            .entry(keys_to_take(&mut stage, &text.span()))
            .or_default() += 1;
        match stage.study().records.codes[&coding.code].slot {
            Some(_) => slotted += 1,
            None => picked += 1,
        }
    }
    let n: usize = taken.values().sum();
    println!("{n} codings: passage {taken:?} keys; code: {slotted} slotted, {picked} picked");
    assert!(n > 200 && taken[&Some(0)] > 0 && slotted > 0);
    // one key for the code of a slot, and one more to take what it is put on
    let mut stage = self::stage();
    let (id, slot) = stage
        .study()
        .records
        .codes
        .iter()
        .find_map(|(id, code)| Some((id.clone(), code.slot?)))
        .unwrap();
    for taking in ["", "s", "t"] {
        stage.keys("J");
        stage.keys(taking);
        let passage = stage.app.places.get(At::Transcript).passage().unwrap();
        stage.keys(&slot.to_string());
        let mut codings = stage.study().records.codings.values();
        assert!(
            codings.any(|one| one.code == id && one.passage == passage),
            "{taking}"
        );
    }
}

#[test]
fn any_of_five_hundred_codes_takes_four_keys_through_the_picker() {
    let mut stage = Stage::new(Lang::Fr);
    let mut changes = Vec::new();
    for n in 0..500 {
        let code = Code {
            key: format!("K{:02}.{:02}", n / 20, n % 20),
            labels: [("fr".to_owned(), format!("Compétence {n}"))].into(),
            position: 100 + n,
            ..Code::default()
        };
        changes.push((CodeId::new(&format!("k{n}")), code).into());
    }
    stage.change(changes);
    let id = stage.study().session_by_key("E07").unwrap().0.clone();
    open_session(&mut stage.app, &id);
    stage.keys("J");
    let items = super::code_items(&stage.app).unwrap();
    assert!(items.len() >= 500 && items.iter().all(|item| item.short.len() == 2));
    for item in items.iter().step_by(41) {
        stage.keys("c");
        stage.types(&item.short);
        stage.keys("enter");
        let coded = stage.codings();
        let key = &item.key;
        assert!(
            coded.iter().any(|line| line.contains(key)),
            "{key}: {coded:?}"
        );
    }
}
