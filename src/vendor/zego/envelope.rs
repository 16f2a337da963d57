//! The envelope that token03 and token04 share (reference sections 4 and 7).
//!
//! ```text
//! "03" or "04", then base64 (standard alphabet, padded) of, highest byte first:
//!   0      8  int64  the end in Unix seconds, in clear, unprotected
//!   8      2  uint16 n, length of the initialisation vector: 16 (CBC) or 12 (GCM)
//!   10     n  the initialisation vector
//!   10+n   2  uint16 m, length of the ciphertext
//!   12+n   m  the ciphertext; with GCM its last 16 bytes are the tag
//!   12+n+m 1  GCM only: the mode, 1
//! ```
//! Everything but the end is encrypted with the ServerSecret's own bytes as the key.

use std::ops::Range;

use crate::codec::base64::{self, Padding};
use crate::codec::pack::{self, Reader};
use crate::codec::{aes, hex};
use crate::token::{Finding, Inputs, Layer, visible};

/// How the JSON is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Cbc,
    Gcm,
}

/// The byte behind a GCM ciphertext.
const GCM_BYTE: u8 = 1;

impl Mode {
    /// As the fields of a report name it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Cbc => "CBC",
            Self::Gcm => "GCM",
        }
    }

    /// Bytes of the initialisation vector.
    pub(super) const fn iv_length(self) -> usize {
        match self {
            Self::Cbc => aes::BLOCK,
            Self::Gcm => aes::NONCE,
        }
    }
}

/// A run of the token's bytes and where its characters stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) at: Range<usize>,
}

/// An envelope as far as it could be read: of a broken one, what stands before the fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Envelope {
    /// The characters of the version.
    pub(super) version_at: Range<usize>,
    pub(super) expire: Option<Placed<i64>>,
    pub(super) iv: Option<Placed<Vec<u8>>>,
    pub(super) cipher: Option<Placed<Vec<u8>>>,
    pub(super) mode: Option<Mode>,
    /// The characters of GCM's mode byte.
    pub(super) mode_at: Option<Range<usize>>,
    /// The bytes, cut as far as they could be read.
    pub(super) layer: Layer,
    /// What is wrong, the vendor's first complaint first.
    pub(super) findings: Vec<Finding>,
    /// Nothing stands in the way of decrypting.
    pub(super) whole: bool,
}

/// Reads an envelope of this version.
pub(super) fn read(text: &str, version: &str) -> Envelope {
    let mut envelope = Envelope::default();
    // A spreadsheet takes a number's leading zero away (section 5).
    let lost_zero = version
        .strip_prefix('0')
        .is_some_and(|digit| text.strip_prefix(digit).is_some_and(|rest| rest.starts_with("AAA")));
    let start = if lost_zero {
        envelope.findings.push(Finding::error("version").variant("zego-zero"));
        1
    } else if text.starts_with(version) {
        2
    } else {
        envelope.findings.push(wrong_version(text, version));
        return envelope;
    };
    envelope.version_at = 0..start;
    let body = text.get(start..).unwrap_or_default();
    let Ok(loose) = base64::decode(body) else {
        envelope.findings.push(Finding::error("base64").variant("zego"));
        return envelope;
    };
    if loose.url_safe {
        envelope.findings.push(Finding::error("base64").variant("zego-url-safe"));
    }
    match loose.padding {
        Padding::Missing => envelope.findings.push(Finding::error("base64").variant("zego-short")),
        Padding::TooMuch => envelope.findings.push(Finding::error("base64").variant("zego-padding")),
        Padding::Full | Padding::NotNeeded => {}
    }
    if envelope.findings.iter().all(|finding| finding.code != "base64") && !loose.canonical {
        envelope.findings.push(Finding::error("base64").variant("zego-bits"));
    }
    let place = |bytes: Range<usize>| {
        let (from, to) = base64::characters_of(bytes.start, bytes.end);
        (start + from).min(text.len())..(start + to).min(text.len())
    };
    envelope.layer = Layer::new("envelope", loose.bytes.clone());
    let laid_out = envelope.lay_out(&loose.bytes, place);
    envelope.layer.rest("rest");
    match laid_out {
        Ok(()) => envelope.whole = true,
        Err(finding) => envelope.findings.push(finding),
    }
    envelope
}

