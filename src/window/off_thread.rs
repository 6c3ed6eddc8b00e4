//! Work on the disk, off the window's thread: a disk that does not answer holds up nothing but itself.

use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::disk::{NoAnswer, begin};

/// How long the disk is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(pub Duration);

impl Default for Limit {
    fn default() -> Self {
        Self(Duration::from_secs(20))
    }
}

/// Does work on a thread of its own, which the window waits for no longer than the limit, and not at all when it closes.
///
/// # Errors
/// When there is no result in time, or the work broke off.
pub async fn off_thread<T: Send + 'static>(
    limit: Limit,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, NoAnswer> {
    let (sender, receiver) = oneshot::channel();
    // Nobody may wait any more when it is done.
    begin(work, move |result| drop(sender.send(result)))?;
    match tokio::time::timeout(limit.0, receiver).await {
        Ok(result) => result.map_err(|_| NoAnswer::BrokeOff),
        Err(_) => Err(NoAnswer::Late(limit.0)),
    }
}

/// Where one work goes at a time: what hangs is not joined by more of its kind.
#[derive(Debug, Default)]
pub struct Lane(Weak<()>);

impl Lane {
    /// Whether the last work in it goes on, be it that nobody waits for it any more.
    pub fn is_taken(&self) -> bool {
        self.0.strong_count() > 0
    }

    /// The same work, which takes the lane until it is done.
    pub fn enter<T>(&mut self, work: impl FnOnce() -> T + Send + 'static) -> impl FnOnce() -> T + Send + 'static {
        let place = Arc::new(());
        self.0 = Arc::downgrade(&place);
        move || {
            let result = work();
            drop(place);
            result
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_lane_is_taken_while_its_work_goes_on_even_if_nobody_waits() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let mut lane = Lane::default();
        let (go, held) = mpsc::channel::<()>();
        let (done, finished) = mpsc::channel();
        assert!(!lane.is_taken());
        let limit = Limit(Duration::from_millis(10));
        let work = lane.enter(move || held.recv());
        let answer = runtime.block_on(off_thread(limit, move || {
            let result = work();
            done.send(()).expect("the test waits");
            result
        }));
        assert_eq!(answer, Err(NoAnswer::Late(limit.0)));
        assert!(lane.is_taken());
        go.send(()).expect("it hangs");
        finished.recv().expect("it ends");
        assert!(!lane.is_taken());
    }
}
