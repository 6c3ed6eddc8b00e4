//! The map of the world: how long a frame takes while it is moved or the night is scrubbed.

use iced::Size;
use iced_test::Simulator;
use sunwise::picture::map::{self, Dot, Pin, View};
use sunwise::time::{Instant, Minutes};
use sunwise::window::renderer::Element;
use sunwise::window::theme::Appearance;
use sunwise::window::widget::Drawing;
use sunwise::world::{Spot, cities};

use super::overlap::best;

/// The size of the window, in logical pixels.
const SIZE: Size = Size::new(1280.0, 800.0);

fn dots() -> Vec<Dot> {
    let dot = |(number, city): (usize, &sunwise::world::City)| Dot {
        spot: Spot { longitude: city.longitude as f32, latitude: city.latitude as f32 },
        line: number % 90,
        heat: (number % 101) as u8,
        passes: !number.is_multiple_of(3),
        tip: city.name.to_owned(),
    };
    cities().all().iter().take(540).enumerate().map(dot).collect()
}

fn pins() -> Vec<Pin> {
    let pin = |name: &str| {
        let city = cities().find(name).expect("a city");
        let spot = Spot { longitude: city.longitude as f32, latitude: city.latitude as f32 };
        Pin { spot, label: name.to_owned(), tip: name.to_owned(), ghost: false }
    };
    ["Lisbon", "Mexico City", "Bangkok", "Prague", "Buenos Aires"].map(pin).into()
}

/// Prints the time of a frame with the picture made anew, and of one in which only the night moves.
pub fn ratios() {
    let (dots, pins) = (dots(), pins());
    let pins = &pins;
    let theme = Appearance::default().theme();
    let at = Instant::from_epoch(30_000_000);
    let view = View::default().zoomed(1.5);
    let geometry = best(20, || map::draw(&dots, pins, view, SIZE.width));
    let night = best(20, || map::above(at, pins, view, SIZE.width));
    let drawing = |key: u32, minute: i64| -> Element<'_, ()> {
        Drawing::new(key, |width| map::draw(&dots, pins, view, width))
            .marks_within(move |width| map::above(at + Minutes(minute), pins, view, width))
            .into()
    };
    println!("map with 540 places: geometry {geometry:?}, night {night:?}");
    // Pictures are taken with two pixels to each logical one: half the size has as many as the window without.
    for (density, size) in [("plain", Size::new(SIZE.width / 2.0, SIZE.height / 2.0)), ("double", SIZE)] {
        let shown = || Simulator::with_size(sunwise::window::settings(), size, drawing(0, 0));
        let moved = best(10, || shown().snapshot(&theme).map(drop));
        let mut screen = shown();
        let scrubbed = best(10, || screen.snapshot(&theme).map(drop));
        println!(
            "  a whole frame in software at {density} density, of a frame's 16 ms: moved {moved:?}, only the night new {scrubbed:?}"
        );
    }
}