impl Envelope {
    /// Fills in what stands in the bytes, up to the first fault.
    fn lay_out(&mut self, bytes: &[u8], place: impl Fn(Range<usize>) -> Range<usize>) -> Result<(), Finding> {
        let malformed = |variant| Finding::error("malformed").variant(variant);
        let mut reader = Reader::new(bytes);
        let expire = reader.i64_be().ok_or_else(|| malformed("zego-short"))?;
        self.expire = Some(Placed { value: expire, at: place(reader.since(0)) });
        self.layer.run("expire", reader.at(), Some("outer_expire"));
        let length = reader.u16_be().ok_or_else(|| malformed("zego-short"))?;
        self.layer.run("iv-length", reader.at(), None);
        let mode = match usize::from(length) {
            aes::BLOCK => Mode::Cbc,
            aes::NONCE => Mode::Gcm,
            _ => return Err(malformed("zego-iv").with("length", usize::from(length))),
        };
        let from = reader.at();
        let iv = reader.take(length.into()).ok_or_else(|| malformed("zego-short"))?;
        self.iv = Some(Placed { value: iv.to_vec(), at: place(reader.since(from)) });
        self.layer.run("iv", reader.at(), Some("iv"));
        let length = reader.u16_be().ok_or_else(|| malformed("zego-short"))?;
        self.layer.run("ciphertext-length", reader.at(), None);
        let from = reader.at();
        let Some(cipher) = reader.take(length.into()) else {
            let finding = malformed("zego-cut").with("declared", usize::from(length));
            return Err(finding.with("there", reader.left()));
        };
        self.cipher = Some(Placed { value: cipher.to_vec(), at: place(reader.since(from)) });
        self.mode = Some(mode);
        let tag = if mode == Mode::Gcm { aes::TAG } else { 0 };
        self.layer.run("ciphertext", reader.at().saturating_sub(tag), Some("cipher_len"));
        self.layer.run("tag", reader.at(), Some("tag"));
        let from = reader.at();
        match mode {
            Mode::Gcm if reader.byte() != Some(GCM_BYTE) => return Err(malformed("zego-mode")),
            Mode::Gcm => {
                self.mode_at = Some(place(reader.since(from)));
                self.layer.run("mode", reader.at(), Some("mode"));
            }
            Mode::Cbc => {}
        }
        if reader.left() > 0 {
            return Err(malformed("zego-left").with("count", reader.left()));
        }
        let length = usize::from(length);
        let fits = match mode {
            Mode::Cbc => length > 0 && length.is_multiple_of(aes::BLOCK),
            Mode::Gcm => length > aes::TAG,
        };
        if fits { Ok(()) } else { Err(malformed("zego-block").with("length", length)) }
    }
}

/// What stands where the version should.
fn wrong_version(text: &str, version: &str) -> Finding {
    let finding = Finding::error("version").variant("zego").with("wanted", version);
    let begins = |start| text.starts_with(start);
    if begins("undefined") {
        finding.variant("zego-undefined")
    } else if begins("eyJ") {
        finding.variant("zego-jwt")
    } else if begins("03") || begins("04") {
        finding.variant("zego-other").with("got", text.chars().take(2).collect::<String>())
    } else if begins("006") || begins("007") {
        finding.variant("zego-agora")
    } else {
        finding.with("got", visible::one_line(&text.chars().take(2).collect::<String>()))
    }
}

/// Lays out an envelope; `None` where key, initialisation vector or ciphertext have a length that it cannot hold.
pub(super) fn write(
    version: &str,
    expire: i64,
    mode: Mode,
    iv: &[u8],
    key: &[u8],
    plain: &str,
) -> Option<String> {
    let cipher = match mode {
        Mode::Cbc => aes::cbc_encrypt(key, iv, plain.as_bytes()),
        Mode::Gcm => aes::gcm_encrypt(key, iv, plain.as_bytes()),
    }?;
    let mut bytes = expire.to_be_bytes().to_vec();
    pack::run_u16_be(&mut bytes, iv)?;
    pack::run_u16_be(&mut bytes, &cipher)?;
    if mode == Mode::Gcm {
        bytes.push(GCM_BYTE);
    }
    Some(format!("{version}{}", base64::encode(&bytes)))
}

/// What trying to decrypt showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opened {
    /// There was no secret.
    Sealed,
    /// The secret does not open it.
    No(Finding),
    /// What was inside, without the second padding that one of the vendor's pages adds.
    Yes { text: String, padded_twice: bool },
}

/// Decrypts with the known ServerSecret. Where that fails, looks for the mistakes that people make with it.
pub(super) fn open(envelope: &Envelope, known: &Inputs) -> Opened {
    let Some(secret) = super::secret(known, "server_secret") else {
        return Opened::Sealed;
    };
    if let Some(opened) = envelope.open_with(secret.as_bytes()) {
        return opened;
    }
    let failed = Finding::error("decrypt_failed");
    let opens = |key: &[u8]| envelope.open_with(key).is_some();
    Opened::No(if hex::decode(secret).is_some_and(|key| opens(&key)) {
        failed.variant("hex")
    } else if super::secret(known, "callback_secret").is_some_and(|secret| opens(secret.as_bytes())) {
        failed.variant("callback-secret")
    } else if super::secret(known, "app_sign").is_some_and(|sign| opens(super::short_sign(sign).as_bytes())) {
        failed.variant("app-sign")
    } else if secret.len() != super::SECRET_LENGTH {
        super::secret_length(secret)
    } else {
        failed
    })
}

