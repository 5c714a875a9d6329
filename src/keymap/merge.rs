//! Layers laid one over the other, and contexts over those they inherit.

use super::layer::{Action, Digits, Entry, Layer, LayoutChoice, Section};
use super::layout::LAYOUTS;
use crate::command::{CommandId, Context};

/// The keys of one context, with all that it inherits.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// Every binding that can be reached here: its own first, in the order of the files.
    pub entries: Vec<Entry>,
    /// What digits are.
    pub digits: Option<Digits>,
    /// What printable characters do.
    pub text: Option<CommandId>,
}

/// Whether one sequence of keys begins with the other.
fn begins(long: &Entry, short: &Entry) -> bool {
    long.keys.starts_with(&short.keys)
}

/// Whether both cannot be bound in one place: the same keys, or one that hides what begins with it.
pub(super) fn collide(a: &Entry, b: &Entry) -> bool {
    if a.keys.len() == b.keys.len() {
        return a.keys == b.keys;
    }
    let (short, long) = if a.keys.len() < b.keys.len() {
        (a, b)
    } else {
        (b, a)
    };
    begins(long, short) && !matches!(short.action, Action::Menu(_)) && long.action != Action::Unbind
}

/// Lays a section over the one below it: what the upper one binds or unbinds goes.
fn overlay(below: &mut Section, above: &Section) {
    if above.inherit.is_some() {
        below.inherit.clone_from(&above.inherit);
    }
    below.digits = above.digits.or(below.digits);
    below.text = above.text.or(below.text);
    below
        .entries
        .retain(|old| !above.entries.iter().any(|new| collide(new, old)));
    // its own first: the first key of a command is the one shown beside it
    below.entries.splice(0..0, above.entries.iter().cloned());
}

/// The layers, the lowest first, as one table of keys for each context.
pub(super) fn merge(layers: &[Layer]) -> (Vec<Flat>, LayoutChoice) {
    let mut sections: Vec<Section> = vec![Section::default(); Context::ALL.len()];
    let mut layout = LayoutChoice::of(&LAYOUTS[0]);
    for layer in layers {
        if let Some(choice) = &layer.layout {
            layout = choice.clone();
        }
        for (context, section) in &layer.sections {
            overlay(&mut sections[*context as usize], section);
        }
    }
    let flats = Context::ALL.into_iter().map(|context| {
        let mut flat = Flat::default();
        inherit(&sections, context, &mut flat, &mut Vec::new());
        flat.entries.retain(|entry| entry.action != Action::Unbind);
        flat
    });
    (flats.collect(), layout)
}

fn inherit(sections: &[Section], context: Context, flat: &mut Flat, seen: &mut Vec<Context>) {
    if seen.contains(&context) {
        return;
    }
    seen.push(context);
    let section = &sections[context as usize];
    flat.digits = flat.digits.or(section.digits);
    flat.text = flat.text.or(section.text);
    let taken = flat.entries.len();
    for entry in &section.entries {
        if !flat.entries[..taken].iter().any(|own| collide(own, entry)) {
            flat.entries.push(entry.clone());
        }
    }
    for other in section.inherit.iter().flatten() {
        inherit(sections, *other, flat, seen);
    }
}
