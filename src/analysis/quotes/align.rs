//! Words side by side: what was written against what was said.

use super::said::words;
use crate::text::fold::fold;
use std::ops::Range;

/// A stretch of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Written as it was said.
    Same(String),
    /// Written one way and said another; one side may be empty.
    Differs {
        /// What the text has.
        written: String,
        /// What was said.
        said: String,
    },
    /// A cut that the text marks.
    Cut,
}

/// A quote laid over a stretch of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    /// The stretches.
    pub(super) pieces: Vec<Piece>,
    /// Bytes of the text that was said, from the first word that fits to the last.
    pub(super) span: Range<usize>,
    /// Words of the quote that were said, and all of them.
    pub(super) same: usize,
    /// Words of the quote.
    pub(super) all: usize,
}

/// A word that was not said weighs more than one in the place of another, and that more than one that was left out.
const NOT_SAID: u32 = 4;
const INSTEAD: u32 = 3;
const LEFT_OUT: u32 = 1;
/// Longer quotes are compared by their beginning.
const LONGEST: usize = 1500;

struct Token<'a> {
    text: &'a str,
    folded: String,
    span: Range<usize>,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|token| {
            let start = token.as_ptr() as usize - base;
            let mut folded = String::new();
            words(token, |word, _| {
                if !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push_str(word);
            });
            Token {
                text: token,
                folded,
                span: start..start + token.len(),
            }
        })
        .collect()
}

/// How a word of the quote answers to one that was said.
fn fits(written: &Token, said: &Token, folding: bool) -> Option<u32> {
    if same(written.text, said.text, folding) {
        Some(0)
    } else if written.folded == said.folded && !written.folded.is_empty() {
        Some(1)
    } else {
        None
    }
}

/// Whether two words are the same, with or without regard to case, accents, apostrophes and spaces.
pub(super) fn same(a: &str, b: &str, folding: bool) -> bool {
    a == b || (folding && fold(a) == fold(b))
}

/// Lays a quote over a stretch of text; what stands before and after is left out.
pub(super) fn align(quote: &str, text: &str, folding: bool) -> Option<Aligned> {
    let mut written = tokens(quote);
    written.truncate(LONGEST);
    let said = tokens(text);
    let (rows, columns) = (written.len(), said.len());
    if rows == 0 || columns == 0 {
        return None;
    }
    let width = columns + 1;
    // cost[i][j]: the first i words of the quote against words that end at j
    let mut cost = vec![0_u32; (rows + 1) * width];
    let get = |cost: &[u32], i: usize, j: usize| cost.get(i * width + j).copied().unwrap_or(0);
    for (i, one) in written.iter().enumerate() {
        for j in 0..=columns {
            let mut best = get(&cost, i, j) + NOT_SAID;
            if let Some(other) = j.checked_sub(1).and_then(|j| said.get(j)) {
                best = best.min(get(&cost, i + 1, j - 1) + LEFT_OUT);
                let price = fits(one, other, folding).unwrap_or(INSTEAD);
                best = best.min(get(&cost, i, j - 1) + price);
            }
            if let Some(slot) = cost.get_mut((i + 1) * width + j) {
                *slot = best;
            }
        }
    }
    let end = (0..=columns).min_by_key(|j| get(&cost, rows, *j))?;
    let (mut i, mut j) = (rows, end);
    // from the end: (word written, word said)
    let mut steps: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    while i > 0 {
        let here = get(&cost, i, j);
        let fit = j.checked_sub(1).and_then(|k| {
            let price = fits(written.get(i - 1)?, said.get(k)?, folding).unwrap_or(INSTEAD);
            (here == get(&cost, i - 1, k) + price).then_some(())
        });
        if fit.is_some() {
            (i, j) = (i - 1, j - 1);
            steps.push((Some(i), Some(j)));
        } else if here == get(&cost, i - 1, j) + NOT_SAID {
            i -= 1;
            steps.push((Some(i), None));
        } else if j > 0 {
            j -= 1;
            steps.push((None, Some(j)));
        } else {
            return None;
        }
    }
    steps.reverse();
    let heard = || steps.iter().filter_map(|(_, at)| said.get((*at)?));
    let span = heard().next()?.span.start..heard().next_back()?.span.end;
    let same_words = steps
        .iter()
        .filter_map(|(w, s)| fits(written.get((*w)?)?, said.get((*s)?)?, folding))
        .count();
    Some(Aligned {
        pieces: stretches(&steps, &written, &said, folding),
        span,
        same: same_words,
        all: rows,
    })
}

fn stretches(
    steps: &[(Option<usize>, Option<usize>)],
    written: &[Token],
    said: &[Token],
    folding: bool,
) -> Vec<Piece> {
    let mut list: Vec<Piece> = Vec::new();
    let add = |to: &mut String, word: &str| {
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    };
    for (w, s) in steps {
        let left = w.and_then(|at| written.get(at)).map_or("", |one| one.text);
        let right = s.and_then(|at| said.get(at)).map_or("", |one| one.text);
        let equal = !left.is_empty() && same(left, right, folding);
        match (list.last_mut(), equal) {
            (Some(Piece::Same(text)), true) => add(text, left),
            (Some(Piece::Differs { written, said }), false) => {
                for (to, word) in [(written, left), (said, right)] {
                    if !word.is_empty() {
                        add(to, word);
                    }
                }
            }
            (_, true) => list.push(Piece::Same(left.to_owned())),
            (_, false) => list.push(Piece::Differs {
                written: left.to_owned(),
                said: right.to_owned(),
            }),
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smoothed_quote_shows_what_was_left_out() {
        let said = "Well. I would want to know right away if I qualify for it or not. Um. So I'll know whether to \
                    start the form or not. Yes.";
        let quote = "I would want to know right away if I qualify or not - whether to start the form or not.";
        let laid = align(quote, said, false).unwrap();
        assert!(said[laid.span.clone()].starts_with("I would"));
        assert!(said[laid.span.clone()].ends_with("or not."));
        let differs: Vec<(&str, &str)> = laid
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Differs { written, said } => Some((written.as_str(), said.as_str())),
                _ => None,
            })
            .collect();
        assert_eq!(differs[0], ("", "for it"));
        assert!(differs[1].1.contains("So I'll know"), "{differs:?}");
        assert!(laid.same + 2 >= laid.all);
    }

    #[test]
    fn folding_makes_signs_the_same_and_words_not() {
        let laid = align("l'ete perdu", "l’été égaré", true).unwrap();
        assert_eq!(
            laid.pieces,
            [
                Piece::Same("l'ete".to_owned()),
                Piece::Differs {
                    written: "perdu".to_owned(),
                    said: "égaré".to_owned()
                }
            ]
        );
        assert_eq!(align("oui", "   ", false), None);
        let exact = align("l'ete", "l’été", false).unwrap();
        assert!(matches!(&exact.pieces[..], [Piece::Differs { .. }]));
    }
}
