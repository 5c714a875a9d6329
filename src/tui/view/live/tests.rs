//! The call on the screen.

use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::tui::view::test_support::screen;

#[test]
fn the_call_in_both_languages_and_sizes() {
    for lang in Lang::ALL {
        let mut stage = Stage::new(lang);
        stage.run("place.sessions");
        stage.run("session.start_call");
        stage.app.now = || "2026-03-12T14:05:30Z".parse().unwrap();
        stage.types("(regarde l’heure");
        stage.keys("enter");
        stage.types("\"on a tout ressaisi à la main");
        stage.keys("C-f");
        for (width, height) in [(80, 24), (120, 36)] {
            insta::assert_snapshot!(
                format!("call_{}_{width}x{height}", lang.code()),
                screen(&mut stage.app, width, height)
            );
        }
    }
}

/// A call of the sample study, as far as its first 45 minutes.
fn held(lang: Lang, minute: i64) -> Stage {
    let mut stage = Stage::call(lang, "E13");
    let steps: &[(i64, &str, &str)] = &[
        (30, "key", "f4"),
        (65, "key", "tab"),
        (80, "key", "C-r"),
        (81, "type", "4"),
        (82, "key", "tab 1"),
        (180, "go", "2.1"),
        (190, "note", "\"l’assistante\", jamais un autre mot"),
        (230, "answer 2.2", "2"),
        (250, "go", "2.4"),
        (300, "answer 2.4", "40"),
        (320, "note", "le reste, elle ne sait pas le dire"),
        (420, "go", "3.1"),
        (470, "note", "« En mars, sans elle, pas de session »"),
        (530, "note", "(silence, regarde sa collègue)"),
        (640, "note", "[à comparer avec E03 : même plateforme"),
        (700, "flag", "le nom de la plateforme ?"),
        (760, "go", "3.2"),
        (800, "key", "f8"),
        (900, "go", "4.1"),
        (960, "note", "la distance, les émargements à l’écran"),
        (1_080, "answer 4.4", "3"),
        (1_140, "go", "5.1"),
        (1_160, "key", "C-r 1"),
        (1_190, "go", "5.4"),
        (1_200, "type", "elle hésite entre deux ti"),
        (1_300, "key", "enter"),
        (1_500, "answer 6.1", "~3"),
        (1_530, "answer 6.2", "3-5"),
        (1_560, "answer 6.3", "douze"),
        (1_600, "go", "7.1"),
        (1_610, "key", "C-r 2 4 5 3 1 ?"),
        (1_900, "go", "7.2"),
        (
            1_930,
            "note",
            "\"Si un bloc vaut quelque chose seul, oui.\"",
        ),
        (
            2_300,
            "note",
            "personne pour garder l’accueil pendant ce temps",
        ),
        (2_600, "go", "8.1"),
        (2_640, "note", "(rit) on n’a pas parlé de la paie"),
        (2_700, "key", "C-r"),
    ];
    for (at, act, what) in steps.iter().filter(|(at, ..)| *at <= minute * 60) {
        stage.at(*at);
        match *act {
            "key" => {
                stage.keys(what);
            }
            "type" => stage.types(what),
            "go" => stage.run(&format!("question.jump {what}")),
            "note" => {
                stage.types(what);
                stage.keys("enter");
            }
            "flag" => {
                stage.types(what);
                stage.keys("C-f enter");
            }
            answer => {
                let question = answer.trim_start_matches("answer ");
                stage.run(&format!("question.jump {question}"));
                stage.keys("C-r");
                stage.types(what);
                stage.keys("enter");
            }
        }
    }
    stage.at(minute * 60);
    stage
}

#[test]
fn a_call_at_its_beginning_in_the_middle_and_at_its_end() {
    for lang in Lang::ALL {
        for minute in [0, 20, 45] {
            let mut stage = held(lang, minute);
            for (width, height) in [(80, 24), (120, 36)] {
                insta::assert_snapshot!(
                    format!("held_{minute}_{}_{width}x{height}", lang.code()),
                    screen(&mut stage.app, width, height)
                );
            }
        }
    }
}

