//! Opening a study away from the screen: what takes no time is waited for, what has to be read from the journals is not.

use super::{App, Work};
use crate::command::GeneralAct;
use crate::i18n::Message;
use crate::message;
use crate::store::{Access, Options, Store, StoreError, Watch};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc;
use std::time::Duration;

/// How long the screen waits for a study, so that most open without a word.
pub(super) const PATIENCE: Duration = Duration::from_millis(300);

/// A study that is being opened on a worker.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    name: String,
    /// What is done, in percent.
    share: Arc<AtomicU8>,
    given_up: Arc<AtomicBool>,
}

/// A store, and who holds the study where it could be opened for reading only.
type Opened = (Store, Option<StoreError>);

impl Opening {
    /// Tells the screen's side how far it is, and whether to go on.
    fn watch(self, wake: impl Fn()) -> impl FnMut(f64) -> ControlFlow<()> {
        move |share| {
            let percent = (share * 100.0) as u8;
            if self.share.swap(percent, Ordering::Relaxed) != percent {
                wake();
            }
            if self.given_up.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }
    }
}

/// Opens a study to be changed; to be read only where another process holds it.
fn open(folder: &Path, coder: String, watch: &mut Watch<'_>) -> Result<Opened, StoreError> {
    let options = Options::default();
    let write = Access::Write { author: coder };
    match Store::open_watched(folder, write, &options, watch) {
        Ok(store) => Ok((store, None)),
        Err(held @ StoreError::Held { .. }) => {
            let store = Store::open_watched(folder, Access::Read, &options, watch)?;
            Ok((store, Some(held)))
        }
        Err(error) => Err(error),
    }
}

impl App {
    /// Opens a study of the data folder, to be changed; to be read only where another process holds it. The study that
    /// was open is made durable, and closed once the other is there. One that takes long arrives later.
    pub fn open_study(&mut self, name: &str) -> Result<(), StoreError> {
        self.give_up_opening();
        self.to_present();
        if let Some(work) = &mut self.work {
            work.store.settle()?;
        }
        let opening = Opening {
            name: name.to_owned(),
            ..Opening::default()
        };
        let folder = self.loaded.paths.data_dir.join(name);
        let coder = self.loaded.settings.coder.value.clone();
        let waker = self.waker.clone();
        let mut watch = opening.clone().watch(move || {
            if let Some(wake) = &waker {
                wake();
            }
        });
        let (send, opened) = mpsc::channel();
        std::thread::Builder::new()
            .name("opening".to_owned())
            .spawn(move || {
                // Nobody takes it any more where the program ended.
                let _ = send.send(open(&folder, coder, &mut watch));
            })
            .map_err(|error| StoreError::internal(&error))?;
        match opened.recv_timeout(self.patience) {
            Ok(result) => self.has_opened(name, result?),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Err(lost()),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.opening = Some(opening.clone());
                self.job(move || {
                    let result = opened.recv().unwrap_or_else(|_| Err(lost()));
                    Box::new(move |app| app.opened_late(&opening, result))
                });
            }
        }
        Ok(())
    }

    fn opened_late(&mut self, opening: &Opening, result: Result<Opened, StoreError>) {
        if opening.given_up.load(Ordering::Relaxed) {
            return;
        }
        self.opening = None;
        match result {
            Ok(opened) => self.has_opened(&opening.name, opened),
            Err(error) => self.fail(error.message()),
        }
    }

    fn has_opened(&mut self, name: &str, (store, held): Opened) {
        // A study that cannot be recorded as the last one is open all the same.
        let _ = crate::config::set_current_study(&self.loaded.paths.data_dir, name);
        self.opened(store, name, held.is_some());
        if let Some(held) = held {
            self.warn(held.message());
        }
    }

    /// Gives up opening the study that is on its way; its name, where there was one.
    pub(super) fn give_up_opening(&mut self) -> Option<String> {
        let opening = self.opening.take()?;
        opening.given_up.store(true, Ordering::Relaxed);
        Some(opening.name)
    }

    /// What is told while a study is on its way.
    pub fn opening_words(&self) -> Option<Message> {
        let opening = self.opening.as_ref()?;
        let key = self
            .keymap
            .label(self.context(), GeneralAct::Back, self.words);
        Some(message!(
            "app-study-opening",
            name = &opening.name,
            share = opening.share.load(Ordering::Relaxed),
            key = key.unwrap_or_default()
        ))
    }

    /// Takes an open study in; whatever was open before is closed.
    pub fn opened(&mut self, mut store: Store, name: &str, read_only: bool) {
        let notices = store.notices();
        if let Some(waker) = self.waker.clone() {
            store.on_saved(Box::new(move || waker()));
        }
        let coder = self.loaded.settings.coder.value.clone();
        self.give_up_all();
        self.unsent = super::layer::Unsent::default();
        self.present = None;
        self.checked = None;
        self.work = Some(Work::new(store, name.to_owned(), coder, read_only));
        self.places = super::Places::default();
        self.trail.clear();
        self.layers.clear();
        self.at = super::At::Board;
        if !read_only {
            super::act::call::take_up(self);
        }
        self.refresh();
        for notice in notices {
            self.warn(notice);
        }
    }
}

fn lost() -> StoreError {
    StoreError::internal(&"opening ended without a word")
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::app::{At, Effect, Event};
    use crate::i18n::Lang;
    use std::time::Duration;

    /// A stage whose study has to be read from its journals, and an app that waits for nothing.
    fn slow() -> Stage {
        let mut stage = Stage::new(Lang::En);
        stage.app.work = None;
        stage.app.at = At::Start;
        std::fs::remove_dir_all(stage.dir().join("AF/study.sled")).unwrap();
        stage.app.patience = Duration::ZERO;
        stage.app.open_study("AF").unwrap();
        assert!(stage.app.work.is_none(), "it was not waited for");
        stage
    }

    /// Jobs run, what they found applied.
    fn run(stage: &mut Stage, mut effects: Vec<Effect>) {
        while let Some(effect) = effects.pop() {
            if let Effect::Job(job) = effect {
                effects.extend(stage.app.handle(Event::Done(job())));
            }
        }
    }

    #[test]
    fn a_study_that_takes_long_arrives_later_and_says_how_far_it_is() {
        let mut stage = slow();
        let words = stage.app.opening_words().unwrap();
        let said = stage.app.words.say(&words);
        assert!(said.contains("AF") && said.contains('%'), "{said}");
        let effects = stage.app.handle(Event::Tick);
        run(&mut stage, effects);
        assert_eq!(stage.app.work.as_ref().unwrap().name, "AF");
        assert_eq!(stage.app.at, At::Board);
        assert!(stage.app.opening_words().is_none());
    }

    #[test]
    fn a_study_on_its_way_can_be_given_up() {
        let mut stage = slow();
        let effects = stage.keys("esc");
        run(&mut stage, effects);
        assert!(stage.app.work.is_none());
        assert!(stage.app.opening_words().is_none());
        let told = format!("{:?}", stage.app.notices.all);
        assert!(told.contains("app-study-given-up"), "{told}");
        // Nothing is left half made: it opens whole.
        stage.app.patience = Duration::from_secs(30);
        stage.app.open_study("AF").unwrap();
        assert!(!stage.study().records.sessions.is_empty());
    }
}
