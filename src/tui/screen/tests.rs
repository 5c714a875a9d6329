use proptest::prelude::*;
use ratatui::style::{Modifier, Style};

use super::*;

/// A screen over a `Vec`, with what has been written since the last look.
struct Probe {
    screen: Screen<Vec<u8>>,
    seen: usize,
}

impl Probe {
    fn new(columns: u16, rows: u16) -> Self {
        Self {
            screen: Screen::new(Vec::new(), columns, rows),
            seen: 0,
        }
    }

    fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> Vec<u8> {
        self.screen.draw(paint).unwrap();
        let bytes = self.screen.out[self.seen..].to_vec();
        self.seen = self.screen.out.len();
        bytes
    }

    fn lines(&mut self, lines: &[&str]) -> Vec<u8> {
        self.draw(|buffer| {
            for (y, line) in (0..buffer.area.height).zip(lines) {
                buffer.set_string(0, y, line, Style::new());
            }
            None
        })
    }
}

/// The first thing in `bytes` that is neither text nor one of the sequences this program sends.
fn foreign(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        if c == '\x1b' {
            let end = rest
                .find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(rest.len() - 1);
            let (sequence, after) = rest.split_at(end + 1);
            let own = [
                "\x1b[?2026h",
                "\x1b[?2026l",
                "\x1b[?25h",
                "\x1b[?25l",
                "\x1b[2J",
            ]
            .contains(&sequence)
                || sequence.strip_prefix("\x1b[").is_some_and(|sequence| {
                    let (numbers, last) = sequence.split_at(sequence.len() - 1);
                    "HGmrML".contains(last)
                        && numbers.chars().all(|c| c.is_ascii_digit() || c == ';')
                });
            if !own {
                return Some(format!("{sequence:?}"));
            }
            rest = after;
        } else if c.is_control()
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{61C}')
        {
            return Some(format!("{c:?}"));
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    None
}

/// Text as hostile files have it.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        2 => "[a-zé ]{1,4}",
        2 => prop_oneof![
            Just("\u{1b}[31m"), Just("\u{1b}]52;c;YQ==\u{7}"), Just("\u{9b}2J"), Just("\u{202e}"), Just("\u{2066}"),
            Just("\u{200b}"), Just("\u{301}"), Just("\u{200d}"), Just("\u{0}"), Just("\r\n"), Just("\t"), Just("\u{85}"),
            Just("👩‍🔧"), Just("❤️"), Just("漢"), Just("🇫🇷"), Just("क्षि"),
        ].prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// What a terminal shows, without the blanks at the ends of lines.
fn rows(terminal: &vt100::Parser) -> Vec<String> {
    let screen = terminal.screen();
    let (_, columns) = screen.size();
    screen
        .rows(0, columns.get())
        .map(|row| row.trim_end().to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Five strings a case, ten thousand in all: three drawn as text, two forced into cells by a careless view.
    #[test]
    fn nothing_but_text_and_our_own_sequences_reaches_the_terminal(strings in [hostile(), hostile(), hostile(), hostile(), hostile()]) {
        let mut probe = Probe::new(24, 6);
        let bytes = probe.draw(|buffer| {
            for (y, string) in (0..).zip(&strings) {
                buffer.set_string(0, y, string, Style::new().add_modifier(Modifier::BOLD));
            }
            buffer[(3, 3)].set_symbol(&strings[3]);
            buffer[(23, 4)].set_symbol(&strings[4]);
            Some(Position::new(1, 1))
        });
        prop_assert_eq!(foreign(&bytes), None);
    }

    /// Frame after frame, what a terminal shows is what was drawn.
    #[test]
    fn a_terminal_that_got_only_the_differences_shows_the_whole(frames in proptest::collection::vec(proptest::collection::vec("[ a-zéà漢]{0,12}", 4), 1..6)) {
        let mut probe = Probe::new(12, 4);
        let mut terminal = vt100::Parser::new(4.try_into().unwrap(), 12.try_into().unwrap(), 0);
        for frame in &frames {
            let lines: Vec<&str> = frame.iter().map(String::as_str).collect();
            terminal.process(&probe.lines(&lines));
            let mut whole = Probe::new(12, 4);
            let mut fresh = vt100::Parser::new(4.try_into().unwrap(), 12.try_into().unwrap(), 0);
            fresh.process(&whole.lines(&lines));
            prop_assert_eq!(rows(&terminal), rows(&fresh));
        }
    }
}

/// A line unlike its neighbours.
fn spoken(line: usize) -> String {
    const WORDS: [&str; 7] = [
        "dossier",
        "漢字",
        "jury",
        "à distance",
        "plateforme",
        "é",
        "trois semaines",
    ];
    let word = |n: usize| WORDS[(line * line * 31 + n * n * 17 + line * n) % WORDS.len()];
    (0..8).map(word).collect::<Vec<_>>().join(" ")
}

/// A pane of text beside another that stays, between a line above and one below.
fn panes(buffer: &mut Buffer, first: usize, selected: usize) -> Position {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    let area = buffer.area;
    buffer.set_string(0, 0, "étude > entretien E07", bold);
    for (y, line) in (1..area.height.saturating_sub(1)).zip(first..) {
        let style = if line == selected {
            reversed
        } else {
            Style::new()
        };
        buffer.set_string(0, y, format!("{line} {}", spoken(line)), style);
        buffer.set_string(area.width.saturating_sub(9), y, format!("│code {y}"), bold);
    }
    Position::new(0, 1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Scrolled by any number of rows, with a selection that moves by itself.
    #[test]
    fn a_scrolled_text_is_shown_right(steps in proptest::collection::vec((-5_isize..=5, 0_usize..6), 1..20)) {
        let mut probe = Probe::new(60, 14);
        let size = |n: u16| n.try_into().unwrap();
        let mut terminal = vt100::Parser::new(size(14), size(60), 0);
        let mut first = 40_usize;
        for (step, selected) in steps {
            first = first.saturating_add_signed(step);
            terminal.process(&probe.draw(|buffer| Some(panes(buffer, first, first + selected))));
            let mut fresh = vt100::Parser::new(size(14), size(60), 0);
            fresh.process(&Probe::new(60, 14).draw(|buffer| Some(panes(buffer, first, first + selected))));
            for (x, y) in (0..60).flat_map(|x| (0..14).map(move |y| (x, y))) {
                let look = |terminal: &vt100::Parser| {
                    let cell = terminal.screen().cell(y, x).unwrap();
                    (cell.contents().trim().to_owned(), cell.inverse(), cell.bold() && !cell.contents().trim().is_empty())
                };
                prop_assert_eq!(look(&terminal), look(&fresh), "{}, {}", x, y);
            }
        }
    }
}

#[test]
fn a_scroll_by_a_line_costs_little() {
    let mut probe = Probe::new(120, 40);
    let page = |first: usize| {
        move |buffer: &mut Buffer| {
            for (y, line) in (1..39).zip(first..) {
                let text = format!("{line} {} {}", spoken(line), spoken(line + 1));
                buffer.set_string(0, y, text, Style::new());
            }
            buffer.set_string(0, 0, "en tête", Style::new());
            Some(Position::new(0, 20))
        }
    };
    probe.draw(page(10));
    for (first, rows) in [(11, 1), (10, 1), (13, 3)] {
        let bytes = probe.draw(page(first));
        assert!(bytes.len() < 400 * rows, "{} bytes", bytes.len());
    }
}

#[test]
fn a_frame_without_a_change_sends_nothing() {
    let mut probe = Probe::new(80, 24);
    assert!(!probe.lines(&["un", "deux"]).is_empty());
    assert!(probe.lines(&["un", "deux"]).is_empty());
}

#[test]
fn a_running_clock_costs_sixty_bytes_a_second_at_most() {
    let mut probe = Probe::new(120, 40);
    let clock = |time: &'static str| {
        move |buffer: &mut Buffer| {
            buffer.set_string(90, 0, time, Style::new());
            buffer.set_string(0, 30, "une ligne qui se tape", Style::new());
            Some(Position::new(21, 30))
        }
    };
    probe.draw(clock("00:23:41"));
    let bytes = probe.draw(clock("00:23:42"));
    assert!(
        bytes.len() <= 60,
        "{} bytes: {}",
        bytes.len(),
        String::from_utf8_lossy(&bytes)
    );
}

#[test]
fn the_cursor_is_shown_where_it_was_put_and_hidden_when_it_has_no_place() {
    let mut probe = Probe::new(20, 5);
    let mut terminal = vt100::Parser::new(5.try_into().unwrap(), 20.try_into().unwrap(), 0);
    for (cursor, shown_at) in [
        (None, None),
        (Some(Position::new(3, 2)), Some((2, 3))),
        (Some(Position::new(4, 2)), Some((2, 4))),
        (Some(Position::new(20, 2)), None),
        (Some(Position::new(0, 0)), Some((0, 0))),
        (None, None),
    ] {
        terminal.process(&probe.draw(|_| cursor));
        let screen = terminal.screen();
        let shown = (!screen.hide_cursor()).then(|| screen.cursor_position());
        assert_eq!(shown, shown_at, "{cursor:?}");
    }
}

#[test]
fn every_size_can_be_drawn_and_left() {
    let mut probe = Probe::new(80, 24);
    for (columns, rows) in [
        (0, 0),
        (1, 1),
        (0, 5),
        (5, 0),
        (2, 1),
        (40, 8),
        (300, 100),
        (u16::MAX, u16::MAX),
        (80, 24),
    ] {
        probe.screen.resize(columns, rows);
        let bytes = probe.lines(&["漢字 un texte plus long que la fenêtre", "deux"]);
        assert_eq!(foreign(&bytes), None, "{columns}x{rows}");
    }
}

#[test]
fn a_view_that_swaps_the_buffer_for_a_larger_one_does_no_harm() {
    let mut probe = Probe::new(4, 2);
    probe.draw(|buffer| {
        *buffer = Buffer::with_lines(["trop large pour la fenêtre", "a", "b", "c"]);
        None
    });
    assert_eq!(probe.screen.area(), Rect::new(0, 0, 4, 2));
}
