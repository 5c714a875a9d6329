//! A file as it was read, before it is kept.

use super::sheet;
use crate::app::App;
use crate::app::layer::Preview;
use crate::app::layer::preview::{Content, One, PreviewRow};
use crate::import::{Belongs, Transcript};
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Widest a name is shown beside its turns.
const WIDEST_NAME: usize = 18;

/// Draws what the file is, where it would go, and its rows.
pub(super) fn draw(app: &App, preview: &Preview, pen: &mut Pen<'_>) -> Option<Position> {
    let rows = (pen.height() as usize).saturating_sub(1);
    let title = match preview.content {
        Content::Fault(_) | Content::Data(_, _, false) => {
            t!(
                app.words,
                "tui-preview-refused",
                file = preview.name.clone()
            )
        }
        _ if !preview.many.is_empty() => {
            let (folder, n) = (preview.name.clone(), preview.many.len());
            t!(app.words, "tui-preview-many", folder = folder, n = n)
        }
        _ => t!(app.words, "tui-preview", file = preview.name.clone()),
    };
    let mut pen = sheet(pen, rows, &title);
    head(app, preview, &mut pen);
    let height = rows.saturating_sub(3).max(1);
    let mut list = preview.list;
    list.show(preview.rows.len(), height);
    let mut cursor = pen.position(1, 1);
    for (y, row) in (4u16..).zip(list.window(preview.rows.len(), height)) {
        if let Some(item) = preview.rows.get(row) {
            draw_row(app, preview, item, &mut pen, y);
        }
        if row == list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(1, y);
        }
    }
    cursor
}

/// Format, encoding, size; where it goes; whether it can be kept.
fn head(app: &App, preview: &Preview, pen: &mut Pen<'_>) {
    let what = match &preview.content {
        Content::Reading => app.words.get("tui-preview-reading"),
        Content::Fault(_) => app.words.get("tui-preview-fault"),
        Content::Data(kind, report, whole) => {
            let kind = app
                .words
                .get(&format!("tui-preview-kind-{}", kind.as_str()));
            let rows: usize = report.files.iter().map(|file| file.rows).sum();
            let problems = report.problems.len();
            if *whole {
                t!(app.words, "tui-preview-data", kind = kind, n = rows)
            } else {
                t!(
                    app.words,
                    "tui-preview-data-bad",
                    kind = kind,
                    n = rows,
                    problems = problems
                )
            }
        }
        Content::Many(files, _) => {
            let refused = files.iter().filter(|one| one.refused.is_some()).count();
            let kept = files.len() - refused;
            t!(
                app.words,
                "tui-preview-many-kept",
                n = kept,
                refused = refused
            )
        }
        Content::Text(transcript) => {
            let number = |n: usize| app.words.integer(i64::try_from(n).unwrap_or(i64::MAX));
            t!(
                app.words,
                "tui-preview-text",
                format = transcript.format.name(),
                encoding = transcript.encoding.clone(),
                turns = number(transcript.turns.len()),
                words = number(transcript.words)
            )
        }
    };
    let role = match &preview.content {
        Content::Fault(_) | Content::Data(_, _, false) => Role::Error,
        _ => Role::Text,
    };
    pen.text(1, 1, &what, role);
    if let Content::Many(..) = &preview.content {
        let heads = COLUMNS.map(|(key, _)| app.words.get(key));
        columns(
            pen,
            3,
            &heads.each_ref().map(|head| (head.as_str(), Role::Dim)),
        );
    }
    if let Content::Text(transcript) = &preview.content {
        pen.text(1, 2, &target(app, preview), Role::Strong);
        let unread = transcript.unread.len();
        let text = if unread == 0 {
            app.words.get("tui-preview-all-read")
        } else {
            t!(app.words, "tui-preview-unread", n = unread)
        };
        pen.text(
            1,
            3,
            &text,
            if unread == 0 {
                Role::Good
            } else {
                Role::Warning
            },
        );
    }
}

/// Which interview or reference text it goes to, and whether that is a new one.
fn target(app: &App, preview: &Preview) -> String {
    let key = preview.target();
    if matches!(preview.belongs, Belongs::Reference(_)) {
        return t!(app.words, "tui-preview-to-reference", key = key);
    }
    let study = app.work.as_ref().map(crate::app::Work::study);
    let known = study.is_some_and(|study| study.session_by_key(&key).is_some());
    if known {
        t!(app.words, "tui-preview-to", key = key)
    } else {
        t!(app.words, "tui-preview-to-new", key = key)
    }
}

