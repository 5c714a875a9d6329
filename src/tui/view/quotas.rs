//! The board of the sample.

use crate::analysis::Cell;
use crate::app::App;
use crate::app::place::quotas::{Quotas, Row};
use crate::study::session::Session;
use crate::study::word::SessionState;
use crate::study::{Study, debrief};
use crate::t;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::layout::Position;

/// Columns of a number.
const NUMBER: u16 = 9;

/// Draws the board of the sample.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-settings", "study.open");
    };
    let place = &app.places.quotas;
    let mut cursor = None;
    let window = place.list.window(place.rows.len(), pen.height() as usize);
    for (y, at) in (0u16..).zip(window) {
        if let Some(row) = place.rows.get(at) {
            line(app, work.study(), place, row, pen, y);
        }
        if at == place.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(1, y);
        }
    }
    cursor
}

fn line(app: &App, study: &Study, place: &Quotas, row: &Row, pen: &mut Pen<'_>, y: u16) {
    match row {
        Row::Head(key) => head(app, place, key, pen, y),
        Row::Cell(at, words) => cell(app, place, *at, words, pen, y),
        Row::Session(id) => {
            if let Some(session) = study.records.sessions.get(id) {
                interview(app, session, pen, y);
            }
        }
        Row::Problem(id) => problem(app, study, id, pen, y),
        Row::Hours(at) => hours(app, place, *at, pen, y),
    }
}

/// Numbers at the right end, the last one at `end`.
fn numbers(pen: &mut Pen<'_>, y: u16, end: u16, cells: &[String], role: Role) {
    for (back, text) in (0u16..).zip(cells.iter().rev()) {
        pen.text_right(end.saturating_sub(back * NUMBER), y, text, role);
    }
}

/// Room of the state's word at the right of the sample.
const STATE: u16 = 13;

fn head(app: &App, place: &Quotas, key: &str, pen: &mut Pen<'_>, y: u16) {
    let x = pen.text(1, y, &app.words.get(key), Role::Strong);
    let end = pen.width().saturating_sub(1);
    let heads = |keys: &[&str]| -> Vec<String> {
        keys.iter()
            .map(|key| app.words.get(&format!("tui-quotas-head-{key}")))
            .collect()
    };
    let follows = |wanted: fn(&Row) -> bool| place.rows.iter().any(wanted);
    match key {
        "tui-quotas-sample" if follows(|row| matches!(row, Row::Cell(..))) => {
            let keys = ["wanted", "booked", "done", "coded"];
            numbers(pen, y, end.saturating_sub(STATE), &heads(&keys), Role::Dim);
        }
        "tui-quotas-hours" if follows(|row| matches!(row, Row::Hours(_))) => {
            numbers(
                pen,
                y,
                end,
                &heads(&["agreed", "days", "taken", "days"]),
                Role::Dim,
            );
        }
        "tui-quotas-problems" if !follows(|row| matches!(row, Row::Problem(_))) => {
            pen.text(x + 2, y, &app.words.get("tui-quotas-no-problem"), Role::Dim);
        }
        _ => {}
    }
}

fn cell(app: &App, place: &Quotas, at: usize, words: &str, pen: &mut Pen<'_>, y: u16) {
    let Some(table) = &place.sample else { return };
    let number = |key: &str| match table.cell(at, key) {
        Some(Cell::Integer(n)) => app.words.integer(*n),
        _ => "·".to_owned(),
    };
    let state = match table.cell(at, "state") {
        Some(Cell::Text(state)) => state.as_str(),
        _ => "",
    };
    let role = match state {
        "empty" => Role::Warning,
        "short" => Role::Notice,
        "booked" | "full" => Role::Good,
        _ => Role::Text,
    };
    let end = pen.width().saturating_sub(1);
    let room = end.saturating_sub(STATE + 4 * NUMBER);
    pen.text_in(3, y, room.saturating_sub(3), words, Role::Text);
    let cells = ["n_wanted", "n_planned", "n_done", "n_coded"].map(number);
    numbers(pen, y, end.saturating_sub(STATE), &cells, Role::Text);
    if !state.is_empty() {
        let missing = match table.cell(at, "n_missing") {
            Some(Cell::Integer(n)) => *n,
            _ => 0,
        };
        let words = app
            .words
            .with(&format!("tui-quotas-{state}"), &[("n", missing.into())]);
        pen.text_in(end.saturating_sub(STATE - 2), y, STATE - 2, &words, role);
    }
}

