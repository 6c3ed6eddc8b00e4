//! Work that a slow or dead disk may hold up for ever.

use std::sync::mpsc;
use std::time::Duration;

use thiserror::Error;

/// Why work on the disk has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoAnswer {
    /// It took longer than anybody waits.
    #[error(
        "there was no answer within {} s: the disk, or the network that it is reached by, does not answer; try again when it does",
        .0.as_secs_f32()
    )]
    Late(Duration),
    /// The work broke off.
    #[error("it broke off: a fault in Sunwise, please report it")]
    BrokeOff,
    /// The system gave no thread for it.
    #[error("the system has no thread left for it; close other programs and try again")]
    NoThread,
}

/// Begins work on a thread of its own, which calls `done` with the result. No system can break off a call to a disk that does not answer:
/// such a thread is left to itself, and keeps the program from nothing, not even from its end.
///
/// # Errors
/// When the system has no thread left.
pub fn begin<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    done: impl FnOnce(T) + Send + 'static,
) -> Result<(), NoAnswer> {
    let thread = std::thread::Builder::new().name("disk".to_owned());
    thread.spawn(move || done(work())).map(drop).map_err(|_| NoAnswer::NoThread)
}

/// Does work on a thread of its own and waits for its result, but no longer than `limit`.
///
/// # Errors
/// When there is no result in time, or the work broke off.
pub fn within<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> Result<T, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    // Nobody may wait any more when it is done.
    begin(work, move |result| drop(sender.send(result)))?;
    receiver.recv_timeout(limit).map_err(|error| match error {
        mpsc::RecvTimeoutError::Timeout => NoAnswer::Late(limit),
        mpsc::RecvTimeoutError::Disconnected => NoAnswer::BrokeOff,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_longer_than_the_limit() {
        assert_eq!(within(Duration::from_secs(20), || 3), Ok(3));
        let limit = Duration::from_millis(20);
        let (_holds, held) = mpsc::channel::<()>();
        assert_eq!(within(limit, move || held.recv()), Err(NoAnswer::Late(limit)));
        assert_eq!(
            within(Duration::from_secs(20), || panic!("a fault of the test's")),
            Err::<(), _>(NoAnswer::BrokeOff)
        );
    }
}
