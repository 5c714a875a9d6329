//! Whatever ends the program, the shell gets its terminal back.

use rustix::process::{Signal, WaitOptions, kill_process_group, waitpid};

use crate::driver::Terminal;

const PAGE: &str = "entretien 0.1.0";

#[track_caller]
fn started(environment: &[(&str, &str)]) -> Terminal {
    let mut terminal = Terminal::start(&[], environment, (80, 24));
    terminal.wait_for(PAGE);
    terminal.wait_until("alternate screen with paste marks", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    terminal
}

#[track_caller]
fn ends(mut terminal: Terminal, code: u32) -> Terminal {
    assert_eq!(terminal.exit_code(), code, "{}", terminal.text());
    terminal.assert_given_back();
    terminal
}

#[test]
fn the_quit_key() {
    let mut terminal = started(&[]);
    terminal.press("q");
    let terminal = ends(terminal, 0);
    assert_eq!(
        terminal.text().trim(),
        "",
        "nothing is left on the shell's screen"
    );
}

#[test]
fn signals_that_end_a_program() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::HUP, 129),
    ] {
        let terminal = started(&[]);
        terminal.signal(signal);
        ends(terminal, code);
    }
}

/// The screen's thread may be stuck in anything: after a second and a half the process ends all the same.
#[test]
fn a_signal_to_a_program_that_does_not_answer() {
    let mut terminal = started(&[("ENTRETIEN_TEST_PANIC", "hang")]);
    terminal.press("x");
    terminal.signal(Signal::TERM);
    ends(terminal, 143);
}

#[test]
fn a_panic_of_the_screen_s_thread_says_so_on_a_sane_screen() {
    let mut terminal = started(&[("ENTRETIEN_TEST_PANIC", "screen")]);
    terminal.press("x");
    let terminal = ends(terminal, 101);
    assert!(
        terminal.text().contains("a fault made on purpose"),
        "{}",
        terminal.text()
    );
}

#[test]
fn a_panic_of_another_thread_leaves_the_screen_and_is_told() {
    let mut terminal = started(&[("ENTRETIEN_TEST_PANIC", "worker")]);
    terminal.press("x");
    terminal.wait_for("made on purpose, on a worker");
    terminal.wait_until(
        "still the alternate screen",
        vt100::Screen::alternate_screen,
    );
    assert!(terminal.text().contains(PAGE), "{}", terminal.text());
    terminal.press("q");
    ends(terminal, 0);
}

/// Suspends by `suspend`, looks at the terminal, goes on, and leaves by a key.
#[track_caller]
fn suspended_and_resumed(suspend: impl Fn(&mut Terminal)) {
    let mut terminal = started(&[]);
    suspend(&mut terminal);
    let (_, status) = waitpid(Some(terminal.pid()), WaitOptions::UNTRACED)
        .unwrap()
        .unwrap();
    assert!(status.stopped(), "{status:?}");
    terminal.wait_until("the shell's screen", |screen| !screen.alternate_screen());
    terminal.assert_given_back();
    terminal.resize((60, 20));
    kill_process_group(terminal.pid(), Signal::CONT).unwrap();
    terminal.wait_for(PAGE);
    assert!(terminal.screen().alternate_screen());
    terminal.press("q");
    ends(terminal, 0);
}

#[test]
fn stopped_by_a_signal_and_continued() {
    suspended_and_resumed(|terminal| terminal.signal(Signal::TSTP));
}

#[test]
fn stopped_by_its_key_and_continued() {
    suspended_and_resumed(|terminal| terminal.press("c-z"));
}

/// Stopped without a word, the program could give nothing back; the shell has put its own settings, and the program must
/// take the terminal again.
#[test]
fn stopped_from_outside_and_continued() {
    let mut terminal = started(&[]);
    kill_process_group(terminal.pid(), Signal::STOP).unwrap();
    let (_, status) = waitpid(Some(terminal.pid()), WaitOptions::UNTRACED)
        .unwrap()
        .unwrap();
    assert!(status.stopped(), "{status:?}");
    terminal.forget_screen();
    terminal.restore_line_settings();
    kill_process_group(terminal.pid(), Signal::CONT).unwrap();
    terminal.wait_for(PAGE);
    // without Enter: the keys are raw again
    terminal.press("q");
    ends(terminal, 0);
}

#[test]
fn a_closed_window_ends_it() {
    let mut terminal = started(&[]);
    terminal.close();
    assert_eq!(terminal.exit_code(), 129);
}

/// A session of its own has no controlling terminal, so no SIGHUP comes: the hang-up must be seen on the terminal.
#[test]
fn a_terminal_that_goes_without_a_signal_ends_it() {
    let program = env!("CARGO_BIN_EXE_entretien");
    let script =
        format!("trap '' HUP; setsid -w '{program}'; echo $? > code.part; mv code.part code");
    let mut terminal = Terminal::start_command(&["sh", "-c", &script], &[], (80, 24));
    terminal.wait_for(PAGE);
    let code = terminal.home().join("code");
    terminal.close();
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(std::fs::read_to_string(code).unwrap().trim(), "129");
}

#[test]
fn every_size_down_to_one_cell() {
    let mut terminal = started(&[]);
    for size in [(1, 1), (0, 0), (40, 8), (300, 100), (2, 1), (80, 24)] {
        terminal.resize(size);
    }
    terminal.wait_for(PAGE);
    terminal.press("q");
    ends(terminal, 0);
}

#[test]
fn a_window_that_starts_without_a_size() {
    let mut terminal = Terminal::start(&[], &[], (0, 0));
    terminal.wait_until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.resize((80, 24));
    terminal.wait_for(PAGE);
    terminal.press("q");
    ends(terminal, 0);
}

#[test]
fn without_colours_the_attributes_stay() {
    let mut terminal = started(&[("NO_COLOR", "1")]);
    let title = terminal.screen().cell(0, 1).unwrap();
    assert!(title.bold());
    for (row, column) in (0..24).flat_map(|row| (0..80).map(move |column| (row, column))) {
        let cell = terminal.screen().cell(row, column).unwrap();
        assert_eq!(cell.fgcolor(), vt100::Color::Default);
        assert_eq!(cell.bgcolor(), vt100::Color::Default);
    }
    terminal.press("q");
    ends(terminal, 0);
}
