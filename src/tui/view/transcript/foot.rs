//! Below the words: the codings here, the chosen one in full.

use crate::app::App;
use crate::app::place::Place;
use crate::app::place::transcript::ScreenRow;
use crate::app::place::transcript::marks::Mark;
use crate::app::place::transcript::reading::{Source, Standing};
use crate::command::Context;
use crate::study::coding::Coding;
use crate::study::hidden::LEFT_OUT;
use crate::study::word::Polarity;
use crate::study::{Study, label};
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;

/// Draws the codings here.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) {
    let transcript = &app.places.transcript;
    let (layout, Some(work)) = (transcript.layout(), &app.work) else {
        return;
    };
    let Some(reading) = transcript.reading() else {
        return;
    };
    let mut y = layout.rows;
    if layout.foot >= 3 {
        pen.rule(0, y);
        sources(app, y, pen);
        y += 1;
    }
    if layout.foot == 0 {
        return;
    }
    let study = work.study();
    let here = transcript.here();
    let current = transcript.current();
    let mut x = 1;
    if let Some(note) = transcript.aside().filter(|note| !note.codes.is_empty()) {
        let colours = Colours::of(study);
        for id in &note.codes {
            if let Some(code) = study.records.codes.get(id) {
                x = pen.text(x, y, &code.key, colours.role(Some(id))) + 1;
                let name = label(&code.labels, app.words.lang().code(), study);
                x = pen.text(x, y, name, Role::Dim) + 2;
            }
        }
    } else if let Some(mark) = current {
        x = full(app, study, mark, here.len(), y, pen);
    } else {
        let row = |row: &ScreenRow| {
            let here = row.turn == reading.turn_at(transcript.at());
            here && reading.is_left_out(row)
        };
        let left_out = match transcript.aside() {
            Some(note) => note.left_out,
            None => transcript.screen().iter().any(row),
        };
        let told = if left_out {
            t!(app.words, "tui-transcript-left-out", sign = LEFT_OUT)
        } else {
            app.words.get("tui-transcript-uncoded")
        };
        x = pen.text(x, y, &told, Role::Dim);
    }
    let interviewer = transcript
        .span()
        .filter(|_| transcript.aside().is_none())
        .is_some_and(|span| reading.standing(reading.turn_at(span.start)) == Standing::Interviewer);
    if interviewer && !study.settings().count_interviewer {
        let told = app.words.get("tui-transcript-uncounted");
        pen.text(x + 2, y, &told, Role::Warning);
    }
    if layout.foot < 3 {
        return;
    }
    let others = y + 1;
    let mut x = 1;
    for mark in here {
        if current.is_some_and(|current| current.id() == mark.id()) {
            continue;
        }
        if x + 8 > pen.width() {
            pen.text(x, y + 1, "…", Role::Dim);
            break;
        }
        if x > 1 {
            x = pen.text(x, y + 1, "·", Role::Dim) + 1;
        }
        x = brief(app, study, mark, x, y + 1, pen);
    }
    // the side pane tells them with their words
    if layout.pane == 0 {
        super::hints::in_row(app, study, x, others, pen);
    }
}

/// What else can be read of the interview, in the rule.
fn sources(app: &App, y: u16, pen: &mut Pen<'_>) {
    let transcript = &app.places.transcript;
    let (Some(work), Some(reading)) = (&app.work, transcript.reading()) else {
        return;
    };
    let mut x = 2;
    if transcript.extends() {
        let told = format!(" {} ", app.words.get("tui-transcript-extends"));
        x = pen.text(x, y, &told, Role::Strong) + 1;
    }
    if transcript.sources.len() < 2 {
        return;
    }
    // the notes beside the text may have the keys
    let at_notes = transcript.context() == Context::Notes;
    let mut sign_before = " ";
    for source in &transcript.sources {
        let name = match source {
            Source::Notes(_) => app.words.get("app-transcript-notes"),
            Source::Text(id) => {
                let records = &work.study().records;
                let version = records.versions.get(id);
                let key = version
                    .and_then(|version| records.documents.get(&version.document))
                    .map_or("", |document| document.key.as_str());
                let number = version.map_or(0, |version| version.number);
                format!(
                    "{key} {}",
                    t!(app.words, "app-transcript-version", n = number)
                )
            }
        };
        let here = match source {
            Source::Notes(_) if at_notes => true,
            _ => !at_notes && *source == reading.source,
        };
        x = pen.text(x, y, sign_before, Role::Dim);
        x = if here {
            pen.text(x, y, &format!("▸{name}"), Role::Strong)
        } else {
            pen.text(x, y, &name, Role::Dim)
        };
        sign_before = " · ";
    }
    pen.text(x, y, " ", Role::Dim);
}

