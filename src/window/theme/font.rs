//! The fonts that the program brings along, so that it looks the same on every machine.

use std::borrow::Cow;

use iced::Font;
use iced::font::{Family, Weight};

/// The font of all writing: Inter with tabular digits (see `assets/fonts`).
pub const UI: Font = Font { family: Family::Name("Sunwise Sans"), ..Font::DEFAULT };

/// For what must be found first: names, headings, buttons.
pub const STRONG: Font = Font { weight: Weight::Semibold, ..UI };

/// For titles and large numbers.
pub const TITLE: Font = Font { weight: Weight::Bold, ..UI };

/// The icons.
pub const ICONS: Font = Font { family: Family::Name("lucide"), ..Font::DEFAULT };

/// The font files to load before anything is drawn.
pub fn all() -> Vec<Cow<'static, [u8]>> {
    vec![
        include_bytes!("../../../assets/fonts/SunwiseSans-Regular.otf").as_slice().into(),
        include_bytes!("../../../assets/fonts/SunwiseSans-SemiBold.otf").as_slice().into(),
        include_bytes!("../../../assets/fonts/SunwiseSans-Bold.otf").as_slice().into(),
        lucide_icons::LUCIDE_FONT_BYTES.into(),
    ]
}
