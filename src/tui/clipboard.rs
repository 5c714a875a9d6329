//! Copying out: through the terminal (OSC 52, which works over SSH) and through the desktop's own program where one is
//! found. Nothing is ever read from the clipboard.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

/// Longest copy, in bytes of Base64, that terminals are known to take; more is cut or dropped by some without a word.
const TERMINAL_LIMIT: usize = 74_994;

/// Where a copy went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copied {
    /// The text was sent to the terminal, which may or may not be set to take it.
    pub terminal: bool,
    /// The desktop's program that was given the text.
    pub program: Option<&'static str>,
}

impl Copied {
    /// False when the text is too long for the terminal and no program was found: offer an export instead.
    pub fn anywhere(&self) -> bool {
        self.terminal || self.program.is_some()
    }
}

/// Gives `text` to the desktop's clipboard program, if there is one, and returns what to send to the terminal.
pub(super) fn copy(text: &str) -> (Copied, Vec<u8>) {
    let bytes = escape_sequence(text);
    let copied = Copied {
        terminal: bytes.is_some(),
        program: program(|name| env::var_os(name))
            .filter(|program| give(program, text))
            .map(|program| program.name),
    };
    (copied, bytes.unwrap_or_default())
}

struct Desktop {
    name: &'static str,
    arguments: &'static [&'static str],
    /// The variable that says such a desktop is there; `None`: the program's being there is enough.
    needs: Option<&'static str>,
}

const DESKTOPS: [Desktop; 4] = [
    Desktop {
        name: "wl-copy",
        arguments: &[],
        needs: Some("WAYLAND_DISPLAY"),
    },
    Desktop {
        name: "xclip",
        arguments: &["-selection", "clipboard"],
        needs: Some("DISPLAY"),
    },
    Desktop {
        name: "xsel",
        arguments: &["--clipboard", "--input"],
        needs: Some("DISPLAY"),
    },
    Desktop {
        name: "pbcopy",
        arguments: &[],
        needs: None,
    },
];

fn program(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Option<&'static Desktop> {
    let path = variable("PATH")?;
    let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    DESKTOPS
        .iter()
        .filter(|desktop| desktop.needs.is_none_or(set))
        .find(|desktop| is_on(&path, desktop.name))
}

fn is_on(path: &OsStr, name: &str) -> bool {
    env::split_paths(path)
        .map(|folder: PathBuf| folder.join(name))
        .any(|file| file.is_file())
}

/// Starts the program and hands it the text on a thread: it may take its time, or never read.
fn give(program: &Desktop, text: &str) -> bool {
    let started = Command::new(program.name)
        .args(program.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else { return false };
    let text = text.to_owned();
    thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || {
            if let Some(mut stdin) = child.stdin.take() {
                let _ = stdin.write_all(text.as_bytes());
            }
            let _ = child.wait();
        })
        .is_ok()
}

/// OSC 52 for the clipboard, or nothing when the text is too long for it.
fn escape_sequence(text: &str) -> Option<Vec<u8>> {
    let encoded = base64(text.as_bytes());
    (encoded.len() <= TERMINAL_LIMIT).then(|| format!("\x1b]52;c;{encoded}\x1b\\").into_bytes())
}

/// Base64 with padding (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0_u32, |n, i| {
            n << 8 | u32::from(three.get(i).copied().unwrap_or(0))
        });
        for place in 0..4 {
            let digit = (number >> (18 - 6 * place)) & 63;
            text.push(if place <= three.len() {
                char::from(DIGITS[digit as usize])
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("é…", "w6nigKY="),
        ] {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }

    #[test]
    fn a_text_too_long_for_the_terminal_is_not_sent_cut() {
        assert!(escape_sequence(&"a".repeat(50_000)).is_some());
        assert_eq!(escape_sequence(&"a".repeat(60_000)), None);
    }

    #[test]
    fn the_desktop_s_program_needs_the_desktop() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("wl-copy"), "").unwrap();
        std::fs::write(folder.path().join("xclip"), "").unwrap();
        let found = |desktop: &str| {
            program(|name| match name {
                "PATH" => Some(folder.path().as_os_str().to_owned()),
                name => (name == desktop).then(|| "1".into()),
            })
            .map(|program| program.name)
        };
        assert_eq!(found("WAYLAND_DISPLAY"), Some("wl-copy"));
        assert_eq!(found("DISPLAY"), Some("xclip"));
        assert_eq!(found("NEITHER"), None);
    }
}
