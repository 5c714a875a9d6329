//! Folding for search and the picker: case, accents, apostrophes, spaces, ligatures, with the way back to the original.

use std::ops::Range;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// `text` folded, and for each byte of it the original character it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the byte at which its original character begins.
    origin: Vec<u32>,
    original_len: usize,
}

impl Folded {
    /// Folds `text`; positions past 4 GiB are not kept apart.
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len()),
            original_len: text.len(),
        };
        for (at, c) in text.char_indices() {
            let from = u32::try_from(at).unwrap_or(u32::MAX);
            fold_char(c, |out| {
                folded.text.push(out);
                folded.origin.resize(folded.text.len(), from);
            });
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The original bytes behind a range of the folded text: whole characters, with the marks that folding dropped.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.begin(folded.start);
        if folded.end <= folded.start {
            return start..start;
        }
        let last = self.origin.get(folded.end - 1).copied();
        let end = self
            .origin
            .get(folded.end..)
            .unwrap_or(&[])
            .iter()
            .find(|&&from| Some(from) != last)
            .map_or(self.original_len, |&from| from as usize);
        start..end
    }

    fn begin(&self, folded: usize) -> usize {
        self.origin
            .get(folded)
            .map_or(self.original_len, |&from| from as usize)
    }
}

/// `text` folded, without the way back.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |out| folded.push(out));
    }
    folded
}

/// Folds one character: `É` → `e`, `œ` → `oe`, `’` → `'`, no-break spaces → space, `«` → `"`, dashes → `-`; marks vanish.
pub fn fold_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        emit(c.to_ascii_lowercase());
        return;
    }
    decompose_compatible(c, |part| match part {
        'œ' | 'Œ' => "oe".chars().for_each(&mut emit),
        'æ' | 'Æ' => "ae".chars().for_each(&mut emit),
        'ß' | 'ẞ' => "ss".chars().for_each(&mut emit),
        'ø' | 'Ø' => emit('o'),
        'ł' | 'Ł' => emit('l'),
        '’' | '‘' | '‛' | 'ʼ' | '′' | '´' | '`' => emit('\''),
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' => emit('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => emit('-'),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
        _ if is_combining_mark(part) => {}
        _ if part.is_whitespace() && part != '\n' => emit(' '),
        _ => part
            .to_lowercase()
            .filter(|low| !is_combining_mark(*low))
            .for_each(&mut emit),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_searcher_types_meets_what_was_written() {
        for (written, typed) in [
            ("Étude", "etude"),
            ("E\u{301}TUDE", "etude"),
            ("l’œuvre", "l'oeuvre"),
            ("oui\u{202f}!", "oui !"),
            ("«\u{a0}non\u{a0}»", "\" non \""),
            ("Ærø — 10–49", "aero - 10-49"),
            ("ﬁn", "fin"),
            ("Strasse", "straße"),
        ] {
            assert_eq!(fold(written), fold(typed), "{written}");
        }
    }

    #[test]
    fn a_hit_leads_back_to_whole_characters() {
        let text = "l’E\u{301}tude de l’œuvre";
        let folded = Folded::new(text);
        let back = |needle: &str| {
            let at = folded.text().find(needle).unwrap();
            &text[folded.original(at..at + needle.len())]
        };
        assert_eq!(back("etude"), "E\u{301}tude");
        assert_eq!(back("e"), "E\u{301}", "a mark goes with its letter");
        assert_eq!(back("l'o"), "l’œ", "half a ligature is the whole of it");
        assert_eq!(back("vre"), "vre");
        assert_eq!(folded.original(0..0), 0..0);
    }

    proptest! {
        #[test]
        fn every_way_back_cuts_no_character(text in "\\PC{0,20}", a in 0usize..40, b in 0usize..40) {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.text(), fold(&text));
            let (a, b) = (a.min(b).min(folded.text().len()), a.max(b).min(folded.text().len()));
            let back = folded.original(a..b);
            prop_assert!(text.get(back).is_some());
        }
    }
}
