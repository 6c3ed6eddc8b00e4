//! What a verb comes to, and how it leaves the process.

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::disk;
use crate::export::{Part, json};

/// Exit code of an answer that is "no".
const NO: u8 = 1;
/// Exit code of unusable input.
const UNUSABLE: u8 = 2;

/// What a verb has to say.
pub struct Answer {
    /// For standard output, or for files.
    body: Body,
    /// The file that it is for, whatever else is said.
    file: Option<PathBuf>,
    /// For standard error, a line or more each.
    notes: Vec<String>,
    is_no: bool,
}

impl Answer {
    /// The answer `text`, which is done.
    pub fn new(text: impl Into<String>) -> Self {
        Self::of(vec![Part::whole(text.into())])
    }

    /// The answer that stands in one file or several, which is done.
    pub fn of(parts: Vec<Part>) -> Self {
        Self { body: Body::Parts(parts), file: None, notes: Vec::new(), is_no: false }
    }

    /// An answer for machines, which is written as it is made.
    pub fn json(document: impl Serialize + 'static) -> Self {
        let write = move |out: &mut dyn Write| json::write(out, &document);
        Self { body: Body::Written(Box::new(write)), file: None, notes: Vec::new(), is_no: false }
    }

    /// The same for a file.
    pub fn into_file(self, path: &Path) -> Self {
        Self { file: Some(path.to_owned()), ..self }
    }

    /// The same with what is for a file written there: for its own, else for the one that is `named`; several parts stand beside each other,
    /// named after it. What has nothing to say writes none.
    ///
    /// # Errors
    /// When it cannot be written, or when there are several parts and no file to name them after.
    pub fn written_to(mut self, named: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = self.file.take().or(named.map(Path::to_owned)) else {
            let advice =
                "this format is a file a tier: add `--tier 1` for one of them, or `-o FILE` for all, named after it";
            let is_one = !matches!(&self.body, Body::Parts(parts) if parts.len() > 1);
            return if is_one { Ok(self) } else { Err(Failure::new(advice)) };
        };
        let parts = match std::mem::replace(&mut self.body, Body::Parts(Vec::new())) {
            Body::Parts(parts) => parts,
            Body::Written(write) => {
                let mut bytes = Vec::new();
                write(&mut bytes)?;
                vec![Part::whole(bytes)]
            }
        };
        for part in parts.iter().filter(|part| !part.bytes.is_empty()) {
            disk::write_atomic(&disk::beside(&path, &part.suffix), &part.bytes)?;
        }
        Ok(self)
    }

    /// The same with what else is to be known, on standard error.
    pub fn with_notes(mut self, notes: Vec<String>) -> Self {
        self.notes.splice(0..0, notes);
        self
    }

    /// The same as a "no", if `reason` gives one: a check that fails, a gap that is left.
    pub fn no_if(mut self, reason: Option<String>) -> Self {
        self.is_no = reason.is_some();
        self.notes.extend(reason);
        self
    }
}

/// What is written.
enum Body {
    /// One file or several.
    Parts(Vec<Part>),
    /// One that is made as it is written.
    Written(Box<WriteTo>),
}

/// Writes a document.
type WriteTo = dyn FnOnce(&mut dyn Write) -> io::Result<()>;

/// Why a verb cannot be done: unusable input. Shown with `error:` before it, unless it says so itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// What is wrong, and what would be right.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Any error says itself what is wrong.
impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Prints an answer or why there is none; the exit code that says the same.
pub fn print(answer: Result<Answer, Failure>) -> ExitCode {
    match answer {
        Ok(answer) => {
            for note in &answer.notes {
                say(note);
            }
            match put(answer.body) {
                Ok(()) if answer.is_no => ExitCode::from(NO),
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    say(&format!("error: the answer cannot be written: {error}"));
                    ExitCode::from(UNUSABLE)
                }
            }
        }
        Err(Failure(why)) => {
            // Diagnostics of a file say themselves that they are errors.
            let says_so = why.starts_with("error: ") || why.starts_with("warning: ");
            say(&if says_so { why } else { format!("error: {why}") });
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Prints what clap says: help and version are answers, all else is unusable input.
pub fn print_usage(usage: &clap::Error) -> ExitCode {
    // A reader that went away needs no help any more.
    drop(usage.print());
    if usage.use_stderr() { ExitCode::from(UNUSABLE) } else { ExitCode::SUCCESS }
}

/// Writes to standard output. A reader that has read enough (`| head`) is no error.
fn put(body: Body) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match body {
        Body::Parts(parts) => parts.iter().try_for_each(|part| out.write_all(&part.bytes)),
        Body::Written(write) => write(&mut out),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes a line to standard error, if anybody listens.
fn say(line: &str) {
    drop(writeln!(io::stderr().lock(), "{line}"));
}
