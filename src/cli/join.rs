//! `join`: a colleague's work comes in, by her study folder or by her `excerpts.csv`.

use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use super::import::{excerpts, warnings};
use crate::app::intake;
use crate::message;
use std::ops::ControlFlow;
use std::path::Path;

/// Brings in a copy of the study, or the codings of an export.
pub fn join(cx: &Cx, from: &Path) -> Done {
    let meta = std::fs::metadata(from).map_err(|error| Failure::of_input(from, &error))?;
    if !meta.is_dir() {
        return by_excerpts(cx, from);
    }
    if from.join("study.toml").is_file() && !from.join("journal").is_dir() {
        let file = from.join("excerpts.csv").display().to_string();
        let folder = from.display().to_string();
        let what = message!("cli-join-export", folder = folder, file = file);
        return Err(Failure::new(USAGE, what));
    }
    let mut store = cx.write()?;
    let joined = store.join(from, &mut |_| ControlFlow::Continue(()))?;
    for notice in store.notices() {
        cx.tell(&notice);
    }
    let mut lines = joined.messages().into_iter();
    if let Some(first) = lines.next() {
        cx.say(&first)?;
    }
    for line in lines {
        cx.tell(&line);
    }
    Ok(())
}

fn by_excerpts(cx: &Cx, file: &Path) -> Done {
    let mut store = cx.write()?;
    let plan = excerpts(cx, &store, file)?;
    let said: Vec<_> = plan
        .report
        .files
        .iter()
        .map(crate::import::FileReport::message)
        .collect();
    let left_out = plan.left_out;
    let told = warnings(&plan);
    intake::keep(&mut store, plan)?;
    store.settle()?;
    for message in store.notices().iter().chain(&told) {
        cx.tell(message);
    }
    if left_out > 0 {
        cx.tell(&message!("cli-join-left-out", n = left_out));
    }
    for line in &said {
        cx.say(line)?;
    }
    Ok(())
}
