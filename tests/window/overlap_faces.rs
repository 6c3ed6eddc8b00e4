//! The faces of the Overlap place: the pairs with what hangs on whom, and what would be different.

use iced::keyboard::key::Named;
use sunwise::picture::Id;
use sunwise::team::{self, Team};
use sunwise::time::Clocks;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::overlap::{self, pairs, what_if};
use sunwise::window::screen::{self, Screen};
use sunwise::world::ClockLaw;

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", flexible: "Mo-Fr 08:00-19:00"),
        (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00"),
        (name: "Cai", city: "Tokyo", hours: "Mo-Fr 09:00-17:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

/// On Tuesday 6 April 2027, with two of the three chosen, or all of them.
fn face(face: &str, without: Option<&str>) -> Driver {
    let mut window = Driver::on(team());
    window.ask(Command::Go(Screen::Overlap));
    if let Some(name) = without {
        send(&mut window, overlap::Message::Toggled(name.to_owned()));
    }
    window.press(face);
    window
}

fn send(window: &mut Driver, message: overlap::Message) {
    window.send(Message::Screen(screen::Message::Overlap(message)));
}

#[test]
fn pairs_are_looked_at_one_by_one() {
    let mut window = face("Pairs", None);
    assert!(window.sees("3 of 3 pairs share less than 4 h a workday in their worst season"));
    assert!(window.sees("Ana and Cai"), "the pair that shares the least is open");
    send(&mut window, overlap::Message::Pairs(pairs::Message::Pressed(Id::new("pair", 1, 0))));
    assert!(window.sees("Bo and Ana") && window.sees("15 h") && window.sees("a week in the worst season"));
    assert!(window.sees("13:00-16:00 on weekdays"), "through the year");
    assert!(window.reads("asked on Friday at"));
    window.fill("overlap-work", "2 days", "30 min");
    assert!(window.reads("`2 days` is no duration"));
    assert!(window.reads("The others share 15 h more a week; 40 h a week lose their last cover"), "without Cai");
}

#[test]
fn laws_on_clocks_are_toggled_and_leave_the_team_alone() {
    let mut window = face("What if", Some("Cai"));
    assert!(window.reads("Suppose something above"));
    let untouched = window.app.title();
    let summer = what_if::Message::Clocks(ClockLaw::EuropeanUnion, Some(Clocks::Summer));
    send(&mut window, overlap::Message::WhatIf(summer));
    assert!(window.sees("Permanent summer time in the EU from 6 April 2027"));
    assert!(window.reads("Ana and Bo share 10 h a week in the worst season instead of 15 h (5 h less)"));
    assert!(!window.sees("Apply to the team"), "a law is no part of a team");
    window.press("Start over");
    assert!(window.reads("Suppose something above"));
    assert_eq!(window.app.title(), untouched);
}

#[test]
fn a_supposed_newcomer_is_applied_and_taken_back() {
    let mut window = face("What if", Some("Cai"));
    window.press("Joins");
    window.type_in("what-if-place", "Lond");
    window.key("what-if-place", Named::Enter);
    window.type_in("what-if-name", "Dee");
    window.press("Suppose it");
    assert!(window.sees("Dee joins in London, Monday to Friday 9:00 to 17:00"));
    assert!(window.reads("All three share 15 h a week"));
    window.press("2 people");
    assert!(!window.sees("Dee"));
    window.press("Apply to the team");
    assert!(window.sees("Dee"), "among those who are asked about");
    window.ask(Command::Undo);
    assert!(!window.sees("Dee"));
}

#[test]
fn the_smallest_shift_is_applied_with_one_press_and_undone_with_one() {
    let mut window = face("What if", Some("Cai"));
    assert!(window.reads("Ana shifts by 1 h, and Ana and Bo share 4 h a workday"));
    assert!(window.sees("starts 1 h later") && window.sees("Monday to Friday 10:00 to 18:00"));
    window.press("Shift these hours");
    assert!(window.reads("the target of 4 h is reached as it is"));
    window.ask(Command::Undo);
    assert!(window.sees("starts 1 h later"));
    window.fill("nudge-target", "8 h", "4 h");
    assert!(window.reads("8 h a workday cannot be reached: at most 5 h instead of 3 h, if Ana shifts by 2 h"));
}
