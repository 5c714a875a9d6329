//! `demo`: a fresh copy of the sample study, on the screen or as tables and files.

use super::args::TableFormat;
use super::cx::Cx;
use super::failure::{DISK, Done, Failure};
use super::{export, new, table};
use crate::analysis::Options;
use crate::app::studies::make_sample;
use crate::export::formats::FORMATS;
use crate::export::{ExportOptions, Profile};
use crate::store::{Access, Store};
use crate::tui::terminal;
use std::path::Path;

/// Folder of the data folder for exports that were given no place.
const EXPORTS: &str = "exports";

/// Makes the copy, then shows it.
pub fn demo(cx: &Cx, out: Option<&Path>) -> Done {
    let made = make_sample(cx.data_dir(), cx.coder())?;
    let on_screen = terminal::is_terminal();
    if on_screen {
        cx.make_current(&made.name);
    } else {
        new::tell(cx, &made);
    }
    let folder = cx.data_dir().join(&made.name);
    if !on_screen || out.is_some() {
        let store = Store::open(&folder, Access::Read)?;
        if !on_screen {
            let table = table::make(cx, &store, "evidence", &Options::default())?;
            table::print(cx, &table, TableFormat::Text)?;
        }
        // beside the studies, so that an untouched copy stays one
        let beside = cx.data_dir().join(EXPORTS).join(&made.name);
        let options = ExportOptions {
            profile: Profile::Data,
            ..ExportOptions::default()
        };
        if let Some(format) = FORMATS.first() {
            export::write(cx, &store, format, &options, out.unwrap_or(&beside))?;
        }
    }
    if !on_screen {
        return Ok(());
    }
    match super::opened(cx.loaded.clone(), Some(&made.name)) {
        Ok(0) => Ok(()),
        Ok(code) => Err(Failure::Quiet(code)),
        Err(message) => Err(Failure::new(DISK, message)),
    }
}
