//! Hire: a form, a ranked table of places, and the line for the advert.

use iced::keyboard::key::Named;
use sunwise::team::{self, Team};
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::{self, Screen, hire};

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(Screen::Hire));
    window
}

/// The same with the form beside the answer.
fn asked(team: Team) -> Driver {
    let mut window = shown(team);
    window.press("anywhere");
    window
}

#[test]
fn without_people_it_teaches() {
    assert!(shown(Team::default()).sees("No team to join yet"));
}

#[test]
fn the_answer_stands_above_and_the_form_beside_it() {
    let mut window = shown(team());
    assert!(window.sees("Places") && window.reads("London"), "the same clock as Lisbon comes first");
    assert!(window.reads(" come first: 40 h a week shared with each colleague on average, 40 h in the worst season"));
    assert!(window.sees("For the job advert") && window.reads("Anywhere ") && window.sees("Copy advert"));
    assert!(!window.has_field("hire-hours"), "the form is a press away");
    window.press("Mo–Fr 09:00–17:00");
    assert!(window.has_field("hire-hours") && window.reads(" come first: "), "with the answer in view");
    window.press("Mo–Fr 09:00–17:00");
    assert!(!window.has_field("hire-hours"));
}

#[test]
fn all_figures_are_a_press_away() {
    let mut window = shown(team());
    assert!(!window.sees("100.0 %"));
    window.press("Show all figures as a table");
    assert!(window.sees("100.0 %") && window.sees("Coverage"));
}

#[test]
fn a_dot_that_is_pressed_stands_in_the_list_beside_it() {
    let mut window = shown(team());
    assert!(!window.sees("31."));
    window.send(Message::Screen(screen::Message::Hire(hire::Message::Opened(30))));
    assert!(window.sees("31.") && window.sees("A year there"));
}

#[test]
fn a_requirement_and_a_country_change_the_ranking() {
    let mut window = asked(team());
    window.type_in("hire-countries", "Japan");
    window.press("Add a requirement");
    window.press("Ana");
    window.press("Rank places");
    assert!(window.sees("No place on Earth meets every requirement; these come nearest."));
    assert!(window.reads("Fails: "));
    window.fill("hire-countries", "Atlantis", "Japan");
    assert!(window.reads("unknown country"));
    window.press("Rank places");
    assert!(window.reads("Fails: "), "what is wrong is not taken");
}

#[test]
fn an_opening_is_kept_in_the_team_and_can_be_taken_back() {
    let mut window = asked(team());
    window.fill("hire-name", "Night watch", "Next hire");
    window.press("Coverage");
    window.press("Rank places");
    window.press("Keep in the team");
    assert_eq!(window.app.title(), "• T - Sunwise");
    assert!(!window.sees("Keep in the team"));
    window.ask(Command::Undo);
    assert!(window.sees("Keep in the team"));
}

#[test]
fn a_place_is_chosen_on_the_map_and_supposed_in_the_team() {
    let mut window = shown(team());
    assert!(window.sees("On the map") && !window.sees("Suppose them in the team"));
    window.send(Message::Screen(screen::Message::Hire(hire::Message::Opened(0))));
    window.press("Suppose them in the team");
    for place in [Screen::Team, Screen::Overlap, Screen::Meetings, Screen::Handoffs, Screen::Rota, Screen::Hire] {
        window.ask(Command::Go(place));
        assert!(window.reads("Only supposed: Hire in "), "{place:?}");
        assert_eq!(window.app.title(), "T - Sunwise", "a ghost is nothing to save");
    }
    window.ask(Command::Go(Screen::Team));
    assert!(window.sees("supposed"));
    window.press("Let go");
    assert!(!window.reads("Hire in "));
    window.ask(Command::Undo);
    window.press("Keep as hired");
    assert!(!window.reads("Only supposed") && window.reads("Hire in "));
    assert_eq!(window.app.title(), "• T - Sunwise");
    window.ask(Command::Go(Screen::Hire));
    for message in [
        hire::map::Message::Zoomed(2.0),
        hire::map::Message::Held(sunwise::picture::Point { x: 100.0, y: 100.0 }, 900.0),
        hire::map::Message::Moved(Some(sunwise::picture::Point { x: 160.0, y: 90.0 })),
        hire::map::Message::Released,
        hire::map::Message::Minute(18 * 60),
    ] {
        window.send(Message::Screen(screen::Message::Hire(hire::Message::Map(message))));
    }
    assert!(window.reads("18:00, "), "the night of the evening");
    window.press("Now");
    assert!(!window.reads("18:00, "));
}

#[test]
fn scenarios_stand_side_by_side() {
    use sunwise::world::ClockLaw;
    let mut window = shown(team());
    let tell = |window: &mut Driver, message| {
        window.send(Message::Screen(screen::Message::Hire(hire::Message::Scenario(message))));
    };
    assert!(window.sees("Scenarios") && !window.sees("As it is"));
    window.type_in("scenario-place", "Bogot");
    window.key("scenario-place", Named::Enter);
    assert!(window.sees("As it is") && window.reads("Somebody joins in Bogotá, "));
    tell(&mut window, hire::scenarios::Message::Clocks(ClockLaw::UnitedStates));
    assert!(window.reads("Permanent summer time in the US"));
    tell(&mut window, hire::scenarios::Message::Dropped(0));
    assert!(!window.reads(" joins in ") && window.sees("As it is"));
    tell(&mut window, hire::scenarios::Message::Dropped(0));
    assert!(!window.sees("As it is"));
}

#[test]
fn two_are_placed_together() {
    let mut window = asked(team());
    assert!(!window.sees("Together"));
    window.press("Two");
    window.press("Rank places");
    assert!(window.sees("Together") && window.reads(" and "));
    window.press("With the best together");
    assert!(window.reads("; Somebody joins in "));
    window.press("Suppose them");
    assert!(window.reads("Only supposed: Hire in ") && window.reads(" and Hire in "));
}

#[test]
fn the_interview_sheet_is_made_beside_the_window_and_then_asks_where_to() {
    let text = r#"Team(version: 1, name: "T", members: [(name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00")],
        openings: [(name: "Engineer", hours: "Mo-Fr 09:00-17:00", candidates: [(name: "Noor", city: "Dubai")])])"#;
    let team = team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
    let mut window = shown(team);
    window.press("Interview sheet");
    assert!(window.has_field("path"), "where it is to be saved");
    let mut window = shown(window.app.document().team().as_ref().clone());
    window.withhold_answers();
    window.press("Interview sheet");
    window.ask(Command::Go(Screen::Team));
    window.type_in(screen::team::field::TITLE, "B");
    window.deliver_answers();
    assert!(!window.has_field("path"), "the team is another now");
}
