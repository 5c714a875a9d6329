//! What is shown compared with a milestone: every figure that moved, and why, each leading to its table.

use super::items;
use crate::analysis::milestones::{Diff, Moved, Value, compare, tables};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::app::App;
use crate::app::away::watched;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::evidence::table_name;
use crate::command::{EvidenceAct, Invocation};
use crate::i18n::{Lang, Message, Words};
use crate::message;
use crate::store::Store;
use crate::study::Study;
use crate::study::document::Texts;

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
            Ok(diff) => show(app, &name, diff),
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

fn show(app: &mut App, name: &str, diff: Diff) {
    if diff.figures.is_empty() {
        return app.inform(message!("app-milestone-same", name = name));
    }
    let words = app.words;
    let items = diff
        .figures
        .iter()
        .enumerate()
        .map(|(at, moved)| row(at, moved, words))
        .collect();
    let title = message!(
        "app-milestone-moved",
        name = name,
        n = diff.figures.len(),
        why = diff.why.say(words)
    );
    let figures = diff.figures;
    let picker = Picker::new(title, items, move |app, pick| {
        let Pick::Item(id) = pick else { return };
        let moved = id.parse::<usize>().ok().and_then(|at| figures.get(at));
        if let Some(moved) = moved {
            app.run(&Invocation::new(EvidenceAct::Table).with_arg(moved.table));
        }
    });
    app.push(Layer::Picker(picker));
}

fn row(at: usize, moved: &Moved, words: Words) -> PickItem {
    let text = |value: &Option<Value>| value.as_ref().map_or("–".to_owned(), Value::to_string);
    let (before, after) = (text(&moved.before), text(&moved.after));
    PickItem {
        id: at.to_string(),
        key: table_name(words, moved.table),
        label: format!(
            "{} · {}  {before} → {after}",
            moved.row,
            moved.label.say(words)
        ),
        detail: moved.why.say(words),
        ..PickItem::default()
    }
}
