//! Handoffs: who holds which hours, season by season.

use sunwise::picture::Id;
use sunwise::team::{self, Team};
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::{self, Screen, handoffs};
use sunwise::window::widget::Hit;

use super::Driver;

fn team() -> Team {
    let text = r#"Team(version: 1, name: "T", members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", roles: ["ops"]),
        (name: "Bo", city: "Denver", hours: "Mo-Fr 09:00-17:00", roles: ["ops"]),
        (name: "Cy", city: "Tokyo", hours: "Mo-Fr 09:00-18:00"),
    ])"#;
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team);
    window.ask(Command::Go(Screen::Handoffs));
    window
}

#[test]
fn without_people_it_teaches() {
    let mut none = shown(Team::default());
    assert!(none.sees("No chain yet"));
    none.press("Add members");
    assert!(none.sees("Who is in the team?"));
    let mut one = team();
    one.members.truncate(1);
    assert!(shown(one).reads("A chain needs two people or more."));
}

#[test]
fn the_best_chain_is_told_with_handoffs_and_gaps() {
    let window = shown(team());
    assert!(window.reads("a day covered"), "the chain in words");
    assert!(window.sees("Mean wait") && window.sees("live") && window.sees("Gaps"));
    assert!(window.reads("Lisbon"), "local times by place");
}

#[test]
fn the_answer_says_what_is_open_and_who_could_cover_it() {
    let mut ops = team();
    ops.members.truncate(2);
    ops.members[1].flexible = sunwise::time::Hours::typed("Mo-Fr 17-19").expect("hours");
    let window = shown(ops);
    assert!(window.reads("a day are covered on weekdays"));
    assert!(window.reads(" nobody covers ") && window.reads("Bo could for 2 h a day"));
    assert!(!window.sees("One all year"), "the form is a step away");
    assert!(window.sees("Own time") && window.sees("in Denver"), "the legs on their holders' clocks");
}

#[test]
fn only_those_with_a_role_take_a_leg() {
    let mut window = shown(team());
    assert!(window.reads("Cy "), "everybody at first");
    window.press("Everybody");
    window.press("ops");
    assert!(!window.reads("Cy ") && window.reads("Ana "), "the answer follows beside the form");
    window.press("Everybody");
    assert!(window.reads("Cy "));
}

#[test]
fn another_season_says_what_changes() {
    let mut window = shown(team());
    assert!(window.reads("Season 1 of "));
    let hit = Hit { id: Id::new("season", 1, 0), at: sunwise::picture::Point { x: 0.0, y: 0.0 }, width: 600.0 };
    window.send(Message::Screen(screen::Message::Handoffs(handoffs::Message::Pressed(hit))));
    assert!(window.reads("Season 2 of "));
    assert!(window.sees("Clocks go back 1 h for Ana"), "at the end of October");
}

#[test]
fn one_chain_can_be_kept_all_year() {
    let mut window = shown(team());
    window.press("the best chain of each season");
    window.press("One all year");
    assert!(window.sees("one chain all year"));
    assert!(window.reads("Kept all year it covers "));
    for season in 0..3 {
        window.send(Message::Screen(screen::Message::Handoffs(handoffs::Message::Season(season))));
        assert!(window.reads("Cy 00:00-09:00 UTC, Ana 09:00-16:00 UTC, Bo 16:00-00:00 UTC"), "the legs stay");
    }
    window.press("Best of each season");
    assert!(window.reads("Ana 09:00-16:30 UTC"), "of the winter alone");
}

#[test]
fn whoever_is_busy_for_a_whole_leg_is_away() {
    let mut busy = team();
    busy.members[0].busy.push("ana.ics".to_owned());
    let event = "BEGIN:VEVENT\nDTSTART:20270505T080000Z\nDTEND:20270505T160000Z\nEND:VEVENT";
    let calendar = format!("BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n");
    busy.read_calendars(|path| Ok(vec![(path.to_owned(), calendar.clone().into_bytes())]));
    let mut window = shown(busy);
    window.send(Message::Screen(screen::Message::Handoffs(handoffs::Message::Season(0))));
    assert!(window.reads("5 May (busy)"));
}

#[test]
fn the_year_is_gone_through_by_date() {
    let mut window = shown(team());
    let scrub = |window: &mut Driver, days| {
        window.send(Message::Screen(screen::Message::Handoffs(handoffs::Message::Scrubbed(days))));
    };
    scrub(&mut window, 0);
    assert!(window.reads("Season 1 of "));
    scrub(&mut window, 363);
    assert!(!window.reads("Season 1 of "));
    scrub(&mut window, 0);
    assert!(window.reads("Season 1 of "));
}

#[test]
fn seams_and_notes_are_saved_as_files() {
    for (button, name) in [("Calendar", "handoffs.ics"), ("Notes", "handoffs.md")] {
        let mut window = shown(team());
        window.press(button);
        assert!(window.sees("Export to a file"), "{button}");
        assert!(window.sees(name), "{name} is proposed");
    }
}
