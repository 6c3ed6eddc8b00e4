//! `sunwise about`: versions and sources.

use std::cmp::Ordering;

use clap::Args;
use serde_json::json;

use super::Context;
use super::answer::Answer;
use super::output::Output;
use super::table::{Table, words};
use crate::disk;
use crate::export::json::text;
use crate::time::bundle_version;
use crate::world::sources;

#[derive(Args, Debug)]
pub struct Arguments {
    #[command(flatten)]
    pub output: Output,
}

/// Data beside those of [`sources`]: what, licence, home.
const OTHERS: [[&str; 3]; 2] = [
    ["Time-zone rules: IANA tz database", "public domain", "https://www.iana.org/time-zones"],
    ["Font: made of Inter", "OFL-1.1", "https://rsms.me/inter/"],
];

pub fn run(arguments: &Arguments, context: Context) -> Answer {
    let (bundled, system) = (bundle_version().0, disk::system_tz_release());
    Answer::new(if arguments.output.is_json() {
        text(&json!({
            "version": env!("CARGO_PKG_VERSION"),
            "licence": env!("CARGO_PKG_LICENSE"),
            "tz": bundled,
            "system_tz": system,
            "drawn_by": (context.drawn_by)(),
            "system_tz_is_newer": system.as_deref().is_some_and(|system| system > bundled),
            "sources": sources().iter().map(|source| json!({
                "name": source.name, "version": source.version, "date": source.date,
                "licence": source.licence, "url": source.url,
            })).collect::<Vec<_>>(),
        }))
    } else {
        for_people(bundled, system.as_deref(), context)
    })
}

fn for_people(bundled: &str, system: Option<&str>, context: Context) -> String {
    let mut table = Table::new([words("Data"), words("Version"), words("Licence"), words("From")]);
    for source in sources() {
        let version = format!("{} ({})", source.version, source.date);
        table.row([source.name.to_owned(), version, source.licence.to_owned(), source.url.to_owned()]);
    }
    for [name, licence, url] in OTHERS {
        let version = if name.starts_with("Time") { bundled } else { "" };
        table.row([name.to_owned(), version.to_owned(), licence.to_owned(), url.to_owned()]);
    }
    format!(
        "sunwise {}, {}\ntz database {bundled}; {}\nthe window is drawn by {}\n\n{}",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_LICENSE"),
        beside_the_system(bundled, system),
        (context.drawn_by)(),
        table.text(context.style)
    )
}

/// Releases are a year and a letter, so they sort as text.
fn beside_the_system(bundled: &str, system: Option<&str>) -> String {
    let Some(system) = system else { return "the system has none that says its release".to_owned() };
    match system.cmp(bundled) {
        Ordering::Greater => format!("the system's is newer: {system}"),
        Ordering::Equal => "the system's is the same".to_owned(),
        Ordering::Less => format!("the system's is older: {system}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_releases_are_compared() {
        assert_eq!(beside_the_system("2026f", Some("2025b")), "the system's is older: 2025b");
        assert_eq!(beside_the_system("2026f", Some("2027a")), "the system's is newer: 2027a");
        assert_eq!(beside_the_system("2026f", Some("2026f")), "the system's is the same");
        assert_eq!(beside_the_system("2026f", None), "the system has none that says its release");
    }
}
