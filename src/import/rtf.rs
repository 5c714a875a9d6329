//! RTF: paragraphs and tables; code pages, Unicode escapes and surrogates; what is no speech is passed over.
//!
//! Read by hand: the published readers fall over an emoji of LibreOffice. Groups may be 512 deep, and nothing is
//! believed of a length before it is there.

use super::body::{Body, Builder, transcript_of};
use super::error::ImportError;
use super::transcript::{Format, Options, Source, Transcript};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// How deep groups may be nested.
const DEEPEST: usize = 512;

/// Groups that hold no speech.
const UNSEEN: &[&str] = &[
    "author",
    "bkmkend",
    "bkmkstart",
    "blipuid",
    "buptim",
    "category",
    "colorschememapping",
    "colortbl",
    "comment",
    "company",
    "creatim",
    "datafield",
    "datastore",
    "docvar",
    "factoidname",
    "falt",
    "ffname",
    "filetbl",
    "fldinst",
    "fontemb",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "generator",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "info",
    "keywords",
    "latentstyles",
    "listoverridetable",
    "listpicture",
    "listtable",
    "listtext",
    "nonshppict",
    "objdata",
    "operator",
    "panose",
    "picprop",
    "pict",
    "pntext",
    "printim",
    "revtbl",
    "revtim",
    "rsidtbl",
    "shpinst",
    "stylesheet",
    "subject",
    "tc",
    "template",
    "themedata",
    "title",
    "userprops",
    "wgrffmtfilter",
    "xe",
    "xmlnstbl",
];

/// Whether the bytes begin as RTF does.
pub(super) fn is_rtf(source: &Source) -> bool {
    source.bytes.starts_with(b"{\\rtf")
}

/// Reads RTF.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    let damaged = |why: &str| ImportError::NotThatFormat {
        format: Format::Rtf,
        why: why.to_owned(),
    };
    if !is_rtf(source) {
        return Err(damaged("it does not begin with {\\rtf"));
    }
    let body = Reader::new(source.bytes)
        .read()
        .map_err(|fault| damaged(fault.words()))?;
    transcript_of(Format::Rtf, body, options)
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    TooDeep,
    Cut,
}

impl Fault {
    fn words(self) -> &'static str {
        match self {
            Self::TooDeep => "its groups are nested too deep",
            Self::Cut => "it ends inside a group",
        }
    }
}

/// What holds inside a group and ends with it.
#[derive(Clone, Copy)]
struct State {
    /// The group holds no speech.
    unseen: bool,
    /// Deleted under tracked changes.
    deleted: bool,
    /// Letters that stand for a Unicode escape, for programs that know none.
    fallback: usize,
    encoding: &'static Encoding,
    /// Inside the table of fonts.
    fonts: bool,
    /// The font named last.
    font: i32,
}

struct Reader<'a> {
    rest: &'a [u8],
    state: State,
    stack: Vec<State>,
    builder: Builder,
    open: bool,
    in_row: bool,
    /// Letters whose encoding may take several bytes.
    raw: Vec<u8>,
    /// The first half of a letter beyond the basic plane.
    high: Option<u16>,
    to_skip: usize,
    encodings: HashMap<i32, &'static Encoding>,
    was_deleted: bool,
}

