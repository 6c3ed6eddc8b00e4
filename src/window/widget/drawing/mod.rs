//! The widget that draws a [`Picture`] and reports what the pointer does on it.
//!
//! The picture is made when it is needed, for the width that there is, and kept until its key or its width
//! changes; so a screen hands over a *key* (whatever the picture depends on) and a function:
//!
//! ```ignore
//! Drawing::new((revision, week), |width| picture::strip::draw(&answer, width))
//!     .on_press(Message::Pressed)      // with the hit: id and place
//!     .on_hover(Message::Hovered)      // the id under the pointer, when it changes
//!     .selected(self.selected)         // an outline around the chosen shape
//!     .marks(vec![now_line])           // moving shapes above all others, redrawn each frame
//! ```
//!
//! Words of a shape's `tip` are shown beside the pointer without further doing.

mod paint;
mod tip;

use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, overlay, renderer};
use iced::widget::canvas;
use iced::{Event, Length, Rectangle, Size, Theme, Vector, keyboard, mouse};

use crate::picture::{Id, Picture, Point, Shape};
use crate::window::renderer::{Element, Renderer};
use crate::window::theme;

/// The width that a picture gets where nothing limits it, in logical pixels.
const UNBOUNDED: f32 = 640.0;

/// A press on a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The shape.
    pub id: Id,
    /// The place on the sheet.
    pub at: Point,
    /// How wide the sheet is.
    pub width: f32,
}

/// A turn of the wheel with the control key: the way to zoom, while the wheel alone scrolls the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zoom {
    /// Notches of the wheel, away from the user.
    pub notches: f32,
    /// The place on the sheet.
    pub at: Point,
    /// How wide the sheet is.
    pub width: f32,
}

/// So many pixels of a wheel that reports pixels are a notch.
const NOTCH: f32 = 60.0;

type Make<'a> = Box<dyn Fn(f32) -> Picture + 'a>;
type Marks<'a> = Box<dyn Fn(f32) -> Vec<Shape> + 'a>;
type Report<'a, T, Message> = Option<Box<dyn Fn(T) -> Message + 'a>>;

/// A picture on the screen.
#[must_use]
pub struct Drawing<'a, Message> {
    key: u64,
    make: Make<'a>,
    marks: Marks<'a>,
    selected: Option<Id>,
    on_press: Report<'a, Hit, Message>,
    on_hover: Report<'a, Option<Id>, Message>,
    on_move: Report<'a, Option<Point>, Message>,
    on_release: Option<Message>,
    on_zoom: Report<'a, Zoom, Message>,
}

/// What a drawing keeps between two views.
#[derive(Default)]
struct State {
    made: Option<(u64, u32)>,
    picture: Picture,
    cache: canvas::Cache<Renderer>,
    painted: Cell<Option<(u64, u32, bool)>>,
    hovered: Option<usize>,
    pointer: Point,
    /// Whether the button that was pressed here is still down.
    is_held: bool,
    modifiers: keyboard::Modifiers,
    tip: tip::Words,
}

