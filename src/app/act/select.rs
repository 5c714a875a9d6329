//! Choosing the passage that a code will be put on.

use crate::app::App;
use crate::app::place::transcript::{End, Step, Unit};
use crate::command::{Invocation, SelectAct};

pub(super) fn run(app: &mut App, act: SelectAct, invocation: &Invocation) {
    let times = invocation.times();
    let transcript = &mut app.places.transcript;
    match act {
        SelectAct::Word => transcript.take(Unit::Word),
        SelectAct::Sentence => transcript.take(Unit::Sentence),
        SelectAct::Turn => transcript.take(Unit::Turn),
        SelectAct::Extend => match invocation.arg.as_deref() {
            Some("left") => transcript.move_end(End::Start, Step::Word, false, times),
            Some(_) => transcript.move_end(End::Last, Step::Word, true, times),
            None => transcript.extend(),
        },
        SelectAct::Clear => transcript.drop_selection(),
        SelectAct::StartLeft => transcript.move_end(End::Start, Step::Word, false, times),
        SelectAct::StartLeftLetter => transcript.move_end(End::Start, Step::Grapheme, false, times),
        SelectAct::StartRight => transcript.move_end(End::Start, Step::Word, true, times),
        SelectAct::StartRightLetter => transcript.move_end(End::Start, Step::Grapheme, true, times),
        SelectAct::EndLeft => transcript.move_end(End::Last, Step::Word, false, times),
        SelectAct::EndLeftLetter => transcript.move_end(End::Last, Step::Grapheme, false, times),
        SelectAct::EndRight => transcript.move_end(End::Last, Step::Word, true, times),
        SelectAct::EndRightLetter => transcript.move_end(End::Last, Step::Grapheme, true, times),
    }
}
