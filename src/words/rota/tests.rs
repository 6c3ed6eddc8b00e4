//! What is said of small rotas.

use chrono::NaiveDate;

use super::*;
use crate::plan::rota::{Search, plan as planned};
use crate::team::{Member, Place, Rota, Team};
use crate::time::{Dates, Hours};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Three people in Lisbon with shifts of a week, away in the week from 11 January if asked.
fn team(away: bool) -> Team {
    let lisbon = Place::zone(Zone::named("Europe/Lisbon").expect("a zone"));
    let member = |name: &str| {
        let mut member = Member::new(name, lisbon, Hours::typed("Mo-Fr 9-17").expect("hours"));
        if away {
            member.leave.push(Dates::new(date("2027-01-13"), date("2027-01-14")).expect("dates"));
        }
        member
    };
    Team { members: vec![member("Ana Ribeiro"), member("Bo Lind"), member("Cy Ito")], ..Team::default() }
}

fn rota() -> Rota {
    use crate::team::{Order, Shifts, Tiers, WeeklyBoundary};
    let at = WeeklyBoundary { day: chrono::Weekday::Mon, time: "10:00".parse().expect("a time") };
    Rota {
        name: "On call".into(),
        anchor: Zone::named("Europe/Lisbon").expect("a zone"),
        start: date("2027-01-04"),
        weeks: 2,
        shifts: Shifts::Weekly(at),
        tiers: 1,
        eligible: Tiers::Anyone,
        order: Order::Fairness,
        rest: None,
        max_shifts_per_7_days: None,
        max_weeks_in_a_row: None,
        pins: Vec::new(),
        carried: std::collections::BTreeMap::new(),
    }
}

fn plan(away: bool) -> RotaPlan {
    planned(&team(away), &rota(), &Search::default(), &mut || false).expect("a plan")
}

#[test]
fn a_full_rota_says_that_it_cannot_be_better() {
    let plan = plan(false);
    assert_eq!(gap(&plan), "All 2 duties are held.");
    assert!(worst(&plan).contains("no rota asks less"), "{}", worst(&plan));
    assert!(total(&plan).ends_with("the least there is."), "{}", total(&plan));
}

#[test]
fn a_gap_is_said_first_and_each_person_with_their_reason() {
    let plan = plan(true);
    assert!(answer(&plan).starts_with("1 of 2 duties has nobody, and no rota can fill more."), "{}", answer(&plan));
    let why = plan.why(Duty { shift: 1, tier: 0 });
    let reasons: Vec<String> =
        why.others.iter().map(|other| verdict(&plan.problem, &why, other, rota().anchor, Clock::Hours24)).collect();
    assert_eq!(reasons.len(), 3);
    assert!(reasons.iter().all(|reason| reason.contains("is away in part of the shift")), "{reasons:?}");
}

#[test]
fn who_else_could_is_said_with_the_price() {
    let plan = plan(false);
    let duty = Duty { shift: 0, tier: 0 };
    let why = plan.why(duty);
    let said: Vec<String> =
        why.others.iter().map(|other| verdict(&plan.problem, &why, other, rota().anchor, Clock::Hours24)).collect();
    let could = said.iter().any(|said| said.starts_with("could, for ") && said.contains("as much as now"));
    let tired =
        said.iter().any(|said| said.starts_with("would rest less") && said.ends_with("(beside Mon 11 Jan, 10:00)"));
    assert!(could && tired, "{said:?}");
    let tip = tip(&plan, duty, plan.rows[0].span, rota().anchor, Clock::Hours24);
    assert!(tip.starts_with("Primary: ") && tip.contains("Mon 4 Jan, 10:00 – Mon 11 Jan, 10:00"), "{tip}");
}

#[test]
fn the_other_order_is_compared() {
    let plan = plan(false);
    assert_eq!(
        other_order(crate::team::Order::Fairness, &plan, &plan),
        "Comfort first would come to the same burdens as fairness first."
    );
}

#[test]
fn what_a_rota_is_to_people_is_said_in_nights_and_weekends() {
    let plan = plan(false);
    let said = told(&plan, &[1, 1, 0]);
    assert!(said.starts_with("All 2 duties are held. Nights 0–"), "{said}");
    assert!(said.contains(" h and weekends 0 or 1 each; ") && !said.contains("points"), "{said}");
    assert!(said.ends_with("carry most, and no rota asks less of whoever carries most."), "{said}");
    assert_eq!(ends(&plan, &[1, 1, 0]), "most Ana Ribeiro and Bo Lind, least Cy Ito");
    assert_eq!(ends(&plan, &[2, 2, 2]), "the same for everybody");
    assert_eq!(range([3, 4, 7].into_iter()).as_deref(), Some("3–7"));
}

#[test]
fn points_are_explained_where_they_stand() {
    let print = fine_print(&plan(false)).join(" ");
    assert!(print.starts_with("Points weigh what a duty costs a person") && print.contains(" points: "), "{print}");
}
