//! `keys show|lint|why`: the keymap in force.

use super::args::KeysVerb;
use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use crate::command::Context;
use crate::config::{Fault, nearest};
use crate::keymap::{Keymap, lint, shipped, show, why};
use crate::message;
use std::path::Path;

/// Keys in words.
pub fn keys(cx: &Cx, verb: &KeysVerb) -> Done {
    match verb {
        KeysVerb::Show { context } => {
            let context = context.as_deref().map(context_named).transpose()?;
            let keymap = keymap(cx);
            cx.put(&show(&keymap, context, cx.words))
        }
        KeysVerb::Why { keys } => {
            let keymap = keymap(cx);
            match why(&keymap, &keys.join(" "), cx.words) {
                Ok(text) => cx.put(&text),
                Err(error) => Err(Failure::new(USAGE, error.message())),
            }
        }
        KeysVerb::Lint { file } => lint_file(cx, file.as_deref()),
    }
}

fn context_named(name: &str) -> Result<Context, Failure> {
    let names = || Context::ALL.iter().map(|context| context.name());
    let found = Context::ALL
        .into_iter()
        .find(|context| context.name() == name);
    found.ok_or_else(|| {
        let meant = nearest(name, names());
        let known = meant.map_or_else(|| names().collect::<Vec<_>>(), |meant| vec![meant]);
        Failure::missing(USAGE, message!("cli-no-context", name = name), &known)
    })
}

/// The keymap that the screen would have; what is wrong with it is told.
fn keymap(cx: &Cx) -> Keymap {
    let file = cx.loaded.paths.keymap_file.display().to_string();
    let user = cx
        .loaded
        .user_keymap
        .as_deref()
        .map(|text| (file.as_str(), text));
    let (keymap, faults) = Keymap::load(cx.settings().keymap.value.as_deref(), user);
    for fault in &faults {
        tell(cx, fault);
    }
    keymap
}

fn tell(cx: &Cx, fault: &Fault) {
    cx.tell(&message!(
        "cli-fault",
        place = fault.to_string(),
        what = &fault.message
    ));
}

fn lint_file(cx: &Cx, file: Option<&Path>) -> Done {
    let (name, text) = match (file, &cx.loaded.user_keymap, &cx.settings().keymap.value) {
        (Some(file), ..) => {
            let text = std::fs::read(file).map_err(|error| Failure::of_input(file, &error))?;
            let text = String::from_utf8(text).map_err(|_| {
                Failure::new(
                    super::failure::DATA,
                    message!(
                        "cli-fault",
                        place = format!("{}:", file.display()),
                        what = message!("config-not-utf8")
                    ),
                )
            })?;
            (file.display().to_string(), text)
        }
        (None, Some(text), None) => (
            cx.loaded.paths.keymap_file.display().to_string(),
            text.clone(),
        ),
        (None, _, name) => {
            let name = name.as_deref().unwrap_or("default");
            let Some(text) = shipped(name) else {
                let known: Vec<&str> = crate::keymap::SHIPPED
                    .iter()
                    .map(|(name, _)| *name)
                    .collect();
                return Err(Failure::missing(
                    USAGE,
                    message!("cli-no-keymap", name = name),
                    &known,
                ));
            };
            (format!("keymaps/{name}.toml"), text.to_owned())
        }
    };
    let faults = lint(&name, &text);
    for fault in &faults {
        cx.line(&fault.say(cx.words))?;
    }
    if faults.is_empty() {
        cx.say(&message!("cli-lint-good", file = name))
    } else {
        Err(Failure::Quiet(1))
    }
}
