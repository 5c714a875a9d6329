//! From what was read to a project: texts are brought, notes come to what they are on.

use super::elements::guid;
use super::project::{Coding, Found, Person, Selection, Source};
use crate::file::encoding::decode;
use crate::file::known::{MEANT, TABLE};
use crate::import::ImportError;
use crate::import::problem::shorten;
use crate::import::qda::{Case, Mark, Memo, On, Project, Text, no_place};
use crate::message;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Brings the file that a path inside the project names.
type Bring<'a> = &'a mut dyn FnMut(&str) -> Result<Option<Vec<u8>>, ImportError>;

/// Ids that are given away, each once.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// By an id that came twice, the number that the next of its twins may have.
    next: HashMap<String, usize>,
}

impl Ids {
    /// The id, with a number behind it where another has it.
    fn alone(&mut self, id: &str) -> String {
        let mut own = id.to_owned();
        while !self.taken.insert(own.clone()) {
            let next = self.next.entry(id.to_owned()).or_insert(2);
            own = format!("{id} {next}");
            *next += 1;
        }
        own
    }
}

impl Found {
    /// Brings the texts, and puts notes to what they are on.
    pub(super) fn fill(mut self, bring: Bring) -> Result<Project, ImportError> {
        let mut project = Project::default();
        let mut notes = self.bring_notes(bring, &mut project)?;
        project.losses = std::mem::take(&mut self.losses);
        let users = std::mem::take(&mut self.users);
        let user = |id: &str| users.get(id).cloned().unwrap_or_default();
        let mut on: HashMap<String, On> = HashMap::new();
        let mut of_selection: HashMap<String, String> = HashMap::new();
        for (code, note) in std::mem::take(&mut self.on_code) {
            on.entry(note).or_insert(On::Code(code));
        }
        for note in std::mem::take(&mut self.on_project) {
            on.entry(note).or_insert(On::Study);
        }
        let own = !project.tables.is_empty();
        if own {
            // made of what is in our tables
            project.losses.forget("set");
        }
        let mut ids = Ids::default();
        for mut source in std::mem::take(&mut self.sources) {
            if source.name.trim().is_empty() {
                source.name.clone_from(&source.path);
            }
            let place = shorten(&source.name);
            let own = source.id.clone();
            source.id = ids.alone(&own);
            if source.id != own {
                let why = message!("qda-loss-id-twice");
                project.losses.add("text", place.clone(), why);
            }
            let content = content(&source, bring)?;
            let Some(content) = content else {
                let why = message!("qda-loss-no-text");
                let selected = source.selections.iter().map(|one| one.codings.len());
                let n = selected.sum::<usize>() + source.codings.len();
                project.losses.add("text", place.clone(), why.clone());
                project.losses.add_many("coding", place, why, n);
                continue;
            };
            let mut text = Text {
                id: source.id.clone(),
                name: source.name,
                content,
                ..Text::default()
            };
            let mut points: Vec<(usize, i64)> = source
                .points
                .values()
                .filter_map(|(ms, position)| Some(((*position)?, (*ms)?)))
                .collect();
            points.sort_unstable();
            points.dedup();
            text.times = points;
            for note in source.notes {
                on.entry(note).or_insert_with(|| On::Text(text.id.clone()));
            }
            if !source.description.trim().is_empty() {
                project.memos.push(Memo {
                    id: format!("{}-description", text.id),
                    on: On::Text(text.id.clone()),
                    author: user(&source.author),
                    at: source.at,
                    text: source.description,
                });
            }
            self.cases.extend(own_case(&text, source.values));
            // a coding on the whole of it is one on all its words
            let all = 0..text.content.chars().count();
            let whole = Selection {
                span: Some(all),
                codings: source.codings,
                ..Selection::default()
            };
            for selection in source.selections.into_iter().chain([whole]) {
                of_selection.insert(selection.id.clone(), text.id.clone());
                let said = selection.description.trim().to_owned();
                let first = selection.codings.first().map(|coding| coding.id.clone());
                let Some(span) = selection.span else {
                    let n = selection.codings.len().max(1);
                    let why = message!("qda-loss-place");
                    project
                        .losses
                        .add_many("coding", shorten(&text.name), why, n);
                    continue;
                };
                if first.is_none() && !selection.id.is_empty() && (said.is_empty()) {
                    let place = format!("{}: {}", shorten(&text.name), shorten(&selection.name));
                    project
                        .losses
                        .add("selection", place, message!("qda-loss-uncoded"));
                }
                for note in selection.notes {
                    let target = match &first {
                        Some(first) => On::Coding(first.clone()),
                        None => On::Text(text.id.clone()),
                    };
                    on.entry(note).or_insert(target);
                }
                match &first {
                    None if !said.is_empty() => project.memos.push(Memo {
                        id: selection.id,
                        on: On::Text(text.id.clone()),
                        author: String::new(),
                        at: String::new(),
                        text: format!("« {} » {said}", selection.name.trim()),
                    }),
                    _ => {}
                }
                let words = selection.name;
                for (at, coding) in selection.codings.into_iter().enumerate() {
                    let mut mark = mark(coding, &mut notes, &user, span.clone());
                    mark.words.clone_from(&words);
                    if at == 0 && !said.is_empty() {
                        mark.memo = joined(&mark.memo, &said);
                    }
                    text.marks.push(mark);
                }
            }
            project.texts.push(text);
        }
        self.cases(&mut project, &of_selection);
        let known = known(&project);
        for (one, other) in &self.links {
            for (note, target) in [(one, other), (other, one)] {
                if notes.contains_key(note)
                    && let Some(target) = known.get(target)
                {
                    on.entry(note.clone()).or_insert_with(|| target.clone());
                }
            }
        }
        for (one, other) in &self.links {
            let tells = |id: &String| on.contains_key(id) || known.contains_key(id);
            if !notes.contains_key(one) && !notes.contains_key(other) && tells(one) {
                project.losses.add("link", "", no_place());
            }
        }
        memos(&mut project, notes, &mut on, &user);
        project.codes = self.codes;
        if !self.description.trim().is_empty() && !own {
            project.memos.push(Memo {
                id: String::new(),
                on: On::Study,
                author: String::new(),
                at: String::new(),
                text: self.description,
            });
        }
        Ok(project)
    }

