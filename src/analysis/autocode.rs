//! Passages that one code is to be put on, gathered by a rule: by words, by who speaks, by the guide's question.
//!
//! *Rule.* Words are met as a search meets them ([`super::search`]); of each hit the words themselves are taken, the
//! sentences that hold them, or their turn. Without words, every turn is taken, whole or sentence by sentence. The
//! interviewer's words are left aside where the study does not count them, unless their speaker is asked for by name.
//! Nothing is taken that touches what is left out, or that somebody said who withdrew.
//!
//! A turn is under the question of the guide that an interviewer asked last: a turn of theirs asks the question whose
//! telling words it holds the most of, at least half of them and at least two ([`super::suggest`]); of two alike the first
//! one in the guide. Their other turns follow up, unless one asks something new: a question with two telling words or
//! more, none of them in the question, in what the guide has to follow it up, or in what was said since. What comes after
//! such a turn is under no question until one of the guide is asked. A note is under the question it names.

use super::TableError;
use super::search::{Hit, Progress, Source};
use super::suggest::telling;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::{DocumentText, Texts};
use crate::study::guide::Plan;
use crate::study::hidden::{Hidden, touches};
use crate::study::id::{DocumentId, SessionId, VersionId};
use crate::study::word::{CodedUnit, Consent};
use crate::study::{Speaker, Study};
use crate::text::sentence::sentences;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Wish<'a> {
    /// Where words were met; `None`: whatever the words.
    pub hits: Option<&'a [Hit]>,
    /// How much is taken of each.
    pub unit: CodedUnit,
    /// Who speaks: a name as the files have it, or a participant's key.
    pub speaker: Option<&'a str>,
    /// Under which question of the guide, by key.
    pub question: Option<&'a str>,
    /// In one interview alone.
    pub session: Option<&'a SessionId>,
    /// How far it is, and whether it goes on; what is given up finds less.
    pub progress: Progress,
}

/// A passage that the code is to be put on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The passage, in the newest version of its document.
    pub passage: Passage,
    /// Key of the interview or of the reference text.
    pub place: String,
    /// Turn, from 0; none for a note.
    pub turn: Option<usize>,
    /// Its words.
    pub words: String,
}

/// What was gathered, and what was not taken.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The passages: interview by interview, reference texts last, from top to bottom; each once.
    pub passages: Vec<Candidate>,
    /// Hits in the words of interviewers, which do not count.
    pub interviewer: usize,
    /// Passages that touch what is left out.
    pub left_out: usize,
    /// Hits that are no passage: in memos, answers, codes.
    pub elsewhere: usize,
}

/// Gathers the passages.
///
/// # Errors
/// Nobody is called so; no guide has the question.
pub fn gather(study: &Study, texts: &dyn Texts, wish: &Wish) -> Result<Gathered, TableError> {
    let asks = wish.question.map(|key| Asks::of(study, key)).transpose()?;
    let mut gatherer = Gatherer {
        study,
        texts,
        wish,
        asks,
        hidden: Hidden::of(study),
        taken: HashSet::new(),
        heard: BTreeSet::new(),
        met_speaker: false,
        found: Gathered::default(),
    };
    match wish.hits {
        Some(hits) => gatherer.hits(hits),
        None => gatherer.everything(),
    }
    if let Some(speaker) = wish.speaker.filter(|_| !gatherer.met_speaker) {
        gatherer.everybody();
        let known = gatherer.heard.iter().map(String::as_str);
        if !gatherer.met_speaker {
            return Err(TableError::unknown("speaker", speaker, known));
        }
    }
    Ok(gatherer.found)
}

/// Which question a turn of an interviewer asks.
struct Asks {
    wanted: usize,
    questions: Vec<BTreeSet<String>>,
    /// Telling words of what the guide has to follow the question up.
    followups: BTreeSet<String>,
    key: String,
}

/// What is asked and said in a text, from its start on.
#[derive(Default)]
struct Under {
    /// Whether the question that is wanted was asked last.
    wanted: bool,
    /// Telling words of the question, of what follows it up, and of what was said since.
    heard: BTreeSet<String>,
}

