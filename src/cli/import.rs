//! `import`: files of any kind, found from their content; all of them or none.

use super::args::Import;
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, NO_INPUT, USAGE};
use super::version::{OfVersion, Seen, told_of};
use crate::app::intake::{self, Kept};
use crate::file::encoding::{EncodingError, decode};
use crate::i18n::{Message, Value as I18nValue};
use crate::import::data::{Kind, Originals};
use crate::import::qda::{Keeping, folder, without_media};
use crate::import::transcript::name_and_content;
use crate::import::{
    Became, Belongs, CheckReport, FORMATS, Fate, Format, Input, LARGEST_TEXT, Options, Plan,
    Problem, Read, Report, Transcript, plan_excerpts, plan_files, read_transcript,
};
use crate::message;
use crate::store::{Store, SystemMint};
use crate::study::Study;
use crate::study::document::{DocumentText, Texts};
use crate::study::id::VersionId;
use crate::text::harmless_line;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Reads the files and keeps them; with `--check`, only says what they are.
pub fn import(cx: &Cx, asked: &Import) -> Done {
    let how = how(cx, asked)?;
    let mut inputs = Vec::new();
    let mut absent = Vec::new();
    for (at, file) in asked.files.iter().enumerate() {
        match input(file, &how) {
            Ok(input) => inputs.push(input),
            // a program is told of each file; a person of the first that is not there
            Err(failure) if asked.check && asked.json => absent.push((at, failure)),
            Err(failure) => return Err(failure),
        }
    }
    if asked.check {
        return check(cx, asked, inputs, absent);
    }
    let order = names(&inputs);
    let encodings = encodings(&inputs);
    let mut store = cx.write()?;
    let plan = planned(&store, inputs, cx.coder());
    let plan = plan.map_err(|report| refused(&report))?;
    let seen = Seen::of(Some(&store), &plan);
    let of_versions = told_of(store.study(), &seen, &plan);
    let said = if asked.json {
        Value::Array(in_order(cx, &order, &plan, &encodings, &of_versions))
    } else {
        Value::Null
    };
    refuse_unseen(&plan, &how.options)?;
    let became = Told::of(cx, &order, &plan);
    let warnings = warnings(&plan);
    intake::keep(&mut store, plan)?;
    store.settle()?;
    for notice in store.notices() {
        cx.tell(&notice);
    }
    for warning in &warnings {
        cx.tell(warning);
    }
    if asked.json {
        return cx.json(&said);
    }
    became.say(cx)?;
    for line in of_versions.iter().flat_map(OfVersion::lines) {
        cx.say(&line)?;
    }
    Ok(())
}

/// What was said of how the files are to be read.
struct How {
    kind: Option<Kind>,
    keeping: Option<Keeping>,
    options: Options,
    belongs: Belongs,
}

fn how(cx: &Cx, asked: &Import) -> Result<How, Failure> {
    let mut options = Options {
        encoding: asked.encoding.clone(),
        another: asked.force,
        ..Options::default()
    };
    if let Some(name) = &asked.encoding
        && let Err(EncodingError::UnknownName(name)) = decode(b"a", Some(name))
    {
        return Err(Failure::new(
            USAGE,
            message!("import-error-encoding", name = name),
        ));
    }
    let (mut kind, mut keeping) = (None, None);
    if let Some(word) = &asked.format {
        match (word.parse::<Format>(), Kind::parse(word)) {
            (Ok(format), _) => options.format = Some(format),
            (Err(_), Some(found)) => kind = Some(found),
            (Err(_), None) if Keeping::parse(word).is_some() => keeping = Keeping::parse(word),
            (Err(_), None) => {
                let formats = FORMATS.iter().map(|entry| entry.name);
                let projects = Keeping::ALL.map(Keeping::as_str);
                let known: Vec<&str> = formats
                    .chain(Kind::ALL.map(Kind::as_str))
                    .chain(projects)
                    .collect();
                return Err(Failure::missing(
                    USAGE,
                    message!("cli-no-format", name = word),
                    &known,
                ));
            }
        }
    }
    let belongs = match (&asked.session, &asked.reference, &asked.version_of) {
        (Some(key), ..) => Belongs::Session(key.clone()),
        (None, Some(key), _) => Belongs::Reference(key.clone()),
        (None, None, Some(document)) => super::version::belongs(cx.read()?.study(), document)?,
        (None, None, None) => Belongs::ByName,
    };
    Ok(How {
        kind,
        keeping,
        options,
        belongs,
    })
}

