//! Code points to bytes of a long text, without counting from its beginning each time.

/// Every how many code points a byte is remembered.
const STEP: usize = 256;

/// Where the code points of a text lie.
pub(in crate::import) struct CharIndex {
    /// Byte of every `STEP`th code point; empty for ASCII, where both are the same.
    marks: Vec<usize>,
    /// Length in code points.
    pub(in crate::import) chars: usize,
}

impl CharIndex {
    pub(in crate::import) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self {
                marks: Vec::new(),
                chars: text.len(),
            };
        }
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut chars = 0;
        for (byte, _) in text.char_indices() {
            if chars % STEP == 0 {
                marks.push(byte);
            }
            chars += 1;
        }
        Self { marks, chars }
    }

    /// Byte of a code point in the text it was made for; `None` past the end.
    pub(in crate::import) fn byte(&self, text: &str, at: usize) -> Option<usize> {
        if at >= self.chars {
            return (at == self.chars).then_some(text.len());
        }
        let Some(mark) = self.marks.get(at / STEP).copied() else {
            return Some(at);
        };
        let rest = text.get(mark..)?;
        rest.char_indices()
            .nth(at % STEP)
            .map(|(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::CharIndex;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_the_byte_of_every_code_point(part in "[a-zé🙂\\n]{0,40}", times in 0usize..40) {
            let text = part.repeat(times);
            let index = CharIndex::new(&text);
            prop_assert_eq!(index.chars, text.chars().count());
            let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            for (at, byte) in bytes.iter().enumerate() {
                prop_assert_eq!(index.byte(&text, at), Some(*byte));
            }
            prop_assert_eq!(index.byte(&text, bytes.len()), None);
        }
    }
}
