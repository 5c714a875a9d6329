//! Word, OpenDocument, RTF, web pages, PDF.

use crate::Case;
use crate::Must::{Read, Refuse};
use crate::common::{archive, document, docx, docx_with, paragraph};
use crate::make::{half, lying, noise, numbered, renamed, stored, with_link};

const BIG: usize = 200 << 20;

/// An OpenDocument text with this as its text.
fn odt(text: &str) -> Vec<u8> {
    odt_of(&format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    ))
}

fn odt_of(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

fn small() -> Vec<u8> {
    docx(&["Ana: oui", "Bo: non", "Ana: si", "Bo: bon"])
}

fn bomb() -> Vec<u8> {
    archive(&[("word/document.xml", &vec![b'A'; BIG])])
}

pub fn cases() -> Vec<Case> {
    let mut all = word();
    all.extend(others());
    all
}

fn word() -> Vec<Case> {
    vec![
        (
            "a whole Word file",
            "a.docx",
            small,
            Read(&["docx, 4 words, 4 turns"]),
        ),
        (
            "a bomb",
            "a.docx",
            bomb,
            Refuse(&["a.docx", "unpacks to more than"]),
        ),
        (
            "a bomb that lies",
            "a.docx",
            || lying(&bomb(), BIG, 1000),
            Refuse(&["a.docx"]),
        ),
        (
            "a size that is not there",
            "a.docx",
            || {
                lying(
                    &docx_with(&paragraph(&"a".repeat(4321))),
                    document(&paragraph(&"a".repeat(4321))).len(),
                    60 << 20,
                )
            },
            Refuse(&["a.docx"]),
        ),
        (
            "three megabytes of one letter",
            "a.docx",
            || docx_with(&paragraph(&"A".repeat(3 << 20))),
            Refuse(&["unpacks to more than"]),
        ),
        (
            "sixty megabytes of few words",
            "a.docx",
            || {
                let words: String = noise(3000)
                    .iter()
                    .map(|byte| char::from(b'a' + byte % 8))
                    .collect();
                docx_with(&paragraph(&words.repeat(20_000)))
            },
            Refuse(&["unpacks to more than"]),
        ),
        (
            "tables 200,000 deep",
            "a.docx",
            || docx_with(&"<w:tbl><w:tr><w:tc>".repeat(200_000)),
            Refuse(&["nested deeper"]),
        ),
        (
            "entities that grow",
            "a.docx",
            || {
                archive(&[("word/document.xml", b"<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:t>&b;</w:t></w:document>")])
            },
            Refuse(&["DOCTYPE"]),
        ),
        (
            "an entity that fetches",
            "a.docx",
            || {
                archive(&[("word/document.xml", b"<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document>&a;</w:document>")])
            },
            Refuse(&["DOCTYPE"]),
        ),
        (
            "an entity of its own",
            "a.docx",
            || docx_with("<w:p>&own;</w:p>"),
            Refuse(&["own"]),
        ),
        (
            "half a Word file",
            "a.docx",
            || half(&small()),
            Refuse(&["a.docx"]),
        ),
        (
            "half a document in a whole archive",
            "a.docx",
            || archive(&[("word/document.xml", &document("<w:p>").as_bytes()[..280])]),
            Refuse(&["damaged"]),
        ),
        (
            "no main part",
            "a.docx",
            || archive(&[("word/other.xml", b"<a/>")]),
            Refuse(&["word/document.xml"]),
        ),
        (
            "six thousand members",
            "a.docx",
            || {
                let names: Vec<String> = (0..6000).map(|n| format!("word/{n}")).collect();
                let members: Vec<(&str, &[u8])> = names
                    .iter()
                    .map(|name| (name.as_str(), b"".as_slice()))
                    .collect();
                archive(&members)
            },
            Refuse(&["6000 members"]),
        ),
        (
            "another root",
            "a.docx",
            || archive(&[("word/document.xml", b"<html/>")]),
            Refuse(&["no Word document"]),
        ),
        (
            "two main parts",
            "a.docx",
            || {
                let one = document(&paragraph("Ana: oui"));
                let bytes = stored(&[
                    ("word/document.xml", one.as_bytes()),
                    ("word/documenu.xml", one.as_bytes()),
                ]);
                renamed(&bytes, b"word/documenu.xml", b"word/document.xml")
            },
            Refuse(&["two members"]),
        ),
        (
            "two main parts in two cases",
            "a.docx",
            || {
                let one = document(&paragraph("Ana: oui"));
                archive(&[
                    ("word/document.xml", one.as_bytes()),
                    ("word/Document.xml", b"<a/>"),
                ])
            },
            Refuse(&["two members"]),
        ),
        (
            "a member that leads outside",
            "a.docx",
            || {
                archive(&[
                    (
                        "word/document.xml",
                        document(&paragraph("Ana: oui")).as_bytes(),
                    ),
                    ("../../outside", b"x"),
                ])
            },
            Refuse(&["../../outside"]),
        ),
        (
            "a member that is a link",
            "a.docx",
            || {
                with_link(
                    &[(
                        "word/document.xml",
                        document(&paragraph("Ana: oui")).as_bytes(),
                    )],
                    "word/media",
                    "/etc",
                )
            },
            Refuse(&["word/media"]),
        ),
        (
            "120,000 attributes",
            "a.docx",
            || {
                let attributes = numbered(0..120_000, |n| format!(" a{n}=\"1\""));
                docx_with(&format!("<w:p{attributes}><w:r><w:t>a</w:t></w:r></w:p>"))
            },
            Read(&["docx, 1 word,"]),
        ),
        (
            "NUL and escapes in words",
            "a.docx",
            || docx_with("<w:p><w:r><w:t>a&#0;&#27;]52;c;x\u{1b}[2J</w:t></w:r></w:p>"),
            Read(&["docx, 1 word,", "control"]),
        ),
        (
            "four million empty elements",
            "a.docx",
            || {
                stored(&[(
                    "word/document.xml",
                    document(&"<a/>".repeat(4 << 20)).as_bytes(),
                )])
            },
            Refuse(&["more than 3000000 elements"]),
        ),
        (
            "300,000 paragraphs",
            "a.docx",
            || {
                stored(&[(
                    "word/document.xml",
                    document(&"<w:p/>".repeat(300_000)).as_bytes(),
                )])
            },
            Refuse(&["200,000"]),
        ),
        (
            "400,000 line breaks",
            "a.docx",
            || {
                stored(&[(
                    "word/document.xml",
                    document(&format!(
                        "<w:p><w:r>{}</w:r></w:p>",
                        "<w:br/>".repeat(400_000)
                    ))
                    .as_bytes(),
                )])
            },
            Refuse(&["200,000"]),
        ),
        (
            "XML in broken UTF-8",
            "a.docx",
            || archive(&[("word/document.xml", b"<w:document>\xff\xfe</w:document>")]),
            Refuse(&["UTF-8"]),
        ),
        (
            "an old Word file",
            "a.doc",
            || b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(64),
            Refuse(&["old Office"]),
        ),
        (
            "noise as a Word file",
            "a.docx",
            || noise(200_000),
            Refuse(&["a.docx"]),
        ),
        (
            "an archive's beginning, and noise",
            "a.docx",
            || [b"PK\x03\x04".as_slice(), &noise(200_000)].concat(),
            Refuse(&["zip"]),
        ),
    ]
}

fn others() -> Vec<Case> {
    vec![
        (
            "a whole OpenDocument text",
            "a.odt",
            || {
                odt(
                    "<text:p>Ana: oui</text:p><text:p>Bo: non</text:p><text:p>Ana: si</text:p><text:p>Bo: bon</text:p>",
                )
            },
            Read(&["odt, 4 words, 4 turns"]),
        ),
        (
            "lists 200,000 deep",
            "a.odt",
            || odt(&"<text:list><text:list-item>".repeat(200_000)),
            Refuse(&["nested deeper"]),
        ),
        (
            "four thousand million spaces",
            "a.odt",
            || odt("<text:p>Ana : <text:s text:c=\"4000000000\"/>oui</text:p>"),
            Read(&["odt, "]),
        ),
        (
            "an entity that fetches, in OpenDocument",
            "a.odt",
            || {
                odt_of(
                    "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><office:document-content>&a;</office:document-content>",
                )
            },
            Refuse(&["DOCTYPE"]),
        ),
        (
            "a bomb in OpenDocument",
            "a.odt",
            || {
                archive(&[
                    ("mimetype", b"application/vnd.oasis.opendocument.text"),
                    ("content.xml", &vec![b'A'; BIG]),
                ])
            },
            Refuse(&["unpacks to more than"]),
        ),
        (
            "half an OpenDocument text",
            "a.odt",
            || half(&odt(&"<text:p>Ana: oui</text:p>".repeat(500))),
            Refuse(&["a.odt"]),
        ),
        (
            "300,000 cells",
            "a.odt",
            || {
                let row = format!(
                    "<table:table-row>{}</table:table-row>",
                    "<table:table-cell/>".repeat(1000)
                );
                let text = format!("<table:table>{}</table:table>", row.repeat(300));
                stored(&[
                    ("mimetype", b"application/vnd.oasis.opendocument.text"),
                    ("content.xml", format!("<office:document-content><office:body><office:text>{text}</office:text></office:body></office:document-content>").as_bytes()),
                ])
            },
            Refuse(&["200,000"]),
        ),
        (
            "a whole RTF",
            "a.rtf",
            || br"{\rtf1\ansi ANA : oui\par BO : non\par ANA : si\par BO : bon\par}".to_vec(),
            Read(&["rtf, 4 words, 4 turns"]),
        ),
        (
            "groups 200,000 deep",
            "a.rtf",
            || format!("{{\\rtf1{}", "{".repeat(200_000)).into_bytes(),
            Refuse(&["a.rtf"]),
        ),
        (
            "half an RTF",
            "a.rtf",
            || br"{\rtf1\ansi ANA : oui\par".to_vec(),
            Refuse(&["a.rtf"]),
        ),
        (
            "a length that is not there",
            "a.rtf",
            || br"{\rtf1 \bin2147483647 x}".to_vec(),
            Refuse(&["a.rtf"]),
        ),
        (
            "NUL in RTF",
            "a.rtf",
            || b"{\\rtf1 ANA : a\0b\\u0?\\u-10179?\\par}".to_vec(),
            Read(&["rtf, "]),
        ),
        (
            "300,000 paragraphs of RTF",
            "a.rtf",
            || format!("{{\\rtf1 {}}}", "a\\par ".repeat(300_000)).into_bytes(),
            Refuse(&["200,000"]),
        ),
        (
            "a million cells of RTF",
            "a.rtf",
            || format!("{{\\rtf1 \\trowd {}\\row}}", "\\cell".repeat(1_000_000)).into_bytes(),
            Refuse(&["200,000"]),
        ),
        (
            "a million groups",
            "a.rtf",
            || format!("{{\\rtf1 a{}}}", "{}".repeat(1_000_000)).into_bytes(),
            Read(&["rtf, 1 word,"]),
        ),
        (
            "a whole page",
            "a.html",
            || b"<html><p>ANA : oui<p>BO : non<p>ANA : si<p>BO : bon</html>".to_vec(),
            Read(&["html, 4 words, 4 turns"]),
        ),
        (
            "tables never closed",
            "a.html",
            || format!("<html><body>a{}", "<table><tr><td>".repeat(200_000)).into_bytes(),
            Read(&["html, 1 word,"]),
        ),
        (
            "paragraphs never closed",
            "a.html",
            || format!("<html><body>{}", "<p>a".repeat(300_000)).into_bytes(),
            Refuse(&["200,000"]),
        ),
        (
            "quotes never closed",
            "a.html",
            || format!("<html>oui{}", "<p a='".repeat(200_000)).into_bytes(),
            Read(&["html, "]),
        ),
        (
            "signs that open nothing",
            "a.html",
            || format!("<html><body>{}", "<&".repeat(500_000)).into_bytes(),
            Read(&["html, "]),
        ),
        (
            "comments never closed",
            "a.html",
            || format!("<html>oui{}", "<!--".repeat(300_000)).into_bytes(),
            Read(&["html, 1 word,"]),
        ),
        (
            "a page that fetches and runs",
            "a.html",
            || {
                b"<html><script>x</script><img src=http://127.0.0.1:9/a><iframe src=file:///etc/passwd></iframe><p>oui".to_vec()
            },
            Read(&["html, 1 word,"]),
        ),
        (
            "a page in broken UTF-8",
            "a.html",
            || b"<html><meta charset=utf-8><p>ou\xff\xfe i\xc3".to_vec(),
            Read(&["html, "]),
        ),
        (
            "a PDF that is none",
            "a.pdf",
            || [b"%PDF-1.7\n".as_slice(), &noise(50_000)].concat(),
            Refuse(&["a.pdf"]),
        ),
        (
            "half a PDF",
            "a.pdf",
            || {
                b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>\nendobj\ntrailer<</Root 1 0 R>>".to_vec()
            },
            Refuse(&["a.pdf"]),
        ),
    ]
}
