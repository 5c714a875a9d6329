//! What commands do, one file a subject, as in the table of commands.

mod answer;
mod autocode;
pub mod call;
mod codebook;
pub(super) mod coders;
pub mod coding;
pub mod evidence;
mod exclude;
mod export;
pub(super) mod file;
pub(super) mod find;
mod finding;
mod form;
mod general;
pub mod guide;
mod log;
mod memo;
mod milestone;
mod note;
mod place;
mod question;
mod quota;
mod recording;
mod reference;
mod select;
mod session;
pub mod settings;
mod source;
pub(super) mod study;
pub mod text;
mod versions;

use super::App;
use crate::command::{CommandId, Invocation};
use crate::i18n::Message;
use crate::study::Change;
use crate::study::edit::EditError;

/// Runs a command that can run.
pub(super) fn run(app: &mut App, invocation: &Invocation) {
    match invocation.command {
        CommandId::General(act) => general::run(app, act, invocation),
        CommandId::Place(act) => place::run(app, act),
        CommandId::Cursor(act) => app.cursor(act, invocation.count),
        CommandId::Study(act) => study::run(app, act, invocation),
        CommandId::Session(act) => session::run(app, act, invocation),
        CommandId::Quota(act) => quota::run(app, act, invocation),
        CommandId::Reference(act) => reference::run(app, act, invocation),
        CommandId::Memo(act) => memo::run(app, act, invocation),
        CommandId::Coders(act) => coders::run(app, act, invocation),
        CommandId::Versions(act) => versions::run(app, act, invocation),
        CommandId::File(act) => file::run(app, act, invocation),
        CommandId::Find(act) => find::run(app, act, invocation),
        CommandId::Autocode(act) => autocode::run(app, act, invocation),
        CommandId::Note(act) => note::run(app, act, invocation),
        CommandId::Call(act) => call::run(app, act, invocation),
        CommandId::Select(act) => select::run(app, act, invocation),
        CommandId::Coding(act) => coding::run(app, act, invocation),
        CommandId::Exclude(act) => exclude::run(app, act, invocation),
        CommandId::Codebook(act) => codebook::run(app, act, invocation),
        CommandId::Evidence(act) => evidence::run(app, act, invocation),
        CommandId::Guide(act) => guide::run(app, act, invocation),
        CommandId::Settings(act) => settings::run(app, act, invocation),
        CommandId::Finding(act) => finding::run(app, act, invocation),
        CommandId::Milestone(act) => milestone::run(app, act, invocation),
        CommandId::Form(act) => form::run(app, act),
        CommandId::Text(act) => text::run(app, act, invocation),
    }
}

/// Applies the changes of an act, or tells why it cannot be; says whether it was done.
fn carry(app: &mut App, label: Message, changes: Result<Vec<Change>, EditError>) -> bool {
    match changes {
        Ok(changes) => app.change(label, changes),
        Err(error) => {
            app.warn(error.message());
            false
        }
    }
}
