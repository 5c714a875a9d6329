//! A report as a Word document: real headings, a table of contents, heads of tables repeated on every page, page numbers,
//! and places for people's own words.

use super::own::{Own, SEAL, TAG, checksum};
use super::{Block, Report};
use crate::export::ooxml::{self, Part, escape};
use crate::file::zip::ArchiveError;
use crate::text::sanitise::harmless;
use std::fmt::Write;

/// What a document is dressed in.
#[derive(Debug, Clone)]
pub struct Dress {
    /// The part with the styles.
    pub styles: Vec<u8>,
    /// Ids of the styles, by what they are for.
    ids: Vec<(&'static str, String)>,
    /// Whether headings get numbers here; a person's own model numbers its own, or does not.
    numbers: bool,
}

/// What a style is for: its name in every language's Word, and the id that ours has.
const STYLES: &[(&str, &str)] = &[
    ("title", "Title"),
    ("heading 1", "Heading1"),
    ("heading 2", "Heading2"),
    ("heading 3", "Heading3"),
    ("quote", "Quote"),
    ("caption", "Caption"),
    ("list bullet", "ListBullet"),
    ("table grid", "TableGrid"),
    ("toc 1", "TOC1"),
    ("placeholder text", "PlaceholderText"),
];

impl Default for Dress {
    fn default() -> Self {
        Self {
            styles: include_bytes!("styles.xml").to_vec(),
            ids: STYLES
                .iter()
                .map(|(name, id)| (*name, (*id).to_owned()))
                .collect(),
            numbers: true,
        }
    }
}

impl Dress {
    /// Ours, without numbers before its headings.
    pub fn unnumbered() -> Self {
        Self {
            numbers: false,
            ..Self::default()
        }
    }

    /// The styles of a document that somebody made as a model; also the names of those that it lacks.
    pub fn of(bytes: &[u8]) -> Result<(Self, Vec<&'static str>), super::own::OwnError> {
        use crate::file::xml::{Event, Xml, text_of};
        let mut archive = crate::file::zip::Archive::open(bytes)?;
        let styles = archive.read("word/styles.xml")?;
        let text = text_of(&styles)?.into_owned();
        let mut xml = Xml::new(&text);
        let mut known: Vec<(String, String)> = Vec::new();
        let mut id = String::new();
        loop {
            match xml.event()? {
                Event::Start(element) if element.name() == "w:style" => {
                    id = element.attribute("styleId").unwrap_or_default();
                }
                Event::Start(element) if element.name() == "w:name" => {
                    let name = element.attribute("val").unwrap_or_default();
                    known.push((name.to_lowercase(), id.clone()));
                }
                Event::Eof => break,
                Event::Start(_) | Event::End(_) | Event::Text(_) => {}
            }
        }
        let (mut ids, mut lacking) = (Vec::new(), Vec::new());
        for (name, _) in STYLES {
            match known.iter().find(|(own, _)| own == name) {
                Some((_, id)) => ids.push((*name, id.clone())),
                None => lacking.push(*name),
            }
        }
        let dress = Self {
            styles,
            ids,
            numbers: false,
        };
        Ok((dress, lacking))
    }

    fn id(&self, name: &str) -> Option<&str> {
        let (_, id) = self.ids.iter().find(|(own, _)| *own == name)?;
        Some(id)
    }

    fn paragraph(&self, name: &str) -> String {
        self.id(name).map_or_else(String::new, |id| {
            format!("<w:pStyle w:val=\"{}\"/>", escape(id))
        })
    }
}

/// Words of the document itself.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Over the table of contents.
    pub contents: String,
    /// Language, as `fr-FR`.
    pub language: String,
    /// When it was made, in RFC 3339; the date of the journal's head.
    pub date: String,
}

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
/// Width of the text on an A4 page with these margins, in twentieths of a point.
pub(super) const TEXT_WIDTH: usize = 9_638;

