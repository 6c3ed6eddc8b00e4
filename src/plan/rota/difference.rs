//! What is different between a rota that people know and a new one.

use std::collections::BTreeMap;

use super::ask::Published;
use super::plan::RotaPlan;
use crate::team::MemberId;
use crate::time::{Minutes, Span};

/// The difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Duties that are held otherwise, in time order.
    pub changes: Vec<Change>,
    /// Everybody whose time on duty changed, by name: some may not be in the team any more.
    pub members: BTreeMap<String, Exchange>,
    /// Rows of the rota that people know which the new one does not have.
    pub gone: usize,
}

/// A duty that is held otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub span: Span,
    /// The tier, 0 for the primary.
    pub tier: usize,
    /// The name of whoever held it, if anybody: they may not be in the team any more.
    pub before: Option<String>,
    /// Who holds it now, if anybody.
    pub after: Option<MemberId>,
}

/// Time on duty that somebody got and gave away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Got.
    pub gained: Minutes,
    /// Given away.
    pub lost: Minutes,
}

/// Compares, row by row, by their starts. Rows that people do not know yet are no change.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::difference::difference;
/// use sunwise::plan::rota::{Search, plan};
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let found = plan(&team, &team.rotas[0], &Search::default(), &mut || false)?;
/// let mut known = found.published();
/// assert_eq!(difference(&known, &found).changes, []);
///
/// known.rows[0].tiers = vec![None];
/// assert_eq!(difference(&known, &found).changes[0].before, None, "nobody held it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn difference(published: &Published, plan: &RotaPlan) -> Difference {
    let mut found = Difference::default();
    for known in &published.rows {
        let Some(row) = plan.rows.iter().find(|row| row.span.start == known.start) else {
            found.gone += 1;
            continue;
        };
        for (tier, &after) in row.tiers.iter().enumerate() {
            let before = known.tiers.get(tier).cloned().flatten();
            let name = after.map(|holder| plan.name(holder));
            if before.as_deref() == name {
                continue;
            }
            let length = row.span.minutes();
            if let Some(name) = &before {
                found.members.entry(name.clone()).or_default().lost += length;
            }
            if let Some(name) = name {
                found.members.entry(name.to_owned()).or_default().gained += length;
            }
            found.changes.push(Change { span: row.span, tier, before, after });
        }
    }
    found.changes.sort_by_key(|change| (change.span, change.tier));
    found
}
