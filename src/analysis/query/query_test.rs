use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::analysis::{Keys, TurnCache};
use crate::i18n::Lang;
use crate::study::coding::{Passage, TextPassage};
use crate::study::id::{NoteId, VersionId};
use crate::study::word::Polarity;
use crate::text::word::words;
use proptest::prelude::*;

const CODES: [&str; 3] = ["D6.valeur_ajoutee", "D8.frein", "D8.levier"];

/// What a query finds, as coding ids; in a table, or what is wrong.
fn found(bench: &Bench, text: &str) -> Result<Vec<String>, TableError> {
    with(bench, |counted, context| {
        let table = query(
            counted,
            context,
            &Options::default(),
            &Query::parse(text).unwrap(),
        )?;
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.cells.len() == table.columns.len())
        );
        let ids = table.rows.iter().flat_map(|row| &row.passages);
        Ok(ids.map(ToString::to_string).collect())
    })
}

fn with<T>(bench: &Bench, then: impl FnOnce(&Counted, &Context) -> T) -> T {
    let turns = TurnCache::default();
    let context = Context {
        texts: &bench.texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    let keys = Keys::of(&bench.study);
    then(&Counted::of(&bench.study, &keys, &context), &context)
}

/// Two interviews with a transcript of three turns, a note, a reference text.
fn bench() -> Bench {
    let mut bench = ground();
    for key in ["I1", "I3"] {
        bench.transcript(
            Some(key),
            &format!("{key}-t"),
            &[
                ("", "un deux trois quatre cinq"),
                ("", "six sept huit neuf dix"),
                ("", "onze douze treize"),
            ],
        );
    }
    bench.transcript(None, "advert", &[("", "une annonce")]);
    bench.note("I2", "N1", "une note");
    bench
}

fn coded() -> Bench {
    use Polarity::{Contradicts, Supports};
    let mut bench = bench();
    for (id, version, quote, code, polarity) in [
        ("a1", "I1-t-v1", "deux trois", "D8.frein", Supports),
        ("a2", "I1-t-v1", "sept", "D8.frein", Contradicts),
        ("a3", "I3-t-v1", "onze", "D8.frein", Supports),
        ("b1", "I1-t-v1", "trois quatre", "D8.levier", Supports),
        ("b2", "I1-t-v1", "neuf", "D8.levier", Supports),
        ("c1", "I1-t-v1", "sept", "D6.valeur_ajoutee", Supports),
        ("r1", "advert-v1", "annonce", "D8.frein", Supports),
    ] {
        let passage = bench.passage(version, quote);
        bench.coding(id, passage, code, &[("S2", polarity)], None);
    }
    let note = Passage::Note(NoteId::new("N1"));
    bench.coding("n1", note.clone(), "D8.frein", &[], None);
    bench.coding("n2", note, "D8.levier", &[], None);
    bench
}

#[test]
fn codes_meet_on_words_in_turns_in_interviews_and_so_many_words_apart() {
    let bench = coded();
    for (text, wanted) in [
        ("D8.frein", "a1 a2 n1 a3 r1"),
        ("D8.frein and D8.levier", "a1 n1"),
        ("D8.levier et D8.frein", "b1 n2"),
        ("D8.frein not D8.levier", "a2 a3 r1"),
        ("D8.frein and:turn D8.levier", "a1 a2 n1"),
        ("D8.frein and:same D6.valeur_ajoutee", "a2"),
        ("D8.frein and:interview D6.valeur_ajoutee", "a1 a2"),
        ("D8.frein sauf:entretien D8.levier", "a3 r1"),
        ("D8.frein and:1 D8.levier", "a1 a2 n1"),
        ("D8.frein and:0 D8.levier", "a1 n1"),
        ("D8.levier and:2 D6.valeur_ajoutee", "b1 b2"),
        ("D8.frein or D6.valeur_ajoutee", "a1 c1 a2 n1 a3 r1"),
        ("* not:interview D8.levier", "a3 r1"),
        ("D8.frein[S2=+]", "a1 a3 r1"),
        ("D8.frein[S2=contradicts]", "a2"),
        ("D8.frein[size=under10]", "a1 a2 n1"),
        ("D8.frein[size=10to49, S2=+]", "a3"),
        (
            "(D8.frein or D8.levier)[interview=I1] and:turn D6.valeur_ajoutee",
            "a2 b2",
        ),
        (
            "*[coder=am] and:same \"D6.valeur_ajoutee\" not D6.valeur_ajoutee*",
            "",
        ),
    ] {
        assert_eq!(found(&bench, text).unwrap().join(" "), wanted, "{text}");
    }
}

#[test]
fn what_the_study_has_not_is_told() {
    let bench = coded();
    for (text, what) in [
        ("D8.fren", "code"),
        ("D8.frein[taille=x]", "attribute"),
        ("D8.frein[coder=zz]", "coder"),
        ("D8.frein[interview=I9]", "interview"),
    ] {
        let error = found(&bench, text).unwrap_err();
        assert!(
            matches!(&error, TableError::Unknown { what: known, .. } if *known == what),
            "{text}: {error:?}"
        );
    }
    for text in ["D8.frein[size=huge]", "D8.frein[S2=?]"] {
        let error = found(&bench, text).unwrap_err();
        assert!(matches!(error, TableError::UnknownValue { .. }), "{text}");
    }
}

/// The same by looking at every pair.
fn naive(counted: &Counted, context: &Context, expr: &Expr) -> Vec<usize> {
    let all = 0..counted.lines.len();
    let span = |at: usize| match counted.lines[at].words {
        Words::Note(_) => None,
        Words::Text(_, passage) => Some((&passage.version, passage.span())),
    };
    let meets = |a: usize, b: usize, meet: Meet| {
        let (one, other) = (&counted.lines[a], &counted.lines[b]);
        if meet == Meet::Interview {
            return one.interview == other.interview;
        }
        let (Some((version, x)), Some((other_version, y))) = (span(a), span(b)) else {
            return one.excerpt == other.excerpt;
        };
        if version != other_version {
            return false;
        }
        let text = context.texts.text(version).unwrap();
        let overlap = (x.start..x.end).any(|byte| y.contains(&byte));
        match meet {
            Meet::Same => x == y,
            Meet::Overlap | Meet::Interview => overlap,
            Meet::Turn => text.turns().iter().any(|t| {
                t.span.start < x.end
                    && x.start < t.span.end
                    && t.span.start < y.end
                    && y.start < t.span.end
            }),
            Meet::Words(most) => {
                let gap = x.end.min(y.end)..x.start.max(y.start);
                overlap || words(text.slice(gap)).count() <= most
            }
        }
    };
    match expr {
        Expr::Any => all.collect(),
        Expr::Code(key, _) => all
            .filter(|at| counted.codes[counted.lines[*at].code].1.key == *key)
            .collect(),
        Expr::Or(left, right) => {
            let (left, right) = (
                naive(counted, context, left),
                naive(counted, context, right),
            );
            all.filter(|at| left.contains(at) || right.contains(at))
                .collect()
        }
        Expr::With(left, meet, right, with) => {
            let right = naive(counted, context, right);
            let mut left = naive(counted, context, left);
            left.retain(|a| right.iter().any(|b| meets(*a, *b, *meet)) == *with);
            left
        }
        Expr::Only(inner, _) => naive(counted, context, inner),
    }
}

fn expressions() -> impl Strategy<Value = Expr> {
    let code = prop_oneof![
        Just(Expr::Any),
        (0..3usize).prop_map(|at| Expr::Code(CODES[at].to_owned(), false)),
    ];
    let meet = || {
        prop_oneof![
            Just(Meet::Overlap),
            Just(Meet::Same),
            Just(Meet::Turn),
            Just(Meet::Interview),
            (0..6usize).prop_map(Meet::Words),
        ]
    };
    code.prop_recursive(3, 12, 2, move |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Expr::Or(Box::new(a), Box::new(b))),
            (inner.clone(), meet(), inner, any::<bool>()).prop_map(|(a, how, b, with)| Expr::With(
                Box::new(a),
                how,
                Box::new(b),
                with
            )),
        ]
    })
}

