//! What may be said on the command line. The words of the help are put in by [`super::help`], in both languages.

use crate::cli::parse::{
    Condition, Labels, Mark, Span, attribute_kind, attribute_of, consent, language, line, moment,
    note_kind, polarity_mark, session_state, span, state_of_answer, words,
};
use crate::config::Colour;
use crate::i18n::Lang;
use crate::study::word::{
    AnswerState, AttributeKind, AttributeOf, Consent, NoteKind, SessionState,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "entretien",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
#[allow(missing_docs)]
pub struct Cli {
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME", allow_hyphen_values = true)]
    pub study: Option<String>,
    #[arg(long, global = true, value_name = "fr|en", value_parser = language)]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "NAME")]
    pub keymap: Option<String>,
    #[arg(long, global = true, value_name = "auto|always|never")]
    pub color: Option<When>,
    #[arg(long, global = true, value_name = "NAME", value_parser = line)]
    pub coder: Option<String>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// When colours are sent.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[allow(missing_docs)]
pub enum When {
    Auto,
    Always,
    Never,
}

impl From<When> for Colour {
    fn from(when: When) -> Self {
        match when {
            When::Auto => Self::Auto,
            When::Always => Self::Always,
            When::Never => Self::Never,
        }
    }
}

/// The verbs.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Verb {
    Demo {
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
    },
    Studies(Json),
    Sessions(Json),
    Show {
        #[arg(value_name = "SESSION|ID", value_parser = line)]
        what: String,
        #[command(flatten)]
        json: Json,
    },
    Import(Import),
    Code(Code),
    #[command(subcommand)]
    Study(StudyVerb),
    #[command(subcommand)]
    Scenario(ScenarioVerb),
    #[command(subcommand)]
    Attribute(AttributeVerb),
    #[command(subcommand)]
    Target(TargetVerb),
    #[command(subcommand)]
    Organisation(OrganisationVerb),
    #[command(subcommand)]
    Session(SessionVerb),
    #[command(subcommand)]
    Participant(ParticipantVerb),
    #[command(subcommand)]
    Note(NoteVerb),
    Answer(Answer),
    #[command(subcommand)]
    Coding(CodingVerb),
    #[command(subcommand)]
    Codes(CodesVerb),
    Consent {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(value_name = "given|no-quote|withdrawn", value_parser = consent)]
        consent: Consent,
        #[arg(long, value_name = "P", value_parser = line)]
        participant: Option<String>,
    },
    Erase {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(long)]
        yes: bool,
    },
    Table(Table),
    Export(Export),
    Undo,
    Redo,
    Log(Json),
    Check {
        #[arg(long)]
        repair: bool,
    },
    #[command(subcommand)]
    Keys(KeysVerb),
    Completions {
        #[arg(value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    Man,
}

/// Data for programs in the place of text for people.
#[derive(Debug, Clone, Copy, Args)]
#[allow(missing_docs)]
pub struct Json {
    #[arg(long)]
    pub json: bool,
}

/// Files in.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Import {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line, conflicts_with = "session")]
    pub reference: Option<String>,
    #[arg(id = "as", long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long)]
    pub check: bool,
    #[arg(long)]
    pub json: bool,
}

/// Where a passage lies.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct Where {
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub quote: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = span)]
    pub span: Option<Span>,
}

/// One coding.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Code {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(long, value_name = "D", value_parser = line)]
    pub document: Option<String>,
    #[command(flatten)]
    pub place: Where,
    #[arg(id = "code", long = "code", value_name = "KEY", value_parser = line)]
    pub key: String,
    #[command(flatten)]
    pub marks: Marks,
}

/// What a coding says besides its passage and code.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Marks {
    #[arg(long, value_name = "S=supports", value_parser = polarity_mark)]
    pub scenario: Vec<Mark>,
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    pub strength: Option<u8>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub memo: Option<String>,
    #[arg(long)]
    pub star: bool,
}

