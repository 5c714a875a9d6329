//! From a coded note to the words of the transcript that it came from.

use super::code_key;
use crate::analysis::origin::{Origin, origins};
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::live::clock;
use crate::app::{App, At};
use crate::command::Need;
use crate::message;
use crate::study::Study;
use crate::study::coding::Passage;
use crate::study::edit;
use crate::study::id::NoteId;
use crate::t;
use std::collections::BTreeMap;

/// Proposes where the codings of the note in hand belong; the one that is chosen has them, the note stays.
pub(super) fn propose(app: &mut App) {
    let note = match app.at {
        At::Live => app.places.live.current(),
        _ => app.places.transcript.note(),
    };
    let (Some(id), Some(work)) = (note.cloned(), &app.work) else {
        return app.warn(Need::Note.reason());
    };
    let study = work.study();
    let codes = codes(study, &id);
    if codes.is_empty() {
        return app.warn(message!("app-origin-uncoded"));
    }
    let found = match origins(study, work.texts().as_ref(), &id) {
        Ok(found) => found,
        Err(why) => return app.warn(message!("app-origin-none", why = why.message())),
    };
    let at = study.records.notes.get(&id).and_then(|note| note.t_ms);
    let title = message!("app-origin-title", codes = codes.join(", "), at = clock(at));
    let about: BTreeMap<String, String> = found
        .iter()
        .enumerate()
        .map(|(at, origin)| (at.to_string(), origin.words.replace('\n', " ")))
        .collect();
    let items = found
        .iter()
        .enumerate()
        .map(|(at, origin)| PickItem {
            id: at.to_string(),
            key: t!(
                app.words,
                "app-origin-item",
                n = origin.score,
                at = clock(origin.at_ms)
            ),
            label: origin.words.replace('\n', " "),
            ..PickItem::default()
        })
        .collect();
    let picker = Picker::new(title, items, move |app, pick| {
        let Pick::Item(at) = pick else { return };
        let chosen = at.parse().ok().and_then(|at: usize| found.get(at));
        if let Some(origin) = chosen {
            take(app, &id, origin);
        }
    });
    app.push(Layer::Picker(picker.telling(about)));
}

/// Keys of the codes of a note, each once.
fn codes(study: &Study, note: &NoteId) -> Vec<String> {
    let mut codes: Vec<String> = study
        .codings_of_note(note)
        .filter_map(|id| study.records.codings.get(id))
        .map(|coding| code_key(study, &coding.code))
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

fn take(app: &mut App, note: &NoteId, origin: &Origin) {
    let Some(study) = app.work.as_ref().map(crate::app::Work::study) else {
        return;
    };
    let passage = Passage::Text(origin.passage.clone());
    let label = message!(
        "label-coding-origin",
        codes = codes(study, note).join(", "),
        place = super::whereabouts(app, study, &passage)
    );
    match edit::move_codings_of_note(study, note, &passage) {
        Ok(changes) => {
            if app.change(label.clone(), changes) {
                app.inform(message!("app-literally", text = label));
            }
        }
        Err(error) => app.warn(error.message()),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Cell, Context, TurnCache};
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::study::id::{CodingId, NoteId, SessionId};
    use crate::study::session::Note;

    /// E07 with two notes, the first coded twice.
    fn coded(lang: Lang) -> Stage {
        let mut stage = Stage::new(lang);
        let note = |seconds: i64, text: &str| Note {
            session: SessionId::new("E07"),
            t_ms: Some(seconds * 1000),
            text: text.to_owned(),
            ..Note::default()
        };
        stage.change(vec![
            (
                NoteId::new("m0"),
                note(745, "trois semaines perdues en mars"),
            )
                .into(),
            (NoteId::new("m1"), note(3_000, "rien de tel")).into(),
        ]);
        super::super::open_session(&mut stage.app, &SessionId::new("E07"));
        stage.keys("tab 1 2");
        stage
    }

    #[test]
    fn one_key_proposes_the_words_and_enter_moves_the_codings_there() {
        let mut stage = coded(Lang::Fr);
        let words = "On a perdu trois semaines en mars, parce que la plateforme avait changé et que personne ne \
                     nous l’avait dit.";
        stage.keys("R");
        assert_eq!(stage.app.layers.len(), 1);
        stage.keys("enter");
        let moved = [
            format!("B1.3 {words:?} am"),
            format!("D8.levier {words:?} am"),
        ];
        assert_eq!(stage.codings(), moved);
        assert!(stage.study().records.notes.contains_key(&NoteId::new("m0")));
        assert!(
            stage.notice().contains("B1.3, D8.levier"),
            "{}",
            stage.notice()
        );
        assert_eq!(excerpts(&stage, "B1.3"), Cell::count(1));
        stage.keys("u");
        assert!(
            stage
                .codings()
                .iter()
                .all(|coding| coding.contains("perdues"))
        );
        assert_eq!(excerpts(&stage, "B1.3"), Cell::count(1));
        // Esc leaves all as it was
        stage.keys("R esc");
        assert!(
            stage
                .codings()
                .iter()
                .all(|coding| coding.contains("perdues"))
        );
    }

    #[test]
    fn what_the_words_have_already_stays_one_coding() {
        let mut stage = coded(Lang::Fr);
        stage.keys("R enter");
        let first = stage.study().records.codings.keys().next().unwrap().clone();
        let passage = stage.coding(&first).passage.clone();
        stage.keys("1 R enter");
        let same = |id: &CodingId| stage.coding(id).passage == passage;
        assert_eq!(
            stage
                .study()
                .records
                .codings
                .keys()
                .filter(|id| same(id))
                .count(),
            3
        );
        assert_eq!(excerpts(&stage, "B1.3"), Cell::count(1));
    }

    #[test]
    fn without_a_code_or_a_place_the_reason_is_said() {
        let mut stage = coded(Lang::Fr);
        stage.keys("j R");
        assert!(stage.notice().contains("aucun code"), "{}", stage.notice());
        stage.keys("1 R");
        assert!(
            stage.notice().contains("rien n’a été dit"),
            "{}",
            stage.notice()
        );
        assert!(stage.app.layers.is_empty());
    }

    /// Excerpts of a code in the table of codes.
    fn excerpts(stage: &Stage, code: &str) -> Cell {
        let work = stage.app.work.as_ref().unwrap();
        let (texts, turns) = (work.texts(), TurnCache::default());
        let context = Context {
            texts: texts.as_ref(),
            turns: &turns,
            head: String::new(),
            date: None,
            language: Lang::Fr,
        };
        let options = crate::analysis::Options::default();
        let table = crate::analysis::run("codes", stage.study(), &context, &options).unwrap();
        let at = |key: &str| {
            table
                .columns
                .iter()
                .position(|column| column.key == key)
                .unwrap()
        };
        let named = |row: &&crate::analysis::Row| row.cells[at("code")] == Cell::text(code);
        let row = table.rows.iter().find(named).unwrap();
        row.cells[at("n_excerpts")].clone()
    }
}
