//! What a shape means, and the pattern that tells meanings apart without colour.

use crate::availability::Level;

/// What a shape stands for. The theme gives each meaning its colour in light and in dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The paper itself.
    Surface,
    /// A sheet that lies on the paper: a card, a row that is picked out.
    Raised,
    /// Hair lines: grid, axes, borders.
    Grid,
    /// Writing that matters.
    Text,
    /// Writing that helps: units, captions, axis labels.
    Muted,
    /// What is chosen or acted on.
    Accent,
    /// The pale ground under what is chosen.
    AccentSoft,
    /// All is well: the overlap, a live handoff.
    Good,
    /// The pale ground under what is well.
    GoodSoft,
    /// Needs a look: a clock change, under the target.
    Warn,
    /// The pale ground under what needs a look.
    WarnSoft,
    /// Wrong: a gap, a rule that is broken.
    Bad,
    /// The pale ground under what is wrong.
    BadSoft,
    /// The level `Preferred`: in the hours that a member chose.
    Preferred,
    /// The level `Flexible`: in the hours that a member tolerates.
    Flexible,
    /// The level `Asleep`.
    Asleep,
    /// The level `Off`: awake, not at work.
    Off,
    /// The level `Away`: on leave or busy.
    Away,
    /// The present moment.
    Now,
    /// One of the team's people, by their place in the team; the colours repeat after eight.
    Person(u16),
    /// How much of something, from 0 (none) to 100 (most): one hue that grows stronger.
    Heat(u8),
    /// Water on a map.
    Sea,
    /// Land on a map.
    Land,
}

/// A texture over a filled shape, drawn in a quiet shade of the shape's own colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Lines that rise to the right.
    Hatch,
    /// Lines that cross.
    Cross,
    /// Small dots.
    Dots,
}

impl Meaning {
    /// The pattern that the meaning wears by itself, so that the levels differ in print and to every eye.
    pub fn pattern(self) -> Option<Pattern> {
        match self {
            Meaning::Flexible => Some(Pattern::Hatch),
            Meaning::Asleep => Some(Pattern::Dots),
            Meaning::Away => Some(Pattern::Cross),
            _ => None,
        }
    }
}

/// The colour of writing: a meaning of its own, or whatever is legible on a filled shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Written in the colour of a meaning, on the paper.
    Plain(Meaning),
    /// Written on a shape that is filled with this meaning: dark or light, whichever can be read.
    On(Meaning),
}

impl From<Meaning> for Ink {
    fn from(meaning: Meaning) -> Self {
        Ink::Plain(meaning)
    }
}

impl From<Level> for Meaning {
    fn from(level: Level) -> Self {
        match level {
            Level::Away => Meaning::Away,
            Level::Preferred => Meaning::Preferred,
            Level::Flexible => Meaning::Flexible,
            Level::Asleep => Meaning::Asleep,
            Level::Off => Meaning::Off,
        }
    }
}