impl Asks {
    fn of(study: &Study, key: &str) -> Result<Self, TableError> {
        let mut guides: Vec<_> = study.records.guides.values().collect();
        guides.sort_by_key(|guide| std::cmp::Reverse(guide.number));
        let plans: Vec<Plan> = guides
            .into_iter()
            .filter_map(|guide| Plan::parse(&guide.source).ok())
            .collect();
        // the newest guide that has it
        let plan = plans.iter().find(|plan| plan.question(key).is_some());
        let Some(plan) = plan else {
            let known = plans.iter().flat_map(Plan::questions);
            let known: BTreeSet<&str> = known.map(|question| question.key.as_str()).collect();
            return Err(TableError::unknown("question", key, known));
        };
        let followups = plan.question(key).map(|question| &question.followups);
        Ok(Self {
            wanted: plan.questions().position(|q| q.key == key).unwrap_or(0),
            followups: followups
                .into_iter()
                .flatten()
                .flat_map(|one| telling(one))
                .collect(),
            questions: plan.questions().map(|q| telling(&q.text)).collect(),
            key: key.to_owned(),
        })
    }

    /// The question that somebody asks who says this.
    fn asked(&self, said: &str) -> Option<usize> {
        let said = telling(said);
        let shares = self.questions.iter().enumerate().filter_map(|(at, words)| {
            let shared = words.intersection(&said).count();
            let enough = shared >= words.len().min(2) && shared * 2 >= words.len() && shared > 0;
            enough.then_some((shared, std::cmp::Reverse(at)))
        });
        shares.max().map(|(_, at)| at.0)
    }

    /// A turn of an interviewer: it asks a question of the guide, follows up, or asks something else.
    fn hear_asking(&self, under: &mut Under, said: &str) {
        if let Some(asked) = self.asked(said) {
            let again = under.wanted;
            under.wanted = asked == self.wanted;
            if under.wanted && !again {
                under.heard.clone_from(&self.followups);
                under
                    .heard
                    .extend(self.questions.get(asked).into_iter().flatten().cloned());
            }
        } else if under.wanted && said.contains('?') {
            let telling = telling(said);
            under.wanted = telling.len() < 2 || !telling.is_disjoint(&under.heard);
        }
        if under.wanted {
            under.heard.extend(telling(said));
        }
    }
}

/// Whether a turn may be taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum May {
    Yes,
    Interviewer,
    No,
}

/// A text that is read.
struct Open {
    version: VersionId,
    text: Arc<DocumentText>,
    hidden: Vec<Range<usize>>,
    turns: Vec<May>,
    place: String,
}

struct Gatherer<'a> {
    study: &'a Study,
    texts: &'a dyn Texts,
    wish: &'a Wish<'a>,
    asks: Option<Asks>,
    hidden: Hidden<'a>,
    taken: HashSet<Passage>,
    heard: BTreeSet<String>,
    met_speaker: bool,
    found: Gathered,
}

