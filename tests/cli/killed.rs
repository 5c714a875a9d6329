//! The program killed, refused or starved while it writes an export: what was there stays whole, or what is new is whole;
//! what is not ours is never touched, nor what a link leads to.
//!
//! `ENTRETIEN_EXPORT_KILLS=1500 cargo test --test cli killed` kills ten times as often as the suite.

use crate::example;
use crate::files::Dice;
use crate::home::Home;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Every format of a whole study, and where it is written.
const FORMATS: &[(&str, &str)] = &[
    ("csv", "files"),
    ("xlsx", "s.xlsx"),
    ("json", "s.json"),
    ("iramuteq", "s.txt"),
    ("study", "s.docx"),
    ("study", "s.md"),
    ("slides", "s.pptx"),
    ("infographic", "s.html"),
    ("infographic", "s.typ"),
    ("pack", "pack"),
    ("pack", "pack.zip"),
    ("qdpx", "s.qdpx"),
    ("qdc", "s.qdc"),
];

type Files = BTreeMap<String, Vec<u8>>;

/// Files of a folder and of those inside it, by their path.
fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap();
                let name = name.to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// A folder with these files alone.
fn put(folder: &Path, files: &Files) {
    let _ = fs::remove_dir_all(folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn arguments(at: usize) -> Vec<String> {
    let (format, file) = FORMATS[at];
    let out = format!("out{at}/{file}");
    ["--lang", "en", "export", "--as", format, "--out", &out]
        .map(str::to_owned)
        .to_vec()
}

fn command(home: &Home, at: usize) -> Command {
    let arguments = arguments(at);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    home.command(&arguments)
}

/// Whether a name is one that a file has while it is written.
fn is_being_written(name: &str) -> bool {
    let name = Path::new(name).file_name().unwrap_or_default();
    entretien::file::atomic::is_left_over(name)
}

/// A study exported before and after it changed: folders, old and new files, how long it takes.
struct Before {
    home: Home,
    old: Vec<Files>,
    new: Vec<Files>,
    takes: Vec<Duration>,
}

fn before() -> Before {
    let home = example::coded();
    let mut takes = Vec::new();
    let mut write = || {
        let all = 0..FORMATS.len();
        all.map(|at| {
            let folder = home.path().join(format!("out{at}"));
            fs::create_dir_all(&folder).unwrap();
            let began = Instant::now();
            let done = command(&home, at).output().unwrap();
            takes.push(began.elapsed());
            let said = String::from_utf8_lossy(&done.stderr);
            assert!(done.status.success(), "{:?}: {said}", FORMATS[at]);
            files(&folder)
        })
        .collect::<Vec<Files>>()
    };
    let old = write();
    home.write("codebook.csv", "key,label_fr\nD9.neuf,Neuf\n");
    home.ok(&["import", "codebook.csv"]);
    home.ok(&["consent", "I3", "withdrawn"]);
    let new = write();
    for (at, format) in FORMATS.iter().enumerate() {
        assert_ne!(old[at], new[at], "{format:?}: the study changed");
    }
    let takes = takes.split_off(FORMATS.len());
    Before {
        home,
        old,
        new,
        takes,
    }
}

#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    let kills: usize = std::env::var("ENTRETIEN_EXPORT_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(150);
    let Before {
        home,
        old,
        new,
        takes,
    } = before();
    let mut dice = Dice(0x5eed);
    let (mut killed, mut kept_old, mut some_new) = (0, 0, 0);
    for round in 0..kills {
        let at = round % FORMATS.len();
        let folder = home.path().join(format!("out{at}"));
        put(&folder, &old[at]);
        let mut child = command(&home, at)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // most of the writing is done at the end
        let span = u64::try_from(takes[at].as_micros()).unwrap();
        let wait = if round % 3 == 0 {
            dice.roll(span)
        } else {
            span / 2 + dice.roll(span / 2 + 1)
        };
        std::thread::sleep(Duration::from_micros(wait));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let found = files(&folder);
        for (name, bytes) in &found {
            let whole = [&old[at], &new[at]].map(|files| files.get(name) == Some(bytes));
            assert!(
                whole.contains(&true) || is_being_written(name),
                "{:?} {name} after {wait} µs: {} bytes, neither old nor new",
                FORMATS[at],
                bytes.len()
            );
        }
        for name in old[at].keys() {
            let gone = !found.contains_key(name);
            assert!(
                !gone || !new[at].contains_key(name),
                "{:?} {name}: gone",
                FORMATS[at]
            );
        }
        kept_old += usize::from(
            old[at]
                .iter()
                .all(|(name, bytes)| found.get(name) == Some(bytes)),
        );
        some_new += usize::from(new[at].iter().any(|(name, bytes)| {
            old[at].get(name) != Some(bytes) && found.get(name) == Some(bytes)
        }));
    }
    assert!(killed * 4 > kills, "{killed} of {kills} were killed");
    assert!(
        kept_old > 0 && some_new > 0,
        "{kept_old} old, {some_new} new"
    );
    // what a kill left is in nobody's way
    for (at, (_, file)) in FORMATS.iter().enumerate() {
        let folder = home.path().join(format!("out{at}"));
        put(&folder, &Files::new());
        fs::create_dir_all(&folder).unwrap();
        let target = folder.join(file);
        let left = if file.contains('.') {
            folder.join(".s-a1B2c3.tmp")
        } else {
            fs::create_dir(&target).unwrap();
            target.join(".study.toml-a1B2c3.tmp")
        };
        fs::write(left, "half").unwrap();
        let done = command(&home, at).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{:?}: {said}", FORMATS[at]);
    }
}

#[test]
fn what_is_not_ours_stays_as_it_is() {
    let home = example::coded();
    for (at, (format, file)) in FORMATS.iter().enumerate() {
        let folder = home.path().join(format!("out{at}"));
        let target = folder.join(file);
        let is_folder = !file.contains('.');
        let arguments = arguments(at);
        let mut all: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let elsewhere = home.path().join(format!("elsewhere{at}"));
        fs::create_dir_all(&folder).unwrap();
        // somebody's own file, or folder
        let own = if is_folder {
            fs::create_dir(&target).unwrap();
            target.join("mine.txt")
        } else {
            target.clone()
        };
        fs::write(&own, "à moi").unwrap();
        home.fails(73, &all);
        assert_eq!(
            fs::read_to_string(&own).unwrap(),
            "à moi",
            "{format} {file}"
        );
        assert_eq!(files(&folder).len(), 1, "{format} {file}");
        // a link, asked for or not
        put(&folder, &Files::new());
        fs::create_dir_all(&folder).unwrap();
        if is_folder {
            fs::create_dir(&elsewhere).unwrap();
        } else {
            fs::write(&elsewhere, "à moi").unwrap();
        }
        symlink(&elsewhere, &target).unwrap();
        let slash = format!("out{at}/{file}/");
        for out in [all[6], &slash] {
            if out.ends_with('/') && !is_folder {
                continue;
            }
            for more in [None, Some("--force")] {
                let asked: Vec<&str> = all[..6].iter().copied().chain([out]).chain(more).collect();
                home.fails(73, &asked);
                assert!(target.is_symlink());
                if is_folder {
                    assert_eq!(files(&elsewhere), Files::new(), "{format} {file}");
                } else {
                    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "à moi");
                }
            }
        }
        // a folder that is not there
        all[6] = "none/at/all.x";
        if !is_folder {
            let ending = file.rsplit('.').next().unwrap();
            let nowhere = format!("none/at/all.{ending}");
            all[6] = &nowhere;
            home.fails(73, &all);
        }
        assert!(!home.path().join("none").exists());
    }
}

