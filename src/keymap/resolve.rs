//! From keys to commands: chords, counts, digits. Nothing is on a timer: a chord waits until it is whole or given up.

use super::chord::{Chord, Step};
use super::key::{Code, Key, Mods};
use super::keys::Keymap;
use super::layer::{Action, Digits, Entry};
use super::trie::Node;
use crate::command::{Arg, Context, Invocation, Situation};
use crate::i18n::{Message, Words};

/// What a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Commands to run, one after the other.
    Run(Vec<Invocation>),
    /// The binding has a condition of its own that is not met.
    Refused(Message),
    /// More keys are needed: what may follow.
    Pending(Menu),
    /// The key does nothing here.
    NotBound(Key),
    /// The keys so far were given up.
    Cancelled,
}

/// What may follow the keys so far, for the which-key panel.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Menu {
    /// The keys so far.
    pub keys: Vec<Key>,
    /// The number typed so far.
    pub count: Option<u32>,
    /// The name of the prefix: key of a message, or words.
    pub title: Option<String>,
    /// What may follow.
    pub items: Vec<MenuItem>,
}

/// A line of the which-key panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// The key to press, or a class of digits.
    pub step: Chord,
    /// What it does, or the prefix it opens.
    pub what: Choice,
}

/// What a key of the which-key panel leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A binding.
    Entry(Entry),
    /// A further prefix: its name.
    Menu(String),
}

impl Choice {
    /// The words to show.
    pub fn words(&self, words: Words) -> String {
        match self {
            Choice::Entry(entry) => entry.words(words),
            Choice::Menu(name) => words.get(name),
        }
    }
}

/// The largest count; more digits are ignored.
const MOST: u32 = 99_999;

/// The keys pressed so far of a chord that is not yet whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolver {
    pending: Vec<Key>,
    count: Option<u32>,
}

impl Resolver {
    /// Nothing pressed yet.
    pub fn new() -> Self {
        Resolver::default()
    }

    /// Gives the keys so far up: the place changed, text was pasted.
    pub fn clear(&mut self) {
        self.pending.clear();
        self.count = None;
    }

    /// Whether keys wait for more.
    pub fn is_pending(&self) -> bool {
        !self.pending.is_empty() || self.count.is_some()
    }

    /// The keys so far and the number before them, as they are shown: `3 g`.
    pub fn label(&self, words: Words) -> String {
        let count = self.count.map(|count| count.to_string());
        let keys = self.pending.iter().map(|key| key.label(words));
        count.into_iter().chain(keys).collect::<Vec<_>>().join(" ")
    }

    /// The keys that a terminal meant: Alt with a character that is not bound is Esc and then the
    /// character, since a fast Esc arrives so. The caller resolves them one by one, each where the last one led.
    pub fn meant(&self, keymap: &Keymap, context: Context, key: Key) -> Vec<Key> {
        let typed = matches!(key.code, Code::Char(_)) && key.mods.alt && !key.mods.ctrl;
        let here = keymap.root(context).walk(&self.pending);
        let bound = here.and_then(|node| node.after(key)).is_some();
        if typed && !bound {
            let rest = Mods {
                alt: false,
                ..key.mods
            };
            vec![Key::plain(Code::Esc), Key::new(key.code, rest)]
        } else {
            vec![key]
        }
    }

