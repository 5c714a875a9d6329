//! XML that cannot hurt: no DOCTYPE, no entity but the predefined and numeric ones, a bounded depth.

use quick_xml::Reader;
use quick_xml::events::{BytesEnd, BytesStart, Event as Raw};
use std::borrow::Cow;

/// How deep elements may be nested.
pub const DEEPEST: usize = 256;
/// How many elements are read of one document.
pub const MOST_ELEMENTS: usize = 3_000_000;

/// Why XML was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// A document type declaration, which may hold entities that grow or fetch.
    #[error("the XML has a DOCTYPE; refused")]
    DocType,
    /// Nested deeper than [`DEEPEST`].
    #[error("the XML is nested deeper than {DEEPEST} levels; refused")]
    TooDeep,
    /// More elements than [`MOST_ELEMENTS`].
    #[error("the XML has more than {MOST_ELEMENTS} elements; refused")]
    TooMany,
    /// An entity that is neither predefined nor numeric.
    #[error("the XML uses an entity of its own, {0:?}; refused")]
    Entity(String),
    /// Not well-formed.
    #[error("the XML is damaged near byte {at}: {why}")]
    Damaged {
        /// Byte in the part.
        at: u64,
        /// The parser's reason.
        why: String,
    },
    /// Neither UTF-8 nor UTF-16.
    #[error("the XML is neither UTF-8 nor UTF-16")]
    Encoding,
}

/// What stands next in the document; empty elements come as a start and an end.
#[derive(Debug)]
pub enum Event<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// The innermost element ends.
    End(EndName<'a>),
    /// Characters, entities resolved; a run may come in pieces.
    Text(Cow<'a, str>),
    /// The document is over.
    Eof,
}

/// The start of an element.
#[derive(Debug)]
pub struct Element<'a>(BytesStart<'a>);

/// The name at the end of an element.
#[derive(Debug)]
pub struct EndName<'a>(BytesEnd<'a>);

impl Element<'_> {
    /// The name with its prefix, as `w:t`.
    pub fn name(&self) -> &str {
        name_of(&self.0)
    }

    /// The attributes: (name with prefix, value); damaged ones are left out.
    pub fn attributes(&self) -> Vec<(String, String)> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .map(|found| (found.key.0.to_owned(), unescaped(&found.value)))
            .collect()
    }

    /// The value of an attribute by its name without a prefix.
    pub fn attribute(&self, local: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .find(|found| found.key.local_name().into_inner() == local)
            .map(|found| unescaped(&found.value))
    }
}

impl EndName<'_> {
    /// The name with its prefix.
    pub fn name(&self) -> &str {
        self.0.name().0
    }
}

/// A reader over one document.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    elements: usize,
    over: bool,
}

/// The text of an XML part: UTF-8, or UTF-16 with its mark.
pub fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let utf16 = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((encoding_rs::UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((encoding_rs::UTF_16BE, rest)),
        _ => None,
    };
    match utf16 {
        None => std::str::from_utf8(bytes)
            .map(Cow::Borrowed)
            .map_err(|_| XmlError::Encoding),
        Some((encoding, rest)) => encoding
            .decode_without_bom_handling_and_without_replacement(rest)
            .ok_or(XmlError::Encoding),
    }
}

impl<'a> Xml<'a> {
    /// Reads `text` from its beginning.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: 0,
            elements: 0,
            over: false,
        }
    }

    /// The next event; [`Event::Eof`] again and again once the document is over.
    pub fn event(&mut self) -> Result<Event<'a>, XmlError> {
        while !self.over {
            let raw = self
                .reader
                .read_event()
                .map_err(|e| self.damaged(e.to_string()))?;
            match raw {
                Raw::Start(start) | Raw::Empty(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(XmlError::TooDeep);
                    }
                    self.elements += 1;
                    if self.elements > MOST_ELEMENTS {
                        return Err(XmlError::TooMany);
                    }
                    return Ok(Event::Start(Element(start)));
                }
                Raw::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Event::End(EndName(end)));
                }
                Raw::Text(text) => return Ok(Event::Text(text.xml10_content())),
                Raw::CData(data) => return Ok(Event::Text(data.xml10_content())),
                Raw::GeneralRef(reference) => {
                    let name = reference.into_inner();
                    let c = resolved(&name)
                        .ok_or_else(|| XmlError::Entity(name.chars().take(40).collect()))?;
                    return Ok(Event::Text(Cow::Owned(c.to_string())));
                }
                Raw::DocType(_) => return Err(XmlError::DocType),
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => {}
                Raw::Eof => {
                    self.over = true;
                    if self.depth > 0 {
                        return Err(self.damaged("it ends inside an element".to_owned()));
                    }
                }
            }
        }
        Ok(Event::Eof)
    }

    /// Byte behind the last event.
    pub fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn damaged(&self, why: String) -> XmlError {
        XmlError::Damaged {
            at: self.reader.buffer_position(),
            why,
        }
    }
}

/// A name without its prefix.
pub fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn name_of<'b>(start: &'b BytesStart<'_>) -> &'b str {
    start.name().0
}

/// A predefined or numeric entity; characters that XML does not allow come through and are made visible later.
fn resolved(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let value = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            Some(char::from_u32(value).unwrap_or('\u{fffd}'))
        }
    }
}

fn unescaped(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let found = after
            .find(';')
            .and_then(|end| Some((end, resolved(after.get(1..end)?)?)));
        if let Some((end, c)) = found {
            out.push(c);
            rest = after.get(end + 1..).unwrap_or("");
        } else {
            out.push('&');
            rest = after.get(1..).unwrap_or("");
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, XmlError> {
        let mut xml = Xml::new(text);
        let mut seen = String::new();
        loop {
            match xml.event()? {
                Event::Start(e) => {
                    seen.push('<');
                    seen.push_str(e.name());
                    if let Some(value) = e.attribute("val") {
                        seen.push('=');
                        seen.push_str(&value);
                    }
                }
                Event::End(_) => seen.push('>'),
                Event::Text(text) => seen.push_str(&text),
                Event::Eof => return Ok(seen),
            }
        }
    }

    #[test]
    fn elements_text_and_entities_come_through() {
        assert!(matches!(read("<a><b/>"), Err(XmlError::Damaged { .. })));
        assert!(matches!(read("<a><b/>"), Err(XmlError::Damaged { .. })));
        assert_eq!(
            read("<a><w:b w:val='x&amp;y'/>d&#233;&lt;<![CDATA[<c>]]></a>").unwrap(),
            "<a<w:b=x&y>dé<<c>>"
        );
        assert_eq!(text_of(b"\xff\xfe<\0a\0/\0>\0").unwrap(), "<a/>");
        assert_eq!(text_of(b"\xe9"), Err(XmlError::Encoding));
    }

    #[test]
    fn what_could_grow_or_fetch_is_refused() {
        let laughs = "<!DOCTYPE l [<!ENTITY a 'ha'>]><l>&a;</l>";
        assert_eq!(read(laughs), Err(XmlError::DocType));
        assert_eq!(read("<a>&b;</a>"), Err(XmlError::Entity("b".to_owned())));
        assert_eq!(read(&"<t>".repeat(1000)), Err(XmlError::TooDeep));
        assert!(matches!(read("<a></b>"), Err(XmlError::Damaged { .. })));
        let many = (0..120_000).fold(String::new(), |all, i| all + " a" + &i.to_string() + "='1'");
        assert_eq!(read(&format!("<a{many} val='x'/>")).unwrap(), "<a=x>");
    }
}
