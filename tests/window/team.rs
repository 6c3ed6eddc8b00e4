//! The members: adding, changing, removing.

use iced::keyboard::key::Named;
use sunwise::team::Team;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen;
use sunwise::window::screen::team::field;

use super::Driver;

fn with_lisbon() -> Driver {
    let mut window = Driver::on(Team::default());
    window.type_in(field::ADD, "lisb");
    assert!(window.reads("Portugal"), "the country is told");
    assert!(window.sees("Tue 11:30") && window.sees("UTC+01:00"), "so are its clock and offset");
    window.key(field::ADD, Named::Enter);
    window
}

#[test]
fn an_empty_team_teaches_how_to_begin() {
    let mut window = Driver::on(Team::default());
    assert!(window.sees("Who is in the team?"));
    window.press("Two sites");
    assert!(!window.sees("Who is in the team?") && window.reads("Payments"));
}

#[test]
fn a_typed_city_becomes_a_member_whose_hours_are_typed_as_people_do() {
    let mut window = with_lisbon();
    assert!(window.sees("1 person in 1 time zone; 1 at work now"));
    window.fill(field::NAME, "Ana", "Lisbon");
    window.fill(field::HOURS, "Mon-Fri 9-17", "Mo-Fr 09:00-17:00");
    assert!(window.sees("Mon-Fri 9-17"), "what is typed stays");
    assert!(window.sees("Mo-Fr 09:00-17:00"), "what will be written is shown");
    assert!(window.sees("Monday to Friday 9:00 to 17:00, 40 h a week"));
    window.key(field::HOURS, Named::Enter);
    assert!(!window.sees("Mon-Fri 9-17"));
}

#[test]
fn what_is_wrong_is_said_and_neither_taken_nor_lost() {
    let mut window = with_lisbon();
    window.type_in(field::HOURS, " perhaps");
    assert!(window.sees("Mo-Fr 09:00-17:00 perhaps"));
    assert!(window.sees("Until then: Mo-Fr 09:00-17:00"));
    assert!(window.reads("not understood"));
}

#[test]
fn the_arrow_keys_choose_among_the_meanings_of_an_abbreviation() {
    let mut window = Driver::on(Team::default());
    window.type_in(field::ADD, "BST");
    assert!(window.sees("BST: British Summer Time"));
    window.key(field::ADD, Named::ArrowDown);
    window.key(field::ADD, Named::Enter);
    assert!(window.sees("Asia/Dhaka"));
}

#[test]
fn who_is_removed_can_be_taken_back() {
    let mut window = with_lisbon();
    window.press("Remove");
    assert!(window.sees("Removed Lisbon") && window.sees("Who is in the team?"));
    window.press("Undo");
    assert!(window.sees("1 person in 1 time zone; 1 at work now"));
}

#[test]
fn one_undo_takes_back_what_was_typed_in_one_field() {
    let mut window = with_lisbon();
    window.type_in(field::NAME, " Bureau");
    assert!(window.sees("Lisbon Bureau"));
    window.ask(Command::Undo);
    assert!(!window.sees("Lisbon Bureau"));
    assert!(window.sees("1 person in 1 time zone; 1 at work now"));
    window.ask(Command::Undo);
    assert!(window.sees("Who is in the team?"));
}

#[test]
fn the_team_can_be_named() {
    let mut window = Driver::on(Team::default());
    window.type_in(field::TITLE, "ML Platform");
    assert_eq!(window.app.title(), "• ML Platform - Sunwise");
}

fn tell(window: &mut Driver, message: screen::team::Message) {
    window.send(Message::Screen(screen::Message::Team(message)));
}

#[test]
fn everybody_is_something_until_some_time() {
    let window = with_lisbon();
    assert!(window.sees("at work until 17:00"));
}

#[test]
fn a_pasted_list_is_looked_at_and_becomes_people_in_one_step() {
    let mut window = Driver::on(Team::default());
    tell(&mut window, screen::team::Message::Pasted(Some("Rui Alves, Lisbon\nAiko\tTokyo\nBo, Xqzzyqx".to_owned())));
    assert!(window.sees("Rui Alves") && window.sees("Aiko") && window.sees("No city or time zone is called Xqzzyqx"));
    assert!(
        window.sees("1 line not understood and left out.") && window.sees("Who is in the team?"),
        "none is added yet"
    );
    window.press("Add these people");
    assert!(window.reads("2 people in 2 time zones") && window.sees("Added 2 people"));
    window.ask(Command::Undo);
    assert!(window.sees("Who is in the team?"));
}

#[test]
fn after_a_named_person_the_field_is_ready_for_the_next() {
    let mut window = Driver::on(Team::default());
    for line in ["Rui Alves, Lisbon", "Aiko Ito, Tokyo"] {
        window.type_in(field::ADD, line);
        window.key(field::ADD, Named::Enter);
    }
    assert!(window.sees("Rui Alves") && window.sees("Aiko Ito") && window.reads("2 people in 2 time zones"));
    assert!(!window.has_field(field::NAME), "nobody has to be named any more");
}

#[test]
fn a_long_list_is_looked_through_and_put_in_groups() {
    let mut window = Driver::on(Team::default());
    assert!(!window.has_field(field::FILTER));
    let lines: Vec<String> = (1..=13)
        .map(|number| format!("Member {number}, {}", if number % 2 == 0 { "Lisbon" } else { "Tokyo" }))
        .collect();
    tell(&mut window, screen::team::Message::Pasted(Some(lines.join("\n"))));
    window.press("Add these people");
    window.press("By city");
    assert!(window.sees("Lisbon · 6") && window.sees("Tokyo · 7"));
    window.type_in(field::FILTER, "lisb");
    assert!(window.sees("Lisbon · 6") && !window.sees("Tokyo · 7") && !window.sees("Member 1"));
    window.press("By role");
    assert!(window.sees("No role · 6"));
}
