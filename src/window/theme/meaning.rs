//! The colour of what a picture means.

use iced::Color;

use super::Palette;
use crate::picture::{Ink, Meaning};

/// The colour of a meaning.
pub fn color(palette: &Palette, meaning: Meaning) -> Color {
    match meaning {
        Meaning::Surface => palette.surface,
        Meaning::Raised => palette.raised,
        Meaning::Grid => palette.border,
        Meaning::Text => palette.text,
        Meaning::Muted => palette.muted,
        Meaning::Accent => palette.accent,
        Meaning::AccentSoft => palette.accent_soft,
        Meaning::Good => palette.good,
        Meaning::GoodSoft => palette.good_soft,
        Meaning::Warn => palette.warn,
        Meaning::WarnSoft => palette.warn_soft,
        Meaning::Bad => palette.bad,
        Meaning::BadSoft => palette.bad_soft,
        Meaning::Preferred => palette.preferred,
        Meaning::Flexible => palette.flexible,
        Meaning::Asleep => palette.asleep,
        Meaning::Off => palette.off,
        Meaning::Away => palette.away,
        Meaning::Now => palette.now,
        Meaning::Person(number) => palette.people[usize::from(number) % palette.people.len()],
        Meaning::Heat(percent) => {
            let [none, all] = palette.heat;
            mixed(none, all, f32::from(percent.min(100)) / 100.0)
        }
        Meaning::Sea => palette.sea,
        Meaning::Land => palette.land,
    }
}

/// The colour of writing.
pub fn ink(palette: &Palette, ink: Ink) -> Color {
    match ink {
        Ink::Plain(meaning) => color(palette, meaning),
        Ink::On(meaning) => legible(color(palette, meaning)),
    }
}

/// The colour of the pattern on a filled shape: the shape's own, a step towards what is legible on it.
pub fn texture(ground: Color) -> Color {
    mixed(ground, legible(ground), 0.26)
}

/// Black or white, whichever is read better on a ground.
fn legible(ground: Color) -> Color {
    if Color::BLACK.relative_contrast(ground) >= Color::WHITE.relative_contrast(ground) {
        Color::BLACK
    } else {
        Color::WHITE
    }
}

/// A colour between two: 0 is the first, 1 the second.
pub(super) fn mixed(from: Color, to: Color, share: f32) -> Color {
    let between = |a: f32, b: f32| a + (b - a) * share;
    Color::from_rgb(between(from.r, to.r), between(from.g, to.g), between(from.b, to.b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::window::theme::palette::{DARK, LIGHT};

    #[test]
    fn ink_can_be_read_on_every_fill() {
        let levels = [Meaning::Preferred, Meaning::Flexible, Meaning::Asleep, Meaning::Off, Meaning::Away];
        let people = (0..8).map(Meaning::Person);
        let heat = (0..=100).map(Meaning::Heat);
        for meaning in levels.into_iter().chain(people).chain(heat) {
            for palette in [&LIGHT, &DARK] {
                let contrast = ink(palette, Ink::On(meaning)).relative_contrast(color(palette, meaning));
                assert!(contrast >= 4.5, "{meaning:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn heat_grows_away_from_nothing() {
        for palette in [&LIGHT, &DARK] {
            let none = color(palette, Meaning::Heat(0));
            let steps: Vec<f32> = [25, 50, 75, 100]
                .map(|percent| color(palette, Meaning::Heat(percent)).relative_contrast(none))
                .to_vec();
            assert!(steps.is_sorted(), "{steps:?}");
            assert!(steps[3] > 3.0);
        }
    }
}
