//! The old text with what changed.

use std::ops::Range;

use super::pairing::{in_tidy_order, pairs};
use super::pieces::{Piece, Pieces, indent_at};
use crate::team::ron::{Field, Node, Value};

/// One step of indentation.
const INDENT: &str = "    ";

/// The old file's text, and the new team's tidy text.
pub(super) struct Merge<'t> {
    pub(super) old: &'t str,
    pub(super) tidy: &'t str,
}

/// A part of a group or list as it will be.
enum Part {
    /// An item of the old text, and its text now.
    Kept(usize, String),
    /// A new item; nodes of the tidy text, from the start of its name on.
    Fresh(Range<usize>),
}

impl Merge<'_> {
    /// The text of a value that stands in the old file, is `old_tidy` in the old tidy text, and shall be `new`.
    pub(super) fn value(&self, old: &Node, old_tidy: &Node, new: &Node) -> String {
        if old_tidy == new {
            return self.old[old.range.clone()].to_owned();
        }
        if let Some(inner) = old.given().filter(|inner| inner.range != old.range) {
            let (before, after) = (old.range.start..inner.range.start, inner.range.end..old.range.end);
            return format!("{}{}{}", &self.old[before], self.value(inner, old_tidy, new), &self.old[after]);
        }
        match (&old.value, &old_tidy.value, &new.value) {
            (Value::Struct(_, fields), Value::Struct(was, _), Value::Struct(is, new_fields)) if was == is => {
                self.group(old, fields, old_tidy, new, new_fields)
            }
            (Value::List(items), Value::List(tidy_items), Value::List(new_items)) => {
                self.list(old, items, tidy_items, new, new_items)
            }
            _ => self.fresh(&new.range, indent_at(self.old, old.range.start)),
        }
    }

    fn group(&self, old: &Node, fields: &[Field], old_tidy: &Node, new: &Node, new_fields: &[Field]) -> String {
        let mut parts: Vec<(&str, Part)> = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let value = match (old_tidy.field(&field.name), new.field(&field.name)) {
                (Some(tidy), Some(value)) => self.value(&field.value, tidy, value),
                (None, Some(value)) => self.fresh(&value.range, indent_at(self.old, field.value.range.start)),
                (None, None) => self.old[field.value.range.clone()].to_owned(),
                (Some(_), None) => continue,
            };
            let name = &self.old[field.name_range.start..field.value.range.start];
            parts.push((&field.name, Part::Kept(at, format!("{name}{value}"))));
        }
        let mut before = None;
        for field in new_fields {
            let place = parts.iter().position(|(name, _)| *name == field.name);
            before = Some(place.unwrap_or_else(|| {
                let place = before.map_or(0, |before: usize| before + 1);
                let whole = field.name_range.start..field.value.range.end;
                parts.insert(place, (&field.name, Part::Fresh(whole)));
                place
            }));
        }
        let whole = |field: &Field| field.name_range.start..field.value.range.end;
        let pieces = Pieces::of(self.old, old, fields.iter().map(whole));
        self.assemble(old, &pieces, parts.into_iter().map(|(_, part)| part).collect(), new)
    }

    fn list(&self, old: &Node, items: &[Node], tidy_items: &[Node], new: &Node, new_items: &[Node]) -> String {
        let Some(order) = in_tidy_order(items, tidy_items) else {
            return self.fresh(&new.range, indent_at(self.old, old.range.start));
        };
        let parts = pairs(tidy_items, new_items).into_iter().zip(new_items).map(|(pair, item)| {
            let was = pair.and_then(|tidy| Some((tidy, order.iter().position(|&place| place == tidy)?)));
            match was {
                Some((tidy, at)) => Part::Kept(at, self.value(&items[at], &tidy_items[tidy], item)),
                None => Part::Fresh(item.range.clone()),
            }
        });
        let pieces = Pieces::of(self.old, old, items.iter().map(|item| item.range.clone()));
        self.assemble(old, &pieces, parts.collect(), new)
    }

    /// Puts a group or list together. One that stands on one line is written anew when items came or went.
    fn assemble(&self, old: &Node, pieces: &Pieces, parts: Vec<Part>, new: &Node) -> String {
        let in_place = parts.len() == pieces.items.len()
            && parts.iter().enumerate().all(|(at, part)| matches!(part, Part::Kept(was, _) if *was == at));
        let own_indent = indent_at(self.old, old.range.start);
        if !in_place && !self.old[old.range.clone()].contains('\n') {
            return self.fresh(&new.range, own_indent);
        }
        let indent = self.indent_of_items(pieces, own_indent);
        let mut text = self.old[pieces.head.clone()].to_owned();
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.into_iter().enumerate() {
            match part {
                Part::Kept(was, item) => self.push_kept(&mut text, &pieces.items[was], &item, at < last),
                Part::Fresh(range) => {
                    if !text.ends_with('\n') {
                        text.push('\n');
                    }
                    text.push_str(&indent);
                    text.push_str(&self.fresh(&range, &indent));
                    text.push_str(",\n");
                }
            }
        }
        let tail = &self.old[pieces.tail.clone()];
        if text.ends_with('\n') && tail.len() == 1 {
            text.push_str(own_indent);
        }
        text + tail
    }

    fn push_kept(&self, text: &mut String, piece: &Piece, item: &str, is_followed: bool) {
        text.push_str(&self.old[piece.extent.start..piece.item.start]);
        text.push_str(item);
        if is_followed && !piece.has_comma {
            text.push(',');
        }
        text.push_str(&self.old[piece.item.end..piece.extent.end]);
    }

    /// The indentation of the first item that begins a line, or one step more than the group's.
    fn indent_of_items(&self, pieces: &Pieces, own: &str) -> String {
        let begins_line = |piece: &&Piece| {
            let line = &self.old[..piece.item.start];
            line.trim_end_matches([' ', '\t']).ends_with('\n')
        };
        match pieces.items.iter().find(begins_line) {
            Some(piece) => indent_at(self.old, piece.item.start).to_owned(),
            None => format!("{own}{INDENT}"),
        }
    }

    /// A part of the tidy text, its lines after the first indented as on a line that begins with `indent`.
    fn fresh(&self, range: &Range<usize>, indent: &str) -> String {
        let tidy_indent = indent_at(self.tidy, range.start);
        let moved = |line: &str| {
            line.strip_prefix(tidy_indent).map_or_else(|| line.to_owned(), |rest| format!("{indent}{rest}"))
        };
        let mut lines = self.tidy[range.clone()].lines();
        let first = lines.next().unwrap_or_default().to_owned();
        lines.fold(first, |text, line| format!("{text}\n{}", moved(line)))
    }
}
