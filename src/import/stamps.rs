//! Times inside what was said: programs that play a recording while somebody types put them at the ends of a paragraph
//! (`#00:01:23-4#`), behind a name (`[00:01:23]`), or amid the words.

use super::clock::parse;

/// Longest time with its marks, in bytes.
const LONGEST: usize = 16;

/// Words without the times that stood in them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stamped {
    pub(super) text: String,
    /// The time before the first word.
    pub(super) start: Option<i64>,
    /// The time behind the last word.
    pub(super) end: Option<i64>,
    /// Times amid the words: code points of `text`, milliseconds.
    pub(super) anchors: Vec<(u32, i64)>,
}

/// `#00:01:23-4#`, as f4 and MAXQDA write it: seconds and tenths.
pub(super) fn hashed(written: &str) -> Option<i64> {
    let inside = written.strip_prefix('#')?.strip_suffix('#')?;
    parse(&inside.replacen('-', ".", 1))
}

/// How a time before a line is written; a file keeps to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `00:01:23`.
    Bare,
    /// `[00:01:23]` or `(00:01:23)`.
    Boxed,
    /// `#00:01:23-4#`.
    Hashed,
}

impl Shape {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Bare, Self::Boxed, Self::Hashed];
}

/// A time at the beginning of a line with words behind it: `[00:01:23] words`, `00:01:23 words`, `#00:01:23-4# words`.
pub(super) fn time_then(line: &str) -> Option<(Shape, i64, &str)> {
    let line = line.trim();
    let (first, rest) = line.split_once(char::is_whitespace)?;
    let inside = |open, close| first.strip_prefix(open)?.strip_suffix(close);
    let (shape, time) = match first.as_bytes().first()? {
        b'#' => (Shape::Hashed, hashed(first)),
        b'[' => (Shape::Boxed, inside('[', ']').and_then(parse)),
        b'(' => (Shape::Boxed, inside('(', ')').and_then(parse)),
        byte if byte.is_ascii_digit() => (Shape::Bare, parse(first)),
        _ => return None,
    };
    Some((shape, time?, rest.trim()))
}

/// What stands between the times of a line, each with its byte.
pub(super) fn between(line: &str) -> Vec<(usize, &str)> {
    let behind = time_then(line).filter(|(shape, ..)| *shape == Shape::Bare);
    let mut from = behind.map_or(0, |(.., words)| line.trim_end().len() - words.len());
    let mut parts = Vec::new();
    let mut look = from;
    while let Some(at) = line.get(look..).and_then(|rest| rest.find(['#', '['])) {
        let at = look + at;
        match stamp(line.get(at..).unwrap_or(""), false) {
            Some((_, length)) => {
                parts.push((from, line.get(from..at).unwrap_or("")));
                from = at + length;
                look = from;
            }
            None => look = at + 1,
        }
    }
    parts.push((from, line.get(from..).unwrap_or("")));
    parts
}

/// Takes the times out of words; `None` where there are none. `named`: a speaker's name was cut off before them, where
/// a time in parentheses, or of minutes, is no word either.
pub(super) fn cut(words: &str, named: bool) -> Option<Stamped> {
    let may_have = words.contains(['#', '[']) || (named && words.starts_with('('));
    if !may_have {
        return None;
    }
    let mut made = Stamped::default();
    let mut found = false;
    let mut chars = 0u32;
    let mut rest = words;
    while let Some(at) = rest.find(['#', '[', '(']) {
        let (before, from) = rest.split_at(at);
        made.push(before, &mut chars);
        let first = made.text.trim().is_empty();
        match stamp(from, named && first) {
            Some((ms, length)) => {
                found = true;
                rest = from.get(length..).unwrap_or("").trim_start();
                if first {
                    made.start.get_or_insert(ms);
                    made.text.clear();
                    chars = 0;
                } else if rest.is_empty() {
                    made.end = Some(ms);
                } else {
                    if !made.text.ends_with(char::is_whitespace) {
                        made.push(" ", &mut chars);
                    }
                    made.anchors.push((chars, ms));
                }
            }
            None => {
                let mark = from.chars().next().map_or(0, char::len_utf8);
                let (mark, after) = from.split_at(mark);
                made.push(mark, &mut chars);
                rest = after;
            }
        }
    }
    made.push(rest, &mut chars);
    made.text.truncate(made.text.trim_end().len());
    found.then_some(made)
}

impl Stamped {
    fn push(&mut self, words: &str, chars: &mut u32) {
        self.text.push_str(words);
        *chars += u32::try_from(words.chars().count()).unwrap_or(0);
    }
}

