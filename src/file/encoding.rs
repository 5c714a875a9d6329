//! Bytes to text: byte order mark, else strict UTF-8, else UTF-16 by its NULs, else the likeliest old encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, lines ended by LF, without a byte order mark.
    pub text: String,
    /// The encoding's name in lower case, as `utf-8`, `windows-1252`, `utf-16le`.
    pub encoding: String,
    /// Whether some bytes meant nothing in that encoding and became U+FFFD.
    pub had_errors: bool,
}

/// Why bytes were not decoded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncodingError {
    /// No encoding is called so.
    #[error(
        "no encoding is called {0:?}; try utf-8, windows-1252, iso-8859-15, macintosh, utf-16le"
    )]
    UnknownName(String),
    /// The bytes are no text in any encoding.
    #[error("the bytes are not text")]
    NotText,
}

/// Decodes `bytes`; `forced` names an encoding by any of its common labels, a byte order mark beats it.
pub fn decode(bytes: &[u8], forced: Option<&str>) -> Result<Decoded, EncodingError> {
    let forced = match forced {
        Some(name) => Some(by_name(name)?),
        None => None,
    };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or(&[]));
    }
    if let Some(encoding) = forced {
        return decode_as(encoding, bytes);
    }
    if let Some(encoding) = utf16_by_nuls(bytes) {
        return decode_as(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if has_many_controls(bytes) {
            return Err(EncodingError::NotText);
        }
        return Ok(Decoded {
            text: with_line_feeds(text.to_owned()),
            encoding: name(UTF_8),
            had_errors: false,
        });
    }
    if has_many_controls(bytes) {
        return Err(EncodingError::NotText);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decode_as(detector.guess(Some(b"fr"), Utf8Detection::Deny), bytes)
}

/// CRLF and CR to LF.
pub fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut lines = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\r') {
        let (before, after) = rest.split_at(at);
        lines.push_str(before);
        lines.push('\n');
        let after = after.strip_prefix('\r').unwrap_or(after);
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    lines.push_str(rest);
    lines
}

fn by_name(wanted: &str) -> Result<&'static Encoding, EncodingError> {
    let label = wanted.trim().to_ascii_lowercase();
    let label = match label.as_str() {
        "macroman" | "mac-roman" | "mac_roman" => "macintosh",
        "ansi" | "cp1252" | "latin1" | "latin-1" => "windows-1252",
        "latin9" | "latin-9" => "iso-8859-15",
        other => other,
    };
    Encoding::for_label_no_replacement(label.as_bytes())
        .ok_or_else(|| EncodingError::UnknownName(wanted.to_owned()))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, EncodingError> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    // random bytes read as UTF-16 are full of halves of characters
    if had_errors {
        let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
        if lost * 50 > text.chars().count().max(50) {
            return Err(EncodingError::NotText);
        }
    }
    Ok(Decoded {
        text: with_line_feeds(text.into_owned()),
        encoding: name(encoding),
        had_errors,
    })
}

fn name(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

/// UTF-16 of a European text without a byte order mark: NULs in every second place, hardly any in the others.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let (mut first, mut second) = (0, 0);
    for pair in sample.chunks_exact(2) {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.last() == Some(&0));
    }
    if second * 2 > pairs && first * 20 < pairs {
        Some(UTF_16LE)
    } else if first * 2 > pairs && second * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one byte in fifty is a control character that no text holds.
fn has_many_controls(bytes: &[u8]) -> bool {
    let controls = bytes
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
        .count();
    controls > 8 && controls * 50 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "L’été, on a tout ressaisi : œuvre, façade, 10 €.\nOui, à côté d’ici.";

    #[test]
    fn each_encoding_of_a_french_text_is_found() {
        let utf16 = |little: bool, mark: bool| -> Vec<u8> {
            let unit = |unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            };
            let mark = if mark { vec![0xfeff] } else { vec![] };
            mark.into_iter()
                .chain(WORDS.encode_utf16())
                .flat_map(unit)
                .collect()
        };
        let windows = encoding_rs::WINDOWS_1252.encode(WORDS).0.into_owned();
        let marked = [b"\xef\xbb\xbf".as_slice(), WORDS.as_bytes()].concat();
        for (bytes, encoding) in [
            (WORDS.as_bytes().to_vec(), "utf-8"),
            (marked, "utf-8"),
            (windows.clone(), "windows-1252"),
            (utf16(true, true), "utf-16le"),
            (utf16(true, false), "utf-16le"),
            (utf16(false, true), "utf-16be"),
            (utf16(false, false), "utf-16be"),
        ] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(
                (decoded.encoding.as_str(), decoded.text.as_str()),
                (encoding, WORDS)
            );
        }
        assert_eq!(decode(&windows, Some("CP1252")).unwrap().text, WORDS);
        let mac = encoding_rs::MACINTOSH.encode("été").0.into_owned();
        assert_eq!(decode(&mac, Some("MacRoman")).unwrap().text, "été");
        assert!(matches!(
            decode(b"a", Some("klingon")),
            Err(EncodingError::UnknownName(_))
        ));
    }

    #[test]
    fn every_kind_of_line_end_becomes_a_line_feed() {
        assert_eq!(
            decode(b"a\r\nb\rc\nd\r", None).unwrap().text,
            "a\nb\nc\nd\n"
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_said_so() {
        let noise: Vec<u8> = (0..4000u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        assert_eq!(decode(&noise, None), Err(EncodingError::NotText));
        let marked = [b"\xff\xfe".as_slice(), &noise].concat();
        assert_eq!(decode(&marked, None), Err(EncodingError::NotText));
        assert_eq!(decode(&[0; 100], None), Err(EncodingError::NotText));
        assert!(
            decode(b"un NUL \0 et un ESC \x1b[31m", None).is_ok(),
            "a few are shown as marks"
        );
        assert_eq!(decode(b"", None).unwrap().text, "");
    }
}
