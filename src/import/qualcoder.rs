//! QualCoder: `data.qda`, an SQLite file. Its places count code points, or UTF-16 units where a hand made them: each is
//! looked up by the words that are stored beside it.

use super::ImportError;
use super::database::Database;
use super::problem::shorten;
use super::qda::{
    Belonging, Case, Chars, Code, Found, Mark, Memo, On, Project, Text, colour, moment, no_place,
};
use crate::message;
use std::collections::HashMap;

const TABLES: [&str; 3] = ["source", "code_name", "code_text"];

pub(super) fn is(database: &Database) -> bool {
    database.has(&TABLES)
}

pub(super) fn read(database: &mut Database) -> Result<Project, ImportError> {
    let mut project = Project::default();
    codes(database, &mut project)?;
    let mut texts: HashMap<String, (Text, Chars)> = HashMap::new();
    let mut order = Vec::new();
    let columns = [
        "id",
        "name",
        "fulltext",
        "mediapath",
        "memo",
        "owner",
        "date",
    ];
    for mut row in database.texts("source", &columns)? {
        let content = row.take(2).replace("\r\n", "\n");
        if content.trim().is_empty() {
            let why = message!("qda-loss-media");
            project.losses.add("media", shorten(row.get(1)), why);
            if !row.get(4).trim().is_empty() {
                let why = message!("qda-loss-no-text");
                project.losses.add("memo", shorten(row.get(1)), why);
            }
            continue;
        }
        memo(
            &mut project,
            &row,
            4,
            On::Text(row.get(0).to_owned()),
            "source",
        );
        order.push(row.get(0).to_owned());
        let text = Text {
            id: row.take(0),
            name: row.take(1),
            ..Text::default()
        };
        let chars = Chars::of(&content);
        texts.insert(text.id.clone(), (Text { content, ..text }, chars));
    }
    let columns = [
        "ctid",
        "cid",
        "fid",
        "seltext",
        "pos0",
        "pos1",
        "owner",
        "date",
        "memo",
        "important",
    ];
    for mut row in database.rows("code_text", &columns)? {
        let Some((text, chars)) = texts.get_mut(row.get(2)) else {
            project
                .losses
                .add("coding", row.get(0), message!("qda-loss-no-text"));
            continue;
        };
        let words = row.take(3);
        let place = format!("{}: « {} »", shorten(&text.name), shorten(&words));
        let found = match (row.place(4), row.place(5)) {
            (Some(start), Some(end)) => chars.find(&(start..end), &words),
            _ => Found::Nowhere,
        };
        let Some(span) = found.told(&mut project.losses, || place) else {
            continue;
        };
        let mut meant = Vec::new();
        if row.get(9) == "1" {
            meant.push(("starred".to_owned(), "yes".to_owned()));
        }
        text.marks.push(Mark {
            id: format!("qualcoder-{}", row.get(0)),
            code: row.take(1),
            coder: row.take(6),
            at: moment(row.get(7)),
            memo: row.take(8),
            span,
            words,
            meant,
        });
    }
    project.texts.extend(
        order
            .iter()
            .filter_map(|id| texts.remove(id))
            .map(|(text, _)| text),
    );
    cases(database, &mut project)?;
    notes(database, &mut project)?;
    for (table, what) in [("code_image", "picture"), ("code_av", "media")] {
        let n = database.rows(table, &["memo"])?.len();
        project
            .losses
            .add_many(what, table, message!("qda-loss-media"), n);
    }
    Ok(project)
}

/// Categories and codes are one tree.
fn codes(database: &mut Database, project: &mut Project) -> Result<(), ImportError> {
    let columns = ["catid", "name", "memo", "supercatid"];
    for mut row in database.rows("code_cat", &columns)? {
        project.codes.push(Code {
            id: format!("category {}", row.get(0)),
            name: row.take(1),
            parent: category(row.get(3)),
            description: row.take(2),
            colour: String::new(),
        });
    }
    let columns = ["cid", "name", "memo", "catid", "color", "supercid"];
    for mut row in database.rows("code_name", &columns)? {
        let parent = match row.get(5) {
            "" => category(row.get(3)),
            above => above.to_owned(),
        };
        project.codes.push(Code {
            id: row.take(0),
            name: row.take(1),
            parent,
            description: row.take(2),
            colour: colour(row.get(4)),
        });
    }
    Ok(())
}

