//! Calls, end to end against a server on this machine: what is sent is what was shown, what is answered is understood,
//! and whatever else comes is told.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod loopback;
mod program;
mod support;

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use loopback::{Reply, Seen, Server};
use program::{Call as Run, tokendesk};
use serde_json::{Value, json};
use tokendesk::call::send::{self, SendError, Waiting};
use tokendesk::call::{self, Answer, CALLS, Call, Ends, Gain, Outcome, Request, render};
use tokendesk::i18n::Texts;
use tokendesk::token::input::Ask;
use tokendesk::token::{Env, Inputs, Raw, Severity, Time};
use tokendesk::vendor;

const NOW: i64 = 1_767_323_045;
const SESSION: &str = "1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-";

fn now() -> Time {
    Time::from_seconds(NOW)
}

/// The samples of a call's fields, and invented secrets.
fn sample(call: &'static dyn Call) -> Raw {
    let mut raw = Raw::new();
    for field in call.fields() {
        if field.is_secret() && field.required {
            raw = raw.with_secret(field.key, support::secret(field).into());
        } else if field.required && field.default.is_none() {
            raw = raw.with(field.key, field.sample);
        }
    }
    raw
}

fn inputs(call: &'static dyn Call, raw: &Raw) -> Inputs {
    Inputs::read(&call.fields(), raw, Ask::All).unwrap_or_else(|p| panic!("{}: {p:?}", call.spec().id))
}

fn prepare(call: &'static dyn Call, raw: &Raw, base_url: Option<&str>) -> Request {
    try_prepare(call, raw, base_url).unwrap_or_else(|p| panic!("{}: {p:?}", call.spec().id))
}

/// The request, or the keys and ids of what is wrong.
fn try_prepare(
    call: &'static dyn Call,
    raw: &Raw,
    base_url: Option<&str>,
) -> Result<Request, Vec<(String, String)>> {
    let ids = |problems: Vec<tokendesk::token::Problem>| {
        problems.into_iter().map(|problem| (problem.key, problem.message.id.into_owned())).collect::<Vec<_>>()
    };
    let inputs = Inputs::read(&call.fields(), raw, Ask::All).map_err(ids)?;
    let mut random = Counter(7);
    let mut env = Env { now: now(), random: &mut random };
    call::prepare(call, &inputs, &mut env, base_url).map_err(ids)
}

fn problems(id: &str, values: &[(&str, &str)]) -> Vec<(String, String)> {
    let call = call::call(id).unwrap();
    let raw = values.iter().fold(sample(call), |raw, (key, value)| raw.with(*key, *value));
    try_prepare(call, &raw, None).err().unwrap_or_default()
}

fn problem(key: &str, id: &str) -> Vec<(String, String)> {
    vec![(key.to_owned(), id.to_owned())]
}

fn send_within(request: &Request, patience: Duration) -> Result<Answer, SendError> {
    send::send(request, Waiting { patience, cancelled: &AtomicBool::new(false) })
}

fn send(request: &Request) -> Result<Answer, SendError> {
    send_within(request, Duration::from_secs(10))
}

/// Sends a call's samples to a server that answers this.
fn ask(id: &str, further: &[(&str, &str)], reply: Reply) -> (Seen, Outcome) {
    let call = call::call(id).unwrap();
    let server = Server::start([reply]);
    let raw = further.iter().fold(sample(call), |raw, (key, value)| raw.with(*key, *value));
    let request = prepare(call, &raw, Some(&server.url()));
    let answer = send(&request).unwrap();
    (server.seen(), call.read(&answer, &inputs(call, &raw), now()))
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.code).collect()
}

/// Equal runs, equal bytes.
struct Counter(u64);

impl rand::TryRng for Counter {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.0 += 1;
        Ok(u32::try_from(self.0).unwrap_or_default())
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Ok(self.0)
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill_with(|| {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            u8::try_from(self.0 >> 56).unwrap_or_default()
        });
        Ok(())
    }
}

// --- what holds for every call ---

#[test]
fn what_is_sent_is_what_was_shown() {
    for call in CALLS {
        let id = call.spec().id;
        let server = Server::start([Reply::json("{}")]);
        let request = prepare(*call, &sample(*call), Some(&server.url()));
        assert_eq!(
            request,
            prepare(*call, &sample(*call), Some(&server.url())),
            "{id}: equal inputs, equal bytes"
        );
        send(&request).unwrap_or_else(|error| panic!("{id}: {error}"));
        let seen = server.seen();
        let shown = render::http(&request);
        let (head, body) = shown.split_once("\r\n\r\n").unwrap();
        assert_eq!(seen.body, body.as_bytes(), "{id}");
        let mut lines = head.split("\r\n");
        assert_eq!(lines.next().unwrap(), format!("{} {} HTTP/1.1", seen.method, seen.target), "{id}");
        let mut shown: Vec<_> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut came = seen.headers.clone();
        shown.sort();
        came.sort();
        assert_eq!(came, shown, "{id}: every header and no other");
        assert!(request.url.is_ascii() && !request.url.contains(' '), "{id}");
        assert!(request.good_until.is_some_and(|end| end > now()), "{id}");
    }
}

#[test]
fn a_base_url_keeps_its_path_and_is_checked() {
    for call in CALLS {
        let raw = sample(*call);
        let url = prepare(*call, &raw, None).url;
        assert!(url.starts_with("https://"), "{url}");
        let target = url.splitn(4, '/').nth(3).unwrap().to_owned();
        let request = prepare(*call, &raw, Some("https://proxy.example:8443/rtc/"));
        assert!(request.url.starts_with("https://proxy.example:8443/rtc/"), "{}", request.url);
        let path = |text: &str| text.split('?').next().unwrap().to_owned();
        assert_eq!(path(&request.url), format!("https://proxy.example:8443/rtc/{}", path(&target)));
        for (wrong, id) in [
            ("http://api.example", "problem-address-clear"),
            ("https://me:secret@a", "problem-address-user"),
            ("x", "problem-address"),
        ] {
            let refused = try_prepare(*call, &raw, Some(wrong)).unwrap_err();
            assert_eq!(refused, problem("base_url", id));
        }
    }
}

