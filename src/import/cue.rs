//! Cues of WebVTT and SRT files: blocks of lines between blank lines, a time line in each.

use super::clean::Cleaner;
use super::clock::parse_arrow;
use super::warning::{Reason, Unread};
use std::borrow::Cow;

/// Some words and when they were said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// Line of its time line, from 1.
    pub(super) line: usize,
    pub(super) start: i64,
    pub(super) end: i64,
    /// Its lines, joined by one space; harmless, but tags and entities stand in it.
    pub(super) text: String,
    /// The file itself starts over here: a second header, or numbers from 1 again.
    pub(super) begins_again: bool,
    /// Who speaks, where the file says so beside the words.
    pub(super) speaker: Option<String>,
    /// The words are words: no tags and entities are looked for in them.
    pub(super) plain: bool,
}

impl Cue {
    /// The words, tags taken off, entities resolved.
    pub(super) fn words(&self) -> Cow<'_, str> {
        if self.plain {
            Cow::Borrowed(&self.text)
        } else {
            super::vtt::plain(&self.text)
        }
    }
}

/// All that stands in a file of cues.
#[derive(Debug, Default)]
pub(super) struct Cues {
    pub(super) list: Vec<Cue>,
    pub(super) unread: Vec<Unread>,
    pub(super) notes: usize,
    pub(super) styles: usize,
    pub(super) regions: usize,
    /// A header has been met since the last cue.
    headed: bool,
    last_number: Option<u64>,
}

/// Reads all blocks.
pub(super) fn read(text: &str, cleaner: &mut Cleaner) -> Cues {
    let mut found = Cues::default();
    let mut block: Vec<(usize, &str)> = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if line.is_empty() {
            found.block(&block, cleaner);
            block.clear();
        } else {
            block.push((index + 1, line));
        }
    }
    found.block(&block, cleaner);
    found
}

/// Whether a line is the header of a WebVTT file.
pub(super) fn is_header(line: &str) -> bool {
    line.strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

impl Cues {
    fn block(&mut self, block: &[(usize, &str)], cleaner: &mut Cleaner) {
        let Some(&(_, first)) = block.first() else {
            return;
        };
        let timed = block
            .iter()
            .position(|(_, line)| parse_arrow(line).is_some());
        if is_header(first) {
            self.headed = true;
            // what stands in the header's block is about the file, up to the first cue and its number
            if let Some(timed) = timed {
                self.cues_of(block.get(timed..).unwrap_or(&[]), 0, cleaner);
            }
            return;
        }
        let Some(timed) = timed else {
            let word = first.trim_end();
            match word {
                _ if word == "NOTE" || word.starts_with("NOTE ") || word.starts_with("NOTE\t") => {
                    self.notes += 1;
                }
                "STYLE" => self.styles += 1,
                "REGION" => self.regions += 1,
                _ => self.not_read(block, cleaner),
            }
            return;
        };
        self.cues_of(block, timed, cleaner);
    }

    /// The cues of a block whose first time line is at `timed`.
    fn cues_of(&mut self, block: &[(usize, &str)], timed: usize, cleaner: &mut Cleaner) {
        let (before, rest) = block.split_at(timed.min(block.len()));
        let number = match before.split_last() {
            Some((id, above)) => {
                self.not_read(above, cleaner);
                id.1.trim().parse::<u64>().ok()
            }
            None => None,
        };
        let mut number = number;
        let mut rest = rest;
        while let Some((&(line, arrow), after)) = rest.split_first() {
            let Some((start, end)) = parse_arrow(arrow) else {
                return;
            };
            let next = after
                .iter()
                .position(|(_, line)| parse_arrow(line).is_some());
            let mut words = after.get(..next.unwrap_or(after.len())).unwrap_or(&[]);
            let mut next_number = None;
            // without a blank line between two cues, the second one's number ends the first
            if next.is_some()
                && let Some((id, above)) = words.split_last()
                && let Some(found) = id_of(id.1)
            {
                if let Id::Number(found) = found {
                    next_number = found;
                }
                words = above;
            }
            let (words, broken) = words.split_at(
                words
                    .iter()
                    .position(|(_, line)| is_broken_arrow(line))
                    .unwrap_or(words.len()),
            );
            self.not_read(broken, cleaner);
            let again = self.headed && !self.list.is_empty()
                || number.is_some_and(|n| n <= 1 && self.last_number.is_some_and(|last| last > n));
            self.list.push(Cue {
                line,
                start,
                end,
                text: cleaner.text(one_line(words)),
                begins_again: again,
                speaker: None,
                plain: false,
            });
            self.headed = false;
            self.last_number = number.or(self.last_number);
            number = next_number;
            rest = next.and_then(|at| after.get(at..)).unwrap_or(&[]);
        }
    }

    fn not_read(&mut self, lines: &[(usize, &str)], cleaner: &mut Cleaner) {
        let Some(&(line, _)) = lines.iter().find(|(_, line)| !line.trim().is_empty()) else {
            return;
        };
        let reason = if lines.iter().any(|(_, line)| line.contains("-->")) {
            Reason::BadTime
        } else {
            Reason::NoTime
        };
        let text: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
        self.unread.push(Unread {
            line,
            text: cleaner.text(text.join("\n")),
            reason,
        });
    }
}

/// What stands above a time line to name its cue.
enum Id {
    Number(Option<u64>),
    /// `GUID/12-0`, as Teams writes it.
    Guid,
}

/// The id of a cue, where the line is one.
fn id_of(line: &str) -> Option<Id> {
    let line = line.trim();
    if !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Id::Number(line.parse().ok()));
    }
    let guid = line.len() > 36
        && line
            .bytes()
            .take(36)
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
        && line.as_bytes().get(36) == Some(&b'/');
    guid.then_some(Id::Guid)
}

