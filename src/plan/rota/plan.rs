//! Planning a rota, from a team to who holds what.

use std::collections::{BTreeSet, HashMap};

use super::ask::{Progress, Published, PublishedRow, Search};
use super::bound::Bound;
use super::build::{Built, build};
use super::error::RotaError;
use super::explain::{Why, why};
use super::hours::Hardship;
use super::improve::Solver;
use super::objective::{Load, Objective};
use super::problem::Problem;
use super::roster::Roster;
use super::shift::Duty;
use crate::availability::RateMinutes;
use crate::team::{MemberId, Rota, Team};
use crate::time::{Minutes, Span};

/// A planned rota.
#[derive(Clone, Debug, PartialEq)]
pub struct RotaPlan {
    /// What the rota is called.
    pub name: String,
    /// One row a shift in time order; of a block one row a piece.
    pub rows: Vec<Row>,
    /// What it comes to.
    pub objective: Objective,
    /// What no rota can beat.
    pub bound: Bound,
    /// What each of the problem's people holds.
    pub members: Vec<MemberHours>,
    /// What was planned.
    pub problem: Problem,
    /// Who holds what.
    pub roster: Roster,
}

/// A piece of a shift with the people who hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub span: Span,
    /// By tier, the primary first: who of the problem's people, or nothing where nobody could be found.
    pub tiers: Vec<Option<MemberId>>,
    /// The shift's place among the problem's shifts: the same for all pieces of a block.
    pub shift: usize,
}

/// What a member holds, by their own clock and calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberHours {
    /// Time on duty, in any tier.
    pub held: Minutes,
    /// Of it, while `Asleep`.
    pub nights: Minutes,
    /// Of it, on local dates without preferred hours: weekends, holidays.
    pub days_off: Minutes,
    /// What it costs them, double in tier 1, without what they carry.
    pub burden: RateMinutes,
    /// From earlier rotas.
    pub carried: RateMinutes,
}

/// Rounds of a search that nobody stops: about a second.
const USUAL_ROUNDS: u64 = 4;

/// Plans `rota` of `team`. The same team, rota and search give the same plan on every machine, unless `should_stop` (asked
/// every thousand moves or so) ends the search early with the best plan so far. A search that is to go on until stopped ends by
/// itself when it is proven that nothing better can be found.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::{Search, plan};
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let found = plan(&team, &team.rotas[0], &Search::default(), &mut || false)?;
/// assert_eq!((found.objective.gap, found.rows.len()), (0, 2));
/// assert_ne!(found.rows[0].tiers, found.rows[1].tiers, "each takes a week");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A rota without weeks has no shifts:
///
/// ```
/// # use sunwise::plan::rota::{Search, plan};
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// # let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let mut rota = team.rotas[0].clone();
/// rota.weeks = 0;
/// let error = plan(&team, &rota, &Search::default(), &mut || false).unwrap_err();
/// assert!(error.to_string().starts_with("rota `R` has no shifts"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the rota has no shifts, cannot be computed exactly, or has pins that break a hard rule.
pub fn plan(
    team: &Team,
    rota: &Rota,
    search: &Search<'_>,
    should_stop: &mut dyn FnMut() -> bool,
) -> Result<RotaPlan, RotaError> {
    plan_watched(team, rota, search, should_stop, &mut |_| ())
}

/// The same as [`plan`]; `watch` is told how far it has come, at first and after each round.
///
/// # Errors
/// As of [`plan`].
pub fn plan_watched(
    team: &Team,
    rota: &Rota,
    search: &Search<'_>,
    should_stop: &mut dyn FnMut() -> bool,
    watch: &mut dyn FnMut(Progress),
) -> Result<RotaPlan, RotaError> {
    let built = build(team, rota, search.published, search.kept_until)?;
    let mut solver = Solver::new(&built.problem, search.seed);
    let most = if search.until_stopped { u64::MAX } else { USUAL_ROUNDS };
    watch(solver.progress());
    while solver.rounds() < most && !should_stop() && !solver.is_done() {
        solver.round(should_stop);
        watch(solver.progress());
    }
    let (roster, bound) = (solver.roster(), solver.bound());
    Ok(RotaPlan {
        name: rota.name.clone(),
        rows: rows(&built.problem, &roster),
        objective: Objective::of(&built.problem, &roster),
        bound,
        members: member_hours(&built, &roster),
        problem: built.problem,
        roster,
    })
}

