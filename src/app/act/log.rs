//! From the log to what it tells of.

use crate::app::App;
use crate::message;
use crate::study::change::Item;
use crate::study::id::CodingId;

/// Enter on a transaction: to the coding it wrote, where it wrote one that is still there.
pub(super) fn enter(app: &mut App) {
    let Some(entry) = app.places.log.current() else {
        return;
    };
    let stamp = entry.undoes.unwrap_or(entry.stamp);
    let found = app.work.as_ref().and_then(|work| {
        let study = work.study();
        let written = &work.store.whole().history.get(stamp)?.overwritten;
        let mut codings = written.iter().filter_map(|(_, write)| match write.item() {
            Item::Coding(id) => Some(id),
            _ => None,
        });
        codings.find(|id: &CodingId| study.records.codings.contains_key(id))
    });
    match found {
        Some(id) => {
            super::coding::open_at(app, &id);
        }
        None => app.inform(message!("app-log-no-passage")),
    }
}
