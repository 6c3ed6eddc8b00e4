//! The table read back.

use super::*;
use crate::export::sample;
use crate::team::busy;

/// Rows without the header, split at commas outside quotes.
fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().expect("a cell").push(c),
            }
        }
        cells
    };
    text.split_terminator("\r\n").skip(1).map(cells).collect()
}

#[test]
fn a_week_over_good_friday_and_the_change_of_clocks() {
    let mut plan = sample::planned(0);
    plan.rows[0].tiers = vec![sample::ANA, None];
    let found = rows(&rota(&sample::team(), &plan));
    // 22 March 10:00 to 29 March 10:00 in Lisbon: 167 hours, as the last night loses one; holidays are Good Friday and the 23 hours of
    // Easter Sunday.
    let expected = [
        "Ana, the first",
        "ana@example.com",
        "1",
        "2027-03-22T10:00:00Z",
        "2027-03-29T09:00:00Z",
        "2027-03-22T10:00:00+00:00",
        "2027-03-29T10:00:00+01:00",
        "Europe/Lisbon",
        "167",
        "62",
        "24",
        "47",
    ];
    assert_eq!(found[0][..12], expected);
    assert_eq!(found[0][13], "planned");
    // 62 h at night for 10, 32 h of work for nothing (Monday 7, three days of 8, the next Monday 1), the rest for 3; duty 1; double.
    let points = 2 * (62 * 10 + (167 - 62 - 32) * 3 + 167);
    assert_eq!(found[0][12], points.to_string());
    let open =
        ["", "", "2", "2027-03-22T10:00:00Z", "2027-03-29T09:00:00Z", "", "", "", "167", "", "", "", "", "unfilled"];
    assert_eq!(found[1], open);
}

/// The same week in New York: 62 h of sleep, 40 of work, 65 others.
#[test]
fn busy_times_are_no_nights_and_cost_only_the_duty() {
    let mut plan = sample::planned(0);
    plan.rows.truncate(1);
    plan.rows[0].tiers = vec![sample::BO, None];
    let nights_and_points = |team: &Team| {
        let row = rows(&rota(team, &plan)).swap_remove(0);
        [row[9].clone(), row[12].clone()].map(|cell| cell.parse::<i64>().expect("a number"))
    };
    let mut team = sample::team();
    assert_eq!(nights_and_points(&team), [62, 2 * (62 * 10 + 65 * 3 + 167)]);
    team.members[1].busy.push("bo.ics".to_owned());
    // Two hours after midnight there.
    team.calendars = busy::sample("bo.ics", "20270324T040000Z", "20270324T060000Z");
    assert_eq!(nights_and_points(&team), [60, 2 * (60 * 10 + 65 * 3 + 167)]);
}

#[test]
fn cells_are_quoted_where_they_must_be() {
    assert_eq!(quoted("Ana"), "Ana");
    assert_eq!(quoted("Ana, the \"first\""), "\"Ana, the \"\"first\"\"\"");
    assert_eq!(decimal(100, 60), "1.6667");
    assert_eq!(decimal(-120, 60), "-2");
}
