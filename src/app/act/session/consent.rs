//! What people allow, on one sheet: told item by item, recording, quoting, contact, the question at the end, withdrawal.

use super::people::consent_word;
use super::{key_of, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Choice, Confirm, Field, Form, Layer, Pick, PickItem, Picker};
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::edit::{self, Allowed, Heard};
use crate::study::guide::ConsentForm;
use crate::study::id::SessionId;
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::word::{Consent, YesNo};

/// Before the key of what was told, among the fields of the sheet.
const TOLD: &str = "told.";

/// Sets the consent of an interview, or of one participant: `given`, `withdrawn P2`; else opens the sheet of one of them.
pub(super) fn run(app: &mut App, session: &SessionId, text: Option<&str>) {
    if let Some(text) = text {
        let (word, person) = match text.trim().split_once(' ') {
            Some((word, person)) => (word, Some(person.trim())),
            None => (text.trim(), None),
        };
        let word = if word == "unknown" { "" } else { word };
        match Consent::parse(word) {
            Some(consent) => {
                let allowed = Allowed {
                    consent: Some(consent),
                    ..Allowed::default()
                };
                set(app, session, person, &allowed);
            }
            None => app.warn(message!(
                "app-no-word",
                word = word,
                words = "given, no-quote, after-reading, withdrawn, unknown"
            )),
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let people = asked(study, session);
    if people.len() < 2 {
        let only = people.first().map(|person| person.0.clone());
        return sheet(app, session, only.as_deref());
    }
    let items = people
        .into_iter()
        .map(|(key, participant)| PickItem {
            id: key.clone(),
            key,
            label: app.words.get(&consent_word(participant.consent)),
            ..PickItem::default()
        })
        .collect();
    let title = message!("app-consent", session = key_of(app, session));
    let session = session.clone();
    app.push(Layer::Picker(Picker::new(
        title,
        items,
        move |app, pick| {
            if let Pick::Item(key) = pick {
                sheet(app, &session, Some(&key));
            }
        },
    )));
}

/// Those who are asked in an interview, by pseudonym.
fn asked<'a>(study: &'a Study, session: &SessionId) -> Vec<(String, &'a Participant)> {
    study
        .participants_of(session)
        .into_iter()
        .filter(|(_, participant)| participant.role != INTERVIEWER)
        .map(|(_, participant)| (study.participant_key(participant).to_owned(), participant))
        .collect()
}

/// What is known of somebody; nothing of whoever has no row yet.
fn known(study: &Study, session: &SessionId, person: Option<&str>) -> Participant {
    asked(study, session)
        .into_iter()
        .find(|(key, _)| Some(key.as_str()) == person)
        .map(|(_, participant)| participant.clone())
        .unwrap_or_default()
}

/// Opens the sheet of one participant.
fn sheet(app: &mut App, session: &SessionId, person: Option<&str>) {
    let Some(study) = study(app) else { return };
    let form = study.guide_of(session).and_then(|plan| plan.consent);
    let form = form.unwrap_or_default();
    let participant = known(study, session, person);
    let zone = study.records.sessions.get(session).map(|s| s.zone.as_str());
    let name = person.map_or_else(|| key_of(app, session), str::to_owned);
    let title = match participant.withdrawn_at.or(participant.consent_at) {
        Some(at) => {
            let zone = jiff::tz::TimeZone::get(zone.unwrap_or_default())
                .unwrap_or_else(|_| jiff::tz::TimeZone::system());
            let at = at
                .to_zoned_datetime(zone)
                .strftime("%Y-%m-%d %H:%M")
                .to_string();
            let known = |words: &str| if words.is_empty() { "—" } else { words }.to_owned();
            let by = known(&participant.consent_by);
            let form = known(&participant.consent_form);
            message!(
                "app-consent-noted",
                person = name,
                at = at,
                by = by,
                form = form
            )
        }
        None if form.version.is_empty() => message!("app-consent", session = name),
        None => message!("app-consent-sheet", person = name, form = &form.version),
    };
    let fields = fields(app, &form, &participant);
    let session = session.clone();
    let person = person.map(str::to_owned);
    let sheet = Form::new(title, fields, move |app, values| {
        keep(app, &session, person.as_deref(), values);
        Ok(())
    });
    app.push(Layer::Form(sheet.answered_by_letters()));
}

fn fields(app: &App, form: &ConsentForm, participant: &Participant) -> Vec<Field> {
    let word = |value: &str, key: &str| (value.to_owned(), app.words.get(key));
    let none = (String::new(), "—".to_owned());
    let yes_no = || vec![none.clone(), word("yes", "app-yes"), word("no", "app-no")];
    let quoting = vec![
        none.clone(),
        word(Consent::Given.as_str(), "app-yes"),
        word(Consent::NoQuote.as_str(), "app-no"),
        word(Consent::AfterReading.as_str(), "app-consent-after-reading"),
        word(Consent::Withdrawn.as_str(), "app-consent-withdrawn"),
    ];
    let mut fields: Vec<Field> = form
        .items
        .iter()
        .map(|item| {
            let told = match participant.informed.get(&item.key) {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            };
            let label = message!("app-consent-told", item = &item.label);
            Field::choice(&format!("{TOLD}{}", item.key), label, yes_no(), told)
        })
        .collect();
    let closing = if form.closing.is_empty() {
        message!("app-consent-closing")
    } else {
        message!("app-consent-closing-words", words = &form.closing)
    };
    let answer = |key, label, held: YesNo| Field::choice(key, label, yes_no(), held.as_str());
    fields.extend([
        answer(
            "recording",
            message!("app-consent-recording"),
            participant.recording,
        ),
        Field::choice(
            "consent",
            message!("app-consent-quoting"),
            quoting,
            participant.consent.as_str(),
        ),
        answer(
            "contact",
            message!("app-consent-contact"),
            participant.contact,
        ),
        answer("closing", closing, participant.closing),
    ]);
    fields
}

/// What the sheet says that was not known.
fn said(participant: &Participant, values: &Values) -> Allowed {
    let answer =
        |key: &str, held: YesNo| YesNo::parse(values.get(key)).filter(|answer| *answer != held);
    let informed = values
        .iter()
        .filter_map(|(key, value)| {
            let key = key.strip_prefix(TOLD)?;
            let told = match value {
                "yes" => true,
                "no" => false,
                _ => return None,
            };
            (participant.informed.get(key) != Some(&told)).then(|| (key.to_owned(), told))
        })
        .collect();
    Allowed {
        consent: Consent::parse(values.get("consent"))
            .filter(|consent| *consent != participant.consent),
        recording: answer("recording", participant.recording),
        contact: answer("contact", participant.contact),
        closing: answer("closing", participant.closing),
        informed,
    }
}

fn keep(app: &mut App, session: &SessionId, person: Option<&str>, values: &Values) {
    let Some(study) = study(app) else {
        return;
    };
    let allowed = said(&known(study, session, person), values);
    if allowed.consent == Some(Consent::Withdrawn) {
        ask(app, session, person, allowed);
    } else if allowed != Allowed::default() {
        set(app, session, person, &allowed);
    }
}

/// Says what follows from a withdrawal before it is made.
fn ask(app: &mut App, session: &SessionId, person: Option<&str>, allowed: Allowed) {
    let key = key_of(app, session);
    let several = study(app).is_some_and(|study| asked(study, session).len() > 1);
    let question = match person.filter(|_| several) {
        Some(person) => message!("app-withdraw-one", session = &key, participant = person),
        None => message!("app-withdraw", session = &key),
    };
    let session = session.clone();
    let person = person.map(str::to_owned);
    app.push(Layer::Confirm(Confirm::new(
        question,
        vec![
            Choice::new(message!("app-withdraw-not"), |_| {}),
            Choice::new(message!("app-withdraw-yes"), move |app| {
                set(app, &session, person.as_deref(), &allowed);
            }),
        ],
    )));
}

fn set(app: &mut App, session: &SessionId, person: Option<&str>, allowed: &Allowed) {
    let at = (app.now)();
    let Some(work) = &mut app.work else { return };
    let by = &work.coder;
    let (study, mint) = work.store.study_and_mint();
    let consent = allowed
        .consent
        .unwrap_or_else(|| known(study, session, person).consent);
    let changes = edit::set_consent(study, mint, session, person, allowed, Heard { at, by });
    let label = message!(
        "label-consent",
        session = key_of(app, session),
        consent = Message::new(consent_word(consent))
    );
    if super::carry(app, label, changes) && allowed.consent == Some(Consent::Withdrawn) {
        told(app, session);
    }
}

/// What a withdrawal came to.
pub(super) fn told(app: &mut App, session: &SessionId) {
    app.inform(message!("app-withdrawn", session = key_of(app, session)));
}
