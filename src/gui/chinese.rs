//! The system's font for Chinese, by name.
//!
//! A character has one code and several forms: Japanese, Korean, traditional and simplified Chinese. Where one file has
//! all of them, as Noto's has on most Linux desktops, a search by character finds its first face, the Japanese one,
//! whatever language is asked for. Nothing here is written with these characters but simplified Chinese.

use std::sync::{Mutex, PoisonError};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use eframe::egui::{FontData, FontFamily};
use fontique::{
    Attributes, Collection, CollectionOptions, FontStyle, FontWeight, FontWidth, QueryFamily, QueryFont,
    QueryStatus, SourceCache, SourceCacheOptions,
};

use super::fonts::{FIGURES_SEMIBOLD, MEDIUM, SEMIBOLD};

/// Fonts in the simplified form, the usual ones of each system first.
const FAMILIES: [&str; 9] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
];

/// Finds these fonts; what is in none of them is left to whoever is asked next.
#[derive(Default)]
pub(super) struct Chinese {
    /// Looked for when the first character is asked for: other languages never wait for it.
    fonts: Mutex<Option<(Collection, SourceCache)>>,
}

/// As bold as the Latin letters beside it.
fn weight(family: &FontFamily) -> FontWeight {
    match family {
        FontFamily::Name(name) if **name == *MEDIUM => FontWeight::MEDIUM,
        FontFamily::Name(name) if [SEMIBOLD, FIGURES_SEMIBOLD].contains(&&**name) => FontWeight::SEMI_BOLD,
        _ => FontWeight::NORMAL,
    }
}

impl FontProvider for Chinese {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let letter = request.cluster.chars().next().filter(|letter| is_chinese(*letter))?;
        let mut fonts = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        let (collection, cache) = fonts.get_or_insert_with(|| {
            let collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
            (collection, SourceCache::new(SourceCacheOptions::default()))
        });
        let mut query = collection.query(cache);
        let weight = weight(request.family);
        query.set_attributes(Attributes::new(FontWidth::NORMAL, FontStyle::Normal, weight));
        query.set_families(FAMILIES.map(QueryFamily::Named));
        let mut found = None;
        query.matches_with(|font| {
            if !has(font, letter) {
                return QueryStatus::Continue;
            }
            found = Some(font.clone());
            QueryStatus::Stop
        });
        drop(query);
        let font = found?;
        let family = collection.family_name(font.family.0).unwrap_or_default();
        let name = format!("chinese:{family}:{}:{}", font.family.1, font.index);
        let (blob, _) = font.blob.into_raw_parts();
        Some(FontInsert { name, data: FontData::from_blob(blob, font.index), families: Vec::new() })
    }
}

fn has(font: &QueryFont, letter: char) -> bool {
    font.charmap().and_then(|map| map.map(letter)).is_some_and(|glyph| glyph != 0)
}

/// Characters, their punctuation and the wide forms of ASCII.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use eframe::egui::FontFamily;

    use super::*;

    #[test]
    fn characters_and_punctuation_come_in_the_simplified_form() {
        let fonts = Chinese::default();
        let name = |cluster| {
            let request = FallbackRequest { cluster, family: &FontFamily::Proportional };
            fonts.font_for(&request).map(|font| font.name)
        };
        assert_eq!(name("a"), None);
        assert_eq!(name("…"), None);
        // A machine without any of the fonts has nothing to show here.
        let Some(first) = name("直") else { return };
        assert!(FAMILIES.iter().any(|family| first.starts_with(&format!("chinese:{family}:"))), "{first}");
        for letter in ["简", "：", "，", "？", "（"] {
            assert_eq!(name(letter), Some(first.clone()), "{letter}");
        }
    }

    #[test]
    fn headings_are_bold_where_there_is_a_bold_face() {
        let fonts = Chinese::default();
        let name = |family: FontFamily| {
            fonts.font_for(&FallbackRequest { cluster: "简", family: &family }).map(|font| font.name)
        };
        let usual = name(FontFamily::Proportional);
        if usual.as_ref().is_some_and(|name| name.starts_with("chinese:Noto Sans CJK SC:")) {
            assert_ne!(name(FontFamily::Name(SEMIBOLD.into())), usual);
        }
    }
}
