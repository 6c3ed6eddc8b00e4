//! The colours of meanings, in light and in dark, for the screen and for files.
//!
//! The five levels differ in lightness first (what is left of a colour to every kind of eye and in grey print)
//! and wear a pattern besides; gold to indigo is the axis that red-green blindness leaves alone.

use super::{Ink, Meaning};

/// A colour by its red, green and blue, 0 to 255 each (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colour of every meaning.
#[derive(Debug)]
pub struct Palette {
    /// [`Meaning::Surface`].
    pub surface: Rgb,
    /// [`Meaning::Raised`].
    pub raised: Rgb,
    /// [`Meaning::Grid`].
    pub grid: Rgb,
    /// [`Meaning::Text`].
    pub text: Rgb,
    /// [`Meaning::Muted`].
    pub muted: Rgb,
    /// [`Meaning::Accent`].
    pub accent: Rgb,
    /// [`Meaning::AccentSoft`].
    pub accent_soft: Rgb,
    /// [`Meaning::Good`].
    pub good: Rgb,
    /// [`Meaning::GoodSoft`].
    pub good_soft: Rgb,
    /// [`Meaning::Warn`].
    pub warn: Rgb,
    /// [`Meaning::WarnSoft`].
    pub warn_soft: Rgb,
    /// [`Meaning::Bad`].
    pub bad: Rgb,
    /// [`Meaning::BadSoft`].
    pub bad_soft: Rgb,
    /// [`Meaning::Preferred`].
    pub preferred: Rgb,
    /// [`Meaning::Flexible`].
    pub flexible: Rgb,
    /// [`Meaning::Asleep`].
    pub asleep: Rgb,
    /// [`Meaning::Off`].
    pub off: Rgb,
    /// [`Meaning::Away`].
    pub away: Rgb,
    /// [`Meaning::Now`].
    pub now: Rgb,
    /// [`Meaning::Person`], in turn.
    pub people: [Rgb; 8],
    /// Nothing and all of [`Meaning::Heat`].
    pub heat: [Rgb; 2],
    /// [`Meaning::Sea`].
    pub sea: Rgb,
    /// [`Meaning::Land`].
    pub land: Rgb,
}

