//! The two files hold the same words, French is set as French is, and the code and the files know the same keys.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::Lang;
use super::words::source;

/// Keys that code puts together: a key that begins like this counts as used. One place, one line each.
const DYNAMIC: &[&str] = &[
    "analysis-own-",
    "analysis-registration-",
    "analysis-coefficient-",
    "analysis-criterion-state-",
    "analysis-finding-state-",
    "analysis-unit-",
    // journals of earlier versions name it
    "label-session-add",
    "app-finding-",
    "app-autocode-unit-",
    "app-guide-field-",
    "guide-kind-",
    "analysis-column-",
    "analysis-quotes-",
    "app-code-label-",
    "app-answer-",
    "app-colour-",
    "app-table-",
    "cli-saved-",
    "cli-search-",
    "app-flag-",
    "app-incident-",
    "app-kind-",
    "app-consent-",
    "app-setting-",
    "app-settings-",
    "app-state-",
    "tui-board-",
    "tui-preview-kind-",
    "tui-references-",
    "command-",
    "cli-coders-kind-",
    "cli-help-",
    "keymap-context-",
    "keymap-fault-",
    "tui-evidence-filter-",
    "tui-quotas-",
    "versions-doubt-",
    "analysis-sample-",
    "export-field-",
    "analysis-hours-",
    "memo-on-",
];

/// Key → the text of its value, placeables and variants included.
fn entries(lang: Lang) -> BTreeMap<String, String> {
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source(lang).lines() {
        if line.is_empty() || line.starts_with('#') {
            current = None;
            continue;
        }
        if line.starts_with([' ', '}', '*', '[']) {
            let key = current
                .as_ref()
                .unwrap_or_else(|| panic!("{lang}: stray line {line:?}"));
            let text = out.get_mut(key).unwrap();
            text.push('\n');
            text.push_str(line.trim());
            continue;
        }
        let (key, text) = line
            .split_once('=')
            .unwrap_or_else(|| panic!("{lang}: {line:?}"));
        let key = key.trim().to_owned();
        assert!(
            out.insert(key.clone(), text.trim().to_owned()).is_none(),
            "{lang}: {key} twice"
        );
        current = Some(key);
    }
    out
}

fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
                .collect()
        })
        .collect()
}

#[test]
fn both_files_are_well_formed_and_hold_the_same_messages() {
    for lang in Lang::ALL {
        if let Err((_, errors)) = FluentResource::try_new(source(lang).to_owned()) {
            panic!("{lang}.ftl: {errors:?}");
        }
    }
    let (en, fr) = (entries(Lang::En), entries(Lang::Fr));
    let missing: Vec<_> = en.keys().filter(|key| !fr.contains_key(*key)).collect();
    let extra: Vec<_> = fr.keys().filter(|key| !en.contains_key(*key)).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "not in fr: {missing:?}; not in en: {extra:?}"
    );
    for (key, text) in &en {
        assert!(!text.is_empty() && !fr[key].is_empty(), "{key} is empty");
        assert_eq!(
            variables(text),
            variables(&fr[key]),
            "{key}: variables differ"
        );
    }
}

/// Whether a sign of French has the wrong space, or none, before it (after it, for «).
fn badly_spaced(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: Option<usize>| i.and_then(|i| chars.get(i)).copied();
    let in_words =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '}' | '»' | ')'));
    chars.iter().enumerate().any(|(i, &c)| {
        let (before, after) = (at(i.checked_sub(1)), at(Some(i + 1)));
        let space = match c {
            ':' => '\u{a0}',
            ';' | '!' | '?' => '\u{202f}',
            '«' => return after != Some('\u{a0}'),
            '»' => return before != Some('\u{a0}'),
            _ => return false,
        };
        // a sign inside a word (12:09) or that stands alone is a key's name, a time, a path
        if !after.is_none_or(char::is_whitespace) {
            return false;
        }
        let spaced = before.is_some_and(char::is_whitespace) && in_words(at(i.checked_sub(2)));
        in_words(before) || spaced && before != Some(space)
    })
}

