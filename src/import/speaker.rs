//! Which words at the start of a line are a speaker's name.

use crate::text::fold::fold;

/// The longest name, in characters.
pub(super) const LONGEST_NAME: usize = 60;

/// Words that open a sentence before a colon, folded; nobody is called so.
const OPENERS: &[&str] = &[
    "alors",
    "attention",
    "autrement dit",
    "bilan",
    "bref",
    "c'est-a-dire",
    "cad",
    "conclusion",
    "donc",
    "en bref",
    "en clair",
    "en gros",
    "en resume",
    "et puis",
    "et",
    "example",
    "exemple",
    "exemples",
    "for example",
    "ftp",
    "http",
    "https",
    "i said",
    "il dit",
    "il m'a dit",
    "il me dit",
    "je dis",
    "je lui dis",
    "je me dis",
    "l'idee",
    "la question",
    "la reponse",
    "le probleme",
    "le resultat",
    "mais",
    "mailto",
    "n.b",
    "nb",
    "note",
    "nota",
    "on se dit",
    "ou",
    "p.s",
    "par exemple",
    "parce que",
    "ps",
    "puis",
    "question suivante",
    "remarque",
    "resultat",
    "so",
    "then",
    "the question is",
    "voila",
];

/// Whole answers that stand alone on a line, folded; nobody is called so.
const ANSWERS: &[&str] = &[
    "a bientot",
    "absolument",
    "absolutely",
    "ah bon",
    "ah oui",
    "alors",
    "applaudissements",
    "au revoir",
    "bien",
    "bien sur",
    "bon",
    "bonjour",
    "bonjour a tous",
    "bonsoir",
    "bravo",
    "c'est ca",
    "c'est bien",
    "c'est vrai",
    "certainement",
    "d'accord",
    "effectivement",
    "enfin",
    "et alors",
    "euh",
    "evidemment",
    "exact",
    "exactement",
    "exactly",
    "good",
    "great",
    "hello",
    "hmm",
    "jamais",
    "je sais pas",
    "je vois",
    "maybe",
    "merci",
    "merci beaucoup",
    "mhm",
    "mm",
    "mmm",
    "never",
    "no",
    "non",
    "okay",
    "ok",
    "ouais",
    "oui",
    "oui oui",
    "parfait",
    "pas du tout",
    "peut-etre",
    "pourquoi",
    "quand meme",
    "right",
    "rires",
    "silence",
    "sommaire",
    "sure",
    "thank you",
    "thanks",
    "tout a fait",
    "tout le monde",
    "tres bien",
    "vraiment",
    "voila",
    "well",
    "yeah",
    "yes",
];

/// Small words inside names and roles, folded.
const PARTICLES: &[&str] = &[
    "a", "al", "au", "aux", "bin", "d", "da", "de", "del", "den", "der", "des", "di", "du", "e",
    "el", "en", "et", "l", "la", "le", "les", "of", "the", "to", "van", "von", "y",
];

/// A speaker's name and what follows it on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix<'a> {
    pub(super) name: &'a str,
    pub(super) rest: &'a str,
}

/// `Name: text`: the first colon that white space or the end follows, within 60 characters.
pub(super) fn prefix(line: &str) -> Option<Prefix<'_>> {
    let line = line.trim_start();
    // most lines have no colon near their start; the wide colon begins with 0xEF
    if !line
        .bytes()
        .take(4 * (LONGEST_NAME + 3))
        .any(|byte| byte == b':' || byte == 0xef)
    {
        return None;
    }
    let mut limit = 0;
    for (at, c) in line.char_indices() {
        limit += 1;
        if limit > LONGEST_NAME + 3 {
            return None;
        }
        if c != ':' && c != '：' {
            continue;
        }
        let (before, after) = line.split_at(at);
        let after = after.get(c.len_utf8()..).unwrap_or("");
        if c == ':'
            && after
                .chars()
                .next()
                .is_some_and(|next| !next.is_whitespace() && next != '*')
        {
            continue;
        }
        let bold = before.starts_with("**");
        let name = bare(before);
        let rest = if bold {
            after.trim_start_matches('*')
        } else {
            after
        };
        let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
        return fits.then(|| Prefix {
            name,
            rest: rest.trim(),
        });
    }
    None
}

/// A name without the brackets, stars and colon around it.
pub(super) fn bare(written: &str) -> &str {
    let mut name = written.trim();
    loop {
        let inner = name.trim_matches('*').trim_end_matches([':', '：']).trim();
        let inner = match inner
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            Some(bracketed) if !bracketed.contains(['[', ']']) => bracketed.trim(),
            _ => inner,
        };
        if inner.len() == name.len() {
            return name;
        }
        name = inner;
    }
}

