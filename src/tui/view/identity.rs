//! Who somebody really is, for as long as no other key is pressed.

use super::layers::sheet;
use crate::app::App;
use crate::study::Study;
use crate::study::id::{IdentityId, SessionId};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;

/// Draws the identities of an interview over the foot of the place.
pub(super) fn draw(app: &App, session: &SessionId, pen: &mut Pen<'_>) {
    let Some(work) = &app.work else { return };
    let rows = rows(app, work.study(), session);
    let mut pen = sheet(pen, rows.len().max(1), &app.words.get("tui-identity"));
    if rows.is_empty() {
        let text = if work.read_only {
            "tui-identity-read-only"
        } else {
            "tui-identity-none"
        };
        pen.text(1, 1, &app.words.get(text), Role::Dim);
    }
    for (y, (key, told)) in (1..).zip(rows) {
        let x = pen.text(1, y, &key, Role::Strong);
        pen.text(x + 2, y, &told, Role::Text);
    }
}

/// Pseudonym, and what is known of who it is: participants, then their organisations.
fn rows(app: &App, study: &Study, session: &SessionId) -> Vec<(String, String)> {
    let mut keys: Vec<(String, String)> = Vec::new();
    let people = study.participants_of(session);
    for (id, participant) in &people {
        keys.push((
            id.to_string(),
            study.participant_key(participant).to_owned(),
        ));
    }
    for (_, participant) in &people {
        if let Some(id) = &participant.organisation
            && let Some(organisation) = study.records.organisations.get(id)
            && !keys.iter().any(|(other, _)| *other == id.to_string())
        {
            keys.push((id.to_string(), organisation.key.clone()));
        }
    }
    keys.into_iter()
        .filter_map(|(id, key)| {
            let identity = study.records.identities.get(&IdentityId::new(&id))?;
            let told: Vec<String> = [
                ("app-identity-name", &identity.name),
                ("app-identity-telephone", &identity.telephone),
                ("app-identity-mail", &identity.mail),
            ]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{} {value}", app.words.get(key)))
            .collect();
            (!told.is_empty()).then(|| (key, told.join(" · ")))
        })
        .collect()
}
