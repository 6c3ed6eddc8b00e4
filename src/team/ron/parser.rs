//! From a text of RON to its tree, comments and slips.

use std::ops::Range;

use super::string::{BadString, is_raw, string};
use super::{Field, Node, Value, number, trivia};

/// Groups within groups, at most.
const DEEPEST: usize = 64;
/// Names that RON has a meaning for.
const RESERVED: [&str; 6] = ["true", "false", "None", "Some", "inf", "NaN"];
/// A text with so many slips is no team file, and is not read on.
const MOST_TROUBLES: usize = 100;

/// What a text is as RON.
#[derive(Debug)]
pub(in crate::team) struct Parsed {
    /// The value, unless the text cannot be read to its end.
    pub(in crate::team) root: Option<Node>,
    /// Where the comments stand, in order.
    pub(in crate::team) comments: Vec<Range<usize>>,
    /// What is no RON. Small slips are read as what they mean, so there may be several beside a value.
    pub(in crate::team) troubles: Vec<Trouble>,
}

/// Something that is no RON, and where.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::team) struct Trouble {
    pub(in crate::team) range: Range<usize>,
    pub(in crate::team) message: String,
}

/// Reads a whole text.
pub(in crate::team) fn parse(text: &str) -> Parsed {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut parser = Parser { text, at: start, comments: Vec::new(), troubles: Vec::new() };
    let root = parser.document().ok();
    Parsed { root, comments: parser.comments, troubles: parser.troubles }
}

/// Reading cannot go on; the trouble is noted.
struct Stop;
type Step<T> = Result<T, Stop>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    comments: Vec<Range<usize>>,
    troubles: Vec<Trouble>,
}

