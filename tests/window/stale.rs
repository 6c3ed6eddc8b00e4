//! What is remembered or shown of an earlier state of the team does no harm to the one that is open.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::picture::{Id, Point};
use sunwise::plan::rota::Duty;
use sunwise::team::{self, Pin, Team};
use sunwise::time::Instant;
use sunwise::window::command::Command;
use sunwise::window::example::EXAMPLES;
use sunwise::window::file::{Files, Message as File, Request};
use sunwise::window::screen::{self, Screen, handoffs, hire, meetings, overlap, rota};
use sunwise::window::widget::Hit;
use sunwise::window::{Document, Message};

use super::Driver;

fn read(text: &str) -> Team {
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

/// Three people with these names and a rota; `more` stands in the file beside them.
fn text(team: &str, names: [&str; 3], more: &str) -> String {
    let cities = ["Lisbon", "Stockholm", "Cairo"];
    let member =
        |(name, city): (&str, &str)| format!("(name: \"{name}\", city: \"{city}\", hours: \"Mo-Fr 09:00-17:00\"),\n");
    let members: String = names.into_iter().zip(cities).map(member).collect();
    let rota = "(name: \"Support\", anchor: \"Europe/Lisbon\", start: \"2027-04-12\", weeks: 4, \
                shifts: Weekly(at: \"Mo 10:00\"), tiers: 1),";
    format!("Team(version: 1, name: \"{team}\", members: [\n{members}], rotas: [{rota}\n], {more})\n")
}

const OURS: [&str; 3] = ["Ana", "Bo", "Cy"];

fn shown(team: Team, on: Screen) -> Driver {
    let mut window = Driver::on(team).patient();
    window.ask(Command::Go(on));
    window
}

fn tell_rota(window: &mut Driver, message: rota::Message) {
    window.send(Message::Screen(screen::Message::Rota(message)));
}

fn press_duty(window: &mut Driver, shift: usize, tier: usize) {
    let hit = Hit { id: Id::new("shift", shift, tier), at: Point { x: 0.0, y: 0.0 }, width: 600.0 };
    tell_rota(window, rota::Message::Pressed(hit));
}

fn open(window: &mut Driver, path: &Path) {
    window.send(Message::File(File::Asked(Request::OpenFile(path.to_owned()))));
}

#[test]
fn a_secondary_that_a_redone_rota_has_not_is_explained_no_more() {
    let document = EXAMPLES[0].document().unwrap_or_else(|error| panic!("{error}"));
    let mut window = Driver::with(document, Files::default()).patient();
    window.ask(Command::Go(Screen::Rota));
    window.press("Settings");
    tell_rota(&mut window, rota::Message::Tiers(1));
    window.press("Plan with these");
    window.ask(Command::Undo);
    press_duty(&mut window, 0, 1);
    assert!(window.sees("Secondary") && window.sees("Who else could"));
    window.ask(Command::Redo);
    assert!(!window.sees("Secondary") && !window.sees("Who else could"));
    window.ask(Command::Undo);
    assert!(window.sees("Secondary"), "the same duty is there again");
}

#[test]
fn a_chosen_duty_is_the_same_one_in_another_plan() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Rota);
    press_duty(&mut window, 1, 0);
    assert!(window.sees("Mon 19 Apr, 10:00 – Mon 26 Apr, 10:00"));
    window.press("Settings");
    window.fill("rota-start", "2027-04-19", "2027-04-12");
    window.press("Plan with these");
    window.press("Settings");
    assert!(window.sees("Mon 19 Apr, 10:00 – Mon 26 Apr, 10:00"), "it is the first now");
}

