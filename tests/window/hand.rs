//! A window that stays, as on a screen: its widgets remember their focus, and what no widget takes is heard by the window.

use iced::advanced::renderer::Headless;
use iced::advanced::widget::operation::{self, Focusable, Operation, Outcome, TextInput};
use iced::advanced::widget::{Id, operation::focusable};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{Event as Press, Key, Location, Modifiers};
use iced::{Event, Point, Rectangle, Size, window};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;
use iced_test::selector::{Bounded, Selector};
use sunwise::window::command::Command;
use sunwise::window::renderer::Renderer;
use sunwise::window::{Message, heard, theme};

use super::Driver;

/// A window under a hand.
pub struct Hand {
    pub window: Driver,
    cache: Cache,
    renderer: Renderer,
    size: Size,
}

/// A field as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub id: Option<String>,
    pub text: String,
    pub has_focus: bool,
}

type Ui<'a> = UserInterface<'a, Message, iced::Theme, Renderer>;

impl Hand {
    /// Lays the hand on a window.
    pub fn on(window: Driver) -> Self {
        // This also loads the fonts.
        assert!(!window.sees("\u{0}"));
        let new = <Renderer as Headless>::new(theme::UI, theme::size::BODY.into(), None);
        let renderer = iced::futures::executor::block_on(new).expect("a renderer");
        let mut hand = Self { window, cache: Cache::default(), renderer, size: Size::new(1280.0, 1600.0) };
        hand.settle();
        hand
    }

    fn look<T>(&mut self, look: impl FnOnce(&mut Ui<'_>, &mut Renderer) -> T) -> T {
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.window.app.view(), self.size, cache, &mut self.renderer);
        let found = look(&mut ui, &mut self.renderer);
        self.cache = ui.into_cache();
        found
    }

    /// Does what was asked of the widgets.
    fn settle(&mut self) {
        for mut operation in std::mem::take(&mut self.window.operations) {
            self.look(|ui, renderer| ui.operate(renderer, operation.as_mut()));
            while let Outcome::Chain(mut next) = operation.finish() {
                self.look(|ui, renderer| ui.operate(renderer, next.as_mut()));
                operation = next;
            }
        }
    }

    /// Lets events happen, and runs all that follows. Gives what they meant.
    fn happen(&mut self, events: &[Event], at: Option<Point>) -> Vec<Message> {
        let cursor = at.map_or(mouse::Cursor::Unavailable, mouse::Cursor::Available);
        let (mut messages, statuses) = self.look(|ui, renderer| {
            let mut messages = Vec::new();
            let (_, statuses) = ui.update(events, cursor, renderer, &mut clipboard::Null, &mut messages);
            (messages, statuses)
        });
        let id = window::Id::unique();
        messages.extend(events.iter().zip(statuses).filter_map(|(event, status)| heard(event.clone(), status, id)));
        for message in messages.clone() {
            self.window.send(message);
            self.settle();
        }
        // The next frame: whatever lies over the window is noticed.
        let frame = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
        self.look(|ui, renderer| {
            ui.update(&[frame], mouse::Cursor::Unavailable, renderer, &mut clipboard::Null, &mut Vec::new());
        });
        messages
    }

    /// Presses a key, and lets it go. What it meant.
    pub fn key(&mut self, key: Key, modifiers: Modifiers) -> Vec<Message> {
        // As with X11, Control does not take the letter away.
        let text = match key.as_ref() {
            Key::Character(letters) => Some(letters.into()),
            Key::Named(Named::Space) => Some(" ".into()),
            _ => None,
        };
        let physical_key = Physical::Unidentified(NativeCode::Unidentified);
        let (modified_key, location, repeat) = (key.clone(), Location::Standard, false);
        let press = Press::KeyPressed { key, modified_key, physical_key, location, modifiers, text, repeat };
        let events = [Press::ModifiersChanged(modifiers), press, Press::ModifiersChanged(Modifiers::empty())];
        self.happen(&events.map(Event::Keyboard), None)
    }

