//! Pictures of every place, for people to look at: `SUNWISE_SHOTS=folder cargo test --test sunwise shots -- --ignored`

use resvg::tiny_skia::{ColorU8, Pixmap};
use sunwise::window::command::Command;
use sunwise::window::screen::Screen;

use super::{Hand, example, many};

/// Widths and heights, and how many pixels a logical one has.
const SIZES: [(u32, u32); 4] = [(900, 600), (1024, 700), (1280, 800), (1920, 1080)];

/// The window as a picture file.
fn png(hand: &Hand) -> Vec<u8> {
    let mut pixmap = Pixmap::new(hand.size.width, hand.size.height).expect("a size");
    for (to, from) in pixmap.pixels_mut().iter_mut().zip(&hand.pixels) {
        let [_, red, green, blue] = from.to_be_bytes();
        *to = ColorU8::from_rgba(red, green, blue, 255).premultiply();
    }
    pixmap.encode_png().expect("a picture")
}

#[test]
#[ignore = "writes pictures to look at"]
#[expect(clippy::disallowed_methods, reason = "pictures are written where they are asked for")]
fn shots_of_every_place() {
    let folder = std::env::var_os("SUNWISE_SHOTS").expect("a folder in SUNWISE_SHOTS");
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder).expect("a folder");
    for (name, team) in [("8", example()), ("1", many(1)), ("60", many(60))] {
        for screen in Screen::ALL {
            for (width, height) in SIZES {
                if name != "8" && (width, height) != (1280, 800) {
                    continue;
                }
                let mut hand = Hand::of_size(team.clone(), screen, iced::Size::new(width, height), 1.0);
                for look in ["light", "dark"] {
                    let file = format!("{screen:?}-{name}-{width}x{height}-{look}.png").to_lowercase();
                    std::fs::write(folder.join(file), png(&hand)).expect("a file");
                    hand.ask(Command::Appearance);
                }
            }
        }
    }
}
