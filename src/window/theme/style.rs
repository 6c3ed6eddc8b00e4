//! The looks of iced's widgets, made of our colours.

use iced::widget::{button, checkbox, container, pick_list, rule, scrollable, slider as rail, text, text_input};
use iced::{Background, Border, Color, Shadow, Theme, border};

use super::meaning::mixed;
use super::{Palette, palette, radius};

/// How much an act weighs, and so how its button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one act that a view is for.
    Primary,
    /// Any other act.
    Secondary,
    /// An act that is there when looked for.
    Quiet,
    /// An act that destroys.
    Danger,
}

/// What a message or mark says of its matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// About what is chosen, or merely told.
    Info,
    /// All is well.
    Good,
    /// Needs a look.
    Warn,
    /// Wrong.
    Bad,
}

impl Tone {
    /// The colour of writing in this tone.
    pub fn color(self, p: &Palette) -> Color {
        match self {
            Tone::Plain => p.muted,
            Tone::Info => p.accent,
            Tone::Good => p.good,
            Tone::Warn => p.warn,
            Tone::Bad => p.bad,
        }
    }

    /// The pale ground of this tone.
    pub fn soft(self, p: &Palette) -> Color {
        match self {
            Tone::Plain => p.sunken,
            Tone::Info => p.accent_soft,
            Tone::Good => p.good_soft,
            Tone::Warn => p.warn_soft,
            Tone::Bad => p.bad_soft,
        }
    }
}

/// A button by its weight.
pub fn act(weight: Weight) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let p = palette(theme);
        let (ground, ink, edge) = match weight {
            Weight::Primary => (Some(at(status, p.accent, p.accent_hover, p.accent_pressed)), p.on_accent, None),
            Weight::Danger => {
                let hover = mixed(p.bad, p.text, 0.12);
                (Some(at(status, p.bad, hover, mixed(p.bad, p.text, 0.24))), p.on_tone, None)
            }
            Weight::Secondary => (
                Some(at(status, p.raised, mixed(p.raised, p.text, 0.04), mixed(p.raised, p.text, 0.1))),
                p.text,
                Some(p.control),
            ),
            Weight::Quiet => (quiet(p, status), p.text, None),
        };
        let style = button::Style {
            background: ground.map(Background::Color),
            text_color: ink,
            border: Border {
                radius: radius::CONTROL.into(),
                width: if edge.is_some() { 1.0 } else { 0.0 },
                color: edge.unwrap_or(Color::TRANSPARENT),
            },
            ..button::Style::default()
        };
        if status == button::Status::Disabled { disabled(p, &style) } else { style }
    }
}

/// A row, card or tab that can be pressed, and whether it is the chosen one.
pub fn choice(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let p = palette(theme);
        let ground = if chosen { Some(p.accent_soft) } else { quiet(p, status) };
        button::Style {
            background: ground.map(Background::Color),
            text_color: match status {
                button::Status::Disabled => p.faint,
                _ if chosen => p.accent,
                _ => p.text,
            },
            border: border::rounded(radius::CONTROL),
            ..button::Style::default()
        }
    }
}

/// The ground of a quiet button: none until the pointer comes.
fn quiet(p: &Palette, status: button::Status) -> Option<Color> {
    match status {
        button::Status::Hovered => Some(p.text.scale_alpha(0.06)),
        button::Status::Pressed => Some(p.text.scale_alpha(0.12)),
        button::Status::Active | button::Status::Disabled => None,
    }
}

/// The colour for a button's state.
fn at(status: button::Status, active: Color, hovered: Color, pressed: Color) -> Color {
    match status {
        button::Status::Hovered => hovered,
        button::Status::Pressed => pressed,
        button::Status::Active | button::Status::Disabled => active,
    }
}

/// A button that cannot be pressed now.
fn disabled(p: &Palette, style: &button::Style) -> button::Style {
    button::Style {
        background: style.background.map(|_| p.sunken.into()),
        text_color: p.faint,
        border: Border { color: p.border, ..style.border },
        ..*style
    }
}

/// A field to type in; `wrong` marks what cannot be taken.
pub fn field(wrong: bool) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |theme, status| {
        let p = palette(theme);
        let focused = matches!(status, text_input::Status::Focused { .. });
        let color = match status {
            _ if wrong => p.bad,
            text_input::Status::Focused { .. } => p.accent,
            text_input::Status::Hovered => p.text,
            text_input::Status::Active => p.control,
            text_input::Status::Disabled => p.border,
        };
        let asleep = status == text_input::Status::Disabled;
        text_input::Style {
            background: if asleep { p.sunken } else { p.raised }.into(),
            border: Border { radius: radius::CONTROL.into(), width: if focused || wrong { 2.0 } else { 1.0 }, color },
            icon: p.muted,
            placeholder: p.muted.scale_alpha(0.8),
            value: if asleep { p.faint } else { p.text },
            selection: p.accent.scale_alpha(0.28),
        }
    }
}

/// A list to pick from.
pub fn pick(theme: &Theme, status: pick_list::Status) -> pick_list::Style {
    let p = palette(theme);
    let (color, width) = match status {
        pick_list::Status::Opened { .. } => (p.accent, 2.0),
        pick_list::Status::Hovered => (p.text, 1.0),
        pick_list::Status::Active => (p.control, 1.0),
    };
    pick_list::Style {
        text_color: p.text,
        placeholder_color: p.muted,
        handle_color: p.muted,
        background: p.raised.into(),
        border: Border { radius: radius::CONTROL.into(), width, color },
    }
}