fn draw_row(app: &App, preview: &Preview, row: &PreviewRow, pen: &mut Pen<'_>, y: u16) {
    let text = match &preview.content {
        Content::Text(transcript) => Some(transcript.as_ref()),
        _ => None,
    };
    match row {
        PreviewRow::Speaker(name, turns) => {
            let x = pen.text_in(3, y, 30, name.as_deref().unwrap_or("—"), Role::Strong);
            let count = t!(app.words, "tui-preview-turns", n = *turns);
            let x = pen.text(x.max(22) + 2, y, &count, Role::Text);
            let asks = name.as_deref().is_some_and(|name| preview.is_asking(name));
            if asks {
                pen.text(
                    x.max(36) + 2,
                    y,
                    &app.words.get("tui-preview-asks"),
                    Role::Notice,
                );
            }
        }
        PreviewRow::Candidate(name, line) => {
            let words = t!(
                app.words,
                "tui-preview-candidate",
                name = name.clone(),
                line = *line
            );
            pen.text(3, y, &words, Role::Warning);
        }
        PreviewRow::Told(message) => {
            let x = pen.text(3, y, "! ", Role::Warning);
            pen.text(x, y, &app.words.say(message).replace('\n', " "), Role::Text);
        }
        PreviewRow::Unread(at) => {
            if let Some(unread) = text.and_then(|text| text.unread.get(*at)) {
                pen.text_right(9, y, &unread.line.to_string(), Role::Dim);
                let half = pen.width().saturating_sub(12) / 2;
                let x = pen.text_in(11, y, half, &unread.text, Role::Text);
                let why = app.words.say(&unread.reason.message());
                pen.text(x + 2, y, &why, Role::Warning);
            }
        }
        PreviewRow::File(at) => {
            if let Content::Many(files, _) = &preview.content
                && let Some(one) = files.get(*at)
            {
                draw_file(app, one, pen, y);
            }
        }
        PreviewRow::Turn(at) => draw_turn(preview, text, *at, pen, y),
    }
}

/// Columns of many files: what stands above them, and the share of the row that each has.
const COLUMNS: [(&str, u16); 5] = [
    ("tui-preview-column-file", 26),
    ("tui-preview-column-format", 16),
    ("tui-preview-column-goes", 16),
    ("tui-preview-column-rows", 10),
    ("tui-preview-column-became", 32),
];

fn columns(pen: &mut Pen<'_>, y: u16, cells: &[(&str, Role); 5]) {
    let room = pen.width().saturating_sub(4);
    let mut x = 3;
    for ((words, role), (_, share)) in cells.iter().zip(COLUMNS) {
        let wide = room * share / 100;
        pen.text_in(x, y, wide.saturating_sub(1), words, *role);
        x += wide;
    }
}

/// One of many files: what becomes of it; of one that is refused, why.
fn draw_file(app: &App, one: &One, pen: &mut Pen<'_>, y: u16) {
    let became = &one.became;
    if let Some(why) = &one.refused {
        let x = pen.text(3, y, "✗ ", Role::Error);
        pen.text(x, y, &app.words.say(why).replace('\n', " "), Role::Error);
        return;
    }
    let rows = app
        .words
        .integer(i64::try_from(became.rows).unwrap_or(i64::MAX));
    let mut fate = app.words.say(&became.fate);
    if became.told > 0 {
        let told = t!(app.words, "tui-preview-told", n = became.told);
        fate = format!("! {told} · {fate}");
    }
    let role = if became.told > 0 {
        Role::Warning
    } else {
        Role::Text
    };
    columns(
        pen,
        y,
        &[
            (&became.file, Role::Strong),
            (&became.format, Role::Dim),
            (&became.goes, Role::Text),
            (&rows, Role::Text),
            (&fate, role),
        ],
    );
}

fn draw_turn(preview: &Preview, text: Option<&Transcript>, at: usize, pen: &mut Pen<'_>, y: u16) {
    let Some(turn) = text.and_then(|text| text.turns.get(at)) else {
        return;
    };
    let time = turn.start_ms.map_or_else(String::new, |ms| {
        crate::i18n::duration(u64::try_from(ms).unwrap_or(0))
    });
    pen.text_right(10, y, &time, Role::Dim);
    let speaker = turn.speaker.as_deref().unwrap_or("");
    let asks = preview.is_asking(speaker);
    let wide = preview
        .rows
        .iter()
        .map_while(|row| match row {
            PreviewRow::Speaker(name, _) => Some(width(name.as_deref().unwrap_or(""))),
            _ => None,
        })
        .max()
        .map_or(0, |wide| wide.min(WIDEST_NAME) as u16);
    let role = if asks { Role::Dim } else { Role::Strong };
    pen.text_in(12, y, wide, speaker, role);
    let words = turn.text.replace('\n', " ⏎ ");
    let role = if asks { Role::Dim } else { Role::Text };
    pen.text(12 + wide + u16::from(wide > 0) * 2, y, &words, role);
}

