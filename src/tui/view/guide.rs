//! The interview guide: sections with their minutes, questions with their kind, consent, debrief; below, what else is known of one.

use crate::app::App;
use crate::app::act::guide::kind_key;
use crate::app::place::guide::GuidePlace;
use crate::study::guide::write::Spot;
use crate::study::guide::{Minutes, Plan, Question, Section};
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Columns of a key and of a kind.
const KEY: u16 = 9;
const KIND: u16 = 15;

/// Draws the guide.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.guide;
    let Some(plan) = place.plan.as_ref().filter(|_| !place.rows.is_empty()) else {
        return super::empty(app, pen, "tui-empty-guide", "guide.add_section");
    };
    let mut cursor = None;
    let height = GuidePlace::height(pen.height());
    for (y, index) in (0u16..).zip(place.list.window(place.rows.len(), height)) {
        match place.rows.get(index) {
            Some(Spot::Section(key)) => {
                let section = plan.sections.iter().find(|section| section.key == *key);
                if let Some(section) = section {
                    draw_section(app, section, pen, y);
                }
            }
            Some(Spot::Question(key)) => {
                if let Some(question) = plan.question(key) {
                    draw_question(app, question, pen, y);
                }
            }
            Some(Spot::Consent) => {
                let words = match &plan.consent {
                    Some(form) => t!(app.words, "tui-guide-consent", n = form.items.len()),
                    None => app.words.get("tui-guide-consent-none"),
                };
                draw_part(app, "app-guide-consent", &words, pen, y);
            }
            Some(Spot::Debrief(key)) => {
                let field = plan.debrief.iter().find(|field| field.key == *key);
                let words = field.map_or("", |field| field.text.as_str());
                draw_part(app, "tui-guide-debrief", &format!("{key} {words}"), pen, y);
            }
            None => {}
        }
        if index == place.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(1, y);
        }
    }
    foot(app, plan, pen);
    cursor
}

fn minutes(app: &App, minutes: f64) -> String {
    let figure = format!("{}", (minutes * 10.0).round() / 10.0);
    let figure = match app.words.lang() {
        crate::i18n::Lang::Fr => figure.replace('.', ","),
        crate::i18n::Lang::En => figure,
    };
    t!(app.words, "tui-guide-minutes", minutes = figure)
}

/// Minutes of a section: one figure, or from the least to the most by role.
fn span(app: &App, section: &Section) -> String {
    let Minutes::ByRole(by) = &section.minutes else {
        return minutes(app, section.minutes_for(""));
    };
    let least = by.values().copied().fold(f64::INFINITY, f64::min);
    let most = section.minutes_for("");
    if by.is_empty() || least >= most {
        return minutes(app, most);
    }
    t!(
        app.words,
        "tui-guide-minutes-between",
        least = minutes(app, least),
        most = minutes(app, most)
    )
}

fn draw_section(app: &App, section: &Section, pen: &mut Pen<'_>, y: u16) {
    pen.text_in(1, y, KEY - 1, &section.key, Role::Strong);
    let end = pen.width().saturating_sub(1);
    let time = span(app, section);
    let left = pen.text_right(end, y, &time, Role::Dim);
    pen.text_in(
        KEY + 1,
        y,
        left.saturating_sub(KEY + 3),
        &section.title,
        Role::Strong,
    );
}

fn draw_question(app: &App, question: &Question, pen: &mut Pen<'_>, y: u16) {
    pen.text_in(3, y, KEY - 3, &question.key, Role::Text);
    let kind = app.words.get(&kind_key(question.kind));
    pen.text_in(KEY + 1, y, KIND - 1, &kind, Role::Dim);
    let mut end = pen.width().saturating_sub(1);
    let roles = question.roles.join(", ");
    if pen.width() >= 100 && !roles.is_empty() {
        let wide = 30.min(crate::text::width::width(&roles) as u16);
        pen.text_in(end - wide, y, wide, &roles, Role::Dim);
        end -= wide + 2;
    }
    let x = KEY + 1 + KIND;
    pen.text_in(x, y, end.saturating_sub(x), &question.text, Role::Text);
}

/// The form of consent, or a field of the debrief.
fn draw_part(app: &App, head: &str, words: &str, pen: &mut Pen<'_>, y: u16) {
    let x = pen.text(1, y, &app.words.get(head), Role::Strong) + 2;
    let x = x.max(KEY + 1 + KIND);
    pen.text_in(
        x,
        y,
        pen.width().saturating_sub(x + 1),
        words.trim(),
        Role::Text,
    );
}

