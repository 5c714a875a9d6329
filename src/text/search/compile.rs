//! From a term to a regular expression over the text as it stands: each letter becomes all that fold to it.

use super::Reading;
use super::query::PatternError;
use super::term::{Term, lead};
use crate::text::fold::{fold, fold_char};
use regex_automata::meta::{BuildError, Config, Regex};
use regex_syntax::hir::{
    Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition,
};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::OnceLock;

/// Memory that an expression may take, in bytes.
const SIZE: usize = 4 << 20;
/// What may stand inside a word without being seen: marks that have no letter of their own with it, soft hyphens.
const UNSEEN: &str = r"[\x{300}-\x{36f}\x{ad}]*";
/// The most letters that one sign stands for.
const LONGEST_SIGN: usize = 4;

/// Folded letters, one space for spaces.
pub(super) type Letters = Vec<char>;

pub(super) fn compile(term: &str, how: Reading) -> Result<Term, PatternError> {
    let read = match (how.regex, how.exact) {
        (true, true) => parsed(term)?,
        (true, false) => widened(parsed(term)?)?,
        (false, true) => parsed(&regex::escape(term))?,
        (false, false) => parsed(&folded_words(term))?,
    };
    let read = if how.whole {
        let bound = || Hir::look(Look::WordUnicode);
        Hir::concat(vec![bound(), read, bound()])
    } else {
        read
    };
    let config = Config::new()
        .nfa_size_limit(Some(SIZE))
        .hybrid_cache_capacity(SIZE);
    let made = Regex::builder().configure(config).build_from_hir(&read);
    let made = made.map_err(|error: BuildError| match error.size_limit() {
        Some(_) => PatternError::Explodes,
        None => broken(&error.to_string(), 0),
    })?;
    if how.regex && made.is_match("") {
        return Err(PatternError::Empty);
    }
    Ok(if how.regex || how.exact {
        Term::slow(made)
    } else {
        Term::words(made, letters(term), how.whole)
    })
}

fn parsed(expression: &str) -> Result<Hir, PatternError> {
    regex_syntax::parse(expression).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => {
            broken(&error.kind().to_string(), error.span().start.column)
        }
        regex_syntax::Error::Translate(error) => {
            broken(&error.kind().to_string(), error.span().start.column)
        }
        other => broken(&other.to_string(), 0),
    })
}

fn broken(reason: &str, column: usize) -> PatternError {
    PatternError::Broken {
        reason: reason.to_owned(),
        column,
    }
}

/// `term` folded.
fn letters(term: &str) -> Letters {
    let mut letters = Letters::new();
    for letter in fold(term).chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || letters.last() != Some(&' ') {
            letters.push(letter);
        }
    }
    letters
}

/// Signs that fold to the first letter, or to it and what follows.
pub(super) fn family_of(letters: &[char]) -> impl Iterator<Item = char> {
    let heads = (1..=letters.len().min(LONGEST_SIGN)).filter_map(|n| letters.get(..n));
    heads
        .filter_map(|head| families().get(&head.iter().collect::<String>()))
        .flatten()
        .copied()
}

/// First bytes of all spaces.
pub(super) fn leads_of_space() -> impl Iterator<Item = u8> {
    ('\0'..='\u{3000}').filter(|c| c.is_whitespace()).map(lead)
}

/// Whether a character may stand inside a word without being seen.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// Characters that fold to something else than themselves, by what they fold to.
fn families() -> &'static HashMap<String, Vec<char>> {
    static FAMILIES: OnceLock<HashMap<String, Vec<char>>> = OnceLock::new();
    FAMILIES.get_or_init(|| {
        let mut families: HashMap<String, Vec<char>> = HashMap::new();
        for c in foldable() {
            families
                .entry(fold(c.encode_utf8(&mut [0; 4])))
                .or_default()
                .push(c);
        }
        families
    })
}

