//! The signs of a pattern: `&`, `~10`, quotation marks; and what is wrong with it.

use super::{LONGEST, Reading};
use crate::text::fold::fold;

/// Why a pattern cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// There is nothing in it, or it would be met everywhere.
    Empty,
    /// It holds this control character.
    Control(u32),
    /// It has so many bytes.
    Long(usize),
    /// A sign stands without words on both sides.
    Half,
    /// `&` and `~` stand in one pattern.
    Mixed,
    /// A regular expression that cannot be read, in the words of its reader.
    Broken {
        /// The reason.
        reason: String,
        /// Character at which it stands, from 1.
        column: usize,
    },
    /// A regular expression that would take too much memory.
    Explodes,
}

/// How the terms of a pattern stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// In one unit.
    Together,
    /// With so many words between them at most.
    Near(usize),
}

pub(super) struct Parsed {
    pub(super) terms: Vec<String>,
    pub(super) relation: Relation,
}

pub(super) fn parse(asked: &str, how: Reading) -> Result<Parsed, PatternError> {
    if asked.len() > LONGEST {
        return Err(PatternError::Long(asked.len()));
    }
    if let Some(control) = asked.chars().find(|c| c.is_control() && *c != '\t') {
        return Err(PatternError::Control(u32::from(control)));
    }
    if asked.trim().is_empty() {
        return Err(PatternError::Empty);
    }
    if how.regex {
        return Ok(Parsed {
            terms: vec![asked.to_owned()],
            relation: Relation::Together,
        });
    }
    let mut terms = vec![String::new()];
    let mut relation = None;
    for (token, quoted) in tokens(asked) {
        let sign = if quoted { None } else { sign(&token) };
        match (sign, relation) {
            (Some(sign), None) => {
                relation = Some(sign);
                terms.push(String::new());
            }
            (Some(sign), Some(before)) if sign == before => terms.push(String::new()),
            (Some(_), Some(_)) => return Err(PatternError::Mixed),
            (None, _) => {
                if let Some(term) = terms.last_mut() {
                    if !term.is_empty() {
                        term.push(' ');
                    }
                    term.push_str(&token);
                }
            }
        }
    }
    // what folds to nothing (a lone soft hyphen) would be met everywhere
    let nothing = |term: &String| fold(term).trim().is_empty();
    if terms.iter().all(nothing) {
        return Err(PatternError::Empty);
    }
    if terms.iter().any(nothing) {
        return Err(PatternError::Half);
    }
    Ok(Parsed {
        terms,
        relation: relation.unwrap_or(Relation::Together),
    })
}

fn sign(token: &str) -> Option<Relation> {
    if token == "&" {
        return Some(Relation::Together);
    }
    token.strip_prefix('~')?.parse().ok().map(Relation::Near)
}

/// Words between spaces, and what stands between quotation marks as one; whether it stood in marks.
fn tokens(asked: &str) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let mut rest = asked.trim_start();
    while !rest.is_empty() {
        let quoted = rest
            .strip_prefix('"')
            .and_then(|inner| inner.split_once('"'))
            .filter(|(_, after)| after.is_empty() || after.starts_with(char::is_whitespace));
        if let Some((inner, after)) = quoted {
            out.push((inner.to_owned(), true));
            rest = after.trim_start();
            continue;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out.push((word.to_owned(), false));
        rest = after.trim_start();
    }
    out
}
