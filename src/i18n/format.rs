//! Numbers, dates and durations as a reader of the language writes them. For the screen only: data files keep `1234.5`.

use jiff::civil::{Date, Time};

use super::{Lang, Words};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A number with its thousands grouped. `decimals`: how many are shown; `None` shows up to three and drops zeros.
pub(super) fn number(lang: Lang, value: f64, decimals: Option<usize>) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.*}", decimals.unwrap_or(3), value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = match decimals {
        Some(_) => fraction,
        None => fraction.trim_end_matches('0'),
    };
    let (group, point) = match lang {
        Lang::En => (',', '.'),
        Lang::Fr => ('\u{202f}', ','),
    };
    let zero = whole
        .bytes()
        .chain(fraction.bytes())
        .all(|digit| digit == b'0');
    let mut out = String::new();
    if value < 0.0 && !zero {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A duration or time code in milliseconds as `mm:ss`, from an hour on `h:mm:ss`; parts of a second are cut off.
pub fn duration(ms: u64) -> String {
    let seconds = ms / 1000;
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 {
        format!("{h}:{m:02}:{s:02}")
    } else {
        format!("{m:02}:{s:02}")
    }
}

/// A duration in milliseconds as `hh:mm:ss`, always: what a running clock shows, so that nothing moves at the hour.
pub fn duration_long(ms: u64) -> String {
    let seconds = ms / 1000;
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

impl Words {
    /// A whole number: `1,234` or `1 234`.
    pub fn integer(self, n: i64) -> String {
        // i64 beyond 2^53 does not occur on a screen of counts
        number(self.lang(), n as f64, Some(0))
    }

    /// A number with exactly `decimals` decimals: `1,234.5` or `1 234,5`. What is not a number is `–`.
    pub fn number(self, value: f64, decimals: usize) -> String {
        number(self.lang(), value, Some(decimals))
    }

    /// A share (0 to 1) as a percentage: `42.5%` or `42,5 %`.
    pub fn percent(self, share: f64, decimals: usize) -> String {
        let number = self.number(share * 100.0, decimals);
        match self.lang() {
            Lang::En => format!("{number}%"),
            Lang::Fr => format!("{number}\u{202f}%"),
        }
    }

    /// A date: `12 March 2026` or `12 mars 2026`, the first of a month as `1er` in French.
    pub fn date(self, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
        let (months, day) = match self.lang() {
            Lang::Fr if date.day() == 1 => (&MONTHS_FR, "1er".to_owned()),
            Lang::Fr => (&MONTHS_FR, date.day().to_string()),
            Lang::En => (&MONTHS_EN, date.day().to_string()),
        };
        let month = months.get(month).copied().unwrap_or_default();
        format!("{day} {month} {}", date.year())
    }

    /// A time of the day to the second: `14:02:07`.
    pub fn time(self, time: Time) -> String {
        format!(
            "{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second()
        )
    }

    /// A time of the day to the minute: `14:02`.
    pub fn time_short(self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let (en, fr) = (Words::new(Lang::En), Words::new(Lang::Fr));
        assert_eq!(en.number(1234.5, 1), "1,234.5");
        assert_eq!(fr.number(1234.5, 1), "1\u{202f}234,5");
        assert_eq!(fr.integer(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(fr.integer(-12), "−12");
        assert_eq!(en.number(-0.001, 1), "0.0");
        assert_eq!(fr.percent(0.425, 1), "42,5\u{202f}%");
        assert_eq!(en.percent(0.425, 0), "42%");
        assert_eq!(en.number(f64::NAN, 1), "–");
        assert_eq!(number(Lang::Fr, 2.50, None), "2,5");
        assert_eq!(number(Lang::Fr, 3.0, None), "3");
    }

    #[test]
    fn dates_and_times_are_written_as_the_language_does() {
        let (en, fr) = (Words::new(Lang::En), Words::new(Lang::Fr));
        assert_eq!(fr.date(date(2026, 3, 12)), "12 mars 2026");
        assert_eq!(fr.date(date(2026, 8, 1)), "1er août 2026");
        assert_eq!(en.date(date(2026, 12, 1)), "1 December 2026");
        assert_eq!(fr.time(time(14, 2, 7, 0)), "14:02:07");
        assert_eq!(en.time_short(time(9, 5, 7, 0)), "09:05");
    }

    #[test]
    fn durations_grow_an_hour_only_when_there_is_one() {
        for (ms, short, long) in [
            (0, "00:00", "00:00:00"),
            (59_999, "00:59", "00:00:59"),
            (729_000, "12:09", "00:12:09"),
            (3_600_000, "1:00:00", "01:00:00"),
            (36_061_000, "10:01:01", "10:01:01"),
        ] {
            assert_eq!(duration(ms), short);
            assert_eq!(duration_long(ms), long);
        }
    }
}
