//! Long work that a person asked for, away from the screen: the line under the text says what is being done and how far it
//! is, Esc gives it up, and what it found is applied when it is done.

use super::App;
use crate::analysis::search::Progress;
use crate::command::GeneralAct;
use crate::i18n::Message;
use crate::message;
use crate::store::Watch;
use std::ops::ControlFlow;

/// Work that somebody waits for.
#[derive(Debug, Clone)]
pub struct Away {
    told: Message,
    progress: Progress,
    /// It has something that it gives back: it is waited for also where it was given up.
    gives_back: bool,
}

impl App {
    /// Does `work` on a worker and `then` with what it made, unless it was given up meanwhile. `told` says what is done.
    /// What comes out is what [`App::give_up`] gives it up by.
    pub(super) fn away<T: Send + 'static>(
        &mut self,
        told: Message,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
        then: impl FnOnce(&mut App, T) + Send + 'static,
    ) -> Progress {
        let progress = self.await_away(told, false);
        let awaited = progress.clone();
        self.job(move || {
            let made = work(&progress);
            Box::new(move |app: &mut App| {
                if app.is_awaited(&progress) {
                    then(app, made);
                }
            })
        });
        awaited
    }

    /// The same for work that takes something along: `then` gets it back also where the work was given up.
    pub(super) fn away_to_the_end<T: Send + 'static>(
        &mut self,
        told: Message,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
        then: impl FnOnce(&mut App, T) + Send + 'static,
    ) {
        let progress = self.await_away(told, true);
        self.job(move || {
            let made = work(&progress);
            Box::new(move |app: &mut App| {
                app.is_awaited(&progress);
                then(app, made);
            })
        });
    }

    fn await_away(&mut self, told: Message, gives_back: bool) -> Progress {
        let progress = Progress::waking(self.waker.clone());
        self.away.push(Away {
            told,
            progress: progress.clone(),
            gives_back,
        });
        progress
    }

    /// Whether work that is done was waited for; it no longer is.
    fn is_awaited(&mut self, progress: &Progress) -> bool {
        let before = self.away.len();
        self.away.retain(|one| !one.progress.is(progress));
        self.away.len() < before
    }

    /// Gives up what was asked for last; what is to be told of it, where there is any.
    pub(super) fn give_up_away(&mut self) -> Option<Message> {
        let away = self.away.last()?;
        away.progress.give_up();
        if away.gives_back {
            return Some(stopping(away));
        }
        let away = self.away.pop()?;
        Some(message!("app-away-given-up", what = away.told))
    }

    /// Gives up one thing that was asked for; what it was, unless it is done.
    pub(super) fn give_up(&mut self, progress: &Progress) -> Option<Message> {
        let at = (self.away.iter()).position(|one| one.progress.is(progress))?;
        let away = self.away.remove(at);
        away.progress.give_up();
        Some(away.told)
    }

    /// Gives up everything: another study is open.
    pub(super) fn give_up_all(&mut self) {
        self.away.retain(|one| {
            one.progress.give_up();
            one.gives_back
        });
    }

    /// What is told while work is under way.
    pub fn away_words(&self) -> Option<Message> {
        let away = self.away.last()?;
        if away.progress.given_up() && away.gives_back {
            return Some(stopping(away));
        }
        let key = self
            .keymap
            .label(self.context(), GeneralAct::Back, self.words);
        Some(message!(
            "app-away",
            what = away.told.clone(),
            share = away.progress.percent(),
            key = key.unwrap_or_default()
        ))
    }
}

/// What is told of work that was given up, and may have gone too far for that.
fn stopping(away: &Away) -> Message {
    message!("app-away-stopping", what = away.told.clone())
}

/// What the store asks while it reads, told to `progress` as so many percent of the whole.
pub(super) fn watched(progress: &Progress, percent: f64) -> Box<Watch<'_>> {
    Box::new(move |share| {
        progress.reached((share * percent) as usize, 100);
        if progress.given_up() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::app::{Effect, Event, Job};
    use crate::i18n::Lang;
    use crate::message;

    /// A stage that does long work, and the work.
    fn working() -> (Stage, Vec<Job>) {
        let mut stage = Stage::new(Lang::Fr);
        // what opening asked for is not meant
        stage.keys("down");
        stage.app.away(
            message!("app-quotes-reading"),
            |progress| {
                progress.reached(2, 5);
                !progress.given_up()
            },
            |app, went_on| {
                assert!(went_on);
                app.inform(message!("app-quotes-none"));
            },
        );
        let jobs = stage.keys("down").into_iter();
        let jobs = jobs.filter_map(|effect| match effect {
            Effect::Job(job) => Some(job),
            _ => None,
        });
        (stage, jobs.collect())
    }

    fn told(stage: &Stage) -> String {
        stage.app.told().map_or_else(String::new, |(_, text)| text)
    }

    #[test]
    fn what_is_done_is_told_until_it_is_done_and_no_longer() {
        let (mut stage, mut jobs) = working();
        assert_eq!(told(&stage), "Lecture du texte… Échap arrête");
        let done = jobs.remove(0)();
        assert_eq!(told(&stage), "Lecture du texte… 40\u{202f}% · Échap arrête");
        stage.app.handle(Event::Done(done));
        assert!(!told(&stage).contains("Lecture"), "{}", told(&stage));
        stage.keys("down");
        assert_eq!(told(&stage), "");
    }

    #[test]
    fn what_is_given_up_is_not_applied() {
        let (mut stage, mut jobs) = working();
        let at = stage.app.at;
        stage.keys("esc");
        assert_eq!(stage.app.at, at, "Esc gives up, and goes nowhere yet");
        assert_eq!(told(&stage), "Abandonné\u{a0}: Lecture du texte…");
        stage.app.handle(Event::Done(jobs.remove(0)()));
        assert_eq!(told(&stage), "Abandonné\u{a0}: Lecture du texte…");
    }
}
