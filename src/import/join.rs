//! From cues and paragraphs to turns: one speaker's uninterrupted speech is one turn, however long the pause.

use crate::study::document::Turn;

/// Who speaks in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Voice {
    /// This speaker.
    Named(String),
    /// No name stands here: whoever spoke before goes on.
    Same,
    /// A name stands here that cannot be read: nobody's words, whoever spoke before.
    Unread,
}

/// A cue or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) voice: Voice,
    pub(super) start: Option<i64>,
    pub(super) end: Option<i64>,
    /// Harmless already.
    pub(super) text: String,
    /// Times amid the words: code points of `text`, milliseconds.
    pub(super) anchors: Vec<(u32, i64)>,
    /// Which recording it belongs to, from 0; no turn goes over from one to the next.
    pub(super) recording: u32,
}

/// Joins parts to turns, `glue` between two texts. A turn takes its first start and its latest end; the starts of the
/// other parts become anchors. In a file that names nobody, `alone` makes a turn of each part.
pub(super) fn join(parts: Vec<Part>, glue: char, alone: bool) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut recording = 0;
    let mut length = 0u32;
    for part in parts {
        let speaker = match part.voice {
            Voice::Named(name) => Some(name),
            Voice::Same => turns.last().and_then(|turn| turn.speaker.clone()),
            Voice::Unread => None,
        };
        let goes_on = !alone && part.recording == recording;
        let open = turns
            .last_mut()
            .filter(|turn| goes_on && turn.speaker == speaker);
        if let Some(turn) = open {
            if !part.text.is_empty() {
                if !turn.text.is_empty() {
                    turn.text.push(glue);
                    length += 1;
                }
                if let Some(start) = part.start {
                    add_anchor(turn, length, start);
                }
                let inside = part.anchors.iter();
                let inside = inside.map(|(at, ms)| (length + at, *ms));
                turn.anchors.extend(inside);
                length += chars(&part.text);
                turn.text.push_str(&part.text);
            }
            turn.start_ms = turn.start_ms.or(part.start);
            turn.end_ms = turn.end_ms.max(part.end);
        } else {
            length = chars(&part.text);
            turns.push(Turn {
                speaker,
                start_ms: part.start,
                end_ms: part.end,
                text: part.text,
                anchors: part.anchors,
            });
        }
        recording = part.recording;
    }
    turns
}

/// The turn's own start needs no anchor.
fn add_anchor(turn: &mut Turn, at: u32, start: i64) {
    if at > 0 {
        turn.anchors.push((at, start));
    }
}

fn chars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: Option<&str>, start: i64, end: i64, text: &str) -> Part {
        Part {
            voice: name.map_or(Voice::Same, |name| Voice::Named(name.to_owned())),
            start: Some(start),
            end: Some(end),
            text: text.to_owned(),
            anchors: Vec::new(),
            recording: 0,
        }
    }

    #[test]
    fn cues_of_one_speaker_are_one_turn_with_anchors() {
        let turns = join(
            vec![
                part(None, 0, 1, "Titre"),
                part(Some("Ana"), 2, 5, "été"),
                part(Some("Ana"), 900, 950, "oui"),
                part(None, 960, 940, "non"),
                part(Some("Bob"), 970, 980, ""),
                part(Some("Ana"), 990, 999, "fin"),
            ],
            ' ',
            false,
        );
        let seen: Vec<_> = turns
            .iter()
            .map(|t| (t.speaker.as_deref(), t.start_ms, t.end_ms, t.text.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (None, Some(0), Some(1), "Titre"),
                (Some("Ana"), Some(2), Some(950), "été oui non"),
                (Some("Bob"), Some(970), Some(980), ""),
                (Some("Ana"), Some(990), Some(999), "fin"),
            ]
        );
        assert_eq!(turns[1].anchors, [(4, 900), (8, 960)]);
    }

    #[test]
    fn a_second_recording_begins_a_turn() {
        let mut again = part(Some("Ana"), 1, 2, "b");
        again.recording = 1;
        assert_eq!(
            join(vec![part(Some("Ana"), 5, 6, "a"), again], ' ', false).len(),
            2
        );
        assert_eq!(
            join(
                vec![part(None, 1, 2, "a"), part(None, 2, 3, "b")],
                ' ',
                true
            )
            .len(),
            2
        );
    }
}