/// A day and an hour in the interview's time zone.
fn when(at: Timestamp, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or_else(|_| TimeZone::system());
    at.to_zoned_datetime(zone)
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}

fn interview(app: &App, session: &Session, pen: &mut Pen<'_>, y: u16) {
    let now = (app.now)();
    pen.text_in(3, y, 9, &session.key, Role::Text);
    let state = app
        .words
        .get(&format!("app-state-{}", session.state.as_str()));
    pen.text_in(13, y, 9, &state, Role::Dim);
    let mut x = 23;
    if let Some(at) = session.planned_at {
        let past = session.state == SessionState::Planned && at < now;
        let role = if past { Role::Warning } else { Role::Text };
        let key = if past {
            "tui-quotas-past"
        } else {
            "tui-quotas-planned"
        };
        x = pen.text(
            x,
            y,
            &t!(app.words, key, at = when(at, &session.zone)),
            role,
        ) + 2;
    }
    if let Some(at) = session.started_at {
        let words = t!(app.words, "tui-quotas-held", at = when(at, &session.zone));
        x = pen.text(x, y, &words, Role::Text) + 2;
    }
    if debrief::is_late(session, now) {
        x = pen.text(x, y, &app.words.get("tui-no-debrief"), Role::Warning) + 2;
    }
    pen.text(x, y, &session.reason, Role::Notice);
}

fn problem(app: &App, study: &Study, id: &crate::study::id::ProblemId, pen: &mut Pen<'_>, y: u16) {
    let Some(problem) = study.records.problems.get(id) else {
        return;
    };
    let day = problem.at.map_or_else(String::new, |at| when(at, ""));
    let mut x = pen.text(3, y, day.get(..10).unwrap_or(""), Role::Dim) + 2;
    let session = problem
        .session
        .as_ref()
        .and_then(|id| study.records.sessions.get(id));
    if let Some(session) = session {
        x = pen.text(x, y, &session.key, Role::Dim) + 2;
    }
    match problem.settled_at {
        Some(_) => {
            let words = [problem.words.as_str(), problem.settled.as_str()].join(" → ");
            pen.text(x, y, words.trim_end_matches(" → "), Role::Dim);
        }
        None => {
            x = pen.text(x, y, &app.words.get("tui-quotas-open"), Role::Notice) + 2;
            pen.text(x, y, &problem.words, Role::Text);
        }
    }
}

