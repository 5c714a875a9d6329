//! Words looked for in the whole study: what was asked, the hits under their interviews, the words under the cursor.

#[cfg(test)]
mod tests;

use crate::analysis::search::{Asked, Hit, Source, Voice};
use crate::app::App;
use crate::app::place::find::{Find, MOST, Row};
use crate::command::{FindAct, GeneralAct};
use crate::i18n::duration;
use crate::t;
use crate::text::width::{clip, width};
use crate::text::{grapheme, harmless_line};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the place.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.find;
    if app.work.is_none() || place.asked.words.is_empty() {
        return super::empty(app, pen, "tui-empty-find", FindAct::Words.command().name);
    }
    head(app, place, pen);
    if place.rows.is_empty() {
        let (text, role) = match (&place.fault, &place.searching) {
            (_, Some(_)) => return pen.position(0, 0),
            (Some(fault), None) => (app.words.say(fault), Role::Warning),
            (None, None) => (app.words.get("tui-find-nothing"), Role::Text),
        };
        pen.paragraph(2, pen.height() / 3, &text, role);
        return pen.position(0, 0);
    }
    let (height, foot) = Find::layout(pen.height());
    let columns = Columns::of(app, place, pen.width(), height);
    let mut cursor = None;
    let window = place.list.window(place.rows.len(), height);
    for (line, row) in place
        .rows
        .get(window.clone())
        .unwrap_or(&[])
        .iter()
        .enumerate()
    {
        let y = line as u16 + 1;
        match row {
            Row::Head { interview, hits } => {
                let first = place.hits.list.get(hits.start);
                let x = pen.text(1, y, &title(app, interview, first), Role::Strong);
                let n = t!(app.words, "tui-find-count", n = hits.len());
                pen.text(x + 2, y, &n, Role::Dim);
            }
            Row::Hit(at) => {
                if let Some(hit) = place.hits.list.get(*at) {
                    draw_hit(app, hit, &columns, y, pen);
                }
            }
        }
        if window.start + line == place.list.at {
            pen.text(0, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(0, y);
        }
    }
    if foot > 0
        && let Some(hit) = place.current()
    {
        draw_foot(app, hit, (height + 1) as u16, pen);
    }
    cursor
}

/// What was asked, and how many hits there are or how far the search is.
fn head(app: &App, place: &Find, pen: &mut Pen<'_>) {
    let words = app.words;
    let total = place.hits.total;
    let state = match &place.searching {
        Some((_, progress)) => t!(
            words,
            "tui-find-searching",
            share = progress.percent(),
            key = app
                .keymap
                .label(app.context(), GeneralAct::Back, words)
                .unwrap_or_default()
        ),
        None if place.fault.is_some() => String::new(),
        None if total > place.hits.list.len() => {
            t!(words, "tui-find-more", n = total, most = MOST)
        }
        None => t!(
            words,
            "tui-find-total",
            n = total,
            interviews = place.interviews()
        ),
    };
    let end = pen.text_right(pen.width().saturating_sub(1), 0, &state, Role::Notice);
    let asked = how(app, &place.asked);
    pen.parts(1, 0, end.saturating_sub(2), &asked, Role::Dim);
}

/// The words, then what narrows them.
fn how(app: &App, asked: &Asked) -> Vec<String> {
    let words = app.words;
    let mut parts = vec![if asked.how.regex {
        format!("/{}/", asked.words)
    } else {
        t!(words, "tui-find-words", words = &asked.words)
    }];
    let how = asked.how;
    let flags = [
        (how.whole, "tui-find-whole"),
        (how.exact, "tui-find-exact"),
        (asked.voice == Voice::Participants, "tui-find-participants"),
        (asked.voice == Voice::Interviewers, "tui-find-interviewers"),
    ];
    parts.extend(
        flags
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, key)| words.get(key)),
    );
    let wheres = asked.where_.iter();
    parts.extend(wheres.map(|(key, value)| format!("{key}={value}")));
    if let Some(code) = &asked.code {
        parts.push(t!(words, "tui-find-code", code = code));
    }
    parts
}

