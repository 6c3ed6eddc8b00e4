//! How text for a terminal looks.

use std::io::IsTerminal;

/// How text for people looks: with colours on a terminal, plain anywhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    is_coloured: bool,
}

impl Style {
    /// Without colours, as in a file.
    pub const PLAIN: Self = Self { is_coloured: false };

    /// With colours if standard output is a terminal that has them and the user has not refused them
    /// (<https://no-color.org>).
    pub fn of_terminal() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { is_coloured: std::io::stdout().is_terminal() && !refused && !dumb }
    }

    /// A heading.
    pub fn heading(self, text: &str) -> String {
        self.wrap("1", text)
    }

    /// Something that is not as it should be.
    pub fn alarming(self, text: &str) -> String {
        self.wrap("31", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.is_coloured && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}
