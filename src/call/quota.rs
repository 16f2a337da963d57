//! How often a call may be sent before the vendor locks the door. The counting is here, pure; `store::sent` keeps it
//! over restarts.

use crate::token::Time;

/// A vendor's limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// In so many milliseconds,
    pub within: i64,
    /// so many are allowed;
    pub most: usize,
    /// from this number on it is told.
    pub warn_from: usize,
    /// One more locks for so many milliseconds.
    pub locks_for: i64,
}

/// What was sent lately to one account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// When, oldest first, in milliseconds.
    pub times: Vec<i64>,
    /// Until when the vendor has locked it, by our count.
    pub locked_until: Option<i64>,
}

/// Whether one more may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// It may. So many are counted with it.
    Free {
        /// How many, this one included.
        count: usize,
    },
    /// It may, but not many more.
    Near {
        /// How many, this one included.
        count: usize,
    },
    /// It would lock the account, or the account is locked.
    Full {
        /// From when on it may be sent again.
        free_at: Time,
    },
}

impl Sent {
    /// Forgets what is too old to count, and what lies in the future because the clock was set back.
    fn tidy(&mut self, quota: &Quota, now: Time) {
        let now = now.millis();
        self.times.retain(|time| *time > now.saturating_sub(quota.within) && *time <= now);
        self.locked_until =
            self.locked_until.filter(|end| *end > now && *end <= now.saturating_add(quota.locks_for));
    }

    /// Whether one more may be sent now. If it is sent (leave was given, or `forced`), it is counted; whether failures
    /// count is not documented, so each does. Forced over the limit, the lock is assumed to begin.
    pub fn take(&mut self, quota: &Quota, now: Time, forced: bool) -> Leave {
        self.tidy(quota, now);
        let count = self.times.len() + 1;
        let locked = self.locked_until.map(Time::from_millis);
        let full = locked.is_some() || count > quota.most;
        if full && !forced {
            // When enough of the oldest have left the window.
            let oldest = self.times.get(self.times.len().saturating_sub(quota.most)).copied();
            let first = oldest.map_or(now, |time| Time::from_millis(time).plus(quota.within));
            return Leave::Full { free_at: locked.unwrap_or(first) };
        }
        self.times.push(now.millis());
        if full {
            self.locked_until = Some(now.plus(quota.locks_for).millis());
        }
        if count >= quota.warn_from { Leave::Near { count } } else { Leave::Free { count } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUOTA: Quota = Quota { within: 60_000, most: 50, warn_from: 40, locks_for: 300_000 };

    fn at(millis: i64) -> Time {
        Time::from_millis(1_767_323_045_000 + millis)
    }

    #[test]
    fn fifty_pass_warned_from_forty_and_the_next_is_refused() {
        let mut sent = Sent::default();
        for n in 0..50 {
            let leave = sent.take(&QUOTA, at(n * 1000), false);
            let count = usize::try_from(n).unwrap_or_default() + 1;
            let expected = if count >= 40 { Leave::Near { count } } else { Leave::Free { count } };
            assert_eq!(leave, expected);
        }
        let refused = Leave::Full { free_at: at(60_000) };
        assert_eq!(sent.take(&QUOTA, at(50_000), false), refused);
        assert_eq!(sent.take(&QUOTA, at(50_000), false), refused, "a refusal does not count");
        assert_eq!(sent.take(&QUOTA, at(60_000), false), Leave::Near { count: 50 }, "the first has left");
    }

    #[test]
    fn forced_over_the_limit_it_is_locked() {
        let mut sent = Sent::default();
        for n in 0..50 {
            sent.take(&QUOTA, at(n * 1000), false);
        }
        assert_eq!(sent.take(&QUOTA, at(50_000), true), Leave::Near { count: 51 });
        assert_eq!(sent.locked_until, Some(at(350_000).millis()), "as the vectors' model has it");
        assert_eq!(sent.take(&QUOTA, at(349_999), false), Leave::Full { free_at: at(350_000) });
        assert_eq!(sent.take(&QUOTA, at(350_000), false), Leave::Free { count: 1 });
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let mut sent =
            Sent { times: vec![at(9_000_000).millis(); 60], locked_until: Some(at(9_000_000).millis()) };
        assert_eq!(sent.take(&QUOTA, at(0), false), Leave::Free { count: 1 });
    }
}
