//! An app over a small invented study in a temporary folder, driven by keys.

use super::{App, Effect, Event, Work};
use crate::config::{self, Flags, Loaded, Paths};
use crate::i18n::Lang;
use crate::keymap::{Key, Keymap};
use crate::store::{Options, Store};
use crate::study::codebook::Code;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::{Document, Texts, Turn, Version};
use crate::study::id::{
    CodeId, CodingId, DocumentId, NoteId, ParticipantId, ScenarioId, SessionId, SubjectId,
    VersionId,
};
use crate::study::people::Participant;
use crate::study::session::{Note, Session};
use crate::study::settings::{Scenario, SettingsField};
use crate::study::word::{Consent, DocumentKind, NoteKind, SessionState};
use crate::study::{Change, Study};
use std::collections::BTreeMap;

thread_local! {
    /// Seconds after noon, for [`Stage::at`].
    static CLOCK: std::cell::Cell<i64> = const { std::cell::Cell::new(0) };
}

/// An app and the folder it works in.
pub(crate) struct Stage {
    /// The app.
    pub app: App,
    dir: tempfile::TempDir,
}

/// What is said in E07: (speaker, seconds, words).
pub(crate) const TALK: &[(&str, i64, &str)] = &[
    (
        "Chercheuse",
        722,
        "Et quand une pièce manque, que se passe-t-il ?",
    ),
    (
        "Mme Lefort",
        729,
        "Si l’émargement manque, le financeur ne paie pas. On a perdu trois semaines en mars, parce que la plateforme \
         avait changé et que personne ne nous l’avait dit. Depuis, je vérifie tout deux fois, avant et après la session.",
    ),
    ("Chercheuse", 760, "Deux fois ?"),
    (
        "Mme Lefort",
        762,
        "Oui. Une fois pour nous, une fois pour l’audit.\nEt encore une fois pour moi.",
    ),
    ("Chercheuse", 790, "Et la certification ?"),
    (
        "Mme Lefort",
        795,
        "Personne n’a le temps de monter un dossier pendant la rentrée. Si c’était par blocs, peut-être.",
    ),
];

fn labels(fr: &str, en: &str) -> BTreeMap<String, String> {
    [("fr", fr), ("en", en)]
        .into_iter()
        .map(|(lang, label)| (lang.to_owned(), label.to_owned()))
        .collect()
}

/// Settings of nobody, in a folder.
pub(crate) fn loaded(dir: &std::path::Path, lang: Lang) -> Loaded {
    let flags = Flags {
        lang: Some(lang),
        coder: Some("am".to_owned()),
        ..Flags::default()
    };
    let file = dir.join("config.toml");
    let (settings, faults) = config::resolve(&flags, |_| None, &file, None, dir);
    Loaded {
        settings,
        paths: Paths {
            config_file: file,
            keymap_file: dir.join("keymap.toml"),
            data_dir: dir.to_owned(),
            state_dir: dir.join("state"),
        },
        user_keymap: None,
        faults,
    }
}

