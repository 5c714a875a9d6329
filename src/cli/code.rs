//! `code`: one coding; prints its id alone.

use super::args::Code;
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::{acts, find, passage};
use crate::message;
use crate::study::coding::{CodingField, Passage};
use crate::study::edit;
use crate::study::{Change, Hidden, Study};

/// Puts a code on a passage; the same passage, code and coder is one coding, which is then updated.
pub fn code(cx: &Cx, asked: &Code) -> Done {
    let mut store = cx.write()?;
    let study = store.study();
    let text = match find::session(study, &asked.session) {
        Ok(session) => {
            acts::not_withdrawn(study, &session)?;
            passage::of_session(&store, &session, asked.document.as_deref())?
        }
        // a reference text is coded by its key alone
        Err(failure) => passage::of_reference(&store, &asked.session).unwrap_or(Err(failure))?,
    };
    let code = find::code(study, &asked.key)?;
    let scenarios = find::marks(study, &asked.marks.scenario)?;
    let passage = Passage::Text(passage::passage(&text, &asked.place)?);
    if Hidden::of(study).passage(study, store.texts().as_ref(), &passage) {
        return Err(Failure::new(DATA, message!("app-hidden-code")));
    }
    let label = message!(
        "label-coding-put",
        code = &asked.key,
        place = passage::place_label(&store, &passage)
    );
    let (study, mint) = store.study_and_mint();
    let put = edit::put_coding(study, mint, passage, &code, cx.coder());
    let mut fields = Vec::new();
    for (scenario, polarity) in scenarios {
        fields.push(CodingField::Polarity(scenario, Some(polarity)));
    }
    if let Some(strength) = asked.marks.strength {
        fields.push(CodingField::Strength(Some(strength)));
    }
    if let Some(memo) = &asked.marks.memo {
        fields.push(CodingField::Memo(memo.clone()));
    }
    if asked.marks.star {
        fields.push(CodingField::Starred(true));
    }
    let changes = with_fields(study, put.clone(), fields);
    let id = put.id.to_string();
    cx.commit(&mut store, label, changes)?;
    cx.line(&id)
}

/// The coding with these fields: within the record that is added, else as edits of what differs.
fn with_fields(study: &Study, put: edit::Put, mut fields: Vec<CodingField>) -> Vec<Change> {
    let mut changes = put.changes;
    if let Some(before) = study.records.codings.get(&put.id) {
        let mut now = before.clone();
        for field in fields {
            now.replace(field);
        }
        changes.extend(super::edited!(put.id, before, now));
        return changes;
    }
    for change in &mut changes {
        if let Change::Add(record) = change
            && let crate::study::Record::Coding(_, coding) = record.as_mut()
        {
            for field in std::mem::take(&mut fields) {
                coding.replace(field);
            }
        }
    }
    changes
}
