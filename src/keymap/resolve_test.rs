//! Keys pressed in a place, and what they come to.

use super::{Code, Key, Keymap, Resolution, Resolver};
use crate::command::Context::{Board, Evidence, Live, Passages, Picker, Transcript};
use crate::command::{CommandId, Context, CursorAct, Invocation, PlaceAct, Situation};
use crate::i18n::{Lang, Words};

fn keymap(name: &str, more: &str) -> Keymap {
    let (keymap, faults) = Keymap::load(Some(name), Some(("mine.toml", more)));
    assert!(faults.is_empty(), "{faults:?}");
    keymap
}

/// What the last of the keys comes to, the ones before having been pressed in order.
fn press(keymap: &Keymap, context: Context, keys: &str) -> String {
    let mut resolver = Resolver::new();
    let mut last = String::new();
    for key in keys.split(' ') {
        let key: Key = key.parse().unwrap();
        last = match resolver.press(keymap, context, &Situation::default(), key) {
            Resolution::Run(runs) => {
                let runs = runs.iter().map(|run| match run.count {
                    Some(count) => format!("{count}*{}", run.command.name()),
                    None => run.to_string(),
                });
                runs.collect::<Vec<_>>().join(" + ")
            }
            Resolution::Refused(message) => format!("refused: {}", message.key),
            Resolution::Pending(_) => "…".into(),
            Resolution::NotBound(_) => "not bound".into(),
            Resolution::Cancelled => "cancelled".into(),
        };
    }
    last
}

#[test]
fn keys_come_to_commands() {
    let (default, azerty, bepo) = (
        keymap("default", ""),
        keymap("azerty", ""),
        keymap("bepo", ""),
    );
    for (keymap, context, keys, outcome) in [
        // one key for a code of a slot, two to take the sentence or the turn first
        (&default, Transcript, "1", "code.slot 1"),
        (&default, Transcript, "9", "code.slot 9"),
        (&default, Transcript, "c", "code.pick"),
        (&default, Transcript, "f 3", "coding.strength 3"),
        (&default, Transcript, "f 7", "…"),
        (&default, Transcript, "n", "coding.polarity_mixed"),
        (&default, Board, "n", "search.next"),
        (&default, Board, "g s", "place.sessions"),
        // counts
        (&default, Board, "3 j", "3*cursor.down"),
        (&default, Board, "1 0 j", "10*cursor.down"),
        (&default, Board, "1 2 g g", "12*cursor.first"),
        (&default, Board, "0", "not bound"),
        (&default, Transcript, "g 1 2 g", "12*cursor.first"),
        (&default, Board, "3 x", "session.delete"),
        // giving up
        (&default, Board, "g esc", "cancelled"),
        (&default, Board, "g 3 esc", "cancelled"),
        (&default, Board, "3 esc", "cancelled"),
        (&default, Board, "g é", "cancelled"),
        (&default, Board, "esc", "back"),
        (&default, Board, "é", "not bound"),
        // the unshifted digit row, in slots, counts and after a prefix
        (&azerty, Transcript, "&", "code.slot 1"),
        (&azerty, Transcript, "ç", "code.slot 9"),
        (&azerty, Transcript, "3", "code.slot 3"),
        (&azerty, Transcript, "à", "coding.polarity_clear"),
        (&azerty, Transcript, "f \"", "coding.strength 3"),
        (&azerty, Board, "\" j", "3*cursor.down"),
        (&azerty, Board, "& à j", "10*cursor.down"),
        (&azerty, Transcript, "g & é g", "12*cursor.first"),
        (&default, Transcript, "&", "not bound"),
        (&bepo, Transcript, "/", "code.slot 9"),
        (&bepo, Board, "/", "search.open"),
        (&bepo, Transcript, "é", "search.open"),
        // typing
        (&default, Live, "é", "note.type é"),
        (&default, Live, "1", "note.type 1"),
        (&azerty, Live, "&", "note.type &"),
        (&default, Live, "space", "note.type  "),
        (&default, Picker, "g", "text.type g"),
        (&default, Live, "C-k", "note.code"),
        (&default, Picker, "C-k", "text.delete_to_end"),
        (&default, Live, "esc", "…"),
        (&default, Live, "esc esc", "back"),
        (&default, Live, "esc g e", "place.evidence"),
        (&default, Live, "esc g esc", "cancelled"),
        (&default, Live, "C-x", "not bound"),
        // movement of its own
        (&default, Evidence, "l", "scenario.next"),
        (&default, Passages, "f 2", "coding.strength 2"),
    ] {
        let pressed = press(keymap, context, keys);
        assert_eq!(pressed, outcome, "{} {context:?} {keys}", keymap.name);
    }
}