fn input(file: &Path, how: &How) -> Result<Input, Failure> {
    let name = file.display().to_string();
    let meta = std::fs::metadata(file).map_err(|error| Failure::of_input(file, &error))?;
    if let Some(bytes) = meta.is_dir().then(|| folder(file)).flatten() {
        let bytes = bytes.map_err(|error| Failure::of_input(file, &error))?;
        return Ok(Input::find(
            &name,
            bytes,
            how.belongs.clone(),
            how.options.clone(),
        ));
    }
    if meta.is_dir() {
        return Err(Failure::new(
            NO_INPUT,
            message!("cli-is-folder", file = name),
        ));
    }
    let large = meta.len() > LARGEST_TEXT as u64;
    if let Some(bytes) = large.then(|| without_media(file)).flatten() {
        let bytes = bytes.map_err(|error| {
            let reason = message!("import-error-archive", why = error.to_string());
            Failure::new(
                DATA,
                message!("import-problem-file", file = &name, reason = reason),
            )
        })?;
        return Ok(Input::find(
            &name,
            bytes,
            how.belongs.clone(),
            how.options.clone(),
        ));
    }
    if large {
        let reason = message!("import-error-too-large", bytes = meta.len());
        let problem = message!("import-problem-file", file = name, reason = reason);
        return Err(Failure::new(DATA, problem));
    }
    let bytes = std::fs::read(file).map_err(|error| Failure::of_input(file, &error))?;
    Ok(match (how.kind, how.keeping) {
        (Some(kind), _) => Input {
            name,
            bytes,
            read: Read::Data(kind, how.options.encoding.clone()),
        },
        (None, Some(keeping)) => Input {
            name,
            bytes,
            read: Read::Project(keeping),
        },
        (None, None) => Input::find(&name, bytes, how.belongs.clone(), how.options.clone()),
    })
}

fn names(inputs: &[Input]) -> Vec<String> {
    inputs.iter().map(|input| input.name.clone()).collect()
}

fn planned(store: &Store, inputs: Vec<Input>, coder: &str) -> Result<Plan, Report> {
    let texts = store.texts();
    let originals = Kept(store.originals());
    plan_against(store.study(), &*texts, &originals, inputs, coder)
}

fn plan_against(
    study: &Study,
    texts: &dyn Texts,
    originals: &dyn Originals,
    inputs: Vec<Input>,
    coder: &str,
) -> Result<Plan, Report> {
    let mut mint = SystemMint::default();
    plan_files(inputs, study, texts, originals, &mut mint, coder)
}

/// The plan of a colleague's `excerpts.csv`.
pub(super) fn excerpts(cx: &Cx, store: &Store, file: &Path) -> Result<Plan, Failure> {
    let how = How {
        kind: Some(Kind::Excerpts),
        keeping: None,
        options: Options::default(),
        belongs: Belongs::ByName,
    };
    let input = input(file, &how)?;
    let (texts, originals) = (store.texts(), Kept(store.originals()));
    let mut mint = SystemMint::default();
    plan_excerpts(
        input,
        store.study(),
        &*texts,
        &originals,
        &mut mint,
        cx.coder(),
    )
    .map_err(|report| refused(&report))
}

/// Every fault, one a line.
pub(super) fn refused(report: &Report) -> Failure {
    let mut lines: Vec<Message> = report.warnings.clone();
    lines.extend(report.problems.iter().map(Problem::message));
    lines.push(message!("cli-nothing-imported"));
    Failure::Said(DATA, lines)
}

/// What was chosen on the way, a name that says another format than the content among it.
pub(super) fn warnings(plan: &Plan) -> Vec<Message> {
    let mut warnings = plan.report.warnings.clone();
    for text in &plan.texts {
        if let Some(warning) = name_and_content(&text.file, text.transcript.format) {
            let file = harmless_line(&text.file);
            warnings.push(message!(
                "import-in-file",
                file = file,
                warning = warning.message()
            ));
        }
    }
    warnings
}

/// A PDF is kept only by whoever says that it is one, having looked at what is read of it.
fn refuse_unseen(plan: &Plan, how: &Options) -> Done {
    let is_unseen = |text: &&crate::import::PlannedText| {
        text.transcript.format == Format::Pdf && how.format != Some(Format::Pdf)
    };
    match plan.texts.iter().find(is_unseen) {
        Some(text) => Err(Failure::Said(
            DATA,
            vec![
                message!("cli-import-pdf", file = harmless_line(&text.file)),
                message!("cli-nothing-imported"),
            ],
        )),
        None => Ok(()),
    }
}

/// What became of the files: a line for one, a table for many.
enum Told {
    Lines(Vec<Message>),
    Table(Vec<Vec<String>>),
}

