//! The least program there can be: a line of text, and a key to leave. It stands where the application will.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::input::Input;
use super::run::{Event, Flow, Program};
use super::theme::{Role, Theme};
use crate::keymap::Code;

/// Shows the program's name and version; `q` leaves, `C-z` stops.
#[derive(Debug)]
pub struct StartPage {
    theme: Theme,
    fault: Option<String>,
}

impl StartPage {
    /// A page in these colours.
    pub fn new(theme: Theme) -> Self {
        Self { theme, fault: None }
    }
}

impl Program for StartPage {
    type Message = ();

    fn handle(&mut self, event: Event<()>) -> Flow {
        match event {
            Event::Input(Input::Key(key)) => match (key.typed(), key.code, key.mods.ctrl) {
                (Some('q'), ..) => Flow::Quit(0),
                (_, Code::Char('z'), true) => Flow::Suspend,
                _ => Flow::Idle,
            },
            Event::Fault(fault) => {
                self.fault = Some(fault);
                Flow::Draw
            }
            _ => Flow::Idle,
        }
    }

    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        let title = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        let lines = [(title, Role::Strong), ("", Role::Text), ("q", Role::Key)];
        let fault = self.fault.iter().map(|fault| (fault.as_str(), Role::Error));
        let area = *buffer.area();
        for (y, (text, role)) in (area.top()..area.bottom()).zip(lines.into_iter().chain(fault)) {
            buffer.set_string(area.x, y, text, self.theme.style(role));
        }
        Some(Position::new(0, 2))
    }

    fn before_exit(&mut self) {}
}
