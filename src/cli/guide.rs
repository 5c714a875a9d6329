//! `guide show|check|edit|add|set|move|remove|debrief|consent`: the interview guide.

use super::acts;
use super::args::{GuideConsentVerb, GuideDebriefVerb, GuideVerb, Shift};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, NO_INPUT, USAGE};
use crate::file::encoding;
use crate::import::LARGEST_TEXT;
use crate::import::data::of_fault;
use crate::message;
use crate::study::Change;
use crate::study::Study;
use crate::study::edit;
use crate::study::guide::check::{Fault, Known, check};
use crate::study::guide::write::{self, Spot};
use crate::study::guide::{Plan, Section};
use crate::study::id::Mint;
use crate::text::sanitise;
use serde_json::json;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;
use std::process::Command;

/// The interview guide.
pub fn guide(cx: &Cx, verb: &GuideVerb) -> Done {
    match verb {
        GuideVerb::Show { number, json } => show(cx, *number, json.json),
        GuideVerb::Check { file, json } => check_file(cx, file, json.json),
        GuideVerb::Edit => edit_file(cx),
        GuideVerb::Add {
            key,
            text,
            section,
            after,
        } => {
            let mut store = cx.write()?;
            let (study, mint) = store.study_and_mint();
            let after = after.as_deref();
            if let Some(after) = after {
                spot(study, after)?;
            }
            let (spot, changes) = match section {
                Some(section) => (
                    Spot::Question(key.clone()),
                    edit::add_guide_question(study, mint, section, key, text, after)?,
                ),
                None => (
                    Spot::Section(key.clone()),
                    edit::add_guide_section(study, mint, key, text, after)?,
                ),
            };
            cx.commit(&mut store, edit::guide_label(&spot), changes)
        }
        GuideVerb::Set { key, field, value } => alter(
            cx,
            |study| spot(study, key),
            |study, mint, spot| {
                edit::set_in_guide(study, mint, spot, &[(field.as_str(), value.as_str())])
            },
        ),
        GuideVerb::Move { key, shift } => alter(cx, |study| spot(study, key), moved(*shift)),
        GuideVerb::Remove { key } => alter(cx, |study| spot(study, key), edit::remove_from_guide),
        GuideVerb::Debrief(verb) => debrief(cx, verb),
        GuideVerb::Consent(verb) => {
            let form = |_: &Study| Ok(Spot::Consent);
            match verb {
                GuideConsentVerb::Set { field, value } => alter(cx, form, |study, mint, spot| {
                    edit::set_in_guide(study, mint, spot, &[(field.as_str(), value.as_str())])
                }),
                GuideConsentVerb::Remove => alter(cx, form, edit::remove_from_guide),
            }
        }
    }
}

/// One act on a part of the guide.
fn alter(
    cx: &Cx,
    find: impl FnOnce(&Study) -> Result<Spot, Failure>,
    act: impl FnOnce(&Study, &mut dyn Mint, &Spot) -> Result<Vec<Change>, edit::EditError>,
) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let spot = find(study)?;
    let changes = act(study, mint, &spot)?;
    cx.commit(&mut store, edit::guide_label(&spot), changes)
}

fn moved(
    shift: Shift,
) -> impl FnOnce(&Study, &mut dyn Mint, &Spot) -> Result<Vec<Change>, edit::EditError> {
    move |study, mint, spot| {
        let by = distance(study, spot, shift);
        edit::shift_in_guide(study, mint, spot, by)
    }
}

/// The fields of the debrief.
fn debrief(cx: &Cx, verb: &GuideDebriefVerb) -> Done {
    let find = |key: &str| {
        let key = key.to_owned();
        move |study: &Study| field_of_debrief(study, &key)
    };
    match verb {
        GuideDebriefVerb::Add { key, text, after } => {
            let after = after.as_deref();
            let named = |study: &Study| {
                after.map_or(Ok(()), |after| field_of_debrief(study, after).map(|_| ()))?;
                Ok(Spot::Debrief(key.clone()))
            };
            alter(cx, named, |study, mint, _| {
                edit::add_guide_debrief(study, mint, key, text, after)
            })
        }
        GuideDebriefVerb::Set { key, field, value } => alter(cx, find(key), |study, mint, spot| {
            edit::set_in_guide(study, mint, spot, &[(field.as_str(), value.as_str())])
        }),
        GuideDebriefVerb::Move { key, shift } => alter(cx, find(key), moved(*shift)),
        GuideDebriefVerb::Remove { key } => alter(cx, find(key), edit::remove_from_guide),
    }
}

fn field_of_debrief(study: &Study, key: &str) -> Result<Spot, Failure> {
    let plan = plan(study)?;
    let keys: Vec<&str> = plan
        .debrief
        .iter()
        .map(|field| field.key.as_str())
        .collect();
    if keys.contains(&key) {
        return Ok(Spot::Debrief(key.to_owned()));
    }
    Err(Failure::missing(
        NO_INPUT,
        message!("study-gone", what = key),
        &keys,
    ))
}

