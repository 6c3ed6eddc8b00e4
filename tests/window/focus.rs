//! Who has the focus, and what that one does with its keys.

use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use sunwise::window::Message;
use sunwise::window::command::Command;
use sunwise::window::screen::Screen;
use sunwise::window::screen::team::field;

use super::Hand;
use super::keys::in_place;

#[test]
fn the_focus_comes_back_when_a_dialog_goes_and_does_not_wander_to_another_place() {
    let mut hand = in_place(Screen::Team);
    hand.focus(field::TITLE);
    let before = hand.focused();
    hand.key(Key::Named(Named::F1), Modifiers::empty());
    assert_eq!(hand.focused(), None);
    hand.write("ghx");
    hand.key(Key::Named(Named::Escape), Modifiers::empty());
    assert_eq!(hand.focused(), before);
    hand.key(Key::Character("3".into()), Modifiers::COMMAND);
    assert_eq!((hand.window.app.screen(), hand.focused()), (Screen::Meetings, None));
}

#[test]
fn a_dialog_keeps_its_focus_when_a_passing_message_goes() {
    let mut hand = in_place(Screen::Team);
    hand.press("Ana");
    hand.press("Remove");
    assert!(hand.texts().contains(&"Removed Ana".to_owned()));
    hand.key(Key::Character("s".into()), Modifiers::COMMAND);
    let path = hand.focused().expect("the path has the focus");
    for number in 0..4 {
        hand.window.send(Message::ToastClosed(number));
    }
    assert!(!hand.texts().contains(&"Removed Ana".to_owned()));
    assert_eq!(hand.focused(), Some(path));
}

#[test]
fn what_was_typed_in_a_field_is_taken_back_there_and_nowhere_else() {
    let mut hand = in_place(Screen::Meetings);
    let team = Arc::clone(hand.window.app.document().team());
    hand.focus("meet-name");
    hand.write(" on call");
    let text = |hand: &mut Hand| hand.focused().expect("the focus").text;
    assert_eq!(text(&mut hand), "Weekly on call");
    let control = |hand: &mut Hand, letter: &str| drop(hand.key(Key::Character(letter.into()), Modifiers::COMMAND));
    for left in ["Weekly on ", "Weekly on", "Weekly ", "Weekly", "Weekly"] {
        control(&mut hand, "z");
        assert_eq!(text(&mut hand), left);
    }
    for _ in 0..5 {
        control(&mut hand, "y");
    }
    assert_eq!(text(&mut hand), "Weekly on call");
    assert_eq!(*hand.window.app.document().team(), team);
}

#[test]
fn escape_in_one_place_puts_nothing_away_in_another() {
    let mut hand = in_place(Screen::Team);
    hand.press("Ana");
    hand.press("Add leave");
    hand.focus(field::FROM);
    hand.write("2027-08");
    for number in ["2", "3", "4", "5", "6"] {
        hand.key(Key::Character(number.into()), Modifiers::COMMAND);
        for key in [Named::Escape, Named::ArrowDown, Named::ArrowUp] {
            hand.key(Key::Named(key), Modifiers::empty());
        }
    }
    hand.key(Key::Character("1".into()), Modifiers::COMMAND);
    assert!(hand.fields().iter().any(|field| field.text == "2027-08"));
}

#[test]
fn the_keyboard_reaches_every_button_and_presses_it() {
    for place in Screen::ALL {
        let mut hand = in_place(place);
        let tab = |hand: &mut Hand| hand.key(Key::Named(Named::Tab), Modifiers::empty());
        let mut reached = std::collections::BTreeSet::new();
        for _ in 0..200 {
            tab(&mut hand);
            let Some(button) = hand.focused_button() else { continue };
            if !reached.insert(button) {
                break;
            }
        }
        assert!(reached.len() >= 10, "{place:?}: {reached:?}");
        assert_eq!(reached.iter().next_back(), Some(&(reached.len() - 1)), "{place:?}: none is passed over");
    }
    let mut hand = in_place(Screen::Team);
    for key in [Named::Enter, Named::Space] {
        hand.ask(Command::Go(Screen::Team));
        // The first button of the window goes to the first place, the second to the second.
        while hand.focused_button() != Some(1) {
            hand.key(Key::Named(Named::Tab), Modifiers::empty());
        }
        hand.key(Key::Named(key), Modifiers::empty());
        assert_eq!(hand.window.app.screen(), Screen::Overlap, "{key:?}");
    }
}