#[test]
fn a_file_of_ones_own_is_one_more_layer() {
    let own = keymap(
        "default",
        r#"
[keys.normal]
"g s" = "place.live"
"C-p" = false
[keys.transcript]
"c" = { menu = "mine" }
"c c" = "code.pick"
"A-up" = ["select.turn", "select.extend up"]
"w" = { run = "code.new", when = "selection" }
[keys.board]
"g" = "undo"
"#,
    );
    for (context, keys, outcome) in [
        (Board, "C-p", "not bound"),
        (Evidence, "g s", "place.live"),
        (Evidence, "g t", "place.transcript"),
        (Transcript, "c", "…"),
        (Transcript, "c c", "code.pick"),
        (Transcript, "A-up", "select.turn + select.extend up"),
        (Transcript, "w", "refused: command-need-selection"),
        // a key hides what begins with it in what the place inherits
        (Board, "g", "undo"),
    ] {
        assert_eq!(press(&own, context, keys), outcome, "{context:?} {keys}");
    }
}

#[test]
fn faults_of_ones_own_file_leave_the_rest_in_force() {
    let text = "inherit = \"azery\"\n[keys.board]\n\"w\" = \"nothing\"\n\"W\" = \"undo\"\n";
    let (keymap, faults) = Keymap::load(None, Some(("mine.toml", text)));
    let keys: Vec<_> = faults
        .iter()
        .map(|fault| fault.message.key.as_ref())
        .collect();
    assert_eq!(keys, ["keymap-unknown", "keymap-no-such-keymap"]);
    assert_eq!(keymap.name, "default");
    assert_eq!(press(&keymap, Context::Board, "W"), "undo");
    assert_eq!(press(&keymap, Context::Board, "w"), "not bound");
}

#[test]
fn a_fast_escape_is_an_escape_and_then_the_key() {
    let keymap = Keymap::shipped("default");
    let resolver = Resolver::new();
    let alt: Key = "A-u".parse().unwrap();
    let meant = resolver.meant(&keymap, Context::Live, alt);
    assert_eq!(meant, [Key::plain(Code::Esc), Key::char('u')]);
    assert_eq!(resolver.meant(&keymap, Context::Board, alt), meant);
    assert_eq!(press(&keymap, Context::Live, "esc u"), "undo");
}

#[test]
fn the_which_key_panel_lists_what_may_follow() {
    let keymap = Keymap::shipped("default");
    let words = Words::new(Lang::En);
    let mut resolver = Resolver::new();
    let press = |resolver: &mut Resolver, key| {
        resolver.press(
            &keymap,
            Context::Transcript,
            &Situation::default(),
            Key::char(key),
        )
    };
    let Resolution::Pending(menu) = press(&mut resolver, 'f') else {
        panic!()
    };
    assert_eq!(words.get(menu.title.as_deref().unwrap()), "strength");
    let items: Vec<_> = menu
        .items
        .iter()
        .map(|item| format!("{} {}", item.step.label(words), item.what.words(words)))
        .collect();
    assert_eq!(items, ["0-4 strength", "x no strength"]);
    assert_eq!(resolver.label(words), "f");
    assert_eq!(resolver.menu(&keymap, Context::Transcript), Some(menu));
    press(&mut resolver, 'x');
    assert_eq!(resolver.menu(&keymap, Context::Transcript), None);
    let Resolution::Pending(menu) = press(&mut resolver, 'g') else {
        panic!()
    };
    assert!(
        menu.items
            .iter()
            .any(|item| item.what.words(words) == "evidence")
    );
}

#[test]
fn a_chord_is_dropped_when_the_place_changes_under_it() {
    let keymap = Keymap::shipped("default");
    let mut resolver = Resolver::new();
    let nothing = Situation::default();
    resolver.press(&keymap, Context::Transcript, &nothing, Key::char('f'));
    let resolution = resolver.press(&keymap, Context::Log, &nothing, Key::char('j'));
    assert_eq!(
        resolution,
        Resolution::Run(vec![Invocation::new(CursorAct::Down)])
    );
    assert!(!resolver.is_pending());
}

