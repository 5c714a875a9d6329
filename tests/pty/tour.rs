//! The tour of the README, by its keys, on the sample study.

use crate::driver::Terminal;

/// The screen on a fresh copy of the sample study.
#[track_caller]
fn demo(arguments: &[&str], size: (u16, u16)) -> Terminal {
    let mut terminal = Terminal::start(&[&["demo"], arguments].concat(), &[], size);
    terminal.wait_for("E14");
    terminal
}

#[test]
fn the_tour_of_the_readme() {
    let mut terminal = demo(&["--coder", "moi"], (120, 36));
    // 1-2: into a transcript, down two sentences
    terminal.press("enter");
    terminal.wait_for("Vous m'entendez bien");
    terminal.press("j j");
    // 3: a code by its slot, a code by a few letters
    terminal.press("1");
    terminal.wait_for("Code B1.1 sur tour 2 de E01");
    terminal.press("c");
    terminal.wait_for("Quel code");
    terminal.type_text("reconnaiss");
    terminal.press("enter");
    terminal.wait_for("Code D1.3 sur tour 2 de E01");
    // 4-5: another scenario, for it, with a strength
    terminal.press("i");
    terminal.wait_for("S1");
    terminal.press("p");
    terminal.wait_for("S1 +");
    terminal.press("f 3");
    terminal.wait_for("force 3");
    // 6: back and again
    terminal.press("u");
    terminal.wait_for("Annulé");
    terminal.press("U");
    terminal.wait_for("Rétabli");
    // 7-8: what it did to the evidence of that scenario, to the words, and back to the row
    terminal.press("g e");
    terminal.wait_for("Preuves ▸ S1");
    terminal.press("/");
    terminal.type_text("D1.3");
    terminal.press("enter");
    terminal.wait_for("▸D1.3");
    terminal.press("enter enter");
    terminal.wait_for("Transcription ▸");
    terminal.press("esc");
    terminal.wait_for("▸D1.3");
    // 9: a note during a call
    terminal.press("esc g s");
    terminal.wait_for("E13");
    terminal.press("G k");
    terminal.press("c");
    terminal.wait_for("Appel ▸ E13");
    terminal.type_text("ils ont tout ressaisi");
    terminal.press("c-k");
    terminal.type_text("B1.1");
    terminal.press("enter enter");
    terminal.wait_for("00:00  ils ont tout ressaisi");
    // 10: the keys of this place, and out
    terminal.press("f1");
    terminal.wait_for("Touches");
    terminal.press("esc");
    terminal.wait_gone("Touches");
    terminal.press("esc");
    terminal.wait_for("Échap retour");
    terminal.press("esc");
    terminal.wait_for("▸ Entretiens");
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0, "{}", terminal.text());
    terminal.assert_given_back();
}

/// The README's tour for a jury: from a figure to the words behind it and back, a finding, the study as it was.
#[test]
fn the_tour_of_a_jury() {
    let mut terminal = demo(&["--coder", "moi"], (120, 36));
    // 2: a cell, its passages, the words, and back to the same cell
    terminal.press("g b");
    terminal.wait_for("Quel tableau");
    terminal.type_text("matrix");
    terminal.press("enter");
    terminal.wait_for("codes par entretien");
    terminal.press("j right");
    terminal.wait_for("E01 · 3 passages");
    terminal.press("enter enter");
    terminal.wait_for("Transcription ▸");
    terminal.press("esc");
    terminal.wait_for("Entrée à sa place");
    // 3: the picture, and the rule
    terminal.press("esc");
    terminal.wait_for("v image");
    terminal.press("v");
    terminal.wait_for("▓▓ 3");
    terminal.press("%");
    terminal.wait_for("Comment ce tableau est compté");
    terminal.press("esc");
    terminal.wait_gone("Comment ce tableau est compté");
    terminal.press("v");
    terminal.wait_gone("▓▓ 3");
    // 4: a finding, and a passage for it
    terminal.press(":");
    terminal.type_text("finding.add");
    terminal.press("enter");
    terminal.wait_for("Nouveau constat");
    terminal.type_text("Les dossiers prennent la moitié du temps");
    terminal.press("enter");
    terminal.wait_for("F1 est énoncé");
    terminal.press("enter F");
    terminal.wait_for("Pour ou contre quel constat");
    terminal.press("enter");
    terminal.wait_for("Pour F1");
    // 5: a milestone, what was known then, and now again
    terminal.press(":");
    terminal.type_text("milestone.add");
    terminal.press("enter");
    terminal.wait_for("Nom du point d’étape");
    terminal.type_text("COPIL 2");
    terminal.press("enter");
    terminal.wait_for("est posé");
    terminal.press("g M");
    terminal.wait_for("À quel point d’étape");
    terminal.press("enter");
    terminal.wait_for("état à «");
    terminal.press("g M");
    terminal.wait_for("À quel point d’étape");
    terminal.press("down enter");
    terminal.wait_gone("état à «");
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0, "{}", terminal.text());
    terminal.assert_given_back();
}

#[test]
fn the_sample_fits_a_small_screen_in_english() {
    let mut terminal = demo(&["--lang", "en"], (80, 24));
    terminal.press("enter");
    terminal.wait_for("Transcript");
    terminal.press("g e");
    terminal.wait_for("Evidence ▸ S0");
    terminal.press("g c");
    terminal.wait_for("Codebook");
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0, "{}", terminal.text());
}

#[test]
fn what_was_typed_in_a_call_outlives_a_kill() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().display().to_string();
    let environment = [("ENTRETIEN_DATA_DIR", folder.as_str())];
    let mut terminal = Terminal::start(&["demo"], &environment, (80, 24));
    terminal.wait_for("E14");
    terminal.press("G k");
    terminal.press("c");
    terminal.wait_for("Appel ▸ E13");
    terminal.type_text("ils ont changé de pla");
    terminal.wait_for("ils ont changé de pla");
    // The promise: a kill costs at most the last 300 ms of typing.
    std::thread::sleep(std::time::Duration::from_millis(300));
    terminal.signal(rustix::process::Signal::KILL);
    drop(terminal);
    let mut terminal = Terminal::start(&[], &environment, (80, 24));
    terminal.wait_for("Appel ▸ E13");
    terminal.wait_for("ils ont changé de pla");
    terminal.press("esc");
    terminal.wait_for("Échap retour");
    terminal.press("esc");
    terminal.wait_for("▸ Entretiens");
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0, "{}", terminal.text());
}
