//! The release of the system's tz database.

use std::io::Read;
use std::path::{Path, PathBuf};

/// Where systems keep the tz database.
const FOLDERS: [&str; 3] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"];

/// The release of the system's tz database, such as `2026f`, if it has one that says so.
pub fn system_tz_release() -> Option<String> {
    let own = std::env::var_os("TZDIR").map(PathBuf::from);
    own.into_iter().chain(FOLDERS.map(PathBuf::from)).find_map(|folder| release_in(&folder))
}

/// Linux: the first line of `tzdata.zi` is `# version 2026f`. macOS: `+VERSION` holds nothing else.
fn release_in(folder: &Path) -> Option<String> {
    let zi = beginning(&folder.join("tzdata.zi"));
    let release = match zi.as_deref().and_then(|text| text.lines().next()?.strip_prefix("# version ")) {
        Some(release) => release.trim().to_owned(),
        None => beginning(&folder.join("+VERSION"))?.trim().to_owned(),
    };
    let is_release = release.len() >= 5 && release.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    is_release.then_some(release)
}

fn beginning(path: &Path) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "this is the room that touches files")]
    let file = std::fs::File::open(path).ok()?;
    let mut bytes = Vec::new();
    file.take(64).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::super::write_atomic;
    use super::*;

    #[test]
    fn the_release_is_read_from_either_file() {
        for (case, name, content, expected) in [
            ("Linux", "tzdata.zi", "# version 2026f\n# This zic input file\n", Some("2026f")),
            ("macOS", "+VERSION", "2026e\n", Some("2026e")),
            ("something else", "tzdata.zi", "R d 1916 o - Jun 14 23s 1 S\n", None),
            ("no release", "+VERSION", "unknown\n", None),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            write_atomic(&folder.path().join(name), content.as_bytes()).expect("written");
            assert_eq!(release_in(folder.path()).as_deref(), expected, "{case}");
        }
        assert_eq!(release_in(Path::new("/no/such/folder")), None);
    }
}
