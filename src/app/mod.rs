//! What is open and focused: an event goes in, commands run, effects come out. Knows no terminal.
//!
//! [`App::handle`] is the only way in. A key goes through the keymap of the [`Context`] that has it (the top
//! [`Layer`], else the [`place::Place`]) to commands; [`App::run`] runs one, from a key, the palette or a test alike.

pub mod act;
pub mod away;
#[cfg(test)]
mod behind_test;
pub(crate) mod boot;
pub mod entry;
pub mod event;
pub mod intake;
#[cfg(test)]
mod labels_test;
pub mod layer;
pub mod list;
pub mod notice;
pub mod opening;
pub mod place;
mod player;
mod sample;
pub mod studies;
#[cfg(test)]
pub(crate) mod test_support;
pub mod work;

#[cfg(test)]
mod live_answer_test;
#[cfg(test)]
mod live_keys_test;
#[cfg(test)]
mod live_test;

pub use event::{Done, Effect, Event, Job};
pub use layer::Layer;
pub use place::{At, Eye, Place, Places};
pub use work::Work;

use crate::command::{Context, Invocation, Situation};
use crate::config::Loaded;
use crate::i18n::{Lang, Message, Words};
use crate::keymap::{Key, Keymap, Resolution, Resolver};
use crate::study::clock::{Boot, Moment};
use notice::{Level, Notices};

/// Rows of the screen that are not the body: top line, notice line, bottom line.
const FRAME_ROWS: u16 = 3;

/// Everything that is open.
pub struct App {
    /// The language.
    pub words: Words,
    /// Settings of the person and the machine.
    pub loaded: Loaded,
    /// The study that is open.
    pub work: Option<Work>,
    /// The study as it is now, while it is shown as of a milestone.
    pub present: Option<Work>,
    /// What keys do.
    pub keymap: Keymap,
    /// Keys that may become a chord, a count before them.
    pub pending: Resolver,
    /// The place that fills the screen.
    pub at: At,
    /// Where Esc goes back to, the last one last.
    pub trail: Vec<At>,
    /// The state of all places.
    pub places: Places,
    /// What lies over the place, the topmost last.
    pub layers: Vec<Layer>,
    /// What was told.
    pub notices: Notices,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Whether side panes are shown.
    pub side_pane: bool,
    /// What was searched for last.
    pub pattern: String,
    /// The interview whose identities are shown, until the next key.
    pub identity: Option<crate::study::id::SessionId>,
    /// The folder that a file was last chosen in.
    pub folder: Option<std::path::PathBuf>,
    /// The finished text that was checked last, and what was found in it.
    pub checked: Option<(String, Vec<crate::analysis::quotes::Checked>)>,
    /// The study that is on its way.
    pub opening: Option<opening::Opening>,
    /// What was typed into forms that were left.
    pub unsent: layer::Unsent,
    /// How many times files were read for a preview: each reading has its own number.
    pub readings: u64,
    /// Long work that was asked for, the last one last.
    pub away: Vec<away::Away>,
    /// How long a study is waited for before the screen goes on without it.
    pub patience: std::time::Duration,
    /// Wakes the screen when the writer has something to say.
    pub waker: Option<std::sync::Arc<dyn Fn() + Send + Sync>>,
    /// The present moment; the tests' own in tests.
    pub now: fn() -> jiff::Timestamp,
    /// What the machine's own clock shows, where it has one; the tests' own in tests.
    pub boot: fn() -> Option<Boot>,
    /// Whether the place was refreshed after the last thing that was done.
    fresh: bool,
    effects: Vec<Effect>,
}

impl App {
    /// An app with nothing open.
    pub fn new(loaded: Loaded, keymap: Keymap) -> Self {
        let words = Words::new(loaded.settings.lang.value);
        Self {
            words,
            loaded,
            work: None,
            present: None,
            keymap,
            pending: Resolver::new(),
            at: At::Start,
            trail: Vec::new(),
            places: Places::default(),
            layers: Vec::new(),
            notices: Notices::default(),
            size: (80, 24),
            side_pane: true,
            pattern: String::new(),
            identity: None,
            folder: None,
            checked: None,
            opening: None,
            unsent: layer::Unsent::default(),
            readings: 0,
            away: Vec::new(),
            patience: opening::PATIENCE,
            waker: None,
            now: jiff::Timestamp::now,
            boot: boot::now,
            fresh: false,
            effects: Vec::new(),
        }
    }

