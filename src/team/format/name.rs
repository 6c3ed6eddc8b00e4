//! Names that must be single, and names that must be somebody's.

use super::decoder::Decoder;
use super::taken::Taken;
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::Node;

impl Decoder<'_> {
    /// The items of a list, each with a name of its own ([`Decoder::own_name`]), that can be used.
    pub(super) fn named_list<T>(
        &mut self,
        node: &Node,
        item: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.taken.push(Taken::default());
        let items = self.list(node, item);
        self.taken.pop();
        items
    }

    /// A name that nobody else of the same [`Decoder::named_list`] has.
    pub(super) fn own_name(&mut self, node: &Node) -> Option<String> {
        let name = self.name(node)?;
        if let Some(first) = self.taken.last_mut().and_then(|taken| taken.take(&name, &node.range)) {
            let line = self.line(&first);
            self.error(node.range.clone(), format!("the name `{name}` is taken: line {line} has it too"));
            return None;
        }
        Some(name)
    }

    /// The name of a member.
    pub(super) fn member_name(&mut self, node: &Node) -> Option<String> {
        let text = self.text(node)?;
        if self.members.contains(text) {
            return Some(text.to_owned());
        }
        let advice = did_you_mean(nearest(text, self.members.iter().map(|name| (name, name))));
        let shown: String = text.chars().take(60).collect();
        self.error(node.range.clone(), format!("nobody in the team is called `{shown}`{advice}"));
        None
    }

    /// Names of members, each once; `others` are taken already.
    pub(super) fn member_names(&mut self, node: &Node, others: &[String]) -> Option<Vec<String>> {
        let mut named: Vec<String> = Vec::new();
        self.list(node, |decoder, node| {
            let name = decoder.member_name(node)?;
            if named.contains(&name) || others.contains(&name) {
                decoder.error(node.range.clone(), format!("`{name}` is named twice"));
                return None;
            }
            named.push(name.clone());
            Some(name)
        })
    }

    /// A role that somebody should have.
    pub(super) fn role(&mut self, node: &Node) -> Option<String> {
        let role = self.name(node)?;
        if !self.roles.contains(&role) {
            let advice = did_you_mean(nearest(&role, self.roles.iter().map(|role| (role, role))));
            self.warning(node.range.clone(), format!("nobody has the role `{role}`{advice}"));
        }
        Some(role)
    }
}
