//! Corrections by keys.

use crate::app::act::coding::open_document;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::document::Turn;
use crate::study::id::DocumentId;

fn said(speaker: &str, text: &str) -> Turn {
    Turn {
        speaker: Some(speaker.to_owned()),
        text: text.to_owned(),
        ..Turn::default()
    }
}

fn stage() -> Stage {
    let mut stage = Stage::new(Lang::En);
    let turns = [
        said("Roy", "We lost a file. And when? In March."),
        said("INT", "In March."),
    ];
    stage.text("offer", None, &turns);
    open_document(&mut stage.app, &DocumentId::new("offer"));
    stage.app.refresh();
    stage
}

/// Version, and `speaker: words` of its turns.
fn shown(stage: &Stage) -> (Option<u32>, Vec<String>) {
    let reading = stage.app.places.transcript.reading().unwrap();
    let turns = reading.text.to_turns().into_iter();
    let lines = turns.map(|turn| format!("{}: {}", turn.speaker.unwrap_or_default(), turn.text));
    (reading.version, lines.collect())
}

#[test]
fn a_turn_is_split_where_the_passage_begins_and_codings_go_along() {
    let mut stage = stage();
    stage.keys("1 l l 1");
    assert_eq!(stage.codings().len(), 2);
    stage.keys("h r s");
    assert_eq!(stage.app.layers.len(), 1, "it is asked who speaks");
    stage.keys("esc");
    stage.run("versions.split INT");
    let (version, turns) = shown(&stage);
    assert_eq!(version, Some(2), "{}", stage.notice());
    assert_eq!(
        turns,
        [
            "Roy: We lost a file.",
            "INT: And when? In March.",
            "INT: In March."
        ]
    );
    assert_eq!(stage.codings().len(), 2, "{:?}", stage.codings());
    stage.keys("u");
    stage.app.refresh();
    assert_eq!(shown(&stage).1.len(), 2, "taken back: {}", stage.notice());
}

#[test]
fn two_turns_are_joined_and_the_last_has_none_to_join() {
    let mut stage = stage();
    stage.keys("r j");
    let (version, turns) = shown(&stage);
    assert_eq!(version, Some(2), "{}", stage.notice());
    assert_eq!(
        turns,
        ["Roy: We lost a file. And when? In March. In March."]
    );
    stage.keys("r j");
    assert_eq!(shown(&stage).0, Some(2), "nothing to join");
    assert!(!stage.app.notices.all.is_empty());
}

#[test]
fn a_voice_has_another_name_in_the_whole_text() {
    let mut stage = stage();
    stage.keys("r n");
    stage.types(" Martin");
    stage.keys("enter");
    let (version, turns) = shown(&stage);
    assert_eq!(version, Some(2), "{}", stage.notice());
    assert_eq!(turns[0], "Roy Martin: We lost a file. And when? In March.");
}

#[test]
fn an_older_version_is_not_corrected() {
    let mut stage = stage();
    stage.keys("r j");
    stage.run("versions.open 1");
    stage.app.refresh();
    stage.keys("r j");
    assert_eq!(shown(&stage).0, Some(1));
    let study = stage.study();
    assert_eq!(study.versions_of(&DocumentId::new("offer")).len(), 2);
}
