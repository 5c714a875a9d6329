//! The table on the screen as a file.

use crate::app::App;

pub(super) fn run(app: &mut App, path: Option<&str>) {
    let _ = (app, path);
}
