//! How an answer is written, and where to.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::Context;
use super::answer::{Answer, Failure};
use super::style::Style;
use crate::export::{Format, Formats, NoFormats};

/// The arguments of every verb about its answer; `F` are the formats in which it can be had, beside a table and JSON.
#[derive(Args, Debug)]
pub struct Output<F: Formats = NoFormats> {
    /// How it is written; a table unless said
    #[arg(long, visible_alias = "write", value_name = "FORMAT", hide = F::ALL.is_empty(), value_parser = wanted::<F>())]
    format: Option<Wanted<F>>,
    /// For machines; the same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Into this file instead of standard output
    #[arg(id = "output", short = 'o', long = "output", value_name = "FILE")]
    file: Option<PathBuf>,
}

/// In which form the answer is wanted.
#[derive(Debug)]
pub enum Wanted<F: Formats> {
    /// A table for people.
    Table,
    /// For machines.
    Json,
    /// In one of the formats for other programs and files.
    Format(&'static Format<F::Write>),
}

impl<F: Formats> Clone for Wanted<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Formats> Copy for Wanted<F> {}

impl<F: Formats> Wanted<F> {
    /// The form of this name.
    fn of(id: &str) -> Result<Self, &'static str> {
        match id {
            "table" => Ok(Self::Table),
            "json" => Ok(Self::Json),
            id => F::ALL.iter().find(|format| format.id == id).map(Self::Format).ok_or("there is no such format"),
        }
    }
}

/// The forms that `--format` knows.
fn wanted<F: Formats>() -> impl TypedValueParser<Value = Wanted<F>> {
    let always =
        [PossibleValue::new("table").help("A table for people"), PossibleValue::new("json").help("For machines")];
    let formats = F::ALL.iter().map(|format| PossibleValue::new(format.id).help(format.about));
    PossibleValuesParser::new(always.into_iter().chain(formats)).try_map(|id| Wanted::of(&id))
}

impl<F: Formats> Output<F> {
    /// In which form the answer is wanted.
    pub fn wanted(&self) -> Wanted<F> {
        if self.json { Wanted::Json } else { self.format.unwrap_or(Wanted::Table) }
    }

    /// Whether the answer is wanted for machines.
    pub fn is_json(&self) -> bool {
        matches!(self.wanted(), Wanted::Json)
    }

    /// The format in which the answer is wanted, if it is neither for machines nor a table.
    pub fn format(&self) -> Option<&'static Format<F::Write>> {
        match self.wanted() {
            Wanted::Format(format) => Some(format),
            Wanted::Table | Wanted::Json => None,
        }
    }

    /// Options that only some formats have are refused with all else, so that none is left out without a word: `options` are those for the
    /// formats that are `meant`, each with whether it was given.
    pub fn refuse_misplaced(
        &self,
        meant: impl Fn(&Format<F::Write>) -> bool,
        options: &[(&str, bool)],
    ) -> Result<(), Failure> {
        if self.format().is_some_and(&meant) {
            return Ok(());
        }
        let Some((option, _)) = options.iter().find(|(_, is_given)| *is_given) else { return Ok(()) };
        let formats: Vec<&str> = F::ALL.iter().filter(|format| meant(format)).map(|format| format.id).collect();
        let formats = formats.join("`, `");
        Err(Failure::new(format!("`{option}` is for `--format {formats}`; this format has no such choice")))
    }

    /// The answer of a verb, written into a file where one is named.
    pub fn put(
        &self,
        context: Context,
        verb: impl FnOnce(Context) -> Result<Answer, Failure>,
    ) -> Result<Answer, Failure> {
        let style = if self.file.is_some() { Style::PLAIN } else { context.style };
        verb(Context { style, ..context })?.written_to(self.file.as_deref())
    }
}
