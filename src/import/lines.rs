//! From paragraphs to turns: finds which convention a text or Word transcript follows, then reads it line by line.

use super::clean::Cleaner;
use super::headers::{
    Certainty, Header, arrow, boxed_arrow, name_and_time, ranged, stamped, time_alone,
    time_and_name,
};
use super::heard::doubtful;
use super::join::{Part, Voice, join};
use super::names::Names;
use super::order::recordings;
use super::speaker::{
    LONGEST_NAME, Prefix, bare, is_surely_name, key, may_be_line, may_be_prefix, prefix,
};
use super::stamps::{self, Shape, Stamped, time_then};
use super::transcript::{Candidate, Options, Transcript};
use super::warning::{Reason, Unread, Warning};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A line of a text file, or a line of a paragraph of a Word file.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Line or paragraph, from 1.
    pub(super) number: usize,
    /// Harmless already; a tab in it has become a space.
    pub(super) text: String,
    /// It had a tab, which stands for a wide gap.
    pub(super) tabbed: bool,
    /// The paragraph's style, as a number of the file's own.
    pub(super) style: Option<u32>,
    /// From a table whose first column names who speaks: this row's speaker and time begin here.
    pub(super) row: Option<Row>,
}

/// Who speaks in a row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// `None` where the first cell is empty: whoever spoke before goes on.
    pub(super) name: Option<String>,
    pub(super) start: Option<i64>,
    pub(super) end: Option<i64>,
}

impl Line {
    /// A line of a text, made harmless first: no mark hides in a name, no control character is trimmed away as space.
    pub(super) fn new(number: usize, written: &str, cleaner: &mut Cleaner) -> Self {
        Self {
            number,
            tabbed: written.contains('\t'),
            text: cleaner.text(written.to_owned()),
            ..Self::default()
        }
    }
}

/// How a file says who speaks.
enum Convention {
    /// `0:0:3.450 --> 0:0:7.120`, a name below it, then words.
    Arrows { names: HashSet<String> },
    /// `[00:01.000 --> 00:02.000] words` or `[00:01] words`: cues, one a line; perhaps a name before the words.
    Cues { names: Names, shape: Option<Shape> },
    /// `00:00:05 Name` above the words.
    Timed(Shape),
    /// A header with a time above the words.
    Headers { known: HashSet<String>, two: bool },
    /// `Name: words`.
    Prefixes(Names),
    /// A name on a line of its own.
    NameLines(Names),
    /// Not at all.
    None,
}

/// Reads all lines into `transcript`.
pub(super) fn read_lines(
    lines: &[Line],
    options: &Options,
    cleaner: &mut Cleaner,
    transcript: &mut Transcript,
) {
    let filled: Vec<&Line> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty() || line.row.is_some())
        .collect();
    let mut options = Cow::Borrowed(options);
    let mut filled = filled;
    if let Some(meeting) = meeting(&filled) {
        let speech = filled.split_off(meeting.begins);
        transcript.unread.extend(filled.iter().map(|line| Unread {
            line: line.number,
            text: line.text.trim().to_owned(),
            reason: Reason::Summary,
        }));
        filled = speech;
        options.to_mut().confirmed_speakers.extend(meeting.names);
    }
    let convention = find(&filled, &options);
    tell_candidates(&convention, &filled, transcript);
    let mut parts = Vec::new();
    let mut heads = Vec::new();
    let mut spoken_on = Vec::new();
    let mut reader = Reader { pending: None };
    // where one paragraph ends with its time, the next begins
    let mut ended = None;
    for (at, line) in filled.iter().enumerate() {
        if is_footer(&line.text) && at + 3 > filled.len() {
            transcript.unread.push(Unread {
                line: line.number,
                text: line.text.trim().to_owned(),
                reason: Reason::Footer,
            });
            continue;
        }
        let Some(found) = reader.read(&convention, &filled, at) else {
            continue;
        };
        let voice = match found.name {
            Some(name) => Voice::Named(cleaner.name(&name)),
            None => Voice::Same,
        };
        let named = matches!(voice, Voice::Named(_));
        // what a name was cut off may begin with a mark that stood on the name
        let text = cleaner.piece(&found.text);
        let stamped = stamps::cut(&text, named).unwrap_or_else(|| Stamped {
            text,
            ..Stamped::default()
        });
        let start = found.start.or(stamped.start);
        if let Some(start) = start {
            heads.push((parts.len(), start, line.number));
        }
        spoken_on.push(line.number);
        parts.push(Part {
            voice,
            start: start.or(ended.take()),
            end: found.end.or(stamped.end),
            text: stamped.text,
            anchors: stamped.anchors,
            recording: 0,
        });
        ended = stamped.end;
    }
    number_recordings(&mut parts, &heads, transcript);
    let said = parts.iter().map(|part| part.text.as_str());
    transcript.warnings.extend(doubtful(said.zip(spoken_on)));
    transcript.turns = match &convention {
        Convention::Cues { names, .. } => join(parts, ' ', !names.any()),
        _ => join(parts, '\n', false),
    };
}

