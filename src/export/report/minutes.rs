//! The minutes of one interview: who by pseudonym, what was answered, rated and noted, the debrief. What consent does not
//! allow stays out.

use super::{Report, moment};
use crate::analysis::hours;
use crate::analysis::people::ROLE;
use crate::i18n::{Message, Words};
use crate::message;
use crate::study::guide::{Plan, Question, QuestionKind};
use crate::study::id::SessionId;
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::session::{Answer, Note, Session};
use crate::study::word::{AnswerState, Consent, NoteKind, Step};
use crate::study::{Hidden, Study, label};
use crate::t;
use crate::text::quoted::is_quoted;

/// The minutes of an interview; why there are none of one that was withdrawn.
pub fn minutes(study: &Study, id: &SessionId, words: Words) -> Result<Report, Message> {
    let shown = crate::analysis::Keys::of(study);
    let Some(session) = study.records.sessions.get(id) else {
        return Err(message!("study-gone", what = id.to_string()));
    };
    let key = shown.session(id, session);
    let consent = study.session_consent(id);
    if consent == Consent::Withdrawn {
        return Err(message!("export-minutes-withdrawn", session = key));
    }
    let made = Minutes {
        study,
        words,
        guide: study.guide_of(id),
        id,
        session,
        quotable: consent == Consent::Given,
        hidden: Hidden::of(study),
    };
    let mut report = Report {
        title: t!(words, "export-minutes", session = key),
        ..Report::default()
    };
    made.facts(&mut report, consent);
    made.people(&mut report, key);
    made.answers(&mut report);
    made.notes(&mut report);
    made.debrief(&mut report);
    Ok(report)
}

struct Minutes<'a> {
    study: &'a Study,
    words: Words,
    guide: Option<Plan>,
    id: &'a SessionId,
    session: &'a Session,
    /// Whether somebody's own words may stand here.
    quotable: bool,
    /// What the person asked to leave out.
    hidden: Hidden<'a>,
}

