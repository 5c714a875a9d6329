//! `show`: one interview whole, or one thing by its id.

use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::find;
use super::record::Reader;
use super::rows::{AnswerRow, CodingRow, DocumentRow, NoteRow, ParticipantRow, SessionRow};
use crate::i18n::duration;
use crate::message;
use crate::study::id::{CodingId, DocumentId, NoteId, ParticipantId, SessionId};
use crate::study::{Record, Study};
use serde::Serialize;

#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    session: SessionRow,
    answers: Vec<AnswerRow>,
    notes: Vec<NoteRow>,
    documents: Vec<DocumentRow>,
    codings: Vec<CodingRow>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(flatten)]
    document: DocumentRow,
    codings: Vec<CodingRow>,
}

/// Shows what the word names: an interview (key or id), a code or reference text (key), anything else by its id.
pub fn show(cx: &Cx, what: &str, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let reader = Reader::new(study, store.texts());
    let session = find::session(study, what);
    if let Ok(id) = &session {
        return show_session(cx, &reader, id, json);
    }
    let found = coding(cx, &reader, what, json)
        .or_else(|| note(cx, &reader, what, json))
        .or_else(|| participant(cx, &reader, what, json))
        .or_else(|| document(cx, &reader, what, json))
        .or_else(|| code(cx, study, &reader, what, json))
        .or_else(|| other(cx, &reader, what));
    found.unwrap_or_else(|| session.map(|_| ()))
}

fn withdrawn(key: &str) -> Failure {
    Failure::new(NO_INPUT, message!("cli-withdrawn", key = key))
}

/// Why a coding is not shown.
fn out_of_sight(reader: &Reader, id: &CodingId, key: &str) -> Failure {
    let coding = reader.study.records.codings.get(id);
    if coding.is_some_and(|coding| reader.is_left_out(reader.study.passage_now(coding))) {
        Failure::new(NO_INPUT, message!("cli-excluded", key = key))
    } else {
        withdrawn(key)
    }
}

fn coding(cx: &Cx, reader: &Reader, what: &str, json: bool) -> Option<Done> {
    let id = CodingId::new(what);
    let coding = reader.study.records.codings.get(&id)?;
    Some(match reader.coding(&id, coding) {
        None => Err(out_of_sight(reader, &id, what)),
        Some(row) if json => cx.json(&row),
        Some(row) => show_coding(cx, &row),
    })
}

fn note(cx: &Cx, reader: &Reader, what: &str, json: bool) -> Option<Done> {
    let id = NoteId::new(what);
    let note = reader.study.records.notes.get(&id)?;
    if reader.is_withdrawn(&note.session) {
        return Some(Err(withdrawn(what)));
    }
    if reader.is_hidden(&id, note) {
        return Some(Err(Failure::new(
            NO_INPUT,
            message!("cli-excluded", key = what),
        )));
    }
    let row = reader.note(&id, note);
    Some(if json {
        cx.json(&row)
    } else {
        show_note(cx, &row)
    })
}

fn participant(cx: &Cx, reader: &Reader, what: &str, json: bool) -> Option<Done> {
    let id = ParticipantId::new(what);
    let participant = reader.study.records.participants.get(&id)?;
    let row = reader.participant(&id, participant);
    Some(if json {
        cx.json(&row)
    } else {
        cx.line(&person(&row))
    })
}

fn document(cx: &Cx, reader: &Reader, what: &str, json: bool) -> Option<Done> {
    let study = reader.study;
    let by_id = DocumentId::new(what);
    let id = if study.records.documents.contains_key(&by_id) {
        by_id
    } else {
        let references = study.references();
        let (id, _) = references
            .iter()
            .find(|(_, document)| document.key == what)?;
        (*id).clone()
    };
    let record = study.records.documents.get(&id)?;
    if let Some(session) = &record.session
        && reader.is_withdrawn(session)
    {
        return Some(Err(withdrawn(what)));
    }
    let codings = study.codings_of_document(&id);
    let mut codings: Vec<CodingRow> = codings
        .into_iter()
        .filter_map(|(id, coding)| reader.coding(id, coding))
        .collect();
    codings
        .sort_by(|a, b| (a.char_start, a.char_end, &a.id).cmp(&(b.char_start, b.char_end, &b.id)));
    let row = Reference {
        document: reader.document(&id),
        codings,
    };
    Some(if json {
        cx.json(&row)
    } else {
        show_document(cx, &row.document).and_then(|()| show_codings(cx, &row.codings))
    })
}

fn code(cx: &Cx, study: &Study, reader: &Reader, what: &str, json: bool) -> Option<Done> {
    let by_id = crate::study::id::CodeId::new(what);
    let id = if study.records.codes.contains_key(&by_id) {
        by_id
    } else {
        find::code(study, what).ok()?
    };
    let row = reader.code(&id)?;
    if json {
        return Some(cx.json(&row));
    }
    let mut lines = vec![row.path.clone()];
    lines.extend(
        row.labels
            .iter()
            .map(|(language, label)| format!("{language}  {label}")),
    );
    lines.extend([row.definition, row.include, row.exclude, row.example]);
    lines.push(cx.words.say(&message!("cli-n-codings", n = row.n_codings)));
    lines.retain(|line| !line.is_empty());
    Some(cx.put(&format!("{}\n", lines.join("\n"))))
}

