//! The faults of a keymap file that reading alone does not find.

use super::file;
use super::key::{Code, Key};
use super::keys::{Keymap, shipped_layers};
use super::layer::{Action, Digits, Entry, Layer};
use super::layout::{Layout, Reach};
use super::merge::collide;
use crate::command::{CommandId, Context, GeneralAct};
use crate::config::Fault;
use crate::i18n::{Lang, Message, Words};
use crate::message;

/// All faults of a keymap file, on the layout it is for.
pub fn lint(file: &str, text: &str) -> Vec<Fault> {
    let (layer, mut faults) = file::parse(file, text);
    let base = layer.inherit.clone().filter(|name| *name != layer.name);
    let mut layers = base.as_deref().map(shipped_layers).unwrap_or_default();
    if let Some(name) = base.filter(|_| layers.is_empty()) {
        let known = super::SHIPPED.map(|(name, _)| name).join(", ");
        faults.push(Fault::whole(
            file,
            message!("keymap-no-such-keymap", name = name, known = known),
        ));
    }
    faults.extend(within(&layer));
    layers.push(layer);
    let keymap = Keymap::of("", &layers);
    let layout = keymap.layout.layout;
    faults.extend(lint_layer(&keymap, layout));
    faults.sort_by(|a, b| {
        (a.file != file, a.line, a.column).cmp(&(b.file != file, b.line, b.column))
    });
    faults.dedup();
    faults
}

/// All faults of a whole keymap on one layout: what a key cannot be, and what cannot be where it is.
pub fn lint_layer(keymap: &Keymap, layout: &Layout) -> Vec<Fault> {
    let mut faults = Vec::new();
    for context in Context::ALL {
        for entry in keymap.entries(context) {
            // inherited ones are looked at where they stand, but for what depends on the place
            if entry.context == context {
                faults.extend(of_entry(entry, layout));
            }
            faults.extend(alt_in_text(entry, context));
            faults.extend(hides_digit(keymap, entry, context, layout));
        }
    }
    let mut once: Vec<Fault> = Vec::new();
    for fault in faults {
        if !once.contains(&fault) {
            once.push(fault);
        }
    }
    once
}

fn at(entry: &Entry, message: Message) -> Fault {
    Fault {
        file: entry.file.clone(),
        line: entry.line,
        column: entry.column,
        message,
    }
}

/// Two lines of one file that hide each other.
fn within(layer: &Layer) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (_, section) in &layer.sections {
        for (place, later) in section.entries.iter().enumerate() {
            let earlier = section.entries[..place]
                .iter()
                .find(|earlier| collide(earlier, later));
            let Some(earlier) = earlier else { continue };
            let message = if earlier.keys == later.keys {
                message!(
                    "keymap-fault-twice",
                    chord = later.chord.to_string(),
                    line = earlier.line
                )
            } else {
                message!(
                    "keymap-fault-hidden",
                    chord = later.chord.to_string(),
                    other = earlier.chord.to_string(),
                    line = earlier.line
                )
            };
            faults.push(at(later, message));
        }
    }
    faults
}

fn of_entry(entry: &Entry, layout: &Layout) -> Vec<Fault> {
    let chord = || entry.chord.to_string();
    let mut faults = Vec::new();
    let suspends = entry.command() == Some(CommandId::from(GeneralAct::Suspend));
    for key in &entry.keys {
        if let Some(message) = kept(*key, suspends).or_else(|| not_sent(*key)) {
            faults.push(at(entry, message));
        }
        if let Code::Char(c) = key.code {
            let reach = layout.reach(c);
            // a digit in a class is also the key of the digit row without Shift
            let message = match reach {
                Reach::Plain | Reach::Shift => continue,
                Reach::AltGr => message!(
                    "keymap-fault-altgr",
                    chord = chord(),
                    key = c,
                    layout = layout.name
                ),
                Reach::Dead => message!(
                    "keymap-fault-dead",
                    chord = chord(),
                    key = c,
                    layout = layout.name
                ),
                Reach::Missing => message!(
                    "keymap-fault-missing",
                    chord = chord(),
                    key = c,
                    layout = layout.name
                ),
            };
            faults.push(at(entry, message));
        }
    }
    match &entry.action {
        Action::Run { runs, desc, .. } => {
            for run in runs {
                let command = run.command.command();
                if !command.exists_in(entry.context) {
                    let context = entry.context.name();
                    faults.push(at(
                        entry,
                        message!(
                            "keymap-fault-elsewhere",
                            command = command.name,
                            context = context
                        ),
                    ));
                }
            }
            faults.extend(desc.as_ref().and_then(|desc| no_words(entry, desc)));
        }
        Action::Menu(name) => faults.extend(no_words(entry, name)),
        Action::Unbind => {}
    }
    faults
}

