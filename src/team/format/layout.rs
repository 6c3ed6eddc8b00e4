//! How a value is laid out in a file: on one line where it fits.

use std::fmt::Write as _;

/// Columns that a line may take before a group is written over several lines.
const WIDTH: usize = 100;
const INDENT: usize = 4;

/// A value that is to be written.
pub(in crate::team) enum Layout {
    /// Text as it is.
    Plain(String),
    /// `(field: value, ..)`, perhaps with a name before it.
    Group(&'static str, Vec<(&'static str, Layout)>),
    /// `(value)` after a name.
    Variant(&'static str, String),
    /// `[value, ..]`.
    List(Vec<Layout>),
    /// `{key: value, ..}`.
    Map(Vec<(String, Layout)>),
    /// Always over several lines.
    Tall(Box<Layout>),
}

impl Layout {
    pub(super) fn text(text: &str) -> Self {
        // Rust's escapes are all RON's too.
        Self::Plain(format!("{text:?}"))
    }

    pub(super) fn shown(value: impl std::fmt::Display) -> Self {
        Self::Plain(value.to_string())
    }

    /// A value as a string.
    pub(super) fn quoted(value: impl std::fmt::Display) -> Self {
        Self::text(&value.to_string())
    }

    /// With a fraction: `42.0`.
    pub(super) fn decimal(value: f64) -> Self {
        Self::Plain(format!("{value:?}"))
    }

    pub(super) fn texts<T: AsRef<str>>(texts: &[T]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(text.as_ref())).collect())
    }

    pub(super) fn tall_list(items: Vec<Self>) -> Self {
        Self::Tall(Box::new(Self::List(items)))
    }

    /// Writes it where `indent` columns stand before the line and `used` columns on it, with `after` more to come.
    pub(in crate::team) fn write(&self, out: &mut String, indent: usize, used: usize, after: usize) {
        match self {
            Self::Tall(inner) => inner.write_tall(out, indent),
            other => match other.on_one_line() {
                Some(line) if used + line.chars().count() + after <= WIDTH => out.push_str(&line),
                _ => other.write_tall(out, indent),
            },
        }
    }

    /// The value on one line, unless a part of it is always tall.
    fn on_one_line(&self) -> Option<String> {
        Some(match self {
            Self::Plain(text) => text.clone(),
            Self::Variant(name, value) => format!("{name}({value})"),
            Self::Group(name, fields) => {
                let parts = fields.iter().map(|(field, value)| Some(format!("{field}: {}", value.on_one_line()?)));
                format!("{name}({})", parts.collect::<Option<Vec<_>>>()?.join(", "))
            }
            Self::List(items) => {
                let parts = items.iter().map(Self::on_one_line);
                format!("[{}]", parts.collect::<Option<Vec<_>>>()?.join(", "))
            }
            Self::Map(entries) => {
                let parts = entries.iter().map(|(key, value)| Some(format!("{key}: {}", value.on_one_line()?)));
                format!("{{{}}}", parts.collect::<Option<Vec<_>>>()?.join(", "))
            }
            Self::Tall(inner) => match inner.as_ref() {
                Self::List(items) if items.is_empty() => "[]".to_owned(),
                _ => return None,
            },
        })
    }

    fn write_tall(&self, out: &mut String, indent: usize) {
        let none: [(String, &Self); 0] = [];
        let (open, close, parts) = match self {
            Self::Plain(text) => (text.clone(), "", Vec::from(none)),
            Self::Variant(name, value) => (format!("{name}({value})"), "", Vec::from(none)),
            Self::Group(name, fields) => {
                (format!("{name}("), ")", fields.iter().map(|(field, value)| (format!("{field}: "), value)).collect())
            }
            Self::List(items) => ("[".to_owned(), "]", items.iter().map(|item| (String::new(), item)).collect()),
            Self::Map(entries) => {
                ("{".to_owned(), "}", entries.iter().map(|(key, value)| (format!("{key}: "), value)).collect())
            }
            Self::Tall(inner) => return inner.write_tall(out, indent),
        };
        out.push_str(&open);
        let inner = indent + INDENT;
        for (before, value) in &parts {
            let _ = write!(out, "\n{:inner$}{before}", "");
            value.write(out, inner, inner + before.chars().count(), 1);
            out.push(',');
        }
        if !parts.is_empty() {
            let _ = write!(out, "\n{:indent$}", "");
        }
        out.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(layout: &Layout) -> String {
        let mut out = String::new();
        layout.write(&mut out, 0, 0, 0);
        out
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        let group =
            || Layout::Group("", vec![("a", Layout::text("x\"\n")), ("b", Layout::List(vec![Layout::shown(1)]))]);
        assert_eq!(written(&group()), r#"(a: "x\"\n", b: [1])"#);
        assert_eq!(written(&Layout::Tall(Box::new(group()))), "(\n    a: \"x\\\"\\n\",\n    b: [1],\n)");
        assert_eq!(written(&Layout::tall_list(Vec::new())), "[]");
        assert_eq!(written(&Layout::Map(vec![("\"k\"".to_owned(), Layout::decimal(42.0))])), "{\"k\": 42.0}");
    }

    /// What is tall never stands on one line, nor does what holds it, unless it is a list of nothing.
    #[test]
    fn what_is_tall_makes_tall_what_holds_it() {
        let holding = |items| written(&Layout::Group("", vec![("a", Layout::tall_list(items))]));
        assert_eq!(holding(Vec::new()), "(a: [])");
        assert_eq!(holding(vec![Layout::shown(1)]), "(\n    a: [\n        1,\n    ],\n)");
    }

    #[test]
    fn what_does_not_fit_is_broken_from_outside() {
        let long = |len| Layout::text(&"x".repeat(len));
        let inner = Layout::List(vec![long(40), long(40)]);
        let shown = written(&Layout::Group("Team", vec![("list", inner), ("long", long(200))]));
        let x = "x".repeat(40);
        let expected = format!("Team(\n    list: [\"{x}\", \"{x}\"],\n    long: \"{}\",\n)", "x".repeat(200));
        assert_eq!(shown, expected);
    }
    #[test]
    fn a_line_is_at_most_a_hundred_columns_wide_with_its_comma() {
        let list = |len| Layout::List(vec![Layout::text(&"é".repeat(len))]);
        assert_eq!(written(&list(96)).lines().count(), 1);
        assert_eq!(written(&list(97)).lines().count(), 3);
        let group = |len| written(&Layout::Tall(Box::new(Layout::Group("", vec![("a", list(len))]))));
        assert_eq!(group(88), format!("(\n    a: [\"{}\"],\n)", "é".repeat(88)));
        assert_eq!(group(89).lines().count(), 5);
    }
}
