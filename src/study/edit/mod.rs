//! What a person does, as changes: one function an act, shared by the screen and the command line.
//!
//! Each function looks at the study, refuses what cannot be, and returns the changes of one transaction. None of them
//! alters anything.

mod answers;
mod autocode;
mod call;
mod certifications;
mod codes;
mod codings;
mod consent;
mod criteria;
mod documents;
mod error;
mod exclusion;
mod findings;
mod guide;
mod memos;
mod milestones;
mod order;
mod problems;
mod saved;
mod sessions;
mod settings;
mod settle;
mod summaries;
mod values;

#[cfg(test)]
mod edit_test;

pub use answers::{
    Given, Said, Typed, allocated, answers_to, give_answer, put_answer, question_of,
};
pub use autocode::{Autocoded, autocode, review};
use codings::whole_second;

pub use call::{begin_call, end_call, fill_attributes, keep_clock, pause_call, shuffle_cards};
pub use certifications::{add_certification, edit_certification};
pub use codes::{
    Fate, add_code, codings_on, free_slot, merge_code, move_code, remove_code, rename_code,
    set_slot, shift_code,
};
pub use codings::{
    Put, add_note, add_notes, coding_at, move_codings_of_note, move_ends, put_coding,
    put_coding_as, rank_quote, remove_note, set_polarity, set_strength,
};
pub use consent::{Allowed, Heard, heard, set_consent};
pub use criteria::{Speaks, bind, put_criteria_list, use_criteria};
pub use documents::{remove_document, rename_reference};
pub use error::EditError;
pub use exclusion::{Turned, exclude, exclude_or_readmit, readmit};
pub use findings::{add_finding, cite, edit_finding, keep_finding};
pub use guide::{
    add_guide_debrief, add_guide_question, add_guide_section, empty_guide, guide_label,
    is_guide_used, put_guide, remove_from_guide, replace_guide, set_in_guide, shift_in_guide,
};
pub use memos::{add_memo, remove_memo, set_memo};
pub use milestones::add_milestone;
pub use order::{last_position, shifted};
pub use problems::{add_problem, edit_problem, settle_problem};
pub use saved::{remove_saved, save};
pub use sessions::{add_participant, add_session, remove_session, rename_session};
pub use settings::{
    add_attribute, add_scenario, add_target, add_value, remove_attribute, remove_scenario,
    rename_attribute, rename_scenario, rename_value, shift_attribute, shift_scenario, shift_value,
};
pub use settle::{Verdict, set_blind, settle};
pub use summaries::{PassagesState, remove_summary, set_summary, summary_at, theme_codes};
pub use values::{SETTINGS, attribute_data, day_minutes, organisation_named, set_setting};