#[test]
fn a_link_inside_an_export_leads_nowhere() {
    let home = example::coded();
    home.ok(&["export", "--out", "files"]);
    let (inside, elsewhere) = (
        home.path().join("files/transcripts"),
        home.path().join("elsewhere"),
    );
    fs::rename(&inside, &elsewhere).unwrap();
    symlink(&elsewhere, &inside).unwrap();
    let before = files(&elsewhere);
    assert!(!before.is_empty());
    home.ok(&["consent", "I3", "withdrawn"]);
    for more in [
        &["export", "--out", "files"][..],
        &["export", "--out", "files", "--force"],
    ] {
        let said = home.fails(73, more);
        assert!(said.contains("transcripts"), "{said}");
        assert_eq!(files(&elsewhere), before);
    }
}

#[test]
fn a_full_disk_and_a_closed_folder_leave_what_was_there() {
    let Before { home, old, new, .. } = before();
    for (at, (format, file)) in FORMATS.iter().enumerate() {
        let folder = home.path().join(format!("out{at}"));
        put(&folder, &old[at]);
        // files may have 1,024 bytes, as on a disk that is nearly full
        let done = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_entretien"))
            .args(arguments(at))
            .env_clear()
            .env("HOME", home.path())
            .env("USER", "am")
            .current_dir(home.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        if new[at].values().any(|bytes| bytes.len() > 1024) {
            assert_eq!(done.status.code(), Some(74), "{format} {file}: {said}");
            assert!(said.contains(file) || said.contains("out"), "{said}");
        }
        for (name, bytes) in &old[at] {
            let now = fs::read(folder.join(name)).ok();
            let is_whole = now.as_ref() == Some(bytes) || now.as_ref() == new[at].get(name);
            assert!(is_whole, "{format} {name}");
        }
        assert!(
            !files(&folder).keys().any(|name| is_being_written(name)),
            "{format} {file}"
        );
        let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o500);
        if fs::write(folder.join("probe"), "").is_ok() {
            eprintln!("whoever runs this may write into closed folders: skipped");
            mode(0o700);
            continue;
        }
        put_is_refused(&home, at, &old[at]);
        mode(0o700);
    }
}

/// Refused, and all as it was.
fn put_is_refused(home: &Home, at: usize, old: &Files) {
    let done = command(home, at).output().unwrap();
    let is_inside = !FORMATS[at].1.contains('.');
    assert!(!done.status.success() || is_inside, "{:?}", FORMATS[at]);
    if !is_inside {
        assert_eq!(&files(&home.path().join(format!("out{at}"))), old);
    }
}
