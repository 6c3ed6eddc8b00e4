//! A calendar that a team file names, and what is known of it.

use std::sync::Arc;

use super::times::Busy;

/// A file of a calendar: its name for people, and its bytes.
pub type CalendarFile = (String, Vec<u8>);

/// A calendar whose events make a member busy.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The file or folder, as the team file writes it: from the team file's own folder on, unless it begins at the root.
    pub path: String,
    /// What is known of it.
    pub content: Content,
}

/// What is known of a calendar.
#[derive(Clone, Debug, Default)]
pub enum Content {
    /// It was not looked at yet.
    #[default]
    Unread,
    /// What it says.
    Read(Arc<Busy>),
    /// Why it cannot be used.
    Failed(String),
}

impl Calendar {
    /// A calendar that was not looked at yet.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), content: Content::Unread }
    }

    /// What it says, when it could be read.
    pub fn busy(&self) -> Option<&Busy> {
        match &self.content {
            Content::Read(busy) => Some(busy),
            Content::Unread | Content::Failed(_) => None,
        }
    }

    /// The last part of its path, as people call it.
    pub fn short_name(&self) -> &str {
        self.path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }
}

/// A team is the same whether its calendars were read or not: what stands in them is not part of it.
impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}
