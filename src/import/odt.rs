//! OpenDocument texts: paragraphs, lists and tables; what stands in margins or was deleted is counted, not read.

use super::body::{Body, Builder, transcript_of};
use super::error::ImportError;
use super::foreign::Package;
use super::transcript::{Format, Options, Source, Transcript};
use crate::file::xml::{Element, Event, Xml, text_of};
use crate::file::zip::Archive;

/// The most spaces that one `text:s` stands for.
const MOST_SPACES: usize = 1_000;

/// Whether the bytes are an archive that says it is an OpenDocument text.
pub(super) fn is_odt(source: &Source) -> bool {
    source.package() == Some(Package::Odt)
}

/// Reads an OpenDocument text.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    if !is_odt(source) {
        return Err(ImportError::NotThatFormat {
            format: Format::Odt,
            why: "it does not say that it is an OpenDocument text".to_owned(),
        });
    }
    let mut archive = Archive::open(source.bytes)?;
    archive.harmless()?;
    let bytes = archive.read("content.xml")?;
    let body = read_content(&text_of(&bytes)?)?;
    transcript_of(Format::Odt, body, options)
}

fn read_content(xml: &str) -> Result<Body, ImportError> {
    let mut events = Xml::new(xml);
    let mut builder = Builder::default();
    // depth inside an element whose content is no speech
    let mut skipped = 0usize;
    loop {
        match events.event()? {
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            Event::Text(_) if skipped > 0 => {}
            Event::Start(element) => skipped += usize::from(start(&element, &mut builder)),
            Event::End(name) => match name.name() {
                "text:p" | "text:h" => builder.close_paragraph(),
                "table:table" => builder.close_table(),
                _ => {}
            },
            Event::Text(text) => builder.text(&collapsed(&text, builder.open_text())),
            Event::Eof => return Ok(builder.finish()),
        }
    }
}

/// Takes the start of an element; whether what is inside it is to be left out.
fn start(element: &Element, builder: &mut Builder) -> bool {
    match element.name() {
        "text:p" | "text:h" => {
            builder.open_paragraph();
            if let Some(style) = element.attribute("style-name") {
                builder.style(style);
            }
        }
        "text:s" => {
            let n = element.attribute("c").and_then(|n| n.parse().ok());
            builder.put(&" ".repeat(n.unwrap_or(1usize).min(MOST_SPACES)));
        }
        "text:tab" => builder.put("\t"),
        "text:line-break" => builder.put("\n"),
        "table:table" => builder.open_table(),
        "table:table-row" => builder.open_row(),
        "table:table-cell" | "table:covered-table-cell" => builder.open_cell(),
        "text:deletion" => {
            builder.body.deleted += 1;
            return true;
        }
        "office:annotation" => {
            builder.body.comments += 1;
            return true;
        }
        "text:note" => {
            builder.body.footnotes += 1;
            return true;
        }
        "office:automatic-styles"
        | "office:font-face-decls"
        | "office:scripts"
        | "svg:title"
        | "svg:desc"
        | "office:forms" => return true,
        _ => {}
    }
    false
}

/// Runs of white space are one space; none at the start of a paragraph or after another.
fn collapsed(text: &str, before: Option<&str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = before.is_none_or(|before| before.is_empty() || before.ends_with([' ', '\n']));
    for c in text.chars() {
        if matches!(c, ' ' | '\t' | '\n' | '\r') {
            if !space {
                out.push(' ');
            }
            space = true;
        } else {
            out.push(c);
            space = false;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::body::Block;

    #[test]
    fn what_was_said_and_nothing_beside_it() {
        let xml = "<office:document-content><office:body><office:text>\
            <text:tracked-changes><text:changed-region><text:deletion><text:p>effacé</text:p></text:deletion>\
            </text:changed-region></text:tracked-changes>\
            <text:h>Ana<text:s text:c=\"3\"/>0:04</text:h>\
            <text:p>Un  deux<text:line-break/>trois<text:tab/>&#233;&amp;<text:note><text:note-body><text:p>note</text:p>\
            </text:note-body></text:note><office:annotation><text:p>marge</text:p></office:annotation></text:p>\
            <text:list><text:list-item><text:p>puce</text:p></text:list-item></text:list>\
            </office:text></office:body></office:document-content>";
        let body = read_content(xml).unwrap();
        assert_eq!((body.deleted, body.comments, body.footnotes), (1, 1, 1));
        let texts: Vec<String> = body
            .blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph.text),
                Block::Table(_) => None,
            })
            .collect();
        assert_eq!(texts, ["Ana   0:04", "Un deux\ntrois\té&", "puce"]);
    }
}
