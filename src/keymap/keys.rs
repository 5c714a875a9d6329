//! The keymap in force.

use super::chord::Chord;
use super::layer::{Action, Digits, Entry, Layer, LayoutChoice};
use super::merge::{Flat, merge};
use super::shipped::{SHIPPED, shipped};
use super::trie::Node;
use super::{file, key::Key};
use crate::command::{Command, CommandId, Context, Situation};
use crate::config::{Fault, nearest};
use crate::i18n::{Message, Words};
use crate::message;

/// Every binding of every context, ready to be looked up.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// The name of the keymap.
    pub name: String,
    /// The layout it is for.
    pub layout: LayoutChoice,
    contexts: Vec<Bound>,
}

#[derive(Clone, Debug)]
struct Bound {
    flat: Flat,
    root: Node,
}

/// A command and all the keys that run it in a context, for lists of keys.
#[derive(Clone, Debug)]
pub struct Binding<'a> {
    /// The chords, the preferred first.
    pub chords: Vec<&'a Chord>,
    /// The entry of the first.
    pub entry: &'a Entry,
}

/// A command of the bottom bar.
#[derive(Clone, Debug)]
pub struct BarItem<'a> {
    /// The command.
    pub command: &'static Command,
    /// The chord to show.
    pub chord: &'a Chord,
    /// Whether it can run, or why not.
    pub possible: Result<(), Message>,
}

impl Entry {
    /// The first command it runs.
    pub fn command(&self) -> Option<CommandId> {
        match &self.action {
            Action::Run { runs, .. } => runs.first().map(|run| run.command),
            _ => None,
        }
    }

    /// Its words: its own, else those of its command; a sequence shows all.
    pub fn words(&self, words: Words) -> String {
        match &self.action {
            Action::Run {
                desc: Some(desc), ..
            } => words.get(desc),
            Action::Run { runs, .. } => {
                let labels: Vec<String> = runs
                    .iter()
                    .map(|run| words.get(&run.command.command().label_key()))
                    .collect();
                labels.join(", ")
            }
            Action::Menu(name) => words.get(name),
            Action::Unbind => String::new(),
        }
    }
}

impl Keymap {
    /// The keymap of that name with the person's own file over it. `name` is a shipped one; without it, the person's file
    /// says what it inherits, else it is `default`. `user` is the person's file, its name and text.
    ///
    /// Never fails: what is wrong is told, and the rest is in force.
    pub fn load(name: Option<&str>, user: Option<(&str, &str)>) -> (Keymap, Vec<Fault>) {
        let mut faults = Vec::new();
        let own = user.map(|(file, text)| {
            let (layer, mut found) = file::parse(file, text);
            faults.append(&mut found);
            layer
        });
        let inherited = own.as_ref().and_then(|layer| layer.inherit.clone());
        let mut base = name
            .map(str::to_owned)
            .or(inherited)
            .unwrap_or_else(|| "default".to_owned());
        if shipped(&base).is_none() {
            let known = SHIPPED.map(|(name, _)| name);
            let file = user.map_or("keymap", |(file, _)| file);
            let meant = nearest(&base, known).map_or_else(|| known.join(", "), str::to_owned);
            faults.push(Fault::whole(
                file,
                message!("keymap-no-such-keymap", name = &base, known = meant),
            ));
            "default".clone_into(&mut base);
        }
        let mut layers = shipped_layers(&base);
        layers.extend(own);
        (Keymap::of(&base, &layers), faults)
    }

    /// The shipped keymap of that name, `default` where there is none.
    pub fn shipped(name: &str) -> Keymap {
        Keymap::load(Some(name), None).0
    }

    /// A keymap of layers, the lowest first.
    pub(super) fn of(name: &str, layers: &[Layer]) -> Keymap {
        let (flats, layout) = merge(layers);
        let contexts = flats.into_iter().map(|flat| Bound {
            root: Node::of(&flat.entries),
            flat,
        });
        Keymap {
            name: name.to_owned(),
            layout,
            contexts: contexts.collect(),
        }
    }