impl Gatherer<'_> {
    fn hits(&mut self, hits: &[Hit]) {
        let mut open: Option<Open> = None;
        for (at, hit) in hits.iter().enumerate() {
            if !self.goes_on(at, hits.len()) {
                return;
            }
            match &hit.source {
                Source::Turn(version) | Source::Reference(version) => {
                    if open.as_ref().is_none_or(|open| open.version != *version) {
                        open = self.open(version);
                    }
                    if let Some(open) = &open {
                        self.take(open, &hit.span, self.wish.unit);
                    }
                }
                Source::Note(id) => {
                    let note = self.study.records.notes.get(id);
                    let Some(note) = note.filter(|_| self.wish.speaker.is_none()) else {
                        continue;
                    };
                    let asked = self.asks.as_ref();
                    if asked.is_some_and(|asked| asked.key != note.question) {
                        continue;
                    }
                    if self.hidden.note(id, note) {
                        self.found.left_out += 1;
                        continue;
                    }
                    self.keep(Candidate {
                        passage: Passage::Note(id.clone()),
                        place: hit.interview.clone(),
                        turn: None,
                        words: note.text.clone(),
                    });
                }
                Source::Memo(..) | Source::Answer(_) | Source::Code(_) => {
                    self.found.elsewhere += 1;
                }
            }
        }
    }

    /// Documents that may be taken from, in order.
    fn documents(&self) -> Vec<DocumentId> {
        let study = self.study;
        let sessions = study.sessions().into_iter().map(|(id, _)| id);
        let sessions = sessions.filter(|id| self.wish.session.is_none_or(|wanted| wanted == *id));
        let mut documents: Vec<DocumentId> = sessions
            .flat_map(|id| study.documents_of(id))
            .map(|(id, _)| id.clone())
            .collect();
        // reference texts have no speakers and no questions
        let everywhere = self.wish.speaker.is_none() && self.asks.is_none();
        if everywhere && self.wish.session.is_none() {
            documents.extend(study.references().into_iter().map(|(id, _)| id.clone()));
        }
        documents
    }

    fn everything(&mut self) {
        let documents = self.documents();
        for (at, document) in documents.iter().enumerate() {
            if !self.goes_on(at, documents.len()) {
                return;
            }
            let Some((version, _)) = self.study.newest_version(document) else {
                continue;
            };
            let Some(open) = self.open(version) else {
                continue;
            };
            let unit = match self.wish.unit {
                CodedUnit::Sentence => CodedUnit::Hit,
                CodedUnit::Hit | CodedUnit::Turn => CodedUnit::Turn,
            };
            for turn in open.text.turns() {
                if unit == CodedUnit::Turn {
                    self.take(&open, &turn.span, unit);
                    continue;
                }
                for inside in sentences(open.text.slice(turn.span.clone())) {
                    let span = turn.span.start + inside.start..turn.span.start + inside.end;
                    self.take(&open, &span, unit);
                }
            }
        }
    }

    /// Tells how far it is; false where nobody waits any more.
    fn goes_on(&self, at: usize, of: usize) -> bool {
        self.wish.progress.reached(at, of);
        !self.wish.progress.given_up()
    }

    /// Learns every speaker's name.
    fn everybody(&mut self) {
        for document in self.documents() {
            if let Some((version, _)) = self.study.newest_version(&document) {
                self.open(version);
            }
        }
    }

    fn open(&mut self, version: &VersionId) -> Option<Open> {
        let study = self.study;
        let record = study.records.versions.get(version)?;
        let document = study.records.documents.get(&record.document)?;
        let text = self.texts.text(version)?;
        let session = document.session.as_ref();
        let turns = match session {
            Some(id) if study.session_consent(id) == Consent::Withdrawn => return None,
            Some(id) => self.turns(id, &text),
            None if self.wish.speaker.is_some() || self.asks.is_some() => return None,
            None => vec![May::Yes; text.turns().len()],
        };
        let session = session.and_then(|id| study.records.sessions.get(id));
        Some(Open {
            version: version.clone(),
            hidden: self.hidden.spans(study, self.texts, version),
            turns,
            place: session
                .map_or(&document.key, |session| &session.key)
                .clone(),
            text,
        })
    }

    /// Which turns of an interview may be taken.
    fn turns(&mut self, session: &SessionId, text: &DocumentText) -> Vec<May> {
        let study = self.study;
        let counted = study.settings().count_interviewer;
        let mut known: HashMap<Option<&str>, (May, bool)> = HashMap::new();
        let mut under = Under::default();
        let mut turns = Vec::new();
        for turn in text.turns() {
            let name = turn.speaker.as_deref();
            let (may, asks) = *known.entry(name).or_insert_with(|| {
                let speaker = study.speaker(session, name);
                let person = match speaker {
                    Speaker::Participant(id) | Speaker::Interviewer(Some(id)) => {
                        study.records.participants.get(id)
                    }
                    Speaker::Interviewer(None) | Speaker::Unknown => None,
                };
                let key = person.map(|person| study.participant_key(person));
                self.heard.extend(name.or(key).map(str::to_owned));
                let wanted = self.wish.speaker;
                let named = wanted.is_some() && (wanted == name || wanted == key);
                self.met_speaker |= named;
                let asks = matches!(speaker, Speaker::Interviewer(_));
                let withdrawn = person.is_some_and(|p| p.consent == Consent::Withdrawn);
                let may = if withdrawn || (wanted.is_some() && !named) {
                    May::No
                } else if asks && !counted && !named {
                    May::Interviewer
                } else {
                    May::Yes
                };
                (may, asks)
            });
            let Some(questions) = &self.asks else {
                turns.push(may);
                continue;
            };
            let said = text.slice(turn.span.clone());
            if asks {
                questions.hear_asking(&mut under, said);
            } else if under.wanted {
                under.heard.extend(telling(said));
            }
            turns.push(if under.wanted { may } else { May::No });
        }
        turns
    }

    /// Takes so much around a span, where that may be.
    fn take(&mut self, open: &Open, span: &Range<usize>, unit: CodedUnit) {
        let Some(at) = open.text.turn_at(span.start) else {
            return;
        };
        match open.turns.get(at) {
            Some(May::Yes) => {}
            Some(May::Interviewer) if self.wish.hits.is_some() => {
                self.found.interviewer += 1;
                return;
            }
            _ => return,
        }
        let Some(turn) = open.text.turns().get(at) else {
            return;
        };
        let span = match unit {
            CodedUnit::Hit => span.clone(),
            CodedUnit::Turn => turn.span.clone(),
            CodedUnit::Sentence => {
                around(open.text.slice(turn.span.clone()), turn.span.start, span)
            }
        };
        let whole = open.text.text();
        let Some(passage) = TextPassage::new(open.version.clone(), whole, span.clone()) else {
            return;
        };
        if touches(&open.hidden, &span) {
            self.found.left_out += 1;
            return;
        }
        self.keep(Candidate {
            passage: Passage::Text(passage),
            place: open.place.clone(),
            turn: Some(at),
            words: open.text.slice(span).to_owned(),
        });
    }

    fn keep(&mut self, candidate: Candidate) {
        if self.taken.insert(candidate.passage.clone()) {
            self.found.passages.push(candidate);
        }
    }
}