impl Report {
    /// As a Word document, with what people wrote into its own places before. The same report gives the same bytes.
    pub fn docx(&self, dress: &Dress, frame: &Frame, kept: &Own) -> Result<Vec<u8>, ArchiveError> {
        let mut body = Body {
            out: String::new(),
            outside: String::new(),
            dress,
            heading: 0,
        };
        body.styled("title", &self.title);
        let mut blocks = self.blocks.iter().peekable();
        while let Some(before) = blocks.next_if(|block| !matches!(block, Block::Heading(..))) {
            body.block(before, kept);
        }
        body.contents(self, frame);
        for block in blocks {
            body.block(block, kept);
        }
        let seal = checksum(&body.outside);
        let document = format!(
            "{head}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>\
             <w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
             </w:sectPr></w:body></w:document>",
            head = ooxml::HEAD,
            body = body.out
        );
        let styles = dress.styles.clone();
        let mut parts = vec![
            Part::text("word/document.xml", MAIN, document),
            Part::bytes(
                "word/styles.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
                styles,
            ),
            Part::text(
                "word/numbering.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
                NUMBERING.to_owned(),
            ),
            Part::text(
                "word/footer1.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
                footer(&self.title),
            ),
            Part::relations(
                "word/_rels/document.xml.rels",
                &[
                    ("rId1", "styles", "styles.xml"),
                    ("rId2", "numbering", "numbering.xml"),
                    ("rId3", "footer", "footer1.xml"),
                ],
            ),
        ];
        parts.extend(ooxml::properties(
            &self.title,
            &frame.date,
            &frame.language,
            (SEAL, &seal),
        ));
        ooxml::package("word/document.xml", &parts)
    }
}

const MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const NUMBERING: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>",
    "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"240\"/></w:pPr></w:lvl></w:abstractNum>",
    "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"%1\u{2002}\"/>",
    "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>",
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.%2\u{2002}\"/>",
    "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl></w:abstractNum>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
);

struct Body<'a> {
    out: String,
    /// The words that the program wrote, for the checksum.
    outside: String,
    dress: &'a Dress,
    heading: usize,
}

