//! Numbers as a workbook shows them: whole, with so many decimals, in percent, as days and times.
//!
//! What a format leaves to the reader's country is written one way for all: days whose format depends on it as
//! `2026-11-29`, a decimal point, no sign between thousands.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span};
use std::fmt::Write;

/// The longest code of a format, in bytes: programs write 255 characters at most.
const LONGEST_CODE: usize = 1_020;

/// How a number looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// As it is.
    General,
    /// Words around digits.
    Digits {
        before: String,
        after: String,
        /// At least so many digits before the point.
        whole: usize,
        decimals: usize,
        percent: bool,
    },
    /// A day, a time, or both.
    Moment(Vec<Piece>),
}

/// A piece of a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Digits after the second.
    Fraction(usize),
    /// All hours, minutes or seconds since midnight of day nought.
    AllHours(usize),
    AllMinutes(usize),
    AllSeconds(usize),
    /// Morning or afternoon; hours are then of twelve.
    Half,
}

impl Look {
    /// One of the formats that have no code in the file.
    pub(super) fn built_in(id: u32) -> Self {
        let code = match id {
            1 | 3 | 37 | 38 => "0",
            2 | 4 | 39 | 40 => "0.00",
            9 => "0%",
            10 => "0.00%",
            14..=17 | 27..=31 | 36 | 50..=58 => "yyyy-mm-dd",
            18..=21 => "h:mm:ss",
            22 => "yyyy-mm-dd h:mm",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            _ => return Self::General,
        };
        Self::of_code(code)
    }

    /// The format of a code; only its part for numbers above nought is looked at. One that is longer than any program
    /// writes is none.
    pub(super) fn of_code(code: &str) -> Self {
        if code.len() > LONGEST_CODE {
            return Self::General;
        }
        let code = first_section(code);
        if code.trim().eq_ignore_ascii_case("general") || code.trim() == "@" || code.is_empty() {
            return Self::General;
        }
        let pieces = moment(code);
        if pieces.iter().any(|piece| !matches!(piece, Piece::Words(_))) {
            return Self::Moment(pieces);
        }
        digits(code)
    }
}

/// Up to the first `;` outside quotation marks.
fn first_section(code: &str) -> &str {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => return code.get(..at).unwrap_or(code),
            _ => {}
        }
    }
    code
}

/// The words of a code: quoted, escaped, or of no meaning; what stands in brackets is none (`[Red]`, `[$€-40C]`).
fn digits(code: &str) -> Look {
    let (mut before, mut after) = (String::new(), String::new());
    let mut whole = 0;
    let (mut decimals, mut seen, mut point, mut percent, mut other) =
        (0, false, false, false, false);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let words = if seen { &mut after } else { &mut before };
        match c {
            '0' | '#' | '?' => {
                seen = true;
                decimals += usize::from(point);
                whole += usize::from(c == '0' && !point);
            }
            '.' if seen => point = true,
            ',' if seen => {}
            '%' => {
                percent = true;
                words.push('%');
            }
            '"' => words.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => words.extend(chars.next()),
            // a space as wide as the next sign; a sign that fills the cell
            '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if let Some(sign) = inside.strip_prefix('$') {
                    words.push_str(sign.split('-').next().unwrap_or(""));
                }
            }
            'E' | 'e' | '/' => other = true,
            other => words.push(other),
        }
    }
    if !seen || other {
        return Look::General;
    }
    Look::Digits {
        before: before.trim_start().to_owned(),
        after: after.trim_end().to_owned(),
        whole: whole.min(30),
        decimals: decimals.min(15),
        percent,
    }
}

