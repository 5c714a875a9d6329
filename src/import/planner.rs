//! Makes a plan of files, one after the other, against the study as it becomes.

use super::data::{self, Context, Kind, Originals, clean_key};
use super::folder::Input;
use super::plan::{
    Belongs, Fate, Plan, PlannedText, Revised, StoredText, base_name, importer, percent, stem,
};
use super::problem::{FileReport, Problem, Report};
use super::qda::{self, Keeping};
use super::sheet::Picked;
use super::transcript::{Format, Options, read_transcript};
use crate::file::encoding;
use crate::file::zip::looks_like_zip;
use crate::i18n::Message;
use crate::message;
use crate::study::change::Record;
use crate::study::document::{DocumentText, Texts, Turn, Version};
use crate::study::history::History;
use crate::study::id::{DocumentId, Mint, SessionId, SubjectId, VersionId};
use crate::study::session::{Session, SessionField};
use crate::study::versions::{self, Alignment};
use crate::study::word::SessionState;
use crate::study::{Change, Stamp, Study, Subject, Transaction};
use crate::text::harmless_line;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A version in which less of the one before is found again is taken for another interview.
const LEAST_SHARE: f64 = 0.3;

/// Makes a plan, file by file, in an order in which what is named comes before what names it.
pub struct Planner<'a> {
    pub(super) study: Study,
    pub(super) texts: Known<'a>,
    pub(super) mint: &'a mut dyn Mint,
    pub(super) coder: &'a str,
    pub(super) note_codes: bool,
    pub(super) whole: bool,
    pub(super) plan: Plan,
    /// Documents that this import gave a version already.
    pub(super) given: HashSet<DocumentId>,
    pub(super) sessions: HashMap<String, SessionId>,
    pub(super) documents: HashMap<(Option<SessionId>, String), DocumentId>,
    /// Versions of each document, oldest first.
    pub(super) versions: HashMap<DocumentId, Vec<(u32, VersionId)>>,
    pub(super) withdrawn: HashSet<SessionId>,
    /// Whether no file comes after the one in hand.
    pub(super) last: bool,
    /// Whether codings were read.
    coded: bool,
    /// Whether rows that cannot be met are left out and told, in the place of refusing all.
    what_can_be_met: bool,
    keep: Option<Keep<'a>>,
    /// Projects of other programs: what of them cannot be met is left out and told.
    projects: HashSet<String>,
    /// The study's settings could not be read: that they name no scenario is no fault of the rows that do.
    unsettled: bool,
}

/// Keeps a text as soon as it is read: its turns, what read them, its file; `None` where the disk refused.
pub type Keep<'a> = &'a mut dyn FnMut(&[Turn], &str, Option<&[u8]>) -> Option<StoredText>;

/// Texts of the study and of the plan.
pub(super) struct Known<'a> {
    stored: &'a dyn Texts,
    originals: &'a dyn Originals,
    new: HashMap<VersionId, Arc<DocumentText>>,
    files: HashMap<VersionId, Arc<[u8]>>,
    /// Versions whose files were kept already.
    kept: HashMap<VersionId, Version>,
}

/// What a data file holds.
enum Rows {
    /// The text of a file.
    Text(String),
    /// The table of a workbook.
    Picked(Picked),
}

impl Rows {
    fn of(kind: Kind, bytes: &[u8], encoding: Option<&str>) -> Result<Self, super::ImportError> {
        if looks_like_zip(bytes) && encoding.is_none() {
            return super::sheet::pick(bytes, kind).map(Self::Picked);
        }
        Ok(Self::Text(encoding::decode(bytes, encoding)?.text))
    }
}

