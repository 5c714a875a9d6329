//! `report minutes SESSION` and `report progress`: reports for people, as Markdown or CSV.

use super::args::{ReportAs, ReportFormat, ReportVerb};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::find;
use crate::analysis::{Context, TurnCache};
use crate::export::Profile;
use crate::export::report::{self, Report};
use crate::file::atomic::write_atomic;
use crate::message;
use crate::study::Stamp;

/// Makes a report and prints it, or writes it where `--out` says.
pub fn report(cx: &Cx, verb: &ReportVerb) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let (made, how) = match verb {
        ReportVerb::Minutes { session, how } => {
            let id = find::session(study, session)?;
            let made = report::minutes(study, &id, cx.words);
            (made.map_err(|why| Failure::new(NO_INPUT, why))?, how)
        }
        ReportVerb::Progress { how } => {
            let texts = store.texts();
            let turns = TurnCache::default();
            let head = store.head();
            let context = Context {
                texts: &*texts,
                turns: &turns,
                head: head.hash,
                date: (head.stamp != Stamp::default()).then_some(head.date),
                language: cx.words.lang(),
            };
            let now = jiff::Timestamp::now();
            (report::progress(study, &context, now, cx.words)?, how)
        }
    };
    out(cx, &made, how)
}

fn out(cx: &Cx, made: &Report, how: &ReportAs) -> Done {
    let bytes = match how.format {
        ReportFormat::Md => made.markdown().into_bytes(),
        ReportFormat::Csv => made.csv(Profile::Data),
    };
    match &how.out {
        None => cx.put(&String::from_utf8_lossy(&bytes)),
        Some(path) => write_atomic(path, &bytes).map_err(|error| {
            Failure::new(
                super::failure::CANNOT_CREATE,
                message!(
                    "cli-file-refused",
                    file = path.display().to_string(),
                    reason = error.to_string()
                ),
            )
        }),
    }
}
