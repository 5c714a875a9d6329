//! What a terminal shows that got nothing but the frames' differences, after a thousand scrolls, resizes and edits.

use crate::app::act::coding::open_document;
use crate::app::test_support::Stage;
use crate::app::{At, Event};
use crate::i18n::Lang;
use crate::study::document::Turn;
use crate::study::id::DocumentId;
use crate::tui::screen::Screen;
use crate::tui::theme::{Palette, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

/// What is written, still to be read by the terminal.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The program, the wire and the terminal at its end.
struct Line {
    stage: Stage,
    screen: Screen<Wire>,
    wire: Wire,
    terminal: vt100::Parser,
    size: (u16, u16),
}

const THEME: Palette = Palette::Dark;

impl Line {
    /// A long interview, open, on a terminal of that size.
    fn new(size: (u16, u16)) -> Self {
        let mut stage = Stage::new(Lang::Fr);
        stage.text("long", None, &turns());
        open_document(&mut stage.app, &DocumentId::new("long"));
        let wire = Wire::default();
        let mut line = Self {
            stage,
            screen: Screen::new(wire.clone(), size.0, size.1),
            wire,
            terminal: vt100::Parser::new(rows(size), columns(size), 0),
            size,
        };
        line.resize(size);
        line
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.stage.app.handle(Event::Resize(size.0, size.1));
        self.screen.resize(size.0, size.1);
        self.terminal
            .screen_mut()
            .set_size(rows(size), columns(size));
    }

    /// Draws a frame and gives it to the terminal; its bytes.
    fn frame(&mut self) -> usize {
        let app = &self.stage.app;
        self.screen
            .draw(|buffer| super::super::draw(app, Theme::exactly(THEME), buffer))
            .unwrap();
        let bytes = self.wire.0.take();
        self.terminal.process(&bytes);
        bytes.len()
    }

    /// The first cell that the terminal shows otherwise than it was drawn.
    fn fault(&self) -> Option<String> {
        let mut drawn = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let cursor = super::super::draw(&self.stage.app, Theme::exactly(THEME), &mut drawn);
        let screen = self.terminal.screen();
        if let Some(cursor) = cursor
            && screen.cursor_position() != (cursor.y, cursor.x)
        {
            return Some(format!(
                "cursor {:?}, not {cursor:?}",
                screen.cursor_position()
            ));
        }
        for y in 0..self.size.1 {
            for x in 0..self.size.0 {
                let shown = screen.cell(y, x)?;
                if shown.is_wide_continuation() {
                    continue;
                }
                let cell = &drawn[(x, y)];
                let has = |modifier| cell.modifier.contains(modifier);
                let blank = cell.symbol().trim().is_empty();
                let same = shown.contents().trim() == cell.symbol().trim()
                    && shown.inverse() == has(Modifier::REVERSED)
                    && shown.underline() == has(Modifier::UNDERLINED)
                    // of bold and dim this terminal keeps the last one alone
                    && (blank || has(Modifier::DIM) || shown.bold() == has(Modifier::BOLD))
                    && (blank || colour(shown.fgcolor()) == cell.fg);
                if !same {
                    return Some(format!("{x},{y}: {:?}, drawn {cell:?}", shown.contents()));
                }
            }
        }
        None
    }
}

fn rows(size: (u16, u16)) -> std::num::NonZeroU16 {
    size.1.try_into().unwrap()
}

fn columns(size: (u16, u16)) -> std::num::NonZeroU16 {
    size.0.try_into().unwrap()
}

fn colour(shown: vt100::Color) -> Color {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match shown {
        vt100::Color::Idx(index) => NAMED
            .get(usize::from(index))
            .copied()
            .unwrap_or(Color::Indexed(index)),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
        vt100::Color::Default => Color::Reset,
    }
}

/// Numbers that look like chance, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

/// Turns of one to six sentences, some of them longer than a screen.
fn turns() -> Vec<Turn> {
    const WORDS: [&str; 14] = [
        "dossier",
        "jury",
        "漢字",
        "à distance",
        "plateforme",
        "trois semaines",
        "réforme",
        "pièce",
        "l’audit",
        "oui",
        "certification",
        "blocs",
        "certificateur",
        "é",
    ];
    let mut dice = Dice(7);
    let mut sentence = || {
        let words: Vec<&str> = (0..3 + dice.roll(14))
            .map(|_| WORDS[dice.roll(WORDS.len())])
            .collect();
        format!("On {}.", words.join(" "))
    };
    let mut turns = Vec::new();
    for n in 0..160_usize {
        let sentences = if n % 40 == 13 { 70 } else { 1 + n % 6 };
        turns.push(Turn {
            speaker: Some(["Chercheuse", "Mme Roy"][n % 2].to_owned()),
            start_ms: Some(n as i64 * 7_000),
            text: (0..sentences)
                .map(|_| sentence())
                .collect::<Vec<_>>()
                .join(" "),
            ..Turn::default()
        });
    }
    turns
}

#[test]
fn after_a_thousand_scrolls_resizes_and_edits_the_terminal_shows_what_is_drawn() {
    const SCROLLS: [&str; 16] = [
        "j", "j", "j", "j", "k", "k", "k", "l", "h", "J", "K", "C-d", "C-u", "pagedown", "pageup",
        "M s",
    ];
    const EDITS: [&str; 10] = [
        "1", "2", "3", "x", "s 1", "t 2", "v j 3", "p", "f 3", "W 2 s .",
    ];
    let mut line = Line::new((100, 30));
    let mut dice = Dice(2026);
    line.frame();
    line.stage.keys("M 4 0 t");
    let mut coded = 0;
    for step in 0..1_000 {
        let act = match dice.roll(20) {
            0 => {
                let size = (40 + dice.roll(90) as u16, 9 + dice.roll(30) as u16);
                line.resize(size);
                format!("{size:?}")
            }
            1 => {
                line.stage.keys("d");
                "d".to_owned()
            }
            2 => {
                line.stage.keys(",");
                line.stage.app.settle().unwrap();
                line.frame();
                assert_eq!(line.fault(), None, "step {step}, labels");
                if !line.stage.app.layers.is_empty() {
                    line.stage.keys("esc");
                }
                ", esc".to_owned()
            }
            3..=5 => {
                let keys = EDITS[dice.roll(EDITS.len())];
                line.stage.keys(keys);
                keys.to_owned()
            }
            6 => {
                let keys = if dice.roll(3) == 0 { "G" } else { "M 3 0 t" };
                line.stage.keys(keys);
                keys.to_owned()
            }
            7 if !line.stage.codings().is_empty() => {
                line.stage.keys("u");
                "u".to_owned()
            }
            8 => {
                line.stage.keys("g g M 2 0 t");
                "g g M 2 0 t".to_owned()
            }
            _ => {
                let keys = SCROLLS[dice.roll(SCROLLS.len())];
                line.stage.keys(keys);
                keys.to_owned()
            }
        };
        assert_eq!(line.stage.app.at, At::Transcript, "step {step}: {act}");
        // one key after the other or several in one frame
        if dice.roll(4) > 0 || step == 999 {
            line.stage.app.settle().unwrap();
            line.frame();
            assert_eq!(line.fault(), None, "step {step}: {act} at {:?}", line.size);
            coded += usize::from(!line.stage.codings().is_empty());
        }
    }
    assert!(coded > 100, "{coded} frames with codings");
}

#[test]
fn a_line_down_costs_some_hundred_bytes() {
    for (size, most) in [((80, 24), 400), ((120, 40), 1_200)] {
        let mut line = Line::new(size);
        line.stage.keys("M 4 0 t 1 M 9 t 2 M 9 T");
        line.stage.app.settle().unwrap();
        line.frame();
        let mut sent = Vec::new();
        for _ in 0..60 {
            let top = line.stage.app.places.transcript.screen()[0].bytes.start;
            line.stage.keys("j");
            let bytes = line.frame();
            if line.stage.app.places.transcript.screen()[0].bytes.start > top {
                sent.push(bytes);
            }
        }
        sent.sort_unstable();
        let median = sent[sent.len() / 2];
        println!(
            "{size:?}: {} scrolls, median {median}, most {:?} bytes",
            sent.len(),
            sent.last()
        );
        assert!(sent.len() > 20 && median <= most, "{size:?}: {sent:?}");
    }
}
