//! Every design token of the window: colours, sizes, spaces, radii. The only place where a raw colour may stand.
//!
//! [`Theme::install`] sets egui's own style for both themes; widgets ask [`Theme::of`] for the colours of theirs.

use eframe::egui::epaint::FontColorTransferFunction;
use eframe::egui::style::{ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Ui, Vec2, Visuals,
};

use super::fonts;

/// Sizes of type, in points.
pub mod size {
    /// Chips, notes below a field, table heads.
    pub const NOTE: f32 = 11.0;
    /// Tokens and keys, tags.
    pub const SMALL: f32 = 12.0;
    /// Everything that has no reason to be otherwise.
    pub const BODY: f32 = 13.0;
    /// Title of a verdict or a dialog.
    pub const LARGE: f32 = 15.0;
    /// Title of a panel.
    pub const TITLE: f32 = 17.0;
    /// The countdown.
    pub const DISPLAY: f32 = 26.0;
}

/// Distances, in steps of 4 points.
pub mod space {
    /// Between a field and its note.
    pub const XS: f32 = 4.0;
    /// Between neighbours of one group.
    pub const S: f32 = 8.0;
    /// Between groups; inner margin of a control.
    pub const M: f32 = 12.0;
    /// Inner margin of a card.
    pub const L: f32 = 16.0;
    /// Margin of a column.
    pub const XL: f32 = 20.0;
}

/// Corner radius of buttons and fields.
pub const RADIUS: u8 = 7;
/// Corner radius of tags, chips and key caps.
pub const RADIUS_CHIP: u8 = 5;
/// Corner radius of cards.
pub const RADIUS_CARD: u8 = 10;
/// Height of buttons and fields.
pub const CONTROL_HEIGHT: f32 = 32.0;
/// Height of a table row with one line.
pub const ROW_HEIGHT: f32 = 32.0;
/// Height of a row with two lines.
pub const ROW_HEIGHT_TWO: f32 = 48.0;
/// Distance of the lines of running text of [`size::BODY`].
pub const LINE_HEIGHT: f32 = 19.0;
/// Distance of the lines of tokens and bytes.
pub const LINE_HEIGHT_MONO: f32 = 18.0;

/// What a state means. It is always shown with a word and a mark too, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No judgement.
    #[default]
    Neutral,
    /// Worth knowing.
    Accent,
    /// Good.
    Ok,
    /// Soon bad, or needs attention.
    Warn,
    /// Bad.
    Bad,
}

/// The colours of one theme.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// Is it the dark one?
    pub dark: bool,
    /// Ground of the working columns.
    pub background: Color32,
    /// Ground of the rail, the projects and the status bar.
    pub side: Color32,
    /// Ground of cards and buttons.
    pub card: Color32,
    /// Ground of what is selected.
    pub card_selected: Color32,
    /// Ground of fields.
    pub field: Color32,
    /// Lines between columns and rows.
    pub line: Color32,
    /// Borders of controls.
    pub line_control: Color32,
    /// Text.
    pub text: Color32,
    /// Labels, notes, what stands beside.
    pub text_dim: Color32,
    /// Placeholders, headings of groups.
    pub text_faint: Color32,
    /// The one accent: links, focus, the selected tab.
    pub accent: Color32,
    /// Ground of the primary button; a little deeper than the accent, so that its words are readable.
    pub accent_fill: Color32,
    /// Text on [`Self::accent_fill`] and on badges.
    pub on_accent: Color32,
    /// Ground of a row or note in the accent.
    pub accent_ground: Color32,
    /// Good.
    pub ok: Color32,
    /// Ground of what is good.
    pub ok_ground: Color32,
    /// Needs attention.
    pub warn: Color32,
    /// Ground of what needs attention.
    pub warn_ground: Color32,
    /// Bad.
    pub bad: Color32,
    /// Ground of what is bad.
    pub bad_ground: Color32,
    /// Parts of a token in order of appearance; see [`Theme::part`].
    pub parts: [Color32; 4],
    /// Laid over the window behind a dialog.
    pub backdrop: Color32,
}