impl Stage {
    /// The app with the study open, at the start page, 80×24.
    pub(crate) fn new(lang: Lang) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let options = Options {
            state: Some(dir.path().join("state")),
            ..Options::default()
        };
        let store = Store::create_with(&dir.path().join("AF"), "am", &options).unwrap();
        let mut app = App::new(loaded(dir.path(), lang), Keymap::shipped("default"));
        app.work = Some(Work::new(store, "AF".to_owned(), "am".to_owned(), false));
        // However busy the machine is, a study that is opened is there.
        app.patience = std::time::Duration::from_mins(1);
        app.now = || "2026-03-12T14:02:07Z".parse().unwrap();
        app.boot = || None;
        let mut stage = Self { app, dir };
        stage.fill();
        stage
    }

    /// The app with the sample study open, at the board.
    pub(crate) fn sample(lang: Lang) -> Self {
        let mut stage = Self::new(lang);
        let made = super::studies::make_sample(stage.dir.path(), "am").unwrap();
        stage.app.open_study(&made.name).unwrap();
        stage
    }

    /// The call of an interview that is begun now, at noon of a day.
    pub(crate) fn call(lang: Lang, session: &str) -> Self {
        let mut stage = Self::sample(lang);
        stage.at(0);
        let (id, _) = stage.study().session_by_key(session).unwrap();
        let id = id.clone();
        super::act::call::start(&mut stage.app, &id);
        stage.app.refresh();
        stage
    }

    /// So many seconds after noon of that day.
    pub(crate) fn at(&mut self, seconds: i64) {
        CLOCK.set(seconds);
        self.app.now = || {
            let noon: jiff::Timestamp = "2026-03-12T12:00:00Z".parse().unwrap();
            noon + jiff::SignedDuration::from_secs(CLOCK.get())
        };
    }

    /// The folder that the study's folder lies in.
    #[allow(dead_code)] // for tests that open the study again
    pub(crate) fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    fn fill(&mut self) {
        let settings = |field| (Study::settings_id(), field).into();
        let mut changes: Vec<Change> = vec![
            settings(SettingsField::Name("AF 2022".to_owned())),
            settings(SettingsField::Languages(vec![
                "fr".to_owned(),
                "en".to_owned(),
            ])),
        ];
        for (at, (key, fr, en)) in [
            ("S1", "Renouveler", "Renew"),
            ("S2", "Rénover en blocs", "Rebuild in blocks"),
        ]
        .into_iter()
        .enumerate()
        {
            let scenario = Scenario {
                key: key.to_owned(),
                position: at as i64,
                labels: labels(fr, en),
                ..Scenario::default()
            };
            changes.push((ScenarioId::new(key), scenario).into());
        }
        for (at, (key, parent, slot, fr, en)) in [
            ("B1", None, None, "Dossiers et preuves", "Files and proof"),
            ("B1.3", Some("B1"), Some(1), "Dossiers", "Files"),
            ("B7", None, None, "Qualité", "Quality"),
            ("B7.3", Some("B7"), Some(3), "Qualiopi", "Quality label"),
            ("D8", None, None, "Certification", "Certification"),
            ("D8.levier", Some("D8"), Some(2), "Levier", "Lever"),
            ("D8.frein", Some("D8"), None, "Frein à l’entrée", "Obstacle"),
        ]
        .into_iter()
        .enumerate()
        {
            let code = Code {
                key: key.to_owned(),
                parent: parent.map(CodeId::new),
                slot,
                position: at as i64,
                labels: labels(fr, en),
                definition: format!("Tout ce qui touche à «\u{a0}{fr}\u{a0}»."),
                include: "saisie, pièces, archivage".to_owned(),
                exclude: "facturation (B7.5)".to_owned(),
                ..Code::default()
            };
            changes.push((CodeId::new(key), code).into());
        }
        for (key, consent, person) in [
            ("E02", Consent::Given, "P2"),
            ("E07", Consent::Given, "Mme Lefort"),
            ("E09", Consent::Withdrawn, "P9"),
        ] {
            let session = Session {
                key: key.to_owned(),
                subject: SubjectId::new(key),
                state: SessionState::Done,
                ..Session::default()
            };
            changes.push((SessionId::new(key), session).into());
            let participant = Participant {
                subject: SubjectId::new(&format!("{key}-p")),
                session: SessionId::new(key),
                speaker: person.to_owned(),
                consent,
                ..Participant::default()
            };
            changes.push((ParticipantId::new(&format!("{key}-p")), participant).into());
        }
        for (at, (kind, ms, question, text)) in [
            (
                NoteKind::Verbatim,
                1_267_000,
                "3.1",
                "On perd des dossiers à chaque changement de plateforme.",
            ),
            (
                NoteKind::Observation,
                1_385_000,
                "",
                "silence, regarde sa collègue",
            ),
        ]
        .into_iter()
        .enumerate()
        {
            let note = Note {
                session: SessionId::new("E02"),
                t_ms: Some(ms),
                kind,
                question: question.to_owned(),
                text: text.to_owned(),
                position: at as i64,
                ..Note::default()
            };
            changes.push((NoteId::new(&format!("n{at}")), note).into());
        }
        self.change(changes);
        let talk: Vec<Turn> = TALK
            .iter()
            .map(|(speaker, seconds, text)| Turn {
                speaker: Some((*speaker).to_owned()),
                start_ms: Some(seconds * 1000),
                text: (*text).to_owned(),
                ..Turn::default()
            })
            .collect();
        self.text("E07", Some("E07"), &talk);
        let gone = Turn {
            text: "Je retire ce que j’ai dit.".to_owned(),
            ..Turn::default()
        };
        self.text("E09", Some("E09"), &[gone]);
        let advert = Turn {
            text: "Poste : assistante de formation. Connaissance de Qualiopi.".to_owned(),
            ..Turn::default()
        };
        self.text("annonce", None, &[advert]);
    }

    /// A document of a session, or a reference text, with its first version; their ids are its key.
    pub(crate) fn text(&mut self, key: &str, session: Option<&str>, turns: &[Turn]) {
        let work = self.app.work.as_mut().unwrap();
        let stored = work.store.add_text(turns, "test", None).unwrap();
        let document = Document {
            session: session.map(SessionId::new),
            kind: if session.is_some() {
                DocumentKind::Transcript
            } else {
                DocumentKind::Reference
            },
            key: key.to_owned(),
        };
        let version = Version {
            document: DocumentId::new(key),
            number: 1,
            text: stored.text,
            salt: stored.salt,
            turns: turns.len() as u32,
            words: stored.words,
            chars: stored.chars,
            ..Version::default()
        };
        self.change(vec![
            (DocumentId::new(key), document).into(),
            (VersionId::new(key), version).into(),
        ]);
    }

    /// Changes of which nothing is said.
    pub(crate) fn change(&mut self, changes: Vec<Change>) {
        assert!(
            self.app
                .change(crate::message!("app-literally", text = "test"), changes)
        );
        self.app.refresh();
    }

    /// A passage by its words, in the text of that key.
    pub(crate) fn passage(&self, key: &str, quote: &str) -> Passage {
        let version = VersionId::new(key);
        let text = self
            .app
            .work
            .as_ref()
            .unwrap()
            .texts()
            .text(&version)
            .unwrap();
        let start = text.text().find(quote).unwrap();
        let span = start..start + quote.len();
        Passage::Text(TextPassage::new(version, text.text(), span).unwrap())
    }

    /// Presses keys, by name, one space between.
    pub(crate) fn keys(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for name in keys.split(' ').filter(|name| !name.is_empty()) {
            let key: Key = name.parse().unwrap_or_else(|_| panic!("no key {name}"));
            effects.extend(self.app.handle(Event::Key(key)));
        }
        effects
    }

    /// Types text, letter by letter.
    pub(crate) fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.app.handle(Event::Key(Key::char(c)));
        }
    }

    /// Runs a command, as the palette does.
    pub(crate) fn run(&mut self, command: &str) {
        let invocation = crate::command::Invocation::parse(command).unwrap();
        self.app.run(&invocation);
    }

    /// The study.
    pub(crate) fn study(&self) -> &Study {
        self.app.work.as_ref().unwrap().study()
    }

    /// The line under the text, in the app's language.
    pub(crate) fn notice(&self) -> String {
        let now = self.app.notices.now.as_ref();
        now.map_or_else(String::new, |notice| self.app.words.say(&notice.text))
    }

    /// All codings as `KEY "words" coder`, in the order of their words.
    pub(crate) fn codings(&self) -> Vec<String> {
        let texts = self.app.work.as_ref().unwrap().texts();
        let study = self.study();
        let mut list: Vec<String> = study
            .records
            .codings
            .values()
            .map(|coding| {
                let words = match &coding.passage {
                    Passage::Note(note) => study.records.notes[note].text.clone(),
                    Passage::Text(passage) => {
                        let text = texts.text(&passage.version).unwrap();
                        text.slice(passage.span()).to_owned()
                    }
                };
                let key = &study.records.codes[study.resolve_code(&coding.code).unwrap()].key;
                format!("{key} {words:?} {}", coding.coder)
            })
            .collect();
        list.sort();
        list
    }

    /// The coding of that id, as the study has it.
    pub(crate) fn coding(&self, id: &CodingId) -> &crate::study::coding::Coding {
        &self.study().records.codings[id]
    }
}
