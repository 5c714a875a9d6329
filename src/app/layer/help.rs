//! All keys of a place.

use crate::app::App;
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, TextAct};
use crate::text::fuzzy::Query;

/// A row: keys, what they do, the command's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, as written in keymaps.
    pub keys: String,
    /// What they do.
    pub words: String,
    /// The command.
    pub name: String,
}

/// All keys of a place, to be narrowed by typing.
pub struct Help {
    /// The place.
    pub context: Context,
    /// What is typed.
    pub entry: Entry,
    /// Where the cursor is.
    pub list: ListCursor,
    rows: Vec<HelpRow>,
}

impl Help {
    /// The keys of a place.
    pub fn new(context: Context, rows: Vec<HelpRow>) -> Self {
        Self {
            context,
            entry: Entry::default(),
            list: ListCursor::default(),
            rows,
        }
    }

    /// The rows that match what is typed.
    pub fn shown(&self) -> Vec<&HelpRow> {
        let query = Query::new(self.entry.text());
        self.rows
            .iter()
            .filter(|row| {
                query.is_empty()
                    || row.keys == self.entry.text()
                    || query
                        .matches(&format!("{} {}", row.words, row.name))
                        .is_some()
            })
            .collect()
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        let len = self.shown().len();
        self.list.act(act, count, len, height);
    }

    pub(super) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match act {
            TextAct::Type => self.entry.insert(&text.replace('\n', " ")),
            TextAct::Newline => return,
            _ => self.entry.act(act, times),
        }
        self.list = ListCursor::default();
    }

    /// Runs the command of the row under the cursor.
    pub(super) fn enter(self, app: &mut App) {
        let name = self.shown().get(self.list.at).map(|row| row.name.clone());
        if let Some(invocation) =
            name.and_then(|name| crate::command::Invocation::parse(&name).ok())
        {
            app.run(&invocation);
        }
    }
}
