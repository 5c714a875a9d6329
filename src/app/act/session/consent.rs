//! What people allow: given, not to be quoted, withdrawn.

use super::people::consent_word;
use super::{key_of, study};
use crate::app::App;
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker};
use crate::i18n::Message;
use crate::message;
use crate::study::edit::{self, Allowed, Heard};
use crate::study::id::SessionId;
use crate::study::people::INTERVIEWER;
use crate::study::word::Consent;

/// Sets the consent of an interview, or of one participant: `given`, `withdrawn P2`; else offers both.
pub(super) fn run(app: &mut App, session: &SessionId, text: Option<&str>) {
    if let Some(text) = text {
        let (word, person) = match text.trim().split_once(' ') {
            Some((word, person)) => (word, Some(person.trim())),
            None => (text.trim(), None),
        };
        let word = if word == "unknown" { "" } else { word };
        match Consent::parse(word) {
            Some(consent) => set(app, session, person, consent),
            None => app.warn(message!(
                "app-no-word",
                word = word,
                words = "given, no-quote, after-reading, withdrawn, unknown"
            )),
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let people: Vec<String> = study
        .participants_of(session)
        .into_iter()
        .filter(|(_, participant)| participant.role != INTERVIEWER)
        .map(|(_, participant)| study.participant_key(participant).to_owned())
        .collect();
    let wanted = [
        Consent::Given,
        Consent::NoQuote,
        Consent::AfterReading,
        Consent::Withdrawn,
        Consent::Unknown,
    ];
    let item = |consent: Consent, person: &str, whose: String| PickItem {
        id: format!("{} {person}", consent.as_str()),
        key: app.words.get(&consent_word(consent)),
        label: whose,
        ..PickItem::default()
    };
    let everybody = app.words.get("app-consent-everybody");
    let mut items: Vec<PickItem> = wanted
        .iter()
        .map(|consent| item(*consent, "", everybody.clone()))
        .collect();
    if people.len() > 1 {
        for person in &people {
            items.extend(
                wanted
                    .iter()
                    .map(|consent| item(*consent, person, person.clone())),
            );
        }
    }
    let before = format!("{} ", study.session_consent(session).as_str());
    let title = message!("app-consent", session = key_of(app, session));
    let session = session.clone();
    let picker = Picker::new(title, items, move |app, pick| {
        let Pick::Item(id) = pick else { return };
        let (word, person) = id.split_once(' ').unwrap_or((&id, ""));
        let person = Some(person.to_owned()).filter(|person| !person.is_empty());
        let Some(consent) = Consent::parse(word) else {
            return;
        };
        if consent == Consent::Withdrawn {
            ask(app, &session, person);
        } else {
            set(app, &session, person.as_deref(), consent);
        }
    })
    .starting_at(&before);
    app.push(Layer::Picker(picker));
}

/// Says what follows from a withdrawal before it is made.
fn ask(app: &mut App, session: &SessionId, person: Option<String>) {
    let key = key_of(app, session);
    let question = match &person {
        Some(person) => message!("app-withdraw-one", session = &key, participant = person),
        None => message!("app-withdraw", session = &key),
    };
    let session = session.clone();
    app.push(Layer::Confirm(Confirm::new(
        question,
        vec![
            Choice::new(message!("app-withdraw-not"), |_| {}),
            Choice::new(message!("app-withdraw-yes"), move |app| {
                set(app, &session, person.as_deref(), Consent::Withdrawn);
            }),
        ],
    )));
}

fn set(app: &mut App, session: &SessionId, person: Option<&str>, consent: Consent) {
    let at = (app.now)();
    let Some(work) = &mut app.work else { return };
    let by = &work.coder;
    let (study, mint) = work.store.study_and_mint();
    let allowed = Allowed {
        consent: Some(consent),
        ..Allowed::default()
    };
    let changes = edit::set_consent(study, mint, session, person, &allowed, Heard { at, by });
    let label = message!(
        "label-consent",
        session = key_of(app, session),
        consent = Message::new(consent_word(consent))
    );
    if super::carry(app, label, changes) && consent == Consent::Withdrawn {
        told(app, session);
    }
}

/// What a withdrawal came to.
pub(super) fn told(app: &mut App, session: &SessionId) {
    app.inform(message!("app-withdrawn", session = key_of(app, session)));
}
