//! Sends a request: the only place that touches the network, and only when a person has pressed the button or said
//! `--send`. It blocks: for the worker thread.
//!
//! - TLS is verified against the operating system's own roots, so that what an administrator trusts or distrusts holds
//!   here too, and this program need not be renewed when a root changes.
//! - Redirects are not followed: they would carry the credentials elsewhere. The answer with the redirect is the answer.
//! - At most [`LONGEST`] bytes of an answer are read, and no longer than [`PATIENCE`] in all is waited.
//! - A proxy named by `HTTPS_PROXY` or `ALL_PROXY` is used, as every client does, and never for this machine itself.
//! - Nothing is kept: each request has a connection of its own, and there are no cookies.

use std::io::Read as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ureq::config::{AutoHeaderValue, Config};
use ureq::tls::{RootCerts, TlsConfig};

use super::{Answer, Method, Request, USER_AGENT, address};
use crate::i18n::Message;

/// The longest answer, in bytes. The vendors' are below a thousand.
pub const LONGEST: usize = 1024 * 1024;
/// How long everything together may take.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Why there is no answer. Never holds anything of the request but its host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// `http://` to another machine.
    #[error("{host} would be asked without encryption")]
    Clear {
        /// The host.
        host: String,
    },
    /// The request is none that HTTP can carry.
    #[error("the request cannot be sent")]
    Malformed,
    /// No such host.
    #[error("{host} is not known")]
    NoHost {
        /// The host.
        host: String,
    },
    /// Nobody there, or the way is shut.
    #[error("{host} cannot be reached: {reason}")]
    Unreachable {
        /// The host.
        host: String,
        /// What the operating system said.
        reason: String,
    },
    /// The other side is not who it should be, or speaks no TLS.
    #[error("no trusted connection to {host}: {reason}")]
    Tls {
        /// The host.
        host: String,
        /// What the TLS library said.
        reason: String,
    },
    /// It took too long.
    #[error("no whole answer within {seconds} s")]
    TimedOut {
        /// How long was waited.
        seconds: u64,
    },
    /// The answer ended before its end, or is not HTTP.
    #[error("the answer broke off: {reason}")]
    Broken {
        /// What was wrong.
        reason: String,
    },
    /// The answer is longer than any of the vendor's.
    #[error("the answer is longer than {limit} bytes")]
    TooLong {
        /// The longest that is read.
        limit: usize,
    },
}

impl SendError {
    /// The same in words for the user; the attribute `remedy` of the id says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Cancelled => Message::new("send-cancelled"),
            Self::Clear { host } => Message::new("send-clear").with("host", host),
            Self::Malformed => Message::new("send-malformed"),
            Self::NoHost { host } => Message::new("send-no-host").with("host", host),
            Self::Unreachable { host, reason } => {
                Message::new("send-unreachable").with("host", host).with("reason", reason)
            }
            Self::Tls { host, reason } => Message::new("send-tls").with("host", host).with("reason", reason),
            Self::TimedOut { seconds } => Message::new("send-timed-out").with("seconds", seconds.to_string()),
            Self::Broken { reason } => Message::new("send-broken").with("reason", reason),
            Self::TooLong { limit } => Message::new("send-too-long").with("limit", *limit),
        }
    }

    /// What to do now.
    pub fn remedy(&self) -> Message {
        let message = self.message();
        Message { id: format!("{}.remedy", message.id).into(), args: message.args }
    }

    /// Whether the vendor may have done what was asked all the same: the request may have arrived.
    pub fn may_be_done(&self) -> bool {
        match self {
            Self::Cancelled | Self::TimedOut { .. } | Self::Broken { .. } | Self::TooLong { .. } => true,
            Self::Clear { .. }
            | Self::Malformed
            | Self::NoHost { .. }
            | Self::Unreachable { .. }
            | Self::Tls { .. } => false,
        }
    }
}

/// How long is waited, and whether any more.
#[derive(Debug, Clone, Copy)]
pub struct Waiting<'a> {
    /// How long everything together may take.
    pub patience: Duration,
    /// Set to true to have no answer any more. What waits for the network looks at it before and after each step, so it
    /// may take up to `patience` to come back; a window shows "cancelled" at once and drops what comes.
    pub cancelled: &'a AtomicBool,
}