    /// Notes by id, with their words; tables of ours go to the project.
    fn bring_notes(
        &mut self,
        bring: Bring,
        project: &mut Project,
    ) -> Result<HashMap<String, Note>, ImportError> {
        let (mut notes, mut ours) = (HashMap::new(), HashSet::new());
        for (at, mut source) in std::mem::take(&mut self.notes).into_iter().enumerate() {
            let words = content(&source, bring)?.unwrap_or_default();
            if let Some(path) = source.name.strip_prefix(TABLE) {
                project.tables.insert(path.to_owned(), words);
                ours.insert(source.id);
                continue;
            }
            for coding in std::mem::take(&mut source.codings) {
                let mark = Mark {
                    id: coding.id,
                    code: coding.code,
                    coder: self.users.get(&coding.coder).cloned().unwrap_or_default(),
                    at: coding.at,
                    words: coding.notes.join(" "),
                    ..Mark::default()
                };
                project.on_notes.push((source.id.clone(), mark));
            }
            let coded = source
                .selections
                .iter()
                .map(|one| one.codings.len().max(1))
                .sum();
            let place = shorten(&source.name);
            let why = message!("qda-loss-coded-note");
            self.losses.add_many("coding", place.clone(), why, coded);
            self.losses
                .add_many("variable", place, no_place(), source.values.len());
            let note = Note {
                at,
                meant: source
                    .name
                    .starts_with(MEANT)
                    .then(|| meant(&words))
                    .flatten(),
                text: joined(&source.description, &words),
                source,
                used: false,
            };
            notes.insert(note.source.id.clone(), note);
        }
        self.on_project.retain(|id| !ours.contains(id));
        for (_, mark) in &mut project.on_notes {
            let refs = std::mem::take(&mut mark.words);
            for id in refs.split(' ') {
                said(mark, notes.get_mut(id));
            }
        }
        Ok(notes)
    }

    fn cases(&mut self, project: &mut Project, of_selection: &HashMap<String, String>) {
        let texts: HashSet<&str> = project.texts.iter().map(|text| text.id.as_str()).collect();
        // a recording stands for its transcript
        let stands: HashMap<&str, &str> = self
            .links
            .iter()
            .filter(|(_, text)| texts.contains(text.as_str()))
            .map(|(source, text)| (source.as_str(), text.as_str()))
            .collect();
        let mut numbers = BTreeSet::new();
        for person in std::mem::take(&mut self.cases) {
            let Person {
                mut case,
                values,
                selections,
            } = person;
            for text in &mut case.texts {
                if let Some(own) = stands.get(text.as_str()) {
                    (*own).clone_into(text);
                }
            }
            let from = selections.iter().filter_map(|id| of_selection.get(id));
            let n = selections.len();
            case.texts.extend(from.cloned());
            let why = message!("qda-loss-part-of-case");
            project
                .losses
                .add_many("selection", shorten(&case.name), why, n);
            for (variable, value) in values {
                let Some((name, kind)) = self.variables.get(&variable) else {
                    project
                        .losses
                        .add("variable", variable, message!("qda-loss-unknown"));
                    continue;
                };
                if matches!(kind.as_str(), "Integer" | "Float") {
                    numbers.insert(name.clone());
                }
                case.values.push((name.clone(), value));
            }
            project.cases.push(case);
        }
        project.numbers = numbers;
    }
}

