//! Meetings: a form that answers while it is typed, suggestions, and a choice that can be taken back.

use sunwise::team::{self, Slot, Team};
use sunwise::time::{TimeOfDay, Zone};
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::{self, Screen, meetings};

use super::Driver;

fn team(meetings: &str) -> Team {
    let text = format!(
        r#"Team(version: 1, name: "T", members: [
            (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00"),
            (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
            (name: "Cai", zone: "Asia/Tokyo", hours: "Mo-Fr 09:00-17:00", leave: [(from: "2027-05-03", to: "2027-05-31")]),
        ], meetings: [{meetings}])"#
    );
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(Screen::Meetings));
    window
}

/// With the form beside the answer.
fn asking(team: Team) -> Driver {
    let mut window = shown(team);
    window.press("30 min");
    window
}

#[test]
fn without_people_it_teaches() {
    assert!(shown(Team::default()).sees("Nobody to meet yet"));
}

#[test]
fn the_question_is_a_line_and_its_form_stands_beside_the_answer() {
    let mut window = shown(team(""));
    for part in ["30 min", "every week", "in one slot", "Ana, Bo and Cai", "Mon 12 Apr 2027", "52 weeks"] {
        assert!(window.sees(part), "{part}");
        assert!(!window.has_field("meet-length"), "no form before anything is pressed");
        window.press(part);
        assert!(window.has_field("meet-length"), "{part} opens the form");
        assert!(window.reads(" outside the hours of "), "the answer stays");
        window.ask(Command::Dismiss);
    }
}

#[test]
fn an_answer_has_no_points_in_it_and_the_others_say_what_differs() {
    let mut window = shown(team(""));
    assert!(!window.reads("Worst-off "));
    assert!(window.reads("osts "), "what another costs instead");
    window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Opened(1))));
    assert!(window.reads("Worst-off "));
}

#[test]
fn slots_are_suggested_at_once_and_follow_who_comes() {
    let mut window = asking(team(""));
    let turn = |window: &mut Driver| {
        window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Turned("Cai".to_owned()))));
    };
    assert!(window.reads(" outside the hours of ") && window.reads("Cai has "), "three people around the world");
    assert!(window.sees("best") && !window.reads("on leave 3 May"));
    window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Opened(0))));
    assert!(window.reads("on leave 3 May") && window.reads("Points are the hours outside"), "a step away");
    turn(&mut window);
    assert!(window.sees("optional") && window.sees("Ana and Bo, Cai optional"));
    assert!(window.reads("is outside the hours of one of three: Cai has "));
    turn(&mut window);
    assert!(window.reads("is within everybody's hours, all 52 times."), "Lisbon and New York share hours");
    assert!(window.sees("Ana and Bo") && !window.reads("on leave 3 May"));
}

#[test]
fn what_is_typed_is_answered_and_what_is_wrong_is_said() {
    let mut window = asking(team(""));
    window.fill("meet-weeks", "4", "52");
    assert!(window.sees("4 weeks") && window.reads("4 meetings; "));
    window.fill("meet-length", "soon", "30 min");
    assert!(window.reads("`soon` is no duration"));
    assert!(window.reads("4 meetings; "), "the last answer stays");
    window.fill("meet-length", "60", "soon");
    assert!(!window.reads("is no duration"));
    window.press("Two weeks");
    assert!(window.sees("every two weeks") && window.reads("2 meetings; "));
    window.press("2 take turns");
    assert!(window.reads(", then "));
}

#[test]
fn a_choice_is_written_into_the_team_and_can_be_taken_back() {
    let mut window =
        shown(team(r#"(name: "Sync", minutes: 30, every: Week, with: ["Ana", "Bo"], weeks: 8, from: "2027-04-12")"#));
    assert!(!window.app.title().starts_with('•'));
    window.press("Choose");
    assert!(window.app.title().starts_with('•'));
    assert!(window.reads("This meeting takes place ") && window.sees("chosen"));
    window.ask(Command::Undo);
    assert!(!window.reads("This meeting takes place ") && !window.sees("chosen"));
    window.ask(Command::Redo);
    assert!(window.reads("This meeting takes place "));
    window.press("Open it again");
    assert!(!window.reads("This meeting takes place "));
}

#[test]
fn anchors_are_compared_and_one_is_settled_on() {
    let mut window =
        shown(team(r#"(name: "Sync", minutes: 30, every: Week, with: ["Ana", "Bo"], weeks: 52, from: "2027-01-04")"#));
    assert!(window.sees("Anchors") && window.reads("always has "));
    window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Anchored(vec![Slot {
        weekday: Some(chrono::Weekday::Tue),
        start: TimeOfDay::from_minutes(14 * 60).expect("a time"),
        anchor: Zone::UTC,
    }]))));
    assert!(window.reads("This meeting takes place Tu 14:00 UTC"));
    assert!(!window.reads("Carried over:"));
    window.press("Book what was borne");
    assert!(window.reads("Carried over: Ana 0, Bo "), "the meetings since January");
}

#[test]
fn rules_hold_at_once_and_say_when_they_cannot() {
    let mut window = asking(team(""));
    window.fill("meet-quorum", "3", "");
    assert!(window.reads("relax quorum"));
    window.fill("meet-quorum", "9", "3");
    assert!(window.reads("as many as are required"));
}

#[test]
fn a_new_meeting_is_kept_under_its_name() {
    let mut window = asking(team(""));
    window.fill("meet-name", "Retro", "Weekly");
    window.press("Keep in the team");
    assert!(window.sees("New meeting") && window.sees("Retro"));
    window.press("New meeting");
    window.fill("meet-name", "Retro", "Weekly");
    assert!(window.reads("There is a meeting `Retro` already"));
}

#[test]
fn two_suggestions_stand_side_by_side() {
    let mut window = shown(team(""));
    let compare = |window: &mut Driver, number| {
        window.send(Message::Screen(screen::Message::Meetings(meetings::Message::Compared(number))));
    };
    compare(&mut window, 0);
    assert!(!window.sees("Side by side"), "one alone is not compared");
    compare(&mut window, 2);
    assert!(window.sees("Side by side"));
    compare(&mut window, 0);
    assert!(!window.sees("Side by side"));
}

#[test]
fn a_settled_meeting_goes_into_calendars_and_invitations() {
    let sync = r#"(name: "Sync", minutes: 30, every: Week, with: ["Ana", "Bo"], weeks: 8, from: "2027-04-12",
        chosen: [(weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon")])"#;
    let mut window = shown(team(sync));
    window.press("Calendar");
    assert!(window.sees("Export to a file") && window.sees("sync.ics"));
}
