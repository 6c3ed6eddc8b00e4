//! How wide a writing is, so that pictures can be laid out without a font at hand.
//!
//! The widths are those of the program's own font ("Sunwise Sans", `assets/fonts`), in thousandths of the
//! size. Letters outside of ASCII count as wide as an average one, wide scripts as a full square.

use super::Weight;

/// The widths of the letters from the space to the tilde, regular.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 648, 648, 648,
    648, 648, 648, 648, 648, 648, 648, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 719, 598,
    587, 743, 740, 264, 543, 652, 562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642,
    665, 625, 362, 357, 362, 469, 452, 497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544,
    237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
];

/// The widths of the letters from the space to the tilde, strong.
#[rustfmt::skip]
const STRONG: [u16; 95] = [
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379, 670, 670, 670,
    670, 669, 670, 670, 670, 670, 670, 290, 295, 673, 673, 673, 544, 999, 724, 657, 744, 724, 608,
    586, 755, 744, 275, 561, 677, 566, 906, 741, 775, 643, 776, 651, 649, 660, 734, 724, 1007, 690,
    705, 653, 393, 379, 393, 481, 468, 497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569,
    261, 898, 610, 608, 625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
];

/// The width of a writing in logical pixels at a size.
pub fn width(content: &str, size: f32, weight: Weight) -> f32 {
    let thousandths: u32 = content.chars().map(|letter| advance(letter, weight)).sum();
    thousandths as f32 / 1000.0 * size
}

/// The writing, cut to `room` pixels with an ellipsis where it is too long; empty where not even one letter
/// and the ellipsis fit.
pub fn elided(content: &str, size: f32, weight: Weight, room: f32) -> String {
    if width(content, size, weight) <= room {
        return content.to_owned();
    }
    let mut left = room - width("…", size, weight);
    let mut cut = String::new();
    for letter in content.chars() {
        left -= advance(letter, weight) as f32 / 1000.0 * size;
        if left < 0.0 {
            break;
        }
        cut.push(letter);
    }
    let kept = cut.trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// The width of one letter in thousandths of the size.
fn advance(letter: char, weight: Weight) -> u32 {
    let widths = match weight {
        Weight::Regular => &REGULAR,
        Weight::Strong => &STRONG,
    };
    let place = (letter as usize).checked_sub(32);
    match place.and_then(|place| widths.get(place)) {
        Some(&width) => u32::from(width),
        None if letter.is_control() => 0,
        // Hangul, kana, Chinese characters and what follows them fill a square.
        None if letter >= '\u{1100}' && !('\u{1e00}'..'\u{2e80}').contains(&letter) => 1000,
        None if letter == '→' => 955,
        None if letter == '·' => 276,
        None if letter == '–' => 500,
        None if letter == '…' => 821,
        None => 600,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_all_as_wide() {
        let widths: Vec<f32> = ('0'..='9').map(|d| width(&d.to_string(), 10.0, Weight::Regular)).collect();
        assert!(widths.iter().all(|w| (w - widths[0]).abs() < 0.001), "{widths:?}");
    }

    #[test]
    fn a_long_writing_is_cut_to_its_room() {
        let name = "Konstantinos Papadopoulos";
        let whole = width(name, 12.0, Weight::Regular);
        assert_eq!(elided(name, 12.0, Weight::Regular, whole), name);
        let cut = elided(name, 12.0, Weight::Regular, 80.0);
        assert!(cut.ends_with('…') && cut.starts_with("Konst"), "{cut}");
        assert!(width(&cut, 12.0, Weight::Regular) <= 80.0);
        assert_eq!(elided(name, 12.0, Weight::Regular, 5.0), "");
    }

    #[test]
    fn strong_letters_are_wider() {
        assert!(width("Overlap", 14.0, Weight::Strong) > width("Overlap", 14.0, Weight::Regular));
    }
}
