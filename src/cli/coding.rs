//! `coding set|move|remove`.

use super::args::{CodingVerb, Target, Where};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, NO_INPUT};
use super::{find, passage};
use crate::analysis::origin::origins;
use crate::i18n::duration;
use crate::message;
use crate::store::Store;
use crate::study::coding::{CodingField, Passage};
use crate::study::document::Texts;
use crate::study::edit;
use crate::study::id::CodingId;
use crate::study::{Change, Hidden};
use crate::t;

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
    if let CodingVerb::Move { id, to, .. } = verb
        && to.propose
    {
        return propose(cx, id);
    }
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
            rank,
            no_rank,
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
            if rank.is_some() || *no_rank {
                fields.push(CodingField::Rank(*rank));
            }
            let before = study.records.codings.get(&id).cloned().unwrap_or_default();
            let mut now = before.clone();
            for field in fields {
                now.replace(field);
            }
            (label, super::edited!(id, before, now))
        }
        CodingVerb::Move { id, to, document } => {
            let id = find::coding(study, id)?;
            let label = label(&store, &id, "label-coding-move-ends");
            (label, moved(&store, &id, to, document.as_deref())?)
        }
        CodingVerb::Remove { id } => {
            let id = find::coding(study, id)?;
            let label = label(&store, &id, "label-coding-uncode");
            (label, vec![Change::remove(id)])
        }
    };
    cx.commit(&mut store, label, changes)
}

/// The same coding on other words of its document; from a note, on words of its interview's transcript.
fn moved(
    store: &Store,
    id: &CodingId,
    to: &Target,
    document: Option<&str>,
) -> Result<Vec<Change>, Failure> {
    let study = store.study();
    let gone = || Failure::new(NO_INPUT, message!("study-gone", what = id.to_string()));
    let coding = study.records.codings.get(id).ok_or_else(gone)?;
    let text = match (&coding.passage, document) {
        (Passage::Text(text), None) => {
            let version = study.records.versions.get(&text.version).ok_or_else(gone)?;
            passage::open(store, &version.document, "")?
        }
        (lies, document) => {
            let session = study.session_of_passage(lies).ok_or_else(gone)?;
            passage::of_session(store, session, document)?
        }
    };
    let place = Where {
        quote: to.quote.clone(),
        span: to.span,
    };
    let passage = Passage::Text(passage::passage(&text, &place)?);
    if Hidden::of(study).passage(study, store.texts().as_ref(), &passage) {
        return Err(Failure::new(DATA, message!("app-hidden-code")));
    }
    Ok(edit::move_ends(study, id, passage)?)
}

/// Where the words of a coded note could stand in the transcript: likeness, time, span, words; the likeliest first.
fn propose(cx: &Cx, id: &str) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let id = find::coding(study, id)?;
    let passage = study.records.codings.get(&id).map(|coding| &coding.passage);
    let Some(Passage::Note(note)) = passage else {
        return Err(Failure::new(DATA, message!("cli-coding-of-text")));
    };
    let texts = store.texts();
    let found = origins(study, texts.as_ref(), note)
        .map_err(|why| Failure::new(DATA, message!("cli-coding-nowhere", why = why.message())))?;
    let rows = found.iter().map(|origin| {
        let at = origin.at_ms.and_then(|ms| u64::try_from(ms).ok());
        let span = texts.text(&origin.passage.version).map(|text| {
            let span = origin.passage.span();
            format!(
                "{}..{}",
                text.char_of_byte(span.start),
                text.char_of_byte(span.end)
            )
        });
        let records = &study.records;
        let version = records.versions.get(&origin.passage.version);
        let document = version.and_then(|version| records.documents.get(&version.document));
        vec![
            t!(cx.words, "cli-coding-likeness", n = origin.score),
            at.map_or_else(String::new, duration),
            document.map_or_else(String::new, |document| document.key.clone()),
            span.unwrap_or_default(),
            origin.words.replace('\n', " "),
        ]
    });
    cx.columns(&rows.collect::<Vec<_>>())
}
