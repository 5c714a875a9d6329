//! A whole call, by its keys, on a clock that is driven: thirty-one questions, sixty notes, ten counts, six ratings,
//! forty-five minutes. At twenty random points the program is killed and started again, the disk is full for two minutes,
//! the window is closed, the machine sleeps; the screen comes back where it was, and nothing that was typed is missing.
//!
//! The seed of the points is printed; `ENTRETIEN_CALL_SEED` takes it again, `ENTRETIEN_CALL_KILLS` says how many points.

use crate::driver::Terminal;
use entretien::file::csv;
use rustix::process::{Signal, WaitOptions, kill_process_group, waitpid};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// When the call begins, milliseconds of the wall clock.
const BEGIN: i64 = 1_773_316_800_000;
/// What may be lost of the typing.
const TYPING: Duration = Duration::from_millis(300);

/// One thing that the interviewer does, at one moment.
struct Step {
    /// Keys, in order; `=word` types the word.
    strokes: Vec<String>,
    /// What the files say of it afterwards; the time is filled in when it is done.
    told: Told,
}

#[derive(Clone)]
enum Told {
    /// The question that is in hand.
    Question(&'static str, &'static str),
    /// Kind and words.
    Note(&'static str, String),
    /// Question, then scenario or part, value and state of each.
    Answer(&'static str, Vec<(String, &'static str, &'static str)>),
}

fn typed(text: &str) -> impl Iterator<Item = String> + '_ {
    text.chars().map(|c| match c {
        ' ' => "space".to_owned(),
        c => c.to_string(),
    })
}

fn question(key: &'static str, words: &'static str) -> Step {
    Step {
        strokes: vec!["tab".into()],
        told: Told::Question(key, words),
    }
}

fn note(n: usize, question: &str) -> Step {
    let words = format!("n{n} on en parle à {question}, puis d’autre chose");
    let (open, kind) = [
        ("", "paraphrase"),
        ("\"", "verbatim"),
        ("(", "observation"),
        ("[", "interpretation"),
        ("#", "figure"),
    ][n % 5];
    let line = format!("{open}{words}");
    Step {
        strokes: typed(&line).chain(["enter".into()]).collect(),
        told: Told::Note(kind, words),
    }
}

fn answer(
    key: &'static str,
    keys: &str,
    enter: bool,
    of: &[(&str, &'static str, &'static str)],
) -> Step {
    let mut strokes = vec!["c-r".to_owned()];
    for part in keys.split_inclusive(char::is_whitespace) {
        strokes.extend(typed(part.trim()));
        if part.ends_with(char::is_whitespace) {
            strokes.push("tab".into());
        }
    }
    strokes.extend(enter.then(|| "enter".to_owned()));
    let of = of
        .iter()
        .map(|(part, value, state)| ((*part).to_owned(), *value, *state));
    Step {
        strokes,
        told: Told::Answer(key, of.collect()),
    }
}

fn count(key: &'static str, typed: &'static str, value: &'static str, state: &'static str) -> Step {
    answer(key, typed, true, &[("", value, state)])
}

/// Each question with the first of its words, and what is answered.
fn script() -> Vec<Step> {
    let mut steps = Vec::new();
    let mut notes = 0;
    for (key, words, answers) in [
        ("1.1", "Dire le cadre", None),
        ("1.2", "La maison", None),
        ("2.1", "Quel nom", None),
        ("2.2", "La journée", None),
        (
            "2.3",
            "De cent heures",
            Some(answer(
                "2.3",
                "40 20 10 15 10 5",
                true,
                &[
                    ("dossiers", "40", "answered"),
                    ("salles", "20", "answered"),
                    ("accueil", "10", "answered"),
                    ("suivi", "15", "answered"),
                    ("factures", "10", "answered"),
                    ("autre", "5", "answered"),
                ],
            )),
        ),
        ("2.4", "Qui décide", None),
        (
            "2.5",
            "Vous êtes combien",
            Some(count("2.5", "12", "12", "answered")),
        ),
        ("2.6", "La paie", None),
        ("3.1", "Une fois où tout", None),
        ("3.2", "Une fois où rien", None),
        ("3.3", "Que manquait-il", None),
        ("4.1", "Du neuf", None),
        (
            "4.2",
            "De 1 à 5",
            Some(answer("4.2", "4", false, &[("", "4", "answered")])),
        ),
        ("4.3", "Qu’est-ce", None),
        ("4.4", "Qui viendrait", None),
        (
            "5.1",
            "Ce titre",
            Some(answer("5.1", "3", false, &[("", "oui", "answered")])),
        ),
        ("5.2", "Pour qui", None),
        ("5.3", "Qu’a-t-il", None),
        (
            "5.4",
            "Quels autres",
            Some(answer(
                "5.4",
                "TP Octant compte",
                true,
                &[
                    ("1.titre", "TP", "answered"),
                    ("1.qui", "Octant", "answered"),
                    ("1.pourquoi", "compte", "answered"),
                ],
            )),
        ),
        ("5.5", "Et s’il", None),
        (
            "6.1",
            "Combien le",
            Some(count("6.1", "~12", "~12", "answered")),
        ),
        ("6.2", "D’ici", Some(count("6.2", "3-5", "3-5", "answered"))),
        (
            "6.3",
            "Combien de projets",
            Some(count("6.3", "14", "14", "answered")),
        ),
        ("6.4", "Dont par", Some(count("6.4", "0", "0", "answered"))),
        (
            "6.5",
            "Combien d’arr",
            Some(count("6.5", "?", "", "unknown")),
        ),
        (
            "6.6",
            "Combien de dép",
            Some(count("6.6", "x", "", "refused")),
        ),
        (
            "6.7",
            "Combien de ses",
            Some(count("6.7", "n", "", "not-applicable")),
        ),
        (
            "6.8",
            "Combien d’heu",
            Some(count("6.8", "7", "7", "answered")),
        ),
        (
            "6.9",
            "Combien de dos",
            Some(count("6.9", "120", "120", "answered")),
        ),
        (
            "7.1",
            "Chaque carte",
            Some(answer(
                "7.1",
                "243513",
                false,
                &[
                    ("S0", "2", "answered"),
                    ("S1", "4", "answered"),
                    ("S2", "3", "answered"),
                    ("S3", "5", "answered"),
                    ("S4", "1", "answered"),
                    ("S5", "3", "answered"),
                ],
            )),
        ),
        ("8.1", "Qu’aurais-je", None),
    ] {
        if key != "1.1" {
            steps.push(question(key, words));
        }
        let open = answers.is_none();
        steps.extend(answers);
        // one note to each question that is answered otherwise, more to the open ones
        let more = if open { 3 } else { 1 };
        for _ in 0..more {
            if notes < 60 {
                notes += 1;
                steps.push(note(notes, key));
            }
        }
    }
    steps
}

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }
}

