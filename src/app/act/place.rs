//! Going to a place, and into what is under its cursor.

use crate::app::{App, At};
use crate::command::PlaceAct;

pub(super) fn run(app: &mut App, act: PlaceAct) {
    let at = match act {
        PlaceAct::Start => At::Start,
        PlaceAct::Sessions => At::Board,
        PlaceAct::Live => {
            super::call::open(app);
            return;
        }
        PlaceAct::Transcript => {
            super::session::open_transcript(app);
            return;
        }
        PlaceAct::Stopped => {
            super::coding::open_stopped(app);
            return;
        }
        PlaceAct::Codes => At::Codebook,
        PlaceAct::Evidence => At::Evidence,
        PlaceAct::Quotas => At::Quotas,
        PlaceAct::References => At::References,
        PlaceAct::Memos => At::Memos,
        PlaceAct::Versions => At::Versions,
        PlaceAct::Coders => At::Coders,
        PlaceAct::Guide => At::Guide,
        PlaceAct::Settings => At::Settings,
        PlaceAct::Log => At::Log,
        PlaceAct::Messages => At::Messages,
    };
    app.go(at);
}

/// Enter in a place: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    match app.at {
        At::Start => super::study::enter(app),
        At::Board | At::References => super::session::enter(app),
        At::Quotas => super::quota::enter(app),
        At::Live => super::note::enter(app),
        At::Transcript => super::coding::enter(app),
        At::Codebook => super::codebook::enter(app),
        At::Evidence | At::Table | At::Passages => super::evidence::enter(app),
        At::Find => super::find::enter(app),
        At::Guide => super::guide::enter(app),
        At::Settings => super::settings::enter(app),
        At::Log => super::log::enter(app),
        At::Messages => {}
        At::Memos => super::memo::enter(app),
        At::Versions => super::versions::enter(app),
        At::Coders => super::coders::enter(app),
    }
}
