//! The tables as they are drawn.

use crate::app::act::evidence::tests::example;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::tui::view::test_support::screen;

/// The head of the journal is another in each run; the bottom line is for others to test.
fn without_head(shown: &str) -> String {
    let bar = shown.lines().count().saturating_sub(2);
    let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    shown
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != bar)
        .map(
            |(_, line)| match line.find("tête ").or_else(|| line.find("head ")) {
                Some(at) => {
                    let from = at + line[at..].find(' ').unwrap_or(0) + 1;
                    let hash: String = line[from..]
                        .chars()
                        .map(|c| if hex(c) { '0' } else { c })
                        .collect();
                    format!("{}{hash}", &line[..from])
                }
                None => line.to_owned(),
            },
        )
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_evidence_of_a_scenario() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = example(lang);
        stage.keys("end k");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = without_head(&screen(&mut stage.app, width, height));
            insta::assert_snapshot!(format!("evidence_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn groups_and_passages() {
    let mut stage = example(Lang::Fr);
    stage.run("evidence.by size");
    stage.keys("end k enter j j j");
    for (width, height) in [(80, 24), (120, 36), (50, 12)] {
        let shown = without_head(&screen(&mut stage.app, width, height));
        insta::assert_snapshot!(format!("groups_{width}x{height}"), shown);
    }
}

#[test]
fn another_table() {
    let mut stage = example(Lang::Fr);
    stage.run("table.open codes");
    stage.run("evidence.by size");
    stage.keys("end");
    insta::assert_snapshot!("table_80x24", without_head(&screen(&mut stage.app, 80, 24)));
}

#[test]
fn the_passages_of_a_code() {
    let mut stage = example(Lang::Fr);
    stage.keys("end k D");
    stage.run("codebook.passages");
    insta::assert_snapshot!("code_80x24", without_head(&screen(&mut stage.app, 80, 24)));
}

#[test]
fn a_cell_is_marked_and_its_passages_stand_below() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = Stage::sample(lang);
        stage.run("table.open matrix");
        stage.keys("j right right");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = without_head(&screen(&mut stage.app, width, height));
            insta::assert_snapshot!(format!("cell_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn tables_are_drawn_as_pictures() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = Stage::sample(lang);
        for table in ["evidence", "matrix", "saturation", "sample", "codes"] {
            stage.run(&format!("table.open {table}"));
            stage.keys("v j j");
            for (width, height) in [(80, 24), (120, 36)] {
                let shown = without_head(&screen(&mut stage.app, width, height));
                insta::assert_snapshot!(format!("picture_{table}_{name}_{width}x{height}"), shown);
            }
        }
    }
}
