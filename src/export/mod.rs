//! Bytes out: one file a format. Nothing here knows a path, and what time it is comes as an argument.

pub mod csv;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod oncall;
pub mod png;
pub mod ron;
pub mod rota;
#[cfg(test)]
mod sample;

use crate::picture::Picture;
use crate::picture::palette::Palette;
pub mod svg;

/// A picture's file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// Scalable, with tips as titles.
    Svg,
    /// Pixels, two for each logical one.
    Png,
}

impl Drawn {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Drawn::Svg => "svg",
            Drawn::Png => "png",
        }
    }

    /// Pictures from top to bottom on one sheet.
    ///
    /// # Errors
    /// When they cannot be drawn.
    pub fn bytes(self, pictures: &[&Picture], palette: &Palette, title: &str) -> Result<Vec<u8>, png::Undrawable> {
        match self {
            Drawn::Svg => Ok(svg::write(pictures, palette, title).into_bytes()),
            Drawn::Png => png::write(pictures, palette, title),
        }
    }
}

/// A name as that of a file, without its ending: `Production escalation` becomes `production-escalation`; `otherwise` where nothing
/// is left of it.
pub fn file_stem(name: &str, otherwise: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { otherwise.to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    #[test]
    fn files_are_named_after_what_they_hold() {
        for (name, stem) in [("ML Platform", "ml-platform"), ("  ", "team"), ("Ä/B..", "ä-b")] {
            assert_eq!(super::file_stem(name, "team"), stem);
        }
    }
}
