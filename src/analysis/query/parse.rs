//! A query as it is typed: its words, its brackets, what is wrong with it and where.

use crate::text::fold::fold;

/// The longest query, in bytes.
pub const LONGEST: usize = 4_096;
/// Most brackets within brackets.
const DEEPEST: usize = 50;

/// What passages are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// Passages of any code.
    Any,
    /// Passages of a code, by key; with those of all codes below it.
    Code(String, bool),
    /// Passages of either.
    Or(Box<Expr>, Box<Expr>),
    /// Passages of the first that meet one of the second; or, where false, that meet none.
    With(Box<Expr>, Meet, Box<Expr>, bool),
    /// Passages that have what every filter asks for.
    Only(Box<Expr>, Vec<Filter>),
}

/// How two passages meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meet {
    /// They have at least one letter in common.
    Overlap,
    /// They are the same words.
    Same,
    /// A turn holds something of both; a note is one turn.
    Turn,
    /// They are in one interview, or in one reference text.
    Interview,
    /// At most so many words stand between them.
    Words(usize),
}

/// An attribute and its value, a scenario and the polarity for it, `coder`, `interview`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// What is asked about.
    pub key: String,
    /// What it has to be.
    pub value: String,
}

/// Why a query cannot be read; columns are characters, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryError {
    /// There is nothing in it.
    Empty,
    /// It has so many bytes.
    Long(usize),
    /// It holds this control character.
    Control(u32),
    /// A code is wanted here; what stands here instead, nothing at the end.
    Code {
        /// Where.
        column: usize,
        /// What stands there.
        found: String,
    },
    /// `and`, `or`, `not` is wanted here.
    Operator {
        /// Where.
        column: usize,
        /// What stands there.
        found: String,
    },
    /// Passages do not meet in this way.
    Meet {
        /// Where.
        column: usize,
        /// The word after the colon.
        found: String,
    },
    /// A bracket or quotation mark that is not closed, or closes nothing.
    Open {
        /// Where.
        column: usize,
        /// The sign.
        sign: char,
    },
    /// Not `key=value`.
    Filter {
        /// Where.
        column: usize,
        /// What stands there.
        found: String,
    },
    /// Brackets within brackets, too many of them.
    Deep,
}

/// A word or sign, and the character it begins at, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(char),
    Filters(Vec<Filter>),
}

type Placed = (usize, Token);

pub(super) fn parse(text: &str) -> Result<Expr, QueryError> {
    if text.len() > LONGEST {
        return Err(QueryError::Long(text.len()));
    }
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(QueryError::Control(u32::from(control)));
    }
    if text.trim().is_empty() {
        return Err(QueryError::Empty);
    }
    let tokens = tokens(text)?;
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        end: text.chars().count() + 1,
    };
    let expr = reader.any_of(0)?;
    match reader.peek() {
        None => Ok(expr),
        Some((column, Token::Sign(sign))) => Err(QueryError::Open {
            column: *column,
            sign: *sign,
        }),
        Some((column, other)) => Err(QueryError::Operator {
            column: *column,
            found: shown(other),
        }),
    }
}

fn shown(token: &Token) -> String {
    match token {
        Token::Word(word) | Token::Quoted(word) => word.clone(),
        Token::Sign(sign) => sign.to_string(),
        Token::Filters(_) => "[".to_owned(),
    }
}

