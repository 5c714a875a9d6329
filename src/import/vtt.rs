//! WebVTT: Zoom (`Name: text`), Teams (`<v Name>text</v>`), and plain.

use super::clean::Cleaner;
use super::cue::{self, Cue, Cues};
use super::error::ImportError;
use super::heard::doubtful;
use super::join::{Part, Voice, join};
use super::names::Names;
use super::order::recordings;
use super::speaker::{LONGEST_NAME, Prefix, bare, is_surely_name, may_be_prefix, prefix};
use super::transcript::{Candidate, Format, Options, Source, Transcript};
use super::warning::Warning;
use std::borrow::Cow;
use std::collections::HashMap;

/// Whether a text is WebVTT.
pub(super) fn is_vtt(source: &Source) -> bool {
    cue::is_header(source.text().trim_start().lines().next().unwrap_or(""))
}

/// Whether the cues name their speakers as Teams does.
pub(super) fn is_teams(source: &Source) -> bool {
    is_vtt(source) && has_voices(source.text())
}

/// Whether at least 9 cues in 10 begin as Zoom's do.
pub(super) fn is_zoom(source: &Source) -> bool {
    if !is_vtt(source) {
        return false;
    }
    let (mut cues, mut named) = (0usize, 0usize);
    let mut lines = source.text().lines();
    while let Some(line) = lines.next() {
        if line.contains("-->") {
            cues += 1;
            let words = lines.next().unwrap_or("");
            named += usize::from(prefix(words).is_some());
        }
    }
    cues > 0 && named * 10 >= cues * 9
}

/// Reads Zoom's WebVTT.
pub(super) fn read_zoom(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    read_as(Format::ZoomVtt, source, options)
}

/// Reads Teams' WebVTT.
pub(super) fn read_teams(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    read_as(Format::TeamsVtt, source, options)
}

/// Reads any other WebVTT.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    read_as(Format::Vtt, source, options)
}

fn read_as(format: Format, source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    if !is_vtt(source) {
        return Err(ImportError::NotThatFormat {
            format,
            why: "its first line is not WEBVTT".to_owned(),
        });
    }
    let mut cleaner = Cleaner::default();
    let cues = cue::read(source.text(), &mut cleaner);
    Ok(assemble(format, cues, cleaner, options))
}

/// From cues to a transcript; SRT comes this way too.
pub(super) fn assemble(
    format: Format,
    mut found: Cues,
    mut cleaner: Cleaner,
    options: &Options,
) -> Transcript {
    let mut transcript = Transcript::new(format);
    let warnings = &mut transcript.warnings;
    let blocks = (found.notes, found.styles, found.regions);
    if blocks != (0, 0, 0) {
        warnings.push(Warning::Blocks {
            notes: blocks.0,
            styles: blocks.1,
            regions: blocks.2,
        });
    }
    let backwards = found.list.iter_mut().filter(|cue| cue.end < cue.start);
    let ends_before = backwards.fold(0, |n, cue| {
        cue.end = cue.start;
        n + 1
    });
    if ends_before > 0 {
        warnings.push(Warning::EndsBeforeStart(ends_before));
    }
    let numbers = in_order(&mut found.list, warnings);
    transcript.recordings = numbers.last().map_or(1, |last| *last as usize + 1);
    warnings.extend(doubtful(
        found.list.iter().map(|cue| (cue.text.as_str(), cue.line)),
    ));

    let voices = found
        .list
        .iter()
        .any(|cue| !cue.plain && has_voices(&cue.text));
    let mut parts: Vec<Part> = Vec::with_capacity(found.list.len());
    let names = if voices {
        None
    } else {
        Some(Prefixes::of(format, &found.list, options))
    };
    for (cue, recording) in found.list.iter().zip(numbers) {
        let mut add = |name: Option<&str>, words: &str| {
            let name = name
                .map(|name| cleaner.name(name))
                .filter(|name| !name.is_empty());
            parts.push(Part {
                voice: name.map_or(Voice::Same, Voice::Named),
                start: Some(cue.start),
                end: Some(cue.end),
                // entities may stand for anything; what was clean stays so
                text: if !cue.plain && cue.text.contains('&') {
                    cleaner.text(words.trim().to_owned())
                } else {
                    cleaner.piece(words.trim())
                },
                anchors: Vec::new(),
                recording,
            });
        };
        if let Some(speaker) = &cue.speaker {
            add(Some(speaker), &cue.text);
        } else if let Some(names) = &names {
            let words = cue.words();
            match names.cut(&words) {
                Some((name, rest)) => add(Some(name), rest),
                None => add(None, &words),
            }
        } else {
            for (name, words) in voice_spans(&cue.text) {
                add(name.as_deref(), &words);
            }
        }
    }
    if let Some(names) = names {
        names.tell(format, &mut transcript);
    }
    let alone = parts.iter().all(|part| part.voice == Voice::Same);
    transcript.turns = join(parts, ' ', alone);
    transcript.unread = found.unread;
    transcript.finish(&cleaner);
    transcript
}

