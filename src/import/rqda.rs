//! RQDA: one SQLite file. What is deleted stays in it with another status; places count code points.

use super::ImportError;
use super::database::{Database, Row};
use super::problem::shorten;
use super::qda::{Belonging, Case, Chars, Code, Found, Mark, Memo, On, Project, Text};
use crate::message;
use std::collections::HashMap;

const TABLES: [&str; 3] = ["source", "freecode", "coding"];

pub(super) fn is(database: &Database) -> bool {
    database.has(&TABLES)
}

/// Rows of a table that are not deleted; `columns` end with the status.
fn alive(database: &mut Database, table: &str, columns: &[&str]) -> Result<Vec<Row>, ImportError> {
    // the texts of a project are counted, the rows of its other tables are not
    let mut rows = if table == "source" {
        database.texts(table, columns)?
    } else {
        database.rows(table, columns)?
    };
    let status = columns.len().saturating_sub(1);
    rows.retain(|row| matches!(row.get(status), "1" | "1.0" | ""));
    Ok(rows)
}

pub(super) fn read(database: &mut Database) -> Result<Project, ImportError> {
    let mut project = Project::default();
    let mut above: HashMap<String, String> = HashMap::new();
    for mut row in alive(database, "treecode", &["cid", "catid", "status"])? {
        let category = format!("category {}", row.get(1));
        if above.insert(row.take(0), category).is_some() {
            project
                .losses
                .add("parent", "", message!("qda-loss-parents"));
        }
    }
    for mut row in alive(database, "codecat", &["catid", "name", "memo", "status"])? {
        project.codes.push(Code {
            id: format!("category {}", row.get(0)),
            name: row.take(1),
            description: row.take(2),
            ..Code::default()
        });
    }
    for mut row in alive(database, "freecode", &["id", "name", "memo", "status"])? {
        let id = row.take(0);
        project.codes.push(Code {
            parent: above.remove(&id).unwrap_or_default(),
            id,
            name: row.take(1),
            description: row.take(2),
            colour: String::new(),
        });
    }
    let mut texts: HashMap<String, (Text, Chars)> = HashMap::new();
    let mut order = Vec::new();
    for mut row in alive(
        database,
        "source",
        &["id", "name", "file", "memo", "owner", "status"],
    )? {
        let content = row.take(2).replace("\r\n", "\n");
        memo(
            &mut project,
            &row,
            (3, 4),
            On::Text(row.get(0).to_owned()),
            "source",
        );
        let id = row.take(0);
        order.push(id.clone());
        let chars = Chars::of(&content);
        let text = Text {
            id: id.clone(),
            name: row.take(1),
            content,
            ..Text::default()
        };
        texts.insert(id, (text, chars));
    }
    let columns = [
        "rowid", "cid", "fid", "seltext", "selfirst", "selend", "owner", "memo", "status",
    ];
    for (at, mut row) in alive(database, "coding", &columns)?.into_iter().enumerate() {
        let Some((text, chars)) = texts.get_mut(row.get(2)) else {
            project
                .losses
                .add("coding", "", message!("qda-loss-no-text"));
            continue;
        };
        let words = row.take(3);
        let place = |cell: &str| cell.parse::<f64>().ok().filter(|at| *at >= 0.0);
        let found = match (place(row.get(4)), place(row.get(5))) {
            (Some(start), Some(end)) => chars.find(&(start as usize..end as usize), &words),
            _ => Found::Nowhere,
        };
        let shown = format!("{}: « {} »", shorten(&text.name), shorten(&words));
        let Some(span) = found.told(&mut project.losses, || shown) else {
            continue;
        };
        text.marks.push(Mark {
            id: format!("rqda-{}", at + 1),
            code: row.take(1),
            coder: row.take(6),
            memo: row.take(7),
            span,
            words,
            ..Mark::default()
        });
    }
    project.texts.extend(
        order
            .iter()
            .filter_map(|id| texts.remove(id))
            .map(|(text, _)| text),
    );
    cases(database, &mut project)?;
    for row in alive(database, "journal", &["name", "journal", "owner", "status"])? {
        memo(&mut project, &row, (1, 2), On::Study, "journal");
    }
    for row in alive(
        database,
        "annotation",
        &["rowid", "fid", "annotation", "owner", "status"],
    )? {
        project
            .losses
            .add("place", "annotation", message!("qda-loss-annotation"));
        memo(
            &mut project,
            &row,
            (2, 3),
            On::Text(row.get(1).to_owned()),
            "annotation",
        );
    }
    for row in database.rows("project", &["databaseversion", "memo", "date"])? {
        project.seed = format!("rqda\n{}", row.get(2));
        memo(&mut project, &row, (1, usize::MAX), On::Study, "project");
    }
    Ok(project)
}

fn cases(database: &mut Database, project: &mut Project) -> Result<(), ImportError> {
    for row in alive(database, "attributes", &["name", "class", "status"])? {
        if row.get(1) == "numeric" {
            project.numbers.insert(row.get(0).to_owned());
        }
    }
    let columns = ["caseid", "fid", "selfirst", "selend", "status"];
    let rows = alive(database, "caselinkage", &columns)?;
    let mut texts = Belonging::of(rows, &project.texts);
    let mut values = |table: &str, of: &str| -> Result<HashMap<String, Vec<_>>, ImportError> {
        let mut map: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for mut row in alive(database, table, &[of, "variable", "value", "status"])? {
            let value = (row.take(1), row.take(2));
            map.entry(row.take(0)).or_default().push(value);
        }
        Ok(map)
    };
    let mut of_case = values("caseAttr", "caseID")?;
    let of_file = values("fileAttr", "fileID")?;
    for mut row in alive(
        database,
        "cases",
        &["id", "name", "memo", "owner", "status"],
    )? {
        let id = format!("case {}", row.get(0));
        memo(project, &row, (2, 3), On::Case(id.clone()), "case");
        project.cases.push(Case {
            id,
            texts: texts.take(row.get(0), row.get(1), &mut project.losses),
            name: row.take(1),
            values: of_case.remove(row.get(0)).unwrap_or_default(),
        });
    }
    let mut files: Vec<_> = of_file.into_iter().collect();
    files.sort();
    for (id, values) in files {
        project.cases.push(Case {
            id: format!("file {id}"),
            name: String::new(),
            values,
            texts: vec![id],
        });
    }
    Ok(())
}

fn memo(project: &mut Project, row: &Row, (text, author): (usize, usize), on: On, kind: &str) {
    if row.get(text).trim().is_empty() {
        return;
    }
    let n = project.memos.len();
    project.memos.push(Memo {
        id: format!("rqda-{kind}-{}-{n}", row.get(0)),
        on,
        author: row.get(author).to_owned(),
        at: String::new(),
        text: row.get(text).to_owned(),
    });
}
