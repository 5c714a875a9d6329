//! What speech recognisers write where nobody speaks: known phrases, and the same words over and over. It is told with
//! its line and never removed: only who was there knows.

use super::warning::Warning;

/// What recognisers write over silence, in small letters with plain apostrophes.
const MADE_UP: &[&str] = &[
    "amara.org",
    "sous-titrage société radio-canada",
    "sous-titrage st' 501",
    "sous-titrage fr 2021",
    "sous-titres réalisés par",
    "merci d'avoir regardé cette vidéo",
    "merci d'avoir regardé la vidéo",
    "thanks for watching",
    "thank you for watching",
    "subtitles by the",
];
/// Words longer than this are somebody's speech, whatever they quote; in bytes.
const LONGEST: usize = 200;
/// So many times one after the other nobody says the same.
const TIMES: usize = 5;
/// So many warnings are enough to make a person look.
const MOST: usize = 5;

/// What perhaps nobody said, of words with their lines.
pub(super) fn doubtful<'a>(spoken: impl Iterator<Item = (&'a str, usize)>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut spoken = spoken.filter(|(words, _)| !words.is_empty()).peekable();
    while let Some((words, line)) = spoken.next() {
        let mut times = 1;
        while spoken.next_if(|(next, _)| *next == words).is_some() {
            times += 1;
        }
        if times >= TIMES || is_made_up(words) {
            found.push(Warning::Repeated {
                text: crate::text::grapheme::take(&crate::text::harmless_line(words), 60)
                    .to_owned(),
                times,
                line,
            });
            if found.len() == MOST {
                break;
            }
        }
    }
    found
}

fn is_made_up(words: &str) -> bool {
    // all phrases begin with one of these; most speech does not
    words.len() < LONGEST && words.starts_with(['S', 's', 'M', 'm', 'T', 't']) && {
        let words = words.replace('’', "'").to_lowercase();
        MADE_UP.iter().any(|phrase| words.contains(phrase))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_phrases_and_repeated_words_are_told_with_their_line() {
        let spoken = [
            ("Bonjour", 1),
            ("Sous-titres réalisés para la communauté d’Amara.org", 2),
            ("oui", 3),
            ("oui", 4),
            ("oui", 5),
            ("oui", 6),
            ("oui", 7),
            ("non", 8),
            ("non", 9),
        ];
        let told: Vec<(usize, usize)> = doubtful(spoken.into_iter())
            .into_iter()
            .filter_map(|warning| match warning {
                Warning::Repeated { times, line, .. } => Some((line, times)),
                _ => None,
            })
            .collect();
        assert_eq!(told, [(2, 1), (3, 5)]);
    }
}
