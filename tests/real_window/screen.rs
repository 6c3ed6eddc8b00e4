//! What the screen of an Xvfb shows.

use std::collections::HashMap;
use std::path::Path;

/// The screen of an Xvfb with `-fbdir`: an XWD file, by rows of blue, green, red.
pub struct Screen {
    pub width: usize,
    pub height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Screen {
    /// The screen as it is now.
    pub fn read(file: &Path) -> Option<Self> {
        let bytes = std::fs::read(file).ok()?;
        let word = |index: usize| {
            let four = bytes.get(index * 4..index * 4 + 4)?;
            Some(u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize)
        };
        // Fields of XWDFile.h by their place in the header.
        let (header, width, height, line, palette) = (word(0)?, word(4)?, word(5)?, word(12)?, word(19)?);
        let rows = bytes.get(header + palette * 12..)?.chunks(line).take(height);
        let pixels = rows.flat_map(|row| row.chunks_exact(4).take(width).map(|four| [four[0], four[1], four[2]]));
        Some(Self { width, height, pixels: pixels.collect() })
    }

    /// How many colours are on it, and how many pixels have the most frequent one.
    pub fn colours(&self) -> (usize, usize) {
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        (counts.len(), counts.values().max().copied().unwrap_or(0))
    }

    /// The middle of the primary button: nothing else is of such a full blue over a dimmed window. The light theme's.
    pub fn primary_button(&self) -> Option<(usize, usize)> {
        let is_full = |pixel: &[u8; 3]| pixel[0] > 150 && pixel[0].saturating_sub(pixel[2]) > 90;
        let places = self.pixels.iter().enumerate().filter(|(_, pixel)| is_full(pixel));
        let places: Vec<(usize, usize)> =
            places.map(|(at, _)| (at % self.width, at / self.width)).filter(|(x, _)| *x > self.width / 5).collect();
        let middle = |of: fn(&(usize, usize)) -> usize| {
            let (least, most) = (places.iter().map(of).min()?, places.iter().map(of).max()?);
            Some(usize::midpoint(least, most))
        };
        // Some lines of a chart or the edge of a field have such a colour too, but no such area.
        if places.len() < 1000 { None } else { Some((middle(|place| place.0)?, middle(|place| place.1)?)) }
    }
}
