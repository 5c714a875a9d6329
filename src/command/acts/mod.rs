//! The table itself, one file a subject. A row: variant, name, where it exists, what it takes, rank in the bar, needs.

/// Makes the enum of a subject and its rows of the table from one list.
macro_rules! acts {
    (
        $(#[$doc:meta])*
        $act:ident in $variant:ident {
            $($name:ident $text:literal [$($context:ident)*] $arg:ident $rank:literal [$($need:ident)*];)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $act {
            $(#[doc = $text] $name,)*
        }

        pub(in crate::command) static ROWS: &[crate::command::Command] = &[
            $(crate::command::Command {
                id: crate::command::CommandId::$variant($act::$name),
                name: $text,
                contexts: &[$(crate::command::Context::$context),*],
                arg: crate::command::Arg::$arg,
                rank: $rank,
                needs: &[$(crate::command::Need::$need),*],
            },)*
        ];

        impl $act {
            /// The row of the table.
            pub fn command(self) -> &'static crate::command::Command {
                &ROWS[self as usize]
            }
        }

        impl From<$act> for crate::command::CommandId {
            fn from(act: $act) -> Self {
                crate::command::CommandId::$variant(act)
            }
        }
    };
}

pub(super) mod autocode;
pub(super) mod call;
pub(super) mod codebook;
pub(super) mod coders;
pub(super) mod coding;
pub(super) mod cursor;
pub(super) mod evidence;
pub(super) mod exclude;
pub(super) mod file;
pub(super) mod find;
pub(super) mod finding;
pub(super) mod form;
pub(super) mod general;
pub(super) mod guide;
pub(super) mod memo;
pub(super) mod milestone;
pub(super) mod note;
pub(super) mod place;
pub(super) mod quota;
pub(super) mod reference;
pub(super) mod select;
pub(super) mod session;
pub(super) mod settings;
pub(super) mod study;
pub(super) mod text;
pub(super) mod versions;

pub use autocode::AutocodeAct;
pub use call::CallAct;
pub use codebook::CodebookAct;
pub use coders::CodersAct;
pub use coding::CodingAct;
pub use cursor::CursorAct;
pub use evidence::EvidenceAct;
pub use exclude::ExcludeAct;
pub use file::FileAct;
pub use find::FindAct;
pub use finding::FindingAct;
pub use form::FormAct;
pub use general::GeneralAct;
pub use guide::GuideAct;
pub use memo::MemoAct;
pub use milestone::MilestoneAct;
pub use note::NoteAct;
pub use place::PlaceAct;
pub use quota::QuotaAct;
pub use reference::ReferenceAct;
pub use select::SelectAct;
pub use session::SessionAct;
pub use settings::SettingsAct;
pub use study::StudyAct;
pub use text::TextAct;
pub use versions::VersionsAct;
