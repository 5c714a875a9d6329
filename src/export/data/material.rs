//! What every file of an export draws on: the study read for counting, names, pseudonyms, what must stay out.

use super::ExportOptions;
use crate::analysis::counted::{Source, Who, who_of};
use crate::analysis::people::{Interview, Person};
use crate::analysis::{Context, Counted};
use crate::i18n::{Message, Words};
use crate::message;
use crate::study::document::DocumentText;
use crate::study::id::{CodeId, VersionId};
use crate::study::people::Participant;
use crate::study::word::Consent;
use crate::study::{Hidden, Study, label};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Longest file name, without what makes it unique.
const LONGEST_NAME: usize = 120;

pub(super) struct Material<'a> {
    pub(super) study: &'a Study,
    pub(super) counted: &'a Counted<'a>,
    pub(super) context: &'a Context<'a>,
    pub(super) options: &'a ExportOptions,
    pub(super) words: Words,
    /// Languages of labels: the study's, in its order, then others that occur.
    pub(super) languages: Vec<String>,
    pub(super) hidden: Hidden<'a>,
    warnings: Vec<Message>,
}

impl<'a> Material<'a> {
    pub(super) fn new(
        counted: &'a Counted<'a>,
        context: &'a Context<'a>,
        options: &'a ExportOptions,
    ) -> Self {
        let study = counted.study;
        let mut languages = study.settings().languages.clone();
        let records = &study.records;
        let used: BTreeSet<&String> = records
            .codes
            .values()
            .flat_map(|code| code.labels.keys())
            .chain(records.scenarios.values().flat_map(|s| s.labels.keys()))
            .chain(records.scenarios.values().flat_map(|s| s.summaries.keys()))
            .chain(records.attributes.values().flat_map(|a| a.labels.keys()))
            .chain(records.values.values().flat_map(|v| v.labels.keys()))
            .collect();
        for language in used {
            if !languages.contains(language) {
                languages.push(language.clone());
            }
        }
        let mut warnings = Vec::new();
        if !options.shared {
            warnings.push(message!("export-warning-names"));
        }
        Self {
            study,
            counted,
            context,
            options,
            words: Words::new(context.language),
            languages,
            hidden: Hidden::of(study),
            warnings,
        }
    }

    pub(super) fn warn(&mut self, message: Message) {
        self.warnings.push(message);
    }

    pub(super) fn warnings(self) -> Vec<Message> {
        self.warnings
    }

    /// Cells with fewer interviews are hidden; 0 hides nothing.
    pub(super) fn mask_under(&self) -> u32 {
        if self.options.shared {
            self.study.settings().mask_under
        } else {
            0
        }
    }

    /// Versions of the guide as they were written, each with its path: the newest one, and in a folder of their own the
    /// older ones. The newest stands there too where its number does not follow theirs, which would be lost otherwise.
    pub(super) fn guides(&self) -> Vec<(String, &'a str)> {
        let path = |number| format!("guides/guide.v{number}.toml");
        let mut list = self.study.guides();
        let Some((_, newest)) = list.pop() else {
            return Vec::new();
        };
        let mut older: Vec<(u32, &str)> = Vec::new();
        for (_, guide) in list {
            // of two versions with one number, made apart, the later one counts
            older.retain(|(number, _)| *number != guide.number);
            older.push((guide.number, &guide.source));
        }
        older.retain(|(number, _)| *number != newest.number);
        if older.last().map_or(1, |(number, _)| number + 1) != newest.number {
            older.push((newest.number, &newest.source));
        }
        let newest = ("guide.toml".to_owned(), newest.source.as_str());
        let older = older
            .into_iter()
            .map(|(number, source)| (path(number), source));
        std::iter::once(newest).chain(older).collect()
    }

    /// Interviews that are in the files: all but the withdrawn ones.
    pub(super) fn interviews(&self) -> impl Iterator<Item = &'a Interview<'a>> {
        self.counted
            .people
            .interviews
            .iter()
            .filter(|interview| interview.consent != Consent::Withdrawn)
    }

    pub(super) fn interview(&self, at: Option<usize>) -> Option<&'a Interview<'a>> {
        self.counted.people.interviews.get(at?)
    }

    /// Whether an interview's words stay out of this export.
    pub(super) fn is_wordless(&self, interview: &Interview) -> bool {
        self.options.shared && (interview.consent.forbids_quotes() || interview.is_unasked())
    }

    /// Interviews that were held and whose words are refused to others since nobody knows what was allowed.
    pub(super) fn n_unasked(&self) -> usize {
        self.interviews()
            .filter(|interview| interview.counts() && interview.is_unasked())
            .count()
    }