/// Sends a request and reads its answer, whatever its status.
///
/// # Errors
/// If there is no whole answer. None of them holds anything of the request but its host.
pub fn send(request: &Request, waiting: Waiting<'_>) -> Result<Answer, SendError> {
    let host = address::authority(&request.url).to_owned();
    let secure = request.url.starts_with("https://");
    if !secure && !address::is_loopback(&request.url) {
        return Err(SendError::Clear { host });
    }
    let go_on = || if waiting.cancelled.load(Ordering::SeqCst) { Err(SendError::Cancelled) } else { Ok(()) };
    let failed = |error: ureq::Error| read_error(error, &host, secure, waiting.patience);
    go_on()?;
    let agent = config(request, waiting.patience).new_agent();
    let mut response = match (request.method, &request.body) {
        (Method::Get, None) => with_headers(agent.get(&request.url), request).call(),
        (Method::Get, Some(_)) => return Err(SendError::Malformed),
        (Method::Post, body) => {
            with_headers(agent.post(&request.url), request).send(body.as_deref().unwrap_or_default())
        }
    }
    .map_err(failed)?;
    go_on()?;

    let headers = response.headers().iter();
    let text = |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = headers.map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
    let status = response.status().as_u16();
    let mut body = Vec::new();
    let mut reader = response.body_mut().as_reader();
    let mut piece = [0; 16 * 1024];
    loop {
        let read = reader.read(&mut piece).map_err(|error| failed(ureq::Error::from(error)))?;
        go_on()?;
        if read == 0 {
            return Ok(Answer { status, headers, body });
        }
        body.extend_from_slice(piece.get(..read).unwrap_or_default());
        if body.len() > LONGEST {
            return Err(SendError::TooLong { limit: LONGEST });
        }
    }
}

fn with_headers<B>(builder: ureq::RequestBuilder<B>, request: &Request) -> ureq::RequestBuilder<B> {
    request.headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, value))
}

fn config(request: &Request, patience: Duration) -> Config {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let mut builder = Config::builder()
        .tls_config(tls)
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_idle_connections(0)
        .user_agent(USER_AGENT)
        // Only what stands in the request.
        .accept(AutoHeaderValue::None)
        .accept_encoding(AutoHeaderValue::None);
    if address::is_loopback(&request.url) {
        builder = builder.proxy(None);
    }
    builder.build()
}

/// What the library says, in our words. Only what is known to be free of the request is repeated.
fn read_error(error: ureq::Error, host: &str, secure: bool, patience: Duration) -> SendError {
    let host = host.to_owned();
    match error {
        ureq::Error::Timeout(_) => SendError::TimedOut { seconds: patience.as_secs() },
        ureq::Error::HostNotFound => SendError::NoHost { host },
        ureq::Error::Io(error) => io_error(&error, host, secure, patience),
        ureq::Error::ConnectionFailed => {
            SendError::Unreachable { host, reason: "the connection failed".to_owned() }
        }
        ureq::Error::InvalidProxyUrl | ureq::Error::ConnectProxyFailed(_) => {
            SendError::Unreachable { host, reason: "the proxy refuses or cannot be used".to_owned() }
        }
        ureq::Error::Tls(reason) => SendError::Tls { host, reason: reason.to_owned() },
        ureq::Error::Rustls(error) => SendError::Tls { host, reason: error.to_string() },
        ureq::Error::Protocol(error) => SendError::Broken { reason: error.to_string() },
        ureq::Error::LargeResponseHeader(..) => {
            SendError::Broken { reason: "its head is too long".to_owned() }
        }
        _ => SendError::Malformed,
    }
}

fn io_error(error: &std::io::Error, host: String, secure: bool, patience: Duration) -> SendError {
    use std::io::ErrorKind;
    match error.kind() {
        // How rustls says that a certificate or a handshake is wrong.
        ErrorKind::InvalidData if secure => SendError::Tls { host, reason: error.to_string() },
        ErrorKind::TimedOut | ErrorKind::WouldBlock => SendError::TimedOut { seconds: patience.as_secs() },
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::InvalidData => SendError::Broken { reason: error.to_string() },
        _ => SendError::Unreachable { host, reason: error.to_string() },
    }
}
