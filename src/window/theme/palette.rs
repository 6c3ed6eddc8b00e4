//! The colours of the window: those of pictures, and what only controls need.

use iced::Color;

use crate::picture::palette::{self as pictures, Rgb};

/// Every colour of the program by its meaning.
#[derive(Debug)]
pub struct Palette {
    /// The colours of pictures.
    pub pictures: &'static pictures::Palette,
    /// The ground of the window.
    pub surface: Color,
    /// A ground that steps back: the rail, a table's head.
    pub sunken: Color,
    /// A ground that steps forward: cards, fields, menus.
    pub raised: Color,
    /// Hair lines.
    pub border: Color,
    /// The edge of what can be used: fields, buttons.
    pub control: Color,
    /// Writing.
    pub text: Color,
    /// Writing that helps.
    pub muted: Color,
    /// What cannot be used now.
    pub faint: Color,
    /// What is chosen or acted on, and the ring of focus.
    pub accent: Color,
    /// The same under the pointer.
    pub accent_hover: Color,
    /// The same while pressed.
    pub accent_pressed: Color,
    /// Writing on the accent.
    pub on_accent: Color,
    /// The pale ground of what is chosen.
    pub accent_soft: Color,
    /// All is well.
    pub good: Color,
    /// Its pale ground.
    pub good_soft: Color,
    /// Needs a look.
    pub warn: Color,
    /// Its pale ground.
    pub warn_soft: Color,
    /// Wrong, or destroys.
    pub bad: Color,
    /// Its pale ground.
    pub bad_soft: Color,
    /// Writing on `good`, `warn` and `bad`.
    pub on_tone: Color,
    /// What lies behind a dialog, and shadows.
    pub shade: Color,
}

/// A colour by its hexadecimal digits.
const fn hex(rgb: u32) -> Color {
    Color::from_rgb8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// A colour of pictures as the window's.
pub(super) const fn of(Rgb(red, green, blue): Rgb) -> Color {
    Color::from_rgb8(red, green, blue)
}

pub(super) const LIGHT: Palette = Palette {
    pictures: &pictures::LIGHT,
    surface: of(pictures::LIGHT.surface),
    sunken: hex(0x00F0_EEE9),
    raised: of(pictures::LIGHT.raised),
    border: of(pictures::LIGHT.grid),
    control: hex(0x008C_8880),
    text: of(pictures::LIGHT.text),
    muted: of(pictures::LIGHT.muted),
    faint: hex(0x00A6_A3AA),
    accent: of(pictures::LIGHT.accent),
    accent_hover: hex(0x0033_43A3),
    accent_pressed: hex(0x002A_388B),
    on_accent: hex(0x00FF_FFFF),
    accent_soft: of(pictures::LIGHT.accent_soft),
    good: of(pictures::LIGHT.good),
    good_soft: of(pictures::LIGHT.good_soft),
    warn: of(pictures::LIGHT.warn),
    warn_soft: of(pictures::LIGHT.warn_soft),
    bad: of(pictures::LIGHT.bad),
    bad_soft: of(pictures::LIGHT.bad_soft),
    on_tone: hex(0x00FF_FFFF),
    shade: Color::from_rgba8(24, 22, 32, 0.32),
};

pub(super) const DARK: Palette = Palette {
    pictures: &pictures::DARK,
    surface: of(pictures::DARK.surface),
    sunken: hex(0x0012_1216),
    raised: of(pictures::DARK.raised),
    border: of(pictures::DARK.grid),
    control: hex(0x007C_7A88),
    text: of(pictures::DARK.text),
    muted: of(pictures::DARK.muted),
    faint: hex(0x0065_626F),
    accent: of(pictures::DARK.accent),
    accent_hover: hex(0x00B8_C1FA),
    accent_pressed: hex(0x008D_9AEF),
    on_accent: hex(0x0014_152B),
    accent_soft: of(pictures::DARK.accent_soft),
    good: of(pictures::DARK.good),
    good_soft: of(pictures::DARK.good_soft),
    warn: of(pictures::DARK.warn),
    warn_soft: of(pictures::DARK.warn_soft),
    bad: of(pictures::DARK.bad),
    bad_soft: of(pictures::DARK.bad_soft),
    on_tone: hex(0x0016_161B),
    shade: Color::from_rgba8(0, 0, 0, 0.55),
};

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [(&str, &Palette); 2] = [("light", &LIGHT), ("dark", &DARK)];

    /// WCAG 2.2 §1.4.3: writing needs 4.5 to 1; §1.4.11: what can be used needs 3 to 1.
    fn assert_contrast(what: &str, of: Color, on: Color, least: f32) {
        let contrast = of.relative_contrast(on);
        assert!(contrast >= least, "{what}: {contrast:.2} is under {least}");
    }

    #[test]
    fn writing_can_be_read_on_every_ground() {
        for (name, p) in BOTH {
            for (ground, on) in [("surface", p.surface), ("sunken", p.sunken), ("raised", p.raised)] {
                for (what, of) in [
                    ("text", p.text),
                    ("muted", p.muted),
                    ("accent", p.accent),
                    ("good", p.good),
                    ("warn", p.warn),
                    ("bad", p.bad),
                    ("now", of(p.pictures.now)),
                ] {
                    assert_contrast(&format!("{name}: {what} on {ground}"), of, on, 4.5);
                }
                assert_contrast(&format!("{name}: control on {ground}"), p.control, on, 3.0);
            }
        }
    }

    #[test]
    fn writing_can_be_read_on_soft_grounds_and_buttons() {
        for (name, p) in BOTH {
            for (what, of, on) in [
                ("text on accent soft", p.text, p.accent_soft),
                ("accent on its soft", p.accent, p.accent_soft),
                ("muted on accent soft", p.muted, p.accent_soft),
                ("good on its soft", p.good, p.good_soft),
                ("warn on its soft", p.warn, p.warn_soft),
                ("bad on its soft", p.bad, p.bad_soft),
                ("text on good soft", p.text, p.good_soft),
                ("text on warn soft", p.text, p.warn_soft),
                ("text on bad soft", p.text, p.bad_soft),
                ("on accent", p.on_accent, p.accent),
                ("on accent, hovered", p.on_accent, p.accent_hover),
                ("on accent, pressed", p.on_accent, p.accent_pressed),
                ("on good", p.on_tone, p.good),
                ("on warn", p.on_tone, p.warn),
                ("on bad", p.on_tone, p.bad),
            ] {
                assert_contrast(&format!("{name}: {what}"), of, on, 4.5);
            }
        }
    }
}
