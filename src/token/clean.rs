//! Taking a token out of what surrounds it where people copy it: quotes, headers, URLs, JSON, line breaks.
//!
//! Verifiers refuse such text, so what was taken off is told (reference jwt.md section 1).

use crate::codec::{form, json};

/// One thing that was taken off. Its text is `cleaned-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cleaning(pub &'static str);

/// White space around the token.
pub const SPACE: Cleaning = Cleaning("white-space");
/// White space or line breaks inside it.
pub const LINE_BREAKS: Cleaning = Cleaning("line-breaks");
/// Characters that cannot be seen.
pub const INVISIBLE: Cleaning = Cleaning("invisible-characters");
/// Quotation marks, or a comma or semicolon behind it.
pub const QUOTES: Cleaning = Cleaning("quotes");
/// `Bearer`.
pub const BEARER: Cleaning = Cleaning("bearer");
/// The name of a header.
pub const HEADER: Cleaning = Cleaning("header-name");
/// `token = `.
pub const ASSIGNMENT: Cleaning = Cleaning("assignment");
/// A URL around a parameter.
pub const URL: Cleaning = Cleaning("url");
/// JSON around a member.
pub const JSON: Cleaning = Cleaning("json");
/// `%3D` and the like.
pub const PERCENT: Cleaning = Cleaning("percent-encoding");
/// Backslashes of an escaped string.
pub const BACKSLASHES: Cleaning = Cleaning("backslashes");

/// Text after cleaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The token, or what is left.
    pub text: String,
    /// What was taken off, in order, each once.
    pub done: Vec<Cleaning>,
}

/// Names under which tokens stand in URLs and JSON, without `-` and `_`, in lower case.
const NAMES: [&str; 8] =
    ["token", "accesstoken", "jwt", "authtoken", "sessionid", "kittoken", "usertoken", "clienttoken"];

