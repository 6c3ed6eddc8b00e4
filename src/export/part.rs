//! One of the files that an export comes to.

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is added to the name of the file: `primary`, `ana-ribeiro`; nothing where there is one file.
    pub suffix: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl Part {
    /// The only file.
    pub fn whole(bytes: impl Into<Vec<u8>>) -> Self {
        Self { suffix: String::new(), bytes: bytes.into() }
    }
}