#[test]
fn nothing_goes_out_in_clear_or_after_a_cancel() {
    let server = Server::start([Reply::json("{}")]);
    let mut request = prepare(CALLS[0], &sample(CALLS[0]), Some(&server.url()));
    let waiting = Waiting { patience: Duration::from_secs(5), cancelled: &AtomicBool::new(true) };
    assert_eq!(send::send(&request, waiting), Err(SendError::Cancelled));
    assert!(server.saw_nothing());
    request.url = "http://192.0.2.1/session/create".to_owned();
    assert_eq!(send(&request), Err(SendError::Clear { host: "192.0.2.1".to_owned() }));
}

#[test]
fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::start([Reply::json("{}")]);
        let location = format!("{}/stolen", elsewhere.url());
        let raw = format!(
            "HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        for call in CALLS {
            let (_, outcome) = ask(call.spec().id, &[], Reply::Raw(raw.clone().into_bytes()));
            assert!(!outcome.ok && outcome.gains.is_empty());
            assert_eq!(codes(&outcome), ["redirected"], "{}", call.spec().id);
            assert!(outcome.findings[0].args.contains(&("to", location.as_str().into())));
        }
        assert!(elsewhere.saw_nothing(), "{status}");
    }
}

#[test]
fn slow_broken_and_endless_answers() {
    let request = |server: &Server| prepare(CALLS[0], &sample(CALLS[0]), Some(&server.url()));
    let quick = Duration::from_millis(300);
    for reply in [Reply::Silence(Duration::from_secs(2)), Reply::Drip(Duration::from_secs(2))] {
        let server = Server::start([reply]);
        let error = send_within(&request(&server), quick).unwrap_err();
        assert!(matches!(error, SendError::TimedOut { .. }) && error.may_be_done(), "{error:?}");
    }
    for raw in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"session_id\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 abc\r\n\r\n",
    ] {
        let server = Server::start([Reply::Raw(raw.as_bytes().to_vec())]);
        let error = send(&request(&server)).unwrap_err();
        assert!(matches!(error, SendError::Broken { .. }) && error.may_be_done(), "{raw:?}: {error:?}");
    }
    let body = vec![b' '; 10 * 1024 * 1024];
    let server = Server::start([Reply::Whole { status: 200, content_type: "application/json", body }]);
    assert_eq!(send(&request(&server)), Err(SendError::TooLong { limit: send::LONGEST }));
    // Without a length, until the end.
    let endless =
        [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec(), vec![b'x'; 2 * 1024 * 1024]].concat();
    let server = Server::start([Reply::Raw(endless)]);
    assert_eq!(send(&request(&server)), Err(SendError::TooLong { limit: send::LONGEST }));
    // Just short enough.
    let body = vec![b' '; send::LONGEST];
    let server = Server::start([Reply::Whole { status: 200, content_type: "text/plain", body }]);
    assert_eq!(send(&request(&server)).unwrap().body.len(), send::LONGEST);
}

#[test]
fn nobody_there() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let base_url = format!("http://127.0.0.1:{port}");
    let request = prepare(CALLS[0], &sample(CALLS[0]), Some(&base_url));
    let error = send(&request).unwrap_err();
    assert!(matches!(error, SendError::Unreachable { .. }) && !error.may_be_done(), "{error:?}");
    // No TLS on the other side.
    let server = Server::start([Reply::Raw(b"nonsense".to_vec())]);
    let base_url = format!("https://127.0.0.1:{}", server.port);
    let request = prepare(CALLS[0], &sample(CALLS[0]), Some(&base_url));
    let error = send_within(&request, Duration::from_secs(3)).unwrap_err();
    assert!(!matches!(error, SendError::Malformed), "{error:?}");
}

/// A certificate that nobody vouches for is refused before anything of the request is sent.
#[test]
fn a_stranger_with_a_certificate_gets_nothing() {
    use rustls::pki_types::pem::PemObject as _;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer};
    let keys = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys");
    let certificate = CertificateDer::from_pem_file(format!("{keys}/application.certificate.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(format!("{keys}/application.pkcs8.pem")).unwrap();
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider);
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let config = std::sync::Arc::new(config.with_single_cert(vec![certificate], key).unwrap());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let serve = move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut connection = rustls::ServerConnection::new(config).unwrap();
        while connection.is_handshaking() {
            connection.complete_io(&mut stream)?;
        }
        let mut bytes = Vec::new();
        connection.complete_io(&mut stream)?;
        std::io::Read::read_to_end(&mut connection.reader(), &mut bytes)?;
        Ok::<_, std::io::Error>(bytes)
    };
    let server = std::thread::Builder::new().spawn(serve).unwrap();
    let request = prepare(CALLS[0], &sample(CALLS[0]), Some(&base_url));
    let error = send(&request).unwrap_err();
    assert!(matches!(error, SendError::Tls { .. }) && !error.may_be_done(), "{error:?}");
    assert!(server.join().unwrap().is_err(), "the handshake came to nothing");
}

/// Whatever comes, it is no success, it is explained, and nothing of it acts.
#[test]
fn answers_that_are_nobodys() {
    let texts = vendor::texts();
    let deep = "[".repeat(100_000);
    for body in [
        "",
        " \r\n",
        "null",
        "0",
        "\"x\"",
        "[]",
        "[[]]",
        "{}",
        "{\"a\":",
        "<html><body>Log in</body></html>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "\u{1b}]0;x\u{7}\u{202e}",
        "\u{feff}{}",
        "<session_id></session_id>",
        "code=200",
        deep.as_str(),
    ] {
        for call in CALLS {
            for status in [200, 204, 302, 400, 401, 403, 404, 407, 429, 500, 503, 999] {
                let answer = Answer { status, headers: Vec::new(), body: body.as_bytes().to_vec() };
                let outcome = call.read(&answer, &inputs(*call, &sample(*call)), now());
                let what = format!("{} {status} {body:.40}", call.spec().id);
                assert!(!outcome.ok && outcome.gains.is_empty(), "{what}");
                assert_eq!(outcome.findings[0].severity, Severity::Error, "{what}");
                explained(&outcome, &texts);
            }
        }
    }
}

