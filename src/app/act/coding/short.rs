//! Two letters for every code: typed alone in the picker, they are that code.

use crate::text::fold::fold;
use std::collections::HashSet;

/// Two letters or figures for each code, given its key and its label, in the codebook's order: its own letters where they
/// are free, the first of words before others. None may be the key of another code. Codes past what pairs there are have
/// none.
pub(super) fn shorts<'a>(codes: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<String> {
    let mut taken: HashSet<String> = codes.clone().map(|(key, _)| fold(key)).collect();
    codes
        .map(|(key, label)| {
            let (key, label) = (fold(key), fold(label));
            let words = |text: &str| -> Vec<Vec<char>> {
                text.split(|c: char| !c.is_ascii_alphanumeric())
                    .map(|word| word.chars().collect())
                    .filter(|word: &Vec<char>| !word.is_empty())
                    .collect()
            };
            let label = words(&label);
            let of_key: Vec<char> = words(&key).concat();
            let firsts: Vec<char> = label.iter().map(|word| word[0]).collect();
            let all: Vec<char> = label.concat();
            let found = [&of_key, &firsts, &all]
                .into_iter()
                .flat_map(|letters| pairs(letters))
                .chain(anything(of_key.first().or(all.first()).copied()))
                .find(|pair| !taken.contains(pair));
            if let Some(pair) = &found {
                taken.insert(pair.clone());
            }
            found.unwrap_or_default()
        })
        .collect()
}

/// Two of these letters in their order, those that begin with the first one first.
fn pairs(letters: &[char]) -> impl Iterator<Item = String> {
    let later = |at: usize| letters.iter().skip(at + 1);
    let all = letters.iter().enumerate();
    all.flat_map(move |(at, a)| later(at).map(move |b| [a, b].into_iter().collect()))
}

/// Every pair, those that begin with a letter first.
fn anything(first: Option<char>) -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').chain('0'..='9');
    let begins = first.into_iter().chain(letters());
    begins.flat_map(move |a| letters().map(move |b| [a, b].into_iter().collect()))
}

#[cfg(test)]
mod tests {
    use super::shorts;
    use std::collections::HashSet;

    #[test]
    fn letters_of_the_key_then_of_the_label_then_any() {
        let codes = [
            ("B1.3", "Dossiers"),
            ("B1.4", "Archives"),
            ("B1", "Preuves"),
            ("b1", ""),
            ("D8.levier", "Levier"),
        ];
        assert_eq!(shorts(codes.into_iter()), ["b3", "b4", "pr", "ba", "d8"]);
    }

    #[test]
    fn any_of_a_thousand_codes_has_two_of_its_own() {
        let keys: Vec<String> = (0..1000).map(|n| format!("C{:02}.{n}", n % 40)).collect();
        let codes = keys.iter().map(|key| (key.as_str(), "Compétence"));
        let found = shorts(codes);
        assert!(found.iter().all(|short| short.len() == 2));
        assert_eq!(found.iter().collect::<HashSet<_>>().len(), 1000);
        let many = (0..3000).map(|_| ("x", "y"));
        assert!(shorts(many).iter().any(String::is_empty));
    }
}
