//! Tables over what is coded: codes and interviews, strata, summaries, saturation, coders; few enough to count by hand.

use super::bench::{Bench, coded_note, ground, lines};
use super::*;
use crate::study::id::*;
use crate::study::word::Polarity;

#[test]
fn codes_meet_on_a_passage_and_in_an_interview() {
    let mut bench = ground();
    coded_note(
        &mut bench,
        "1",
        "I1",
        "D8.levier",
        ("S2", Polarity::Supports),
        3,
    );
    let passage = crate::study::coding::Passage::Note(NoteId::new("1"));
    bench.coding("x", passage, "D8.frein", &[], None);
    coded_note(
        &mut bench,
        "2",
        "I1",
        "D6.valeur_ajoutee",
        ("S2", Polarity::Supports),
        3,
    );
    coded_note(
        &mut bench,
        "3",
        "I2",
        "D8.levier",
        ("S2", Polarity::Supports),
        3,
    );
    assert_eq!(
        lines(&bench.table("cooccurrence", &Options::default())),
        [
            "D6.valeur_ajoutee D8.frein 0 1 0",
            "D6.valeur_ajoutee D8.levier 0 1 0",
            "D8.frein D8.levier 1 1 1"
        ]
    );
    let matrix = bench.table("matrix", &Options::default());
    assert_eq!(matrix.columns.len(), 3);
    assert_eq!(
        lines(&matrix),
        ["D6.valeur_ajoutee 1 0", "D8.frein 1 0", "D8.levier 1 1"]
    );
}

#[test]
fn a_competence_is_common_where_every_stratum_cites_it() {
    let mut bench = ground();
    for at in 0..3 {
        for (value, letter) in [("under10", 'a'), ("10to49", 'b'), ("50plus", 'c')] {
            let key = format!("{letter}{at}");
            bench.session(&key);
            bench.participant(&format!("P-{key}"), &key, "hr", value, "");
            bench.note(&key, &format!("n-{key}"), "Bonjour");
            if at < 2 {
                coded_note(
                    &mut bench,
                    &format!("l-{key}"),
                    &key,
                    "D8.levier",
                    ("S2", Polarity::Supports),
                    2,
                );
            }
            if letter == 'a' {
                coded_note(
                    &mut bench,
                    &format!("f-{key}"),
                    &key,
                    "D8.frein",
                    ("S2", Polarity::Supports),
                    4,
                );
            }
            // too weak to be a citation
            coded_note(
                &mut bench,
                &format!("v-{key}"),
                &key,
                "D6.valeur_ajoutee",
                ("S2", Polarity::Supports),
                1,
            );
        }
    }
    assert_eq!(
        lines(&bench.table("common", &Options::default())),
        [
            "D6.valeur_ajoutee intermediate 0 3 0 3 0 3",
            "D8.frein specific 3 3 0 3 0 3",
            "D8.levier common 2 3 2 3 2 3"
        ]
    );
}

#[test]
fn a_matrix_counts_says_whether_or_goes_by_stratum_and_is_sorted_as_asked() {
    let mut bench = ground();
    for (id, interview, code) in [
        ("1", "I1", "D8.levier"),
        ("2", "I1", "D8.levier"),
        ("3", "I3", "D8.levier"),
        ("4", "I4", "D8.frein"),
    ] {
        coded_note(
            &mut bench,
            id,
            interview,
            code,
            ("S2", Polarity::Supports),
            2,
        );
    }
    let with = |options: Options| lines(&bench.table("matrix", &options));
    let sorted = |column: &str, greatest_first| Options {
        sort: Some((column.into(), greatest_first)),
        ..Options::default()
    };
    assert_eq!(
        with(sorted("I1", true)),
        [
            "D8.levier 2 1 0",
            "D6.valeur_ajoutee 0 0 0",
            "D8.frein 0 0 1"
        ]
    );
    let whether = Options {
        presence: true,
        ..Options::default()
    };
    assert_eq!(with(whether)[2], "D8.levier 1 1 0");
    let by = Options {
        by: Some("size".into()),
        ..Options::default()
    };
    assert_eq!(with(by)[2], "D8.levier 1 2 1 1 0 0");
    let unknown = run_named(&bench, "matrix", &sorted("I9", false));
    assert!(matches!(
        unknown,
        Err(TableError::Unknown { what: "column", .. })
    ));
}

fn run_named(bench: &Bench, name: &str, options: &Options) -> Result<Table, TableError> {
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    run(name, &bench.study, &context, options)
}

#[test]
fn saturation_counts_new_codes_in_the_stated_order() {
    let mut bench = ground();
    for (id, interview, code) in [
        ("1", "I1", "D8.levier"),
        ("2", "I2", "D8.levier"),
        ("3", "I2", "D8.frein"),
        ("4", "I3", "D8.frein"),
    ] {
        coded_note(
            &mut bench,
            id,
            interview,
            code,
            ("S2", Polarity::Supports),
            2,
        );
    }
    let series = |bench: &Bench| lines(&bench.table("saturation", &Options::default()));
    assert_eq!(
        series(&bench),
        [
            "1 I1 1 1 1 1 1 2 ·",
            "2 I2 2 1 2 2 2 2 ·",
            "3 I3 1 0 2 2 2 2 ·"
        ]
    );
    for (at, key) in ["I3", "I1", "I2"].into_iter().enumerate() {
        let began = Timestamp::from_second(at as i64 * 3600).unwrap();
        let field = crate::study::session::SessionField::StartedAt(Some(began));
        bench.put(vec![(SessionId::new(key), field).into()]);
    }
    let order: Vec<String> = series(&bench)
        .iter()
        .map(|line| line.chars().take(8).collect())
        .collect();
    assert_eq!(order, ["1 I3 1 1", "2 I1 1 1", "3 I2 2 0"]);
    let runs = lines(&bench.table("saturation-runs", &Options::default()));
    assert_eq!(runs.len(), 12);
    assert_eq!(runs[0], "4 2 5% n/a · 3 · fewer than 6 interviews");
}

