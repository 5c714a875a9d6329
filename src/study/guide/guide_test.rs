//! What is wrong with a guide, and what becomes of its text when it is altered.

use super::check::{Known, check};
use super::write::{self, QUESTION_FIELDS, Spot};
use super::{Plan, QuestionKind};
use proptest::prelude::*;

const SAMPLE: &str =
    include_str!("../../../sample-sessions/certification-assistance-formation/guide.toml");

const SMALL: &str = r#"# ours
schema = 1 # the format

# first things
[[section]]
key = "1"
title = "Start" # short
minutes = 4

# how many
[[section.question]]
key = "1.1"
kind = "count" # a number
text = "How many?"

[[section.question]]
key = "1.2"
skip_if = "1.1 = 0"

[[section]]
key = "2"

[section.minutes]
rh = 6

[[section.question]]
key = "2.1"
kind = "list"
options = ["title", "why"]

# the end
"#;

/// Line, key, field and message of each fault.
fn faults(source: &str, known: &Known) -> Vec<(usize, String, String, String)> {
    check(source, known)
        .into_iter()
        .map(|fault| {
            // what was meant stands around the reason
            let inside = fault
                .reason
                .args
                .iter()
                .find_map(|(name, value)| match value {
                    crate::i18n::Value::Said(inside) if *name == "reason" => {
                        Some(inside.key.to_string())
                    }
                    _ => None,
                });
            let reason = inside.unwrap_or_else(|| fault.reason.key.to_string());
            (fault.line, fault.key, fault.field, reason)
        })
        .collect()
}

/// A guide of one section with a count `0`, and a question of these lines, which begin on line 8.
fn with(lines: &str) -> String {
    format!(
        "schema = 1\n[[section]]\nkey = \"1\"\n[[section.question]]\nkey = \"0\"\nkind = \"count\"\n\
         [[section.question]]\n{lines}"
    )
}

