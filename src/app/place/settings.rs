//! The settings of the study.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};

/// The settings of the study.
#[derive(Debug, Default)]
pub struct Settings {
    /// Where the cursor is.
    pub list: ListCursor,
}

impl Place for Settings {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        self.list.show(0, eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, _situation: &mut Situation) {}

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list.act(act, count, 0, eye.height as usize);
    }
}
