//! `config.toml`, read with its faults.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, nearest};
use crate::message;

/// The keys of `config.toml`.
pub const KEYS: [&str; 6] = ["language", "keymap", "theme", "data_dir", "coder", "player"];

/// What the file sets. A key that is absent, unknown or wrong is `None`.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    pub language: Option<Spanned<String>>,
    pub keymap: Option<Spanned<String>>,
    pub theme: Option<Spanned<String>>,
    pub data_dir: Option<Spanned<String>>,
    pub coder: Option<Spanned<String>>,
    pub player: Option<Spanned<String>>,
}

/// Reads the text of the file; what is wrong in it is told and left out.
pub(super) fn read(file: &str, text: &str) -> (Written, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|error| Fault::toml(file, text, error))
        .collect();
    let mut written = Written::default();
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let name = key.get_ref().as_ref();
        let field = match name {
            "language" => &mut written.language,
            "keymap" => &mut written.keymap,
            "theme" => &mut written.theme,
            "data_dir" => &mut written.data_dir,
            "coder" => &mut written.coder,
            "player" => &mut written.player,
            _ => {
                let message = match nearest(name, KEYS) {
                    Some(meant) => message!("config-unknown-key-meant", key = name, meant = meant),
                    None => message!("config-unknown-key", key = name, known = KEYS.join(", ")),
                };
                faults.push(Fault::at(file, text, key.span().start, message));
                continue;
            }
        };
        match value.get_ref() {
            DeValue::String(said) if !said.trim().is_empty() => {
                *field = Some(Spanned::new(value.span(), said.trim().to_owned()));
            }
            DeValue::String(_) => {}
            _ => faults.push(Fault::at(
                file,
                text,
                value.span().start,
                message!("config-not-text", key = name),
            )),
        }
    }
    (written, faults)
}