/// What the hits below are from.
fn title(app: &App, interview: &str, first: Option<&Hit>) -> String {
    match (interview, first.map(|hit| &hit.source)) {
        ("", Some(Source::Code(_))) => app.words.get("tui-place-codebook"),
        ("", _) => app.words.get("tui-place-references"),
        (key, _) => key.to_owned(),
    }
}

/// Where the columns of hits stand.
struct Columns {
    label: u16,
    /// Columns before the words that were met.
    before: usize,
}

impl Columns {
    fn of(app: &App, place: &Find, columns: u16, height: usize) -> Self {
        let window = place.list.window(place.rows.len(), height);
        let label = place
            .rows
            .get(window)
            .unwrap_or(&[])
            .iter()
            .filter_map(|row| match row {
                Row::Hit(at) => place.hits.list.get(*at),
                Row::Head { .. } => None,
            })
            .map(|hit| width(&label(app, hit)))
            .max()
            .unwrap_or(0)
            .min(usize::from(columns) / 4) as u16;
        let room = columns.saturating_sub(label + 6);
        Self {
            label,
            before: usize::from(room) * 2 / 5,
        }
    }
}

/// Who says it, by pseudonym.
fn speaker(app: &App, hit: &Hit) -> Option<String> {
    let name = hit.speaker.as_deref()?;
    let named = app.work.as_ref().zip(hit.session.as_ref());
    let named = named.map(|(work, session)| work.study().speaker_key(session, Some(name)));
    Some(named.unwrap_or(name).to_owned())
}

/// Time and speaker of a turn; of other things what they are.
fn label(app: &App, hit: &Hit) -> String {
    let time = hit
        .t_ms
        .map(|ms| duration(u64::try_from(ms).unwrap_or(0)))
        .unwrap_or_default();
    let what = || {
        app.words
            .get(&format!("cli-search-{}", hit.source.as_str()))
    };
    let mut facts = match &hit.source {
        Source::Turn(_) => vec![time, speaker(app, hit).unwrap_or_default()],
        Source::Reference(_) | Source::Code(_) => vec![hit.document.clone()],
        Source::Note(_) => vec![time, what()],
        Source::Answer(_) | Source::Memo(..) => vec![what(), hit.document.clone()],
    };
    facts.retain(|fact| !fact.is_empty());
    facts.join(" ")
}

/// The words that were met, one under the other, with what stands before and after.
fn draw_hit(app: &App, hit: &Hit, columns: &Columns, y: u16, pen: &mut Pen<'_>) {
    pen.text_in(2, y, columns.label, &label(app, hit), Role::Dim);
    let x = columns.label + 4;
    let line = |text: &str| harmless_line(&text.replace('\n', " ")).into_owned();
    let before = line(&hit.before);
    let shown = last_columns(&before, columns.before);
    let at = x + (columns.before - width(&shown)) as u16;
    pen.text(at, y, &shown, Role::Text);
    let from = x + columns.before as u16;
    let to = pen.text(from, y, &line(&hit.quote), Role::Match);
    pen.text(to, y, &line(&hit.after), Role::Text);
}

/// The end of a text in so many columns, begun with `…` where it is cut.
fn last_columns(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut end = grapheme::take_last(text, columns);
    while width(end) + 1 > columns {
        let Some((at, _)) = grapheme::graphemes(end).nth(1) else {
            return clip("…", columns).to_owned();
        };
        end = end.get(at..).unwrap_or("");
    }
    format!("…{end}")
}

/// What the hit is from, and its words with more around them.
fn draw_foot(app: &App, hit: &Hit, y: u16, pen: &mut Pen<'_>) {
    pen.rule(0, y);
    let mut facts = vec![
        hit.interview.clone(),
        app.words
            .get(&format!("cli-search-{}", hit.source.as_str())),
        hit.document.clone(),
    ];
    if let Some(turn) = hit.turn {
        facts.push(t!(app.words, "tui-find-turn", n = turn + 1));
    }
    facts.extend(speaker(app, hit));
    facts.retain(|fact| !fact.is_empty());
    pen.text(1, y, &format!(" {} ", facts.join(" · ")), Role::Dim);
    let words = format!("{}{}{}", hit.before, hit.quote, hit.after);
    pen.paragraph(2, y + 1, &words.replace('\n', " "), Role::Text);
}