fn plan(study: &Study) -> Result<Plan, Failure> {
    study
        .guide()
        .ok_or_else(|| Failure::new(NO_INPUT, message!("command-need-guide")))
}

fn spot(study: &Study, key: &str) -> Result<Spot, Failure> {
    let plan = plan(study)?;
    Spot::named(&plan, key).ok_or_else(|| {
        let keys: Vec<&str> = plan
            .questions()
            .map(|question| question.key.as_str())
            .collect();
        Failure::missing(NO_INPUT, message!("study-gone", what = key), &keys)
    })
}

/// How far something goes; a place is one among its neighbours.
fn distance(study: &Study, spot: &Spot, shift: Shift) -> isize {
    let plan = study.guide();
    let place = plan.as_ref().and_then(|plan| match spot {
        Spot::Section(key) => plan.sections.iter().position(|section| section.key == *key),
        Spot::Question(key) => {
            let section = plan.section_of(key)?;
            section
                .questions
                .iter()
                .position(|question| question.key == *key)
        }
        Spot::Debrief(key) => plan.debrief.iter().position(|field| field.key == *key),
        Spot::Consent => None,
    });
    acts::shift_by(shift, place.unwrap_or(0))
}

fn show(cx: &Cx, number: Option<u32>, as_json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let newest = study.newest_guide().map(|(_, guide)| guide.number);
    let Some(newest) = newest else {
        return Err(Failure::new(NO_INPUT, message!("command-need-guide")));
    };
    let number = number.unwrap_or(newest);
    let Some(guide) = study.guide_numbered(number) else {
        let known: Vec<String> = study
            .guides()
            .iter()
            .map(|(_, g)| g.number.to_string())
            .collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        return Err(Failure::missing(
            NO_INPUT,
            message!("cli-guide-no-version", number = number),
            &known,
        ));
    };
    let plan = Plan::parse(&guide.source).map_err(|error| {
        let reason = error.message().to_owned();
        Failure::new(DATA, message!("guide-fault-toml", reason = reason))
    })?;
    let held = |number: u32| {
        let with = |own: Option<u32>| own.unwrap_or(newest) == number;
        let sessions = study.records.sessions.iter();
        sessions
            .filter(|(id, session)| with(session.guide_version) && study.is_held(id))
            .count()
    };
    if as_json {
        let versions: Vec<_> = study
            .guides()
            .iter()
            .map(|(_, guide)| json!({"version": guide.number, "n_interviews": held(guide.number)}))
            .collect();
        let mut value = serde_json::to_value(&plan)?;
        if let Some(object) = value.as_object_mut() {
            object.insert("version".into(), number.into());
            object.insert("versions".into(), versions.into());
        }
        return cx.json(&value);
    }
    cx.say(&message!(
        "cli-guide-head",
        number = number,
        sections = plan.sections.len(),
        questions = plan.questions().count(),
        n = held(number)
    ))?;
    cx.columns(&rows(&plan))
}

fn rows(plan: &Plan) -> Vec<Vec<String>> {
    let of_section = |section: &Section| {
        let mut rows = vec![vec![
            section.key.clone(),
            String::new(),
            section.field("minutes"),
            section.title.clone(),
        ]];
        rows.extend(section.questions.iter().map(|question| {
            let skip = question.skip_if.as_str();
            let skip = if skip.is_empty() {
                String::new()
            } else {
                format!("[{skip}] ")
            };
            vec![
                format!("  {}", question.key),
                question.kind.as_str().to_owned(),
                question.roles.join(", "),
                format!("{skip}{}", question.text),
            ]
        }));
        rows
    };
    let mut rows: Vec<Vec<String>> = plan.sections.iter().flat_map(of_section).collect();
    if let Some(form) = &plan.consent {
        let row = |field: &str| {
            let field = field.to_owned();
            vec![
                "consent".to_owned(),
                field.clone(),
                String::new(),
                form.field(&field),
            ]
        };
        let given = write::CONSENT_FIELDS.iter().map(|field| row(field));
        rows.extend(given.filter(|row| row.last().is_some_and(|value| !value.is_empty())));
    }
    rows.extend(plan.debrief.iter().map(|field| {
        vec![
            format!("debrief {}", field.key),
            field.kind.as_str().to_owned(),
            String::new(),
            field.text.clone(),
        ]
    }));
    rows
}

/// The text of a file, decoded and made harmless as an import does.
fn text_of(file: &Path) -> Result<String, Failure> {
    let refused = |reason| {
        let file = file.display().to_string();
        Failure::new(
            DATA,
            message!("import-problem-file", file = file, reason = reason),
        )
    };
    let meta = std::fs::metadata(file).map_err(|error| Failure::of_input(file, &error))?;
    if meta.is_dir() {
        let name = file.display().to_string();
        return Err(Failure::new(
            NO_INPUT,
            message!("cli-is-folder", file = name),
        ));
    }
    if meta.len() > LARGEST_TEXT as u64 {
        return Err(refused(message!(
            "import-error-too-large",
            bytes = meta.len()
        )));
    }
    let bytes = std::fs::read(file).map_err(|error| Failure::of_input(file, &error))?;
    let decoded = encoding::decode(&bytes, None)
        .map_err(|error| refused(crate::import::ImportError::from(error).message()))?;
    Ok(sanitise(&decoded.text).text)
}

