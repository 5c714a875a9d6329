//! A study as one workbook: what it is, its tables, one sheet a scenario with its passages, and the data files, each on a
//! sheet. Words are typed as words, so that none is ever a formula; numbers and moments are typed as what they are.
//!
//! The data sheets are made of the very rows of the CSV export: who must not be quoted, and what is masked, is decided
//! there alone.

mod about;
mod long;
mod page;
mod scenario;

use super::data::sheets;
use super::formats::{Order, WriteError, Written, place_bytes};
use super::losses::Losses;
use crate::analysis::ColumnType;
use crate::analysis::{Cell, Context, Counted, Keys, Options, Table, TurnCache, names, run_on};
use crate::i18n::Words;
use crate::message;
use page::{Book, Head, Kind, Page, Value};
use rust_xlsxwriter::XlsxError;

/// A table that has no sheet, and the message that says why.
type LeftOut = (&'static str, &'static str);

/// Where the work stands: no figure of the study.
const OF_WORK: &str = "progress";
/// Tables that show interviews, or who worked on them, one by one, unless they are masked.
const ONE_BY_ONE: [&str; 3] = ["hours", "saturation", "coders"];

/// Writes the workbook.
pub(super) fn write(order: &Order) -> Result<Written, WriteError> {
    let mut losses = Losses::default();
    let (bytes, warnings) = make(order, &mut losses)?;
    let sum = place_bytes(&bytes, order)?;
    Ok(Written {
        warnings,
        losses: Some(losses),
        sums: vec![sum],
        ..Written::default()
    })
}

/// The bytes of the workbook, and what its owner should know. The same study gives the same bytes, in whatever language
/// the program speaks.
fn make(
    order: &Order,
    losses: &mut Losses,
) -> Result<(Vec<u8>, Vec<crate::i18n::Message>), WriteError> {
    let (data, mut warnings) = sheets(order.study, order.texts, order.options);
    let words = Words::new(super::data::language_of(order.study));
    let (mut pages, left_out) = tables(order, words)?;
    let data: Vec<Page> = data.iter().map(Page::of_data).collect();
    if let Some(excerpts) = data.iter().find(|page| page.name == "excerpts") {
        pages.extend(scenario::pages(order.study, excerpts, words));
    }
    pages.extend(data);
    let refused = |error: XlsxError| WriteError::made(order.out, error);
    let mut book = Book::new(&order.study.settings().name, order.options.date).map_err(refused)?;
    let pages: Vec<Page> = pages
        .into_iter()
        .flat_map(|page| page.cut(losses))
        .collect();
    let long = long::page(&pages, words, losses);
    let guarded = pages.iter().map(Page::guarded).sum::<usize>();
    if guarded > 0 {
        warnings.push(message!("export-sheet-guarded", n = guarded));
    }
    let pages: Vec<Page> = pages.into_iter().chain(long).collect();
    let names = Book::names(&pages);
    let about = about::page(order, (&pages, &names), &left_out, guarded, words);
    book.add(&about.name.clone(), &about, losses)
        .map_err(refused)?;
    for (page, name) in pages.iter().zip(&names) {
        book.add(name, page, losses).map_err(refused)?;
    }
    Ok((book.finish().map_err(refused)?, warnings))
}

/// The tables of figures that have rows, masked for others, and those that are left out.
fn tables(order: &Order, words: Words) -> Result<(Vec<Page>, Vec<LeftOut>), WriteError> {
    let turns = TurnCache::default();
    let context = Context {
        texts: order.texts,
        turns: &turns,
        head: order.options.head.clone(),
        date: order.options.date,
        language: words.lang(),
    };
    let keys = Keys::of(order.study);
    let mut counted = Counted::of(order.study, &keys, &context);
    let shared = order.options.shared;
    if shared {
        counted.leave_out_the_unasked();
    }
    let options = Options {
        mask_under: if shared {
            order.study.settings().mask_under
        } else {
            0
        },
        ..Options::default()
    };
    let masked = options.mask_under > 1;
    let stratum = counted.people.dimensions.iter().find(|one| one.stratum);
    let stratum = stratum.map(|one| one.key.to_owned());
    let (mut pages, mut left_out) = (Vec::new(), Vec::new());
    for name in names() {
        // interviews side by side are the owner's; others see strata in their place
        let by = stratum.clone().filter(|_| shared && name == "matrix");
        if name == OF_WORK {
            left_out.push((name, "export-sheet-left-work"));
            continue;
        }
        let one_by_one = match name {
            "framework" => true,
            "matrix" => by.is_none(),
            _ => !masked && ONE_BY_ONE.contains(&name),
        };
        if shared && one_by_one {
            left_out.push((name, "export-sheet-left-alone"));
            continue;
        }
        let options = Options {
            by,
            ..options.clone()
        };
        let table = run_on(name, &counted, &context, &options)?;
        if !table.rows.is_empty() {
            pages.push(of_table(&table, words));
        } else if table.left_out > 0 {
            left_out.push((name, "export-sheet-left-few"));
        }
    }
    Ok((pages, left_out))
}

fn of_table(table: &Table, words: Words) -> Page {
    let head = table
        .columns
        .iter()
        .map(|column| Head {
            label: column.label.say(words),
            kind: match column.kind {
                ColumnType::Text => Kind::Text,
                ColumnType::Integer => Kind::Integer,
                ColumnType::Number => Kind::Number,
            },
        })
        .collect();
    let value = |cell: &Cell| match cell {
        Cell::Empty => Value::Empty,
        Cell::Text(text) => Value::Text(text.clone()),
        Cell::Integer(n) => Value::whole(*n),
        Cell::Number(n) => Value::Number(*n),
        Cell::Share(share) => Value::Text(share.text()),
        Cell::Masked(under) => Value::Text(Cell::masked(*under)),
        Cell::Said(message) => Value::Text(words.say(message)),
    };
    Page {
        name: words.say(&message!("export-sheet-table", table = table.name)),
        what: words.say(&table.rule),
        head,
        rows: table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(value).collect())
            .collect(),
    }
}
