//! XML as REFI-QDA wants it, written straight into a text.

use std::fmt::Write;

/// A document that is being written.
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
    /// Whether the start of the innermost element still lacks its `>`.
    bare: bool,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(),
            open: Vec::new(),
            bare: false,
        }
    }

    /// An element begins; its attributes follow.
    pub(super) fn start(&mut self, name: &'static str) -> &mut Self {
        self.close_start();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.bare = true;
        self
    }

    /// An attribute of the element that has just begun.
    pub(super) fn attribute(&mut self, name: &str, value: impl std::fmt::Display) -> &mut Self {
        // writing into a text does not fail
        let _ = write!(self.out, " {name}=\"");
        let _ = write!(Escaped(&mut self.out, true), "{value}");
        self.out.push('"');
        self
    }

    /// The same where there is something to say.
    pub(super) fn some(&mut self, name: &str, value: Option<impl std::fmt::Display>) -> &mut Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.close_start();
        let _ = Escaped(&mut self.out, false).write_str(text);
        self
    }

    /// The innermost element ends.
    pub(super) fn end(&mut self) -> &mut Self {
        let name = self.open.pop().unwrap_or_default();
        if self.bare {
            self.out.push_str("/>");
            self.bare = false;
        } else {
            let _ = write!(self.out, "</{name}>");
        }
        // a line each, but nothing inside what is words
        if !matches!(name, "Description" | "PlainTextContent") && !name.ends_with("Value") {
            self.out.push('\n');
        }
        self
    }

    /// An element that is words alone; none where there are none.
    pub(super) fn words(&mut self, name: &'static str, words: &str) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        self.start(name).text(words).end()
    }

    /// An element that points at something.
    pub(super) fn reference(
        &mut self,
        name: &'static str,
        target: impl std::fmt::Display,
    ) -> &mut Self {
        self.start(name).attribute("targetGUID", target).end()
    }

    fn close_start(&mut self) {
        if self.bare {
            self.out.push('>');
            self.bare = false;
        }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.end();
        }
        self.out.into_bytes()
    }
}

/// Writes what XML 1.0 allows, escaped; the few characters that it forbids become U+FFFD.
struct Escaped<'a>(&'a mut String, bool);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' if self.1 => self.0.push_str("&quot;"),
                '\r' => self.0.push_str("&#13;"),
                // an attribute's white space would become spaces
                '\n' if self.1 => self.0.push_str("&#10;"),
                '\t' if self.1 => self.0.push_str("&#9;"),
                '\n' | '\t' => self.0.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                c => self.0.push(c),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;
    use crate::file::xml::{Event, Xml as Reader, text_of};

    #[test]
    fn words_come_back_as_they_were() {
        let words = "a<b> & \"c\"\n\t]]> é🙂";
        let mut xml = Xml::new();
        xml.start("Project")
            .attribute("name", words)
            .words("Description", words)
            .end();
        let bytes = xml.finish();
        let mut reader = Reader::new(text_of(&bytes).unwrap().into_owned().leak());
        let mut text = String::new();
        loop {
            match reader.event().unwrap() {
                Event::Start(element) if element.name() == "Project" => {
                    assert_eq!(element.attribute("name").as_deref(), Some(words));
                }
                Event::Text(piece) => text.push_str(&piece),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(text.trim(), words);
    }
}
