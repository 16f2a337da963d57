//! Text as a QR code: the square of dark and light modules, for others to draw.
//!
//! Always in byte mode. The denser modes are for digits and capitals, which tokens seldom are, and the one for kanji
//! takes pairs of UTF-8 bytes for Shift JIS, so that a phone would read something else.

use std::ops::Range;

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

/// Most bytes that a QR code holds: version 40, level L.
pub const MAX_BYTES: usize = 2953;
/// Light modules that must be around it on each side, or a reader does not find it.
pub const QUIET: usize = 4;

/// How much of it may be damaged, and is read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// About 7 in 100.
    L,
    /// About 15 in 100.
    M,
    /// About 25 in 100.
    Q,
    /// About 30 in 100.
    H,
}

impl Level {
    /// The strongest first.
    pub const ALL: [Self; 4] = [Self::H, Self::Q, Self::M, Self::L];

    /// Its letter in the standard.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::L => "L",
            Self::M => "M",
            Self::Q => "Q",
            Self::H => "H",
        }
    }

    /// How many in 100 may be damaged.
    pub const fn percent(self) -> u8 {
        match self {
            Self::L => 7,
            Self::M => 15,
            Self::Q => 25,
            Self::H => 30,
        }
    }

    const fn of_crate(self) -> EcLevel {
        match self {
            Self::L => EcLevel::L,
            Self::M => EcLevel::M,
            Self::Q => EcLevel::Q,
            Self::H => EcLevel::H,
        }
    }
}

/// A QR code. It says what the text says, so it is as sensitive as that.
#[derive(Clone, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
    /// How much of it may be damaged.
    pub level: Level,
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Qr").field("side", &self.side).field("level", &self.level).finish_non_exhaustive()
    }
}

impl Qr {
    /// The code of a text: with the strongest correction with which it fits, and then as small as it can be. `None`
    /// where it has more than [`MAX_BYTES`].
    pub fn of(text: &str) -> Option<Self> {
        Level::ALL.into_iter().find_map(|level| Self::with(text.as_bytes(), level))
    }

    fn with(bytes: &[u8], level: Level) -> Option<Self> {
        let bits = (1..=40).find_map(|version| {
            let mut bits = Bits::new(Version::Normal(version));
            bits.push_byte_data(bytes).ok()?;
            bits.push_terminator(level.of_crate()).ok()?;
            Some(bits)
        })?;
        let code = QrCode::with_bits(bits, level.of_crate()).ok()?;
        let side = code.width();
        let dark = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { side, dark, level })
    }

    /// Modules on a side, without the quiet zone.
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Whether the module in this row and column is dark; outside of the code all are light.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column) == Some(&true)
    }

    /// The dark modules as runs: a row, and the columns from where to where.
    pub fn runs(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        self.dark.chunks(self.side.max(1)).enumerate().flat_map(|(row, modules)| {
            let mut at = 0;
            modules.chunk_by(|one, next| one == next).filter_map(move |run| {
                let start = at;
                at += run.len();
                run.first().is_some_and(|dark| *dark).then_some((row, start..at))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an independent reader finds in it.
    fn read(qr: &Qr) -> (String, String) {
        let grid = rqrr::SimpleGrid::from_func(qr.side(), |x, y| qr.is_dark(y, x));
        let (meta, text) = rqrr::Grid::new(grid).decode().unwrap();
        let level = ["M", "L", "H", "Q"][usize::from(meta.ecc_level)];
        (text, level.to_owned())
    }

    #[test]
    fn an_independent_reader_reads_it_with_the_strongest_correction_that_fits() {
        // The capacity of version 40 in byte mode, as the standard lists it.
        for (level, most) in [(Level::H, 1273), (Level::Q, 1663), (Level::M, 2331), (Level::L, MAX_BYTES)] {
            for length in [most - 1, most] {
                let text = "T1==cGFydG5lcl9pZD00ODIxMzU3OQ".chars().cycle().take(length).collect::<String>();
                let qr = Qr::of(&text).unwrap();
                assert_eq!((qr.level, qr.side()), (level, 177));
                assert_eq!(read(&qr), (text, level.letter().to_owned()));
            }
            let longer = "a".repeat(most + 1);
            assert_ne!(Qr::of(&longer).map(|qr| qr.level), Some(level));
        }
        assert_eq!(Qr::of(&"a".repeat(MAX_BYTES + 1)), None);
    }

    #[test]
    fn every_text_is_read_as_it_is() {
        // Digits and capitals, and bytes that would pass for kanji.
        for text in ["", "0", "0123456789", "T1==ABC", "Trần Thị Bích 会议 👩\u{200d}🏫 ÿ\u{e0}\u{40}\n"]
        {
            assert_eq!(read(&Qr::of(text).unwrap()), (text.to_owned(), "H".to_owned()));
        }
    }

    #[test]
    fn runs_are_the_dark_modules() {
        let qr = Qr::of("https://example.com/").unwrap();
        let mut drawn = vec![false; qr.side() * qr.side()];
        for (row, columns) in qr.runs() {
            assert!(
                !qr.is_dark(row, columns.end) && (columns.start == 0 || !qr.is_dark(row, columns.start - 1))
            );
            for column in columns {
                drawn[row * qr.side() + column] = true;
            }
        }
        assert_eq!(drawn, qr.dark);
        // The outline of the finder in the corner.
        assert_eq!(qr.runs().next(), Some((0, 0..7)));
    }
}
