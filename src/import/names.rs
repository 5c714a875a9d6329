//! Names counted over a file: who comes back is a speaker, who does not must be confirmed.

use super::speaker::key;
use std::collections::HashMap;

/// How often each name stands at the start of a line, and how it is first written.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By spelling: which of `seen` it is. Most lines repeat a spelling, so that most are looked up and not folded.
    spelt: HashMap<String, usize>,
    /// By what spellings have in common.
    keys: HashMap<String, usize>,
    seen: Vec<Seen>,
    confirmed: Vec<String>,
    any: bool,
}

/// One name.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) written: String,
    pub(super) times: usize,
    pub(super) line: usize,
    confirmed: bool,
}

impl Seen {
    fn is_speaker(&self) -> bool {
        self.times >= 2 || self.confirmed
    }
}

impl Names {
    /// Names a person has confirmed are speakers even once.
    pub(super) fn new(confirmed: &[String]) -> Self {
        Self {
            confirmed: confirmed.iter().map(|name| key(name)).collect(),
            ..Self::default()
        }
    }

    /// A name stands at the start of this line; `may_be` is asked once a spelling.
    pub(super) fn see(&mut self, written: &str, line: usize, may_be: impl FnOnce(&str) -> bool) {
        let at = match self.spelt.get(written) {
            Some(at) => *at,
            None if !may_be(written) => return,
            None => {
                let key = key(written);
                let confirmed = self.confirmed.contains(&key);
                let at = *self.keys.entry(key).or_insert_with(|| {
                    self.seen.push(Seen {
                        written: written.to_owned(),
                        times: 0,
                        line,
                        confirmed,
                    });
                    self.seen.len() - 1
                });
                self.spelt.insert(written.to_owned(), at);
                at
            }
        };
        if let Some(seen) = self.seen.get_mut(at) {
            seen.times += 1;
            self.any |= seen.is_speaker();
        }
    }

    /// Whether any name is a speaker.
    pub(super) fn any(&self) -> bool {
        self.any
    }

    /// The name as it is first written in the file, if it is a speaker: it comes back, or was confirmed.
    pub(super) fn speaker(&self, written: &str) -> Option<&str> {
        let at = *self.spelt.get(written)?;
        self.seen
            .get(at)
            .filter(|seen| seen.is_speaker())
            .map(|seen| seen.written.as_str())
    }

    /// Names seen once and not confirmed, in the file's order.
    pub(super) fn once(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|seen| !seen.is_speaker())
    }

    /// How many lines begin with a speaker's name.
    pub(super) fn lines(&self) -> usize {
        self.seen
            .iter()
            .filter(|seen| seen.is_speaker())
            .map(|seen| seen.times)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_must_come_back_or_be_confirmed() {
        let mut names = Names::new(&["Zoé".to_owned()]);
        for (line, name) in ["M.\u{a0}Paz", "m. paz", "Bob", "ZOE"].iter().enumerate() {
            names.see(name, line + 1, |_| true);
        }
        assert_eq!(
            names.speaker("m. paz"),
            Some("M.\u{a0}Paz"),
            "as it was first written"
        );
        assert_eq!(names.speaker("Bob"), None);
        assert_eq!(names.speaker("ZOE"), Some("ZOE"));
        assert_eq!(
            names
                .once()
                .map(|seen| (seen.written.as_str(), seen.line))
                .collect::<Vec<_>>(),
            [("Bob", 3)]
        );
    }
}
