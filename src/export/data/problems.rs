//! `problems.csv`: one row a problem of the field. What is about a withdrawn interview is left out.

use super::material::Material;
use super::sheet::{Kind, Sheet, SheetWriter, field, fields, time, words};
use crate::file::csv::Cell;

/// The file; `None` of a study without problems.
pub(super) fn write(material: &Material) -> Option<Sheet> {
    let problems = material.study.problems();
    if problems.is_empty() {
        return None;
    }
    let mut columns = vec![field("problem_id", Kind::Text), field("at", Kind::Time)];
    columns.extend(fields(Kind::Text, &["interview", "text"]));
    columns.push(field("settled_at", Kind::Time));
    columns.push(field("settled", Kind::Text));
    let mut sheet = SheetWriter::new(material.options.profile, "problems.csv", columns);
    for (id, problem) in problems {
        let interview = problem
            .session
            .as_ref()
            .and_then(|session| material.interviews().find(|one| one.id == session));
        let silent = interview.is_some_and(|one| material.is_wordless(one));
        let said = |text| words(if silent { "" } else { text });
        sheet.row(&[
            Cell::text(id.to_string()),
            time(problem.at),
            words(interview.map_or("", |one| one.key)),
            said(&problem.words),
            time(problem.settled_at),
            said(&problem.settled),
        ]);
    }
    Some(sheet.finish(
        &["problem_id"],
        vec![(&["interview"], "sessions", &["interview"])],
    ))
}
