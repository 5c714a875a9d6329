//! Words that stand in quotation marks already.

/// Marks that open a quotation, with those that close it.
const MARKS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];

/// Whether the whole text is one quotation: whoever shows it puts no second marks around it.
pub fn is_quoted(text: &str) -> bool {
    MARKS.iter().any(|(open, close)| {
        let inside = text.trim().strip_prefix(*open);
        let inside = inside.and_then(|rest| rest.strip_suffix(*close));
        inside.is_some_and(|inside| {
            open == close && !inside.contains(*open) || whole(inside, *open, *close)
        })
    })
}

/// Whether no quotation ends inside that did not begin there.
fn whole(inside: &str, open: char, close: char) -> bool {
    let mut depth = 0_i32;
    open != close
        && inside.chars().all(|c| {
            depth += i32::from(c == open) - i32::from(c == close);
            depth >= 0
        })
}

#[cfg(test)]
mod tests {
    use super::is_quoted;

    #[test]
    fn only_one_whole_quotation_is_quoted() {
        for (text, quoted) in [
            ("« On perd des dossiers. »", true),
            ("« Elle dit « oui » »", true),
            ("« Oui », puis « non »", false),
            ("“Yes.”", true),
            ("\"Yes\"", true),
            ("\"Yes\", then \"no\"", false),
            ("On perd des dossiers", false),
            ("«", false),
            ("", false),
        ] {
            assert_eq!(is_quoted(text), quoted, "{text}");
        }
    }
}
