//! Places: what fills the screen. Each keeps its own cursor while others are looked at.

pub mod board;
pub mod codebook;
pub mod coders;
pub mod evidence;
pub mod find;
pub mod guide;
pub mod live;
pub mod log;
pub mod memos;
pub mod messages;
pub mod quotas;
pub mod references;
pub mod settings;
pub mod start;
pub mod transcript;
pub mod versions;

use super::App;
use super::work::Work;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Words;
use crate::study::coding::Passage;
use crate::study::id::CodingId;

/// Which place fills the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The start page.
    #[default]
    Start,
    /// The board of interviews.
    Board,
    /// The board of the sample.
    Quotas,
    /// The reference texts.
    References,
    /// The journal of the analysis, and every memo.
    Memos,
    /// Codings that a new version leaves open.
    Versions,
    /// What two coders disagree on.
    Coders,
    /// The call.
    Live,
    /// A transcript or a reference text.
    Transcript,
    /// The codebook.
    Codebook,
    /// The evidence table.
    Evidence,
    /// Another table than the evidence.
    Table,
    /// The passages of one code.
    Passages,
    /// Words looked for in the whole study.
    Find,
    /// The interview guide.
    Guide,
    /// The settings of the study.
    Settings,
    /// The log of transactions.
    Log,
    /// The messages so far.
    Messages,
}

/// What a place sees when it is asked.
pub struct Eye<'a> {
    /// The open study.
    pub work: Option<&'a Work>,
    /// The language.
    pub words: Words,
    /// The present moment.
    pub now: crate::study::clock::Moment,
    /// Columns of the body.
    pub width: u16,
    /// Rows of the body, without the top line, the notice line and the bottom line.
    pub height: u16,
    /// Whether side panes are shown.
    pub side_pane: bool,
    /// Whether something lies over the place, at the foot of the body.
    pub covered: bool,
}

/// A place: lists made from the study, a cursor in them.
pub trait Place {
    /// Where keys go.
    fn context(&self) -> Context;

    /// Makes its lists anew when the study changed, keeps the cursor on the same thing and on the screen. Called after
    /// every batch of events, before drawing.
    fn refresh(&mut self, eye: &Eye<'_>);

    /// Says what there is under the cursor.
    fn situation(&self, eye: &Eye<'_>, situation: &mut Situation);

    /// Moves the cursor.
    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>);

    /// Searches for a text from the cursor on; false when it is nowhere.
    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let _ = (eye, text, forward);
        false
    }

    /// The line above the text after the place's name: what object is open.
    fn object(&self, eye: &Eye<'_>) -> String {
        let _ = eye;
        String::new()
    }

    /// What the cursor is on, as text to copy.
    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        let _ = eye;
        None
    }

    /// The passage under the cursor, where a code would be put.
    fn passage(&self) -> Option<Passage> {
        None
    }

    /// The coding under the cursor, which polarity, strength and memo would be given to.
    fn coding(&self) -> Option<CodingId> {
        None
    }

    /// Another pane gets the keys.
    fn pane(&mut self, forward: bool) {
        let _ = forward;
    }

    /// Goes back one step inside the place; false when it has to be left.
    fn back(&mut self) -> bool {
        false
    }
}

/// The state of all places.
#[derive(Default)]
pub struct Places {
    /// The start page.
    pub start: start::Start,
    /// The board of interviews.
    pub board: board::Board,
    /// The board of the sample.
    pub quotas: quotas::Quotas,
    /// The reference texts.
    pub references: references::References,
    /// The journal of the analysis, and every memo.
    pub memos: memos::Memos,
    /// Codings that a new version leaves open.
    pub versions: versions::Versions,
    /// What two coders disagree on.
    pub coders: coders::Coders,
    /// The call.
    pub live: live::Live,
    /// A transcript.
    pub transcript: transcript::Transcript,
    /// The codebook.
    pub codebook: codebook::Codebook,
    /// The evidence table.
    pub evidence: evidence::Evidence,
    /// Another table.
    pub table: evidence::Evidence,
    /// The passages of one code.
    pub passages: evidence::Evidence,
    /// Words looked for in the whole study.
    pub find: find::Find,
    /// The interview guide.
    pub guide: guide::GuidePlace,
    /// The settings.
    pub settings: settings::Settings,
    /// The log.
    pub log: log::Log,
    /// The messages.
    pub messages: messages::Messages,
}

impl Places {
    /// A place.
    pub fn get(&self, at: At) -> &dyn Place {
        match at {
            At::Start => &self.start,
            At::Board => &self.board,
            At::Quotas => &self.quotas,
            At::References => &self.references,
            At::Memos => &self.memos,
            At::Versions => &self.versions,
            At::Coders => &self.coders,
            At::Live => &self.live,
            At::Transcript => &self.transcript,
            At::Codebook => &self.codebook,
            At::Evidence => &self.evidence,
            At::Table => &self.table,
            At::Passages => &self.passages,
            At::Find => &self.find,
            At::Guide => &self.guide,
            At::Settings => &self.settings,
            At::Log => &self.log,
            At::Messages => &self.messages,
        }
    }

    /// A place, to be changed.
    pub fn get_mut(&mut self, at: At) -> &mut dyn Place {
        match at {
            At::Start => &mut self.start,
            At::Board => &mut self.board,
            At::Quotas => &mut self.quotas,
            At::References => &mut self.references,
            At::Memos => &mut self.memos,
            At::Versions => &mut self.versions,
            At::Coders => &mut self.coders,
            At::Live => &mut self.live,
            At::Transcript => &mut self.transcript,
            At::Codebook => &mut self.codebook,
            At::Evidence => &mut self.evidence,
            At::Table => &mut self.table,
            At::Passages => &mut self.passages,
            At::Find => &mut self.find,
            At::Guide => &mut self.guide,
            At::Settings => &mut self.settings,
            At::Log => &mut self.log,
            At::Messages => &mut self.messages,
        }
    }
}

impl App {
    /// Goes to a place; Esc comes back from it.
    pub fn go(&mut self, at: At) {
        self.keep_reading(false);
        if self.at != at {
            self.trail.push(self.at);
            self.trail.retain(|past| *past != at);
            self.at = at;
        }
        if at == At::Start {
            self.places.start.looked = false;
        }
        self.layers.clear();
        self.refresh();
    }

    /// Keeps how far texts were read; `now`: before this returns, else on a worker.
    pub fn keep_reading(&mut self, now: bool) {
        if self.at != At::Transcript {
            return;
        }
        let left_at = Some((self.now)());
        let mut read = self.places.transcript.take_read();
        for one in &mut read {
            one.left_at = left_at;
        }
        let Some(work) = self.work.as_ref().filter(|work| !work.read_only) else {
            return;
        };
        if read.is_empty() {
            return;
        }
        let (folder, study) = (work.store.folder().to_owned(), work.store.shared());
        let keep = move || crate::store::keep_reading(&folder, &study, &read);
        if now {
            // that it was not kept is no reason to stay
            let _ = keep();
            self.places.board.forget();
            return;
        }
        self.job(move || {
            let done = keep();
            Box::new(move |app: &mut Self| {
                app.places.board.forget();
                if let Err(error) = done {
                    app.fail(error.message());
                }
            })
        });
    }

    /// Goes back where one came from.
    pub fn go_back(&mut self) {
        self.keep_reading(false);
        if let Some(at) = self.trail.pop() {
            self.at = at;
            self.refresh();
        }
    }
}