/// What one line gives.
#[derive(Default)]
struct Found {
    name: Option<String>,
    start: Option<i64>,
    end: Option<i64>,
    text: String,
}

impl Found {
    fn words(text: &str) -> Self {
        Self {
            text: text.trim().to_owned(),
            ..Self::default()
        }
    }
}

struct Reader {
    /// Times that stood on a line of their own, for what comes next.
    pending: Option<(i64, Option<i64>)>,
}

impl Reader {
    fn read(&mut self, convention: &Convention, lines: &[&Line], at: usize) -> Option<Found> {
        let line = lines.get(at)?;
        let text = line.text.as_str();
        if let Some(row) = &line.row {
            return Some(Found {
                name: row.name.clone(),
                start: row.start,
                end: row.end,
                text: text.trim().to_owned(),
            });
        }
        match convention {
            Convention::Arrows { names } => self.read_under_arrow(names, lines, at, text),
            Convention::Headers { known, two } => {
                let mut found = match header(line)
                    .filter(|(_, sure)| *two || *sure == Certainty::Sure)
                {
                    Some((head, _)) => Found {
                        name: Some(head.name),
                        start: Some(head.start),
                        end: head.end,
                        text: head.rest,
                    },
                    None if text.trim().starts_with('[') && known.contains(&key(bare(text))) => {
                        Found {
                            name: Some(bare(text).to_owned()),
                            ..Found::default()
                        }
                    }
                    None => Found::words(text),
                };
                found.text = found.text.trim().to_owned();
                Some(found)
            }
            Convention::Prefixes(names) => {
                if let Some(start) = time_alone(text).filter(|_| names.any()) {
                    self.pending = Some((start, None));
                    return None;
                }
                let cut = prefix(text).and_then(|Prefix { name, rest }| {
                    let (name, time) = name_and_time(name);
                    names.speaker(name).map(|name| (name, time, rest))
                });
                let Some((name, time, rest)) = cut else {
                    return Some(self.with_pending(Found::words(text)));
                };
                let found = Found {
                    name: Some(name.to_owned()),
                    start: time,
                    end: None,
                    text: rest.to_owned(),
                };
                Some(self.with_pending(found))
            }
            Convention::Timed(shape) => Some(match timed_name(lines, at, *shape) {
                Some(head) => Found {
                    name: Some(head.name),
                    start: Some(head.start),
                    ..Found::default()
                },
                None => Found::words(text),
            }),
            Convention::Cues { names, shape } => {
                let timed = time_then(text).filter(|(own, ..)| Some(*own) == *shape);
                let (start, end, words) = match (boxed_arrow(text), timed) {
                    (Some((start, end, words)), _) => (Some(start), Some(end), words),
                    (None, Some((_, start, words))) => (Some(start), None, words),
                    (None, None) => (None, None, text.trim()),
                };
                let cut = prefix(words)
                    .and_then(|Prefix { name, rest }| Some((names.speaker(name)?, rest)));
                Some(Found {
                    name: cut.map(|(name, _)| name.to_owned()),
                    start,
                    end,
                    text: cut.map_or(words, |(_, rest)| rest).to_owned(),
                })
            }
            Convention::NameLines(names) => {
                let name = may_be_line(text)
                    .then(|| names.speaker(bare(text)))
                    .flatten();
                Some(match name {
                    Some(name) => Found {
                        name: Some(name.to_owned()),
                        ..Found::default()
                    },
                    None => Found::words(text),
                })
            }
            Convention::None => Some(Found::words(text)),
        }
    }

    fn read_under_arrow(
        &mut self,
        names: &HashSet<String>,
        lines: &[&Line],
        at: usize,
        text: &str,
    ) -> Option<Found> {
        if let Some((start, end)) = arrow(text) {
            // a time line without words below it is still a turn of whoever spoke
            let last = lines
                .get(at + 1)
                .is_none_or(|next| arrow(&next.text).is_some());
            if last {
                return Some(Found {
                    start: Some(start),
                    end: Some(end),
                    ..Found::default()
                });
            }
            self.pending = Some((start, Some(end)));
            return None;
        }
        let below_arrow = at > 0
            && lines
                .get(at - 1)
                .is_some_and(|before| arrow(&before.text).is_some());
        if below_arrow && names.contains(&key(bare(text))) {
            return Some(self.with_pending(Found {
                name: Some(bare(text).to_owned()),
                ..Found::default()
            }));
        }
        Some(self.with_pending(Found::words(text)))
    }

