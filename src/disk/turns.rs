//! The order in which things are done to a file from many threads.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Hands out the turns in which something is done to one thing.
#[derive(Debug, Default)]
pub struct Turns<T>(Arc<Shared<T>>);

/// A place in the order. Turns may be taken on any thread, however late: one that comes after a later one is not done at all.
#[derive(Debug)]
pub struct Turn<T> {
    shared: Arc<Shared<T>>,
    number: u64,
}

#[derive(Debug, Default)]
struct Shared<T> {
    handed_out: AtomicU64,
    thing: Mutex<Thing<T>>,
}

/// The thing, and the last turn that was taken.
#[derive(Debug, Default)]
struct Thing<T> {
    thing: T,
    turn: u64,
}

impl<T> Clone for Turns<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Turns<T> {
    /// The next turn.
    pub fn next(&self) -> Turn<T> {
        let number = self.0.handed_out.fetch_add(1, Ordering::Relaxed);
        Turn { shared: Arc::clone(&self.0), number }
    }
}

impl<T> Turn<T> {
    /// Does something when nobody else does, unless a later turn was taken.
    pub fn take<R>(self, act: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut thing = self.shared.thing.lock().unwrap_or_else(PoisonError::into_inner);
        if thing.turn > self.number {
            return None;
        }
        thing.turn = self.number;
        Some(act(&mut thing.thing))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_that_comes_too_late_does_nothing() {
        let turns: Turns<Vec<&str>> = Turns::default();
        let (first, second, third) = (turns.next(), turns.next(), turns.next());
        assert_eq!(second.take(|done| done.push("second")), Some(()));
        assert_eq!(first.take(|done| done.push("first")), None);
        assert_eq!(third.take(|done| done.clone()), Some(vec!["second"]));
    }
}