#[test]
fn every_fault_has_its_line_its_key_and_its_reason() {
    let known = Known {
        scenarios: vec!["S1".to_owned()],
        codes: vec!["D1.1".to_owned()],
        attributes: vec!["size".to_owned()],
    };
    let q = |lines: &str| with(&format!("key = \"q\"\n{lines}"));
    for (source, line, key, field, reason) in [
        (
            "schema = 1\n[[section]\n".to_owned(),
            2,
            "",
            "",
            "guide-fault-toml",
        ),
        (
            "schema = 2\n".to_owned(),
            1,
            "",
            "schema",
            "guide-fault-schema",
        ),
        (
            "language = \"fr\"\n".to_owned(),
            1,
            "",
            "schema",
            "guide-fault-schema",
        ),
        (
            "schema = 1\nlangage = \"fr\"\n".to_owned(),
            2,
            "",
            "langage",
            "guide-fault-field",
        ),
        (
            "schema = 1\nsection = 3\n".to_owned(),
            2,
            "",
            "section",
            "guide-fault-tables",
        ),
        (
            "schema = 1\n[[section]]\ntitle = \"a\"\n".to_owned(),
            2,
            "",
            "key",
            "guide-fault-no-key",
        ),
        (
            "schema = 1\n[[section]]\nkey = \" a\"\n".to_owned(),
            3,
            "a",
            "key",
            "guide-fault-key-spaces",
        ),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\n[[section]]\nkey = \"a\"\n".to_owned(),
            5,
            "a",
            "key",
            "guide-fault-key-twice",
        ),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\nminutes = -1\n".to_owned(),
            4,
            "a",
            "minutes",
            "guide-fault-minutes",
        ),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\n[section.minutes]\nrh = 4\ndirection = \"x\"\n"
                .to_owned(),
            6,
            "a",
            "minutes.direction",
            "guide-fault-minutes",
        ),
        (
            "schema = 1\n[[section]]\nkey = \"a\"\ntitle = \"\\u001b[2J\"\n".to_owned(),
            4,
            "a",
            "title",
            "import-expected-harmless",
        ),
        (
            with("kind = \"open\"\n"),
            7,
            "1",
            "key",
            "guide-fault-no-key",
        ),
        (
            with("key = \"0\"\n"),
            8,
            "0",
            "key",
            "guide-fault-key-twice",
        ),
        (with("key = 3\n"), 8, "1", "key", "guide-fault-text"),
        (q("kind = \"opn\"\n"), 9, "q", "kind", "guide-fault-kind"),
        (
            q("kind = \"choice\"\n"),
            7,
            "q",
            "options",
            "guide-fault-options",
        ),
        (
            q("kind = \"allocation\"\noptions = [\"a\"]\n"),
            10,
            "q",
            "options",
            "guide-fault-options",
        ),
        (
            q("kind = \"choice\"\noptions = [\"a\", \"a\"]\n"),
            10,
            "q",
            "options",
            "guide-fault-option-twice",
        ),
        (
            q("kind = \"choice\"\noptions = [\"a\", true]\n"),
            10,
            "q",
            "options",
            "guide-fault-option",
        ),
        (
            q("kind = \"scale\"\noptions = [0, 11]\n"),
            10,
            "q",
            "options",
            "guide-fault-degrees",
        ),
        (
            q("kind = \"rating\"\noptions = [\"bad\", \"good\"]\n"),
            10,
            "q",
            "options",
            "guide-fault-degrees",
        ),
        (
            q("kind = \"list\"\n"),
            7,
            "q",
            "fields",
            "guide-fault-fields",
        ),
        (
            q("kind = \"open\"\nfields = [\"a\"]\n"),
            10,
            "q",
            "fields",
            "guide-fault-fields-kind",
        ),
        (
            q("kind = \"attributes\"\n"),
            7,
            "q",
            "options",
            "guide-fault-attributes",
        ),
        (
            q("kind = \"attributes\"\noptions = [\"sise\"]\n"),
            10,
            "q",
            "options",
            "guide-fault-attribute",
        ),
        (
            q("scenario = \"S2\"\n"),
            9,
            "q",
            "scenario",
            "guide-fault-scenario",
        ),
        (
            q("codes = [\"D1.1\", \"D9\"]\n"),
            9,
            "q",
            "codes",
            "guide-fault-code",
        ),
        (q("roles = \"rh\"\n"), 9, "q", "roles", "guide-fault-list"),
        (
            q("sensitive = \"yes\"\n"),
            9,
            "q",
            "sensitive",
            "guide-fault-bool",
        ),
        (
            q("skipif = \"0 = 0\"\n"),
            9,
            "q",
            "skipif",
            "guide-fault-field",
        ),
        (
            q("skip_if = \"0\"\n"),
            9,
            "q",
            "skip_if",
            "guide-condition-no-test",
        ),
        (
            q("skip_if = \"9.9 = 0\"\n"),
            9,
            "q",
            "skip_if",
            "guide-fault-condition-unknown",
        ),
        (
            q("skip_if = \"q = 0\"\n"),
            9,
            "q",
            "skip_if",
            "guide-fault-condition-later",
        ),
        (
            q(
                "kind = \"choice\"\noptions = [\"a\", \"b\"]\n[[section.question]]\nkey = \"r\"\nskip_if = \"q = c\"\n",
            ),
            13,
            "r",
            "skip_if",
            "guide-fault-condition-option",
        ),
        (
            q("kind = \"rating\"\n[[section.question]]\nkey = \"r\"\nskip_if = \"q = 3\"\n"),
            12,
            "r",
            "skip_if",
            "guide-fault-condition-value",
        ),
        (
            "schema = 1\n[[debrief]]\nkey = \"a\"\nkind = \"list\"\n".to_owned(),
            4,
            "debrief a",
            "kind",
            "guide-fault-kind",
        ),
        (
            "schema = 1\nconsent = 3\n".to_owned(),
            2,
            "",
            "consent",
            "guide-fault-table",
        ),
        (
            "schema = 1\n[consent]\nitems = [\"\"]\n".to_owned(),
            3,
            "",
            "items",
            "guide-fault-option",
        ),
    ] {
        assert_eq!(
            faults(&source, &known),
            [(line, key.to_owned(), field.to_owned(), reason.to_owned())],
            "{source}"
        );
    }
}

