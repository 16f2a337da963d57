//! A server on this machine that says what it was asked and answers what it was told to. For tests only.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::expect_used,
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "shared by several tests, each of which uses a part; a test fails by panicking"
)]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Every byte.
    pub bytes: Vec<u8>,
    pub method: String,
    pub target: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} stands twice");
        value
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A whole answer.
    Whole { status: u16, content_type: &'static str, body: Vec<u8> },
    /// These bytes, and then the end.
    Raw(Vec<u8>),
    /// Nothing for so long, and then the end.
    Silence(Duration),
    /// The head, and then one byte each 20 ms for so long.
    Drip(Duration),
}

impl Reply {
    pub fn json(body: impl Into<String>) -> Self {
        Self::with_status(200, body)
    }

    pub fn with_status(status: u16, body: impl Into<String>) -> Self {
        Self::Whole { status, content_type: "application/json", body: body.into().into_bytes() }
    }
}

pub struct Server {
    pub port: u16,
    seen: Receiver<Seen>,
}

impl Server {
    /// Answers these in turn, each to one connection, and then no more.
    pub fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, seen) = channel();
        let replies: Vec<Reply> = replies.into_iter().collect();
        let serve = move || {
            for reply in replies {
                let Ok((mut stream, _)) = listener.accept() else { return };
                stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
                if let Some(request) = read(&mut stream) {
                    tell.send(request).unwrap_or_default();
                    write(&mut stream, &reply);
                }
            }
        };
        std::thread::Builder::new().name("loopback".to_owned()).spawn(serve).unwrap();
        Self { port, seen }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The next request that came.
    pub fn seen(&self) -> Seen {
        self.seen.recv_timeout(Duration::from_secs(10)).expect("a request")
    }

    /// Whether none came.
    pub fn saw_nothing(&self) -> bool {
        self.seen.recv_timeout(Duration::from_millis(50)).is_err()
    }
}

fn read(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    assert_eq!(first.next(), Some("HTTP/1.1"));
    let headers: Vec<(String, String)> = lines
        .map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        })
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, length)| length.parse().unwrap());
    while bytes.len() < head_end + 4 + length {
        let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
    }
    let body = bytes[head_end + 4..].to_vec();
    Some(Seen { bytes, method, target, headers, body })
}

/// The other side may have hung up: that is what some tests are about.
fn write(stream: &mut TcpStream, reply: &Reply) {
    match reply {
        Reply::Whole { status, content_type, body } => {
            let head = format!(
                "HTTP/1.1 {status} Said\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            stream.write_all(&[head.as_bytes(), body].concat()).unwrap_or_default();
        }
        Reply::Raw(bytes) => stream.write_all(bytes).unwrap_or_default(),
        Reply::Silence(span) => std::thread::sleep(*span),
        Reply::Drip(span) => {
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
            stream.write_all(head).unwrap_or_default();
            for _ in 0..span.as_millis() / 20 {
                if stream.write_all(b" ").is_err() {
                    return;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
    stream.flush().unwrap_or_default();
}
