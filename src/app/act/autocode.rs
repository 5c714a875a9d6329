//! A code put on many passages by a rule, and the list in which each is accepted or rejected.

use super::coding::{code_items, find_code};
use crate::analysis::autocode::{Gathered, Wish, gather};
use crate::analysis::search::{Hit, Progress};
use crate::app::layer::form::Values;
use crate::app::layer::{Choice, Confirm, Field, Form, Layer, Pick, Picker};
use crate::app::place::evidence::shown::Subject;
use crate::app::place::find::is_large;
use crate::app::{App, At, Place};
use crate::command::{AutocodeAct, Invocation};
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use crate::study::edit;
use crate::study::id::{CodeId, CodingId};
use crate::study::word::CodedUnit;

type Refused = (String, Message);

pub(super) fn run(app: &mut App, act: AutocodeAct, invocation: &Invocation) {
    match act {
        AutocodeAct::Gather => choose(app, invocation.arg.as_deref()),
        AutocodeAct::Review => review(app),
        AutocodeAct::Accept => settle_here(app, true),
        AutocodeAct::Reject => settle_here(app, false),
        AutocodeAct::AcceptAll => settle_all(app, true),
        AutocodeAct::RejectAll => settle_all(app, false),
    }
}

/// Asks for the code, then for the rest.
fn choose(app: &mut App, text: Option<&str>) {
    if app.at == At::Find && app.places.find.hits.list.is_empty() {
        return app.warn(message!("app-autocode-nothing"));
    }
    if let Some(text) = text {
        return match find_code(app, text) {
            Some(code) => form(app, code),
            None => app.warn(message!("app-no-code", text = text)),
        };
    }
    let Some(items) = code_items(app) else {
        return;
    };
    let picker = Picker::new(message!("app-autocode-code"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            form(app, CodeId::new(&id));
        }
    });
    app.push(Layer::Picker(picker.telling_codes()));
}

/// How much is coded of each hit, whose words, under which question.
fn form(app: &mut App, code: CodeId) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let words = app.words;
    let units = CodedUnit::ALL.iter().map(|unit| {
        let word = unit.as_str();
        (
            word.to_owned(),
            words.get(&format!("app-autocode-unit-{}", unit.as_str())),
        )
    });
    let mut questions = vec![(String::new(), "—".to_owned())];
    if let Some(plan) = study.guide() {
        let asked = plan.questions();
        questions.extend(asked.map(|q| (q.key.clone(), format!("{} {}", q.key, q.text))));
    }
    let fields = vec![
        Field::choice(
            "unit",
            message!("app-autocode-unit"),
            units.collect(),
            CodedUnit::Sentence.as_str(),
        ),
        Field::text("speaker", message!("app-autocode-speaker"), ""),
        Field::choice("question", message!("app-autocode-question"), questions, ""),
    ];
    let title = message!(
        "app-autocode-title",
        code = super::coding::key_of(study, &code)
    );
    app.push(Layer::Form(Form::new(title, fields, move |app, values| {
        put(app, &code, values)
    })));
}

/// What was asked for, to be gathered here or on a worker.
#[derive(Clone)]
struct Asked {
    code: CodeId,
    /// The hits of the search on the screen; none of them where whatever the words.
    hits: Option<Vec<Hit>>,
    /// Hits that are counted, but not listed.
    unlisted: usize,
    unit: CodedUnit,
    speaker: Option<String>,
    question: Option<String>,
}

impl Asked {
    fn gather(&self, study: &Study, texts: &dyn Texts, progress: &Progress) -> Found {
        let wish = Wish {
            hits: self.hits.as_deref(),
            unit: self.unit,
            speaker: self.speaker.as_deref(),
            question: self.question.as_deref(),
            session: None,
            progress: progress.clone(),
        };
        gather(study, texts, &wish).map_err(|error| error.message())
    }
}

type Found = Result<Gathered, Message>;

/// Gathers the passages; where that takes long, on a worker.
fn put(app: &mut App, code: &CodeId, values: &Values) -> Result<(), Refused> {
    let here = app.at == At::Find;
    let given = |key: &str| Some(values.get(key).to_owned()).filter(|value| !value.is_empty());
    let (speaker, question) = (given("speaker"), given("question"));
    if !here && speaker.is_none() && question.is_none() {
        return Err(("speaker".to_owned(), message!("app-autocode-what")));
    }
    let hits = &app.places.find.hits;
    let asked = Asked {
        code: code.clone(),
        hits: here.then(|| hits.list.clone()),
        unlisted: if here {
            hits.total - hits.list.len()
        } else {
            0
        },
        unit: CodedUnit::parse(values.get("unit")).unwrap_or_default(),
        speaker,
        question,
    };
    let Some(work) = &app.work else {
        return Ok(());
    };
    if is_large(work.study()) {
        gather_away(app, asked);
        return Ok(());
    }
    let found = asked.gather(work.study(), &*work.texts(), &Progress::default());
    let found = found.map_err(|why| ("speaker".to_owned(), why))?;
    make(app, &asked, found).map_err(|why| ("unit".to_owned(), why))
}

fn gather_away(app: &mut App, asked: Asked) {
    let Some(work) = &app.work else { return };
    let (study, texts, revision) = (work.store.shared(), work.texts(), work.revision);
    app.away(
        message!("app-autocode-gathering"),
        {
            let asked = asked.clone();
            move |progress| asked.gather(&study, &*texts, progress)
        },
        move |app, found| {
            if app
                .work
                .as_ref()
                .is_none_or(|work| work.revision != revision)
            {
                // the study went on meanwhile
                return gather_away(app, asked);
            }
            if let Err(why) = found.and_then(|found| make(app, &asked, found)) {
                app.warn(why);
            }
        },
    );
}

