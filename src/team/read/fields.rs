use super::decoder::Decoder;
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::{Field, Node, Value};

/// A kind of group, such as a member.
pub(super) struct Kind {
    /// The name that may stand before it, `Member`.
    pub(super) name: &'static str,
    /// In a sentence, `a member`.
    pub(super) said: &'static str,
    /// The fields it knows.
    pub(super) fields: &'static [&'static str],
}

/// The fields of one group.
pub(super) struct Fields<'n> {
    pub(super) node: &'n Node,
    kind: &'static Kind,
    given: &'n [Field],
}

impl<'n> Fields<'n> {
    /// The value of a field; nothing when it is not written or `None`.
    pub(super) fn get(&self, name: &str) -> Option<&'n Node> {
        debug_assert!(self.kind.fields.contains(&name), "`{name}` is listed as a field of {}", self.kind.said);
        self.given.iter().find(|field| field.name == name)?.value.given()
    }
}

impl Decoder<'_> {
    /// The fields of a group of this kind; wrong ones are noted.
    pub(super) fn fields<'n>(&mut self, node: &'n Node, kind: &'static Kind) -> Option<Fields<'n>> {
        let (name, given) = match &node.value {
            Value::Struct(name, given) => (name, given.as_slice()),
            Value::Tuple(name, items) if items.is_empty() => (name, &[][..]),
            Value::Tuple(..) => {
                let example = kind.fields.first().copied().unwrap_or_default();
                let message = format!("the values of {} need names, such as `{example}: ..`", kind.said);
                self.error_with_hint(node.range.clone(), message, known(kind));
                return None;
            }
            Value::Map(_) => {
                self.error(node.range.clone(), format!("{} stands in `( )`, not in `{{ }}`", kind.said));
                return None;
            }
            _ => {
                self.expected(node, &format!("{} in `( )`", kind.said));
                return None;
            }
        };
        if let Some(name) = name.as_ref().filter(|name| *name != kind.name) {
            let place = node.range.start..node.range.start + name.len();
            self.error(place, format!("expected {}, `{}(..)`, found `{name}(..)`", kind.said, kind.name));
            return None;
        }
        self.check_names(given, kind);
        Some(Fields { node, kind, given })
    }

    fn check_names(&mut self, given: &[Field], kind: &Kind) {
        for (at, field) in given.iter().enumerate() {
            if !kind.fields.contains(&field.name.as_str()) {
                let advice = did_you_mean(nearest(&field.name, kind.fields.iter().map(|&name| (name, name))));
                let message = format!("{} has no field `{}`{advice}", kind.said, field.name);
                self.error_with_hint(field.name_range.clone(), message, known(kind));
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
        self.error(bracket..bracket + 1, format!("{} lacks {what}{advice}", fields.kind.said));
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

fn known(kind: &Kind) -> String {
    format!("the fields of {} are {}", kind.said, kind.fields.join(", "))
}
