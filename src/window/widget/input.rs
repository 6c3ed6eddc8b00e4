//! The box of a field: it owns the keys while it has the focus, and takes back what was typed there.

use std::borrow::Cow;
use std::cell::RefCell;

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer, text};
use iced::keyboard::key::{Named, Physical};
use iced::keyboard::{self, Key, Modifiers};
use iced::widget::{TextInput, text_input};
use iced::{Event, Length, Padding, Rectangle, Size, Theme};

use super::history::History;
use crate::window::command::Command;
use crate::window::renderer::{Element, Renderer};

type State = text_input::State<<Renderer as text::Renderer>::Paragraph>;

/// A box to type in. While it has the focus every key is its own, but for those that ask for a command wherever one is.
#[must_use]
pub struct Input<'a, Message> {
    inner: TextInput<'a, Said, Theme, Renderer>,
    text: Cow<'a, str>,
    typed: Option<Box<dyn Fn(String) -> Message + 'a>>,
    entered: Option<Message>,
    left: Option<Message>,
    stepped: Option<Box<dyn Fn(isize) -> Message + 'a>>,
}

/// What the box tells.
#[derive(Debug, Clone)]
enum Said {
    Typed(String),
    Entered,
}

/// Whose a pressed key is while a box has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// The box's: it edits the text, or does nothing.
    Text,
    /// The box's: it asks for a command of fields.
    Field(Command),
    /// The window's.
    Window,
}

impl Owner {
    fn of(key: &Key, physical: Physical, modifiers: Modifiers) -> Self {
        if let Some(command) = Command::in_field(key, physical, modifiers) {
            return Self::Field(command);
        }
        let edits = match key.to_latin(physical) {
            Some(letter) => matches!(letter.to_ascii_lowercase(), 'a' | 'c' | 'v' | 'x') && !modifiers.shift(),
            None => true,
        };
        let is_chord = modifiers.command() && !modifiers.alt();
        let is_named = matches!(key, Key::Named(Named::Tab | Named::F1));
        if is_named || is_chord && !edits { Self::Window } else { Self::Text }
    }
}

impl<'a, Message: Clone> Input<'a, Message> {
    /// A box with what stands in it; `placeholder` is seen while that is nothing.
    pub fn new(placeholder: &str, text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let inner = TextInput::new(placeholder, &text);
        Self { inner, text, typed: None, entered: None, left: None, stepped: None }
    }

    /// Its name for focus and tests.
    pub fn id(mut self, id: &'static str) -> Self {
        self.inner = self.inner.id(id);
        self
    }

    /// How large its letters are, in logical pixels.
    pub fn size(mut self, size: f32) -> Self {
        self.inner = self.inner.size(size);
        self
    }

    /// How wide it is.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.inner = self.inner.width(width);
        self
    }

    /// How much room is around the text.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.inner = self.inner.padding(padding);
        self
    }

    /// An icon in it.
    pub fn icon(mut self, icon: text_input::Icon<iced::Font>) -> Self {
        self.inner = self.inner.icon(icon);
        self
    }

    /// How it looks.
    pub fn style(mut self, style: impl Fn(&Theme, text_input::Status) -> text_input::Style + 'a) -> Self {
        self.inner = self.inner.style(style);
        self
    }

    /// Tells of each change; before that nothing can be typed.
    pub fn on_input(mut self, report: impl Fn(String) -> Message + 'a) -> Self {
        self.inner = self.inner.on_input(Said::Typed);
        self.typed = Some(Box::new(report));
        self
    }

    /// Tells of Enter.
    pub fn on_submit(mut self, message: Message) -> Self {
        self.inner = self.inner.on_submit(Said::Entered);
        self.entered = Some(message);
        self
    }

    /// Tells of Escape, which also takes the focus away.
    pub fn on_leave(mut self, message: Message) -> Self {
        self.left = Some(message);
        self
    }

    /// Tells of the arrows up and down, by how many lines further down.
    pub fn on_step(mut self, report: impl Fn(isize) -> Message + 'a) -> Self {
        self.stepped = Some(Box::new(report));
        self
    }

    /// Does what a key of fields asks for. Whether the text itself is to hear of it too.
    fn command(&self, command: Command, history: &mut History, shell: &mut Shell<'_, Message>) -> bool {
        match command {
            Command::Undo | Command::Redo => {
                let text = if command == Command::Undo { history.undo() } else { history.redo() };
                if let (Some(text), Some(report)) = (text, &self.typed) {
                    shell.publish(report(text.to_owned()));
                }
                false
            }
            Command::NextChoice | Command::PreviousChoice => {
                let by = if command == Command::NextChoice { 1 } else { -1 };
                if let Some(report) = &self.stepped {
                    shell.publish(report(by));
                }
                false
            }
            _ => {
                if let Some(message) = &self.left {
                    shell.publish(message.clone());
                }
                true
            }
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Input<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<History>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(History::of(&self.text))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.inner as &dyn Widget<Said, Theme, Renderer>)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.state.downcast_mut::<History>().follow(&self.text);
        tree.diff_children(&[&self.inner as &dyn Widget<Said, Theme, Renderer>]);
    }

    fn size(&self) -> Size<Length> {
        Widget::<Said, Theme, Renderer>::size(&self.inner)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        Widget::layout(&mut self.inner, &mut tree.children[0], renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        Widget::operate(&mut self.inner, &mut tree.children[0], layout, renderer, operation);
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
        let history = tree.state.downcast_mut::<History>();
        let has_focus = tree.children[0].state.downcast_ref::<State>().is_focused();
        let mut is_own = false;
        if let Event::Keyboard(keyboard::Event::KeyPressed { key, physical_key, modifiers, .. }) = event
            && has_focus
        {
            is_own = match Owner::of(key, *physical_key, *modifiers) {
                Owner::Window => return,
                Owner::Text => true,
                Owner::Field(command) if self.command(command, history, shell) => true,
                Owner::Field(_) => {
                    shell.capture_event();
                    return;
                }
            };
        }
        let mut said = Vec::new();
        let mut inside = Shell::new(&mut said);
        self.inner.update(&mut tree.children[0], event, layout, cursor, renderer, clipboard, &mut inside, viewport);
        let history = RefCell::new(history);
        shell.merge(inside, |said| match said {
            Said::Typed(text) => {
                history.borrow_mut().type_in(&text);
                self.typed.as_ref().expect("only then is typing told of")(text)
            }
            Said::Entered => self.entered.clone().expect("only then is Enter told of"),
        });
        if is_own {
            shell.capture_event();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.inner.draw(&tree.children[0], renderer, theme, layout, cursor, None, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        Widget::<Said, Theme, Renderer>::mouse_interaction(
            &self.inner,
            &tree.children[0],
            layout,
            cursor,
            viewport,
            renderer,
        )
    }
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(input: Input<'a, Message>) -> Self {
        Element::new(input)
    }
}
