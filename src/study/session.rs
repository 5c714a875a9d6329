//! One interview: when, how, what was answered and noted.

use super::clock::Boot;
use super::id::{ScenarioId, SessionId, SubjectId};
use super::word::{AnswerState, NoteKind, SessionState};
use jiff::Timestamp;

record! {
    /// One interview.
    Session, SessionField {
        /// Whom its parts of the journal are about.
        subject / Subject: SubjectId,
        /// Key in files, e.g. `E07`.
        key / Key: String,
        /// Where it stands.
        state / State: SessionState,
        /// When it is to begin.
        planned_at / PlannedAt: Option<Timestamp>,
        /// When the call began: zero of the notes' times.
        started_at / StartedAt: Option<Timestamp>,
        /// When it ended.
        ended_at / EndedAt: Option<Timestamp>,
        /// Time zone of the interview, IANA name.
        zone / Zone: String,
        /// Face to face, video, telephone: free words.
        mode / Mode: String,
        /// Who asks.
        interviewer / Interviewer: String,
        /// Number of the guide's version it was held with.
        guide_version / GuideVersion: Option<u32>,
        /// Length, in minutes: as held, else as planned.
        minutes / Minutes: Option<u32>,
        /// Order in which the scenario cards were shown; empty: that of the study.
        scenario_order / ScenarioOrder: Vec<ScenarioId>,
        /// Length that was agreed on, in minutes.
        planned_minutes / PlannedMinutes: Option<u32>,
        /// Why it was refused, missed or cancelled.
        reason / Reason: String,
        /// The machine's own clock when the call began: a change of the wall clock does not move it.
        boot / Boot: Option<Boot>,
        /// By how much the wall clock was changed since the call began, milliseconds.
        shift_ms / ShiftMs: i64,
        /// Time of the call at which it stands still; none while it goes on.
        paused_ms / PausedMs: Option<i64>,
        /// Time of the call at which the recording began, milliseconds.
        anchor_ms / AnchorMs: Option<i64>,
        /// The file of the recording, as somebody gave it; what is heard, never copied.
        recording / Recording: String,
    } maps {
        /// The order in which the guide was followed: time of the call, in milliseconds → question that was gone to.
        visits / Visit: i64 => String,
        /// Pauses: time of the call at which one began, and its length, milliseconds.
        pauses / Pause: i64 => i64,
        /// Fields of the debrief.
        debrief / Debrief: String => String,
        /// Minutes spent on it by step (the words of [`Step`]), as somebody typed them.
        ///
        /// [`Step`]: super::word::Step
        spent / Spent: String => u32,
    }
}

record! {
    /// A line written during the call.
    Note, NoteField {
        /// The interview.
        session / Session: SessionId,
        /// Time of its first letter, in milliseconds from the start of the call.
        t_ms / TMs: Option<i64>,
        /// Kind of line.
        kind / Kind: NoteKind,
        /// Key of the question in hand; empty where there is none.
        question / Question: String,
        /// The words.
        text / Text: String,
        /// Flags (`follow-up`, `verify`, `quote`, `mask`, `document`, or one's own), sorted.
        flags / Flags: Vec<String>,
        /// Place among the notes of one time.
        position / Position: i64,
    } maps {}
}

record! {
    /// A question's value and its state, for one interview, scenario and part.
    Answer, AnswerField {
        /// The interview.
        session / Session: SessionId,
        /// Key of the question.
        question / Question: String,
        /// The scenario it is bound to.
        scenario / Scenario: Option<ScenarioId>,
        /// Part of an allocation, or `item.field` of a list.
        part / Part: String,
        /// What became of the question.
        state / State: AnswerState,
        /// As given: `12`, `~12`, `3-5`, a choice, words.
        value / Value: String,
        /// Unit of a count.
        unit / Unit: String,
        /// Time in the call, milliseconds.
        t_ms / TMs: Option<i64>,
        /// Place among the answers.
        position / Position: i64,
    } maps {}
}

record! {
    /// Something that went wrong in the field, and what became of it.
    Problem, ProblemField {
        /// When it was met.
        at / At: Option<Timestamp>,
        /// The interview it is about, where it is about one.
        session / Session: Option<SessionId>,
        /// What went wrong.
        words / Words: String,
        /// When it was settled; none while it is open.
        settled_at / SettledAt: Option<Timestamp>,
        /// How it was settled.
        settled / Settled: String,
    } maps {}
}
