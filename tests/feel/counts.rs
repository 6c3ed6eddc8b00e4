//! How much an event has to paint. Milliseconds depend on the machine, these counts do not; they must not creep back.

use sunwise::window::command::Command;
use sunwise::window::screen::Screen;

use super::{Hand, example, many};

/// Pixels of the page beside the rail, and a little.
const PAGE: usize = 1_060 * 800;

#[test]
fn a_notch_paints_the_page_once() {
    for screen in Screen::ALL {
        let mut hand = Hand::on(example(), screen);
        hand.point(800.0, 600.0);
        hand.wheel(1.0);
        let painted = hand.wheel(1.0);
        assert!(painted.regions <= 6, "{screen:?}: {painted:?}");
        assert!(painted.pixels <= PAGE, "{screen:?}: {painted:?}");
        assert!(painted.glyphs <= 2_500, "{screen:?}: {painted:?}");
        assert!(painted.texts <= 500, "{screen:?}: {painted:?}");
        assert!(painted.shapes <= 4_000, "{screen:?}: {painted:?}");
    }
}

#[test]
fn where_nothing_changes_nothing_is_painted() {
    for screen in Screen::ALL {
        let mut hand = Hand::on(example(), screen);
        let painted = hand.act(&[]);
        assert_eq!((painted.regions, painted.pixels, painted.glyphs), (0, 0, 0), "{screen:?}");
    }
}

#[test]
fn a_move_of_the_pointer_paints_what_lights_up() {
    for screen in Screen::ALL {
        let mut hand = Hand::on(example(), screen);
        hand.point(700.0, 500.0);
        for step in 1_u8..6 {
            let painted = hand.point(700.0 + 10.0 * f32::from(step), 500.0);
            // The scrubber of Overlap moves through all rows, and its words with it.
            let most = if screen == Screen::Overlap { PAGE / 2 } else { PAGE / 8 };
            assert!(painted.pixels <= most, "{screen:?}: {painted:?}");
        }
    }
}

#[test]
fn a_letter_paints_its_field() {
    let mut hand = Hand::on(example(), Screen::Team);
    hand.ask(Command::Keys);
    let shown = hand.ask(Command::Keys);
    assert!(shown.pixels > 0, "the keys go");
    let painted = hand.point(100.0, 95.0);
    assert!(painted.pixels <= PAGE / 16, "{painted:?}");
}

#[test]
fn what_is_out_of_sight_costs_nothing() {
    let letters = |count| {
        let mut hand = Hand::on(many(count), Screen::Team);
        hand.point(800.0, 600.0);
        let painted = hand.wheel(1.0);
        (painted.glyphs, painted.pieces)
    };
    let ((few, few_pieces), (all, all_pieces)) = (letters(60), letters(200));
    assert!(all <= few + few / 4, "{all} letters with 200 members, {few} with 60");
    assert!(all_pieces <= few_pieces + few_pieces / 4, "{all_pieces} pieces with 200 members, {few_pieces} with 60");
}