/// The sentences of a turn, which begins at byte `first`, that hold a span.
fn around(turn: &str, first: usize, span: &Range<usize>) -> Range<usize> {
    let mut over = sentences(turn)
        .into_iter()
        .map(|inside| first + inside.start..first + inside.end)
        .filter(|sentence| sentence.start < span.end && span.start < sentence.end);
    let Some(head) = over.next() else {
        return span.clone();
    };
    let end = over.next_back().map_or(head.end, |last| last.end);
    head.start.min(span.start)..end.max(span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::bench::Bench;
    use crate::study::Change;
    use crate::study::guide::Guide;
    use crate::study::id::{ExclusionId, GuideId};

    const GUIDE: &str = "schema = 1\nlanguage = \"fr\"\n[[section]]\nkey = \"s\"\ntitle = \"S\"\nminutes = 5\n\
        [[section.question]]\nkey = \"delais\"\nkind = \"open\"\ntext = \"Quels délais de financement avez-vous rencontrés ?\"\n\
        [[section.question]]\nkey = \"role\"\nkind = \"open\"\ntext = \"Quel est votre rôle dans la formation ?\"\n";

    fn bench() -> Bench {
        let mut bench = Bench::default();
        bench.session("E01");
        bench.participant("p1", "E01", "rh", "", "");
        bench.transcript(
            Some("E01"),
            "E01",
            &[
                ("INT", "Alors, votre rôle dans la formation ?"),
                ("Ana", "Je forme. La plateforme aide."),
                ("INT", "Et les délais de financement rencontrés ?"),
                (
                    "Ana",
                    "Trois semaines. La plateforme, la plateforme ! Rien.",
                ),
                ("INT", "Même la plateforme ?"),
                ("Ana", "Oui."),
            ],
        );
        guide(&mut bench);
        bench
    }

    fn guide(bench: &mut Bench) {
        let guide = Guide {
            number: 1,
            source: GUIDE.into(),
        };
        bench.put(vec![(GuideId::new("g"), guide).into()]);
    }

    fn hits(bench: &Bench) -> Vec<Hit> {
        let text = &bench.texts[&VersionId::new("E01-v1")];
        let places = text.text().match_indices("plateforme");
        places
            .map(|(at, found)| Hit {
                source: Source::Turn(VersionId::new("E01-v1")),
                interview: "E01".into(),
                session: Some(SessionId::new("E01")),
                document: "E01".into(),
                version: 1,
                turn: None,
                speaker: None,
                t_ms: None,
                span: at..at + found.len(),
                chars: 0..0,
                before: String::new(),
                quote: found.to_owned(),
                marks: Vec::new(),
                after: String::new(),
            })
            .collect()
    }

    fn words(bench: &Bench, wish: &Wish) -> Vec<String> {
        let found = gather(&bench.study, &bench.texts, wish).unwrap();
        found.passages.into_iter().map(|one| one.words).collect()
    }

    #[test]
    fn as_much_is_taken_as_is_asked_for_and_each_passage_once() {
        let bench = bench();
        let hits = hits(&bench);
        let of = |unit| {
            let wish = Wish {
                hits: Some(&hits),
                unit,
                ..Wish::default()
            };
            words(&bench, &wish)
        };
        assert_eq!(of(CodedUnit::Hit), ["plateforme"; 3]);
        assert_eq!(
            of(CodedUnit::Sentence),
            ["La plateforme aide.", "La plateforme, la plateforme !"]
        );
        assert_eq!(of(CodedUnit::Turn).len(), 2);
        let wish = Wish {
            hits: Some(&hits),
            ..Wish::default()
        };
        let found = gather(&bench.study, &bench.texts, &wish).unwrap();
        assert_eq!(found.interviewer, 1, "not counted in this study");
    }

    #[test]
    fn who_speaks_and_what_was_asked_narrow_it() {
        let bench = bench();
        let of = |speaker, question, unit| {
            let wish = Wish {
                unit,
                speaker,
                question,
                ..Wish::default()
            };
            words(&bench, &wish)
        };
        let ana = of(Some("Ana"), None, CodedUnit::Turn);
        assert_eq!(ana.len(), 3);
        assert_eq!(of(Some("p1"), None, CodedUnit::Turn), ana, "or by key");
        assert_eq!(of(Some("INT"), None, CodedUnit::Turn).len(), 3);
        assert_eq!(
            of(None, Some("delais"), CodedUnit::Sentence),
            [
                "Trois semaines.",
                "La plateforme, la plateforme !",
                "Rien.",
                "Oui."
            ],
            "a follow-up is no other question"
        );
        let more = [
            ("INT", "D’accord. Et votre équipe, combien de collègues ?"),
            ("Ana", "Nous sommes quatre."),
            (
                "INT",
                "Revenons aux délais de financement rencontrés : pourquoi ?",
            ),
            ("Ana", "La région paie tard."),
            ("INT", "La région paie quand, exactement ?"),
            ("Ana", "En mars."),
        ];
        let mut longer = Bench::default();
        guide(&mut longer);
        longer.session("E02");
        longer.participant("p2", "E02", "rh", "", "");
        let turns = [
            ("INT", "Quels délais de financement ?"),
            ("Ana", "Trois semaines."),
        ];
        longer.transcript(Some("E02"), "E02", &[&turns[..], &more[..]].concat());
        let session = SessionId::new("E02");
        let wish = Wish {
            unit: CodedUnit::Turn,
            question: Some("delais"),
            session: Some(&session),
            ..Wish::default()
        };
        assert_eq!(
            words(&longer, &wish),
            ["Trois semaines.", "La région paie tard.", "En mars."],
            "another question, though no guide has it, ends it; one that takes up what was said does not"
        );
        assert_eq!(
            of(None, Some("role"), CodedUnit::Turn),
            ["Je forme. La plateforme aide."]
        );
        let unknown = |wish: Wish| {
            gather(&bench.study, &bench.texts, &wish)
                .unwrap_err()
                .to_string()
        };
        let wish = Wish {
            speaker: Some("Anna"),
            ..Wish::default()
        };
        assert_eq!(unknown(wish), "no speaker 'Anna'; there is: Ana, INT");
        let wish = Wish {
            question: Some("délais"),
            ..Wish::default()
        };
        assert!(unknown(wish).contains("delais"));
    }

    #[test]
    fn nothing_left_out_is_taken() {
        let mut bench = bench();
        let Passage::Text(gone) = bench.passage("E01-v1", "Trois semaines") else {
            unreachable!()
        };
        let exclusion = crate::study::exclusion::Exclusion {
            session: SessionId::new("E01"),
            what: crate::study::exclusion::Excluded::Text(gone),
            ..Default::default()
        };
        bench.put(vec![Change::from((ExclusionId::new("x"), exclusion))]);
        let hits = hits(&bench);
        let wish = Wish {
            hits: Some(&hits),
            unit: CodedUnit::Turn,
            ..Wish::default()
        };
        let found = gather(&bench.study, &bench.texts, &wish).unwrap();
        let passages: Vec<&str> = found.passages.iter().map(|one| &*one.words).collect();
        assert_eq!(passages, ["Je forme. La plateforme aide."]);
        assert_eq!(found.left_out, 2);
    }
}
