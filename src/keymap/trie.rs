//! Bindings by their keys.

use super::key::Key;
use super::layer::{Action, Entry};

/// What may follow the keys so far.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// What these keys do, when they are a whole chord: the place of the entry in its context.
    pub entry: Option<usize>,
    /// The name of this prefix.
    pub menu: Option<String>,
    /// The keys that may come next, in the order of the files.
    pub next: Vec<(Key, Node)>,
}

impl Node {
    /// The bindings of a context.
    pub(super) fn of(entries: &[Entry]) -> Node {
        let mut root = Node::default();
        for (at, entry) in entries.iter().enumerate() {
            let mut node = &mut root;
            for key in &entry.keys {
                let place = node.next.iter().position(|(other, _)| other == key);
                let place = place.unwrap_or_else(|| {
                    node.next.push((*key, Node::default()));
                    node.next.len() - 1
                });
                node = &mut node.next[place].1;
            }
            match &entry.action {
                Action::Run { .. } if node.entry.is_none() => node.entry = Some(at),
                Action::Menu(name) if node.menu.is_none() => node.menu = Some(name.clone()),
                _ => {}
            }
        }
        root
    }

    /// What comes after this key.
    pub fn after(&self, key: Key) -> Option<&Node> {
        self.next
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, node)| node)
    }

    /// What comes after these keys.
    pub fn walk(&self, keys: &[Key]) -> Option<&Node> {
        keys.iter().try_fold(self, |node, key| node.after(*key))
    }
}
