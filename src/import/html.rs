//! Web pages: the words a reader sees, paragraph by paragraph; tables row by row. Nothing is fetched, nothing is run.

use super::body::{Body, Builder, transcript_of};
use super::error::ImportError;
use super::foreign::Foreign;
use super::transcript::{Format, Options, Source, Transcript};

/// Elements that begin a paragraph of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
/// Elements whose content nobody reads.
const UNSEEN: &[&str] = &[
    "script", "style", "head", "template", "noscript", "svg", "math", "object", "iframe", "select",
    "textarea", "del",
];
/// The longest entity, in bytes.
const LONGEST_ENTITY: usize = 32;

/// Whether a text begins as a web page does.
pub(super) fn is_html(source: &Source) -> bool {
    source.known() == Some(Foreign::Html)
}

/// Reads a web page.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    transcript_of(Format::Html, body(source.text()), options)
}

/// A piece of a page.
enum Piece<'a> {
    Text(&'a str),
    /// Name in small letters, whether it closes.
    Tag(String, bool),
}

/// The pieces of a page, comments and declarations left out.
fn pieces(mut rest: &str) -> impl Iterator<Item = Piece<'_>> {
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let Some(after) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, more) = rest.split_at(end);
                rest = more;
                return Some(Piece::Text(text));
            };
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, more)| more);
                continue;
            }
            let (closes, named) = match after.strip_prefix('/') {
                Some(named) => (true, named),
                None => (false, after),
            };
            if after.starts_with(['!', '?']) {
                rest = after.split_once('>').map_or("", |(_, more)| more);
                continue;
            }
            if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
                // a sign that opens nothing
                let (sign, more) = rest.split_at(1);
                rest = more;
                return Some(Piece::Text(sign));
            }
            let name: String = named
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == ':')
                .take(40)
                .collect::<String>()
                .to_ascii_lowercase();
            rest = after_tag(named);
            return Some(Piece::Tag(name, closes));
        }
    })
}

/// What follows the tag: a `>` inside quotes does not end it.
fn after_tag(tag: &str) -> &str {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return tag.get(at + 1..).unwrap_or(""),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    ""
}

fn body(page: &str) -> Body {
    let mut builder = Builder::default();
    // the element whose content nobody reads, and how deep it is inside itself
    let mut unseen: Option<(String, usize)> = None;
    let mut open = false;
    for piece in pieces(page) {
        if let Some((name, depth)) = &mut unseen {
            if let Piece::Tag(tag, closes) = piece
                && tag == *name
            {
                *depth = if closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    unseen = None;
                }
            }
            continue;
        }
        match piece {
            Piece::Text(text) => {
                if !open {
                    if text.trim().is_empty() {
                        continue;
                    }
                    builder.open_paragraph();
                    open = true;
                }
                let before = builder.open_text().unwrap_or("");
                let mut space = before.is_empty() || before.ends_with([' ', '\n']);
                let mut words = String::with_capacity(text.len());
                for c in entities(text).chars() {
                    if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                        if !space {
                            words.push(' ');
                        }
                        space = true;
                    } else {
                        words.push(c);
                        space = false;
                    }
                }
                builder.put(&words);
            }
            Piece::Tag(name, closes) => {
                if name == "br" {
                    if open {
                        builder.put("\n");
                    }
                    continue;
                }
                if UNSEEN.contains(&name.as_str()) {
                    if !closes {
                        builder.body.deleted += usize::from(name == "del");
                        unseen = Some((name, 1));
                    }
                    continue;
                }
                if !BLOCKS.contains(&name.as_str()) {
                    continue;
                }
                if std::mem::take(&mut open) {
                    builder.close_paragraph();
                }
                match (name.as_str(), closes) {
                    ("table", false) => builder.open_table(),
                    ("table", true) => builder.close_table(),
                    ("tr", false) => builder.open_row(),
                    ("td" | "th", false) => builder.open_cell(),
                    _ => {}
                }
            }
        }
    }
    if open {
        builder.close_paragraph();
    }
    builder.finish()
}

/// A text with its entities resolved; one that is unknown stays as it is written.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let end = after.bytes().take(LONGEST_ENTITY).position(|b| b == b';');
        let entity = end.and_then(|end| after.get(..=end));
        match entity {
            Some(entity) => {
                out.push_str(&html_escape::decode_html_entities(entity));
                rest = after.get(entity.len()..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = after.get(1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::body::Block;

    fn paragraphs(page: &str) -> Vec<String> {
        body(page)
            .blocks
            .into_iter()
            .filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph.text),
                Block::Table(_) => None,
            })
            .collect()
    }

    #[test]
    fn the_words_a_reader_sees() {
        let page = "<!doctype html><html><head><title>t</title><style>p{}</style></head><body>\n\
            <!-- <p>non</p> --><p title=\"a > b\">ANA&nbsp;: l&rsquo;&eacute;t&#233;<br>2 < 3 &amp; &inconnu;</p>\n\
            <script>var a = '<p>x</p>';</script><div>BO : <b>o</b>ui\n  non</div>fin</body></html>";
        assert_eq!(
            paragraphs(page),
            ["ANA\u{a0}: l’été\n2 < 3 & &inconnu;", "BO : oui non", "fin"]
        );
    }

    #[test]
    fn what_is_never_closed_ends_with_the_page() {
        for page in [
            "<p",
            "<p>a<script>",
            "<p>a<!--",
            "<p>a&",
            "<p a='",
            "<p>a</p",
        ] {
            let _ = paragraphs(page);
        }
        assert_eq!(body(&"<table><tr><td>".repeat(50_000)).blocks.len(), 1);
    }
}