impl Told {
    fn of(cx: &Cx, order: &[String], plan: &Plan) -> Self {
        if order.len() < 2 {
            return Self::Lines(summary(order, plan));
        }
        let words = cx.words;
        let head = [
            "cli-import-head-file",
            "cli-import-head-format",
            "cli-import-head-interview",
            "cli-import-head-became",
            "cli-import-head-words",
            "cli-import-head-rows",
        ];
        let mut rows = vec![head.map(|key| words.get(key)).to_vec()];
        rows.extend(Became::of(order, plan).into_iter().map(|one| {
            vec![
                one.file,
                one.format,
                one.goes,
                words.say(&one.fate),
                one.words.map_or_else(String::new, |n| n.to_string()),
                one.rows.to_string(),
            ]
        }));
        Self::Table(rows)
    }

    fn say(&self, cx: &Cx) -> Done {
        match self {
            Self::Lines(lines) => lines.iter().try_for_each(|line| cx.say(line)),
            Self::Table(rows) => cx.columns(rows),
        }
    }
}

/// What became of each file, in words.
fn summary(order: &[String], plan: &Plan) -> Vec<Message> {
    let mut lines = Vec::new();
    for name in order {
        for text in plan.texts.iter().filter(|text| text.file == *name) {
            let key = match (text.fate, text.session.is_empty()) {
                (Fate::Withdrawn, _) => "cli-text-withdrawn",
                (_, true) => "cli-reference-read",
                (_, false) => "cli-text-read",
            };
            lines.push(
                Message::new(key)
                    .with("file", name)
                    .with("format", text.transcript.format.name())
                    .with("words", text.transcript.words)
                    .with("turns", text.transcript.turns.len())
                    .with(
                        "session",
                        if text.session.is_empty() {
                            &text.document
                        } else {
                            &text.session
                        },
                    ),
            );
        }
        let files = plan.report.files.iter().filter(|file| file.file == *name);
        lines.extend(files.map(crate::import::FileReport::message));
    }
    lines
}

/// One object a file, in the order given.
fn in_order(
    cx: &Cx,
    order: &[String],
    plan: &Plan,
    encodings: &HashMap<String, String>,
    of_versions: &[OfVersion],
) -> Vec<Value> {
    let mut out = Vec::new();
    for name in order {
        for text in plan.texts.iter().filter(|text| text.file == *name) {
            let mut value = transcript(name, &text.session, &text.transcript);
            if let Some(Value::Array(warnings)) = value.get_mut("warnings") {
                warnings.extend(of_file(cx, name, plan));
            }
            let told = of_versions.iter().find(|one| one.file == *name);
            if let (Some(told), Some(object)) = (told, value.as_object_mut()) {
                object.insert("version".to_owned(), told.json());
            }
            out.push(value);
        }
        for file in plan.report.files.iter().filter(|file| file.file == *name) {
            out.push(json!({
                "file": name,
                "format": file.kind.as_str(),
                "encoding": encodings.get(name),
                "session": null,
                "rows": file.rows,
                "added": file.added,
                "changed": file.changed,
                "same": file.same,
                "withdrawn": file.withdrawn,
                "problems": [],
                "warnings": of_file(cx, name, plan),
            }));
        }
    }
    out
}

/// What planning said of a file, beside what reading it said.
fn of_file(cx: &Cx, name: &str, plan: &Plan) -> Vec<Value> {
    let file = I18nValue::Text(harmless_line(name).into_owned());
    plan.report
        .warnings
        .iter()
        .filter(|warning| {
            warning.key != "import-in-file" && warning.args.get("file") == Some(&file)
        })
        .map(|warning| Value::from(cx.words.say(warning)))
        .collect()
}

/// Encodings of the data files.
fn encodings(inputs: &[Input]) -> HashMap<String, String> {
    let data = inputs.iter().filter_map(|input| match &input.read {
        Read::Data(_, forced) => {
            let decoded = decode(&input.bytes, forced.as_deref()).ok()?;
            Some((input.name.clone(), decoded.encoding))
        }
        Read::Transcript(..) | Read::Project(_) => None,
    });
    data.collect()
}

fn transcript(name: &str, session: &str, transcript: &Transcript) -> Value {
    let mut transcript = transcript.clone();
    if let Some(warning) = name_and_content(name, transcript.format)
        && !transcript.warnings.contains(&warning)
    {
        transcript.warnings.push(warning);
    }
    serde_json::to_value(CheckReport::new(name, session, &transcript)).unwrap_or_default()
}

