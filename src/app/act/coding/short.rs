//! Two letters for every code: typed alone in the picker, they are that code.

use crate::text::fold::fold;

/// Letters and figures.
const SIGNS: usize = 36;

/// Two letters or figures for each code, given its key and its label, in the codebook's order: its own letters where they
/// are free, the first of words before others. None may be the key of another code. Codes past what pairs there are have
/// none.
pub(super) fn shorts<'a>(codes: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<String> {
    let mut taken = [false; SIGNS * SIGNS];
    for (key, _) in codes.clone() {
        let key = fold(key);
        let mut signs = key.chars();
        if let (Some(a), Some(b), None) = (signs.next(), signs.next(), signs.next())
            && let (Some(a), Some(b)) = (number(a), number(b))
        {
            taken[a * SIGNS + b] = true;
        }
    }
    codes
        .map(|(key, label)| {
            let words = |text: &str| -> Vec<Vec<usize>> {
                fold(text)
                    .split(|c: char| !c.is_ascii_alphanumeric())
                    .map(|word| word.chars().filter_map(number).collect())
                    .filter(|word: &Vec<usize>| !word.is_empty())
                    .collect()
            };
            let label = words(label);
            let of_key: Vec<usize> = words(key).concat();
            let firsts: Vec<usize> = label.iter().map(|word| word[0]).collect();
            let all: Vec<usize> = label.concat();
            let found = [&of_key, &firsts, &all]
                .into_iter()
                .flat_map(|letters| pairs(letters))
                .chain(anything(of_key.first().or(all.first()).copied()))
                .find(|(a, b)| !taken[a * SIGNS + b]);
            found.map_or_else(String::new, |(a, b)| {
                taken[a * SIGNS + b] = true;
                [sign(a), sign(b)].into_iter().collect()
            })
        })
        .collect()
}

/// The number of a folded letter or a figure.
fn number(c: char) -> Option<usize> {
    match c {
        'a'..='z' => Some(c as usize - 'a' as usize),
        '0'..='9' => Some(c as usize - '0' as usize + 26),
        _ => None,
    }
}

/// The letter or figure of a number.
fn sign(number: usize) -> char {
    ('a'..='z').chain('0'..='9').nth(number).unwrap_or('0')
}

/// Two of these letters in their order, those that begin with the first one first.
fn pairs(letters: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let later = |at: usize| letters.iter().skip(at + 1);
    let all = letters.iter().enumerate();
    all.flat_map(move |(at, a)| later(at).map(move |b| (*a, *b)))
}

/// Every pair, those that begin with a letter first.
fn anything(first: Option<usize>) -> impl Iterator<Item = (usize, usize)> {
    let begins = first.into_iter().chain(0..SIGNS);
    begins.flat_map(move |a| (0..SIGNS).map(move |b| (a, b)))
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
