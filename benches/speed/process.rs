//! A verb as a whole process: the time its processors worked, and the most memory it had.

use std::process::{Command, Stdio};
use std::time::Duration;

/// Ticks of the system's clock in a second, as Linux tells user programs.
const TICKS: f64 = 100.0;

/// What a process took.
pub struct Took {
    /// Time of all processors, where the system tells.
    pub cpu: Duration,
    /// Most memory, in MB; 0 where the system does not tell.
    pub memory: u64,
}

/// Time of the processors for children that ended.
fn of_children() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in brackets: state, then numbers; the 14th and 15th are the children's.
    let rest = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let numbers: Vec<f64> = rest
        .split_whitespace()
        .map(|word| word.parse().unwrap_or(0.0))
        .collect();
    (numbers.get(13).unwrap_or(&0.0) + numbers.get(14).unwrap_or(&0.0)) / TICKS
}

/// Greatest memory so far of a process, in MB, where the system tells.
pub fn memory_of(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kb = line.split_whitespace().nth(1)?.parse::<u64>().ok()?;
    Some(kb / 1024)
}

/// Runs the program with some arguments to its end.
pub fn verb(args: &[&str], home: &str) -> Took {
    let before = of_children();
    let mut child = Command::new(env!("CARGO_BIN_EXE_entretien"))
        .args(args)
        .env("HOME", home)
        .env("ENTRETIEN_DATA_DIR", home)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut memory = 0;
    let status = loop {
        memory = memory.max(memory_of(child.id()).unwrap_or(0));
        if let Some(status) = child.try_wait().expect("the program ends") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(status.success(), "{args:?}");
    Took {
        cpu: Duration::from_secs_f64((of_children() - before).max(0.0)),
        memory,
    }
}
