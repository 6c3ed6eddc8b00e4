//! Rules of the trade: what laws and handbooks ask of on-call work beyond a rota's own hard rules, each checked on a finished rota.

use super::plan::RotaPlan;
use crate::availability::Level;
use crate::team::{Calendars, Member, MemberId, Team};
use crate::time::{Instant, Minutes, Span};

/// A rule that can be switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// Eleven hours between two shifts (Directive 2003/88/EC, article 3).
    DailyRest,
    /// At most 48 hours a week on average over 17 weeks, or the horizon if it is shorter; only the primary's time counts as working
    /// time (Directive 2003/88/EC, articles 6 and 16).
    Week48,
    /// At most a quarter of the time on call, in any tier (Site Reliability Engineering, chapter 11).
    Quarter,
    /// At least two days off between two nights on duty that do not follow each other.
    NightsApart,
}

/// A preset that somebody's shifts break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub preset: Preset,
    /// Whose.
    pub member: MemberId,
    /// When: the start of the shift that breaks it, or of the stretch in which it is broken.
    pub at: Instant,
    /// How much there is: rest, hours a week, time on call, or time between nights.
    pub found: Minutes,
    /// How much there should be at least, or at most.
    pub allowed: Minutes,
}

impl Preset {
    /// All of them.
    pub const ALL: [Preset; 4] = [Preset::DailyRest, Preset::Week48, Preset::Quarter, Preset::NightsApart];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Preset::DailyRest => "11 h daily rest (EU)",
            Preset::Week48 => "48 h week (EU)",
            Preset::Quarter => "A quarter on call",
            Preset::NightsApart => "Two days off between nights",
        }
    }
}

/// Two nights on duty that are nearer than this are one run of nights.
const RUN: Minutes = Minutes::hours(20);
/// A shift is a night's when the holder would sleep for so long.
const NIGHT: Minutes = Minutes::hours(3);
const REFERENCE: Minutes = Minutes(17 * Minutes::WEEK.0);

/// What of some presets a planned rota of `team` breaks, by member and time.
///
/// # Example
///
/// ```
/// use sunwise::plan::rota::trade::{Preset, violations};
/// use sunwise::plan::rota::{Search, plan};
///
/// # let text = r#"Team(version: 1, name: "T", members: [
/// #     (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"), (name: "Bo", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
/// # ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 2, shifts: Weekly(at: "Mo 10:00"), tiers: 1)])"#;
/// let team = sunwise::team::read("t.ron", text.as_bytes())?.0;
/// let found = plan(&team, &team.rotas[0], &Search::default(), &mut || false)?;
/// assert_eq!(violations(&team, &found, &[Preset::DailyRest]), []);
/// let broken = violations(&team, &found, &[Preset::Quarter]);
/// assert_eq!(broken.len(), 2, "two people hold a half each");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn violations(team: &Team, plan: &RotaPlan, presets: &[Preset]) -> Vec<Violation> {
    let mut found = Vec::new();
    let places = plan.places_in(team);
    for member in plan.problem.members() {
        let rows = plan.rows.iter();
        let held: Vec<(Span, bool)> = rows
            .filter_map(|row| {
                let tier = row.tiers.iter().position(|&holder| holder == Some(member))?;
                Some((row.span, tier == 0))
            })
            .collect();
        let known = places[member].map(|place| &team.members[place]);
        let mut add = |preset, broken: Vec<(Instant, Minutes, Minutes)>| {
            let violation = |(at, found, allowed)| Violation { preset, member, at, found, allowed };
            found.extend(broken.into_iter().map(violation));
        };
        for &preset in presets {
            add(
                preset,
                match preset {
                    Preset::DailyRest => daily_rest(&held),
                    Preset::Week48 => week(&held),
                    Preset::Quarter => quarter(plan, &held),
                    Preset::NightsApart => {
                        known.map(|member| nights(member, &team.calendars, &held)).unwrap_or_default()
                    }
                },
            );
        }
    }
    found
}

/// Pieces that follow each other at once are one shift.
fn joined(held: &[(Span, bool)]) -> Vec<Span> {
    let spans: crate::time::Spans = held.iter().map(|&(span, _)| span).collect();
    spans.iter().copied().collect()
}

fn daily_rest(held: &[(Span, bool)]) -> Vec<(Instant, Minutes, Minutes)> {
    let least = Minutes::hours(11);
    let shifts = joined(held);
    let rests = shifts.windows(2).map(|pair| (pair[1].start, pair[1].start - pair[0].end, least));
    rests.filter(|&(_, rest, least)| rest < least).collect()
}

/// The first stretch of 17 weeks whose mean week is too long.
fn week(held: &[(Span, bool)]) -> Vec<(Instant, Minutes, Minutes)> {
    let working: Vec<Span> = held.iter().filter(|(_, is_primary)| *is_primary).map(|&(span, _)| span).collect();
    let (Some(first), Some(last)) = (working.first(), working.last()) else { return Vec::new() };
    let most = Minutes::hours(48);
    let weeks = |reference: Minutes| reference.0 as f64 / Minutes::WEEK.0 as f64;
    let reference = REFERENCE.min((last.end - first.start).max(Minutes::WEEK));
    let mean = |from: Instant| {
        let over = Span { start: from, end: from + reference };
        let minutes: i64 = working.iter().filter_map(|span| span.intersection(over)).map(|span| span.minutes().0).sum();
        Minutes((minutes as f64 / weeks(reference)).round() as i64)
    };
    let starts = working
        .iter()
        .map(|span| span.start)
        .filter(|&start| start + reference <= last.end.max(first.start + reference));
    starts.map(|start| (start, mean(start), most)).find(|&(_, mean, most)| mean > most).into_iter().collect()
}