/// Makes the codings and shows them for review.
fn make(app: &mut App, asked: &Asked, found: Gathered) -> Result<(), Message> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let code = &asked.code;
    let key = super::coding::key_of(work.study(), code);
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let passages = found.passages.into_iter().map(|one| one.passage);
    let done = edit::autocode(study, mint, passages, code, &coder, &[]);
    let done = done.map_err(|error| error.message())?;
    let told = [
        ("app-autocode-interviewer", found.interviewer),
        ("app-autocode-left-out", found.left_out),
        ("app-autocode-elsewhere", found.elsewhere),
        ("app-autocode-unlisted", asked.unlisted),
    ];
    for (key, n) in told.into_iter().filter(|(_, n)| *n > 0) {
        app.inform(Message::new(key).with("n", n));
    }
    let n = done.made.len();
    if n == 0 && done.met == 0 {
        app.warn(message!("app-autocode-nothing"));
        return Ok(());
    }
    if app.change(message!("label-autocode", code = &key, n = n), done.changes) {
        if let Some(work) = &mut app.work {
            work.used(code);
        }
        app.inform(message!("app-autocoded", n = n, code = key, met = done.met));
        if n > 0 {
            review(app);
        }
    }
    Ok(())
}

/// The list of what waits for review.
fn review(app: &mut App) {
    app.places.passages.show(Subject::Auto);
    app.go(At::Passages);
}

fn settle_here(app: &mut App, accept: bool) {
    if let Some(id) = app.places.passages.coding() {
        settle(app, &[id], accept);
    }
}

/// All that are listed; asked first, for they may be many.
fn settle_all(app: &mut App, accept: bool) {
    let ids = app.places.passages.current_passages().to_vec();
    let n = ids.len();
    let (question, answer) = if accept {
        ("app-autocode-accept-all", "app-autocode-accept")
    } else {
        ("app-autocode-reject-all", "app-autocode-reject")
    };
    app.push(Layer::Confirm(Confirm::new(
        Message::new(question).with("n", n),
        vec![
            Choice::new(Message::new(answer), move |app| settle(app, &ids, accept)),
            Choice::new(message!("app-autocode-keep-waiting"), |_| {}),
        ],
    )));
}

fn settle(app: &mut App, ids: &[CodingId], accept: bool) {
    let Some(work) = &app.work else { return };
    let changes = edit::review(work.study(), ids, accept);
    let key = if accept {
        "label-autocode-accept"
    } else {
        "label-autocode-reject"
    };
    let label = Message::new(key).with("n", ids.len());
    if super::carry(app, label.clone(), changes) {
        app.inform(message!("app-literally", text = label));
    }
}

#[cfg(test)]
mod tests {
    use crate::app::At;
    use crate::app::test_support::Stage;
    use crate::command::Context;
    use crate::i18n::Lang;
    use crate::study::word::Origin;

    fn origins(stage: &Stage) -> Vec<Origin> {
        let study = stage.app.work.as_ref().unwrap().study();
        let codings = study.records.codings.values();
        codings.map(|coding| coding.origin).collect()
    }

    fn waiting(stage: &Stage) -> usize {
        let origins = origins(stage).into_iter();
        origins.filter(|origin| *origin == Origin::Auto).count()
    }

    #[test]
    fn hits_are_coded_at_once_and_reviewed_one_by_one() {
        let mut stage = Stage::new(Lang::En);
        let before = origins(&stage).len();
        stage.run("place.search fois");
        stage.keys("A");
        assert_eq!(stage.app.context(), Context::Picker);
        stage.keys("enter");
        assert_eq!(stage.app.context(), Context::Form);
        stage.keys("enter");
        assert_eq!(
            (stage.app.at, stage.app.context()),
            (At::Passages, Context::Review)
        );
        let n = waiting(&stage);
        assert!(n > 2, "{n}");
        assert_eq!(stage.app.places.passages.n_passages, n);
        stage.keys("y");
        assert_eq!(waiting(&stage), n - 1);
        stage.keys("x");
        assert_eq!(waiting(&stage), n - 2);
        assert_eq!(origins(&stage).len(), before + n - 1, "one was rejected");
        stage.keys("Y enter");
        assert_eq!(waiting(&stage), 0);
        assert_eq!(stage.app.places.passages.n_passages, 0);
        // three undos of the review, and one takes all that was coded
        stage.keys("u u u");
        assert_eq!(waiting(&stage), n);
        stage.keys("u");
        assert_eq!(origins(&stage).len(), before);
    }

    #[test]
    fn what_cannot_be_is_told_and_nothing_is_coded() {
        let mut stage = Stage::new(Lang::En);
        let before = origins(&stage).len();
        stage.run("place.search zyxwv");
        stage.keys("A");
        assert_eq!(stage.app.context(), Context::Find, "nothing is found");
        stage.run("place.codes");
        stage.run("autocode.gather B1");
        stage.keys("enter");
        assert_eq!(stage.app.context(), Context::Form, "by what?");
        stage.keys("tab");
        stage.types("Nobody");
        stage.keys("enter");
        assert_eq!(stage.app.context(), Context::Form, "nobody is called so");
        assert_eq!(origins(&stage).len(), before);
    }
}
