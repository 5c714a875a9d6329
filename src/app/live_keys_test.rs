//! Keys per act in the call, from the shipped keymaps, on each layout.

use super::test_support::Stage;
use crate::command::{CallAct, CommandId, Context, NoteAct};
use crate::i18n::Lang;
use crate::keymap::{Key, Keymap, LAYOUTS, Layout, Reach, SHIPPED};
use crate::study::edit::answers_to;

/// Each shipped keymap with the layouts it is for.
fn keyboards() -> Vec<(Keymap, &'static Layout)> {
    let mut out = Vec::new();
    for (name, _) in SHIPPED {
        let keymap = Keymap::shipped(name);
        for layout in LAYOUTS {
            let own = keymap.layout.layout == layout;
            if own || ["default", "vim", "arrows"].contains(&name) {
                out.push((keymap.clone(), layout));
            }
        }
    }
    out
}

fn call() -> Stage {
    Stage::call(Lang::Fr, "E13")
}

/// The call at a question, with these keys.
fn at(stage: &mut Stage, keymap: &Keymap, question: &str) {
    stage.app.keymap = keymap.clone();
    stage.at(90);
    stage.run(&format!("question.jump {question}"));
}

/// The one key of a command, which the layout types without `AltGr` and without a dead key.
fn key_of(
    keymap: &Keymap,
    layout: &Layout,
    command: impl Into<CommandId>,
    arg: Option<&str>,
) -> Key {
    let command = command.into();
    let entry = keymap
        .entries(Context::Live)
        .iter()
        .find(|entry| {
            let crate::keymap::Action::Run { runs, .. } = &entry.action else {
                return false;
            };
            entry.keys.len() == 1
                && runs
                    .iter()
                    .any(|run| run.command == command && run.arg.as_deref() == arg)
        })
        .unwrap_or_else(|| panic!("{}: {command:?} {arg:?} is not one key", keymap.name));
    let key = entry.keys[0];
    if let crate::keymap::Code::Char(c) = key.code {
        assert!(layout.reach(c) <= Reach::Shift, "{c} on {}", layout.name);
    }
    key
}

/// The key of a digit, without Shift where the layout's digit row has none and the keymap knows it.
fn digit(keymap: &Keymap, layout: &Layout, n: u8) -> char {
    let row: Vec<char> = keymap.layout.digits().chars().collect();
    let digit = char::from(b'0' + n);
    let unshifted = row.get(usize::from(n)).copied();
    let c = unshifted
        .filter(|c| layout.reach(*c) == Reach::Plain)
        .unwrap_or(digit);
    assert!(layout.reach(c) <= Reach::Shift);
    c
}

fn press(stage: &mut Stage, keys: &[Key]) -> usize {
    for key in keys {
        stage.app.handle(super::Event::Key(*key));
    }
    keys.len()
}

#[test]
fn a_note_is_its_words_and_enter_and_each_kind_one_mark() {
    let mut stage = call();
    for (keymap, layout) in keyboards() {
        let enter = key_of(&keymap, layout, NoteAct::Keep, None);
        let marks = [['"', '"'], ['(', '('], ['[', '*'], ['#', '=']];
        for [one, other] in marks {
            assert!(
                layout.reach(one) <= Reach::Shift || layout.reach(other) <= Reach::Shift,
                "{one} {other} on {}",
                layout.name
            );
        }
        at(&mut stage, &keymap, "2.1");
        let before = stage.app.places.live.rows.len();
        stage.types("deux mots");
        assert_eq!(press(&mut stage, &[enter]), 1);
        assert_eq!(stage.app.places.live.rows.len(), before + 1);
    }
}

#[test]
fn flag_kind_state_and_the_next_question_are_one_key_each() {
    let mut stage = call();
    for (keymap, layout) in keyboards() {
        at(&mut stage, &keymap, "2.1");
        stage.types("mots");
        let flag = key_of(&keymap, layout, NoteAct::Flag, None);
        let kind = key_of(&keymap, layout, NoteAct::Kind, None);
        press(&mut stage, &[flag, kind]);
        let line = &stage.app.places.live.line;
        assert!(line.flags == ["follow-up"] && line.kind.is_some());
        let back = key_of(&keymap, layout, NoteAct::Edit, None);
        let enter = key_of(&keymap, layout, NoteAct::Keep, None);
        press(&mut stage, &[enter, back]);
        assert!(
            stage.app.places.live.line.editing.is_some(),
            "the last note back"
        );
        press(&mut stage, &[back]);
        for state in [
            "answered",
            "partial",
            "not-asked",
            "not-applicable",
            "refused",
            "unknown",
        ] {
            let key = key_of(&keymap, layout, CallAct::AnswerState, Some(state));
            press(&mut stage, &[key]);
            let (id, _) = stage.study().session_by_key("E13").unwrap();
            let given = answers_to(stage.study(), id, "2.1");
            assert_eq!(given[0].state.as_str(), state);
        }
        let next = key_of(&keymap, layout, CallAct::QuestionNext, None);
        press(&mut stage, &[next]);
        assert_eq!(stage.app.places.live.line.question, "2.2");
        let shuffle = key_of(&keymap, layout, CallAct::Cards, None);
        press(&mut stage, &[shuffle]);
        let (_, session) = stage.study().session_by_key("E13").unwrap();
        assert_eq!(session.scenario_order.len(), 6);
    }
}