    fn with_pending(&mut self, mut found: Found) -> Found {
        if let Some((start, end)) = self.pending.take() {
            found.start = found.start.or(Some(start));
            found.end = found.end.or(end);
        }
        found
    }
}

/// A time and a name above words: what is below begins with no time.
fn timed_name(lines: &[&Line], at: usize, shape: Shape) -> Option<Header> {
    let head = time_and_name(&lines.get(at)?.text, shape)?;
    let below = lines.get(at + 1)?;
    let has_words = time_then(&below.text).is_none() && time_alone(&below.text).is_none();
    has_words.then_some(head)
}

fn header(line: &Line) -> Option<(Header, Certainty)> {
    ranged(&line.text).or_else(|| stamped(&line.text, line.tabbed))
}

/// A transcript of Google Meet, which stands below a summary that a program wrote.
struct Meeting {
    /// The line of its first time.
    begins: usize,
    /// Who speaks below a time; there each name is a speaker's, even once.
    names: Vec<String>,
}

/// Finds the heading `Transcript`, and a time alone on its line below it with `Name: words` after it.
fn meeting(lines: &[&Line]) -> Option<Meeting> {
    let heading = lines.iter().position(|line| {
        let letters: String = line.text.chars().filter(|c| c.is_alphabetic()).collect();
        ["transcript", "transcription"].contains(&letters.to_lowercase().as_str())
    })?;
    let timed = |at: usize| {
        let (time, next) = (lines.get(at)?, lines.get(at + 1)?);
        time_alone(&time.text)?;
        prefix(&next.text)
    };
    let begins = (heading + 1..lines.len()).find(|at| timed(*at).is_some())?;
    let names = (begins..lines.len())
        .filter_map(timed)
        .map(|found| found.name.to_owned())
        .collect();
    Some(Meeting { begins, names })
}

/// Finds the convention: the one with times before the one without, the one with more on a line before the other.
fn find(lines: &[&Line], options: &Options) -> Convention {
    if lines.iter().any(|line| line.row.is_some()) {
        return Convention::None; // a table has said who speaks
    }
    let (mut sure, mut perhaps) = (0usize, 0usize);
    let mut known = HashSet::new();
    let mut prefixes = Names::new(&options.confirmed_speakers);
    let mut arrows = HashSet::new();
    let mut has_arrows = false;
    let mut boxed = 0usize;
    let mut cues = Names::new(&options.confirmed_speakers);
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.as_str();
        if let Some((.., words)) = boxed_arrow(text) {
            boxed += 1;
            if let Some(Prefix { name, .. }) = prefix(words) {
                cues.see(name, line.number, may_be_prefix);
            }
            continue;
        }
        if text.contains("-->") && arrow(text).is_some() {
            has_arrows = true;
            arrows.extend(name_under_arrow(lines, at));
            continue;
        }
        if let Some((head, certainty)) = header(line) {
            match certainty {
                Certainty::Sure => sure += 1,
                Certainty::IfTwo => perhaps += 1,
            }
            known.insert(key(&head.name));
        }
        if let Some(Prefix { name, .. }) = prefix(text) {
            let (name, _) = name_and_time(name);
            prefixes.see(name, line.number, may_be_prefix);
        }
    }
    let timed = most_timed(lines);
    if let Some((shape, begins)) = timed
        && !has_arrows
        && begins > prefixes.lines().max(sure + perhaps)
        && are_heads(lines, shape, begins)
    {
        return Convention::Timed(shape);
    }
    if boxed > 1 || (boxed == 1 && lines.len() == 1) {
        return Convention::Cues {
            names: cues,
            shape: None,
        };
    }
    if has_arrows {
        return Convention::Arrows { names: arrows };
    }
    if sure + perhaps >= 2 || (sure == 1 && prefixes.lines() < 3) {
        return Convention::Headers {
            known,
            two: sure > 0 || perhaps >= 2,
        };
    }
    if prefixes.any() {
        return Convention::Prefixes(prefixes);
    }
    if let Some((shape, begins)) = timed
        && begins > 2
        && begins * 10 >= lines.len() * 9
    {
        let shape = Some(shape);
        return Convention::Cues { names: cues, shape };
    }
    let names = name_lines(lines, options);
    if names.any() {
        return Convention::NameLines(names);
    }
    // nobody comes back: what was seen once may still be offered
    if prefixes.once().next().is_none() {
        Convention::None
    } else {
        Convention::Prefixes(prefixes)
    }
}

