//! A picture as PNG, drawn from its SVG with the program's own font.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use thiserror::Error;

use crate::picture::Picture;
use crate::picture::palette::Palette;

/// Pixels for each logical one, so that the picture is sharp on any screen.
const SCALE: f32 = 2.0;

/// Why a picture is no PNG.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the picture cannot be drawn: {0}")]
pub struct Undrawable(String);

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("../../assets/fonts/SunwiseSans-Regular.otf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/SunwiseSans-SemiBold.otf").to_vec());
    Arc::new(fonts)
});

/// Pictures from top to bottom on one sheet, two pixels for each logical one.
///
/// # Errors
/// When a picture is empty or too large to be drawn.
pub fn write(pictures: &[&Picture], palette: &Palette, title: &str) -> Result<Vec<u8>, Undrawable> {
    let fail = |why: &dyn std::fmt::Display| Undrawable(why.to_string());
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: "Sunwise Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(&super::svg::write(pictures, palette, title), &options).map_err(|error| fail(&error))?;
    let size = tree.size().to_int_size().scale_by(SCALE).ok_or_else(|| fail(&"it is too large"))?;
    let mut sheet = Pixmap::new(size.width(), size.height()).ok_or_else(|| fail(&"it is too large"))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut sheet.as_mut());
    sheet.encode_png().map_err(|error| fail(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::palette::{DARK, LIGHT};
    use crate::picture::{Meaning, Rect, Shape, Text};

    #[test]
    fn a_picture_is_drawn_with_its_writing() {
        let mut blank = Picture::new(100.0, 40.0);
        blank.add(Shape::rectangle(Rect::new(0.0, 0.0, 50.0, 20.0), Meaning::Good));
        let mut written = blank.clone();
        written.add(Shape::text((4.0, 30.0), Text::new("Zürich 09:00")));
        let drawn = |picture: &Picture, palette| write(&[picture], palette, "").expect("a PNG");
        let (without, with) = (drawn(&blank, &LIGHT), drawn(&written, &LIGHT));
        assert_eq!(&with[1..4], b"PNG");
        let size = |png: &[u8], at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
        assert_eq!((size(&with, 16), size(&with, 20)), (2 * 148, 2 * 88));
        assert_ne!(without, with, "letters are seen");
        assert_ne!(drawn(&written, &DARK), with, "other colours in the dark");
    }
}