/// A time with its marks at the beginning: milliseconds, bytes. Amid words only the shapes that nobody speaks of.
fn stamp(from: &str, after_name: bool) -> Option<(i64, usize)> {
    let open = *from.as_bytes().first()?;
    let close = match open {
        b'#' => b'#',
        b'[' => b']',
        _ => b')',
    };
    let inside = from.as_bytes().iter().skip(1).take(LONGEST);
    let length = inside.clone().position(|byte| *byte == close)? + 2;
    let written = from.get(..length)?;
    let ms = if open == b'#' {
        hashed(written)?
    } else {
        let time = written.get(1..length - 1)?;
        if !after_name && (open == b'(' || time.matches(':').count() < 2) {
            return None;
        }
        parse(time)?
    };
    Some((ms, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, read_transcript};

    #[test]
    fn times_are_no_words() {
        let made = |words: &str, named| {
            let made = cut(words, named)?;
            Some((made.text, made.start, made.end, made.anchors))
        };
        let of = |text: &str, start, end, anchors: &[(u32, i64)]| {
            Some((text.to_owned(), start, end, anchors.to_vec()))
        };
        for (words, named, wanted) in [
            (
                "Oui, là. #00:00:05-2#",
                true,
                of("Oui, là.", None, Some(5_200), &[]),
            ),
            (
                "#00:00:05-2# Oui.",
                false,
                of("Oui.", Some(5_000 + 200), None, &[]),
            ),
            ("[00:00:01] Oui.", true, of("Oui.", Some(1_000), None, &[])),
            ("[0:01] Oui.", true, of("Oui.", Some(1_000), None, &[])),
            ("(0:01) Oui.", true, of("Oui.", Some(1_000), None, &[])),
            (
                "Été [00:01:00] puis #00:01:05-0# non.",
                false,
                of("Été puis non.", None, None, &[(4, 60_000), (9, 65_000)]),
            ),
            ("[00:00:01]", true, of("", Some(1_000), None, &[])),
            ("à (14:30), [sic], #3, [12:30] ou (0:01)", false, None),
            ("dix # et # [", true, None),
            ("(rires) Oui.", true, None),
        ] {
            assert_eq!(made(words, named), wanted, "{words}");
        }
    }

    type Seen = (Option<String>, Option<i64>, Option<i64>, String);

    fn turns(text: &str) -> Vec<Seen> {
        let read = read_transcript(text.as_bytes(), &Options::default()).expect("a transcript");
        let turns = read.turns.into_iter();
        turns
            .map(|turn| (turn.speaker, turn.start_ms, turn.end_ms, turn.text))
            .collect()
    }

    fn turn(name: &str, start: i64, end: Option<i64>, text: &str) -> Seen {
        let name = (!name.is_empty()).then(|| name.to_owned());
        (name, Some(start), end, text.to_owned())
    }

    #[test]
    fn no_time_of_a_transcript_stays_among_its_words() {
        let plain = [
            turn("Ana", 1_000, None, "Bonjour.\nC’est parti."),
            turn("Paul", 5_000, None, "Oui."),
            turn("Ana", 9_000, None, "Bien."),
        ];
        for text in [
            "[00:00:01] Ana\nBonjour.\nC’est parti.\n\n[00:00:05] Paul\nOui.\n\n[00:00:09] Ana\nBien.\n",
            "00:00:01 Ana\nBonjour.\nC’est parti.\n00:00:05 Paul\nOui.\n00:00:09 Ana\nBien.\n",
            "[0:01] Ana:\nBonjour.\nC’est parti.\n[0:05] Paul:\nOui.\n[0:09] Ana:\nBien.\n",
            "[00:00:01] Ana: Bonjour.\nC’est parti.\n[00:00:05] Paul: Oui.\n[00:00:09] Ana: Bien.\nPaul: \n",
            "Ana: [00:00:01] Bonjour.\nC’est parti.\nPaul: [00:00:05] Oui.\nAna: [00:00:09] Bien.\nPaul:\n",
        ] {
            let mut found = turns(text);
            found.truncate(3);
            assert_eq!(found, plain, "{text}");
        }
        let f4 = "Ana: Bonjour. #00:00:05-2#\n\nPaul: Oui, #00:00:07-0# oui. #00:00:09-0#\n\nAna: Bien.\nPaul: Ah.";
        let found = turns(f4);
        let first = (
            Some("Ana".to_owned()),
            None,
            Some(5_200),
            "Bonjour.".to_owned(),
        );
        assert_eq!(
            found[..3],
            [
                first,
                turn("Paul", 5_200, Some(9_000), "Oui, oui."),
                turn("Ana", 9_000, None, "Bien."),
            ]
        );
        assert_eq!(
            turns("[00:01] Bonjour, merci.\n[00:05] Oui\n[00:09] On commence ?\n[00:12] Voilà.\n"),
            [
                turn("", 1_000, None, "Bonjour, merci."),
                turn("", 5_000, None, "Oui"),
                turn("", 9_000, None, "On commence ?"),
                turn("", 12_000, None, "Voilà."),
            ]
        );
    }

    #[test]
    fn a_time_that_somebody_speaks_of_stays_among_the_words() {
        let programme = "Ana: Bonjour.\nPaul: Oui.\nAna: Voici le programme.\n9:00 Accueil des participants\nSuite.\n10:30 Pause\nPaul: D’accord.\nAna: Bien.\n";
        let names: Vec<_> = turns(programme).into_iter().map(|turn| turn.0).collect();
        let [ana, paul] = ["Ana", "Paul"].map(|name| Some(name.to_owned()));
        let wanted = [&ana, &paul, &ana, &paul, &ana].map(Clone::clone);
        assert_eq!(names, wanted);
        let cues = (1..30).map(|n| format!("[00:{n:02}] Oui, voilà.\n"));
        let mut cues = cues.collect::<String>();
        cues.push_str("12:30 précises, c’est l’heure du rendez-vous.\n");
        let found = turns(&cues);
        let said = found
            .iter()
            .filter(|turn| turn.3.contains("12:30 précises"));
        assert_eq!(said.count(), 1, "{found:?}");
    }

    #[test]
    fn a_time_before_a_line() {
        for (line, wanted) in [
            (
                "00:00:05 Speaker 1",
                Some((Shape::Bare, 5_000, "Speaker 1")),
            ),
            ("[0:05] Ana", Some((Shape::Boxed, 5_000, "Ana"))),
            ("#00:00:05-0# Ana", Some((Shape::Hashed, 5_000, "Ana"))),
            ("0:05", None),
            ("12 fois", None),
            ("[sic] oui", None),
        ] {
            assert_eq!(time_then(line), wanted, "{line}");
        }
    }
}
