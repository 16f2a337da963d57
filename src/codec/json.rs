//! JSON objects with their order, their duplicates and their numbers kept as they were written.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::{Map, Value};

/// A JSON object as it stood in the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object {
    /// Members in order; of a repeated key the last value counts, as in every verifier measured.
    pub members: Map<String, Value>,
    /// Values that a later one of the same key took the place of, in any depth, in order of the repetition.
    pub duplicates: Vec<Duplicate>,
}

/// A value that does not count, because its key stands again behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// Its key, behind those of the objects around it and their dots.
    pub key: String,
    /// The value.
    pub value: Value,
}

/// Reads an object.
///
/// # Errors
/// Text that is no JSON, or JSON that is no object, or nested deeper than `serde_json`'s limit of 128.
pub fn object(text: &str) -> Result<Object, serde_json::Error> {
    struct Members;
    impl<'de> serde::de::Visitor<'de> for Members {
        type Value = Object;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a JSON object")
        }
        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
            let mut object = Object::default();
            while let Some((key, value)) = map.next_entry::<String, Value>()? {
                object.members.insert(key, value);
            }
            Ok(object)
        }
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut object = serde::de::Deserializer::deserialize_map(&mut reader, Members)?;
    reader.end()?;
    object.duplicates = duplicates(text)?;
    Ok(object)
}