    pub(super) fn root(&self, context: Context) -> &Node {
        &self.contexts[context as usize].root
    }

    pub(super) fn entry(&self, context: Context, at: usize) -> Option<&Entry> {
        self.contexts[context as usize].flat.entries.get(at)
    }

    /// Every entry that is in force in the context, its own first.
    pub fn entries(&self, context: Context) -> &[Entry] {
        &self.contexts[context as usize].flat.entries
    }

    /// What digits are in the context.
    pub fn digits(&self, context: Context) -> Digits {
        let default = if context.is_text() {
            Digits::Text
        } else {
            Digits::Count
        };
        self.contexts[context as usize]
            .flat
            .digits
            .unwrap_or(default)
    }

    /// What printable characters do in the context, where text is typed.
    pub fn text_command(&self, context: Context) -> Option<CommandId> {
        self.contexts[context as usize].flat.text
    }

    /// The digit that a key is here: itself, or its place in the unshifted digit row of the layout.
    pub fn digit(&self, key: Key) -> Option<u8> {
        let c = key.typed()?;
        match c.to_digit(10) {
            Some(digit) => u8::try_from(digit).ok(),
            None => self.layout.digit(c),
        }
    }

    /// The chords that run a command in a context, the preferred first.
    pub fn chords(&self, context: Context, command: impl Into<CommandId>) -> Vec<&Chord> {
        let command = command.into();
        let mut chords: Vec<&Chord> = Vec::new();
        for entry in self.entries(context) {
            if entry.command() == Some(command) && !chords.contains(&&entry.chord) {
                chords.push(&entry.chord);
            }
        }
        chords
    }

    /// The keys to show beside a command, if it has any here.
    pub fn label(
        &self,
        context: Context,
        command: impl Into<CommandId>,
        words: Words,
    ) -> Option<String> {
        self.chords(context, command)
            .first()
            .map(|chord| chord.label(words))
    }

    /// Every binding of the context, commands with several keys once, in the order of the files.
    pub fn bindings(&self, context: Context) -> Vec<Binding<'_>> {
        let mut bindings: Vec<Binding<'_>> = Vec::new();
        for entry in self.entries(context) {
            if matches!(entry.action, Action::Menu(_)) {
                continue;
            }
            let same = |binding: &&mut Binding<'_>| {
                binding.entry.action == entry.action || binding.entry.chord == entry.chord
            };
            match bindings.iter_mut().find(same) {
                Some(binding) if binding.chords.contains(&&entry.chord) => {}
                Some(binding) => binding.chords.push(&entry.chord),
                None => bindings.push(Binding {
                    chords: vec![&entry.chord],
                    entry,
                }),
            }
        }
        bindings
    }

    /// The commands for the bottom bar of the context, the most useful first; the view takes as many as fit.
    pub fn bar(&self, context: Context, situation: &Situation) -> Vec<BarItem<'_>> {
        let mut items: Vec<BarItem<'_>> = Vec::new();
        for entry in self.entries(context) {
            let Some(command) = entry.command().map(CommandId::command) else {
                continue;
            };
            // what a prefix leads to from everywhere is not of this moment
            let far = entry.context != context && entry.keys.len() > 1;
            let known = items.iter().any(|item| item.command.id == command.id);
            if command.rank == 0 || known || far || !command.exists_in(context) {
                continue;
            }
            items.push(BarItem {
                command,
                chord: &entry.chord,
                possible: command.possible(situation),
            });
        }
        items.sort_by_key(|item| item.command.rank);
        items
    }
}

/// The layers of a shipped keymap, the lowest first.
pub(super) fn shipped_layers(name: &str) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut name = name.to_owned();
    // a circle, or a chain that ends in nothing, ends here
    while let Some(text) = shipped(&name).filter(|_| layers.len() < SHIPPED.len()) {
        let (layer, _) = file::parse(&format!("keymaps/{name}.toml"), text);
        name = layer.inherit.clone().unwrap_or_default();
        layers.insert(0, layer);
    }
    layers
}
