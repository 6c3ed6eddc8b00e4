//! Brings what is painted to the window.

use std::collections::VecDeque;
use std::num::NonZeroU32;

use iced::advanced::graphics::compositor::{Display, Information, SurfaceError, Window};
use iced::advanced::graphics::{self, Shell, Viewport, error};
use iced::{Color, Size};

use super::Software;
use super::painter::View;

/// The name of this way to draw, as `ICED_BACKEND` knows it.
pub const NAME: &str = "software";

/// Whether this way to draw is asked for. What the toolkit's own processor renderer is called means ours, too.
pub fn is_meant(backend: Option<&str>) -> bool {
    backend.is_none_or(|backend| [NAME, "tiny-skia", "tiny_skia"].contains(&backend))
}

/// Knows the display.
pub struct Compositor {
    context: softbuffer::Context<Box<dyn Display>>,
    settings: graphics::Settings,
}

/// A window with its pixels.
pub struct Surface {
    window: softbuffer::Surface<Box<dyn Display>, Box<dyn Window>>,
    /// What the last frames showed, the newest first: the system may hand over an older frame's pixels to paint on.
    views: VecDeque<View>,
    size: Size<u32>,
}

impl graphics::Compositor for Compositor {
    type Renderer = Software;
    type Surface = Surface;

    async fn with_backend(
        settings: graphics::Settings,
        display: impl Display,
        _: impl Window,
        _: Shell,
        backend: Option<&str>,
    ) -> Result<Self, graphics::Error> {
        let missing = |reason| graphics::Error::GraphicsAdapterNotFound { backend: NAME, reason };
        if !is_meant(backend) {
            let preferred_backend = backend.unwrap_or_default().to_owned();
            return Err(missing(error::Reason::DidNotMatch { preferred_backend }));
        }
        #[cfg(feature = "gpu")]
        if backend.is_none() && super::card::found().is_some() {
            return Err(missing(error::Reason::DidNotMatch { preferred_backend: "wgpu".to_owned() }));
        }
        let context = softbuffer::Context::new(Box::new(display) as Box<dyn Display>)
            .map_err(|failure| missing(error::Reason::RequestFailed(failure.to_string())))?;
        Ok(Self { context, settings })
    }

    fn create_renderer(&self) -> Software {
        Software::new(self.settings.default_font, self.settings.default_text_size)
    }

    fn create_surface<W: Window + Clone>(&mut self, window: W, width: u32, height: u32) -> Surface {
        let window = softbuffer::Surface::new(&self.context, Box::new(window) as Box<dyn Window>)
            .expect("a window of this display has pixels");
        let mut surface = Surface { window, views: VecDeque::new(), size: Size::new(0, 0) };
        self.configure_surface(&mut surface, width, height);
        surface
    }

    fn configure_surface(&mut self, surface: &mut Surface, width: u32, height: u32) {
        let (Some(wide), Some(high)) = (NonZeroU32::new(width), NonZeroU32::new(height)) else { return };
        // Where the system refuses, the next frame says that the surface is lost.
        if surface.window.resize(wide, high).is_ok() {
            surface.size = Size::new(width, height);
        }
        surface.views.clear();
    }

    fn information(&self) -> Information {
        Information { adapter: "CPU".to_owned(), backend: NAME.to_owned() }
    }

    fn present(
        &mut self,
        renderer: &mut Software,
        surface: &mut Surface,
        viewport: &Viewport,
        ground: Color,
        on_pre_present: impl FnOnce(),
    ) -> Result<(), SurfaceError> {
        let mut buffer = surface.window.buffer_mut().map_err(|_| SurfaceError::Lost)?;
        let age = usize::from(buffer.age());
        let mut view = age.checked_sub(1).and_then(|age| surface.views.get(age).cloned()).unwrap_or_default();
        renderer.paint(&mut view, &mut buffer, surface.size, viewport.scale_factor(), ground);
        surface.views.push_front(view);
        surface.views.truncate(age.max(1));
        on_pre_present();
        buffer.present().map_err(|_| SurfaceError::Lost)
    }

    fn screenshot(&mut self, renderer: &mut Software, viewport: &Viewport, ground: Color) -> Vec<u8> {
        use iced::advanced::renderer::Headless;
        renderer.screenshot(viewport.physical_size(), viewport.scale_factor(), ground)
    }
}
