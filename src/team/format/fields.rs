//! The fields of one group of a file, and what is wrong with their names.

use super::decoder::Decoder;
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::{Field, Node, Value};

/// The fields of one group.
pub(super) struct Fields<'n> {
    pub(super) node: &'n Node,
    /// The group in a sentence, `a member`.
    said: &'static str,
    names: Vec<&'static str>,
    given: &'n [Field],
    /// What must be written, but is not or cannot be used.
    pub(super) unusable: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a field; nothing when it is not written or `None`.
    pub(super) fn get(&self, name: &str) -> Option<&'n Node> {
        debug_assert!(self.names.contains(&name), "`{name}` is a row of the table of {}", self.said);
        self.given.iter().find(|field| field.name == name)?.value.given()
    }

    /// Whether a field that must be written could be read.
    pub(super) fn is_usable(&self, name: &str) -> bool {
        !self.unusable.contains(&name)
    }
}

impl Decoder<'_> {
    /// The fields of a group that is `said` in a sentence, may have `name` before it, and knows the fields `names`; wrong ones are noted.
    pub(super) fn fields<'n>(
        &mut self,
        node: &'n Node,
        name: &'static str,
        said: &'static str,
        names: Vec<&'static str>,
    ) -> Option<Fields<'n>> {
        let (written, given) = match &node.value {
            Value::Struct(written, given) => (written, given.as_slice()),
            Value::Tuple(written, items) if items.is_empty() => (written, &[][..]),
            Value::Tuple(..) => {
                let example = names.first().copied().unwrap_or_default();
                let message = format!("the values of {said} need names, such as `{example}: ..`");
                self.error_with_hint(node.range.clone(), message, known(said, &names));
                return None;
            }
            Value::Map(_) => {
                self.error(node.range.clone(), format!("{said} stands in `( )`, not in `{{ }}`"));
                return None;
            }
            _ => {
                self.expected(node, &format!("{said} in `( )`"));
                return None;
            }
        };
        if let Some(other) = written.as_ref().filter(|written| *written != name) {
            let place = node.range.start..node.range.start + other.len();
            self.error(place, format!("expected {said}, `{name}(..)`, found `{other}(..)`"));
            return None;
        }
        self.check_names(given, said, &names);
        Some(Fields { node, said, names, given, unusable: Vec::new() })
    }

    fn check_names(&mut self, given: &[Field], said: &str, names: &[&str]) {
        for (at, field) in given.iter().enumerate() {
            if !names.contains(&field.name.as_str()) {
                let advice = did_you_mean(nearest(&field.name, names.iter().map(|&name| (name, name))));
                let message = format!("{} has no field `{}`{advice}", said, field.name);
                self.error_with_hint(field.name_range.clone(), message, known(said, names));
            } else if let Some(first) = given[..at].iter().find(|other| other.name == field.name) {
                let line = self.line(&first.name_range);
                let message = format!("the field `{}` is written twice, first on line {line}", field.name);
                self.error(field.name_range.clone(), message);
            }
        }
    }

    /// What a field says, read by `read`; a missing one is noted.
    pub(super) fn required<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        name: &str,
        read: impl FnOnce(&mut Self, &'n Node) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = fields.get(name) else {
            self.missing(fields, &format!("`{name}`"), "");
            return None;
        };
        read(self, node)
    }

    /// Notes that a group lacks what it needs.
    pub(super) fn missing(&mut self, fields: &Fields<'_>, what: &str, advice: &str) {
        let start = fields.node.range.start;
        let bracket = self.source.text[start..].find('(').unwrap_or(0) + start;
        self.error(bracket..bracket + 1, format!("{} lacks {what}{advice}", fields.said));
    }

    /// What a field says, if it is written.
    pub(super) fn optional<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        name: &str,
        read: impl FnOnce(&mut Self, &'n Node) -> Option<T>,
    ) -> Option<T> {
        read(self, fields.get(name)?)
    }

    /// The items of a field that is a list, none when it is not written.
    pub(super) fn items<T>(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        item: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        self.optional(fields, name, |decoder, node| decoder.list(node, item)).unwrap_or_default()
    }
}

fn known(said: &str, names: &[&str]) -> String {
    format!("the fields of {said} are {}", names.join(", "))
}