fn tokens(text: &str) -> Result<Vec<Placed>, QueryError> {
    let chars: Vec<char> = text.chars().collect();
    let until = |from: usize, sign: char| {
        let rest = chars.get(from..).unwrap_or(&[]);
        rest.iter().position(|c| *c == sign).map(|n| from + n)
    };
    let part =
        |from: usize, to: usize| -> String { chars.get(from..to).unwrap_or(&[]).iter().collect() };
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let column = at + 1;
        let open = |sign| QueryError::Open { column, sign };
        match c {
            _ if c.is_whitespace() => at += 1,
            '(' | ')' => {
                tokens.push((column, Token::Sign(c)));
                at += 1;
            }
            '"' => {
                let end = until(at + 1, '"').ok_or_else(|| open('"'))?;
                tokens.push((column, Token::Quoted(part(at + 1, end))));
                at = end + 1;
            }
            '[' => {
                let end = until(at + 1, ']').ok_or_else(|| open('['))?;
                tokens.push((column, Token::Filters(filters(&part(at + 1, end), column)?)));
                at = end + 1;
            }
            ']' => return Err(open(']')),
            _ => {
                let rest = chars.get(at..).unwrap_or(&[]);
                let len = rest
                    .iter()
                    .position(|c| c.is_whitespace() || "()[]\"".contains(*c));
                let end = len.map_or(chars.len(), |len| at + len);
                tokens.push((column, Token::Word(part(at, end))));
                at = end;
            }
        }
    }
    Ok(tokens)
}

fn filters(inside: &str, column: usize) -> Result<Vec<Filter>, QueryError> {
    let mut at = column + 1;
    let mut filters = Vec::new();
    for part in inside.split(',') {
        let pair = part.split_once('=');
        let pair = pair.map(|(key, value)| (key.trim(), value.trim()));
        match pair {
            Some((key, value)) if !key.is_empty() && !value.is_empty() => filters.push(Filter {
                key: key.to_owned(),
                value: value.to_owned(),
            }),
            _ => {
                return Err(QueryError::Filter {
                    column: at,
                    found: part.trim().to_owned(),
                });
            }
        }
        at += part.chars().count() + 1;
    }
    Ok(filters)
}

/// The words between two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    And,
    Or,
    Not,
}

struct Reader<'t> {
    tokens: &'t [Placed],
    at: usize,
    /// Column after the last character.
    end: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Placed> {
        self.tokens.get(self.at)
    }

    /// Sides joined by `or`, which binds least.
    fn any_of(&mut self, depth: usize) -> Result<Expr, QueryError> {
        let mut left = self.joined(depth)?;
        while let Some((Operator::Or, column, meet)) = self.operator() {
            if let Some(found) = meet {
                return Err(QueryError::Meet { column, found });
            }
            self.at += 1;
            left = Expr::Or(Box::new(left), Box::new(self.joined(depth)?));
        }
        Ok(left)
    }

    /// Sides joined by `and` and `not`, from the left.
    fn joined(&mut self, depth: usize) -> Result<Expr, QueryError> {
        let mut left = self.one(depth)?;
        while let Some((operator, column, meet)) = self.operator() {
            if operator == Operator::Or {
                break;
            }
            self.at += 1;
            let mut how = way(column, meet.as_deref())?;
            let mut with = operator == Operator::And;
            // `and not B` is `not B`
            if with && let Some((Operator::Not, column, again)) = self.operator() {
                self.at += 1;
                with = false;
                if again.is_some() {
                    how = way(column, again.as_deref())?;
                }
            }
            left = Expr::With(Box::new(left), how, Box::new(self.one(depth)?), with);
        }
        Ok(left)
    }

    /// A code or a bracket, and what narrows it.
    fn one(&mut self, depth: usize) -> Result<Expr, QueryError> {
        if depth > DEEPEST {
            return Err(QueryError::Deep);
        }
        let missing = |column, found: String| QueryError::Code { column, found };
        let is_operator = self.operator().is_some();
        let Some((column, token)) = self.peek().cloned() else {
            return Err(missing(self.end, String::new()));
        };
        let mut expr = match token {
            Token::Sign('(') => {
                self.at += 1;
                let inner = self.any_of(depth + 1)?;
                match self.peek() {
                    Some((_, Token::Sign(')'))) => inner,
                    Some((column, other)) => {
                        return Err(QueryError::Operator {
                            column: *column,
                            found: shown(other),
                        });
                    }
                    None => return Err(QueryError::Open { column, sign: '(' }),
                }
            }
            Token::Quoted(key) if !key.trim().is_empty() => Expr::Code(key, false),
            Token::Word(word) if !is_operator => match word.strip_suffix('*') {
                Some("") => Expr::Any,
                Some(key) => Expr::Code(key.to_owned(), true),
                None => Expr::Code(word, false),
            },
            other => return Err(missing(column, shown(&other))),
        };
        self.at += 1;
        while let Some((_, Token::Filters(filters))) = self.peek() {
            expr = Expr::Only(Box::new(expr), filters.clone());
            self.at += 1;
        }
        Ok(expr)
    }

    /// The operator here, its column, what stands after its colon.
    fn operator(&self) -> Option<(Operator, usize, Option<String>)> {
        let (column, Token::Word(word)) = self.peek()? else {
            return None;
        };
        let (name, meet) = match word.split_once(':') {
            Some((name, meet)) => (name, Some(meet.to_owned())),
            None => (word.as_str(), None),
        };
        let operator = match fold(name).as_str() {
            "and" | "et" => Operator::And,
            "or" | "ou" => Operator::Or,
            "not" | "sauf" => Operator::Not,
            _ => return None,
        };
        Some((operator, *column, meet))
    }
}

