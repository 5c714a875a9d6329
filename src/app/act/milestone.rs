//! Milestones: setting one; looking at the study as it was known then, and coming back.

mod diff;

use super::carry;
use crate::app::away::watched;
use crate::app::layer::{Layer, Pick, PickItem, Picker, Prompt};
use crate::app::{App, Work};
use crate::command::{Invocation, MilestoneAct};
use crate::message;
use crate::store::Store;
use crate::study::edit;
use crate::study::milestone::Milestone;
use crate::study::word::SessionState;

pub(super) fn run(app: &mut App, act: MilestoneAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        MilestoneAct::Add => add(app, text),
        MilestoneAct::View => view(app, text),
        MilestoneAct::Diff => diff::run(app, text),
    }
}

/// Gives what is known now a name.
fn add(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let prompt = Prompt::new(message!("app-milestone-name"), "", |app, name| {
            add(app, Some(&name));
        });
        return app.push(Layer::Prompt(prompt));
    };
    let Some(work) = &mut app.work else { return };
    // the head is that of what is on the disk
    if let Err(error) = work.store.settle() {
        return app.fail(error.message());
    }
    let milestone = Milestone {
        name: name.trim().to_owned(),
        by: work.coder.clone(),
        head: work.store.head().hash,
        lines: work.store.reached(),
        ..Milestone::default()
    };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::add_milestone(study, mint, milestone);
    if carry(
        app,
        message!("label-add-milestone", name = name.trim()),
        changes,
    ) {
        app.inform(message!("app-milestone-added", name = name.trim()));
    }
}

/// The study at a milestone, to be read; `-`: as it is now. Without a name, from a list.
fn view(app: &mut App, name: Option<&str>) {
    if let Some(name) = name {
        return if name.trim() == "-" {
            app.to_present();
        } else {
            open(app, name.trim());
        };
    }
    let words = app.words;
    let mut items = items(app);
    if items.is_empty() {
        return app.inform(message!("app-milestone-none"));
    }
    items.push(PickItem {
        id: "-".to_owned(),
        key: "-".to_owned(),
        label: words.get("app-milestone-now"),
        ..PickItem::default()
    });
    let picker = Picker::new(message!("app-milestone-view"), items, |app, pick| {
        if let Pick::Item(name) = pick {
            view(app, Some(&name));
        }
    });
    let here = app.work.as_ref().and_then(|work| work.milestone.clone());
    app.push(Layer::Picker(
        picker.starting_at(here.as_deref().unwrap_or("")),
    ));
}

/// The milestones there are, to choose one.
fn items(app: &App) -> Vec<PickItem> {
    let Some(now) = app.present.as_ref().or(app.work.as_ref()) else {
        return Vec::new();
    };
    let milestones = now.study().milestones().into_iter();
    milestones.map(|(_, milestone)| item(milestone)).collect()
}

fn item(milestone: &Milestone) -> PickItem {
    PickItem {
        id: milestone.name.clone(),
        key: milestone.name.clone(),
        label: milestone.at.map_or_else(String::new, |at| at.to_string()),
        detail: milestone.by.clone(),
        ..PickItem::default()
    }
}

/// Reads the journals up to a milestone on a worker, then shows that.
fn open(app: &mut App, name: &str) {
    app.to_present();
    let Some(work) = &mut app.work else { return };
    let study = work.study();
    let Some((_, milestone)) = study.milestone_by_name(name) else {
        let known: Vec<&str> = study
            .milestones()
            .iter()
            .map(|(_, milestone)| milestone.name.as_str())
            .collect();
        let known = known.join(", ");
        return app.warn(message!(
            "app-milestone-unknown",
            name = name,
            known = known
        ));
    };
    let running = |state| state == SessionState::Running;
    if !work.read_only && study.sessions().iter().any(|(_, one)| running(one.state)) {
        return app.warn(message!("app-milestone-call"));
    }
    let milestone = milestone.clone();
    if let Err(error) = work.store.settle() {
        return app.fail(error.message());
    }
    let (folder, of) = (work.store.folder().to_owned(), work.name.clone());
    let now = work.store.shared();
    let name = milestone.name.clone();
    app.away(
        message!("app-milestone-reading", name = &name),
        move |progress| Store::open_at(&folder, &milestone, &now, &mut *watched(progress, 100.0)),
        move |app, opened| match opened {
            Ok((store, late)) => show(app, store, late, &of, &name),
            Err(error) => app.fail(error.message()),
        },
    );
}

fn show(app: &mut App, mut store: Store, late: usize, of: &str, name: &str) {
    // another study since, or another milestone
    if app.present.is_some() || app.work.as_ref().is_none_or(|work| work.name != of) {
        return;
    }
    let Some(now) = app.work.take() else { return };
    if now.store.is_blind() {
        store.look_blind(&now.coder);
    }
    let mut then = Work::new(store, now.name.clone(), now.coder.clone(), true);
    then.milestone = Some(name.to_owned());
    // whatever was made of the present is made anew
    then.revision = now.revision + 1;
    then.evidence_revision = now.evidence_revision + 1;
    then.scenario.clone_from(&now.scenario);
    then.session.clone_from(&now.session);
    app.work = Some(then);
    app.present = Some(now);
    app.layers.clear();
    app.refresh();
    if late > 0 {
        app.warn(message!("app-milestone-late", name = name, n = late));
    } else {
        app.inform(message!("app-milestone-shown", name = name));
    }
}

impl App {
    /// Comes back from a milestone to the study as it is; nothing where it is shown already.
    pub fn to_present(&mut self) {
        let Some(mut now) = self.present.take() else {
            return;
        };
        now.revision += 2;
        now.evidence_revision += 2;
        self.work = Some(now);
        self.layers.clear();
        self.refresh();
        self.inform(message!("app-milestone-back"));
    }
}
