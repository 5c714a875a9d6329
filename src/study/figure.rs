//! A value that is a number: as people write it.

/// A value that is a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// `12`, `~12`.
    One(f64),
    /// `3-5`: in no sum.
    Range(f64, f64),
}

/// Reads `12`, `2,5`, `~12`, `3-5`; `None` for words, and for a range that ends before it begins.
pub fn figure(value: &str) -> Option<Figure> {
    let number = |text: &str| {
        let text = text.trim().replace(',', ".");
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        text.parse::<f64>().ok().filter(|_| plain)
    };
    let value = value.trim();
    let value = value.strip_prefix(['~', '≈']).unwrap_or(value);
    if let Some(one) = number(value) {
        return Some(Figure::One(one));
    }
    let (low, high) = value.split_once(['-', '–'])?;
    let (low, high) = (number(low)?, number(high)?);
    (low <= high).then_some(Figure::Range(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (text, read) in [
            ("12", Some(Figure::One(12.0))),
            ("~12", Some(Figure::One(12.0))),
            ("~ 12", Some(Figure::One(12.0))),
            ("2,5", Some(Figure::One(2.5))),
            ("2.5", Some(Figure::One(2.5))),
            ("3-5", Some(Figure::Range(3.0, 5.0))),
            ("3–5", Some(Figure::Range(3.0, 5.0))),
            ("0", Some(Figure::One(0.0))),
            ("", None),
            ("-", None),
            ("3-", None),
            ("9-3", None),
            ("douze", None),
            ("1e5", None),
            ("inf", None),
            ("12 %", None),
        ] {
            assert_eq!(figure(text), read, "{text}");
        }
    }
}