/// Words that look like the key of a message that is not there.
fn no_words(entry: &Entry, key: &str) -> Option<Fault> {
    let missing = key.starts_with("keymap-") && !Words::new(Lang::En).has(key);
    missing.then(|| at(entry, message!("keymap-fault-no-words", key = key)))
}

/// Keys that terminals, their multiplexers or their ancestors keep for themselves.
fn kept(key: Key, suspends: bool) -> Option<Message> {
    let Code::Char(c) = key.code else { return None };
    if !key.mods.ctrl {
        return None;
    }
    let name = key.to_string();
    let message = match c {
        'i' | 'm' | 'h' | '[' | 'j' => message!("keymap-fault-same-key", key = name),
        's' | 'q' => message!("keymap-fault-flow", key = name),
        'z' if !suspends => message!("keymap-fault-suspend", key = name),
        'a' => message!("keymap-fault-kept-by", key = name, by = "GNU screen"),
        'b' => message!("keymap-fault-kept-by", key = name, by = "tmux"),
        c if !c.is_ascii_alphabetic() => message!("keymap-fault-ctrl-sign", key = name),
        _ => return None,
    };
    Some(message)
}

/// Keys that a terminal without the kitty protocol cannot tell from another.
fn not_sent(key: Key) -> Option<Message> {
    let mods = key.mods;
    let sent = match key.code {
        Code::Char(_) => !(mods.ctrl && mods.shift),
        Code::Enter | Code::Backspace => !mods.ctrl && !mods.shift,
        Code::Esc => !mods.ctrl && !mods.shift && !mods.alt,
        Code::Tab => !mods.ctrl && !mods.alt,
        Code::F(n) => n <= 12,
        _ => true,
    };
    (!sent).then(|| message!("keymap-fault-not-sent", key = key.to_string()))
}

/// Alt where text is typed: macOS types accents with it, and a fast Esc looks like it.
fn alt_in_text(entry: &Entry, context: Context) -> Option<Fault> {
    let alt = entry
        .keys
        .iter()
        .any(|key| key.mods.alt && matches!(key.code, Code::Char(_)));
    let bound = !matches!(entry.action, Action::Unbind);
    (alt && bound && context.is_text()).then(|| {
        at(
            entry,
            message!("keymap-fault-alt-in-text", chord = entry.chord.to_string()),
        )
    })
}

