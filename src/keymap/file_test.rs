//! A keymap file as it is read, with its faults.

use super::{Digits, parse};
use crate::command::Context;
use crate::i18n::{Lang, Words};

fn faults(text: &str) -> Vec<String> {
    let (_, faults) = parse("k.toml", text);
    faults
        .iter()
        .map(|fault| fault.say(Words::new(Lang::En)))
        .collect()
}

#[test]
fn the_whole_schema_is_read() {
    let text = r#"
schema = 1
name = "mine"
inherit = "azerty"
layout = { name = "be", digits = "0123456789" }
[keys.transcript]
inherit = ["list", "normal"]
digits = "slot"
"v" = "select.extend"
"c" = { menu = "menu-code" }
"c n" = { run = "code.new", desc = "mine", when = "passage" }
"1..9" = "code.slot"
"A-up" = ["select.turn", "select.extend up"]
"x" = false
[keys.live]
text = "note.type"
"#;
    let (layer, faults) = parse("k.toml", text);
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(
        (layer.name.as_str(), layer.inherit.as_deref()),
        ("mine", Some("azerty"))
    );
    assert_eq!(layer.layout.as_ref().unwrap().layout.name, "be");
    let (context, section) = &layer.sections[0];
    assert_eq!(*context, Context::Transcript);
    assert_eq!(section.digits, Some(Digits::Slot));
    assert_eq!(section.entries.len(), 3 + 9 + 2);
    assert_eq!(section.entries[3].line, 12);
    assert_eq!(layer.sections[1].1.text.unwrap().name(), "note.type");
}

#[test]
fn faults_name_line_and_column_and_what_was_meant() {
    for (text, fault) in [
        (
            "[keys.transcript]\n\"c\" = \"code.pikc\"\n",
            "k.toml:2:7: unknown “code.pikc”; did you mean “code.pick”?",
        ),
        (
            "[keys.transcipt]\n",
            "k.toml:1:7: unknown “transcipt”; did you mean “transcript”?",
        ),
        (
            "[keys.list]\n\"gg\" = \"undo\"\n",
            "k.toml:2:1: “gg” is not a key",
        ),
        ("[keys.list]\n\"g\" = 3\n", "k.toml:2:7:"),
        ("[keys.list]\n\"1..9\" = \"undo\"\n", "k.toml:2:1:"),
        (
            "[keys.list]\n\"g\" = { run = \"undo\", when = \"passsage\" }\n",
            "k.toml:2:30: unknown “passsage”",
        ),
        ("[keys.list]\ndigits = \"slots\"\n", "k.toml:2:10:"),
        ("schema = 2\n", "k.toml:1:10:"),
        (
            "layout = \"frr\"\n",
            "k.toml:1:10: unknown “frr”; did you mean “fr”?",
        ),
        ("[keys.list]\n\"g\" = \"undo 3\"\n", "k.toml:2:7:"),
        (
            "[keys.list]\n\"g\" = \"undo\"\n\"g\" = \"redo\"\n",
            "k.toml:3:1: not TOML here: duplicate key",
        ),
    ] {
        let found = faults(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with(fault), "{text}: {found:?}");
    }
}

#[test]
fn what_is_not_at_fault_is_kept() {
    let (layer, faults) = parse(
        "k",
        "[keys.list]\n\"a\" = \"nothing.known\"\n\"b\" = \"undo\"\nbroken\n",
    );
    assert_eq!(faults.len(), 2);
    let keys: Vec<_> = layer.sections[0]
        .1
        .entries
        .iter()
        .map(|entry| entry.chord.to_string())
        .collect();
    assert_eq!(keys, ["b"]);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_failing(text in "(\\PC|\n){0,200}") {
        let _ = parse("k", &text);
    }
}