impl<'a> Planner<'a> {
    /// A planner for a study as it stands. `coder` is who coded where a file does not say.
    pub fn new(
        study: &Study,
        texts: &'a dyn Texts,
        originals: &'a dyn Originals,
        mint: &'a mut dyn Mint,
        coder: &'a str,
    ) -> Self {
        let mut documents = HashMap::new();
        for (id, document) in &study.records.documents {
            documents
                .entry((document.session.clone(), document.key.clone()))
                .or_insert_with(|| id.clone());
        }
        let mut versions: HashMap<DocumentId, Vec<(u32, VersionId)>> = HashMap::new();
        for (id, version) in &study.records.versions {
            versions
                .entry(version.document.clone())
                .or_default()
                .push((version.number, id.clone()));
        }
        for list in versions.values_mut() {
            list.sort();
        }
        let mut planner = Self {
            study: study.clone(),
            texts: Known {
                stored: texts,
                originals,
                new: HashMap::new(),
                files: HashMap::new(),
                kept: HashMap::new(),
            },
            mint,
            coder,
            note_codes: true,
            whole: false,
            plan: Plan::default(),
            given: HashSet::new(),
            sessions: HashMap::new(),
            documents,
            versions,
            withdrawn: HashSet::new(),
            last: false,
            coded: false,
            what_can_be_met: false,
            keep: None,
            projects: HashSet::new(),
            unsettled: false,
        };
        planner.look_again();
        planner
    }

    /// Has new texts kept as soon as they are read, so that they are not all in memory until the end; the plan then
    /// names them.
    #[must_use]
    pub(super) fn keeping(mut self, keep: Option<Keep<'a>>) -> Self {
        self.keep = keep;
        self
    }

    /// Begins with what was said before the first file.
    pub(super) fn begin(&mut self, report: Report) {
        self.plan.report = report;
    }

    /// Says that the next file is the last one.
    pub(super) fn last(&mut self) {
        self.last = true;
    }

    /// Says that a file of codings comes along, so that codes in the file of notes are not read.
    #[must_use]
    pub fn with_codings(mut self) -> Self {
        self.note_codes = false;
        self
    }

    /// Leaves rows out that cannot be met, and tells each, where others can: a colleague's file may speak of what is
    /// not here.
    #[must_use]
    pub fn what_can_be_met(mut self) -> Self {
        self.what_can_be_met = true;
        self
    }

    /// Says that a whole study folder is read, whose files belong together.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Reads a project of another program as files of our own kinds.
    pub(super) fn project(&mut self, file: &str, bytes: &[u8], keeping: Keeping) -> Vec<Input> {
        match qda::inputs(file, bytes, keeping, &self.study) {
            Ok((inputs, told)) => {
                self.plan.report.warnings.extend(told);
                self.projects.insert(file.to_owned());
                inputs
            }
            Err(error) => {
                self.refuse(file, error.message());
                Vec::new()
            }
        }
    }

    /// Reads a data file.
    pub fn data(&mut self, kind: Kind, file: &str, bytes: &[u8], encoding: Option<&str>) {
        let source = match Rows::of(kind, bytes, encoding) {
            Ok(source) => source,
            Err(error) => {
                self.refuse(file, error.message());
                return;
            }
        };
        let mut context = Context {
            study: &self.study,
            texts: &self.texts,
            originals: &self.texts,
            mint: &mut *self.mint,
            coder: self.coder,
            note_codes: self.note_codes,
            whole: self.whole,
        };
        let before = self.plan.report.problems.len();
        let report = &mut self.plan.report;
        let changes = match &source {
            Rows::Text(text) => data::read(kind, file, text, &mut context, report),
            Rows::Picked(picked) => data::read_picked(kind, file, picked, &mut context, report),
        };
        let problems = &mut self.plan.report.problems;
        if kind == Kind::Study {
            self.unsettled = problems.len() > before;
        } else if self.unsettled {
            problems.retain(|problem| problem.expected.key != "import-expected-no-scenario");
        }
        self.absorb(changes, kind);
    }

