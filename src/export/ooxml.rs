//! The packages that office programs read: parts, their kinds, the relations between them; the same parts give the same
//! bytes.

use crate::file::zip::{ArchiveError, pack};
use std::borrow::Cow;
use std::fmt::Write;

/// The head of every part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "application/vnd.openxmlformats-package.relationships+xml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// One part of a package.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Path in the package.
    pub(super) path: String,
    /// Its kind; empty where the ending of its name says it.
    pub(super) kind: Cow<'static, str>,
    /// What stands in it.
    pub(super) bytes: Vec<u8>,
}

impl Part {
    pub(super) fn text(
        path: impl Into<String>,
        kind: impl Into<Cow<'static, str>>,
        text: String,
    ) -> Self {
        Self::bytes(path, kind, text.into_bytes())
    }

    pub(super) fn bytes(
        path: impl Into<String>,
        kind: impl Into<Cow<'static, str>>,
        bytes: Vec<u8>,
    ) -> Self {
        Self {
            path: path.into(),
            kind: kind.into(),
            bytes,
        }
    }

    /// Relations of a part: id, kind, target.
    pub(super) fn relations(path: impl Into<String>, list: &[(&str, &str, &str)]) -> Self {
        let mut text = format!(
            "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (id, kind, target) in list {
            let kind = if kind.contains(':') {
                (*kind).to_owned()
            } else {
                format!("{OFFICE}/{kind}")
            };
            let _ = write!(
                text,
                "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"/>",
                escape(target)
            );
        }
        text.push_str("</Relationships>");
        Self::text(path, RELATIONS, text)
    }
}

/// Title, date, language and one property of our own.
pub(super) fn properties(title: &str, date: &str, language: &str, own: (&str, &str)) -> [Part; 2] {
    let date = if date.is_empty() {
        String::new()
    } else {
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified>",
            date = escape(date)
        )
    };
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>entretien</dc:creator>{date}<dc:language>{}</dc:language></cp:coreProperties>",
        escape(title),
        escape(language)
    );
    let (name, value) = own;
    let custom = format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\
         <property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{}\"><vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        escape(name),
        escape(value)
    );
    [
        Part::text(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core,
        ),
        Part::text(
            "docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            custom,
        ),
    ]
}

/// The whole package around its main part.
pub(super) fn package(main: &str, parts: &[Part]) -> Result<Vec<u8>, ArchiveError> {
    let mut types = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"{RELATIONS}\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (ending, kind) in [
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ] {
        if parts
            .iter()
            .any(|part| part.path.ends_with(&format!(".{ending}")))
        {
            let _ = write!(
                types,
                "<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>"
            );
        }
    }
    for part in parts {
        if !part.kind.is_empty() && part.kind != RELATIONS {
            let _ = write!(
                types,
                "<Override PartName=\"/{}\" ContentType=\"{}\"/>",
                escape(&part.path),
                part.kind
            );
        }
    }
    types.push_str("</Types>");
    let relations = Part::relations(
        "_rels/.rels",
        &[
            ("rId1", "officeDocument", main),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            ("rId3", "custom-properties", "docProps/custom.xml"),
        ],
    );
    let members = std::iter::once(("[Content_Types].xml", types.as_bytes()))
        .chain(std::iter::once((
            relations.path.as_str(),
            relations.bytes.as_slice(),
        )))
        .chain(
            parts
                .iter()
                .map(|part| (part.path.as_str(), part.bytes.as_slice())),
        );
    pack(members)
}

/// Words that mean themselves in XML; characters that XML does not allow are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}
