use super::MOST_MEMBERS;
use super::decoder::Decoder;
use super::fields::Kind;
use super::name::Taken;
use crate::team::ron::{Node, Value};
use crate::team::{Member, SCHEMA_VERSION, Team};

static TEAM: Kind = Kind {
    name: "Team",
    said: "a team",
    fields: &["version", "name", "members", "policy", "meetings", "chains", "rotas", "openings"],
};

impl Decoder<'_> {
    /// A whole team.
    pub(super) fn team(&mut self, root: &Node) -> Option<Team> {
        let fields = self.fields(root, &TEAM)?;
        self.required(&fields, "version", Self::version);
        let name = self.required(&fields, "name", Self::title);
        if let Some(members) = fields.get("members") {
            self.note_who_there_is(members);
        }
        let members = self.required(&fields, "members", Self::members);
        let policy = self.optional(&fields, "policy", Self::policy).unwrap_or_default();
        let mut taken = Taken::default();
        let meetings = self.items(&fields, "meetings", |decoder, node| decoder.meeting(node, &mut taken));
        let mut taken = Taken::default();
        let chains = self.items(&fields, "chains", |decoder, node| decoder.chain(node, &mut taken));
        let mut taken = Taken::default();
        let rotas = self.items(&fields, "rotas", |decoder, node| decoder.rota(node, &mut taken));
        let mut taken = Taken::default();
        let openings = self.items(&fields, "openings", |decoder, node| decoder.opening(node, &mut taken));
        Some(Team { name: name?, members: members?, policy, meetings, chains, rotas, openings })
    }

    /// Newer versions were refused before.
    fn version(&mut self, node: &Node) -> Option<()> {
        match node.value {
            Value::Number(version) if version.fract() == 0.0 && version as u32 == SCHEMA_VERSION => return Some(()),
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

    /// Collects names and roles first, so that an error in a member is not an error wherever the member is named.
    fn note_who_there_is(&mut self, members: &Node) {
        for member in members.items() {
            let name = member.field("name").and_then(Node::given).and_then(Node::text);
            self.members.extend(name.map(str::to_owned));
            let roles = member.field("roles").and_then(Node::given).map(Node::items).unwrap_or_default();
            self.roles.extend(roles.iter().filter_map(Node::text).map(str::to_owned));
        }
    }

    fn members(&mut self, node: &Node) -> Option<Vec<Member>> {
        if let Value::List(items) = &node.value
            && let Some(first_beyond) = items.get(MOST_MEMBERS)
        {
            let message = format!("a team has at most {MOST_MEMBERS} members, and here are {}", items.len());
            self.error(first_beyond.range.clone(), message);
            return None;
        }
        let mut taken = Taken::default();
        self.list(node, |decoder, node| decoder.member(node, &mut taken))
    }
}
