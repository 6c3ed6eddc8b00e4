//! The colours, by what they mean, in light and in dark.
//!
//! The five levels differ in lightness first (what is left of a colour to every kind of eye and in grey print)
//! and wear a pattern besides; gold to indigo is the axis that red-green blindness leaves alone.

use iced::Color;

/// Every colour of the program by its meaning.
#[derive(Debug)]
pub struct Palette {
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
    /// The level Preferred.
    pub preferred: Color,
    /// The level Flexible.
    pub flexible: Color,
    /// The level Asleep.
    pub asleep: Color,
    /// The level Off.
    pub off: Color,
    /// The level Away.
    pub away: Color,
    /// The present moment.
    pub now: Color,
    /// The people of a team in turn.
    pub people: [Color; 8],
    /// Nothing of something, and all of it.
    pub heat: [Color; 2],
    /// Water.
    pub sea: Color,
    /// Land.
    pub land: Color,
    /// What lies behind a dialog, and shadows.
    pub shade: Color,
}

/// A colour by its hexadecimal digits.
const fn hex(rgb: u32) -> Color {
    Color::from_rgb8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// The people's colours serve light and dark alike: each is a filled shape with its own ink on it.
const PEOPLE: [Color; 8] = [
    hex(0x005B_8DD9),
    hex(0x00E6_9A3B),
    hex(0x0045_A886),
    hex(0x00D4_82B0),
    hex(0x0082_62B8),
    hex(0x00D9_CB5A),
    hex(0x00C0_5A3C),
    hex(0x007F_C4DE),
];

pub(super) const LIGHT: Palette = Palette {
    surface: hex(0x00F8_F7F4),
    sunken: hex(0x00F0_EEE9),
    raised: hex(0x00FF_FFFF),
    border: hex(0x00E2_DFD8),
    control: hex(0x008C_8880),
    text: hex(0x001F_1E24),
    muted: hex(0x005E_5B66),
    faint: hex(0x00A6_A3AA),
    accent: hex(0x003D_4FB8),
    accent_hover: hex(0x0033_43A3),
    accent_pressed: hex(0x002A_388B),
    on_accent: hex(0x00FF_FFFF),
    accent_soft: hex(0x00E6_E9F8),
    good: hex(0x001A_7046),
    good_soft: hex(0x00DD_F2E6),
    warn: hex(0x0087_5600),
    warn_soft: hex(0x00FC_EFCF),
    bad: hex(0x00B0_261E),
    bad_soft: hex(0x00FB_E5E3),
    on_tone: hex(0x00FF_FFFF),
    preferred: hex(0x00ED_AC3A),
    flexible: hex(0x00FB_E9C2),
    asleep: hex(0x004A_5384),
    off: hex(0x00DC_DAD5),
    away: hex(0x00FF_FFFF),
    now: hex(0x00B8_3D0A),
    people: PEOPLE,
    heat: [hex(0x00EE_EFF6), hex(0x0030_3F9F)],
    sea: hex(0x00E7_EEF3),
    land: hex(0x00CD_CAC2),
    shade: Color::from_rgba8(24, 22, 32, 0.32),
};

pub(super) const DARK: Palette = Palette {
    surface: hex(0x0018_181D),
    sunken: hex(0x0012_1216),
    raised: hex(0x0021_2128),
    border: hex(0x0034_343E),
    control: hex(0x007C_7A88),
    text: hex(0x00EC_EAF0),
    muted: hex(0x00AD_AAB8),
    faint: hex(0x0065_626F),
    accent: hex(0x00A3_AFF7),
    accent_hover: hex(0x00B8_C1FA),
    accent_pressed: hex(0x008D_9AEF),
    on_accent: hex(0x0014_152B),
    accent_soft: hex(0x002C_3052),
    good: hex(0x0070_CE9C),
    good_soft: hex(0x001B_382A),
    warn: hex(0x00F0_BE5D),
    warn_soft: hex(0x003F_3114),
    bad: hex(0x00F5_938B),
    bad_soft: hex(0x0048_2422),
    on_tone: hex(0x0016_161B),
    preferred: hex(0x00E8_AE45),
    flexible: hex(0x007A_6231),
    asleep: hex(0x0022_2650),
    off: hex(0x003D_3D47),
    away: hex(0x0018_181D),
    now: hex(0x00FF_9A62),
    people: PEOPLE,
    heat: [hex(0x0029_2932), hex(0x00AE_B8FA)],
    sea: hex(0x0015_202A),
    land: hex(0x003B_3C44),
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
                    ("now", p.now),
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

    /// CIE L*, from 0 (black) to 100 (white): how light a colour looks.
    fn lightness(color: Color) -> f32 {
        let y = color.relative_luminance();
        if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
    }

    #[test]
    fn levels_differ_in_lightness_alone() {
        for (name, p) in BOTH {
            let levels = [
                ("preferred", p.preferred),
                ("flexible", p.flexible),
                ("asleep", p.asleep),
                ("off", p.off),
                ("away", p.away),
            ];
            for (i, (a, first)) in levels.iter().enumerate() {
                for (b, second) in &levels[i + 1..] {
                    let apart = (lightness(*first) - lightness(*second)).abs();
                    assert!(apart >= 5.0, "{name}: {a} and {b} are {apart:.1} apart");
                }
            }
        }
    }
}