#[test]
fn the_check_of_french_spaces_finds_faults() {
    for (text, bad) in [
        ("Import\u{a0}: 3 fichiers", false),
        ("Import : 3 fichiers", true),
        ("Import: 3 fichiers", true),
        ("Import\u{202f}: 3", true),
        ("Vraiment\u{202f}?", false),
        ("Vraiment ?", true),
        ("Vraiment?", true),
        ("{ $n }\u{202f}; { $m }", false),
        ("{ $n } ; { $m }", true),
        ("«\u{a0}mot\u{a0}»", false),
        ("« mot »", true),
        ("à 12:09, touche ?", true),
        ("? touches", false),
        ("à 12:09", false),
    ] {
        assert_eq!(badly_spaced(text), bad, "{text}");
    }
}

#[test]
fn french_is_set_with_its_spaces() {
    let faults: Vec<_> = entries(Lang::Fr)
        .into_iter()
        .filter(|(_, text)| text.lines().any(badly_spaced))
        .map(|(key, text)| format!("{key}: {text}"))
        .collect();
    assert!(
        faults.is_empty(),
        "U+00A0 before ':' and inside « », U+202F before '; ! ?':\n{}",
        faults.join("\n")
    );
}

/// Whether a straight apostrophe stands in words; what is between backticks is typed as it is.
fn has_straight_apostrophe(text: &str) -> bool {
    text.split('`').step_by(2).any(|prose| prose.contains('\''))
}

#[test]
fn apostrophes_are_typographic() {
    for (text, bad) in [
        ("l’appel", false),
        ("l'appel", true),
        ("écrire `name = 'AF'` dans l’en-tête", false),
        ("écrire `name` dans l'en-tête", true),
        ("{ $who }'s", true),
    ] {
        assert_eq!(has_straight_apostrophe(text), bad, "{text}");
    }
    for lang in Lang::ALL {
        let faults: Vec<_> = entries(lang)
            .into_iter()
            .filter(|(_, text)| has_straight_apostrophe(text))
            .map(|(key, text)| format!("{key}: {text}"))
            .collect();
        assert!(faults.is_empty(), "{lang}: ’ in:\n{}", faults.join("\n"));
    }
}

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "toml") {
            out.push(path);
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    if root.join("keymaps").is_dir() {
        rust_files(&root.join("keymaps"), &mut files);
    }
    files.sort();
    let texts = files.into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    });
    texts.collect()
}

/// The first string literal after `from`, when only spaces stand before it.
fn literal(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('"')?.split('"').next()
}

#[test]
fn every_message_that_code_names_is_there() {
    let known = entries(Lang::En);
    let mut missing = BTreeSet::new();
    for (path, text) in sources() {
        // tests and examples make keys up
        let code = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let text = lines.collect::<Vec<_>>().join("\n");
        if path.to_string_lossy().ends_with("_test.rs") {
            continue;
        }
        let mut named = Vec::new();
        for (at, _) in text.match_indices("message!(") {
            named.extend(literal(&text[at + "message!(".len()..]));
        }
        for (at, _) in text.match_indices("t!(") {
            let whole_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let rest = &text[at + 3..];
            if whole_word && let Some((_, after)) = rest.split_once(',') {
                named.extend(literal(after));
            }
        }
        for door in [
            "words.get(",
            "words.with(",
            "words().get(",
            "words().with(",
            "Message::new(",
        ] {
            for (at, _) in text.match_indices(door) {
                named.extend(literal(&text[at + door.len()..]));
            }
        }
        for key in named {
            if !key.is_empty() && !known.contains_key(key) {
                missing.insert(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "not in the files:\n{missing:#?}");
}

#[test]
fn every_message_of_the_files_is_used() {
    let mut code: String = sources().into_iter().map(|(_, text)| text).collect();
    for template in [
        include_str!("../export/deliver/infographic.html"),
        include_str!("../export/deliver/infographic.typ"),
    ] {
        code.push_str(&template.replace("say(\"", "\"deliver-"));
    }
    let unused: Vec<_> = entries(Lang::En)
        .into_keys()
        .filter(|key| !DYNAMIC.iter().any(|prefix| key.starts_with(prefix)))
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "in the files, used nowhere: {unused:#?}");
}
