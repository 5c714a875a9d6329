//! Choosing the passage that a code will be put on.

use crate::app::layer::labels::Typed;
use crate::app::layer::{Labels, Layer};
use crate::app::place::transcript::{End, Step, Unit};
use crate::app::{App, At};
use crate::command::{Invocation, SelectAct};
use crate::message;

pub(super) fn run(app: &mut App, act: SelectAct, invocation: &Invocation) {
    let times = invocation.times();
    let transcript = &mut app.places.transcript;
    match act {
        SelectAct::Word => transcript.take(Unit::Word, times),
        SelectAct::Clause => transcript.take(Unit::Clause, times),
        SelectAct::Sentence => transcript.take(Unit::Sentence, times),
        SelectAct::Turn => transcript.take(Unit::Turn, times),
        SelectAct::Question => {
            transcript.take(Unit::Question, times);
            if transcript.selection().is_none() {
                app.inform(message!("app-no-question"));
            }
        }
        SelectAct::Extend => match invocation.arg.as_deref() {
            Some("left") => transcript.move_end(End::Start, Step::Word, false, times),
            Some(_) => transcript.move_end(End::Last, Step::Word, true, times),
            None => transcript.extend(),
        },
        SelectAct::Label => label(app),
        SelectAct::Letter => letter(app, invocation.arg.as_deref().unwrap_or_default()),
        SelectAct::Clear => transcript.drop_selection(),
        SelectAct::StartLeft => transcript.move_end(End::Start, Step::Word, false, times),
        SelectAct::StartLeftLetter => transcript.move_end(End::Start, Step::Grapheme, false, times),
        SelectAct::StartRight => transcript.move_end(End::Start, Step::Word, true, times),
        SelectAct::StartRightLetter => transcript.move_end(End::Start, Step::Grapheme, true, times),
        SelectAct::EndLeft => transcript.move_end(End::Last, Step::Word, false, times),
        SelectAct::EndLeftLetter => transcript.move_end(End::Last, Step::Grapheme, false, times),
        SelectAct::EndRight => transcript.move_end(End::Last, Step::Word, true, times),
        SelectAct::EndRightLetter => transcript.move_end(End::Last, Step::Grapheme, true, times),
    }
}

/// Puts letters before the sentences on the screen.
fn label(app: &mut App) {
    if app.at != At::Transcript {
        return;
    }
    let layout = app.keymap.layout.layout;
    let transcript = &mut app.places.transcript;
    let sentences = transcript.sentences_on_screen();
    if sentences.is_empty() {
        return app.inform(message!("app-labels-none"));
    }
    let at = transcript.at();
    let here = sentences.iter().rposition(|(span, _)| span.start <= at);
    app.push(Layer::Labels(Labels::new(sentences, here, layout)));
    app.inform(message!("app-labels"));
}

/// A letter of a sentence was typed.
fn letter(app: &mut App, letter: &str) {
    let Some(Layer::Labels(labels)) = app.layers.last_mut() else {
        return;
    };
    match labels.letter(letter) {
        Typed::Taken(span) => {
            app.layers.pop();
            app.places.transcript.take_sentence(&span);
        }
        Typed::More => app.inform(message!("app-labels")),
        Typed::Nothing => app.inform(message!("app-label-unknown")),
    }
}

#[cfg(test)]
mod tests {
    use crate::app::act::coding::open_session;
    use crate::app::layer::Layer;
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::keymap::{Keymap, SHIPPED};
    use crate::study::id::SessionId;

    fn reading(keymap: &str) -> Stage {
        let mut stage = Stage::new(Lang::Fr);
        stage.app.keymap = Keymap::shipped(keymap);
        open_session(&mut stage.app, &SessionId::new("E07"));
        stage.keys("");
        stage
    }

    fn taken(stage: &Stage) -> &str {
        let transcript = &stage.app.places.transcript;
        let reading = transcript.reading().unwrap();
        reading.text.slice(transcript.selection().unwrap().clone())
    }

    /// The letters of the sentence that begins so.
    fn letters(stage: &Stage, begins: &str) -> String {
        let text = &stage.app.places.transcript.reading().unwrap().text;
        let at = text.text().find(begins).unwrap();
        let Some(Layer::Labels(labels)) = stage.app.layers.last() else {
            panic!("no labels");
        };
        let found = labels.shown().find(|(seen, _)| *seen == at).unwrap();
        found.1.to_owned()
    }

    #[test]
    fn a_sentence_anywhere_on_the_screen_is_coded_by_three_keys_on_every_keymap() {
        for (keymap, _) in SHIPPED {
            let mut stage = reading(keymap);
            let home = stage.app.keymap.layout.layout.home;
            stage.keys(",");
            for begins in ["On a perdu", "Depuis", "Oui.", "Personne", "Si c’était"] {
                let letters = letters(&stage, begins);
                assert_eq!(letters.chars().count(), 1, "{keymap} {begins}");
                let plain = letters.to_lowercase();
                assert!(home.contains(&plain), "{keymap}: {letters} of {home}");
            }
            let key = letters(&stage, "Personne");
            stage.types(&key);
            assert!(stage.app.layers.is_empty());
            assert_eq!(
                taken(&stage),
                "Personne n’a le temps de monter un dossier pendant la rentrée."
            );
            stage.keys("1");
            let codings = stage.codings();
            assert_eq!(codings.len(), 1, "{keymap}: {codings:?}");
            assert!(codings[0].contains("Personne"), "{codings:?}");
        }
    }

