//! Overlap: the answer sentence, the date, who is asked about, how many are enough, and from where the day is seen.

use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use sunwise::export::{DrawingFormats, Formats};
use sunwise::picture::Id;
use sunwise::picture::ribbon::Place as Hour;
use sunwise::team::{self, Team};
use sunwise::time::Instant;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::{self, Screen, overlap};

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", zone: "Europe/Lisbon", hours: "Mo-Fr 09:00-17:00", leave: [(from: "2027-04-08", to: "2027-04-08")]),
        (name: "Bo", zone: "America/New_York", hours: "Mo-Fr 09:00-17:00"),
        (name: "Cai", zone: "Asia/Tokyo", hours: "Mo-Fr 09:00-17:00", flexible: "Mo-Fr 07:00-24:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

/// On Tuesday 6 April 2027, 10:30 UTC.
fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(Screen::Overlap));
    window
}

/// The same with the panel open in which it is said who is asked about.
fn asked(team: Team) -> Driver {
    let mut window = shown(team);
    window.press("at work");
    window
}

/// The same about Ana and Bo alone.
fn ana_and_bo() -> Driver {
    let mut window = asked(team());
    window.press("Cai");
    window.ask(Command::Dismiss);
    window
}

fn send(window: &mut Driver, message: overlap::Message) {
    window.send(Message::Screen(screen::Message::Overlap(message)));
}

#[test]
fn without_people_it_teaches_and_leads_to_them() {
    let mut window = shown(Team::default());
    assert!(window.sees("Nobody to compare yet"));
    window.press("Add members");
    assert!(!window.sees("Nobody to compare yet"));
}

#[test]
fn the_answer_stands_above_and_follows_who_is_chosen() {
    let mut window = shown(team());
    assert!(window.reads("All three are never at work together. Two are, "));
    assert!(!window.sees("Count flexible hours"), "the form is not above the answer");
    window.press("3 people");
    window.press("Cai");
    assert!(window.sees(
        "Ana and Bo are at work together 14:00–16:00 UTC on weekdays all year, and 3 h to 4 h a day with the season."
    ));
    assert!(window.sees("Tuesday 6 April: 13:00–16:00, 3 h."));
    assert!(window.sees("Count flexible hours"), "the panel stays open beside the answer");
    window.press("Bo");
    assert!(window.reads("Ana works 08:00–16:00 UTC on weekdays until 31 October"));
    send(&mut window, overlap::Message::Toggled("Ana".to_owned()));
    assert!(window.sees("Nobody to compare"));
    window.press("Choose all");
    assert!(window.reads("All three are never at work together."));
    window.ask(Command::Dismiss);
    assert!(!window.sees("Count flexible hours"), "Escape closes the panel");
}

#[test]
fn fewer_are_enough_and_flexible_hours_count() {
    let mut window = shown(team());
    window.press("Let fewer be enough");
    assert!(window.sees("At least 2 of 3 people") && window.reads("At least two of three are at work together "));
    send(&mut window, overlap::Message::Enough(3));
    window.press("at work");
    window.press("Count flexible hours");
    assert!(window.sees("at work or flexible"));
    assert!(
        window.sees(
            "All three are at work together 14:00–15:00 UTC on weekdays all year, and up to 2 h a day in 34 weeks, flexible \
             hours included."
        ),
        "flexible until 24:00 in Tokyo, which is 15:00"
    );
}

#[test]
fn dates_go_on_and_back_and_to_the_next_change() {
    let mut window = ana_and_bo();
    assert!(window.sees("Tue 6 Apr 2027"));
    send(&mut window, overlap::Message::Turned(2));
    assert!(window.sees("Thu 8 Apr 2027") && window.sees("Thursday 8 April: not at all. Ana is away."));
    assert!(window.reads("12 h in this week"), "four days of three hours");
    window.press("Next clock change");
    assert!(window.sees("Sun 31 Oct 2027"));
    window.press("Next clock change");
    assert!(window.sees("Sun 7 Nov 2027"));
    window.press("Today");
    assert!(window.sees("Tue 6 Apr 2027"));
    window.press("From 31 October to 7 November");
    assert!(window.sees("Sun 31 Oct 2027"), "a row of the year is a way there");
}

#[test]
fn a_pressed_name_shows_the_day_from_there() {
    let mut window = ana_and_bo();
    assert!(window.sees("in UTC, on"));
    // The reader's own clock is the first row, then Ana and Bo.
    send(&mut window, overlap::Message::Pressed(Id::new("member", 2, 0), None));
    assert!(window.sees("in New York time, on"));
    assert!(window.reads("Ana and Bo are at work together 09:00–12:00 New York time on weekdays all year"));
    window.press("Back to your clock");
    assert!(window.sees("in UTC, on"));
}

