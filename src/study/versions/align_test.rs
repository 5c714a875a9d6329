use super::{Alignment, Doubt, Found};
use crate::study::document::{DocumentText, Turn};
use proptest::prelude::*;

/// Turns as `speaker: words`, at times ten seconds apart where there are any.
fn text(turns: &[&str], timed: bool) -> DocumentText {
    let turns: Vec<Turn> = turns
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let (speaker, words) = line.split_once(": ").unwrap_or(("", line));
            Turn {
                speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
                start_ms: timed.then_some(at as i64 * 10_000),
                text: words.to_owned(),
                ..Turn::default()
            }
        })
        .collect();
    DocumentText::from_turns(&turns)
}

const OLD: &[&str] = &[
    "A: Bonjour, merci de me recevoir ce matin.",
    "B: Je vous en prie. On a perdu trois semaines en mars, parce que la plateforme avait changé.",
    "A: Oui.",
    "B: Oui. Une fois pour nous, une fois pour l'audit, et personne ne nous l'avait dit.",
    "A: Et depuis ?",
    "B: Depuis, je vérifie tout deux fois, avant et après la session.",
];

fn found(new: &[&str], quote: &str) -> (&'static str, String) {
    let (old, new) = (text(OLD, false), text(new, false));
    let at = old.text().find(quote).unwrap();
    match Alignment::of(&old, &new).find(&(at..at + quote.len())) {
        Found::Same(span) => ("same", new.slice(span).to_owned()),
        Found::Doubtful(span, doubt) => (doubt.as_str(), new.slice(span).to_owned()),
        Found::Lost => ("lost", String::new()),
    }
}

#[test]
fn each_kind_of_change_is_told_apart() {
    let changed = |turn: usize, words: &'static str| {
        let mut new = OLD.to_vec();
        new[turn] = words;
        new
    };
    let second = "B: Je vous en prie. Nous avons perdu trois semaines en mars ; la plate-forme avait changé.";
    for (new, quote, kind, words) in [
        // words before it were corrected: it moves, and is the same
        (
            changed(0, "A: Bonjour Madame, merci de nous recevoir ce matin."),
            "trois semaines",
            "same",
            "trois semaines",
        ),
        // the very words were corrected
        (
            changed(1, second),
            "On a perdu",
            "words",
            "Nous avons perdu",
        ),
        (
            changed(1, second),
            "en mars, parce que",
            "words",
            "en mars ;",
        ),
        // only signs and case
        (
            changed(
                3,
                "B: Oui. Une fois pour nous, une fois pour l’Audit, et personne ne nous l'avait dit.",
            ),
            "l'audit, et",
            "alike",
            "l’Audit, et",
        ),
        // the turn was split, another voice says its second half
        (
            vec![
                OLD[0],
                OLD[1],
                OLD[2],
                "B: Oui. Une fois pour nous,",
                "A: une fois pour l'audit, et personne ne nous l'avait dit.",
                OLD[4],
                OLD[5],
            ],
            "une fois pour l'audit, et personne",
            "voice",
            "une fois pour l'audit, et personne",
        ),
        // split, and the same voice goes on
        (
            vec![
                OLD[0],
                OLD[1],
                OLD[2],
                "B: Oui. Une fois pour nous,",
                "B: une fois pour l'audit, et personne ne nous l'avait dit.",
                OLD[4],
                OLD[5],
            ],
            "pour nous, une fois pour l'audit",
            "same",
            "pour nous,\nune fois pour l'audit",
        ),
        // everybody has another name: nobody's words became another's
        (
            OLD.iter()
                .map(|line| match line.strip_prefix("A: ") {
                    Some(words) => {
                        Box::leak(format!("Chercheuse: {words}").into_boxed_str()) as &str
                    }
                    None => Box::leak(format!("E07: {}", &line[3..]).into_boxed_str()) as &str,
                })
                .collect(),
            "je vérifie tout deux fois",
            "same",
            "je vérifie tout deux fois",
        ),
        // the turn went elsewhere
        (
            vec![OLD[5], OLD[0], OLD[1], OLD[2], OLD[3], OLD[4]],
            "je vérifie tout deux fois",
            "place",
            "je vérifie tout deux fois",
        ),
        (
            vec![OLD[0], OLD[1], OLD[2], OLD[4], OLD[5]],
            "Une fois pour nous",
            "lost",
            "",
        ),
        (
            vec![
                "B: Rien de ce qui précède ne fut dit ; il s'agit ici d'un entretien sur la cuisine, le marché du samedi, les fournisseurs de légumes, et ce que mangent les enfants à midi.",
            ],
            "je vérifie",
            "lost",
            "",
        ),
    ] {
        assert_eq!(found(&new, quote), (kind, words.to_owned()), "{quote}");
    }
}

