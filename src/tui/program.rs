//! The app as the loop runs it: events of the terminal become events of the app, effects become what the loop does.

use super::input::Input;
use super::run::{Event, Flow, Mail, Mailbox, Program, run};
use super::theme::{Palette, Theme};
use crate::app::{self, App, Done, Effect};
use crate::config::{Colour, Loaded};
use crate::keymap::Keymap;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::sync::Arc;
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

impl Program for Screenplay {
    type Message = Note;

    fn handle(&mut self, event: Event<Note>) -> Flow {
        let event = match event {
            Event::Input(Input::Key(key)) => app::Event::Key(key),
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

/// Opens the screen on a study of the data folder, on the start page without one; returns the exit code.
///
/// # Errors
/// The terminal cannot be taken.
pub fn open_screen(loaded: Loaded, study: Option<&str>) -> std::io::Result<u8> {
    let palette = match loaded.settings.color.value {
        Colour::Never => Palette::Mono,
        _ => Palette::named(loaded.settings.theme.value.name()).unwrap_or_default(),
    };
    let theme = Theme::new(palette, |name| std::env::var(name).ok());
    let file = loaded.paths.keymap_file.display().to_string();
    let user = loaded.user_keymap.clone();
    let name = loaded.settings.keymap.value.clone();
    let (keymap, faults) = Keymap::load(
        name.as_deref(),
        user.as_deref().map(|text| (file.as_str(), text)),
    );
    let told: Vec<String> = loaded
        .faults
        .iter()
        .chain(&faults)
        .map(|fault| fault.say(crate::i18n::Words::new(loaded.settings.lang.value)))
        .collect();
    let mailbox = Mailbox::default();
    let mail = mailbox.mail();
    let mut app = App::new(loaded, keymap);
    app.now = super::faults::now;
    app.boot = super::faults::boot;
    let wake = mail.clone();
    app.waker = Some(Arc::new(move || {
        wake.send(Note::Saved);
    }));
    if let Some(study) = study
        && let Err(error) = app.open_study(study)
    {
        app.fail(error.message());
    }
    for fault in told {
        app.warn(crate::message!("app-literally", text = fault));
    }
    let (columns, rows) = super::terminal::size();
    let effects = app.handle(app::Event::Resize(columns, rows));
    let mut screenplay = Screenplay::new(app, theme, mail);
    // What the first look asks for is begun before the first key.
    screenplay.carry_out(effects);
    run(&mut screenplay, mailbox)
}
