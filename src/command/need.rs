//! When a command is possible, and the reason when it is not.

use crate::i18n::Message;
use crate::message;

macro_rules! needs {
    ($($(#[$doc:meta])* $need:ident $name:ident $reason:literal;)*) => {
        /// What a command needs before it can run. A keymap names it in `when`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Need {
            $($(#[$doc])* $need,)*
        }

        /// What there is at this moment, as far as commands ask.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub struct Situation {
            $($(#[$doc])* pub $name: bool,)*
        }

        impl Need {
            /// All of them.
            pub const ALL: &[Need] = &[$(Need::$need,)*];

            /// The name in keymap files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Need::$need => stringify!($name),)*
                }
            }

            /// Whether the situation offers it.
            pub fn is_met(self, situation: &Situation) -> bool {
                match self {
                    $(Need::$need => situation.$name,)*
                }
            }

            /// Why a command that needs it cannot run.
            pub fn reason(self) -> Message {
                match self {
                    $(Need::$need => message!($reason),)*
                }
            }
        }
    };
}

needs! {
    /// A study is open.
    Study study_open "command-need-study";
    /// The study may be changed: no other process holds it.
    Writable writable "command-need-writable";
    /// The study has at least one interview.
    Sessions has_sessions "command-need-sessions";
    /// An interview is open or under the cursor.
    Session session "command-need-session";
    /// A call is running.
    Call call_running "command-need-call";
    /// An interview guide belongs to the study.
    Guide guide "command-need-guide";
    /// A transcript or reference text is open.
    Document transcript_open "command-need-document";
    /// Words are read, of which a part can be taken: no notes.
    Words words "command-need-words";
    /// A passage is under the cursor: the selection, else the sentence, or a note.
    Passage passage "command-need-passage";
    /// Words are selected.
    Selection selection "command-need-selection";
    /// A coding is on the passage under the cursor.
    CodingHere coding_here "command-need-coding-here";
    /// More than one coding is here.
    CodingsHere several_codings_here "command-need-codings-here";
    /// The codebook has a code.
    Codes codes_exist "command-need-codes";
    /// A code is under the cursor.
    Code code "command-need-code";
    /// A code was used in this run, so that it can be repeated.
    LastCode last_code "command-need-last-code";
    /// A code is suggested for the passage.
    Suggestion suggestion "command-need-suggestion";
    /// The study has at least one scenario.
    Scenarios has_scenarios "command-need-scenarios";
    /// A note is under the cursor.
    Note note "command-need-note";
    /// There is a transaction to undo.
    Undo can_undo "command-need-undo";
    /// There is an undone transaction to redo.
    Redo can_redo "command-need-redo";
    /// Something was searched.
    Pattern pattern "command-need-pattern";
    /// Something is under the cursor of the list.
    Item item "command-need-item";
    /// The file in the preview can be kept.
    Importable importable "command-need-importable";
    /// The form has more than one field.
    Fields several_fields "command-need-fields";
    /// The cursor is in a field that is chosen, not typed.
    Choice choice_field "command-need-choice";
    /// What is typed may have several lines.
    Lines lines_field "command-need-lines";
    /// Something was typed.
    Draft draft "command-need-draft";
}

impl Need {
    /// The need of that name.
    pub fn parse(name: &str) -> Option<Need> {
        Need::ALL.iter().copied().find(|need| need.name() == name)
    }
}
