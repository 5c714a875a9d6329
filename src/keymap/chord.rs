//! Keys pressed one after the other.

use std::fmt;
use std::str::FromStr;

use super::key::{Key, NotAKey};
use crate::i18n::Words;

/// One step of a chord.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key.
    Key(Key),
    /// Any digit from the first to the last; the digit is the command's argument.
    Digits(u8, u8),
}

/// Keys pressed one after the other, as a keymap file writes them: `g g`, `f 0..4`, `C-p`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chord(pub Vec<Step>);

impl Chord {
    /// Every sequence of keys that this chord stands for, each with the digit of its last digit class.
    pub fn expand(&self) -> Vec<(Vec<Key>, Option<u8>)> {
        let mut out: Vec<(Vec<Key>, Option<u8>)> = vec![(Vec::new(), None)];
        for step in &self.0 {
            match step {
                Step::Key(key) => out.iter_mut().for_each(|(keys, _)| keys.push(*key)),
                Step::Digits(first, last) => {
                    out = out
                        .iter()
                        .flat_map(|(keys, _)| {
                            (*first..=*last).map(move |digit| {
                                let mut keys = keys.clone();
                                keys.push(Key::char(char::from(b'0' + digit)));
                                (keys, Some(digit))
                            })
                        })
                        .collect();
                }
            }
        }
        out
    }

    /// The chord as a person reads it: `g s`, `^P`, `1-9`.
    pub fn label(&self, words: Words) -> String {
        let steps: Vec<String> = self
            .0
            .iter()
            .map(|step| match step {
                Step::Key(key) => key.label(words),
                Step::Digits(first, last) => format!("{first}-{last}"),
            })
            .collect();
        steps.join(" ")
    }
}

impl FromStr for Chord {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Chord, NotAKey> {
        let steps = text
            .split_whitespace()
            .map(step)
            .collect::<Result<Vec<_>, _>>()?;
        if steps.is_empty() {
            return Err(NotAKey(text.to_owned()));
        }
        Ok(Chord(steps))
    }
}

fn step(text: &str) -> Result<Step, NotAKey> {
    if let [first @ b'0'..=b'9', b'.', b'.', last @ b'0'..=b'9'] = text.as_bytes() {
        if first >= last {
            return Err(NotAKey(text.to_owned()));
        }
        return Ok(Step::Digits(first - b'0', last - b'0'));
    }
    text.parse().map(Step::Key)
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            match step {
                Step::Key(key) => write!(f, "{key}")?,
                Step::Digits(first, last) => write!(f, "{first}..{last}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read_and_written_back() {
        for text in ["g g", "C-p", "1..9", "f 0..4", "esc g s", "."] {
            assert_eq!(text.parse::<Chord>().unwrap().to_string(), text);
        }
        for text in ["", "  ", "g gg", "9..1", "3..3"] {
            assert!(text.parse::<Chord>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_digit_class_stands_for_each_digit() {
        let expanded = "f 0..4".parse::<Chord>().unwrap().expand();
        assert_eq!(expanded.len(), 5);
        assert_eq!(expanded[3], (vec![Key::char('f'), Key::char('3')], Some(3)));
        assert_eq!(
            "g g".parse::<Chord>().unwrap().expand(),
            [(vec![Key::char('g'); 2], None)]
        );
    }
}
