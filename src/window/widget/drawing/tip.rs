//! The words beside the pointer.

use iced::advanced::layout::{self, Layout};
use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::{Renderer as _, overlay, renderer};
use iced::{Pixels, Point, Rectangle, Size, Theme, alignment, border, mouse};

use crate::window::renderer::Renderer;
use crate::window::theme::{self, radius, size, space};

/// How far the words stand from the pointer, in logical pixels.
const AWAY: f32 = 16.0;
/// The widest that the words may be, in logical pixels.
const WIDEST: f32 = 360.0;

type Paragraph = <Renderer as text::Renderer>::Paragraph;

/// Words that have been set in type, or none.
#[derive(Default)]
pub(super) struct Words(Option<Paragraph>);

impl Words {
    /// Sets words in type.
    pub(super) fn new(words: &str) -> Self {
        Self(Some(Paragraph::with_text(text::Text {
            content: words,
            bounds: Size::new(WIDEST, f32::INFINITY),
            size: Pixels(size::SMALL),
            line_height: text::LineHeight::Relative(1.45),
            font: theme::UI,
            align_x: text::Alignment::Left,
            align_y: alignment::Vertical::Top,
            shaping: text::Shaping::Advanced,
            wrapping: text::Wrapping::Word,
        })))
    }

    /// Whether there is anything to show.
    pub(super) fn are_any(&self) -> bool {
        self.0.is_some()
    }

    /// The words above everything else, beside a point of the window.
    pub(super) fn overlay<'a, Message: 'a>(
        &'a self,
        pointer: Point,
    ) -> Option<overlay::Element<'a, Message, Theme, Renderer>> {
        let paragraph = self.0.as_ref()?;
        Some(overlay::Element::new(Box::new(Sheet { paragraph, pointer })))
    }
}

struct Sheet<'a> {
    paragraph: &'a Paragraph,
    pointer: Point,
}

impl<Message> overlay::Overlay<Message, Theme, Renderer> for Sheet<'_> {
    fn layout(&mut self, _: &Renderer, bounds: Size) -> layout::Node {
        let words = self.paragraph.min_bounds();
        let size = Size::new(words.width + 2.0 * space::M, words.height + 2.0 * space::S);
        layout::Node::new(size).move_to(beside(self.pointer, size, bounds))
    }

    fn draw(&self, renderer: &mut Renderer, theme: &Theme, _: &renderer::Style, layout: Layout<'_>, _: mouse::Cursor) {
        let bounds = layout.bounds();
        let palette = theme::palette(theme);
        renderer.fill_quad(
            renderer::Quad { bounds, border: border::rounded(radius::CONTROL), ..renderer::Quad::default() },
            palette.text,
        );
        let at = Point::new(bounds.x + space::M, bounds.y + space::S);
        renderer.fill_paragraph(self.paragraph, at, palette.surface, Rectangle::with_size(Size::INFINITE));
    }
}

/// Where a sheet stands: below and to the right of the pointer, on the other side where there is no room.
fn beside(pointer: Point, sheet: Size, window: Size) -> Point {
    let along = |at: f32, long: f32, room: f32| {
        if at + AWAY + long <= room { at + AWAY } else { (at - AWAY - long).max(0.0) }
    };
    Point::new(along(pointer.x, sheet.width, window.width), along(pointer.y, sheet.height, window.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tip_stays_in_the_window() {
        let (sheet, window) = (Size::new(200.0, 60.0), Size::new(800.0, 600.0));
        assert_eq!(beside(Point::new(100.0, 100.0), sheet, window), Point::new(116.0, 116.0));
        assert_eq!(beside(Point::new(790.0, 590.0), sheet, window), Point::new(574.0, 514.0));
    }
}