#[cfg(test)]
mod tests {
    use crate::app::layer::preview::{Content, One, Preview};
    use crate::app::layer::{Files, Layer, files::Want};
    use crate::app::test_support::Stage;
    use crate::i18n::{Lang, Message};
    use crate::import::{Became, Belongs, Options, read_transcript};
    use crate::tui::view::test_support::screen;
    use std::path::PathBuf;
    use std::sync::Arc;

    const ZOOM: &str = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nChercheuse: On commence ?\n\n2\n\
        00:00:04.000 --> 00:00:09.000\nMme Lefort: Oui, allons-y, j’ai une heure devant moi.\n\n3\n\
        00:00:99.000 --> 00:00:12.000\nMme Lefort: perdu\n\n4\n00:01:15.000 --> 00:01:17.000\nChercheuse: Merci.\n";

    fn preview(name: &str, content: Content) -> Layer {
        let mut preview = Preview::new(PathBuf::from(name), Arc::from(Vec::new()), Belongs::ByName);
        preview.arrived(content);
        Layer::Preview(Box::new(preview))
    }

    #[test]
    fn what_was_read() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            stage.keys("g s");
            let transcript = read_transcript(ZOOM.as_bytes(), &Options::default()).unwrap();
            stage
                .app
                .push(preview("E07.vtt", Content::Text(Box::new(transcript))));
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("preview_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.run("preview.unread");
            let name = format!("preview_unread_{}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, 80, 24));
        }
    }

    #[test]
    fn what_cannot_be_read() {
        let mut stage = Stage::new(Lang::Fr);
        stage.keys("g s");
        let fault = Message::new("app-literally").with("text", "pourquoi");
        stage
            .app
            .push(preview("x.bin", Content::Fault(vec![fault])));
        insta::assert_snapshot!(screen(&mut stage.app, 80, 24));
    }

    #[test]
    fn many_files() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            stage.keys("g s");
            let one = |file: &str, format: &str, goes: &str, rows, told| One {
                became: Became {
                    file: file.to_owned(),
                    format: format.to_owned(),
                    goes: goes.to_owned(),
                    fate: Message::new("import-became-new"),
                    words: Some(9 * rows),
                    rows,
                    told,
                    unsure: false,
                },
                refused: None,
            };
            let mut refused = one("E05.pdf", "", "", 0, 0);
            refused.refused = Some(Message::new("app-preview-many-pdf"));
            let files = vec![
                refused,
                one(
                    "E07 entretien du 12 mars.vtt",
                    "zoom-vtt",
                    "E07 entretien du 12 mars",
                    1234,
                    2,
                ),
                one("E08.docx", "docx", "E08", 96, 0),
            ];
            let paths: Vec<PathBuf> = files
                .iter()
                .map(|one| PathBuf::from(&one.became.file))
                .collect();
            let mut many = Preview::of_many(PathBuf::from("/t/recueil"), paths, Belongs::ByName);
            many.arrived(Content::Many(files, Vec::new()));
            stage.app.push(Layer::Preview(Box::new(many)));
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("preview_many_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
        }
    }

    #[test]
    fn choosing_a_file() {
        let mut stage = Stage::new(Lang::Fr);
        stage.keys("g s");
        let folder = stage.dir().join("files");
        std::fs::create_dir_all(folder.join("anciens")).unwrap();
        std::fs::write(folder.join("E07.vtt"), "x".repeat(1234)).unwrap();
        std::fs::write(folder.join("E08.docx"), "x").unwrap();
        let title = Message::new("app-file-import");
        let files = Files::new(title, &folder, Want::File, |_, _| {});
        let files = files.offering_all(|_, _| {});
        stage.app.push(Layer::Files(files));
        let shown = screen(&mut stage.app, 80, 24);
        let folder = stage.dir().display().to_string();
        insta::assert_snapshot!(shown.replace(&folder, "DATA"));
    }
}