#[test]
fn a_short_answer_that_stands_in_a_rewritten_place_is_not_taken_for_granted() {
    let old = ["A: Vous dormez bien ?", "B: Oui.", "A: Merci beaucoup"];
    let new = ["A: Elle ment", "B: Oui.", "A: Quand donc"];
    let find = |timed| {
        let (old, new) = (text(&old, timed), text(&new, timed));
        let at = old.text().find("Oui").unwrap();
        Alignment::of(&old, &new).find(&(at..at + 3))
    };
    let place = text(&new, false).text().find("Oui").unwrap();
    assert_eq!(find(true), Found::Same(place..place + 3));
    // it stands nowhere else: it is the one
    assert_eq!(find(false), Found::Same(place..place + 3));
    let old = ["A: Vous dormez bien ?", "B: Oui.", "A: Oui, oui, Oui"];
    let find = |timed| {
        let (old, new) = (text(&old, timed), text(&new, timed));
        let at = old.text().find("Oui").unwrap();
        Alignment::of(&old, &new).find(&(at..at + 3))
    };
    assert_eq!(find(true), Found::Same(place..place + 3));
    assert_eq!(find(false), Found::Doubtful(place..place + 3, Doubt::Place));
}

#[test]
fn the_share_tells_a_correction_from_another_interview() {
    let old = text(OLD, false);
    let mut corrected = OLD.to_vec();
    corrected[0] = "A: Bonjour et merci.";
    let share = Alignment::of(&old, &text(&corrected, false)).share();
    assert!(share > 0.8, "{share}");
    let other = [
        "A: Pouvez-vous me parler de la cuisine ?",
        "B: Oui. Je fais la carte deux fois par an, et je vais au marché avant la fin du mois.",
    ];
    let share = Alignment::of(&old, &text(&other, false)).share();
    assert!(share < 0.2, "{share}");
    let empty = DocumentText::default();
    assert!((Alignment::of(&empty, &old).share() - 1.0).abs() < 1e-9);
    assert!(Alignment::of(&old, &empty).share() < 1e-9);
    assert_eq!(Alignment::of(&old, &empty).find(&(0..4)), Found::Lost);
}

/// What is done to a word of the old text.
#[derive(Debug, Clone)]
enum Fate {
    Stays,
    Gone,
    Instead(u8),
    Before(u8),
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        8 => Just(Fate::Stays),
        1 => Just(Fate::Gone),
        1 => (0u8..9).prop_map(Fate::Instead),
        1 => (0u8..9).prop_map(Fate::Before),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Words that are told apart say where each went: a span that is carried along has exactly its words, at exactly
    /// their place; one that lost or got a word inside is never carried along.
    #[test]
    fn nothing_is_carried_to_other_words(
        fates in prop::collection::vec(fate(), 12..80),
        breaks in prop::collection::vec(any::<bool>(), 80),
        from in 0usize..80,
        len in 1usize..7,
        common in any::<bool>(),
    ) {
        let from = from % fates.len();
        let to = (from + len).min(fates.len());
        // of common words only eight are in use, so that the same ones come again and again
        let word = |at: usize| if common { format!("mot{}", at * 7 % 8) } else { format!("mot{at}") };
        let (mut old, mut new) = (String::new(), String::new());
        let (mut span, mut place) = (0..0, None::<std::ops::Range<usize>>);
        let mut whole = true;
        for (at, fate) in fates.iter().enumerate() {
            let glue = if breaks[at] { '\n' } else { ' ' };
            if at > 0 { old.push(glue); }
            if at == from { span.start = old.len(); }
            old.push_str(&word(at));
            if at + 1 == to { span.end = old.len(); }
            let inside = (from..to).contains(&at);
            let put = |words: &str, new: &mut String| {
                if !new.is_empty() { new.push(' '); }
                let at = new.len();
                new.push_str(words);
                at..new.len()
            };
            match fate {
                Fate::Gone => whole &= !inside,
                Fate::Instead(n) => { put(&format!("autre{n}"), &mut new); whole &= !inside; }
                Fate::Before(n) => {
                    put(&format!("ajout{n}"), &mut new);
                    whole &= !(inside && at > from);
                    let here = put(&word(at), &mut new);
                    if inside { place = Some(place.map_or(here.clone(), |p| p.start..here.end)); }
                }
                Fate::Stays => {
                    let here = put(&word(at), &mut new);
                    if inside { place = Some(place.map_or(here.clone(), |p| p.start..here.end)); }
                }
            }
        }
        let turns = |text: &str| DocumentText::from_turns(&text.split('\n').map(|t| Turn { text: t.to_owned(), ..Turn::default() }).collect::<Vec<_>>());
        let (old, new) = (turns(&old), turns(&new));
        let bare = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        match Alignment::of(&old, &new).find(&span) {
            Found::Same(carried) => {
                prop_assert_eq!(bare(old.slice(span.clone())), bare(new.slice(carried.clone())));
                if !common {
                    prop_assert!(whole);
                    prop_assert_eq!(Some(carried), place);
                }
            }
            Found::Doubtful(shown, _) => {
                prop_assert!(new.text().get(shown.clone()).is_some_and(|words| !words.is_empty()));
                prop_assert!(common || !whole, "words that nobody touched are never asked about: {:?}", new.slice(shown));
            }
            Found::Lost => prop_assert!(common || !whole),
        }
    }
}