impl Minutes<'_> {
    fn facts(&self, report: &mut Report, consent: Consent) {
        let (words, session) = (self.words, self.session);
        report.paragraph(self.study.settings().name.clone());
        let mut fact = |key: &str, value: String| {
            if !value.is_empty() {
                let name = words.get(key);
                report.item(t!(words, "export-fact", name = name, value = value));
            }
        };
        let at = |at: Option<jiff::Timestamp>| {
            at.map_or_else(String::new, |at| moment(words, at, &session.zone))
        };
        fact(
            "export-fact-state",
            words.get(&format!("app-state-{}", session.state.as_str())),
        );
        fact("export-fact-reason", session.reason.clone());
        fact("export-fact-planned", at(session.planned_at));
        fact("export-fact-started", at(session.started_at));
        let minutes = |n: u32| t!(words, "export-n-minutes", n = n);
        let agreed = hours::planned(self.study, self.guide.as_ref(), self.id, session);
        fact(
            "export-fact-agreed",
            agreed.map_or_else(String::new, minutes),
        );
        let taken = hours::taken(session, Step::Call);
        fact(
            "export-fact-minutes",
            taken.map_or_else(String::new, |(n, _)| minutes(n)),
        );
        fact("export-fact-mode", session.mode.clone());
        fact("export-fact-interviewer", session.interviewer.clone());
        let version = session
            .guide_version
            .map_or_else(String::new, |n| n.to_string());
        fact("export-fact-guide", version);
        fact("export-fact-consent", self.consent(consent));
        if !self.quotable {
            report.paragraph(words.get("export-minutes-no-quote"));
        }
    }

    fn consent(&self, consent: Consent) -> String {
        match consent {
            Consent::Unknown => self.words.get("app-consent-unknown"),
            known => self.words.get(&format!("app-consent-{}", known.as_str())),
        }
    }

    fn people(&self, report: &mut Report, key: &str) {
        let people = self.study.participants_of(self.id);
        let asked: Vec<&Participant> = people
            .iter()
            .map(|(_, person)| *person)
            .filter(|person| person.role != INTERVIEWER)
            .collect();
        if asked.is_empty() {
            return;
        }
        report.heading(self.words.get("export-minutes-people"));
        for person in asked {
            let own = if person.key.is_empty() {
                key
            } else {
                &person.key
            };
            if person.consent == Consent::Withdrawn {
                report.item(t!(
                    self.words,
                    "export-minutes-person-withdrawn",
                    person = own
                ));
                continue;
            }
            let mut parts = vec![own.to_owned()];
            // where the role is an attribute too, its label says it
            let labelled = self.study.attribute_by_key(ROLE);
            if labelled.is_none_or(|(id, _)| self.study.attribute_of(person, id).is_none()) {
                parts.push(person.role.clone());
            }
            let organisation = person.organisation.as_ref();
            let organisation = organisation.and_then(|id| self.study.records.organisations.get(id));
            parts.push(organisation.map_or_else(String::new, |o| o.key.clone()));
            for (id, attribute) in self.study.attributes() {
                let Some(data) = self.study.attribute_of(person, id) else {
                    continue;
                };
                let name = self.label(&attribute.labels, &attribute.key);
                let value = self.study.data_words(data, self.words.lang().code());
                parts.push(t!(self.words, "export-fact", name = name, value = value));
            }
            parts.retain(|part| !part.is_empty());
            report.item(parts.join(" · "));
        }
    }

    fn label(&self, labels: &std::collections::BTreeMap<String, String>, key: &str) -> String {
        let words = label(labels, self.words.lang().code(), self.study);
        if words.is_empty() { key } else { words }.to_owned()
    }

    /// Answers in the guide's order, those bound to a scenario after the others.
    fn answers(&self, report: &mut Report) {
        let answers = self.study.records.answers.iter();
        let mut own: Vec<_> = answers
            .filter(|(_, answer)| answer.session == *self.id)
            .collect();
        let keys: Vec<&str> = self
            .guide
            .iter()
            .flat_map(Plan::questions)
            .map(|q| q.key.as_str())
            .collect();
        let place = |answer: &Answer| {
            keys.iter()
                .position(|key| *key == answer.question)
                .unwrap_or(keys.len())
        };
        own.sort_by(|a, b| (place(a.1), a.1.position, a.0).cmp(&(place(b.1), b.1.position, b.0)));
        let (rated, plain): (Vec<_>, Vec<_>) = own
            .into_iter()
            .partition(|(_, answer)| answer.scenario.is_some());
        let question = |key: &str| {
            let text = self
                .guide
                .as_ref()
                .and_then(|guide| Some(guide.question(key)?.text.clone()));
            match text {
                Some(text) if !text.is_empty() => format!("{key} · {text}"),
                _ => key.to_owned(),
            }
        };
        let head = |keys: &[&str]| {
            keys.iter()
                .map(|key| self.words.get(key))
                .collect::<Vec<_>>()
        };
        if !plain.is_empty() {
            report.heading(self.words.get("export-minutes-answers"));
            let rows = plain
                .iter()
                .map(|(_, answer)| {
                    vec![
                        question(&answer.question),
                        self.part(answer),
                        self.said(answer),
                    ]
                })
                .collect();
            let head = head(&[
                "export-head-question",
                "export-head-part",
                "export-head-answer",
            ]);
            report.table(head, rows);
        }
        if !rated.is_empty() {
            report.heading(self.words.get("export-minutes-ratings"));
            let rows = rated
                .iter()
                .map(|(_, answer)| {
                    let scenario = answer.scenario.as_ref();
                    let scenario = scenario.and_then(|id| self.study.records.scenarios.get(id));
                    let scenario = scenario.map_or_else(String::new, |s| {
                        format!("{} · {}", s.key, self.label(&s.labels, &s.key))
                    });
                    vec![scenario, question(&answer.question), self.said(answer)]
                })
                .collect();
            let head = head(&[
                "export-head-scenario",
                "export-head-question",
                "export-head-answer",
            ]);
            report.table(head, rows);
        }
    }

    /// The part of an answer, as the guide calls it.
    fn part(&self, answer: &Answer) -> String {
        let question = self
            .guide
            .as_ref()
            .and_then(|guide| guide.question(&answer.question));
        let (item, key) = match answer.part.split_once('.') {
            Some((item, key)) => (format!("{item}. "), key),
            None => (String::new(), answer.part.as_str()),
        };
        if question.is_some_and(|question| question.kind == QuestionKind::Incident) {
            let name = format!("app-incident-{key}");
            return if self.words.has(&name) {
                self.words.get(&name)
            } else {
                key.to_owned()
            };
        }
        let parts = question.map(Question::parts).unwrap_or_default();
        let part = parts.iter().find(|part| part.key == key);
        part.map_or_else(
            || answer.part.clone(),
            |part| format!("{item}{}", part.label),
        )
    }

    /// The value with its unit, or what became of the question; blank is never zero.
    fn said(&self, answer: &Answer) -> String {
        if self.hidden.answer(answer) {
            return self.words.get("export-minutes-left-out");
        }
        let state = self
            .words
            .get(&format!("app-answer-{}", answer.state.as_str()));
        let value = [answer.value.trim(), answer.unit.trim()].join("\u{a0}");
        let value = value.trim_matches(['\u{a0}', ' ']).to_owned();
        match answer.state {
            AnswerState::Answered if !answer.value.trim().is_empty() => value,
            AnswerState::Partial if !answer.value.trim().is_empty() => format!("{value} ({state})"),
            _ => state,
        }
    }

    fn notes(&self, report: &mut Report) {
        let notes: Vec<_> = self
            .study
            .notes_of(self.id)
            .into_iter()
            .filter(|(id, note)| !self.hidden.note(id, note))
            .collect();
        if notes.is_empty() {
            return;
        }
        report.heading(self.words.get("export-minutes-notes"));
        let rows = notes.iter().map(|(_, note)| self.note(note)).collect();
        let head = [
            "export-head-time",
            "export-head-kind",
            "export-head-question",
            "export-head-note",
            "export-head-flags",
        ];
        let head = head.map(|key| self.words.get(key));
        report.table(head.into(), rows);
    }

    fn note(&self, note: &Note) -> Vec<String> {
        let time = note.t_ms.map_or_else(String::new, |ms| {
            let (sign, s) = (if ms < 0 { "−" } else { "" }, ms.unsigned_abs() / 1000);
            format!("{sign}{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
        });
        let text = match note.kind {
            NoteKind::Verbatim if !self.quotable => self.words.get("export-minutes-unquoted"),
            NoteKind::Verbatim if !is_quoted(&note.text) => {
                t!(self.words, "export-quote", quote = note.text.clone())
            }
            _ => note.text.clone(),
        };
        let flags: Vec<String> = note
            .flags
            .iter()
            .map(|flag| {
                let key = format!("app-flag-{flag}");
                if self.words.has(&key) {
                    self.words.get(&key)
                } else {
                    flag.clone()
                }
            })
            .collect();
        let kind = self
            .words
            .get(&format!("app-note-kind-{}", note.kind.as_str()));
        vec![time, kind, note.question.clone(), text, flags.join(", ")]
    }

    fn debrief(&self, report: &mut Report) {
        if self
            .session
            .debrief
            .values()
            .all(|text| text.trim().is_empty())
        {
            return;
        }
        report.heading(self.words.get("export-minutes-debrief"));
        for field in crate::study::debrief::fields(self.study, self.guide.as_ref(), self.session) {
            if let Some(text) = self
                .session
                .debrief
                .get(&field.key)
                .filter(|t| !t.trim().is_empty())
            {
                let name = self.words.say(&field.words);
                report.item(t!(
                    self.words,
                    "export-fact",
                    name = name,
                    value = text.clone()
                ));
            }
        }
    }
}
