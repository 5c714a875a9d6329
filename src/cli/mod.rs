//! The command line: one file per verb or family of verbs. Data go to standard output, messages to standard error.
//!
//! A verb that writes opens the study as its holder, makes its changes by the acts of [`crate::study::edit`], and ends when
//! they are durable. A verb that reads works while another process holds the study, and appends nothing.

mod acts;
mod agreement;
mod args;
mod autocode;
mod certification;
mod check;
mod code;
mod coders;
mod codes;
mod coding;
mod criteria;
mod cx;
mod demo;
mod erase;
mod exclude;
mod export;
mod failure;
mod find;
mod finding;
mod grid;
mod guide;
mod help;
mod import;
mod join;
mod keys;
mod log;
mod memo;
mod method;
mod milestone;
mod new;
mod note;
mod packaging;
mod parse;
mod passage;
mod people;
mod problem;
mod query;
mod quotes;
mod record;
mod refusal;
mod report;
mod rows;
mod saved;
mod search;
mod session;
mod settings;
mod show;
mod studies;
mod suggest;
mod summary;
mod table;
mod undo;
mod version;

use crate::config::{self, Colour, Flags};
use crate::i18n::{Lang, Message, Words};
use crate::message;
use crate::tui::program::open_screen;
use crate::tui::terminal;
use args::{Cli, Verb};
use clap::{CommandFactory, FromArgMatches, Parser};
use cx::Cx;
use failure::{DISK, Done, Failure, USAGE};
use std::ffi::OsString;
use std::process::ExitCode;

/// The fields of a record that change, as changes.
macro_rules! edited {
    ($id:expr, $before:expr, $now:expr) => {
        $before
            .diff(&$now)
            .into_iter()
            .map(|field| $crate::study::Change::from(($id.clone(), field)))
            .collect::<Vec<_>>()
    };
}
pub(crate) use edited;

/// The program: arguments in, exit code out.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    // what is written here is about people: for its owner alone
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let cli = match parsed(arguments) {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    let flags = Flags {
        data_dir: cli.data_dir,
        study: cli.study,
        lang: cli.lang,
        keymap: cli.keymap,
        color: cli.color.map(Colour::from),
        coder: cli.coder.clone(),
    };
    let loaded = config::load(&flags);
    let words = Words::new(loaded.settings.lang.value);
    let Some(verb) = cli.verb else {
        return screen(loaded);
    };
    let cx = Cx {
        loaded,
        words,
        coder_flag: cli.coder,
        // these have a moment of their own, under the same name
        at: cli.at.filter(|_| !has_own_moment(&verb)),
    };
    for fault in &cx.loaded.faults {
        let _ = std::io::Write::write_all(
            &mut std::io::stderr().lock(),
            format!("{}\n", crate::text::harmless(&fault.say(words))).as_bytes(),
        );
    }
    end(&cx, dispatch(&cx, verb))
}

/// Verbs that write when something happened: their `--at` is a moment, no milestone.
fn has_own_moment(verb: &Verb) -> bool {
    use args::ProblemVerb::{Add, Set};
    matches!(
        verb,
        Verb::Problem(Add { .. } | Set { .. }) | Verb::Consent(_)
    )
}

/// What the arguments say; the exit code where help was printed, or they were refused. The hundreds of words of the help
/// are made only where they are shown.
fn parsed(arguments: Vec<OsString>) -> Result<Cli, ExitCode> {
    if let Ok(cli) = Cli::try_parse_from(&arguments) {
        return Ok(cli);
    }
    let early = Flags {
        lang: early_lang(&arguments),
        ..Flags::default()
    };
    let words = Words::new(config::load(&early).settings.lang.value);
    help::localise(Cli::command(), words)
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches))
        .map_err(|error| refusal::end(&error, words))
}

/// `--lang`, before anything else is read: the words of refusals and of the help depend on it.
fn early_lang(arguments: &[OsString]) -> Option<Lang> {
    let mut arguments = arguments.iter().skip(1).map(|a| a.to_string_lossy());
    while let Some(argument) = arguments.next() {
        if argument == "--" {
            return None;
        }
        if argument == "--lang" {
            return arguments.next()?.parse().ok();
        }
        if let Some(lang) = argument.strip_prefix("--lang=") {
            return lang.parse().ok();
        }
    }
    None
}

