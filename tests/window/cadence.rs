//! The faces Cadence and One-off of the place Meetings.

use sunwise::team::{self, Team};
use sunwise::window::command::Command;
use sunwise::window::screen::Screen;

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
        (name: "Bea", zone: "Europe/Prague", hours: "Mo-Fr 09:00-17:00",
         leave: [(from: "2027-04-12", to: "2027-04-16")]),
        (name: "Cy", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
        (name: "Dai", zone: "Asia/Tokyo", hours: "Mo-Fr 09:00-17:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(face: &str) -> Driver {
    let mut window = Driver::on(team()).patient();
    window.ask(Command::Go(Screen::Meetings));
    window.press(face);
    window
}

#[test]
fn a_cadence_is_planned_and_its_meetings_are_added() {
    let mut window = shown("Cadence");
    assert!(window.reads("Daily sync, 15 min: Ana and Bea"));
    assert!(window.reads("Cy and Dai share less than 4 h a workday"));
    assert!(window.sees("write instead") && window.reads(" posts an update "));
    assert!(window.reads("Ana and Bea can usually all have read it by "));
    window.press("Add to the team");
    assert!(window.sees("in the team") && window.app.title().starts_with('•'));
    window.press("Series");
    assert!(window.sees("Daily sync") && window.reads("This meeting takes place weekdays "));
}

#[test]
fn a_higher_limit_lets_all_meet() {
    let mut window = shown("Cadence");
    window.fill("cadence-limit", "100", "2");
    assert!(window.reads("Team weekly, 1 h: All 4 members") && !window.sees("write instead"));
    window.fill("cadence-limit", "much", "100");
    assert!(window.reads("write points, such as 2"));
}

#[test]
fn weeks_and_lengths_of_a_cadence_are_typed() {
    let mut window = shown("Cadence");
    window.fill("cadence-weeks", "4", "52");
    assert!(window.reads("5 of 20 meetings missed"), "Bea's week of leave");
    window.fill("cadence-daily", "20 min", "15 min");
    assert!(window.reads("Daily sync, 20 min: Ana and Bea"));
    window.fill("cadence-weekly", "soon", "1 h");
    assert!(window.reads("`soon` is no duration") && window.reads("Daily sync, 20 min"), "the last answer stays");
    window.fill("cadence-weekly", "25h", "soon");
    assert!(window.reads("from 1 minute to 24 hours"));
    window.fill("cadence-weekly", "45 min", "25h");
    window.fill("cadence-weeks", "0", "4");
    assert!(window.reads("Write a whole number from 1 to 520"));
    window.fill("cadence-weeks", "3", "0");
    window.fill("cadence-limit", "100", "2");
    assert!(window.reads("Team weekly, 45 min: All 4 members"));
    assert!(!window.reads("is no duration") && !window.reads("from 1 "));
}

#[test]
fn a_one_off_answers_while_it_is_put_together() {
    let mut window = shown("One-off");
    // From the coming Monday, on which Bea is on leave.
    assert!(window.sees("2 of 4") && window.reads("Mon 12 Apr 2027, "));
    assert!(window.reads("within everybody's hours") && window.reads("could come as well"));
    window.press("Dai");
    assert!(window.sees("2 of 3"), "Dai must come now");
    assert!(window.sees("must"));
    window.fill("once-last", "2027-04-12", "2027-04-25");
    window.press("Bea");
    assert!(window.reads("no such time in these dates"), "who is on leave must come");
    window.fill("once-length", "soon", "1 h");
    assert!(window.reads("`soon` is no duration"));
}

#[test]
fn the_chosen_one_off_goes_into_calendars_under_its_name() {
    let mut window = shown("One-off");
    window.fill("once-name", "Panel for Eve", "Meeting");
    window.press("Export ICS");
    assert!(window.sees("Export to a file") && window.sees("panel-for-eve.ics"));
}

#[test]
fn a_one_off_without_a_name_is_not_exported() {
    let mut window = shown("One-off");
    window.fill("once-name", " ", "Meeting");
    assert!(window.reads("a meeting needs a name"));
    window.press("Export ICS");
    assert!(!window.sees("Export to a file"));
}
