//! Clauses: what a sentence is made of, at its commas and dashes; in speech without signs, before words that join.
//!
//! Like a sentence, a clause only proposes a passage.

use std::ops::Range;

/// Speech without a sign may go on for so many characters before a joining word ends a clause.
const LONGEST: usize = 40;
/// A clause that a joining word ends, or begins, has so many words at least.
const WORDS: usize = 3;

/// Words that a clause begins with.
const JOINING: &[&str] = &[
    "et", "mais", "donc", "alors", "puis", "ensuite", "parce", "car", "quand", "lorsque",
    "puisque", "pendant", "si", "enfin", "and", "but", "so", "then", "because", "when", "while",
    "if", "although", "or",
];

/// The clauses of a sentence of `text`: ranges without the white space around them, in order, none empty.
pub fn clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let words = text.get(sentence.clone()).unwrap_or("");
    let mut found = Vec::new();
    let mut start = 0;
    let cuts = signs(words).into_iter().chain([words.len()]);
    for cut in cuts {
        for end in joints(words, start..cut).into_iter().chain([cut]) {
            let piece = words.get(start..end).unwrap_or("");
            let lead = piece.len() - piece.trim_start().len();
            let kept = piece.trim().len();
            if kept > 0 {
                let at = sentence.start + start + lead;
                found.push(at..at + kept);
            }
            start = end;
        }
    }
    found
}

/// Where signs end a clause: behind a comma and the like, before a dash or a bracket, none within a number or a word.
fn signs(words: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut before = ' ';
    let mut letters = words.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        match c {
            ',' | ';' | ':' | '…' | ')' if next.is_whitespace() => cuts.push(at + c.len_utf8()),
            '(' if before.is_whitespace() => cuts.push(at),
            '-' | '–' | '—' if before.is_whitespace() && next.is_whitespace() => cuts.push(at),
            _ => {}
        }
        before = c;
    }
    cuts.retain(|at| *at > 0);
    cuts
}

/// Where joining words begin a new clause in a long part without signs.
fn joints(words: &str, part: Range<usize>) -> Vec<usize> {
    let mut cuts = Vec::new();
    let inside = words.get(part.clone()).unwrap_or("");
    let mut begins = part.start;
    let mut passed = 0;
    for word in inside.split_whitespace() {
        let at = part.start + (word.as_ptr() as usize - inside.as_ptr() as usize);
        let joins = JOINING.contains(&word);
        let long = words
            .get(begins..at)
            .is_some_and(|clause| clause.trim().chars().count() >= LONGEST);
        let rest = words.get(at..part.end).unwrap_or("");
        if joins && long && passed >= WORDS && rest.split_whitespace().nth(WORDS - 1).is_some() {
            cuts.push(at);
            begins = at;
            passed = 0;
        }
        passed += 1;
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        let all = clauses(text, 0..text.len());
        all.into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn a_sentence_is_cut_at_its_signs_and_nowhere_within_a_number() {
        for (text, expected) in [
            (
                "On a perdu trois semaines.",
                vec!["On a perdu trois semaines."],
            ),
            (
                "Si l’émargement manque, le financeur ne paie pas.",
                vec!["Si l’émargement manque,", "le financeur ne paie pas."],
            ),
            (
                "Il coûte 1 500,50 EUR, à 12:30.",
                vec!["Il coûte 1 500,50 EUR,", "à 12:30."],
            ),
            (
                "Elle a dit\u{a0}: oui\u{202f}; et non.",
                vec!["Elle a dit\u{a0}:", "oui\u{202f};", "et non."],
            ),
            (
                "Le jury (deux heures de route) attend — peut-être.",
                vec![
                    "Le jury",
                    "(deux heures de route)",
                    "attend",
                    "— peut-être.",
                ],
            ),
            ("Well, you know…", vec!["Well,", "you know…"]),
            (",", vec![","]),
            ("", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
        }
    }

    #[test]
    fn speech_without_signs_is_cut_before_words_that_join() {
        assert_eq!(
            split(
                "alors moi je fais les dossiers et je vérifie tout deux fois parce que la plateforme avait changé \
                 et voilà"
            ),
            [
                "alors moi je fais les dossiers et je vérifie tout deux fois",
                "parce que la plateforme avait changé et voilà"
            ]
        );
        assert_eq!(split("toi et moi et lui"), ["toi et moi et lui"]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_none_is_in_two(text in "([a-zé]{1,7}|,|et|\\(|:|—|1,5| |\u{a0}){0,60}") {
            let all = clauses(&text, 0..text.len());
            for pair in all.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let joined: String = all.iter().map(|span| &text[span.clone()]).collect();
            prop_assert_eq!(letters(&joined), letters(&text));
            for span in all {
                prop_assert_eq!(text[span.clone()].trim(), &text[span.clone()]);
            }
        }
    }
}
