//! Which columns and rows of the body are for what, by the room there is.

use super::marks::LANES;
use super::reading::Reading;
use crate::text::width::width;

/// From this many columns on the side pane stands beside the text; below, it lies over it when it is asked for.
pub const WIDE: u16 = 100;
/// Longer rows than this are hard to read.
const LONGEST_ROW: u16 = 100;

/// From this many columns on words and notes have room beside each other.
const BOTH: u16 = 64;

/// What the side pane is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The codes. It is there or not by default for the width; true as long as nobody asked for the other.
    Codes(bool),
    /// The notes of the interview.
    Notes,
}

/// Columns and rows of the parts. A width of 0: the part is left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the time, right-aligned, after the lanes.
    pub time: u16,
    /// First column of the speaker.
    pub speaker_at: u16,
    /// Columns of the speaker.
    pub speaker: u16,
    /// First column of the words.
    pub text_at: u16,
    /// Columns of the words.
    pub text: u16,
    /// First column of the side pane.
    pub pane_at: u16,
    /// Columns of the side pane.
    pub pane: u16,
    /// Whether the side pane lies over the text.
    pub overlay: bool,
    /// Rows of the words.
    pub rows: u16,
    /// Rows below them: a rule where there is room, the codings here.
    pub foot: u16,
}

impl Layout {
    /// The parts of a body of `columns` × `rows`.
    pub fn new(reading: &Reading, columns: u16, rows: u16, side: Pane) -> Self {
        let wide = columns >= WIDE;
        let pane = match side {
            // Words and notes are read together: the words give way as long as both have room.
            Pane::Notes => (columns * 2 / 5)
                .clamp(26, 48)
                .min(columns.saturating_sub(4)),
            Pane::Codes(true) if wide => (columns / 4).clamp(26, 40),
            Pane::Codes(false) if !wide => 36.min(columns.saturating_sub(4)),
            Pane::Codes(_) => 0,
        };
        let beside = wide || (side == Pane::Notes && columns >= BOTH);
        let time = match reading.last_time() {
            Some(_) if columns < 50 => 0,
            Some(ms) if ms >= 3_600_000 => 7,
            Some(_) => 5,
            None => 0,
        };
        let longest = reading
            .voices()
            .iter()
            .map(|voice| width(&voice.label))
            .max()
            .unwrap_or(0) as u16;
        let most = match columns {
            0..60 => 4,
            _ if reading.is_notes() => 18,
            60..100 => 10,
            _ => 16,
        };
        let speaker = longest.min(most);
        let after = |at: u16, part: u16| if part == 0 { at } else { at + part + 1 };
        let speaker_at = after(LANES as u16 + 1, time);
        let text_at = after(speaker_at, speaker);
        let end = if beside && pane > 0 {
            columns - pane - 2
        } else {
            columns - 1.min(columns)
        };
        let foot = match rows {
            0..8 => 0,
            8..16 => 1,
            _ => 3,
        };
        Self {
            time,
            speaker_at,
            speaker,
            text_at,
            text: end.saturating_sub(text_at).clamp(1, LONGEST_ROW),
            pane_at: columns - pane,
            pane,
            overlay: !beside && pane > 0,
            rows: (rows - foot).max(1),
            foot,
        }
    }
}
