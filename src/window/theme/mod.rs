//! The small design system: colours by meaning, type sizes, spacing, radii, fonts and the styles made of them.
//!
//! Screens never name a colour, a font or a bare number of pixels: they take them from here, so that the
//! program looks as one and a change of taste is a change in one place.

mod font;
mod meaning;
mod palette;
mod scale;
pub mod style;

pub use font::{ICONS, STRONG, TITLE, UI, all as fonts};
pub use meaning::{color, ink, texture};
pub use palette::Palette;
pub use scale::{radius, size, space};

use std::sync::LazyLock;

use iced::Theme;
use iced::theme::Mode;

static LIGHT: LazyLock<Theme> = LazyLock::new(|| made("Sunwise Light", &palette::LIGHT));
static DARK: LazyLock<Theme> = LazyLock::new(|| made("Sunwise Dark", &palette::DARK));

/// Whether the window is light or dark, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Appearance {
    /// What the system asks for.
    pub system: Mode,
    /// What the user chose instead, if they did.
    pub chosen: Option<Mode>,
}

impl Appearance {
    /// Whether the window is dark now: as chosen, else as the system says, else light.
    pub fn is_dark(self) -> bool {
        self.chosen.unwrap_or(self.system) == Mode::Dark
    }

    /// The other of light and dark, against the system where need be. Back at the system's own, it follows
    /// the system again.
    pub fn toggle(&mut self) {
        let wanted = if self.is_dark() { Mode::Light } else { Mode::Dark };
        let followed = if self.system == Mode::Dark { Mode::Dark } else { Mode::Light };
        self.chosen = (wanted != followed).then_some(wanted);
    }

    /// The theme for it.
    pub fn theme(self) -> Theme {
        if self.is_dark() { DARK.clone() } else { LIGHT.clone() }
    }
}

/// The colours that belong to a theme: ours, light or dark by the darkness of its ground.
pub fn palette(theme: &Theme) -> &'static Palette {
    if theme.extended_palette().is_dark { &palette::DARK } else { &palette::LIGHT }
}

/// A theme of iced's from our colours, for what its own widgets draw.
fn made(name: &'static str, colors: &Palette) -> Theme {
    Theme::custom(
        name,
        iced::theme::Palette {
            background: colors.surface,
            text: colors.text,
            primary: colors.accent,
            success: colors.good,
            warning: colors.warn,
            danger: colors.bad,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_system_until_told_otherwise() {
        let mut look = Appearance::default();
        assert!(!look.is_dark(), "light where the system says nothing");
        look.system = Mode::Dark;
        assert!(look.is_dark());
        look.toggle();
        assert!(!look.is_dark());
        assert_eq!(look.chosen, Some(Mode::Light));
        look.toggle();
        assert!(look.is_dark());
        assert_eq!(look.chosen, None, "it follows the system again");
    }

    #[test]
    fn a_theme_leads_back_to_its_own_colours() {
        for (mode, ours) in [(Mode::Light, &palette::LIGHT), (Mode::Dark, &palette::DARK)] {
            let theme = Appearance { system: mode, chosen: None }.theme();
            assert_eq!(palette(&theme).surface, ours.surface);
        }
    }
}
