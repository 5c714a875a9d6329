//! Taguette: one SQLite file. Its places count bytes of the text of a page, tags are paths with dots.

use super::ImportError;
use super::database::Database;
use super::problem::shorten;
use super::qda::{Chars, Code, Found, Mark, Memo, On, Project, Text, moment};
use crate::message;
use std::collections::{BTreeSet, HashMap};

const TABLES: [&str; 4] = ["documents", "tags", "highlights", "highlight_tags"];

pub(super) fn is(database: &Database) -> bool {
    database.has(&TABLES)
}

pub(super) fn read(database: &mut Database) -> Result<Project, ImportError> {
    let mut project = Project::default();
    let tags = database.rows("tags", &["id", "path", "description", "parent_id"])?;
    let known: BTreeSet<String> = tags.iter().map(|tag| tag.get(0).to_owned()).collect();
    // newer ones say what a tag is below; else a path with dots is below the tag of its beginning, where there is one
    let paths: HashMap<String, String> = tags
        .iter()
        .map(|tag| (tag.get(1).to_owned(), tag.get(0).to_owned()))
        .collect();
    for mut tag in tags {
        let path = tag.take(1);
        let said = Some(tag.take(3)).filter(|above| known.contains(above));
        let above = said.or_else(|| {
            path.rmatch_indices('.').find_map(|(at, _)| {
                let above = path.get(..at)?;
                paths.get(above).cloned()
            })
        });
        project.codes.push(Code {
            id: tag.take(0),
            name: path,
            parent: above.unwrap_or_default(),
            description: tag.take(2),
            colour: String::new(),
        });
    }
    let documents = database.texts(
        "documents",
        &[
            "id",
            "name",
            "description",
            "filename",
            "contents",
            "project_id",
        ],
    )?;
    let projects: BTreeSet<&str> = documents.iter().map(|one| one.get(5)).collect();
    if projects.len() > 1 {
        let why = message!("qda-loss-projects");
        project.losses.add_many("project", "", why, projects.len());
    }
    let mut by_document: HashMap<String, Vec<(usize, usize, String, String)>> = HashMap::new();
    let columns = ["id", "document_id", "start_offset", "end_offset", "snippet"];
    for mut row in database.rows("highlights", &columns)? {
        if let (Some(start), Some(end)) = (row.place(2), row.place(3)) {
            let own = by_document.entry(row.take(1)).or_default();
            own.push((start, end, row.take(0), row.take(4)));
        } else {
            project
                .losses
                .add("coding", row.get(0), message!("qda-loss-place"));
        }
    }
    let mut tagged: HashMap<String, Vec<String>> = HashMap::new();
    for mut row in database.rows("highlight_tags", &["highlight_id", "tag_id"])? {
        tagged.entry(row.take(0)).or_default().push(row.take(1));
    }
    for document in documents {
        let page = Page::of(document.get(4));
        let name = match document.get(1).trim() {
            "" => document.get(3),
            name => name,
        };
        if page.open {
            let why = message!("qda-loss-comment");
            project.losses.add("text", shorten(name), why);
        }
        let id = format!("document {}", document.get(0));
        if !document.get(2).trim().is_empty() {
            project.memos.push(Memo {
                id: format!("taguette-{id}"),
                on: On::Text(id.clone()),
                author: String::new(),
                at: String::new(),
                text: document.get(2).to_owned(),
            });
        }
        let mut text = Text {
            id,
            name: name.to_owned(),
            ..Text::default()
        };
        let chars = Chars::of(&page.text);
        for (start, end, id, snippet) in by_document.remove(document.get(0)).unwrap_or_default() {
            let words = Page::of(&snippet).text;
            let place = page.place(start)..page.place(end);
            let there = page.words(&place);
            let at = || format!("{}: « {} »", shorten(name), shorten(&words));
            let found = if bare(there) == bare(&words) {
                Found::There(place)
            } else {
                chars.find(&place, words.trim())
            };
            let Some(span) = found.told(&mut project.losses, at) else {
                continue;
            };
            let tags = tagged.remove(&id).unwrap_or_default();
            if tags.is_empty() {
                project
                    .losses
                    .add("selection", at(), message!("qda-loss-uncoded"));
            }
            for tag in tags {
                text.marks.push(Mark {
                    id: format!("taguette-{id}-{tag}"),
                    code: tag,
                    span: span.clone(),
                    words: words.trim().to_owned(),
                    ..Mark::default()
                });
            }
        }
        text.content = page.text;
        project.texts.push(text);
    }
    // a highlight of a document that is not there
    for (document, list) in by_document {
        project
            .losses
            .add_many("coding", document, message!("qda-loss-no-text"), list.len());
    }
    let log = database.rows("commands", &["id", "date"])?.len();
    project
        .losses
        .add_many("log", "commands", super::qda::no_place(), log);
    let rows = database.rows("projects", &["id", "name", "created"])?;
    let own = rows
        .iter()
        .map(|row| [row.get(0), row.get(1), row.get(2)].join("\n"));
    project.seed = format!("taguette\n{}", own.collect::<Vec<_>>().join("\n"));
    project.memos.extend(about(database)?);
    Ok(project)
}

