//! What is shown compared with a milestone: every figure that moved, and why, each leading to its table.

use super::items;
use crate::analysis::milestones::{Account, Diff, Moved, accounts, compare, tables, words_of};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::app::act::coding::open_at;
use crate::app::act::source;
use crate::app::away::watched;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::evidence::table_name;
use crate::app::{App, At};
use crate::command::{EvidenceAct, Invocation};
use crate::i18n::{Lang, Message, Words};
use crate::message;
use crate::store::Store;
use crate::study::document::Texts;
use crate::study::id::{AnswerId, CodingId};
use crate::study::{Study, label};

/// Compares with a milestone; without a name, from a list.
pub(super) fn run(app: &mut App, name: Option<&str>) {
    if let Some(name) = name {
        return count(app, name.trim());
    }
    let items = items(app);
    if items.is_empty() {
        return app.inform(message!("app-milestone-none"));
    }
    let picker = Picker::new(message!("app-milestone-diff"), items, |app, pick| {
        if let Pick::Item(name) = pick {
            count(app, &name);
        }
    });
    app.push(Layer::Picker(picker));
}

/// Counts both states on a worker.
fn count(app: &mut App, name: &str) {
    let now = app.present.as_mut().or(app.work.as_mut());
    let Some(now) = now else { return };
    let Some((_, milestone)) = now.study().milestone_by_name(name) else {
        let known = now.study().milestones();
        let known: Vec<&str> = known.iter().map(|(_, one)| one.name.as_str()).collect();
        let known = known.join(", ");
        return app.warn(message!(
            "app-milestone-unknown",
            name = name,
            known = known
        ));
    };
    let milestone = milestone.clone();
    if let Err(error) = now.store.settle() {
        return app.fail(error.message());
    }
    let (folder, today) = (now.store.folder().to_owned(), now.store.shared());
    let Some(shown) = &app.work else { return };
    let (study, texts) = (shown.store.shared(), shown.texts());
    let blind = shown.store.is_blind().then(|| shown.coder.clone());
    let language = app.words.lang();
    let name = milestone.name.clone();
    app.away(
        message!("app-milestone-counting"),
        move |progress| {
            let (mut store, _) =
                Store::open_at(&folder, &milestone, &today, &mut *watched(progress, 60.0))
                    .map_err(|error| error.message())?;
            if let Some(coder) = &blind {
                store.look_blind(coder);
            }
            let before = all(store.study(), &*store.texts(), language)?;
            progress.reached(80, 100);
            // nobody waits for what would come of it
            if progress.given_up() {
                return Err(message!(
                    "app-away-given-up",
                    what = message!("app-milestone-counting")
                ));
            }
            let after = all(&study, &*texts, language)?;
            Ok(compare((store.study(), &before), (&study, &after)))
        },
        move |app, made| match made {
            Ok(diff) => show(app, &name, &diff),
            Err(why) => app.warn(why),
        },
    );
}

fn all(
    study: &Study,
    texts: &dyn Texts,
    language: Lang,
) -> Result<Vec<crate::analysis::Table>, Message> {
    let context = Context {
        texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language,
    };
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, &context);
    tables(&counted, &context).map_err(|error| error.message())
}

