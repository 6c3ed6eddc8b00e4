//! Which state of which document something is about.

/// Which state of which document: another one after each change, and each time another document is opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    document: u64,
    change: u64,
}

impl Revision {
    /// The next state of the same document.
    #[must_use]
    pub fn next(self) -> Self {
        Self { change: self.change + 1, ..self }
    }

    /// The first state of the document that is opened after this one.
    #[must_use]
    pub fn of_next_document(self) -> Self {
        Self { document: self.document + 1, change: 0 }
    }

    /// Whether both are states of one document.
    pub fn is_same_document(self, other: Self) -> bool {
        self.document == other.document
    }

    /// The document whatever has changed in it: for questions that do not ask about the team.
    #[must_use]
    pub fn whole_document(self) -> Self {
        Self { change: 0, ..self }
    }
}

/// Which state of all that would be lost something is about: of the document, and of what stands in forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// That of the document.
    pub revision: Revision,
    /// How often what stands in forms was another.
    pub noted: u64,
}
