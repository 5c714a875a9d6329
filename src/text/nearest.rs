//! The word that was probably meant.

/// The known word nearest to `word`, if it is near enough to be a slip: a third of its letters, or a word that begins so.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let allowed = (folded.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .filter_map(|other| {
            let distance = distance(&folded, &other.to_lowercase());
            let begins = folded.chars().count() >= 3 && other.to_lowercase().starts_with(&folded);
            (distance <= allowed || begins).then_some((if begins { 1 } else { distance }, other))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

/// Letters to insert, delete, replace or swap with the next to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let same = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
                    .min(rows[i - 1][j - 1] + same);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_the_word_that_was_meant() {
        let known = ["language", "keymap", "theme", "data_dir", "coder"];
        for (word, meant) in [
            ("langage", Some("language")),
            ("keympa", Some("keymap")),
            ("Theme", Some("theme")),
            ("data-dir", Some("data_dir")),
            ("lang", Some("language")),
            ("zzz", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
    }
}