/// What two spellings of a name have in common: case, accents and kinds of spaces make no difference.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Whether words before a colon may be a name, if they come back.
pub(super) fn may_be_prefix(name: &str) -> bool {
    is_short(name) && !OPENERS.contains(&key(name).as_str())
}

/// Whether a line that stands alone may be a name, if it comes back: a capital first, no end of a sentence.
pub(super) fn may_be_line(line: &str) -> bool {
    let name = bare(line);
    let begins = line.trim_start().starts_with(['[', '*'])
        || name.chars().next().is_some_and(char::is_uppercase);
    // the cheap questions first: most lines are speech, long or ended
    begins
        && name.len() <= 4 * LONGEST_NAME
        && !line
            .trim_end()
            .ends_with(['.', '?', '!', '…', ';', ',', '»', '"'])
        && !name.starts_with('(')
        && is_short(name)
        && !ANSWERS.contains(&key(name).as_str())
        && !OPENERS.contains(&key(name).as_str())
}

/// Whether every word is written as names are: for what is offered as a possible speaker that was seen once.
pub(super) fn is_surely_name(name: &str) -> bool {
    let name = bare(name);
    may_be_line(name) && ordinary_words(name) == 0 && name.split_whitespace().count() <= 5
}

/// A few words, at most two of them ordinary ones in small letters, no sentence inside.
fn is_short(name: &str) -> bool {
    let ended = name.split_whitespace().rev().skip(1).any(|word| {
        word.ends_with(['?', '!', '…', ';']) || (word.ends_with('.') && word.chars().count() > 5)
    });
    name.chars().count() <= LONGEST_NAME
        && name.chars().any(char::is_alphabetic)
        && !ended
        && !name.contains(['«', '»', '“', '”', '\n'])
        && ordinary_words(name) <= 2
        && name.split_whitespace().count() <= 8
}

/// Words in small letters that are no particles, those in parentheses left out.
fn ordinary_words(name: &str) -> usize {
    let mut depth = 0i32;
    let mut count = 0;
    for word in name.split_whitespace() {
        let opened = i32::try_from(word.matches('(').count()).unwrap_or(0);
        let closed = i32::try_from(word.matches(')').count()).unwrap_or(0);
        if depth + opened == 0 {
            let last = word.rsplit(['’', '\'']).next().unwrap_or("");
            if last.starts_with(char::is_lowercase) {
                let last = fold(last);
                let last = last.trim_matches(|c: char| !c.is_alphanumeric());
                count += usize::from(!PARTICLES.contains(&last));
            }
        }
        depth += opened - closed;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_before_a_colon_are_cut_off() {
        let cut = |line| prefix(line).map(|found| (found.name, found.rest));
        assert_eq!(
            cut("Ana Roy: bonjour: oui"),
            Some(("Ana Roy", "bonjour: oui"))
        );
        assert_eq!(
            cut("Chercheuse\u{a0}: bonjour"),
            Some(("Chercheuse", "bonjour"))
        );
        assert_eq!(cut("[SPEAKER_03]: hi"), Some(("SPEAKER_03", "hi")));
        assert_eq!(cut("**Ana:** hi"), Some(("Ana", "hi")));
        assert_eq!(cut("**Ana**: hi"), Some(("Ana", "hi")));
        assert_eq!(cut("Ana:"), Some(("Ana", "")));
        assert_eq!(cut("à 14:30 il part"), None);
        assert_eq!(cut(": non"), None);
        assert_eq!(prefix(&format!("{}: x", "a".repeat(61))), None);
        assert!(prefix(&format!("{}: x", "a".repeat(60))).is_some());
    }

    #[test]
    fn what_may_be_a_name_and_what_may_not() {
        for name in [
            "Ana Roy",
            "vitto",
            "M. le Président",
            "Jean-Guy de GABRIAC",
            "SPEAKER_00",
            "Une intervenante",
            "Q",
            "Yanis B.",
        ] {
            assert!(may_be_prefix(name), "{name}");
        }
        for name in [
            "Par exemple",
            "La question",
            "alors je lui dis toujours",
            "https",
            "Il dit « non »",
        ] {
            assert!(!may_be_prefix(name), "{name}");
        }
        for line in [
            "Olivier PAZ",
            "De la salle",
            "Une intervenante (Mathilde)",
            "M.\u{a0}SPIELMANN",
            "[Chercheur]",
            "Intervenant 1",
        ] {
            assert!(may_be_line(line), "{line}");
        }
        for line in [
            "Oui",
            "Bonjour à tous.",
            "(Une vidéo est projetée)",
            "_________",
            "bien sûr",
            "Il me semble que tout cela est dit",
            "Très bien",
        ] {
            assert!(!may_be_line(line), "{line}");
        }
        assert!(is_surely_name("Mme\u{a0}HUTH") && !is_surely_name("Session fiscalité 2017"));
    }
}