/// What the project is about.
fn about(database: &mut Database) -> Result<Vec<Memo>, ImportError> {
    let rows = database.rows("projects", &["id", "name", "description", "created"])?;
    let memo = |row: &super::database::Row| Memo {
        id: format!("taguette-project-{}", row.get(0)),
        on: On::Study,
        author: String::new(),
        at: moment(row.get(3)),
        text: row.get(2).to_owned(),
    };
    Ok(rows
        .iter()
        .map(memo)
        .filter(|memo| !memo.text.trim().is_empty())
        .collect())
}

/// A text without its white space.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a page, and where each of its bytes went: an end of line is added after a block that has none.
struct Page {
    text: String,
    /// For every piece, ascending; none is long.
    steps: Vec<Step>,
    own: usize,
    chars: usize,
    /// A block began or ended.
    apart: bool,
    /// A comment was never closed.
    open: bool,
}

/// Where a piece of a page begins.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// Byte of the page's own text.
    own: usize,
    /// Code point of the text.
    chars: usize,
    /// Byte of the text.
    byte: usize,
}

/// After so many characters there is another step, so that no place is far from one.
const STRIDE: usize = 256;

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 20] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "tr",
    "table",
    "blockquote",
    "pre",
    "section",
    "article",
    "dt",
    "dd",
];

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self {
            text: String::new(),
            steps: vec![Step::default()],
            own: 0,
            chars: 0,
            apart: false,
            open: false,
        };
        let html = html.replace("\r\n", "\n").replace('\r', "\n");
        // what comes before the first words is not in the page
        let mut rest = html.trim_start();
        while !rest.is_empty() {
            let Some(at) = rest.find('<') else {
                page.words_of(rest);
                break;
            };
            let (words, tag) = rest.split_at(at);
            page.words_of(words);
            rest = page.tag(tag);
        }
        page
    }

    /// Takes a tag; what follows it.
    fn tag<'a>(&mut self, tag: &'a str) -> &'a str {
        if tag.starts_with("<!--") {
            return tag.split_once("-->").map_or_else(
                || {
                    self.open = true;
                    ""
                },
                |(_, rest)| rest,
            );
        }
        let inside = tag.get(1..).unwrap_or("");
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if name.is_empty() && !inside.starts_with(['/', '!', '?']) {
            // a sign, and no tag
            self.words_of("<");
            return inside;
        }
        self.apart |= BLOCKS.contains(&name.as_str());
        let rest = inside.split_once('>').map_or("", |(_, rest)| rest);
        match name.as_str() {
            // an end of line that follows at once is none
            "pre" if !inside.starts_with('/') => rest.strip_prefix('\n').unwrap_or(rest),
            _ => rest,
        }
    }

    fn words_of(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let words = html_escape::decode_html_entities(words);
        let apart = std::mem::take(&mut self.apart) && !words.starts_with('\n');
        if apart && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.chars += 1;
        }
        self.step();
        for (at, c) in words.chars().enumerate() {
            if at > 0 && at % STRIDE == 0 {
                self.step();
            }
            self.text.push(c);
            self.own += c.len_utf8();
            self.chars += 1;
        }
        self.step();
    }

    fn step(&mut self) {
        self.steps.push(Step {
            own: self.own,
            chars: self.chars,
            byte: self.text.len(),
        });
    }

    /// The last step that `is` still holds for.
    fn before(&self, is: impl Fn(&Step) -> bool) -> Step {
        let after = self.steps.partition_point(is);
        let step = after.checked_sub(1).and_then(|at| self.steps.get(at));
        step.copied().unwrap_or_default()
    }

    /// Where a byte of the page's own text went.
    fn place(&self, own: usize) -> usize {
        // of several steps at one byte, the last: what was added comes before
        let step = self.before(|step| step.own <= own);
        let mut to = (step.byte.saturating_add(own - step.own)).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to += 1;
        }
        let between = self.text.get(step.byte..to).unwrap_or("");
        step.chars + between.chars().count()
    }

    /// The byte of a code point.
    fn byte(&self, chars: usize) -> Option<usize> {
        let step = self.before(|step| step.chars <= chars);
        let rest = self.text.get(step.byte..)?;
        let ends = std::iter::once(rest.len());
        let mut bytes = rest.char_indices().map(|(at, _)| at).chain(ends);
        bytes.nth(chars - step.chars).map(|at| step.byte + at)
    }

    fn words(&self, place: &std::ops::Range<usize>) -> &str {
        match (self.byte(place.start), self.byte(place.end)) {
            (Some(start), Some(end)) => self.text.get(start..end).unwrap_or(""),
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn places_count_bytes_of_the_words_of_the_page() {
        let page = Page::of(
            "\n<p>Né &amp; 🙂 <b>ici</b>.</p><p>Et &lt;là&gt;</p>\n<!-- x --><p>a < b</p>",
        );
        assert_eq!(page.text, "Né & 🙂 ici.\nEt <là>\na < b");
        let own = "Né & 🙂 ici.Et <là>\na < b";
        for words in ["Né", "🙂", "ici", "Et", "<là>", "a < b"] {
            let start = own.find(words).unwrap();
            let place = page.place(start)..page.place(start + words.len());
            assert_eq!(page.words(&place).trim_start(), words);
        }
    }
}