fn quarter(plan: &RotaPlan, held: &[(Span, bool)]) -> Vec<(Instant, Minutes, Minutes)> {
    let whole: i64 = plan.rows.iter().map(|row| row.span.minutes().0).sum();
    let most = Minutes(whole / 4);
    let own: Minutes = held.iter().map(|(span, _)| span.minutes()).sum();
    held.first().filter(|_| own > most).map(|(span, _)| (span.start, own, most)).into_iter().collect()
}

fn nights(member: &Member, calendars: &Calendars, held: &[(Span, bool)]) -> Vec<(Instant, Minutes, Minutes)> {
    let (Some(first), Some(last)) = (held.first(), held.last()) else { return Vec::new() };
    let over = Span { start: first.0.start, end: last.0.end };
    let asleep = crate::availability::Availability::full(member, calendars, over).at_level(Level::Asleep);
    let nights: Vec<Span> =
        held.iter().map(|&(span, _)| span).filter(|&span| asleep.minutes_within(span) >= NIGHT).collect();
    let least = Minutes(2 * Minutes::DAY.0);
    let gaps = nights.windows(2).map(|pair| (pair[1].start, pair[1].start - pair[0].end, least));
    gaps.filter(|&(_, gap, least)| gap > RUN && gap < least).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::rota::{Search, plan};

    fn hours(from: i64, to: i64) -> (Span, bool) {
        let start = Instant::midnight("2027-01-04".parse().expect("a date"));
        (Span { start: start + Minutes::hours(from), end: start + Minutes::hours(to) }, true)
    }

    fn found(broken: &[(Instant, Minutes, Minutes)]) -> Vec<i64> {
        broken.iter().map(|(_, found, _)| found.0 / 60).collect()
    }

    #[test]
    fn rest_is_counted_between_shifts_and_not_within_one() {
        assert_eq!(found(&daily_rest(&[hours(0, 8), hours(8, 16), hours(24, 32)])), [8]);
        assert_eq!(found(&daily_rest(&[hours(0, 8), hours(19, 27)])), [] as [i64; 0]);
    }

    #[test]
    fn a_week_is_a_mean() {
        let daily = |hours_a_day: i64| -> Vec<(Span, bool)> {
            (0..28).map(|day| hours(day * 24, day * 24 + hours_a_day)).collect()
        };
        assert_eq!(week(&daily(6)), []);
        assert_eq!(week(&daily(8)).len(), 1);
        let secondary: Vec<_> = daily(8).into_iter().map(|(span, _)| (span, false)).collect();
        assert_eq!(week(&secondary), [], "stand-by is no working time");
    }

    #[test]
    fn nights_are_in_a_row_or_far_apart() {
        let zone = crate::time::Zone::UTC;
        let hours_of = crate::time::Hours::parse("Mo-Fr 09:00-17:00").expect("hours");
        let member = Member::new("Ana", crate::team::Place::zone(zone), hours_of);
        let night = |day: i64| hours(day * 24 + 22, day * 24 + 30);
        assert_eq!(nights(&member, Calendars::unread(), &[night(0), night(1), night(2)]), []);
        assert_eq!(found(&nights(&member, Calendars::unread(), &[night(0), night(2)])), [40]);
        assert_eq!(nights(&member, Calendars::unread(), &[night(0), night(3)]), []);
        assert_eq!(nights(&member, Calendars::unread(), &[hours(9, 17), hours(24 + 9, 24 + 17)]), []);
    }

    /// Who is busy does not sleep, so that one of two nights is none.
    #[test]
    fn a_busy_night_is_no_night() {
        let text = r#"Team(version: 1, name: "T", members: [
            (name: "Ana", zone: "UTC", hours: "Mo-Fr 09:00-17:00", busy: "ana.ics"),
        ], rotas: [(name: "R", anchor: "UTC", start: "2027-01-04", weeks: 1, shifts: Daily(at: ["06:00", "22:00"]), tiers: 1)])"#;
        let mut team = crate::team::read("t.ron", text.as_bytes()).expect("a team").0;
        let mut plan = plan(&team, &team.rotas[0], &Search::default(), &mut || false).expect("a plan");
        for (number, row) in plan.rows.iter_mut().enumerate() {
            // Monday's and Wednesday's nights.
            row.tiers = vec![[1, 5].contains(&number).then_some(MemberId::new(0))];
        }
        let broken = |team: &Team| violations(team, &plan, &[Preset::NightsApart]).len();
        assert_eq!(broken(&team), 1);
        team.calendars = crate::team::busy::sample("ana.ics", "20270106T220000Z", "20270107T060000Z");
        assert_eq!(broken(&team), 0);
    }
}
