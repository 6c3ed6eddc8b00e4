//! The first minute: an example, and the ways on from it.

use sunwise::team::Team;
use sunwise::window::example::EXAMPLES;
use sunwise::window::screen::Screen;
use sunwise::window::screen::team::field;

use super::Driver;

const WORDS: &str = "This is an example: look around, nothing of it is kept.";

fn on_example() -> Driver {
    let mut window = Driver::on(Team::default());
    assert!(!window.sees(WORDS), "an empty team is no example");
    window.press(EXAMPLES[2].name);
    assert!(window.sees(WORDS));
    window
}

#[test]
fn an_example_says_so_until_something_is_made_of_it() {
    let mut window = on_example();
    window.type_in(field::TITLE, " B");
    assert!(!window.sees(WORDS), "it is the user's own now");
}

#[test]
fn a_team_of_ones_own_is_one_press_away() {
    for way in ["Start empty", "Type a city", "Paste your team"] {
        let mut window = on_example();
        window.press(way);
        assert!(window.app.document().team().members.is_empty(), "{way}");
        assert_eq!(window.app.screen(), Screen::Team, "{way}");
        assert!(!window.sees(WORDS) && window.has_field(field::ADD), "{way}");
    }
}

#[test]
fn another_file_is_no_example() {
    let mut window = on_example();
    window.press("Open…");
    assert!(window.sees("Open a team"), "it is asked for");
    assert!(window.sees(WORDS), "and the example stays until then");
}
