//! The program in a process of its own, its time and memory bounded and measured.

use crate::Must;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The most memory, in bytes.
const MEMORY: u64 = 100_000_000;
/// The most time in a release; without optimisation all is slower by far, and the machine may be busy.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 1 });

/// A home with a study, in a folder that nothing else lies in.
pub struct Desk {
    outer: tempfile::TempDir,
}

/// What a run came to.
pub struct Ran {
    pub code: Option<i32>,
    pub said: String,
    /// Processor time where the system says it, else time.
    pub took: Duration,
    /// Most memory in use at once, in bytes, where the system says it.
    pub peak: Option<u64>,
}

impl Desk {
    pub fn new() -> Self {
        let outer = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let desk = Self {
            outer: outer.unwrap(),
        };
        std::fs::create_dir(desk.home()).unwrap();
        assert_eq!(desk.run(&["new", "a"]).code, Some(0));
        desk
    }

    pub fn home(&self) -> PathBuf {
        self.outer.path().join("home")
    }

    /// Runs the program, bounded.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let out = self.outer.path().join("said");
        let file = std::fs::File::create(&out).unwrap();
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_entretien"))
            .args(arguments)
            .env_clear()
            .env("HOME", self.home())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C")
            .env("USER", "am")
            .current_dir(self.home())
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap();
        bound(child.id());
        let (mut peak, mut work) = (None, None);
        let status = loop {
            peak = peak.max(memory(child.id()));
            work = work.max(processor_time(child.id()));
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if began.elapsed() > Duration::from_mins(1) {
                child.kill().unwrap();
            }
            std::thread::sleep(Duration::from_millis(1));
        };
        let said = String::from_utf8_lossy(&std::fs::read(&out).unwrap()).into_owned();
        std::fs::remove_file(out).unwrap();
        Ran {
            code: status.code(),
            said,
            took: work.unwrap_or_else(|| began.elapsed()),
            peak,
        }
    }

    /// Gives it a file; what is wrong with what became of it.
    pub fn meets(&self, name: &str, bytes: &[u8], must: &Must) -> Result<(), String> {
        let path = self.home().join(name);
        std::fs::write(&path, bytes).unwrap();
        let before = (self.kept(), self.names());
        let ran = match must {
            Must::Refuse(_) => self.run(&["import", name]),
            Must::Read(_) => self.run(&["import", "--check", name]),
        };
        let after = (self.kept(), self.names());
        std::fs::remove_file(&path).unwrap();
        if before.0 != after.0 {
            return Err("the study is not what it was".to_owned());
        }
        if before.1 != after.1 {
            return Err("files came or went".to_owned());
        }
        as_told(&ran, must)
    }

    /// Files of the study that hold its content, with their hashes.
    fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let study = self.home().join(".local/share/entretien/a");
        let mut found = BTreeMap::new();
        for folder in ["journal", "texts", "originals"] {
            walk(&study.join(folder), &mut |path| {
                let hash = Sha256::digest(std::fs::read(path).unwrap()).to_vec();
                found.insert(path.to_owned(), hash);
            });
        }
        assert!(!found.is_empty());
        found
    }

    /// Every file there is, those of the snapshot of the store left out.
    fn names(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        walk(self.outer.path(), &mut |path| {
            if !path
                .components()
                .any(|part| part.as_os_str() == "study.sled")
            {
                found.push(path.to_owned());
            }
        });
        found.sort();
        found
    }
}

/// What is wrong with what a run came to.
pub fn as_told(ran: &Ran, must: &Must) -> Result<(), String> {
    let (code, words) = match must {
        Must::Refuse(words) => (65, words),
        Must::Read(words) => (0, words),
    };
    let said: String = ran.said.chars().take(600).collect();
    if ran.code != Some(code) {
        return Err(format!("ended with {:?}, not {code}: {said}", ran.code));
    }
    if let Some(word) = words.iter().find(|word| !ran.said.contains(**word)) {
        return Err(format!("does not say {word:?}: {said}"));
    }
    if ran.said.contains("panicked") {
        return Err(format!("panics: {said}"));
    }
    if ran.took > TIME {
        return Err(format!("took {:?}", ran.took));
    }
    if let Some(peak) = ran.peak.filter(|peak| *peak > MEMORY) {
        return Err(format!("took {} MB", peak / 1_000_000));
    }
    Ok(())
}

fn walk(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), each);
        } else {
            each(&entry.path());
        }
    }
}

/// What the process may take: beyond it, it ends.
#[cfg(target_os = "linux")]
fn bound(process: u32) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(MEMORY),
        maximum: Some(MEMORY),
    };
    let process = Pid::from_raw(i32::try_from(process).unwrap()).unwrap();
    // one that ended already needs no bound
    let _ = prlimit(Some(process), Resource::Data, limit);
}

#[cfg(not(target_os = "linux"))]
fn bound(_: u32) {
    eprintln!("memory is bounded and measured on Linux alone: skipped");
}

/// The most memory the process has had at once so far, in bytes.
fn memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// What the process has worked so far, in user mode and for it.
fn processor_time(process: u32) -> Option<Duration> {
    let line = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = line.rsplit_once(") ")?;
    let mut fields = fields.split(' ').skip(11);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    // a hundred a second on every Linux
    Some(Duration::from_millis(10 * (ticks()? + ticks()?)))
}