/// A colour from its `0xRRGGBB`.
#[expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]
const fn rgb(value: u32) -> Color32 {
    let [_, r, g, b] = value.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The dark theme.
pub static DARK: Theme = Theme {
    dark: true,
    background: rgb(0x0014_161a),
    side: rgb(0x0010_1216),
    card: rgb(0x001b_1e24),
    card_selected: rgb(0x0022_262d),
    field: rgb(0x0014_171c),
    line: rgb(0x002a_2e36),
    line_control: rgb(0x0036_3b45),
    text: rgb(0x00e6_e8ec),
    text_dim: rgb(0x009a_a1ad),
    text_faint: rgb(0x006b_7280),
    accent: rgb(0x005b_8cff),
    accent_fill: rgb(0x003d_6ee8),
    on_accent: rgb(0x00ff_ffff),
    accent_ground: rgb(0x001a_2336),
    ok: rgb(0x003f_b97f),
    ok_ground: rgb(0x0015_281f),
    warn: rgb(0x00e0_a13a),
    warn_ground: rgb(0x002b_2414),
    bad: rgb(0x00ef_6a6a),
    bad_ground: rgb(0x002d_1a1c),
    parts: [rgb(0x008a_b4ff), rgb(0x00_c9_9b_ff), rgb(0x00_ff_b8_6b), rgb(0x00_5f_d0_b5)],
    backdrop: Color32::from_black_alpha(150),
};

/// The light theme.
pub static LIGHT: Theme = Theme {
    dark: false,
    background: rgb(0x00f7_f8fa),
    side: rgb(0x00ee_f0f4),
    card: rgb(0x00ff_ffff),
    card_selected: rgb(0x00f2_f4f7),
    field: rgb(0x00fb_fcfd),
    line: rgb(0x00e2_e5ea),
    line_control: rgb(0x00cf_d4dc),
    text: rgb(0x001a_1d23),
    text_dim: rgb(0x005b_6472),
    text_faint: rgb(0x0083_8a97),
    accent: rgb(0x002d_62d8),
    accent_fill: rgb(0x002d_62d8),
    on_accent: rgb(0x00ff_ffff),
    accent_ground: rgb(0x00e4_eaf8),
    ok: rgb(0x0014_7d4b),
    ok_ground: rgb(0x00e8_f6ee),
    warn: rgb(0x0099_6005),
    warn_ground: rgb(0x00fd_f3de),
    bad: rgb(0x00c3_3939),
    bad_ground: rgb(0x00fd_eaea),
    parts: [rgb(0x0024_59c4), rgb(0x00_7a_3f_c0), rgb(0x00_a8_5b_06), rgb(0x00_0f_7d_67)],
    backdrop: Color32::from_black_alpha(90),
};

impl Theme {
    /// Sets egui's style for both themes. Which one is shown is egui's business: `ctx.set_theme(…)`.
    pub fn install(ctx: &Context) {
        ctx.set_style_of(egui::Theme::Dark, DARK.style());
        ctx.set_style_of(egui::Theme::Light, LIGHT.style());
    }

    /// The theme in which this is being drawn.
    pub fn of(ui: &Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }

    /// The colour for a state.
    pub fn tone(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Neutral => self.text_dim,
            Tone::Accent => self.accent,
            Tone::Ok => self.ok,
            Tone::Warn => self.warn,
            Tone::Bad => self.bad,
        }
    }

    /// The ground for a state.
    pub fn tone_ground(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Neutral => self.card_selected,
            Tone::Accent => self.accent_ground,
            Tone::Ok => self.ok_ground,
            Tone::Warn => self.warn_ground,
            Tone::Bad => self.bad_ground,
        }
    }

    /// The colour of the part with this number; further parts use the four colours in turn.
    pub fn part(&self, index: usize) -> Color32 {
        let [first, ..] = self.parts;
        self.parts.get(index % self.parts.len()).copied().unwrap_or(first)
    }

    /// The colour of a vendor's badge, from data (`0xRRGGBB`); darkened where white letters on it would be hard to read.
    pub fn badge(rgb_value: u32) -> Color32 {
        let mut color = rgb(rgb_value);
        while contrast(color, Color32::WHITE) < 3.0 {
            color = color.lerp_to_gamma(Color32::BLACK, 0.06);
        }
        color
    }

    /// The line around a control.
    pub fn control_stroke(&self) -> Stroke {
        Stroke::new(1.0, self.line_control)
    }

    /// The line around a card.
    pub fn card_stroke(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// The soft ring around what has the keyboard.
    pub fn focus_ring(&self) -> Color32 {
        self.accent.gamma_multiply(if self.dark { 0.32 } else { 0.28 })
    }

    fn style(&self) -> Style {
        let mut style = Style {
            text_styles: text_styles(),
            visuals: self.visuals(),
            // Steps without animation are calmer, cheaper, and equal in every picture.
            animation_time: 0.0,
            ..Style::default()
        };
        // Selected text goes to the primary selection on X11 and Wayland, so labels are not selectable.
        style.interaction.selectable_labels = false;
        style.interaction.multi_widget_text_select = false;
        style.interaction.tooltip_delay = 0.4;
        let spacing = &mut style.spacing;
        spacing.item_spacing = Vec2::splat(space::S);
        spacing.button_padding = Vec2::new(space::M, 0.0);
        spacing.interact_size = Vec2::new(CONTROL_HEIGHT, CONTROL_HEIGHT);
        spacing.window_margin = Margin::same(20);
        spacing.menu_margin = Margin::same(4);
        spacing.icon_width = 16.0;
        spacing.icon_spacing = space::S;
        spacing.scroll = ScrollStyle { bar_width: 6.0, ..ScrollStyle::floating() };
        style
    }

    fn visuals(&self) -> Visuals {
        let base = if self.dark { Visuals::dark() } else { Visuals::light() };
        let widget = |fill: Color32, line: Color32, text: Color32| WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: Stroke::new(1.0, line),
            corner_radius: CornerRadius::same(RADIUS),
            fg_stroke: Stroke::new(1.0, text),
            expansion: 0.0,
        };
        let mut visuals = Visuals {
            dark_mode: self.dark,
            override_text_color: None,
            weak_text_color: Some(self.text_faint),
            widgets: Widgets {
                noninteractive: widget(self.background, self.line, self.text),
                inactive: widget(self.card, self.line_control, self.text),
                hovered: widget(self.card_selected, self.line_control, self.text),
                active: widget(self.card_selected, self.accent, self.text),
                open: widget(self.card_selected, self.line_control, self.text),
            },
            selection: Selection {
                bg_fill: self.accent.gamma_multiply(0.35),
                stroke: Stroke::new(1.0, self.accent),
            },
            hyperlink_color: self.accent,
            faint_bg_color: self.card,
            extreme_bg_color: self.field,
            text_edit_bg_color: Some(self.field),
            code_bg_color: self.card,
            warn_fg_color: self.warn,
            error_fg_color: self.bad,
            window_corner_radius: CornerRadius::same(RADIUS_CARD),
            window_shadow: Shadow::NONE,
            window_fill: self.card,
            window_stroke: self.control_stroke(),
            menu_corner_radius: CornerRadius::same(RADIUS),
            panel_fill: self.background,
            popup_shadow: Shadow::NONE,
            text_cursor: TextCursorStyle {
                stroke: Stroke::new(1.5, self.accent),
                // A blinking cursor wakes an idle window twice a second.
                blink: false,
                ..base.text_cursor
            },
            ..base
        };
        // egui fattens light text on dark grounds more than these fonts need.
        if self.dark {
            visuals.text_options.color_transfer_function = FontColorTransferFunction::Gamma(0.85);
        }
        visuals
    }
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color32) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
}

/// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn text_styles() -> std::collections::BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, fonts::regular(size::NOTE)),
        (TextStyle::Body, fonts::regular(size::BODY)),
        (TextStyle::Button, fonts::medium(size::BODY)),
        (TextStyle::Heading, fonts::semibold(size::TITLE)),
        (TextStyle::Monospace, fonts::mono(size::SMALL)),
    ]
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_on_a_badge_are_readable() {
        for value in [0x00ff_ff00, 0x00ff_ffff, 0x008b_5cf6, 0x0000_0000, 0x0000_ff88] {
            assert!(contrast(Theme::badge(value), Color32::WHITE) >= 3.0, "{value:06x}");
        }
        assert_eq!(Theme::badge(0x008b_5cf6), rgb(0x008b_5cf6), "a good colour stays as it is");
    }

    #[test]
    fn text_is_readable_on_every_ground_in_use() {
        let mut poor = Vec::new();
        for theme in [&DARK, &LIGHT] {
            let grounds = [
                ("background", theme.background),
                ("side", theme.side),
                ("card", theme.card),
                ("card_selected", theme.card_selected),
                ("field", theme.field),
            ];
            let mut check = |text: &str, color: Color32, ground: &str, on: Color32, least: f64| {
                let found = contrast(color, on);
                if found < least {
                    poor.push(format!(
                        "{} {text} on {ground}: {found:.2}",
                        if theme.dark { "dark" } else { "light" }
                    ));
                }
            };
            for (name, ground) in grounds {
                check("text", theme.text, name, ground, 4.5);
                check("text_dim", theme.text_dim, name, ground, 4.5);
                check("text_faint", theme.text_faint, name, ground, 3.0);
                check("accent", theme.accent, name, ground, 4.5);
                for tone in [Tone::Ok, Tone::Warn, Tone::Bad] {
                    check(&format!("{tone:?}"), theme.tone(tone), name, ground, 4.5);
                }
            }
            for (name, ground) in
                [("card", theme.card), ("background", theme.background), ("field", theme.field)]
            {
                for (index, part) in theme.parts.into_iter().enumerate() {
                    check(&format!("part {index}"), part, name, ground, 4.5);
                }
            }
            for tone in [Tone::Neutral, Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad] {
                let (name, ground) = (format!("{tone:?} ground"), theme.tone_ground(tone));
                check("its tone", theme.tone(tone), &name, ground, 4.5);
                check("text", theme.text, &name, ground, 4.5);
                check("text_dim", theme.text_dim, &name, ground, 4.5);
            }
            check("on_accent", theme.on_accent, "accent_fill", theme.accent_fill, 4.5);
        }
        assert!(poor.is_empty(), "too little contrast:\n{}", poor.join("\n"));
    }
}
