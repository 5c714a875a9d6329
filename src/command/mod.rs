//! Every action: its name, its words, what it takes, where it exists, when it is possible.
//!
//! One table, split by subject, stands behind keys, palette, help, the which-key panel, the bottom bar and the pages of the
//! manual. What an action does stands in `app`; here is only what is known about it. To add one: a row in the table of its
//! subject, and its words `command-…` and `command-…-desc` in both `.ftl` files.

mod acts;
mod context;
mod invocation;
mod need;
mod table;

pub use acts::{
    AutocodeAct, CallAct, CodebookAct, CodersAct, CodingAct, CursorAct, EvidenceAct, ExcludeAct,
    FileAct, FindAct, FindingAct, FormAct, GeneralAct, GuideAct, MemoAct, MilestoneAct, NoteAct,
    PlaceAct, QuotaAct, ReferenceAct, SelectAct, SessionAct, SettingsAct, StudyAct, TextAct,
    VersionsAct,
};
pub use context::Context;
pub use invocation::{Invocation, InvocationError};
pub use need::{Need, Situation};
pub use table::{Arg, Command, CommandId, all};