/// The call, the clock it goes by and the disk it is written on.
struct Call {
    place: tempfile::TempDir,
    terminal: Terminal,
    size: (u16, u16),
}

impl Call {
    fn start(size: (u16, u16)) -> Self {
        let place = tempfile::tempdir().unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pty/call");
        let made = Command::new(env!("CARGO_BIN_EXE_entretien"))
            .args(["new", "appel", "--from"])
            .arg(folder)
            .env_clear()
            .envs(environment(place.path()))
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        set_clock(place.path(), 0);
        let terminal = open(place.path(), size);
        let mut call = Self {
            place,
            terminal,
            size,
        };
        call.terminal.wait_for("E1");
        call.terminal.press("c");
        call.terminal.wait_for("1.1 Dire le cadre");
        call
    }

    fn clock(&self, seconds: i64) {
        set_clock(self.place.path(), seconds);
    }

    /// Starts the program again after it ended, five seconds later; the screen must be as it was.
    #[track_caller]
    fn again(&mut self, before: &Seen, now: i64, why: &str) {
        self.clock(now);
        self.terminal = open(self.place.path(), self.size);
        let clock = long(now);
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let after = self.terminal.settled(TYPING);
            if after.body == before.body && after.cursor == before.cursor {
                assert!(
                    after.top.contains(&clock),
                    "{why}: no {clock} in {}",
                    after.top
                );
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{why}: it was\n{}\ncursor {:?}\nand came back as\n{}\ncursor {:?}",
                before.body,
                before.cursor,
                after.body,
                after.cursor
            );
        }
    }
}

