//! The evidence table of a scenario, and the passages behind its figures.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};

/// The evidence table of a scenario, and the passages behind its figures.
#[derive(Debug, Default)]
pub struct Evidence {
    /// Where the cursor is.
    pub list: ListCursor,
}

impl Place for Evidence {
    fn context(&self) -> Context {
        Context::Evidence
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        self.list.show(0, eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, _situation: &mut Situation) {}

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list.act(act, count, 0, eye.height as usize);
    }
}
