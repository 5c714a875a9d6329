//! What lies over a place and takes the keys: a list to choose from, fields, a question.

pub mod confirm;
pub mod files;
pub mod form;
pub mod help;
pub mod labels;
pub mod palette;
pub mod picker;
pub mod preview;
pub mod prompt;
pub mod unsent;

use super::App;
use crate::command::{Context, CursorAct, TextAct};
pub use confirm::{Choice, Confirm};
pub use files::Files;
pub use form::{Field, Form};
pub use help::Help;
pub use labels::Labels;
pub use palette::Palette;
pub use picker::{Pick, PickItem, Picker, Told};
pub use preview::Preview;
pub use prompt::Prompt;
pub use unsent::{Unsent, Writing};

/// What lies over a place.
pub enum Layer {
    /// A list to choose from by typing.
    Picker(Picker),
    /// All commands.
    Palette(Palette),
    /// The keys of this place.
    Help(Help),
    /// Fields to fill.
    Form(Form),
    /// A question with a few answers.
    Confirm(Confirm),
    /// Letters before the sentences on the screen.
    Labels(Labels),
    /// One line to type.
    Prompt(Prompt),
    /// Choosing a file.
    Files(Files),
    /// A file as it was read.
    Preview(Box<Preview>),
}

impl Layer {
    /// Where keys go while it is on top.
    pub fn context(&self) -> Context {
        match self {
            Self::Picker(_) => Context::Picker,
            Self::Palette(_) => Context::Palette,
            Self::Help(_) => Context::Help,
            Self::Form(_) => Context::Form,
            Self::Confirm(_) => Context::Confirm,
            Self::Labels(_) => Context::Labels,
            Self::Prompt(prompt) => prompt.context(),
            Self::Files(_) => Context::FilePicker,
            Self::Preview(_) => Context::Preview,
        }
    }

    /// Whether it takes room from the place, which is to keep what matters in sight above it.
    pub fn covers(&self) -> bool {
        !matches!(self, Self::Labels(_))
    }

    /// Moves the cursor.
    pub fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        match self {
            Self::Picker(layer) => layer.cursor(act, count, height),
            Self::Palette(layer) => layer.cursor(act, count, height),
            Self::Help(layer) => layer.cursor(act, count, height),
            Self::Form(layer) => layer.cursor(act, count),
            Self::Confirm(layer) => layer.cursor(act, count),
            Self::Files(layer) => layer.cursor(act, count, height),
            Self::Preview(layer) => layer.cursor(act, count, height),
            Self::Labels(_) | Self::Prompt(_) => {}
        }
    }

    /// Types, or moves in what is typed.
    pub fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match self {
            Self::Picker(layer) => layer.text(act, text, times),
            Self::Palette(layer) => layer.text(act, text, times),
            Self::Help(layer) => layer.text(act, text, times),
            Self::Form(layer) => layer.text(act, text, times),
            Self::Prompt(layer) => layer.text(act, text, times),
            Self::Files(layer) => layer.text(act, text, times),
            Self::Confirm(_) | Self::Labels(_) | Self::Preview(_) => {}
        }
    }
}

/// Enter on the top layer: it goes away, unless what it holds is not right yet, and what it asked for happens.
pub(super) fn enter(app: &mut App) {
    let Some(layer) = app.layers.pop() else {
        return;
    };
    match layer {
        Layer::Picker(picker) => picker.enter(app),
        Layer::Palette(palette) => palette.enter(app),
        Layer::Help(help) => help.enter(app),
        Layer::Form(form) => form.enter(app),
        Layer::Confirm(confirm) => confirm.enter(app),
        Layer::Prompt(prompt) => prompt.enter(app),
        Layer::Files(files) => files.enter(app),
        // Only their letters choose among them.
        Layer::Labels(labels) => app.layers.push(Layer::Labels(labels)),
        // Only the command that says so keeps it.
        Layer::Preview(preview) => app.layers.push(Layer::Preview(preview)),
    }
}
