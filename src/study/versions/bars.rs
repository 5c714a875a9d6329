//! What no correction by hand may do: give the words of somebody who withdrew to another voice, or others' words to hers,
//! or show words again that are left out.

use crate::i18n::Message;
use crate::message;
use crate::study::document::{DocumentText, Texts, Turn};
use crate::study::fold::Study;
use crate::study::hidden::{Hidden, touches};
use crate::study::id::{SessionId, VersionId};
use crate::study::read::Speaker;
use crate::study::word::Consent;
use std::ops::Range;

/// Why a version may not be corrected to these turns, which hold the same words; `None` where it may.
pub fn bar(
    study: &Study,
    texts: &dyn Texts,
    version: &VersionId,
    corrected: &[Turn],
) -> Option<Message> {
    let document = &study.records.versions.get(version)?.document;
    let record = study.records.documents.get(document)?;
    let session = record.session.as_ref()?;
    let old = texts.text(version)?;
    let new = DocumentText::from_turns(corrected);
    let withdrawn = |text: &DocumentText| {
        let spans = of_withdrawn(study, session, text);
        signs(text, &spans)
    };
    if withdrawn(&old) != withdrawn(&new) {
        return Some(message!("versions-bar-withdrawn"));
    }
    let hidden = Hidden::of(study);
    let before = signs(&old, &hidden.spans(study, texts, version));
    let after = signs(&new, &hidden.spans_of_next(study, texts, document, &new));
    let shown_again = before.iter().zip(&after).any(|(was, is)| *was && !is);
    shown_again.then(|| message!("versions-bar-left-out"))
}

/// The turns of those who withdrew.
fn of_withdrawn(study: &Study, session: &SessionId, text: &DocumentText) -> Vec<Range<usize>> {
    let is_withdrawn = |name: Option<&str>| match study.speaker(session, name) {
        Speaker::Participant(id) => {
            let person = study.records.participants.get(id);
            person.is_some_and(|person| person.consent == Consent::Withdrawn)
        }
        _ => false,
    };
    let turns = text.turns().iter();
    turns
        .filter(|turn| is_withdrawn(turn.speaker.as_deref()))
        .map(|turn| turn.span.clone())
        .collect()
}

/// Whether each sign of a text, but spaces, which a correction may change, is in one of the spans.
fn signs(text: &DocumentText, spans: &[Range<usize>]) -> Vec<bool> {
    let all = text
        .text()
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace());
    all.map(|(at, c)| touches(spans, &(at..at + c.len_utf8())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::document::{Document, Version};
    use crate::study::exclusion::{Excluded, Exclusion};
    use crate::study::id::{DocumentId, ExclusionId, ParticipantId};
    use crate::study::people::Participant;
    use crate::study::session::Session;
    use crate::study::versions::turns::{join_turn, rename_speaker, split_turn};
    use crate::study::{Change, ReplicaId, Stamp, Transaction};
    use std::collections::HashMap;
    use std::sync::Arc;

    fn turn(speaker: &str, start: i64, text: &str) -> Turn {
        Turn {
            speaker: Some(speaker.to_owned()),
            start_ms: Some(start),
            end_ms: Some(start + 3_000),
            text: text.to_owned(),
            ..Turn::default()
        }
    }

    fn study(exclusions: Vec<Excluded>) -> Study {
        let session = SessionId::new("e1");
        let person = |key: &str, consent| -> Change {
            let one = Participant {
                session: SessionId::new("e1"),
                key: key.to_owned(),
                consent,
                ..Participant::default()
            };
            (ParticipantId::new(key), one).into()
        };
        let mut changes = vec![
            (session.clone(), Session::default()).into(),
            person("Ana", Consent::Given),
            person("Bo", Consent::Withdrawn),
            (
                DocumentId::new("d"),
                Document {
                    session: Some(session.clone()),
                    ..Document::default()
                },
            )
                .into(),
            (
                VersionId::new("v"),
                Version {
                    document: DocumentId::new("d"),
                    number: 1,
                    ..Version::default()
                },
            )
                .into(),
        ];
        changes.extend(exclusions.into_iter().map(|what| {
            let one = Exclusion {
                session: session.clone(),
                what,
                ..Exclusion::default()
            };
            Change::from((ExclusionId::new("x"), one))
        }));
        let mut study = Study::default();
        study.apply(&Transaction {
            stamp: Stamp {
                ms: 1,
                counter: 0,
                replica: ReplicaId(1),
            },
            author: String::new(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: Message::new("test"),
            changes,
        });
        study
    }

    fn barred(study: &Study, turns: &[Turn], corrected: Option<Vec<Turn>>) -> Option<String> {
        let text = Arc::new(DocumentText::from_turns(turns));
        let texts = HashMap::from([(VersionId::new("v"), text)]);
        let bar = bar(study, &texts, &VersionId::new("v"), &corrected.unwrap())?;
        Some(bar.key.to_string())
    }

    #[test]
    fn words_of_who_withdrew_stay_hers_and_take_no_others_along() {
        let study = study(Vec::new());
        let turns = [
            turn("Ana", 0, "Un. Deux."),
            turn("Bo", 3_000, "Secret. Vraiment."),
            turn("Bo", 6_000, "Oui."),
            turn("Cy", 9_000, "Trois."),
            turn("Ana", 12_000, "Fin."),
        ];
        let gone = Some("versions-bar-withdrawn");
        for (corrected, wanted) in [
            (join_turn(&turns, 0), gone),
            (join_turn(&turns, 2), gone),
            (join_turn(&turns, 1), None),
            (join_turn(&turns, 3), None),
            (rename_speaker(&turns, "Bo", "Ana"), gone),
            (rename_speaker(&turns, "Bo", "Boris"), gone),
            (rename_speaker(&turns, "Cy", "Bo"), gone),
            (rename_speaker(&turns, "Cy", "Ana"), None),
            (split_turn(&turns, 1, 8, Some("Ana")), gone),
            (split_turn(&turns, 1, 8, None), None),
            (split_turn(&turns, 0, 4, Some("Bo")), gone),
            (split_turn(&turns, 0, 4, Some("Cy")), None),
        ] {
            let shown = format!("{corrected:?}");
            assert_eq!(
                barred(&study, &turns, corrected).as_deref(),
                wanted,
                "{shown}"
            );
        }
    }

    #[test]
    fn words_that_are_left_out_by_their_time_are_not_shown_again() {
        let study = study(vec![Excluded::Time {
            from_ms: 4_500,
            to_ms: 5_000,
        }]);
        let turns = [
            turn("Ana", 0, "Un."),
            turn("Ana", 3_000, "Deux. Trois."),
            turn("Ana", 6_000, "Quatre. Cinq."),
        ];
        // when each half was said is not known
        let bar = barred(&study, &turns, split_turn(&turns, 1, 6, None));
        assert_eq!(bar.as_deref(), Some("versions-bar-left-out"));
        for corrected in [
            split_turn(&turns, 2, 8, None),
            join_turn(&turns, 1),
            rename_speaker(&turns, "Ana", "Cy"),
        ] {
            let shown = format!("{corrected:?}");
            assert_eq!(barred(&study, &turns, corrected), None, "{shown}");
        }
    }
}
