use std::collections::HashMap;

use chrono::NaiveDate;

use crate::availability::{Season, seasons};
use crate::plan::overlap::Response;
use crate::team::{Member, Opening};
use crate::time::{Hours, Instant, Minutes, Offset, Span, Spans, Zone};

use super::Question;
use super::chains::Chains;
use super::contact::Contact;
use super::place::{ChainGrowth, Coverage, Figures, Shared};
use super::set_year::SetYear;
use super::weeks::{Book, Calendar, Hand, SharedWeeks, Waits, WeekId, Year, runs};

/// An offset and when it begins.
pub(super) type Steps = Vec<(Instant, Offset)>;

/// What does not depend on the place: the team's year, computed once.
pub(super) struct TeamYear<'a> {
    opening: &'a Opening,
    calendar: Calendar,
    book: Book,
    /// Members who are there at the same times are one.
    kinds: Vec<Kind>,
    /// By member: the place of their kind.
    kind_of: Vec<usize>,
    /// When all members are there, and when anybody is: in each week of the horizon.
    together: Vec<WeekId>,
    anybody: Vec<WeekId>,
    /// The same in each different season.
    steady_together: Vec<WeekId>,
    /// Whether anybody's week is another than the week before.
    starts: Vec<bool>,
    /// The team's seasons, each with its place among the different ones.
    seasons: Vec<(Season, usize)>,
    shared: SharedWeeks,
    waits_of_team: Waits,
    waits_for_team: Waits,
    chains: Chains<'a>,
    contact: Option<Contact>,
}

/// Members who are there at the same times.
#[derive(PartialEq)]
struct Kind {
    year: Year,
    /// The steady week in each different season.
    steady: Vec<WeekId>,
}

/// A possible hire: hours in a zone.
#[derive(Clone)]
pub(super) struct Guest {
    pub shift: i32,
    pub hours: Hours,
    pub year: Year,
    /// Every season of the team together with the zone.
    pub seasons: Vec<GuestSeason>,
}

/// A season of the team and a guest.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct GuestSeason {
    /// The place of the team's season among the different ones.
    pub place: usize,
    /// The guest's offset.
    pub offset: Offset,
    /// Their steady week.
    pub week: WeekId,
    /// How long the season is.
    pub length: Minutes,
}

