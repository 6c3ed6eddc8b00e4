//! Sizes in logical pixels: six of type, six of space, three of corners.

/// Type sizes.
pub mod size {
    /// A number or word that is the answer.
    pub const DISPLAY: f32 = 28.0;
    /// The title of a screen.
    pub const TITLE: f32 = 22.0;
    /// The sentence that answers.
    pub const ANSWER: f32 = 18.0;
    /// The heading of a section or card.
    pub const HEADING: f32 = 16.0;
    /// All that is read.
    pub const BODY: f32 = 14.0;
    /// Captions, labels, axes.
    pub const SMALL: f32 = 12.0;
    /// An icon beside writing of the size of the body.
    pub const ICON: f32 = 16.0;
}

/// Distances.
pub mod space {
    /// Between parts of one thing: an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Between rows.
    pub const M: f32 = 12.0;
    /// Inside a card.
    pub const L: f32 = 16.0;
    /// Between sections.
    pub const XL: f32 = 24.0;
    /// Around a screen.
    pub const XXL: f32 = 32.0;
}

/// The radii of corners.
pub mod radius {
    /// Cells and small marks.
    pub const SMALL: f32 = 4.0;
    /// Buttons and fields.
    pub const CONTROL: f32 = 7.0;
    /// Cards and dialogs.
    pub const CARD: f32 = 12.0;
}