/// The study's own settings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum StudyVerb {
    Set {
        #[arg(value_name = "KEY")]
        key: String,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: String,
    },
}

/// Up, down, or to a place.
#[derive(Debug, Clone, Copy, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct Shift {
    #[arg(long)]
    pub up: bool,
    #[arg(long)]
    pub down: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: Option<u32>,
}

/// Scenarios.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ScenarioVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: ScenarioFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: ScenarioFields,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        shift: Shift,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of a scenario.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ScenarioFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub summary_fr: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub summary_en: Option<String>,
}

/// Attributes and their values.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum AttributeVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: AttributeFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: AttributeFields,
        #[arg(long, value_name = "VALUE", value_parser = line)]
        remove_value: Vec<String>,
        #[arg(long, value_name = "VALUE=NEW", value_parser = super::parse::condition)]
        rename_value: Vec<Condition>,
        #[arg(long, value_name = "VALUE=N", value_parser = super::parse::condition)]
        move_value: Vec<Condition>,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        shift: Shift,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of an attribute.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct AttributeFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "participant|organisation", value_parser = attribute_of)]
    pub of: Option<AttributeOf>,
    #[arg(long = "type", value_name = "choice|number|text", value_parser = attribute_kind)]
    pub kind: Option<AttributeKind>,
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", value_parser = super::parse::yes)]
    pub stratum: Option<bool>,
    #[arg(long, value_name = "VALUE", value_parser = line)]
    pub value: Vec<String>,
    #[arg(long, value_name = "VALUE=N", value_parser = super::parse::condition)]
    pub universe: Vec<Condition>,
    #[arg(long, value_name = "VALUE=TEXT", value_parser = super::parse::condition)]
    pub value_label_fr: Vec<Condition>,
    #[arg(long, value_name = "VALUE=TEXT", value_parser = super::parse::condition)]
    pub value_label_en: Vec<Condition>,
}

/// Targets of the sample.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum TargetVerb {
    Add {
        #[arg(value_name = "N")]
        n: u32,
        #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = super::parse::condition)]
        conditions: Vec<Condition>,
    },
    Remove {
        #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        number: u32,
    },
    List(Json),
}

/// Organisations.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum OrganisationVerb {
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[arg(long, value_name = "ATTRIBUTE=VALUE", value_parser = super::parse::condition)]
        attribute: Vec<Condition>,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Interviews.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum SessionVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: SessionFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: SessionFields,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of an interview.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct SessionFields {
    #[arg(long, value_name = "STATE", value_parser = session_state)]
    pub state: Option<SessionState>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub planned_at: Option<Timestamp>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub started_at: Option<Timestamp>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub ended_at: Option<Timestamp>,
    #[arg(long, value_name = "ZONE", value_parser = super::parse::zone)]
    pub zone: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub mode: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub interviewer: Option<String>,
    #[arg(long, value_name = "N")]
    pub guide_version: Option<u32>,
    #[arg(long, value_name = "N")]
    pub minutes: Option<u32>,
    #[arg(long, value_name = "KEY=TEXT", value_parser = super::parse::condition)]
    pub debrief: Vec<Condition>,
}

/// Participants of an interview.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ParticipantVerb {
    Set(ParticipantFields),
    Remove {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(long, value_name = "P", value_parser = line)]
        participant: Option<String>,
    },
}

/// Fields of a participant.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ParticipantFields {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(id = "participant", long = "participant", value_name = "P", value_parser = line)]
    pub person: Option<String>,
    #[arg(long, value_name = "NEW", value_parser = line)]
    pub key_new: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub speaker: Option<String>,
    #[arg(long, value_name = "ROLE", value_parser = line)]
    pub role: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub organisation: Option<String>,
    #[arg(long, value_name = "given|no-quote|withdrawn", value_parser = consent)]
    pub consent: Option<Consent>,
    #[arg(long, value_name = "ATTRIBUTE=VALUE", value_parser = super::parse::condition)]
    pub attribute: Vec<Condition>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub name: Option<String>,
    #[arg(long, value_name = "NUMBER", value_parser = line)]
    pub telephone: Option<String>,
    #[arg(long, value_name = "ADDRESS", value_parser = line)]
    pub mail: Option<String>,
}

