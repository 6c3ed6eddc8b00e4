//! Ctrl+K: anything is found by typing, and larger and smaller.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use sunwise::window::screen::Screen;

use super::Hand;
use super::keys::in_place;

fn opened(place: Screen) -> Hand {
    let mut hand = in_place(place);
    hand.key(Key::Character("k".into()), Modifiers::COMMAND);
    assert_eq!(
        hand.focused().and_then(|field| field.id),
        Some(format!("{:?}", iced::advanced::widget::Id::from("find")))
    );
    hand
}

fn enter(hand: &mut Hand, words: &str) {
    hand.write(words);
    hand.key(Key::Named(Named::Enter), Modifiers::empty());
    assert!(hand.is_free(), "the sheet is away after {words:?}: {:?}", hand.fields());
}

#[test]
fn places_people_and_rotas_are_a_few_letters_away() {
    for place in Screen::ALL {
        let mut hand = opened(place);
        enter(&mut hand, "hire");
        assert_eq!(hand.window.app.screen(), Screen::Hire);
        let mut hand = opened(place);
        enter(&mut hand, "supp");
        assert_eq!(hand.window.app.screen(), Screen::Rota);
        let mut hand = opened(place);
        enter(&mut hand, "ana");
        assert_eq!(hand.window.app.screen(), Screen::Team);
        assert!(hand.fields().iter().any(|field| field.text == "Ana"), "Ana can be edited");
    }
}

#[test]
fn the_second_line_is_taken_by_arrow_and_enter() {
    let mut hand = opened(Screen::Hire);
    hand.key(Key::Named(Named::ArrowDown), Modifiers::empty());
    hand.key(Key::Named(Named::Enter), Modifiers::empty());
    assert_eq!(hand.window.app.screen(), Screen::Overlap);
}

#[test]
fn a_city_begins_somebody_new_there() {
    let mut hand = opened(Screen::Rota);
    enter(&mut hand, "kathmandu");
    assert_eq!(hand.window.app.screen(), Screen::Team);
    assert!(hand.fields().iter().any(|field| field.text.starts_with("Kathmandu") && field.has_focus));
}

#[test]
fn what_can_be_done_is_done() {
    let mut hand = opened(Screen::Overlap);
    let before = hand.window.app.theme();
    enter(&mut hand, "light or");
    assert_ne!(hand.window.app.theme(), before);
}

#[test]
fn escape_and_the_key_itself_put_it_away() {
    for (key, modifiers) in
        [(Key::Named(Named::Escape), Modifiers::empty()), (Key::Character("k".into()), Modifiers::COMMAND)]
    {
        let mut hand = opened(Screen::Overlap);
        hand.key(key, modifiers);
        assert!(hand.is_free());
        assert_eq!(hand.window.app.screen(), Screen::Overlap);
    }
}

#[test]
fn everything_can_be_larger_and_smaller() {
    let mut hand = in_place(Screen::Overlap);
    let mut press = |sign: &str| {
        hand.key(Key::Character(sign.into()), Modifiers::COMMAND);
        hand.window.app.scale()
    };
    assert!((press("+") - 1.1).abs() < 1e-6);
    assert!((press("=") - 1.25).abs() < 1e-6);
    assert!((press("0") - 1.0).abs() < 1e-6);
    let least = (0..9).map(|_| press("-")).last();
    assert!(least.is_some_and(|scale| (scale - 0.8).abs() < 1e-6));
    let most = (0..19).map(|_| press("+")).last();
    assert!(most.is_some_and(|scale| (scale - 2.0).abs() < 1e-6));
}
