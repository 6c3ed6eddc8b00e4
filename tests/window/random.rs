//! Any slip: random presses, keys and letters, after each of which nothing typed is gone without a question, what would be saved can
//! be opened again, undo and redo give back what was, and the window is as one that is newly made.

#![expect(clippy::disallowed_methods, reason = "a test prepares and reads files")]

use std::fs;
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use sunwise::team;
use sunwise::time::Zone;
use sunwise::window::command::{ALL, Command};
use sunwise::window::drafts::{Drafts, Form};
use sunwise::window::file::Files;
use sunwise::window::screen::Screen;
use sunwise::window::{App, Document};

use super::drafts::TEXT;
use super::driver::now;
use super::{Driver, Hand};

/// Seeds that found something once, and some more; and how many steps each takes.
const SEEDS: [u64; 6] = [1, 2, 3, 4, 5, 6];
const STEPS: usize = 350;

/// What gives up what is typed, by the words that are pressed; icons may too. The last four make something else of the field beside
/// them, for which other text is right.
const GIVES_UP: [&str; 7] = ["Discard", "Cancel", "Close", "Weeks", "Days", "Blocks", "With the sun"];

/// Numbers without an order, the same for the same seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// What is done at a step.
#[derive(Debug, Clone)]
enum Act {
    Key(Key, Modifiers),
    Letter(char),
    Press(String),
    Field(usize),
    ThereAndBack(Screen),
    UndoAndRedo,
}

impl Act {
    fn any(chance: &mut Chance, hand: &mut Hand) -> Self {
        let control = |letter: &str| (Key::Character(letter.into()), Modifiers::COMMAND);
        match chance.below(20) {
            0..4 => {
                let (key, modifiers) = ALL[chance.below(ALL.len())].shortcut.pressed();
                Self::Key(key, modifiers)
            }
            4..5 => {
                let (key, modifiers) = control(chance.of(&["z", "y", "s"]));
                Self::Key(key, modifiers)
            }
            5..6 => Self::Key(Key::Named(chance.of(&[Named::Backspace, Named::Enter])), Modifiers::empty()),
            6..10 => Self::Letter(chance.of(&['a', 'm', '1', '7', ' ', ':', '-', ','])),
            10..15 => {
                let texts = hand.pressable();
                Self::Press(texts[chance.below(texts.len())].clone())
            }
            15..18 => Self::Field(chance.below(40)),
            18 => Self::ThereAndBack(chance.of(&Screen::ALL)),
            _ => Self::UndoAndRedo,
        }
    }

    /// Whether it may give up what is typed.
    fn may_give_up(&self) -> bool {
        match self {
            Self::Press(words) => GIVES_UP.contains(&words.as_str()) || words.chars().all(|letter| letter > '\u{e000}'),
            _ => false,
        }
    }

    /// Whether it is only about the field that has the focus, of which there is one.
    fn is_typing(&self) -> bool {
        matches!(self, Self::Key(..) | Self::Letter(_))
    }
}

/// Whether a path is asked for: what a random hand enters there is written somewhere.
fn asks_for_path(hand: &mut Hand) -> bool {
    hand.find(iced_test::selector::id("path")).is_some()
}

fn act(act: &Act, hand: &mut Hand) {
    let asks = asks_for_path(hand);
    match act {
        Act::Key(Key::Named(Named::Enter), _) | Act::Press(_) if asks => {
            hand.key(Key::Named(Named::Escape), Modifiers::empty());
        }
        Act::Key(key, modifiers) => drop(hand.key(key.clone(), *modifiers)),
        Act::Letter(letter) => hand.write(&letter.to_string()),
        Act::Press(words) => hand.press(words),
        Act::Field(number) => hand.press_field(*number),
        Act::ThereAndBack(there) => {
            let texts = |hand: &mut Hand| hand.fields().into_iter().map(|field| field.text).collect::<Vec<_>>();
            let (back, before) = (hand.window.app.screen(), texts(hand));
            if !hand.is_free() || *there == back {
                return;
            }
            for command in [Command::Go(*there), Command::Dismiss, Command::Go(back)] {
                hand.ask(command);
            }
            assert_eq!(texts(hand), before, "from {back:?} to {there:?} and back");
        }
        Act::UndoAndRedo => {
            let before = Arc::clone(hand.window.app.document().team());
            let can_undo = hand.window.app.document().undoable().is_some();
            if hand.is_free() && can_undo {
                hand.ask(Command::Undo);
                assert_ne!(*hand.window.app.document().team(), before, "an undo undoes something");
                hand.ask(Command::Redo);
                assert_eq!(*hand.window.app.document().team(), before, "redone as it was");
            }
        }
    }
}