/// A colour by its hexadecimal digits.
const fn hex(rgb: u32) -> Rgb {
    Rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// The people's colours serve light and dark alike: each is a filled shape with its own ink on it.
const PEOPLE: [Rgb; 8] = [
    hex(0x005B_8DD9),
    hex(0x00E6_9A3B),
    hex(0x0045_A886),
    hex(0x00D4_82B0),
    hex(0x0082_62B8),
    hex(0x00D9_CB5A),
    hex(0x00C0_5A3C),
    hex(0x007F_C4DE),
];

/// On paper.
pub const LIGHT: Palette = Palette {
    surface: hex(0x00F8_F7F4),
    raised: hex(0x00FF_FFFF),
    grid: hex(0x00E2_DFD8),
    text: hex(0x001F_1E24),
    muted: hex(0x005E_5B66),
    accent: hex(0x003D_4FB8),
    accent_soft: hex(0x00E6_E9F8),
    good: hex(0x001A_7046),
    good_soft: hex(0x00DD_F2E6),
    warn: hex(0x0087_5600),
    warn_soft: hex(0x00FC_EFCF),
    bad: hex(0x00B0_261E),
    bad_soft: hex(0x00FB_E5E3),
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
};

/// At night.
pub const DARK: Palette = Palette {
    surface: hex(0x0018_181D),
    raised: hex(0x0021_2128),
    grid: hex(0x0034_343E),
    text: hex(0x00EC_EAF0),
    muted: hex(0x00AD_AAB8),
    accent: hex(0x00A3_AFF7),
    accent_soft: hex(0x002C_3052),
    good: hex(0x0070_CE9C),
    good_soft: hex(0x001B_382A),
    warn: hex(0x00F0_BE5D),
    warn_soft: hex(0x003F_3114),
    bad: hex(0x00F5_938B),
    bad_soft: hex(0x0048_2422),
    preferred: hex(0x00E8_AE45),
    flexible: hex(0x007A_6231),
    asleep: hex(0x0022_2650),
    off: hex(0x003D_3D47),
    away: hex(0x0018_181D),
    now: hex(0x00FF_9A62),
    people: PEOPLE,
    heat: [hex(0x0029_2932), hex(0x00AE_B8FA)],
    sea: hex(0x002A_3D4A),
    land: hex(0x005C_5E66),
};

impl Palette {
    /// The colour of a meaning.
    pub fn color(&self, meaning: Meaning) -> Rgb {
        match meaning {
            Meaning::Surface => self.surface,
            Meaning::Raised => self.raised,
            Meaning::Grid => self.grid,
            Meaning::Text => self.text,
            Meaning::Muted => self.muted,
            Meaning::Accent => self.accent,
            Meaning::AccentSoft => self.accent_soft,
            Meaning::Good => self.good,
            Meaning::GoodSoft => self.good_soft,
            Meaning::Warn => self.warn,
            Meaning::WarnSoft => self.warn_soft,
            Meaning::Bad => self.bad,
            Meaning::BadSoft => self.bad_soft,
            Meaning::Preferred => self.preferred,
            Meaning::Flexible => self.flexible,
            Meaning::Asleep => self.asleep,
            Meaning::Off => self.off,
            Meaning::Away => self.away,
            Meaning::Now => self.now,
            Meaning::Person(number) => self.people[usize::from(number) % self.people.len()],
            Meaning::Heat(percent) => self.heat[0].mixed(self.heat[1], f32::from(percent.min(100)) / 100.0),
            Meaning::Sea => self.sea,
            Meaning::Land => self.land,
        }
    }

    /// The colour of writing.
    pub fn ink(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Plain(meaning) => self.color(meaning),
            Ink::On(meaning) => self.color(meaning).legible(),
        }
    }

    /// The colour of the pattern on a filled shape: the shape's own, a step towards what is legible on it.
    pub fn texture(&self, meaning: Meaning) -> Rgb {
        let ground = self.color(meaning);
        ground.mixed(ground.legible(), 0.26)
    }
}

impl Rgb {
    /// A colour between two: 0 is the first, 1 the second.
    #[must_use]
    pub fn mixed(self, to: Self, share: f32) -> Self {
        let between = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        Self(between(self.0, to.0), between(self.1, to.1), between(self.2, to.2))
    }

    /// Black or white, whichever is read better on this.
    #[must_use]
    pub fn legible(self) -> Self {
        let (black, white) = (Self(0, 0, 0), Self(255, 255, 255));
        if black.contrast(self) >= white.contrast(self) { black } else { white }
    }

    /// How light it is to the eye, from 0 to 1 (WCAG 2.2, relative luminance).
    pub fn luminance(self) -> f32 {
        let linear = |part: u8| match f32::from(part) / 255.0 {
            low if low <= 0.040_45 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// How well one is read on the other, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ink_can_be_read_on_every_fill() {
        let levels = [Meaning::Preferred, Meaning::Flexible, Meaning::Asleep, Meaning::Off, Meaning::Away];
        let people = (0..8).map(Meaning::Person);
        let heat = (0..=100).map(Meaning::Heat);
        for meaning in levels.into_iter().chain(people).chain(heat) {
            for palette in [&LIGHT, &DARK] {
                let contrast = palette.ink(Ink::On(meaning)).contrast(palette.color(meaning));
                assert!(contrast >= 4.5, "{meaning:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn heat_grows_away_from_nothing() {
        for palette in [&LIGHT, &DARK] {
            let none = palette.color(Meaning::Heat(0));
            let steps: Vec<f32> =
                [25, 50, 75, 100].map(|percent| palette.color(Meaning::Heat(percent)).contrast(none)).to_vec();
            assert!(steps.is_sorted(), "{steps:?}");
            assert!(steps[3] > 3.0);
        }
    }

    /// CIE L*, from 0 (black) to 100 (white): how light a colour looks.
    fn lightness(color: Rgb) -> f32 {
        let y = color.luminance();
        if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
    }

    #[test]
    fn levels_differ_in_lightness_alone() {
        for (name, p) in [("light", &LIGHT), ("dark", &DARK)] {
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
