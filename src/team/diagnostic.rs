//! What is wrong with a team file, where, and what would be right.

use std::fmt;
use std::ops::Range;

use thiserror::Error;

use super::excerpt::Excerpt;
use super::source::Source;

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, but probably says what was not meant.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One thing that is wrong with a file.
///
/// Shown with the line and a caret under the place:
///
/// ```text
/// error: unknown city `Lisboa, BR`; did you mean `Lisbon, PT`?
///  --> team.ron:6:19
///   |
/// 6 |             city: "Lisboa, BR",
///   |                   ^^^^^^^^^^^^
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with the nearest right thing if there is one; one line, without a full stop.
    pub message: String,
    /// What else helps, such as the fields that are known.
    pub hint: Option<String>,
    /// The file's name, as it was given.
    pub file: String,
    /// The place, in bytes of the file.
    pub range: Range<usize>,
    /// The line of its start, from 1.
    pub line: usize,
    /// The column of its start in characters, from 1.
    pub column: usize,
    excerpt: Excerpt,
}

impl Diagnostic {
    pub(super) fn new(
        source: &Source<'_>,
        severity: Severity,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        let position = source.position(range.start);
        Self {
            severity,
            message: message.into(),
            hint: None,
            file: source.file.to_owned(),
            line: position.line,
            column: position.column,
            excerpt: Excerpt::new(source, &range),
            range,
        }
    }

    /// The source line, cut around the place if it is long.
    pub fn source_line(&self) -> &str {
        &self.excerpt.line
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, message, file, line, column, excerpt, .. } = self;
        let number = line.to_string();
        let margin = " ".repeat(number.len());
        writeln!(f, "{severity}: {message}")?;
        write!(f, "{margin}--> {file}:{line}:{column}")?;
        if !excerpt.line.is_empty() {
            let (gap, carets) = (" ".repeat(excerpt.before), "^".repeat(excerpt.carets));
            write!(f, "\n{margin} |\n{number} | {}\n{margin} | {gap}{carets}", excerpt.line)?;
        }
        match &self.hint {
            Some(hint) => write!(f, "\n{margin} = help: {hint}"),
            None => Ok(()),
        }
    }
}

/// All that is wrong with a file, in the order of the places; at least one of it an error.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// These, by place.
    pub fn new(mut all: Vec<Diagnostic>) -> Self {
        all.sort_by_key(|diagnostic| diagnostic.range.start);
        Self(all)
    }

    /// Errors and warnings by place.
    pub fn all(&self) -> &[Diagnostic] {
        &self.0
    }

    /// Only the errors, by place.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Each as it is shown alone, parted by empty lines, and at the end how many there are when there are several.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, diagnostic) in self.0.iter().enumerate() {
            write!(f, "{}{diagnostic}", if nth > 0 { "\n\n" } else { "" })?;
        }
        match (self.errors().count(), self.0.first()) {
            (errors @ 2.., Some(first)) => write!(f, "\n\n{errors} errors in {}", first.file),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Team(\n\tname: \"東京\", citty: 1,\n)";

    fn diagnostic(severity: Severity, place: &str, message: &str) -> Diagnostic {
        let source = Source::new("a.ron", TEXT);
        let start = TEXT.find(place).expect("in the text");
        Diagnostic::new(&source, severity, start..start + place.len(), message)
    }

    #[test]
    fn one_is_shown_with_its_line() {
        let mut unknown = diagnostic(Severity::Error, "citty", "unknown field `citty`");
        unknown.hint = Some("there are others".to_owned());
        let shown = "\
error: unknown field `citty`
 --> a.ron:2:14
  |
2 |     name: \"東京\", citty: 1,
  |                   ^^^^^
  = help: there are others";
        assert_eq!(unknown.to_string(), shown);
        assert_eq!((unknown.line, unknown.column), (2, 14));
    }

    #[test]
    fn several_are_shown_by_place_and_counted() {
        let late = diagnostic(Severity::Error, "1", "late");
        let early = diagnostic(Severity::Warning, "name", "early");
        let both = Diagnostics::new(vec![late.clone(), early.clone()]);
        assert_eq!(both.to_string(), format!("{early}\n\n{late}"));
        let three = Diagnostics::new(vec![late.clone(), early.clone(), late.clone()]);
        assert_eq!(three.to_string(), format!("{early}\n\n{late}\n\n{late}\n\n2 errors in a.ron"));
    }
}
