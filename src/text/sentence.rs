//! Sentences: Unicode's rule, then a pass for what it does not know: abbreviations, « », speech without punctuation.
//!
//! A sentence only proposes a passage; the coder moves its ends, and positions are kept, so a better rule moves no code.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A sentence with a full stop may be this long (characters) before it is offered in pieces.
const LONGEST_SENTENCE: usize = 600;
/// The same for speech that was typed without punctuation.
const LONGEST_UNPUNCTUATED: usize = 300;
/// An open « holds sentences together up to this many characters.
const LONGEST_QUOTATION: usize = 600;

/// Never the end of a sentence, whatever follows.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "arr", "assoc", "av", "bd", "bld", "boul", "cad", "cap", "cf", "chap", "coll",
    "col", "conf", "dept", "dép", "dir", "dr", "dre", "drs", "éd", "env", "e.g", "ex", "fig", "fr",
    "gén", "hab", "i.e", "ibid", "inf", "jr", "lt", "m", "max", "me", "mgr", "mlle", "mlles", "mm",
    "mme", "mmes", "mr", "mrs", "ms", "mt", "nb", "obs", "op", "p.-d.g", "par ex", "p. ex", "pr",
    "prof", "réf", "resp", "sr", "st", "ste", "sté", "sup", "suppl", "tél", "trad", "univ", "vs",
    "approx", "c.-à-d", "c-à-d",
];

/// Not the end of a sentence before a figure (`art. 12`, `3 oct. 2022`, `p. 4`).
const BEFORE_A_FIGURE: &[&str] = &[
    "al", "ann", "art", "avr", "déc", "dec", "eur", "feb", "fév", "févr", "jan", "janv", "juil",
    "juill", "lot", "mar", "n", "no", "nos", "nov", "num", "oct", "p", "par", "pp", "sect", "sep",
    "sept", "t", "vol", "éd", "aug", "tab", "min", "ch",
];

/// Words before which unpunctuated speech may be cut.
const CONNECTORS: &[&str] = &[
    "et", "mais", "donc", "alors", "puis", "ensuite", "parce", "car", "du coup", "enfin", "après",
    "and", "but", "so", "then", "because", "well", "or",
];

/// The sentences of `text`: ranges without the white space around them, in order, none empty.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        for span in merged(line) {
            for piece in shortened(line, span) {
                let piece = trimmed(line, piece);
                if !piece.is_empty() {
                    found.push(line_start + piece.start..line_start + piece.end);
                }
            }
        }
        line_start += line.len();
    }
    found
}

/// The sentence that holds `byte`, or the one before it where `byte` stands between two; `None` in a text without any.
pub fn sentence_at(text: &str, byte: usize) -> Option<Range<usize>> {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |found| found + 1);
    let end = after.find('\n').map_or(text.len(), |found| at + found);
    let line = text.get(start..end).unwrap_or("");
    let inside = sentences(line);
    inside
        .iter()
        .rev()
        .find(|span| start + span.start <= at)
        .or_else(|| inside.first())
        .map(|span| start + span.start..start + span.end)
        .or_else(|| (start > 0).then(|| sentence_at(text, start - 1)).flatten())
}

/// Unicode's sentences of one line, joined again where they are one to a reader.
fn merged(line: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, piece) in line.split_sentence_bound_indices() {
        let mut piece_start = at;
        let end = at + piece.len();
        if let Some(last) = spans.last_mut() {
            // a closing sign stays with what it closes
            let closing = piece.len()
                - piece
                    .trim_start_matches(|c: char| {
                        c.is_whitespace() || matches!(c, '»' | '”' | ')' | ']')
                    })
                    .len();
            let signs = piece.get(..closing).unwrap_or("").trim_end();
            if !signs.is_empty() {
                let kept = closing_end(piece, closing);
                last.end = at + kept;
                piece_start = at + kept;
            }
            let left = line.get(last.clone()).unwrap_or("");
            let right = line.get(piece_start..end).unwrap_or("");
            if right.trim().is_empty() || goes_on(left, right) {
                last.end = end;
                continue;
            }
        }
        spans.push(piece_start..end);
    }
    spans
}

