//! A layer: the bytes behind a token's text, cut into runs. A token may have several, one inside the other.

use std::borrow::Cow;
use std::ops::Range;

use crate::codec::json;

/// Bytes that were taken out of a token's text, or out of another layer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// Its word: text id `layer-<name>`.
    pub name: &'static str,
    /// The bytes. As many as the text allows ([`super::MAX_TEXT`]), or the cap of what unpacks them.
    pub bytes: Vec<u8>,
    /// All of them in order, without a gap.
    pub runs: Vec<Run>,
    /// The key of the part that shows all of it as one text.
    pub whole: Option<&'static str>,
}

/// Bytes of a layer that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its word: text id `segment-<name>`; blank where the part's own name says it.
    pub name: &'static str,
    /// Its bytes in the layer.
    pub range: Range<usize>,
    /// The key of the part that it carries.
    pub part: Option<Cow<'static, str>>,
}

impl Layer {
    /// Bytes that are not cut into runs yet.
    pub const fn new(name: &'static str, bytes: Vec<u8>) -> Self {
        Self { name, bytes, runs: Vec::new(), whole: None }
    }

    /// The text of a JSON object, a run for each member.
    pub fn json(name: &'static str, text: &str) -> Self {
        let mut layer = Self::new(name, text.as_bytes().to_vec());
        for (key, range) in json::places(text) {
            layer.part(key, range.end);
        }
        layer.close("data");
        layer
    }

    /// The same with the part that shows all of it.
    #[must_use]
    pub const fn shown_whole_by(mut self, part: &'static str) -> Self {
        self.whole = Some(part);
        self
    }

    /// Where the next run begins.
    pub fn at(&self) -> usize {
        self.runs.last().map_or(0, |run| run.range.end)
    }

    /// The bytes up to `end` are what `name` says, and carry this part.
    pub fn run(&mut self, name: &'static str, end: usize, part: Option<&'static str>) {
        self.push(name, end, part.map(Cow::Borrowed));
    }

    /// The bytes up to `end` carry the part of this key, whose name says it all.
    pub fn part(&mut self, key: impl Into<Cow<'static, str>>, end: usize) {
        self.push("", end, Some(key.into()));
    }

    /// What is left: the end of the last part, as a brace is, or a run of its own where there is no part.
    pub fn close(&mut self, name: &'static str) {
        let end = self.bytes.len();
        match self.runs.last_mut() {
            Some(last) if last.part.is_some() && last.name.is_empty() => last.range.end = end,
            _ => self.push(name, end, None),
        }
    }

    /// What is left and was not read.
    pub fn rest(&mut self, name: &'static str) {
        self.push(name, self.bytes.len(), None);
    }

    fn push(&mut self, name: &'static str, end: usize, part: Option<Cow<'static, str>>) {
        let range = self.at()..end.min(self.bytes.len());
        if !range.is_empty() {
            self.runs.push(Run { name, range, part });
        }
    }

    /// Whether pointing at this part means that run of the layer.
    pub fn is_lit(&self, run: &Run, part: &str) -> bool {
        self.whole == Some(part) || run.part.as_deref().is_some_and(|own| is_of(own, part))
    }
}

/// Whether a part is this one or one of its own members: `payload.room_id` of `payload`.
pub fn is_of(whole: &str, part: &str) -> bool {
    part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(layer: &Layer) -> Vec<(&str, &str, Range<usize>)> {
        let runs = layer.runs.iter();
        runs.map(|run| (run.name, run.part.as_deref().unwrap_or_default(), run.range.clone())).collect()
    }

    #[test]
    fn runs_follow_each_other_and_never_leave_the_bytes() {
        let mut layer = Layer::new("envelope", vec![0; 10]);
        layer.run("expire", 8, Some("outer_expire"));
        layer.run("iv", 8, None);
        layer.run("iv", 99, None);
        layer.rest("data");
        assert_eq!(words(&layer), [("expire", "outer_expire", 0..8), ("iv", "", 8..10)]);
    }

    #[test]
    fn json_is_cut_between_its_members() {
        let layer = Layer::json("plaintext", r#"{"a":"x,}","b":{"c":[1,2]} , "d":3 }"#);
        assert_eq!(words(&layer), [("", "a", 0..10), ("", "b", 10..26), ("", "d", 26..36)]);
        assert_eq!(words(&Layer::json("plaintext", "{}")), [("data", "", 0..2)]);
    }

    #[test]
    fn a_member_lights_its_whole() {
        let mut layer = Layer::new("plaintext", vec![0; 4]).shown_whole_by("plaintext");
        layer.part("payload", 4);
        let run = &layer.runs[0];
        for (part, lit) in
            [("payload", true), ("payload.room_id", true), ("plaintext", true), ("payloads", false)]
        {
            assert_eq!(layer.is_lit(run, part), lit, "{part}");
        }
    }
}
