//! A question with a few answers.

use crate::app::App;
use crate::app::list::ListCursor;
use crate::command::CursorAct;
use crate::i18n::Message;

/// What happens with the answer.
pub type WithChoice = Box<dyn FnOnce(&mut App) + Send>;

/// One answer.
pub struct Choice {
    /// Its words.
    pub label: Message,
    then: WithChoice,
}

impl Choice {
    /// An answer and what follows from it.
    pub fn new(label: Message, then: impl FnOnce(&mut App) + Send + 'static) -> Self {
        Self {
            label,
            then: Box::new(then),
        }
    }
}

/// A question with a few answers; the first is the harmless one.
pub struct Confirm {
    /// The question.
    pub question: Message,
    /// The answers.
    pub choices: Vec<Choice>,
    /// Which one the cursor is on.
    pub list: ListCursor,
}

impl Confirm {
    /// A question.
    pub fn new(question: Message, choices: Vec<Choice>) -> Self {
        Self {
            question,
            choices,
            list: ListCursor::default(),
        }
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>) {
        let act = match act {
            CursorAct::Left => CursorAct::Up,
            CursorAct::Right => CursorAct::Down,
            other => other,
        };
        self.list
            .act(act, count, self.choices.len(), self.choices.len());
    }

    /// The answer under the cursor.
    pub(super) fn enter(self, app: &mut App) {
        let at = self.list.at;
        self.answer(app, at);
    }

    /// The answer at a place.
    pub fn answer(mut self, app: &mut App, at: usize) {
        if at < self.choices.len() {
            let choice = self.choices.swap_remove(at);
            (choice.then)(app);
        }
    }
}
