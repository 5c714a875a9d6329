//! The words of the help, in the language of the person.

use crate::i18n::Words;
use clap::{Arg, Command};

/// The key of an argument's help: what it is for this verb, else what it is everywhere.
fn key_of(path: &str, argument: &Arg, words: Words) -> String {
    let name = argument.get_id().as_str();
    let own = key(path, name);
    // `--study` stands where the verb `study` does
    if !path.is_empty() && words.has(&own) {
        own
    } else {
        key("-arg", name)
    }
}

fn key(path: &str, name: &str) -> String {
    format!(
        "cli-help{path}-{}",
        name.trim_end_matches('_').replace('_', "-")
    )
}

/// The headings of the help. They are asked for as long as the program runs, and made once.
#[derive(Clone, Copy)]
struct Headings {
    commands: &'static str,
    options: &'static str,
    arguments: &'static str,
    everywhere: &'static str,
}

/// The command line with its help in the language of `words`.
pub fn localise(command: Command, words: Words) -> Command {
    let lasting = |key: &str| &*Box::leak(words.get(key).into_boxed_str());
    let headings = Headings {
        commands: lasting("cli-commands"),
        options: lasting("cli-options"),
        arguments: lasting("cli-arguments"),
        everywhere: lasting("cli-everywhere"),
    };
    branch(command, "", headings, words)
}

fn branch(command: Command, path: &str, headings: Headings, words: Words) -> Command {
    let own = if path.is_empty() {
        "cli-help-entretien".to_owned()
    } else {
        format!("cli-help{path}")
    };
    let usage = words.get("cli-usage");
    let mut command = command
        .about(words.get(&own))
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(headings.commands)
        .subcommand_value_name("VERB")
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                headings.arguments
            } else if argument.is_global_set() {
                headings.everywhere
            } else {
                headings.options
            };
            let help = words.get(&key_of(path, &argument, words));
            let argument = argument.help(help).help_heading(heading);
            // what may be given stands in the help, in its language
            if argument.get_action().takes_values() {
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .mut_subcommands(|sub| {
            let path = format!("{path}-{}", sub.get_name());
            branch(sub, &path, headings, words)
        });
    let examples = format!("{own}-examples");
    if words.has(&examples) {
        command = command.after_help(words.get(&examples));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use crate::i18n::Lang;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    #[test]
    fn the_command_line_is_well_formed() {
        for lang in Lang::ALL {
            localise(Cli::command(), Words::new(lang)).debug_assert();
        }
    }

    /// Every key that the help of the command and of all below it looks for.
    fn sought(command: &Command, path: &str, words: Words, out: &mut BTreeSet<String>) {
        let own = if path.is_empty() {
            "cli-help-entretien".to_owned()
        } else {
            format!("cli-help{path}")
        };
        let examples = format!("{own}-examples");
        if words.has(&examples) {
            out.insert(examples);
        }
        out.insert(own);
        for argument in command.get_arguments() {
            out.insert(key_of(path, argument, words));
        }
        for sub in command.get_subcommands() {
            sought(sub, &format!("{path}-{}", sub.get_name()), words, out);
        }
    }

    #[test]
    fn every_verb_and_argument_has_its_words_and_no_word_is_left_over() {
        let words = Words::new(Lang::En);
        let mut sought_keys = BTreeSet::new();
        sought(&Cli::command(), "", words, &mut sought_keys);
        let missing: Vec<_> = sought_keys.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "without words: {missing:#?}");
        let file = include_str!("../i18n/en.ftl");
        let written = file
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key))
            .filter(|key| key.starts_with("cli-help-"));
        let unused: Vec<_> = written.filter(|key| !sought_keys.contains(*key)).collect();
        assert!(unused.is_empty(), "no longer sought: {unused:#?}");
    }
}
