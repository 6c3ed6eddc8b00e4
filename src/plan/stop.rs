//! A flag by which whoever asked a planner tells it that nobody waits for the answer any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tells work under way to end. Clones share one flag: one is kept by whoever asks, one goes with the work, which looks at it now and then.
///
/// # Example
///
/// ```
/// use sunwise::plan::Stop;
///
/// let stop = Stop::default();
/// let with_the_work = stop.clone();
/// assert!(!with_the_work.is_set());
/// stop.set();
/// assert!(with_the_work.is_set());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Tells the work to end as soon as it can.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to end.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