/// What a line of the list leads to.
enum To {
    /// Codings that came or changed.
    Codings(Vec<String>),
    /// Answers that came or changed.
    Answers(Vec<String>),
    /// Interviews that came.
    Interviews,
    /// What is no longer there.
    Gone,
    /// A table.
    Table(&'static str),
    /// A figure in its row.
    Figure(Box<Moved>),
    /// More figures of one table.
    Figures(Vec<Moved>),
}

/// First what changed in the study, then table by table what moved by it.
fn show(app: &mut App, name: &str, diff: &Diff) {
    if diff.figures.is_empty() {
        return app.inform(message!("app-milestone-same", name = name));
    }
    let words = app.words;
    let mut lines = of_study(diff, words);
    for account in accounts(diff) {
        lines.extend(of_table(&account, words));
    }
    let title = message!("app-milestone-moved", name = name, n = diff.figures.len());
    list(app, title, lines);
}

/// Lines to choose from, each leading somewhere.
fn list(app: &mut App, title: Message, lines: Vec<(PickItem, To)>) {
    let (items, mut leads): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
    let items = items.into_iter().enumerate();
    let items = items.map(|(at, item)| PickItem {
        id: at.to_string(),
        ..item
    });
    let picker = Picker::new(title, items.collect(), move |app, pick| {
        let Pick::Item(id) = pick else { return };
        let at = id.parse::<usize>().ok().filter(|at| *at < leads.len());
        if let Some(at) = at {
            lead(app, leads.swap_remove(at));
        }
    });
    app.push(Layer::Picker(picker));
}

/// What became of codings, answers and interviews, what there is nothing of aside.
fn of_study(diff: &Diff, words: Words) -> Vec<(PickItem, To)> {
    let why = &diff.why;
    let all = [
        (
            message!("analysis-moved-coded", n = why.coded.len()),
            To::Codings(why.coded.clone()),
        ),
        (
            message!("analysis-moved-recoded", n = why.recoded.len()),
            To::Codings(why.recoded.clone()),
        ),
        (
            message!("analysis-moved-removed", n = why.removed.len()),
            To::Gone,
        ),
        (
            message!("analysis-moved-withdrawn", n = why.withdrawn.len()),
            To::Gone,
        ),
        (
            message!("analysis-moved-answers", n = why.answers.len()),
            To::Answers(why.answers.clone()),
        ),
        (
            message!("analysis-moved-interviews", n = diff.interviews.len()),
            To::Interviews,
        ),
    ];
    let line = |label: String, to| {
        let item = PickItem {
            key: words.get("app-milestone-study"),
            label: apart(&label),
            ..PickItem::default()
        };
        (item, to)
    };
    let said = all.into_iter().map(|(said, to)| (words.say(&said), to));
    let mut lines: Vec<_> = said
        .filter(|(said, _)| !said.is_empty())
        .map(|(said, to)| line(said, to))
        .collect();
    if lines.is_empty() {
        lines.push(line(words.get("analysis-moved-other"), To::Gone));
    }
    lines
}

/// What is told of something, apart from its name.
fn apart(told: &str) -> String {
    if told.is_empty() {
        String::new()
    } else {
        format!("— {told}")
    }
}

/// The table with how many of its figures moved, a line for each, and one for all its lines that are new or gone.
fn of_table(account: &Account, words: Words) -> Vec<(PickItem, To)> {
    let name = table_name(words, account.table);
    let head = PickItem {
        key: name.clone(),
        label: apart(&account.figures_words(words)),
        ..PickItem::default()
    };
    let under = |key: &str, label: String| PickItem {
        key: format!("  {key}"),
        label,
        more: name.clone(),
        ..PickItem::default()
    };
    let mut lines = vec![(head, To::Table(account.table))];
    let (told, others) = account.told();
    lines.extend(told.iter().map(|moved| of_figure(moved, words)));
    if !others.is_empty() {
        let said = words.say(&message!("export-moved-more", n = others.len()));
        let others = others.iter().map(|moved| (*moved).clone()).collect();
        lines.push((under(&said, String::new()), To::Figures(others)));
    }
    let came = account.new_words(words).zip(account.new.first());
    let went = account.gone_words(words).zip(account.gone.first());
    for ((said, named), first) in came.into_iter().chain(went) {
        let to = To::Figure(Box::new((*first).clone()));
        lines.push((under(&said, apart(&named)), to));
    }
    lines
}

/// A figure, then and now, and why.
fn of_figure(moved: &Moved, words: Words) -> (PickItem, To) {
    let item = PickItem {
        key: format!("  {}", moved.row_words(words)),
        label: format!(
            " {}  {}",
            moved.column.label.say(words),
            moved.values(words)
        ),
        detail: moved.why.say(words),
        more: table_name(words, moved.table),
        ..PickItem::default()
    };
    (item, To::Figure(Box::new(moved.clone())))
}

fn lead(app: &mut App, to: To) {
    match to {
        To::Codings(ids) => codings(app, &ids),
        To::Answers(ids) => {
            let ids: Vec<AnswerId> = ids.iter().map(|id| AnswerId::new(id)).collect();
            source::answers(app, &ids);
        }
        To::Interviews => app.go(At::Board),
        To::Gone => app.inform(message!("app-milestone-gone")),
        To::Table(name) => app.run(&Invocation::new(EvidenceAct::Table).with_arg(name)),
        To::Figure(moved) => figure(app, &moved),
        To::Figures(all) => {
            let title = message!("export-moved-more", n = all.len());
            let words = app.words;
            let lines = all.iter().map(|moved| of_figure(moved, words));
            list(app, title, lines.collect());
        }
    }
}

/// The codings, to open one in its text.
fn codings(app: &mut App, ids: &[String]) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let keys = Keys::of(study);
    let lang = app.words.lang().code();
    let items = ids.iter().filter_map(|id| {
        let coding = study.records.codings.get(&CodingId::new(id))?;
        let code = study.resolve_code(&coding.code)?;
        let record = study.records.codes.get(code)?;
        let session = study.session_of_passage(&coding.passage);
        let session =
            session.and_then(|id| Some(keys.session(id, study.records.sessions.get(id)?)));
        Some(PickItem {
            id: id.clone(),
            key: keys.code(code, record).to_owned(),
            label: label(&record.labels, lang, study).to_owned(),
            detail: session.unwrap_or_default().to_owned(),
            code: Some(code.clone()),
            ..PickItem::default()
        })
    });
    let items = items.collect();
    let picker = Picker::new(message!("app-milestone-study"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            open_at(app, &CodingId::new(&id));
        }
    });
    app.push(Layer::Picker(picker));
}

/// Goes to the table of a figure, and to its row where that is still there.
fn figure(app: &mut App, moved: &Moved) {
    let Some(work) = &mut app.work else { return };
    if moved.table == "evidence" {
        let study = work.study();
        let keys = Keys::of(study);
        let scenarios = study.scenarios().into_iter();
        let own = scenarios
            .filter(|(id, scenario)| keys.scenario(id, scenario) == moved.scenario)
            .map(|(id, _)| id.clone())
            .next();
        if own.is_some() {
            work.scenario = own;
        }
    }
    app.run(&Invocation::new(EvidenceAct::Table).with_arg(moved.table));
    if moved.lines[1].is_none() {
        return app.inform(message!("app-milestone-line-gone"));
    }
    let place = match app.at {
        At::Evidence => &mut app.places.evidence,
        At::Table => &mut app.places.table,
        _ => return,
    };
    place.asked.scenario = None;
    let parts = moved.of.iter();
    let words = parts.map(|(column, cell)| (column.key.clone(), words_of(cell)));
    place.put_figure(words.collect(), &moved.figure);
    app.refresh();
}