impl Envelope {
    /// What a key reveals: CBC proves nothing, so only text that begins like the JSON counts.
    fn open_with(&self, key: &[u8]) -> Option<Opened> {
        let (iv, cipher) = (&self.iv.as_ref()?.value, &self.cipher.as_ref()?.value);
        let mut plain = match self.mode? {
            Mode::Cbc => aes::cbc_decrypt(key, iv, cipher),
            Mode::Gcm => aes::gcm_decrypt(key, iv, cipher),
        }?;
        // The English page "how-to-get-temporary-token" pads twice (section 5). JSON ends with a brace, so the bytes
        // of a second padding cannot be taken for a part of it.
        let pad = usize::from(plain.last().copied().unwrap_or_default());
        let json_end = plain.len().saturating_sub(pad);
        let is_padding = |tail: &[u8]| tail.iter().all(|byte| usize::from(*byte) == pad);
        let padded_twice = self.mode == Some(Mode::Cbc)
            && (1..=aes::BLOCK).contains(&pad)
            && plain.get(json_end..).is_some_and(is_padding);
        if padded_twice {
            plain.truncate(json_end);
        }
        let text = String::from_utf8(plain).ok().filter(|text| text.starts_with('{'))?;
        Some(Opened::Yes { text, padded_twice })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"9f8e7d6c5b4a39281706f5e4d3c2b1a0";

    fn codes(text: &str) -> Vec<(&'static str, &'static str)> {
        read(text, "04").findings.iter().map(|finding| (finding.code, finding.variant)).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        for (mode, iv) in [(Mode::Cbc, &[7_u8; 16][..]), (Mode::Gcm, &[7; 12])] {
            let text = write("04", 1_767_229_200, mode, iv, KEY, "{\"a\":1}").unwrap();
            let envelope = read(&text, "04");
            assert!(envelope.whole && envelope.findings.is_empty());
            assert_eq!(envelope.expire.as_ref().unwrap().value, 1_767_229_200);
            assert_eq!((envelope.mode, envelope.iv.as_ref().unwrap().value.as_slice()), (Some(mode), iv));
            let opened = envelope.open_with(KEY);
            assert_eq!(opened, Some(Opened::Yes { text: "{\"a\":1}".into(), padded_twice: false }));
            assert_eq!(envelope.open_with(b"another key of thirty-two bytes!"), None);
        }
    }

    #[test]
    fn what_does_not_fit_its_length_is_not_written() {
        let long = "x".repeat(65_535);
        assert_eq!(write("04", 0, Mode::Cbc, &[0; 16], KEY, &long), None);
        assert!(write("04", 0, Mode::Cbc, &[0; 16], KEY, &long[..65_519]).is_some());
        assert_eq!(write("04", 0, Mode::Gcm, &[0; 16], KEY, "x"), None);
        assert_eq!(write("04", 0, Mode::Gcm, &[0; 12], &KEY[..31], "x"), None);
    }

    #[test]
    fn each_fault_of_the_envelope_has_its_name() {
        let token = |bytes: &[u8]| format!("04{}", base64::encode(bytes));
        let head = [0, 0, 0, 0, 1, 2, 3, 4];
        let with = |rest: &[u8]| token(&[&head[..], rest].concat());
        assert_eq!(codes(""), [("version", "zego")]);
        assert_eq!(codes("eyJhbGciOi.J9.x"), [("version", "zego-jwt")]);
        assert_eq!(codes("007eJxTYPj"), [("version", "zego-agora")]);
        assert_eq!(codes("03AAAA"), [("version", "zego-other")]);
        assert_eq!(codes("04AA*A"), [("base64", "zego")]);
        assert_eq!(codes(&token(&head[..7])), [("malformed", "zego-short")]);
        assert_eq!(codes(&with(&[0])), [("malformed", "zego-short")]);
        assert_eq!(codes(&with(&[0, 5, 1, 2, 3, 4, 5])), [("malformed", "zego-iv")]);
        assert_eq!(codes(&with(&[0, 16, 1])), [("malformed", "zego-short")]);
        assert_eq!(
            codes(&with(&[&[0, 16][..], &[1; 16], &[0, 32], &[2; 31]].concat())),
            [("malformed", "zego-cut")]
        );
        assert_eq!(
            codes(&with(&[&[0, 16][..], &[1; 16], &[0, 15], &[2; 15]].concat())),
            [("malformed", "zego-block")]
        );
        assert_eq!(
            codes(&with(&[&[0, 16][..], &[1; 16], &[0, 16], &[2; 17]].concat())),
            [("malformed", "zego-left")]
        );
        assert_eq!(
            codes(&with(&[&[0, 12][..], &[1; 12], &[0, 17], &[2; 17]].concat())),
            [("malformed", "zego-mode")]
        );
        assert_eq!(codes(&with(&[&[0, 12][..], &[1; 12], &[0, 17], &[1; 18]].concat())), []);
    }
}
