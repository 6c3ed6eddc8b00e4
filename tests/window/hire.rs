//! Hire: a form, a ranked table of places, and the line for the advert.

use sunwise::team::{self, Team};
use sunwise::window::command::Command;
use sunwise::window::screen::Place;

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(Place::Hire));
    window
}

#[test]
fn without_people_it_teaches() {
    assert!(shown(Team::default()).sees("No team to join yet"));
}

#[test]
fn places_are_ranked_at_once_and_the_advert_stands_above() {
    let window = shown(team());
    assert!(window.sees("Places") && window.reads("London"), "the same clock as Lisbon comes first");
    assert!(window.sees("For the job advert") && window.reads("Anywhere "));
    assert!(window.sees("100 %"));
}

#[test]
fn a_requirement_and_a_country_change_the_ranking() {
    let mut window = shown(team());
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
    let mut window = shown(team());
    window.fill("hire-name", "Night watch", "Next hire");
    window.press("Coverage");
    window.press("Rank places");
    window.press("Keep in the team");
    assert_eq!(window.app.title(), "• T - Sunwise");
    assert!(!window.sees("Keep in the team"));
    window.ask(Command::Undo);
    assert!(window.sees("Keep in the team"));
}
