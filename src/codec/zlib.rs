//! zlib streams (RFC 1950), read into bounded memory.
//!
//! One content has many valid streams: the bytes depend on the compressor and its version. Compare what they hold.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

/// How much room is made at a time.
const STEP: usize = 4096;

/// Why bytes are no whole zlib stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as one.
    Header,
    /// It ends too early.
    Cut,
    /// It is damaged inside: a code that does not exist, or another checksum at its end.
    Data,
    /// More comes out than was allowed.
    TooLong,
    /// So many bytes follow its end.
    Trailing(usize),
}

/// Compresses at the usual level, 6.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut compress = Compress::new(Compression::default(), true);
    let mut out = Vec::new();
    loop {
        out.reserve(STEP);
        let rest = usize::try_from(compress.total_in()).ok().and_then(|done| bytes.get(done..));
        match compress.compress_vec(rest.unwrap_or_default(), &mut out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => return out,
            Ok(Status::Ok | Status::BufError) => {}
            // Compressing into memory cannot fail; nothing would be no stream, and every reader says so.
            Err(_) => return Vec::new(),
        }
    }
}

/// Reads a stream of which at most `cap` bytes come out. Its checksum is checked.
///
/// # Errors
/// [`Damage`]; nothing is given of a stream that is not whole.
pub fn inflate(stream: &[u8], cap: usize) -> Result<Vec<u8>, Damage> {
    // Compression method 8 (deflate), no preset dictionary, and the two bytes together a multiple of 31.
    let header = stream.get(..2).and_then(|head| <[u8; 2]>::try_from(head).ok()).map(u16::from_be_bytes);
    if !header.is_some_and(|head| head >> 8 & 15 == 8 && head & 32 == 0 && head % 31 == 0) {
        return Err(Damage::Header);
    }
    let mut decompress = Decompress::new(true);
    let mut out = Vec::new();
    loop {
        // One byte more than is allowed, so that too much can be told from just enough.
        let room = STEP.min(cap.saturating_add(1).saturating_sub(out.len()));
        if room == 0 {
            return Err(Damage::TooLong);
        }
        out.reserve(room);
        let done = usize::try_from(decompress.total_in()).unwrap_or(usize::MAX);
        let rest = stream.get(done..).unwrap_or_default();
        let before = out.len();
        let status = decompress.decompress_vec(rest, &mut out, FlushDecompress::None);
        let read = usize::try_from(decompress.total_in()).unwrap_or(usize::MAX);
        match status {
            Err(_) => return Err(Damage::Data),
            Ok(Status::StreamEnd) if out.len() > cap => return Err(Damage::TooLong),
            Ok(Status::StreamEnd) if read < stream.len() => {
                return Err(Damage::Trailing(stream.len() - read));
            }
            Ok(Status::StreamEnd) => return Ok(out),
            // Nothing went in and nothing came out, though there was room: there is no more.
            Ok(_) if read == done && out.len() == before => return Err(Damage::Cut),
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `hello, hello!` as zlib 1.3 writes it at level 6.
    const HELLO: [u8; 18] = [
        0x78, 0x9c, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0xd7, 0x51, 0xc8, 0x00, 0x51, 0x8a, 0x00, 0x21, 0x70, 0x04,
        0x96,
    ];

    #[test]
    fn reads_streams_of_others_and_its_own() {
        assert_eq!(inflate(&HELLO, 100).as_deref(), Ok(&b"hello, hello!"[..]));
        for text in [&b""[..], b"a", &[b'x'; 5000]] {
            assert_eq!(inflate(&deflate(text), 5000).as_deref(), Ok(text));
        }
        // Level 0 (stored) and the header of level 9.
        let stored = [0x78, 0x01, 0x01, 0x01, 0x00, 0xfe, 0xff, b'a', 0x00, 0x62, 0x00, 0x62];
        assert_eq!(inflate(&stored, 1).as_deref(), Ok(&b"a"[..]));
    }

    #[test]
    fn damage_is_named() {
        let stream = deflate(b"some text, some text, some other text");
        assert_eq!(inflate(b"", 100), Err(Damage::Header));
        assert_eq!(inflate(b"not a zlib stream at all", 100), Err(Damage::Header));
        for end in 2..stream.len() {
            assert_eq!(inflate(&stream[..end], 100), Err(Damage::Cut), "{end}");
        }
        assert_eq!(inflate(&[&stream[..], &[0, 0]].concat(), 100), Err(Damage::Trailing(2)));
        let mut wrong_sum = stream.clone();
        *wrong_sum.last_mut().unwrap() ^= 1;
        assert_eq!(inflate(&wrong_sum, 100), Err(Damage::Data));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = deflate(&vec![0; 10_000_000]);
        assert!(bomb.len() < 20_000);
        assert_eq!(inflate(&bomb, 1000), Err(Damage::TooLong));
        assert_eq!(inflate(&deflate(&[0; 1000]), 1000).map(|out| out.len()), Ok(1000));
    }
}
