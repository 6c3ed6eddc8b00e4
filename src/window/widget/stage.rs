//! Where a place is seen: it has the keys while nothing lies over it, and shares no focus with another place.

use iced::advanced::widget::operation::{Focusable, Scrollable, TextInput, focusable};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Rectangle, Size, Theme, Vector};

use crate::window::renderer::{Element, Renderer};

/// Shows one of several contents, each known by its key.
///
/// Another content begins anew: what has the focus in one has none in the next. While something lies over the stage nothing on it
/// has the focus, hears keys, or can be reached by Tab; afterwards the focus is where it was.
pub struct Stage<'a, Key, Message> {
    key: Key,
    content: Element<'a, Message>,
    is_covered: bool,
}

struct State<Key> {
    key: Key,
    was_covered: bool,
    /// Which of all that can have the focus had it when the stage was covered.
    focused: Option<usize>,
}

impl<'a, Key, Message> Stage<'a, Key, Message> {
    /// A stage with a content on it, free or covered by something else.
    pub fn new(key: Key, content: impl Into<Element<'a, Message>>, is_covered: bool) -> Self {
        Self { key, content: content.into(), is_covered }
    }

    /// Takes the focus away when the stage is covered, and gives it back when it is free again.
    fn turn<K>(&mut self, state: &mut State<K>, child: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        if self.is_covered == state.was_covered {
            return;
        }
        state.was_covered = self.is_covered;
        let mut count = focusable::count();
        let content = self.content.as_widget_mut();
        content.operate(child, layout, renderer, &mut iced::advanced::widget::operation::black_box(&mut count));
        let focused = match count.finish() {
            iced::advanced::widget::operation::Outcome::Some(count) => count.focused,
            _ => None,
        };
        if self.is_covered {
            state.focused = focused;
            content.operate(child, layout, renderer, &mut focusable::unfocus::<()>());
        } else if let (None, Some(place)) = (focused, state.focused.take()) {
            content.operate(child, layout, renderer, &mut FocusAt(place));
        }
    }
}

impl<Key: Copy + PartialEq + 'static, Message> Widget<Message, Theme, Renderer> for Stage<'_, Key, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State<Key>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State { key: self.key, was_covered: false, focused: None })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State<Key>>();
        if state.key == self.key {
            tree.diff_children(&[&self.content]);
        } else {
            (state.key, state.focused) = (self.key, None);
            tree.children = self.children();
        }
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let content = self.content.as_widget_mut();
        if self.is_covered {
            content.operate(&mut tree.children[0], layout, renderer, &mut WithoutFocus(operation));
        } else {
            content.operate(&mut tree.children[0], layout, renderer, operation);
        }
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
        let Tree { state, children, .. } = tree;
        self.turn(state.downcast_mut::<State<Key>>(), &mut children[0], layout, renderer);
        if self.is_covered && matches!(event, Event::Keyboard(_) | Event::InputMethod(_)) {
            return;
        }
        let content = self.content.as_widget_mut();
        content.update(&mut children[0], event, layout, cursor, renderer, clipboard, shell, viewport);
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

impl<'a, Key, Message> From<Stage<'a, Key, Message>> for Element<'a, Message>
where
    Key: Copy + PartialEq + 'static,
    Message: 'a,
{
    fn from(stage: Stage<'a, Key, Message>) -> Self {
        Element::new(stage)
    }
}

/// Gives the focus to the one at a place, from 0.
struct FocusAt(usize);

impl Operation for FocusAt {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if self.0 == 0 {
            state.focus();
        }
        self.0 = self.0.wrapping_sub(1);
    }
}

/// Another operation that is told of nothing that can have the focus.
struct WithoutFocus<'a>(&'a mut dyn Operation);

impl Operation for WithoutFocus<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        self.0.traverse(&mut |operation| operate(&mut WithoutFocus(operation)));
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.0.container(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.0.scrollable(id, bounds, content, translation, state);
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, _: &mut dyn TextInput) {}

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.0.text(id, bounds, text);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        self.0.custom(id, bounds, state);
    }
}
