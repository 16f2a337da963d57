//! What is fuzzed: one function a target, given any bytes, that panics where a promise is broken. The fuzzer's targets
//! are one line each; `tests/fuzz.rs` runs the same functions over the vectors and over every input that ever failed.

#![allow(clippy::allow_attributes, dead_code, reason = "each user runs a part")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use tokendesk::call::{Answer, CALLS};
use tokendesk::codec;
use tokendesk::i18n::Texts;
use tokendesk::store::import::{Format, Source};
use tokendesk::store::{Folders, MemoryStore, Settings, Store};
use tokendesk::token::input::Ask;
use tokendesk::token::redact::{self, Telling};
use tokendesk::token::{Inputs, Raw, Report, Time, clean, compare as comparison};
use tokendesk::vendor::{self, Kind, Pasted, Trial};

/// 2026-01-02T03:04:05Z.
const NOW: Time = Time::from_seconds(1_767_323_045);

/// What is called with any bytes.
type Target = fn(&[u8]);

/// Every target by name.
pub(crate) const TARGETS: [(&str, Target); 8] = [
    ("inspect", inspect),
    ("decode", decode),
    ("codec", codec),
    ("answer", answer),
    ("recognise", recognise),
    ("import", import),
    ("files", files),
    ("compare", compare),
];

thread_local! {
    /// Parsed once: the fuzzer calls a target some ten thousand times a second.
    static TEXTS: Texts = vendor::texts();
}

fn every_kind() -> &'static [&'static dyn Kind] {
    static KINDS: OnceLock<Vec<&'static dyn Kind>> = OnceLock::new();
    KINDS.get_or_init(|| vendor::kinds().collect())
}

/// Invented secrets for a kind, some of which open the vectors.
fn secrets(kind: &'static dyn Kind) -> Inputs {
    let fields = kind.fields();
    let secret = fields.iter().filter(|field| field.is_secret());
    let raw = secret
        .fold(Raw::new(), |raw, field| raw.with_secret(field.key, "0123456789abcdef0123456789abcdef".into()));
    Inputs::read(&fields, &raw, Ask::Given).unwrap_or_default()
}

/// What holds of any report, whatever it reports on.
fn judge(report: &Report) {
    for segment in &report.segments {
        assert!(report.text.get(segment.range.clone()).is_some(), "a segment outside: {segment:?}");
    }
    for part in &report.parts {
        if let Some(span) = part.span.clone() {
            assert!(report.text.get(span).is_some(), "a part outside: {part:?}");
        }
    }
    TEXTS.with(|texts| {
        let printed = report.to_text(texts, &|word, _| word.to_owned());
        assert!(!printed.chars().any(|c| c.is_control() && c != '\n'), "a control character: {printed:?}");
        assert!(report.to_json(texts).is_object());
    });
}

/// Cleaning, recognition, decoding and judgement of pasted text, as it comes from the clipboard.
pub(crate) fn inspect(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let pasted = Pasted::read(&text, None);
    let trial = pasted.kind.map(|kind| Trial { project: None, inputs: secrets(kind) });
    judge(&vendor::inspect(&pasted, &Inputs::default(), trial, &[], NOW));
}

/// One kind's decoder, given text that it need not have recognised. The first byte picks the kind.
pub(crate) fn decode(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let kinds = every_kind();
    let kind = kinds[usize::from(*first) % kinds.len()];
    let text = String::from_utf8_lossy(rest);
    kind.recognise(&text);
    kind.reads_whole(&text);
    let bare = kind.decode(&text, &Inputs::default());
    let known = secrets(kind);
    let opened = kind.decode(&text, &known);
    for decoded in [&bare, &opened] {
        kind.verify(decoded, &known, NOW);
    }
    let trial = Trial { project: None, inputs: known };
    judge(&vendor::inspect(&Pasted::whole(&text, kind), &Inputs::default(), [trial], &[], NOW));
}

/// The codecs below the vendors. The first byte picks one.
pub(crate) fn codec(data: &[u8]) {
    const CAP: usize = 64 * 1024;
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match first % 9 {
        0 => {
            if let Ok(loose) = codec::base64::decode(&text) {
                // What is decoded, encoded and decoded again is the same.
                let again = codec::base64::decode(&codec::base64::encode(&loose.bytes));
                assert_eq!(again.map(|again| again.bytes), Ok(loose.bytes));
            }
        }
        1 => {
            if let Ok(bytes) = codec::zlib::inflate(rest, CAP) {
                assert!(bytes.len() <= CAP);
                let again = codec::zlib::inflate(&codec::zlib::deflate(&bytes), CAP);
                assert!(again.is_ok_and(|again| again == bytes));
            }
        }
        2 => drop(codec::jwt::parse(&text)),
        3 => drop(codec::json::object(&text)),
        4 => {
            drop(codec::pem::read(&text));
            drop(codec::rsa::VerifyingKey::from_pem(&text));
            drop(codec::rsa::SigningKey::from_pem(&text));
        }
        5 => {
            let pairs = codec::form::pairs(&text).count();
            assert!(pairs <= text.len() + 1);
            let decoded = codec::form::decode_component(&codec::form::encode_component(&text));
            assert_eq!(decoded.text, text);
        }
        6 => {
            if let Some(bytes) = codec::hex::decode(&text) {
                assert_eq!(codec::hex::encode(&bytes), text.to_ascii_lowercase());
            }
        }
        7 => drop(clean::clean(&text)),
        _ => {
            let time = tokendesk::token::time::When::parse(&text);
            if let Ok(when) = time {
                when.resolve(NOW).rfc3339();
            }
        }
    }
}

