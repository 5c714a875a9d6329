use ratatui::style::Style;

use super::*;
use crate::keymap::Key;

/// Writes down what it is told, draws how often it was drawn, and does what the test planned.
#[derive(Default)]
struct Diary {
    told: Vec<String>,
    frames: usize,
    text: bool,
    wake: Option<Duration>,
}

impl Program for Diary {
    type Message = &'static str;

    fn handle(&mut self, event: Event<&'static str>) -> Flow {
        let (told, flow) = match event {
            Event::Input(Input::Key(key)) => {
                let typed = key.typed().unwrap_or('?');
                let flow = match typed {
                    'q' => Flow::Quit(7),
                    '-' => Flow::Idle,
                    'y' => Flow::Copy("mot".to_owned()),
                    _ => Flow::Draw,
                };
                (typed.to_string(), flow)
            }
            Event::Input(Input::Paste(text)) => (format!("paste {text}"), Flow::Draw),
            Event::Input(Input::Resize(..)) => ("resize".to_owned(), Flow::Idle),
            Event::Tick => {
                self.wake = None;
                ("tick".to_owned(), Flow::Quit(8))
            }
            Event::Message(text) => (text.to_owned(), Flow::Draw),
            Event::Fault(text) => (format!("fault {text}"), Flow::Draw),
            Event::Copied(copied) => (format!("copied {}", copied.terminal), Flow::Idle),
        };
        self.told.push(told);
        flow
    }

    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        self.frames += 1;
        buffer.set_string(0, 0, self.frames.to_string(), Style::new());
        None
    }

    fn takes_text(&self) -> bool {
        self.text
    }

    fn wake_in(&self) -> Option<Duration> {
        self.wake
    }

    fn before_exit(&mut self) {}
}

fn keys(text: &str) -> Letter<&'static str> {
    let key = |c| Input::Key(Key::char(c));
    Letter::Inputs(text.chars().map(key).collect())
}

/// Runs the loop over letters that are all there from the start; returns the exit code and what was written.
fn run(diary: &mut Diary, letters: Vec<Letter<&'static str>>) -> (u8, Vec<u8>) {
    let mailbox = Mailbox::default();
    for letter in letters {
        assert!(mailbox.sender.send(letter).is_ok());
    }
    let mut written = Vec::new();
    let screen = Screen::new(&mut written, 20, 4);
    let code = Loop::new(diary, screen, mailbox.receiver).run().unwrap();
    (code, written)
}

#[test]
fn what_is_there_together_is_drawn_once() {
    let mut diary = Diary::default();
    let (code, _) = run(
        &mut diary,
        vec![
            keys("abc"),
            Letter::Message("saved"),
            keys("def"),
            keys("q"),
        ],
    );
    assert_eq!(code, 7);
    assert_eq!(diary.told, ["a", "b", "c", "saved", "d", "e", "f", "q"]);
    // the first frame; the rest was applied together, and the end needs none
    assert_eq!(diary.frames, 1);
}

#[test]
fn a_program_that_wants_to_be_woken_is_woken() {
    let mut diary = Diary {
        wake: Some(Duration::ZERO),
        ..Diary::default()
    };
    let (code, _) = run(&mut diary, vec![keys("-")]);
    assert_eq!(
        (code, diary.told),
        (8, vec!["-".to_owned(), "tick".to_owned()])
    );
}

#[test]
fn a_burst_is_a_paste_only_where_text_is_typed_and_pastes_are_not_marked() {
    let burst = || keys("jjjjjjjjjjjj");
    let pasted = || Letter::Inputs(vec![Input::Paste("mot".to_owned())]);
    let told = |text: bool, letters: Vec<Letter<&'static str>>| {
        let mut diary = Diary {
            text,
            ..Diary::default()
        };
        run(&mut diary, letters);
        diary.told.len()
    };
    assert_eq!(told(false, vec![burst(), keys("q")]), 13);
    assert_eq!(told(true, vec![burst(), keys("q")]), 2);
    assert_eq!(told(true, vec![pasted(), burst(), keys("q")]), 14);
}

#[test]
fn a_copy_goes_to_the_terminal_and_is_told() {
    let mut diary = Diary::default();
    let (_, written) = run(&mut diary, vec![keys("y"), keys("q")]);
    assert_eq!(diary.told, ["y", "copied true", "q"]);
    let written = String::from_utf8(written).unwrap();
    assert!(written.contains("\x1b]52;c;bW90\x1b\\"), "{written:?}");
}

#[test]
fn signals_that_end_the_program_end_the_loop_with_their_code() {
    for signal in [
        Signal::Terminate,
        Signal::HangUp,
        Signal::Interrupt,
        Signal::Quit,
    ] {
        let (code, _) = run(
            &mut Diary::default(),
            vec![Letter::Signal(signal), keys("q")],
        );
        assert_eq!(Some(code), signal.exit_code());
    }
}

#[test]
fn a_terminal_that_takes_no_bytes_any_more_ends_the_loop() {
    struct Gone;
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mailbox = Mailbox::default();
    let mut diary = Diary::default();
    let code = Loop::new(&mut diary, Screen::new(Gone, 20, 4), mailbox.receiver).run();
    assert_eq!(code.unwrap(), 129);
}

#[test]
fn a_fault_elsewhere_is_told() {
    let mut diary = Diary::default();
    run(
        &mut diary,
        vec![Letter::Fault("oups".to_owned()), keys("q")],
    );
    assert_eq!(diary.told, ["fault oups", "q"]);
}
