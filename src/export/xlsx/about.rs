//! The first sheet: which study, as of when, what each sheet holds, and what was done to cells.

use super::LeftOut;
use super::page::{Head, Kind, Page, Value};
use crate::export::formats::Order;
use crate::i18n::Words;
use crate::message;

/// Its name, in every language.
pub(super) const NAME: &str = "entretien";

/// The sheet: the other pages with the names of their sheets, and the tables that have none.
pub(super) fn page(
    order: &Order,
    (pages, names): (&[Page], &[String]),
    left_out: &[LeftOut],
    guarded: usize,
    words: Words,
) -> Page {
    let text = |text: String| Value::Text(text);
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut say = |what: &str, is: String, n: Value| {
        rows.push(vec![Value::Text(words.get(what)), Value::Text(is), n]);
    };
    say(
        "export-sheet-study",
        order.study.settings().name.clone(),
        Value::Empty,
    );
    if let Some(date) = order.options.date {
        rows.push(vec![
            Value::Text(words.get("export-sheet-date")),
            Value::Time(date),
            Value::Empty,
        ]);
    }
    let mut say = |what: &str, is: String| {
        rows.push(vec![Value::Text(words.get(what)), text(is), Value::Empty]);
    };
    say("export-sheet-head", order.options.head.clone());
    let whom = if order.options.shared {
        words.say(&message!(
            "export-sheet-shared",
            n = order.study.settings().mask_under
        ))
    } else {
        words.get("export-sheet-owner")
    };
    say("export-sheet-whom", whom);
    say("export-sheet-cells", words.get("export-sheet-utc"));
    if guarded > 0 {
        let told = words.say(&message!("export-sheet-guarded", n = guarded));
        say("export-sheet-cells", told);
    }
    for (page, name) in pages.iter().zip(names) {
        let what = if page.what.is_empty() {
            words.say(&message!("export-sheet-data", file = page.name.as_str()))
        } else {
            page.what.clone()
        };
        let n = i64::try_from(page.rows.len()).unwrap_or(i64::MAX);
        rows.push(vec![
            Value::Text(name.clone()),
            Value::Text(what),
            Value::whole(n),
        ]);
    }
    for (table, why) in left_out {
        let name = words.say(&message!("export-sheet-table", table = *table));
        rows.push(vec![
            Value::Text(name),
            Value::Text(words.get(why)),
            Value::Empty,
        ]);
    }
    let head = |key: &str, kind| Head {
        label: words.get(key),
        kind,
    };
    Page {
        name: NAME.to_owned(),
        what: String::new(),
        head: vec![
            head("export-sheet-sheet", Kind::Text),
            head("export-sheet-holds", Kind::Text),
            head("export-sheet-rows", Kind::Integer),
        ],
        rows,
    }
}
