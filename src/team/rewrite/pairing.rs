//! Which item of a list was which.

use std::collections::BTreeMap;

use crate::team::ron::{Node, Value};

/// What an item of a list is known by: its name, the date it begins on, or itself when it is a string.
fn key(node: &Node) -> Option<&str> {
    node.text().or_else(|| node.field("name")?.given()?.text()).or_else(|| node.field("from")?.given()?.text())
}

/// For each item of the old file, the place of the same item in the old tidy list, which may be in another order.
pub(super) fn in_tidy_order(old: &[Node], old_tidy: &[Node]) -> Option<Vec<usize>> {
    if old.len() != old_tidy.len() {
        return None;
    }
    let place = |(at, node): (usize, &Node)| match key(node) {
        Some(own) if key(&old_tidy[at]) != Some(own) => old_tidy.iter().position(|other| key(other) == Some(own)),
        _ => Some(at),
    };
    old.iter().enumerate().map(place).collect()
}

/// For each new item, the place of the old item that it was.
pub(super) fn pairs(old: &[Node], new: &[Node]) -> Vec<Option<usize>> {
    let mut by_key: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, node) in old.iter().enumerate() {
        by_key.entry(key(node)).or_default().push(at);
    }
    let mut is_used = vec![false; old.len()];
    let mut pairs: Vec<Option<usize>> = Vec::with_capacity(new.len());
    for node in new {
        let same_key = by_key.get(&key(node)).map(Vec::as_slice).unwrap_or_default();
        let is_it = |&&at: &&usize| !is_used[at] && (key(node).is_some() || old[at] == *node);
        let found = same_key.iter().find(is_it).copied();
        if let Some(at) = found {
            is_used[at] = true;
        }
        pairs.push(found);
    }
    for (at, node) in new.iter().enumerate().take(old.len()) {
        if pairs[at].is_none() && !is_used[at] && differ_in_one_field(&old[at], node) {
            is_used[at] = true;
            pairs[at] = Some(at);
        }
    }
    pairs
}

/// Whether an item was probably renamed: all its fields but one are the same.
fn differ_in_one_field(old: &Node, new: &Node) -> bool {
    let (Value::Struct(_, old), Value::Struct(_, new)) = (&old.value, &new.value) else { return false };
    let changed = old.iter().zip(new).filter(|(old, new)| old.value != new.value).count();
    old.len() == new.len() && changed <= 1 && old.iter().zip(new).all(|(old, new)| old.name == new.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::ron::parse;

    fn paired(old: &str, new: &str) -> Vec<Option<usize>> {
        let list = |text: &str| parse(text).root.expect("RON");
        pairs(list(old).items(), list(new).items())
    }

    #[test]
    fn items_find_what_they_were() {
        for (what, old, new, expected) in [
            ("moved", r#"["a", "b"]"#, r#"["b", "a", "c"]"#, vec![Some(1), Some(0), None]),
            ("edited", r#"[(name: "a", x: 1)]"#, r#"[(name: "a", x: 2, y: 3)]"#, vec![Some(0)]),
            ("renamed", r#"[(name: "a", x: 1)]"#, r#"[(name: "b", x: 1)]"#, vec![Some(0)]),
            ("replaced", r#"[(name: "a", x: 1)]"#, r#"[(name: "b", x: 2)]"#, vec![None]),
            ("without a key", "[(tier: 1), (tier: 2)]", "[(tier: 2), (tier: 2)]", vec![Some(1), None]),
            ("twice alike", "[(tier: 1), (tier: 1)]", "[(tier: 1), (tier: 1)]", vec![Some(0), Some(1)]),
        ] {
            assert_eq!(paired(old, new), expected, "{what}");
        }
    }
}