fn is_name(name: &str) -> bool {
    let plain: String =
        name.chars().filter(|c| !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect();
    NAMES.contains(&plain.as_str())
}

/// Takes off everything that cannot belong to a token.
pub fn clean(given: &str) -> Cleaned {
    let mut text = given.to_owned();
    let mut done: Vec<Cleaning> = Vec::new();
    let without: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    if without.len() != text.len() {
        text = without;
        done.push(INVISIBLE);
    }
    // Wrappings stand in one another (`curl -H 'Authorization: Bearer …'`); each round takes one off and the text
    // gets shorter, so eight rounds are a bound and not a guess at the depth of anything sensible.
    for _ in 0..8 {
        let Some((inner, cleaning)) = STEPS.iter().find_map(|step| step(&text)) else { break };
        text = inner;
        if !done.contains(&cleaning) {
            done.push(cleaning);
        }
    }
    if text.contains(char::is_whitespace) {
        text.retain(|c| !c.is_whitespace());
        done.push(LINE_BREAKS);
    }
    Cleaned { text, done }
}

type Step = fn(&str) -> Option<(String, Cleaning)>;

const STEPS: [Step; 9] =
    [space, quotes, backslashes, json_member, header_name, bearer, assignment, url_parameter, percent];

fn is_invisible(c: char) -> bool {
    matches!(c, '\0' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn space(text: &str) -> Option<(String, Cleaning)> {
    let inner = text.trim();
    (inner.len() < text.len()).then(|| (inner.to_owned(), SPACE))
}

fn quotes(text: &str) -> Option<(String, Cleaning)> {
    let inner = text
        .trim_start_matches(['"', '\'', '`', '“', '”', '‘', '’', '«', '»', '<'])
        .trim_end_matches(['"', '\'', '`', '“', '”', '‘', '’', '«', '»', '>', ',', ';']);
    (inner.len() < text.len()).then(|| (inner.to_owned(), QUOTES))
}

fn backslashes(text: &str) -> Option<(String, Cleaning)> {
    if text.starts_with('{') || !text.contains('\\') {
        return None;
    }
    let inner = text.replace("\\r", "").replace("\\n", "").replace(['\\'], "");
    Some((inner, BACKSLASHES))
}

fn json_member(text: &str) -> Option<(String, Cleaning)> {
    fn find(value: &serde_json::Value, depth: usize) -> Option<String> {
        let members = value.as_object()?;
        let named = members.iter().find(|(name, value)| is_name(name) && value.is_string());
        match named {
            Some((_, value)) => Some(json::plain(value)),
            None if depth > 0 => members.values().find_map(|value| find(value, depth - 1)),
            None => None,
        }
    }
    if !text.starts_with('{') {
        return None;
    }
    let object = json::object(text).ok()?;
    find(&serde_json::Value::Object(object.members), 3).map(|inner| (inner, JSON))
}

/// `Authorization: …`, `X-OPENTOK-AUTH: …`, also `"token": "…"` cut out of JSON.
fn header_name(text: &str) -> Option<(String, Cleaning)> {
    let (name, rest) = text.split_once(':')?;
    let bare = name.trim_end_matches(['"', '\'', ' ']);
    let header = bare.starts_with(|c: char| c.is_ascii_alphabetic())
        && bare.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && (bare.eq_ignore_ascii_case("authorization")
            || bare.to_ascii_lowercase().ends_with("-auth")
            || is_name(bare));
    header.then(|| (rest.trim_start().to_owned(), HEADER))
}

fn bearer(text: &str) -> Option<(String, Cleaning)> {
    let (scheme, rest) = text.split_once(char::is_whitespace)?;
    scheme.eq_ignore_ascii_case("bearer").then(|| (rest.to_owned(), BEARER))
}

/// `const token = …`, `export OPENTOK_TOKEN=…`, `session_id=…`.
fn assignment(text: &str) -> Option<(String, Cleaning)> {
    let (left, right) = text.split_once('=')?;
    // `T1==…`: the second `=` belongs to the token; a trailing `=` is padding.
    if right.is_empty() || right.starts_with('=') || text.contains("://") {
        return None;
    }
    let name = left.split_whitespace().next_back()?;
    let last = name.rsplit(['.', '$', '-']).next()?;
    let plain = last.to_ascii_lowercase();
    let named = is_name(last)
        || NAMES.iter().any(|n| plain.ends_with(&format!("_{n}")))
        || plain.ends_with("_session_id");
    (named && last.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
        .then(|| (right.trim_start().to_owned(), ASSIGNMENT))
}

fn url_parameter(text: &str) -> Option<(String, Cleaning)> {
    let (_, rest) = text.split_once("://")?;
    let parameters = rest.split(['?', '#', '&']).skip(1);
    let (_, value) = parameters.filter_map(|p| p.split_once('=')).find(|(name, _)| is_name(name))?;
    // A `+` in a URL written by hand is a plus of base64 far more often than a space.
    Some((form::decode_component(&value.replace('+', "%2B")).text, URL))
}

fn percent(text: &str) -> Option<(String, Cleaning)> {
    let escapes = ["%3D", "%3d", "%2B", "%2b", "%2F", "%2f", "%2E", "%2e", "%22", "%20", "%0A", "%0a"];
    if !escapes.iter().any(|escape| text.contains(escape)) {
        return None;
    }
    let decoded = form::decode_component(&text.replace('+', "%2B"));
    (decoded.clean && decoded.text.len() < text.len()).then_some((decoded.text, PERCENT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(given: &str) -> (String, Vec<&'static str>) {
        let cleaned = clean(given);
        (cleaned.text, cleaned.done.into_iter().map(|c| c.0).collect())
    }

    #[test]
    fn wrappings_come_off() {
        for (given, done) in [
            ("a.b.c", vec![]),
            ("  a.b.c\n", vec!["white-space"]),
            ("\"a.b.c\",", vec!["quotes"]),
            ("Bearer a.b.c", vec!["bearer"]),
            ("Authorization: Bearer a.b.c", vec!["header-name", "bearer"]),
            ("'Authorization: Bearer a.b.c'", vec!["quotes", "header-name", "bearer"]),
            ("X-OPENTOK-AUTH: a.b.c", vec!["header-name"]),
            ("{\"data\":{\"access_token\":\"a.b.c\",\"n\":1}}", vec!["json"]),
            ("\"token\": \"a.b.c\"", vec!["quotes", "header-name"]),
            ("const token = 'a.b.c';", vec!["quotes", "assignment"]),
            ("export OPENTOK_TOKEN=a.b.c", vec!["assignment"]),
            ("https://example.com/room?x=1&jwt=a.b.c#y", vec!["url"]),
            ("wss://example.com/rtc?access_token=a.b.c", vec!["url"]),
            ("a.\n b.c", vec!["line-breaks"]),
            ("a.\u{200b}b.c", vec!["invisible-characters"]),
            ("a.b\\n.c", vec!["backslashes"]),
        ] {
            assert_eq!(names(given), ("a.b.c".to_owned(), done), "{given}");
        }
    }

    #[test]
    fn the_token_itself_is_left_alone() {
        for token in ["T1==cGFydG5lcl9pZD0=", "1_MX4x-_", "ab+/cd==", "48213579:9f3c", "token", ""] {
            assert_eq!(names(token), (token.to_owned(), vec![]));
        }
        assert_eq!(names("T1%3D%3Dab%2Bc%3D"), ("T1==ab+c=".to_owned(), vec!["percent-encoding"]));
        assert_eq!(names("https://e.com/?token=T1==a+b/c="), ("T1==a+b/c=".to_owned(), vec!["url"]));
    }
}
