//! `participants.csv`: one row a participant of an interview, upserted by both; organisations are made by key.

use super::context::Context;
use super::edits::Edits;
use super::keys::{AttributeKeys, Sessions, withdrawn_among};
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::i18n::Message;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::id::{AttributeId, OrganisationId, ParticipantId, SessionId, SubjectId};
use crate::study::people::{INTERVIEWER, Organisation, Participant};
use crate::study::settings::AttributeData;
use crate::study::word::{AttributeOf, Consent, SessionState, YesNo};
use std::collections::HashMap;

const FIXED: [&str; 6] = [
    "interview",
    "participant",
    "speaker",
    "role",
    "organisation",
    "consent",
];

/// Columns that tell more of the consent, unless an attribute is called so.
const SAID: [&str; 8] = [
    "consent_at",
    "consent_by",
    "consent_form",
    "recording",
    "contact",
    "closing",
    "withdrawn_at",
    "informed",
];

struct Columns {
    interview: Column,
    participant: Column,
    speaker: Column,
    role: Column,
    organisation: Column,
    consent: Column,
    consent_at: Column,
    consent_by: Column,
    consent_form: Column,
    recording: Column,
    contact: Column,
    closing: Column,
    withdrawn_at: Column,
    informed: Column,
}

struct Reader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    attributes: Vec<(AttributeKeys<'a>, Column)>,
    sessions: Sessions<'a>,
    participants: Edits<'a, ParticipantId, Participant>,
    by_key: HashMap<(SessionId, String), ParticipantId>,
    organisations: Edits<'a, OrganisationId, Organisation>,
    organisation_by_key: HashMap<String, OrganisationId>,
    /// What rows of this file said of organisations, with the line that said it first.
    said: HashMap<(OrganisationId, AttributeId), (AttributeData, usize)>,
    position: i64,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let Some(interview) = table.required(&["interview"], report) else {
        return Vec::new();
    };
    let said = |name: &str| {
        // an attribute called so has the column
        if study.attribute_by_key(name).is_some() {
            Column::missing(name)
        } else {
            table.column(&[name])
        }
    };
    let columns = Columns {
        interview,
        participant: table.column(&["participant"]),
        speaker: table.column(&["speaker"]),
        role: table.column(&["role"]),
        organisation: table.column(&["organisation", "organization"]),
        consent: table.column(&["consent"]),
        consent_at: said("consent_at"),
        consent_by: said("consent_by"),
        consent_form: said("consent_form"),
        recording: said("recording"),
        contact: said("contact"),
        closing: said("closing"),
        withdrawn_at: said("withdrawn_at"),
        informed: said("informed"),
    };
    let attributes: Vec<(AttributeKeys<'_>, Column)> = AttributeKeys::all(study)
        .into_iter()
        .map(|keys| {
            let column = table.column(&[&keys.attribute.key]);
            (keys, column)
        })
        .filter(|(_, column)| column.is_there())
        .collect();
    table.warn_unknown(
        |name| {
            FIXED.contains(&name)
                || SAID.contains(&name)
                || name == "organization"
                || attributes
                    .iter()
                    .any(|(keys, _)| keys.attribute.key == name)
        },
        report,
    );
    let records = &study.records;
    let mut reader = Reader {
        table,
        columns,
        attributes,
        sessions: Sessions::of(study),
        participants: Edits::new(&records.participants),
        by_key: records
            .participants
            .iter()
            .map(|(id, p)| {
                let own = records
                    .sessions
                    .get(&p.session)
                    .is_some_and(|session| session.key == p.key);
                let key = if own { String::new() } else { p.key.clone() };
                ((p.session.clone(), key), id.clone())
            })
            .collect(),
        organisations: Edits::new(&records.organisations),
        organisation_by_key: records
            .organisations
            .iter()
            .map(|(id, o)| (o.key.clone(), id.clone()))
            .collect(),
        said: HashMap::new(),
        position: records
            .participants
            .values()
            .map(|p| p.position + 1)
            .max()
            .unwrap_or(0),
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    reader.finish(counted)
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<()> {
        let (table, columns) = (self.table, &self.columns);
        let interview = table.must(row, &columns.interview)?;
        let mut key = table.line(row, &columns.participant).into_owned();
        if key == interview {
            key.clear(); // the interview's own key is what an empty one means
        }
        let consent = table.word(
            row,
            &columns.consent,
            Consent::parse,
            Consent::ALL,
            Consent::as_str,
        )?;
        let yes_no =
            |column: &Column| table.word(row, column, YesNo::parse, YesNo::ALL, YesNo::as_str);
        let recording = yes_no(&columns.recording)?;
        let contact = yes_no(&columns.contact)?;
        let closing = yes_no(&columns.closing)?;
        let consent_at = table.time(row, &columns.consent_at)?;
        let withdrawn_at = table.time(row, &columns.withdrawn_at)?;
        let role = table.line(row, &columns.role);
        let organisation = table.line(row, &columns.organisation);
        let mut given: Vec<(usize, AttributeData)> = Vec::new();
        for (at, (keys, column)) in self.attributes.iter().enumerate() {
            // An attribute may be called `role` too: the same cell then says both.
            if column.name == columns.role.name && role == INTERVIEWER {
                continue;
            }
            let Some(data) = keys.read(table, row, column)? else {
                continue;
            };
            if keys.attribute.of == AttributeOf::Organisation && organisation.is_empty() {
                return Err(table.bad(
                    row,
                    &columns.organisation,
                    message!(
                        "import-expected-organisation",
                        attribute = &keys.attribute.key
                    ),
                ));
            }
            given.push((at, data));
        }
        let session = self
            .sessions
            .meet(&interview, SessionState::Planned, context.mint);
        let withdraws = consent == Some(Consent::Withdrawn);
        let organisation = if organisation.is_empty() {
            None
        } else {
            let id = match self.organisation_by_key.get(organisation.as_ref()) {
                Some(id) => Some(id.clone()),
                None if withdraws => None, // nothing is made of a row that is only kept to be counted
                None => {
                    let id = OrganisationId::mint(context.mint);
                    let made = self.organisations.edit(&id);
                    made.subject = SubjectId::mint(context.mint);
                    made.key = organisation.to_string();
                    self.organisation_by_key
                        .insert(organisation.to_string(), id.clone());
                    Some(id)
                }
            };
            if let Some(id) = &id {
                self.of_organisation(row, id, &given, withdraws)?;
            }
            id
        };
        let position = &mut self.position;
        let id = self
            .by_key
            .entry((session.clone(), key.clone()))
            .or_insert_with(|| ParticipantId::mint(context.mint))
            .clone();
        let is_new = self.participants.get(&id).is_none();
        let participant = self.participants.edit(&id);
        if is_new {
            participant.subject = SubjectId::mint(context.mint);
            participant.session = session;
            participant.key = key;
            participant.position = *position;
            *position += 1;
        }
        let speaker = table.line(row, &self.columns.speaker);
        if !speaker.is_empty() {
            participant.speaker = speaker.into_owned();
        }
        if !role.is_empty() {
            participant.role = role.into_owned();
        }
        if let Some(consent) = consent {
            participant.consent = consent;
        }
        participant.recording = recording.unwrap_or(participant.recording);
        participant.contact = contact.unwrap_or(participant.contact);
        participant.closing = closing.unwrap_or(participant.closing);
        participant.consent_at = consent_at.or(participant.consent_at);
        participant.withdrawn_at = withdrawn_at.or(participant.withdrawn_at);
        for (column, field) in [
            (&self.columns.consent_by, &mut participant.consent_by),
            (&self.columns.consent_form, &mut participant.consent_form),
        ] {
            let words = table.line(row, column);
            if !words.is_empty() {
                *field = words.into_owned();
            }
        }
        let informed = table.line(row, &self.columns.informed);
        let told = informed.split(';').map(str::trim);
        for key in told.filter(|key| !key.is_empty()) {
            participant.informed.insert(key.to_owned(), true);
        }
        if !withdraws {
            if organisation.is_some() {
                participant.organisation = organisation;
            }
            for (at, data) in given {
                if let Some((keys, _)) = self.attributes.get(at)
                    && keys.attribute.of == AttributeOf::Participant
                {
                    participant.attributes.insert(keys.id.clone(), data);
                }
            }
        }
        Ok(())
    }

    /// Writes an organisation's attributes; two rows must not differ.
    fn of_organisation(
        &mut self,
        row: &Row,
        id: &OrganisationId,
        given: &[(usize, AttributeData)],
        withdraws: bool,
    ) -> Cell<()> {
        for (at, data) in given {
            let Some((keys, column)) = self.attributes.get(*at) else {
                continue;
            };
            if keys.attribute.of != AttributeOf::Organisation {
                continue;
            }
            let said = self
                .said
                .entry((id.clone(), keys.id.clone()))
                .or_insert_with(|| (data.clone(), row.line));
            if said.0 != *data {
                let expected: Message = message!("import-expected-same-as-line", line = said.1);
                return Err(self.table.bad(row, column, expected));
            }
            if !withdraws {
                self.organisations
                    .edit(id)
                    .attributes
                    .insert(keys.id.clone(), data.clone());
            }
        }
        Ok(())
    }

    fn finish(mut self, counted: &mut FileReport) -> Vec<Change> {
        // Of an interview that is withdrawn as a whole, nobody's name is kept either.
        let ids: Vec<ParticipantId> = self.by_key.values().cloned().collect();
        let gone = withdrawn_among(ids.iter().filter_map(|id| self.participants.get(id)));
        for id in ids {
            let now = self.participants.get(&id);
            if now.is_some_and(|participant| gone.contains(&participant.session)) {
                let before = self.participants.stored(&id).cloned().unwrap_or_default();
                let participant = self.participants.edit(&id);
                participant.speaker = before.speaker;
                participant.attributes = before.attributes;
                participant.organisation = before.organisation;
            }
        }
        let rows = self.table.rows();
        counted.withdrawn = rows
            .iter()
            .filter(|row| {
                self.sessions
                    .find(&self.table.line(row, &self.columns.interview))
                    .is_some_and(|id| gone.contains(id))
            })
            .count();
        let (sessions, organisations, participants) = (
            self.sessions.edits.finish(),
            self.organisations.finish(),
            self.participants.finish(),
        );
        participants.count(counted.rows, counted);
        let mut changes = sessions.changes;
        changes.extend(organisations.changes);
        changes.extend(participants.changes);
        changes
    }
}
