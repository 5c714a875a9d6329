//! The picker's matching: words in any order, case and accents folded, every word must be found.

use super::fold::{Folded, fold};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// How well a candidate matches, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Higher is better; 0 for an empty query.
    pub score: i64,
    /// Byte positions in the candidate of the characters that matched, ascending.
    pub bytes: Vec<usize>,
}

/// A query, made ready once for many candidates.
pub struct Query {
    words: Vec<String>,
    matcher: SkimMatcherV2,
}

impl Query {
    /// Splits what was typed at white space.
    pub fn new(typed: &str) -> Self {
        Self {
            words: fold(typed).split_whitespace().map(str::to_owned).collect(),
            matcher: SkimMatcherV2::default().ignore_case(),
        }
    }

    /// Whether nothing was typed; everything matches then.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The sum of the words' scores; `None` where a word is not found. A candidate that holds a word as it was typed
    /// goes before one that only has its letters.
    pub fn matches(&self, candidate: &str) -> Option<Match> {
        self.matches_folded(&Folded::new(candidate))
    }

    /// A match of no points where every word, of three letters at least, begins a word of a folded text, in which a space
    /// stands before each.
    pub fn begins_words_of(&self, folded: &str) -> Option<Match> {
        let begins = |word: &String| word.len() > 2 && folded.contains(&format!(" {word}"));
        (!folded.is_empty() && self.words.iter().all(begins)).then(|| Match {
            score: 0,
            bytes: Vec::new(),
        })
    }

    /// The same for a candidate that was folded before, as a picker over many codes keeps them.
    pub fn matches_folded(&self, candidate: &Folded) -> Option<Match> {
        let mut score = 0;
        let mut bytes = Vec::new();
        for word in &self.words {
            let (points, chars) = self.matcher.fuzzy_indices(candidate.text(), word)?;
            score += points;
            if let Some(at) = candidate.text().find(word.as_str()) {
                score += 16;
                bytes.extend(
                    (at..at + word.len()).map(|byte| candidate.original(byte..byte + 1).start),
                );
            } else {
                let mut wanted = chars.into_iter().peekable();
                for (index, (at, c)) in candidate.text().char_indices().enumerate() {
                    if wanted.next_if_eq(&index).is_some() {
                        bytes.push(candidate.original(at..at + c.len_utf8()).start);
                    }
                }
            }
        }
        bytes.sort_unstable();
        bytes.dedup();
        Some(Match { score, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(typed: &str, candidates: &[&'a str]) -> Vec<&'a str> {
        let query = Query::new(typed);
        let mut found: Vec<_> = candidates
            .iter()
            .filter_map(|c| {
                query
                    .matches(c)
                    .map(|m| (std::cmp::Reverse(m.score), c.len(), *c))
            })
            .collect();
        found.sort();
        found.into_iter().map(|(_, _, c)| c).collect()
    }

    #[test]
    fn words_in_any_order_without_accents_find_the_code() {
        let codes = [
            "Besoins › Compétences clés",
            "Étude d’opportunité",
            "Clarté de la communication",
            "Charge de travail",
        ];
        assert_eq!(best("cle compe", &codes), ["Besoins › Compétences clés"]);
        assert_eq!(best("etude", &codes), ["Étude d’opportunité"]);
        assert_eq!(best("com cla", &codes)[0], "Clarté de la communication");
        assert!(
            best("com zzz", &codes).is_empty(),
            "every word must be found"
        );
        assert_eq!(best("", &codes).len(), 4);
    }

    #[test]
    fn a_definition_is_found_by_the_beginnings_of_its_words() {
        let definition = " faire signer verifier une presence";
        for (typed, found) in [
            ("signe", true),
            ("prés vér", true),
            ("igner", false),
            ("un", false),
        ] {
            let hit = Query::new(typed).begins_words_of(definition);
            assert_eq!(hit.is_some(), found, "{typed}");
        }
        assert_eq!(Query::new("abc").begins_words_of(""), None);
    }

    #[test]
    fn the_letters_found_are_shown_in_the_original() {
        let found = Query::new("etu").matches("l’Étude").unwrap();
        let shown: Vec<char> = found
            .bytes
            .iter()
            .map(|&at| "l’Étude"[at..].chars().next().unwrap())
            .collect();
        assert_eq!(shown, ['É', 't', 'u']);
        let found = Query::new("oe").matches("œuvre").unwrap();
        assert_eq!(found.bytes, [0]);
    }
}
