//! The window: from when to when a token is good.

use super::time::Time;

/// The times of a token, as it claims them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// When it was made.
    pub issued_at: Option<Time>,
    /// From when it is good.
    pub not_before: Option<Time>,
    /// When it ends.
    pub expires_at: Option<Time>,
    /// It never ends by its nature; absent `expires_at` alone says only that nothing is known.
    pub endless: bool,
    /// It is still good at the very second of its end (OpenTok: refused when `exp < now`; others when `now >= exp`).
    pub good_at_end: bool,
}

/// Where now stands in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowState {
    /// Now is inside.
    Active,
    /// Now is behind the end.
    Expired,
    /// Now is before the start.
    NotYet,
    /// There is no end.
    Endless,
    /// Nothing is known.
    Unknown,
}

impl WindowState {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expired => "expired",
            Self::NotYet => "not-yet",
            Self::Endless => "endless",
            Self::Unknown => "unknown",
        }
    }
}

impl Window {
    /// Where `now` stands.
    pub fn state(&self, now: Time) -> WindowState {
        if self.not_before.is_some_and(|start| now < start) {
            return WindowState::NotYet;
        }
        match self.expires_at {
            Some(end) if now > end || (now == end && !self.good_at_end) => WindowState::Expired,
            Some(_) => WindowState::Active,
            None if self.endless => WindowState::Endless,
            None => WindowState::Unknown,
        }
    }

    /// Milliseconds to the end; negative behind it.
    pub fn remaining(&self, now: Time) -> Option<i64> {
        self.expires_at.map(|end| end.since(now))
    }

    /// The next instant at which [`Window::state`] changes.
    pub fn next_change(&self, now: Time) -> Option<Time> {
        [self.not_before, self.expires_at.map(|end| end.plus(i64::from(self.good_at_end)))]
            .into_iter()
            .flatten()
            .filter(|time| *time > now)
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_around_the_edges() {
        let at = Time::from_seconds;
        let window = Window { not_before: Some(at(10)), expires_at: Some(at(20)), ..Window::default() };
        assert_eq!(window.state(at(9)), WindowState::NotYet);
        assert_eq!(window.state(at(10)), WindowState::Active);
        assert_eq!(window.state(at(20)), WindowState::Expired);
        let kind = Window { good_at_end: true, ..window };
        assert_eq!(kind.state(at(20)), WindowState::Active);
        assert_eq!(kind.state(at(20).plus(1)), WindowState::Expired);
        assert_eq!(kind.next_change(at(15)), Some(at(20).plus(1)));
        assert_eq!(window.next_change(at(0)), Some(at(10)));
        assert_eq!(Window::default().state(at(0)), WindowState::Unknown);
        assert_eq!(Window { endless: true, ..Window::default() }.state(at(0)), WindowState::Endless);
    }
}
