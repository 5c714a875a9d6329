//! `table`: one table of figures, with the rule it was counted by.

use super::args::{Table as Asked, TableFormat};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, USAGE};
use crate::analysis::{self, Context, Counted, Keys, Options, Table, TurnCache};
use crate::export::{self, Profile};
use crate::message;
use crate::store::Store;
use crate::study::Stamp;
use std::io::IsTerminal;

/// Width of a page where there is no terminal.
const PAGE: usize = 240;

/// Prints one table, or the names of all.
pub fn table(cx: &Cx, asked: &Asked) -> Done {
    let Some(name) = &asked.name else {
        let names: Vec<&str> = analysis::names().collect();
        return cx.put(&format!("{}\n", names.join("\n")));
    };
    if !analysis::names().any(|known| known == name) {
        // what is wrong with the name is so without a study too
        let unknown = analysis::TableError::unknown("table", name, analysis::names());
        return Err(unknown.into());
    }
    let store = cx.read()?;
    let mask_under = if asked.commission {
        threshold(&store, asked)?
    } else {
        0
    };
    let options = Options {
        scenario: asked.scenario.clone(),
        by: asked.by.clone(),
        where_: asked
            .conditions
            .iter()
            .map(|condition| (condition.key.clone(), condition.value.clone()))
            .collect(),
        coder: cx.coder_flag.clone(),
        mask_under,
        commission: asked.commission,
        presence: asked.presence,
        sort: asked
            .sort
            .as_deref()
            .map(|column| match column.strip_suffix(":desc") {
                Some(column) => (column.to_owned(), true),
                None => (column.to_owned(), false),
            }),
        on: asked.on,
        seed: asked.seed,
        unit: asked.unit.map(Into::into),
        overlap: asked.overlap,
    };
    let table = make(cx, &store, name, &options)?;
    if table.left_out > 0 {
        let (n, under) = (table.left_out, mask_under);
        cx.tell(&message!("cli-table-left-out", n = n, under = under));
    }
    print(cx, &table, asked.format)
}

/// Under how many interviews nothing is shown to a commission, whose members have a bench and a role: it sees figures by
/// strata, and by nothing else.
fn threshold(store: &Store, asked: &Asked) -> Result<u32, Failure> {
    let study = store.study();
    let strata: Vec<&str> = study
        .records
        .attributes
        .values()
        .filter(|attribute| attribute.stratum)
        .map(|attribute| attribute.key.as_str())
        .collect();
    if let Some(by) = asked.by.as_deref().filter(|by| !strata.contains(by)) {
        let why = message!(
            "cli-table-no-bench",
            attribute = by,
            known = strata.join(", ")
        );
        return Err(Failure::new(USAGE, why));
    }
    match study.settings().mask_under {
        0 | 1 => Err(Failure::new(DATA, message!("cli-table-no-threshold"))),
        under => Ok(under),
    }
}

/// Makes a table of a study.
pub fn make(cx: &Cx, store: &Store, name: &str, options: &Options) -> Result<Table, Failure> {
    with_counted(cx, store, |counted, context| {
        Ok(analysis::run_on(name, counted, context, options)?)
    })
}

/// Reads a study for counting, and does something with it.
pub fn with_counted<T>(
    cx: &Cx,
    store: &Store,
    each: impl FnOnce(&Counted, &Context) -> Result<T, Failure>,
) -> Result<T, Failure> {
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
    let keys = Keys::of(store.study());
    let counted = Counted::of(store.study(), &keys, &context);
    each(&counted, &context)
}

/// Prints a table.
pub fn print(cx: &Cx, table: &Table, format: TableFormat) -> Done {
    match format {
        TableFormat::Text => {
            let width = if std::io::stdout().is_terminal() {
                usize::from(crate::tui::terminal::size().0)
            } else {
                PAGE
            };
            cx.put(&export::text(table, cx.words, width))
        }
        TableFormat::Csv => {
            // the file has no place for it below its rows
            if table.n_withdrawn > 0 {
                cx.tell(&message!("cli-table-withdrawn", n = table.n_withdrawn));
            }
            let bytes = export::csv(table, Profile::Data);
            if std::io::stdout().is_terminal() {
                cx.put(&String::from_utf8_lossy(&bytes))
            } else {
                cx.bytes(&bytes)
            }
        }
        TableFormat::Json => cx.put(&export::json(table, cx.words)),
        TableFormat::Md => cx.put(&export::markdown(table, cx.words)),
    }
}
