//! What the screen shows of a planned rota, made off the window's thread.

use crate::picture::calendar::{Calendar, Holder, Piece};
use crate::picture::person::Names;
use chrono::Weekday;

use crate::plan::Stop;
use crate::plan::rota::Duty;
use crate::plan::rota::difference::{Difference, difference};
use crate::plan::rota::explain::{Verdict, Why};
use crate::plan::rota::quality;
use crate::plan::rota::relax::{Relaxation, relaxation};
use crate::plan::rota::trade::{Preset, Violation, violations};
use crate::plan::rota::{Progress, Published, Replan, RotaPlan, Search, plan, plan_watched, weekends};
use crate::team::{MemberId, Order, Rota, Team};
use crate::time::{Instant, Span, Zone};
use crate::words::clock::Clock;
use crate::words::{quality as said, rota as words};

/// How many unfilled duties are explained; there is always a count of all.
const MOST_UNFILLED: usize = 12;

/// A planned rota with all that is said of it.
#[derive(Debug)]
pub struct Planned {
    /// The plan itself, for questions and exports.
    pub plan: RotaPlan,
    /// The zone of the shift boundaries.
    pub anchor: Zone,
    /// What the other order of comparison would come to.
    pub other_order: Option<String>,
    /// What nobody holds, with everybody's reason.
    pub unfilled: Vec<Unfilled>,
    /// That no minute is lost, and what another program's score does not see.
    pub quality: Vec<String>,
    /// What changed since it was published, if it was.
    pub changed: Option<Difference>,
    /// What of each rule of the trade is broken.
    pub trade: Vec<(Preset, Vec<Violation>)>,
    /// For each person of the plan the number of weekends on which they are on duty.
    pub weekends: Vec<usize>,
    /// For each person of the plan their place in the team.
    pub places: Vec<usize>,
    /// What the members of the team are called.
    names: Vec<Names>,
}

/// How long a rota is searched, and who is told of it.
pub struct Effort<'e> {
    /// Whether to go on until stopped.
    pub is_long: bool,
    /// Asked now and then: whether what was found is enough.
    pub should_stop: &'e mut dyn FnMut() -> bool,
    /// Set once nobody waits for the answer.
    pub abandoned: &'e Stop,
    /// Told after each round.
    pub watch: &'e mut dyn FnMut(Progress),
}

/// A duty that nobody holds.
#[derive(Debug)]
pub struct Unfilled {
    /// Which.
    pub duty: Duty,
    /// Why each of the others cannot hold it.
    pub why: Why,
    /// What would have to give so that somebody could.
    pub way: Option<Relaxation>,
}

impl Planned {
    /// Plans a rota. `published` is what people know already: what of it has begun stays, the rest is to change as little as can be.
    ///
    /// # Errors
    ///
    /// A sentence for people, when the rota cannot be planned as it is written.
    pub fn make(
        team: &Team,
        rota: &Rota,
        published: Option<&Published>,
        now: Instant,
        effort: &mut Effort<'_>,
    ) -> Result<Self, String> {
        let known = published.map(|rota| (rota, Replan::KeepPublished));
        let search = Search { published: known, kept_until: known.map(|_| now), ..Search::default() };
        let abandoned = effort.abandoned;
        let solve =
            |rota: &Rota| plan(team, rota, &search, &mut || abandoned.is_set()).map_err(|error| error.to_string());
        let longer = Search { until_stopped: effort.is_long, ..search.clone() };
        let found =
            plan_watched(team, rota, &longer, effort.should_stop, effort.watch).map_err(|error| error.to_string())?;
        let turned = match rota.order {
            Order::Fairness => Order::Comfort,
            Order::Comfort => Order::Fairness,
        };
        let other = solve(&Rota { order: turned, ..rota.clone() })?;
        let names: Vec<&str> = team.members.iter().map(|member| member.name.as_str()).collect();
        Ok(Self {
            anchor: rota.anchor,
            other_order: Some(words::other_order(rota.order, &found, &other)),
            quality: quality_lines(&found),
            changed: published.map(|published| difference(published, &found)),
            trade: Preset::ALL.map(|preset| (preset, violations(team, &found, &[preset]))).into(),
            unfilled: unfilled(&found),
            places: found.places_in(team).into_iter().map(|place| place.map_or(0, MemberId::index)).collect(),
            names: Names::all(&names),
            weekends: weekends(&found, team),
            plan: found,
        })
    }

