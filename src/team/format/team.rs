//! The whole team, as a file has it.

use super::chain::CHAIN;
use super::decoder::Decoder;
use super::form::{By, Form, Group, NamedGroups};
use super::layout::Layout;
use super::meeting::MEETING;
use super::member::{MEMBER, MOST_MEMBERS};
use super::opening::OPENING;
use super::policy::POLICY;
use super::rota::ROTA;
use super::row::{Own, needed, optional};
use super::table::{Table, nothing_more};
use crate::team::ron::{Node, Value};
use crate::team::{Member, Team};

/// The schema that this program reads and writes: `version` of a team file.
pub const SCHEMA_VERSION: u32 = 1;

pub(in crate::team) static TEAM: Table<Team> = Table {
    name: "Team",
    said: "a team",
    blank: |()| Team::default(),
    rows: &[
        &Own::<Team> {
            names: ["version"],
            read: |decoder, fields, _, ()| decoder.required(fields, "version", Decoder::version),
            show: |_| Some(Layout::shown(SCHEMA_VERSION)),
        },
        needed!(Team.name, TITLE),
        needed!(Team.members, MEMBERS),
        optional!(Team.policy, Group(&POLICY)),
        optional!(Team.meetings, NamedGroups(&MEETING)),
        optional!(Team.chains, NamedGroups(&CHAIN)),
        optional!(Team.rotas, NamedGroups(&ROTA)),
        optional!(Team.openings, NamedGroups(&OPENING)),
    ],
    check: nothing_more,
};

const TITLE: By<String> = By { read: |decoder, node| decoder.title(node), show: |name| Layout::text(name) };
const MEMBERS: By<Vec<Member>> =
    By { read: |decoder, node| decoder.members(node), show: |members| NamedGroups(&MEMBER).show(members) };

impl Decoder<'_> {
    /// Newer versions, also those between two numbers, were refused before.
    fn version(&mut self, node: &Node) -> Option<()> {
        match node.value {
            Value::Number(version) if version as u32 == SCHEMA_VERSION => return Some(()),
            Value::Number(version) => {
                let message = format!("the version of a team file is {SCHEMA_VERSION}, not {version}");
                self.error(node.range.clone(), message);
            }
            _ => self.expected(node, "a whole number"),
        }
        None
    }

    /// The name of the team, which a new team may lack.
    fn title(&mut self, node: &Node) -> Option<String> {
        if node.text() == Some("") { Some(String::new()) } else { self.name(node) }
    }

    fn members(&mut self, node: &Node) -> Option<Vec<Member>> {
        self.note_who_there_is(node);
        if let Value::List(items) = &node.value
            && let Some(first_beyond) = items.get(MOST_MEMBERS)
        {
            let message = format!("a team has at most {MOST_MEMBERS} members, and here are {}", items.len());
            self.error(first_beyond.range.clone(), message);
            return None;
        }
        self.named_list(node, |decoder, node| MEMBER.read(decoder, node))
    }

    /// Collects names and roles first, so that an error in a member is not an error wherever the member is named.
    fn note_who_there_is(&mut self, members: &Node) {
        for member in members.items() {
            let name = member.field("name").and_then(Node::given).and_then(Node::text);
            self.members.extend(name.map(str::to_owned));
            let roles = member.field("roles").and_then(Node::given).map(Node::items).unwrap_or_default();
            self.roles.extend(roles.iter().filter_map(Node::text).map(str::to_owned));
        }
    }
}
