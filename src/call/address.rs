//! The address that a call goes to: the vendor's, or one given for a mock or a proxy. Text only; nothing is resolved.

use core::net::IpAddr;

use crate::i18n::Message;

/// Checks a base URL and takes the slash off its end: `https://host`, with a port and a path if need be.
///
/// `http://` is for this machine only (`localhost`, 127.0.0.0/8, `::1`): whoever could listen on the way would have
/// the credentials, and there is no switch that makes this right. A mock elsewhere is reached through a tunnel.
///
/// # Errors
/// A message that says what was expected; never with what stood before an `@`, which may be a password.
pub fn parse(text: &str) -> Result<String, Message> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let secure = lower.starts_with("https://");
    let rest = match text.split_once("://") {
        Some((_, rest)) if secure || lower.starts_with("http://") => rest,
        _ => return Err(Message::new("problem-address")),
    };
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    if authority.contains('@') {
        return Err(Message::new("problem-address-user"));
    }
    let host = host(authority).ok_or_else(|| Message::new("problem-address"))?;
    if !is_plain(path) {
        return Err(Message::new("problem-address"));
    }
    if !secure && !is_local(host) {
        return Err(Message::new("problem-address-clear"));
    }
    let scheme = if secure { "https" } else { "http" };
    Ok(format!("{scheme}://{authority}{}", path.trim_end_matches('/')))
}

/// The host of an authority, if both are well-formed; a port is a number up to 65535.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = if let Some(rest) = authority.strip_prefix('[') {
        let (address, after) = rest.split_once(']')?;
        address.parse::<core::net::Ipv6Addr>().ok()?;
        (address, after.strip_prefix(':').or(after.is_empty().then_some(""))?)
    } else {
        authority.split_once(':').unwrap_or((authority, ""))
    };
    let named = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let is_host = !host.is_empty() && (host.bytes().all(named) || authority.starts_with('['));
    let is_port = if authority.ends_with(':') {
        false
    } else {
        port.is_empty()
            || (port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|n| n > 0))
    };
    (is_host && is_port).then_some(host)
}

/// Only what every client sends on as it is: no characters that some escape, no `.` and `..` that some resolve.
fn is_plain(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~:@+=,%".contains(&byte);
    let escape = |rest: &str| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let dots = |segment: &str| {
        let segment = segment.to_ascii_lowercase().replace("%2e", ".");
        segment == "." || segment == ".."
    };
    path.bytes().all(plain) && path.split('%').skip(1).all(escape) && !path.split('/').any(dots)
}

fn is_local(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

/// Host and port of a URL of ours.
pub(super) fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}

/// Path and query of a URL of ours.
pub(super) fn target(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
}

/// Whether a URL of ours goes to this machine itself.
pub fn is_loopback(url: &str) -> bool {
    host(authority(url)).is_some_and(is_local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_pass() {
        for (given, kept) in [
            ("https://api.opentok.com", "https://api.opentok.com"),
            (" HTTPS://proxy.example:8443/rtc/ ", "https://proxy.example:8443/rtc"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
            ("http://LocalHost", "http://LocalHost"),
            ("https://[2001:db8::1]/a%20b", "https://[2001:db8::1]/a%20b"),
        ] {
            assert_eq!(parse(given).as_deref(), Ok(kept), "{given}");
        }
    }

    #[test]
    fn addresses_that_do_not() {
        let id = |text: &str| parse(text).map_err(|message| message.id.into_owned());
        for (given, problem) in [
            ("", "problem-address"),
            ("api.opentok.com", "problem-address"),
            ("ftp://api.opentok.com", "problem-address"),
            ("https://", "problem-address"),
            ("https://a b", "problem-address"),
            ("https://a:0", "problem-address"),
            ("https://a:99999", "problem-address"),
            ("https://a:", "problem-address"),
            ("https://a:80:80", "problem-address"),
            ("https://[::1", "problem-address"),
            ("https://[::1]x", "problem-address"),
            ("https://ex\u{e4}mple.com", "problem-address"),
            ("https://a/?x=1", "problem-address"),
            ("https://a/#x", "problem-address"),
            ("https://a/%zz", "problem-address"),
            ("https://a/%2", "problem-address"),
            ("https://a/'", "problem-address"),
            ("https://a/x/..", "problem-address"),
            ("https://a/%2E./x", "problem-address"),
            ("https://a\r\nX: y", "problem-address"),
            ("https://me:secret@a", "problem-address-user"),
            ("http://127.0.0.1@evil.example", "problem-address-user"),
            ("http://api.opentok.com", "problem-address-clear"),
            ("http://127.0.0.1.evil.example", "problem-address-clear"),
            ("http://localhost.evil.example", "problem-address-clear"),
        ] {
            assert_eq!(id(given), Err(problem.to_owned()), "{given}");
        }
    }

    #[test]
    fn parts_of_an_address() {
        assert_eq!(authority("http://[::1]:80/a?b"), "[::1]:80");
        assert_eq!(authority("https://a?b"), "a");
        assert_eq!(target("https://a/b?c=/d"), "/b?c=/d");
        assert_eq!(target("https://a"), "/");
        assert!(is_loopback("http://127.9.9.9:1/x") && !is_loopback("https://a/127.0.0.1"));
    }
}