/// Sorts cues by their start inside each recording; the recording of each cue comes back, in the new order.
fn in_order(cues: &mut Vec<Cue>, warnings: &mut Vec<Warning>) -> Vec<u32> {
    let starts: Vec<i64> = cues.iter().map(|cue| cue.start).collect();
    let numbers = recordings(&starts, |at| {
        cues.get(at).is_some_and(|cue| cue.begins_again)
    });
    let mut numbered: Vec<(u32, Cue)> = numbers.into_iter().zip(std::mem::take(cues)).collect();
    let mut again = Vec::new();
    let mut sorted = 0;
    let mut before: Option<(u32, i64)> = None;
    for (number, cue) in &numbered {
        match before {
            Some((last, _)) if last != *number => again.push(cue.line),
            Some((_, latest)) if cue.start < latest => sorted += 1,
            _ => {}
        }
        before = Some(match before {
            Some((last, latest)) if last == *number => (last, latest.max(cue.start)),
            _ => (*number, cue.start),
        });
    }
    if sorted > 0 {
        warnings.push(Warning::Sorted(sorted));
        numbered.sort_by_key(|(number, cue)| (*number, cue.start));
    }
    if !again.is_empty() {
        warnings.push(Warning::StartsAgain(again));
    }
    let (numbers, in_order) = numbered.into_iter().unzip();
    *cues = in_order;
    numbers
}

/// The names before a colon, in a file without voice tags.
struct Prefixes {
    /// Each prefix is a name, even once.
    all: bool,
    names: Names,
    times: HashMap<String, usize>,
}

impl Prefixes {
    fn of(format: Format, cues: &[Cue], options: &Options) -> Self {
        let mut names = Names::new(&options.confirmed_speakers);
        let all = format == Format::ZoomVtt;
        let mut times = HashMap::new();
        for cue in cues {
            let words = cue.words();
            let Some(Prefix { name, .. }) = prefix(&words) else {
                continue;
            };
            if all {
                match times.get_mut(name) {
                    Some(n) => *n += 1,
                    None => drop(times.insert(name.to_owned(), 1)),
                }
            } else {
                names.see(name, cue.line, may_be_prefix);
            }
        }
        Self { all, names, times }
    }

    /// The speaker of a cue and the words after the name.
    fn cut<'a>(&'a self, words: &'a str) -> Option<(&'a str, &'a str)> {
        let Prefix { name, rest } = prefix(words)?;
        if self.all {
            return Some((name, rest));
        }
        self.names.speaker(name).map(|name| (name, rest))
    }

    fn tell(&self, format: Format, transcript: &mut Transcript) {
        if format == Format::ZoomVtt {
            let mut odd: Vec<String> = self
                .times
                .iter()
                .filter(|(name, times)| **times == 1 && !is_surely_name(name))
                .map(|(name, _)| crate::text::sanitise_line(name).text)
                .collect();
            odd.sort();
            if !odd.is_empty() {
                transcript.warnings.push(Warning::OddNames(odd));
            }
        } else {
            let once = self
                .names
                .once()
                .filter(|seen| is_surely_name(&seen.written));
            transcript.candidates = once.map(Candidate::from).collect();
        }
    }
}