/// Where the run of closing signs at the start of `piece` ends, the spaces after the last sign left out.
fn closing_end(piece: &str, run: usize) -> usize {
    piece.get(..run).unwrap_or("").trim_end().len()
}

/// Whether a reader goes on from `left` to `right` in one sentence.
fn goes_on(left: &str, right: &str) -> bool {
    let left = left.trim_end();
    let next = right
        .trim_start()
        .trim_start_matches([
            '«', '“', '"', '(', '[', '\'', '’', '-', '–', '—', '\u{a0}', '\u{202f}', ' ',
        ])
        .chars()
        .next();
    if next.is_some_and(char::is_lowercase) && !right.trim_start().starts_with(['-', '–', '—'])
    {
        return true;
    }
    if open_quotation(left) {
        return true;
    }
    let Some(stem) = left.strip_suffix('.') else {
        return false;
    };
    if stem.ends_with('.') {
        return false;
    }
    let word = stem
        .rsplit(|c: char| {
            c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '"' | '\'' | '’')
        })
        .next()
        .unwrap_or("");
    let mut letters = word.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && only.is_uppercase()
    {
        return true; // an initial: J. Martin, art. L. 123-4
    }
    let word = word.to_lowercase();
    let word = word.as_str();
    ABBREVIATIONS.contains(&word) || (figure_follows(right) && BEFORE_A_FIGURE.contains(&word))
}

/// Whether a figure or an article's letter (`L. 123-4`) comes next.
fn figure_follows(right: &str) -> bool {
    let mut next = right.trim_start().chars();
    match (next.next(), next.next()) {
        (Some(c), _) if c.is_ascii_digit() => true,
        (Some(c), Some('.')) => c.is_uppercase(),
        _ => false,
    }
}

/// Whether a « of the sentence so far is still open, and not for too long.
fn open_quotation(left: &str) -> bool {
    // Further back than a quotation may be long, none is open: what comes before need not be read again and again.
    let mut near = left.len().saturating_sub(4 * LONGEST_QUOTATION);
    while !left.is_char_boundary(near) {
        near += 1;
    }
    let near = left.get(near..).unwrap_or("");
    let Some(from) = near.rfind('«') else {
        return false;
    };
    let quoted = near.get(from..).unwrap_or("");
    !quoted.contains('»') && quoted.chars().count() <= LONGEST_QUOTATION
}

/// A sentence that is too long to be one, in pieces that end at a comma, before a connector, or at a space.
fn shortened(line: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let sentence = line.get(span.clone()).unwrap_or("");
    let ended = sentence.trim_end().ends_with(['.', '!', '?', '…', '»']);
    let longest = if ended {
        LONGEST_SENTENCE
    } else {
        LONGEST_UNPUNCTUATED
    };
    let mut pieces = Vec::new();
    let mut start = span.start;
    loop {
        let rest = line.get(start..span.end).unwrap_or("");
        if rest.len() <= longest {
            break;
        }
        let Some((limit, _)) = rest.char_indices().nth(longest) else {
            break;
        };
        let Some(cut) = best_cut(rest.get(..limit).unwrap_or("")) else {
            break;
        };
        pieces.push(start..start + cut);
        start += cut;
    }
    pieces.push(start..span.end);
    pieces
}

/// Where to end a piece of unpunctuated speech; always past its first quarter. `None` where nothing but one word stands.
fn best_cut(window: &str) -> Option<usize> {
    let quarter = window.len() / 4;
    let far = |at: &usize| *at >= quarter;
    let after_sign = window
        .rmatch_indices([',', ';', ':'])
        .map(|(at, sign)| at + sign.len())
        .find(|&at| {
            window
                .get(at..)
                .is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
        })
        .filter(far);
    let before_connector = || {
        window
            .rmatch_indices(' ')
            .map(|(at, _)| at + 1)
            .take_while(far)
            .find(|&at| {
                let rest = window.get(at..).unwrap_or("");
                CONNECTORS.iter().any(|word| {
                    rest.strip_prefix(word)
                        .is_some_and(|after| after.starts_with(' '))
                })
            })
    };
    after_sign
        .or_else(before_connector)
        .or_else(|| window.rfind(' ').map(|at| at + 1))
        .filter(|&at| at > 0)
}

