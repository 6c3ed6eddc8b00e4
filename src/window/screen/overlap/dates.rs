//! What happens on the dates of a week: clocks, moves, leave and holidays of those who are asked about.

use chrono::{Days, NaiveDate};

use crate::picture::days::{Day, Kind};
use crate::team::Member;
use crate::time::{Instant, Minutes, Span, Zone};
use crate::words::clock;

/// The seven dates from `first` on; `windows` are counted on the dates of `zone`, what happens to a member on their own.
pub fn week(members: &[&Member], windows: &[Span], zone: Zone, first: NaiveDate) -> Vec<Day> {
    let dates = (0..7).map(|on| first + Days::new(on));
    dates.map(|date| Day { date, shared: shared(windows, zone, date), notes: notes(members, date) }).collect()
}

fn shared(windows: &[Span], zone: Zone, date: NaiveDate) -> Minutes {
    let day = Span::new(zone.midnight(date), zone.midnight(date + Days::new(1)));
    let within = |window: &Span| day.and_then(|day| window.intersection(day)).map(Span::minutes);
    windows.iter().filter_map(within).sum()
}

fn notes(members: &[&Member], date: NaiveDate) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String, Vec<&str>)> = Vec::new();
    for member in members {
        for (kind, words) in of_member(member, date) {
            match found.iter_mut().find(|(_, known, _)| *known == words) {
                Some((_, _, names)) => names.push(&member.name),
                None => found.push((kind, words, vec![&member.name])),
            }
        }
    }
    found.sort_by_key(|&(kind, ..)| kind);
    found.into_iter().map(|(kind, words, names)| (kind, format!("{words}: {}", clock::list(&names)))).collect()
}

fn of_member(member: &Member, date: NaiveDate) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    let (here, before) = (member.place_on(date), member.place_on(date - Days::new(1)));
    if here != before {
        found.push((Kind::Move, format!("To {}", here.short_name())));
    } else if let Some(way) = turned(here.zone, date) {
        found.push((Kind::Clocks, format!("Clocks go {way}")));
    }
    if member.is_on_leave(date) {
        found.push((Kind::Leave, "On leave".to_owned()));
    }
    if let Some(holiday) = member.holiday_region().and_then(|region| region.holiday(date)) {
        found.push((Kind::Holiday, holiday.name.to_string()));
    }
    found
}

/// Which way the clocks of a zone are turned on a date, if they are. A change at midnight belongs to the date that it begins.
fn turned(zone: Zone, date: NaiveDate) -> Option<&'static str> {
    let midnight: Instant = zone.midnight(date);
    let span = Span::new(midnight, zone.midnight(date + Days::new(1)))?;
    let change = zone.transitions(span).find(|change| change.before != change.after)?;
    Some(if change.after > change.before { "forward" } else { "back" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::{HolidayChoice, Place, Stay};
    use crate::time::{Dates, Hours};
    use crate::world::Region;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, month, day).expect("a date")
    }

    fn member(name: &str, zone: &str) -> Member {
        let place = Place::zone(Zone::named(zone).expect("a zone"));
        Member::new(name, place, Hours::parse("Mo-Fr 09:00-17:00").expect("hours"))
    }

    #[test]
    fn a_date_has_what_happens_on_it() {
        let mut ana = member("Ana", "Europe/Lisbon");
        ana.leave = vec![Dates::new(date(3, 30), date(3, 31)).expect("dates")];
        ana.holidays = HolidayChoice::Of(Region::parse("PT").expect("a region"));
        let mut bo = member("Bo", "Europe/Berlin");
        let dates = Dates::new(date(3, 24), date(3, 25)).expect("dates");
        bo.stays = vec![Stay { place: member("", "Asia/Bangkok").home, dates }];
        let days = week(&[&ana, &bo], &[], Zone::UTC, date(3, 22));
        let said = |day: usize| -> Vec<&str> { days[day].notes.iter().map(|(_, words)| words.as_str()).collect() };
        assert_eq!(said(0), Vec::<&str>::new());
        assert_eq!(said(2), ["To Bangkok: Bo"]);
        assert_eq!(said(4), ["To Berlin: Bo", "Good Friday: Ana"]);
        assert_eq!(said(6), ["Clocks go forward: Ana and Bo", "Easter Sunday: Ana"]);
        assert_eq!(notes(&[&ana, &bo], date(3, 30)), [(Kind::Leave, "On leave: Ana".to_owned())]);
    }

    #[test]
    fn clocks_that_change_at_midnight_change_on_the_date_that_begins() {
        let beirut = member("Ana", "Asia/Beirut");
        let said = |month, day| notes(&[&beirut], date(month, day)).len();
        assert_eq!((said(3, 27), said(3, 28), said(3, 29)), (0, 1, 0));
    }

    #[test]
    fn what_is_shared_is_cut_at_midnight() {
        let at = |hours| Instant::midnight(date(3, 22)) + Minutes::hours(hours);
        let windows = [Span { start: at(22), end: at(25) }];
        let days = week(&[], &windows, Zone::UTC, date(3, 22));
        assert_eq!((days[0].shared, days[1].shared), (Minutes(120), Minutes(60)));
    }
}