/// What stands next.
enum Token<'a> {
    Open,
    Close,
    /// A word with its number.
    Word(&'a [u8], Option<i32>),
    /// `\'e9`
    Hex(u8),
    /// `\~` and its like.
    Symbol(u8),
    Letter(u8),
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            state: State {
                unseen: false,
                deleted: false,
                fallback: 1,
                encoding: WINDOWS_1252,
                fonts: false,
                font: 0,
            },
            stack: Vec::new(),
            builder: Builder::default(),
            open: false,
            in_row: false,
            raw: Vec::new(),
            high: None,
            to_skip: 0,
            encodings: HashMap::new(),
            was_deleted: false,
        }
    }

    fn token(&mut self) -> Option<Token<'a>> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(match first {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => self.escape()?,
            letter => Token::Letter(*letter),
        })
    }

    fn escape(&mut self) -> Option<Token<'a>> {
        let length = self
            .rest
            .iter()
            .position(|byte| !byte.is_ascii_alphabetic())
            .unwrap_or(self.rest.len());
        if length == 0 {
            let (symbol, rest) = self.rest.split_first()?;
            self.rest = rest;
            if *symbol == b'\'' {
                let digits = self.rest.get(..2).unwrap_or(b"");
                let value = std::str::from_utf8(digits)
                    .ok()
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok());
                if let Some(value) = value {
                    self.rest = self.rest.get(2..).unwrap_or(b"");
                    return Some(Token::Hex(value));
                }
            }
            return Some(Token::Symbol(*symbol));
        }
        let (word, rest) = self.rest.split_at(length);
        let digits = rest
            .iter()
            .enumerate()
            .position(|(at, byte)| !(byte.is_ascii_digit() || (at == 0 && *byte == b'-')))
            .unwrap_or(rest.len());
        let (number, rest) = rest.split_at(digits);
        let number = std::str::from_utf8(number)
            .ok()
            .and_then(|number| number.parse().ok());
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        Some(Token::Word(word, number))
    }

    fn read(mut self) -> Result<Body, Fault> {
        while let Some(token) = self.token() {
            // a fallback letter may be written in any of these ways
            if self.to_skip > 0 {
                match token {
                    Token::Hex(_) | Token::Letter(_) | Token::Symbol(_) => {
                        let is_line_end = matches!(token, Token::Letter(b'\n' | b'\r'));
                        self.to_skip -= usize::from(!is_line_end);
                        continue;
                    }
                    Token::Word(..) => {
                        self.to_skip -= 1;
                        continue;
                    }
                    Token::Open | Token::Close => self.to_skip = 0,
                }
            }
            match token {
                Token::Open => {
                    self.flush();
                    if self.stack.len() >= DEEPEST {
                        return Err(Fault::TooDeep);
                    }
                    self.stack.push(self.state);
                }
                Token::Close => {
                    self.flush();
                    let Some(before) = self.stack.pop() else {
                        return Ok(self.finish());
                    };
                    self.state = before;
                    if self.stack.is_empty() {
                        return Ok(self.finish());
                    }
                }
                Token::Letter(b'\r' | b'\n') => {}
                Token::Hex(byte) | Token::Letter(byte) => self.letter(byte),
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Word(word, number) => {
                    self.word(std::str::from_utf8(word).unwrap_or(""), number);
                }
            }
        }
        Err(Fault::Cut)
    }

    fn finish(mut self) -> Body {
        self.close();
        self.leave_table();
        self.builder.body.deleted += usize::from(self.was_deleted);
        self.builder.finish()
    }

    fn letter(&mut self, byte: u8) {
        if self.state.unseen || self.state.fonts {
            return;
        }
        self.raw.push(byte);
    }

    /// Puts the letters that were collected.
    fn flush(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        self.lone();
        let raw = std::mem::take(&mut self.raw);
        let (text, _) = self.state.encoding.decode_without_bom_handling(&raw);
        self.put(&text);
    }

    /// Half a letter without its other half.
    fn lone(&mut self) {
        if self.high.take().is_some() {
            self.put("\u{fffd}");
        }
    }

    fn put(&mut self, text: &str) {
        if self.state.unseen || self.state.fonts {
            return;
        }
        if self.state.deleted {
            self.was_deleted |= !text.trim().is_empty();
            return;
        }
        self.builder.body.deleted += usize::from(std::mem::take(&mut self.was_deleted));
        if !self.open {
            self.builder.open_paragraph();
            self.open = true;
        }
        self.builder.put(text);
    }

    /// The paragraph ends.
    fn close(&mut self) {
        if !std::mem::take(&mut self.open) {
            // an empty one is counted
            self.builder.open_paragraph();
        }
        self.builder.close_paragraph();
    }

    fn leave_table(&mut self) {
        if std::mem::take(&mut self.in_row) {
            self.builder.close_table();
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.character('\u{a0}'),
            b'_' => self.character('\u{2011}'),
            b'{' | b'}' | b'\\' => self.letter(symbol),
            b'\n' | b'\r' => self.word("par", None),
            // a group that programs may pass over if they do not know it
            b'*' => self.state.unseen = true,
            _ => {}
        }
    }

    fn character(&mut self, c: char) {
        self.flush();
        self.lone();
        self.put(c.encode_utf8(&mut [0; 4]));
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        self.to_skip = self.state.fallback;
        let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000)) else {
            return;
        };
        match (self.high.take(), unit) {
            (Some(high), 0xdc00..=0xdfff) => {
                let pair: String = char::decode_utf16([high, unit])
                    .map(|c| c.unwrap_or('\u{fffd}'))
                    .collect();
                self.put(&pair);
            }
            (high, unit) => {
                if high.is_some() {
                    self.put("\u{fffd}");
                }
                match unit {
                    0xd800..=0xdbff => self.high = Some(unit),
                    unit => {
                        let c = char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}');
                        self.put(c.encode_utf8(&mut [0; 4]));
                    }
                }
            }
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if word == "bin" {
            let n = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.rest = self.rest.get(n..).unwrap_or(b"");
            return;
        }
        if word == "u" {
            self.unicode(number.unwrap_or(0));
            return;
        }
        self.flush();
        let on = number != Some(0);
        match word {
            "fonttbl" => self.state.fonts = true,
            "footnote" => {
                self.builder.body.footnotes += usize::from(!self.state.unseen);
                self.state.unseen = true;
            }
            "annotation" => {
                // it is inside a group that may be passed over
                self.builder.body.comments += 1;
                self.state.unseen = true;
            }
            "uc" => {
                self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8);
            }
            "ansicpg" => self.state.encoding = of_page(number.unwrap_or(1252)),
            "mac" => self.state.encoding = encoding_rs::MACINTOSH,
            "f" => {
                self.state.font = number.unwrap_or(0);
                if !self.state.fonts
                    && let Some(own) = self.encodings.get(&self.state.font)
                {
                    self.state.encoding = own;
                }
            }
            "fcharset" if self.state.fonts => {
                if let Some(encoding) = of_charset(number.unwrap_or(0)) {
                    self.encodings.insert(self.state.font, encoding);
                }
            }
            "plain" => self.state.deleted = false,
            "deleted" => self.state.deleted = on,
            _ if self.state.unseen || self.state.fonts => {}
            "par" | "sect" | "page" => {
                if !self.in_row {
                    self.close();
                } else if self.open {
                    self.put("\n");
                }
            }
            "line" => self.put("\n"),
            "tab" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" | "enspace" | "qmspace" => self.put(" "),
            "trowd" => {
                if !std::mem::replace(&mut self.in_row, true) {
                    self.builder.open_table();
                }
                self.builder.open_row();
                self.builder.open_cell();
            }
            "cell" if self.in_row => {
                self.close();
                self.builder.open_cell();
            }
            // a paragraph outside the rows ends the table
            "pard" if self.in_row && !self.goes_on_in_table() => self.leave_table(),
            _ if UNSEEN.contains(&word) => self.state.unseen = true,
            _ => {}
        }
    }

    /// Whether the properties that follow say that the paragraph stands in a table.
    fn goes_on_in_table(&self) -> bool {
        let ahead = self.rest.get(..self.rest.len().min(400)).unwrap_or(b"");
        let end = ahead
            .windows(4)
            .position(|four| four == b"\\par" || four == b"\\row")
            .unwrap_or(ahead.len());
        let ahead = ahead.get(..end).unwrap_or(ahead);
        ahead
            .windows(6)
            .any(|six| six == b"\\intbl" || six == b"\\trowd")
    }
}

