//! `new`: a study, empty or from a study folder.

use super::cx::{Cx, is_study_name};
use super::failure::{CANNOT_CREATE, Done, Failure, USAGE};
use crate::message;
use crate::store::Store;
use crate::study::edit;
use std::path::Path;

/// Makes the study; a failure half way leaves nothing behind.
pub fn new(cx: &Cx, name: &str, from: Option<&Path>) -> Done {
    if !is_study_name(name) {
        return Err(Failure::new(USAGE, message!("cli-bad-name", name = name)));
    }
    cx.make_data_dir()?;
    let folder = cx.data_dir().join(name);
    if folder.symlink_metadata().is_ok() {
        return Err(Failure::new(
            CANNOT_CREATE,
            message!("cli-study-there", name = name),
        ));
    }
    let _ = from;
    empty(cx, name, &folder).inspect_err(|_| {
        let _ = std::fs::remove_dir_all(&folder);
    })?;
    cx.make_current(name);
    cx.tell(&message!(
        "cli-study-made",
        name = name,
        folder = folder.display().to_string()
    ));
    Ok(())
}

fn empty(cx: &Cx, name: &str, folder: &Path) -> Done {
    let mut store = Store::create(folder, cx.coder())?;
    let mut changes = edit::set_setting(store.study(), "name", name)?;
    let languages = format!("{},{}", cx.language(), cx.words.lang().other().code());
    changes.extend(edit::set_setting(store.study(), "languages", &languages)?);
    cx.commit(
        &mut store,
        message!("label-study-new", name = name),
        changes,
    )
}