/// Anything else that has an id, as it stands in the study.
fn other(cx: &Cx, reader: &Reader, what: &str) -> Option<Done> {
    let records = &reader.study.records;
    let record = records
        .all()
        .find(|record| record.item().id_text() == what)?;
    match &record {
        Record::Answer(_, answer) if reader.is_withdrawn(&answer.session) => {
            Some(Err(withdrawn(what)))
        }
        Record::Problem(_, problem)
            if problem
                .session
                .as_ref()
                .is_some_and(|id| reader.is_withdrawn(id)) =>
        {
            Some(Err(withdrawn(what)))
        }
        // who people really are is shown on the screen alone
        Record::Identity(..) => None,
        _ => Some(cx.json(&record)),
    }
}

fn show_session(cx: &Cx, reader: &Reader, id: &SessionId, json: bool) -> Done {
    let Some(session) = reader.study.records.sessions.get(id) else {
        return Ok(());
    };
    if reader.is_withdrawn(id) {
        return Err(withdrawn(&session.key));
    }
    let whole = Whole {
        session: reader.session(id, session),
        answers: reader.answers(id),
        notes: reader.notes(id),
        documents: reader.documents(id),
        codings: reader.codings_of(id),
    };
    if json {
        return cx.json(&whole);
    }
    let row = &whole.session;
    let facts = [
        row.key.clone(),
        row.state.to_owned(),
        row.consent.to_owned(),
        row.started_at
            .clone()
            .or(row.planned_at.clone())
            .unwrap_or_default(),
        row.mode.clone(),
        row.interviewer.clone(),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    cx.line(&facts.join(" · "))?;
    for participant in &row.participants {
        cx.line(&person(participant))?;
    }
    heading(cx, "cli-heading-answers", whole.answers.is_empty())?;
    let rows: Vec<Vec<String>> = whole
        .answers
        .iter()
        .map(|answer| {
            let place = [answer.scenario.as_str(), answer.part.as_str()];
            let place: Vec<&str> = place.into_iter().filter(|word| !word.is_empty()).collect();
            vec![
                answer.question.clone(),
                place.join(" "),
                answer.state.to_owned(),
                format!("{} {}", answer.value, answer.unit)
                    .trim()
                    .to_owned(),
            ]
        })
        .collect();
    cx.columns(&rows)?;
    heading(cx, "cli-heading-notes", whole.notes.is_empty())?;
    for note in &whole.notes {
        show_note(cx, note)?;
    }
    for document in &whole.documents {
        show_document(cx, document)?;
    }
    show_codings(cx, &whole.codings)
}

fn heading(cx: &Cx, key: &str, is_empty: bool) -> Done {
    if is_empty {
        return Ok(());
    }
    cx.put(&format!("\n{}\n", cx.words.get(key)))
}

fn person(row: &ParticipantRow) -> String {
    let mut facts = vec![row.key.clone(), row.role.clone(), row.organisation.clone()];
    facts.push(row.consent.to_owned());
    facts.extend(row.attributes.iter().map(|(key, value)| {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        format!("{key}={value}")
    }));
    facts.retain(|fact| !fact.is_empty());
    facts.join(" · ")
}

fn time(ms: Option<i64>) -> String {
    ms.map_or_else(String::new, |ms| duration(u64::try_from(ms).unwrap_or(0)))
}

fn show_note(cx: &Cx, note: &NoteRow) -> Done {
    let mut facts = vec![time(note.t_ms), note.kind.to_owned(), note.question.clone()];
    facts.extend(note.flags.iter().map(|flag| format!("!{flag}")));
    facts.push(note.id.clone());
    facts.retain(|fact| !fact.is_empty());
    cx.put(&format!(
        "{}\n  {}\n",
        facts.join(" · "),
        note.text.replace('\n', "\n  ")
    ))
}

fn show_document(cx: &Cx, document: &DocumentRow) -> Done {
    cx.put(&format!(
        "\n{} · v{} · {}\n",
        document.key, document.version, document.format
    ))?;
    for turn in &document.turns {
        let facts = [
            turn.n.to_string(),
            time(turn.start_ms),
            turn.speaker.clone().unwrap_or_default(),
        ];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        cx.put(&format!(
            "{}\n  {}\n",
            facts.join(" · "),
            turn.text.replace('\n', "\n  ")
        ))?;
    }
    Ok(())
}

fn show_codings(cx: &Cx, codings: &[CodingRow]) -> Done {
    heading(cx, "cli-heading-codings", codings.is_empty())?;
    for coding in codings {
        show_coding(cx, coding)?;
    }
    Ok(())
}

fn show_coding(cx: &Cx, coding: &CodingRow) -> Done {
    let mut facts = vec![coding.code.clone()];
    facts.extend(coding.polarities.iter().map(|(scenario, polarity)| {
        let sign = crate::study::word::Polarity::parse(polarity).map_or("", |p| p.sign());
        format!("{scenario} {sign}")
    }));
    facts.push(coding.strength.map_or_else(String::new, |n| n.to_string()));
    facts.push(if coding.starred { "*" } else { "" }.to_owned());
    facts.push(coding.interview.clone());
    if let (Some(start), Some(end)) = (coding.char_start, coding.char_end) {
        facts.push(format!("{} {start}..{end}", coding.document));
    }
    facts.push(time(coding.t_start_ms));
    facts.push(coding.coder.clone());
    facts.push(coding.id.clone());
    facts.retain(|fact| !fact.is_empty());
    let mut lines = vec![facts.join(" · "), format!("  « {} »", coding.quote)];
    if !coding.memo.is_empty() {
        lines.push(format!("  {}", coding.memo));
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|line| line.replace('\n', "\n  "))
        .collect();
    cx.put(&format!("{}\n", lines.join("\n")))
}
