//! The tree that a text of RON is read into.

use std::ops::Range;

/// A value and where it stands, in bytes of the file.
#[derive(Clone, Debug)]
pub(in crate::team) struct Node {
    pub(in crate::team) range: Range<usize>,
    pub(in crate::team) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::team) enum Value {
    /// A string, its escapes resolved.
    Text(String),
    Number(f64),
    /// Something whose trouble is already told.
    Broken,
    Bool(bool),
    /// A name alone: a variant, or `None`.
    Word(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// `(field: value, ..)`, perhaps with a name before it.
    Struct(Option<String>, Vec<Field>),
    /// `(value, ..)`, perhaps with a name before it; `()` too.
    Tuple(Option<String>, Vec<Node>),
}

#[derive(Clone, Debug)]
pub(in crate::team) struct Field {
    pub(in crate::team) name: String,
    pub(in crate::team) name_range: Range<usize>,
    pub(in crate::team) value: Node,
}

/// Equal is what says the same, wherever it stands.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.value) == (&other.name, &other.value)
    }
}

impl Node {
    /// What it is, in a message: `a string`.
    pub(in crate::team) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Text(_) => "a string",
            Value::Number(_) => "a number",
            Value::Broken => "no value",
            Value::Bool(_) => "a truth value",
            Value::Word(_) => "a name without quotes",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
            Value::Struct(..) => "a group of fields",
            Value::Tuple(_, items) if items.is_empty() => "an empty group",
            Value::Tuple(..) => "a group without field names",
        }
    }

    /// What is inside `Some(..)`, or the value itself: with `implicit_some` both are the same; nothing for `None`.
    pub(in crate::team) fn given(&self) -> Option<&Self> {
        match &self.value {
            Value::Word(word) if word == "None" => None,
            Value::Tuple(Some(name), items) if name == "Some" && items.len() == 1 => Some(&items[0]),
            _ => Some(self),
        }
    }

    /// The value of a field, if this has fields and that one.
    pub(in crate::team) fn field(&self, name: &str) -> Option<&Self> {
        match &self.value {
            Value::Struct(_, fields) => fields.iter().find(|field| field.name == name).map(|field| &field.value),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub(in crate::team) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(in crate::team) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
