//! Publishing a rota: said once it is on disk, and never in the place of another.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::path::Path;

use sunwise::team::{self, Team};
use sunwise::window::command::Command;
use sunwise::window::file::Files;
use sunwise::window::screen::{self, Screen, rota};
use sunwise::window::{Document, Message};

use super::Driver;

/// The version of the driven window's minute.
const NOW: &str = "2027-04-06 1030";

/// Two people who share rotas of a week.
fn team(rotas: &[&str]) -> Team {
    let rota = |name: &&str| {
        format!(
            "(name: \"{name}\", anchor: \"Europe/Lisbon\", start: \"2027-04-12\", weeks: 2, shifts: Weekly(at: \"Mo 10:00\"), tiers: 1),"
        )
    };
    let rotas: String = rotas.iter().map(rota).collect();
    let members: String = ["Ana", "Bo"]
        .map(|name| format!("(name: \"{name}\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\"),"))
        .concat();
    let text = format!("Team(version: 1, name: \"T\", members: [{members}], rotas: [{rotas}])");
    team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0
}

fn shown(folder: &Path, rotas: &[&str]) -> Driver {
    let open = Document::new(team(rotas), Some(folder.join("t.ron")));
    let mut window = Driver::with(open, Files::default());
    window.ask(Command::Go(Screen::Rota));
    window
}

fn say(window: &mut Driver, message: rota::Message) {
    window.send(Message::Screen(screen::Message::Rota(message)));
}

fn choose(window: &mut Driver, version: &str) {
    say(window, rota::Message::Version(rota::versions::Message::Chosen(version.to_owned())));
}

fn files(folder: &Path) -> Vec<String> {
    let entries = folder.join("t.rotas").read_dir().expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_published_rota_is_kept_beside_the_team_and_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = shown(folder.path(), &["Support"]);
    assert!(!window.sees("Changed since it was published"));
    window.press("Publish");
    assert!(window.sees("Published Support"));
    assert_eq!(files(folder.path()), [format!("support {NOW}.ron")]);
    assert!(window.sees("Nothing: every duty is held as it was."));
    let mut again = shown(folder.path(), &["Support"]);
    assert!(!again.sees("Changed since it was published"));
    choose(&mut again, NOW);
    assert!(again.sees("Changed since it was published"));
}

#[test]
fn two_of_one_minute_are_two() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = shown(folder.path(), &["Support"]);
    window.press("Publish");
    window.press("Publish");
    assert_eq!(files(folder.path()), [format!("support {NOW} 2.ron"), format!("support {NOW}.ron")]);
}

#[test]
fn rotas_whose_names_differ_in_signs_alone_share_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = shown(folder.path(), &["Pager!", "Pager?"]);
    window.press("Publish");
    say(&mut window, rota::Message::Chosen(1));
    choose(&mut window, NOW);
    assert!(!window.sees("Changed since it was published"), "the version of the other");
    window.press("Publish");
    assert!(window.sees("Published Pager?"));
    assert_eq!(files(folder.path()).len(), 2);
    let mut again = shown(folder.path(), &["Pager!", "Pager?"]);
    choose(&mut again, &format!("{NOW} 2"));
    assert!(!again.sees("Changed since it was published"), "the version of the other");
    choose(&mut again, NOW);
    assert!(again.sees("Changed since it was published"));
}

#[test]
fn what_is_not_on_disk_is_not_published() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("t.rotas"), "a file where the folder should be").expect("written");
    let mut window = shown(folder.path(), &["Support"]);
    window.press("Publish");
    assert!(!window.sees("Published Support"));
    assert!(window.reads("Support is not published: cannot write `"));
    assert!(!window.sees("Changed since it was published"), "nothing is known to people");
    fs::remove_file(folder.path().join("t.rotas")).expect("removed");
    window.press("Publish");
    assert!(window.sees("Published Support"));
    assert!(!window.reads("Support is not published"));
}

#[test]
fn one_version_that_cannot_be_read_hides_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    shown(folder.path(), &["Support"]).press("Publish");
    fs::write(folder.path().join("t.rotas/support 2027-04-07 0900.ron"), "Rota(").expect("written");
    fs::create_dir(folder.path().join("t.rotas/support 2027-04-08 0900.ron")).expect("made");
    let mut window = shown(folder.path(), &["Support"]);
    assert!(window.reads("The version `support 2027-04-07 0900.ron` cannot be read: not a rota as Sunwise writes it"));
    assert!(window.reads("The version `support 2027-04-08 0900.ron` cannot be read: it is a folder"));
    choose(&mut window, NOW);
    assert!(window.sees("Changed since it was published"));
}