#[test]
fn nothing_of_another_file_is_shown_or_taken_into_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (ours, theirs) = (folder.path().join("ours.ron"), folder.path().join("theirs.ron"));
    let other = text("Theirs", ["Dee", "Eva", "Flo"], "");
    fs::write(&ours, text("Ours", OURS, "")).expect("written");
    fs::write(&theirs, &other).expect("written");
    let mut window = Driver::on(Team::default()).patient();
    open(&mut window, &ours);
    window.ask(Command::Go(Screen::Rota));
    press_duty(&mut window, 0, 0);
    assert!(window.sees("Who else could") && window.sees("Who holds how much"));
    window.press("Settings");
    window.fill("rota-weeks", "9", "4");
    window.withhold_answers();
    open(&mut window, &theirs);
    assert!(window.reads("the settings of Support"), "what was typed is asked about");
    window.send(Message::File(File::DiscardFirst));
    assert!(!window.has_field("rota-weeks"), "nothing that was typed for the other file");
    assert!(!window.sees("Who else could") && !window.sees("Who holds how much"));
    press_duty(&mut window, 0, 0);
    assert!(!window.sees("Who else could"));
    tell_rota(&mut window, rota::Message::Pinned(Duty { shift: 0, tier: 0 }, "Ana".into()));
    assert_eq!(window.app.title(), "Theirs - Sunwise", "nothing was fixed");
    window.deliver_answers();
    assert!(window.sees("Who holds how much") && window.sees("Eva") && !window.reads("Ana"));
}

#[test]
fn a_plan_of_an_earlier_state_changes_nothing() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Rota);
    tell_rota(&mut window, rota::Message::Pinned(Duty { shift: 0, tier: 0 }, "Ana".into()));
    window.withhold_answers();
    window.ask(Command::Undo);
    assert!(window.sees("Who holds how much"), "the last plan stays while the next is made");
    let duty = |shift| Duty { shift, tier: 0 };
    for message in [
        rota::Message::Pinned(duty(0), "Bo".into()),
        rota::Message::Freed(duty(0)),
        rota::Message::Away(duty(0)),
        rota::Message::Swapped(duty(0), duty(1)),
        rota::Message::Next,
    ] {
        tell_rota(&mut window, message);
        assert_eq!(window.app.title(), "T - Sunwise");
    }
    window.deliver_answers();
    tell_rota(&mut window, rota::Message::Pinned(duty(0), "Bo".into()));
    assert_eq!(window.app.title(), "• T - Sunwise");
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.ron");
    let before = text("T", OURS, "");
    fs::write(&path, &before).expect("written");
    let mut team = read(&before);
    let shift = Instant::midnight("2027-04-12".parse().expect("a date"));
    team.rotas[0].pins.push(Pin { shift, tier: 1, member: "Zoe".into() });
    let mut window = Driver::with(Document::read(team, Some(path.clone()), before.as_bytes()), Files::default());
    window.ask(Command::Save);
    assert!(window.sees("t.ron was not saved") && window.reads("Zoe"));
    window.press("Close");
    assert_eq!(fs::read_to_string(&path).expect("a file"), before);
}

#[test]
fn settings_bring_nobody_back_who_has_left() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Rota);
    tell_rota(&mut window, rota::Message::Pinned(Duty { shift: 0, tier: 0 }, "Ana".into()));
    window.press("Settings");
    window.fill("rota-weeks", "5", "4");
    tell_rota(&mut window, rota::Message::Order(team::Order::Comfort));
    window.ask(Command::Go(Screen::Team));
    window.press("Ana");
    window.press("Remove");
    window.ask(Command::Go(Screen::Rota));
    window.press("Plan with these");
    assert!(window.reads("All 5 ") && !window.reads("Ana"));
}

#[test]
fn two_rotas_or_openings_are_not_called_alike() {
    let mut window = shown(read(&text("T", OURS, "openings: [(name: \"One\"), (name: \"Two\")]")), Screen::Rota);
    tell_rota(&mut window, rota::Message::Begun);
    window.press("Settings");
    window.fill("rota-name", "Support", "On call");
    assert!(window.sees("There is a rota `Support` already"));
    window.ask(Command::Go(Screen::Hire));
    window.press("anywhere");
    window.fill("hire-name", "Two", "One");
    assert!(window.sees("There is an opening `Two` already"));
}

