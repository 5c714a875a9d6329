//! What was typed into forms that were left: each goes on with its own words.

use super::form::{Field, FieldValue};
use crate::app::entry::Entry;
use crate::study::id::MemoId;
use crate::study::memo::About;

/// What a form writes: its words are found again by this, and by nothing that two forms can share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Writing {
    /// A new memo on that.
    NewMemo(About),
    /// A memo that is there.
    Memo(MemoId),
}

/// The words of every form that was left before it was kept.
#[derive(Debug, Default)]
pub struct Unsent(Vec<(Writing, Left)>);

/// A form as it was left.
#[derive(Debug)]
struct Left {
    fields: Vec<Field>,
    /// What the fields held at first.
    began: Vec<String>,
}

impl Unsent {
    /// Keeps the fields of a form that is left, and what they held at first.
    pub(super) fn keep(&mut self, writing: Writing, fields: Vec<Field>, began: Vec<String>) {
        self.forget(&writing);
        self.0.push((writing, Left { fields, began }));
    }

    /// Forgets what was typed: it is kept, or was taken back.
    pub(super) fn forget(&mut self, writing: &Writing) {
        self.0.retain(|(other, _)| other != writing);
    }

    /// Puts what was typed before into the fields of a form. True if the words that the form begins with are others than
    /// those that were typed over: both stand there then, what was typed below.
    pub(super) fn put(&self, writing: &Writing, fields: &mut [Field]) -> bool {
        let left = self.0.iter().find(|(other, _)| other == writing);
        let Some((_, left)) = left else { return false };
        let mut others = false;
        for (typed, began) in left.fields.iter().zip(&left.began) {
            let Some(field) = fields.iter_mut().find(|field| field.key == typed.key) else {
                continue;
            };
            match (&mut field.value, &typed.value) {
                (FieldValue::Lines(held), FieldValue::Lines(typed)) => {
                    if held.text() == began || held.text() == typed.text() {
                        *held = typed.clone();
                    } else {
                        others = true;
                        *held = Entry::new(format!("{}\n\n{}", held.text(), typed.text()));
                    }
                }
                (FieldValue::Choice(options, at), FieldValue::Choice(before, chosen)) => {
                    let chosen = before.get(*chosen);
                    let there = options.iter().position(|option| Some(option) == chosen);
                    *at = there.unwrap_or(*at);
                }
                _ => {}
            }
        }
        others
    }
}
