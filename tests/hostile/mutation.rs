//! Files changed at random: whatever becomes of them, each importer ends, soon, with a document or with words.
//!
//! `ENTRETIEN_MUTATIONS=5000 cargo test --test hostile mutation` changes each file five thousand times instead of the
//! suite's five hundred.

use crate::samples;
use entretien::import::qda::Keeping;
use entretien::import::{
    Belongs, Format, Input, Options, Plan, Read, Report, gather, plan_files, read_folder,
    read_pdf_text, read_transcript,
};
use entretien::study::Study;
use entretien::study::document::DocumentText;
use entretien::study::id::{Mint, VersionId};
use std::collections::HashMap;
use std::io::{Cursor, Read as _, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn rounds() -> usize {
    std::env::var("ENTRETIEN_MUTATIONS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(500)
}

/// A small generator of numbers, the same ones each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }

    /// A span of some bytes, mostly few.
    fn span(&mut self, length: usize) -> std::ops::Range<usize> {
        let most = [4, 30, 400][self.below(3)];
        let from = self.below(length + 1);
        from..(from + self.below(most)).min(length)
    }
}

/// Numbers that are too large, too small or none.
const ODD: [&str; 9] = [
    "99999999999999999999",
    "18446744073709551616",
    "9223372036854775807",
    "4294967296",
    "-1",
    "1e999",
    "0",
    "NaN",
    "65536",
];

/// One change.
fn change(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    if bytes.is_empty() {
        return;
    }
    let at = numbers.below(bytes.len());
    match numbers.below(10) {
        0 => bytes[at] ^= 1 << numbers.below(8),
        1 => bytes[at] = numbers.below(256) as u8,
        2 => bytes[at] = b"<>&:-\n\0[]{}\"/=,;9'"[numbers.below(18)],
        3 if numbers.below(4) == 0 => bytes.truncate(at),
        // a piece again, once or many times
        4 => {
            let piece = bytes[numbers.span(bytes.len())].to_vec();
            let times = if numbers.below(8) == 0 { 50 } else { 1 };
            bytes.splice(at..at, piece.repeat(times));
        }
        // a piece of another file
        5 => {
            let piece = other[numbers.span(other.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        // a piece less
        6 => {
            bytes.drain(numbers.span(bytes.len()));
        }
        // another number
        7 | 8 => {
            let from = bytes.iter().skip(at).position(u8::is_ascii_digit);
            if let Some(from) = from.map(|from| at + from) {
                let rest = bytes.iter().skip(from);
                let to = from + rest.take_while(|byte| byte.is_ascii_digit()).count();
                let odd = ODD[numbers.below(ODD.len())];
                bytes.splice(from..to, odd.bytes());
            }
        }
        _ => {
            let to = numbers.below(bytes.len());
            bytes.swap(at, to);
        }
    }
}

fn changed(bytes: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(6) {
        change(&mut bytes, other, numbers);
    }
    bytes
}

/// The members of an archive; none where the bytes are no archive.
fn members(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).ok()?;
        let name = member.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).ok()?;
        found.push((name, bytes));
    }
    Some(found)
}

fn packed(members: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name.as_str(), options).ok()?;
        writer.write_all(bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// A file changed: of an archive mostly what is in it, sound around it.
fn mutant(original: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    if let Some(mut all) = members(original).filter(|_| numbers.below(5) > 0) {
        let at = numbers.below(all.len());
        all[at].1 = changed(&all[at].1, other, numbers);
        match numbers.below(20) {
            0 => drop(all.swap_remove(at)),
            1 => all[at].0.push('x'),
            2 => all.rotate_left(1),
            _ => {}
        }
        if let Some(bytes) = packed(&all) {
            return bytes;
        }
    }
    changed(original, other, numbers)
}

/// Gives every mutant of a file to `read`, which says whether it was read; both ends are met.
fn each_mutant(what: &str, original: &[u8], other: &[u8], mut read: impl FnMut(Vec<u8>) -> bool) {
    assert!(read(original.to_vec()), "{what}: the file itself is read");
    let mut numbers = Numbers(0x5eed + original.len() as u64);
    let (mut taken, mut refused) = (0, 0);
    for round in 0..rounds() {
        let bytes = mutant(original, other, &mut numbers);
        let began = work();
        *(if read(bytes) {
            &mut taken
        } else {
            &mut refused
        }) += 1;
        let took = work().saturating_sub(began);
        assert!(
            took < Duration::from_secs(1),
            "{what}, round {round}: {took:?}"
        );
    }
    assert!(taken > 0, "{what}: {taken} read, {refused} refused");
}

/// What this thread has worked.
fn work() -> Duration {
    static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

struct Count(u128);

impl Mint for Count {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128((0x7 << 76) | self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

/// Whether there is a plan; what is refused is refused with words.
fn is_planned(planned: Result<Plan, Report>) -> bool {
    match planned {
        Ok(_) => true,
        Err(report) => {
            assert!(!report.problems.is_empty());
            false
        }
    }
}

fn plan(bytes: Vec<u8>, read: Option<Read>) -> Result<Plan, Report> {
    let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
    let found = Input::find("p", bytes, Belongs::ByName, Options::default());
    let read = read.unwrap_or_else(|| found.read.clone());
    let input = Input { read, ..found };
    let study = Study::default();
    plan_files(vec![input], &study, &none, &(), &mut Count(0), "am")
}

#[test]
fn of_transcripts() {
    let samples = samples::samples();
    for (at, (name, original)) in samples.iter().enumerate() {
        let wanted: Format = name.parse().unwrap();
        let sound = read_transcript(original, &Options::default()).unwrap();
        assert_eq!(sound.format, wanted);
        let (_, other) = &samples[(at + 7) % samples.len()];
        each_mutant(name, original, other, |bytes| {
            // found by content, and forced
            let read = [None, Some(wanted)].map(|format| {
                let options = Options {
                    format,
                    ..Options::default()
                };
                let found = match read_transcript(&bytes, &options) {
                    Ok(found) => found,
                    Err(error) => {
                        assert!(!error.to_string().is_empty());
                        return false;
                    }
                };
                let words = found.turns.iter();
                let words = words.map(|turn| turn.text.split_whitespace().count());
                assert_eq!(words.sum::<usize>(), found.words);
                for turn in &found.turns {
                    assert!(entretien::text::sanitise::is_sanitised(&turn.text));
                    let chars = u32::try_from(turn.text.chars().count()).unwrap();
                    assert!(turn.anchors.iter().all(|(at, _)| *at <= chars));
                }
                true
            });
            read[0] || read[1]
        });
    }
}

#[test]
fn of_what_a_pdf_says() {
    let page = "Entretien 7\n\nENQUETRICE : Depuis quand travaillez-vous ici, et comment cela a-t-il\ncommencé pour vous ?\nMAUD : Depuis dix ans, à peu près. J’ai com-\nmencé à l’accueil.\n\n                         12\n\nENQUETRICE : Et puis ?\nMAUD : Et puis voilà.\n";
    let other = samples::whole();
    each_mutant("pdf", page.as_bytes(), &other, |bytes| {
        let text = String::from_utf8_lossy(&bytes);
        read_pdf_text(&text, &Options::default()).is_ok()
    });
}

#[test]
fn of_projects() {
    let samples = samples::projects();
    for (at, (keeping, original)) in samples.iter().enumerate() {
        assert_eq!(Keeping::of(original), Some(*keeping));
        let (_, other) = &samples[(at + 1) % samples.len()];
        each_mutant(keeping.as_str(), original, other, |bytes| {
            let found = is_planned(plan(bytes.clone(), None));
            found | is_planned(plan(bytes, Some(Read::Project(*keeping))))
        });
    }
}

#[test]
fn of_tables() {
    let samples = samples::tables();
    for (at, (kind, original)) in samples.iter().enumerate() {
        let (_, other) = &samples[(at + 1) % samples.len()];
        each_mutant(kind.as_str(), original, other, |bytes| {
            let found = is_planned(plan(bytes.clone(), None));
            found | is_planned(plan(bytes, Some(Read::Data(*kind, None))))
        });
    }
}

#[test]
fn of_whole_studies() {
    let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let path = home.as_ref().unwrap().path().join("study.json");
    let other = samples::samples().swap_remove(0).1;
    each_mutant("whole", &samples::whole(), &other, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        let files = match gather(&path) {
            Ok(files) => files,
            Err(error) => {
                assert!(error.to_string().len() > 20);
                return false;
            }
        };
        let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
        let study = Study::default();
        is_planned(read_folder(
            files,
            &study,
            &none,
            &(),
            &mut Count(0),
            "am",
            None,
        ))
    });
}
