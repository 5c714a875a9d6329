//! `autocode`: a code put on many passages by a rule; `autocode review`: what a person says of them.

use super::args::{Autocode, AutocodeVerb, Review};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, USAGE};
use super::{acts, find};
use crate::analysis::autocode::{Candidate, Gathered, Wish, gather};
use crate::analysis::search::{Asked, Corpus, Hit, Progress, search};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::message;
use crate::store::Store;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::edit;
use crate::study::hidden::Shown;
use crate::study::id::{CodingId, SessionId};
use crate::study::word::Origin;
use crate::text::search::Reading;
use serde::Serialize;

/// A passage, for programs; positions are code points.
#[derive(Serialize)]
struct PassageRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    session: &'a str,
    turn: Option<usize>,
    span: Option<[usize; 2]>,
    quote: &'a str,
}

/// Puts a code on many passages, or reviews what was put so.
pub fn autocode(cx: &Cx, asked: &Autocode) -> Done {
    if let Some(AutocodeVerb::Review(verb)) = &asked.review {
        return review(cx, verb);
    }
    if asked.words.is_none() && asked.speaker.is_none() && asked.question.is_none() {
        return Err(Failure::new(USAGE, message!("cli-autocode-what")));
    }
    let key = asked.key.as_deref().unwrap_or_default();
    if asked.check {
        let store = cx.read()?;
        find::code(store.study(), key)?;
        find::marks(store.study(), &asked.scenario)?;
        let found = gathered(cx, &store, asked)?;
        let rows: Vec<PassageRow> = found.passages.iter().map(|one| row(&store, one)).collect();
        if asked.json.json {
            cx.json(&rows)?;
        } else {
            print(cx, &rows)?;
        }
        tell(cx, &found);
        return Ok(());
    }
    let mut store = cx.write()?;
    let code = find::code(store.study(), key)?;
    let scenarios = find::marks(store.study(), &asked.scenario)?;
    let found = gathered(cx, &store, asked)?;
    let passages: Vec<Passage> = found.passages.iter().map(|p| p.passage.clone()).collect();
    let (study, mint) = store.study_and_mint();
    let done = edit::autocode(study, mint, passages, &code, cx.coder(), &scenarios)?;
    let label = message!("label-autocode", code = key, n = done.made.len());
    cx.commit(&mut store, label, done.changes)?;
    if asked.json.json {
        let ids: Vec<String> = done.made.iter().map(CodingId::to_string).collect();
        cx.json(&ids)?;
    } else {
        for id in &done.made {
            cx.line(&id.to_string())?;
        }
    }
    tell(cx, &found);
    cx.tell(&message!(
        "app-autocoded",
        n = done.made.len(),
        code = key,
        met = done.met
    ));
    Ok(())
}

/// The passages that are asked for; none is a finding of no words, and told.
fn gathered(cx: &Cx, store: &Store, asked: &Autocode) -> Result<Gathered, Failure> {
    let study = store.study();
    let session = asked.session.as_deref();
    let session: Option<SessionId> = session.map(|key| find::session(study, key)).transpose()?;
    if let Some(session) = &session {
        acts::not_withdrawn(study, session)?;
    }
    let hits = asked
        .words
        .as_deref()
        .map(|words| hits(cx, store, asked, words, session.as_ref()))
        .transpose()?;
    let texts = store.texts();
    let wish = Wish {
        hits: hits.as_deref(),
        unit: asked.unit,
        speaker: asked.speaker.as_deref(),
        question: asked.question.as_deref(),
        session: session.as_ref(),
        progress: Progress::default(),
    };
    Ok(gather(study, &*texts, &wish)?)
}

fn hits(
    cx: &Cx,
    store: &Store,
    asked: &Autocode,
    words: &str,
    session: Option<&SessionId>,
) -> Result<Vec<Hit>, Failure> {
    let (study, texts, turns) = (store.study(), store.texts(), TurnCache::default());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: cx.words.lang(),
    };
    let keys = Keys::of(study);
    let shown = |id: &SessionId| {
        let record = study.records.sessions.get(id)?;
        Some(keys.session(id, record).to_owned())
    };
    let wanted = Asked {
        words: words.to_owned(),
        how: Reading {
            regex: asked.regex,
            exact: asked.exact,
            whole: asked.word,
        },
        interview: session.and_then(shown),
        ..Asked::default()
    };
    let query = wanted.query().map_err(|why| Failure::new(USAGE, why))?;
    let counted = Counted::of(study, &keys, &context);
    let mut corpus = Corpus::default();
    corpus.renew(study, &*texts, &query.progress);
    Ok(search(&counted, &corpus, &context, &query)?.list)
}

