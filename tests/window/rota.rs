//! The rota: made with one click, planned again with other settings, explained, fixed by hand, saved.

use iced::keyboard::key::Named;
use sunwise::picture::Id;
use sunwise::plan::rota::Duty;
use sunwise::team::{self, Team};
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::{self, Screen, rota};
use sunwise::window::widget::Hit;

use super::Driver;

/// Four people in neighbouring zones, and a rota of four weeks if asked for.
fn team(with_rota: bool) -> Team {
    let member =
        |name: &str, city: &str| format!("(name: \"{name}\", city: \"{city}\", hours: \"Mo-Fr 09:00-17:00\"),\n");
    let members: String =
        [("Ana", "Lisbon"), ("Bo", "Stockholm"), ("Cy", "Berlin"), ("Di", "Cairo")].map(|(n, c)| member(n, c)).concat();
    let rota = "(name: \"Support\", anchor: \"Europe/Lisbon\", start: \"2027-04-12\", weeks: 4, \
                shifts: Weekly(at: \"Mo 10:00\"), tiers: 1)";
    let rotas = if with_rota { rota } else { "" };
    let text = format!("Team(version: 1, name: \"T\", members: [\n{members}], rotas: [{rotas}])");
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(team: Team) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(Screen::Rota));
    window
}

fn press_duty(window: &mut Driver, shift: usize) {
    let hit = Hit { id: Id::new("shift", shift, 0), at: sunwise::picture::Point { x: 0.0, y: 0.0 }, width: 600.0 };
    window.send(Message::Screen(screen::Message::Rota(rota::Message::Pressed(hit))));
}

#[test]
fn without_people_it_teaches() {
    let window = shown(Team::default());
    assert!(window.sees("Nobody to share duty yet"));
    assert!(!window.sees("Make a rota"));
}

#[test]
fn two_turns_are_exchanged_and_the_change_is_said() {
    let mut window = shown(team(true));
    assert!(window.reads("carries most"));
    window.press("Change little");
    assert!(!window.sees("Changed since it was published"), "it never was");
    assert!(window.sees("Changed from the plan before") && window.sees("Nothing: every duty is held as it was."));
    press_duty(&mut window, 0);
    assert!(window.sees("In exchange for a duty"));
    let duty = |shift| Duty { shift, tier: 0 };
    window.send(Message::Screen(screen::Message::Rota(rota::Message::Swapped(duty(0), duty(1)))));
    assert!(window.reads("2 duties; what has begun stays as it was") && window.reads(" instead of "));
    window.ask(Command::Undo);
    assert!(window.sees("Nothing: every duty is held as it was."));
}

#[test]
fn somebody_is_away_and_the_weeks_that_follow_carry_on() {
    let mut window = shown(team(true));
    press_duty(&mut window, 1);
    window.press("Away");
    assert!(window.sees("Changed from the plan before") && window.reads(" instead of "));
    window.ask(Command::Undo);
    window.send(Message::Screen(screen::Message::Rota(rota::Message::Next)));
    assert!(window.reads(" from 2027-") && window.sees("Carried"));
}

#[test]
fn a_longer_search_ends_when_nothing_better_is_left() {
    let mut window = shown(team(true));
    let answer = window.reads("All 4 duties are held.");
    window.press("Search longer");
    assert!(answer && window.reads("All 4 duties are held.") && window.sees("Search longer"));
}

#[test]
fn one_click_makes_a_rota_without_a_gap() {
    let mut window = shown(team(false));
    assert!(window.sees("No rota yet"));
    window.press("Make a rota");
    assert!(window.reads("All 26 duties are held."), "13 weeks, two people each");
    assert!(
        window.reads("Nights ")
            && window.reads(" weekends ")
            && window.reads("Press a duty to see who else could hold it.")
    );
    assert!(window.sees("Who holds how much") && window.reads("Points weigh what a duty costs a person"));
    window.ask(Command::Undo);
    assert!(window.sees("No rota yet"));
}

#[test]
fn other_settings_are_planned_at_once_and_wrong_ones_are_said() {
    let mut window = shown(team(true));
    assert!(window.reads("All 4 duties are held."));
    window.press("Settings");
    window.fill("rota-weeks", "none", "4");
    assert!(window.sees("Write a whole number from 1 to 104"));
    window.press("Plan with these");
    assert!(window.reads("All 4 duties are held."), "what is wrong is not taken");
    window.fill("rota-weeks", "6", "none");
    window.press("Plan with these");
    assert!(window.reads("All 6 duties are held."));
    window.ask(Command::Undo);
    assert!(window.reads("All 4 duties are held."));
}

