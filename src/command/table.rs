//! What is known about each command, and where to find it.

use super::acts::{
    self, AutocodeAct, CallAct, CodebookAct, CodersAct, CodingAct, CursorAct, EvidenceAct,
    ExcludeAct, FileAct, FindAct, FindingAct, FormAct, GeneralAct, GuideAct, MemoAct, MilestoneAct,
    NoteAct, PlaceAct, QuotaAct, ReferenceAct, SelectAct, SessionAct, SettingsAct, StudyAct,
    TextAct, VersionsAct,
};
use super::{Context, Need, Situation};
use crate::i18n::{Message, Words};

/// What a command takes beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Nothing.
    None,
    /// One digit, 0 to 9: a slot, a strength.
    Digit,
    /// A number of times or a position; without one, once.
    Count,
    /// Text; without it, the command asks.
    Text,
}

/// A row of the table.
#[derive(Debug)]
pub struct Command {
    /// Which command.
    pub id: CommandId,
    /// The word for it in code, keymaps, palette, help and manual: `place.verb`.
    pub name: &'static str,
    /// Where it exists.
    pub contexts: &'static [Context],
    /// What it takes.
    pub arg: Arg,
    /// Its place in the bottom bar, 1 first; 0: not in the bar.
    pub rank: u8,
    /// What it needs, the first unmet one being the reason shown.
    pub needs: &'static [Need],
}

macro_rules! ids {
    ($($variant:ident $act:ident $module:ident;)*) => {
        /// A command, by its subject.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // the words of each act stand at its enum
        pub enum CommandId {
            $($variant($act),)*
        }

        static TABLES: &[&[Command]] = &[$(acts::$module::ROWS,)*];

        impl CommandId {
            /// The row of the table.
            pub fn command(self) -> &'static Command {
                match self {
                    $(CommandId::$variant(act) => act.command(),)*
                }
            }
        }
    };
}

ids! {
    General GeneralAct general;
    Place PlaceAct place;
    Cursor CursorAct cursor;
    Study StudyAct study;
    Session SessionAct session;
    Quota QuotaAct quota;
    Reference ReferenceAct reference;
    Versions VersionsAct versions;
    Coders CodersAct coders;
    Memo MemoAct memo;
    File FileAct file;
    Find FindAct find;
    Autocode AutocodeAct autocode;
    Note NoteAct note;
    Call CallAct call;
    Select SelectAct select;
    Coding CodingAct coding;
    Exclude ExcludeAct exclude;
    Codebook CodebookAct codebook;
    Evidence EvidenceAct evidence;
    Settings SettingsAct settings;
    Guide GuideAct guide;
    Finding FindingAct finding;
    Milestone MilestoneAct milestone;
    Form FormAct form;
    Text TextAct text;
}

/// Every command, by subject.
pub fn all() -> impl Iterator<Item = &'static Command> {
    TABLES.iter().copied().flatten()
}

impl CommandId {
    /// The command of that name.
    pub fn parse(name: &str) -> Option<CommandId> {
        all()
            .find(|command| command.name == name)
            .map(|command| command.id)
    }

    /// The name of the command.
    pub fn name(self) -> &'static str {
        self.command().name
    }
}

impl Command {
    /// Key of the short words for this command (bar, palette): `command-code-pick`.
    pub fn label_key(&self) -> String {
        format!("command-{}", self.name.replace(['.', '_'], "-"))
    }

    /// Key of the sentence that says what it does.
    pub fn desc_key(&self) -> String {
        format!("{}-desc", self.label_key())
    }

    /// The short words, not yet in a language.
    pub fn label(&self) -> Message {
        Message::new(self.label_key())
    }

    /// The words for the bottom bar, where the place says what is meant: shorter ones where there are some.
    pub fn bar_label(&self, words: Words) -> String {
        let short = format!("{}-bar", self.label_key());
        if words.has(&short) {
            words.get(&short)
        } else {
            words.say(&self.label())
        }
    }

    /// Whether it exists in this context.
    pub fn exists_in(&self, context: Context) -> bool {
        self.contexts.iter().any(|other| context.is_a(*other))
    }

    /// Whether it can run now.
    ///
    /// # Errors
    /// The reason why not, to be shown beside the greyed command.
    pub fn possible(&self, situation: &Situation) -> Result<(), Message> {
        match self.needs.iter().find(|need| !need.is_met(situation)) {
            Some(need) => Err(need.reason()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::{Lang, Words};

    #[test]
    fn names_are_words_with_dots_and_each_stands_once() {
        let mut seen = BTreeSet::new();
        for command in all() {
            assert!(seen.insert(command.name), "{} stands twice", command.name);
            assert!(
                command.name.split('.').count() <= 2
                    && command
                        .name
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c == '.' || c == '_'),
                "{}",
                command.name
            );
            assert!(
                !command.contexts.is_empty(),
                "{} exists nowhere",
                command.name
            );
            assert_eq!(
                command.id.command().name,
                command.name,
                "the row is not where its id says"
            );
            assert_eq!(CommandId::parse(command.name), Some(command.id));
        }
        assert_eq!(CommandId::parse("code.pikc"), None);
    }

    #[test]
    fn every_command_context_and_reason_has_words() {
        let words = Words::new(Lang::En);
        let mut keys = BTreeSet::new();
        for command in all() {
            keys.extend([command.label_key(), command.desc_key()]);
        }
        keys.extend(Context::ALL.map(Context::label_key));
        keys.extend(Need::ALL.iter().map(|need| need.reason().key.into_owned()));
        let missing: Vec<_> = keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn words_of_the_bar_are_short() {
        for lang in Lang::ALL {
            for command in all() {
                let label = Words::new(lang).get(&command.label_key());
                assert!(label.chars().count() <= 30, "{lang}: {label}");
            }
        }
    }

    #[test]
    fn what_the_bar_says_otherwise_is_shorter_and_of_a_command() {
        let file = include_str!("../i18n/en.ftl");
        let written = file
            .lines()
            .filter(|line| line.starts_with("command-") && line.contains("-bar = "));
        let mut found = 0;
        for command in all() {
            for lang in Lang::ALL {
                let words = Words::new(lang);
                let (bar, label) = (command.bar_label(words), words.say(&command.label()));
                assert!(
                    bar.chars().count() <= label.chars().count(),
                    "{lang}: {bar}, {label}"
                );
            }
            found += usize::from(Words::new(Lang::En).has(&format!("{}-bar", command.label_key())));
        }
        assert_eq!(found, written.count(), "words for the bar of no command");
    }

    #[test]
    fn a_command_says_the_first_reason_why_it_cannot_run() {
        let pick = CommandId::parse("code.pick").unwrap().command();
        let nothing = Situation::default();
        assert_eq!(pick.possible(&nothing), Err(Need::Study.reason()));
        let mut situation = Situation {
            study_open: true,
            writable: true,
            ..nothing
        };
        assert_eq!(pick.possible(&situation), Err(Need::Passage.reason()));
        situation.passage = true;
        assert_eq!(pick.possible(&situation), Ok(()));
    }

    #[test]
    fn commands_exist_where_their_kind_of_context_does() {
        let exists =
            |name: &str, context| CommandId::parse(name).unwrap().command().exists_in(context);
        assert!(exists("code.slot", Context::Transcript));
        assert!(!exists("code.slot", Context::Evidence));
        assert!(exists("cursor.down", Context::Board));
        assert!(exists("text.delete_back", Context::Picker));
        assert!(!exists("text.delete_back", Context::Board));
    }
}
