//! What the screen shows of handoff chains, made off the window's thread.

use chrono::{Days, NaiveDate, Weekday};

use crate::availability::{Level, SteadyWeek, WEEK};
use crate::export::handoff::{Asked, Write};
use crate::export::{Format, Formats, HandoffFormats};
use crate::picture::person::Names;
use crate::picture::{dial, seasons};
use crate::plan::Stop;
use crate::plan::handoff::{Handoff, Question, SeasonChain, absences, handoff, waits, worst_date, year};
use crate::plan::overlap::Response;
use crate::team::{Calendars, Member, MemberId, Team};
use crate::time::{Instant, Minutes, Offset, Span, Spans, TimeOfDay};
use crate::words::amount::duration;
use crate::words::handoff as words;

use super::{Who, cover};
use crate::words::clock::Clock;

/// The chains of a year.
#[derive(Debug, Default)]
pub struct Chains {
    /// The best of every season, in time order.
    pub seasons: Vec<Season>,
    /// The one that is best all year, in each of them.
    pub kept: Vec<Season>,
    /// What is covered a day through the year: by the best of every season, and by the one.
    pub covered: [String; 2],
    /// What keeping it costs.
    pub price: String,
    /// What can be saved: of the best of every season, and of the one for all year.
    pub files: [Files; 2],
}

/// Chains in every format.
type Files = Vec<(&'static Format<Write>, String)>;

/// The chain of a season with all that is said of it.
#[derive(Debug)]
pub struct Season {
    /// In the year.
    pub part: seasons::Season,
    /// The answer in a sentence or two.
    pub answer: String,
    /// What nobody covers, and who could.
    pub uncovered: Option<String>,
    /// What changes when the season begins.
    pub changes: Vec<String>,
    /// The chain as a dial.
    pub dial: dial::Dial,
    /// The handoffs, in the order of the day.
    pub handoffs: Vec<HandoffRow>,
    /// The holes, in the order of the day.
    pub gaps: Vec<Gap>,
    /// Whether no better chain is possible.
    pub exact: bool,
    /// How long a question waits for whoever covers.
    pub wait: String,
    /// Who is on leave or has a holiday, a line a holder.
    pub away: Vec<String>,
}

/// A handoff between two people.
#[derive(Debug)]
pub struct HandoffRow {
    /// Who hands over: place in the team and name.
    pub from: (usize, String),
    /// Who takes over.
    pub to: (usize, String),
    /// What the one who hands over holds: in UTC, on their clock, and where that is.
    pub held: [String; 3],
    /// When in UTC, and on both clocks.
    pub times: [String; 3],
    /// How long they are at work together, if one follows the other at all.
    pub live: Option<Minutes>,
    /// Whether that is long enough.
    pub is_live: bool,
    /// The date on which they have less time together than usually in the season, and how much, as long as the chain is kept.
    pub worst: Option<(NaiveDate, Minutes)>,
    /// How long the one who hands over waits for the other: mean and longest.
    pub wait: Option<(Minutes, Minutes)>,
}

/// A hole of the day.
#[derive(Debug)]
pub struct Gap {
    /// When in UTC.
    pub utc: String,
    /// How long.
    pub length: Minutes,
    /// On whose clock it begins and ends: `17:30 in Lisbon, for Ana Ribeiro`.
    pub between: String,
}

impl Chains {
    /// The chains of those who are asked about, over 52 weeks from a date.
    /// `stamp` is the present moment, for the files; times are written as `clock` does. What was looked for when `stop` is set is not proven.
    pub fn make(team: &Team, who: &Who, from: NaiveDate, (stamp, clock): (Instant, Clock), stop: &Stop) -> Self {
        let (members, places): (Vec<&Member>, Vec<usize>) = team
            .members
            .iter()
            .enumerate()
            .filter(|(_, member)| who.takes(team, member))
            .map(|(at, m)| (m, at))
            .unzip();
        let start = Instant::midnight(from);
        let horizon = Span { start, end: start + Minutes(52 * Minutes::WEEK.0) };
        let usual = Question { stop: Some(stop), ..Question::usual(&members, &team.policy, horizon) };
        let question = match who.chain(team) {
            Some(chain) => Question { days: &chain.days, min_live: chain.min_live.unwrap_or(usual.min_live), ..usual },
            None => usual,
        };
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let group =
            Group { question: &question, calendars: &team.calendars, places, called: Names::all(&names), clock };
        let (best, year) = (handoff(&question), year(&question));
        let shown = |found: &[SeasonChain], within: Option<Span>| -> Vec<Season> {
            let before = |at: usize| at.checked_sub(1).map(|at| &found[at]);
            let season = |(at, season): (usize, &SeasonChain)| {
                group.season(season, before(at), within.unwrap_or(season.season.span))
            };
            found.iter().enumerate().map(season).collect()
        };
        let covered = |found: &[SeasonChain]| {
            let a_day: Vec<Minutes> = found.iter().map(|season| season.chain.covered_a_day()).collect();
            words::covered(&a_day, question.days)
        };
        let name = who.chain(team).map_or(team.name.as_str(), |chain| &chain.name);
        let files = |seasons: &[SeasonChain]| -> Files {
            let asked = Asked { name, question: &question, seasons, stamp };
            HandoffFormats::ALL.iter().map(|format| (format, (format.write)(&asked))).collect()
        };
        Self {
            seasons: shown(&best, None),
            kept: shown(&year.seasons, Some(horizon)),
            covered: [covered(&best), covered(&year.seasons)],
            price: words::year_sentence(&year, &best),
            files: [files(&best), files(&year.seasons)],
        }
    }
}

/// Those who may take a leg.
struct Group<'a> {
    question: &'a Question<'a>,
    calendars: &'a Calendars,
    /// Their places in the team.
    places: Vec<usize>,
    called: Vec<Names>,
    clock: Clock,
}

