//! The side pane: codes of the slots, recent codes, and what the code last touched means.

use crate::app::App;
use crate::study::codebook::Code;
use crate::study::id::CodeId;
use crate::study::label;
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;
use ratatui::layout::Rect;

/// Recent codes that are shown below the slots.
const RECENT: usize = 4;

/// Draws the pane, where it is shown.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) {
    let layout = app.places.transcript.layout();
    let Some(work) = &app.work else { return };
    if layout.pane == 0 {
        return;
    }
    let area = pen.area;
    let mut pen = pen.within(Rect {
        x: area.x + layout.pane_at,
        y: area.y,
        width: layout.pane,
        height: layout.rows,
    });
    if layout.overlay {
        pen.clear();
        let height = pen.height();
        pen.upright(0, 0..height);
    }
    let study = work.study();
    if app.places.transcript.shows_notes() {
        return super::beside::draw(app, study, &mut pen);
    }
    let colours = Colours::of(study);
    let mut y = 0;
    let mut slotted: Vec<_> = study
        .codes()
        .into_iter()
        .filter_map(|(id, code, _)| Some((code.slot?, id, code)))
        .collect();
    slotted.sort_by_key(|(slot, _, _)| *slot);
    let mut shown: Vec<&CodeId> = Vec::new();
    for (slot, id, code) in slotted {
        line(
            app,
            &slot.to_string(),
            id,
            code,
            colours.role(Some(id)),
            y,
            &mut pen,
        );
        shown.push(id);
        y += 1;
    }
    if y == 0 {
        y = pen.paragraph(2, y, &app.words.get("tui-transcript-no-slots"), Role::Dim);
    }
    let recent = work
        .recent
        .iter()
        .filter_map(|id| study.resolve_code(id))
        .filter(|id| !shown.contains(id))
        .take(RECENT);
    for id in recent {
        if let Some(code) = study.records.codes.get(id) {
            line(app, "·", id, code, colours.role(Some(id)), y, &mut pen);
            y += 1;
        }
    }
    if !app.places.transcript.suggestions().is_empty() {
        y = super::hints::in_pane(app, study, &colours, y + 1, &mut pen);
    }
    let touched = app.places.transcript.touched.as_ref();
    if let Some(id) = touched.and_then(|id| study.resolve_code(id))
        && let Some(code) = study.records.codes.get(id)
    {
        card(app, code, colours.role(Some(id)), y + 1, &mut pen);
    }
}

/// A code with its key, label and number of codings.
fn line(app: &App, key: &str, id: &CodeId, code: &Code, colour: Role, y: u16, pen: &mut Pen<'_>) {
    let Some(work) = &app.work else { return };
    let (count, behind) = app.places.transcript.count_of(id);
    let count = format!("{}{count}", if behind { "≈" } else { "" });
    let width = pen.width();
    let end = pen.text_right(width, y, &count, Role::Dim);
    let x = pen.text(2, y, key, Role::Key);
    let x = pen.text_in(x + 1, y, end.saturating_sub(x + 2), &code.key, colour);
    let name = label(&code.labels, app.words.lang().code(), work.study());
    pen.text_in(x + 1, y, end.saturating_sub(x + 2), name, Role::Text);
}

/// What a code means, when to use it, when not, and what was said under it last.
fn card(app: &App, code: &Code, colour: Role, y: u16, pen: &mut Pen<'_>) {
    let Some(work) = &app.work else { return };
    let x = pen.text(2, y, &code.key, colour);
    let name = label(&code.labels, app.words.lang().code(), work.study());
    pen.text(x + 1, y, name, Role::Strong);
    let mut y = y + 1;
    if !code.definition.is_empty() {
        y = pen.paragraph(2, y, &code.definition, Role::Text);
    }
    if !code.include.is_empty() {
        let told = t!(app.words, "app-coding-code-include", text = &code.include);
        y = pen.paragraph(2, y, &told, Role::Dim);
    }
    if !code.exclude.is_empty() {
        let told = t!(app.words, "app-coding-code-exclude", text = &code.exclude);
        y = pen.paragraph(2, y, &told, Role::Dim);
    }
    for quote in app.places.transcript.quotes() {
        let room = (pen.height().saturating_sub(y)).min(3);
        if room == 0 {
            return;
        }
        let width = (pen.width().saturating_sub(2) as usize) * room as usize;
        let place = format!(" {}", quote.place);
        let most = width.saturating_sub(place.len() + 6);
        let words = crate::text::width::fit(&quote.words, most);
        let told = app.words.with(
            "tui-transcript-quote",
            &[
                ("words", words.into_owned().into()),
                ("place", quote.place.as_str().into()),
            ],
        );
        y = pen.paragraph(2, y, &told, Role::Dim);
    }
}
