//! The builder of tests that run the program: a team in a folder of its own, a verb, and everything that it says.
//!
//! ```ignore
//! Test::team(TWO).verb("overlap").arg("--json").stdout("...").run();
//! ```
//!
//! Unless another is expected, the exit code is 0 and standard error is empty.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The program, once it is built for the tests.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_sunwise");

/// A run of the program and what is expected of it.
pub struct Test {
    folder: TempDir,
    arguments: Vec<String>,
    stdout: Option<String>,
    stderr: Stderr,
    code: i32,
}

enum Stderr {
    Is(String),
    Has(Vec<String>),
}

impl Test {
    /// With nothing in the folder.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder, arguments: Vec::new(), stdout: None, stderr: Stderr::Is(String::new()), code: 0 }
    }

    /// With a team in the folder, as `team.ron`.
    pub fn team(ron: &str) -> Self {
        Self::new().file("team.ron", ron.as_bytes())
    }

    /// With another file in the folder.
    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        #[expect(clippy::disallowed_methods, reason = "a test writes what the program reads")]
        std::fs::write(self.folder.path().join(name), bytes).expect("a file is written");
        self
    }

    /// A verb about the team.
    pub fn verb(self, verb: &str) -> Self {
        self.arg(verb).arg("team.ron")
    }

    pub fn arg(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Arguments without spaces, one after the other.
    pub fn args(self, arguments: &str) -> Self {
        arguments.split_whitespace().fold(self, Self::arg)
    }

    /// The whole of standard output.
    pub fn stdout(mut self, text: &str) -> Self {
        self.stdout = Some(text.to_owned());
        self
    }

    /// The whole of standard error.
    pub fn stderr(mut self, text: &str) -> Self {
        self.stderr = Stderr::Is(text.to_owned());
        self
    }

    /// A part of standard error.
    pub fn stderr_has(mut self, part: &str) -> Self {
        match &mut self.stderr {
            Stderr::Has(parts) => parts.push(part.to_owned()),
            Stderr::Is(_) => self.stderr = Stderr::Has(vec![part.to_owned()]),
        }
        self
    }

    pub fn code(mut self, code: i32) -> Self {
        self.code = code;
        self
    }

    /// Runs the program and compares; what it wrote to standard output, and the folder while it is needed.
    pub fn run(self) -> Done {
        let output = command(self.folder.path()).args(&self.arguments).output().expect("the program runs");
        let said = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        let (stdout, stderr) = (said(output.stdout), said(output.stderr));
        let run = format!("sunwise {}\nstdout:\n{stdout}\nstderr:\n{stderr}", self.arguments.join(" "));
        assert_eq!(output.status.code(), Some(self.code), "exit code of {run}");
        match &self.stderr {
            Stderr::Is(text) => assert_eq!(&stderr, text, "standard error of {run}"),
            Stderr::Has(parts) => {
                for part in parts {
                    assert!(stderr.contains(part), "`{part}` is not said in {run}");
                }
            }
        }
        if let Some(expected) = &self.stdout {
            assert_eq!(&stdout, expected, "standard output of {run}");
        }
        Done { stdout, folder: self.folder }
    }

    /// Runs the program and reads the JSON that it answers.
    pub fn json(self) -> Value {
        let done = self.run();
        serde_json::from_str(&done.stdout).unwrap_or_else(|error| panic!("{error} in {}", done.stdout))
    }
}

/// A run that was as expected.
pub struct Done {
    pub stdout: String,
    folder: TempDir,
}

impl Done {
    /// The text of a file of the folder.
    pub fn read(&self, name: &str) -> String {
        #[expect(clippy::disallowed_methods, reason = "a test reads what the program wrote")]
        std::fs::read_to_string(self.folder.path().join(name)).expect("a file of text")
    }
}

/// The program in a folder, without what the tester's own terminal says.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).stdin(Stdio::null()).env_remove("NO_COLOR").env_remove("TZDIR");
    command
}

/// The keys of a JSON object, in their order.
pub fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// Whether an object has all of some keys.
pub fn has_keys(value: &Value, wanted: &[&str]) -> bool {
    let keys = keys(value);
    wanted.iter().all(|key| keys.contains(key))
}

/// Lisbon and New York, with a meeting, a chain, a rota and an opening.
pub const TWO: &str = r#"Team(
    version: 1,
    name: "Two",
    members: [
        (name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", email: "ana@example.com", roles: ["oncall"]),
        (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00", holidays: "none", roles: ["oncall"]),
    ],
    meetings: [
        (
            name: "Sync",
            minutes: 30,
            every: Week,
            chosen: [(weekday: "Tu", start: "15:00", anchor: "Europe/Lisbon")],
        ),
    ],
    chains: [(name: "Sun", role: "oncall")],
    rotas: [
        (
            name: "Pager",
            anchor: "Europe/Lisbon",
            start: "2027-03-22",
            weeks: 2,
            shifts: Daily(at: ["08:00", "20:00"]),
            tiers: 1,
            rest: "11h",
        ),
    ],
    openings: [(name: "Third", hours: "Mo-Fr 09:00-17:00")],
)
"#;

/// A team of so many, in turn in Lisbon, Tokyo and New York; every tenth of them is on leave in the week from 1 February 2027.
pub fn crowd(count: usize) -> String {
    let member = |number: usize| {
        let city = ["Lisbon", "Tokyo", "New York"][number % 3];
        let leave =
            if number.is_multiple_of(10) { ", leave: [(from: \"2027-02-01\", to: \"2027-02-05\")]" } else { "" };
        format!("(name: \"M{number}\", city: \"{city}\", hours: \"Mo-Fr 09:00-17:00\", holidays: \"none\"{leave}),\n")
    };
    let members: String = (0..count).map(member).collect();
    format!("Team(version: 1, name: \"Crowd\", members: [\n{members}])")
}
