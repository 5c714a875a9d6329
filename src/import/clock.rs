//! Times as transcripts write them.

/// `0:04`, `12:09`, `1:02:03`, `00:00:04.859`, `00:01,5`, `0:0:3.450` in milliseconds. Hours are optional; seconds (and
/// minutes after hours) are below 60.
pub fn parse(written: &str) -> Option<i64> {
    let written = written.trim();
    let mut parts = written.split(':');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let (hours, minutes, seconds) = match third {
        Some(seconds) => (whole(first)?, whole(second)?, seconds),
        None => (0, whole(first)?, second),
    };
    let (seconds, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let seconds = whole(seconds)?;
    let thousandths = thousandths(fraction)?;
    if seconds > 59 || (third.is_some() && minutes > 59) {
        return None;
    }
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

/// Up to five digits: no clock of an interview shows more, and no product of them overflows.
fn whole(digits: &str) -> Option<i64> {
    (digits.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn thousandths(fraction: &str) -> Option<i64> {
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut value = 0;
    for place in 0..3 {
        let digit = fraction
            .as_bytes()
            .get(place)
            .map_or(0, |byte| i64::from(byte - b'0'));
        value = value * 10 + digit;
    }
    Some(value)
}

/// The two times of `start --> end settings`; `None` where the line has no arrow between two times.
pub(super) fn parse_arrow(line: &str) -> Option<(i64, i64)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((parse(start)?, parse(end)?))
}

/// `0:01 - 0:11`, with any dash; or one time alone.
pub(super) fn parse_range(written: &str) -> Option<(i64, Option<i64>)> {
    match written.split_once(['-', '–', '—', '−', '‑']) {
        Some((start, end)) => Some((parse(start)?, Some(parse(end)?))),
        None => Some((parse(written)?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        for (written, ms) in [
            ("0:04", Some(4_000)),
            ("75:10", Some(4_510_000)),
            ("1:02:03", Some(3_723_000)),
            ("00:00:04.859", Some(4_859)),
            ("00:00:04,859", Some(4_859)),
            ("00:01.5", Some(1_500)),
            ("0:0:3.450", Some(3_450)),
            ("00:00:01.1234567", Some(1_123)),
            ("0:60", None),
            ("1:60:00", None),
            ("12", None),
            ("a:b", None),
            ("1:2:3:4", None),
            ("99999999999:00:00", None),
            ("-1:00", None),
            ("", None),
        ] {
            assert_eq!(parse(written), ms, "{written}");
        }
        assert_eq!(
            parse_arrow("00:01.000 --> 00:02.000 align:start"),
            Some((1000, 2000))
        );
        assert_eq!(parse_arrow("00:01.000-->00:02.000"), Some((1000, 2000)));
        assert_eq!(parse_arrow("x --> y"), None);
        assert_eq!(parse_range("3:31– 3:34"), Some((211_000, Some(214_000))));
        assert_eq!(parse_range("0:05"), Some((5_000, None)));
    }
}
