//! What a panel is given: the model to read, words, and a place for messages.

use jiff::Zoned;
use jiff::tz::TimeZone;

use crate::app::model::Failure;
use crate::app::{Command, Model, Msg};
use crate::i18n::{self, Arg, Message, Texts};
use crate::token::{Note, Severity, Time};

use super::theme::Tone;

/// One drawing of the window.
pub struct View<'a> {
    /// What is shown. It changes only by messages.
    pub model: &'a Model,
    /// The words.
    pub texts: &'a Texts,
    /// The zone of times on screen.
    pub zone: &'a TimeZone,
    /// What the user did in this drawing.
    pub out: Vec<Msg>,
}

impl View<'_> {
    /// The text of an id.
    pub fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// A message in words.
    pub fn words(&self, message: &Message) -> String {
        self.texts.format(message)
    }

    /// Tells the model that something was done.
    pub fn push(&mut self, msg: Msg) {
        self.out.push(msg);
    }

    /// Gives a command.
    pub fn command(&mut self, command: Command) {
        self.push(Msg::Command(command));
    }

    /// The words of a field: its label and its help.
    pub fn field(&self, key: &str) -> (String, String) {
        let id = format!("field-{}", key.replace('_', "-"));
        (self.text(&id), self.texts.find(&format!("{id}.help")).unwrap_or_default())
    }

    /// A failure as a title and what to do about it. A title says in a few words what a library says in many: those
    /// stand in the text then.
    pub fn failure(&self, failure: &Failure) -> (String, String) {
        let (said, remedy) = (self.words(&failure.message), self.words(&failure.remedy()));
        match self.texts.find(&format!("{}.short", failure.message.id)) {
            Some(short) => (short, self.texts.sentences(&[self.texts.sentence(&said), remedy])),
            None => (said, remedy),
        }
    }

    /// Date and time in the zone of the screen: `Sun 22 Nov 2026 20:57:12`, or `today 20:57:12`.
    pub fn moment(&self, time: Time) -> String {
        let (Some(then), Some(now)) = (self.zoned(time), self.zoned(self.model.now)) else {
            return time.seconds().to_string();
        };
        if then.date() == now.date() {
            return self.texts.today(&then);
        }
        self.texts.date(&then)
    }

    /// The same, then in UTC where that is another, then how far from now: `today 19:54:00 · 12:54:00 UTC · 3 min ago`.
    pub fn full_moment(&self, time: Time) -> String {
        let mut words = vec![self.moment(time)];
        if let (Some(there), Some(utc)) = (self.zoned(time), i18n::zoned(time.millis(), &TimeZone::UTC)) {
            if there.offset().seconds() == 0 {
                words = vec![self.words(&Message::new("time-utc").with("clock", self.moment(time)))];
            } else {
                let same_day = utc.date() == there.date();
                let clock =
                    if same_day { utc.strftime("%H:%M:%S").to_string() } else { self.texts.day_date(&utc) };
                words.push(self.words(&Message::new("time-utc").with("clock", clock)));
            }
        }
        words.push(self.distance(time));
        words.join(" · ")
    }

    /// How far an instant is from now, in its largest unit: `3 min ago`, `in 24 d`, `now`.
    pub fn distance(&self, time: Time) -> String {
        let millis = time.since(self.model.now);
        let id = match millis {
            -999..=999 => "time-this-second",
            ..-999 => "time-ago",
            _ => "time-in",
        };
        self.words(&Message::new(id).with("span", Arg::About(millis)))
    }

    /// The same without seconds and year, for where there is little room: `Sun 22 Nov, 20:57`.
    pub fn short_moment(&self, time: Time) -> String {
        self.zoned(time).map_or_else(String::new, |then| self.texts.short_date(&then))
    }

    /// The status bar's clock: `21 Nov 2026 20:57 UTC+7`. Without seconds, so that an idle window draws once a minute.
    pub fn clock(&self) -> String {
        self.zoned(self.model.now).map_or_else(
            || self.model.now.seconds().to_string(),
            |now| {
                let seconds = now.offset().seconds();
                let (sign, seconds) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
                let minutes = seconds / 60 % 60;
                let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
                let zone =
                    if seconds == 0 { String::new() } else { format!("{sign}{}{minutes}", seconds / 3600) };
                format!("{} UTC{zone}", self.texts.clock_date(&now))
            },
        )
    }

    fn zoned(&self, time: Time) -> Option<Zoned> {
        i18n::zoned(time.millis(), self.zone)
    }

    /// A note on a part, times as [`View::full_moment`] says them.
    pub fn full_note(&self, note: &Note) -> String {
        match note {
            Note::Time(time) => self.full_moment(*time),
            other => self.note(other),
        }
    }

    /// A note on a part, times in the zone of the screen.
    pub fn note(&self, note: &Note) -> String {
        match note {
            Note::None => String::new(),
            Note::Text(message) => self.words(message),
            Note::Time(time) => self.moment(*time),
        }
    }
}

/// The keys of a command, for a chip.
pub fn keys(command: Command) -> String {
    command.shortcut().map(crate::app::command::Shortcut::label).unwrap_or_default()
}

/// The colour of a finding.
pub const fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warn,
        Severity::Info => Tone::Accent,
    }
}