/// Notes that are none of codings become memos.
fn memos(
    project: &mut Project,
    notes: HashMap<String, Note>,
    on: &mut HashMap<String, On>,
    user: &dyn Fn(&str) -> String,
) {
    let mut notes: Vec<Note> = notes.into_values().collect();
    notes.sort_by_key(|note| note.at);
    for note in notes {
        let named = on.remove(&note.source.id);
        if note.meant.is_some() || (note.used && named.is_none()) {
            continue;
        }
        let name = note.source.name.trim();
        let text = if name.is_empty() || note.text.starts_with(name) || !project.tables.is_empty() {
            note.text
        } else {
            joined(name, &note.text)
        };
        project.memos.push(Memo {
            id: note.source.id,
            on: named.unwrap_or(On::Study),
            author: user(&note.source.author),
            at: note.source.at,
            text,
        });
    }
}

/// A note with its words.
struct Note {
    at: usize,
    source: Source,
    text: String,
    meant: Option<Vec<(String, String)>>,
    /// It is the memo of a coding.
    used: bool,
}

/// How codings are meant, as our export writes it; `None` where somebody wrote other lines.
fn meant(words: &str) -> Option<Vec<(String, String)>> {
    words
        .lines()
        .map(|line| {
            let (key, value) = line
                .rsplit_once(": ")
                .or_else(|| Some((line.strip_suffix(':')?, "")))?;
            Some((key.to_owned(), value.to_owned()))
        })
        .collect()
}

/// Takes what a note says of a coding.
fn said(mark: &mut Mark, note: Option<&mut Note>) {
    let Some(note) = note else { return };
    match &note.meant {
        Some(meant) => mark.meant.extend(meant.iter().cloned()),
        None => {
            mark.memo = joined(&mark.memo, &note.text);
            note.used = true;
        }
    }
}

fn mark(
    coding: Coding,
    notes: &mut HashMap<String, Note>,
    user: &dyn Fn(&str) -> String,
    span: Range<usize>,
) -> Mark {
    let mut mark = Mark {
        coder: user(&coding.coder),
        id: coding.id,
        code: coding.code,
        at: coding.at,
        span,
        ..Mark::default()
    };
    for note in &coding.notes {
        said(&mut mark, notes.get_mut(note));
    }
    mark
}

/// Two texts, one below the other.
fn joined(above: &str, below: &str) -> String {
    match (above.is_empty(), below.is_empty()) {
        (true, _) => below.to_owned(),
        (_, true) => above.to_owned(),
        _ => format!("{above}\n{below}"),
    }
}

/// A text's own variables are those of a case of its own.
fn own_case(text: &Text, values: Vec<(String, String)>) -> Option<Person> {
    if values.is_empty() {
        return None;
    }
    let case = Case {
        id: format!("case of {}", text.id),
        name: String::new(),
        values: Vec::new(),
        texts: vec![text.id.clone()],
    };
    Some(Person {
        case,
        values,
        selections: Vec::new(),
    })
}

/// The words of a source; `None` where they are in no file of the project.
fn content(source: &Source, bring: Bring) -> Result<Option<String>, ImportError> {
    if let Some(content) = &source.content {
        return Ok(Some(content.clone()));
    }
    let paths = [&source.path, &source.rich];
    for path in paths {
        // some write the name alone
        let name = path.strip_prefix("internal://").unwrap_or(path);
        let plain = name
            .rsplit_once('.')
            .is_some_and(|(_, end)| end.eq_ignore_ascii_case("txt"));
        // a file of the project has no folder in its name
        if name.contains(['/', '\\']) || !plain {
            continue;
        }
        if let Some(bytes) = bring(name)? {
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                // the standard wants UTF-8; what is not is read as any text
                Err(other) => decode(other.as_bytes(), None)?.text,
            };
            // a byte order mark is not counted
            let bare = text.strip_prefix('\u{feff}').map(str::to_owned);
            return Ok(Some(bare.unwrap_or(text)));
        }
    }
    Ok(None)
}

/// What a note may be linked to.
fn known(project: &Project) -> HashMap<String, On> {
    let mut known = HashMap::new();
    for text in &project.texts {
        known.insert(text.id.clone(), On::Text(text.id.clone()));
        for mark in &text.marks {
            known.insert(guid(&mark.id), On::Coding(mark.id.clone()));
        }
    }
    for case in &project.cases {
        known.insert(case.id.clone(), On::Case(case.id.clone()));
    }
    known
}