fn dispatch(cx: &Cx, verb: Verb) -> Done {
    match verb {
        Verb::Demo { out } => demo::demo(cx, out.as_deref()),
        Verb::New { name, from } => new::new(cx, &name, from.as_deref()),
        Verb::Studies(json) => studies::studies(cx, json.json),
        Verb::Sessions(json) => session::list(cx, json.json),
        Verb::Show { what, json } => show::show(cx, &what, json.json),
        Verb::Import(import) => import::import(cx, &import),
        Verb::Versions(verb) => version::version(cx, &verb),
        Verb::Code(code) => code::code(cx, &code),
        Verb::Study(verb) => settings::study(cx, &verb),
        Verb::Scenario(verb) => settings::scenario(cx, &verb),
        Verb::Attribute(verb) => settings::attribute(cx, &verb),
        Verb::Target(verb) => settings::target(cx, &verb),
        Verb::Organisation(verb) => people::organisation(cx, &verb),
        Verb::Session(verb) => session::verb(cx, &verb),
        Verb::Participant(verb) => people::participant(cx, &verb),
        Verb::Problem(verb) => problem::problem(cx, &verb),
        Verb::Finding(verb) => finding::finding(cx, &verb),
        Verb::Criteria(verb) => criteria::criteria(cx, &verb),
        Verb::Certification(verb) => certification::certification(cx, &verb),
        Verb::Memo(verb) => memo::memo(cx, &verb),
        Verb::Milestone(verb) => milestone::milestone(cx, &verb),
        Verb::Note(verb) => note::note(cx, &verb),
        Verb::Answer(answer) => note::answer(cx, &answer),
        Verb::Coding(verb) => coding::coding(cx, &verb),
        Verb::Summary(verb) => summary::summary(cx, &verb),
        Verb::Coders(asked) => coders::coders(cx, &asked),
        Verb::Blind { state } => coders::blind(cx, state),
        Verb::Join { from } => join::join(cx, &from),
        Verb::Codes(verb) => codes::codes(cx, &verb),
        Verb::Guide(verb) => guide::guide(cx, &verb),
        Verb::Consent(asked) => people::consent(cx, &asked),
        Verb::Exclude(exclude) => exclude::exclude(cx, &exclude),
        Verb::Erase { session, yes } => erase::erase(cx, &session, yes),
        Verb::Table(table) => table::table(cx, &table),
        Verb::Query(asked) => query::query(cx, &asked),
        Verb::Suggest(asked) => suggest::suggest(cx, &asked),
        Verb::Saved(verb) => saved::saved(cx, &verb),
        Verb::Search(asked) => search::search(cx, &asked),
        Verb::Autocode(asked) => autocode::autocode(cx, &asked),
        Verb::Method { how } => method::method(cx, &how),
        Verb::Quotes(asked) => quotes::quotes(cx, &asked),
        Verb::Report(verb) => report::report(cx, &verb),
        Verb::Export(export) => export::export(cx, &export),
        Verb::Agreement {
            file,
            level,
            format,
        } => agreement::agreement(cx, &file, level, format),
        Verb::Undo => undo::undo(cx),
        Verb::Redo => undo::redo(cx),
        Verb::Log(json) => log::log(cx, json.json),
        Verb::Check { repair } => check::check(cx, repair),
        Verb::Keys(verb) => keys::keys(cx, &verb),
        Verb::Completions { shell } => packaging::completions(cx, shell),
        Verb::Man => packaging::man(cx),
    }
}

fn screen(loaded: config::Loaded) -> ExitCode {
    let words = Words::new(loaded.settings.lang.value);
    if !terminal::is_terminal() {
        eprintln!("{}", words.get("cli-no-terminal"));
        return ExitCode::from(USAGE);
    }
    let current = || config::current_study(&loaded.settings.data_dir.value);
    let study = loaded.settings.study.value.clone().or_else(current);
    match opened(loaded, study.as_deref()) {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            eprintln!("{}", words.say(&message));
            ExitCode::from(DISK)
        }
    }
}

/// Opens the screen until it is left; its exit code.
fn opened(loaded: config::Loaded, study: Option<&str>) -> Result<u8, Message> {
    open_screen(loaded, study)
        .map_err(|error| message!("cli-terminal-refused", reason = error.to_string()))
}

/// Tells what is left to tell; the exit code.
fn end(cx: &Cx, done: Done) -> ExitCode {
    match done {
        Ok(()) | Err(Failure::NobodyReads) => ExitCode::SUCCESS,
        Err(Failure::Quiet(code)) => ExitCode::from(code),
        Err(Failure::Said(code, messages)) => {
            for message in &messages {
                cx.tell(message);
            }
            ExitCode::from(code)
        }
    }
}