/// How two sides have to meet; overlapping, where nothing is said.
fn way(column: usize, meet: Option<&str>) -> Result<Meet, QueryError> {
    let Some(meet) = meet else {
        return Ok(Meet::Overlap);
    };
    match fold(meet).as_str() {
        "overlap" | "chevauche" => Ok(Meet::Overlap),
        "same" | "meme" => Ok(Meet::Same),
        "turn" | "tour" => Ok(Meet::Turn),
        "interview" | "entretien" => Ok(Meet::Interview),
        number => number
            .parse()
            .map(Meet::Words)
            .map_err(|_| QueryError::Meet {
                column,
                found: meet.to_owned(),
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(key: &str) -> Expr {
        Expr::Code(key.to_owned(), false)
    }

    #[test]
    fn and_and_not_bind_more_than_or_and_from_the_left() {
        let read = parse("A or B and:turn C not:10 D").unwrap();
        let joined = Expr::With(
            Box::new(Expr::With(
                Box::new(code("B")),
                Meet::Turn,
                Box::new(code("C")),
                true,
            )),
            Meet::Words(10),
            Box::new(code("D")),
            false,
        );
        assert_eq!(read, Expr::Or(Box::new(code("A")), Box::new(joined)));
        for same in [
            "A ou B et:tour C sauf:10 D",
            "A OR (B And:Turn C and not:10 D)",
            "(A) or ((B and:turn C) not:10 D)",
        ] {
            assert_eq!(parse(same).unwrap(), read, "{same}");
        }
        assert_eq!(
            parse("D8*[size=under10, S2=+] and \"and\""),
            Ok(Expr::With(
                Box::new(Expr::Only(
                    Box::new(Expr::Code("D8".into(), true)),
                    vec![
                        Filter {
                            key: "size".into(),
                            value: "under10".into()
                        },
                        Filter {
                            key: "S2".into(),
                            value: "+".into()
                        },
                    ]
                )),
                Meet::Overlap,
                Box::new(code("and")),
                true
            ))
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_column() {
        let column = |text: &str| match parse(text).unwrap_err() {
            QueryError::Code { column, .. }
            | QueryError::Operator { column, .. }
            | QueryError::Meet { column, .. }
            | QueryError::Open { column, .. }
            | QueryError::Filter { column, .. } => column,
            other => panic!("{text}: {other:?}"),
        };
        for (text, wanted) in [
            ("A and", 6),
            ("not A", 1),
            ("A B", 3),
            ("A and:soon B", 3),
            ("A or:turn B", 3),
            ("(A or B", 1),
            ("A or B)", 7),
            ("é \"B", 3),
            ("A[size]", 3),
            ("A[size=x,=y]", 10),
            ("A[size=x", 2),
            ("A]", 2),
            ("()", 2),
        ] {
            assert_eq!(column(text), wanted, "{text}");
        }
        assert_eq!(parse(" "), Err(QueryError::Empty));
        assert_eq!(parse("A\u{7}"), Err(QueryError::Control(7)));
        assert_eq!(parse(&"A".repeat(5_000)), Err(QueryError::Long(5_000)));
        assert_eq!(parse(&"(".repeat(500)), Err(QueryError::Deep));
    }
}