#[test]
fn six_ratings_are_seven_keys_and_a_count_its_digits_and_two() {
    let mut stage = call();
    for (keymap, layout) in keyboards() {
        at(&mut stage, &keymap, "7.1");
        let open = key_of(&keymap, layout, CallAct::Answer, None);
        let mut keys = vec![open];
        keys.extend([5, 4, 3, 2, 1, 5].map(|n| Key::char(digit(&keymap, layout, n))));
        assert_eq!(press(&mut stage, &keys), 7);
        let (id, _) = stage.study().session_by_key("E13").unwrap();
        let given = answers_to(stage.study(), id, "7.1");
        let marks: Vec<&str> = given.iter().map(|answer| answer.value.as_str()).collect();
        assert_eq!(
            marks,
            ["5", "4", "3", "2", "1", "5"],
            "{} {}",
            keymap.name,
            layout.name
        );
        stage.run("question.jump 6.1");
        let enter = key_of(&keymap, layout, NoteAct::Keep, None);
        let keys = [open, Key::char('1'), Key::char('2'), enter];
        assert_eq!(press(&mut stage, &keys), 2 + 2);
        let (id, _) = stage.study().session_by_key("E13").unwrap();
        assert_eq!(answers_to(stage.study(), id, "6.1")[0].value, "12");
    }
}

#[test]
fn a_code_of_a_slot_or_a_recent_one_is_three_keys() {
    let mut stage = call();
    for (keymap, layout) in keyboards() {
        at(&mut stage, &keymap, "2.1");
        let trigger = key_of(&keymap, layout, NoteAct::Code, None);
        let enter = key_of(&keymap, layout, NoteAct::Keep, None);
        let slots: Vec<(u8, String)> = stage
            .study()
            .codes()
            .into_iter()
            .filter_map(|(id, code, _)| Some((code.slot?, id.to_string())))
            .collect();
        assert!(!slots.is_empty());
        stage.types("mots");
        for (slot, id) in slots {
            stage.app.places.live.line.codes.clear();
            let keys = [trigger, Key::char(digit(&keymap, layout, slot)), enter];
            assert_eq!(press(&mut stage, &keys), 3);
            let codes = &stage.app.places.live.line.codes;
            assert_eq!(
                codes.iter().map(ToString::to_string).collect::<Vec<_>>(),
                [id]
            );
        }
        press(&mut stage, &[enter]);
        let last = stage.app.work.as_ref().unwrap().recent[0].clone();
        stage.types("encore");
        press(&mut stage, &[trigger, enter]);
        assert_eq!(
            stage.app.places.live.line.codes,
            [last],
            "the recent one comes first"
        );
    }
}

/// The fewest keys from the trigger to Enter that put a code on the line: letters, then arrows.
fn fewest(stage: &mut Stage, id: &str, words: &str, trigger: Key) -> usize {
    let folded = crate::text::fold::fold(words);
    let letters: Vec<char> = folded
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .collect();
    let mut tries: Vec<String> = Vec::new();
    for n in 1..=3 {
        tries.extend(letters.windows(n).map(|window| window.iter().collect()));
    }
    tries.sort_by_key(String::len);
    tries.dedup();
    press(stage, &[trigger]);
    let Some(super::Layer::Picker(picker)) = stage.app.layers.last_mut() else {
        panic!("no list of codes");
    };
    let mut best = usize::MAX;
    for typed in tries {
        picker.entry = crate::app::entry::Entry::default();
        picker.text(crate::command::TextAct::Type, &typed, 1);
        let place = picker
            .found
            .iter()
            .position(|found| picker.items[found.item].id == id);
        if let Some(place) = place {
            best = best.min(1 + typed.chars().count() + place + 1);
        }
    }
    stage.app.layers.clear();
    best
}

/// Invented codes of a large codebook, on top of those of the sample.
const MORE: &str = "agenda ardoise atelier audience badge bilan bourse cadre carnet casier chantier charte classe comptoir \
    conflit courrier dette devis diplôme dossard écran emprunt enquête équipe escale facture fichier fusion gabarit garderie \
    greffe grève horaire impôt jardin jury kiosque lecture licence loyer maquette mentor métro navette notaire outil panier \
    parcours péage permis piscine pointage prime quota rampe récit relais remise salaire stage tablette trajet tutelle usine \
    vacance verger visite";

#[test]
fn any_code_of_a_hundred_and_fifteen_is_five_keys_at_most() {
    let keymap = Keymap::shipped("default");
    let mut stage = call();
    let more = MORE.split_whitespace().enumerate().map(|(at, word)| {
        let code = crate::study::codebook::Code {
            key: format!("X{}.{}", at / 8 + 1, at % 8 + 1),
            labels: [("fr".to_owned(), word.to_owned())].into(),
            position: 1 << 40,
            ..crate::study::codebook::Code::default()
        };
        (crate::study::id::CodeId::new(word), code).into()
    });
    let more = more.collect();
    stage.change(more);
    assert!(
        stage.study().codes().len() >= 115,
        "{}",
        stage.study().codes().len()
    );
    at(&mut stage, &keymap, "2.1");
    stage.types("mots");
    let trigger = key_of(&keymap, &LAYOUTS[0], NoteAct::Code, None);
    let codes: Vec<(String, String)> = stage
        .study()
        .codes()
        .into_iter()
        .map(|(id, code, _)| {
            let label = code.labels.get("fr").cloned().unwrap_or_default();
            (id.to_string(), format!("{} {label}", code.key))
        })
        .collect();
    for (id, words) in codes {
        let keys = fewest(&mut stage, &id, &words, trigger);
        assert!(keys <= 5, "{words}: {keys} keys");
    }
}