    /// Types text where the focus is.
    pub fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(Key::Character(letter.to_string().into()), Modifiers::empty());
        }
    }

    /// Presses the pointer at a place.
    pub fn press_at(&mut self, at: Point) {
        let button = mouse::Button::Left;
        let events = [mouse::Event::ButtonPressed(button), mouse::Event::ButtonReleased(button)];
        self.happen(&events.map(Event::Mouse), Some(at));
    }

    /// Presses what has exactly these words.
    pub fn press(&mut self, words: &str) {
        let bounds = self.find(words).unwrap_or_else(|| panic!("`{words}` is not seen"));
        self.press_at(bounds.center());
    }

    /// Where the first of these is seen.
    pub fn find<S>(&mut self, what: S) -> Option<Rectangle>
    where
        S: Selector + Send,
        S::Output: Bounded + Clone + Send,
    {
        let mut find = what.find();
        self.look(|ui, renderer| ui.operate(renderer, &mut operation::black_box(&mut find)));
        match find.finish() {
            Outcome::Some(found) => found?.visible_bounds(),
            _ => None,
        }
    }

    /// Presses one of the fields, by its number, around the last.
    pub fn press_field(&mut self, number: usize) {
        let mut boxes = Boxes::default();
        self.look(|ui, renderer| ui.operate(renderer, &mut boxes));
        if !boxes.fields.is_empty() {
            self.press_at(boxes.fields[number % boxes.fields.len()].center());
        }
    }

    /// The texts that are on the screen and can be pressed, or not.
    pub fn pressable(&mut self) -> Vec<String> {
        let mut boxes = Boxes::default();
        self.look(|ui, renderer| ui.operate(renderer, &mut boxes));
        let screen = Rectangle::with_size(self.size);
        boxes
            .texts
            .into_iter()
            .filter(|(text, at)| !text.is_empty() && screen.contains(at.center()))
            .map(|(text, _)| text)
            .collect()
    }

    /// Asks for a command, as its key does.
    pub fn ask(&mut self, command: Command) {
        self.window.ask(command);
        self.settle();
    }

    /// Whether nothing lies over the window.
    pub fn is_free(&self) -> bool {
        self.window.app.is_free()
    }

    /// Every text as a window shows it that is newly made of the same state.
    pub fn texts_of_new_window(&mut self) -> Vec<String> {
        let cache = std::mem::take(&mut self.cache);
        let texts = self.texts();
        self.cache = cache;
        texts
    }

    /// Gives a field the focus, at its end.
    pub fn focus(&mut self, field: &'static str) {
        self.look(|ui, renderer| {
            ui.operate(renderer, &mut focusable::focus::<()>(field.into()));
            ui.operate(renderer, &mut operation::text_input::move_cursor_to_end::<()>(field.into()));
        });
        assert_eq!(self.focused().and_then(|shown| shown.id), Some(format!("{:?}", Id::from(field))), "the focus");
    }

    /// The field that has the focus.
    pub fn focused(&mut self) -> Option<Shown> {
        self.fields().into_iter().find(|field| field.has_focus)
    }

    /// Which of the buttons that can be pressed has the focus.
    pub fn focused_button(&mut self) -> Option<usize> {
        let mut fields = Fields::default();
        self.look(|ui, renderer| ui.operate(renderer, &mut fields));
        fields.focused_button
    }

    /// All fields that can have the focus, in order.
    pub fn fields(&mut self) -> Vec<Shown> {
        let mut fields = Fields::default();
        self.look(|ui, renderer| ui.operate(renderer, &mut fields));
        fields.fields
    }

    /// Every text that is on the screen, in order.
    pub fn texts(&mut self) -> Vec<String> {
        self.seen().0
    }

    /// Every text that is on the screen, in order, and all fields.
    pub fn seen(&mut self) -> (Vec<String>, Vec<Shown>) {
        let (mut texts, mut fields) = (Texts::default(), Fields::default());
        self.look(|ui, renderer| {
            ui.operate(renderer, &mut texts);
            ui.operate(renderer, &mut fields);
        });
        (texts.0, fields.fields)
    }
}

/// The fields, and which of the buttons has the focus.
#[derive(Default)]
struct Fields {
    fields: Vec<Shown>,
    /// A text field tells of its text first, then that it can have the focus; a button only that.
    is_of_field: bool,
    buttons: usize,
    focused_button: Option<usize>,
}

impl Operation for Fields {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text_input(&mut self, id: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        let id = id.map(|id| format!("{id:?}"));
        self.fields.push(Shown { id, text: state.text().to_owned(), has_focus: false });
        self.is_of_field = true;
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        match self.fields.last_mut() {
            Some(field) if std::mem::take(&mut self.is_of_field) => field.has_focus = state.is_focused(),
            _ => {
                if state.is_focused() {
                    self.focused_button = Some(self.buttons);
                }
                self.buttons += 1;
            }
        }
    }
}

/// Where texts and fields are.
#[derive(Default)]
struct Boxes {
    texts: Vec<(String, Rectangle)>,
    fields: Vec<Rectangle>,
}

impl Operation for Boxes {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        self.texts.push((text.to_owned(), bounds));
    }

    fn text_input(&mut self, _: Option<&Id>, bounds: Rectangle, _: &mut dyn TextInput) {
        self.fields.push(bounds);
    }
}

#[derive(Default)]
struct Texts(Vec<String>);

impl Operation for Texts {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _: Option<&Id>, _: Rectangle, text: &str) {
        self.0.push(text.to_owned());
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        self.0.push(state.text().to_owned());
    }
}
