//! Lines that say who speaks from here on and when: the shapes that text and Word transcripts use.

use super::clock::{parse, parse_arrow, parse_range};
use super::speaker::{LONGEST_NAME, bare, may_be_line};
use super::stamps::{Shape, hashed, time_then};

/// A line above some speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) name: String,
    pub(super) start: i64,
    pub(super) end: Option<i64>,
    /// What stands behind it on the same line.
    pub(super) rest: String,
}

/// How sure a line is a header by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Its shape alone says so.
    Sure,
    /// Only where the file has two of them.
    IfTwo,
}

/// `0:0:3.450 --> 0:0:7.120` alone on its line.
pub(super) fn arrow(line: &str) -> Option<(i64, i64)> {
    parse_arrow(line)
}

/// `[00:01.000 --> 00:02.000] words`, as recognisers print it on a terminal: times and words.
pub(super) fn boxed_arrow(line: &str) -> Option<(i64, i64, &str)> {
    let (times, words) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    let (start, end) = arrow(times)?;
    Some((start, end, words.trim()))
}

/// A time alone on its line, `[00:12:09]`, `00:12:09` or `#00:12:09-0#`.
pub(super) fn time_alone(line: &str) -> Option<i64> {
    if line.len() > 24 {
        return None;
    }
    let line = line.trim();
    if let Some(time) = hashed(line) {
        return Some(time);
    }
    parse(
        line.trim_start_matches(['[', '('])
            .trim_end_matches([']', ')']),
    )
}

/// `[Chercheur] (0:01 - 0:11)`, `Chercheur (0:01 – 0:11)`, `Name (0:05):`, with words behind it or not.
pub(super) fn ranged(line: &str) -> Option<(Header, Certainty)> {
    let line = line.trim();
    let open = line
        .bytes()
        .take(4 * (LONGEST_NAME + 4))
        .position(|byte| byte == b'(')?;
    // the name itself may have parentheses: the one before a figure is the time's
    let mut from = open;
    loop {
        let (before, after) = line.split_at(from);
        let inside = after.get(1..)?;
        let close = inside.bytes().take(40).position(|byte| byte == b')');
        let times = close
            .and_then(|close| inside.get(..close))
            .and_then(parse_range);
        if let Some((start, end)) = times {
            let bracketed =
                before.trim_start().starts_with('[') && before.trim_end().ends_with(']');
            let name = name_in(before)?;
            let rest = inside.get(close? + 1..).unwrap_or("").trim();
            let rest_stripped = rest.trim_start_matches([':', '：']).trim();
            let marked = rest.len() != rest_stripped.len() || rest.is_empty();
            // (0:05) in the middle of a sentence is no header
            if !(bracketed || marked) {
                return None;
            }
            let certainty = if bracketed || end.is_some() {
                Certainty::Sure
            } else {
                Certainty::IfTwo
            };
            if certainty == Certainty::IfTwo && !may_be_line(&name) {
                return None;
            }
            return Some((
                Header {
                    name,
                    start,
                    end,
                    rest: rest_stripped.to_owned(),
                },
                certainty,
            ));
        }
        let next = inside
            .char_indices()
            .take(LONGEST_NAME)
            .find(|(_, c)| *c == '(')?
            .0;
        from += 1 + next;
        if from > 4 * (LONGEST_NAME + 4) {
            return None;
        }
    }
}

/// `Name  0:05`: a name, white space, a time at the end of the line; also `**Name** [0:05]`. `tabbed`: a tab stands in the line.
pub(super) fn stamped(line: &str, tabbed: bool) -> Option<(Header, Certainty)> {
    let line = line.trim();
    if line.len() > 4 * (LONGEST_NAME + 16)
        || !line.ends_with(|c: char| c.is_ascii_digit() || c == ']' || c == '*')
    {
        return None;
    }
    let at = line.rfind(char::is_whitespace)?;
    let (before, time) = line.split_at(at);
    let time = time.trim().trim_matches('*');
    let boxed = time.starts_with('[') && time.ends_with(']');
    let time = if boxed {
        time.trim_start_matches('[').trim_end_matches(']')
    } else {
        time
    };
    // only clocks of minutes and seconds, no fractions: 1:05 is a time, 1:05.2 in speech is not
    if time.contains(['.', ',']) {
        return None;
    }
    let start = parse(time)?;
    let gap = line.get(before.trim_end().len()..).unwrap_or("");
    let gap = gap
        .chars()
        .take_while(|c| c.is_whitespace())
        .collect::<String>();
    let wide =
        tabbed || gap.chars().count() >= 2 || (boxed && before.trim_start().starts_with("**"));
    let name = name_in(before)?;
    if !wide && !may_be_line(&name) {
        return None;
    }
    let certainty = if wide {
        Certainty::Sure
    } else {
        Certainty::IfTwo
    };
    Some((
        Header {
            name,
            start,
            end: None,
            rest: String::new(),
        },
        certainty,
    ))
}

