//! *entretien*: a terminal workbench for interview studies.
//!
//! Rooms, and the way their doors open (what stands right may use what stands left, never the other way):
//! `text, i18n, file ← study, config ← store, import, analysis, export ← command ← keymap ← app ← tui, cli`;
//! of the four in the middle only `export` uses another, `analysis`.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod command;
pub mod config;
pub mod export;
pub mod file;
pub mod i18n;
pub mod import;
pub mod keymap;
pub mod store;
pub mod study;
pub mod text;
pub mod tui;
