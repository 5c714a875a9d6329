//! The board as it is seen.

use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::guide::Guide;
use crate::study::id::{AttributeId, GuideId, OrganisationId, ParticipantId, SessionId, ValueId};
use crate::study::people::{Organisation, ParticipantField};
use crate::study::session::SessionField;
use crate::study::settings::{Attribute, AttributeData, Value};
use crate::study::word::{AttributeOf, Consent, SessionState};
use crate::tui::view::test_support::screen;
use std::collections::BTreeMap;

fn labels(fr: &str, en: &str) -> BTreeMap<String, String> {
    [("fr", fr), ("en", en)]
        .into_iter()
        .map(|(lang, label)| (lang.to_owned(), label.to_owned()))
        .collect()
}

fn stage(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let size = AttributeId::new("size");
    let attribute = Attribute {
        key: "size".to_owned(),
        of: AttributeOf::Organisation,
        stratum: true,
        labels: labels("Effectif", "Size"),
        ..Attribute::default()
    };
    let value = Value {
        attribute: size.clone(),
        key: "10to49".to_owned(),
        labels: labels("10 à 49", "10 to 49"),
        ..Value::default()
    };
    let organisation = Organisation {
        key: "ORG3".to_owned(),
        attributes: BTreeMap::from([(size.clone(), AttributeData::Choice(ValueId::new("v")))]),
        ..Organisation::default()
    };
    let e02 = SessionId::new("E02");
    let e07 = ParticipantId::new("E07-p");
    stage.change(vec![
        (size, attribute).into(),
        (ValueId::new("v"), value).into(),
        (OrganisationId::new("ORG3"), organisation).into(),
        (
            e07.clone(),
            ParticipantField::Organisation(Some(OrganisationId::new("ORG3"))),
        )
            .into(),
        (e07.clone(), ParticipantField::Role("direction".to_owned())).into(),
        (e07, ParticipantField::Consent(Consent::NoQuote)).into(),
        (e02.clone(), SessionField::State(SessionState::Planned)).into(),
        (e02.clone(), SessionField::Zone("Europe/Paris".to_owned())).into(),
        (e02.clone(), SessionField::Minutes(Some(45))).into(),
        (
            e02,
            SessionField::PlannedAt(Some("2026-03-14T13:00:00Z".parse().unwrap())),
        )
            .into(),
    ]);
    stage.keys("g s down");
    stage
}

#[test]
fn the_board() {
    for lang in [Lang::Fr, Lang::En] {
        let mut stage = stage(lang);
        for (width, height) in [(80, 24), (120, 36)] {
            let name = format!("board_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
        }
    }
}

#[test]
fn at_80_columns_the_interview_lies_over_the_table_on_a_key() {
    let mut stage = stage(Lang::Fr);
    stage.keys("d");
    insta::assert_snapshot!(screen(&mut stage.app, 80, 24));
    stage.keys("down");
    insta::assert_snapshot!("a_withdrawn_interview", screen(&mut stage.app, 80, 24));
}

#[test]
fn the_sheet_of_consent() {
    for (lang, told, kept) in [
        (Lang::Fr, "À quoi sert l’étude", "Deux ans, puis effacé"),
        (Lang::En, "What the study is for", "Two years, then erased"),
    ] {
        let mut stage = stage(lang);
        let source = format!(
            "schema = 1\n[consent]\nversion = \"v2\"\nitems = [{{ key = \"aim\", label = \"{told}\" }}, \
             {{ key = \"storage\", label = \"{kept}\" }}]\n"
        );
        let guide = Guide { number: 1, source };
        let e02 = ParticipantId::new("E02-p");
        stage.change(vec![
            (GuideId::new("g1"), guide).into(),
            (e02, ParticipantField::Consent(Consent::Unknown)).into(),
            (
                SessionId::new("E02"),
                SessionField::State(SessionState::Done),
            )
                .into(),
        ]);
        stage.keys("C");
        stage.types(if lang == Lang::Fr { "ooo" } else { "yyy" });
        for (width, height) in [(80, 24), (120, 36)] {
            let name = format!("consent_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
        }
        stage.keys("enter down up");
        let name = format!("consent_said_{}_120x36", lang.code());
        insta::assert_snapshot!(name, screen(&mut stage.app, 120, 36));
    }
}

#[test]
fn forms_and_questions() {
    let mut stage = stage(Lang::Fr);
    stage.keys("p");
    insta::assert_snapshot!("participant", screen(&mut stage.app, 80, 24));
    stage.keys("esc C");
    stage.types("or");
    stage.keys("enter");
    insta::assert_snapshot!("withdraw", screen(&mut stage.app, 80, 24));
}

#[test]
fn the_reference_texts() {
    let mut stage = stage(Lang::Fr);
    stage.keys("g r");
    insta::assert_snapshot!(screen(&mut stage.app, 80, 24));
}

#[test]
fn nothing_breaks_where_there_is_little_room() {
    let mut stage = stage(Lang::Fr);
    let places = ["g s", "g r", "g p", "g a", "g s d", "g s p", "g s i", "g i"];
    for keys in places {
        stage.keys(keys);
        for (width, height) in [(1, 1), (40, 8), (41, 9), (79, 10), (100, 8), (250, 60)] {
            screen(&mut stage.app, width, height);
        }
        stage.keys("esc");
    }
}

#[test]
fn who_somebody_is_shows_until_the_next_key_and_stands_nowhere_else() {
    let mut stage = Stage::new(crate::i18n::Lang::En);
    stage.keys("g s");
    stage.keys("I");
    stage.types("Aurore Zonnequin");
    stage.keys("enter");
    let shown = |stage: &mut Stage| crate::tui::view::test_support::screen(&mut stage.app, 80, 24);
    assert!(!shown(&mut stage).contains("Zonnequin"));
    stage.keys("i");
    assert!(shown(&mut stage).contains("Zonnequin"));
    let effects = stage.keys("y");
    assert!(!shown(&mut stage).contains("Zonnequin"));
    let copied: Vec<&String> = effects
        .iter()
        .filter_map(|effect| match effect {
            crate::app::Effect::Copy(text) => Some(text),
            _ => None,
        })
        .collect();
    assert_eq!(copied, ["E02"]);
    stage.keys("g h");
    assert!(!shown(&mut stage).contains("Zonnequin"));
    let told = format!("{:?}", stage.app.notices.all);
    assert!(!told.contains("Zonnequin"), "{told}");
    let journal = stage.dir().join("AF/journal");
    let mut names = 0;
    for file in std::fs::read_dir(journal).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let identity = path.to_string_lossy().ends_with(".identity.jsonl");
        assert_eq!(text.contains("Zonnequin"), identity, "{}", path.display());
        names += usize::from(identity);
    }
    assert_eq!(names, 1);
}