impl Body<'_> {
    fn block(&mut self, block: &Block, kept: &Own) {
        match block {
            Block::Heading(level, words) => {
                let at = self.heading;
                self.heading += 1;
                let style = self.dress.paragraph(&format!("heading {level}"));
                let number = if self.dress.numbers && *level < 3 {
                    let level = level - 1;
                    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr>")
                } else {
                    String::new()
                };
                let run = self.run("", words);
                let _ = write!(
                    self.out,
                    "<w:p><w:pPr>{style}<w:keepNext/>{number}</w:pPr><w:bookmarkStart w:id=\"{at}\" w:name=\"_Toc{at}\"/>{run}<w:bookmarkEnd w:id=\"{at}\"/></w:p>"
                );
                self.outside.push('\n');
            }
            Block::Paragraph(words) => self.paragraph("", words),
            Block::Item(words) => {
                let style = self.dress.paragraph("list bullet");
                self.paragraph(
                    &format!(
                        "{style}<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
                    ),
                    words,
                );
            }
            Block::Quote { words, reference } => {
                let style = self.dress.paragraph("quote");
                let words = self.run("", words);
                let reference = self.run("<w:i w:val=\"0\"/><w:sz w:val=\"18\"/>", reference);
                let _ = write!(
                    self.out,
                    "<w:p><w:pPr>{style}<w:keepLines/></w:pPr>{words}<w:r><w:br/></w:r>{reference}</w:p>"
                );
                self.outside.push('\n');
            }
            Block::Rule(words) => self.styled("caption", words),
            Block::Own { key, hint } => self.own(key, hint, kept.words(key)),
            Block::Table {
                head,
                numbers,
                rows,
            } => self.table(head, numbers, rows),
        }
    }

    fn styled(&mut self, style: &str, words: &str) {
        let style = self.dress.paragraph(style);
        self.paragraph(&style, words);
    }

    fn paragraph(&mut self, properties: &str, words: &str) {
        let run = self.run("", words);
        let _ = write!(self.out, "<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>");
        self.outside.push('\n');
    }

    fn run(&mut self, properties: &str, words: &str) -> String {
        let words = harmless(words);
        for line in words.split('\n') {
            self.outside.push_str(line);
        }
        run(properties, &words)
    }

    /// The table of contents: its entries stand there already, each with the page that its heading is on. An index of
    /// Word's own would show no page before somebody brings it up to date; a reference to a page is found at opening.
    fn contents(&mut self, report: &Report, frame: &Frame) {
        let headings = report.blocks.iter().filter_map(|block| match block {
            Block::Heading(level, words) => Some((*level, words.as_str())),
            _ => None,
        });
        let chapters: Vec<(usize, &str)> = headings
            .enumerate()
            .filter(|(_, (level, _))| *level == 1)
            .map(|(at, (_, words))| (at, words))
            .collect();
        if chapters.is_empty() || frame.contents.is_empty() {
            return;
        }
        // in a control of its own: its page numbers are found later, and nobody's edit
        let mut inner = format!(
            "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/></w:pPr>{}</w:p>",
            run("<w:b/>", &frame.contents)
        );
        let style = self.dress.paragraph("toc 1");
        for (n, (at, words)) in (1..).zip(chapters) {
            let words = if self.dress.numbers {
                format!("{n}\u{2002}{words}")
            } else {
                words.to_owned()
            };
            let _ = write!(
                inner,
                "<w:p><w:pPr>{style}<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{TEXT_WIDTH}\"/></w:tabs></w:pPr>\
                 <w:hyperlink w:anchor=\"_Toc{at}\" w:history=\"1\">{}<w:r><w:tab/></w:r>{}</w:hyperlink></w:p>",
                run("", &harmless(&words)),
                field(&format!("PAGEREF _Toc{at} \\h"), " w:dirty=\"true\"", "")
            );
        }
        let _ = write!(
            self.out,
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        );
    }

    fn own(&mut self, key: &str, hint: &str, kept: Option<&str>) {
        let style = self
            .dress
            .id("placeholder text")
            .map_or_else(String::new, |id| {
                // said again beside the style, which not every program keeps in a place like this
                format!(
                    "<w:rStyle w:val=\"{}\"/><w:color w:val=\"7F7F7F\"/>",
                    escape(id)
                )
            });
        let (showing, content) = match kept {
            Some(raw) => ("", raw.to_owned()),
            None => (
                "<w:showingPlcHdr/>",
                format!("<w:p>{}</w:p>", run(&style, hint)),
            ),
        };
        let _ = write!(
            self.out,
            "<w:sdt><w:sdtPr><w:alias w:val=\"{hint}\"/><w:tag w:val=\"{TAG}{key}\"/>{showing}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>",
            hint = escape(hint),
            key = escape(key)
        );
    }

    fn table(&mut self, head: &[String], numbers: &[bool], rows: &[Vec<String>]) {
        let widths = widths(head, numbers, rows);
        let style = self.dress.id("table grid").map_or_else(String::new, |id| {
            format!("<w:tblStyle w:val=\"{}\"/>", escape(id))
        });
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr>{style}<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        );
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>");
        self.row(head, numbers, &widths, true);
        for row in rows {
            self.row(row, numbers, &widths, false);
        }
        // two tables are never one
        self.out.push_str(
            "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>",
        );
        self.outside.push('\n');
    }

    fn row(&mut self, cells: &[String], numbers: &[bool], widths: &[usize], head: bool) {
        // the head stays with its first row
        let (repeated, keep) = if head {
            ("<w:tblHeader/>", "<w:keepNext/>")
        } else {
            ("", "")
        };
        let _ = write!(self.out, "<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>");
        for ((cell, number), width) in cells.iter().zip(numbers).zip(widths) {
            let (shade, bold) = if head {
                (
                    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>",
                    "<w:b/><w:sz w:val=\"18\"/>",
                )
            } else {
                ("", "<w:sz w:val=\"18\"/>")
            };
            let side = if *number {
                "<w:jc w:val=\"right\"/>"
            } else {
                ""
            };
            let run = self.run(bold, cell);
            let _ = write!(
                self.out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr>{keep}<w:spacing w:after=\"0\"/>{side}</w:pPr>{run}</w:p></w:tc>"
            );
            self.outside.push('\n');
        }
        self.out.push_str("</w:tr>");
    }
}

