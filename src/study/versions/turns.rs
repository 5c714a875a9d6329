//! Corrections that a person makes by hand: a speaker gets another name, a turn is split, two are joined. Each makes a new
//! version, as a corrected file would.

use crate::study::document::Turn;

/// A speaker's turns under another name; one that is there already gets them too. `None` where nobody of that name
/// speaks, or nothing would change.
pub fn rename_speaker(turns: &[Turn], old: &str, new: &str) -> Option<Vec<Turn>> {
    if old == new
        || !turns
            .iter()
            .any(|turn| turn.speaker.as_deref() == Some(old))
    {
        return None;
    }
    let mut turns = turns.to_vec();
    for turn in &mut turns {
        if turn.speaker.as_deref() == Some(old) {
            turn.speaker = Some(new.to_owned());
        }
    }
    Some(turns)
}

/// A turn (from 0) in two: the second begins at a code point of its text, said by `speaker` where one is named. Spaces
/// at the cut go. `None` where a half would be empty.
pub fn split_turn(
    turns: &[Turn],
    at: usize,
    chars: usize,
    speaker: Option<&str>,
) -> Option<Vec<Turn>> {
    let turn = turns.get(at)?;
    let (byte, _) = turn.text.char_indices().nth(chars)?;
    let (head, rest) = turn.text.split_at(byte);
    let tail = rest.trim_start();
    let head = head.trim_end();
    if head.is_empty() || tail.is_empty() {
        return None;
    }
    let skipped = rest.chars().count() - tail.chars().count();
    let from = u32::try_from(chars + skipped).ok()?;
    let kept = u32::try_from(head.chars().count()).ok()?;
    let begun = turn.anchors.iter().rev().find(|(at, _)| *at <= from);
    let begins = begun.map(|(_, ms)| *ms).or(turn.start_ms);
    let first = Turn {
        text: head.to_owned(),
        end_ms: begins.or(turn.end_ms),
        anchors: turn
            .anchors
            .iter()
            .copied()
            .filter(|(at, _)| *at < kept)
            .collect(),
        ..turn.clone()
    };
    let second = Turn {
        speaker: speaker.map(str::to_owned).or_else(|| turn.speaker.clone()),
        start_ms: begins,
        end_ms: turn.end_ms,
        text: tail.to_owned(),
        anchors: turn
            .anchors
            .iter()
            .filter(|(at, _)| *at > from)
            .map(|(at, ms)| (at - from, *ms))
            .collect(),
    };
    let mut turns = turns.to_vec();
    turns.splice(at..=at, [first, second]);
    Some(turns)
}

/// A turn (from 0) and the one after it as one, with a space between, said by whoever begins. `None` where none follows.
pub fn join_turn(turns: &[Turn], at: usize) -> Option<Vec<Turn>> {
    let (first, second) = (turns.get(at)?, turns.get(at + 1)?);
    let glue = usize::from(!first.text.is_empty() && !second.text.is_empty());
    let shift = u32::try_from(first.text.chars().count() + glue).ok()?;
    let mut anchors = first.anchors.clone();
    anchors.extend(second.start_ms.filter(|_| shift > 0).map(|ms| (shift, ms)));
    let later = second.anchors.iter().map(|(at, ms)| (at + shift, *ms));
    anchors.extend(later.filter(|(at, _)| *at > shift));
    let joined = Turn {
        speaker: first.speaker.clone().or_else(|| second.speaker.clone()),
        start_ms: first.start_ms.or(second.start_ms),
        end_ms: first.end_ms.max(second.end_ms),
        text: format!("{}{}{}", first.text, " ".repeat(glue), second.text),
        anchors,
    };
    let mut turns = turns.to_vec();
    turns.splice(at..=at + 1, [joined]);
    Some(turns)
}

/// Turns as a file of our own format.
pub fn as_file(turns: &[Turn]) -> Vec<u8> {
    serde_json::json!({ "format": "entretien-turns", "turns": turns })
        .to_string()
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(speaker: &str, start: i64, text: &str, anchors: &[(u32, i64)]) -> Turn {
        Turn {
            speaker: Some(speaker.to_owned()),
            start_ms: Some(start),
            end_ms: Some(start + 900),
            text: text.to_owned(),
            anchors: anchors.to_vec(),
        }
    }

    #[test]
    fn a_turn_is_split_and_joined_again_with_its_times() {
        let whole = vec![
            turn("A", 0, "Bonjour.", &[]),
            turn(
                "B",
                1_000,
                "Été dur.  Deux. Trois.",
                &[(10, 1_300), (16, 1_600)],
            ),
            turn("A", 2_000, "Merci.", &[]),
        ];
        let split = split_turn(&whole, 1, 8, Some("C")).unwrap();
        assert_eq!(split.len(), 4);
        assert_eq!(
            (split[1].text.as_str(), split[1].end_ms),
            ("Été dur.", Some(1_300))
        );
        assert!(split[1].anchors.is_empty());
        assert_eq!(
            split[2],
            Turn {
                end_ms: Some(1_900),
                ..turn("C", 1_300, "Deux. Trois.", &[(6, 1_600)])
            }
        );
        let joined = join_turn(&split, 1).unwrap();
        assert_eq!(joined[1].text, "Été dur. Deux. Trois.");
        assert_eq!(joined[1].anchors, [(9, 1_300), (15, 1_600)]);
        assert_eq!(joined[1].speaker.as_deref(), Some("B"));
        for (at, chars) in [(1, 0), (1, 99), (9, 1), (0, 8)] {
            assert_eq!(split_turn(&whole, at, chars, None), None, "{at} {chars}");
        }
        assert_eq!(join_turn(&whole, 2), None);
    }

    #[test]
    fn speakers_are_renamed_and_merged() {
        let turns = vec![turn("S1", 0, "a", &[]), turn("S2", 1, "b", &[])];
        let merged = rename_speaker(&turns, "S2", "S1").unwrap();
        assert!(
            merged
                .iter()
                .all(|turn| turn.speaker.as_deref() == Some("S1"))
        );
        assert_eq!(rename_speaker(&turns, "S3", "S1"), None);
        assert_eq!(rename_speaker(&turns, "S1", "S1"), None);
    }
}
