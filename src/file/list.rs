//! Several words in one cell: `;` between them, `\;` for one that is theirs.

/// The cell of a list.
pub fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = words
        .into_iter()
        .map(|word| word.replace('\\', "\\\\").replace(';', "\\;"));
    escaped.collect::<Vec<_>>().join(";")
}

/// The list in a cell, each word without the white space around it, empty ones left out. Before anything but `;` and `\`,
/// a `\` is itself.
pub fn parted(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match (c, chars.peek()) {
            ('\\', Some(';' | '\\')) => chars.next(),
            (';', _) => {
                parts.push(String::new());
                None
            }
            _ => Some(c),
        };
        if let Some(part) = parts.last_mut() {
            part.extend(c);
        }
    }
    let trimmed = parts.iter().map(|part| part.trim().to_owned());
    trimmed.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_parted_again() {
        for words in [
            vec!["a"],
            vec!["a;b", "c\\", "\\;d", "e\\f;"],
            vec![";"],
            Vec::new(),
        ] {
            assert_eq!(parted(&joined(words.iter().copied())), words);
        }
        assert_eq!(joined(["a;b", "c"]), "a\\;b;c");
        assert_eq!(parted(" a ;; b\\c;"), ["a", "b\\c"]);
    }
}