#[test]
fn a_meeting_that_is_typed_is_not_written_over_another() {
    let meeting = |name: &str| format!("(name: \"{name}\", minutes: 30, every: Week),");
    let more = format!("meetings: [{}{}]", meeting("First"), meeting("Second"));
    let mut window = shown(read(&text("T", OURS, &more)), Screen::Meetings);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Meetings(message)));
    tell(&mut window, meetings::Message::Removed);
    tell(&mut window, meetings::Message::FormShown(true));
    window.fill("meet-length", "45 min", "30 min");
    window.ask(Command::Undo);
    assert!(window.sees("First") && window.sees("Second"), "the first is back");
    window.press("Save the changes");
    window.press("First");
    assert!(window.sees("30 min") && !window.sees("45 min"));
    window.press("Second");
    assert!(window.sees("45 min"));
}

#[test]
fn slots_of_an_earlier_question_are_not_chosen() {
    let mut window =
        shown(read(&text("T", OURS, "meetings: [(name: \"Sync\", minutes: 30, every: Week)]")), Screen::Meetings);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Meetings(message)));
    window.withhold_answers();
    tell(&mut window, meetings::Message::Turns(2));
    tell(&mut window, meetings::Message::Settled(0));
    assert!(!window.app.document().is_team_unsaved());
    window.deliver_answers();
    tell(&mut window, meetings::Message::Settled(0));
    assert!(window.app.document().is_team_unsaved());
}

#[test]
fn a_stay_that_is_gone_is_changed_no_more() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Team);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Team(message)));
    window.press("Ana");
    let leave = screen::team::DateList::Leave;
    tell(&mut window, screen::team::Message::FormOpened(leave, None));
    tell(&mut window, screen::team::Message::FormFrom("2027-08-02".into()));
    tell(&mut window, screen::team::Message::FormTo("2027-08-06".into()));
    tell(&mut window, screen::team::Message::FormTaken);
    tell(&mut window, screen::team::Message::FormOpened(leave, Some(0)));
    assert!(window.sees("First date"));
    window.ask(Command::Undo);
    assert!(!window.sees("First date"), "what it would change is gone");
}

#[test]
fn requirements_ask_for_nobody_who_has_left() {
    let mut window = shown(read(&text("T", OURS, "openings: [(name: \"Hire\")]")), Screen::Hire);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Hire(message)));
    window.press("anywhere");
    window.press("Add a requirement");
    for name in ["Ana", "Bo"] {
        tell(&mut window, hire::Message::RequirementToggled(0, name.into()));
    }
    window.ask(Command::Go(Screen::Team));
    window.press("Ana");
    window.press("Remove");
    window.ask(Command::Go(Screen::Hire));
    window.press("Rank places");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kept.ron");
    window.ask(Command::SaveAs);
    window.fill("path", &path.display().to_string(), "t.ron");
    window.press("Save");
    let kept = read(&fs::read_to_string(path).expect("a file"));
    assert_eq!(kept.openings[0].requirements[0].with, ["Bo"]);
}

#[test]
fn a_time_is_typed_only_in_a_row_that_is_there() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Overlap);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Overlap(message)));
    window.withhold_answers();
    for name in ["Bo", "Cy"] {
        tell(&mut window, overlap::Message::Toggled(name.into()));
    }
    let last = Id::new(sunwise::picture::strip::TIME, 3, 0);
    tell(&mut window, overlap::Message::Pressed(last, None));
    assert!(window.has_field("overlap-time"));
    window.deliver_answers();
    assert!(!window.has_field("overlap-time"), "there is no such row any more");
}

#[test]
fn a_season_that_the_shown_chains_have_not_is_not_shown() {
    let mut window = shown(read(&text("T", OURS, "")), Screen::Handoffs);
    let tell = |window: &mut Driver, message| window.send(Message::Screen(screen::Message::Handoffs(message)));
    tell(&mut window, handoffs::Message::Season(99));
    assert!(window.reads("Season ") && !window.sees("Looking for the best chain…"));
    tell(&mut window, handoffs::Message::Kept(true));
    assert!(window.reads("Season ") && !window.sees("Looking for the best chain…"));
}
