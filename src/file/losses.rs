//! What a format, or this program, could not carry: told to the person, and kept beside the file.
//!
//! Every format that leaves something behind fills one [`Losses`] and hands it back in
//! `export::formats::Written::losses`. `write_as` there then writes `PATH.losses.csv`
//! (columns `what where why count`, in English as all data files, the header alone where nothing was lost), and the
//! caller says [`Losses::messages`]. An importer keeps the same list in its report.

use crate::file::csv::{Cell as Out, Profile, Writer};
use crate::i18n::{Lang, Message, Words};
use crate::message;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// How many are said one by one; the others are counted.
const SAID: usize = 20;

/// One kind of thing that was left behind in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// A word of the contract for what it is, as `memo` or `anchor`; never translated.
    pub what: &'static str,
    /// Where it was: a key, an id, a sheet and cell; empty where the whole study is meant.
    pub place: String,
    /// Why it could not be carried.
    pub why: Message,
    /// How many.
    pub count: usize,
}

impl Loss {
    /// In words.
    pub fn message(&self) -> Message {
        message!(
            "export-loss",
            n = self.count,
            what = self.what,
            place = self.place.as_str(),
            why = self.why.clone()
        )
    }
}

/// All that was left behind, in the order in which it was met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    list: Vec<Loss>,
    /// Where each is in the list, by what, where and the reason's key.
    known: HashMap<(&'static str, String, Cow<'static, str>), usize>,
}

impl Losses {
    /// One more of a kind: the same what, where and why are one line with a count.
    pub fn add(&mut self, what: &'static str, place: impl Into<String>, why: Message) {
        self.add_many(what, place, why, 1);
    }

    /// So many more of a kind; 0 is nothing.
    pub fn add_many(
        &mut self,
        what: &'static str,
        place: impl Into<String>,
        why: Message,
        count: usize,
    ) {
        if count == 0 {
            return;
        }
        let place = place.into();
        let key = (what, place.clone(), why.key.clone());
        let same = self.known.get(&key).and_then(|at| self.list.get_mut(*at));
        if let Some(loss) = same.filter(|loss| loss.why == why) {
            loss.count += count;
            return;
        }
        self.known.insert(key, self.list.len());
        self.list.push(Loss {
            what,
            place,
            why,
            count,
        });
    }

    /// Takes back what was said of a kind of thing.
    pub fn forget(&mut self, what: &str) {
        self.list.retain(|loss| loss.what != what);
        self.known.clear();
    }

    /// Whether nothing was left behind.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The kinds, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Loss> {
        self.list.iter()
    }

    /// In words: the first twenty kinds, then how many others there are and the file that lists all.
    pub fn messages(&self, listed_in: Option<&Path>) -> Vec<Message> {
        let mut said: Vec<Message> = self.list.iter().take(SAID).map(Loss::message).collect();
        if let Some(path) = listed_in.filter(|_| !self.is_empty()) {
            said.push(message!(
                "export-losses",
                n = self.list.len(),
                file = path.display().to_string()
            ));
        }
        said
    }

    /// The list as CSV: `what where why count`.
    pub fn csv(&self) -> Vec<u8> {
        let mut writer = Writer::new(Profile::Data, &["what", "where", "why", "count"]);
        for loss in &self.list {
            writer.row(&[
                Out::text(loss.what),
                Out::text(loss.place.as_str()),
                Out::text(Words::new(Lang::En).say(&loss.why)),
                Out::Int(i64::try_from(loss.count).unwrap_or(i64::MAX)),
            ]);
        }
        writer.finish()
    }
}

/// Where the list of a file or folder stands: `PATH.losses.csv`.
pub fn losses_path(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    // a folder may be given with a slash at its end
    while name.to_string_lossy().ends_with('/') && name.len() > 1 {
        name = name.to_string_lossy().trim_end_matches('/').into();
    }
    name.push(".losses.csv");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_loss_is_counted_and_every_kind_is_listed() {
        let mut losses = Losses::default();
        losses.add("memo", "D1", message!("export-loss-long"));
        losses.add_many("memo", "D1", message!("export-loss-long"), 2);
        losses.add("memo", "D2", message!("export-loss-long"));
        losses.add_many("memo", "D3", message!("export-loss-long"), 0);
        let csv = String::from_utf8(losses.csv()).unwrap();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 3, "{csv}");
        assert_eq!(lines[0], "what,where,why,count");
        assert!(lines[1].starts_with("memo,D1,") && lines[1].ends_with(",3"));
        assert_eq!(losses.messages(Some(Path::new("a.losses.csv"))).len(), 3);
        assert!(Losses::default().messages(Some(Path::new("a"))).is_empty());
        assert_eq!(losses_path(Path::new("a/b/")), Path::new("a/b.losses.csv"));
        assert_eq!(
            losses_path(Path::new("s.xlsx")),
            Path::new("s.xlsx.losses.csv")
        );
    }
}
