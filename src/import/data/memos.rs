//! `memos.csv`: one row a memo, by its id; one without an id that equals a stored one is skipped and counted.

use super::context::Context;
use super::edits::Edits;
use super::keys;
use super::table::Table;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::id::MemoId;
use crate::study::memo::Memo;
use crate::study::word::MemoOn;

const KNOWN: [&str; 7] = [
    "memo_id",
    "at",
    "author",
    "about",
    "interview",
    "target",
    "text",
];

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let about = table.required(&["about"], report);
    let text = table.required(&["text"], report);
    let (Some(on), Some(text)) = (about, text) else {
        return Vec::new();
    };
    table.warn_unknown(|name| KNOWN.contains(&name), report);
    let [id, at, author, interview, target] =
        ["memo_id", "at", "author", "interview", "target"].map(|name| table.column(&[name]));
    let study = context.study;
    let withdrawn = keys::withdrawn(study);
    let mut memos = Edits::new(&study.records.memos);
    for row in table.rows() {
        let read = (|| {
            let Some(words) = table.words(row, &text) else {
                return Err(table.bad(row, &text, message!("import-expected-something")));
            };
            let kind = table.word(row, &on, MemoOn::parse, MemoOn::ALL, MemoOn::as_str)?;
            let key = table.line(row, &interview);
            let thing = table.line(row, &target);
            let about = study
                .memo_about(kind.unwrap_or_default(), &key, &thing)
                .ok_or_else(|| table.bad(row, &target, message!("import-expected-memo-target")))?;
            let gone = study.session_of_memo(&about);
            counted.withdrawn += usize::from(gone.is_some_and(|id| withdrawn.contains(id)));
            let author = table.line(row, &author);
            let wanted = Memo {
                about,
                text: words,
                author: if author.is_empty() {
                    context.coder.to_owned()
                } else {
                    author.into_owned()
                },
                at: table.time(row, &at)?,
            };
            Ok((table.line(row, &id).into_owned(), wanted))
        })();
        match read {
            Ok((named, mut wanted)) => {
                let id = if named.is_empty() {
                    let mut stored = study.records.memos.iter();
                    stored
                        .find(|(_, stored)| **stored == wanted)
                        .map_or_else(|| MemoId::mint(context.mint), |(id, _)| id.clone())
                } else {
                    MemoId::new(&named)
                };
                let memo = memos.edit(&id);
                wanted.at = wanted.at.or(memo.at);
                *memo = wanted;
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    let done = memos.finish();
    done.count(counted.rows, counted);
    done.changes
}