#[test]
fn a_turn_tells_who_else_could_and_can_be_given_away() {
    let mut window = shown(team(true));
    press_duty(&mut window, 0);
    assert!(window.sees("Primary") && window.sees("Mon 12 Apr, 10:00 – Mon 19 Apr, 10:00"));
    assert!(window.sees("Who else could") && window.reads("could, for "));
    assert!(window.reads("would rest less than 11 h between two shifts (beside Mon 19 Apr, 10:00)"));
    window.press("Give");
    assert!(window.reads("fixed by hand"));
    window.press("Free");
    assert!(window.reads("holds it"));
    press_duty(&mut window, 0);
    assert!(!window.sees("Who else could"), "a second press closes it");
    press_duty(&mut window, 0);
    window.ask(Command::Dismiss);
    assert!(!window.sees("Who else could"), "and Escape does");
}

#[test]
fn what_nobody_can_hold_is_explained_by_rule() {
    let mut team = team(true);
    for member in &mut team.members {
        let day = "2027-04-21".parse().expect("a date");
        member.leave.push(sunwise::time::Dates::new(day, day).expect("dates"));
    }
    let window = shown(team);
    assert!(window.reads("1 of 4 duties has nobody, and no rota can fill more."));
    assert!(window.sees("Nobody could be found"));
    assert!(window.sees("Ana is away in part of the shift"));
}

#[test]
fn a_rota_is_saved_as_a_file() {
    for format in ["RON", "Calendar (ICS)", "CSV", "Markdown"] {
        let mut window = shown(team(true));
        window.press("Export");
        window.press(format);
        assert!(window.sees("Export to a file"), "{format}: the way to a file is asked for");
    }
}

#[test]
fn several_files_stand_beside_each_other_and_none_is_replaced_without_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("support.ics");
    let save = || {
        let mut window = shown(team(true));
        window.press("Export");
        window.press("One a person");
        window.press("Calendar (ICS)");
        window.fill("path", &path.display().to_string(), "support.ics");
        window.key("path", Named::Enter);
        window
    };
    save();
    let mut names: Vec<String> = folder
        .path()
        .read_dir()
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["support-ana.ics", "support-bo.ics", "support-cy.ics", "support-di.ics"]);
    assert!(save().sees("Replace the files?"), "they are there already");
}

#[test]
fn what_stands_in_the_way_of_a_format_is_said() {
    let mut window = shown(team(true));
    window.press("Export");
    assert!(window.reads("GoAlert knows people by their `handle`, which Ana, Bo, Cy and Di have not"));
    window.press("GoAlert");
    assert!(!window.sees("Export to a file"));
    window.ask(Command::Dismiss);
    assert!(!window.sees("Export the rota"));
}

#[test]
fn rules_of_the_trade_are_switched_on_and_name_who_breaks_them() {
    let mut window = shown(team(true));
    assert!(window.sees("Rules of the trade") && window.reads("Grafana OnCall would score the primary"));
    assert!(window.sees("Switch a rule on to see who breaks it, and when."));
    window.press("A quarter on call");
    assert!(window.reads("A quarter on call: "));
    window.press("48 h week (EU)");
    assert!(window.reads("works 168 h a week on average from "), "a week around the clock");
    window.press("48 h week (EU)");
    assert!(!window.reads("works 168 h a week on average from "));
}

#[test]
fn a_part_of_the_question_opens_the_settings_beside_the_answer() {
    let mut window = shown(team(true));
    assert!(window.sees("4 weeks") && window.sees("12 April") && window.sees("Mon 10:00 Lisbon time"));
    assert!(!window.sees("Most weeks in a row"), "no form stands above the answer");
    window.press("4 weeks");
    assert!(window.sees("Most weeks in a row") && window.reads("All 4 duties are held."));
    window.fill("rota-weeks", "6", "4");
    window.press("Plan with these");
    assert!(window.sees("6 weeks") && window.reads("All 6 duties are held."), "question and answer follow");
    press_duty(&mut window, 0);
    assert!(window.sees("Who else could") && !window.sees("Most weeks in a row"), "there is one panel");
}

#[test]
fn the_answer_is_in_units_of_life() {
    let window = shown(team(true));
    let answer = window.reads("All 4 duties are held. Nights 63 h and weekends 1 each; ");
    assert!(answer && window.reads("63 h of nights, 1 weekend\nNext Mon 12 Apr, 10:00"));
}