#[test]
fn keys_are_found_from_commands() {
    let keymap = Keymap::shipped("default");
    let words = Words::new(Lang::Fr);
    assert_eq!(
        keymap
            .label(Context::Live, PlaceAct::Evidence, words)
            .as_deref(),
        Some("Échap g e")
    );
    assert_eq!(
        keymap
            .label(Context::Board, PlaceAct::Evidence, words)
            .as_deref(),
        Some("g e")
    );
    assert_eq!(
        keymap
            .label(
                Context::Transcript,
                CommandId::parse("code.slot").unwrap(),
                words
            )
            .as_deref(),
        Some("1-9")
    );
    assert_eq!(
        keymap.label(
            Context::Board,
            CommandId::parse("code.slot").unwrap(),
            words
        ),
        None
    );
}

#[test]
fn the_bar_holds_the_most_useful_first_with_the_reason_of_those_that_cannot_run() {
    let keymap = Keymap::shipped("default");
    let situation = Situation {
        study_open: true,
        writable: true,
        codes_exist: true,
        passage: true,
        ..Situation::default()
    };
    let bar = keymap.bar(Context::Transcript, &situation);
    let names: Vec<_> = bar.iter().take(6).map(|item| item.command.name).collect();
    let first = [
        "code.slot",
        "code.pick",
        "select.sentence",
        "select.turn",
        "select.extend",
        "code.repeat",
    ];
    assert_eq!(names, first);
    assert!(bar[0].possible.is_ok());
    let remove = bar
        .iter()
        .find(|item| item.command.name == "coding.remove")
        .unwrap();
    assert_eq!(
        remove.possible.as_ref().unwrap_err().key,
        "command-need-coding-here"
    );
}

#[test]
fn one_key_codes_and_two_take_the_sentence_first_in_every_shipped_keymap() {
    for (name, _) in crate::keymap::SHIPPED {
        let keymap = Keymap::shipped(name);
        assert_eq!(
            press(&keymap, Context::Transcript, "1"),
            "code.slot 1",
            "{name}"
        );
        for (command, most) in [
            ("select.sentence", 1),
            ("select.turn", 1),
            ("code.pick", 1),
            ("code.repeat", 1),
        ] {
            let chords = keymap.chords(Context::Transcript, CommandId::parse(command).unwrap());
            assert!(
                chords.iter().any(|chord| chord.0.len() <= most),
                "{name} {command}"
            );
        }
    }
}

#[test]
fn every_command_can_be_reached_by_keys_or_stands_in_the_palette() {
    // those that only the palette, the loop or another command runs
    let without = ["search.clear", "theme.next", "study.check", "select.clear"];
    let keymap = Keymap::shipped("default");
    for command in crate::command::all() {
        let bound = Context::ALL
            .iter()
            .any(|context| !keymap.chords(*context, command.id).is_empty());
        let types = ["text.type", "note.type", "label.type"].contains(&command.name);
        assert!(
            bound || types || without.contains(&command.name),
            "{} has no key",
            command.name
        );
    }
}

static KEYMAPS: std::sync::LazyLock<Vec<Keymap>> = std::sync::LazyLock::new(|| {
    crate::keymap::SHIPPED
        .iter()
        .map(|(name, _)| Keymap::shipped(name))
        .collect()
});

proptest::proptest! {
    #[test]
    fn whatever_is_pressed_two_escapes_free_the_keys(
        context in 0..Context::ALL.len(),
        keys in proptest::collection::vec("[a-zA-Z0-9&é\"'(=./?:-]|esc|tab|enter|up|C-[a-z]|A-[a-z]|f[1-9]", 0..12),
        shipped in 0..crate::keymap::SHIPPED.len(),
    ) {
        let keymap = &KEYMAPS[shipped];
        let context = Context::ALL[context];
        let mut resolver = Resolver::new();
        let nothing = Situation::default();
        for key in keys {
            let key: Key = key.parse().unwrap();
            let resolution = resolver.press(keymap, context, &nothing, key);
            let pending = matches!(resolution, Resolution::Pending(_));
            proptest::prop_assert_eq!(pending, resolver.is_pending());
            proptest::prop_assert_eq!(pending, resolver.menu(keymap, context).is_some());
        }
        for _ in 0..2 {
            if resolver.is_pending() {
                resolver.press(keymap, context, &nothing, Key::plain(Code::Esc));
            }
        }
        proptest::prop_assert!(!resolver.is_pending());
    }
}
