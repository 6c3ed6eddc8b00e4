//! What holds for the whole year, in one sentence that prefers what can be used: the most people who are ever at work together, when,
//! and without whom; and how many of them hold it all year.

use super::overlap::{Asked, DAY, Piece, Week, capital, dates, first_date, hours, merged, pieces, who};
use crate::availability::WEEK;
use crate::plan::overlap::{Steady, steady};
use crate::time::{Minutes, Offset, Span, Spans};
use crate::words::{amount, clock};

use chrono::Datelike;

/// So many people are named; of more it is only said how many.
const NAMED: usize = 3;
/// Counts up to this are written in words.
const SPELLED: usize = 12;

/// The answer for all of `horizon`: `All eight are never at work together. Seven are, without Ploy, 15:00–16:00 UTC on weekdays until
/// 8 January; six all year, 14:00–15:30 on weekdays.` Exact for weeks without leave and holidays.
pub fn headline(asked: Asked, horizon: Span) -> String {
    let at = |count| Level::of(asked, horizon, count);
    let wanted = at(asked.at_least);
    let most = wanted.seasons.iter().map(|season| season.most).max().unwrap_or_default();
    let least = wanted.seasons.iter().map(|season| season.most).min().unwrap_or_default();
    let (all, enough) = (asked.members.len(), asked.at_least);
    let (lead, level) = if most >= enough {
        let verb = match (all, asked.flexible) {
            (1, true) => "can work",
            (1, false) => "works",
            _ => "are at work together",
        };
        (format!("{} {verb}", who(asked, 0)), wanted)
    } else {
        let never = match all {
            1 => return format!("{} has no hours.", who(asked, 0)),
            2 => format!("{} are never at work together.", who(asked, 0)),
            _ if enough < all => {
                format!("No {} of the {} are ever at work together.", clock::spelled(enough), clock::spelled(all))
            }
            _ => format!("{} are never at work together.", who(asked, 0)),
        };
        if most < 2 {
            return if all > 2 { format!("{never} No two of them are.") } else { never };
        }
        let lead = if most > SPELLED { format!("At most {most}") } else { capital(&clock::spelled(most)) };
        (format!("{never} {lead} are,"), at(most))
    };
    let missing = level.missing(asked).map_or_else(String::new, |names| format!(" without {names},"));
    let (when, is_all_year) = level.when(asked);
    let aside = if asked.flexible && all > 1 { ", flexible hours included" } else { "" };
    let steady = (!is_all_year).then(|| {
        // Where fewer than these are together, the hours of some season are not those of another.
        let fewer = (2..=least.min(level.count.saturating_sub(1))).rev().map(at).find_map(|level| {
            let common = level.common()?;
            Some(format!("; {} all year, {}", clock::spelled(level.count), written(asked, &common)))
        });
        fewer.unwrap_or_default()
    });
    format!("{lead}{missing} {when}{}{aside}.", steady.unwrap_or_default())
}

/// When so many are at work together.
struct Level {
    count: usize,
    seasons: Vec<Steady>,
    pieces: Vec<Piece>,
}

impl Level {
    fn of(asked: Asked, horizon: Span, count: usize) -> Self {
        let seasons = steady(asked.members, horizon, count, asked.flexible);
        let pieces = merged(pieces(Asked { at_least: count, ..asked }, &seasons));
        Self { count, seasons, pieces }
    }

    /// The hours of the reader's clock that every week has, if there are any.
    fn common(&self) -> Option<Week> {
        let sets = self.pieces.iter().map(|piece| piece.week.spans());
        let common = sets.reduce(|common, set| common.intersection(&set))?;
        (!common.is_empty()).then(|| Week::shown(&common, Offset(0)))
    }

    /// The hours with their dates, and whether they hold all year.
    fn when(&self, asked: Asked) -> (String, bool) {
        let common = self.common().filter(|_| asked.members.len() > 1 || self.pieces.len() == 1);
        match common {
            Some(common) => (format!("{} all year{}", clocked(asked, &common), self.longer(&common)), true),
            None => (self.of_the_longest(asked), false),
        }
    }

