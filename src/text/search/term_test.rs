use super::compile::compile;
use super::query::parse;
use super::*;
use proptest::prelude::*;

/// What people write, and what makes folding hard: accents, marks by themselves, ligatures, capital sharp s, apostrophes,
/// spaces that break no line, signs of several letters, marks that are not seen.
const SIGNS: [&str; 40] = [
    "a", "e", "E", "é", "É", "e\u{301}", "\u{301}", "s", "S", "ß", "ẞ", "ss", "o", "œ", "Œ", "oe",
    "f", "i", "ﬁ", "ﬃ", "İ", "k", "\u{212a}", "'", "’", " ", " ", "\u{a0}", "\u{202f}", "\n",
    "\u{ad}", "\u{200b}", "½", "…", ".", "1", "æ", "λ", "ʳ", "¨",
];

fn signs(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SIGNS[..]), 0..most).prop_map(|all| all.concat())
}

/// Each term looked for through the whole text, by the expression alone.
fn plainly(typed: &str, how: Reading, text: &str) -> Option<Vec<Found>> {
    let Parsed { terms, relation } = parse(typed, how).ok()?;
    let unit_of = |at: usize| unit_of(text, at);
    let mut found: Option<Vec<Found>> = None;
    for term in terms {
        let term = Term::slow(compile(&term, how).ok()?.into_expression());
        let marks = marks(&term, text, std::iter::once(0..text.len()), &unit_of);
        found = Some(match (found, relation) {
            (None, _) => marks.into_iter().map(Found::one).collect(),
            (Some(found), Relation::Near(most)) => near(text, &found, &marks, most, &unit_of),
            (Some(found), Relation::Together) => together(&found, &marks, &unit_of),
        });
    }
    found
}

/// The line that holds a byte.
fn unit_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |lf| lf + 1);
    let end = text[at..].find('\n').map_or(text.len(), |lf| at + lf);
    start..end
}

fn compare(typed: &str, whole: bool, text: &str) -> Result<(), TestCaseError> {
    let how = Reading {
        whole,
        ..Reading::default()
    };
    let quick = Pattern::new(typed, how).ok();
    let quick = quick.map(|pattern| pattern.find_in(text, |at| unit_of(text, at)));
    prop_assert_eq!(
        quick,
        plainly(typed, how, text),
        "{:?} in {:?}",
        typed,
        text
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn looking_fast_finds_what_looking_plainly_finds(
        text in signs(40), typed in signs(5), whole in any::<bool>()
    ) {
        compare(&typed, whole, &text)?;
    }

    #[test]
    fn words_of_the_text_itself_are_found_alike(
        text in signs(60), from in 0usize..60, long in 1usize..6, whole in any::<bool>()
    ) {
        let typed: String = text.chars().skip(from).take(long).collect();
        compare(&typed.replace('\n', " "), whole, &text)?;
    }

    #[test]
    fn words_near_one_another_are_found_alike(
        text in signs(80), a in signs(3), b in signs(3), c in signs(2), sign in "(~[0-4]|&)"
    ) {
        compare(&format!("{a} {sign} {b}"), false, &text)?;
        compare(&format!("{a} {sign} {b} {sign} {c}"), false, &text)?;
    }
}

#[test]
fn every_letter_a_word_begins_with_is_looked_for_fast() {
    for typed in [
        "accueil",
        "évaluation",
        "ici",
        "où",
        "un",
        "yeux",
        "œuvre",
        "à la",
        "l'eau",
        "ß",
        "λόγος",
    ] {
        let term = compile(typed, Reading::default()).unwrap();
        assert!(term.is_fast(), "{typed}");
    }
}