impl<'a> TeamYear<'a> {
    pub fn new(question: &Question<'a>) -> Self {
        let calendar = Calendar::new(question.horizon);
        let mut book = Book::default();
        let mut offsets: Vec<Vec<Offset>> = Vec::new();
        let mut placed: Vec<(Season, usize)> = Vec::new();
        for season in seasons(question.members, question.horizon) {
            let place = offsets.iter().position(|known| *known == season.offsets).unwrap_or_else(|| {
                offsets.push(season.offsets.clone());
                offsets.len() - 1
            });
            placed.push((season, place));
        }
        let mut kinds: Vec<Kind> = Vec::new();
        let kind_of = (0..question.members.len())
            .map(|at| {
                let kind = kind(question.members[at], at, &offsets, &calendar, &mut book);
                kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
                    kinds.push(kind);
                    kinds.len() - 1
                })
            })
            .collect();
        let (mut together, mut anybody) = (Vec::new(), Vec::new());
        let mut joined: HashMap<Vec<WeekId>, (WeekId, WeekId)> = HashMap::new();
        let mut join = |book: &mut Book, weeks: Vec<WeekId>| {
            *joined.entry(weeks).or_insert_with_key(|weeks| {
                let sets: Vec<&Spans> = weeks.iter().map(|&week| book.week(week)).collect();
                let (all, any) = (Spans::at_least(sets.len(), &sets), Spans::at_least(1, &sets));
                (book.number(all), book.number(any))
            })
        };
        for week in 0..calendar.inside {
            let weeks = kinds.iter().map(|kind| kind.year.inside[week]).collect();
            let (all, any) = join(&mut book, weeks);
            together.push(all);
            anybody.push(any);
        }
        let steady = |place: usize| kinds.iter().map(|kind| kind.steady[place]).collect::<Vec<_>>();
        let steady_together = (0..offsets.len()).map(|place| join(&mut book, steady(place)).0).collect();
        let starts = (0..calendar.inside).map(|week| kinds.iter().any(|kind| kind.year.changes_at(week))).collect();
        Self {
            opening: question.opening,
            chains: Chains::new(question, &offsets),
            contact: question.opening.fades_with_distance.then(|| Contact::new(offsets)),
            calendar,
            book,
            kinds,
            kind_of,
            together,
            anybody,
            steady_together,
            starts,
            seasons: placed,
            shared: SharedWeeks::default(),
            waits_of_team: Waits::default(),
            waits_for_team: Waits::default(),
        }
    }

    /// The offsets of a zone over all that is looked at: zones with the same are one question.
    pub fn steps(&self, zone: Zone) -> Steps {
        let over = self.calendar.with_margin();
        let changes = zone.transitions(over).filter(|change| change.at > over.start);
        [(over.start, zone.offset_at(over.start))].into_iter().chain(changes.map(|c| (c.at, c.after))).collect()
    }

    /// A hire in `zone` whose hours are the opening's, moved by `shift` minutes.
    pub fn guest(&mut self, zone: Zone, steps: &Steps, shift: i32) -> Guest {
        self.guest_with_hours(zone, steps, shift, self.opening.hours.shifted(shift))
    }

    /// A hire in `zone` with these hours.
    pub fn guest_with_hours(&mut self, zone: Zone, steps: &Steps, shift: i32, hours: Hours) -> Guest {
        let number = self.book.hours(&hours);
        let hand = Hand { hours: number, zone_on: &|_| zone, steps };
        let year = self.book.year(&self.calendar, &hand);
        let mut found = Vec::new();
        for (season, place) in &self.seasons {
            for (span, offset) in stretches(steps, season.span) {
                let week = self.book.steady(number, offset);
                found.push(GuestSeason { place: *place, offset, week, length: span.minutes() });
            }
        }
        Guest { shift, hours, year, seasons: found }
    }

    /// What a hire adds, but for the chain and how long people wait.
    pub fn shared_with(&mut self, guest: &Guest) -> Figures {
        let runs = runs(&self.starts, &guest.year);
        let Self { shared, book, kinds, together, anybody, steady_together, .. } = self;
        let guest_weeks = &guest.year.inside;
        let mut over = |weeks: &[WeekId]| -> i64 {
            runs.iter().map(|&(week, times)| shared.minutes(book, weeks[week], guest_weeks[week]).0 * times).sum()
        };
        let totals: Vec<i64> = kinds.iter().map(|kind| over(&kind.year.inside)).collect();
        let (total_together, covered_already) = (over(together), over(anybody));
        let of_all = |book: &Book, weeks: &[WeekId]| weeks.iter().map(|&week| book.minutes(week).0).sum::<i64>();
        let (own, before, team) = (of_all(book, guest_weeks), of_all(book, anybody), of_all(book, together));
        let mut steady: Vec<(usize, WeekId)> = guest.seasons.iter().map(|s| (s.place, s.week)).collect();
        steady.sort_unstable();
        steady.dedup();
        let mut worst = |week_of: &dyn Fn(usize) -> WeekId| {
            steady.iter().map(|&(place, week)| shared.minutes(book, week_of(place), week)).min().unwrap_or_default()
        };
        let kind_worst: Vec<Minutes> = kinds.iter().map(|kind| worst(&|place| kind.steady[place])).collect();
        let together_worst = worst(&|place| steady_together[place]);
        let over = self.calendar.horizon.minutes().0;
        let week = |total: i64| Minutes::ratio(total * Minutes::WEEK.0, over);
        let kind_shared = |&kind: &usize| Shared { mean: week(totals[kind]), worst: kind_worst[kind] };
        let added = own - covered_already;
        let mut figures = Figures {
            shift: guest.shift,
            hours: guest.hours.clone(),
            members: self.kind_of.iter().map(kind_shared).collect(),
            together: Shared { mean: week(total_together), worst: together_worst },
            team: week(team),
            coverage: Coverage { before: week(before), after: week(before + added), gain: week(added) },
            responses_to: Vec::new(),
            responses_from: Vec::new(),
            chain: None,
            own: week(own),
            contact: None,
        };
        figures.contact = self.contact.as_ref().map(|contact| contact.with(&figures, &guest.seasons));
        figures
    }

    /// What some hires together do for the handoff chain.
    pub fn chain(&mut self, guests: &[&Guest]) -> ChainGrowth {
        self.chains.growth(guests)
    }

    /// What they do for it at most.
    pub fn chain_at_most(&mut self, guests: &[&Guest]) -> ChainGrowth {
        self.chains.at_most(guests)
    }

    /// Whether every chain that was found so far is proven to be the best.
    pub fn chains_are_exact(&self) -> bool {
        self.chains.are_exact()
    }

    /// The year in which sets of these guests are compared.
    pub fn set_year(&self, guests: &[&Guest]) -> SetYear {
        let over = self.calendar.horizon.minutes();
        SetYear::new(self.book.clone(), over, (&self.anybody, &self.together), guests)
    }

    /// How long each member waits for the hire, and the hire for each member.
    pub fn waits(&mut self, guest: &Guest) -> (Vec<Response>, Vec<Response>) {
        let runs = runs(&self.starts, &guest.year);
        let asked = |book: &Book, year: &Year| year.inside.iter().map(|&week| book.minutes(week).0).sum::<i64>();
        let guest_asks = asked(&self.book, &guest.year);
        let mut of_kinds = Vec::with_capacity(self.kinds.len());
        for kind in &self.kinds {
            let for_guest = self.waits_of_team.over(&self.book, (&kind.year, &guest.year), true, &runs);
            let by_guest = self.waits_for_team.over(&self.book, (&guest.year, &kind.year), false, &runs);
            of_kinds.push((for_guest, asked(&self.book, &kind.year), by_guest));
        }
        let response = |(from, to): (usize, usize), asked: i64, waits: Option<(i64, Minutes)>| {
            let waits = waits.filter(|_| asked > 0);
            let mean = waits.map(|(waited, _)| Minutes::ratio(waited, asked));
            Response { from, to, mean, longest: waits.map(|(_, longest)| longest) }
        };
        let guest_at = self.kind_of.len();
        let of_member = |(at, &kind): (usize, &usize)| {
            let (for_guest, asked, by_guest) = of_kinds[kind];
            (response((at, guest_at), asked, for_guest), response((guest_at, at), guest_asks, by_guest))
        };
        self.kind_of.iter().enumerate().map(of_member).unzip()
    }
}

/// What a member is there.
fn kind(member: &Member, at: usize, offsets: &[Vec<Offset>], calendar: &Calendar, book: &mut Book) -> Kind {
    let hours = book.hours(&member.hours);
    let steps: Steps = seasons(&[member], calendar.with_margin())
        .iter()
        .map(|season| (season.span.start, season.offsets[0]))
        .collect();
    let zone_on = |date: NaiveDate| member.zone_on(date);
    let year = book.year(calendar, &Hand { hours, zone_on: &zone_on, steps: &steps });
    Kind { year, steady: offsets.iter().map(|all| book.steady(hours, all[at])).collect() }
}

/// The offsets that hold in a span, each with its part of it.
fn stretches(steps: &Steps, span: Span) -> Vec<(Span, Offset)> {
    let ends = steps.iter().skip(1).map(|&(at, _)| at).chain([span.end]);
    let parts = steps.iter().zip(ends).map(|(&(start, offset), end)| (Span::new(start, end.max(start)), offset));
    parts.filter_map(|(part, offset)| Some((part?.intersection(span)?, offset))).collect()
}