impl Group<'_> {
    /// A season of a chain that is kept `within` a stretch.
    fn season(&self, found: &SeasonChain, before: Option<&SeasonChain>, within: Span) -> Season {
        let chain = &found.chain;
        let covered = chain.covered_a_day();
        let last = found.season.span.end.utc().date() - Days::new(1);
        let from = found.season.span.start.utc().date();
        let changes = before.map(|before| self.changes(before, found)).unwrap_or_default();
        let waits = waits(self.question, found);
        let handoffs = chain
            .handoffs
            .iter()
            .zip(&waits.handoffs)
            .map(|(handoff, wait)| self.handoff(found, handoff, wait, within));
        let away = absences(self.question, self.calendars, chain, found.season.span);
        let when = (found.season.span != self.question.horizon).then_some((from, last));
        let uncovered =
            words::uncovered(&cover::holes(found), &cover::stand_ins(self.question, found), when, self.clock);
        let dates = format!("{} – {}", from.format("%-d %b %Y"), last.format("%-d %b %Y"));
        let mut tip = vec![dates, format!("{} a day covered", duration(covered))];
        tip.extend(changes.iter().cloned());
        Season {
            part: seasons::Season {
                from,
                to: last + Days::new(1),
                answer: duration(covered),
                percent: (covered.0 * 100 / 1440).clamp(0, 100) as u8,
                tip: tip.join("\n"),
            },
            answer: words::chain_sentence(chain, &self.names(), self.clock),
            uncovered,
            changes,
            gaps: self.gaps(found),
            dial: self.dial(found),
            handoffs: handoffs.collect(),
            exact: chain.exact,
            wait: words::wait("A question", &waits.covered),
            away: words::away(&away, &self.names(), chrono::Datelike::year(&from)),
        }
    }

    /// Whose clocks changed, and what that does to the chain.
    fn changes(&self, before: &SeasonChain, now: &SeasonChain) -> Vec<String> {
        let mut lines = self.clocks(now);
        let legs = words::changes(&before.chain, &now.chain, &self.names(), self.clock);
        lines.extend(legs.split("; ").filter(|line| !line.is_empty()).map(str::to_owned));
        lines
    }

    fn names(&self) -> Vec<String> {
        self.question.members.iter().map(|member| member.name.clone()).collect()
    }

    /// Whose clocks changed, those by as much in one line.
    fn clocks(&self, now: &SeasonChain) -> Vec<String> {
        let mut by_amount: Vec<(i64, Vec<&str>)> = Vec::new();
        for change in &now.season.changes {
            let by = i64::from(change.after.0 - change.before.0);
            let name = self.question.members[change.member].name.as_str();
            match by_amount.iter_mut().find(|(other, _)| *other == by) {
                Some((_, names)) => names.push(name),
                None => by_amount.push((by, vec![name])),
            }
        }
        let line = |(by, names): (i64, Vec<&str>)| {
            let way = if by > 0 { "forward" } else { "back" };
            let (last, first) = names.split_last().map_or(("", &[][..]), |(last, first)| (*last, first));
            let who = if first.is_empty() { last.to_owned() } else { format!("{} and {last}", first.join(", ")) };
            format!("Clocks go {way} {} for {who}", duration(Minutes(by.abs())))
        };
        by_amount.into_iter().map(line).collect()
    }

    /// A UTC time on a member's clock, with the place: `10:15 in Bangkok`.
    fn local(&self, found: &SeasonChain, member: MemberId, at: TimeOfDay) -> String {
        words::local(self.question.members[member], member, found, at, self.clock)
    }

    fn named(&self, member: MemberId) -> (usize, String) {
        (self.places[member], self.question.members[member].name.clone())
    }

    fn handoff(&self, found: &SeasonChain, handoff: &Handoff, wait: &Response, within: Span) -> HandoffRow {
        let follows = found.chain.legs.iter().any(|leg| leg.member == handoff.from && leg.end() == handoff.at);
        let ends = found.chain.legs.iter().find(|leg| leg.member == handoff.from).map_or(handoff.at, |leg| leg.end());
        let clock = |member, at| self.local(found, member, at);
        let utc = if follows {
            self.clock.of_day(handoff.at)
        } else {
            format!("{} … {}", self.clock.of_day(ends), self.clock.of_day(handoff.at))
        };
        let leg = found.chain.legs.iter().find(|leg| leg.member == handoff.from);
        let held = leg.map_or_else(Default::default, |leg| {
            let start = i64::from(leg.start.minutes());
            let own = start + offset(found, leg.member).minutes().0;
            let [utc, own] =
                [start, own].map(|start| self.clock.range(start.rem_euclid(1440), leg.length).replace('-', "–"));
            let date = found.season.span.start.utc().date();
            [utc, own, self.question.members[leg.member].place_on(date).short_name()]
        });
        HandoffRow {
            held,
            from: self.named(handoff.from),
            to: self.named(handoff.to),
            times: [utc, clock(handoff.from, ends), clock(handoff.to, handoff.at)],
            live: follows.then_some(handoff.live),
            is_live: handoff.is_live,
            worst: worst_date(self.question, handoff, within).filter(|&(_, live)| follows && live < handoff.live),
            wait: wait.mean.zip(wait.longest),
        }
    }

    fn gaps(&self, found: &SeasonChain) -> Vec<Gap> {
        let legs = &found.chain.legs;
        let gap = |(start, length): (TimeOfDay, Minutes)| {
            let leg = legs.iter().find(|leg| leg.end() == start)?;
            let end = TimeOfDay::from_minutes((i64::from(start.minutes()) + length.0).rem_euclid(1440) as u16)?;
            let next = legs.iter().find(|leg| leg.start == end)?;
            Some(Gap {
                utc: format!("{}–{}", self.clock.of_day(start), self.clock.of_day(end)),
                length,
                between: format!(
                    "After {} ({}), before {} ({})",
                    self.question.members[leg.member].name,
                    self.local(found, leg.member, start),
                    self.question.members[next.member].name,
                    self.local(found, next.member, end),
                ),
            })
        };
        cover::holes(found).into_iter().filter_map(gap).collect()
    }

    fn dial(&self, found: &SeasonChain) -> dial::Dial {
        let chain = &found.chain;
        let day = self.question.days.iter().find(|day| **day == Weekday::Wed).or(self.question.days.first()).copied();
        let day = day.unwrap_or(Weekday::Wed);
        let weeks: Vec<SteadyWeek> = self
            .question
            .members
            .iter()
            .enumerate()
            .map(|(at, m)| SteadyWeek::of(m, offset(found, MemberId::new(at))))
            .collect();
        let legs = chain.legs.iter().map(|leg| {
            let (start, end) = (leg.start.minutes(), leg.end().minutes());
            let held = dial::clock((start, end), self.clock);
            let times = [leg.start, leg.end()]
                .map(|at| self.clock.minute(i64::from(at.minutes()) + offset(found, leg.member).minutes().0));
            let own = format!("{}–{}", times[0], self.local(found, leg.member, leg.end()));
            dial::Leg {
                person: self.places[leg.member],
                names: self.called[leg.member].clone(),
                note: format!("{} UTC · {}–{} local", held.replace('-', "–"), times[0], times[1]),
                held: (start, end),
                covered: covered(&weeks[leg.member].preferred, day, leg.start, leg.length),
                tip: format!("{}\n{held} UTC, {own}", self.question.members[leg.member].name),
            }
        });
        let follows =
            |handoff: &&Handoff| chain.legs.iter().any(|leg| leg.member == handoff.from && leg.end() == handoff.at);
        let joints = chain.handoffs.iter().filter(follows).map(|handoff| {
            let (from, to) = (&self.question.members[handoff.from].name, &self.question.members[handoff.to].name);
            let state = if handoff.is_live { "live" } else { "not live: too short to talk" };
            let at = self.clock.of_day(handoff.at);
            dial::Joint {
                at: handoff.at.minutes(),
                live: handoff.live,
                is_live: handoff.is_live,
                tip: format!("{from} hands over to {to} at {at} UTC\n{} together, {state}", duration(handoff.live)),
            }
        });
        let days = chain.legs.iter().map(|leg| dial::Day {
            person: self.places[leg.member],
            name: self.question.members[leg.member].name.clone(),
            levels: levels(&weeks[leg.member], day),
        });
        dial::Dial {
            legs: legs.collect(),
            joints: joints.collect(),
            days: days.collect(),
            answer: (
                duration(chain.covered_a_day()),
                vec!["of 24 h covered".to_owned(), format!("longest gap {}", duration(chain.longest_gap))],
            ),
            now: None,
            clock: self.clock,
        }
    }
}

