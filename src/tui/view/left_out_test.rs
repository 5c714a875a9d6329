//! What somebody asked to leave out is marked, read nowhere and counted nowhere.

use super::test_support::{looks, screen};
use crate::app::At;
use crate::app::act::coding::open_session;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::id::{CodeId, SessionId};

const SIZES: [(Lang, u16, u16); 2] = [(Lang::Fr, 80, 24), (Lang::En, 120, 36)];

#[test]
fn what_is_left_out_is_marked_where_it_would_stand() {
    for (lang, width, height) in SIZES {
        let name = |what: &str| format!("left_out_{what}_{}_{width}x{height}", lang.code());
        let mut stage = Stage::new(lang);
        open_session(&mut stage.app, &SessionId::new("E07"));
        stage.keys("J l X");
        let shown = screen(&mut stage.app, width, height);
        insta::assert_snapshot!(name("turn"), shown);
        open_session(&mut stage.app, &SessionId::new("E02"));
        stage.keys("1 X");
        let shown = screen(&mut stage.app, width, height);
        insta::assert_snapshot!(name("note"), shown);
        stage.keys("g l");
        let shown = screen(&mut stage.app, width, height);
        insta::assert_snapshot!(name("call"), shown);
        stage.keys("esc g s g g");
        let shown = screen(&mut stage.app, 120, 36);
        insta::assert_snapshot!(name("board"), shown);
    }
}

#[test]
fn it_is_dim_besides() {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("J s X K");
    let row = looks(&stage.app, 80, 24, 2);
    assert!(row.contains("dddddddd"), "{row}");
}

#[test]
fn it_counts_on_no_screen() {
    let mut stage = Stage::new(Lang::Fr);
    let counts = |stage: &mut Stage| {
        stage.keys("g c");
        let (code, rows) = (CodeId::new("B1.3"), &stage.app.places.codebook.rows);
        let codebook = rows.iter().find(|row| row.id == code).unwrap();
        let codebook = (codebook.codings, codebook.interviews);
        stage.keys("g s");
        let row = |key: &str| {
            let mut rows = stage.app.places.board.rows.iter();
            let row = rows.find(|row| row.key == key).unwrap();
            (row.notes, row.codings)
        };
        let board = (row("E02"), row("E07"));
        stage.keys("g t");
        let here = stage.app.places.transcript.count_of(&code).0;
        (codebook, board, here)
    };
    open_session(&mut stage.app, &SessionId::new("E02"));
    stage.keys("1");
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("J 1");
    assert_eq!(counts(&mut stage), ((2, 2), ((2, 1), (0, 1)), 2));
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("X");
    assert_eq!(counts(&mut stage), ((1, 1), ((2, 1), (0, 0)), 1));
    open_session(&mut stage.app, &SessionId::new("E02"));
    stage.keys("X");
    assert_eq!(counts(&mut stage), ((0, 0), ((1, 0), (0, 0)), 0));
    stage.keys("u u");
    assert_eq!(counts(&mut stage), ((2, 2), ((2, 1), (0, 1)), 2));
}
