//! Acts of the sample's board: the log of problems, the reports.

use super::{carry, source};
use crate::analysis::{Context, TurnCache};
use crate::app::layer::form::Values;
use crate::app::layer::{Choice, Confirm, Field, Form, Layer, Prompt};
use crate::app::place::quotas::Row;
use crate::app::{App, At};
use crate::command::{Invocation, QuotaAct};
use crate::export::report::{self, Report, ReportForm};
use crate::file::atomic::write_atomic;
use crate::message;
use crate::study::edit;
use crate::study::id::{ProblemId, SessionId};
use crate::study::session::Problem;
use crate::study::{Change, Study};
use crate::text::sanitise::harmless_line;
use std::path::Path;

pub(super) fn run(app: &mut App, act: QuotaAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        QuotaAct::Add => add(app, text),
        QuotaAct::Edit => with_problem(app, form),
        QuotaAct::Settle => with_problem(app, settle),
        QuotaAct::Remove => with_problem(app, |app, id| {
            app.change(message!("label-remove-problem"), vec![Change::remove(id)]);
        }),
        QuotaAct::Minutes => minutes(app, text),
        QuotaAct::Progress => progress(app, text),
    }
}

/// Enter: to the interview, to those behind a figure, or into the problem under the cursor.
pub(super) fn enter(app: &mut App) {
    match app.places.quotas.current().cloned() {
        Some(Row::Session(id)) => source::to_interview(app, &id),
        Some(Row::Problem(id)) => form(app, id),
        _ => {
            if let Some(ids) = app.places.quotas.behind().map(<[_]>::to_vec) {
                source::interviews(app, &ids);
            }
        }
    }
}

fn study(app: &App) -> Option<&Study> {
    app.work.as_ref().map(crate::app::Work::study)
}

/// Runs something with the problem under the cursor; tells where there is none.
fn with_problem(app: &mut App, then: impl FnOnce(&mut App, ProblemId)) {
    match app.places.quotas.current().cloned() {
        Some(Row::Problem(id)) => then(app, id),
        _ => app.warn(message!("app-problem-none")),
    }
}

fn add(app: &mut App, text: Option<&str>) {
    let problem = Problem {
        at: Some((app.now)()),
        ..Problem::default()
    };
    if let Some(words) = text {
        let problem = Problem {
            words: words.to_owned(),
            ..problem
        };
        if let Err((_, why)) = make(app, problem) {
            app.warn(why);
        }
        return;
    }
    let fields = fields(app, &problem);
    let form = Form::new(message!("app-problem-new"), fields, move |app, values| {
        let problem = read(values, &problem);
        make(app, problem)
    });
    app.push(Layer::Form(form));
}

type Refused = (String, crate::i18n::Message);

fn make(app: &mut App, problem: Problem) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (study, mint) = work.store.study_and_mint();
    let (_, changes) = edit::add_problem(study, mint, problem)
        .map_err(|error| ("words".to_owned(), error.message()))?;
    app.change(message!("label-add-problem"), changes);
    Ok(())
}

fn fields(app: &App, problem: &Problem) -> Vec<Field> {
    let mut sessions = vec![(String::new(), "—".to_owned())];
    if let Some(study) = study(app) {
        let known = study.sessions().into_iter();
        let known = known
            .filter(|(id, _)| study.session_consent(id) != crate::study::word::Consent::Withdrawn);
        sessions.extend(known.map(|(id, session)| (id.to_string(), session.key.clone())));
    }
    let held = problem
        .session
        .as_ref()
        .map_or_else(String::new, ToString::to_string);
    vec![
        Field::text("words", message!("app-problem-words"), &problem.words),
        Field::choice("session", message!("app-problem-session"), sessions, &held),
        Field::text("settled", message!("app-problem-settled"), &problem.settled),
    ]
}

/// The fields in the place of what they held; a problem that is said to be settled is so from then on.
fn read(values: &Values, before: &Problem) -> Problem {
    let session = values.get("session");
    Problem {
        words: values.get("words").to_owned(),
        session: (!session.is_empty()).then(|| SessionId::new(session)),
        settled: values.get("settled").to_owned(),
        ..before.clone()
    }
}