/// A member's offset in a season.
pub(super) fn offset(found: &SeasonChain, member: MemberId) -> Offset {
    found.season.offsets.get(member.index()).copied().unwrap_or(Offset(0))
}

/// The parts of a leg in which its holder is at work on a day of the steady week, in minutes of the UTC day.
fn covered(preferred: &Spans, day: Weekday, start: TimeOfDay, length: Minutes) -> Vec<dial::Stretch> {
    let from = midnight(day) + Minutes(start.minutes().into());
    let leg = Span { start: from, end: from + length };
    // Of a leg that runs out of the week, the rest lies at its beginning.
    let again = Span { start: leg.start - Minutes::WEEK, end: leg.end - Minutes::WEEK };
    let parts = preferred.clip(leg).iter().chain(preferred.clip(again).iter()).map(|span| stretch(*span)).collect();
    joined(parts)
}

/// Stretches that meet at midnight as one.
fn joined(parts: Vec<dial::Stretch>) -> Vec<dial::Stretch> {
    let mut joined: Vec<dial::Stretch> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if last.1 == part.0 => last.1 = part.1,
            _ => joined.push(part),
        }
    }
    joined
}

/// A member's levels on a day of the steady week, in order and without a hole.
fn levels(week: &SteadyWeek, day: Weekday) -> Vec<(dial::Stretch, Level)> {
    let span = Span { start: midnight(day), end: midnight(day) + Minutes::DAY };
    let known = week.preferred.union(&week.flexible).union(&week.asleep);
    let off = known.complement(span);
    let sets = [
        (&week.preferred, Level::Preferred),
        (&week.flexible, Level::Flexible),
        (&week.asleep, Level::Asleep),
        (&off, Level::Off),
    ];
    let mut found: Vec<(Span, Level)> = sets
        .iter()
        .flat_map(|(spans, level)| spans.clip(span).iter().map(|span| (*span, *level)).collect::<Vec<_>>())
        .collect();
    found.sort_by_key(|(span, _)| span.start);
    found.into_iter().map(|(span, level)| (stretch(span), level)).collect()
}

pub(super) fn midnight(day: Weekday) -> Instant {
    WEEK.start + Minutes(1440 * i64::from(day.num_days_from_monday()))
}

/// A span of at most a day as minutes of the day.
fn stretch(span: Span) -> dial::Stretch {
    (span.start.minute_of_utc_day(), span.end.minute_of_utc_day())
}
