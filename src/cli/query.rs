//! `query`: passages found by their codes.

use super::args::Query as Asked;
use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use super::table::{print, with_counted};
use crate::analysis::Options;
use crate::analysis::query::{Query, query as run, query_message};

/// Prints the passages that a query finds; none is no error.
pub fn query(cx: &Cx, asked: &Asked) -> Done {
    let query =
        Query::parse(&asked.text).map_err(|error| Failure::new(USAGE, query_message(&error)))?;
    let store = cx.read_at(asked.at.as_deref())?;
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
    print(cx, &table, asked.format)
}