#[test]
fn what_is_still_open_is_listed_before_hanging_up() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 36)] {
            let mut stage = held(lang, 20);
            let size = crate::app::Event::Resize(width, height);
            stage.app.handle(size);
            stage.keys("esc b");
            let name = format!("open_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
        }
    }
}

#[test]
fn what_is_still_open_is_shown_once_when_the_call_ends() {
    let mut stage = held(Lang::Fr, 45);
    stage.keys("esc f");
    let shown = screen(&mut stage.app, 120, 36);
    assert!(shown.contains("Avant de raccrocher"), "{shown}");
    assert!(shown.contains("le nom de la plateforme"), "{shown}");
    stage.keys("esc");
    let after = screen(&mut stage.app, 120, 36);
    assert!(!after.contains("Avant de raccrocher"), "{after}");
}

#[test]
fn nothing_that_lies_over_a_call_takes_the_line_the_question_or_the_last_notes() {
    for keys in [
        "C-k", "C-k r", "C-o", "C-p", "f1", "esc", "esc t", "esc c", "esc b", "esc D", "esc m",
        "f2", "f10",
    ] {
        let mut stage = held(Lang::Fr, 20);
        stage.app.handle(crate::app::Event::Resize(80, 24));
        stage.keys(keys);
        let shown = screen(&mut stage.app, 80, 24);
        for seen in [
            "elle hésite entre deux ti",
            "Quels autres titres",
            "00:20:00",
            "(silence, regarde sa collègue)",
            "même plateforme",
            "le nom de la plateforme",
            "la distance, les émargements",
        ] {
            assert!(shown.contains(seen), "{keys}: {seen}\n{shown}");
        }
    }
}

#[test]
fn a_long_notice_covers_neither_the_line_nor_the_question_nor_the_last_notes() {
    for lang in Lang::ALL {
        let mut stage = held(lang, 20);
        stage.app.handle(crate::app::Event::Resize(80, 24));
        let before = screen(&mut stage.app, 80, 24);
        let told = "le disque est plein et rien ne s’écrit plus ".repeat(5);
        stage
            .app
            .fail(crate::message!("app-literally", text = told.trim()));
        stage.app.refresh();
        let shown = screen(&mut stage.app, 80, 24);
        assert_eq!(shown.matches("disque").count(), 5, "{shown}");
        assert!(
            shown.lines().next().unwrap().contains("● 00:20:00"),
            "{shown}"
        );
        assert!(shown.contains("elle hésite entre deux ti"), "{shown}");
        let live = &stage.app.places.live;
        let study = stage.study();
        for id in live.rows.iter().rev().take(5) {
            let words: String = study.records.notes[id].text.chars().take(20).collect();
            assert!(shown.contains(&words), "{words}: {shown}");
        }
        let question = live.question().unwrap();
        let words: String = question.text.chars().take(30).collect();
        assert!(
            shown.contains(&format!("{} {words}", question.key)),
            "{shown}"
        );
        insta::assert_snapshot!(format!("long_notice_{}", lang.code()), shown);
        // the next key gives the rows back
        stage.keys("left right");
        assert_eq!(screen(&mut stage.app, 80, 24), before);
    }
}

#[test]
fn what_is_wrong_with_an_answer_is_said_in_full() {
    for lang in Lang::ALL {
        let mut stage = held(lang, 20);
        stage.run("question.jump 6.2");
        stage.keys("C-r");
        stage.types("12x");
        let shown = screen(&mut stage.app, 80, 24);
        assert!(
            !shown
                .lines()
                .skip(18)
                .any(|row| row.trim_end().ends_with('…')),
            "{shown}"
        );
        insta::assert_snapshot!(format!("bad_answer_{}", lang.code()), shown);
        stage.keys("enter");
        insta::assert_snapshot!(
            format!("bad_answer_kept_{}", lang.code()),
            screen(&mut stage.app, 80, 24)
        );
    }
}

#[test]
fn the_bar_of_a_call_has_the_answer_in_both_languages() {
    for lang in Lang::ALL {
        let mut stage = held(lang, 20);
        let shown = screen(&mut stage.app, 80, 24);
        let bar = shown.lines().nth(23).unwrap();
        for key in ["Tab", "^K", "^G", "^F", "^R", "F1"] {
            assert!(bar.contains(key), "{key}: {bar}");
        }
    }
}
