//! A rota as a table for spreadsheets and for pay: RFC 4180, one line a duty (shift or piece of a block, and tier).

use chrono::NaiveDate;

use crate::availability::{Availability, Level, RateMinutes, whereabouts};
use crate::plan::rota::RotaPlan;
use crate::plan::rota::facts::Facts;
use crate::team::{Member, MemberId, Team};
use crate::time::{Instant, Minutes, Span, Zone};

const HEADER: &str = "person,email,tier,start_utc,end_utc,start_local,end_local,tz,\
                      hours,night_hours,weekend_hours,holiday_hours,points,state";

/// The duties of `plan`, a rota of `team`.
///
/// Local times are the holder's, with their offset. Night hours are held while asleep, holiday hours on the holder's public
/// holidays, weekend hours on other local dates without hours of theirs. A duty that nobody holds has no person and the state `unfilled`.
pub fn rota(team: &Team, plan: &RotaPlan) -> String {
    let mut text = format!("{HEADER}\r\n");
    let Some(over) = horizon(plan) else { return text };
    let person = |place: Option<MemberId>| {
        let member = &team.members[place?];
        Some((member, Availability::full(member, &team.calendars, over)))
    };
    let people: Vec<Option<(&Member, Availability)>> = plan.places_in(team).into_iter().map(person).collect();
    for row in &plan.rows {
        for (tier, holder) in row.tiers.iter().enumerate() {
            let cells = match holder.and_then(|holder| people[holder].as_ref()) {
                Some((member, availability)) => held(team, member, availability, row.span, tier),
                None => unfilled(row.span, tier),
            };
            let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
    }
    text
}

fn horizon(plan: &RotaPlan) -> Option<Span> {
    let start = plan.rows.iter().map(|row| row.span.start).min()?;
    Span::new(start, plan.rows.iter().map(|row| row.span.end).max()?)
}

fn held(team: &Team, member: &Member, availability: &Availability, span: Span, tier: usize) -> Vec<String> {
    let zone = whereabouts(member, span).first().map_or(member.home.zone, |&(_, zone)| zone);
    let duty = RateMinutes(span.minutes().0 * i64::from(team.policy.duty));
    let burden = (availability.burden(span, &team.policy.rates) + duty) * Facts::weight(tier);
    let nights = availability.at_level(Level::Asleep).minutes_within(span);
    let region = member.holiday_region();
    let is_holiday = |date: NaiveDate| region.is_some_and(|region| region.is_holiday(date));
    let has_hours = |date: NaiveDate| !member.hours.starting_on(chrono::Datelike::weekday(&date)).is_empty();
    vec![
        member.name.clone(),
        member.email.clone().unwrap_or_default(),
        (tier + 1).to_string(),
        span.start.to_string(),
        span.end.to_string(),
        local(zone, span.start),
        local(zone, span.end),
        zone.name().to_owned(),
        hours(span.minutes()),
        hours(nights),
        hours(on_dates(member, span, |date| !is_holiday(date) && !has_hours(date))),
        hours(on_dates(member, span, is_holiday)),
        decimal(burden.0, 60),
        "planned".to_owned(),
    ]
}

fn unfilled(span: Span, tier: usize) -> Vec<String> {
    let known = [
        ("tier", (tier + 1).to_string()),
        ("start_utc", span.start.to_string()),
        ("end_utc", span.end.to_string()),
        ("hours", hours(span.minutes())),
        ("state", "unfilled".to_owned()),
    ];
    let cell = |column| known.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell.clone());
    HEADER.split(',').map(|column| cell(column).unwrap_or_default()).collect()
}

/// How much of `span` lies on local dates of `member` that are `wanted`.
fn on_dates(member: &Member, span: Span, wanted: impl Fn(NaiveDate) -> bool) -> Minutes {
    let mut sum = Minutes::ZERO;
    for (stretch, zone) in whereabouts(member, span) {
        let (first, last) = (zone.local(stretch.start).date(), zone.local(stretch.end).date());
        for date in first.iter_days().take_while(|&date| date <= last).filter(|&date| wanted(date)) {
            let next = date.succ_opt().unwrap_or(date);
            let day = Span::new(zone.midnight(date), zone.midnight(next)).and_then(|day| day.intersection(stretch));
            sum += day.map_or(Minutes::ZERO, Span::minutes);
        }
    }
    sum
}

/// RFC 3339 with the offset of the place.
fn local(zone: Zone, at: Instant) -> String {
    format!("{}{}", zone.local(at).format("%Y-%m-%dT%H:%M:%S"), zone.offset_at(at))
}

fn hours(minutes: Minutes) -> String {
    decimal(minutes.0, 60)
}

/// A fraction with at most four decimals.
fn decimal(numerator: i64, denominator: i64) -> String {
    let text = format!("{:.4}", numerator as f64 / denominator as f64);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests;