    /// By how much the days of some weeks are longer than those of all.
    fn longer(&self, common: &Week) -> String {
        let longer: Vec<&Piece> = self.pieces.iter().filter(|piece| piece.week != *common).collect();
        let daily = |piece: &&Piece| Minutes::ratio(piece.week.minutes().0, piece.week.days());
        let (Some(least), Some(most)) = (longer.iter().map(daily).min(), longer.iter().map(daily).max()) else {
            return String::new();
        };
        let (short, long) = (amount::duration(least), amount::duration(most));
        if longer.len() < self.pieces.len() {
            format!(", and up to {long} a day in {}", weeks(&longer))
        } else if short == long {
            format!(", and {long} a day with the season")
        } else {
            format!(", and {short} to {long} a day with the season")
        }
    }

    /// The hours that hold longest with their dates, and how long there are others.
    fn of_the_longest(&self, asked: Asked) -> String {
        let shared: Vec<&Piece> = self.pieces.iter().filter(|piece| piece.week.minutes() > Minutes::ZERO).collect();
        let Some(longest) =
            shared.iter().max_by_key(|piece| (piece.span.minutes(), std::cmp::Reverse(piece.span.start)))
        else {
            return String::new();
        };
        let (same, others): (Vec<&Piece>, Vec<&Piece>) = shared.iter().partition(|piece| piece.week == longest.week);
        let dates = match same.len() {
            1 | 2 => clock::list(&same.iter().map(|piece| self.dates(asked, piece)).collect::<Vec<_>>()),
            _ => format!("in {}", weeks(&same)),
        };
        let others = (!others.is_empty()).then(|| format!(", and at other hours in {}", weeks(&others)));
        let others = others.unwrap_or_default();
        format!("{} {dates}{others}", clocked(asked, &longest.week))
    }

    fn dates(&self, asked: Asked, piece: &Piece) -> String {
        let ends = self.pieces.first().zip(self.pieces.last());
        let is_end = ends.map(|(first, last)| (first.span.start == piece.span.start, last.span.end == piece.span.end));
        let year = self.pieces.first().map_or(0, |piece| first_date(piece.span, asked.zone).year());
        dates(piece.span, asked.zone, year, is_end.unwrap_or_default())
    }

    /// Who is missing whenever so many are together, if it is always the same people and few.
    fn missing(&self, asked: Asked) -> Option<String> {
        let missing = asked.members.len() - self.count;
        if missing == 0 || missing > NAMED {
            return None;
        }
        let is_there = |member| {
            let shared = self.seasons.iter().filter(|season| !season.windows.is_empty());
            shared.into_iter().any(|season| {
                let own = steady(&[member], season.span, 1, asked.flexible);
                own.iter().any(|own| !own.windows.intersection(&season.windows).is_empty())
            })
        };
        let names: Vec<&str> =
            asked.members.iter().filter(|member| !is_there(member)).map(|member| member.name.as_str()).collect();
        (names.len() == missing).then(|| clock::list(&names))
    }
}

impl Week {
    /// The windows as spans of [`WEEK`]; one over the week's end is in two parts.
    fn spans(&self) -> Spans {
        let week = |start: i64, end: i64| Span::new(WEEK.start + Minutes(start), WEEK.start + Minutes(end));
        let parts = self.0.iter().flat_map(|&(start, length)| {
            let (end, over) = (start + length.0, start + length.0 - Minutes::WEEK.0);
            [week(start, end.min(Minutes::WEEK.0)), week(0, over.max(0))]
        });
        parts.flatten().collect()
    }

    /// On how many days of the week windows begin; at least one.
    fn days(&self) -> i64 {
        let mut days: Vec<i64> = self.0.iter().map(|(start, _)| start.div_euclid(DAY)).collect();
        days.dedup();
        days.len().max(1) as i64
    }
}

/// Hours with the clock that is meant behind the first ranges, as they are read on a screen.
fn clocked(asked: Asked, week: &Week) -> String {
    let hours = written(asked, week);
    let is_of_range = |word: &&str| word.contains('–') || *word == "and" || word.starts_with("(+");
    let ranges = hours.split(' ').take_while(is_of_range).map(|word| word.len() + 1).sum::<usize>();
    match (ranges, hours.split_at_checked(ranges)) {
        (1.., Some((ranges, days))) => format!("{ranges}{} {days}", clock::zone(asked.zone)),
        (1.., None) => format!("{hours} {}", clock::zone(asked.zone)),
        _ => hours,
    }
}