/// The open list below a pick list.
pub fn menu(theme: &Theme) -> iced::overlay::menu::Style {
    let p = palette(theme);
    iced::overlay::menu::Style {
        background: p.raised.into(),
        border: border::rounded(radius::CONTROL).width(1).color(p.control),
        text_color: p.text,
        selected_text_color: p.accent,
        selected_background: p.accent_soft.into(),
        shadow: Shadow::default(),
    }
}

/// A box to tick.
pub fn tick(theme: &Theme, status: checkbox::Status) -> checkbox::Style {
    let p = palette(theme);
    let (ticked, asleep) = match status {
        checkbox::Status::Active { is_checked } | checkbox::Status::Hovered { is_checked } => (is_checked, false),
        checkbox::Status::Disabled { is_checked } => (is_checked, true),
    };
    let color = if asleep {
        p.border
    } else if ticked {
        p.accent
    } else {
        p.control
    };
    checkbox::Style {
        background: if ticked { color } else { p.raised }.into(),
        icon_color: p.on_accent,
        border: border::rounded(radius::SMALL).width(1).color(color),
        text_color: Some(if asleep { p.faint } else { p.text }),
    }
}

/// A place on a line, to be drawn along it.
pub fn slider(theme: &Theme, status: rail::Status) -> rail::Style {
    let p = palette(theme);
    let color = if status == rail::Status::Active { p.accent } else { mixed(p.accent, p.text, 0.15) };
    rail::Style {
        rail: rail::Rail {
            backgrounds: (p.accent_soft.into(), p.sunken.into()),
            width: 6.0,
            border: border::rounded(3).width(1).color(p.border),
        },
        handle: rail::Handle {
            shape: rail::HandleShape::Circle { radius: 8.0 },
            background: color.into(),
            border_width: 2.0,
            border_color: p.raised,
        },
    }
}

/// The ground of the window.
pub fn ground(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style { text_color: Some(p.text), background: Some(p.surface.into()), ..container::Style::default() }
}

/// A sheet that steps forward.
pub fn card(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style {
        background: Some(p.raised.into()),
        border: border::rounded(radius::CARD).width(1).color(p.border),
        ..container::Style::default()
    }
}

/// What can be changed of a question: words that show where they are under the pointer.
pub fn link(theme: &Theme, status: button::Status) -> button::Style {
    let p = palette(theme);
    button::Style {
        background: Some(Background::Color(at(
            status,
            p.accent_soft,
            mixed(p.accent_soft, p.accent, 0.14),
            mixed(p.accent_soft, p.accent, 0.28),
        ))),
        text_color: p.accent,
        border: border::rounded(radius::CONTROL),
        ..button::Style::default()
    }
}

/// A panel at the edge of the window.
pub fn panel(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style {
        text_color: Some(p.text),
        border: border::color(p.border).width(1),
        ..container::background(p.raised)
    }
}

/// A sheet that floats: a dialog, a toast, a menu. A firm edge lifts it and no shadow: the renderer draws shadows outside of
/// what it redraws, so that they would pile up.
pub fn floating(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style { border: border::rounded(radius::CARD).width(1).color(p.control), ..card(theme) }
}

/// A ground that steps back: the rail.
pub fn sunken(theme: &Theme) -> container::Style {
    container::Style { background: Some(palette(theme).sunken.into()), ..container::Style::default() }
}

/// The pale ground of a tone.
pub fn soft(tone: Tone, corner: f32) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let p = palette(theme);
        container::Style {
            background: Some(tone.soft(p).into()),
            border: border::rounded(corner),
            ..container::Style::default()
        }
    }
}

/// The ground in which a few choices lie side by side.
pub fn tray(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style {
        background: Some(p.raised.into()),
        border: border::rounded(radius::CONTROL + 2.0).width(1).color(p.border),
        ..container::Style::default()
    }
}

/// The round ground of a large icon.
pub fn badge(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style {
        text_color: Some(p.accent),
        background: Some(p.accent_soft.into()),
        border: border::rounded(999),
        ..container::Style::default()
    }
}

/// A small round mark in a tone.
pub fn dot(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        background: Some(tone.color(palette(theme)).into()),
        border: border::rounded(999),
        ..container::Style::default()
    }
}

/// All that is written inside in a tone.
pub fn inked(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style { text_color: Some(tone.color(palette(theme))), ..container::Style::default() }
}

/// What dims the window behind a dialog.
pub fn shade(theme: &Theme) -> container::Style {
    container::Style { background: Some(palette(theme).shade.into()), ..container::Style::default() }
}

/// The small sheet that explains what is under the pointer.
pub fn tip(theme: &Theme) -> container::Style {
    let p = palette(theme);
    container::Style {
        text_color: Some(p.surface),
        background: Some(p.text.into()),
        border: border::rounded(radius::CONTROL),
        ..container::Style::default()
    }
}

/// A hair line.
pub fn hairline(theme: &Theme) -> rule::Style {
    rule::Style { color: palette(theme).border, radius: 0.0.into(), fill_mode: rule::FillMode::Full, snap: true }
}

/// Writing that helps.
pub fn muted(theme: &Theme) -> text::Style {
    text::Style { color: Some(palette(theme).muted) }
}

/// Writing in a tone.
pub fn toned(tone: Tone) -> impl Fn(&Theme) -> text::Style {
    move |theme| text::Style { color: Some(tone.color(palette(theme))) }
}

/// A surface that scrolls, with a slim bar that comes forward under the pointer.
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let p = palette(theme);
    let near = match status {
        scrollable::Status::Active { .. } => 0.22,
        scrollable::Status::Hovered { .. } => 0.36,
        scrollable::Status::Dragged { .. } => 0.56,
    };
    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: p.text.scale_alpha(near).into(),
            border: border::rounded(radius::SMALL),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        ..scrollable::default(theme, status)
    }
}