#[test]
fn a_pressed_hour_holds_the_time_until_it_is_pressed_again() {
    let mut window = shown(team());
    let date = NaiveDate::from_ymd_opt(2027, 4, 6).expect("a date");
    let at = Some(Instant::from_utc(date.and_hms_opt(14, 0, 0).expect("a time")));
    for held in [true, false] {
        send(&mut window, overlap::Message::Pressed(Id::new("cell", 1, 14), at));
        assert_eq!(window.sees("The time is held; press again to let it go."), held);
    }
}

#[test]
fn the_year_tells_who_is_there_and_leads_to_a_day() {
    let mut window = ana_and_bo();
    assert!(window.reads("3 h a workday, except "), "the sentence of the year");
    let date = NaiveDate::from_ymd_opt(2027, 6, 9).expect("a date");
    let hour = Some(Hour { date, hour: 13 });
    send(&mut window, overlap::Message::HourPointed(hour));
    assert!(window.sees("Wed 9 Jun 2027, 13:00: 2 of 2 at work"));
    assert!(window.reads("At work: Ana (14:00 in Lisbon), Bo (09:00 in New York)."));
    send(&mut window, overlap::Message::HourPointed(Some(Hour { date, hour: 3 })));
    assert!(window.reads("Not at work: Ana (asleep, 04:00 in Lisbon), Bo (asleep, 23:00 in New York)."));
    send(&mut window, overlap::Message::HourPressed(hour));
    assert!(window.sees("Wed 9 Jun 2027") && window.sees("The time is held; press again to let it go."));
}

#[test]
fn drawings_are_saved_with_or_without_names() {
    for what in [overlap::What::Day, overlap::What::Year] {
        let mut window = shown(team());
        send(&mut window, overlap::Message::WithoutNames(true));
        send(&mut window, overlap::Message::Drawn(what, &DrawingFormats::ALL[0]));
        assert!(window.sees("Export to a file"), "{what:?}");
    }
}

#[test]
fn what_the_week_moves_is_ready_to_paste() {
    let mut window = shown(team());
    assert!(window.sees("Nothing moves: no clocks change, and no meeting or handoff."));
    window.press("Next clock change");
    assert!(window.sees("What this week moves") && window.sees("Clocks go back 1 h for Ana on Sun 31 Oct, 02:00."));
}

/// The day's strip with the pointer: on Tuesday 6 April 2027, seen from UTC, whose day has 24 hours.
fn hold(window: &mut Driver, hours: &[f64]) {
    let date = NaiveDate::from_ymd_opt(2027, 4, 6).expect("a date");
    let at = |hour: f64| {
        let midnight = Instant::from_utc(date.and_hms_opt(0, 0, 0).expect("a time"));
        Some(midnight + sunwise::time::Minutes((hour * 60.0) as i64))
    };
    send(window, overlap::Message::Pressed(Id::new("cell", 1, 0), at(hours[0])));
    for &hour in &hours[1..] {
        send(window, overlap::Message::Pointed(at(hour)));
    }
    send(window, overlap::Message::Released);
}

#[test]
fn a_drag_selects_a_span_and_says_who_is_there() {
    let mut window = shown(team());
    hold(&mut window, &[12.1, 12.5, 13.9]);
    assert!(window.sees("Tuesday 6 April, 12:00–14:00") && window.sees("UTC, 2 h"));
    assert!(window.sees("At work for all of it: 1 of 3") && window.sees("Ana"));
    assert!(window.sees("For a part: 1") && window.sees("Bo (1 h)"));
    assert!(window.sees("Not at work: 1") && window.sees("Cai (flexible)"));
    assert!(
        window.sees("Tue 6 Apr 2027: 12:00-14:00 UTC, 08:00-10:00 New York, 13:00-15:00 Lisbon, 21:00-23:00 Tokyo")
    );
    window.press("Why?");
    assert!(window.sees("Europe/Lisbon is at UTC+1 since 28 March 2027, at UTC from 31 October 2027, 02:00 on"));
    assert!(window.reads("in their hours (Monday to Friday 9:00 to 17:00)"));
    window.press("Hide why");
    assert!(!window.reads("Europe/Lisbon is at"));
    window.press("Names");
    assert!(window.reads("08:00-10:00 New York (Bo)"));
    window.press("Slack");
    assert!(window.reads("• 08:00-10:00 New York: Bo"));
    hold(&mut window, &[14.0, 15.1]);
    assert!(window.sees("Tuesday 6 April, 12:00–15:15"), "its end was drawn on");
    window.ask(Command::Dismiss);
    assert!(!window.reads("There for all of it"));
}

