//! Acts on memos.

use super::error::EditError;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{MemoId, Mint};
use crate::study::memo::{About, Memo, MemoField};
use jiff::Timestamp;

/// A new memo; its words must say something, and what it is on must be there.
pub fn add_memo(
    study: &Study,
    mint: &mut dyn Mint,
    about: About,
    text: &str,
    author: &str,
    at: Timestamp,
) -> Result<(MemoId, Vec<Change>), EditError> {
    if study.memo_target(&about).is_none() {
        return Err(EditError::Gone(about.kind().as_str().to_owned()));
    }
    let memo = Memo {
        about,
        text: said(text)?,
        author: author.to_owned(),
        at: Some(super::whole_second(at)),
    };
    let id = MemoId::mint(mint);
    Ok((id.clone(), vec![(id, memo).into()]))
}

/// Other words for a memo; when and by whom it was first written stays.
pub fn set_memo(study: &Study, id: &MemoId, text: &str) -> Result<Vec<Change>, EditError> {
    let memo = study.records.memos.get(id);
    let memo = memo.ok_or_else(|| EditError::Gone(id.to_string()))?;
    let text = said(text)?;
    Ok(if memo.text == text {
        vec![]
    } else {
        vec![(id.clone(), MemoField::Text(text)).into()]
    })
}

/// Takes a memo away.
pub fn remove_memo(study: &Study, id: &MemoId) -> Result<Vec<Change>, EditError> {
    if !study.records.memos.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    Ok(vec![Change::remove(id.clone())])
}

fn said(text: &str) -> Result<String, EditError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(EditError::NoWords);
    }
    Ok(text.to_owned())
}