    /// Applies one event; what the terminal has to do comes out.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        self.fresh = false;
        let key = matches!(event, Event::Key(_));
        match event {
            Event::Key(key) => {
                self.notices.seen();
                self.identity = None;
                for key in self.pending.meant(&self.keymap, self.context(), key) {
                    self.press(key);
                }
            }
            Event::Paste(text) => {
                self.pending.clear();
                self.identity = None;
                self.paste(&text);
            }
            Event::Resize(width, height) if self.size == (width, height) => {}
            Event::Resize(width, height) => {
                self.size = (width, height);
                // the sentences have other places now, and others are seen
                self.layers.retain(Layer::covers);
            }
            Event::Tick => act::call::tick(self),
            Event::Saved => self.saved(),
            Event::Done(done) => done(self),
            Event::Fault(fault) => self.fail(crate::message!("app-fault", fault = fault)),
            Event::Copied(Ok(())) => self.inform(crate::message!("app-copied")),
            Event::Copied(Err(why)) => self.warn(why),
        }
        // After a key's command the place is as it should be.
        if !(key && self.fresh) {
            self.refresh();
        }
        std::mem::take(&mut self.effects)
    }

    /// One key, through the keymap.
    fn press(&mut self, key: Key) {
        let (context, situation) = (self.context(), self.situation());
        match self.pending.press(&self.keymap, context, &situation, key) {
            Resolution::Run(invocations) => {
                for invocation in invocations {
                    self.run(&invocation);
                }
            }
            Resolution::Refused(reason) => self.warn(reason),
            Resolution::Pending(_) | Resolution::Cancelled => {}
            Resolution::NotBound(key) => {
                self.inform(crate::message!(
                    "app-not-bound",
                    keys = key.label(self.words)
                ));
            }
        }
    }

    /// Runs a command, or says why it cannot run.
    pub fn run(&mut self, invocation: &Invocation) {
        let command = invocation.command.command();
        if let Err(reason) = command.possible(&self.situation()) {
            self.warn(reason);
            return;
        }
        act::run(self, invocation);
        self.refresh();
        self.fresh = true;
    }

    /// Where keys go now.
    pub fn context(&self) -> Context {
        self.layers
            .last()
            .map_or_else(|| self.places.get(self.at).context(), Layer::context)
    }

    /// What there is at this moment, as far as commands ask.
    pub fn situation(&self) -> Situation {
        let mut situation = Situation {
            pattern: !self.pattern.is_empty(),
            ..Situation::default()
        };
        if let Some(work) = &self.work {
            let study = work.study();
            let replica = work.store.replica();
            situation.study_open = true;
            situation.writable = !work.read_only;
            situation.has_sessions = !study.records.sessions.is_empty();
            situation.guide = !study.records.guides.is_empty();
            situation.codes_exist = !study.records.codes.is_empty();
            situation.has_scenarios = !study.records.scenarios.is_empty();
            situation.last_code = work.last_code.is_some();
            situation.session = work
                .session
                .as_ref()
                .is_some_and(|id| study.records.sessions.contains_key(id));
            situation.can_undo = work.store.whole().history.undoable(replica).is_some();
            situation.can_redo = work.store.whole().history.redoable(replica).is_some();
        }
        self.places
            .get(self.at)
            .situation(&self.eye(), &mut situation);
        match self.layers.last() {
            Some(Layer::Preview(preview)) => preview.situation(&mut situation),
            Some(Layer::Form(form)) => form.situation(&mut situation),
            _ => {}
        }
        situation
    }

    /// The present moment on both clocks.
    pub fn moment(&self) -> Moment {
        Moment {
            wall: (self.now)(),
            boot: (self.boot)(),
        }
    }

    /// What a place sees.
    pub fn eye(&self) -> Eye<'_> {
        Eye {
            work: self.work.as_ref(),
            ..self.surroundings()
        }
    }

    /// What a place sees, and what it may change while it looks.
    fn seen(&mut self) -> (Eye<'_>, &mut Places, &mut Vec<Layer>) {
        let eye = Eye {
            work: self.work.as_ref(),
            ..self.surroundings()
        };
        (eye, &mut self.places, &mut self.layers)
    }

    /// What a place sees but for the study.
    fn surroundings(&self) -> Eye<'static> {
        Eye {
            work: None,
            words: self.words,
            now: self.moment(),
            width: self.size.0,
            height: self.size.1.saturating_sub(self.frame_rows()),
            side_pane: self.side_pane,
            // In a call the keys that may follow lie over it as well.
            covered: self.layers.iter().any(Layer::covers)
                || (self.at == At::Live && self.pending.is_pending()),
        }
    }

    /// Lets the present place make its lists anew.
    pub fn refresh(&mut self) {
        if self.at == At::Start {
            act::study::look(self);
        }
        let at = self.at;
        if at == At::Messages && self.places.messages.rows.len() != self.notices.all.len() {
            self.places.messages.rows = self.notices.all.iter().rev().cloned().collect();
        }
        let (eye, places, _) = self.seen();
        places.get_mut(at).refresh(&eye);
        act::evidence::count_away(self);
        act::coders::compare_away(self);
        act::find::search_away(self);
        act::coding::learn_away(self);
        act::coding::tell_code(self);
    }

    /// Moves the cursor of the top layer, else of the place.
    pub(crate) fn cursor(&mut self, act: crate::command::CursorAct, count: Option<u32>) {
        let at = self.at;
        let (eye, places, layers) = self.seen();
        match layers.last_mut() {
            Some(layer) => layer.cursor(act, count, (eye.height as usize).saturating_sub(3)),
            None => {
                places.get_mut(at).cursor(&eye, act, count);
                if at == At::Live {
                    act::call::keep_draft(self);
                }
            }
        }
    }

    /// Asks for an effect.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Starts long work; what it finds is applied when it is done.
    pub fn job(&mut self, job: impl FnOnce() -> Done + Send + 'static) {
        self.effects.push(Effect::Job(Box::new(job)));
    }

    /// Lays something over the place.
    pub fn push(&mut self, layer: Layer) {
        self.layers.push(layer);
    }

    /// Uses another language.
    pub fn set_lang(&mut self, lang: Lang) {
        self.words = Words::new(lang);
    }

    /// Tells that something was done.
    pub fn inform(&mut self, text: Message) {
        self.tell(Level::Info, text);
    }

    /// Tells that something cannot be done, or was chosen.
    pub fn warn(&mut self, text: Message) {
        self.tell(Level::Warning, text);
    }

    /// Tells that something failed.
    pub fn fail(&mut self, text: Message) {
        self.tell(Level::Error, text);
    }

    fn tell(&mut self, level: Level, text: Message) {
        let at = (self.now)();
        self.notices.tell(level, text, at);
        self.fresh = false;
    }

    /// One labelled transaction on the open study; failures are told.
    pub fn change(&mut self, label: Message, changes: Vec<crate::study::Change>) -> bool {
        let Some(work) = &mut self.work else {
            return false;
        };
        match work.change(label, changes) {
            Ok(applied) => {
                if !applied.conflicts.is_empty() {
                    self.warn(crate::message!(
                        "app-conflicts",
                        n = applied.conflicts.len()
                    ));
                }
                true
            }
            Err(error) => {
                self.fail(error.message());
                false
            }
        }
    }

    fn paste(&mut self, text: &str) {
        if self.context().is_text() {
            let text = crate::text::sanitise(text).text;
            act::text::paste(self, &text);
        }
    }

    fn saved(&mut self) {
        if let Some(crate::store::Saved::Failed(why)) =
            self.work.as_ref().map(|work| work.store.saved())
        {
            self.fail(why);
        }
    }

    /// When something on the screen will change by itself; `None`: never.
    pub fn wake_in(&self) -> Option<std::time::Duration> {
        act::call::wake_in(self)
    }

    /// Makes everything durable before the program ends.
    pub fn settle(&mut self) -> Result<(), crate::store::StoreError> {
        act::call::keep_draft(self);
        self.work
            .as_mut()
            .map_or(Ok(()), |work| work.store.settle())
    }
}
