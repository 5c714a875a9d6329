//! The keys in words: all of a place, and what one chord does and why.

use super::chord::{Chord, Step};
use super::key::{Code, NotAKey};
use super::keys::Keymap;
use super::layer::{Action, Entry};
use super::layout::Reach;
use crate::command::Context;
use crate::i18n::Words;
use crate::t;

/// The keys of a context with all that it inherits; without one, what each context binds itself.
pub fn show(keymap: &Keymap, context: Option<Context>, words: Words) -> String {
    let mut out: Vec<String> = Vec::new();
    for each in Context::ALL {
        if context.is_some_and(|wanted| wanted != each) {
            continue;
        }
        let bindings: Vec<_> = keymap
            .bindings(each)
            .into_iter()
            .filter(|binding| context.is_some() || binding.entry.context == each)
            .collect();
        if bindings.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(String::new());
        }
        out.push(format!(
            "[{}] {}",
            each.name(),
            words.get(&each.label_key())
        ));
        let lines = bindings.iter().map(|binding| {
            let chords: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
            [
                chords.join("  "),
                runs(binding.entry),
                binding.entry.words(words),
            ]
        });
        out.extend(columns(&lines.collect::<Vec<_>>()));
    }
    lines_of(&out)
}

/// What the chord does in each context, where that is written, and whether the layout can type it.
///
/// # Errors
/// Where the text is no chord.
pub fn why(keymap: &Keymap, chord: &str, words: Words) -> Result<String, NotAKey> {
    let chord: Chord = chord.parse()?;
    let mut out = vec![chord.to_string()];
    let found = meeting(keymap, &chord);
    for (entry, contexts) in &found {
        let names: Vec<&str> = contexts.iter().map(|context| context.name()).collect();
        let place = format!("{}:{}", entry.file, entry.line);
        out.push(String::new());
        out.push(format!(
            "{}  {}  {}",
            entry.chord,
            runs(entry),
            entry.words(words)
        ));
        let place = t!(
            words,
            "keymap-why-place",
            place = place,
            context = entry.context.name()
        );
        out.push(format!("    {place}"));
        let contexts = t!(words, "keymap-why-in", contexts = names.join(", "));
        out.push(format!("    {contexts}"));
    }
    if found.is_empty() {
        out.push(String::new());
        out.push(t!(words, "keymap-why-nothing"));
    }
    for step in &chord.0 {
        if let Step::Key(key) = step
            && let Code::Char(c) = key.code
        {
            let layout = keymap.layout.layout;
            out.push(match layout.reach(c) {
                Reach::Plain => continue,
                Reach::Shift => t!(words, "keymap-why-shift", key = c, layout = layout.name),
                Reach::AltGr => t!(words, "keymap-why-altgr", key = c, layout = layout.name),
                Reach::Dead => t!(words, "keymap-why-dead", key = c, layout = layout.name),
                Reach::Missing => t!(words, "keymap-why-missing", key = c, layout = layout.name),
            });
        }
    }
    Ok(lines_of(&out))
}

/// The entries that begin with the chord, and the contexts in which each is in force.
fn meeting<'a>(keymap: &'a Keymap, chord: &Chord) -> Vec<(&'a Entry, Vec<Context>)> {
    let mut found: Vec<(&Entry, Vec<Context>)> = Vec::new();
    let sequences = chord.expand();
    for context in Context::ALL {
        for entry in keymap.entries(context) {
            if !sequences
                .iter()
                .any(|(keys, _)| entry.keys.starts_with(keys))
            {
                continue;
            }
            match found.iter_mut().find(|(other, _)| other.is_line_of(entry)) {
                Some((_, contexts)) if contexts.contains(&context) => {}
                Some((_, contexts)) => contexts.push(context),
                None => found.push((entry, vec![context])),
            }
        }
    }
    found
}

impl Entry {
    /// The same line of the same file, whatever digit it stands for.
    fn is_line_of(&self, other: &Entry) -> bool {
        (&self.file, self.line) == (&other.file, other.line)
    }
}

fn runs(entry: &Entry) -> String {
    match &entry.action {
        Action::Run { runs, .. } => {
            let digits = entry
                .chord
                .0
                .iter()
                .any(|step| matches!(step, Step::Digits(..)));
            let names = runs.iter().map(|run| {
                // the argument of a class of digits is whichever is pressed
                if digits {
                    run.command.name().to_owned()
                } else {
                    run.to_string()
                }
            });
            names.collect::<Vec<_>>().join(", ")
        }
        Action::Menu(_) => "…".to_owned(),
        Action::Unbind => String::new(),
    }
}

fn columns(lines: &[[String; 3]]) -> Vec<String> {
    let width = |at: usize| {
        lines
            .iter()
            .map(|line| line[at].chars().count())
            .max()
            .unwrap_or(0)
    };
    let (first, second) = (width(0), width(1));
    lines
        .iter()
        .map(|[chord, command, label]| format!("  {chord:first$}  {command:second$}  {label}"))
        .collect()
}

fn lines_of(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn the_keys_of_a_place_are_listed_with_what_it_inherits() {
        let keymap = Keymap::shipped("default");
        let text = show(&keymap, Some(Context::Transcript), Words::new(Lang::En));
        for part in [
            "1..9",
            "code.slot",
            "cursor.down",
            "palette.open",
            "choose…",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert_eq!(text.matches("code.slot").count(), 1);
        assert!(!text.contains("codebook.add"));
        let all = show(&keymap, None, Words::new(Lang::Fr));
        assert!(all.contains("[codebook] grille de codage") && all.contains("codebook.add"));
    }

    #[test]
    fn why_names_the_file_and_the_contexts() {
        let keymap = Keymap::shipped("azerty");
        let text = why(&keymap, "g g", Words::new(Lang::En)).unwrap();
        assert!(
            text.contains("cursor.first") && text.contains("keymaps/default.toml:"),
            "{text}"
        );
        let text = why(&keymap, "[", Words::new(Lang::En)).unwrap();
        assert!(text.contains("AltGr") && text.contains("fr"), "{text}");
        let text = why(&keymap, "g", Words::new(Lang::En)).unwrap();
        assert!(text.contains("place.evidence"), "{text}");
        assert!(why(&keymap, "gg", Words::new(Lang::En)).is_err());
    }
}