    /// Takes one key.
    pub fn press(
        &mut self,
        keymap: &Keymap,
        context: Context,
        situation: &Situation,
        key: Key,
    ) -> Resolution {
        let root = keymap.root(context);
        let Some(node) = root.walk(&self.pending) else {
            // the place changed under the chord
            self.clear();
            return self.press(keymap, context, situation, key);
        };
        let digits = keymap.digits(context);
        let at_root = self.pending.is_empty();
        let digit = keymap
            .digit(key)
            .filter(|_| digits != Digits::Text || !at_root);
        let counts = !at_root || digits == Digits::Count;

        if at_root && self.count.is_some() && key == Key::plain(Code::Esc) {
            self.clear();
            return Resolution::Cancelled;
        }
        // once a number is begun, its digits go on before they are keys
        if let (Some(_), Some(digit), true) = (self.count, digit, counts && digits != Digits::Text)
        {
            return self.counted(node, keymap, context, digit);
        }
        let as_digit = || digit.and_then(|digit| node.after(Key::char(char::from(b'0' + digit))));
        if let Some(next) = node.after(key).or_else(as_digit) {
            return self.step(keymap, context, situation, next, key);
        }
        if let (Some(digit @ 1..), true) = (digit, counts && digits != Digits::Text) {
            return self.counted(node, keymap, context, digit);
        }
        if self.is_pending() {
            self.clear();
            return Resolution::Cancelled;
        }
        match (key.typed(), keymap.text_command(context)) {
            (Some(c), Some(command)) => Resolution::Run(vec![Invocation::new(command).with_arg(c)]),
            _ => Resolution::NotBound(key),
        }
    }

    fn counted(&mut self, node: &Node, keymap: &Keymap, context: Context, digit: u8) -> Resolution {
        let count = self
            .count
            .unwrap_or(0)
            .saturating_mul(10)
            .saturating_add(u32::from(digit));
        self.count = Some(count.min(MOST));
        Resolution::Pending(self.menu_at(node, keymap, context))
    }

    fn step(
        &mut self,
        keymap: &Keymap,
        context: Context,
        situation: &Situation,
        next: &Node,
        key: Key,
    ) -> Resolution {
        let Some(entry) = next.entry.and_then(|at| keymap.entry(context, at)) else {
            // the digit of an unshifted row is remembered as the digit it stands for
            let here = keymap.root(context).walk(&self.pending);
            let is_key = here.is_some_and(|node| node.after(key).is_some());
            let digit = keymap
                .digit(key)
                .map(|digit| Key::char(char::from(b'0' + digit)));
            self.pending
                .push(if is_key { key } else { digit.unwrap_or(key) });
            return Resolution::Pending(self.menu_at(next, keymap, context));
        };
        let count = self.count;
        self.clear();
        let Action::Run { runs, when, .. } = &entry.action else {
            return Resolution::NotBound(key);
        };
        if let Some(need) = when.filter(|need| !need.is_met(situation)) {
            return Resolution::Refused(need.reason());
        }
        let mut runs = runs.clone();
        if let Some(first) = runs
            .first_mut()
            .filter(|run| run.command.command().arg == Arg::Count)
        {
            first.count = count.or(first.count);
        }
        Resolution::Run(runs)
    }

    /// What may follow the keys so far; `None` when none are pressed.
    pub fn menu(&self, keymap: &Keymap, context: Context) -> Option<Menu> {
        let node = keymap.root(context).walk(&self.pending)?;
        self.is_pending()
            .then(|| self.menu_at(node, keymap, context))
    }

    fn menu_at(&self, node: &Node, keymap: &Keymap, context: Context) -> Menu {
        let mut items: Vec<MenuItem> = Vec::new();
        // after a number alone every key may follow: no list
        let followers = if self.pending.is_empty() {
            &[][..]
        } else {
            &node.next
        };
        for (key, next) in followers {
            let entry = next.entry.and_then(|at| keymap.entry(context, at));
            let (step, what) = if let Some(entry) = entry {
                let last = entry.chord.0.last().copied();
                (
                    Chord(last.into_iter().collect()),
                    Choice::Entry(entry.clone()),
                )
            } else {
                let name = next.menu.clone().unwrap_or_default();
                (Chord(vec![Step::Key(*key)]), Choice::Menu(name))
            };
            if !items.iter().any(|item| item.step == step) {
                items.push(MenuItem { step, what });
            }
        }
        Menu {
            keys: self.pending.clone(),
            count: self.count,
            title: node.menu.clone(),
            items,
        }
    }
}
