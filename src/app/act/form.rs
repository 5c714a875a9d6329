//! Acts of forms and questions.

use crate::app::App;
use crate::app::layer::{self, Layer};
use crate::command::FormAct;

pub(super) fn run(app: &mut App, act: FormAct) {
    match (act, app.layers.last_mut()) {
        (FormAct::Keep, Some(_)) => layer::enter(app),
        (FormAct::Next, Some(Layer::Form(form))) => form.next(),
        (FormAct::Previous, Some(Layer::Form(form))) => form.previous(),
        (FormAct::ChoiceNext, Some(Layer::Form(form))) => form.choose(true),
        (FormAct::ChoicePrevious, Some(Layer::Form(form))) => form.choose(false),
        // The last answer is the one that acts, the first the harmless one.
        (FormAct::Yes, Some(Layer::Confirm(confirm))) => {
            let last = confirm.choices.len().saturating_sub(1);
            answer(app, last);
        }
        (FormAct::No, Some(Layer::Confirm(_))) => answer(app, 0),
        _ => {}
    }
}

fn answer(app: &mut App, at: usize) {
    if let Some(Layer::Confirm(confirm)) = app.layers.pop() {
        confirm.answer(app, at);
    }
}
