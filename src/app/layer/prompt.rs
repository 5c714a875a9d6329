//! One line to type.

use crate::app::App;
use crate::app::entry::Entry;
use crate::command::{Context, TextAct};
use crate::i18n::Message;

/// What happens with the line.
pub type WithText = Box<dyn FnOnce(&mut App, String) + Send>;

/// One line to type.
pub struct Prompt {
    /// What is asked for.
    pub title: Message,
    /// What is typed.
    pub entry: Entry,
    search: bool,
    then: WithText,
}

impl Prompt {
    /// Asks for a line; `then` gets it when Enter is pressed.
    pub fn new(
        title: Message,
        text: &str,
        then: impl FnOnce(&mut App, String) + Send + 'static,
    ) -> Self {
        Self {
            title,
            entry: Entry::new(text),
            search: false,
            then: Box::new(then),
        }
    }

    /// The line that searches here.
    pub fn search(
        title: Message,
        text: &str,
        then: impl FnOnce(&mut App, String) + Send + 'static,
    ) -> Self {
        Self {
            search: true,
            ..Self::new(title, text, then)
        }
    }

    pub(super) fn context(&self) -> Context {
        if self.search {
            Context::Search
        } else {
            Context::Form
        }
    }

    pub(super) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match act {
            TextAct::Type => self.entry.insert(&text.replace('\n', " ")),
            TextAct::Newline => {}
            _ => self.entry.act(act, times),
        }
    }

    pub(super) fn enter(mut self, app: &mut App) {
        let text = self.entry.take();
        (self.then)(app, text);
    }
}