/// An arrow with figures that is no time line: the start of a cue that cannot be read.
fn is_broken_arrow(line: &str) -> bool {
    line.split_once("-->").is_some_and(|(before, after)| {
        before.contains(':')
            && after.contains(':')
            && line.bytes().any(|byte| byte.is_ascii_digit())
    })
}

fn one_line(lines: &[(usize, &str)]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|(_, line)| line.len() + 1).sum());
    for (_, line) in lines {
        // only real white space: a control character is made visible, not trimmed away
        let line = line.trim_matches(|c: char| c == '\t' || (c.is_whitespace() && !c.is_control()));
        if !line.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    type SeenCue = (usize, i64, i64, String);

    fn seen(text: &str) -> (Vec<SeenCue>, Vec<(usize, Reason)>) {
        let found = read(text, &mut Cleaner::default());
        let cues = found
            .list
            .into_iter()
            .map(|c| (c.line, c.start, c.end, c.text))
            .collect();
        (
            cues,
            found
                .unread
                .into_iter()
                .map(|u| (u.line, u.reason))
                .collect(),
        )
    }

    #[test]
    fn cues_with_and_without_numbers_and_blank_lines() {
        let (cues, unread) = seen(
            "WEBVTT\nKind: captions\n\n1\n00:01.000 --> 00:02.000\nun\n  deux \n\n00:03.000 --> 00:04.000 align:start\ntrois\n7\n00:05.000 --> 00:06.000\n\n",
        );
        assert_eq!(
            cues,
            [
                (5, 1000, 2000, "un deux".to_owned()),
                (9, 3000, 4000, "trois".to_owned()),
                (12, 5000, 6000, String::new()),
            ]
        );
        assert!(unread.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_kept_with_its_line() {
        let (cues, unread) = seen(
            "WEBVTT\n\n1\n00:01 -> 00:02\nperdu\n\n2\n00:00:xx --> 00:04.000\nperdu aussi\n\n3\n00:05.000 --> 00:06.000\nlu\n\nseul\n",
        );
        assert_eq!(cues.len(), 1);
        assert_eq!(
            unread,
            [
                (3, Reason::NoTime),
                (7, Reason::BadTime),
                (15, Reason::NoTime)
            ]
        );
    }

    #[test]
    fn blocks_that_are_no_speech_are_counted() {
        let found = read(
            "WEBVTT\n\nNOTE a\nb\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\n00:01.000 --> 00:02.000\nNOTE this",
            &mut Cleaner::default(),
        );
        assert_eq!(
            (found.notes, found.styles, found.regions, found.list.len()),
            (1, 1, 1, 1)
        );
        assert_eq!(found.list[0].text, "NOTE this");
    }

    #[test]
    fn a_file_that_starts_over_says_so() {
        let found = read(
            "WEBVTT\n\n1\n00:01.000 --> 00:02.000\na\n\n2\n00:03.000 --> 00:04.000\nb\n\nWEBVTT\n\n1\n00:01.000 --> 00:02.000\nc\n",
            &mut Cleaner::default(),
        );
        assert_eq!(
            found
                .list
                .iter()
                .map(|cue| cue.begins_again)
                .collect::<Vec<_>>(),
            [false, false, true]
        );
    }
}