/// What the study knows, where there is one.
fn known(cx: &Cx) -> Result<Known, Failure> {
    let named = cx.settings().study.value.is_some();
    match cx.read() {
        Ok(store) => Ok(Known::of(store.study())),
        Err(failure) if named => Err(failure),
        Err(_) => Ok(Known::default()),
    }
}

fn check_file(cx: &Cx, file: &Path, as_json: bool) -> Done {
    let source = text_of(file)?;
    let faults = check(&source, &known(cx)?);
    let name = file.display().to_string();
    if as_json {
        let each: Vec<_> = faults
            .iter()
            .map(|fault| {
                json!({
                    "line": fault.line,
                    "key": fault.key,
                    "field": fault.field,
                    "found": fault.found,
                    "reason": cx.words.say(&fault.reason),
                })
            })
            .collect();
        cx.json(&json!({"file": name, "faults": each}))?;
    } else {
        for fault in &faults {
            cx.say(&of_fault(&name, fault).message())?;
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Quiet(1));
    }
    if as_json {
        return Ok(());
    }
    let plan = Plan::parse(&source).ok();
    cx.say(&message!(
        "cli-guide-good",
        file = name,
        sections = plan.as_ref().map_or(0, |plan| plan.sections.len()),
        questions = plan.as_ref().map_or(0, |plan| plan.questions().count())
    ))
}

/// Opens a copy of the guide in the person's editor; keeps it when it is without fault and changed.
fn edit_file(cx: &Cx) -> Done {
    let before = {
        let store = cx.read()?;
        let study = store.study();
        study.newest_guide().map_or_else(
            || edit::empty_guide(study),
            |(_, guide)| guide.source.clone(),
        )
    };
    let disk = |error: io::Error| {
        let reason = error.to_string();
        Failure::new(
            super::failure::DISK,
            message!("cli-file-refused", file = "guide.toml", reason = reason),
        )
    };
    let copy = tempfile::Builder::new()
        .prefix("guide-")
        .suffix(".toml")
        .tempfile()
        .map_err(disk)?;
    std::fs::write(copy.path(), &before).map_err(disk)?;
    loop {
        open_editor(copy.path())?;
        let source = text_of(copy.path())?;
        if source == before {
            return cx.say(&message!("cli-guide-unchanged"));
        }
        // the study is held only while it is written, not while somebody thinks
        let mut store = cx.write()?;
        let (study, mint) = store.study_and_mint();
        let newest = study.newest_guide();
        if newest.is_some_and(|(_, guide)| guide.source != before) {
            return Err(kept(copy, message!("cli-guide-overtaken")));
        }
        match edit::replace_guide(study, mint, &source) {
            Ok(changes) => {
                cx.commit(&mut store, message!("label-guide-file"), changes)?;
                let number = store
                    .study()
                    .newest_guide()
                    .map_or(0, |(_, guide)| guide.number);
                return cx.say(&message!("cli-guide-kept", number = number));
            }
            Err(faults) => {
                drop(store);
                tell(cx, copy.path(), &faults);
                if !mend(cx) {
                    return Err(kept(copy, message!("cli-guide-refused", n = faults.len())));
                }
            }
        }
    }
}

fn tell(cx: &Cx, file: &Path, faults: &[Fault]) {
    let name = file.display().to_string();
    for fault in faults {
        cx.tell(&of_fault(&name, fault).message());
    }
}

/// Whether the person wants to go on; nobody is asked where nobody sits.
fn mend(cx: &Cx) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    cx.tell(&message!("cli-guide-mend"));
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    let no = ["n", "no", "non"];
    read.is_ok_and(|n| n > 0) && !no.contains(&answer.trim().to_lowercase().as_str())
}

/// The reason, and where the text lies that was not taken.
fn kept(copy: tempfile::NamedTempFile, why: crate::i18n::Message) -> Failure {
    let mut lines = vec![why];
    if let Ok((_, path)) = copy.keep() {
        lines.push(message!(
            "cli-guide-copy",
            file = path.display().to_string()
        ));
    }
    Failure::Said(DATA, lines)
}

fn open_editor(file: &Path) -> Done {
    let named = |name: &str| {
        std::env::var(name)
            .ok()
            .filter(|editor| !editor.trim().is_empty())
    };
    let Some(editor) = named("VISUAL").or_else(|| named("EDITOR")) else {
        return Err(Failure::new(USAGE, message!("cli-guide-no-editor")));
    };
    // an editor may come with arguments, as in `code --wait`
    let status = Command::new("sh")
        .arg("-c")
        .arg(format!("{editor} \"$1\""))
        .arg("entretien")
        .arg(file)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Failure::new(
            1,
            message!("cli-guide-editor-failed", editor = editor),
        )),
    }
}
