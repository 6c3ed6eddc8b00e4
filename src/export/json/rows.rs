//! Long lists in JSON: each row is made when it is written.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

/// A list whose rows a function makes, whenever it is written.
pub(super) struct Rows<F>(pub F);

impl<F, I> Serialize for Rows<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Writes a value for reading by people, too, with a line break at its end.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(mut out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_written_as_a_list() {
        let mut out = Vec::new();
        write(&mut out, &Rows(|| (0..2).map(|number| number * 2))).expect("memory");
        assert_eq!(String::from_utf8(out).expect("text"), "[\n  0,\n  2\n]\n");
        let mut out = Vec::new();
        write(&mut out, &Rows(std::iter::empty::<u8>)).expect("memory");
        assert_eq!(String::from_utf8(out).expect("text"), "[]\n");
    }
}