/// Says what the files are and what would become of them. A transcript needs no study for that.
fn check(cx: &Cx, asked: &Import, inputs: Vec<Input>, absent: Vec<(usize, Failure)>) -> Done {
    let order = names(&inputs);
    let needs_study = inputs
        .iter()
        .any(|input| !matches!(input.read, Read::Transcript(..)));
    let store = match cx.read() {
        Ok(store) => Some(store),
        Err(failure) if needs_study || cx.settings().study.value.is_some() => return Err(failure),
        Err(_) => None,
    };
    let again = inputs.clone();
    let encodings = encodings(&inputs);
    let nothing = Study::from_records([]);
    let study = store.as_ref().map_or(&nothing, Store::study);
    let planned = if let Some(store) = &store {
        planned(store, inputs, cx.coder())
    } else {
        let none: HashMap<VersionId, Arc<DocumentText>> = HashMap::new();
        plan_against(study, &none, &(), inputs, cx.coder())
    };
    match planned {
        Ok(plan) => {
            let seen = Seen::of(store.as_ref(), &plan);
            let of_versions = told_of(study, &seen, &plan);
            if asked.json {
                let read = in_order(cx, &order, &plan, &encodings, &of_versions);
                return all_files(cx, asked, read, absent);
            }
            Told::of(cx, &order, &plan).say(cx)?;
            for text in &plan.texts {
                if order.len() > 1 {
                    cx.line(&text.file)?;
                }
                preview(cx, &text.transcript)?;
            }
            for line in of_versions.iter().flat_map(OfVersion::lines) {
                cx.say(&line)?;
            }
            for warning in &warnings(&plan) {
                cx.tell(warning);
            }
            Ok(())
        }
        Err(report) => {
            if asked.json {
                all_files(cx, asked, faults(&again, &report, cx), absent)?;
            }
            Err(refused(&report))
        }
    }
}

/// Prints what was read, and in its place each file that could not be; the first of those is why the command fails.
fn all_files(cx: &Cx, asked: &Import, mut read: Vec<Value>, absent: Vec<(usize, Failure)>) -> Done {
    let mut first = None;
    for (at, failure) in absent {
        let error = match &failure {
            Failure::Said(_, lines) => {
                let lines: Vec<String> = lines.iter().map(|line| cx.words.say(line)).collect();
                lines.join(" ")
            }
            Failure::Quiet(_) | Failure::NobodyReads => String::new(),
        };
        let file = asked.files.get(at).map(|file| file.display().to_string());
        let value = json!({"file": file, "format": null, "session": null, "error": error});
        read.insert(at.min(read.len()), value);
        first = first.or(Some(failure));
    }
    cx.json(&read)?;
    first.map_or(Ok(()), Err)
}

/// What was read of each file where one of them cannot be kept.
fn faults(inputs: &[Input], report: &Report, cx: &Cx) -> Vec<Value> {
    let mut out = Vec::new();
    for input in inputs {
        let problems: Vec<Value> = report
            .problems
            .iter()
            .filter(|problem| problem.file == input.name)
            .map(|problem| {
                json!({
                    "line": problem.line,
                    "column": problem.column,
                    "found": problem.found,
                    "expected": cx.words.say(&problem.expected),
                })
            })
            .collect();
        match &input.read {
            Read::Transcript(belongs, options) => {
                let session = match belongs {
                    Belongs::Session(key) => key.clone(),
                    Belongs::VersionOf { session, .. } => session.clone().unwrap_or_default(),
                    Belongs::Reference(_) => String::new(),
                    Belongs::ByName => crate::import::stem(&input.name),
                };
                let mut value = if let Ok(read) = read_transcript(&input.bytes, options) {
                    transcript(&input.name, &session, &read)
                } else {
                    json!({"file": input.name, "format": null, "session": session})
                };
                if let Some(object) = value.as_object_mut() {
                    object.insert("problems".to_owned(), Value::Array(problems));
                }
                out.push(value);
            }
            Read::Project(keeping) => out.push(json!({
                "file": input.name,
                "format": keeping.as_str(),
                "session": null,
                "problems": problems,
            })),
            Read::Data(kind, _) => out.push(json!({
                "file": input.name,
                "format": kind.as_str(),
                "session": null,
                "problems": problems,
            })),
        }
    }
    out
}

/// Speakers, the first turns, what was not read.
fn preview(cx: &Cx, transcript: &Transcript) -> Done {
    for (speaker, turns) in transcript.speakers() {
        let name = speaker.map_or_else(|| cx.words.get("cli-no-speaker"), str::to_owned);
        cx.say(&message!("cli-speaker", name = name, turns = turns))?;
    }
    for turn in transcript.turns.iter().take(3) {
        let words: String = turn.text.chars().take(120).collect();
        let speaker = turn.speaker.clone().unwrap_or_default();
        cx.line(format!("    {speaker}  {}", words.replace('\n', " ")).trim_end())?;
    }
    for unread in &transcript.unread {
        cx.say(&message!(
            "cli-unread",
            line = unread.line,
            text = &unread.text,
            reason = unread.reason.message()
        ))?;
    }
    Ok(())
}
