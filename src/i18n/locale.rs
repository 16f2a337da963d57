//! Dates, spans and numbers as a language writes them. Their words and order are texts too: `locale.ftl`.

use fluent_bundle::FluentValue;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::{Arg, Language, Message, Texts};

impl Language {
    /// A number with its digits in groups of three.
    fn grouped(self, count: i64) -> String {
        let mark = match self {
            Self::English | Self::Chinese => ',',
            Self::Vietnamese => '.',
        };
        let digits = count.unsigned_abs().to_string();
        let mut words = if count < 0 { "-".to_owned() } else { String::new() };
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                words.push(mark);
            }
            words.push(digit);
        }
        words
    }

    /// The same for the numbers that Fluent writes itself.
    pub(super) fn formatter<M>(self) -> fn(&FluentValue<'_>, &M) -> Option<String> {
        fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
            match value {
                // Whole by `Arg`, and small enough to be exact by `value`.
                FluentValue::Number(number) => Some(language.grouped(number.value as i64)),
                _ => None,
            }
        }
        match self {
            Self::English => |value, _| written(value, Self::English),
            Self::Chinese => |value, _| written(value, Self::Chinese),
            Self::Vietnamese => |value, _| written(value, Self::Vietnamese),
        }
    }
}

impl Texts {
    /// Day of the week, date and time to the second: `Sun 22 Nov 2026 20:57:12`.
    pub fn date(&self, then: &Zoned) -> String {
        self.format(&self.dated("date-long", then, "%H:%M:%S"))
    }

    /// The same without the year: `Sun 22 Nov 20:57:12`.
    pub fn day_date(&self, then: &Zoned) -> String {
        self.format(&self.dated("date-day", then, "%H:%M:%S"))
    }

    /// The same without year and seconds, for where there is little room: `Sun 22 Nov, 20:57`.
    pub fn short_date(&self, then: &Zoned) -> String {
        self.format(&self.dated("date-short", then, "%H:%M"))
    }

    /// Date and time to the minute, as on a clock: `22 Nov 2026 20:57`.
    pub fn clock_date(&self, then: &Zoned) -> String {
        self.format(&self.dated("date-clock", then, "%H:%M"))
    }

    /// The time of a day that is today: `today 20:57:12`.
    pub fn today(&self, then: &Zoned) -> String {
        self.format(&self.dated("date-today", then, "%H:%M:%S"))
    }

    fn dated(&self, id: &'static str, then: &Zoned, clock: &str) -> Message {
        let number = |number: i8| usize::try_from(number).unwrap_or_default();
        let weekday = number(then.weekday().to_monday_zero_offset());
        Message::new(id)
            .with("weekday", self.word("calendar-weekdays", weekday))
            .with("day", then.day().to_string())
            .with("month", self.word("calendar-months", number(then.month()).saturating_sub(1)))
            .with("year", then.year().to_string())
            .with("clock", then.strftime(clock).to_string())
    }

    /// A span of any sign in its two largest units: `3 min 12 s`, `29 d 23 h`, `0 s`.
    pub fn span(&self, millis: i64) -> String {
        self.span_in(2, millis)
    }

    /// A span in its so many largest units.
    fn span_in(&self, most: usize, millis: i64) -> String {
        let units = [86_400, 3600, 60, 1];
        let seconds = millis.unsigned_abs() / 1000;
        let first = units.iter().position(|size| seconds >= *size).unwrap_or(units.len() - 1);
        let mut rest = seconds;
        let mut words = Vec::new();
        for (index, size) in units.iter().enumerate().skip(first).take(most) {
            let count = rest / size;
            rest %= size;
            if count > 0 || seconds == 0 {
                words.push(format!("{count} {}", self.word("span-units", index)));
            }
        }
        words.join(" ")
    }

    /// A running countdown: `00:04:12`, `23:59:48`, beyond two days `29 d 23 h`. Negative spans count as zero.
    pub fn countdown(&self, millis: i64) -> String {
        let seconds = millis.max(0) / 1000;
        if seconds >= 2 * 86_400 {
            return self.span(millis);
        }
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// A number of something; its digits stand in groups on screen.
    pub fn count(&self, count: i64) -> String {
        if self.zone.is_some() { self.language.grouped(count) } else { count.to_string() }
    }

    /// Words with one mark at their end, whether they have it or not.
    pub fn sentence(&self, words: &str) -> String {
        let end = if self.language == Language::Chinese { '。' } else { '.' };
        format!("{}{end}", words.trim_end_matches(['.', '。']))
    }

    /// Whole sentences, one after the other.
    pub fn sentences(&self, sentences: &[String]) -> String {
        sentences.join(if self.language == Language::Chinese { "" } else { " " })
    }

    /// Words of the program, listed.
    pub fn list(&self, words: &[String]) -> String {
        words.join(if self.language == Language::Chinese { "、" } else { ", " })
    }

    /// An argument in words.
    pub fn argument(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Count(count) => self.count(*count),
            Arg::Span(millis) => self.span(*millis),
            Arg::About(millis) => self.span_in(1, *millis),
            Arg::Left(millis) => self.countdown(*millis),
            Arg::Time(millis) => {
                let then = self.zone.as_ref().and_then(|zone| zoned(*millis, zone));
                then.map_or_else(|| rfc3339(*millis), |then| self.date(&then))
            }
        }
    }

