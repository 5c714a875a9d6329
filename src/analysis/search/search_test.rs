use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::analysis::{Keys, TurnCache};
use crate::i18n::Lang;
use crate::study::coding::Passage;
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::id::{ExclusionId, NoteId, ParticipantId, SessionId};
use crate::study::people::ParticipantField;
use crate::text::search::Reading;

fn bench() -> Bench {
    let mut bench = ground();
    for (key, size) in [("J1", "under10"), ("J2", "10to49")] {
        bench.session(key);
        bench.participant(&format!("P{key}"), key, "rh", size, "");
        bench.transcript(
            Some(key),
            &format!("{key}-t"),
            &[
                ("INT", "Et la plateforme ?"),
                ("", "La plateforme a changé en mars."),
                ("", "Oui."),
            ],
        );
    }
    bench.note("J1", "N1", "plateforme perdue");
    bench.transcript(None, "advert", &[("", "Tenir la plateforme.")]);
    let passage = bench.passage("J2-t-v1", "a changé");
    bench.coding("C1", passage, "D8.frein", &[], None);
    bench
}

fn find(bench: &Bench, typed: &str, set: impl Fn(&mut Query)) -> Vec<String> {
    let turns = TurnCache::default();
    let context = Context {
        texts: &bench.texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    let keys = Keys::of(&bench.study);
    let counted = Counted::of(&bench.study, &keys, &context);
    let mut corpus = Corpus::default();
    corpus.renew(&bench.study, &bench.texts, &Progress::default());
    let mut query = Query::new(Pattern::new(typed, Reading::default()).unwrap());
    set(&mut query);
    let hits = search(&counted, &corpus, &context, &query).unwrap().list;
    hits.iter()
        .map(|hit| {
            format!(
                "{} {} {} {}..{} {}[{}]{}",
                hit.source.as_str(),
                hit.interview,
                hit.document,
                hit.chars.start,
                hit.chars.end,
                hit.before,
                hit.quote,
                hit.after
            )
        })
        .collect()
}

#[test]
fn hits_come_interview_by_interview_then_reference_texts() {
    let bench = bench();
    assert_eq!(
        find(&bench, "PLATEFORME", |_| ()),
        [
            "note J1  0..10 [plateforme] perdue",
            "turn J1 J1-t 6..16 Et la [plateforme] ?",
            "turn J1 J1-t 22..32 La [plateforme] a changé en mars.",
            "turn J2 J2-t 6..16 Et la [plateforme] ?",
            "turn J2 J2-t 22..32 La [plateforme] a changé en mars.",
            "reference  advert 9..19 Tenir la [plateforme].",
        ]
    );
    assert_eq!(
        find(&bench, "d8.fr", |_| ()),
        ["code  D8.frein 0..5 [D8.fr]ein"]
    );
}

#[test]
fn a_search_keeps_to_voices_attributes_codes_and_interviews() {
    let bench = bench();
    let of = |set: fn(&mut Query)| find(&bench, "plateforme", set).len();
    assert_eq!(of(|query| query.voice = Voice::Interviewers), 2);
    assert_eq!(of(|query| query.voice = Voice::Participants), 3);
    assert_eq!(
        of(|query| query.where_ = vec![("size".into(), "10to49".into())]),
        1
    );
    assert_eq!(of(|query| query.interview = Some("J1".into())), 3);
    assert_eq!(of(|query| query.code = Some("D8.frein".into())), 0);
    let coded = find(&bench, "changé en", |query| {
        query.code = Some("D8.frein".into());
    });
    assert_eq!(
        coded,
        ["turn J2 J2-t 35..44 La plateforme a [changé en] mars."]
    );
}

#[test]
fn what_was_withdrawn_is_not_found() {
    let mut bench = bench();
    bench.put(vec![
        (
            ParticipantId::new("PJ1"),
            ParticipantField::Consent(Consent::Withdrawn),
        )
            .into(),
    ]);
    let hits = find(&bench, "plateforme", |_| ());
    assert_eq!(hits.len(), 3);
    assert!(hits.iter().all(|hit| !hit.contains("J1")));
}

#[test]
fn what_is_left_out_is_not_found_nor_shown_around_what_is() {
    let mut bench = bench();
    let all = find(&bench, "mars", |_| ());
    assert_eq!(all.len(), 2, "{all:?}");
    let Passage::Text(words) = bench.passage("J1-t-v1", "en mars.") else {
        panic!("a text was expected");
    };
    for (id, what) in [
        ("x1", Excluded::Text(words)),
        ("x2", Excluded::Note(NoteId::new("N1"))),
    ] {
        let exclusion = Exclusion {
            session: SessionId::new("J1"),
            what,
            ..Exclusion::default()
        };
        bench.put(vec![(ExclusionId::new(id), exclusion).into()]);
    }
    assert_eq!(find(&bench, "mars", |_| ()).len(), 1);
    assert!(find(&bench, "perdue", |_| ()).is_empty());
    assert_eq!(
        find(&bench, "changé", |query| query.interview =
            Some("J1".into())),
        ["turn J1 J1-t 35..41 La plateforme a [changé] ████████"]
    );
}
