//! DER, as far as keys and certificates need it: walking over definite lengths, strictly and without recursion.

/// Tag of INTEGER.
pub const INTEGER: u8 = 0x02;
/// Tag of BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// Tag of OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// Tag of OBJECT IDENTIFIER.
pub const OBJECT_ID: u8 = 0x06;
/// Tag of SEQUENCE.
pub const SEQUENCE: u8 = 0x30;
/// Tag `[0]` with a value inside, as the version of a certificate has it.
pub const CONTEXT_0: u8 = 0xa0;

/// What is left to read of some bytes. Nothing is copied; a length that runs out of the bytes is an end.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Over these bytes.
    pub const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// What is left, as it stands.
    pub const fn rest(self) -> &'a [u8] {
        self.rest
    }

    /// The next value's tag, and its contents. Lengths are of one to three bytes and as short as they can be:
    /// no key or certificate is longer than 64 KiB.
    pub fn any(&mut self) -> Option<(u8, Reader<'a>)> {
        let (&tag, rest) = self.rest.split_first()?;
        // Tags of several bytes do not occur here.
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81 => {
                let (&length, rest) = rest.split_first()?;
                (usize::from(length), rest)
            }
            0x82 => {
                let (length, rest) = rest.split_first_chunk::<2>()?;
                (usize::from(u16::from_be_bytes(*length)), rest)
            }
            _ => return None,
        };
        let shortest = match first {
            0x81 => length > 0x7f,
            0x82 => length > 0xff,
            _ => true,
        };
        if !shortest {
            return None;
        }
        let (contents, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some((tag, Reader::new(contents)))
    }

    /// The contents of the next value, which must have this tag.
    pub fn take(&mut self, tag: u8) -> Option<Reader<'a>> {
        let mut ahead = *self;
        let (found, contents) = ahead.any()?;
        (found == tag).then(|| {
            *self = ahead;
            contents
        })
    }

    /// The contents of the one value that is left, which must have this tag.
    pub fn only(mut self, tag: u8) -> Option<Reader<'a>> {
        self.take(tag).filter(|_| self.rest.is_empty())
    }
}

impl std::fmt::Debug for Reader<'_> {
    /// Never the bytes: they may be those of a private key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reader({} bytes)", self.rest.len())
    }
}

/// Bits of the number in an INTEGER's contents; `None` for none or a negative one.
pub fn bits(integer: Reader<'_>) -> Option<usize> {
    let (&first, _) = integer.rest.split_first().filter(|(first, _)| **first < 0x80)?;
    let bytes = if first == 0 { integer.rest.get(1..)? } else { integer.rest };
    let leading = bytes.first().map_or(0, |byte| byte.leading_zeros() as usize);
    Some((bytes.len() * 8).saturating_sub(leading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_values_in_order() {
        let bytes = [0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x01, 0xff];
        let mut inside = Reader::new(&bytes).only(SEQUENCE).unwrap();
        assert!(inside.take(OCTET_STRING).is_none(), "the tag is asked, and nothing is lost");
        assert_eq!(inside.take(INTEGER).unwrap().rest(), [5]);
        assert_eq!(inside.only(OCTET_STRING).unwrap().rest(), [0xff]);
        assert!(inside.take(OCTET_STRING).is_some());
        assert!(inside.any().is_none());
    }

    #[test]
    fn lengths_of_every_size() {
        for length in [0_usize, 1, 127, 128, 255, 256, 65_535] {
            let mut bytes = vec![OCTET_STRING];
            match u8::try_from(length) {
                Ok(short) if short < 0x80 => bytes.push(short),
                Ok(short) => bytes.extend([0x81, short]),
                Err(_) => bytes.extend([0x82, (length >> 8) as u8, (length & 0xff) as u8]),
            }
            bytes.extend(std::iter::repeat_n(7, length));
            assert_eq!(Reader::new(&bytes).only(OCTET_STRING).unwrap().rest().len(), length);
            bytes.pop();
            assert!(length == 0 || Reader::new(&bytes).any().is_none(), "cut off at {length}");
        }
    }

    #[test]
    fn refuses_what_der_does_not_allow() {
        for bad in [
            &[][..],
            &[0x30],
            &[0x30, 0x80, 0, 0],                         // no definite length
            &[0x30, 0x81, 0x01, 0],                      // not the shortest length
            &[0x30, 0x82, 0x00, 0x01, 0],                // nor this
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],       // longer than anything is
            &[0x30, 0x88, 0xff, 0, 0, 0, 0, 0, 0, 0, 0], // longer than memory
            &[0x1f, 0x81, 0x01, 0],                      // a tag of several bytes
        ] {
            assert!(Reader::new(bad).any().is_none(), "{bad:?}");
        }
        assert!(Reader::new(&[0x02, 0x01, 0x01, 0x00]).only(INTEGER).is_none(), "something behind it");
    }

    #[test]
    fn bits_of_numbers() {
        let of = |bytes| bits(Reader::new(bytes));
        assert_eq!(of(&[0]), Some(0));
        assert_eq!(of(&[1]), Some(1));
        assert_eq!(of(&[0x7f]), Some(7));
        assert_eq!(of(&[0, 0x80]), Some(8));
        assert_eq!(of(&[0x01, 0x00]), Some(9));
        assert_eq!(of(&[0x80]), None);
        assert_eq!(of(&[]), None);
    }
}
