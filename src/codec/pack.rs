//! Numbers and runs of bytes laid end to end, as binary tokens lay them; each length is checked before it is used.

use std::ops::Range;

/// Reads packed bytes from the front. A read that finds too little takes nothing.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

macro_rules! reads {
    ($($name:ident, $type:ty, $from:ident, $order:literal;)*) => {$(
        #[doc = concat!("The next `", stringify!($type), "`, ", $order, " byte first.")]
        pub fn $name(&mut self) -> Option<$type> {
            let bytes = self.bytes.get(self.at..)?.first_chunk()?;
            self.at += bytes.len();
            Some(<$type>::$from(*bytes))
        }
    )*};
}

impl<'a> Reader<'a> {
    /// At the front of these bytes.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    reads! {
        u16_be, u16, from_be_bytes, "highest";
        u32_be, u32, from_be_bytes, "highest";
        i64_be, i64, from_be_bytes, "highest";
        u16_le, u16, from_le_bytes, "lowest";
        u32_le, u32, from_le_bytes, "lowest";
        u64_le, u64, from_le_bytes, "lowest";
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    /// The next so many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..)?.get(..count)?;
        self.at += count;
        Some(taken)
    }

    /// How many bytes have been read.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// How many bytes are left.
    pub const fn left(&self) -> usize {
        self.bytes.len().saturating_sub(self.at)
    }

    /// From a place already passed to here.
    pub const fn since(&self, start: usize) -> Range<usize> {
        start..self.at
    }
}

/// A run of bytes behind its length, highest byte first; `None` where it is longer than 65535.
pub fn run_u16_be(into: &mut Vec<u8>, run: &[u8]) -> Option<()> {
    into.extend(u16::try_from(run.len()).ok()?.to_be_bytes());
    into.extend(run);
    Some(())
}

/// The same, lowest byte first.
pub fn run_u16_le(into: &mut Vec<u8>, run: &[u8]) -> Option<()> {
    into.extend(u16::try_from(run.len()).ok()?.to_le_bytes());
    into.extend(run);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_in_both_orders() {
        let bytes = [0, 1, 1, 0, 0, 0, 0, 2, 3, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 254, 9, 8];
        let mut reader = Reader::new(&bytes);
        assert_eq!((reader.u16_be(), reader.u16_le()), (Some(1), Some(1)));
        assert_eq!((reader.u32_be(), reader.u32_le()), (Some(2), Some(3)));
        assert_eq!(reader.clone().u64_le(), Some(0xfeff_ffff_ffff_ffff));
        assert_eq!((reader.i64_be(), reader.at(), reader.left()), (Some(-2), 20, 2));
        // Too little is left for these: they take nothing.
        assert_eq!((reader.u32_be(), reader.take(3), reader.take(usize::MAX)), (None, None, None));
        assert_eq!((reader.take(1), reader.since(20)), (Some([9].as_slice()), 20..21));
        assert_eq!((reader.byte(), reader.byte(), reader.take(0)), (Some(8), None, Some([].as_slice())));
    }

    #[test]
    fn a_run_is_written_behind_its_length() {
        let mut bytes = Vec::new();
        run_u16_be(&mut bytes, b"ab").unwrap();
        run_u16_le(&mut bytes, b"c").unwrap();
        assert_eq!(bytes, [0, 2, b'a', b'b', 1, 0, b'c']);
        assert_eq!(run_u16_be(&mut bytes, &vec![0; 65_536]), None);
        assert_eq!(run_u16_le(&mut bytes, &vec![0; 65_536]), None);
    }
}
