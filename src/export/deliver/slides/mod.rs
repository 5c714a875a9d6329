//! The slides: at most fifteen, one message each in plain words, tables and charts that can be edited, and the references
//! in the notes. They are put into a template, the study's own `templates/slides.pptx` where there is one.

mod chart;
mod deck;
mod package;

pub use package::{SlidesError, place_slides, slides};

use super::overview::{Figure, Overview, Quoted, Support};
use crate::i18n::{Message, Words};
use crate::message;

/// The most slides; scenarios beyond what fits are in the study itself.
const MOST: usize = 15;
/// Slides beside those of the scenarios.
const OTHERS: usize = 7;

/// One slide.
#[derive(Debug, Clone, Default, PartialEq)]
struct Slide {
    /// Its one message.
    title: String,
    /// What stands below it, at the left or over the whole width.
    left: Content,
    /// What stands at the right.
    right: Content,
    /// Small print at its foot.
    foot: String,
    /// Where it comes from.
    notes: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
enum Content {
    #[default]
    Nothing,
    /// Paragraphs; those that begin a group are bold.
    Text(Vec<(bool, String)>),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Chart(Chart),
}

/// Bars, one series or several on one another.
#[derive(Debug, Clone, Default, PartialEq)]
struct Chart {
    /// Words for who does not see it, and above it.
    description: String,
    labels: Vec<String>,
    /// Name, greyness (0 white to 100 black) and values; nothing where a value is masked.
    series: Vec<(String, u8, Vec<Option<u64>>)>,
    /// Bars lie, or stand.
    lying: bool,
}

/// The slides of a study.
fn made(overview: &Overview, words: Words) -> Vec<Slide> {
    let maker = Maker { overview, words };
    let mut slides = vec![maker.cover(), maker.sample(), maker.support()];
    slides.extend(
        overview
            .scenarios
            .iter()
            .take(MOST - OTHERS)
            .map(|scenario| maker.scenario(scenario)),
    );
    slides.push(maker.competences());
    slides.push(maker.common());
    if !overview.counts.is_empty() {
        slides.push(maker.counts());
    }
    slides.push(maker.method());
    slides
}

struct Maker<'a> {
    overview: &'a Overview,
    words: Words,
}

