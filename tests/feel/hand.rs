//! A window under the hand, without a display: it keeps its widgets from event to event and paints what they draw.

use iced::advanced::graphics::text::font_system;
use iced::advanced::{clipboard, renderer};
use iced::mouse::{self, Cursor, ScrollDelta};
use iced::{Event, Point, Size, window};
use iced_test::runtime::{UserInterface, user_interface};
use renderer::Headless as _;
use sunwise::team::Team;
use sunwise::window::command::Command;
use sunwise::window::renderer::{Painted, Software, View};
use sunwise::window::screen::Screen;
use sunwise::window::{Message, settings};

use crate::window::Driver;

/// The window, a hand on its wheel, pointer and keys, and the pixels that are seen.
pub struct Hand {
    pub driver: Driver,
    cache: Option<user_interface::Cache>,
    renderer: Software,
    view: View,
    pub pixels: Vec<u32>,
    pub size: Size<u32>,
    pub scale: f32,
    cursor: Cursor,
}

impl Hand {
    /// A window of 1280 by 800 on a team, in one of its places.
    pub fn on(team: Team, screen: Screen) -> Self {
        Self::of_size(team, screen, Size::new(1280, 800), 1.0)
    }

    /// A window of so many pixels, so many to a logical one.
    pub fn of_size(team: Team, screen: Screen, size: Size<u32>, scale: f32) -> Self {
        let mut driver = Driver::on(team);
        driver.ask(Command::Go(screen));
        let settings = settings();
        for font in settings.fonts {
            font_system().write().expect("nobody panics with the fonts").load_font(font);
        }
        let renderer = Software::new(settings.default_font, settings.default_text_size);
        let mut hand = Self {
            driver,
            cache: Some(user_interface::Cache::default()),
            renderer,
            view: View::default(),
            pixels: vec![0; size.width as usize * size.height as usize],
            size,
            scale,
            cursor: Cursor::Unavailable,
        };
        hand.act(&[]);
        hand
    }

    /// Moves the pointer to a place of the window, in logical pixels.
    pub fn point(&mut self, x: f32, y: f32) -> Painted {
        let position = Point::new(x, y);
        self.cursor = Cursor::Available(position);
        self.act(&[Event::Mouse(mouse::Event::CursorMoved { position })])
    }

    /// Turns the wheel by notches, towards the user.
    pub fn wheel(&mut self, notches: f32) -> Painted {
        let delta = ScrollDelta::Lines { x: 0.0, y: -notches };
        self.act(&[Event::Mouse(mouse::Event::WheelScrolled { delta })])
    }

    /// Presses and lets go where the pointer is.
    pub fn click(&mut self) -> Painted {
        let left = mouse::Button::Left;
        self.act(&[mouse::Event::ButtonPressed(left), mouse::Event::ButtonReleased(left)].map(Event::Mouse))
    }

    /// Asks for what a key asks for.
    pub fn ask(&mut self, command: Command) -> Painted {
        self.driver.ask(command);
        self.act(&[])
    }

    /// Hands events in, lets all that follows happen, and paints the window.
    pub fn act(&mut self, events: &[Event]) -> Painted {
        let mut messages = Vec::new();
        self.frame(events, &mut messages);
        while !messages.is_empty() {
            for message in std::mem::take(&mut messages) {
                self.driver.send(message);
            }
            self.frame(&[], &mut messages);
        }
        self.paint()
    }

    /// Shows the widgets the events and records what they draw.
    fn frame(&mut self, events: &[Event], messages: &mut Vec<Message>) {
        let theme = self.driver.app.theme();
        let logical = Size::new(self.size.width as f32 / self.scale, self.size.height as f32 / self.scale);
        let cache = self.cache.take().unwrap_or_default();
        let mut ui = UserInterface::build(self.driver.app.view(), logical, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
        for events in [events, &[redraw]] {
            let _ = ui.update(events, self.cursor, &mut self.renderer, &mut clipboard::Null, messages);
        }
        let style = renderer::Style { text_color: iced::theme::Base::base(&theme).text_color };
        ui.draw(&mut self.renderer, &theme, &style, self.cursor);
        // Before the widgets go: texts are only lent to the renderer.
        self.cache = Some(ui.into_cache());
    }

    fn ground(&self) -> iced::Color {
        iced::theme::Base::base(&self.driver.app.theme()).background_color
    }

    fn paint(&mut self) -> Painted {
        let ground = self.ground();
        self.renderer.paint(&mut self.view, &mut self.pixels, self.size, self.scale, ground)
    }

    /// The window as it is painted at once, whatever was seen before.
    pub fn at_once(&mut self) -> Vec<u32> {
        let (ground, mut pixels) = (self.ground(), vec![0; self.pixels.len()]);
        self.renderer.paint(&mut View::default(), &mut pixels, self.size, self.scale, ground);
        pixels
    }

    /// The window as the toolkit's own renderer draws it.
    pub fn by_toolkit(&mut self) -> Vec<u32> {
        let settings = settings();
        let mut other = iced_tiny_skia::Renderer::new(settings.default_font, settings.default_text_size);
        let logical = Size::new(self.size.width as f32 / self.scale, self.size.height as f32 / self.scale);
        iced::advanced::Renderer::reset(&mut other, iced::Rectangle::with_size(logical));
        self.renderer.draw_on(&mut other);
        let ground = self.ground();
        let bytes = other.screenshot(self.size, self.scale, ground);
        let pixel = |part: &[u8]| u32::from_be_bytes([part[3], part[0], part[1], part[2]]);
        bytes.chunks_exact(4).map(pixel).collect()
    }
}
