//! Instants.

use jiff::Timestamp;
use serde_json::{Number, Value};

use crate::i18n::{self, Arg, Message};

/// An instant: milliseconds since 1970-01-01 UTC. Vendors count in seconds; some SDKs round, some floor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

/// Seconds above this are milliseconds by mistake: the year 5138 (references opentok.md 10, jwt.md 1).
pub const MILLISECONDS_FROM: i64 = 100_000_000_000;

impl Time {
    /// From milliseconds.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// From whole seconds; saturates.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// From a number in a token: whole, with a fraction or with an exponent; saturates. `None` for other JSON.
    pub fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Self::from_decimal(&number.to_string()),
            _ => None,
        }
    }

    /// From decimal text in seconds; saturates.
    pub fn from_decimal(text: &str) -> Option<Self> {
        if let Ok(seconds) = text.parse::<i64>() {
            return Some(Self::from_seconds(seconds));
        }
        let seconds: f64 = text.parse().ok().filter(|s: &f64| s.is_finite())?;
        // `as` saturates, which is what is wanted for 1e300.
        Some(Self((seconds * 1000.0).round() as i64))
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds, rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Whole seconds, half up, as JavaScript's `Math.round(ms / 1000)`.
    pub const fn seconds_rounded(self) -> i64 {
        self.0.saturating_add(500).div_euclid(1000)
    }

    /// Later (or earlier) by so many milliseconds; saturates.
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this; saturates.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Unix seconds as JSON: whole where it is whole, else with a fraction.
    pub fn to_json(self) -> Value {
        seconds_json(self.0)
    }

    /// `2026-01-02T03:04:05Z`, or the bare number of seconds where the calendar ends.
    pub fn rfc3339(self) -> String {
        i18n::rfc3339(self.0)
    }
}

impl From<Time> for Arg {
    fn from(time: Time) -> Self {
        Self::Time(time.0)
    }
}

/// Milliseconds as JSON seconds: whole where they are whole, else with a fraction.
pub fn seconds_json(millis: i64) -> Value {
    if millis % 1000 == 0 {
        return Value::from(millis / 1000);
    }
    Number::from_f64(millis as f64 / 1000.0).map_or(Value::Null, Value::Number)
}

/// What a person gives for a time: an instant, or a span from now. The command line's TIME.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// An instant.
    At(Time),
    /// So many milliseconds from now, or before it.
    FromNow(i64),
}

impl When {
    /// Reads Unix seconds (a fraction is allowed), RFC 3339, or a signed span such as `+90m`, `-2d`, `+1h30m`.
    ///
    /// # Errors
    /// A message that says what was expected.
    pub fn parse(text: &str) -> Result<Self, Message> {
        let text = text.trim();
        if text.starts_with(['+', '-']) {
            return span(text)
                .map(Self::FromNow)
                .ok_or_else(|| Message::new("problem-span").with("got", text));
        }
        if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            let time =
                Time::from_decimal(text).ok_or_else(|| Message::new("problem-time").with("got", text))?;
            if time.seconds() > MILLISECONDS_FROM {
                return Err(Message::new("problem-milliseconds").with("got", text));
            }
            return Ok(Self::At(time));
        }
        match text.parse::<Timestamp>() {
            Ok(timestamp) => Ok(Self::At(Time(timestamp.as_millisecond()))),
            Err(_) => Err(Message::new("problem-time").with("got", text)),
        }
    }

    /// The instant, given now.
    pub const fn resolve(self, now: Time) -> Time {
        match self {
            Self::At(time) => time,
            Self::FromNow(millis) => now.plus(millis),
        }
    }
}

/// Milliseconds of a signed span: a sign, then numbers with the units w d h m s.
fn span(text: &str) -> Option<i64> {
    let negative = text.starts_with('-');
    let mut rest = text.get(1..)?;
    let mut millis: i64 = 0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let count: i64 = rest.get(..end)?.parse().ok()?;
        let unit = rest.get(end..)?.chars().next()?;
        let seconds = match unit {
            'w' => 604_800,
            'd' => 86_400,
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        millis = millis.checked_add(count.checked_mul(seconds)?.checked_mul(1000)?)?;
        rest = rest.get(end + unit.len_utf8()..)?;
    }
    (text.len() > 1).then_some(if negative { -millis } else { millis })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_of_time() {
        assert_eq!(When::parse("1767323045"), Ok(When::At(Time(1_767_323_045_000))));
        assert_eq!(When::parse("1767323045.678"), Ok(When::At(Time(1_767_323_045_678))));
        assert_eq!(When::parse("2026-01-02T03:04:05Z"), Ok(When::At(Time(1_767_323_045_000))));
        assert_eq!(When::parse("2026-01-02T10:04:05.5+07:00"), Ok(When::At(Time(1_767_323_045_500))));
        assert_eq!(When::parse("+90m"), Ok(When::FromNow(5_400_000)));
        assert_eq!(When::parse("-2d"), Ok(When::FromNow(-172_800_000)));
        assert_eq!(When::parse("+1h30m"), Ok(When::FromNow(5_400_000)));
    }

    #[test]
    fn refuses_the_rest_with_a_reason() {
        for (text, id) in [
            ("1767323045678", "problem-milliseconds"),
            ("+", "problem-span"),
            ("+5", "problem-span"),
            ("+5x", "problem-span"),
            ("+99999999999999w", "problem-span"),
            ("-é", "problem-span"),
            ("tomorrow", "problem-time"),
            ("1.2.3", "problem-time"),
            ("", "problem-time"),
        ] {
            assert_eq!(When::parse(text).unwrap_err().id, id, "{text}");
        }
    }

    #[test]
    fn numbers_of_any_size_saturate() {
        let time = |json: &str| Time::from_json(&serde_json::from_str(json).unwrap());
        assert_eq!(time("1e300"), Some(Time(i64::MAX)));
        assert_eq!(time("-9223372036854775808"), Some(Time(i64::MIN)));
        assert_eq!(time("1767323045.25"), Some(Time(1_767_323_045_250)));
        assert_eq!(time("\"1\""), None);
        assert_eq!(Time(i64::MAX).rfc3339(), (i64::MAX / 1000).to_string());
    }

    #[test]
    fn rounds_and_floors_as_the_sdks_do() {
        assert_eq!(Time(1_767_323_045_678).seconds(), 1_767_323_045);
        assert_eq!(Time(1_767_323_045_678).seconds_rounded(), 1_767_323_046);
        assert_eq!(Time(-1).seconds(), -1);
    }
}
