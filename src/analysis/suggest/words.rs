//! The words of a text that carry meaning, cut down to what French and English endings leave.

use crate::text::fold::fold_char;
use std::collections::BTreeSet;
use std::ops::Range;

/// Letters that are kept of a word: what comes after them is mostly ending.
const LETTERS: usize = 6;

/// Words that say nothing about what is talked of, folded, in order.
const SMALL: &[&str] = &[
    "about", "after", "ai", "aie", "ait", "all", "alors", "also", "am", "an", "and", "any",
    "apres", "are", "as", "at", "au", "aussi", "autre", "aux", "avait", "avant", "avec", "avez",
    "avoir", "bah", "be", "because", "been", "before", "being", "bien", "bon", "but", "by", "ca",
    "can", "car", "ce", "ceci", "cela", "ces", "cet", "cette", "ceux", "chaque", "chez", "comme",
    "comment", "could", "dans", "de", "des", "deux", "devant", "did", "dire", "dis", "disait",
    "disent", "dit", "do", "does", "donc", "du", "elle", "elles", "en", "encore", "entre", "es",
    "est", "et", "etaient", "etais", "etait", "ete", "etes", "etre", "eu", "eux", "faire", "fait",
    "faut", "fois", "font", "for", "from", "had", "has", "have", "he", "hein", "her", "here",
    "him", "his", "how", "ici", "if", "il", "ils", "in", "into", "is", "it", "its", "jamais", "je",
    "just", "la", "le", "les", "leur", "leurs", "like", "lui", "ma", "mais", "me", "meme", "mes",
    "moi", "mon", "more", "most", "my", "ne", "ni", "no", "nos", "not", "notre", "nous", "of",
    "off", "on", "one", "only", "ont", "or", "other", "ou", "oui", "our", "out", "over", "own",
    "par", "parce", "parfois", "pas", "peu", "peut", "plus", "plutot", "pour", "pourquoi", "qu",
    "quand", "que", "quel", "quelle", "quelque", "qui", "quoi", "really", "rien", "sa", "sans",
    "se", "sera", "ses", "she", "si", "so", "some", "son", "sont", "sous", "such", "sur", "ta",
    "te", "tes", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "toi", "ton", "too", "tous", "tout", "toute", "toutes", "tres", "trop", "tu",
    "un", "une", "up", "us", "va", "vers", "very", "veux", "voila", "vos", "votre", "vous",
    "vraiment", "was", "we", "were", "what", "when", "where", "which", "while", "who", "why",
    "will", "with", "would", "yes", "you", "your",
];

/// Endings that are cut off, the longest first among those that end alike; four letters stay at least.
const ENDINGS: &[&str] = &[
    "issements",
    "ings",
    "issement",
    "atrices",
    "atrice",
    "ations",
    "ateurs",
    "ements",
    "ation",
    "ateur",
    "ement",
    "ences",
    "ances",
    "euses",
    "ables",
    "ibles",
    "aient",
    "erait",
    "erent",
    "antes",
    "ence",
    "ance",
    "euse",
    "ites",
    "ives",
    "able",
    "ible",
    "ante",
    "ants",
    "ite",
    "ive",
    "ant",
    "ees",
    "ais",
    "ait",
    "ing",
    "ers",
    "ee",
    "er",
    "es",
    "ed",
    "ez",
    "e",
    "s",
    "x",
];

/// A word that carries meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// What is compared.
    pub(super) stem: String,
    /// Where it stands.
    pub(super) span: Range<usize>,
}

/// The words of a text that carry meaning, each once.
pub(in crate::analysis) fn telling(text: &str) -> BTreeSet<String> {
    words(text).map(|word| word.stem).collect()
}

/// The words of a text that carry meaning, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            while rest.next_if(|(_, c)| !c.is_alphanumeric()).is_some() {}
            let (start, _) = *rest.peek()?;
            let (mut folded, mut end) = (String::new(), start);
            while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphanumeric()) {
                fold_char(c, |out| folded.push(out));
                end = at + c.len_utf8();
            }
            if let Some(stem) = stem(&folded) {
                let span = start..end;
                return Some(Word { stem, span });
            }
        }
    })
}

/// What is compared of a folded word; `None` for one that says nothing.
fn stem(folded: &str) -> Option<String> {
    if folded.len() < 2 || SMALL.binary_search(&folded).is_ok() {
        return None;
    }
    let cut = ENDINGS
        .iter()
        .filter_map(|ending| folded.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= 4)
        .unwrap_or(folded);
    Some(cut.chars().take(LETTERS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).map(|word| word.stem).collect()
    }

    #[test]
    fn forms_of_a_word_are_one_and_small_words_are_none() {
        for (a, b) in [
            ("l’émargement", "des émargements"),
            ("Facturer", "les factures"),
            ("planning", "plannings"),
            ("reconnaissance", "Reconnaissances"),
            ("certifié", "certifiée"),
        ] {
            assert_eq!(stems(a), stems(b), "{a} / {b}");
            assert_eq!(stems(a).len(), 1, "{a}");
        }
        assert_ne!(stems("formation"), stems("information"));
        assert!(stems("et il y en a, c’est que… we are").is_empty());
    }

    #[test]
    fn a_word_is_found_where_it_stands() {
        let text = "On a « perdu » l’Œuvre.";
        let found: Vec<&str> = words(text).map(|word| &text[word.span]).collect();
        assert_eq!(found, ["perdu", "Œuvre"]);
    }

    #[test]
    fn small_words_are_in_order() {
        assert!(SMALL.is_sorted());
    }
}
