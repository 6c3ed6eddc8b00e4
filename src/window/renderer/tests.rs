//! The renderer without a window: what is painted again, and what is not.

use iced::advanced::graphics::text::Paragraph;
use iced::advanced::renderer::Quad;
use iced::advanced::text::{LineHeight, Paragraph as _, Renderer as _, Shaping, Text, Wrapping};
use iced::advanced::{Renderer as _, graphics::text::font_system};
use iced::{Color, Pixels, Point, Rectangle, Shadow, Size, Vector, alignment, border};

use super::{Painted, Software, View};
use crate::window::theme;

const SIZE: Size<u32> = Size::new(200, 100);

/// A renderer with pixels to paint on.
struct Sheet {
    renderer: Software,
    view: View,
    pixels: Vec<u32>,
}

impl Sheet {
    fn new() -> Self {
        for font in theme::fonts() {
            font_system().write().expect("the fonts").load_font(font);
        }
        let pixels = vec![0; (SIZE.width * SIZE.height) as usize];
        Self { renderer: Software::new(theme::UI, Pixels(14.0)), view: View::default(), pixels }
    }

    /// A frame; it must be the same as if it were the first.
    fn frame(&mut self, draw: impl FnOnce(&mut Software)) -> Painted {
        self.renderer.reset(Rectangle::with_size(Size::new(SIZE.width as f32, SIZE.height as f32)));
        draw(&mut self.renderer);
        let painted = self.renderer.paint(&mut self.view, &mut self.pixels, SIZE, 1.0, Color::WHITE);
        let mut at_once = vec![0; self.pixels.len()];
        self.renderer.paint(&mut View::default(), &mut at_once, SIZE, 1.0, Color::WHITE);
        assert_eq!(self.pixels, at_once, "a frame does not depend on those before");
        painted
    }

    fn at(&self, x: u32, y: u32) -> u32 {
        self.pixels[(y * SIZE.width + x) as usize] & 0x00ff_ffff
    }
}

fn quad(x: f32, y: f32) -> Quad {
    Quad { bounds: Rectangle { x, y, width: 40.0, height: 20.0 }, ..Quad::default() }
}

fn paragraph(words: &str) -> Paragraph {
    Paragraph::with_text(Text {
        content: words,
        bounds: Size::INFINITE,
        size: Pixels(14.0),
        line_height: LineHeight::default(),
        font: theme::UI,
        align_x: iced::advanced::text::Alignment::Left,
        align_y: alignment::Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    })
}

#[test]
fn a_quad_that_moves_is_painted_where_it_was_and_where_it_is() {
    let mut sheet = Sheet::new();
    sheet.frame(|renderer| renderer.fill_quad(quad(10.0, 10.0), Color::BLACK));
    assert_eq!(sheet.at(20, 20), 0);
    let painted = sheet.frame(|renderer| renderer.fill_quad(quad(120.0, 60.0), Color::BLACK));
    assert_eq!((sheet.at(20, 20), sheet.at(130, 70)), (0x00ff_ffff, 0));
    assert_eq!((painted.regions, painted.pixels), (2, 2 * 40 * 20));
}

#[test]
fn letters_that_change_in_the_same_room_are_painted() {
    let (one, other) = (paragraph("mn"), paragraph("nm"));
    assert_eq!(one.min_bounds(), other.min_bounds());
    let mut sheet = Sheet::new();
    let write = |paragraph: &Paragraph| {
        let paragraph = paragraph.clone();
        move |renderer: &mut Software| {
            renderer.fill_paragraph(&paragraph, Point::new(10.0, 10.0), Color::BLACK, Rectangle::INFINITE);
        }
    };
    sheet.frame(write(&one));
    assert_eq!(sheet.frame(write(&one)).regions, 0);
    let before = sheet.pixels.clone();
    assert_eq!(sheet.frame(write(&other)).texts, 1);
    assert_ne!(sheet.pixels, before);
}

#[test]
fn the_toolkit_takes_other_letters_in_the_same_room_for_the_same() {
    let (one, other) = (paragraph("mn"), paragraph("nm"));
    assert!(one.downgrade() == other.downgrade(), "the toolkit has mended its fault: CONTRIBUTING speaks of it");
}

#[test]
fn a_clip_is_kept_to_the_pixel() {
    let mut sheet = Sheet::new();
    let clip = Rectangle { x: 20.0, y: 15.0, width: 10.0, height: 5.0 };
    sheet.frame(|renderer| renderer.with_layer(clip, |renderer| renderer.fill_quad(quad(10.0, 10.0), Color::BLACK)));
    let dark: Vec<(u32, u32)> =
        (0..100).flat_map(|y| (0..200).map(move |x| (x, y))).filter(|(x, y)| sheet.at(*x, *y) == 0).collect();
    assert_eq!(dark.len(), 50);
    assert_eq!((dark[0], dark[49]), ((20, 15), (29, 19)));
}

#[test]
fn round_corners_edges_and_shadows_are_painted_alike_wherever_a_region_cuts_them() {
    let mut sheet = Sheet::new();
    let card = Quad {
        bounds: Rectangle { x: 20.5, y: 10.25, width: 120.0, height: 70.0 },
        border: border::rounded(9).width(1).color(Color::BLACK),
        shadow: Shadow { color: Color::BLACK.scale_alpha(0.4), offset: Vector::new(0.0, 2.0), blur_radius: 8.0 },
        ..Quad::default()
    };
    for x in [10.0, 25.0, 90.0, 130.0] {
        let painted = sheet.frame(|renderer| {
            renderer.fill_quad(card, Color::from_rgb8(200, 220, 240));
            renderer.fill_quad(quad(x, 12.0), Color::from_rgb8(180, 40, 40));
        });
        assert!(painted.quads > 0);
    }
    assert_eq!(sheet.at(80, 60), 0x00c8_dcf0, "inside of the card");
    assert_eq!(sheet.at(199, 99), 0x00ff_ffff, "the ground far from it");
    let below = sheet.at(80, 84);
    assert!(below < 0x00ff_ffff, "the shadow falls below the card: {below:06x}");
}

#[test]
fn another_ground_or_scale_paints_all() {
    let mut sheet = Sheet::new();
    sheet.frame(|renderer| renderer.fill_quad(quad(10.0, 10.0), Color::BLACK));
    let painted = sheet.renderer.paint(&mut sheet.view, &mut sheet.pixels, SIZE, 1.0, Color::BLACK);
    assert_eq!(painted.pixels, 200 * 100);
    let painted = sheet.renderer.paint(&mut sheet.view, &mut sheet.pixels, SIZE, 2.0, Color::BLACK);
    assert_eq!(painted.pixels, 200 * 100);
}
