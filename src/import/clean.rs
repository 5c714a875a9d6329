//! Makes what an importer read harmless and counts what that took.

use super::warning::Warning;
use crate::text::sanitise::{Sanitised, sanitise_line, sanitise_owned};

/// Counts of one file.
#[derive(Debug, Default)]
pub(super) struct Cleaner {
    removed: usize,
    replaced: usize,
}

impl Cleaner {
    /// A text that is kept, its line feeds too.
    pub(super) fn text(&mut self, text: String) -> String {
        self.count(sanitise_owned(text))
    }

    /// A piece of a text that was cleaned: only its first character, which may be a mark that stood on something else
    /// before, can need anything.
    pub(super) fn piece(&mut self, text: &str) -> String {
        if text.chars().next().is_none_or(|c| c < '\u{300}') {
            return text.to_owned();
        }
        self.text(text.to_owned())
    }

    /// A name: one line, runs of white space as one space.
    pub(super) fn name(&mut self, name: &str) -> String {
        self.count(sanitise_line(name))
    }

    /// What the person is told.
    pub(super) fn warnings(&self) -> impl Iterator<Item = Warning> + use<> {
        let removed = (self.removed > 0).then_some(Warning::Removed(self.removed));
        let replaced = (self.replaced > 0).then_some(Warning::Replaced(self.replaced));
        removed.into_iter().chain(replaced)
    }

    fn count(&mut self, clean: Sanitised) -> String {
        self.removed += clean.removed;
        self.replaced += clean.replaced;
        clean.text
    }
}
