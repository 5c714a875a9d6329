//! What may be said on the command line, one file a family of verbs. The words of the help are put in by [`crate::cli::help`],
//! in both languages.

mod autocode;
mod certification;
mod codebook;
mod coders;
mod coding;
mod criteria;
mod files;
mod finding;
mod guide;
mod keys;
mod memo;
mod milestone;
mod people;
mod problem;
mod query;
mod quotes;
mod report;
mod saved;
mod search;
mod session;
mod settings;
mod suggest;
mod table;
mod version;

use crate::cli::parse::{language, line, on_off};
use crate::config::Colour;
use crate::i18n::Lang;
pub use autocode::{Autocode, AutocodeVerb, Review};
pub use certification::{CertificationFields, CertificationVerb};
use clap::{Args, Parser, Subcommand, ValueEnum};
pub use codebook::{CodeFields, CodesVerb};
pub use coders::{Coders, CodersVerb, Settle};
pub use coding::{Code, CodingVerb, SummaryVerb, Target, Where};
pub use criteria::{Bound, CriteriaVerb};
pub use files::{Export, Import, Profile};
pub use finding::{Cited, FindingFields, FindingVerb, Trust};
pub use guide::{GuideConsentVerb, GuideDebriefVerb, GuideVerb};
pub use keys::KeysVerb;
pub use memo::{MemoOnWhat, MemoVerb};
pub use milestone::MilestoneVerb;
pub use people::{ConsentFields, OrganisationVerb, ParticipantFields, ParticipantVerb};
pub use problem::{ProblemFields, ProblemVerb};
pub use query::Query;
pub use quotes::Quotes;
pub use report::{ReportAs, ReportVerb};
pub use saved::SavedVerb;
pub use search::Search;
pub use session::{Answer, Exclude, ExcludeVerb, NoteFields, NoteVerb, SessionFields, SessionVerb};
pub use settings::{
    AttributeFields, AttributeVerb, ScenarioFields, ScenarioVerb, Shift, StudyVerb, TargetVerb,
};
use std::path::PathBuf;
pub use suggest::Suggest;
pub use table::{Level, Table, TableFormat};
pub use version::VersionVerb;

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
    #[arg(long, global = true, value_name = "MILESTONE", value_parser = line)]
    pub at: Option<String>,
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
    #[command(subcommand, name = "version")]
    Versions(VersionVerb),
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
    Problem(ProblemVerb),
    #[command(subcommand)]
    Finding(FindingVerb),
    #[command(subcommand)]
    Memo(MemoVerb),
    #[command(subcommand)]
    Milestone(MilestoneVerb),
    #[command(subcommand)]
    Criteria(CriteriaVerb),
    #[command(subcommand)]
    Certification(CertificationVerb),
    #[command(subcommand)]
    Note(NoteVerb),
    Answer(Answer),
    #[command(subcommand)]
    Coding(CodingVerb),
    #[command(subcommand)]
    Summary(SummaryVerb),
    Coders(Coders),
    Blind {
        #[arg(value_name = "on|off", value_parser = on_off)]
        state: Option<bool>,
    },
    Join {
        #[arg(value_name = "FOLDER|FILE")]
        from: PathBuf,
    },
    #[command(subcommand)]
    Codes(CodesVerb),
    #[command(subcommand)]
    Guide(GuideVerb),
    Consent(ConsentFields),
    Exclude(Exclude),
    Erase {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(long)]
        yes: bool,
    },
    Table(Table),
    Search(Search),
    Autocode(Autocode),
    #[command(subcommand)]
    Saved(SavedVerb),
    Query(Query),
    Suggest(Suggest),
    Quotes(Quotes),
    Method {
        #[command(flatten)]
        how: ReportAs,
    },
    #[command(subcommand)]
    Report(ReportVerb),
    Export(Export),
    Agreement {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(
            long,
            value_name = "nominal|ordinal|interval|ratio",
            default_value = "nominal"
        )]
        level: Level,
        #[arg(long, value_name = "text|csv|json|md", default_value = "text")]
        format: TableFormat,
    },
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