fn hours(app: &App, place: &Quotas, at: usize, pen: &mut Pen<'_>, y: u16) {
    let Some(table) = &place.hours else { return };
    let text = |key: &str| match table.cell(at, key) {
        Some(Cell::Text(text)) => text.as_str(),
        _ => "",
    };
    let said = |key: &str| table.said(at, key, app.words);
    let all = || app.words.get("tui-quotas-all");
    let step = Some(said("step")).filter(|step| !step.is_empty());
    let step = step.unwrap_or_else(all);
    let key = match (text("of"), text("key")) {
        ("step", _) => String::new(),
        (_, "") => all(),
        (_, key) => key.to_owned(),
    };
    let (of, source) = (said("of"), said("source"));
    let parts: Vec<String> = [of, key, step, source]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let end = pen.width().saturating_sub(1);
    let room = end.saturating_sub(4 * NUMBER);
    pen.parts(3, y, room.saturating_sub(3), &parts, Role::Text);
    let number = |key: &str| match table.cell(at, key) {
        Some(Cell::Integer(n)) => app.words.integer(*n),
        Some(Cell::Number(n)) => app.words.number(*n, 2),
        _ => "·".to_owned(),
    };
    let cells = ["minutes_planned", "days_planned", "minutes", "days"].map(number);
    numbers(pen, y, end, &cells, Role::Text);
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::study::id::{ProblemId, SessionId};
    use crate::study::session::{Problem, Session, SessionField};
    use crate::study::settings::Target;
    use crate::study::word::SessionState;
    use crate::tui::view::test_support::screen;

    fn stage(lang: Lang) -> Stage {
        let mut stage = Stage::new(lang);
        let at = |text: &str| Some(text.parse().unwrap());
        let e02 = SessionId::new("E02");
        let session = |key: &str, state, reason: &str| Session {
            key: key.to_owned(),
            state,
            planned_at: at("2026-03-11T13:00:00Z"),
            reason: reason.to_owned(),
            zone: "Europe/Paris".to_owned(),
            ..Session::default()
        };
        let target = Target {
            n: 3,
            conditions: [("role".to_owned(), "direction".to_owned())].into(),
            ..Target::default()
        };
        let problem = Problem {
            at: at("2026-03-10T09:00:00Z"),
            words: "Personne de plus de 50 salariés n’a répondu".to_owned(),
            ..Problem::default()
        };
        stage.change(vec![
            (
                e02.clone(),
                SessionField::StartedAt(at("2026-03-12T09:00:00Z")),
            )
                .into(),
            (
                e02.clone(),
                SessionField::EndedAt(at("2026-03-12T09:52:00Z")),
            )
                .into(),
            (e02.clone(), SessionField::PlannedMinutes(Some(45))).into(),
            (e02, SessionField::Spent("coding".to_owned(), Some(210))).into(),
            (
                SessionId::new("E10"),
                session("E10", SessionState::NoShow, "grippe"),
            )
                .into(),
            (
                SessionId::new("E11"),
                session("E11", SessionState::Planned, ""),
            )
                .into(),
            (crate::study::id::TargetId::new("t"), target).into(),
            (ProblemId::new("p"), problem).into(),
        ]);
        stage.keys("g q");
        stage
    }

    #[test]
    fn the_sample_the_calendar_the_problems_and_the_time() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = stage(lang);
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("quotas_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
        }
    }

    #[test]
    fn a_problem_is_noted_settled_and_taken_out() {
        let mut stage = stage(Lang::Fr);
        stage.keys("a");
        stage.types("Salle prise");
        stage.keys("enter");
        let study = |stage: &Stage| stage.app.work.as_ref().unwrap().study().clone();
        assert_eq!(study(&stage).records.problems.len(), 2);
        // to the part of the problems, and to the first of them
        stage.keys("tab tab tab down s");
        stage.types("Deux contacts de plus");
        stage.keys("enter");
        let settled = study(&stage).records.problems[&ProblemId::new("p")].clone();
        assert_eq!(settled.settled, "Deux contacts de plus");
        assert!(settled.settled_at.is_some());
        stage.keys("x");
        assert!(
            !study(&stage)
                .records
                .problems
                .contains_key(&ProblemId::new("p"))
        );
        stage.keys("u");
        assert!(
            study(&stage)
                .records
                .problems
                .contains_key(&ProblemId::new("p"))
        );
    }

    #[test]
    fn the_debrief_is_one_form_on_one_key() {
        let mut stage = stage(Lang::Fr);
        stage.keys("g s g g");
        assert!(screen(&mut stage.app, 120, 36).contains("un sans débriefing"));
        stage.keys("D");
        insta::assert_snapshot!("debrief", screen(&mut stage.app, 80, 24));
        stage.types("Tout est refait");
        stage.keys("enter");
        let study = stage.app.work.as_ref().unwrap().study();
        let session = &study.records.sessions[&SessionId::new("E02")];
        assert_eq!(session.debrief["learnt_1"], "Tout est refait");
        assert!(!screen(&mut stage.app, 120, 36).contains("sans débriefing"));
    }

    #[test]
    fn every_figure_leads_to_its_interviews() {
        let mut stage = stage(Lang::Fr);
        let at = |stage: &Stage| {
            let board = &stage.app.places.board;
            board.current().map(ToString::to_string)
        };
        let lines = stage.app.places.quotas.rows.len();
        let mut met = [0; 3];
        for line in 0..lines {
            stage.keys("g q");
            stage.app.places.quotas.list.at = line;
            let behind = stage.app.places.quotas.behind().map(<[_]>::to_vec);
            let Some(behind) = behind else { continue };
            met[behind.len().min(2)] += 1;
            stage.keys("enter");
            match behind.as_slice() {
                [] => assert!(stage.notice().contains("Aucun entretien"), "{line}"),
                [only] => assert_eq!(at(&stage), Some(only.to_string())),
                _ => {
                    stage.keys("enter");
                    assert_eq!(stage.app.at, crate::app::At::Board);
                    assert!(behind.iter().any(|id| at(&stage) == Some(id.to_string())));
                }
            }
        }
        assert!(met[1] + met[2] > 2, "{met:?}");
    }

    #[test]
    fn a_row_of_answers_leads_to_who_gave_them() {
        use crate::study::id::AnswerId;
        use crate::study::session::Answer;
        use crate::study::word::AnswerState;
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = stage(lang);
            let answer = |session: &str, value: &str, state, position| Answer {
                session: SessionId::new(session),
                question: "6.1".to_owned(),
                value: value.to_owned(),
                unit: "dossiers".to_owned(),
                state,
                position,
                ..Answer::default()
            };
            let given = answer("E02", "~12", AnswerState::Answered, 1);
            let refused = answer("E07", "", AnswerState::Refused, 2);
            stage.change(vec![
                (AnswerId::new("w1"), given).into(),
                (AnswerId::new("w2"), refused).into(),
            ]);
            stage.run("table.open answers");
            let place = &mut stage.app.places.table;
            let table = &place.shown.as_ref().unwrap().table;
            let row = (0..table.rows.len()).find(|row| table.answers_of(*row).len() == 2);
            let row = row.unwrap();
            let line = place.rows.iter().position(|own| *own == row).unwrap();
            place.list.at = line;
            stage.keys("enter");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("figures_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            // the refusal alone
            let refused = if lang == Lang::Fr { "refus" } else { "refused" };
            stage.types(refused);
            stage.keys("enter");
            let shown = screen(&mut stage.app, 80, 24);
            assert!(shown.contains("E07") && !shown.contains("~12"), "{shown}");
            stage.keys("esc");
            stage.keys("enter enter");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("source_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.keys("down enter");
            assert_eq!(stage.app.at, crate::app::At::Live);
            let session = stage.app.places.live.session.clone();
            assert_eq!(session, Some(SessionId::new("E07")));
        }
    }

    #[test]
    fn a_report_asks_before_it_writes_over_a_file() {
        let mut stage = stage(Lang::Fr);
        let file = stage.dir().join("à moi.md");
        std::fs::write(&file, "à garder").unwrap();
        let told = format!("report.progress {}", file.display());
        let kept = || std::fs::read_to_string(&file).unwrap();
        stage.run(&told);
        assert!(screen(&mut stage.app, 80, 24).contains("l’écraser"));
        stage.keys("enter");
        assert_eq!(kept(), "à garder");
        stage.run(&told);
        stage.keys("down enter");
        assert!(kept().starts_with("# Point d’étape"), "{}", kept());
    }

    #[test]
    fn reason_and_minutes_by_step_are_fields_of_the_interview() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = stage(lang);
            stage.app.places.quotas.list.at = stage
                .app
                .places
                .quotas
                .rows
                .iter()
                .position(|row| *row == super::Row::Session(SessionId::new("E10")))
                .unwrap();
            stage.keys("enter e");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("interview_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            // to the field of the reason, past its words
            stage.keys("tab tab tab tab tab tab tab tab tab tab tab");
            stage.types(" A");
            stage.keys("tab");
            stage.types("20");
            stage.keys("enter");
            let session = &stage.study().records.sessions[&SessionId::new("E10")];
            assert_eq!(session.reason, "grippe A");
            assert_eq!(session.spent.get("preparing"), Some(&20));
            let pane = screen(&mut stage.app, 120, 36);
            assert!(pane.contains("grippe A"), "{pane}");
            stage.keys("e");
            stage.keys("tab tab tab tab tab tab tab tab tab tab tab tab");
            stage.types("x");
            stage.keys("enter");
            let session = &stage.study().records.sessions[&SessionId::new("E10")];
            assert_eq!(
                session.spent.get("preparing"),
                Some(&20),
                "20x is no number"
            );
        }
    }
}
