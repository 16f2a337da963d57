//! Inter for words, `JetBrains Mono` for tokens, keys and bytes; everything else from egui and the system.
//!
//! `assets/fonts/README.md` tells how the files were made.

use std::sync::{Arc, OnceLock};

use eframe::egui::epaint::text::FontProvider;
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontId};
use egui_system_font_provider::SystemFontProvider;

use super::chinese::Chinese;
use crate::i18n::Language;

const REGULAR: &str = "inter";
pub(super) const MEDIUM: &str = "inter-medium";
pub(super) const SEMIBOLD: &str = "inter-semibold";
const FIGURES: &str = "inter-figures";
pub(super) const FIGURES_SEMIBOLD: &str = "inter-figures-semibold";
const MONO: &str = "jetbrains-mono";

/// Gives the fonts to egui. What no font here has, Chinese for one, comes from the system's fonts.
pub fn install(ctx: &Context) {
    /// One for all windows: each looks through the whole machine once.
    static SYSTEM: OnceLock<[Arc<dyn FontProvider>; 2]> = OnceLock::new();
    ctx.set_fonts(definitions());
    let system = SYSTEM.get_or_init(|| {
        let rest = SystemFontProvider::new().with_locale(Some(Language::Chinese.tag()));
        [Arc::new(Chinese::default()), Arc::new(rest)]
    });
    for provider in system {
        ctx.add_font_provider(provider.clone());
    }
}

/// Whether the machine can write a language.
pub fn can_write(ctx: &Context, language: Language) -> bool {
    ctx.fonts_mut(|fonts| fonts.has_glyphs(&medium(12.0), language.name()))
}

/// The fonts with egui's own as fallback.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 6] = [
        (REGULAR, include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        (MEDIUM, include_bytes!("../../assets/fonts/Inter-Medium.otf")),
        (SEMIBOLD, include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
        (FIGURES, include_bytes!("../../assets/fonts/InterFigures-Regular.otf")),
        (FIGURES_SEMIBOLD, include_bytes!("../../assets/fonts/InterFigures-SemiBold.otf")),
        (MONO, include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let families = [
        (FontFamily::Proportional, vec![REGULAR]),
        (FontFamily::Monospace, vec![MONO, REGULAR]),
        (FontFamily::Name(MEDIUM.into()), vec![MEDIUM]),
        (FontFamily::Name(SEMIBOLD.into()), vec![SEMIBOLD]),
        (FontFamily::Name(FIGURES.into()), vec![FIGURES, REGULAR]),
        (FontFamily::Name(FIGURES_SEMIBOLD.into()), vec![FIGURES_SEMIBOLD, SEMIBOLD]),
    ];
    for (family, own) in families {
        let names = own.into_iter().map(str::to_owned).chain(fallback.iter().cloned()).collect();
        fonts.families.insert(family, names);
    }
    fonts
}

/// Running text.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// What can be pressed, and what is selected.
pub fn medium(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(MEDIUM.into()))
}

/// Headings.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Text with a running clock in it: its figures are of equal width.
pub fn figures(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(FIGURES.into()))
}

/// A countdown: semibold, figures of equal width.
pub fn figures_semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(FIGURES_SEMIBOLD.into()))
}

/// Tokens, keys, bytes: every character as wide as the next, no ligatures.
pub fn mono(size: f32) -> FontId {
    FontId::new(size, FontFamily::Monospace)
}

#[cfg(test)]
mod tests {
    use eframe::egui::epaint::text::{Fonts, TextOptions};

    use super::*;

    fn fonts() -> Fonts {
        Fonts::new(TextOptions::default(), definitions())
    }

    #[test]
    fn the_characters_of_the_window_are_there() {
        let mut fonts = fonts();
        for font in [regular(13.0), medium(13.0), semibold(13.0), figures(11.0), mono(12.0)] {
            assert!(fonts.has_glyphs(&font, "Trần Thị Bích Ωд …–·“” ✓●■ ⇧⌘⌥↵ → ≥×"), "{font:?}");
        }
    }

    #[test]
    fn a_clock_does_not_jump() {
        let mut fonts = fonts();
        let mut view = fonts.with_pixels_per_point(1.0);
        for font in [figures(11.0), figures_semibold(26.0), mono(12.0)] {
            let zero = view.glyph_width(&font, '0');
            for figure in '1'..='9' {
                assert!((view.glyph_width(&font, figure) - zero).abs() < 0.05, "{figure} in {font:?}");
            }
        }
    }

    #[test]
    fn characters_stay_as_they_are_typed() {
        let mut fonts = fonts();
        let mut view = fonts.with_pixels_per_point(1.0);
        for font in [regular(13.0), mono(12.0)] {
            let apart = view.glyph_width(&font, '-') + view.glyph_width(&font, '>');
            let galley = view.layout_no_wrap("->".to_owned(), font.clone(), eframe::egui::Color32::WHITE);
            assert!((galley.size().x - apart).abs() < 1.0, "an arrow took the place of -> in {font:?}");
        }
    }
}
