//! What does not depend on where a hire sits: the team's year, computed once; and what a seat adds to it.

use crate::availability::{SetId, SharedWeeks, Waits, WeekId, Years, runs};
use crate::plan::overlap::Response;
use crate::team::{MemberId, Opening};
use crate::time::{Hours, Minutes, Zone};

use super::ask::Question;
use super::chains::Chains;
use super::contact::Contact;
use super::place::{ChainGrowth, Coverage, Figures, Shared};
use super::seat::{SeatSeason, SeatYear, Steps};
use super::set_year::SetYear;

/// What does not depend on the place: the team's year, computed once.
pub(super) struct TeamYear<'a> {
    opening: &'a Opening,
    members: usize,
    years: Years,
    shared: SharedWeeks,
    waits_of_team: Waits,
    waits_for_team: Waits,
    chains: Chains<'a>,
    contact: Option<Contact>,
}

impl<'a> TeamYear<'a> {
    pub fn new(question: &Question<'a>) -> Self {
        let years = Years::of(question.members, question.horizon);
        Self {
            opening: question.opening,
            members: question.members.len(),
            chains: Chains::new(question, years.offsets()),
            contact: question.opening.fades_with_distance.then(|| Contact::new(years.offsets().to_vec())),
            years,
            shared: SharedWeeks::default(),
            waits_of_team: Waits::default(),
            waits_for_team: Waits::default(),
        }
    }

    /// The offsets of a zone over all that is looked at: zones with the same are one question.
    pub fn steps(&self, zone: Zone) -> Steps {
        let over = self.years.calendar().with_margin();
        let changes = zone.transitions(over).filter(|change| change.at > over.start);
        [(over.start, zone.offset_at(over.start))].into_iter().chain(changes.map(|c| (c.at, c.after))).collect()
    }

    /// A hire in `zone` whose hours are the opening's, moved by `shift` minutes.
    pub fn seat(&mut self, zone: Zone, steps: &Steps, shift: i32) -> SeatYear {
        self.seat_with_hours(zone, steps, shift, self.opening.hours.shifted(shift))
    }

    /// A hire in `zone` with these hours.
    pub fn seat_with_hours(&mut self, zone: Zone, steps: &Steps, shift: i32, hours: Hours) -> SeatYear {
        let year = self.years.year_in(zone, steps, &hours);
        let seasons = self.years.seasons_with(&hours, zone, &year, steps).into_iter();
        let seasons =
            seasons.map(|season| SeatSeason { week: self.years.steady_week(&hours, season.offset), season }).collect();
        SeatYear { shift, hours, year, seasons }
    }

    /// What a hire adds, but for the chain and how long people wait.
    pub fn shared_with(&mut self, seat: &SeatYear) -> Figures {
        let runs = runs(self.years.starts(), &seat.year);
        let Self { shared, years, .. } = self;
        let book = years.book();
        let own_weeks = &seat.year.inside;
        let mut over = |weeks: &[WeekId]| -> Minutes {
            let of_run =
                |&(week, times): &(usize, i64)| Minutes(shared.minutes(book, weeks[week], own_weeks[week]).0 * times);
            runs.iter().map(of_run).sum()
        };
        let totals: Vec<Minutes> = years.presences().iter().map(|presence| over(&presence.year.inside)).collect();
        let (together, anybody) = (years.weeks_together(), years.weeks_of_anybody());
        let (total_together, covered_already) = (over(together), over(anybody));
        let of_all = |weeks: &[WeekId]| weeks.iter().map(|&week| book.minutes(week)).sum::<Minutes>();
        let (own, before, team) = (of_all(own_weeks), of_all(anybody), of_all(together));
        let worked = seat.seasons.iter().filter(|season| season.season.is_worked);
        let mut steady: Vec<_> = worked.map(|season| (season.season.set, season.week)).collect();
        steady.sort_unstable();
        steady.dedup();
        let mut worst = |week_of: &dyn Fn(SetId) -> WeekId| {
            let shared = steady.iter().map(|&(set, week)| shared.minutes(book, week_of(set), week));
            shared.min().unwrap_or_default()
        };
        let worst_of: Vec<Minutes> =
            years.presences().iter().map(|presence| worst(&|set| presence.steady[set.index()])).collect();
        let together_worst = worst(&|set| years.steady_together(set));
        let of_member = |member: MemberId| {
            let presence = years.presence_of(member).index();
            Shared { mean: years.a_week(totals[presence]), worst: worst_of[presence] }
        };
        let added = own - covered_already;
        let mut figures = Figures {
            shift: seat.shift,
            hours: seat.hours.clone(),
            members: MemberId::all(self.members).map(of_member).collect(),
            together: Shared { mean: years.a_week(total_together), worst: together_worst },
            team: years.a_week(team),
            coverage: Coverage {
                before: years.a_week(before),
                after: years.a_week(before + added),
                gain: years.a_week(added),
            },
            responses_to: Vec::new(),
            responses_from: Vec::new(),
            chain: None,
            own: years.a_week(own),
            contact: None,
        };
        figures.contact = self.contact.as_ref().map(|contact| contact.with(&figures, &seat.seasons));
        figures
    }

    /// What some hires together do for the handoff chain.
    pub fn chain(&mut self, seats: &[&SeatYear]) -> ChainGrowth {
        self.chains.growth(seats)
    }

    /// What they do for it at most.
    pub fn chain_at_most(&mut self, seats: &[&SeatYear]) -> ChainGrowth {
        self.chains.at_most(seats)
    }

    /// Whether every chain that was found so far is proven to be the best.
    pub fn chains_are_exact(&self) -> bool {
        self.chains.are_exact()
    }

    /// The year in which sets of these seats are compared.
    pub fn set_year(&self, seats: &[&SeatYear]) -> SetYear {
        SetYear::new(&self.years, seats)
    }

    /// How long each member waits for the hire, and the hire for each member.
    pub fn waits(&mut self, seat: &SeatYear) -> (Vec<Response>, Vec<Response>) {
        let runs = runs(self.years.starts(), &seat.year);
        let book = self.years.book();
        let seat_asks = seat.year.minutes(book);
        let of_presences: Vec<_> = self
            .years
            .presences()
            .iter()
            .map(|presence| {
                let for_seat = self.waits_of_team.over(book, (&presence.year, &seat.year), true, &runs);
                let by_seat = self.waits_for_team.over(book, (&seat.year, &presence.year), false, &runs);
                (for_seat, presence.year.minutes(book), by_seat)
            })
            .collect();
        // Whoever is hired comes after all members.
        let hire = MemberId::new(self.members);
        let of_member = |member: MemberId| {
            let (for_seat, asked, by_seat) = of_presences[self.years.presence_of(member).index()];
            (Response::new(member, hire, asked, for_seat), Response::new(hire, member, seat_asks, by_seat))
        };
        MemberId::all(self.members).map(of_member).unzip()
    }
}
