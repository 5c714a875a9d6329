//! The start page: the sample study, a new one, a folder, the studies that are there.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};

/// The start page: the sample study, a new one, a folder, the studies that are there.
#[derive(Debug, Default)]
pub struct Start {
    /// Where the cursor is.
    pub list: ListCursor,
}

impl Place for Start {
    fn context(&self) -> Context {
        Context::Start
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        self.list.show(0, eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, _situation: &mut Situation) {}

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list.act(act, count, 0, eye.height as usize);
    }
}
