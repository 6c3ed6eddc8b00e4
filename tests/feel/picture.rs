//! What is seen is right: after any events the window equals the one that is painted at once, and the toolkit's own.

use proptest::prelude::*;
use sunwise::window::command::Command;
use sunwise::window::screen::Screen;

use super::{Hand, example};

/// What a hand does.
#[derive(Debug, Clone)]
enum Deed {
    Wheel(f32),
    Point(f32, f32),
    Click,
    Ask(Command),
}

fn deed() -> impl Strategy<Value = Deed> {
    let command = prop_oneof![
        prop::sample::select(Screen::ALL.to_vec()).prop_map(Command::Go),
        Just(Command::Appearance),
        Just(Command::Clock),
        Just(Command::Keys),
        Just(Command::NextField),
        Just(Command::Undo),
    ];
    prop_oneof![
        4 => (-3..=6_i8).prop_map(|notches| Deed::Wheel(f32::from(notches))),
        4 => (0.0..1280.0_f32, 0.0..800.0_f32).prop_map(|(x, y)| Deed::Point(x, y)),
        1 => Just(Deed::Click),
        1 => command.prop_map(Deed::Ask),
    ]
}

/// How far two pixels are apart in the colour in which they differ most.
fn apart(one: u32, other: u32) -> u8 {
    let parts = one.to_be_bytes().into_iter().zip(other.to_be_bytes());
    parts.map(|(one, other)| one.abs_diff(other)).max().unwrap_or_default()
}

/// Where two pictures differ first.
fn first_difference(hand: &Hand, pixels: &[u32]) -> Option<(usize, usize)> {
    let place = hand.pixels.iter().zip(pixels).position(|(one, other)| one != other)?;
    let width = hand.size.width as usize;
    Some((place % width, place / width))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn after_any_deeds_the_window_is_as_if_painted_at_once(
        screen in prop::sample::select(Screen::ALL.to_vec()),
        deeds in prop::collection::vec(deed(), 1..12),
    ) {
        let mut hand = Hand::on(example(), screen);
        for deed in &deeds {
            match deed {
                Deed::Wheel(notches) => hand.wheel(*notches),
                Deed::Point(x, y) => hand.point(*x, *y),
                Deed::Click => hand.click(),
                Deed::Ask(command) => hand.ask(*command),
            };
            let at_once = hand.at_once();
            prop_assert_eq!(first_difference(&hand, &at_once), None, "after {:?}", deed);
        }
    }
}

#[test]
fn the_toolkit_draws_the_same_but_for_the_last_shade_of_edges() {
    for screen in Screen::ALL {
        let mut hand = Hand::on(example(), screen);
        for look in ["light", "dark"] {
            let toolkit = hand.by_toolkit();
            let differences: Vec<u8> =
                hand.pixels.iter().zip(&toolkit).map(|(one, other)| apart(*one, *other)).collect();
            let visible = differences.iter().filter(|apart| **apart > 40).count();
            let mean = differences.iter().map(|apart| f64::from(*apart)).sum::<f64>() / differences.len() as f64;
            assert!(visible < 500, "{screen:?}, {look}: {visible} pixels are visibly different");
            assert!(mean < 0.4, "{screen:?}, {look}: {mean} on the average");
            hand.ask(Command::Appearance);
        }
    }
}

#[test]
fn twice_as_many_pixels_are_painted_as_right() {
    let size = iced::Size::new(1280, 800);
    let mut hand = Hand::of_size(example(), Screen::Overlap, size, 2.0);
    hand.point(300.0, 200.0);
    for _ in 0..3 {
        hand.wheel(1.0);
        let at_once = hand.at_once();
        assert_eq!(first_difference(&hand, &at_once), None);
    }
}
