//! The clock as the window looks at it: minutes are shown, and nothing else wakes it while nobody touches it.

use std::time::Duration;

use iced::futures::{Stream, stream};

use super::now;
use crate::time::Instant;

/// The present moment, and then each minute as it begins.
pub fn minutes() -> impl Stream<Item = Instant> {
    stream::unfold(true, |is_first| async move {
        if !is_first {
            tokio::time::sleep(rest()).await;
        }
        Some((now(), false))
    })
}

/// How long the present minute goes on.
#[allow(clippy::disallowed_methods, reason = "the window is one of the rooms that read the clock")]
fn rest() -> Duration {
    const MINUTE: i64 = 60_000;
    let past = chrono::Utc::now().timestamp_millis().rem_euclid(MINUTE);
    Duration::from_millis((MINUTE - past) as u64)
}