    /// Reads a transcript or a reference text.
    pub fn transcript(&mut self, file: &str, bytes: Vec<u8>, belongs: &Belongs, options: &Options) {
        let stem = stem(file);
        let guess = match belongs {
            Belongs::ByName => stem.as_str(),
            Belongs::Session(key) => key,
            Belongs::VersionOf { session, .. } => session.as_deref().unwrap_or(""),
            Belongs::Reference(_) => "",
        };
        let people = self.people(&clean_key(guess));
        let mut options = options.clone();
        options.confirmed_speakers.extend(people.iter().cloned());
        let transcript = match read_transcript(&bytes, &options) {
            Ok(transcript) => transcript,
            Err(error) => {
                self.refuse(file, error.message());
                return;
            }
        };
        let Some((session_key, document_key)) = self.names(file, &stem, belongs, &transcript)
        else {
            return;
        };
        self.warn(file, &transcript, &people);
        let mut changes = Vec::new();
        let session = session_key
            .as_ref()
            .map(|key| self.session(key, &mut changes));
        let document = self.document(session.as_ref(), &document_key, &mut changes);
        let own = transcript.format == Format::EntretienTurns;
        if !self.given.insert(document.clone()) && !own {
            self.refuse(
                file,
                message!("import-one-file-a-document", document = &document_key),
            );
            return;
        }
        let text = DocumentText::from_turns(&transcript.turns);
        let wanted = transcript.origin.as_ref().and_then(|origin| origin.version);
        let before = self.versions.get(&document).map_or(&[][..], Vec::as_slice);
        let compared = match wanted {
            Some(number) => before.iter().find(|(own, _)| *own == number),
            None => before.last(),
        };
        let same = compared
            .filter(|(_, id)| self.texts.text(id).is_some_and(|old| *old == text))
            .map(|(_, id)| id.clone());
        let gone = session
            .as_ref()
            .is_some_and(|id| self.withdrawn.contains(id));
        let fate = match (&same, gone) {
            (_, true) => Fate::Withdrawn,
            (Some(_), false) => Fate::Same,
            (None, false) => Fate::New,
        };
        let newest = before.last().map_or(0, |(number, _)| *number);
        let shown = harmless_line(file).into_owned();
        let share = match before.last() {
            Some((_, last)) if fate == Fate::New && !own => self
                .texts
                .text(last)
                .map(|old| Alignment::of(&old, &text).share()),
            _ => None,
        };
        if let Some(share) = share.filter(|share| *share < LEAST_SHARE)
            && !options.another
        {
            self.refuse(
                file,
                message!(
                    "import-other-interview",
                    document = &document_key,
                    share = percent(share)
                ),
            );
            return;
        }
        let mut kept = false;
        let version = if let Some(version) = same {
            self.plan.report.warnings.push(message!(
                "import-same-text",
                file = shown,
                document = &document_key
            ));
            version
        } else {
            let number = wanted.unwrap_or(0).max(newest.saturating_add(1));
            if newest > 0 && !own {
                let message = message!(
                    "import-new-version",
                    file = shown,
                    document = &document_key,
                    number = number
                );
                self.plan.report.warnings.push(message);
            }
            let id = VersionId::mint(self.mint);
            if let Some(share) = share {
                self.plan.revised.push(Revised {
                    file: file.to_owned(),
                    document: document.clone(),
                    key: document_key.clone(),
                    number,
                    share,
                    codings: Vec::new(),
                });
            }
            let names = match &mut self.keep {
                Some(keep) if fate == Fate::New => {
                    let original = (!own).then_some(bytes.as_slice());
                    keep(&transcript.turns, &importer(transcript.format), original)
                }
                _ => None,
            };
            kept = names.is_some();
            let names = names.unwrap_or_default();
            let version = Version {
                document: document.clone(),
                text: names.text,
                salt: names.salt,
                original: names.original,
                number,
                original_name: clean_key(base_name(file)),
                format: transcript.format.name().to_owned(),
                encoding: transcript.encoding.clone(),
                turns: small(transcript.turns.len()),
                words: small(transcript.words),
                chars: small(text.text().chars().count()),
                imported_at: Some(self.mint.now()),
            };
            if kept {
                self.texts.kept.insert(id.clone(), version.clone());
            }
            changes.push((id.clone(), version).into());
            self.versions
                .entry(document)
                .or_default()
                .push((number, id.clone()));
            self.texts.new.insert(id.clone(), Arc::new(text));
            id
        };
        if kept {
            self.make(&mut changes);
            return self.pass_on(changes);
        }
        let original: Option<Arc<[u8]>> = (!own).then(|| bytes.into());
        if let Some(original) = &original {
            self.texts.files.insert(version.clone(), original.clone());
        }
        self.make(&mut changes);
        self.pass_on(changes);
        self.plan.texts.push(PlannedText {
            version,
            file: file.to_owned(),
            session: session_key.unwrap_or_default(),
            document: document_key,
            transcript,
            original,
            fate,
        });
    }