/// Good answers, cut off anywhere or with any byte another: never a panic, and never a gain without success.
#[test]
fn answers_that_were_good_once() {
    let good = [
        json!([{ "session_id": SESSION, "create_dt": "x" }]).to_string(),
        format!("<sessions><Session><session_id>{SESSION}&amp;&#x41;</session_id></Session></sessions>"),
        "<errorPayload><code>-1</code><message>no</message></errorPayload>".to_owned(),
        json!({ "code": 200, "token": "abc=", "info": { "accid": "zhangsan", "token": "t" } }).to_string(),
        json!({ "error": 0, "msg": "", "accesstoken": "A", "expired": 1_767_409_445_678_i64 }).to_string(),
        json!({ "Code": 0, "Message": "é", "Data": { "IdentifyToken": "04", "RemainTime": 3600 } })
            .to_string(),
        json!({ "error": 1e300, "code": 1e300, "Code": -1e300, "expired": 1e300 }).to_string(),
    ];
    let texts = vendor::texts();
    for call in CALLS {
        let inputs = inputs(*call, &sample(*call));
        let read = |body: Vec<u8>| {
            let outcome = call.read(&Answer { status: 200, headers: Vec::new(), body }, &inputs, now());
            assert!(outcome.ok || (outcome.gains.is_empty() && !outcome.findings.is_empty()));
            explained(&outcome, &texts);
        };
        for body in good.iter().map(String::as_bytes) {
            for end in 0..body.len() {
                read(body[..end].to_vec());
                for byte in [0, b'"', b'<', b'&', b'9', b'-', 0xff] {
                    let mut changed = body.to_vec();
                    changed[end] = byte;
                    read(changed);
                }
            }
        }
    }
}

fn explained(outcome: &Outcome, texts: &Texts) {
    for finding in &outcome.findings {
        for message in [finding.message(), finding.remedy()] {
            let words = texts.format(&message);
            assert!(texts.find(&message.id).is_some() && !words.contains("{$"), "{}: {words}", message.id);
            assert!(!words.contains(|c: char| c.is_control() || c == '\u{202e}'), "{words:?}");
        }
    }
}

#[test]
fn every_documented_refusal_has_words() {
    let texts = vendor::texts();
    for call in CALLS {
        for code in call.spec().refusals {
            let id = format!("finding-{}", code.replace('_', "-"));
            assert!(texts.find(&id).is_some(), "{id}");
            assert!(texts.find(&format!("{id}.remedy")).is_some(), "{id}.remedy");
        }
    }
}

// --- OpenTok and Vonage ---