#[test]
fn all_faults_are_told_and_a_good_guide_has_none() {
    assert_eq!(check(SAMPLE, &Known::default()), []);
    assert_eq!(check(SMALL, &Known::default()), []);
    let bad = with("key = \"q\"\nkind = \"opn\"\nskipif = \"x\"\nminutes = 3\n");
    assert_eq!(check(&bad, &Known::default()).len(), 3);
    let plan = Plan::parse(
        "schema = 1\n[[debrief]]\nkey = \"trust\"\nkind = \"scale\"\n[consent]\nversion = \"v2\"\nitems = [\"aim\", { key = \"rec\", label = \"Recording?\" }]\nclosing = \"Anything to leave out?\"\n",
    )
    .unwrap();
    assert_eq!(plan.debrief[0].kind, QuestionKind::Scale);
    assert_eq!(plan.consent.unwrap().items[1].label, "Recording?");
}

#[test]
fn minutes_and_questions_are_by_role() {
    let plan = Plan::parse(SAMPLE).unwrap();
    let minutes = |role| {
        plan.section_of("3.1")
            .unwrap()
            .minutes_for(role)
            .to_string()
    };
    assert_eq!(
        [minutes("rh"), minutes("nobody"), minutes("")],
        ["6", "0", "9"]
    );
    let question = plan.question("2.3").unwrap();
    assert!(
        question.is_asked_of("assistant")
            && !question.is_asked_of("rh")
            && question.is_asked_of("")
    );
    assert_eq!(plan.question("7.1").unwrap().degrees(), (1, 5));
    assert_eq!(plan.question("5.4").unwrap().parts().len(), 2);
}

fn question(key: &str) -> Spot {
    Spot::Question(key.to_owned())
}

#[test]
fn what_a_person_wrote_beside_the_guide_stays() {
    let text = write::set(SMALL, &question("1.1"), "kind", "open").unwrap();
    assert_eq!(text, SMALL.replace("\"count\" #", "\"open\" #"));
    let text = write::set(SMALL, &question("1.1"), "roles", "rh, direction").unwrap();
    assert!(
        text.contains("text = \"How many?\"\nroles = [\"rh\", \"direction\"]\n"),
        "{text}"
    );
    let text = write::set(
        SMALL,
        &Spot::Section("2".into()),
        "minutes",
        "rh=7,5; direction=8",
    )
    .unwrap();
    let minutes = Plan::parse(&text).unwrap().minutes_for("rh").to_string();
    assert_eq!(minutes, "11.5", "{text}");
    let text = write::set(SMALL, &question("1.2"), "skip_if", "").unwrap();
    assert_eq!(text, SMALL.replace("skip_if = \"1.1 = 0\"\n", ""));

    // comments go along with what they stand before
    let text = write::shift(SMALL, &question("1.1"), 1).unwrap();
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
    assert!(
        at("\"1.2\"") < at("# how many") && at("# how many") < at("\"1.1\""),
        "{text}"
    );
    for comment in [
        "# ours",
        "# the format",
        "# first things",
        "# short",
        "# a number",
        "# the end",
    ] {
        assert!(text.contains(comment), "{comment}");
    }
    let text = write::shift(SMALL, &question("1.2"), 1).unwrap();
    assert_eq!(
        Plan::parse(&text).unwrap().section_of("1.2").unwrap().key,
        "2"
    );
    let back = write::shift(&text, &question("1.2"), -1).unwrap();
    assert_eq!(Plan::parse(&back), Plan::parse(SMALL));
    let text = write::shift(SMALL, &Spot::Section("1".into()), 1).unwrap();
    let keys: Vec<String> = Plan::parse(&text)
        .unwrap()
        .questions()
        .map(|q| q.key.clone())
        .collect();
    assert_eq!(keys, ["2.1", "1.1", "1.2"]);
    let text = write::remove(SMALL, &Spot::Section("1".into())).unwrap();
    assert_eq!(Plan::parse(&text).unwrap().questions().count(), 1);
    assert!(text.contains("# the end"));
}

#[test]
fn a_guide_written_inline_is_altered_too() {
    let inline = "schema = 1\nsection = [{ key = \"1\", question = [{ key = \"1.1\" }] }]\n";
    let text = write::set(inline, &question("1.1"), "text", "Why?").unwrap();
    assert_eq!(
        Plan::parse(&text).unwrap().question("1.1").unwrap().text,
        "Why?"
    );
    let text = write::add_question(&text, "1", "1.2", "How?", Some("1.1")).unwrap();
    assert_eq!(Plan::parse(&text).unwrap().questions().count(), 2);
}

