//! The mark of work in the background: dots that run around.

use std::f32::consts::TAU;
use std::time::{Duration, Instant};

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, renderer};
use iced::widget::row;
use iced::{Center, Event, Length, Rectangle, Size, Theme, border, mouse, window};

use super::text;
use crate::window::renderer::{Element, Renderer};
use crate::window::theme::{self, space};

const DOTS: u8 = 8;
/// How long a turn takes.
const TURN: Duration = Duration::from_millis(960);

/// Work in the background, said in words beside the mark.
pub fn busy<'a, Message: 'a>(words: impl Into<String>) -> Element<'a, Message> {
    row![Busy { size: 18.0 }, text::muted(words.into())].spacing(space::S).align_y(Center).into()
}

/// The mark alone, of a size in logical pixels.
#[derive(Debug, Clone, Copy)]
pub struct Busy {
    /// How wide and high.
    pub size: f32,
}

struct State {
    since: Instant,
    now: Instant,
}

impl<Message> Widget<Message, Theme, Renderer> for Busy {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        let now = Instant::now();
        tree::State::new(State { since: now, now })
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.size.into(), self.size.into())
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.size, self.size)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        if let Event::Window(window::Event::RedrawRequested(now)) = event {
            tree.state.downcast_mut::<State>().now = *now;
            shell.request_redraw_at(*now + TURN / u32::from(DOTS));
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let turned = state.now.saturating_duration_since(state.since).as_secs_f32() / TURN.as_secs_f32();
        let head = (turned * f32::from(DOTS)).floor() as i64;
        let middle = layout.bounds().center();
        let dot = self.size / 6.0;
        let color = theme::palette(theme).accent;
        for number in 0..DOTS {
            let (sin, cos) = (f32::from(number) / f32::from(DOTS) * TAU).sin_cos();
            let reach = (self.size - dot) / 2.0;
            let behind = (head - i64::from(number)).rem_euclid(i64::from(DOTS)) as f32;
            let at = Rectangle {
                x: middle.x + reach * sin - dot / 2.0,
                y: middle.y - reach * cos - dot / 2.0,
                width: dot,
                height: dot,
            };
            renderer.fill_quad(
                renderer::Quad {
                    bounds: at,
                    border: border::rounded(dot / 2.0),
                    snap: false,
                    ..renderer::Quad::default()
                },
                color.scale_alpha(1.0 - behind / f32::from(DOTS)),
            );
        }
    }
}

impl<'a, Message: 'a> From<Busy> for Element<'a, Message> {
    fn from(busy: Busy) -> Self {
        Element::new(busy)
    }
}