/// The encoding of a Windows code page.
fn of_page(page: i32) -> &'static Encoding {
    let label = match page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        page => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The encoding of a font's letters; `None` where the file's own holds.
fn of_charset(charset: i32) -> Option<&'static Encoding> {
    Some(of_page(match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::body::Block;

    fn texts(rtf: &str) -> Vec<String> {
        let body = Reader::new(rtf.as_bytes()).read().unwrap();
        body.blocks
            .into_iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => paragraph.text,
                Block::Table(rows) => format!("{} rows", rows.len()),
            })
            .collect()
    }

    #[test]
    fn letters_however_they_are_written() {
        assert_eq!(
            texts(
                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 X;}}\
                 {\\stylesheet{\\s1 Heading;}}{\\*\\generator Riched20;}\\uc1\\pard \\'e9t\\'e9\\~: \\u8217?\\u-10179?\\u-8694?\\par\n\
                 \\f1\\'ff\\f0 a\\{b\\}\\line c\\tab d{\\*\\inconnu x}\\par}"
            )[..2],
            ["été\u{a0}: ’😊".to_owned(), "яa{b}\nc\td".to_owned()]
        );
    }

    #[test]
    fn what_is_no_speech_is_counted() {
        let body = Reader::new(
            b"{\\rtf1 oui{\\footnote bas} {\\deleted perdu}{\\*\\annotation marge}non\\par}",
        )
        .read()
        .unwrap();
        assert_eq!((body.deleted, body.comments, body.footnotes), (1, 1, 1));
        assert!(matches!(&body.blocks[0], Block::Paragraph(p) if p.text == "oui non"));
    }

    #[test]
    fn a_table_has_its_rows() {
        let row = |a: &str, b: &str| {
            format!("\\trowd\\cellx1\\cellx2\\pard\\intbl {a}\\cell {b}\\cell\\row ")
        };
        let rtf = format!(
            "{{\\rtf1 avant\\par {}{}\\pard apr\\'e8s\\par}}",
            row("ANA", "Oui."),
            row("BO", "Non.")
        );
        assert_eq!(texts(&rtf)[..3], ["avant", "2 rows", "après"]);
    }

    #[test]
    fn broken_files_end_with_a_reason() {
        let deep = "{\\rtf1".to_owned() + &"{".repeat(200_000);
        for (bytes, fault) in [
            (deep.as_bytes(), Fault::TooDeep),
            (b"{\\rtf1 half".as_slice(), Fault::Cut),
            (b"{\\rtf1 \\bin99999999 x}", Fault::Cut),
            (b"{\\rtf1 \\'", Fault::Cut),
        ] {
            assert_eq!(Reader::new(bytes).read().err(), Some(fault));
        }
    }
}