proptest! {
    /// Whatever is written into a field is read again, and nothing else changed.
    #[test]
    fn what_is_written_is_read_again(
        at in any::<proptest::sample::Index>(),
        field in 2usize..QUESTION_FIELDS.len() - 1,
        value in "[a-zé0-9 .,'\"#\\[\\]{}=;:?«»\\\\-]{0,30}",
    ) {
        let before = Plan::parse(SAMPLE).unwrap();
        let keys: Vec<&str> = before.questions().map(|q| q.key.as_str()).collect();
        let key = *at.get(&keys);
        let field = QUESTION_FIELDS[field];
        // its options are its fields
        prop_assume!(before.question(key).unwrap().kind != QuestionKind::List);
        let text = write::set(SAMPLE, &question(key), field, &value).unwrap();
        let now = Plan::parse(&text).unwrap();
        let written = now.question(key).unwrap().field(field);
        // lists come back with one separator
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !",;".contains(*c)).collect::<String>();
        if ["options", "fields"].contains(&field) {
            let again = write::set(&text, &question(key), field, &written).unwrap();
            prop_assert_eq!(now.question(key).cloned(), Plan::parse(&again).unwrap().question(key).cloned());
        } else {
            prop_assert_eq!(plain(&written), plain(&value));
        }
        let others = |plan: &Plan| plan.questions().filter(|q| q.key != key).cloned().collect::<Vec<_>>();
        prop_assert_eq!(others(&before), others(&now));
        let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
        prop_assert_eq!(comments(&text), comments(SAMPLE));
    }

    /// Moving keeps every question, in the order that was asked for.
    #[test]
    fn moving_loses_nothing(at in any::<proptest::sample::Index>(), by in -40isize..40) {
        let before = Plan::parse(SAMPLE).unwrap();
        let mut keys: Vec<&str> = before.questions().map(|q| q.key.as_str()).collect();
        let key = *at.get(&keys);
        let text = write::shift(SAMPLE, &question(key), by).unwrap();
        let now = Plan::parse(&text).unwrap();
        let mut moved: Vec<&str> = now.questions().map(|q| q.key.as_str()).collect();
        prop_assert_eq!(now.question(key), before.question(key));
        keys.sort_unstable();
        moved.sort_unstable();
        prop_assert_eq!(keys, moved);
    }
}

#[test]
fn consent_and_debrief_are_altered_like_the_rest() {
    let text = write::add_debrief(SMALL, "learnt", "What did we learn?", None).unwrap();
    let text = write::add_debrief(&text, "sure", "How sure?", None).unwrap();
    let sure = Spot::Debrief("sure".into());
    let text = write::set(&text, &sure, "options", "1; 2; 3").unwrap();
    let text = write::shift(&text, &sure, -1).unwrap();
    let text = write::set(
        &text,
        &Spot::Consent,
        "items",
        "aim = what it is for; stop any time",
    )
    .unwrap();
    let text = write::set(&text, &Spot::Consent, "closing", "Anything to leave out?").unwrap();
    let known = super::check::Known::default();
    assert_eq!(super::check::check(&text, &known), [], "{text}");
    let plan = Plan::parse(&text).unwrap();
    let keys: Vec<&str> = plan
        .debrief
        .iter()
        .map(|field| field.key.as_str())
        .collect();
    assert_eq!(keys, ["sure", "learnt"]);
    assert_eq!(sure.value(&plan, "options"), "1; 2; 3");
    assert_eq!(
        Spot::Consent.value(&plan, "items"),
        "aim = what it is for; stop any time"
    );
    assert_eq!(plan.sections, Plan::parse(SMALL).unwrap().sections);
    let text = write::remove(&text, &Spot::Consent).unwrap();
    let text = write::remove(&text, &sure).unwrap();
    let text = write::remove(&text, &Spot::Debrief("learnt".into())).unwrap();
    assert_eq!(Plan::parse(&text).unwrap(), Plan::parse(SMALL).unwrap());
    assert!(write::remove(&text, &Spot::Consent).is_err());
    let inline = format!("consent = {{ version = \"1\" }}\n{SMALL}");
    let text = write::set(&inline, &Spot::Consent, "version", "2").unwrap();
    let plan = Plan::parse(&text).unwrap();
    assert_eq!(plan.consent.map(|form| form.version).as_deref(), Some("2"));
    assert_eq!(plan.sections, Plan::parse(SMALL).unwrap().sections);
}