proptest! {
    #[test]
    fn a_query_finds_what_looking_at_every_pair_finds(
        spans in prop::collection::vec((any::<bool>(), 0..70usize, 1..30usize, 0..3usize), 1..14),
        notes in prop::collection::vec(0..3usize, 0..3),
        expr in expressions(),
    ) {
        let mut bench = bench();
        for (at, (first, start, len, code)) in spans.into_iter().enumerate() {
            let version = VersionId::new(if first { "I1-t-v1" } else { "I3-t-v1" });
            let text = bench.texts[&version].clone();
            let end = (start + len).min(text.text().len());
            let Some(passage) = TextPassage::new(version, text.text(), start.min(end)..end) else {
                continue;
            };
            // nobody selects the line feed between two turns alone
            let in_a_turn = text.turns().iter().any(|turn| turn.span.start < end && start < turn.span.end);
            if start < end && in_a_turn {
                bench.coding(&format!("x{at}"), Passage::Text(passage), CODES[code], &[], None);
            }
        }
        for (at, code) in notes.into_iter().enumerate() {
            let note = Passage::Note(NoteId::new("N1"));
            bench.coding(&format!("n{at}"), note, CODES[code], &[], None);
        }
        let (quick, slow) = with(&bench, |counted, context| {
            let options = Options::default();
            let ask = Ask::new("query", counted, context, &options).unwrap();
            let quick: Vec<usize> = Ground::of(&ask).find(&expr).unwrap().into_iter().collect();
            (quick, naive(counted, context, &expr))
        });
        prop_assert_eq!(quick, slow, "{:?}", expr);
    }
}
