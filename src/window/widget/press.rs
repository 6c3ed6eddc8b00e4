//! The button of the window: iced's, which the keyboard reaches, too. Tab gives it the focus, which is drawn around it; Enter and the
//! space bar press it.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, overlay, renderer};
use iced::keyboard::key::Named;
use iced::{Color, Event, Length, Padding, Rectangle, Size, Theme, Vector, border, keyboard, mouse, touch};

use crate::window::renderer::{Element, Renderer};
use crate::window::theme::{self, radius};

/// How far around a button its focus is drawn, and how thick, in logical pixels.
const RING: f32 = 2.0;

/// Iced's own button.
type Bare<'a, Message> = iced::widget::Button<'a, Message, Theme, Renderer>;

/// Something to press.
#[must_use]
pub struct Button<'a, Message> {
    bare: Bare<'a, Message>,
    pressed: Option<Message>,
}

/// A button with some content. Without a message it cannot be pressed, and the keyboard passes it.
pub fn press<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Button<'a, Message> {
    Button { bare: iced::widget::button(content), pressed: None }
}

impl<'a, Message: 'a> Button<'a, Message> {
    /// What a press asks for.
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// What a press asks for, if it can be pressed.
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.pressed = message;
        self
    }

    /// How wide it is.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.bare = self.bare.width(width);
        self
    }

    /// The room around its content.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.bare = self.bare.padding(padding);
        self
    }

    /// How it looks.
    pub fn style(
        mut self,
        style: impl Fn(&Theme, iced::widget::button::Status) -> iced::widget::button::Style + 'a,
    ) -> Self {
        self.bare = self.bare.style(style);
        self
    }
}

impl<'a, Message: Clone + 'a> From<Button<'a, Message>> for Element<'a, Message> {
    fn from(Button { bare, pressed }: Button<'a, Message>) -> Self {
        Element::new(Pressable { content: bare.on_press_maybe(pressed.clone()).into(), pressed })
    }
}

/// A button on the screen.
struct Pressable<'a, Message> {
    content: Element<'a, Message>,
    pressed: Option<Message>,
}

/// Whether the keyboard would press it.
#[derive(Debug, Default)]
struct Focus(bool);

impl Focusable for Focus {
    fn is_focused(&self) -> bool {
        self.0
    }

    fn focus(&mut self) {
        self.0 = true;
    }

    fn unfocus(&mut self) {
        self.0 = false;
    }
}

/// Whether an event is a press of Enter or of the space bar.
fn is_press(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event else { return false };
    modifiers.is_empty() && matches!(key, keyboard::Key::Named(Named::Enter | Named::Space))
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Pressable<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Focus>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Focus::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        if self.pressed.is_none() {
            tree.state.downcast_mut::<Focus>().unfocus();
        }
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if self.pressed.is_some() {
            operation.focusable(None, layout.bounds(), tree.state.downcast_mut::<Focus>());
        }
        self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let focus = tree.state.downcast_mut::<Focus>();
        if let Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }) = event
            && focus.0
        {
            focus.unfocus();
            shell.request_redraw();
        }
        if focus.0
            && is_press(event)
            && let Some(message) = &self.pressed
        {
            shell.publish(message.clone());
            shell.capture_event();
            return;
        }
        let content = self.content.as_widget_mut();
        content.update(&mut tree.children[0], event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.content.as_widget().mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        if !tree.state.downcast_ref::<Focus>().0 {
            return;
        }
        let ring = renderer::Quad {
            bounds: layout.bounds().expand(RING),
            border: border::rounded(radius::CONTROL + RING).width(RING).color(theme::palette(theme).accent),
            ..renderer::Quad::default()
        };
        // Above the content, and cut where the page is.
        renderer.with_layer(*viewport, |renderer| renderer.fill_quad(ring, Color::TRANSPARENT));
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        self.content.as_widget_mut().overlay(&mut tree.children[0], layout, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_and_space_are_presses_and_other_keys_are_none() {
        let event = |key: Named, modifiers| {
            let events: Vec<Event> = iced_test::simulator::tap_key(key, None).collect();
            let mut event = events[0].clone();
            if let Event::Keyboard(keyboard::Event::KeyPressed { modifiers: held, .. }) = &mut event {
                *held = modifiers;
            }
            is_press(&event)
        };
        assert!(event(Named::Enter, keyboard::Modifiers::empty()));
        assert!(event(Named::Space, keyboard::Modifiers::empty()));
        assert!(!event(Named::Enter, keyboard::Modifiers::CTRL));
        assert!(!event(Named::Tab, keyboard::Modifiers::empty()));
    }
}