impl Parser<'_> {
    fn document(&mut self) -> Step<Node> {
        self.skip()?;
        self.extensions()?;
        let root = self.value(0)?;
        self.skip()?;
        match self.peek() {
            None => Ok(root),
            Some(c) => Err(self.stop_here(format!("expected the end of the file, found {}", named(Some(c))))),
        }
    }

    /// `#![enable(implicit_some)]`, which holds anyway.
    fn extensions(&mut self) -> Step<()> {
        const KNOWN: &str = "#![enable(implicit_some)]";
        while self.rest().starts_with('#') {
            if !self.rest().starts_with(KNOWN) {
                return Err(self.stop_here(format!("only `{KNOWN}` may stand here")));
            }
            self.at += KNOWN.len();
            self.skip()?;
        }
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Step<Node> {
        let start = self.at;
        if depth > DEEPEST {
            return Err(self.stop_here(format!("groups are nested more than {DEEPEST} deep")));
        }
        let value = match self.peek() {
            Some('"' | '\'') => self.string()?,
            Some('r') if is_raw(self.rest()) => self.string()?,
            Some('0'..='9' | '+' | '-' | '.') => self.number(),
            Some('[') => Value::List(self.sequence(']', |parser| parser.value(depth + 1))?),
            Some('{') => Value::Map(self.sequence('}', |parser| parser.entry(depth + 1))?),
            Some('(') => self.group(None, depth)?,
            Some(c) if begins_name(c) => self.named(depth)?,
            other => return Err(self.stop_here(format!("expected a value, found {}", named(other)))),
        };
        Ok(Node { range: start..self.at, value })
    }

    fn string(&mut self) -> Step<Value> {
        let start = self.at;
        match string(self.rest()) {
            Ok((said, len)) => {
                self.at += len;
                if self.text[start..].starts_with('\'') {
                    self.trouble(start..self.at, "strings stand in double quotes, \"like this\"");
                }
                Ok(Value::Text(said))
            }
            Err(BadString::Unclosed) => Err(self.stop(start..start + 1, "this string is never closed")),
            Err(BadString::Escape(place)) => {
                let place = start + place.start..start + place.end;
                let written = self.text[place.clone()].escape_debug();
                let message = format!("`{written}` is no escape; a backslash itself is written `\\\\`");
                Err(self.stop(place, message))
            }
        }
    }

    fn number(&mut self) -> Value {
        match number::number(self.rest()) {
            Ok((value, len)) => {
                self.at += len;
                Value::Number(value)
            }
            Err(len) => {
                let written: String = self.rest()[..len].chars().take(40).collect();
                self.trouble(self.at..self.at + len, format!("`{written}` is no number; texts stand in double quotes"));
                self.at += len;
                Value::Broken
            }
        }
    }

    /// A name alone, `true`, or a name before a group.
    fn named(&mut self, depth: usize) -> Step<Value> {
        let start = self.at;
        let name = self.name();
        let (end, comments) = (self.at, self.comments.len());
        self.skip()?;
        let is_group = self.peek() == Some('(');
        if is_group {
            let group = self.group(Some(name.clone()), depth)?;
            let is_option = name == "Some" && matches!(&group, Value::Tuple(_, items) if items.len() == 1);
            if is_option || !RESERVED.contains(&name.as_str()) {
                return Ok(group);
            }
        } else {
            self.at = end;
            self.comments.truncate(comments);
        }
        match name.as_str() {
            "true" if !is_group => Ok(Value::Bool(true)),
            "false" if !is_group => Ok(Value::Bool(false)),
            "None" if !is_group => Ok(Value::Word(name)),
            reserved if RESERVED.contains(&reserved) => {
                self.trouble(start..end, format!("`{reserved}` cannot stand here in this way"));
                Ok(Value::Broken)
            }
            _ => Ok(Value::Word(name)),
        }
    }

    fn group(&mut self, name: Option<String>, depth: usize) -> Step<Value> {
        if self.holds_fields() {
            return Ok(Value::Struct(name, self.sequence(')', |parser| parser.field(depth + 1))?));
        }
        Ok(Value::Tuple(name, self.sequence(')', |parser| parser.value(depth + 1))?))
    }

    /// Whether the group that opens here begins with `name:`.
    fn holds_fields(&self) -> bool {
        let skip = |at| trivia::skip(self.text, at, &mut Vec::new()).unwrap_or(at);
        let at = skip(self.at + 1);
        let rest = &self.text[at..];
        let name = match rest.chars().next() {
            Some('"') => string(rest).map_or(0, |(_, len)| len),
            Some(c) if begins_name(c) => name_len(rest),
            _ => 0,
        };
        name > 0 && self.text[skip(at + name)..].starts_with([':', '='])
    }

    fn field(&mut self, depth: usize) -> Step<Field> {
        let start = self.at;
        let name = match self.peek() {
            Some('"') => match self.string()? {
                Value::Text(name) => {
                    self.trouble(start..self.at, format!("names of fields stand without quotes: `{name}:`"));
                    name
                }
                _ => String::new(),
            },
            Some(c) if begins_name(c) => self.name(),
            other => {
                let fraction = other.is_some_and(|c| c.is_ascii_digit()) && self.text[..self.at].ends_with(',');
                let advice = if fraction { "; a fraction is written with a point, such as 0.8" } else { "" };
                return Err(self.stop_here(format!("expected the name of a field, found {}{advice}", named(other))));
            }
        };
        let name_range = start..self.at;
        self.skip()?;
        self.colon(&format!("after the field `{name}`"))?;
        Ok(Field { name, name_range, value: self.value(depth)? })
    }

    fn entry(&mut self, depth: usize) -> Step<(Node, Node)> {
        let key = self.value(depth)?;
        self.skip()?;
        self.colon("between key and value")?;
        Ok((key, self.value(depth)?))
    }

    fn colon(&mut self, place: &str) -> Step<()> {
        match self.peek() {
            Some(':') => {}
            Some('=') => self.trouble(self.at..self.at + 1, format!("expected `:` {place}, found `=`")),
            other => return Err(self.stop_here(format!("expected `:` {place}, found {}", named(other)))),
        }
        self.at += 1;
        self.skip()
    }

    /// What stands between the bracket here and its `close`, parted by commas.
    fn sequence<T>(&mut self, close: char, mut item: impl FnMut(&mut Self) -> Step<T>) -> Step<Vec<T>> {
        let open = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            if self.troubles.len() >= MOST_TROUBLES {
                return Err(Stop);
            }
            self.skip()?;
            match self.peek() {
                None => {
                    let bracket = &self.text[open..=open];
                    return Err(self.stop(open..open + 1, format!("this `{bracket}` is never closed")));
                }
                Some(c) if c == close => {
                    self.at += 1;
                    return Ok(items);
                }
                Some(_) => items.push(item(self)?),
            }
            let end = self.at;
            self.skip()?;
            match self.peek() {
                Some(',') => self.at += 1,
                Some(c) if begins_value(c) => self.trouble(end..end, "a comma is missing here"),
                Some(c) if c != close => {
                    return Err(self.stop_here(format!("expected `,` or `{close}`, found {}", named(Some(c)))));
                }
                _ => {}
            }
        }
    }

    fn name(&mut self) -> String {
        let len = name_len(self.rest());
        let name = self.rest()[..len].to_owned();
        self.at += len;
        name
    }

    fn skip(&mut self) -> Step<()> {
        match trivia::skip(self.text, self.at, &mut self.comments) {
            Ok(at) => {
                self.at = at;
                Ok(())
            }
            Err(place) => Err(self.stop(place, "this comment is never closed")),
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn trouble(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.troubles.push(Trouble { range, message: message.into() });
    }

    fn stop(&mut self, range: Range<usize>, message: impl Into<String>) -> Stop {
        self.trouble(range, message);
        Stop
    }

    fn stop_here(&mut self, message: impl Into<String>) -> Stop {
        let len = self.peek().map_or(0, char::len_utf8);
        self.stop(self.at..self.at + len, message)
    }
}

fn begins_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn begins_value(c: char) -> bool {
    begins_name(c) || c.is_ascii_digit() || matches!(c, '"' | '\'' | '(' | '[' | '{' | '+' | '-')
}

fn name_len(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

fn named(c: Option<char>) -> String {
    c.map_or_else(|| "the end of the file".to_owned(), |c| format!("`{}`", c.escape_debug()))
}