/// What else is known of what is under the cursor, and what a change comes to.
fn foot(app: &App, plan: &Plan, pen: &mut Pen<'_>) {
    let place = &app.places.guide;
    let words = app.words;
    let rule = pen.height().saturating_sub(4);
    pen.rule(1, rule);
    let (head, mut facts) = (String::new(), Vec::new());
    let head = match place.current() {
        Some(Spot::Section(key)) => {
            let section = plan.sections.iter().find(|section| section.key == *key);
            if let Some(Section {
                minutes: Minutes::ByRole(by),
                ..
            }) = section
            {
                facts.extend(
                    by.iter()
                        .map(|(role, own)| format!("{role} {}", minutes(app, *own))),
                );
            }
            section.map_or(head, |section| section.title.clone())
        }
        Some(Spot::Question(key)) => plan.question(key).map_or(head, |question| {
            facts = told(app, question);
            question.text.clone()
        }),
        Some(spot @ Spot::Debrief(_)) => {
            facts.extend(fact(app, "options", &spot.value(plan, "options")));
            spot.value(plan, "text")
        }
        Some(spot @ Spot::Consent) => {
            for field in ["version", "items"] {
                facts.extend(fact(app, field, &spot.value(plan, field)));
            }
            spot.value(plan, "closing")
        }
        None => head,
    };
    let wide = pen.width().saturating_sub(2);
    pen.text_in(1, rule + 1, wide, &head, Role::Text);
    pen.text_in(1, rule + 2, wide, &facts.join(" · "), Role::Dim);
    let total = minutes(app, plan.longest());
    let version = if place.used {
        "tui-guide-version-used"
    } else {
        "tui-guide-version"
    };
    let version = t!(words, version, number = place.number, minutes = total);
    pen.text_in(1, rule + 3, wide, &version, Role::Dim);
}

/// A fact, where there is one.
fn fact(app: &App, field: &str, value: &str) -> Option<String> {
    let name = format!("app-guide-field-{}", field.replace('_', "-"));
    let name = app.words.get(&name);
    (!value.is_empty()).then(|| t!(app.words, "tui-guide-fact", name = name, value = value))
}

/// Facts of a question, those that are there.
fn told(app: &App, question: &Question) -> Vec<String> {
    let words = app.words;
    let mut facts = Vec::new();
    for field in [
        "roles",
        "skip_if",
        "unit",
        "options",
        "fields",
        "scenario",
        "codes",
        "followups",
        "watch",
    ] {
        facts.extend(fact(app, field, &question.field(field)));
    }
    if question.sensitive {
        facts.insert(0, words.get("app-guide-field-sensitive"));
    }
    facts
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::study::guide::write::Spot;
    use crate::tui::view::test_support::screen;

    #[test]
    fn the_guide() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            stage.keys("g G");
            insta::assert_snapshot!(
                format!("guide_empty_{}", lang.code()),
                screen(&mut stage.app, 80, 24)
            );
            let sample = include_str!(
                "../../../sample-sessions/certification-assistance-formation/guide.toml"
            );
            let guide = crate::study::guide::Guide {
                number: 1,
                source: sample.to_owned(),
            };
            let id = crate::study::id::GuideId::new("g");
            stage.app.change(
                crate::message!("label-guide-file"),
                vec![(id, guide).into()],
            );
            stage.app.refresh();
            stage.run("cursor.down");
            stage.run("cursor.down");
            stage.run("guide.add 1.3 Depuis quand ?");
            stage.run("guide.move_down 2");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("guide_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.keys("e");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("guide_question_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
        }
    }
    #[test]
    fn consent_and_debrief_on_the_guides_screen() {
        for lang in Lang::ALL {
            let mut stage = Stage::new(lang);
            stage.keys("g G");
            stage.run("guide.add_section 1 Ouverture");
            stage.run("guide.add_debrief sure Sûr de ce qui est dit ?");
            stage.run("guide.add appris Qu’avons-nous appris ?");
            stage.run("guide.move_up");
            stage.keys("k");
            assert!(matches!(
                stage.app.places.guide.current(),
                Some(Spot::Consent)
            ));
            stage.keys("e");
            stage.types("2022-05");
            stage.keys("tab");
            stage.types("but = à quoi cela sert; arrêter quand on veut");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("guide_consent_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.keys("enter");
            let plan = stage.study().guide().unwrap();
            assert_eq!(
                plan.consent.unwrap().items[1].label,
                "arrêter quand on veut"
            );
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("guide_parts_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.keys("j e");
            let shown = screen(&mut stage.app, 80, 24);
            assert!(shown.contains("appris"), "{shown}");
            stage.keys("esc");
            stage.run("guide.remove");
            let plan = stage.study().guide().unwrap();
            assert_eq!(plan.debrief.len(), 1);
        }
    }
}