/// The chosen coding: code, strength, polarities, coder, star, memo.
fn full(app: &App, study: &Study, mark: &Mark, here: usize, y: u16, pen: &mut Pen<'_>) -> u16 {
    let Some(coding) = study.records.codings.get(mark.id()) else {
        return 1;
    };
    let name = study
        .resolve_code(&coding.code)
        .and_then(|id| study.records.codes.get(id))
        .map_or("", |code| {
            label(&code.labels, app.words.lang().code(), study)
        });
    let mut x = pen.text(0, y, "▸", Role::Strong);
    x = pen.text(x, y, &mark.key, Colours::of(study).role(mark.code.as_ref())) + 1;
    let most = (pen.width() / 3).max(12);
    x = pen.text_in(x, y, most, name, Role::Strong) + 2;
    if let Some(strength) = coding.strength {
        let told = t!(app.words, "app-strength", n = strength);
        x = pen.text(x, y, &told, Role::Text) + 2;
    }
    x = polarities(study, coding, x, y, pen);
    x = pen.text(x, y, &mark.coder, Role::Dim) + 1;
    if coding.starred {
        x = pen.text(x, y, "★", Role::Strong) + 1;
    }
    if here > 1 {
        let told = t!(app.words, "tui-transcript-of", n = here);
        x = pen.text(x + 1, y, &told, Role::Dim) + 1;
    }
    let memo = memo(study, mark);
    if !memo.is_empty() {
        x = pen.text(x + 1, y, &format!("✎ {memo}"), Role::Dim);
    }
    x
}

/// Memos of codings that are shown as one are joined.
fn memo(study: &Study, mark: &Mark) -> String {
    let memos: Vec<&str> = mark
        .ids
        .iter()
        .filter_map(|id| study.records.codings.get(id))
        .map(|coding| coding.memo.as_str())
        .filter(|memo| !memo.is_empty())
        .collect();
    memos.join(" / ").replace('\n', " ")
}

fn polarities(study: &Study, coding: &Coding, mut x: u16, y: u16, pen: &mut Pen<'_>) -> u16 {
    for (id, scenario) in study.scenarios() {
        if let Some(polarity) = coding.polarities.get(id) {
            let role = match polarity {
                Polarity::Supports => Role::Supports,
                Polarity::Contradicts => Role::Contradicts,
                Polarity::Mixed => Role::Mixed,
                Polarity::Neutral => Role::Dim,
            };
            let told = format!("{} {}", scenario.key, polarity.sign());
            x = pen.text(x, y, &told, role) + 2;
        }
    }
    x
}

/// Another coding here: code, strength, polarities, and the coder when it is another.
fn brief(app: &App, study: &Study, mark: &Mark, x: u16, y: u16, pen: &mut Pen<'_>) -> u16 {
    let Some(coding) = study.records.codings.get(mark.id()) else {
        return x;
    };
    let mut x = pen.text(x, y, &mark.key, Colours::of(study).role(mark.code.as_ref())) + 1;
    if let Some(strength) = coding.strength {
        let told = t!(app.words, "app-strength", n = strength);
        x = pen.text(x, y, &told, Role::Text) + 1;
    }
    for (id, scenario) in study.scenarios() {
        if let Some(polarity) = coding.polarities.get(id) {
            let told = format!("{}{}", scenario.key, polarity.sign());
            x = pen.text(x, y, &told, Role::Text) + 1;
        }
    }
    let mine = app.work.as_ref().is_some_and(|w| w.coder == mark.coder);
    if !mine {
        x = pen.text(x, y, &format!("({})", mark.coder), Role::Dim) + 1;
    }
    if coding.starred {
        x = pen.text(x, y, "★", Role::Strong) + 1;
    }
    x
}