impl<'a, Message> Drawing<'a, Message> {
    /// A drawing as wide as its place, as high as its picture. The picture is made anew when `key` or the
    /// width changes.
    pub fn new(key: impl Hash, make: impl Fn(f32) -> Picture + 'a) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self {
            key: hasher.finish(),
            make: Box::new(make),
            marks: Box::new(|_| Vec::new()),
            selected: None,
            on_press: None,
            on_hover: None,
            on_move: None,
            on_release: None,
            on_zoom: None,
        }
    }

    /// Shapes above all others, in the picture's coordinates: a moving line, what is dragged.
    pub fn marks(self, marks: Vec<Shape>) -> Self {
        self.marks_within(move |_| marks.clone())
    }

    /// The same, made for the width that there is.
    pub fn marks_within(mut self, marks: impl Fn(f32) -> Vec<Shape> + 'a) -> Self {
        self.marks = Box::new(marks);
        self
    }

    /// The shape with an outline around it.
    pub fn selected(mut self, id: Option<Id>) -> Self {
        self.selected = id;
        self
    }

    /// Tells of a press on a shape that has an id.
    pub fn on_press(mut self, report: impl Fn(Hit) -> Message + 'a) -> Self {
        self.on_press = Some(Box::new(report));
        self
    }

    /// Tells which id is under the pointer, whenever that changes.
    pub fn on_hover(mut self, report: impl Fn(Option<Id>) -> Message + 'a) -> Self {
        self.on_hover = Some(Box::new(report));
        self
    }

    /// Tells where the pointer is on the sheet, at each of its moves, and when it leaves.
    pub fn on_move(mut self, report: impl Fn(Option<Point>) -> Message + 'a) -> Self {
        self.on_move = Some(Box::new(report));
        self
    }

    /// Tells when the button is let go that was pressed here, wherever the pointer is then. While it is down, moves are told
    /// beyond the sheet's edges, too.
    pub fn on_release(mut self, message: Message) -> Self {
        self.on_release = Some(message);
        self
    }

    /// Tells when the wheel is turned with the control key (or command) above the drawing.
    pub fn on_zoom(mut self, report: impl Fn(Zoom) -> Message + 'a) -> Self {
        self.on_zoom = Some(Box::new(report));
        self
    }

    /// Notes where the pointer is and what is under it.
    fn point(&self, state: &mut State, at: Option<Point>, shell: &mut Shell<'_, Message>) {
        let before = state.hovered;
        state.hovered = at.and_then(|at| state.picture.hit_index(at));
        if let Some(at) = at {
            state.pointer = at;
        }
        let id = |index: Option<usize>| index.and_then(|index| state.picture.shapes[index].id);
        if before != state.hovered {
            state.tip = state
                .hovered
                .and_then(|index| state.picture.shapes[index].tip.as_deref())
                .map(tip::Words::new)
                .unwrap_or_default();
            if let Some(report) = &self.on_hover
                && id(before) != id(state.hovered)
            {
                shell.publish(report(id(state.hovered)));
            }
        }
        if before != state.hovered || state.tip.are_any() {
            shell.request_redraw();
        }
        if let Some(report) = &self.on_move {
            shell.publish(report(at));
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Drawing<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let most = limits.max().width;
        let width = if most.is_finite() { most } else { UNBOUNDED }.max(1.0);
        let made = Some((self.key, width.to_bits()));
        if state.made != made {
            state.picture = (self.make)(width);
            state.made = made;
            state.hovered = None;
            state.tip = tip::Words::default();
        }
        layout::Node::new(Size::new(width, state.picture.height))
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let at = cursor.position_in(layout.bounds()).map(|p| Point { x: p.x, y: p.y });
        match event {
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Mouse(mouse::Event::WheelScrolled { delta })
                if at.is_some() && self.on_zoom.is_some() && state.modifiers.command() =>
            {
                let notches = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => *y,
                    mouse::ScrollDelta::Pixels { y, .. } => y / NOTCH,
                };
                if let (Some(report), Some(at)) = (&self.on_zoom, at) {
                    shell.publish(report(Zoom { notches, at, width: layout.bounds().width }));
                }
                shell.capture_event();
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) if state.is_held && at.is_none() => {
                if let (Some(report), Some(at)) = (&self.on_move, cursor.position()) {
                    let corner = layout.position();
                    shell.publish(report(Some(Point { x: at.x - corner.x, y: at.y - corner.y })));
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) if state.is_held => {
                state.is_held = false;
                if let Some(message) = &self.on_release {
                    shell.publish(message.clone());
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::WheelScrolled { .. })
                if at.is_some() || state.hovered.is_some() =>
            {
                self.point(state, at, shell);
            }
            Event::Mouse(mouse::Event::CursorLeft) => self.point(state, None, shell),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let id = at.and_then(|at| state.picture.hit(at)).and_then(|shape| shape.id);
                if let (Some(report), Some(id), Some(at)) = (&self.on_press, id, at) {
                    shell.publish(report(Hit { id, at, width: layout.bounds().width }));
                    shell.capture_event();
                    state.is_held = self.on_release.is_some();
                    // What the press opens must not lie under the words of what was pressed.
                    state.tip = tip::Words::default();
                }
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let id = state.hovered.and_then(|index| state.picture.shapes[index].id);
        if self.on_press.is_some() && id.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
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
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let Some(seen) = bounds.intersection(viewport) else {
            return;
        };
        let state = tree.state.downcast_ref::<State>();
        let palette = theme::palette(theme);
        let dark = theme.extended_palette().is_dark;
        let painted = state.made.map(|(key, width)| (key, width, dark));
        if state.painted.replace(painted) != painted {
            state.cache.clear();
        }
        paint::shapes(renderer, bounds, |renderer, size| {
            state.cache.draw(renderer, size, |frame| paint::all(frame, palette, &state.picture.shapes))
        });
        paint::texts(renderer, palette, &state.picture.shapes, bounds, seen);
        let marks = self.marks_with_outlines(state, bounds.width);
        if !marks.is_empty() {
            renderer.with_layer(seen, |renderer| {
                paint::shapes(renderer, bounds, |renderer, size| {
                    let mut frame = canvas::Frame::new(renderer, size);
                    paint::all(&mut frame, palette, &marks);
                    frame.into_geometry()
                });
                paint::texts(renderer, palette, &marks, bounds, seen);
            });
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _: &Renderer,
        _: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_ref::<State>();
        let pointer = iced::Point::new(state.pointer.x, state.pointer.y);
        let at = layout.position() + translation + Vector::new(pointer.x, pointer.y);
        state.tip.overlay(at)
    }
}

impl<Message> Drawing<'_, Message> {
    /// The moving shapes, with the outlines of the chosen shape and of the one under the pointer.
    fn marks_with_outlines(&self, state: &State, width: f32) -> Vec<Shape> {
        let mut marks = (self.marks)(width);
        let outlined = |shape: &&Shape| shape.id.is_some() && shape.id == self.selected;
        marks.extend(state.picture.shapes.iter().filter(outlined).filter_map(paint::outline));
        if self.on_press.is_some()
            && let Some(shape) = state.hovered.and_then(|index| state.picture.shapes.get(index))
            && shape.id.is_some()
        {
            marks.extend(paint::outline(shape));
        }
        marks
    }
}

impl<'a, Message: Clone + 'a> From<Drawing<'a, Message>> for Element<'a, Message> {
    fn from(drawing: Drawing<'a, Message>) -> Self {
        Element::new(drawing)
    }
}

#[cfg(test)]
mod tests;