/// What is replaced in text that is JSON. So many that nobody could look through them are enough.
///
/// # Errors
/// An object with the name under which `serde_json` hands numbers around: it would be taken for one.
fn duplicates(text: &str) -> Result<Vec<Duplicate>, serde_json::Error> {
    const MOST: usize = 64;
    const NUMBER: &str = "$serde_json::private::Number";
    #[derive(Default)]
    struct Level {
        is_object: bool,
        key: Option<String>,
        value_at: usize,
        seen: HashMap<String, Range<usize>>,
    }
    let mut found = Vec::new();
    let mut levels: Vec<Level> = Vec::new();
    let (mut quoted, mut escaped) = (None, false);
    for (at, byte) in text.bytes().enumerate() {
        if let Some(start) = quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    quoted = None;
                    if let Some(level) =
                        levels.last_mut().filter(|level| level.is_object && level.key.is_none())
                    {
                        level.key = serde_json::from_str(text.get(start..=at).unwrap_or_default())?;
                    }
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = Some(at),
            b':' => levels.last_mut().into_iter().for_each(|level| level.value_at = at + 1),
            b'{' | b'[' => levels.push(Level { is_object: byte == b'{', ..Level::default() }),
            b',' | b'}' | b']' => {
                let (outer, Some(level)) =
                    levels.split_last_mut().map_or((&mut [][..], None), |(last, outer)| (outer, Some(last)))
                else {
                    continue;
                };
                if let Some(key) = level.key.take() {
                    if key == NUMBER {
                        return Err(serde::de::Error::custom("a name that stands for a number"));
                    }
                    let before = level.seen.insert(key.clone(), level.value_at..at);
                    if let Some(before) = before.filter(|_| found.len() < MOST) {
                        let around = outer.iter().filter_map(|level| level.key.as_deref());
                        let path: Vec<&str> = around.chain([key.as_str()]).collect();
                        let value = serde_json::from_str(text.get(before).unwrap_or_default())?;
                        found.push(Duplicate { key: path.join("."), value });
                    }
                }
                if byte != b',' {
                    levels.pop();
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Where each member of an object stands, from its key to its value; for text that [`object`] reads.
pub fn places(text: &str) -> Vec<(String, Range<usize>)> {
    let mut members: Vec<Range<usize>> = Vec::new();
    let mut member: Option<Range<usize>> = None;
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        let between = depth == 1 && !quoted;
        if between && matches!(byte, b',' | b'}') {
            members.extend(member.take());
        } else if depth > 0 && !(between && byte.is_ascii_whitespace()) {
            let start = member.as_ref().map_or(at, |member| member.start);
            member = Some(start..at + 1);
        }
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let key = |range: &Range<usize>| {
        let member = text.get(range.clone())?;
        serde_json::Deserializer::from_str(member).into_iter::<String>().next()?.ok()
    };
    members.into_iter().filter_map(|range| Some((key(&range)?, range))).collect()
}

/// Writes an object member by member, compact, in the order of the calls, as `JSON.stringify` does.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// An empty object.
    pub fn new() -> Self {
        Self::default()
    }

    /// A member whose value is text.
    #[must_use]
    pub fn text(self, key: &str, value: &str) -> Self {
        let quoted = Value::from(value).to_string();
        self.raw(key, &quoted)
    }

    /// A member whose value is already JSON, such as a number kept as it was typed.
    #[must_use]
    pub fn raw(mut self, key: &str, json: &str) -> Self {
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        self.text.push_str(&Value::from(key).to_string());
        self.text.push(':');
        self.text.push_str(json);
        self
    }

    /// A whole number.
    #[must_use]
    pub fn integer(self, key: &str, value: i64) -> Self {
        self.raw(key, &value.to_string())
    }

    /// The object's text.
    pub fn finish(mut self) -> String {
        if self.text.is_empty() {
            self.text.push('{');
        }
        self.text.push('}');
        self.text
    }
}

/// A value as one would type it: text without quotes, everything else as JSON.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_numbers_and_duplicates_survive() {
        let object = object(r#"{"z":1e-7,"a":9223372036854775808,"z":0.10}"#).unwrap();
        assert_eq!(object.duplicates, [duplicate("z", "1e-7")]);
        assert_eq!(Value::Object(object.members).to_string(), r#"{"z":0.10,"a":9223372036854775808}"#);
    }

    fn duplicate(key: &str, json: &str) -> Duplicate {
        Duplicate { key: key.to_owned(), value: serde_json::from_str(json).unwrap() }
    }

    #[test]
    fn what_is_replaced_is_found_in_any_depth() {
        let text = r#"{"a":{"x":[1,{"y":"}\"\\","y":2}],"x":3,"\u0078": 4} ,"b":"a","b":["b","b"],"b":{}}"#;
        let expected = [
            duplicate("a.x.y", r#""}\"\\""#),
            duplicate("a.x", r#"[1,{"y":2}]"#),
            duplicate("a.x", "3"),
            duplicate("b", r#""a""#),
            duplicate("b", r#"["b","b"]"#),
        ];
        assert_eq!(object(text).unwrap().duplicates, expected);
        assert_eq!(object(r#"{"a":["a","a"],"b":{"a":1},"c":[{"a":1},{"a":1}]}"#).unwrap().duplicates, []);
        let many = object(&format!("{{{}\"a\":1}}", "\"a\":1,".repeat(5000))).unwrap();
        assert_eq!((many.duplicates.len(), many.members.len()), (64, 1));
    }

    #[test]
    fn an_object_does_not_pass_for_a_number() {
        for key in ["$serde_json::private::Number", r"\u0024serde_json::private::Number"] {
            assert!(object(&format!(r#"{{"exp":{{"{key}":"9999999999"}}}}"#)).is_err());
        }
    }

    #[test]
    fn refuses_what_is_no_object() {
        for bad in ["", "[]", "1", "{", "{}x", "\u{feff}{}", &"[".repeat(100_000)] {
            assert!(object(bad).is_err());
        }
        assert!(object(&format!("{{\"a\":{}1{}}}", "[".repeat(5000), "]".repeat(5000))).is_err());
    }

    #[test]
    fn members_are_found_where_they_stand() {
        let text = r#" { "a\"b" : [1, {"c": 2}] ,"d":"}\\","é":3}"#;
        let found: Vec<_> = places(text).into_iter().map(|(key, range)| (key, &text[range])).collect();
        let expected = [("a\"b", r#""a\"b" : [1, {"c": 2}]"#), ("d", r#""d":"}\\""#), ("é", "\"é\":3")];
        assert_eq!(found, expected.map(|(key, member)| (key.to_owned(), member)));
        assert_eq!((places("{}"), places("")), (Vec::new(), Vec::new()));
    }

    #[test]
    fn writes_compact_in_order() {
        let text = Writer::new().text("b", "é\"/\n").integer("a", -1).raw("n", "1e-7").finish();
        assert_eq!(text, "{\"b\":\"é\\\"/\\n\",\"a\":-1,\"n\":1e-7}");
        assert_eq!(Writer::new().finish(), "{}");
    }
}