fn form(app: &mut App, id: ProblemId) {
    let Some(problem) = study(app).and_then(|study| study.records.problems.get(&id)) else {
        return;
    };
    let fields = fields(app, problem);
    let form = Form::new(message!("app-problem"), fields, move |app, values| {
        let now = (app.now)();
        let Some(study) = study(app) else {
            return Ok(());
        };
        let before = study.records.problems.get(&id).cloned().unwrap_or_default();
        let mut wanted = read(values, &before);
        if wanted.settled.is_empty() {
            wanted.settled_at = None;
        } else {
            wanted.settled_at = wanted.settled_at.or(Some(now));
        }
        let changes = edit::edit_problem(study, &id, wanted)
            .map_err(|error| ("words".to_owned(), error.message()))?;
        app.change(message!("label-edit-problem"), changes);
        Ok(())
    });
    app.push(Layer::Form(form));
}

fn settle(app: &mut App, id: ProblemId) {
    let prompt = Prompt::new(message!("app-problem-settle"), "", move |app, how| {
        let now = (app.now)();
        let Some(study) = study(app) else { return };
        let changes = edit::settle_problem(study, &id, now, &how);
        carry(app, message!("label-settle-problem"), changes);
    });
    app.push(Layer::Prompt(prompt));
}

/// Asks where a report goes, unless it was said; the ending of the name says whether it is Markdown, CSV or Word.
fn whither(
    app: &mut App,
    text: Option<&str>,
    name: &str,
    then: impl FnOnce(&mut App, &str) + Send + 'static,
) {
    if let Some(path) = text {
        return then(app, path);
    }
    let Some(work) = &app.work else { return };
    let path = work.store.exports_dir().join(format!("{name}.md"));
    let path = path.display().to_string();
    let prompt = Prompt::new(message!("app-report-out"), &path, move |app, path| {
        then(app, &path);
    });
    app.push(Layer::Prompt(prompt));
}

fn minutes(app: &mut App, text: Option<&str>) {
    let under = match (app.at, app.places.quotas.current()) {
        (At::Quotas, Some(Row::Session(id))) => Some(id.clone()),
        (At::Board, _) => app.places.board.current().cloned(),
        _ => None,
    };
    let known = app.work.as_ref().and_then(|work| work.session.clone());
    let Some(id) = under.or(known) else { return };
    let Some(session) = study(app).and_then(|study| study.records.sessions.get(&id)) else {
        return;
    };
    let name: String = session
        .key
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') {
                c
            } else {
                '_'
            }
        })
        .collect();
    let words = app.words;
    // refused before it is asked where it would go
    if let Some(Err(why)) = study(app).map(|study| report::minutes(study, &id, words)) {
        app.warn(why);
        return;
    }
    whither(app, text, &name, move |app, path| {
        let made = study(app).map(|study| report::minutes(study, &id, words));
        match made {
            Some(Ok(made)) => write(app, made, path),
            Some(Err(why)) => app.warn(why),
            None => {}
        }
    });
}

fn progress(app: &mut App, text: Option<&str>) {
    let name = app.words.get("app-report-progress-file");
    whither(app, text, &name, |app, path| {
        let now = (app.now)();
        let words = app.words;
        let Some(work) = &app.work else { return };
        let texts = work.texts();
        let turns = TurnCache::default();
        let head = work.store.head();
        let context = Context {
            texts: &*texts,
            turns: &turns,
            head: head.hash,
            date: Some(head.date),
            language: words.lang(),
        };
        match report::progress(work.study(), &context, now, words) {
            Ok(made) => write(app, made, path),
            Err(why) => app.warn(why.message()),
        }
    });
}

/// Writes a report; asks first where a file is already there.
fn write(app: &mut App, made: Report, path: &str) {
    let out = super::file::expand(path);
    if !out.exists() {
        return put(app, &made, &out);
    }
    let file = harmless_line(&out.to_string_lossy()).into_owned();
    let question = message!("app-export-exists", path = file);
    let choices = vec![
        Choice::new(message!("app-export-keep"), |_| {}),
        Choice::new(message!("app-export-over"), move |app| {
            put(app, &made, &out);
        }),
    ];
    app.push(Layer::Confirm(Confirm::new(question, choices)));
}

fn put(app: &mut App, made: &Report, out: &Path) {
    let head = app.work.as_ref().map(|work| work.store.head().date);
    let made = made.written(ReportForm::of(out), app.words, head);
    let folder = out.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = folder
        .map_err(|error| error.to_string())
        .and_then(|()| made.map_err(|error| error.to_string()))
        .and_then(|bytes| write_atomic(out, &bytes).map_err(|error| error.to_string()));
    let file = out.display().to_string();
    match written {
        Ok(()) => app.inform(message!("app-report-written", out = file)),
        Err(reason) => app.warn(message!("app-report-refused", out = file, reason = reason)),
    }
}
