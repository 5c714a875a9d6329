//! The description of a project, read once from its beginning to its end.

use super::elements::{Element, Elements};
use crate::file::losses::Losses;
use crate::file::xml::XmlError;
use crate::import::problem::shorten;
use crate::import::qda::{Case, Code, colour, moment, no_place};
use crate::message;
use std::collections::HashMap;
use std::ops::Range;

/// A case, with the ids of its variables and their values, and of its selections.
#[derive(Default)]
pub(super) struct Person {
    pub(super) case: Case,
    pub(super) values: Vec<(String, String)>,
    pub(super) selections: Vec<String>,
}

/// A text, or a note, with what is coded in it.
#[derive(Default)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) name: String,
    /// Inside the description; else `path` says where.
    pub(super) content: Option<String>,
    pub(super) path: String,
    pub(super) rich: String,
    pub(super) author: String,
    pub(super) at: String,
    pub(super) selections: Vec<Selection>,
    /// Codings on the whole of it.
    pub(super) codings: Vec<Coding>,
    pub(super) notes: Vec<String>,
    pub(super) values: Vec<(String, String)>,
    pub(super) points: HashMap<String, (Option<i64>, Option<usize>)>,
    pub(super) description: String,
}

#[derive(Default)]
pub(super) struct Selection {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) span: Option<Range<usize>>,
    pub(super) description: String,
    pub(super) codings: Vec<Coding>,
    pub(super) notes: Vec<String>,
}

#[derive(Default)]
pub(super) struct Coding {
    pub(super) id: String,
    pub(super) code: String,
    pub(super) coder: String,
    pub(super) at: String,
    pub(super) notes: Vec<String>,
}

/// What was read, its texts not yet at hand.
#[derive(Default)]
pub(super) struct Found {
    pub(super) users: HashMap<String, String>,
    pub(super) codes: Vec<Code>,
    pub(super) variables: HashMap<String, (String, String)>,
    pub(super) cases: Vec<Person>,
    pub(super) sources: Vec<Source>,
    pub(super) notes: Vec<Source>,
    pub(super) links: Vec<(String, String)>,
    pub(super) on_code: Vec<(String, String)>,
    pub(super) on_project: Vec<String>,
    pub(super) description: String,
    pub(super) losses: Losses,
}

/// Reads a project or a codebook.
pub(super) fn read(text: &str) -> Result<Found, XmlError> {
    let mut reader = Reader {
        xml: Elements::new(text),
        found: Found::default(),
    };
    let root = reader.xml.child()?;
    match root.as_ref().map(|root| root.name.as_str()) {
        Some("Project") => reader.project()?,
        Some("CodeBook") => reader.codebook()?,
        _ => {
            return Err(XmlError::Damaged {
                at: 0,
                why: "its root is neither Project nor CodeBook".to_owned(),
            });
        }
    }
    // what follows the root has to be well-formed too
    while reader.xml.child()?.is_some() {
        reader.xml.skip()?;
    }
    for (name, n) in std::mem::take(&mut reader.xml.unread) {
        reader.found.losses.add_many("element", name, no_place(), n);
    }
    Ok(reader.found)
}

struct Reader<'a> {
    xml: Elements<'a>,
    found: Found,
}