/// `00:00:05 Speaker 1` or `[00:00:05] Ana:`, alone on its line: a time, then a name.
pub(super) fn time_and_name(line: &str, shape: Shape) -> Option<Header> {
    let (_, start, name) = time_then(line).filter(|(own, ..)| *own == shape)?;
    let name = name.strip_suffix([':', '：']).unwrap_or(name);
    let alone = may_be_line(name) && !name.contains(": ");
    let name = alone.then(|| name_in(name))??;
    Some(Header {
        name,
        start,
        end: None,
        rest: String::new(),
    })
}

/// A time before or behind a name, as in `[00:12:09] Ana` or `Ana (0:05)`: (name, time).
pub(super) fn name_and_time(written: &str) -> (&str, Option<i64>) {
    let written = written.trim();
    if let Some((time, name)) = written.split_once(char::is_whitespace)
        && let Some(start) = time_alone(time)
    {
        return (bare(name), Some(start));
    }
    if let Some((name, time)) = written.rsplit_once(char::is_whitespace)
        && let Some(start) = time_alone(time)
    {
        return (bare(name), Some(start));
    }
    (bare(written), None)
}

fn name_in(written: &str) -> Option<String> {
    let name = bare(written);
    let fits = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && name.chars().any(char::is_alphabetic);
    fits.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_with_a_range_of_times() {
        for (line, name, start, end, rest) in [
            (
                "[Chercheur] (0:01 - 0:11)",
                "Chercheur",
                1_000,
                Some(11_000),
                "",
            ),
            (
                "[Chercheur] (3:31– 3:34)",
                "Chercheur",
                211_000,
                Some(214_000),
                "",
            ),
            (
                "[Interviewe]\u{a0}(1:00:02 – 1:00:03) Oui.",
                "Interviewe",
                3_602_000,
                Some(3_603_000),
                "Oui.",
            ),
            ("Ana Roy (0:01 - 0:11):", "Ana Roy", 1_000, Some(11_000), ""),
            (
                "Ana (ORG) (0:05): bonjour",
                "Ana (ORG)",
                5_000,
                None,
                "bonjour",
            ),
        ] {
            let (found, _) = ranged(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (
                    found.name.as_str(),
                    found.start,
                    found.end,
                    found.rest.as_str()
                ),
                (name, start, end, rest)
            );
        }
        for line in [
            "On y va (0:05) et puis",
            "(0:01 - 0:02)",
            "Il est venu (deux fois)",
            "Une phrase entière qui dit des choses (0:05)",
        ] {
            assert_eq!(ranged(line), None, "{line}");
        }
    }

    #[test]
    fn headers_with_a_time_at_the_end() {
        let cut = |line: &str| {
            stamped(&line.replace('\t', " "), line.contains('\t'))
                .map(|(found, sure)| (found.name, found.start, sure == Certainty::Sure))
        };
        assert_eq!(
            cut("Ana Roy  0:05  "),
            Some(("Ana Roy".to_owned(), 5_000, true))
        );
        assert_eq!(
            cut("Ana Roy\u{a0}\u{a0}1:02:03"),
            Some(("Ana Roy".to_owned(), 3_723_000, true))
        );
        assert_eq!(
            cut("Unknown Speaker\t0:05"),
            Some(("Unknown Speaker".to_owned(), 5_000, true))
        );
        assert_eq!(cut("**Ana** [0:00]"), Some(("Ana".to_owned(), 0, true)));
        assert_eq!(cut("Ana 0:05"), Some(("Ana".to_owned(), 5_000, false)));
        for line in [
            "0:05",
            "On se voit demain matin à 14:30",
            "il est 12",
            "Ana  1:99",
            "(0:05)",
        ] {
            assert_eq!(stamped(line, false), None, "{line}");
        }
    }

    #[test]
    fn times_around_a_name_before_a_colon() {
        assert_eq!(
            name_and_time("[00:12:09] Ana Roy"),
            ("Ana Roy", Some(729_000))
        );
        assert_eq!(name_and_time("Ana Roy (0:05)"), ("Ana Roy", Some(5_000)));
        assert_eq!(name_and_time("Intervenant 1"), ("Intervenant 1", None));
        assert_eq!(time_alone("[00:12]"), Some(12_000));
        assert_eq!(time_alone("00:12:09 suite"), None);
    }
}