/// Whether `<v Name>` stands in a text.
fn has_voices(text: &str) -> bool {
    text.match_indices("<v").any(|(at, _)| {
        text.get(at + 2..)
            .is_some_and(|rest| rest.starts_with([' ', '\t', '.']))
    })
}

/// The words of a cue, tags taken off, entities resolved.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    for (_, span) in voice_spans(text) {
        words.push_str(&span);
    }
    Cow::Owned(words)
}

/// The voices of one cue: (name, words); words outside a voice have no name. At least one span.
fn voice_spans(text: &str) -> Vec<(Option<String>, String)> {
    let mut spans = Vec::new();
    let mut name: Option<String> = None;
    let mut words = String::new();
    let mut rest = text;
    loop {
        let at = rest.find('<').unwrap_or(rest.len());
        let (before, after) = rest.split_at(at);
        words.push_str(&resolved(before));
        if after.is_empty() {
            break;
        }
        let Some((tag, following)) = known_tag(after) else {
            words.push('<');
            rest = after.get(1..).unwrap_or("");
            continue;
        };
        let class_or_name = tag
            .strip_prefix('v')
            .filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '.']));
        if let Some(voice) = class_or_name {
            flush(&mut spans, &mut name, &mut words);
            let written = voice.split_once([' ', '\t']).map_or("", |(_, name)| name);
            let written = resolved(written);
            let cut: String = bare(&written).chars().take(LONGEST_NAME * 2).collect();
            name = Some(cut).filter(|name| !name.is_empty());
        } else if tag == "/v" {
            flush(&mut spans, &mut name, &mut words);
        }
        rest = following;
    }
    flush(&mut spans, &mut name, &mut words);
    if spans.is_empty() {
        spans.push((None, String::new()));
    }
    spans
}

fn flush(spans: &mut Vec<(Option<String>, String)>, name: &mut Option<String>, words: &mut String) {
    if name.is_some() || !words.trim().is_empty() {
        spans.push((name.take(), std::mem::take(words)));
    }
    words.clear();
}

/// The inside of the tag at the start of `text` and what follows it, where it is one that captions have.
fn known_tag(text: &str) -> Option<(&str, &str)> {
    // a tag is short: without this, a text of `<` alone would be searched again and again
    let window = text
        .char_indices()
        .nth(300)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let end = window.find('>')?;
    let tag = text.get(1..end)?;
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let name = name.split([' ', '\t', '.']).next().unwrap_or("");
    let known = matches!(
        name,
        "v" | "c" | "i" | "b" | "u" | "s" | "ruby" | "rt" | "lang" | "font"
    ) || (tag.starts_with(|c: char| c.is_ascii_digit())
        && super::clock::parse(tag).is_some());
    known.then(|| (tag, text.get(end + 1..).unwrap_or("")))
}

/// Entities of captions, resolved.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let name = after
            .bytes()
            .take(12)
            .position(|byte| byte == b';')
            .and_then(|end| after.get(1..end));
        if let Some((name, c)) = name.and_then(|name| Some((name, entity(name)?))) {
            out.push(c);
            rest = after.get(name.len() + 2..).unwrap_or("");
        } else {
            out.push('&');
            rest = after.get(1..).unwrap_or("");
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        // what French and English texts are written with by those who name every letter
        "eacute" => 'é',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "euml" => 'ë',
        "agrave" => 'à',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "icirc" => 'î',
        "iuml" => 'ï',
        "ocirc" => 'ô',
        "ugrave" => 'ù',
        "ucirc" => 'û',
        "Eacute" => 'É',
        "Agrave" => 'À',
        "Ccedil" => 'Ç',
        "oelig" => 'œ',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "euro" => '€',
        _ => {
            let digits = name.strip_prefix('#')?;
            let value = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(value).unwrap_or('\u{fffd}')
        }
    })
}