    /// The key of a code as it is shown.
    pub(super) fn code_key(&self, id: &'a CodeId) -> Option<&'a str> {
        let (id, code) = self
            .study
            .records
            .codes
            .get_key_value(self.study.resolve_code(id)?)?;
        Some(self.counted.keys.code(id, code))
    }

    /// The label in the study's first language.
    pub(super) fn label(&self, labels: &'a std::collections::BTreeMap<String, String>) -> &'a str {
        label(labels, "", self.study)
    }

    /// The organisation a person speaks for.
    pub(super) fn organisation(&self, person: &Person) -> &'a str {
        person
            .organisation
            .and_then(|at| self.counted.people.organisations.get(at))
            .map_or("", |(_, organisation)| &organisation.key)
    }

    /// The number of a version.
    pub(super) fn version_number(&self, id: &VersionId) -> u32 {
        let versions = &self.study.records.versions;
        versions.get(id).map_or(0, |version| version.number)
    }

    /// The words of a version as this export may hold them.
    pub(super) fn voiced(&self, source: &Source<'a>, version: &VersionId) -> Option<Voiced> {
        let text = self.context.texts.text(version)?;
        let interview = self.interview(source.interview);
        let mut names: Vec<(Option<&str>, Name)> = Vec::new();
        let mut unknown = 0;
        let mut turns = Vec::with_capacity(text.turns().len());
        for turn in text.turns() {
            let own = turn.speaker.as_deref();
            if let Some((_, name)) = names.iter().find(|(known, _)| *known == own) {
                turns.push(name.clone());
                continue;
            }
            let name = match interview {
                Some(interview) => self.name(interview, own, &mut unknown),
                // those who speak in a reference text have no row that could name them
                None => Name {
                    speaker: own.map(|own| {
                        if self.options.shared {
                            unknown += 1;
                            format!("speaker-{unknown}")
                        } else {
                            own.to_owned()
                        }
                    }),
                    gone: false,
                },
            };
            names.push((own, name.clone()));
            turns.push(name);
        }
        drop(names);
        let hidden = self.hidden.spans(self.study, self.context.texts, version);
        Some(Voiced {
            text,
            turns,
            hidden,
        })
    }

    /// How a speaker is called in this export.
    fn name(&self, interview: &Interview<'a>, own: Option<&str>, unknown: &mut usize) -> Name {
        let who = who_of(interview, own);
        let gone = match who {
            Who::Participant(at) => interview
                .people
                .get(at)
                .is_some_and(|person| person.record.consent == Consent::Withdrawn),
            _ => false,
        };
        let speaker = match (own, self.options.shared) {
            (None, _) => None,
            _ if gone => None,
            (Some(own), false) => Some(own.to_owned()),
            (Some(_), true) => Some(match who {
                Who::Participant(_) => person_key(interview, who).unwrap_or("").to_owned(),
                Who::Interviewer(_) => "interviewer".to_owned(),
                Who::Unknown => {
                    *unknown += 1;
                    format!("speaker-{unknown}")
                }
            }),
        };
        Name { speaker, gone }
    }

    /// How whoever led an interview is called in this export: for others, by the key of their row at most.
    pub(super) fn interviewer<'b>(&self, interview: &'b Interview<'a>, own: &'b str) -> &'b str {
        if !self.options.shared || own.is_empty() {
            return own;
        }
        match who_of(interview, Some(own)) {
            who @ Who::Interviewer(Some(_)) => person_key(interview, who).unwrap_or("interviewer"),
            _ => "interviewer",
        }
    }

    /// A language-independent file name of keys; unsafe characters become `_`.
    pub(super) fn file_name(parts: &[&str]) -> String {
        let safe = |part: &str| -> String {
            let name: String = part
                .chars()
                .map(|c| match c {
                    '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
                    c if c.is_control() => '_',
                    c => c,
                })
                .collect();
            let mut end = name.len().min(LONGEST_NAME / parts.len().max(1));
            while !name.is_char_boundary(end) {
                end -= 1;
            }
            let name = name.get(..end).unwrap_or("").trim();
            match name.strip_prefix('.') {
                Some(rest) => format!("_{rest}"),
                None => name.to_owned(),
            }
        };
        parts
            .iter()
            .map(|part| safe(part))
            .collect::<Vec<_>>()
            .join(".")
    }
}

/// The key of whoever speaks, where there is a row for them.
pub(super) fn person_key<'a>(interview: &Interview<'a>, who: Who) -> Option<&'a str> {
    let (Who::Participant(at) | Who::Interviewer(Some(at))) = who else {
        return None;
    };
    let person: &Person = interview.people.get(at)?;
    Some(participant_key(interview, person.record))
}

/// The key of a participant; that of the interview, as it is shown, where it has none of its own.
pub(super) fn participant_key<'a>(
    interview: &Interview<'a>,
    participant: &'a Participant,
) -> &'a str {
    if participant.key.is_empty() {
        interview.key
    } else {
        &participant.key
    }
}

/// How a speaker is called.
#[derive(Clone)]
pub(super) struct Name {
    pub(super) speaker: Option<String>,
    /// The words were withdrawn.
    pub(super) gone: bool,
}

/// A text with its speakers' names, turn by turn.
pub(super) struct Voiced {
    pub(super) text: Arc<DocumentText>,
    pub(super) turns: Vec<Name>,
    /// Bytes that are left out.
    pub(super) hidden: Vec<std::ops::Range<usize>>,
}