/// Says what was not taken, and why.
fn tell(cx: &Cx, found: &Gathered) {
    let told = [
        ("app-autocode-interviewer", found.interviewer),
        ("app-autocode-left-out", found.left_out),
        ("app-autocode-elsewhere", found.elsewhere),
    ];
    for (key, n) in told.into_iter().filter(|(_, n)| *n > 0) {
        cx.tell(&crate::i18n::Message::new(key).with("n", n));
    }
    if found.passages.is_empty() {
        cx.tell(&message!("app-autocode-nothing"));
    }
}

fn row<'a>(store: &Store, one: &'a Candidate) -> PassageRow<'a> {
    PassageRow {
        id: None,
        code: None,
        session: &one.place,
        turn: one.turn.map(|turn| turn + 1),
        span: span(store, &one.passage),
        quote: &one.words,
    }
}

/// The code points of a passage in its document.
fn span(store: &Store, passage: &Passage) -> Option<[usize; 2]> {
    let Passage::Text(passage) = passage else {
        return None;
    };
    let text = store.texts().text(&passage.version)?;
    let span = passage.span();
    Some([text.char_of_byte(span.start), text.char_of_byte(span.end)])
}

fn print(cx: &Cx, rows: &[PassageRow]) -> Done {
    let lines = rows.iter().map(|row| {
        let mut line = Vec::new();
        line.extend(row.id.clone());
        line.extend(row.code.map(str::to_owned));
        line.push(row.session.to_owned());
        line.push(
            row.span
                .map_or_else(String::new, |[from, to]| format!("{from}..{to}")),
        );
        line.push(row.quote.replace('\n', " "));
        line
    });
    cx.columns(&lines.collect::<Vec<_>>())
}

/// Accepts, rejects, or lists what waits.
fn review(cx: &Cx, asked: &Review) -> Done {
    if !asked.accept && !asked.reject {
        if asked.all || !asked.ids.is_empty() {
            return Err(Failure::new(USAGE, message!("cli-autocode-which")));
        }
        return list(cx, asked.json.json);
    }
    if !asked.all && asked.ids.is_empty() {
        return Err(Failure::new(USAGE, message!("cli-autocode-none")));
    }
    let mut store = cx.write()?;
    let study = store.study();
    let ids = if asked.all {
        waiting(study, &*store.texts())
    } else {
        let ids = asked.ids.iter().map(|id| find::coding(study, id));
        ids.collect::<Result<_, _>>()?
    };
    let changes = edit::review(study, &ids, asked.accept)
        .map_err(|error| Failure::new(DATA, error.message()))?;
    let n = changes.len();
    let key = if asked.accept {
        "label-autocode-accept"
    } else {
        "label-autocode-reject"
    };
    let label = crate::i18n::Message::new(key).with("n", n);
    cx.commit(&mut store, label.clone(), changes)?;
    cx.tell(&message!("app-literally", text = label));
    Ok(())
}

/// Codings that wait for review and may be read, in the order of their ids.
fn waiting(study: &crate::study::Study, texts: &dyn Texts) -> Vec<CodingId> {
    let mut shown = Shown::of(study, texts);
    let codings = study.records.codings.iter();
    codings
        .filter(|(_, coding)| coding.origin == Origin::Auto)
        .filter(|(_, coding)| shown.passage(study.passage_now(coding)))
        .map(|(id, _)| id.clone())
        .collect()
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let (study, texts) = (store.study(), store.texts());
    let ids = waiting(study, &*texts);
    let mut words = Vec::new();
    for id in &ids {
        let Some(coding) = study.records.codings.get(id) else {
            continue;
        };
        let passage = study.passage_now(coding);
        let (said, turn) = match passage {
            Passage::Text(text) => texts.text(&text.version).map_or_else(
                || (String::new(), None),
                |stored| {
                    let said = stored.slice(text.span()).to_owned();
                    (said, stored.turn_at(text.span().start))
                },
            ),
            Passage::Note(note) => {
                let note = study.records.notes.get(note);
                (note.map_or_else(String::new, |n| n.text.clone()), None)
            }
        };
        words.push((id, coding, passage, said, turn));
    }
    let rows: Vec<PassageRow> = words
        .iter()
        .map(|(id, coding, passage, said, turn)| {
            let code = study.resolve_code(&coding.code);
            let code = code.and_then(|code| study.records.codes.get(code));
            let session = study.session_of_passage(passage);
            let session = session.and_then(|session| study.records.sessions.get(session));
            PassageRow {
                id: Some(id.to_string()),
                code: Some(code.map_or("", |code| &*code.key)),
                session: session.map_or("", |session| &*session.key),
                turn: turn.map(|turn| turn + 1),
                span: span(&store, passage),
                quote: said,
            }
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    if rows.is_empty() {
        cx.tell(&message!("app-autocode-reviewed"));
    }
    print(cx, &rows)
}
