//! The form of a code: all its fields, in two languages.

use super::{MakeField, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::i18n::Message;
use crate::message;
use crate::study::codebook::CodeField;
use crate::study::edit::{self, EditError};
use crate::study::id::CodeId;

/// Colours that a code can have, as the terminal calls them.
const COLOURS: &[&str] = &[
    "", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

/// Languages of labels.
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// All fields of a code, the cursor in one of them.
pub(super) fn form(app: &mut App, id: &CodeId, at: &str) {
    let Some(code) = study(app).and_then(|study| study.records.codes.get(id)) else {
        return;
    };
    let label = |language: &str| code.labels.get(language).map_or("", String::as_str);
    let colours = COLOURS
        .iter()
        .map(|colour| {
            let words = if colour.is_empty() {
                app.words.get("app-colour-none")
            } else {
                app.words.get(&format!("app-colour-{colour}"))
            };
            ((*colour).to_owned(), words)
        })
        .collect::<Vec<_>>();
    let mut fields = vec![Field::text("key", message!("app-code-key"), &code.key)];
    for language in LANGUAGES {
        let words = Message::new(format!("app-code-label-{language}"));
        fields.push(Field::text(
            &format!("label_{language}"),
            words,
            label(language),
        ));
    }
    fields.extend([
        Field::text(
            "definition",
            message!("app-code-definition"),
            &code.definition,
        ),
        Field::text("include", message!("app-code-include"), &code.include),
        Field::text("exclude", message!("app-code-exclude"), &code.exclude),
        Field::text("example", message!("app-code-example"), &code.example),
        Field::choice("colour", message!("app-code-colour"), colours, &code.colour),
        Field::text(
            "slot",
            message!("app-code-slot"),
            &code.slot.map_or_else(String::new, |s| s.to_string()),
        ),
    ]);
    let title = message!("app-code-form", code = code.key.clone());
    let id = id.clone();
    let form = Form::new(title, fields, move |app, values| keep(app, &id, values)).starting_at(at);
    app.push(Layer::Form(form));
}

/// Keeps what was changed in the form of a code.
fn keep(app: &mut App, id: &CodeId, values: &Values) -> Result<(), (String, Message)> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(code) = study.records.codes.get(id) else {
        return Ok(());
    };
    let refused = |field: &str| {
        let field = field.to_owned();
        move |error: EditError| (field, error.message())
    };
    let mut changes = edit::rename_code(study, id, values.get("key")).map_err(refused("key"))?;
    let slot = match values.get("slot") {
        "" => None,
        text => Some(
            text.parse::<u8>()
                .map_err(|_| refused("slot")(EditError::BadSlot))?,
        ),
    };
    changes.extend(edit::set_slot(study, id, slot).map_err(refused("slot"))?);
    for language in LANGUAGES {
        let value = values.get(&format!("label_{language}"));
        if code.labels.get(language).map_or("", String::as_str) != value {
            let value = Some(value.to_owned()).filter(|value| !value.is_empty());
            changes.push((id.clone(), CodeField::Label(language.to_owned(), value)).into());
        }
    }
    let texts: [(&str, &str, MakeField); 5] = [
        ("definition", &code.definition, CodeField::Definition),
        ("include", &code.include, CodeField::Include),
        ("exclude", &code.exclude, CodeField::Exclude),
        ("example", &code.example, CodeField::Example),
        ("colour", &code.colour, CodeField::Colour),
    ];
    for (field, before, make) in texts {
        let value = values.get(field);
        if value != before {
            changes.push((id.clone(), make(value.to_owned())).into());
        }
    }
    app.change(
        message!("label-code-edit", code = values.get("key")),
        changes,
    );
    Ok(())
}
