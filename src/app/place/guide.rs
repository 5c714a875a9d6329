//! The interview guide: sections and questions in their order, the form of consent, the debrief.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::edit::is_guide_used;
use crate::study::guide::Plan;
use crate::study::guide::write::Spot;
use crate::text::fold::fold;

/// The interview guide.
#[derive(Debug, Default)]
pub struct GuidePlace {
    /// The newest version, read.
    pub plan: Option<Plan>,
    /// Its number.
    pub number: u32,
    /// Whether an interview was held with it, so that a change makes a version.
    pub used: bool,
    /// Sections and questions in order; then the form of consent, also where it is still to be written, and the debrief.
    pub rows: Vec<Spot>,
    /// Where the cursor is.
    pub list: ListCursor,
    revision: u64,
}

impl GuidePlace {
    /// What is under the cursor.
    pub fn current(&self) -> Option<&Spot> {
        self.rows.get(self.list.at)
    }

    /// Puts the cursor on a part of the guide.
    pub fn put(&mut self, spot: &Spot) {
        if let Some(at) = self.rows.iter().position(|other| other == spot) {
            self.list.at = at;
        }
    }

    /// Rows of the list on the screen; below it stands what else is known of the one under the cursor.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(4)
    }

    /// Words that a row is found by.
    fn words(&self, spot: &Spot) -> String {
        let plan = self.plan.as_ref();
        let words = match spot {
            Spot::Debrief(key) => plan
                .and_then(|plan| plan.debrief.iter().find(|field| field.key == *key))
                .map(|field| field.text.as_str()),
            Spot::Consent => plan
                .and_then(|plan| plan.consent.as_ref())
                .map(|form| form.closing.as_str()),
            Spot::Section(key) => plan
                .and_then(|plan| plan.sections.iter().find(|section| section.key == *key))
                .map(|section| section.title.as_str()),
            Spot::Question(key) => plan
                .and_then(|plan| plan.question(key))
                .map(|question| question.text.as_str()),
        };
        format!("{} {}", spot.key(), words.unwrap_or(""))
    }
}

fn rows(plan: &Plan) -> Vec<Spot> {
    let of_section = |section: &crate::study::guide::Section| {
        let questions = section.questions.iter();
        let questions = questions.map(|question| Spot::Question(question.key.clone()));
        std::iter::once(Spot::Section(section.key.clone()))
            .chain(questions)
            .collect::<Vec<_>>()
    };
    let debrief = plan.debrief.iter();
    let sections = plan.sections.iter().flat_map(of_section);
    sections
        .chain([Spot::Consent])
        .chain(debrief.map(|field| Spot::Debrief(field.key.clone())))
        .collect()
}

impl Place for GuidePlace {
    fn context(&self) -> Context {
        Context::Guide
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision {
            self.revision = work.revision;
            let study = work.study();
            let current = self.current().cloned();
            self.plan = study.guide();
            self.number = study.newest_guide().map_or(0, |(_, guide)| guide.number);
            self.used = is_guide_used(study);
            self.rows = self.plan.as_ref().map_or_else(Vec::new, rows);
            if let Some(spot) = current {
                self.put(&spot);
            }
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let wanted = fold(text);
        let len = self.rows.len();
        let found = (1..=len)
            .map(|step| if forward { self.list.at + step } else { self.list.at + len - step } % len)
            .find(|at| {
                let row = self.rows.get(*at);
                row.is_some_and(|row| fold(&self.words(row)).contains(&wanted))
            });
        if let Some(at) = found {
            self.list.at = at;
        }
        self.list.show(len, Self::height(eye.height));
        found.is_some()
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        Some(self.words(self.current()?).trim().to_owned())
    }
}