/// Hours as they are read on a screen.
fn written(asked: Asked, week: &Week) -> String {
    clock::dashed(&hours(week, asked.clock))
}

/// How long some stretches are in all, in weeks.
fn weeks(pieces: &[&Piece]) -> String {
    let all: Minutes = pieces.iter().map(|piece| piece.span.minutes()).sum();
    let weeks = (all.0 + Minutes::WEEK.0 / 2) / Minutes::WEEK.0;
    amount::count(usize::try_from(weeks).unwrap_or_default().max(1), "week")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{Member, Place};
    use crate::time::{Hours, Instant, Zone};
    use crate::words::clock::Clock;
    use chrono::NaiveDate;

    fn zone(name: &str) -> Zone {
        Zone::named(name).expect("a zone")
    }

    fn member(name: &str, home: &str, hours: &str) -> Member {
        Member::new(name, Place::zone(zone(home)), Hours::parse(hours).expect("hours"))
    }

    fn year_2027() -> Span {
        let first = |year| Instant::midnight(NaiveDate::from_ymd_opt(year, 1, 1).expect("a date"));
        Span { start: first(2027), end: first(2028) }
    }

    fn headline_of(team: &[Member], at_least: usize, seen_from: &str) -> String {
        let members: Vec<&Member> = team.iter().collect();
        let asked =
            Asked { members: &members, at_least, flexible: false, zone: zone(seen_from), clock: Clock::default() };
        headline(asked, year_2027())
    }

    #[test]
    fn the_headline_says_what_holds_all_year() {
        let paris = ["Ana", "Bo", "Cai", "Dee", "Eli"].map(|name| member(name, "Europe/Paris", "Mo-Fr 09:00-17:30"));
        assert_eq!(
            headline_of(&paris, 5, "Europe/Paris"),
            "All five are at work together 09:00–17:30 Paris time on weekdays all year."
        );
        let fixed = member("Ana", "Asia/Tokyo", "Mo-Fr 09:00-17:00");
        assert_eq!(headline_of(&[fixed], 1, "Asia/Tokyo"), "Ana works 09:00–17:00 Tokyo time on weekdays all year.");
        let york_and_london = [
            member("Ana", "America/New_York", "Mo-Fr 09:00-17:00"),
            member("Bo", "Europe/London", "Mo-Th 09:00-17:00; Fr 09:00-15:00"),
        ];
        assert_eq!(
            headline_of(&york_and_london, 2, "Europe/London"),
            "Ana and Bo are at work together 14:00–17:00 London time Monday to Thursday, 14:00–15:00 on Fridays all year, \
             and up to 3 h 36 min a day in 3 weeks."
        );
    }

    #[test]
    fn the_headline_prefers_what_can_be_used() {
        let team = [
            member("Ana", "Asia/Kolkata", "Mo-Fr 09:00-17:00"),
            member("Bo", "Asia/Dubai", "Mo-Fr 09:00-17:00"),
            member("Cai", "America/Los_Angeles", "Mo-Fr 09:00-17:00"),
        ];
        assert_eq!(
            headline_of(&team, 3, "UTC"),
            "All three are never at work together. Two are, without Cai, 05:00–11:30 UTC on weekdays all year."
        );
        let alone = [team[0].clone(), team[2].clone()];
        assert_eq!(headline_of(&alone, 2, "UTC"), "Ana and Cai are never at work together.");
    }

    #[test]
    fn the_headline_of_hours_that_come_and_go_says_when_and_what_remains() {
        let team = [
            member("Ana", "Europe/London", "Mo-Fr 09:00-17:00"),
            member("Bo", "Europe/London", "Mo-Fr 09:00-17:00"),
            member("Cai", "Asia/Tokyo", "Mo-Fr 09:00-17:30"),
        ];
        assert_eq!(
            headline_of(&team, 3, "Europe/London"),
            "All three are at work together 09:00–09:30 London time on weekdays from 28 March to 31 October; two all year, \
             09:00–17:00 on weekdays."
        );
    }
}
