//! A finished text against what was said and counted: every quote and figure in a list, each leading to its words.

use crate::analysis::quotes::{Checked, Piece, Verdict, check};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::app::App;
use crate::app::layer::files::Want;
use crate::app::layer::{Files, Layer, Pick, PickItem, Picker};
use crate::i18n::{Message, Words, duration};
use crate::import::{LARGEST_TEXT, read_prose};
use crate::message;
use std::path::{Path, PathBuf};

/// What stands for another file in the list.
const OTHER: &str = "other";

/// Checks a file; without one, shows what was found last, else asks for a file.
pub(super) fn run(app: &mut App, path: Option<&str>) {
    match path {
        Some(path) => read(app, super::super::file::expand(path)),
        None if app.checked.is_some() => list(app),
        None => ask(app),
    }
}

fn ask(app: &mut App) {
    let folder = super::super::file::folder(app);
    let files = Files::new(message!("app-quotes-file"), &folder, Want::File, read);
    app.push(Layer::Files(files));
}

/// Reads and checks on a worker.
fn read(app: &mut App, path: PathBuf) {
    let Some(work) = &app.work else { return };
    let (study, texts) = (work.store.shared(), work.texts());
    app.folder = path.parent().map(Path::to_owned);
    let language = app.words.lang();
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    app.away(
        message!("app-quotes-reading"),
        move |progress| {
            prose(&path).map(|prose| {
                let context = Context {
                    texts: &*texts,
                    turns: &TurnCache::default(),
                    head: String::new(),
                    date: None,
                    language,
                };
                let keys = Keys::of(&study);
                let counted = Counted::of(&study, &keys, &context);
                check(&counted, &context, &prose.paragraphs, false, progress)
            })
        },
        move |app, made| match made {
            Ok(checked) if checked.is_empty() => app.inform(message!("app-quotes-none")),
            Ok(checked) => {
                app.checked = Some((name.unwrap_or_default(), checked));
                list(app);
            }
            Err(why) => app.warn(why),
        },
    );
}

fn prose(path: &Path) -> Result<crate::import::Prose, Message> {
    let name = path.display().to_string();
    let refused =
        |reason: Message| message!("import-problem-file", file = name.clone(), reason = reason);
    let meta = std::fs::metadata(path).map_err(|error| {
        message!(
            "app-quotes-unread",
            file = name.clone(),
            reason = error.to_string()
        )
    })?;
    if meta.len() > LARGEST_TEXT as u64 {
        return Err(refused(message!(
            "import-error-too-large",
            bytes = meta.len()
        )));
    }
    let bytes = std::fs::read(path).map_err(|error| {
        message!(
            "app-quotes-unread",
            file = name.clone(),
            reason = error.to_string()
        )
    })?;
    read_prose(&name, &bytes).map_err(|error| refused(error.message()))
}

/// What was found, what is wrong first in each line.
fn list(app: &mut App) {
    let Some((file, checked)) = &app.checked else {
        return;
    };
    let words = app.words;
    let wrong = checked
        .iter()
        .filter(|one| one.verdict.is_finding())
        .count();
    let title = message!(
        "app-quotes-found",
        file = file,
        n = checked.len(),
        wrong = wrong
    );
    let mut items: Vec<PickItem> = checked
        .iter()
        .enumerate()
        .map(|(at, one)| item(at, one, words))
        .collect();
    items.push(PickItem {
        id: OTHER.to_owned(),
        key: words.get("app-quotes-other"),
        ..PickItem::default()
    });
    let about = checked
        .iter()
        .enumerate()
        .filter_map(|(at, one)| Some((at.to_string(), side_by_side(one, words)?)))
        .collect();
    let picker = Picker::new(title, items, |app, pick| {
        let Pick::Item(id) = pick else { return };
        if id == OTHER {
            return ask(app);
        }
        let one = id.parse::<usize>().ok();
        let hit = one.and_then(|at| app.checked.as_ref()?.1.get(at)?.place.clone());
        match hit {
            Some(hit) => super::to(app, &hit),
            None => app.inform(message!("app-quotes-no-place")),
        }
    });
    app.push(Layer::Picker(picker.telling(about)));
}

fn item(at: usize, one: &Checked, words: Words) -> PickItem {
    let verdict = match one.verdict {
        Verdict::Consent(why) => words.get(&format!("analysis-quotes-{}", why.as_str())),
        verdict => words.get(&format!("analysis-quotes-{}", verdict.as_str())),
    };
    let mut facts = Vec::new();
    if let Some(place) = &one.place {
        facts.push(place.interview.clone());
        let time = place.t_ms.and_then(|ms| u64::try_from(ms).ok());
        facts.extend(time.map(duration));
    }
    if let (Verdict::Wrong, Some((k, n))) = (one.verdict, one.expected) {
        facts.push(words.say(&message!("analysis-quotes-expected", k = k, n = n)));
    }
    facts.retain(|fact| !fact.is_empty());
    let sign = if one.verdict.is_finding() {
        "✗"
    } else {
        "✓"
    };
    PickItem {
        id: at.to_string(),
        key: format!("{:>4} {sign} {verdict}", one.line),
        label: one.written.replace('\n', " "),
        detail: facts.join(" "),
        ..PickItem::default()
    }
}

/// What is written and what was said, where they differ.
fn side_by_side(one: &Checked, words: Words) -> Option<String> {
    let mut pairs = Vec::new();
    for piece in &one.pieces {
        if let Piece::Differs { written, said } = piece {
            pairs.push(format!("{written} ≠ {said}"));
        }
    }
    if pairs.is_empty() {
        return None;
    }
    let said = words.get("analysis-quotes-written");
    Some(format!("{said} {}", pairs.join(" · ")))
}
