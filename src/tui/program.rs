//! The app as the loop runs it: events of the terminal become events of the app, effects become what the loop does.

use super::input::Input;
use super::run::{Event, Flow, Mail, Program};
use super::theme::{Palette, Theme};
use crate::app::{self, App, Done, Effect};
use crate::keymap::{Code, Key, Mods};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::time::Duration;

/// What threads tell the app.
pub enum Note {
    /// The writer acknowledged or failed.
    Saved,
    /// A job is done.
    Done(Done),
}

/// The app on a terminal.
pub struct Screenplay {
    app: App,
    theme: Theme,
    mail: Mail<Note>,
}

impl Screenplay {
    /// The app, with an address for its workers.
    pub fn new(app: App, theme: Theme, mail: Mail<Note>) -> Self {
        Self { app, theme, mail }
    }

    /// An address that the writer wakes the screen by.
    pub fn waker(mail: &Mail<Note>) -> Box<dyn Fn() + Send> {
        let mail = mail.clone();
        Box::new(move || {
            mail.send(Note::Saved);
        })
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Flow {
        let mut flow = Flow::Draw;
        for effect in effects {
            match effect {
                Effect::Copy(text) => flow = Flow::Copy(text),
                Effect::Suspend => flow = Flow::Suspend,
                Effect::Redraw => flow = Flow::Repaint,
                Effect::Quit(code) => return Flow::Quit(code),
                Effect::Theme(name) => {
                    let palette = Palette::named(&name).unwrap_or_default();
                    self.theme = Theme::new(palette, |name| std::env::var(name).ok());
                }
                Effect::Job(job) => {
                    let mail = self.mail.clone();
                    let started =
                        std::thread::Builder::new()
                            .name("worker".to_owned())
                            .spawn(move || {
                                mail.send(Note::Done(job()));
                            });
                    if let Err(error) = started {
                        self.app
                            .fail(crate::message!("app-fault", fault = error.to_string()));
                    }
                }
            }
        }
        flow
    }
}

/// A key of the terminal as keymaps know it; `None` for keys that no keymap names.
fn key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let mods = Mods {
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab,
    };
    Some(Key::new(code, mods))
}

impl Program for Screenplay {
    type Message = Note;

    fn handle(&mut self, event: Event<Note>) -> Flow {
        let event = match event {
            Event::Input(Input::Key(event)) => match key(event) {
                Some(key) => app::Event::Key(key),
                None => return Flow::Idle,
            },
            Event::Input(Input::Paste(text)) => app::Event::Paste(text),
            Event::Input(Input::Resize(columns, rows)) => app::Event::Resize(columns, rows),
            Event::Tick => app::Event::Tick,
            Event::Message(Note::Saved) => app::Event::Saved,
            Event::Message(Note::Done(done)) => app::Event::Done(done),
            Event::Fault(fault) => app::Event::Fault(fault),
            Event::Copied(copied) => app::Event::Copied(if copied.anywhere() {
                Ok(())
            } else {
                Err(crate::message!("app-copy-too-long"))
            }),
        };
        let effects = self.app.handle(event);
        self.carry_out(effects)
    }

    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        super::view::draw(&self.app, self.theme, buffer)
    }

    fn takes_text(&self) -> bool {
        self.app.context().is_text()
    }

    fn wake_in(&self) -> Option<Duration> {
        self.app.wake_in()
    }

    fn before_exit(&mut self) {
        // Whatever cannot be saved now has been told on the screen and is tried until the watchdog ends it.
        let _ = self.app.settle();
    }
}
