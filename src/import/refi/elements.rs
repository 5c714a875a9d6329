//! XML by elements: each with its attributes, their names without a prefix; what nobody asked for is counted.

use crate::file::xml::{Event, Xml, XmlError, local};
use std::collections::BTreeMap;

/// The start of an element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// An id, so that two ways of writing one are the same.
    pub(super) fn id(&self, name: &str) -> String {
        guid(self.get(name))
    }
}

/// An id without braces, in lower case.
pub(super) fn guid(text: &str) -> String {
    text.trim()
        .trim_start_matches('{')
        .trim_end_matches('}')
        .to_lowercase()
}

/// A reader of elements.
pub(super) struct Elements<'a> {
    xml: Xml<'a>,
    /// Elements that were not asked for, by name.
    pub(super) unread: BTreeMap<String, usize>,
}

impl<'a> Elements<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            xml: Xml::new(text),
            unread: BTreeMap::new(),
        }
    }

    /// The next element inside the one in hand, which has to be read to its end before; `None` at the end of it.
    pub(super) fn child(&mut self) -> Result<Option<Element>, XmlError> {
        loop {
            match self.xml.event()? {
                Event::Start(start) => {
                    let attributes = start.attributes().into_iter();
                    return Ok(Some(Element {
                        name: local(start.name()).to_owned(),
                        attributes: attributes
                            .map(|(name, value)| (local(&name).to_owned(), value))
                            .collect(),
                    }));
                }
                Event::End(_) | Event::Eof => return Ok(None),
                Event::Text(_) => {}
            }
        }
    }

    /// The words of the element in hand, to its end.
    pub(super) fn words(&mut self) -> Result<String, XmlError> {
        let mut words = String::new();
        let mut depth = 0;
        loop {
            match self.xml.event()? {
                Event::Text(text) => words.push_str(&text),
                Event::Start(_) => depth += 1,
                Event::End(_) if depth > 0 => depth -= 1,
                Event::End(_) | Event::Eof => return Ok(words),
            }
        }
    }

    /// Goes to the end of the element in hand.
    pub(super) fn skip(&mut self) -> Result<(), XmlError> {
        self.words().map(|_| ())
    }

    /// Goes to the end of an element that has no place here.
    pub(super) fn unread(&mut self, element: &Element) -> Result<(), XmlError> {
        *self.unread.entry(element.name.clone()).or_default() += 1;
        self.skip()
    }
}
