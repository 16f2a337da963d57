//! Reading a file that was dropped on the window: a text of bounded length, whatever the file is.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::app::dropped::DroppedText;
use crate::i18n::Message;
use crate::token::{MAX_TEXT, visible};

/// Reads a text file of at most [`MAX_TEXT`] bytes, in UTF-8, or in UTF-16 with its mark at the front.
///
/// # Errors
/// What is wrong with the file, with its name.
pub(super) fn read(path: &Path, others: usize) -> Result<DroppedText, Message> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let name = visible::one_line(&name);
    let about = |id: &'static str| Message::new(id).with("name", name.clone());
    let unreadable = |error: &std::io::Error| about("drop-unreadable").with("reason", error.to_string());
    // Asked before it is opened: opening a pipe would wait for its other end.
    let kind = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !kind.is_file() {
        return Err(about("drop-no-file"));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT).unwrap_or(u64::MAX).saturating_add(1);
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    file.take(limit).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() > MAX_TEXT {
        return Err(about("drop-too-large").with("most", (MAX_TEXT / 1024).to_string()));
    }
    let text = text(bytes).ok_or_else(|| about("drop-no-text"))?;
    if text.trim().is_empty() {
        return Err(about("drop-empty"));
    }
    // A file's last line ends too; that is not the token's.
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    Ok(DroppedText { name, text, others })
}

/// The bytes as text; `None` for what is none. No text has a NUL in it.
fn text(bytes: Vec<u8>) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks(2).filter_map(|pair| Some(unit(pair.try_into().ok()?))).collect();
        String::from_utf16(&units).ok().filter(|_| bytes.len().is_multiple_of(2))
    };
    let text = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    text.map(|text| text.trim_start_matches('\u{feff}').to_owned()).filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_is_read_and_everything_else_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token.txt");
        let read_of = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            read(&path, 0).map(|dropped| dropped.text).map_err(|message| message.id)
        };
        assert_eq!(read_of(b"04AAAA\r\n"), Ok("04AAAA".to_owned()));
        assert_eq!(read_of("\u{feff}é".as_bytes()), Ok("é".to_owned()));
        assert_eq!(read_of(&[0xff, 0xfe, b'a', 0, b'b', 0]), Ok("ab".to_owned()));
        assert_eq!(read_of(&[0xfe, 0xff, 0, b'a']), Ok("a".to_owned()));
        for (bytes, id) in [
            (&[0xff, 0xfe, b'a'][..], "drop-no-text"),
            (&[0x89, b'P', b'N', b'G'], "drop-no-text"),
            (b"a\0b", "drop-no-text"),
            (b" \n", "drop-empty"),
            (&vec![b'a'; MAX_TEXT + 1], "drop-too-large"),
        ] {
            assert_eq!(read_of(bytes), Err(id.into()));
        }
        assert_eq!(read_of(&vec![b'a'; MAX_TEXT]).map(|text| text.len()), Ok(MAX_TEXT));
        assert_eq!(read(folder.path(), 0).unwrap_err().id, "drop-no-file");
        assert_eq!(read(&folder.path().join("none"), 0).unwrap_err().id, "drop-unreadable");
    }
}
