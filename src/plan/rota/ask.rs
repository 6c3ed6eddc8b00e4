//! What is asked of the planner beside a team and its rota, and what it says on the way.

use super::bound::Bound;
use super::objective::Objective;
use crate::time::Instant;

/// A rota that people know already.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::{Replan, Search, plan};
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let known = plan(&team, &team.rotas[0], &Search::default(), &mut || false)?.published();
/// let search = Search { published: Some((&known, Replan::KeepPublished)), ..Search::default() };
/// let again = plan(&team, &team.rotas[0], &search, &mut || false)?;
/// assert_eq!(again.objective.change, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Its rows.
    pub rows: Vec<PublishedRow>,
}

/// Who held what in a published rota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    /// When the row starts.
    pub start: Instant,
    /// By tier the member's name, or nothing where nobody held it.
    pub tiers: Vec<Option<String>>,
}

/// What a published rota is to a new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Replan {
    /// Changes are counted and compared last.
    #[default]
    CountChanges,
    /// Re-planning: changes come second, right after the gap.
    KeepPublished,
}

/// How to search, and what is known beside the team.
#[derive(Clone, Debug, Default)]
pub struct Search<'a> {
    /// Which of many equally good paths to take.
    pub seed: u64,
    /// Whether to search on until stopped from outside; otherwise a fixed number of moves, about a second at most.
    pub until_stopped: bool,
    /// The rota that people know already.
    pub published: Option<(&'a Published, Replan)>,
    /// All shifts of the published rota that start before this stay as they were.
    pub kept_until: Option<Instant>,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The values of the best rota so far.
    pub objective: Objective,
    /// What no rota can beat, as far as it is proven.
    pub bound: Bound,
    /// Rounds that were finished.
    pub rounds: u64,
}
