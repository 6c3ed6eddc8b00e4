//! Content lines of RFC 5545: escaped, folded at 75 octets, ended with CRLF.

use crate::time::Instant;

/// Octets of a line, without its end (§3.1).
const LONGEST: usize = 75;

/// A calendar that is being written.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A line whose value is written as it is: a keyword, a number, a duration. `name` may carry parameters.
    pub fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A line with a text for people.
    pub fn text(&mut self, name: &str, text: &str) {
        self.fold(&format!("{name}:{}", escaped(text)));
    }

    /// A line with an instant, in UTC: no reader needs time-zone rules then.
    pub fn instant(&mut self, name: &str, at: Instant) {
        self.raw(name, &basic(at));
    }

    /// All that was written.
    pub fn finish(self) -> String {
        self.0
    }

    /// Lines are cut between characters, never within one.
    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// The basic form of ISO 8601: `20270104T140000Z`.
pub fn basic(at: Instant) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value (§3.3.11). Control characters, which no text may hold, become spaces.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => value.push(' '),
            c => value.push(c),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Lines)) -> String {
        let mut lines = Lines::default();
        write(&mut lines);
        lines.finish()
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(written(|l| l.text("SUMMARY", "a;b,c\\d\ne\tf")), "SUMMARY:a\\;b\\,c\\\\d\\ne f\r\n");
    }

    #[test]
    fn lines_are_folded_at_75_octets_between_characters() {
        let just = "x".repeat(LONGEST - 2);
        assert_eq!(written(|l| l.raw("A", &just)), format!("A:{just}\r\n"));
        assert_eq!(written(|l| l.raw("A", &format!("{just}y"))), format!("A:{just}\r\n y\r\n"));
        let long = written(|l| l.text("DESCRIPTION", &"老虎, é".repeat(60)));
        assert!(long.split("\r\n").all(|line| line.len() <= LONGEST), "{long}");
        assert_eq!(long.replace("\r\n ", ""), format!("DESCRIPTION:{}\r\n", "老虎\\, é".repeat(60)));
    }
}