fn category(id: &str) -> String {
    if id.is_empty() {
        String::new()
    } else {
        format!("category {id}")
    }
}

fn cases(database: &mut Database, project: &mut Project) -> Result<(), ImportError> {
    for row in database.rows("attribute_type", &["name", "valuetype"])? {
        if row.get(1) == "numeric" {
            project.numbers.insert(row.get(0).to_owned());
        }
    }
    let rows = database.rows("case_text", &["caseid", "fid", "pos0", "pos1"])?;
    let mut texts = Belonging::of(rows, &project.texts);
    let mut values: HashMap<(bool, String), Vec<(String, String)>> = HashMap::new();
    for mut row in database.rows("attribute", &["name", "value", "id", "attr_type"])? {
        let value = (row.take(0), row.take(1));
        let of = (row.get(3) == "file", row.take(2));
        values.entry(of).or_default().push(value);
    }
    for row in database.rows("cases", &["caseid", "name", "memo", "owner", "date"])? {
        let id = format!("case {}", row.get(0));
        memo(project, &row, 2, On::Case(id.clone()), "case");
        project.cases.push(Case {
            id,
            name: row.get(1).to_owned(),
            values: values
                .remove(&(false, row.get(0).to_owned()))
                .unwrap_or_default(),
            texts: texts.take(row.get(0), row.get(1), &mut project.losses),
        });
    }
    // what is said of a file is said of whoever it is of
    let mut files: Vec<_> = values.into_iter().collect();
    files.sort();
    for ((of_file, id), list) in files {
        if of_file {
            project.cases.push(Case {
                id: format!("file {id}"),
                name: String::new(),
                values: list,
                texts: vec![id],
            });
        } else {
            project
                .losses
                .add_many("variable", id, message!("qda-loss-unknown"), list.len());
        }
    }
    Ok(())
}

/// Annotations, journals, what was thought of the project.
fn notes(database: &mut Database, project: &mut Project) -> Result<(), ImportError> {
    let columns = ["anid", "fid", "pos0", "pos1", "memo", "owner", "date"];
    for row in database.rows("annotation", &columns)? {
        project
            .losses
            .add("place", "annotation", message!("qda-loss-annotation"));
        memo_of(
            project,
            &row,
            (4, 5, 6),
            On::Text(row.get(1).to_owned()),
            "annotation",
        );
    }
    for row in database.rows("journal", &["jid", "name", "jentry", "date", "owner"])? {
        memo_of(project, &row, (2, 4, 3), On::Study, "journal");
    }
    for row in database.rows("project", &["databaseversion", "memo", "date"])? {
        project.seed = format!("qualcoder\n{}", row.get(2));
        memo_of(project, &row, (1, usize::MAX, 2), On::Study, "project");
    }
    for table in ["stored_sql", "ris", "graph"] {
        let n = database.rows(table, &["name"])?.len();
        project.losses.add_many("table", table, no_place(), n);
    }
    Ok(())
}

/// A memo in the column before those of its author and its date.
fn memo(project: &mut Project, row: &super::database::Row, at: usize, on: On, kind: &str) {
    memo_of(project, row, (at, at + 1, at + 2), on, kind);
}

fn memo_of(
    project: &mut Project,
    row: &super::database::Row,
    (text, author, date): (usize, usize, usize),
    on: On,
    kind: &str,
) {
    if row.get(text).trim().is_empty() {
        return;
    }
    project.memos.push(Memo {
        id: format!("qualcoder-{kind}-{}", row.get(0)),
        on,
        author: row.get(author).to_owned(),
        at: moment(row.get(date)),
        text: row.get(text).to_owned(),
    });
}