/// The pieces of a code that might be a moment.
fn moment(code: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let letters: Vec<char> = code.chars().collect();
    let mut at = 0;
    let words = |pieces: &mut Vec<Piece>, c: char| match pieces.last_mut() {
        Some(Piece::Words(text)) => text.push(c),
        _ => pieces.push(Piece::Words(c.to_string())),
    };
    while let Some(c) = letters.get(at).copied() {
        let same = letters
            .iter()
            .skip(at)
            .take_while(|other| other.eq_ignore_ascii_case(&c))
            .count();
        match c.to_ascii_lowercase() {
            'y' => pieces.push(Piece::Year(same)),
            'd' => pieces.push(Piece::Day(same)),
            'h' => pieces.push(Piece::Hour(same)),
            's' => pieces.push(Piece::Second(same)),
            'm' => {
                let after_hour = pieces
                    .iter()
                    .rev()
                    .find(|piece| !matches!(piece, Piece::Words(_)))
                    .is_some_and(|piece| {
                        matches!(
                            piece,
                            Piece::Hour(_) | Piece::AllHours(_) | Piece::Second(_)
                        )
                    });
                let next = letters
                    .iter()
                    .skip(at + same)
                    .find(|c| c.is_ascii_alphabetic());
                let before_second = next.is_some_and(|c| c.eq_ignore_ascii_case(&'s'));
                pieces.push(if after_hour || before_second {
                    Piece::Minute(same)
                } else {
                    Piece::Month(same)
                });
            }
            'a' if starts(&letters, at, "am/pm") => {
                pieces.push(Piece::Half);
                at += 5;
                continue;
            }
            '.' if matches!(pieces.last(), Some(Piece::Second(_)))
                && letters.get(at + 1) == Some(&'0') =>
            {
                let zeros = letters
                    .iter()
                    .skip(at + 1)
                    .take_while(|c| **c == '0')
                    .count();
                pieces.push(Piece::Fraction(zeros.min(9)));
                at += 1 + zeros;
                continue;
            }
            '"' => {
                at += 1;
                while let Some(inside) = letters.get(at).filter(|c| **c != '"') {
                    words(&mut pieces, *inside);
                    at += 1;
                }
                at += 1;
                continue;
            }
            '\\' => {
                if let Some(next) = letters.get(at + 1) {
                    words(&mut pieces, *next);
                }
                at += 2;
                continue;
            }
            '_' | '*' => {
                at += 2;
                continue;
            }
            '[' => {
                let inside: String = letters
                    .iter()
                    .skip(at + 1)
                    .take_while(|c| **c != ']')
                    .collect();
                at += inside.chars().count() + 2;
                let n = inside.len();
                match inside.to_ascii_lowercase().as_str() {
                    "h" | "hh" => pieces.push(Piece::AllHours(n)),
                    "m" | "mm" => pieces.push(Piece::AllMinutes(n)),
                    "s" | "ss" => pieces.push(Piece::AllSeconds(n)),
                    _ => {}
                }
                continue;
            }
            _ => {
                words(&mut pieces, c);
                at += 1;
                continue;
            }
        }
        at += same;
    }
    pieces
}

fn starts(letters: &[char], at: usize, word: &str) -> bool {
    let mut own = letters.iter().skip(at);
    word.chars()
        .all(|c| own.next().is_some_and(|own| own.eq_ignore_ascii_case(&c)))
}

/// The number as it is shown.
pub(super) fn shown(value: f64, look: &Look, since_1904: bool) -> String {
    match look {
        Look::General => general(value),
        Look::Digits {
            before,
            after,
            whole,
            decimals,
            percent,
        } => {
            let value = if *percent { value * 100.0 } else { value };
            let number = rounded(value.abs(), *decimals);
            let point = usize::from(*decimals > 0);
            let wide = whole + point + decimals;
            // no sign before nothing
            let is_nothing = number.chars().all(|c| matches!(c, '0' | '.'));
            let sign = if value < 0.0 && !is_nothing { "-" } else { "" };
            format!("{sign}{before}{number:0>wide$}{after}")
        }
        Look::Moment(pieces) => {
            written(value, pieces, since_1904).unwrap_or_else(|| general(value))
        }
    }
}

/// A number that is not below nought with so many decimals, of its fifteen digits: what is half way goes up, as in every
/// spreadsheet.
fn rounded(value: f64, decimals: usize) -> String {
    let written = format!("{value:.14e}");
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let mut digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).collect();
    // digits before the point
    let mut whole = exponent + 1;
    if whole < 0 {
        let nothing = usize::try_from(-whole).unwrap_or(0).min(400);
        digits.splice(0..0, std::iter::repeat_n(b'0', nothing));
        whole = 0;
    }
    let kept = usize::try_from(whole).unwrap_or(0) + decimals;
    let up = digits.get(kept).is_some_and(|digit| *digit >= b'5');
    digits.resize(kept, b'0');
    if up {
        let carried = digits.iter_mut().rev().all(|digit| {
            let over = *digit == b'9';
            *digit = if over { b'0' } else { *digit + 1 };
            over
        });
        if carried {
            digits.insert(0, b'1');
            whole += 1;
        }
    }
    let mut out = String::from_utf8(digits).unwrap_or_default();
    let point = usize::try_from(whole).unwrap_or(0).min(out.len());
    if decimals > 0 {
        out.insert(point, '.');
    }
    if point == 0 {
        out.insert(0, '0');
    }
    out
}

