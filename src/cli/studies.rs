//! `studies`: the studies of the data folder.

use super::cx::Cx;
use super::failure::Done;
use crate::app::studies::names;
use crate::config::current_study;
use crate::message;
use crate::store::{Access, Store};
use serde::Serialize;

#[derive(Serialize)]
struct Listed {
    name: String,
    title: String,
    current: bool,
    n_sessions: usize,
    n_codings: usize,
    changed_at: Option<String>,
    error: Option<String>,
}

/// Lists them.
pub fn studies(cx: &Cx, json: bool) -> Done {
    let current = current_study(cx.data_dir());
    let listed: Vec<Listed> = names(cx.data_dir())
        .into_iter()
        .map(|name| listed(cx, name, current.as_deref()))
        .collect();
    if json {
        return cx.json(&listed);
    }
    if listed.is_empty() {
        cx.tell(&message!("cli-no-studies"));
        return Ok(());
    }
    let mut rows = vec![
        [
            "",
            "cli-column-name",
            "cli-column-title",
            "cli-column-sessions",
            "cli-column-codings",
            "cli-column-changed",
        ]
        .map(|key| {
            if key.is_empty() {
                String::new()
            } else {
                cx.words.get(key)
            }
        })
        .to_vec(),
    ];
    for study in &listed {
        rows.push(vec![
            if study.current { "*" } else { "" }.to_owned(),
            study.name.clone(),
            study.error.clone().unwrap_or_else(|| study.title.clone()),
            study.n_sessions.to_string(),
            study.n_codings.to_string(),
            study.changed_at.clone().unwrap_or_default(),
        ]);
    }
    cx.columns(&rows)
}

fn listed(cx: &Cx, name: String, current: Option<&str>) -> Listed {
    let is_current = current == Some(name.as_str());
    let mut out = Listed {
        title: String::new(),
        current: is_current,
        n_sessions: 0,
        n_codings: 0,
        changed_at: None,
        error: None,
        name,
    };
    match Store::open(&cx.data_dir().join(&out.name), Access::Read) {
        Ok(store) => {
            let study = store.study();
            out.title.clone_from(&study.settings().name);
            out.n_sessions = study.records.sessions.len();
            out.n_codings = study.records.codings.len();
            let head = store.head();
            out.changed_at = (head.stamp != crate::study::Stamp::default()).then(|| {
                let second = head.date.round(jiff::Unit::Second).unwrap_or(head.date);
                second.to_string()
            });
        }
        Err(error) => out.error = Some(cx.words.say(&error.message())),
    }
    out
}