/// Characters of the scripts and signs that folding changes.
fn foldable() -> impl Iterator<Item = char> {
    let blocks = [0x41..0x5b, 0x80..0x3000, 0xfb00..0xfb07, 0xff01..0xff5f];
    blocks
        .into_iter()
        .flatten()
        .filter_map(char::from_u32)
        .filter(|c| {
            let mut same = 0;
            fold_char(*c, |out| same += if out == *c { 1 } else { 2 });
            same != 1
        })
}

fn folded_words(term: &str) -> String {
    let letters: Vec<char> = fold(term).chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if letter.is_whitespace() {
            out.push_str(r"\s+");
            at += 1;
            while letters.get(at).is_some_and(|c| c.is_whitespace()) {
                at += 1;
            }
            continue;
        }
        // a ligature stands for several letters
        let ligature = [3, 2].into_iter().find_map(|n| {
            let several: String = letters.get(at..at + n)?.iter().collect();
            Some((n, families().get(&several)?))
        });
        match ligature {
            Some((n, signs)) => {
                let singles: String = letters.iter().skip(at).take(n).map(|c| one(*c)).collect();
                let _ = write!(out, "(?:{singles}|{}{UNSEEN})", class(signs));
                at += n;
            }
            None => {
                out.push_str(&one(*letter));
                at += 1;
            }
        }
    }
    out
}

/// All that fold to one letter, and what may follow it unseen.
fn one(letter: char) -> String {
    let mut family = vec![letter];
    if let Some(more) = families().get(letter.encode_utf8(&mut [0; 4])) {
        family.extend(more);
    }
    format!("{}{UNSEEN}", class(&family))
}

fn class(family: &[char]) -> String {
    let mut out = String::from("[");
    for c in family {
        let _ = write!(out, r"\x{{{:x}}}", u32::from(*c));
    }
    out.push(']');
    out
}

/// An expression whose letters and classes mean all that fold to them.
fn widened(hir: Hir) -> Result<Hir, PatternError> {
    Ok(match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Literal(literal) => {
            let text = String::from_utf8_lossy(&literal.0).into_owned();
            parsed(&folded_words_spaced(&text))?
        }
        HirKind::Class(Class::Unicode(class)) => Hir::class(Class::Unicode(wide(&class))),
        HirKind::Class(bytes) => Hir::class(bytes),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(widened(*repetition.sub)?),
            ..repetition
        }),
        HirKind::Capture(capture) => Hir::capture(Capture {
            sub: Box::new(widened(*capture.sub)?),
            ..capture
        }),
        HirKind::Concat(parts) => Hir::concat(all(parts)?),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)?),
    })
}

fn all(parts: Vec<Hir>) -> Result<Vec<Hir>, PatternError> {
    parts.into_iter().map(widened).collect()
}

/// Letters of an expression; a space in it stands for one space of any kind.
fn folded_words_spaced(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split(' ').enumerate() {
        if at > 0 {
            out.push_str(r"\s");
        }
        out.push_str(&folded_words(part));
    }
    out
}

/// The class of all characters that fold to one of it.
fn wide(class: &ClassUnicode) -> ClassUnicode {
    let holds = |c: char| {
        class
            .iter()
            .any(|range| range.start() <= c && c <= range.end())
    };
    let mut lower = class.clone();
    // `[A-Z]` is asked of folded text too
    for c in ('A'..='Z').filter(|c| holds(*c)) {
        let low = c.to_ascii_lowercase();
        lower.push(ClassUnicodeRange::new(low, low));
    }
    let holds = |c: char| {
        lower
            .iter()
            .any(|range| range.start() <= c && c <= range.end())
    };
    let (mut more, mut less) = (ClassUnicode::empty(), ClassUnicode::empty());
    for (to, family) in families() {
        let mut letters = to.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            continue;
        };
        let side = if holds(letter) { &mut more } else { &mut less };
        for c in family {
            side.push(ClassUnicodeRange::new(*c, *c));
        }
    }
    lower.difference(&less);
    lower.union(&more);
    lower
}
