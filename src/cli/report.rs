//! `report minutes SESSION` and `report progress`: reports for people, as Markdown, CSV or a Word document.

use super::args::{ReportAs, ReportVerb};
use super::cx::Cx;
use super::failure::{CANNOT_CREATE, Done, Failure, NO_INPUT, USAGE};
use super::find;
use crate::analysis::{Context, TurnCache};
use crate::export::report::{self, Report, ReportForm};
use crate::file::atomic::write_atomic;
use crate::message;
use crate::study::Stamp;
use jiff::Timestamp;
use std::io::{self, IsTerminal};

/// Makes a report and prints it, or writes it where `--out` says.
pub fn report(cx: &Cx, verb: &ReportVerb) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let head = store.head();
    let date = (head.stamp != Stamp::default()).then_some(head.date);
    let (made, how) = match verb {
        ReportVerb::Minutes { session, how } => {
            let id = find::session(study, session)?;
            let made = report::minutes(study, &id, cx.words);
            (made.map_err(|why| Failure::new(NO_INPUT, why))?, how)
        }
        ReportVerb::Progress { how } => {
            let texts = store.texts();
            let turns = TurnCache::default();
            let context = Context {
                texts: &*texts,
                turns: &turns,
                head: head.hash,
                date,
                language: cx.words.lang(),
            };
            let now = jiff::Timestamp::now();
            (report::progress(study, &context, now, cx.words)?, how)
        }
    };
    out(cx, &made, date, how)
}

/// Prints a report, or writes it where `--out` says; how it is written is said by `--format`, else by the file's ending.
pub(super) fn out(cx: &Cx, made: &Report, date: Option<Timestamp>, how: &ReportAs) -> Done {
    let path = how.out.as_deref();
    let named = path.and_then(ReportForm::asked);
    let form = how.format.map(ReportForm::from);
    let form = form.or(named).unwrap_or(ReportForm::Markdown);
    let shown = || path.map_or_else(String::new, |path| path.display().to_string());
    // a name that says another form would open in the wrong program
    if named.is_some_and(|named| named != form) {
        let endings = format!(".{}", form.ending());
        let refused = message!("cli-export-ending", file = shown(), endings = endings);
        return Err(Failure::new(USAGE, refused));
    }
    let refused = |reason: String| {
        let refused = message!("cli-file-refused", file = shown(), reason = reason);
        Failure::new(CANNOT_CREATE, refused)
    };
    let bytes = made.written(form, cx.words, date);
    let bytes = bytes.map_err(|error| refused(error.to_string()))?;
    match path {
        Some(path) => write_atomic(path, &bytes).map_err(|error| refused(error.to_string())),
        None if form != ReportForm::Word => cx.put(&String::from_utf8_lossy(&bytes)),
        None if io::stdout().is_terminal() => {
            Err(Failure::new(USAGE, message!("cli-report-needs-out")))
        }
        None => cx.bytes(&bytes),
    }
}