impl RotaPlan {
    /// Why `duty` is held by whom it is, or by nobody.
    pub fn why(&self, duty: Duty) -> Why {
        why(&self.problem, &self.roster, duty)
    }

    /// The same rota as one that people know, to plan the next one by.
    pub fn published(&self) -> Published {
        let row = |row: &Row| {
            let tiers = self.names_of(row).map(|name| name.map(str::to_owned)).collect();
            PublishedRow { start: row.span.start, tiers }
        };
        Published { rows: self.rows.iter().map(row).collect() }
    }

    /// What `member` is called.
    pub fn name(&self, member: MemberId) -> &str {
        &self.problem.people()[member].name
    }

    /// Everybody's name, in the order of the problem's people, with what they hold.
    pub fn named(&self) -> impl Iterator<Item = (&str, &MemberHours)> {
        self.problem.people().iter().map(|person| person.name.as_str()).zip(&self.members)
    }

    /// What `member` carries and holds, by their share.
    pub fn load(&self, member: MemberId) -> Load {
        let hours = &self.members[member];
        Load { burden: hours.carried + hours.burden, capacity: self.problem.people()[member].capacity }
    }

    /// Who holds `row`, by tier.
    pub fn names_of<'p>(&'p self, row: &'p Row) -> impl Iterator<Item = Option<&'p str>> {
        row.tiers.iter().map(|holder| holder.map(|holder| self.name(holder)))
    }

    /// Whoever is on duty at least once.
    pub fn holders(&self) -> BTreeSet<MemberId> {
        self.rows.iter().flat_map(|row| &row.tiers).copied().flatten().collect()
    }

    /// For each of the problem's people their place in `team`; nothing for whoever is not in it.
    pub fn places_in(&self, team: &Team) -> Vec<Option<MemberId>> {
        let names = team.members.iter().map(|member| member.name.as_str());
        let places: HashMap<&str, MemberId> = names.zip(MemberId::all(team.members.len())).collect();
        self.problem.people().iter().map(|person| places.get(person.name.as_str()).copied()).collect()
    }
}

fn rows(problem: &Problem, roster: &Roster) -> Vec<Row> {
    let mut rows = Vec::new();
    for (shift, held) in problem.shifts().iter().enumerate() {
        let tiers: Vec<Option<MemberId>> = problem.duties_of(shift).map(|duty| roster.holder(duty)).collect();
        rows.extend(held.pieces.iter().map(|&span| Row { span, tiers: tiers.clone(), shift }));
    }
    rows.sort_by_key(|row| row.span);
    rows
}

fn member_hours(built: &Built<'_>, roster: &Roster) -> Vec<MemberHours> {
    let problem = &built.problem;
    let held = roster.by_person(problem);
    let of_person = |person: MemberId| {
        let duties = &held[person];
        let hardship = Hardship::of(built.members[person], &built.availabilities[person]);
        let pieces = || duties.iter().flat_map(|duty| &problem.shifts()[duty.shift].pieces);
        MemberHours {
            held: pieces().map(|piece| piece.minutes()).sum(),
            nights: pieces().map(|&piece| hardship.nights.minutes_within(piece)).sum(),
            days_off: pieces().map(|&piece| hardship.days_off.minutes_within(piece)).sum(),
            burden: duties.iter().filter_map(|&duty| problem.burden(duty, person)).sum(),
            carried: problem.people()[person].carried,
        }
    };
    problem.members().map(of_person).collect()
}
