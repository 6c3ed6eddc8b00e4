//! Two sheets beside each other: where there is little room the second lies over the first.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Renderer as _, Shell, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Theme, Vector, mouse};

use crate::window::renderer::{Element, Renderer};

/// A sheet with a panel at its right edge.
pub struct Beside<'a, Message> {
    /// The sheet, and the panel if there is one.
    children: Vec<Element<'a, Message>>,
    /// Where there is less room, the panel lies over the sheet; in logical pixels.
    narrow: f32,
}

impl<'a, Message> Beside<'a, Message> {
    /// A sheet, a panel as wide as it likes, and the room below which the panel lies over the sheet.
    pub fn new(sheet: Element<'a, Message>, panel: Option<Element<'a, Message>>, narrow: f32) -> Self {
        Self { children: std::iter::once(sheet).chain(panel).collect(), narrow }
    }
}

/// Where the pointer is for what lies below the panel.
fn below(cursor: mouse::Cursor, panel: Option<Rectangle>) -> mouse::Cursor {
    if panel.is_some_and(|panel| cursor.is_over(panel)) { mouse::Cursor::Unavailable } else { cursor }
}

/// The bounds of the panel, if there is one.
fn panel_of(layout: Layout<'_>) -> Option<Rectangle> {
    layout.children().nth(1).map(|panel| panel.bounds())
}

impl<Message> Widget<Message, Theme, Renderer> for Beside<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let room = limits.max();
        let [sheet, panel @ ..] = &mut self.children[..] else { return layout::Node::new(room) };
        let mut trees = tree.children.iter_mut();
        let (Some(sheet_tree), panel_tree) = (trees.next(), trees.next()) else { return layout::Node::new(room) };
        let within = |width: f32| layout::Limits::new(Size::ZERO, Size::new(width.max(0.0), room.height));
        let panel = panel.first_mut().zip(panel_tree).map(|(panel, tree)| {
            let node = panel.as_widget_mut().layout(tree, renderer, &within(room.width));
            let left = room.width - node.size().width;
            node.move_to(Point::new(left, 0.0))
        });
        let taken = panel.as_ref().filter(|_| room.width >= self.narrow).map_or(0.0, |panel| panel.size().width);
        let sheet = sheet.as_widget_mut().layout(sheet_tree, renderer, &within(room.width - taken));
        layout::Node::with_children(room, std::iter::once(sheet).chain(panel).collect())
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
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
        let panel = panel_of(layout);
        let parts = self.children.iter_mut().zip(&mut tree.children).zip(layout.children()).enumerate();
        for (number, ((child, tree), layout)) in parts.collect::<Vec<_>>().into_iter().rev() {
            let cursor = if number == 0 { below(cursor, panel) } else { cursor };
            child.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
            if shell.is_event_captured() {
                return;
            }
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let is_over_panel = panel_of(layout).is_some_and(|panel| cursor.is_over(panel));
        let number = usize::from(is_over_panel);
        let part = self.children.get(number).zip(tree.children.get(number)).zip(layout.children().nth(number));
        part.map_or(mouse::Interaction::None, |((child, tree), layout)| {
            child.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
        })
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
        let panel = panel_of(layout);
        for (number, ((child, tree), layout)) in
            self.children.iter().zip(&tree.children).zip(layout.children()).enumerate()
        {
            let Some(seen) = layout.bounds().intersection(viewport) else { continue };
            let cursor = if number == 0 { below(cursor, panel) } else { cursor };
            renderer.with_layer(seen, |renderer| {
                child.as_widget().draw(tree, renderer, theme, style, layout, cursor, &seen);
            });
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        overlay::from_children(&mut self.children, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a> From<Beside<'a, Message>> for Element<'a, Message> {
    fn from(beside: Beside<'a, Message>) -> Self {
        Element::new(beside)
    }
}