#[test]
fn opentok_is_asked_as_its_node_sdk_asks() {
    let answer = json!([{ "session_id": SESSION, "project_id": "48213579", "partner_id": "48213579",
        "create_dt": "Fri Feb 14 05:14:54 PST 2025", "media_server_url": "", "ice_credential_expiration": 86100 }]);
    let (seen, outcome) = ask("opentok.create-session", &[], Reply::json(answer.to_string()));
    assert_eq!((seen.method.as_str(), seen.target.as_str()), ("POST", "/session/create"));
    assert_eq!(seen.text(), "archiveMode=manual&p2p.preference=enabled");
    assert_eq!(seen.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(seen.header("accept"), Some("application/json"));
    let claims = jwt(seen.header("x-opentok-auth").unwrap(), "opentok.rest-jwt");
    assert_eq!(claims, json!({ "iss": "48213579", "ist": "project", "iat": NOW, "exp": NOW + 180 }));

    assert!(outcome.ok && outcome.findings.is_empty());
    assert_eq!(outcome.gains, [Gain::Field { key: "session_id", value: SESSION.to_owned() }]);
    assert_eq!(outcome.fields["ice_credential_expiration"], 86100);
}

/// The claims of a token that is signed with the sample's secret.
fn jwt(token: &str, kind: &str) -> Value {
    let kind = vendor::kind(kind).unwrap();
    let mut raw = Raw::new();
    for field in kind.vendor().credentials {
        raw = match (field.is_secret(), field.required) {
            (true, _) => raw.with_secret(field.key, support::secret(field).into()),
            (false, true) => raw.with(field.key, field.sample),
            _ => raw,
        };
    }
    let report = support::inspect(Some(kind), token, &raw, now());
    assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
    Value::Object(report.fields)
}

#[test]
fn opentok_takes_every_parameter() {
    let further = [
        ("archive_mode", "always"),
        ("p2p_preference", "disabled"),
        ("archive_name", "Bài 1 & 2+3"),
        ("archive_resolution", "1080x1920"),
        ("location", "203.0.113.7"),
        ("e2ee", "false"),
        ("expire_time", "+5m"),
    ];
    let xml = format!(
        "<?xml version=\"1.0\"?><sessions><Session><session_id>{SESSION}</session_id><partner_id>48213579</partner_id>\
         <create_dt>Fri Feb 14 05:14:54 PST 2025</create_dt></Session></sessions>"
    );
    let reply = Reply::Whole { status: 200, content_type: "text/xml", body: xml.into_bytes() };
    let (seen, outcome) = ask("opentok.create-session", &further, reply);
    assert_eq!(
        seen.text(),
        "archiveMode=always&p2p.preference=disabled&archiveName=B%C3%A0i+1+%26+2%2B3&archiveResolution=1080x1920\
         &location=203.0.113.7&e2ee=false"
    );
    assert_eq!(jwt(seen.header("x-opentok-auth").unwrap(), "opentok.rest-jwt")["exp"], NOW + 300);
    assert!(outcome.ok, "XML is read too");
    assert_eq!(outcome.gains, [Gain::Field { key: "session_id", value: SESSION.to_owned() }]);
    assert_eq!(outcome.fields["create_dt"], "Fri Feb 14 05:14:54 PST 2025");
}

#[test]
fn sessions_have_ranges() {
    for id in ["opentok.create-session", "vonage.create-session"] {
        let routed = [("p2p_preference", "disabled")];
        let with = |further: &[(&'static str, &'static str)]| problems(id, &[&routed[..], further].concat());
        assert!(with(&[("archive_mode", "always"), ("archive_name", "x")]).is_empty());
        assert!(with(&[("e2ee", "true")]).is_empty());
        assert_eq!(with(&[("archive_mode", "x")]), problem("archive_mode", "problem-choice"));
        assert_eq!(
            with(&[("archive_mode", "always"), ("archive_resolution", "800x600")]),
            problem("archive_resolution", "problem-choice")
        );
        let long = "a".repeat(81);
        let long =
            [("archive_mode", "always"), ("p2p_preference", "disabled"), ("archive_name", long.as_str())];
        assert_eq!(problems(id, &long), problem("archive_name", "problem-too-long"));
        assert_eq!(with(&[("archive_name", "x")]), problem("archive_name", "problem-archive-only"));
        assert_eq!(
            with(&[("archive_mode", "always"), ("e2ee", "true")]),
            problem("e2ee", "problem-e2ee-archive")
        );
        for location in ["::1", "1.2.3", "256.1.1.1", "x"] {
            assert_eq!(with(&[("location", location)]), problem("location", "problem-ipv4"), "{location}");
        }
        let relayed = ("p2p_preference", "enabled");
        assert_eq!(
            problems(id, &[relayed, ("archive_mode", "always")]),
            problem("p2p_preference", "problem-archive-routed")
        );
        assert_eq!(
            problems(id, &[relayed, ("e2ee", "true")]),
            problem("p2p_preference", "problem-e2ee-routed")
        );
    }
    let opentok = |end| problems("opentok.create-session", &[("expire_time", end)]);
    assert_eq!(opentok("+301s"), problem("expire_time", "problem-end-too-far"));
    assert_eq!(opentok("-1s"), problem("expire_time", "problem-end-past"));
    let vonage = |ttl| problems("vonage.create-session", &[("ttl", ttl)]);
    assert_eq!(vonage("86401"), problem("ttl", "problem-range"));
    assert_eq!(vonage("0"), problem("ttl", "problem-range"));
}

#[test]
fn what_opentok_refuses_is_explained() {
    let texts = vendor::texts();
    let call = call::call("opentok.create-session").unwrap();
    for (message, code) in [
        ("Issuer not found", "opentok_issuer_not_found"),
        ("Invalid signature", "opentok_invalid_signature"),
        ("issued time cannot be greater than current time", "opentok_clock_ahead"),
        ("Invalid issuer format", "opentok_issuer_format"),
        ("Invalid token format", "opentok_token_format"),
        ("No suitable authentication found", "opentok_no_authentication"),
        ("Id in the token does not match the one in the url", "opentok_other_project"),
        ("Invalid partner credentials", "opentok_partner"),
        ("The \u{1b}[31mmoon\r\n is \u{202e}full", "opentok_refused"),
    ] {
        assert!(call.spec().refusals.contains(&code));
        let json = json!({ "code": -1, "message": message, "description": message }).to_string();
        let xml = format!("<errorPayload><code>-1</code><message>{message}</message></errorPayload>");
        for (status, body) in [(403, json), (403, xml)] {
            let (_, outcome) = ask("opentok.create-session", &[], Reply::with_status(status, body));
            assert!(!outcome.ok && outcome.gains.is_empty());
            assert_eq!(codes(&outcome), [code]);
            assert_eq!(outcome.fields["message"], message);
            explained(&outcome, &texts);
        }
    }
    for (status, variant) in [
        (400, "refused"),
        (401, "auth"),
        (403, "auth"),
        (404, "absent"),
        (429, "often"),
        (500, "server"),
        (503, "server"),
    ] {
        let (_, outcome) = ask("opentok.create-session", &[], Reply::with_status(status, "{}"));
        assert_eq!(codes(&outcome), ["http_status"], "{status}");
        assert_eq!(outcome.findings[0].variant, variant);
    }
    // The clock is named where it can be the reason.
    let body = json!({ "message": "issued time cannot be greater than current time" }).to_string();
    let raw = format!(
        "HTTP/1.1 403 Forbidden\r\nDate: Fri, 02 Jan 2026 03:00:05 GMT\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let (_, outcome) = ask("opentok.create-session", &[], Reply::Raw(raw.into_bytes()));
    assert_eq!(codes(&outcome), ["opentok_clock_ahead", "clock_differs"]);
    explained(&outcome, &texts);
}

#[test]
fn a_session_of_somebody_else_is_told() {
    for (session, code) in [("1_MX4xMjN-fjB-MH4", "session_of_other"), ("nonsense", "session_unreadable")] {
        let body = json!([{ "session_id": session }]).to_string();
        let (_, outcome) = ask("opentok.create-session", &[], Reply::json(body));
        assert!(outcome.ok);
        assert_eq!(codes(&outcome), [code]);
        explained(&outcome, &vendor::texts());
    }
}

#[test]
fn vonage_is_asked_with_a_bearer() {
    let session = "1_MX43ZjNjMmExMC01YjZkLTRlOGYtOWEwYi0xYzJkM2U0ZjVhNmJ-fjE3NjcyMjU2MDA0NTZ-a1EzV3M4RWQ1UmYyVGc3WWg0VWo5SWsxfn5-";
    let answer = json!([{ "session_id": session }]).to_string();
    let (seen, outcome) = ask("vonage.create-session", &[], Reply::json(answer));
    assert_eq!((seen.method.as_str(), seen.target.as_str()), ("POST", "/session/create"));
    assert_eq!(seen.text(), "archiveMode=manual&p2p.preference=disabled");
    let bearer = seen.header("authorization").unwrap().strip_prefix("Bearer ").unwrap();
    let claims = jwt(bearer, "vonage.rest-jwt");
    assert_eq!((&claims["iat"], &claims["exp"]), (&json!(NOW), &json!(NOW + 900)));
    assert_eq!(claims["application_id"], "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b");
    assert!(outcome.ok && outcome.findings.is_empty(), "{:?}", outcome.findings);
}

// --- NetEase ---

/// The kind checks what it is to have signed; that it checks right, the vendors' vectors show.
fn checked(kind: &str, token: &str, values: &[(&str, &str)]) {
    let kind = vendor::kind(kind).unwrap();
    let mut raw = values.iter().fold(Raw::new(), |raw, (key, value)| raw.with(*key, *value));
    for field in kind.vendor().credentials.iter().filter(|field| field.is_secret()) {
        raw = raw.with_secret(field.key, support::secret(field).into());
    }
    let report = support::inspect(Some(kind), token, &raw, now());
    assert_eq!(report.accepted(), Some(true), "{:?}", report.findings);
}

fn netease_headers(seen: &Seen) {
    let header = |name: &str| seen.header(name).unwrap();
    assert_eq!(seen.method, "POST");
    assert_eq!(header("content-type"), "application/x-www-form-urlencoded;charset=utf-8");
    assert_eq!(header("appkey"), "a1b2c3d4e5f60718293a4b5c6d7e8f90");
    assert_eq!(header("curtime"), NOW.to_string());
    assert!(header("nonce").len() == 32 && header("checksum").len() == 40);
    let values = [("app_key", header("appkey")), ("nonce", header("nonce")), ("cur_time", header("curtime"))];
    checked("netease.api-checksum", header("checksum"), &values);
}

#[test]
fn netease_is_asked_with_four_headers_and_a_form() {
    let reply = || Reply::json("{\"code\":200,\"token\":\"abc=\"}");
    let (seen, outcome) = ask("netease.get-token", &[], reply());
    netease_headers(&seen);
    assert_eq!(seen.target, "/nimserver/user/getToken.action");
    assert_eq!(seen.text(), "uid=10000&repeatUse=true&expireAt=600");
    let gain = |text: &str, life: i64, extended| Gain::Token {
        name: "token",
        kind: Some("netease.server-token"),
        text: text.to_owned(),
        ends: Ends::At(now().plus(life * 1000)),
        extended,
    };
    assert!(outcome.ok);
    assert_eq!(outcome.gains, [gain("abc=", 600, false)]);
    assert_eq!(codes(&outcome), ["token_may_be_renewed"]);
    explained(&outcome, &vendor::texts());

    let further = [
        ("uid", "9223372036854775807"),
        ("channel_name", "Phòng 1 & 2+3=房间"),
        ("expire_at", "86400"),
        ("repeat_use", "false"),
        ("nonce", "1234567890"),
    ];
    let (seen, outcome) = ask("netease.get-token", &further, reply());
    assert_eq!(
        seen.text(),
        "uid=9223372036854775807&repeatUse=false&expireAt=86400\
         &channelName=Ph%C3%B2ng+1+%26+2%2B3%3D%E6%88%BF%E9%97%B4"
    );
    assert_eq!(seen.header("nonce"), Some("1234567890"));
    assert_eq!(outcome.gains, [gain("abc=", 86_400, false)]);

    // A renewal keeps the old token, whatever the answer holds in its place.
    let renew = [("old_token", "old="), ("expire_at", "3600")];
    for body in ["{\"code\":200,\"token\":\"old=\"}", "{\"code\":200,\"token\":\"\"}", "{\"code\":200}"] {
        let (seen, outcome) = ask("netease.get-token", &renew, Reply::json(body));
        assert_eq!(seen.text(), "uid=10000&repeatUse=true&expireAt=3600", "the old token is not sent");
        assert!(outcome.ok);
        assert_eq!(outcome.gains, [gain("old=", 3600, true)], "{body}");
        assert_eq!(codes(&outcome), ["renewed_token"]);
    }
    let (_, outcome) = ask("netease.get-token", &renew, reply());
    assert_eq!(
        (codes(&outcome), outcome.gains),
        (vec!["renewed_other_token"], vec![gain("abc=", 3600, false)])
    );
    let (_, outcome) = ask("netease.get-token", &[], Reply::json("{\"code\":200,\"token\":null}"));
    assert!(outcome.ok && outcome.gains.is_empty());
    assert_eq!(codes(&outcome), ["renewed_unknown_token"]);
    explained(&outcome, &vendor::texts());
}

#[test]
fn netease_replaces_an_im_token() {
    let reply = Reply::json("{\"code\":200,\"info\":{\"accid\":\"zhangsan\",\"token\":\"t0\"}}");
    let (seen, outcome) = ask("netease.refresh-im-token", &[], reply);
    netease_headers(&seen);
    assert_eq!(seen.target, "/nimserver/user/refreshToken.action");
    assert_eq!(seen.text(), "accid=zhangsan");
    let gain = Gain::Token {
        name: "token",
        kind: Some("netease.server-token"),
        text: "t0".to_owned(),
        ends: Ends::Never,
        extended: false,
    };
    assert_eq!((outcome.ok, outcome.gains), (true, vec![gain]));
    let reply = Reply::json("{\"code\":200,\"info\":{\"accid\":\"lisi\",\"token\":\"t0\"}}");
    let (_, outcome) = ask("netease.refresh-im-token", &[], reply);
    assert_eq!(codes(&outcome), ["im_token_of_other", "im_token_replaced"]);
    explained(&outcome, &vendor::texts());
    let (_, outcome) = ask("netease.refresh-im-token", &[], Reply::json("{\"code\":200}"));
    assert!(!outcome.ok);
    assert_eq!(codes(&outcome), ["answer_incomplete"]);
}

#[test]
fn netease_has_ranges_and_hosts() {
    let get = |key: &str, value: &str| problems("netease.get-token", &[(key, value)]);
    for value in ["0", "86401", "-1", "x", "+2d"] {
        assert_eq!(get("expire_at", value), problem("expire_at", "problem-range"), "{value}");
    }
    for value in ["-1", "9223372036854775808", "1.5", "x"] {
        assert_eq!(get("uid", value), problem("uid", "problem-range"), "{value}");
    }
    assert_eq!(get("repeat_use", "640"), problem("repeat_use", "problem-choice"), "the page’s misprint");
    assert_eq!(get("region", "us"), problem("region", "problem-choice"));
    assert_eq!(get("nonce", &"a".repeat(129)), problem("nonce", "problem-too-long"));
    for value in ["a\r\nX: y", "é", " a", "a ", "\u{7f}"] {
        assert_eq!(get("nonce", value), problem("nonce", "problem-header"), "{value:?}");
        assert_eq!(
            problems("netease.refresh-im-token", &[("nonce", value)]),
            problem("nonce", "problem-header")
        );
    }
    assert_eq!(get("app_key", "a\u{b}b"), problem("app_key", "problem-header"));
    let call = call::call("netease.get-token").unwrap();
    for (region, host) in [
        ("cn", "https://api.netease.im/nimserver/"),
        ("sg", "https://api-sg.netease.im/nimserver/"),
        ("yunxinapi-cn", "https://api-cn.yunxinapi.com/nimserver/"),
        ("yunxinapi-sg", "https://api-sg.yunxinapi.com/nimserver/"),
    ] {
        let request = prepare(call, &sample(call).with("region", region), None);
        assert!(request.url.starts_with(host), "{}", request.url);
        assert_eq!(request.good_until, Some(now().plus(300_000)));
    }
    let raw = sample(call).with("uid", "0").with("channel_name", "a/b");
    let advice: Vec<_> = call.advice(&inputs(call, &raw)).into_iter().map(|problem| problem.key).collect();
    assert_eq!(advice, ["uid", "channel_name"]);
    assert!(call.advice(&inputs(call, &sample(call))).is_empty());
}

#[test]
fn every_code_of_netease_is_explained() {
    let texts = vendor::texts();
    let codes_known = [
        201, 301, 302, 315, 403, 404, 405, 406, 408, 413, 414, 415, 416, 417, 419, 422, 423, 431, 500, 503,
        514, 998, 999,
    ];
    for id in ["netease.get-token", "netease.refresh-im-token"] {
        let call = call::call(id).unwrap();
        let inputs = inputs(call, &sample(call));
        for code in codes_known {
            let body = json!({ "code": code, "desc": "\u{1b}[31mwhy\u{202e}" }).to_string();
            // IM answers with 200, RTC may use other statuses.
            for status in [200, 400, 414, 500] {
                let body = body.clone().into_bytes();
                let outcome = call.read(&Answer { status, headers: Vec::new(), body }, &inputs, now());
                assert!(!outcome.ok && outcome.gains.is_empty());
                assert_eq!(codes(&outcome), [format!("netease_{code}")]);
                assert_eq!(outcome.fields["code"], code);
                explained(&outcome, &texts);
            }
        }
        let body = b"{\"code\":12345}".to_vec();
        let outcome = call.read(&Answer { status: 200, headers: Vec::new(), body }, &inputs, now());
        assert_eq!(codes(&outcome), ["netease_refused"]);
        explained(&outcome, &texts);
    }
    let body = "{\"code\":414,\"desc\":\"CurTime is illegal\"}";
    let raw = format!(
        "HTTP/1.1 200 OK\r\nDate: Fri, 02 Jan 2026 03:14:05 GMT\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let (_, outcome) = ask("netease.get-token", &[], Reply::Raw(raw.into_bytes()));
    assert_eq!(codes(&outcome), ["netease_414", "clock_differs"]);
    let words = texts.format(&outcome.findings[0].message());
    assert!(words.contains("414") && words.contains("“CurTime is illegal”"), "{words}");
}

// --- MeCloud ---

fn mecloud_gain(ends: Ends) -> Gain {
    Gain::Token {
        name: "accesstoken",
        kind: Some("mecloud.access-token"),
        text: "EXAMPLE-ACCESS-TOKEN".to_owned(),
        ends,
        extended: false,
    }
}

fn mecloud_answer(name: &str) -> String {
    let vectors = support::vectors("mecloud");
    let cases = vectors["responses"].as_array().unwrap();
    cases.iter().find(|case| case["name"] == name).unwrap()["body"].as_str().unwrap().to_owned()
}

#[test]
fn mecloud_is_asked_both_ways() {
    let further = [("email", "a+b@exämple.com"), ("random_key", "r.1 & 'x' é"), ("app_id", "007")];
    let time = NOW * 1000;
    let (seen, outcome) = ask("mecloud.authen", &further, Reply::json(mecloud_answer("ok")));
    assert_eq!(seen.method, "GET");
    let query = seen.target.strip_prefix("/authen?").unwrap();
    let pairs: Vec<(&str, String)> = tokendesk::codec::form::pairs(query)
        .map(|(key, value)| (key, tokendesk::codec::form::decode_component(value).text))
        .collect();
    let token = pairs[1].1.clone();
    let expected = [
        ("appId", "007".to_owned()),
        ("token", token.clone()),
        ("time", time.to_string()),
        ("random-key", "r.1 & 'x' é".to_owned()),
        ("email", "a+b@exämple.com".to_owned()),
    ];
    assert_eq!(pairs, expected);
    assert!(
        query.contains("email=a%2Bb%40") && query.contains("random-key=r.1+%26+%27x%27+%C3%A9"),
        "{query}"
    );
    let time = time.to_string();
    let values = [("app_id", "007"), ("time", &time), ("random_key", "r.1 & 'x' é"), ("email", "a@b")];
    checked("mecloud.token", &token, &values);
    assert!(outcome.ok);
    assert_eq!(outcome.gains, [mecloud_gain(Ends::At(Time::from_millis(1_767_409_445_678)))]);

    let (seen, _) = ask("mecloud.authen", &[&further[..], &[("method", "post")]].concat(), Reply::json("{}"));
    assert_eq!((seen.method.as_str(), seen.target.as_str()), ("POST", "/authen"));
    let kind = seen.header("content-type").unwrap().to_owned();
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert!(boundary.len() <= 70);
    let body = seen.text().strip_suffix(&format!("--{boundary}--\r\n")).unwrap();
    let parts: Vec<_> = body
        .split(&format!("--{boundary}\r\n"))
        .skip(1)
        .map(|part| part.strip_suffix("\r\n").unwrap().split_once("\r\n\r\n").unwrap())
        .map(|(head, value)| {
            let name = head.strip_prefix("Content-Disposition: form-data; name=\"").unwrap();
            (name.strip_suffix('"').unwrap(), value.to_owned())
        })
        .collect();
    assert_eq!(parts, expected, "the same time, key and token");
}

#[test]
fn mecloud_answers_are_read_by_their_error() {
    let texts = vendor::texts();
    let answer = |expired: &str| format!("{{\"error\":0,\"accesstoken\":\"EXAMPLE-ACCESS-TOKEN\"{expired}}}");
    let day = Ends::At(now().plus(86_400_000));
    for (expired, ends) in [
        (",\"expired\":1767409445", Ends::At(Time::from_seconds(1_767_409_445))),
        (",\"expired\":\"1767409445678\"", Ends::At(Time::from_millis(1_767_409_445_678))),
        (",\"expired\":\"2026-01-03T03:04:05Z\"", Ends::At(Time::from_seconds(1_767_409_445))),
        (",\"expired\":\"tomorrow\"", day),
        ("", day),
    ] {
        let (_, outcome) = ask("mecloud.authen", &[], Reply::json(answer(expired)));
        assert_eq!((outcome.ok, &outcome.gains), (true, &vec![mecloud_gain(ends)]), "{expired}");
        explained(&outcome, &texts);
    }
    for (status, body) in [(200, mecloud_answer("failed")), (403, mecloud_answer("failed"))] {
        let (_, outcome) = ask("mecloud.authen", &[], Reply::with_status(status, body));
        assert!(!outcome.ok);
        assert_eq!(codes(&outcome), ["mecloud_refused"]);
        assert!(texts.format(&outcome.findings[0].message()).contains("token không hợp lệ"));
    }
    let (_, outcome) = ask("mecloud.authen", &[], Reply::json("{\"error\":0,\"msg\":\"\"}"));
    assert_eq!(codes(&outcome), ["answer_incomplete"]);
    let (_, outcome) = ask("mecloud.authen", &[], Reply::with_status(500, answer("")));
    assert_eq!((outcome.ok, codes(&outcome)), (false, vec!["http_status"]));
}

#[test]
fn mecloud_has_ranges() {
    for time in ["1767323045", "1.433387738783E12", "1767323045678.5", "1767323045678000"] {
        assert_eq!(
            problems("mecloud.authen", &[("time", time)]),
            problem("time", "mecloud-problem-time"),
            "{time}"
        );
    }
    assert_eq!(problems("mecloud.authen", &[("method", "put")]), problem("method", "problem-choice"));
    let call = call::call("mecloud.authen").unwrap();
    let fields = call.fields();
    let missing = Inputs::read(&fields, &Raw::new(), Ask::All).unwrap_err();
    let keys: Vec<_> = missing.iter().map(|problem| problem.key.as_str()).collect();
    assert_eq!(keys, ["app_id", "secret_key", "email"]);
    let request = prepare(call, &sample(call).with("time", "1767323000000"), None);
    assert_eq!(
        request.good_until,
        Some(Time::from_seconds(1_767_323_600)),
        "counted from the time that was signed"
    );
}

#[test]
fn the_program_keeps_mecloud_from_locking_the_channel() {
    let home = tempfile::tempdir().unwrap();
    let server = Server::start((0..52).map(|_| Reply::json(mecloud_answer("ok"))));
    let url = server.url();
    let call = |further: &[&str]| {
        let words = [&["--send", "--base-url", &url, "--output", "json"], further].concat();
        run("mecloud.authen", &words).env("TOKENDESK_HOME", home.path()).run()
    };
    for count in 1..=50 {
        let done = call(&[]);
        assert_eq!(done.code, 0, "{}", done.text());
        assert_eq!(
            done.words().contains(&format!("{count} of 50")),
            count >= 40,
            "{count}: {}",
            done.words()
        );
    }
    let refused = call(&[]);
    assert_eq!(refused.code, 3);
    assert_eq!(refused.json()["error"]["code"], "quota");
    assert_eq!(call(&["-f", "app_id=1025"]).code, 0, "another channel");
    assert_eq!(call(&["--force"]).code, 0);
    assert_eq!(call(&["-f", "app_id=1025", "--force"]).code, 3, "nobody answers any more");
    let shown = run("mecloud.authen", &[]).env("TOKENDESK_HOME", "/nonexistent/tokendesk").run();
    assert_eq!(shown.code, 0, "what is only shown is not counted");
}

// --- ZEGO ---

#[test]
fn zego_is_asked_in_the_query() {
    let answer = json!({ "Code": 0, "Message": "success", "RequestId": "r",
        "Data": { "IdentifyToken": "04abc", "RemainTime": 3590 } });
    let (seen, outcome) = ask("zego.identify-token", &[], Reply::json(answer.to_string()));
    assert_eq!((seen.method.as_str(), seen.body.len()), ("GET", 0));
    let query = seen.target.strip_prefix("/?").unwrap();
    let names: Vec<_> = tokendesk::codec::form::pairs(query).map(|(name, _)| name).collect();
    let expected =
        ["Action", "AppId", "SignatureNonce", "Timestamp", "Signature", "SignatureVersion", "EffectiveTime"];
    assert_eq!(names, expected);
    let value =
        |name: &str| tokendesk::codec::form::pairs(query).find(|(known, _)| *known == name).unwrap().1;
    assert_eq!(value("Action"), "GenerateIdentifyToken");
    assert_eq!(value("SignatureVersion"), "2.0");
    assert_eq!(value("Timestamp"), NOW.to_string());
    assert_eq!(value("EffectiveTime"), "3600");
    assert_eq!(value("SignatureNonce").len(), 16);
    checked("zego.api-signature", query, &[("app_id", value("AppId"))]);
    let gain = |life: i64| Gain::Token {
        name: "IdentifyToken",
        kind: None,
        text: "04abc".to_owned(),
        ends: Ends::At(now().plus(life * 1000)),
        extended: false,
    };
    assert_eq!((outcome.ok, outcome.gains), (true, vec![gain(3590)]));
    assert_eq!(outcome.fields["RequestId"], "r");

    let further = [("effective_time", "2592000"), ("is_test", "true"), ("signature_nonce", "a b&c")];
    let answer = json!({ "Code": 0, "Data": { "IdentifyToken": "04abc" } });
    let (seen, outcome) = ask("zego.identify-token", &further, Reply::json(answer.to_string()));
    assert!(
        seen.target.ends_with("&SignatureVersion=2.0&IsTest=true&EffectiveTime=2592000"),
        "{}",
        seen.target
    );
    assert!(seen.target.contains("&SignatureNonce=a%20b%26c&"), "{}", seen.target);
    assert_eq!(outcome.gains, [gain(2_592_000)]);
}

#[test]
fn zego_has_ranges_and_regions() {
    for value in ["0", "2592001", "+31d", "x"] {
        let found = problems("zego.identify-token", &[("effective_time", value)]);
        assert_eq!(found, problem("effective_time", "problem-range"), "{value}");
    }
    for value in ["0", "4294967296", "x"] {
        assert_eq!(problems("zego.identify-token", &[("app_id", value)]), problem("app_id", "problem-range"));
    }
    let call = call::call("zego.identify-token").unwrap();
    for region in ["sha", "hkg", "fra", "lax", "bom", "sgp"] {
        let request = prepare(call, &sample(call).with("region", region), None);
        assert!(
            request.url.starts_with(&format!("https://rtc-api-{region}.zego.im/?Action=")),
            "{}",
            request.url
        );
        assert_eq!(request.good_until, Some(now().plus(600_000)));
    }
    assert!(prepare(call, &sample(call), None).url.starts_with("https://rtc-api.zego.im/?"));
    let short = Raw::new().with("app_id", "1481965360").with_secret("server_secret", "short".into());
    let refused = try_prepare(call, &short, None).unwrap_err();
    assert_eq!(refused, problem("server_secret", "zego-problem-secret-length"));
}

#[test]
fn every_code_of_zego_is_explained() {
    let texts = vendor::texts();
    for number in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 17] {
        let code = 100_000_000 + number;
        let body = json!({ "Code": code, "Message": "why\u{202e}", "RequestId": "r" }).to_string();
        for status in [200, 400] {
            let (_, outcome) = ask("zego.identify-token", &[], Reply::with_status(status, body.clone()));
            assert!(!outcome.ok && outcome.gains.is_empty());
            assert_eq!(codes(&outcome), [format!("zego_{code}")]);
            explained(&outcome, &texts);
        }
    }
    let (_, outcome) = ask("zego.identify-token", &[], Reply::json("{\"Code\":7}"));
    assert_eq!(codes(&outcome), ["zego_refused"]);
    explained(&outcome, &texts);
    let (_, outcome) = ask("zego.identify-token", &[], Reply::json("{\"Code\":0,\"Data\":null}"));
    assert_eq!(codes(&outcome), ["answer_incomplete"]);
}

// --- the command line ---

fn run(id: &str, further: &[&str]) -> Run {
    let call = call::call(id).unwrap();
    let mut words = vec!["call".to_owned(), id.to_owned(), "--at".to_owned(), NOW.to_string()];
    let mut environment = Vec::new();
    for field in call.fields() {
        if field.is_secret() && field.required {
            let name = field.key.to_ascii_uppercase();
            words.extend(["--secret".to_owned(), format!("{}=env:{name}", field.key)]);
            environment.push((name, support::secret(field)));
        } else if field.required && field.default.is_none() {
            words.extend(["-f".to_owned(), format!("{}={}", field.key, field.sample)]);
        }
    }
    words.extend(further.iter().map(|word| (*word).to_owned()));
    environment.into_iter().fold(tokendesk(words), |run, (name, value)| run.env(&name, value))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_program_shows_writes_and_sends() {
    let id = "opentok.create-session";
    let shown = run(id, &[]).run();
    assert_eq!(shown.code, 0);
    let lines: Vec<_> = shown.text().lines().collect();
    assert_eq!(lines[..2], ["POST /session/create HTTP/1.1", "Host: api.opentok.com"]);
    assert_eq!(*lines.last().unwrap(), "archiveMode=manual&p2p.preference=enabled");
    assert_eq!(shown.words(), "note: Valid for 3:00, until 2026-01-02T03:07:05Z; sign again after that.\n");

    let done = run(id, &["--output", "json"]).run();
    let object = done.json();
    assert_eq!(keys(&object), ["call", "vendor", "project", "request", "good_until"]);
    assert_eq!(keys(&object["request"]), ["method", "url", "headers", "body"]);
    assert_eq!(object["good_until"], NOW + 180);
    assert_eq!(object["request"]["headers"][0][0], "X-OPENTOK-AUTH");

    for (language, start) in [
        ("curl", "curl --globoff"),
        ("java", "import java.net.URI;"),
        ("php", "<?php"),
        ("js", "(async () =>"),
        ("http", "POST /session/create HTTP/1.1\r\n"),
    ] {
        let done = run(id, &["--as", language]).run();
        assert!(done.code == 0 && done.text().starts_with(start), "{language}");
        let object = run(id, &["--as", language, "--output", "json"]).run().json();
        assert_eq!(object["text"].as_str().unwrap().trim_end(), done.text().trim_end());
    }

    let reply = || Reply::json(json!([{ "session_id": SESSION }]).to_string());
    let server =
        Server::start([reply(), reply(), Reply::with_status(403, "{\"message\":\"Invalid signature\"}")]);
    let done = run(id, &["--send", "--base-url", &server.url()]).run();
    assert_eq!((done.code, done.text()), (0, format!("{SESSION}\n").as_str()));
    assert_eq!(done.words(), "note: The server answered 200.\n");
    let object = run(id, &["--send", "--base-url", &server.url(), "--output", "json"]).run().json();
    let documented =
        ["call", "vendor", "project", "request", "good_until", "answer", "ok", "fields", "findings", "gains"];
    assert_eq!(keys(&object), documented);
    assert_eq!(object["gains"], json!([{ "field": "session_id", "value": SESSION }]));
    assert_eq!(object["answer"]["status"], 200);
    let refused = run(id, &["--send", "--base-url", &server.url()]).run();
    assert_eq!((refused.code, refused.text()), (3, ""));
    assert!(refused.words().contains("the secret does not belong to this key"), "{}", refused.words());
    let words = ["call", id, "-f", "api_key=48213579", "--secret", "api_secret=-", "--as", "curl"];
    let from_stdin = tokendesk(words).stdin("9f3c1a7be25d4086c1f0a94d7738be21c05e6d14\n").run();
    assert_eq!(from_stdin.code, 0);
}

#[test]
fn wrong_words_are_told_before_anything_is_fetched() {
    let id = "opentok.create-session";
    for (further, code) in [
        (&["--base-url", "http://api.opentok.com"][..], "problem-address-clear"),
        (&["--at", "soon"], "problem-time"),
        (&["-f", "location=x"], "problem-ipv4"),
        (&["-f", "nope=x"], "problem-unknown-field"),
        (&["-f", "api_secret=x"], "problem-secret-in-clear"),
    ] {
        let words = ["call", id, "-f", "api_key=1", "--secret", "api_secret=command:/nonexistent/never-run"];
        let done = tokendesk([&words[..], further, &["--output", "json"]].concat()).run();
        assert_eq!(done.code, 2, "{code}");
        let problems = done.json()["error"]["problems"].clone();
        assert!(problems.as_array().unwrap().iter().any(|p| p["code"] == code), "{code}: {problems}");
    }
    assert_eq!(tokendesk(["call", "opentok.nope"]).run().code, 2);
    assert_eq!(tokendesk(["call", "--send"]).run().code, 2);
    assert_eq!(run(id, &["--send", "--as", "curl"]).run().code, 2);
    let listed = tokendesk(["call", "--output", "json"]).run().json();
    let ids: Vec<_> = listed["calls"].as_array().unwrap().iter().map(|call| call["call"].clone()).collect();
    assert_eq!(ids, CALLS.iter().map(|call| Value::from(call.spec().id)).collect::<Vec<_>>());
    let words = tokendesk(["call"]).run();
    for call in CALLS {
        assert!(words.text().contains(call.spec().id) && words.text().contains(call.spec().base_url));
    }
}

#[test]
fn failures_of_the_network_are_code_3() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let base_url = format!("http://127.0.0.1:{port}");
    let done = run("opentok.create-session", &["--send", "--base-url", &base_url, "--output", "json"]).run();
    assert_eq!(done.code, 3);
    assert_eq!(done.json()["error"]["code"], "network");
}
