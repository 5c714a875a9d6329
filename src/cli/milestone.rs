//! `milestone add|list|diff`: the study as it was known, and what changed since.

use super::args::MilestoneVerb;
use super::cx::Cx;
use super::failure::Done;
use crate::analysis::milestones::{self, Account, accounts, compare};
use crate::app::place::evidence::table_name;
use crate::message;
use crate::study::edit;
use crate::study::milestone::Milestone;
use serde::Serialize;

/// Sets, lists or compares milestones.
pub fn milestone(cx: &Cx, verb: &MilestoneVerb) -> Done {
    match verb {
        MilestoneVerb::Add { name } => add(cx, name),
        MilestoneVerb::List(json) => list(cx, json.json),
        MilestoneVerb::Diff { from, to, json } => diff(cx, from, to.as_deref(), json.json),
    }
}

fn add(cx: &Cx, name: &str) -> Done {
    let mut store = cx.write()?;
    let milestone = Milestone {
        name: name.to_owned(),
        by: cx.coder().to_owned(),
        head: store.head().hash,
        lines: store.reached(),
        ..Milestone::default()
    };
    let (study, mint) = store.study_and_mint();
    let changes = edit::add_milestone(study, mint, milestone)?;
    cx.commit(
        &mut store,
        message!("label-add-milestone", name = name),
        changes,
    )
}

#[derive(Serialize)]
struct Row {
    name: String,
    at: Option<String>,
    by: String,
    head: String,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let rows: Vec<Row> = store
        .study()
        .milestones()
        .into_iter()
        .map(|(_, milestone)| Row {
            name: milestone.name.clone(),
            at: milestone.at.map(|at| at.to_string()),
            by: milestone.by.clone(),
            head: milestone.head.clone(),
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    let head = ["cli-column-milestone", "cli-column-set", "cli-column-by"];
    let mut lines = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for row in rows {
        lines.push(vec![row.name, row.at.unwrap_or_default(), row.by]);
    }
    cx.columns(&lines)
}

fn diff(cx: &Cx, from: &str, to: Option<&str>, json: bool) -> Done {
    let before = cx.read_at(Some(from))?;
    let after = cx.read_at(to)?;
    let all = |store| {
        super::table::with_counted(cx, store, |counted, context| {
            Ok(milestones::tables(counted, context)?)
        })
    };
    let (then, now) = (all(&before)?, all(&after)?);
    let diff = compare((before.study(), &then), (after.study(), &now));
    if json {
        return cx.json(&diff);
    }
    cx.say(&message!(
        "cli-milestone-diff",
        coded = diff.coded.len(),
        recoded = diff.recoded.len(),
        removed = diff.removed.len(),
        withdrawn = diff.withdrawn.len(),
        answers = diff.answers.len(),
        interviews = diff.interviews.len()
    ))?;
    for account in accounts(&diff) {
        tell(cx, &account)?;
    }
    Ok(())
}

/// One table: how many of its figures moved, a line for each, and the lines that are new or gone.
fn tell(cx: &Cx, account: &Account) -> Done {
    let words = cx.words;
    let name = table_name(words, account.table);
    let own = [account.figures_words(words)].into_iter();
    let came = [account.new_words(words), account.gone_words(words)];
    let came = came
        .into_iter()
        .flatten()
        .map(|(said, named)| format!("{said} ({named})"));
    let parts: Vec<String> = own.chain(came).filter(|said| !said.is_empty()).collect();
    cx.put(&format!(
        "\n{name} [{}] · {}\n",
        account.table,
        parts.join(" · ")
    ))?;
    let (told, others) = account.told();
    let lines: Vec<Vec<String>> = told
        .iter()
        .map(|moved| {
            vec![
                String::new(),
                moved.row_words(words),
                moved.column.label.say(words),
                moved.values(words),
                moved.why.say(words),
            ]
        })
        .collect();
    cx.columns(&lines)?;
    if !others.is_empty() {
        let said = words.say(&message!("export-moved-more", n = others.len()));
        cx.put(&format!("  {said} (--json)\n"))?;
    }
    Ok(())
}
