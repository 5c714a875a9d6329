//! The tree of codes, with counts.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};

/// The tree of codes, with counts.
#[derive(Debug, Default)]
pub struct Codebook {
    /// Where the cursor is.
    pub list: ListCursor,
}

impl Place for Codebook {
    fn context(&self) -> Context {
        Context::Codebook
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        self.list.show(0, eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, _situation: &mut Situation) {}

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list.act(act, count, 0, eye.height as usize);
    }
}
