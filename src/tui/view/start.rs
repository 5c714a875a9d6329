//! The start page: what can be begun, and the studies that are there.

use super::bars::date;
use crate::app::App;
use crate::app::place::start::{Listed, OFFERS, Start};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the start page.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.start;
    let title = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let first = u16::from(pen.height() > 12);
    pen.text(1, first, title, Role::Strong);
    let mut y = pen.paragraph(1, first + 1, &app.words.get("tui-empty-start"), Role::Text) + 1;
    let mut cursor = None;
    for (index, offer) in OFFERS.iter().enumerate() {
        let command = offer.command();
        let keys = app
            .keymap
            .label(crate::command::Context::Start, *offer, app.words)
            .unwrap_or_default();
        pen.text_in(3, y, 4, &keys, Role::Key);
        let x = pen.text_in(7, y, 30, &app.words.say(&command.label()), Role::Text);
        pen.text(
            x.max(34) + 1,
            y,
            &app.words.get(&command.desc_key()),
            Role::Dim,
        );
        if place.list.at == index {
            cursor = focus(pen, y);
        }
        y += 1;
    }
    y += 1;
    if place.studies.is_empty() {
        return cursor;
    }
    let folder = app.loaded.paths.data_dir.display().to_string();
    let x = pen.text(1, y, &app.words.get("tui-start-studies"), Role::Strong);
    pen.text(x + 2, y, &folder, Role::Dim);
    y += 1;
    let height = Start::height(app.eye().height).max(1);
    let at = place.list.at.checked_sub(OFFERS.len());
    let top = at.map_or(0, |at| (at + 1).saturating_sub(height));
    for (index, study) in place.studies.iter().enumerate().skip(top).take(height) {
        draw_study(app, study, pen, y);
        if at == Some(index) {
            cursor = focus(pen, y);
        }
        y += 2;
    }
    cursor
}

fn focus(pen: &mut Pen<'_>, y: u16) -> Option<Position> {
    pen.text(1, y, "▸", Role::Strong);
    pen.mark_row(y, Role::Focus);
    pen.position(1, y)
}

/// Name, title, number of interviews, last change; below, what it is for.
fn draw_study(app: &App, study: &Listed, pen: &mut Pen<'_>, y: u16) {
    let Some(about) = &study.about else {
        pen.text(3, y, &study.name, Role::Strong);
        return;
    };
    let mut end = pen.width().saturating_sub(1);
    if let Some(changed) = about.changed {
        end = pen.text_right(end, y, &date(changed), Role::Dim);
        end = end.saturating_sub(2);
    }
    let count = crate::t!(app.words, "tui-start-interviews", n = about.interviews);
    end = pen.text_right(end, y, &count, Role::Dim).saturating_sub(2);
    let x = pen.text_in(3, y, end.saturating_sub(3), &study.name, Role::Strong);
    if about.title != study.name {
        pen.text_in(
            x + 2,
            y,
            end.saturating_sub(x + 2),
            &about.title,
            Role::Text,
        );
    }
    let room = pen.width().saturating_sub(6);
    pen.text_in(5, y + 1, room, &about.aim, Role::Dim);
}

#[cfg(test)]
mod tests {
    use crate::app::place::start::Listed;
    use crate::app::studies::About;
    use crate::app::test_support::Stage;
    use crate::app::{At, place};
    use crate::i18n::Lang;
    use crate::tui::view::test_support::screen;

    /// Without the folder of the test and the version of the program.
    fn normal(shown: &str, stage: &Stage) -> String {
        let version = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        let folder = stage.dir().display().to_string();
        shown
            .replace(version, "entretien 0.0.0")
            .replace(&folder, "DATA")
    }

    #[test]
    fn the_start_page() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            stage.app.work = None;
            stage.app.at = At::Start;
            stage.app.places.start = place::start::Start {
                looked: true,
                ..Default::default()
            };
            let name = format!("start_empty_{}", lang.code());
            let shown = screen(&mut stage.app, 80, 24);
            insta::assert_snapshot!(name, normal(&shown, &stage));
            let about = |title: &str, aim: &str, interviews| {
                Some(About {
                    title: title.to_owned(),
                    aim: aim.to_owned(),
                    interviews,
                    changed: None,
                })
            };
            stage.app.places.start.studies = vec![
                Listed {
                    name: "AF 2022".to_owned(),
                    about: about(
                        "Certification d’assistant·e de formation",
                        "Étude d’opportunité : faut-il renouveler la certification, et sous quelle forme ?",
                        24,
                    ),
                },
                Listed {
                    name: "essai".to_owned(),
                    about: about("essai", "", 0),
                },
                Listed {
                    name: "illisible".to_owned(),
                    about: None,
                },
            ];
            stage.keys("down down down");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("start_{}_{width}x{height}", lang.code());
                let shown = screen(&mut stage.app, width, height);
                insta::assert_snapshot!(name, normal(&shown, &stage));
            }
        }
    }
}