    /// The plan, or what is wrong.
    pub fn finish(mut self, label: Message) -> Result<Plan, Report> {
        self.warn_withdrawn();
        self.carry();
        let report = &mut self.plan.report;
        if self.what_can_be_met {
            let met = |file: &FileReport| file.added + file.changed + file.same > 0;
            if report.files.iter().any(met) {
                let left_out = std::mem::take(&mut report.problems);
                report
                    .warnings
                    .extend(left_out.iter().map(Problem::message));
                self.plan.left_out = left_out.len();
            }
        }
        self.leave_out();
        if !self.plan.report.problems.is_empty() {
            return Err(self.plan.report);
        }
        self.held();
        for change in &mut self.plan.changes {
            if let Change::Add(record) = change
                && let Record::Session(id, session) = record.as_mut()
                && self.withdrawn.contains(id)
            {
                // it is there to be counted, and says nothing else
                *session = Session {
                    subject: session.subject.clone(),
                    key: session.key.clone(),
                    state: session.state,
                    ..Session::default()
                };
            }
        }
        self.plan.label = Some(label);
        Ok(self.plan)
    }

    /// Of a project of another program, rows that speak of what is not here are told and left out.
    fn leave_out(&mut self) {
        let report = &mut self.plan.report;
        let of_row = |problem: &Problem| problem.line > 0 && self.projects.contains(&problem.file);
        let (left_out, stay) = std::mem::take(&mut report.problems)
            .into_iter()
            .partition::<Vec<_>, _>(of_row);
        report.problems = stay;
        self.plan.left_out += left_out.len();
        let told = left_out.iter().map(Problem::message);
        report.warnings.extend(told);
    }

    /// Takes codings along to versions that are new, where their words are the same; the others are told of.
    fn carry(&mut self) {
        let several: Vec<DocumentId> = self
            .versions
            .iter()
            .filter(|(id, list)| list.len() > 1 && (self.coded || self.given.contains(*id)))
            .map(|(id, _)| id.clone())
            .collect();
        for document in several {
            let list = versions::look(&self.study, &self.texts, &document);
            let changes = versions::carry(&list);
            self.pass_on(changes);
            let told = self.plan.revised.iter_mut();
            if let Some(revised) = told.into_iter().find(|one| one.document == document) {
                revised.codings = list;
            }
        }
    }

    /// Interviews that were planned and now have words were held, unless a file states what they are.
    fn held(&mut self) {
        let study = &self.study;
        let mut given: Vec<SessionId> = Vec::new();
        for change in &self.plan.changes {
            let Change::Add(record) = change else {
                continue;
            };
            given.extend(match record.as_ref() {
                Record::Note(_, note) => Some(note.session.clone()),
                Record::Answer(_, answer) => Some(answer.session.clone()),
                Record::Version(_, version) => study
                    .records
                    .documents
                    .get(&version.document)
                    .and_then(|document| document.session.clone()),
                _ => None,
            });
        }
        given.sort();
        given.dedup();
        let stated = &self.plan.report.stated;
        let planned = |id: &SessionId| {
            study
                .records
                .sessions
                .get(id)
                .is_some_and(|session| session.state == SessionState::Planned)
        };
        let mut held: HashSet<SessionId> = given
            .into_iter()
            .filter(|id| planned(id) && !stated.contains(id))
            .collect();
        for change in &mut self.plan.changes {
            if let Change::Add(record) = change
                && let Record::Session(id, session) = record.as_mut()
                && held.remove(id)
            {
                session.state = SessionState::Done;
            }
        }
        let mut rest: Vec<SessionId> = held.into_iter().collect();
        rest.sort();
        for id in rest {
            let state = SessionField::State(SessionState::Done);
            self.plan.changes.push((id, state).into());
        }
    }