impl Reader<'_> {
    fn project(&mut self) -> Result<(), XmlError> {
        while let Some(element) = self.xml.child()? {
            match element.name.as_str() {
                "Users" => self.each(|reader, user| {
                    let name = [user.get("name"), user.get("id"), user.get("guid")];
                    let name = name.into_iter().find(|name| !name.trim().is_empty());
                    let name = name.unwrap_or("").trim().to_owned();
                    reader.found.users.insert(user.id("guid"), name);
                    reader.xml.skip()
                })?,
                "CodeBook" => self.codebook()?,
                "Variables" => self.each(|reader, variable| {
                    let kind = variable.get("typeOfVariable").to_owned();
                    let value = (variable.get("name").trim().to_owned(), kind);
                    reader.found.variables.insert(variable.id("guid"), value);
                    // what a variable means is told in no place of ours
                    while let Some(inner) = reader.xml.child()? {
                        reader.xml.unread(&inner)?;
                    }
                    Ok(())
                })?,
                "Cases" => self.each(Self::case)?,
                "Sources" => self.each(Self::source)?,
                "Notes" => self.each(|reader, note| {
                    let note = reader.text(note)?;
                    reader.found.notes.push(note);
                    Ok(())
                })?,
                "Links" => self.each(|reader, link| {
                    let link = (link.id("originGUID"), link.id("targetGUID"));
                    reader.found.links.push(link);
                    while let Some(inner) = reader.xml.child()? {
                        reader.xml.unread(&inner)?;
                    }
                    Ok(())
                })?,
                "Sets" => self.each(|reader, set| {
                    let place = shorten(set.get("name"));
                    reader.found.losses.add("set", place, no_place());
                    reader.xml.skip()
                })?,
                "Graphs" => self.each(|reader, graph| {
                    let place = shorten(graph.get("name"));
                    reader.found.losses.add("graph", place, no_place());
                    reader.xml.skip()
                })?,
                "Description" => self.found.description = self.xml.words()?,
                "NoteRef" => {
                    self.found.on_project.push(element.id("targetGUID"));
                    self.xml.skip()?;
                }
                _ => self.xml.unread(&element)?,
            }
        }
        Ok(())
    }

    /// Every element of a list.
    fn each(
        &mut self,
        mut read: impl FnMut(&mut Self, &Element) -> Result<(), XmlError>,
    ) -> Result<(), XmlError> {
        while let Some(element) = self.xml.child()? {
            read(self, &element)?;
        }
        Ok(())
    }

    fn codebook(&mut self) -> Result<(), XmlError> {
        while let Some(element) = self.xml.child()? {
            match element.name.as_str() {
                "Codes" => self.codes()?,
                "Sets" => self.each(|reader, set| {
                    let place = shorten(set.get("name"));
                    reader.found.losses.add("set", place, no_place());
                    reader.xml.skip()
                })?,
                _ => self.xml.unread(&element)?,
            }
        }
        Ok(())
    }

    /// A tree, without going down with it.
    fn codes(&mut self) -> Result<(), XmlError> {
        let mut above: Vec<usize> = Vec::new();
        loop {
            let Some(element) = self.xml.child()? else {
                if above.pop().is_none() {
                    return Ok(());
                }
                continue;
            };
            let parent = above.last().and_then(|at| self.found.codes.get(*at));
            let own = parent.map_or_else(String::new, |code| code.id.clone());
            match element.name.as_str() {
                "Code" => {
                    let given = element.get("color");
                    let shown = colour(given);
                    if shown.is_empty() && !given.is_empty() {
                        let why = message!("qda-loss-colour");
                        self.found.losses.add("colour", shorten(given), why);
                    }
                    above.push(self.found.codes.len());
                    self.found.codes.push(Code {
                        id: element.id("guid"),
                        name: element.get("name").to_owned(),
                        parent: own,
                        description: String::new(),
                        colour: shown,
                    });
                }
                "Description" => {
                    let words = self.xml.words()?;
                    let code = above.last().and_then(|at| self.found.codes.get_mut(*at));
                    if let Some(code) = code {
                        code.description = words;
                    }
                }
                "NoteRef" => {
                    self.found.on_code.push((own, element.id("targetGUID")));
                    self.xml.skip()?;
                }
                _ => self.xml.unread(&element)?,
            }
        }
    }

    fn case(&mut self, element: &Element) -> Result<(), XmlError> {
        let mut case = Case {
            id: element.id("guid"),
            name: element.get("name").to_owned(),
            ..Case::default()
        };
        let (mut values, mut selections) = (Vec::new(), Vec::new());
        while let Some(inner) = self.xml.child()? {
            match inner.name.as_str() {
                "VariableValue" => values.extend(self.value()?),
                "SourceRef" => {
                    case.texts.push(inner.id("targetGUID"));
                    self.xml.skip()?;
                }
                "SelectionRef" => {
                    selections.push(inner.id("targetGUID"));
                    self.xml.skip()?;
                }
                "Description" => {
                    let text = self.xml.words()?;
                    self.found.notes.push(Source {
                        id: format!("description of {}", case.id),
                        content: Some(text),
                        ..Source::default()
                    });
                    let id = case.id.clone();
                    self.found
                        .links
                        .push((id, format!("description of {}", case.id)));
                }
                _ => self.xml.unread(&inner)?,
            }
        }
        self.found.cases.push(Person {
            case,
            values,
            selections,
        });
        Ok(())
    }

    /// The id of a variable and its value.
    fn value(&mut self) -> Result<Option<(String, String)>, XmlError> {
        let (mut variable, mut value) = (String::new(), None);
        while let Some(inner) = self.xml.child()? {
            if inner.name == "VariableRef" {
                variable = inner.id("targetGUID");
                self.xml.skip()?;
            } else {
                value = Some(self.xml.words()?);
            }
        }
        Ok(value.map(|value| (variable, value)))
    }

    fn source(&mut self, element: &Element) -> Result<(), XmlError> {
        if element.name == "TextSource" {
            let text = self.text(element)?;
            self.found.sources.push(text);
            return Ok(());
        }
        let what = match element.name.as_str() {
            "PictureSource" => "picture",
            "PDFSource" => "pdf",
            "AudioSource" => "audio",
            "VideoSource" => "video",
            _ => return self.xml.unread(element),
        };
        let name = shorten(element.get("name"));
        self.found
            .losses
            .add(what, name, message!("qda-loss-media"));
        let (mut texts, mut values, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(inner) = self.xml.child()? {
            match inner.name.as_str() {
                "Transcript" | "Representation" | "TextDescription" => {
                    let mut text = self.text(&inner)?;
                    if text.name.trim().is_empty() {
                        element.get("name").clone_into(&mut text.name);
                    }
                    texts.push(text);
                }
                "VariableValue" => values.extend(self.value()?),
                "NoteRef" => {
                    notes.push(inner.id("targetGUID"));
                    self.xml.skip()?;
                }
                _ => self.xml.unread(&inner)?,
            }
        }
        // what is said of the recording is said of its transcript
        match texts.first_mut() {
            Some(first) => {
                first.values.append(&mut values);
                first.notes.append(&mut notes);
                let own = (element.id("guid"), first.id.clone());
                self.found.links.push(own);
            }
            None => {
                self.found.on_project.append(&mut notes);
                self.found.losses.add_many(
                    "variable",
                    shorten(element.get("name")),
                    message!("qda-loss-media"),
                    values.len(),
                );
            }
        }
        self.found.sources.append(&mut texts);
        Ok(())
    }

    /// A text, a transcript, a note.
    fn text(&mut self, element: &Element) -> Result<Source, XmlError> {
        let mut source = Source {
            id: element.id("guid"),
            name: element.get("name").to_owned(),
            path: element.get("plainTextPath").to_owned(),
            rich: element.get("richTextPath").to_owned(),
            author: element.id("creatingUser"),
            at: moment(element.get("creationDateTime")),
            ..Source::default()
        };
        while let Some(inner) = self.xml.child()? {
            match inner.name.as_str() {
                "Description" => source.description = self.xml.words()?,
                "PlainTextContent" => source.content = Some(self.xml.words()?),
                "PlainTextSelection" => {
                    let place = |name| inner.get(name).trim().parse::<usize>().ok();
                    let span = match (place("startPosition"), place("endPosition")) {
                        (Some(start), Some(end)) if start < end => Some(start..end),
                        _ => None,
                    };
                    let selection = self.selection(&inner, span)?;
                    source.selections.push(selection);
                }
                "TranscriptSelection" => {
                    let at = |name| source.points.get(&inner.id(name)).and_then(|point| point.1);
                    let span = match (at("fromSyncPoint"), at("toSyncPoint")) {
                        (Some(start), Some(end)) if start < end => Some(start..end),
                        _ => None,
                    };
                    let selection = self.selection(&inner, span)?;
                    source.selections.push(selection);
                }
                "SyncPoint" => {
                    let ms = inner.get("timeStamp").trim().parse().ok();
                    let position = inner.get("position").trim().parse().ok();
                    source.points.insert(inner.id("guid"), (ms, position));
                    self.xml.skip()?;
                }
                "Coding" => {
                    let coding = self.coding(&inner)?;
                    source.codings.push(coding);
                }
                "NoteRef" => {
                    source.notes.push(inner.id("targetGUID"));
                    self.xml.skip()?;
                }
                "VariableValue" => source.values.extend(self.value()?),
                _ => self.xml.unread(&inner)?,
            }
        }
        Ok(source)
    }

    fn selection(
        &mut self,
        element: &Element,
        span: Option<Range<usize>>,
    ) -> Result<Selection, XmlError> {
        let mut selection = Selection {
            id: element.id("guid"),
            name: element.get("name").to_owned(),
            span,
            ..Selection::default()
        };
        while let Some(inner) = self.xml.child()? {
            match inner.name.as_str() {
                "Description" => selection.description = self.xml.words()?,
                "Coding" => {
                    let coding = self.coding(&inner)?;
                    selection.codings.push(coding);
                }
                "NoteRef" => {
                    selection.notes.push(inner.id("targetGUID"));
                    self.xml.skip()?;
                }
                _ => self.xml.unread(&inner)?,
            }
        }
        Ok(selection)
    }

    fn coding(&mut self, element: &Element) -> Result<Coding, XmlError> {
        let mut coding = Coding {
            id: element.id("guid"),
            coder: element.id("creatingUser"),
            at: moment(element.get("creationDateTime")),
            ..Coding::default()
        };
        while let Some(inner) = self.xml.child()? {
            match inner.name.as_str() {
                "CodeRef" => coding.code = inner.id("targetGUID"),
                "NoteRef" => coding.notes.push(inner.id("targetGUID")),
                _ => {
                    self.xml.unread(&inner)?;
                    continue;
                }
            }
            self.xml.skip()?;
        }
        Ok(coding)
    }
}
