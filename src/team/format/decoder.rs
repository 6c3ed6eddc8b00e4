//! The reader of a file's values: what it knows so far, and everything that is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::taken::Taken;
use crate::team::ron::{Node, Value};
use crate::team::source::Source;
use crate::team::{Diagnostic, Severity};
use crate::world::City;

/// So many errors are told; whoever has more has one cause for most of them.
const MOST_TOLD: usize = 100;

/// Turns nodes into what they mean, and notes all that is wrong on the way.
///
/// Its functions give nothing when a value cannot be used; then an error was noted, and the file will not be used either,
/// so that a stand-in for an optional value does no harm.
pub(in crate::team) struct Decoder<'t> {
    pub(super) source: &'t Source<'t>,
    found: Vec<Diagnostic>,
    /// How many of them are errors.
    errors: usize,
    /// The names of all members, also of those that cannot be used.
    pub(super) members: BTreeSet<String>,
    /// The roles that members have.
    pub(super) roles: BTreeSet<String>,
    /// Cities that were looked up, or why there is none.
    pub(super) cities: BTreeMap<String, Result<&'static City, String>>,
    /// The names that are taken, for each list that is being read; the innermost last.
    pub(super) taken: Vec<Taken>,
}

impl<'t> Decoder<'t> {
    pub(in crate::team) fn new(source: &'t Source<'t>) -> Self {
        Self {
            source,
            found: Vec::new(),
            errors: 0,
            members: BTreeSet::new(),
            roles: BTreeSet::new(),
            cities: BTreeMap::new(),
            taken: Vec::new(),
        }
    }

    /// All that was found, by place.
    pub(in crate::team) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.range.start);
        if self.has_told_enough() {
            let told = format!("only the first {MOST_TOLD} errors are told; there may be more");
            self.found.last_mut().expect("the errors that were told").hint = Some(told);
        }
        self.found
    }

    pub(in crate::team) fn error(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.note(Severity::Error, range, message.into(), None);
    }

    pub(super) fn error_with_hint(&mut self, range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.note(Severity::Error, range, message.into(), Some(hint.into()));
    }

    pub(super) fn warning(&mut self, range: Range<usize>, message: impl Into<String>) {
        self.note(Severity::Warning, range, message.into(), None);
    }

    fn note(&mut self, severity: Severity, range: Range<usize>, message: String, hint: Option<String>) {
        if self.found.len() >= MOST_TOLD && (severity == Severity::Warning || self.has_told_enough()) {
            return;
        }
        self.errors += usize::from(severity == Severity::Error);
        let mut diagnostic = Diagnostic::new(self.source, severity, range, message);
        diagnostic.hint = hint;
        self.found.push(diagnostic);
    }

    /// Whether there is no point in going on.
    pub(super) fn has_told_enough(&self) -> bool {
        self.errors >= MOST_TOLD
    }

    /// The line of a place, for errors that name another place.
    pub(super) fn line(&self, range: &Range<usize>) -> usize {
        self.source.position(range.start).line
    }

    /// Notes that `node` is not what belongs there, such as `a string`.
    pub(super) fn expected(&mut self, node: &Node, what: &str) {
        let written = &self.source.text[node.range.clone()];
        let is_short = written.len() <= 40;
        let advice = match &node.value {
            Value::Broken => return,
            Value::Text(text) if what.contains("number") && text.trim().parse::<f64>().is_ok() => {
                format!("; write `{}` without quotes", text.trim())
            }
            Value::Text(_) if what.starts_with("a list") && is_short => format!("; write `[{written}]`"),
            Value::Word(_) if what.contains("string") && is_short => {
                format!("; write `\"{written}\"`")
            }
            _ => String::new(),
        };
        self.error(node.range.clone(), format!("expected {what}, found {}{advice}", node.kind()));
    }

    pub(super) fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        if node.text().is_none() {
            self.expected(node, "a string");
        }
        node.text()
    }

    /// A whole number within bounds; `what` names it in the message, such as `weeks`.
    pub(super) fn whole(&mut self, node: &Node, what: &str, least: u32, most: u32) -> Option<u32> {
        let Value::Number(number) = node.value else {
            self.expected(node, "a whole number");
            return None;
        };
        if number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number) {
            return Some(number as u32);
        }
        self.error(node.range.clone(), format!("{what} is a whole number from {least} to {most}, not {number}"));
        None
    }

    /// A number within bounds.
    pub(super) fn decimal(&mut self, node: &Node, what: &str, least: f64, most: f64) -> Option<f64> {
        let Value::Number(number) = node.value else {
            self.expected(node, "a number");
            return None;
        };
        if (least..=most).contains(&number) {
            return Some(number);
        }
        self.error(node.range.clone(), format!("{what} is a number from {least} to {most}, not {number}"));
        None
    }

    /// The items of a list that can be used.
    pub(super) fn list<T>(
        &mut self,
        node: &Node,
        mut item: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else {
            self.expected(node, "a list");
            return None;
        };
        let mut usable = Vec::with_capacity(items.len());
        for node in items {
            if self.has_told_enough() {
                return None;
            }
            usable.extend(item(self, node));
        }
        Some(usable)
    }
}
