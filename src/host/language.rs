//! The machine's language.

use crate::i18n::Language;

/// The language that the operating system is set to, as far as the program speaks it.
pub fn system() -> Language {
    sys_locale::get_locale().map_or_else(Language::default, |locale| Language::of_locale(&locale))
}
