//! `query`: passages found by their codes.

use super::args::Query as Asked;
use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use super::saved::{named, save};
use super::table::{print, with_counted};
use crate::analysis::Options;
use crate::analysis::query::{Query, query as run, query_message};
use crate::study::word::SavedKind;

/// Prints the passages that a query finds; none is no error.
pub fn query(cx: &Cx, asked: &Asked) -> Done {
    let read =
        |text: &str| Query::parse(text).map_err(|error| Failure::new(USAGE, query_message(&error)));
    // what is wrong with a typed query is so without a study too
    let typed = asked.text.as_deref().map(read).transpose()?;
    let store = cx.read()?;
    let query = match typed {
        Some(query) => query,
        None => {
            let name = asked.saved.as_deref().unwrap_or_default();
            read(&named(&store, name, SavedKind::Query)?.pattern)?
        }
    };
    let options = Options {
        where_: asked
            .conditions
            .iter()
            .map(|condition| (condition.key.clone(), condition.value.clone()))
            .collect(),
        coder: cx.coder_flag.clone(),
        ..Options::default()
    };
    let table = with_counted(cx, &store, |counted, context| {
        Ok(run(counted, context, &options, &query)?)
    })?;
    // only what could be asked is kept
    if let Some(name) = &asked.save {
        save(cx, query.under(name))?;
    }
    print(cx, &table, asked.format)
}