impl Maker<'_> {
    fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    fn word(&self, key: &'static str) -> String {
        self.words.get(key)
    }

    /// Where every figure of a slide comes from.
    fn source(&self) -> String {
        self.say(&message!(
            "deliver-slide-notes",
            date = self.overview.date.as_str(),
            head = self.overview.head.as_str(),
            rule = self.overview.rule.as_str()
        ))
    }

    fn slide(&self, title: String, left: Content, right: Content) -> Slide {
        let masks = self.overview.mask_under > 0;
        let foot = match &left {
            Content::Chart(_) if masks => {
                format!(
                    "{} {}.",
                    self.word("deliver-masked"),
                    self.overview.mask_under
                )
            }
            _ => String::new(),
        };
        Slide {
            title,
            left,
            right,
            foot,
            notes: self.source(),
        }
    }

    fn cover(&self) -> Slide {
        let lines = vec![
            (false, self.overview.aim.clone()),
            (false, self.overview.date.clone()),
        ];
        self.slide(
            self.overview.title.clone(),
            Content::Text(lines),
            Content::Nothing,
        )
    }

    fn sample(&self) -> Slide {
        let title = self.say(&message!(
            "deliver-slide-sample",
            n = self.overview.n_interviews,
            organisations = self.overview.n_organisations
        ));
        let rows = self
            .overview
            .strata
            .iter()
            .flat_map(|stratum| {
                // the stratum stands once above its values
                let named = stratum.values.iter().enumerate();
                named.map(|(at, value)| {
                    vec![
                        if at == 0 {
                            stratum.label.clone()
                        } else {
                            String::new()
                        },
                        value.label.clone(),
                        value.figure.shown.clone(),
                    ]
                })
            })
            .take(12)
            .collect();
        let head = vec![
            self.word("deliver-slide-stratum"),
            String::new(),
            self.word("deliver-interviews"),
        ];
        self.slide(title, Content::Table { head, rows }, Content::Nothing)
    }

    /// Which scenario most interviews say something for; the plain title where several do, or figures are masked.
    fn support(&self) -> Slide {
        let scenarios = &self.overview.scenarios;
        let fors = |one: &Support| Some(one.supporting.n? + one.mixed.n?);
        let best = scenarios.iter().filter_map(fors).max().unwrap_or(0);
        let mut first = scenarios.iter().filter(|one| fors(one) == Some(best));
        let title = match (first.next(), first.next()) {
            (Some(one), None) if best > 0 => self.say(&message!(
                "deliver-slide-support",
                scenario = titled(one),
                n = best
            )),
            _ => self.word("deliver-support"),
        };
        let series = |key: &'static str, grey, of: fn(&Support) -> &Figure| {
            let values = scenarios.iter().map(|one| of(one).n).collect();
            (self.word(key), grey, values)
        };
        let chart = Chart {
            description: self.word("deliver-slide-sides"),
            labels: scenarios.iter().map(titled).collect(),
            series: vec![
                series("deliver-against", 0, |one| &one.contradicting),
                series("deliver-mixed", 45, |one| &one.mixed),
                series("deliver-for", 80, |one| &one.supporting),
            ],
            lying: true,
        };
        self.slide(title, Content::Chart(chart), Content::Nothing)
    }

    fn scenario(&self, one: &Support) -> Slide {
        let shown = |figure: &Figure| {
            if figure.shown.is_empty() {
                "0".to_owned()
            } else {
                figure.shown.clone()
            }
        };
        let sides = [&one.supporting, &one.contradicting, &one.mixed];
        let is_hidden = |figure: &&Figure| figure.n.is_none() && !figure.shown.is_empty();
        let title = if sides.iter().all(is_hidden) {
            self.say(&message!(
                "deliver-slide-scenario-hidden",
                scenario = titled(one),
                n = shown(&one.heard)
            ))
        } else {
            self.say(&message!(
                "deliver-slide-scenario",
                scenario = titled(one),
                plus = shown(&one.supporting),
                minus = shown(&one.contradicting),
                mixed = shown(&one.mixed),
                n = shown(&one.heard)
            ))
        };
        let mut said = Vec::new();
        for (key, quote) in [
            ("deliver-for", &one.quote_for),
            ("deliver-against", &one.quote_against),
        ] {
            if let Some(quote) = quote {
                said.push((true, self.word(key)));
                said.push((false, self.quoted(quote)));
            }
        }
        if said.is_empty() {
            said.push((false, self.word("deliver-no-quote")));
        }
        let rating = if one.marks.is_empty() {
            Content::Text(vec![(false, self.word("deliver-slide-not-rated"))])
        } else if one.marks.iter().all(|mark| mark.figure.n.unwrap_or(0) == 0) {
            let asked = shown(&one.marked_of);
            let line = self.say(&message!("deliver-slide-marks-hidden", n = asked));
            Content::Text(vec![(false, line)])
        } else {
            let asked = shown(&one.marked_of);
            Content::Chart(Chart {
                description: self.say(&message!("deliver-slide-marks", n = asked)),
                labels: one.marks.iter().map(|mark| mark.label.clone()).collect(),
                series: vec![(
                    self.word("deliver-marks"),
                    60,
                    one.marks.iter().map(|mark| mark.figure.n).collect(),
                )],
                lying: false,
            })
        };
        let mut slide = self.slide(title, rating, Content::Text(said));
        if !one.marks.is_empty() {
            let rated = self.say(&message!(
                "deliver-slide-rating",
                median = one.median.as_str(),
                favourable = one.favourable.as_str()
            ));
            slide.notes = format!("{rated}\n{}", slide.notes);
        }
        for quote in [&one.quote_for, &one.quote_against].into_iter().flatten() {
            slide.notes = format!("{}\n{}", quote.source, slide.notes);
        }
        slide
    }

    fn quoted(&self, quote: &Quoted) -> String {
        let words = self.say(&message!("export-quote", quote = quote.words.as_str()));
        format!("{words} {}", quote.reference)
    }

    fn competences(&self) -> Slide {
        let ranked = &self.overview.competences;
        let title = match ranked.first() {
            Some(first) => self.say(&message!(
                "deliver-slide-competences",
                code = first.label.as_str(),
                n = first.figure.n.unwrap_or(0)
            )),
            None => self.word("deliver-competences"),
        };
        let chart = Chart {
            description: self.say(&message!(
                "deliver-slide-spoken",
                n = self.overview.n_interviews
            )),
            labels: ranked.iter().map(|one| one.label.clone()).collect(),
            series: vec![(
                self.word("deliver-interviews"),
                60,
                ranked.iter().map(|one| one.figure.n).collect(),
            )],
            lying: true,
        };
        self.slide(title, Content::Chart(chart), Content::Nothing)
    }

    fn common(&self) -> Slide {
        let list = |key: &'static str, codes: &[String]| {
            let mut lines = vec![(true, self.word(key))];
            if codes.is_empty() {
                lines.push((false, self.word("deliver-none")));
            }
            lines.extend(codes.iter().take(10).map(|code| (false, code.clone())));
            Content::Text(lines)
        };
        self.slide(
            self.word("export-study-common"),
            list("deliver-common", &self.overview.common),
            list("deliver-specific", &self.overview.specific),
        )
    }

    fn counts(&self) -> Slide {
        let rows = self
            .overview
            .counts
            .iter()
            .take(8)
            .map(|one| {
                let text = if one.text.is_empty() {
                    &one.question
                } else {
                    &one.text
                };
                vec![text.clone(), one.sum.clone(), one.n_answered.clone()]
            })
            .collect();
        let head = ["deliver-question", "deliver-sum", "deliver-answered"]
            .map(|key| self.words.get(key))
            .into();
        self.slide(
            self.word("deliver-counts"),
            Content::Table { head, rows },
            Content::Nothing,
        )
    }

    fn method(&self) -> Slide {
        let mut lines = vec![
            (false, self.word("deliver-method-how")),
            (false, self.word("deliver-few")),
        ];
        if self.overview.mask_under > 0 {
            let masked = self.word("deliver-masked");
            lines.push((false, format!("{masked} {}.", self.overview.mask_under)));
        }
        if self.overview.n_withdrawn > 0 {
            let withdrawn = self.word("deliver-withdrawn");
            lines.push((false, format!("{withdrawn} {}.", self.overview.n_withdrawn)));
        }
        self.slide(
            self.word("deliver-method"),
            Content::Text(lines),
            Content::Nothing,
        )
    }
}

fn titled(one: &Support) -> String {
    if one.label.is_empty() || one.label == one.key {
        one.key.clone()
    } else {
        format!("{} {}", one.key, one.label)
    }
}