/// A server's answer to a call. The first byte picks the call, the second the status.
pub(crate) fn answer(data: &[u8]) {
    let [first, second, body @ ..] = data else { return };
    let call = CALLS[usize::from(*first) % CALLS.len()];
    let status = [200, 201, 204, 302, 400, 401, 403, 404, 414, 429, 500, 503][usize::from(*second) % 12];
    let answer = Answer { status, headers: Vec::new(), body: body.to_vec() };
    let outcome = call.read(&answer, &Inputs::default(), NOW);
    TEXTS.with(|texts| {
        for finding in &outcome.findings {
            texts.format(&finding.message());
        }
        outcome.to_json(texts);
    });
}

/// The clean-up and the question of whose a text is, each alone. Both only ever take away.
pub(crate) fn recognise(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let cleaned = clean::clean(&text);
    assert!(cleaned.text.len() <= text.len(), "grown: {cleaned:?}");
    assert!(!cleaned.text.contains(char::is_whitespace), "white space: {cleaned:?}");
    assert_eq!(cleaned.done.is_empty(), cleaned.text == text, "untold: {cleaned:?}");
    for kind in every_kind() {
        kind.recognise(&text);
        kind.recognise(&cleaned.text);
    }
    let pasted = Pasted::read(&text, None);
    assert!(pasted.kind.is_some() || pasted.candidates.is_empty());
    pasted.owner();
}

/// A list of projects from elsewhere. The first byte picks how it is read: as one of the formats, or as it looks.
pub(crate) fn import(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let format = Format::ALL.get(usize::from(*first) % (Format::ALL.len() + 1)).copied();
    let store = Store::new(Folders::beneath(Path::new("/nonexistent")), Arc::new(MemoryStore::default()));
    let source = Source { format, ..Source::text(&text) };
    let plan = store.import(&source, &mut tokendesk::host::random::system());
    TEXTS.with(|texts| match plan {
        Ok(plan) => {
            for item in &plan.items {
                assert!(item.line >= 1 && item.line <= text.split('\n').count() + 1, "{}", item.line);
                item.open().map(|message| texts.format(&message));
                for problem in item.problems() {
                    texts.format(&problem.message);
                }
            }
        }
        Err(error) => {
            texts.format(&error.message());
        }
    });
}

/// A folder of this thread's own, gone with it.
struct Home(PathBuf);

impl Home {
    #[allow(clippy::disallowed_methods, reason = "nothing is renamed into it")]
    fn new() -> Self {
        let name = format!("tokendesk-fuzz-{}-{:?}", std::process::id(), std::thread::current().id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

thread_local! {
    static HOME: Home = Home::new();
}

/// Our own files, as somebody or something has left them. The first byte picks one.
pub(crate) fn files(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    HOME.with(|home| {
        let folders = Folders::beneath(&home.0);
        let path = match first % 3 {
            0 => folders.projects_file(),
            1 => folders.watch_file(),
            _ => folders.settings_file(),
        };
        path.parent().map(std::fs::create_dir_all).transpose().map(drop).unwrap_or_default();
        std::fs::write(&path, rest).unwrap_or_default();
        let store = Store::new(folders.clone(), Arc::new(MemoryStore::default()));
        let message = match first % 3 {
            0 => match store.projects() {
                // What was read can be written and read again.
                Ok(projects) => {
                    assert!(projects.is_empty() || store.export().is_ok());
                    None
                }
                Err(error) => Some(error.message()),
            },
            1 => store.watched().err().map(|error| error.message()),
            _ => Settings::load(&folders).1.map(|error| error.message()),
        };
        TEXTS.with(|texts| message.map(|message| texts.format(&message)));
        assert!(std::fs::read(&path).is_ok_and(|kept| kept == rest), "the file was touched");
    });
}

/// Two tokens side by side, and each as a report for a ticket. The first byte says where the second begins.
pub(crate) fn compare(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let (one, other) = rest.split_at(rest.len() * usize::from(*first) / 256);
    let report = |bytes: &[u8]| {
        let pasted = Pasted::read(&String::from_utf8_lossy(bytes), None);
        let trial = pasted.kind.map(|kind| Trial { project: None, inputs: secrets(kind) });
        vendor::inspect(&pasted, &Inputs::default(), trial, &[], NOW)
    };
    let (one, other) = (report(one), report(other));
    TEXTS.with(|texts| {
        let compared = comparison::compare(&one, &other);
        assert!(compared.differences() <= compared.rows.len());
        let told = [false, true].map(|user_data| redact::bug_report(&one, texts, Telling { user_data }));
        for text in told.into_iter().chain([compared.to_text(texts)]) {
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "a control character: {text:?}");
        }
    });
}