    fn warn_withdrawn(&mut self) {
        let report = &mut self.plan.report;
        // participants' rows are kept, so that the interview is counted
        let stored = |file: &&super::FileReport| file.kind == Kind::Participants;
        let rows: usize = report
            .files
            .iter()
            .filter(|file| !stored(file))
            .map(|file| file.withdrawn)
            .sum();
        let texts = self
            .plan
            .texts
            .iter()
            .filter(|text| text.fate == Fate::Withdrawn)
            .count();
        if rows + texts > 0 {
            report
                .warnings
                .push(message!("import-withdrawn", rows = rows, texts = texts));
        }
    }

    /// Takes what a data file changes.
    fn absorb(&mut self, mut changes: Vec<Change>, kind: Kind) {
        let codings = matches!(kind, Kind::Codings | Kind::Excerpts);
        self.coded |= codings || kind == Kind::Anchors;
        // nothing is read against codings but other codings, and what became of them in later versions
        if !(self.last && codings && self.versions.values().all(|list| list.len() < 2)) {
            self.make(&mut changes);
            self.look_again();
        }
        self.pass_on(changes);
    }

    /// Makes changes in the study that the next file is read against.
    fn make(&mut self, changes: &mut Vec<Change>) {
        let head = self.study.head;
        let transaction = Transaction {
            stamp: Stamp {
                ms: head.ms.saturating_add(1),
                counter: 0,
                replica: head.replica,
            },
            author: String::new(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: Message::new(""),
            changes: std::mem::take(changes),
        };
        self.study.apply(&transaction);
        self.study.history = History::default();
        *changes = transaction.changes;
    }

    /// Puts changes into the plan; those about withdrawn interviews go no further.
    fn pass_on(&mut self, changes: Vec<Change>) {
        let study = &self.study;
        let gone: HashSet<&SubjectId> = self
            .withdrawn
            .iter()
            .filter_map(|id| study.records.sessions.get(id))
            .map(|session| &session.subject)
            .collect();
        let stays = |change: &Change| {
            let counted =
                matches!(change, Change::Add(record) if matches!(**record, Record::Session(..)));
            counted
                || !matches!(study.subject_of(change), Subject::Of(subject) if gone.contains(&subject))
        };
        if gone.is_empty() {
            self.plan.changes.extend(changes);
        } else {
            self.plan.changes.extend(changes.into_iter().filter(stays));
        }
    }

    /// Keeps the indexes at what the study now holds.
    fn look_again(&mut self) {
        self.withdrawn = data::withdrawn(&self.study);
        for (id, session) in &self.study.records.sessions {
            if !self.sessions.contains_key(&session.key) {
                self.sessions.insert(session.key.clone(), id.clone());
            }
        }
    }

    pub(super) fn refuse(&mut self, file: &str, expected: Message) {
        self.plan.report.problems.push(Problem {
            file: file.to_owned(),
            line: 0,
            column: String::new(),
            found: String::new(),
            expected,
        });
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Texts for Known<'_> {
    fn text(&self, version: &VersionId) -> Option<Arc<DocumentText>> {
        self.new
            .get(version)
            .cloned()
            .or_else(|| self.stored.text(version))
    }
}

impl Originals for Known<'_> {
    fn original(&self, version: &VersionId) -> Option<Vec<u8>> {
        if let Some(bytes) = self.files.get(version) {
            return Some(bytes.to_vec());
        }
        match self.kept.get(version) {
            Some(kept) => self.originals.named(kept),
            None => self.originals.original(version),
        }
    }
}