/// The shape of time that most lines begin with, where some do, and how many.
fn most_timed(lines: &[&Line]) -> Option<(Shape, usize)> {
    let of = |shape: Shape| {
        let begins = |line: &&&Line| time_then(&line.text).is_some_and(|(own, ..)| own == shape);
        (shape, lines.iter().filter(begins).count())
    };
    let most = Shape::ALL.map(of).into_iter().max_by_key(|(_, n)| *n);
    most.filter(|(_, n)| *n > 0)
}

/// Whether lines that begin with a time are names above words: nearly all of them are, and a name comes back, or the
/// file is short and all are surely names. A programme that somebody reads out is none.
fn are_heads(lines: &[&Line], shape: Shape, begins: usize) -> bool {
    let heads: Vec<String> = (0..lines.len())
        .filter_map(|at| Some(timed_name(lines, at, shape)?.name))
        .collect();
    let names: HashSet<String> = heads.iter().map(|name| key(name)).collect();
    let comes_back = heads.len() > 2 && names.len() < heads.len();
    let short = heads.len() * 4 >= lines.len() && heads.iter().all(|name| is_surely_name(name));
    heads.len() > 1 && heads.len() * 10 >= begins * 9 && (comes_back || short)
}

/// The name between a time line and the words below it.
fn name_under_arrow(lines: &[&Line], at: usize) -> Option<String> {
    let name = lines.get(at + 1)?.text.trim();
    let words = lines.get(at + 2)?;
    let fits = name.chars().count() <= LONGEST_NAME
        && arrow(name).is_none()
        && arrow(&words.text).is_none()
        && !name.ends_with(['.', '?', '!', '…', ',']);
    fits.then(|| key(bare(name)))
}

/// Names on lines of their own: lines that may be one, with words below them.
fn name_lines(lines: &[&Line], options: &Options) -> Names {
    let mut names = Names::new(&options.confirmed_speakers);
    let mut above: Option<&Line> = None;
    for line in lines {
        let may_be = line.row.is_none() && may_be_line(&line.text);
        if let Some(name) = above.filter(|_| !may_be) {
            names.see(bare(&name.text), name.number, |_| true);
        }
        above = may_be.then_some(*line);
    }
    names
}

/// Names seen once are offered to the person; in a Word file with a style for speakers, only those in that style.
fn tell_candidates(convention: &Convention, lines: &[&Line], transcript: &mut Transcript) {
    let (names, alone) = match convention {
        Convention::Prefixes(names) | Convention::Cues { names, .. } => (names, false),
        Convention::NameLines(names) => (names, true),
        _ => return,
    };
    let mut styles: HashSet<Option<u32>> = HashSet::new();
    let mut style_at: HashMap<usize, Option<u32>> = HashMap::new();
    if alone {
        for line in lines {
            style_at.insert(line.number, line.style);
            if may_be_line(&line.text) && names.speaker(bare(&line.text)).is_some() {
                styles.insert(line.style);
            }
        }
    }
    let once = names.once().filter(|seen| {
        is_surely_name(&seen.written)
            && (!alone
                || styles.is_empty()
                || style_at
                    .get(&seen.line)
                    .is_some_and(|style| styles.contains(style)))
    });
    transcript.candidates = once.map(Candidate::from).collect();
}

/// Counts recordings where times start again; nothing is sorted.
fn number_recordings(
    parts: &mut [Part],
    heads: &[(usize, i64, usize)],
    transcript: &mut Transcript,
) {
    let starts: Vec<i64> = heads.iter().map(|(_, start, _)| *start).collect();
    let numbers = recordings(&starts, |_| false);
    let mut again = Vec::new();
    let mut heads = heads.iter().zip(numbers).peekable();
    let mut recording = 0;
    for (at, part) in parts.iter_mut().enumerate() {
        if let Some(((_, _, line), number)) = heads.next_if(|((head, _, _), _)| *head == at) {
            if number != recording {
                again.push(*line);
            }
            recording = number;
        }
        part.recording = recording;
    }
    transcript.recordings = recording as usize + 1;
    if !again.is_empty() {
        transcript.warnings.push(Warning::StartsAgain(again));
    }
}

/// A line at the end in which the transcription service names itself.
fn is_footer(text: &str) -> bool {
    let line = text.trim().trim_start_matches(['(', '[', '*', '_']);
    let of_meeting = [
        "Meeting ended after ",
        "Transcription ended after ",
        "This editable transcript was computer generated",
    ];
    if of_meeting.iter().any(|start| line.starts_with(start)) {
        return true;
    }
    ["Transcribed by ", "Transcrit par ", "Transcript by "]
        .iter()
        .any(|start| line.starts_with(start))
        && [".ai", ".com", ".io"].iter().any(|end| line.contains(end))
}
