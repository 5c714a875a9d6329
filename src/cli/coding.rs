//! `coding set|move|remove`.

use super::args::CodingVerb;
use super::cx::Cx;
use super::failure::Done;
use super::{find, passage};
use crate::message;
use crate::store::Store;
use crate::study::Change;
use crate::study::coding::{CodingField, Passage};
use crate::study::edit;
use crate::study::id::CodingId;

/// What a coding is called in a label: its code and its place.
fn label(store: &Store, id: &CodingId, key: &'static str) -> crate::i18n::Message {
    let study = store.study();
    let coding = study.records.codings.get(id);
    let code = coding
        .and_then(|coding| study.resolve_code(&coding.code))
        .and_then(|code| study.records.codes.get(code))
        .map_or("", |code| code.key.as_str());
    let place = coding.map_or_else(
        || message!("label-where-session", session = ""),
        |coding| passage::place_label(store, study.passage_now(coding)),
    );
    crate::i18n::Message::new(key)
        .with("code", code)
        .with("place", place)
}

/// Alters one coding.
pub fn coding(cx: &Cx, verb: &CodingVerb) -> Done {
    let mut store = cx.write()?;
    let study = store.study();
    let (label, changes) = match verb {
        CodingVerb::Set {
            id,
            code,
            marks,
            no_scenario,
            no_strength,
            no_star,
        } => {
            let id = find::coding(study, id)?;
            let label = label(&store, &id, "label-edit-coding");
            let mut fields = Vec::new();
            if let Some(code) = code {
                fields.push(CodingField::Code(find::code(study, code)?));
            }
            for scenario in no_scenario {
                fields.push(CodingField::Polarity(
                    find::scenario(study, scenario)?,
                    None,
                ));
            }
            for (scenario, polarity) in find::marks(study, &marks.scenario)? {
                fields.push(CodingField::Polarity(scenario, Some(polarity)));
            }
            if marks.strength.is_some() || *no_strength {
                fields.push(CodingField::Strength(marks.strength));
            }
            if let Some(memo) = &marks.memo {
                fields.push(CodingField::Memo(memo.clone()));
            }
            if marks.star || *no_star {
                fields.push(CodingField::Starred(marks.star));
            }
            let before = study.records.codings.get(&id).cloned().unwrap_or_default();
            let mut now = before.clone();
            for field in fields {
                now.replace(field);
            }
            (label, super::edited!(id, before, now))
        }
        CodingVerb::Move { id, place } => {
            let id = find::coding(study, id)?;
            let label = label(&store, &id, "label-coding-move-ends");
            (label, moved(&store, &id, place)?)
        }
        CodingVerb::Remove { id } => {
            let id = find::coding(study, id)?;
            let label = label(&store, &id, "label-coding-uncode");
            (label, vec![Change::remove(id)])
        }
    };
    cx.commit(&mut store, label, changes)
}

/// The same coding on other words of its document.
fn moved(
    store: &Store,
    id: &CodingId,
    place: &super::args::Where,
) -> Result<Vec<Change>, super::failure::Failure> {
    let study = store.study();
    let document = study
        .records
        .codings
        .get(id)
        .and_then(|coding| match &coding.passage {
            Passage::Text(text) => Some(&study.records.versions.get(&text.version)?.document),
            Passage::Note(_) => None,
        });
    let Some(document) = document else {
        return Err(super::failure::Failure::new(
            super::failure::DATA,
            message!("cli-coding-of-note"),
        ));
    };
    let text = passage::open(store, document, "")?;
    let passage = Passage::Text(passage::passage(&text, place)?);
    Ok(edit::move_ends(study, id, passage)?)
}