#[test]
fn a_time_is_typed_beside_a_name() {
    let mut window = shown(team());
    send(&mut window, overlap::Message::Pressed(Id::new("time", 2, 0), None));
    window.type_in("overlap-time", "9am");
    assert!(window.sees("Tuesday 6 April, 13:00"), "nine in New York, in the clock of the first row");
    window.key("overlap-time", Named::Enter);
    assert!(window.sees("At work: 2 of 3") && window.sees("Ana, Bo"));
    send(&mut window, overlap::Message::Pressed(Id::new("time", 2, 0), None));
    window.type_in("overlap-time", "x");
    window.key("overlap-time", Named::Enter);
    assert!(window.sees("“x” is no time of this day; write 9:30, 21:30 or 9:30pm"));
    window.ask(Command::Dismiss);
    assert!(window.sees("Tuesday 6 April, 13:00"), "only the field goes");
}

#[test]
fn keys_move_by_hour_day_and_week() {
    let mut window = shown(team());
    let mut go = |key: &str, seen: &str| {
        window.send(Message::Key(Key::Character(key.into()), Modifiers::empty()));
        assert!(window.sees(seen), "`{key}` does not lead to `{seen}`");
    };
    go("j", "Wed 7 Apr 2027");
    go("k", "Tue 6 Apr 2027");
    go("l", "Tuesday 6 April, 11:00");
    go("l", "Tuesday 6 April, 12:00");
    go("h", "Tuesday 6 April, 11:00");
    go("j", "Wednesday 7 April, 11:00");
    go("n", "Wednesday 14 April, 11:00");
    go("p", "Wednesday 7 April, 11:00");
    go("c", "Sun 31 Oct 2027");
    go("t", "Tue 6 Apr 2027");
    for _ in 0..14 {
        go("l", "Today");
    }
    go("l", "Wednesday 7 April, 01:00");
    window.send(Message::Key(Key::Named(Named::ArrowLeft), Modifiers::empty()));
    assert!(window.sees("Wednesday 7 April, 00:00"));
    window.send(Message::Key(Key::Named(Named::ArrowLeft), Modifiers::empty()));
    assert!(window.sees("Tuesday 6 April, 23:00"));
}

#[test]
fn a_date_is_typed() {
    let mut window = shown(team());
    window.press("Tue 6 Apr 2027");
    window.type_in("overlap-date", "29 ma");
    window.key("overlap-date", Named::Enter);
    assert!(window.sees("`29 ma` is no date; write `29 Mar`, `2027-03-29` or `friday`"), "a month needs three letters");
    window.type_in("overlap-date", "r 2028");
    window.key("overlap-date", Named::Enter);
    assert!(window.sees("Wed 29 Mar 2028"));
}

#[test]
fn the_clock_and_the_week_are_as_the_user_likes() {
    let mut window = ana_and_bo();
    assert!(window.sees("Tuesday 6 April: 13:00–16:00, 3 h."));
    window.press("24 hours");
    assert!(window.sees("12 hours"));
    assert!(window.sees("Tuesday 6 April: 1:00–4:00pm, 3 h."));
    assert!(window.reads("Ana and Bo are at work together 2:00–4:00pm UTC on weekdays all year"));
    window.press("Mon first");
    assert!(window.sees("Sat first"));
    window.press("Sat first");
    send(&mut window, overlap::Message::Turned(5));
    assert!(window.sees("Sun 11 Apr 2027") && window.reads("15 h in this week"), "the week that begins on that Sunday");
    window.ask(Command::Go(Screen::Team));
    assert!(window.sees("Tue 11:30am") && window.reads("Monday to Friday 9:00am to 5:00pm"));
}

#[test]
fn the_keys_are_listed() {
    let mut window = shown(team());
    window.send(Message::Key(Key::Character("?".into()), Modifiers::SHIFT));
    assert!(window.sees("In Overlap") && window.sees("An hour back") && window.sees("←  or  H"));
    window.ask(Command::Dismiss);
    assert!(!window.sees("In Overlap"));
    window.ask(Command::Keys);
    window.ask(Command::Go(Screen::Team));
    assert!(!window.sees("In Overlap"), "any other key puts them away and does its work");
}
