//! PDF, through `pdftotext` where it is installed: a page says where its letters stand, not what a line or a paragraph
//! is, so that what comes out is a guess. It is told, and asks for a look before it is kept.

use super::error::ImportError;
use super::transcript::{Format, LARGEST_TEXT, Options, Source, Transcript, read_transcript};
use super::warning::Warning;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the program may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most text of a PDF, in bytes.
const MOST_TEXT: u64 = 10 << 20;
/// The most memory of the program, in bytes.
const MEMORY: u64 = 1 << 30;

/// Whether the bytes begin as a PDF does.
pub(super) fn is_pdf(source: &Source) -> bool {
    looks_like_pdf(source.bytes)
}

/// Whether the bytes begin as a PDF does.
pub(super) fn looks_like_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Reads the words of a PDF.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    let not = |why: String| ImportError::NotThatFormat {
        format: Format::Pdf,
        why,
    };
    if !is_pdf(source) {
        return Err(not("it does not begin as a PDF".to_owned()));
    }
    if source.bytes.len() > LARGEST_TEXT {
        return Err(ImportError::TooLarge {
            bytes: source.bytes.len(),
        });
    }
    let text = match text_of(source.bytes) {
        Ok(Ok(text)) => text,
        Ok(Err(why)) => return Err(not(why)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(ImportError::NoPdf),
        Err(error) => return Err(not(error.to_string())),
    };
    read_pdf_text(&text, options)
}

/// Reads what `pdftotext` made of a PDF.
///
/// # Errors
/// It has no words, or too many.
pub fn read_pdf_text(text: &str, options: &Options) -> Result<Transcript, ImportError> {
    if text.trim().is_empty() {
        return Err(ImportError::NoWords {
            format: Format::Pdf,
        });
    }
    let options = Options {
        format: None,
        encoding: Some("utf-8".to_owned()),
        ..options.clone()
    };
    let mut transcript = read_transcript(unwrapped(text).as_bytes(), &options)?;
    transcript.format = Format::Pdf;
    transcript.warnings.insert(0, Warning::Lossy);
    Ok(transcript)
}

/// What `pdftotext` makes of it; `Ok(Err)` where it refuses the file.
fn text_of(bytes: &[u8]) -> io::Result<Result<String, String>> {
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(bytes)?;
    let mut child = Command::new("pdftotext")
        .args(["-q", "-enc", "UTF-8", "-nopgbrk", "-eol", "unix"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    bounded(&child);
    let out = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        let read = out.map(|out| out.take(MOST_TEXT + 1).read_to_end(&mut text));
        read.transpose().map(|_| text)
    });
    let ended = wait(&mut child)?;
    let text = reader
        .join()
        .map_err(|_| io::Error::other("pdftotext cannot be read"))??;
    if text.len() as u64 > MOST_TEXT {
        return Ok(Err(format!("its text has more than {MOST_TEXT} bytes")));
    }
    match ended {
        None => Ok(Err("pdftotext took more than 20 s".to_owned())),
        Some(false) => Ok(Err(
            "pdftotext cannot read it (damaged, or under a password)".to_owned(),
        )),
        Some(true) => Ok(Ok(String::from_utf8_lossy(&text).into_owned())),
    }
}

/// Whether the program ended well; `None` where it had to be ended.
fn wait(child: &mut Child) -> io::Result<Option<bool>> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if began.elapsed() > PATIENCE {
            let _ = child.kill();
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Bounds the memory of the program, where the system can.
fn bounded(child: &Child) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        let limit = Rlimit {
            current: Some(MEMORY),
            maximum: Some(MEMORY),
        };
        if let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            let _ = prlimit(Some(pid), Resource::As, limit);
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (child, MEMORY);
}

/// Lines that were broken at the edge of the page are one again: a line that goes on is nearly as long as the longest
/// one, and the next begins nothing of its own.
fn unwrapped(text: &str) -> String {
    let longest = text.lines().map(|line| line.trim().chars().count()).max();
    let full = longest.unwrap_or(0).min(120) * 3 / 4;
    let mut out = String::with_capacity(text.len());
    let mut before = 0;
    for line in text.lines().map(str::trim) {
        let long = line.chars().count();
        let goes_on = before >= full.max(30) && !line.is_empty() && !begins(line);
        if !out.is_empty() {
            out.push(if goes_on { ' ' } else { '\n' });
        }
        out.push_str(line);
        before = long;
    }
    out.push('\n');
    out
}

/// Whether a line begins a turn, a time, an item.
fn begins(line: &str) -> bool {
    let name: String = line.chars().take(61).collect();
    let named = name
        .split_once(" : ")
        .or_else(|| name.split_once(": "))
        .or_else(|| name.split_once("\u{a0}: "))
        .is_some_and(|(name, _)| {
            name.split_whitespace().count() <= 4
                && name.chars().next().is_some_and(char::is_uppercase)
        });
    named
        || line.ends_with(':')
        || line.starts_with(['[', '(', '•', '-', '–', '—', '*'])
        || line.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_broken_at_the_edge_are_one_again() {
        let text = "Entretien 4\n\nEnquêtrice : Comment avez-vous fait pour le dossier de la rentrée\nque vous deviez rendre ?\nAna : J’ai attendu, puis j’ai appelé tout le monde, et pour finir\non m’a dit d’attendre encore.\nOui.\n";
        let wanted = "Entretien 4\n\nEnquêtrice : Comment avez-vous fait pour le dossier de la rentrée que vous deviez rendre ?\nAna : J’ai attendu, puis j’ai appelé tout le monde, et pour finir on m’a dit d’attendre encore.\nOui.\n";
        assert_eq!(unwrapped(text), wanted);
    }
}
