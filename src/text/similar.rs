//! Near-duplicate labels: what is shown before a new code is made that says the same as an old one.

use super::fold::fold;

/// At and above this, two labels are shown as possibly the same.
pub const NEAR: f64 = 0.75;

/// The candidates that are near `label`, best first: (index, similarity from [`NEAR`] to 1).
pub fn near_duplicates<'a>(
    label: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Vec<(usize, f64)> {
    let words = content_words(label);
    let mut found: Vec<(usize, f64)> = candidates
        .into_iter()
        .map(|candidate| between(&words, &content_words(candidate)))
        .enumerate()
        .filter(|(_, near)| *near >= NEAR)
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found
}

/// How alike two labels are, 0 to 1: case, accents, order of words, articles and plurals make no difference.
pub fn similarity(a: &str, b: &str) -> f64 {
    between(&content_words(a), &content_words(b))
}

fn between(a: &[String], b: &[String]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // all words of the shorter one stand in the longer one: near, less so the more is added
    let paired: f64 = short
        .iter()
        .map(|word| {
            long.iter()
                .map(|other| words_alike(word, other))
                .fold(0.0, f64::max)
        })
        .sum();
    let by_words = 2.0 * paired / (short.len() + long.len()) as f64;
    by_words.max(words_alike(&a.concat(), &b.concat()))
}

/// 1 for the same word, what edit distance leaves for a near one (a letter in seven), 0 for another.
fn words_alike(a: &str, b: &str) -> f64 {
    let alike = letters_alike(a, b);
    if alike >= 0.85 { alike } else { 0.0 }
}

fn letters_alike(a: &str, b: &str) -> f64 {
    let a: Vec<char> = a.chars().take(120).collect();
    let b: Vec<char> = b.chars().take(120).collect();
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 1.0;
    }
    1.0 - distance(&a, &b) as f64 / longest as f64
}

/// Edit distance, two neighbouring letters swapped counting as one edit.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut two_before: Vec<usize> = vec![0; b.len() + 1];
    let mut before: Vec<usize> = (0..=b.len()).collect();
    for (i, &from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let mut best = (before[j] + usize::from(from != to))
                .min(before[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                best = best.min(two_before[j - 1] + 1);
            }
            row.push(best);
        }
        two_before = std::mem::replace(&mut before, row);
    }
    before[b.len()]
}

/// The words of a label that carry meaning, folded, without plural endings; all of them where only small words stand.
fn content_words(label: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "a", "an", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la",
        "le", "les", "of", "on", "or", "ou", "par", "pour", "sur", "the", "to", "un", "une",
    ];
    let folded = fold(label);
    let all = || {
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let plain = |word: &str| {
        let singular = word
            .strip_suffix(['s', 'x'])
            .filter(|stem| stem.chars().count() > 2);
        singular.unwrap_or(word).to_owned()
    };
    let kept: Vec<String> = all()
        .filter(|word| !SMALL.contains(word))
        .map(plain)
        .collect();
    if kept.is_empty() {
        all().map(plain).collect()
    } else {
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_code_in_other_words_is_near_and_another_is_not() {
        for (a, b, near) in [
            ("Charge de travail", "Charges de travail", true),
            ("Charge de travail", "travail (charge)", true),
            ("Qualité de l’accueil", "La qualité accueil", true),
            ("Dossiers", "Dosiers", true),
            ("ownership", "Ownreship", true),
            ("Charge de travail", "Temps de travail", false),
            ("Levier", "Frein", false),
            ("Formation", "Information", false),
            ("", "", false),
            ("de la", "de la", true),
        ] {
            let alike = similarity(a, b);
            assert_eq!(alike >= NEAR, near, "{a} / {b}: {alike}");
            assert!((alike - similarity(b, a)).abs() < 1e-9);
        }
    }

    #[test]
    fn the_nearest_comes_first() {
        let found = near_duplicates(
            "charge travail",
            ["Frein", "Charges du travail", "Charge de travail"],
        );
        assert_eq!(
            found.iter().map(|(index, _)| *index).collect::<Vec<_>>(),
            [1, 2]
        );
    }
}
