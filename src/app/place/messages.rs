//! What the program told so far, the last one first.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::app::notice::Notice;
use crate::command::{Context, CursorAct, Situation};

/// The messages so far.
#[derive(Debug, Default)]
pub struct Messages {
    /// The messages, the last one first; filled by the app, which has them.
    pub rows: Vec<Notice>,
    /// Where the cursor is.
    pub list: ListCursor,
}

impl Place for Messages {
    fn context(&self) -> Context {
        Context::Messages
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        self.list.show(self.rows.len(), eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = !self.rows.is_empty();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), eye.height as usize);
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        self.rows
            .get(self.list.at)
            .map(|notice| eye.words.say(&notice.text))
    }
}