fn environment(place: &Path) -> Vec<(String, String)> {
    let path = |name: &str| place.join(name).display().to_string();
    [
        ("ENTRETIEN_DATA_DIR", path("data")),
        ("HOME", path("home")),
        ("ENTRETIEN_TEST_CLOCK", path("clock")),
        ("ENTRETIEN_TEST_FULL", path("full")),
        ("LANG", "fr_FR.UTF-8".to_owned()),
        ("TZ", "UTC".to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn open(place: &Path, size: (u16, u16)) -> Terminal {
    let environment = environment(place);
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    Terminal::start(&["--coder", "am"], &environment, size)
}

/// Puts the program's clock at a second of the call, whole or not at all.
fn set_clock(place: &Path, seconds: i64) {
    let part = place.join("clock.part");
    fs::write(&part, (BEGIN + seconds * 1_000).to_string()).unwrap();
    fs::rename(part, place.join("clock")).unwrap();
}

fn long(seconds: i64) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// What a person sees of a call: not the time of the last save, nor what was told.
#[derive(PartialEq)]
struct Seen {
    top: String,
    body: String,
    cursor: (u16, u16),
}

impl Terminal {
    /// The screen once nothing has changed on it for so long.
    fn settled(&mut self, quiet: Duration) -> Seen {
        self.wait_quiet(quiet);
        let (_, columns) = self.screen().size();
        let rows = self.screen().rows(0, columns.get());
        // the rule above the question says how many minutes went by: five seconds later that may be one more
        let shown = |row: String| {
            if row.starts_with('─') {
                return "─".to_owned();
            }
            row.trim_end().to_owned()
        };
        let rows: Vec<String> = rows.map(shown).collect();
        let (top, rest) = rows.split_first().unwrap();
        let body = rest.get(..rest.len() - 2).unwrap().join("\n");
        Seen {
            top: top.clone(),
            body,
            cursor: self.screen().cursor_position(),
        }
    }
}

/// The row that takes the typing.
fn line(screen: &vt100::Screen) -> String {
    let (rows, columns) = screen.size();
    let line = usize::from(rows.get()) - 3;
    screen.rows(0, columns.get()).nth(line).unwrap()
}

#[test]
#[allow(clippy::too_many_lines)]
fn a_call_outlives_whatever_happens_to_it() {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let seed = number("ENTRETIEN_CALL_SEED").unwrap_or_else(|| {
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap();
        u64::from(now.subsec_nanos()) | 1
    });
    println!("ENTRETIEN_CALL_SEED={seed}");
    let mut dice = Dice(seed);
    let kills = usize::try_from(number("ENTRETIEN_CALL_KILLS").unwrap_or(20)).unwrap();

    let steps = script();
    let points: Vec<(usize, usize)> = steps
        .iter()
        .enumerate()
        .flat_map(|(at, step)| (1..=step.strokes.len()).map(move |stroke| (at, stroke)))
        .collect();
    let mut killed = BTreeSet::new();
    while killed.len() < kills.min(points.len()) {
        killed.insert(points[dice.below(points.len())]);
    }
    let third = steps.len() / 3;
    let notes = steps
        .iter()
        .filter(|step| matches!(step.told, Told::Note(..)))
        .count();
    assert_eq!(notes, 60);

    let mut call = Call::start((80, 24));
    let mut told: Vec<(i64, Told)> = vec![(0, Told::Question("1.1", ""))];
    let pace = 2_600 / i64::try_from(steps.len()).unwrap();
    let mut now = 0;
    let mut in_hand = "1.1";
    let full = call.place.path().join("full");
    let mut full_until = None;
    for (at, step) in steps.iter().enumerate() {
        now += pace;
        call.clock(now);
        if at == third {
            fs::write(&full, "").unwrap();
            full_until = Some(now + 120);
        }
        if full_until.is_some_and(|until| now >= until) {
            full_until = None;
            fs::remove_file(&full).unwrap();
            call.terminal.wait_for("enregistré");
            let before = call.terminal.settled(TYPING);
            call.terminal.signal(Signal::KILL);
            now += 5;
            call.again(&before, now, "killed after the disk was full");
        }
        let mut began = now;
        for (n, stroke) in step.strokes.iter().enumerate() {
            // the time of an answer is that of the first key in it, not that it was opened at
            if n == usize::from(matches!(step.told, Told::Answer(..))) {
                began = now;
            }
            call.terminal.press(stroke);
            if n == 0 && matches!(step.told, Told::Answer(..)) {
                seen_while_answering(&mut call.terminal, &told, in_hand, now);
            }
            let here = (at, n + 1);
            let middle = n + 1 == step.strokes.len().div_ceil(2);
            if killed.contains(&here) && full_until.is_none() {
                if told.len() > 20 && dice.below(3) == 0 {
                    for _ in 0..=dice.below(14) {
                        call.terminal.press("up");
                    }
                }
                let before = call.terminal.settled(TYPING);
                call.terminal.signal(Signal::KILL);
                now += 5;
                let why = format!(
                    "seed {seed}, killed after stroke {} of step {at} ({stroke})",
                    n + 1
                );
                call.again(&before, now, &why);
            } else if at == third * 2 && middle {
                let before = call.terminal.settled(TYPING);
                call.terminal.close();
                assert_eq!(call.terminal.exit_code(), 129);
                now += 5;
                call.again(&before, now, "the window was closed");
            } else if at == third * 2 + 3 && middle {
                let before = call.terminal.settled(TYPING);
                call.terminal.signal(Signal::TSTP);
                let (_, status) = waitpid(Some(call.terminal.pid()), WaitOptions::UNTRACED)
                    .unwrap()
                    .unwrap();
                assert!(status.stopped());
                call.terminal
                    .wait_until("the shell's screen", |screen| !screen.alternate_screen());
                now += 100;
                call.clock(now);
                kill_process_group(call.terminal.pid(), Signal::CONT).unwrap();
                call.terminal.wait_for(&long(now));
                let after = call.terminal.settled(TYPING);
                assert_eq!(after.body, before.body, "after a suspend");
            }
        }
        match &step.told {
            Told::Question(key, words) => {
                in_hand = key;
                call.terminal.wait_for(&format!("{key} {words}"));
            }
            Told::Note(_, words) => {
                let start = words.split(' ').next().unwrap().to_owned() + " ";
                call.terminal
                    .wait_until(&format!("the note {words}"), |screen| {
                        screen.contents().contains(&start) && !line(screen).contains(&start)
                    });
            }
            Told::Answer(key, _) => {
                assert_eq!(*key, in_hand);
                call.terminal
                    .wait_until("the line again", |screen| !line(screen).contains(" ="));
                call.terminal.settled(Duration::from_millis(60));
            }
        }
        if at == third {
            call.terminal.wait_for("Disque plein");
        }
        told.push((began, step.told.clone()));
    }
    assert!((2_600..3_000).contains(&now), "{now} s");

    // The end, and what the files say of it all.
    call.terminal.press("esc f");
    call.terminal.settled(TYPING);
    call.terminal.press("esc");
    call.terminal.press("esc");
    drop(call.terminal);
    let out = call.place.path().join("out");
    let exported = Command::new(env!("CARGO_BIN_EXE_entretien"))
        .args(["export", "--out"])
        .arg(&out)
        .env_clear()
        .envs(environment(call.place.path()))
        .output()
        .unwrap();
    assert!(exported.status.success(), "{exported:?}");
    compare(&told, &out);
}

/// With an answer open, the line, the question, the clock and the last five notes are in sight.
#[track_caller]
fn seen_while_answering(terminal: &mut Terminal, told: &[(i64, Told)], in_hand: &str, now: i64) {
    let notes = told.iter().filter_map(|(_, told)| match told {
        Told::Note(_, words) => words.split(' ').next(),
        _ => None,
    });
    let last: Vec<String> = notes
        .rev()
        .take(5)
        .map(|n| format!("{n} on en parle"))
        .collect();
    terminal.wait_until("the last five notes with an open answer", |screen| {
        let shown = screen.contents();
        line(screen).contains(" =")
            && shown.contains(&long(now))
            && shown.contains(&format!(" {in_hand} "))
            && last.iter().all(|note| shown.contains(note))
    });
}

/// Everything that was done, as the files have it.
fn compare(told: &[(i64, Told)], out: &Path) {
    let (mut notes, mut answers, mut visits) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut in_hand = "1.1";
    for (at, told) in told {
        let ms = at * 1_000;
        match told {
            Told::Question(key, _) => {
                in_hand = key;
                visits.push(format!("{ms} {key}"));
            }
            Told::Note(kind, words) => notes.push(format!("{in_hand} {kind} {ms} {words}")),
            Told::Answer(key, list) => {
                for (part, value, state) in list {
                    answers.insert(format!("{key} {part} {value} {state} {ms}"));
                }
            }
        }
    }
    let rows = |file: &str, columns: &[&str]| -> Vec<String> {
        let text = fs::read_to_string(out.join(file)).unwrap();
        let sheet = csv::read(&text).unwrap();
        let cells = |row| {
            let cells = columns.iter().map(|name| sheet.cell(row, name));
            let cells: Vec<&str> = cells.map(|cell| cell.expect("a column")).collect();
            cells.join(" ")
        };
        sheet.rows.iter().map(cells).collect()
    };
    let held = rows("notes.csv", &["question", "kind", "t_ms", "text"]);
    for (held, noted) in held.iter().zip(&notes) {
        assert_eq!(held, noted);
    }
    assert_eq!(held.len(), notes.len());
    let held: BTreeSet<String> = rows(
        "answers.csv",
        &["question", "scenario", "part", "value", "state", "t_ms"],
    )
    .into_iter()
    .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
    .collect();
    let answers: BTreeSet<String> = answers
        .iter()
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let differ: Vec<&String> = held.symmetric_difference(&answers).collect();
    assert!(differ.is_empty(), "{differ:#?}");
    let held = rows("sessions.csv", &["interview", "visits"]);
    assert_eq!(held[0], format!("E1 {}", visits.join(";")));
    assert_eq!(visits.len(), 31);
}

/// Killed in the middle of typing, without a pause before it.
#[test]
fn a_kill_costs_at_most_the_last_moment_of_typing() {
    let mut call = Call::start((220, 36));
    let words: Vec<String> = (0..24).map(|n| format!("mot{n} ")).collect();
    let text = words.concat();
    let shown = |screen: &vt100::Screen| {
        let line = line(screen);
        let end = text.char_indices().map(|(at, _)| at).rev();
        end.map(|at| &text[..at])
            .find(|part| line.contains(part.trim_end()))
            .map_or(0, str::len)
    };
    let mut seen = vec![(Instant::now(), 0)];
    for stroke in typed(&text) {
        call.terminal.press(&stroke);
        call.terminal.wait_quiet(Duration::from_millis(8));
        seen.push((Instant::now(), shown(call.terminal.screen())));
    }
    call.terminal.signal(Signal::KILL);
    let killed = Instant::now();
    let safe = seen
        .iter()
        .rfind(|(at, _)| killed - *at >= TYPING)
        .expect("typing takes longer")
        .1;
    assert!(safe > 0 && safe < text.len(), "{safe}");
    call.terminal = open(call.place.path(), call.size);
    call.terminal.wait_for("mot0");
    call.terminal.settled(TYPING);
    let kept = shown(call.terminal.screen());
    assert!(
        kept + 1 >= safe,
        "{kept} of {safe} letters: {}",
        line(call.terminal.screen())
    );
}

/// The README's tour of a call.
#[test]
fn the_call_of_the_readme() {
    let mut call = Call::start((80, 24));
    let terminal = &mut call.terminal;
    // 1: a note, its kind by a mark, a flag
    terminal.type_text("\"on perd des dossiers");
    terminal.press("c-f enter");
    terminal.wait_for("on perd des dossiers\u{a0}»");
    terminal.wait_for("⚑ à relancer");
    // 2: the next question, another one by its number, the rail
    terminal.press("tab");
    terminal.wait_for("1.2 La maison");
    terminal.press("c-o");
    terminal.type_text("2.5");
    terminal.press("enter");
    terminal.wait_for("2.5 Vous êtes combien");
    terminal.press("f2");
    terminal.wait_for("2.4 Qui décide");
    terminal.press("f2");
    terminal.wait_gone("2.4 Qui décide");
    // 3: an answer in the same line, while the note waits
    terminal.type_text("elles sont");
    terminal.press("c-r");
    terminal.wait_until("the answer in the line", |screen| {
        line(screen).contains(" =")
    });
    terminal.type_text("12\n");
    terminal.wait_until("the note again", |screen| {
        line(screen).contains("elles sont")
    });
    terminal.wait_for("✓ répondu");
    terminal.type_text(" peu\n");
    terminal.wait_until("an empty line", |screen| !line(screen).contains("elles"));
    // 4: the cards, shuffled, a digit each
    terminal.press("c-o");
    terminal.type_text("7.1");
    terminal.press("enter");
    terminal.wait_for("7.1 Chaque carte");
    terminal.press("f3");
    terminal.wait_for("Ordre des cartes");
    terminal.press("c-r");
    terminal.type_text("243513");
    terminal.wait_until("the line again", |screen| !line(screen).contains(" ="));
    terminal.wait_for("✓ répondu");
    // 5: an allocation says what is left, and may stay in part
    terminal.press("c-o");
    terminal.type_text("2.3");
    terminal.press("enter");
    terminal.wait_for("2.3 De cent");
    terminal.press("c-r");
    terminal.type_text("40");
    terminal.wait_until("what is left", |screen| line(screen).contains("60"));
    terminal.press("enter");
    terminal.wait_for("… ");
    // 6: what became of the question
    terminal.press("f8");
    terminal.wait_for("× refus");
    // 7: what is no answer
    terminal.press("c-o");
    terminal.type_text("6.1");
    terminal.press("enter");
    terminal.wait_for("6.1 Combien le");
    terminal.press("c-r");
    terminal.type_text("12x\n");
    terminal.wait_for("# 12x");
    // 8: the last note back in the line
    terminal.press("c-t");
    terminal.wait_until("the note in the line", |screen| {
        line(screen).contains("12x")
    });
    terminal.type_text(" ?\n");
    terminal.wait_for("# 12x ?");
}

/// A call in which nothing is typed costs a remote line next to nothing.
#[test]
fn an_idle_call_sends_little() {
    let mut call = Call::start((120, 36));
    call.terminal.type_text("un silence");
    call.terminal.settled(TYPING);
    // without the file the clock is the machine's: the call began long ago, and goes on by the second
    fs::remove_file(call.place.path().join("clock")).unwrap();
    call.terminal.press("left");
    call.terminal.bytes_in(Duration::from_millis(1_200));
    let seconds = 4;
    let sent = call.terminal.bytes_in(Duration::from_secs(seconds));
    println!("{} bytes a second", sent as u64 / seconds);
    assert!(sent > 0, "the clock goes on");
    assert!(sent as u64 <= 60 * seconds, "{sent} bytes in {seconds} s");
}
