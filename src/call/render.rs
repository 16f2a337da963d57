//! A request as text that can be run: curl, Java, PHP, JavaScript; and as the bytes of HTTP.
//!
//! Each is whole: it sends exactly this request when it is run. Every value is quoted for its language, whatever it
//! holds, so that none can end its quotation and become code. Hidden characters are written as escapes, which keeps
//! each text safe on a terminal and equal after any clipboard. `tests/calls_render.rs` runs them.

use std::fmt::Write as _;

use super::Request;
use crate::token::quote::{self, acts, shell, shell_format};

/// A way to write a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// A command for a POSIX shell.
    Curl,
    /// One file for Java 11 or later, without libraries: `java Call.java`.
    Java,
    /// For PHP 8 with its curl extension: `php call.php`.
    Php,
    /// For Node 18 or later, without packages: `node call.js`.
    JavaScript,
    /// The bytes that go over the wire.
    Http,
}

impl Language {
    /// Every one, in the order of display.
    pub const ALL: [Self; 5] = [Self::Curl, Self::Java, Self::Php, Self::JavaScript, Self::Http];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::Java => "java",
            Self::Php => "php",
            Self::JavaScript => "js",
            Self::Http => "http",
        }
    }

    /// The one with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.name() == name)
    }

    /// The name that a file with it should have, for it to run.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Curl => "call.sh",
            Self::Java => "Call.java",
            Self::Php => "call.php",
            Self::JavaScript => "call.js",
            Self::Http => "call.http",
        }
    }
}

/// The request in a language.
pub fn render(request: &Request, language: Language) -> String {
    match language {
        Language::Curl => curl(request),
        Language::Java => java(request),
        Language::Php => php(request),
        Language::JavaScript => javascript(request),
        Language::Http => http(request),
    }
}

/// A command for any POSIX shell.
///
/// `--data-raw` and not `--data`, which would read a file where the value begins with `@`; `--globoff`, because curl
/// takes brackets and braces of an address for patterns. A body that holds characters which a shell's line cannot is
/// written by `printf` and read from stdin.
pub fn curl(request: &Request) -> String {
    let mut parts = vec![format!("curl --globoff --max-time 10 --request {}", request.method.name())];
    parts.push(format!("--url {}", shell(&request.url)));
    parts.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| format!("--header {}", shell(&format!("{name}: {value}")))),
    );
    let mut before = String::new();
    if let Some(body) = &request.body {
        if acts(body) {
            before = format!("printf {} |\n  ", shell_format(body));
            parts.push("--data-binary @-".to_owned());
        } else {
            parts.push(format!("--data-raw {}", shell(body)));
        }
    }
    format!("{before}{}\n", parts.join(" \\\n  "))
}

/// One file, run as it is: `java Call.java`.
pub fn java(request: &Request) -> String {
    let body = match &request.body {
        None => "HttpRequest.BodyPublishers.noBody()".to_owned(),
        Some(body) => format!("HttpRequest.BodyPublishers.ofString({})", quote::java(body)),
    };
    let header = |(name, value): &(&str, String)| {
        format!("            .header({}, {})\n", quote::java(name), quote::java(value))
    };
    let headers = lines(request, header);
    format!(
        r"import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class Call {{
    public static void main(String[] args) throws Exception {{
        HttpRequest request = HttpRequest.newBuilder(URI.create({}))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(10))
{headers}            .method({}, {body})
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode());
        System.out.println(response.body());
    }}
}}
",
        quote::java(&request.url),
        quote::java(request.method.name()),
    )
}

/// With PHP's curl extension.
pub fn php(request: &Request) -> String {
    let headers =
        lines(request, |(name, value)| format!("        {},\n", quote::php(&format!("{name}: {value}"))));
    let body = match &request.body {
        None => String::new(),
        Some(body) => format!("    CURLOPT_POSTFIELDS => {},\n", quote::php(body)),
    };
    format!(
        r#"<?php
$request = curl_init({});
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => {},
    CURLOPT_HTTPHEADER => [
{headers}    ],
{body}    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 10,
]);
$answer = curl_exec($request);
if ($answer === false) {{
    fwrite(STDERR, curl_error($request) . "\n");
    exit(1);
}}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\n", $answer, "\n";
"#,
        quote::php(&request.url),
        quote::php(request.method.name()),
    )
}

/// With `fetch`, as a module and as a script.
pub fn javascript(request: &Request) -> String {
    let header = |(name, value): &(&str, String)| {
        format!("      [{}, {}],\n", quote::javascript(name), quote::javascript(value))
    };
    let headers = lines(request, header);
    let body = match &request.body {
        None => String::new(),
        Some(body) => format!("    body: {},\n", quote::javascript(body)),
    };
    format!(
        r#"(async () => {{
  const response = await fetch({}, {{
    method: {},
    headers: [
{headers}    ],
{body}    redirect: "manual",
    signal: AbortSignal.timeout(10000),
  }});
  console.log(response.status);
  console.log(await response.text());
}})();
"#,
        quote::javascript(&request.url),
        quote::javascript(request.method.name()),
    )
}

/// The bytes of HTTP/1.1, lines ending in CR LF. Names of headers stand as the vendor writes them; their case says
/// nothing.
pub fn http(request: &Request) -> String {
    let mut text = format!("{} {} HTTP/1.1\r\n", request.method.name(), request.target());
    for (name, value) in request.all_headers() {
        // Writing to a String cannot fail.
        write!(text, "{name}: {value}\r\n").unwrap_or_default();
    }
    text.push_str("\r\n");
    text.push_str(request.body.as_deref().unwrap_or_default());
    text
}

/// A line for each header.
fn lines(request: &Request, line: impl Fn(&(&'static str, String)) -> String) -> String {
    request.headers.iter().map(line).collect::<Vec<_>>().concat()
}
