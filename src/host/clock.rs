//! The clock of the machine. The only place that reads it.
//!
//! Everything else is handed the time, so that a test, `--at` and time travel in the window all work the same way.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Milliseconds since the Unix epoch, now. Negative for a clock set before 1970.
pub fn now() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "this is the edge where the wall clock comes in")]
    let now = SystemTime::now();
    millis(now)
}

/// A point on the monotonic clock: for waiting and measuring, never for a token.
pub fn monotonic() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "this is the edge where the monotonic clock comes in")]
    Instant::now()
}

fn millis(time: SystemTime) -> i64 {
    let whole = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(before) => -whole(before.duration()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_the_epoch_both_ways() {
        assert_eq!(millis(UNIX_EPOCH), 0);
        assert_eq!(millis(UNIX_EPOCH + Duration::from_micros(1_500)), 1);
        assert_eq!(millis(UNIX_EPOCH - Duration::from_secs(2)), -2_000);
    }

    #[test]
    fn the_clock_is_milliseconds_not_seconds() {
        // 2024-01-01 and 2200-01-01.
        assert!((1_704_067_200_000..7_258_118_400_000).contains(&now()));
        assert!(monotonic() <= monotonic());
    }
}
