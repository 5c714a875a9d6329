//! Every command, with its keys, greyed with the reason when it cannot run.

use crate::app::App;
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{self, Command, Context, CursorAct, Invocation, Situation, TextAct};
use crate::i18n::{Message, Words};
use crate::text::fuzzy::Query;

/// The list of all commands.
pub struct Palette {
    /// What is typed.
    pub entry: Entry,
    /// What matches, best first.
    pub found: Vec<&'static Command>,
    /// Where the cursor is.
    pub list: ListCursor,
    /// The place it was opened from.
    pub context: Context,
    situation: Situation,
    words: Words,
}

impl Palette {
    /// The palette over a place.
    pub fn new(context: Context, situation: Situation, words: Words) -> Self {
        let mut palette = Self {
            entry: Entry::default(),
            found: Vec::new(),
            list: ListCursor::default(),
            context,
            situation,
            words,
        };
        palette.search();
        palette
    }

    /// Why a command cannot run from here; `None` when it can.
    pub fn reason(&self, command: &Command) -> Option<Message> {
        if !command.exists_in(self.context) {
            return Some(crate::message!("app-not-here"));
        }
        command.possible(&self.situation).err()
    }

    fn search(&mut self) {
        // What is typed may be an argument too: `code.pick dossiers`.
        let typed = self.entry.text().trim();
        let name = typed.split(' ').next().unwrap_or("");
        let exact = command::CommandId::parse(name).map(command::CommandId::command);
        let query = Query::new(typed);
        let mut scored: Vec<(bool, i64, usize, &'static Command)> = command::all()
            .enumerate()
            .filter_map(|(order, command)| {
                let words = self.words.say(&command.label());
                let score = if query.is_empty() {
                    0
                } else {
                    query.matches(&format!("{words} {}", command.name))?.score
                };
                Some((self.reason(command).is_some(), -score, order, command))
            })
            .collect();
        scored.sort_by_key(|(greyed, score, order, _)| (*greyed, *score, *order));
        self.found = scored
            .into_iter()
            .map(|(_, _, _, command)| command)
            .collect();
        if let Some(exact) = exact {
            self.found.retain(|command| command.name != exact.name);
            self.found.insert(0, exact);
        }
        self.list = ListCursor::default();
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        self.list.act(act, count, self.found.len(), height);
    }

    pub(super) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match act {
            TextAct::Type => self.entry.insert(&text.replace('\n', " ")),
            TextAct::Newline => return,
            _ => self.entry.act(act, times),
        }
        self.search();
    }

    /// Runs the command under the cursor, with the argument that was typed after its name.
    pub(super) fn enter(self, app: &mut App) {
        let Some(command) = self.found.get(self.list.at) else {
            return;
        };
        let typed = self.entry.text().trim();
        let invocation = match typed.split_once(' ') {
            Some((name, _)) if name == command.name => Invocation::parse(typed),
            _ => Ok(Invocation::new(command.id)),
        };
        match invocation {
            Ok(_) if !command.exists_in(self.context) => app.warn(crate::message!("app-not-here")),
            Ok(invocation) => app.run(&invocation),
            Err(error) => app.warn(error.message()),
        }
    }
}
