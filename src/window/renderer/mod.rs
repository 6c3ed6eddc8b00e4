//! What draws the window, with the processor alone.
//!
//! The toolkit's own renderer for the processor draws the whole window once for every one of dozens of changed regions, each
//! through masks as large as the window, and takes a text for unchanged whose letters changed while its room did not. This one
//! goes these steps:
//!
//! - `software` records what the widgets ask for, in layers (`layer`);
//! - `piece` lists what of it is seen, each piece with the pixels (`area`) that it touches and a mark that tells whether it is
//!   as before;
//! - `damage` says in which few regions the list differs from the one before;
//! - `painter` paints these regions: quads (`quad`), letters (`glyph`) and shapes (`shape`) on pixels (`raster`). Clips
//!   are rectangles; letters and shapes are drawn once and then copied;
//! - `compositor` brings the pixels to the window.
//!
//! Built with `gpu`, a real graphics card is taken instead, by the toolkit's renderer for cards.
//!
//! `tests/feel` holds what a notch, a move and a key may paint, and that the window always equals the one painted at once.

mod area;
#[cfg(feature = "gpu")]
mod card;
mod compositor;
mod damage;
mod glyph;
mod layer;
mod painter;
mod piece;
mod quad;
mod raster;
mod shape;
mod software;
#[cfg(test)]
mod tests;

pub use painter::{Painted, View};
pub use software::Software;

use iced::Theme;

/// The renderer of the window.
#[cfg(not(feature = "gpu"))]
pub type Renderer = Software;

/// The renderer of the window: the processor's, or the graphics card's where there is a real one.
#[cfg(feature = "gpu")]
pub type Renderer = iced_renderer::fallback::Renderer<Software, iced_renderer::wgpu::Renderer>;

/// What draws the window on this machine.
pub fn drawn_by() -> String {
    #[cfg(feature = "gpu")]
    if let Some(card) = card::found() {
        return format!("the graphics card: {card}");
    }
    "the processor".to_owned()
}

/// A part of the window that tells of `Message`s.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme, Renderer>;

/// Parts of the window below each other.
pub type Column<'a, Message> = iced::widget::Column<'a, Message, Theme, Renderer>;

/// A part of the window with room and an edge around it.
pub type Container<'a, Message> = iced::widget::Container<'a, Message, Theme, Renderer>;

/// A part of the window that scrolls.
pub type Scrollable<'a, Message> = iced::widget::Scrollable<'a, Message, Theme, Renderer>;

/// Words.
pub type Text<'a> = iced::widget::Text<'a, Theme, Renderer>;