/// A key of the unshifted digit row that is bound where digits are keys.
fn hides_digit(keymap: &Keymap, entry: &Entry, context: Context, layout: &Layout) -> Option<Fault> {
    let [key] = entry.keys.as_slice() else {
        return None;
    };
    let c = key.typed().filter(|c| !c.is_ascii_digit())?;
    if keymap.digits(context) != Digits::Slot {
        return None;
    }
    let row = if keymap.layout.layout == layout {
        keymap.layout.digits()
    } else {
        layout.digits
    };
    let digit = row.chars().position(|other| other == c)?;
    let bound = keymap.entries(context).iter().any(|other| {
        other.keys
            == [Key::char(char::from(
                b'0' + u8::try_from(digit).unwrap_or(0),
            ))]
    });
    bound.then(|| {
        let (chord, context) = (entry.chord.to_string(), context.name());
        at(
            entry,
            message!(
                "keymap-fault-hides-digit",
                chord = chord,
                digit = digit,
                context = context,
                layout = layout.name
            ),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::{LAYOUTS, SHIPPED};

    fn said(faults: &[Fault]) -> Vec<String> {
        faults
            .iter()
            .map(|fault| fault.say(Words::new(Lang::En)))
            .collect()
    }

    #[test]
    fn shipped_files_are_without_fault() {
        for (name, text) in SHIPPED {
            let faults = lint(&format!("keymaps/{name}.toml"), text);
            assert!(faults.is_empty(), "{:#?}", said(&faults));
        }
    }

    #[test]
    fn what_default_vim_and_arrows_bind_every_layout_can_type() {
        for name in ["default", "vim", "arrows"] {
            let keymap = Keymap::shipped(name);
            for layout in LAYOUTS {
                let mut faults = lint_layer(&keymap, layout);
                // which characters of the digit row are digits is for the keymap of that layout to say
                faults.retain(|fault| fault.message.key != "keymap-fault-hides-digit");
                assert!(
                    faults.is_empty(),
                    "{name} on {}: {:#?}",
                    layout.name,
                    said(&faults)
                );
            }
        }
    }

    #[test]
    fn the_files_of_a_layout_hold_on_its_relatives() {
        for (name, layouts) in [
            ("azerty", ["fr", "be"].as_slice()),
            ("qwertz", &["de"]),
            ("bepo", &["bepo"]),
        ] {
            let keymap = Keymap::shipped(name);
            for layout in layouts {
                let faults = lint_layer(&keymap, Layout::named(layout).unwrap());
                assert!(
                    faults.is_empty(),
                    "{name} on {layout}: {:#?}",
                    said(&faults)
                );
            }
        }
    }

    #[test]
    fn each_fault_is_found() {
        for (text, key) in [
            (
                "[keys.list]\n\"g\" = \"undo\"\n\"g g\" = \"redo\"\n",
                "keymap-fault-hidden",
            ),
            (
                "[keys.list]\n\"N\" = \"undo\"\n\"S-n\" = \"redo\"\n",
                "keymap-fault-twice",
            ),
            (
                "[keys.transcript]\n\"3\" = \"code.repeat\"\n\"1..9\" = \"code.slot\"\n",
                "keymap-fault-twice",
            ),
            (
                "layout = \"fr\"\n[keys.list]\n\"[\" = \"undo\"\n",
                "keymap-fault-altgr",
            ),
            (
                "layout = \"fr\"\n[keys.list]\n\"^\" = \"undo\"\n",
                "keymap-fault-dead",
            ),
            (
                "layout = \"us\"\n[keys.list]\n\"ù\" = \"undo\"\n",
                "keymap-fault-missing",
            ),
            ("[keys.list]\n\"C-i\" = \"undo\"\n", "keymap-fault-same-key"),
            ("[keys.list]\n\"C-s\" = \"undo\"\n", "keymap-fault-flow"),
            ("[keys.list]\n\"C-z\" = \"undo\"\n", "keymap-fault-suspend"),
            ("[keys.list]\n\"C-a\" = \"undo\"\n", "keymap-fault-kept-by"),
            (
                "[keys.list]\n\"C-1\" = \"undo\"\n",
                "keymap-fault-ctrl-sign",
            ),
            (
                "[keys.list]\n\"C-enter\" = \"undo\"\n",
                "keymap-fault-not-sent",
            ),
            (
                "[keys.list]\n\"C-S-x\" = \"undo\"\n",
                "keymap-fault-not-sent",
            ),
            (
                "[keys.text]\n\"A-x\" = \"undo\"\n",
                "keymap-fault-alt-in-text",
            ),
            (
                "[keys.evidence]\n\"1..9\" = \"code.slot\"\n",
                "keymap-fault-elsewhere",
            ),
            (
                "[keys.list]\n\"g\" = { menu = \"keymap-menu-nothing\" }\n",
                "keymap-fault-no-words",
            ),
            (
                "layout = \"fr\"\n[keys.transcript]\ndigits = \"slot\"\n\"1..9\" = \"code.slot\"\n\"(\" = \"coding.next\"\n",
                "keymap-fault-hides-digit",
            ),
        ] {
            let faults = lint("k.toml", text);
            assert!(
                faults.iter().any(|fault| fault.message.key == key),
                "{text}: {:?}",
                said(&faults)
            );
            assert!(
                faults
                    .iter()
                    .all(|fault| Words::new(Lang::Fr).has(&fault.message.key))
            );
        }
        assert!(lint("k.toml", "[keys.normal]\n\"C-z\" = \"suspend\"\n").is_empty());
    }
}