/// Fifteen digits, as a workbook keeps them: 0.1 + 0.2 is 0.3.
fn nearest(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn general(value: f64) -> String {
    let value = nearest(value);
    if value == 0.0 {
        return "0".to_owned();
    }
    let size = value.abs();
    if (1e-9..1e15).contains(&size) {
        value.to_string()
    } else {
        format!("{value:e}")
    }
}

/// A count of days as a moment; none before day nought or after the year 9999.
fn written(days: f64, pieces: &[Piece], since_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let milliseconds = (days * 86_400_000.0).round() as i64;
    let is = |wanted: fn(&Piece) -> bool| pieces.iter().any(wanted);
    let seconds = is(|piece| matches!(piece, Piece::Second(_) | Piece::AllSeconds(_)));
    // the last digit of a second is rounded, minutes and hours are not
    let milliseconds = if seconds && !is(|piece| matches!(piece, Piece::Fraction(_))) {
        (milliseconds + 500) / 1000 * 1000
    } else {
        milliseconds
    };
    let start: Date = if since_1904 {
        Date::constant(1904, 1, 1)
    } else if days < 60.0 {
        // the year 1900 has a 29 February there, and no day before it is moved
        Date::constant(1899, 12, 31)
    } else {
        Date::constant(1899, 12, 30)
    };
    let moment: DateTime = start
        .at(0, 0, 0, 0)
        .checked_add(Span::new().try_milliseconds(milliseconds).ok()?)
        .ok()?;
    let all = SignedDuration::from_millis(milliseconds);
    let halves = pieces.contains(&Piece::Half);
    let mut out = String::new();
    for piece in pieces {
        let (number, width) = match piece {
            Piece::Words(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Half => {
                out.push_str(if moment.hour() < 12 { "AM" } else { "PM" });
                continue;
            }
            Piece::Year(n) if *n <= 2 => (i64::from(moment.year()) % 100, 2),
            Piece::Year(_) => (i64::from(moment.year()), 4),
            // names of months and days are of a language: they are written as numbers
            Piece::Month(n) => (i64::from(moment.month()), (*n).min(2)),
            Piece::Day(n) => (i64::from(moment.day()), (*n).min(2)),
            Piece::Hour(n) => {
                let hour = i64::from(moment.hour());
                let twelve = match hour % 12 {
                    0 => 12,
                    other => other,
                };
                (if halves { twelve } else { hour }, (*n).min(2))
            }
            Piece::Minute(n) => (i64::from(moment.minute()), (*n).min(2)),
            Piece::Second(n) => (i64::from(moment.second()), (*n).min(2)),
            Piece::Fraction(n) => {
                let digits = format!("{:09}", moment.subsec_nanosecond());
                out.push('.');
                out.push_str(digits.get(..*n).unwrap_or(""));
                continue;
            }
            Piece::AllHours(n) => (all.as_hours(), *n),
            Piece::AllMinutes(n) => (all.as_mins(), *n),
            Piece::AllSeconds(n) => (all.as_secs(), *n),
        };
        let _ = write!(out, "{number:0width$}");
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_moments_are_shown_as_their_format_says() {
        for (value, code, wanted) in [
            (3.0, "General", "3"),
            (0.1 + 0.2, "General", "0.3"),
            (-2.5, "General", "-2.5"),
            (1e20, "General", "1e20"),
            (12.0, "0", "12"),
            (1234.5, "#,##0.00", "1234.50"),
            (0.256, "0%", "26%"),
            (0.256, "0.0%", "25.6%"),
            (12.0, "0\" h\"", "12 h"),
            (12.0, "[Red]0;[Blue]-0", "12"),
            (12.5, "#,##0.00\\ [$€-40C]", "12.50 €"),
            (-0.001, "0.00", "0.00"),
            (2.5, "0", "3"),
            (-2.5, "0", "-3"),
            (0.125, "0.00", "0.13"),
            (1.005, "0.00", "1.01"),
            (0.285, "0%", "29%"),
            (999.95, "0.0", "1000.0"),
            (0.05, "0.0", "0.1"),
            (0.5, "0", "1"),
            (0.49, "0", "0"),
            (0.0049, "0.00", "0.00"),
            (0.0, "0.00", "0.00"),
            (123_456_789_012.0, "0.0", "123456789012.0"),
            (1e17, "0", "100000000000000000"),
            (5e-324, "0.00", "0.00"),
            (7.0, "000", "007"),
            (44_691.0, "yyyy-mm-dd", "2022-05-10"),
            (
                44_691.0 + 12.5 / 24.0,
                "yyyy-mm-dd hh:mm:ss",
                "2022-05-10 12:30:00",
            ),
            (
                44_691.0 + 12.5 / 24.0,
                "dd/mm/yyyy\\ hh:mm",
                "10/05/2022 12:30",
            ),
            (44_691.75, "h:mm AM/PM", "6:00 PM"),
            (0.04309, "h:mm:ss", "1:02:03"),
            (0.5001, "mm:ss", "00:09"),
            (1.5, "[h]:mm:ss", "36:00:00"),
            (1.0, "yyyy-mm-dd", "1900-01-01"),
            (61.0, "yyyy-mm-dd", "1900-03-01"),
            (-1.0, "yyyy-mm-dd", "-1"),
        ] {
            let look = Look::of_code(code);
            let said = shown(value, &look, false);
            assert_eq!(said, wanted, "{value} as {code}");
        }
        assert_eq!(
            shown(43_229.0, &Look::built_in(14), true),
            "2022-05-10",
            "counted from 1904"
        );
        assert_eq!(Look::built_in(0), Look::General);
        assert_eq!(Look::of_code("# ?/?"), Look::General);
    }
}
