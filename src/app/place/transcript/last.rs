//! What was said last under the code that was touched.

use super::{Eye, Transcript};
use crate::app::Work;
use crate::study::Hidden;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::id::CodeId;

/// Quotes that are kept.
const SHOWN: usize = 2;
/// Codings looked through for them, the youngest first.
const LOOKED_AT: usize = 5_000;
/// Graphemes of a quote.
const LONGEST: usize = 160;

/// Words that were coded, and where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words, one line.
    pub words: String,
    /// Interview and time: `E03 08:15`.
    pub place: String,
}

impl Transcript {
    /// What was said last under the code that was touched.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// Finds these quotes when another code was touched, or the study changed.
    pub(super) fn quote(&mut self, eye: &Eye<'_>) {
        let (Some(work), Some(touched)) = (eye.work, &self.touched) else {
            return;
        };
        let now = Some((touched.clone(), work.revision));
        if self.quotes_of == now || self.layout.pane == 0 {
            return;
        }
        self.quotes_of = now;
        self.quotes = last_quotes(work, touched);
    }
}

/// What was said last under a code, the youngest first.
pub fn last_quotes(work: &Work, code: &CodeId) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let study = work.study();
    let code = study.resolve_code(code);
    let hidden = Hidden::of(study);
    for (_, coding) in study.records.codings.iter().rev().take(LOOKED_AT) {
        if quotes.len() == SHOWN {
            break;
        }
        if study.resolve_code(&coding.code) != code {
            continue;
        }
        let Some(session) = study.session_of_passage(study.passage_now(coding)) else {
            continue;
        };
        // Whoever does not want to be quoted is not quoted, on the screen either.
        if study.session_consent(session).forbids_quotes() {
            continue;
        }
        if hidden.passage(study, work.texts().as_ref(), study.passage_now(coding)) {
            continue;
        }
        let key = study
            .records
            .sessions
            .get(session)
            .map_or("", |session| session.key.as_str());
        let found = match study.passage_now(coding) {
            Passage::Note(id) => study
                .records
                .notes
                .get(id)
                .map(|note| (note.text.clone(), note.t_ms)),
            Passage::Text(passage) => work.texts().text(&passage.version).map(|text| {
                let words = text.slice(passage.span()).to_owned();
                (words, text.time_at(passage.start as usize))
            }),
        };
        let Some((words, ms)) = found else { continue };
        let time = ms.and_then(|ms| u64::try_from(ms).ok());
        // The quotation marks are set around it where it is shown.
        let line = words.replace('\n', " ");
        let bare = line.trim();
        let bare = bare
            .strip_prefix('«')
            .map_or(bare, |rest| rest.strip_suffix('»').unwrap_or(rest))
            .trim();
        quotes.push(Quote {
            words: crate::text::grapheme::take(bare, LONGEST).to_owned(),
            place: match time {
                Some(ms) => format!("{key} {}", crate::i18n::duration(ms)),
                None => key.to_owned(),
            },
        });
    }
    quotes
}
