//! A finished text against what was said, on the screen.

use super::test_support::screen;
use crate::app::At;
use crate::app::test_support::Stage;
use crate::i18n::Lang;

#[test]
fn a_finished_text_is_checked_and_each_quote_leads_to_its_words() {
    let mut stage = Stage::new(Lang::Fr);
    let file = stage.dir().join("note.md");
    let text = "« On a perdu trois semaines en mars » et « On a perdu trois mois en mars » et « Jamais dit par personne ici ».\n";
    std::fs::write(&file, text).unwrap();
    let run = |stage: &mut Stage, command: &str| {
        stage.run(command);
        for effect in stage.app.handle(crate::app::Event::Saved) {
            if let crate::app::Effect::Job(job) = effect {
                let done = job();
                stage.app.handle(crate::app::Event::Done(done));
            }
        }
    };
    run(&mut stage, &format!("quotes.check {}", file.display()));
    let shown = screen(&mut stage.app, 120, 36);
    assert!(shown.contains("note.md\u{a0}: 3 citations"), "{shown}");
    assert!(
        shown.contains("✓ mot pour mot") && shown.contains("✗ diffère"),
        "{shown}"
    );
    assert!(shown.contains("✗ introuvable"), "{shown}");
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    // back to the list, to what was never said
    run(&mut stage, "quotes.check");
    stage.types("introuvable");
    stage.keys("enter");
    assert!(stage.notice().contains("nulle part"), "{}", stage.notice());
    run(&mut stage, "quotes.check /nowhere/at/all.md");
    assert!(
        stage.notice().contains("/nowhere/at/all.md"),
        "{}",
        stage.notice()
    );
    std::fs::write(&file, "Rien ici.\n").unwrap();
    run(&mut stage, &format!("quotes.check {}", file.display()));
    assert!(stage.notice().contains("ni citation"), "{}", stage.notice());
}