/// Every text that stood in a form before must stand there after, unless it was given up. Typing changes one.
fn nothing_is_gone(before: &Drafts, after: &Drafts, act: &Act) {
    let all = [Form::Member, Form::Meeting, Form::Cadence, Form::OneOff, Form::Rota, Form::Opening];
    let texts = |drafts: &Drafts| -> Vec<(Form, Option<String>, String, String)> {
        let notes = all.into_iter().flat_map(|form| drafts.of(form));
        let fields = notes.flat_map(|note| {
            note.fields.iter().map(|(name, text)| (note.form, note.of.clone(), name.clone(), text.clone()))
        });
        fields.collect()
    };
    let after = texts(after);
    let gone: Vec<_> = texts(before).into_iter().filter(|text| !after.contains(text)).collect();
    let most = usize::from(act.is_typing());
    assert!(act.may_give_up() || gone.len() <= most, "gone: {gone:?}");
}

fn start(folder: &std::path::Path) -> Hand {
    let path = folder.join("t.ron");
    fs::write(&path, TEXT).expect("written");
    let team = team::read("t.ron", TEXT.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
    let mut window = Driver::with(Document::read(team, Some(path), TEXT.as_bytes()), Files::default());
    window.hasten();
    Hand::on(window)
}

fn run(seed: u64, steps: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut chance, mut hand) = (Chance(seed), start(folder.path()));
    for step in 0..steps {
        let next = Act::any(&mut chance, &mut hand);
        let (revision, drafts) = (hand.window.app.document().revision(), hand.window.app.document().drafts().clone());
        let trace = Trace { seed, step, act: next.clone() };
        let writes = matches!(&next, Act::Press(words) if words.starts_with("Save") || words == "Overwrite")
            || matches!(&next, Act::Key(Key::Character(letter), modifiers) if letter == "s" && modifiers.command());
        if writes {
            hand.window.wait();
        }
        act(&next, &mut hand);
        hand.window.hasten();
        if hand.window.closed {
            hand = start(folder.path());
            continue;
        }
        let open = hand.window.app.document();
        if revision.is_same_document(open.revision()) && open.revision() == revision {
            nothing_is_gone(&drafts, open.drafts(), &next);
        } else {
            let text = team::write(open.kept());
            assert!(team::read("t.ron", text.as_bytes()).is_ok(), "could not be opened again:\n{text}");
        }
        if writes {
            let saved = fs::read(folder.path().join("t.ron")).expect("a file");
            assert!(team::read("t.ron", &saved).is_ok(), "was saved and cannot be opened again");
        }
        if step % 8 == 0 {
            assert_eq!(hand.texts(), hand.texts_of_new_window());
            let open = hand.window.app.document();
            let again = Document::new((**open.team()).clone(), None).with_drafts(open.drafts().clone());
            let _inside = hand.window.inside();
            let (new, _tasks) = App::with_files(again, Files::default(), now(), Zone::UTC);
            assert_eq!(new.document().drafts(), hand.window.app.document().drafts(), "in a window of the same state");
        }
        drop(trace);
    }
}

/// Tells on a panic what led to it.
struct Trace {
    seed: u64,
    step: usize,
    act: Act,
}

impl Drop for Trace {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}, step {}: {:?}", self.seed, self.step, self.act);
        }
    }
}

#[test]
fn a_random_hand_loses_nothing() {
    for seed in SEEDS {
        run(seed, STEPS);
    }
}

#[test]
#[ignore = "takes minutes; `cargo thorough` runs it"]
fn a_random_hand_loses_nothing_for_long() {
    for seed in 100..140 {
        run(seed, 600);
    }
}
