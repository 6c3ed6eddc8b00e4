//! Time goes on, also while nobody touches the window.

use sunwise::team::Team;
use sunwise::time::Minutes;
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::example::EXAMPLES;
use sunwise::window::file::Files;
use sunwise::window::screen::Screen;

use super::Driver;
use super::driver::now;

#[test]
fn after_midnight_today_is_today_also_at_rest() {
    let document = EXAMPLES[0].document().unwrap_or_else(|error| panic!("{error}"));
    let mut window = Driver::with(document, Files::default());
    window.ask(Command::Go(Screen::Overlap));
    assert!(window.sees("Tue 6 Apr 2027"));
    // 13 h 29 min after 10:30 it is 23:59.
    window.send(Message::Ticked(now() + Minutes(13 * 60 + 29)));
    assert!(window.sees("Tue 6 Apr 2027"));
    window.send(Message::Ticked(now() + Minutes(13 * 60 + 30)));
    assert!(window.sees("Wed 7 Apr 2027") && !window.sees("Tue 6 Apr 2027"));
}

#[test]
fn what_people_do_now_is_as_it_is_a_minute_later() {
    let mut window = Driver::on(Team::default());
    window.type_in(sunwise::window::screen::team::field::ADD, "lisb");
    assert!(window.sees("Tue 11:30"));
    window.send(Message::Ticked(now() + Minutes(1)));
    assert!(window.sees("Tue 11:31"));
}
