//! A corpus made up for measuring: interviews of two speakers, a codebook of 60 codes, codings that overlap.
//!
//! About one turn in 40 has an accented name and one in 400 an emoji, so that bytes and code points differ.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const WORDS: &str = "the a of to and in we you it was is that for with on as at by from have not but when then so \
    because before after just really maybe team customer ticket incident rollback deploy server alert meeting plan \
    risk decision budget deadline quality test review design conflict listen explain teach delegate measure result \
    learn mistake improve process document share question answer example week month quarter project product data";

/// A small generator of numbers, the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }
}

/// One interview: turns of `INT` and `P`, a blank line between two.
pub fn interview(dice: &mut Dice, number: usize, words: usize) -> String {
    let list: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = String::with_capacity(words * 7);
    let (mut said, mut speaker) = (0, 0);
    while said < words {
        if speaker == 0 {
            text.push_str("INT: ");
        } else {
            let _ = write!(text, "P{number}: ");
        }
        let long = 8 + dice.below(112);
        for word in 0..long {
            text.push_str(list[dice.below(list.len())]);
            text.push_str(if word + 1 == long || dice.below(12) == 0 {
                ". "
            } else {
                " "
            });
        }
        if dice.below(40) == 0 {
            text.push_str("Naïma l’a dit. ");
        }
        if dice.below(400) == 0 {
            text.push_str("👩‍💻 ");
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        said += long;
        speaker = 1 - speaker;
    }
    text
}

/// How large a study is.
pub struct Plan {
    /// Interviews, each with one text.
    pub interviews: usize,
    /// Words of each text.
    pub words: usize,
    /// Codings over all texts, by two coders.
    pub codings: usize,
    /// Codes, below six groups.
    pub codes: usize,
}

const SIZES: [&str; 4] = ["under10", "10to49", "50to249", "250plus"];
const SPECIALITIES: [&str; 6] = [
    "medical", "legal", "building", "industry", "trade", "farming",
];

/// A study folder.
pub fn study_folder(out: &Path, plan: &Plan) {
    let Plan {
        interviews,
        words,
        codings,
        codes,
    } = *plan;
    let mut dice = Dice::new(7);
    fs::create_dir_all(out.join("transcripts")).unwrap();
    let mut toml =
        "schema = 1\nname = \"Bench\"\nlanguages = [\"en\"]\nmask_under = 3\n".to_owned();
    for (key, values) in [("size", &SIZES[..]), ("speciality", &SPECIALITIES)] {
        let _ = write!(
            toml,
            "[[attribute]]\nkey = \"{key}\"\nstratum = true\nvalues = [ "
        );
        for value in values {
            let _ = write!(toml, "{{ key = \"{value}\", universe = 1000 }}, ");
        }
        toml.push_str("]\n");
    }
    for scenario in 1..=6 {
        let _ = writeln!(
            toml,
            "[[scenario]]\nkey = \"S{scenario}\"\nlabel_en = \"Scenario {scenario}\""
        );
    }
    fs::write(out.join("study.toml"), toml).unwrap();
    let mut codebook = "key,parent,label_en\n".to_owned();
    for group in 0..6 {
        let _ = writeln!(codebook, "G{group},,Group {group}");
    }
    for code in 0..codes {
        let _ = writeln!(codebook, "C{code:03},G{},Behaviour {code}", code % 6);
    }
    fs::write(out.join("codebook.csv"), codebook).unwrap();
    let mut participants =
        "interview,participant,speaker,role,organisation,consent,size,speciality\n".to_owned();
    let mut turns = Vec::with_capacity(interviews);
    for number in 1..=interviews {
        let text = interview(&mut dice, number, words);
        let mut spans = Vec::new();
        let mut at = 0;
        for line in text.split('\n') {
            let chars = line.chars().count();
            if chars > 40 {
                spans.push((at, at + chars));
            }
            at += chars + 1;
        }
        turns.push(spans);
        fs::write(out.join(format!("transcripts/int{number:04}.txt")), &text).unwrap();
        let size = SIZES[dice.below(SIZES.len())];
        let speciality = SPECIALITIES[dice.below(SPECIALITIES.len())];
        let _ = writeln!(
            participants,
            "int{number:04},,P{number},eng,org{},given,{size},{speciality}",
            number % 97
        );
        let _ = writeln!(participants, "int{number:04},INT,INT,interviewer,,,,");
    }
    fs::write(out.join("participants.csv"), participants).unwrap();
    let mut rows = "doc,start,end,code,coder,scenario,polarity,strength\n".to_owned();
    let polarities = ["supports", "contradicts", "mixed", "neutral"];
    for coding in 0..codings {
        let document = coding % interviews;
        let spans = &turns[document];
        let (start, end) = spans[dice.below(spans.len())];
        let start = start + 8 + dice.below((end - start) / 3);
        let end = (start + 20 + dice.below(280)).min(end);
        let _ = writeln!(
            rows,
            "int{:04}.txt,{start},{end},C{:03},coder{},S{},{},{}",
            document + 1,
            dice.below(codes),
            1 + dice.below(2),
            1 + dice.below(6),
            polarities[dice.below(4)],
            dice.below(5),
        );
    }
    fs::write(out.join("codings.csv"), rows).unwrap();
}

const GUIDE: &str = r#"schema = 1
[[section]]
key = "1"
[[section.question]]
key = "rate"
kind = "rating"
[[section.question]]
key = "count"
kind = "count"
unit = "persons"
[[section.question]]
key = "share"
kind = "allocation"
options = ["files", "people"]
[[section.question]]
key = "list"
kind = "list"
fields = [ { key = "name", label = "Name" } ]
[[section.question]]
key = "open"
kind = "open"
codes = ["C001"]
[[section.question]]
key = "one"
kind = "choice"
options = ["yes", "no", "later"]
"#;

/// A guide with a question of each kind and everybody's answers, and the time each interview took, beside a study folder.
pub fn answers(out: &Path, interviews: usize) {
    let mut dice = Dice::new(11);
    fs::write(out.join("guide.toml"), GUIDE).unwrap();
    let mut rows = "interview,question,scenario,part,state,value\n".to_owned();
    let mut sessions =
        "interview,state,started_at,ended_at,interviewer,planned_minutes\n".to_owned();
    for number in 1..=interviews {
        let mut put = |question: &str, scenario: &str, part: &str, value: &str| {
            let _ = writeln!(
                rows,
                "int{number:04},{question},{scenario},{part},answered,{value}"
            );
        };
        for scenario in 1..=6 {
            let mark = 1 + dice.below(5);
            put("rate", &format!("S{scenario}"), "", &mark.to_string());
        }
        put("count", "", "", &dice.below(20).to_string());
        put("one", "", "", ["yes", "no", "later"][dice.below(3)]);
        put("open", "", "", "words");
        let share = dice.below(101);
        put("share", "", "files", &share.to_string());
        put("share", "", "people", &(100 - share).to_string());
        for entry in 1..=3 {
            let named = format!("Certificate {}", dice.below(30));
            put("list", "", &format!("{entry}.name"), &named);
        }
        let day = 1 + number % 28;
        let _ = writeln!(
            sessions,
            "int{number:04},done,2026-03-{day:02}T09:00:00Z,2026-03-{day:02}T09:45:00Z,am,45"
        );
    }
    fs::write(out.join("answers.csv"), rows).unwrap();
    fs::write(out.join("sessions.csv"), sessions).unwrap();
}