    /// A word of a text that is a list of words.
    fn word(&self, id: &str, index: usize) -> String {
        self.get(id).split_whitespace().nth(index).unwrap_or_default().to_owned()
    }
}

/// An instant in a zone; `None` where the calendar ends.
pub fn zoned(millis: i64, zone: &TimeZone) -> Option<Zoned> {
    Some(Timestamp::from_millisecond(millis).ok()?.to_zoned(zone.clone()))
}

/// `2026-01-02T03:04:05Z`, or the bare number of seconds where the calendar ends.
pub fn rfc3339(millis: i64) -> String {
    match Timestamp::from_millisecond(millis) {
        Ok(timestamp) => timestamp.to_string(),
        Err(_) => millis.div_euclid(1000).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{APP_TEXTS, Language};

    fn texts(language: Language) -> Texts {
        Texts::new(APP_TEXTS, language)
    }

    #[test]
    fn spans_in_words() {
        let english = texts(Language::English);
        for (seconds, short, running) in [
            (0, "0 s", "00:00:00"),
            (192, "3 min 12 s", "00:03:12"),
            (3600, "1 h", "01:00:00"),
            (86_388, "23 h 59 min", "23:59:48"),
            (2_588_400, "29 d 23 h", "29 d 23 h"),
        ] {
            assert_eq!(english.span(seconds * 1000), short);
            assert_eq!(english.countdown(seconds * 1000), running);
        }
        assert_eq!(english.span(-192_000), "3 min 12 s");
        assert_eq!(english.argument(&Arg::About(-192_000)), "3 min");
        assert_eq!(english.span(i64::MIN).split(' ').next(), Some("106751991167"));
        assert_eq!(texts(Language::Chinese).span(192_000), "3 分钟 12 秒");
        assert_eq!(texts(Language::Vietnamese).span(192_000), "3 phút 12 giây");
    }

    #[test]
    fn dates_in_the_order_of_the_language() {
        let then = zoned(1_767_323_045_000, &TimeZone::UTC).unwrap();
        for (language, long, short, clock, today) in [
            (
                Language::English,
                "Fri 2 Jan 2026 03:04:05",
                "Fri 2 Jan, 03:04",
                "2 Jan 2026 03:04",
                "today 03:04:05",
            ),
            (
                Language::Chinese,
                "2026年1月2日 周五 03:04:05",
                "1月2日 周五 03:04",
                "2026年1月2日 03:04",
                "今天 03:04:05",
            ),
            (
                Language::Vietnamese,
                "T6 2/1/2026 03:04:05",
                "T6 2/1, 03:04",
                "2/1/2026 03:04",
                "hôm nay 03:04:05",
            ),
        ] {
            let texts = texts(language);
            assert_eq!(texts.date(&then), long);
            assert_eq!(texts.short_date(&then), short);
            assert_eq!(texts.clock_date(&then), clock);
            assert_eq!(texts.today(&then), today);
        }
    }

    #[test]
    fn every_language_has_all_days_months_and_units() {
        for language in Language::ALL {
            let texts = texts(language);
            for (id, count) in [("calendar-weekdays", 7), ("calendar-months", 12), ("span-units", 4)] {
                assert_eq!(texts.get(id).split_whitespace().count(), count, "{id} {language:?}");
            }
        }
    }

    #[test]
    fn sentences_and_lists_with_the_marks_of_the_language() {
        let words = ["A".to_owned(), "B".to_owned()];
        for (language, list, sentences) in [
            (Language::English, "A, B", "A. B."),
            (Language::Chinese, "A、B", "A。B。"),
            (Language::Vietnamese, "A, B", "A. B."),
        ] {
            let texts = texts(language);
            assert_eq!(texts.list(&words), list);
            assert_eq!(texts.sentences(&["A.", "B"].map(|words| texts.sentence(words))), sentences);
        }
    }

    #[test]
    fn only_a_screen_has_its_own_zone_and_groups() {
        let [count, time] = [Arg::Count(-131_072), Arg::Time(1_767_323_045_000)];
        let plain = texts(Language::Vietnamese);
        assert_eq!(plain.argument(&count), "-131072");
        assert_eq!(plain.argument(&time), "2026-01-02T03:04:05Z");
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        let screen = texts(Language::Vietnamese).on_screen(zone.clone());
        assert_eq!(screen.argument(&count), "-131.072");
        assert_eq!(screen.argument(&time), "T6 2/1/2026 10:04:05");
        assert_eq!(texts(Language::English).on_screen(zone).argument(&count), "-131,072");
        assert_eq!(screen.argument(&Arg::Time(i64::MAX)), (i64::MAX / 1000).to_string());
    }
}