    /// The calendar in the dates of `zone`.
    pub fn calendar(&self, zone: Zone, clock: Clock, first_day: Weekday) -> Calendar {
        let problem = &self.plan.problem;
        let pieces = self.plan.rows.iter().flat_map(|row| {
            (0..row.tiers.len()).map(|tier| {
                let duty = Duty { shift: row.shift, tier };
                let holder = self.plan.roster.holder(duty).map(|person| self.holder(person));
                let is_pinned = problem.pinned(duty).is_some();
                let tip = words::tip(&self.plan, duty, row.span, zone, clock);
                Piece { duty, span: row.span, holder, is_pinned, tip }
            })
        });
        Calendar {
            zone,
            first_day,
            clock,
            horizon: self.horizon(),
            tiers: problem.tiers(),
            pieces: pieces.collect(),
            now: None,
            lit: None,
        }
    }

    /// Which member of the team a person of the plan is.
    pub fn place_of(&self, name: &str) -> Option<MemberId> {
        let person = self.plan.problem.members().find(|&person| self.plan.name(person) == name)?;
        Some(MemberId::new(self.places[person]))
    }

    /// When somebody's next duty begins, or the one began that they hold now.
    pub fn next(&self, person: MemberId, now: Instant) -> Option<Instant> {
        let to_come = self.plan.rows.iter().filter(|row| row.span.end > now && row.tiers.contains(&Some(person)));
        to_come.map(|row| row.span.start).min()
    }

    /// From the first start to the last end.
    fn horizon(&self) -> Span {
        let rows = &self.plan.rows;
        let start = rows.iter().map(|row| row.span.start).min();
        let end = rows.iter().map(|row| row.span.end).max();
        let (start, end) = start.zip(end).expect("a plan has at least one row");
        Span { start, end }
    }

    fn holder(&self, person: MemberId) -> Holder {
        let place = self.places[person];
        Holder { member: MemberId::new(place), names: self.names[place].clone() }
    }
}

/// That no minute is lost, then the score of each tier.
fn quality_lines(plan: &RotaPlan) -> Vec<String> {
    let scores = quality::scores(plan);
    let scores = scores.iter().map(|score| said::score(plan, score));
    std::iter::once(said::coverage(&quality::coverage(plan))).chain(scores).collect()
}

/// The first duties that nobody holds.
fn unfilled(plan: &RotaPlan) -> Vec<Unfilled> {
    let open = plan.roster.unfilled(&plan.problem).into_iter().take(MOST_UNFILLED);
    open.map(|duty| {
        let way = relaxation(&plan.problem, &plan.roster, duty);
        Unfilled { duty, why: plan.why(duty), way }
    })
    .collect()
}

impl Unfilled {
    /// When, in a zone, and in which tier.
    pub fn when(&self, plan: &RotaPlan, zone: Zone, clock: Clock) -> String {
        let shift = &plan.problem.shifts()[self.duty.shift];
        let when = words::when(Span { start: shift.start(), end: shift.end() }, zone, clock);
        format!("{when}, {}", words::tier(self.duty.tier).to_lowercase())
    }

    /// Everybody's name, and why they cannot.
    pub fn reasons(&self, plan: &RotaPlan, zone: Zone, clock: Clock) -> Vec<(String, String)> {
        let cannot = self.why.others.iter().filter(|other| matches!(other.verdict, Verdict::Cannot(_)));
        let reasons = cannot.map(|other| {
            let name = plan.name(other.person).to_owned();
            (name, words::verdict(&plan.problem, &self.why, other, zone, clock))
        });
        reasons.collect()
    }
}