fn trimmed(line: &str, span: Range<usize>) -> Range<usize> {
    let piece = line.get(span.clone()).unwrap_or("");
    let lead = piece.len() - piece.trim_start().len();
    let kept = piece.trim().len();
    span.start + lead..span.start + lead + kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|span| &text[span])
            .collect()
    }

    #[test]
    fn a_sentence_that_goes_on_and_on_is_read_once() {
        let began = std::time::Instant::now();
        let text = "A. ".repeat(200_000);
        assert!(sentences(&text).len() > 500);
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }

    #[test]
    fn sentences_end_where_a_french_or_english_reader_ends_them() {
        for (text, expected) in [
            ("Oui. Non.", vec!["Oui.", "Non."]),
            (
                "M. Martin est venu. Il est parti.",
                vec!["M. Martin est venu.", "Il est parti."],
            ),
            (
                "Mme. Roy et le Dr. Blanc. Fin.",
                vec!["Mme. Roy et le Dr. Blanc.", "Fin."],
            ),
            (
                "C’est l’art. L. 123-4 du Code. Voilà.",
                vec!["C’est l’art. L. 123-4 du Code.", "Voilà."],
            ),
            (
                "Le 3 oct. 2022, p. 12. Ensuite.",
                vec!["Le 3 oct. 2022, p. 12.", "Ensuite."],
            ),
            ("Oh no. We lost it.", vec!["Oh no.", "We lost it."]),
            (
                "Par exemple, p. ex. Word. Bien.",
                vec!["Par exemple, p. ex. Word.", "Bien."],
            ),
            ("Le prof. Martin parle.", vec!["Le prof. Martin parle."]),
            (
                "Il coûte 1 500,50 EUR. Cher !",
                vec!["Il coûte 1 500,50 EUR.", "Cher !"],
            ),
            (
                "« Quoi ? » dit-elle. Rien.",
                vec!["« Quoi ? » dit-elle.", "Rien."],
            ),
            (
                "Il a dit : « Je pars. Tout de suite. » Et voilà.",
                vec!["Il a dit : « Je pars. Tout de suite. »", "Et voilà."],
            ),
            (
                "Vraiment\u{a0}? Oui\u{202f}! Bon…",
                vec!["Vraiment\u{a0}?", "Oui\u{202f}!", "Bon…"],
            ),
            (
                "J. Dupont arrive. Bien.",
                vec!["J. Dupont arrive.", "Bien."],
            ),
            (
                "We met Mr. Smith at 5 p.m. yesterday. Good.",
                vec!["We met Mr. Smith at 5 p.m. yesterday.", "Good."],
            ),
            (
                "Des outils, etc. Puis on range.",
                vec!["Des outils, etc.", "Puis on range."],
            ),
            ("une ligne\nune autre", vec!["une ligne", "une autre"]),
            ("", vec![]),
            (" \n ", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
        }
    }

    #[test]
    fn speech_without_punctuation_is_offered_in_pieces() {
        let text =
            "alors moi je fais les dossiers et je vérifie tout et ensuite j’appelle le financeur "
                .repeat(12);
        let pieces = split(&text);
        assert!(pieces.len() >= 3, "{pieces:?}");
        assert!(
            pieces
                .iter()
                .all(|piece| piece.chars().count() <= LONGEST_UNPUNCTUATED)
        );
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&pieces.concat()), letters(&text), "no word is lost");
        assert_eq!(
            split(&"a".repeat(1000)).len(),
            1,
            "one endless word stays one"
        );
    }

    #[test]
    fn the_sentence_under_the_cursor_is_found() {
        let text = "Un. Deux ici. Trois.\nQuatre";
        let at = |byte| sentence_at(text, byte).map(|span| &text[span]);
        assert_eq!(at(6), Some("Deux ici."));
        assert_eq!(
            at(13),
            Some("Deux ici."),
            "the space after it still belongs to it"
        );
        assert_eq!(at(text.len()), Some("Quatre"));
        assert_eq!(sentence_at("", 0), None);
        assert_eq!(sentence_at("a\n\n", 2), Some(0..1));
    }
}