/// Room that a letter of a bold head takes at most, on the whole of a word, in twentieths of a point.
pub(super) const LETTER: usize = 136;
/// Room beside the words of a cell.
pub(super) const EDGES: usize = 150;

/// Widths of the columns; together the width of the text. No word is cut where all words have room; what is left goes to
/// the columns that hold the longest.
pub(super) fn widths(head: &[String], numbers: &[bool], rows: &[Vec<String>]) -> Vec<usize> {
    // the widest letters take half as much again
    let count = |text: &str| {
        let wide = text.chars().filter(|c| "mwMW%œ".contains(*c)).count();
        text.chars().count() + wide.div_ceil(2)
    };
    let columns: Vec<(usize, usize)> = head
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let cells = || {
                rows.iter()
                    .filter_map(|row| row.get(at))
                    .map(String::as_str)
            };
            let longest = cells().map(count).max().unwrap_or(0);
            // no-break spaces do not part words
            let word = cells()
                .chain([name.as_str()])
                .flat_map(|text| text.split([' ', '\n', '-']))
                .map(count)
                .max()
                .unwrap_or(0);
            let least = word.clamp(2, 24) * LETTER + EDGES;
            let wanted = if numbers.get(at) == Some(&true) {
                least.max(count(name).min(12) * LETTER + EDGES)
            } else {
                least.max(longest.min(60) * LETTER + EDGES)
            };
            (least, wanted)
        })
        .collect();
    let least: usize = columns.iter().map(|(least, _)| least).sum::<usize>().max(1);
    let more: usize = columns.iter().map(|(least, wanted)| wanted - least).sum();
    let spare = TEXT_WIDTH.saturating_sub(least);
    columns
        .iter()
        .map(|(own, wanted)| match (spare, more) {
            (0, _) => own * TEXT_WIDTH / least,
            (spare, 0) => own + spare * own / least,
            (spare, more) if more > spare => own + (wanted - own) * spare / more,
            (spare, more) => wanted + (spare - more) * wanted / (least + more),
        })
        .collect()
}

/// One paragraph of plain words.
pub(super) fn plain(words: &str) -> String {
    format!("<w:p>{}</w:p>", run("", words))
}

/// Words as runs; line feeds become breaks.
fn run(properties: &str, words: &str) -> String {
    let mut out = String::new();
    for (at, line) in words.split('\n').enumerate() {
        let line_break = if at > 0 { "<w:br/>" } else { "" };
        let _ = write!(
            out,
            "<w:r><w:rPr>{properties}</w:rPr>{line_break}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(line)
        );
    }
    out
}

/// A field, with what it shows until it is worked out.
fn field(code: &str, begin: &str, shown: &str) -> String {
    let shown = if shown.is_empty() {
        String::new()
    } else {
        run("", shown)
    };
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"{begin}/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{shown}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

fn footer(title: &str) -> String {
    format!(
        "{head}<w:ftr {NAMESPACES}><w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"{TEXT_WIDTH}\"/></w:tabs></w:pPr>{title}<w:r><w:tab/></w:r>{page}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{pages}</w:p></w:ftr>",
        head = ooxml::HEAD,
        title = run("<w:sz w:val=\"16\"/>", &harmless(title)),
        page = field("PAGE", "", "1"),
        pages = field("NUMPAGES", "", "1")
    )
}