/// Ids one after the other.
struct Counter(u128);

impl Mint for Counter {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128(self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

#[test]
fn a_summary_is_stale_once_its_passages_changed() {
    use crate::study::edit;
    let mut bench = ground();
    let supports = ("S2", Polarity::Supports);
    coded_note(&mut bench, "1", "I1", "D8.levier", supports, 2);
    let (session, code) = (SessionId::new("I1"), CodeId::new("D8.levier"));
    let row = |bench: &Bench| lines(&bench.table("framework", &Options::default())).swap_remove(0);
    assert!(row(&bench).ends_with(" · passages 1"), "{}", row(&bench));
    let mut mint = Counter(0);
    let set = |bench: &mut Bench, mint: &mut dyn Mint| {
        let changes =
            edit::set_summary(&bench.study, mint, &session, &code, "Va vite", "am").unwrap();
        let n = changes.len();
        bench.put(changes);
        n
    };
    set(&mut bench, &mut mint);
    assert!(
        row(&bench).ends_with(" Va vite filled 1"),
        "{}",
        row(&bench)
    );
    coded_note(&mut bench, "2", "I1", "D8.levier", supports, 2);
    assert!(row(&bench).ends_with(" Va vite stale 2"), "{}", row(&bench));
    assert!(
        set(&mut bench, &mut mint) > 0,
        "the same words over other passages"
    );
    assert!(
        row(&bench).ends_with(" Va vite filled 2"),
        "{}",
        row(&bench)
    );
    assert_eq!(set(&mut bench, &mut mint), 0);
    let changes = edit::remove_summary(&bench.study, &session, &code).unwrap();
    bench.put(changes);
    assert!(row(&bench).ends_with(" · passages 2"), "{}", row(&bench));
}

#[test]
fn coders_are_compared_over_what_both_coded() {
    let mut bench = ground();
    bench.transcript(
        Some("I1"),
        "t",
        &[
            ("", "Oui, souvent."),
            ("", "Non, jamais."),
            ("", "Peut-être."),
            ("", "Voilà."),
        ],
    );
    let mut n = 0;
    let mut put = |bench: &mut Bench, coder: &str, quote: &str, code: &str| {
        n += 1;
        let id = format!("k{n}");
        let passage = bench.passage("t-v1", quote);
        bench.coding(&id, passage, code, &[("S2", Polarity::Supports)], None);
        let coder = crate::study::coding::CodingField::Coder(coder.into());
        bench.put(vec![(CodingId::new(&id), coder).into()]);
    };
    put(&mut bench, "ana", "Oui, souvent.", "D8.levier");
    put(&mut bench, "bob", "Oui, souvent.", "D8.levier");
    put(&mut bench, "ana", "Non, jamais.", "D8.levier");
    put(&mut bench, "bob", "jamais.", "D8.levier");
    put(&mut bench, "ana", "Peut-être.", "D8.frein");
    put(&mut bench, "bob", "Peut-être.", "D8.levier");
    put(&mut bench, "ana", "Voilà.", "D8.frein");
    let table = bench.table("coders", &Options::default());
    let value = |code: &str, unit: &str, coefficient: &str| {
        let start = format!(
            "{} {unit} {coefficient} ",
            if code.is_empty() { "·" } else { code }
        );
        let line = lines(&table)
            .into_iter()
            .find(|l| l.starts_with(&start))
            .unwrap();
        line[start.len()..].to_owned()
    };
    // levier by turn: ana 1 1 0 0, bob 1 1 1 0
    assert_eq!(value("D8.levier", "turn", "cohen-kappa"), "0.5 4 · 3 1");
    assert_eq!(value("D8.frein", "turn", "cohen-kappa"), "0 4 · 2 2");
    // segments of levier: one alike, one of 7 in 12 characters, one of bob's alone
    assert_eq!(
        value("D8.levier", "segment", "segment-agreement"),
        "0.25 4 · 4 0"
    );
    assert_eq!(value("D8.frein", "segment", "holsti"), "0 2 · 2 0");
    let loose = Options {
        overlap: Some(50),
        unit: Some(Unit::Segment),
        ..Options::default()
    };
    let loose = lines(&bench.table("coders", &loose));
    assert!(
        loose
            .iter()
            .any(|l| l.starts_with("D8.levier segment segment-agreement 0.6666"))
    );
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    let keys = Keys::of(&bench.study);
    let counted = Counted::of(&bench.study, &keys, &context);
    let compared = coders::compare(
        &counted,
        &context,
        &Options::default(),
        "ana",
        "bob",
        &search::Progress::default(),
    )
    .unwrap();
    let kinds: Vec<&str> = compared.rows.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(kinds, ["ends-differ", "code-differs", "only-one"]);
    assert_eq!((compared.same, compared.n_texts), (1, 1));
    let one = Options {
        coder: Some("ana".into()),
        ..Options::default()
    };
    let alone = lines(&bench.table("coders", &one));
    assert!(alone.iter().all(|line| line.contains(" n/a ")), "{alone:?}");
}