/// Notes.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum NoteVerb {
    Add {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[command(flatten)]
        fields: NoteFields,
        #[arg(long, value_name = "KEY", value_parser = line)]
        code: Vec<String>,
    },
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: Option<String>,
        #[command(flatten)]
        fields: NoteFields,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Fields of a note.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct NoteFields {
    #[arg(long, value_name = "KIND", value_parser = note_kind)]
    pub kind: Option<NoteKind>,
    #[arg(long, value_name = "MS", allow_hyphen_values = true)]
    pub t_ms: Option<i64>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub question: Option<String>,
    #[arg(long, value_name = "FLAG", value_parser = line)]
    pub flag: Vec<String>,
}

/// One answer.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Answer {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(value_name = "QUESTION", value_parser = line)]
    pub question: String,
    #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true, required_unless_present = "state")]
    pub value: Option<String>,
    #[arg(long, value_name = "STATE", value_parser = state_of_answer)]
    pub state: Option<AnswerState>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "PART", value_parser = line)]
    pub part: Option<String>,
    #[arg(long, value_name = "UNIT", value_parser = line)]
    pub unit: Option<String>,
    #[arg(long, value_name = "MS")]
    pub t_ms: Option<i64>,
}

/// Codings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CodingVerb {
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        code: Option<String>,
        #[command(flatten)]
        marks: Marks,
        #[arg(long, value_name = "S", value_parser = line)]
        no_scenario: Vec<String>,
        #[arg(long, conflicts_with = "strength")]
        no_strength: bool,
        #[arg(long, conflicts_with = "star")]
        no_star: bool,
    },
    Move {
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        place: Where,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// The codebook.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CodesVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        parent: Option<String>,
        #[arg(long, value_name = "KEY", value_parser = line)]
        after: Option<String>,
        #[command(flatten)]
        fields: CodeFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: CodeFields,
        #[arg(long, conflicts_with = "slot")]
        no_slot: bool,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        to: CodeMove,
    },
    Merge {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "INTO", value_parser = line)]
        into: String,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "KEY", value_parser = line, conflicts_with = "with_codings")]
        move_to: Option<String>,
        #[arg(long)]
        with_codings: bool,
    },
}

/// Where a code goes.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct CodeMove {
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub under: Option<String>,
    #[arg(long)]
    pub root: bool,
    #[arg(long)]
    pub up: bool,
    #[arg(long)]
    pub down: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: Option<u32>,
}

/// Fields of a code.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct CodeFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub definition: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub include: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub exclude: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub example: Option<String>,
    #[arg(long, value_name = "COLOUR", value_parser = super::parse::colour)]
    pub colour: Option<String>,
    #[arg(long, value_name = "1-9", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub slot: Option<u8>,
}

/// One table.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Table {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "ATTRIBUTE", value_parser = line)]
    pub by: Option<String>,
    #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = super::parse::condition)]
    pub conditions: Vec<Condition>,
    #[arg(long, value_name = "text|csv|json|md", default_value = "text")]
    pub format: TableFormat,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum TableFormat {
    Text,
    Csv,
    Json,
    Md,
}

/// Everything out.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Export {
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "data|excel-fr", default_value = "data")]
    pub profile: Profile,
    #[arg(long)]
    pub shared: bool,
    #[arg(long)]
    pub force: bool,
}

/// For whom the files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Profile {
    Data,
    ExcelFr,
}

/// Keys.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum KeysVerb {
    Show {
        #[arg(long, value_name = "C")]
        context: Option<String>,
    },
    Lint {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Why {
        #[arg(value_name = "KEYS", required = true, num_args = 1.., allow_hyphen_values = true)]
        keys: Vec<String>,
    },
}