    #[test]
    fn while_extending_the_letters_say_how_far_over_turns_as_well() {
        let mut stage = reading("default");
        stage.keys("J v ,");
        let key = letters(&stage, "Une fois pour nous");
        stage.types(&key);
        let words = taken(&stage);
        assert!(words.starts_with("Si l’émargement"), "{words}");
        assert!(words.contains("\nDeux fois ?\nOui."), "{words}");
        assert!(words.ends_with("Une fois pour nous, une fois pour l’audit."));
    }

    #[test]
    fn other_keys_take_nothing_and_esc_and_another_size_take_the_letters_away() {
        let mut stage = reading("default");
        let at = stage.app.places.transcript.at();
        stage.keys(",");
        stage.types("w");
        assert_eq!(stage.notice(), "Aucune phrase n’a ces lettres.");
        stage.keys("left");
        assert!(matches!(stage.app.layers.last(), Some(Layer::Labels(_))));
        stage.keys("esc");
        assert!(stage.app.layers.is_empty());
        stage.keys(",");
        stage.app.handle(crate::app::Event::Resize(50, 20));
        assert!(stage.app.layers.is_empty());
        assert_eq!(stage.app.places.transcript.at(), at);
        assert!(stage.app.places.transcript.selection().is_none());
    }

    #[test]
    fn units_are_taken_one_by_one_or_by_a_number() {
        let mut stage = reading("default");
        stage.keys("J");
        for (keys, wanted) in [
            ("W w", "Si"),
            ("W 3 w", "Si l’émargement manque"),
            ("W c", "Si l’émargement manque,"),
            ("W 2 c", "Si l’émargement manque, le financeur ne paie pas."),
            ("s", "Si l’émargement manque, le financeur ne paie pas."),
        ] {
            stage.run("select.clear");
            stage.keys(keys);
            assert_eq!(taken(&stage), wanted, "{keys}");
        }
        stage.run("select.clear");
        stage.keys("W 2 s");
        assert!(taken(&stage).ends_with("personne ne nous l’avait dit."));
        stage.keys("s");
        assert!(taken(&stage).ends_with("avant et après la session."));
        stage.run("select.clear");
        stage.keys("W 3 t");
        assert!(taken(&stage).ends_with("Et encore une fois pour moi."));
        // more than there are: all there are
        stage.run("select.clear");
        stage.keys("W 9 9 t");
        assert!(taken(&stage).ends_with("Si c’était par blocs, peut-être."));
    }

    #[test]
    fn a_question_is_taken_with_what_answers_it() {
        let mut stage = reading("default");
        stage.keys("J J J W q");
        let words = taken(&stage);
        assert!(words.starts_with("Deux fois ?\nOui."), "{words}");
        assert!(words.ends_with("Et encore une fois pour moi."), "{words}");
        stage.keys("W q");
        assert!(taken(&stage).ends_with("peut-être."));
    }

    #[test]
    fn the_moves_of_the_menu_go_there_and_a_number_says_how_far() {
        let mut stage = reading("default");
        let at = |stage: &Stage| {
            let transcript = &stage.app.places.transcript;
            let text = transcript.reading().unwrap().text.text();
            text[transcript.at()..].chars().take(12).collect::<String>()
        };
        for (keys, wanted) in [
            ("M q", "Deux fois ?\n"),
            ("M 2 Q", "Et quand une"),
            ("M 3 t", "Oui. Une foi"),
            ("M T", "Deux fois ?\n"),
            ("M v", "Et la certif"),
            ("M 2 V", "Et quand une"),
            ("J M c", "le financeur"),
            ("M 2 c", "parce que la"),
            ("M C", "On a perdu t"),
            ("M w", "a perdu troi"),
            ("M 2 w", "trois semain"),
            ("M W", "perdu trois "),
            ("M s", "Depuis, je v"),
            ("M S", "On a perdu t"),
        ] {
            stage.keys(keys);
            assert_eq!(at(&stage), wanted, "{keys}");
        }
    }

    #[test]
    fn the_next_coding_of_this_code_is_found_past_those_of_others() {
        let mut stage = reading("default");
        stage.keys("M b");
        assert!(
            stage.notice().starts_with("Aucun code ici"),
            "{}",
            stage.notice()
        );
        stage.keys("J 1 M s 2 M s 1 J J J J 1 g g J");
        let first = stage.app.places.transcript.at();
        stage.keys("b M b");
        assert!(taken(&stage).starts_with("Depuis"), "{}", taken(&stage));
        stage.keys("M b");
        assert!(taken(&stage).starts_with("Personne"), "{}", taken(&stage));
        stage.keys("M b");
        assert!(stage.notice().contains("codage"), "{}", stage.notice());
        stage.keys("M 2 B");
        assert_eq!(stage.app.places.transcript.at(), first);
    }
}
