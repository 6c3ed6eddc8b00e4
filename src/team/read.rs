//! From the bytes of a team file to a [`Team`], or to everything that is wrong with them.

use std::ops::Range;

use super::format::{Decoder, SCHEMA_VERSION, TEAM};
use super::ron::{self, Node};
use super::source::Source;
use super::{Diagnostic, Diagnostics, Severity, Team};

/// The largest team file that is read, in bytes. Callers need not read more of a file than one byte beyond this.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;

/// Reads the `bytes` of the team file called `file_name`: the team, and warnings by place.
///
/// # Errors
/// Everything that makes the file unusable, with its warnings. A file that is too large, is no text, or is from a newer
/// version is refused without more words.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<(Team, Vec<Diagnostic>), Diagnostics> {
    let text = text_of(file_name, bytes)?;
    let source = Source::new(file_name, text);
    let parsed = ron::parse(text);
    if let Some(newer) = parsed.root.as_ref().and_then(newer_version) {
        return Err(newer_refused(&source, newer));
    }
    let mut decoder = Decoder::new(&source);
    for trouble in parsed.troubles {
        decoder.error(trouble.range, trouble.message);
    }
    let team = parsed.root.as_ref().and_then(|root| TEAM.read(&mut decoder, root));
    let found = decoder.finish();
    let is_usable = found.iter().all(|diagnostic| diagnostic.severity == Severity::Warning);
    match team {
        Some(team) if is_usable => Ok((team, found)),
        _ => Err(Diagnostics::new(found)),
    }
}

/// The bytes as text, when they are one.
fn text_of<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Diagnostics> {
    let refuse = |source: &Source<'_>, range: Range<usize>, message: String, hint: Option<&str>| {
        let mut refused = Diagnostic::new(source, Severity::Error, range, message);
        refused.hint = hint.map(str::to_owned);
        Diagnostics::new(vec![refused])
    };
    if bytes.len() > MAX_FILE_BYTES {
        let most = MAX_FILE_BYTES / (1024 * 1024);
        let message = format!("the file is larger than {most} MB, so it is no team file");
        return Err(refuse(&Source::new(file, ""), 0..0, message, None));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = error.valid_up_to();
        let shown = String::from_utf8_lossy(bytes);
        let byte = bytes.get(valid).copied().unwrap_or_default();
        let message = format!("the byte 0x{byte:02X} is no UTF-8 text");
        // The valid part stands unchanged before the first replacement character.
        let range = valid..valid + '\u{fffd}'.len_utf8();
        refuse(&Source::new(file, &shown), range, message, Some("save the file with the encoding UTF-8"))
    })?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        let hint = format!("a team of none is: Team(version: {SCHEMA_VERSION}, name: \"My team\", members: [])");
        return Err(refuse(&Source::new(file, ""), 0..0, "the file is empty".to_owned(), Some(&hint)));
    }
    Ok(text)
}

/// The value of `version` if it is above ours.
fn newer_version(root: &Node) -> Option<(Range<usize>, f64)> {
    let version = root.given()?.field("version")?.given()?;
    match version.value {
        ron::Value::Number(number) if number > f64::from(SCHEMA_VERSION) => Some((version.range.clone(), number)),
        _ => None,
    }
}

fn newer_refused(source: &Source<'_>, (range, version): (Range<usize>, f64)) -> Diagnostics {
    let message = format!(
        "the file has version {version}, and this Sunwise knows files up to version {SCHEMA_VERSION}; open it with a newer Sunwise"
    );
    Diagnostics::new(vec![Diagnostic::new(source, Severity::Error, range, message)])
}
