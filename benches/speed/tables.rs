//! Every table over a study that is open: how long it takes, how that grows with the study, and what masking adds.

use crate::board::{Board, median, ms, row};
use crate::corpus::{self, Plan};
use crate::process::verb;
use entretien::analysis::{self, Context, Counted, Keys, Options, TableError, TurnCache};
use entretien::i18n::Lang;
use entretien::store::{Access, Store};
use rustix::time::{ClockId, clock_gettime};
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// Tables at three sizes, the greatest ten times the least, and masking where nearly every cell is of few.
pub fn all(board: &mut Board, folder: &Path, small: bool) {
    let shrunk = if small { 10 } else { 1 };
    let mut took = Vec::new();
    for thousands in [100, 300, 1_000] {
        let plan = Plan {
            interviews: 1_000 / shrunk,
            words: 2_000,
            codings: thousands * 1_000 / shrunk,
            codes: 60,
        };
        let limit = if thousands == 100 { 0.2 } else { 1.5 };
        let name = format!("{thousands}k");
        let slowest = tables(board, &study(folder, &name, &plan), &name, limit);
        took.push((plan.codings, slowest));
    }
    if let [(few, first), .., (many, last)] = took.as_slice() {
        let grown = last.as_secs_f64() / first.as_secs_f64() / (*many as f64 / *few as f64);
        board.bar("slowest table, growth beside the codings'", grown, 1.5, "×");
    }
    masking(board, folder);
}

/// A study made, and opened.
fn study(folder: &Path, name: &str, plan: &Plan) -> Store {
    let (source, data) = (folder.join(format!("source-{name}")), folder.join("tables"));
    std::fs::create_dir_all(&data).unwrap();
    corpus::study_folder(&source, plan);
    corpus::answers(&source, plan.interviews);
    let (home, from) = (data.display().to_string(), source.display().to_string());
    verb(&["new", name, "--from", &from], &home);
    std::fs::remove_dir_all(source).unwrap();
    Store::open(&data.join(name), Access::Read).expect("opens")
}

/// Time of this thread's processor: a table is made on one, and what else the machine does is not its matter.
fn timed<T>(f: impl FnOnce() -> T) -> (T, Duration) {
    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a clock");
    let began = now();
    let out = f();
    (out, now().saturating_sub(began))
}

/// One table three times, the study read anew each time, as the screen and the command line do.
fn time(store: &Store, name: &str, options: &Options) -> Result<Duration, TableError> {
    let (turns, texts) = (TurnCache::default(), store.texts());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let study = store.study();
    // who speaks where is kept as long as a study is open
    analysis::run(name, study, &context, options)?;
    let table = || black_box(analysis::run(name, study, &context, options));
    Ok(median((0..3).map(|_| timed(table).1).collect()))
}

/// Every table, whole and by stratum; the slowest.
fn tables(board: &mut Board, store: &Store, size: &str, limit: f64) -> Duration {
    let study = store.study();
    let plain = median(
        (0..3)
            .map(|_| timed(|| black_box(counted(store))).1)
            .collect(),
    );
    let (turns, texts) = (TurnCache::default(), store.texts());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let keys = Keys::of(study);
    let read = || black_box(Counted::of(study, &keys, &context).lines.len());
    row(
        &format!("{size}: reading, the first time"),
        timed(read).1,
        None,
    );
    row(&format!("{size}: reading, again"), timed(read).1, None);
    let mut slowest = Duration::ZERO;
    for name in analysis::names() {
        for by in [None, Some("size")] {
            let options = Options {
                by: by.map(str::to_owned),
                ..Options::default()
            };
            let Ok(took) = time(store, name, &options) else {
                continue;
            };
            let what = format!("{size}: {name}{}", by.map_or("", |_| " by size"));
            row(&what, took, Some(("sets of interviews by code", plain)));
            // agreement has a bar of its own
            let limit = if name == "coders" {
                limit.max(1.0)
            } else {
                limit
            };
            board.bar(&what, took.as_secs_f64(), limit, "s");
            if name != "coders" {
                slowest = slowest.max(took);
            }
        }
    }
    slowest
}

/// What the least table needs: the interviews of each code and scenario, in plain sets.
fn counted(store: &Store) -> usize {
    let study = store.study();
    let mut sets: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for coding in study.records.codings.values() {
        let session = study.session_of_passage(&coding.passage);
        for scenario in coding.polarities.keys() {
            sets.entry((scenario, &coding.code))
                .or_default()
                .insert(session);
        }
    }
    sets.values().map(BTreeSet::len).sum()
}

/// 500 codes over 60 interviews in two sets of strata: nearly every cell is of one or two.
fn masking(board: &mut Board, folder: &Path) {
    let plan = Plan {
        interviews: 60,
        words: 2_000,
        codings: 4_000,
        codes: 500,
    };
    let store = study(folder, "few", &plan);
    for name in analysis::names() {
        for by in [None, Some("size"), Some("speciality")] {
            let options = |mask_under| Options {
                by: by.map(str::to_owned),
                mask_under,
                commission: mask_under > 0,
                ..Options::default()
            };
            let (Ok(shown), Ok(masked)) = (
                time(&store, name, &options(0)),
                time(&store, name, &options(3)),
            ) else {
                continue;
            };
            let what = format!(
                "few: {name}{}, masked",
                by.map_or(String::new(), |by| format!(" by {by}"))
            );
            row(&what, masked, Some(("the same, not masked", shown)));
            if ms(masked) > 20.0 {
                board.bar(&what, masked.as_secs_f64(), 0.2, "s");
            }
        }
    }
}
