//! What the hand feels, in a real window under Xvfb: the processor's time for a notch of the wheel in each place, for a move of
//! the pointer and for a key, and what a window at rest takes. `cargo bench --bench sunwise -- feel`

#![expect(clippy::disallowed_methods, reason = "a benchmark writes the teams that it measures with")]

use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// What is wanted, in milliseconds of the processor.
const NOTCH: f64 = 16.0;
const MOVE: f64 = 8.0;
/// Share of a core that a window with a focused field takes at rest.
const REST: f64 = 0.005;
/// Machines are noisy: only what takes so many times as long as is wanted is a failure.
const FAR_BEYOND: f64 = 5.0;

/// Ends a process when it is no longer looked at.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen with a window on it.
struct Session {
    display: String,
    home: tempfile::TempDir,
    _server: Running,
}

impl Session {
    fn new(size: &str) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map(Running)
            .expect("Xvfb is installed");
        let mut display = String::new();
        let stdout = server.0.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut display).expect("Xvfb names its display");
        let home = tempfile::tempdir().expect("a temporary folder");
        Self { display: format!(":{}", display.trim()), home, _server: server }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("HOME", self.home.path());
        for folder in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
            command.env(folder, self.home.path().join(folder));
        }
        command
    }

    /// Moves, presses and types; the answer is what the tool prints.
    fn hand(&self, arguments: &[&str]) -> String {
        let output = self.command("xdotool").args(arguments).output().expect("xdotool is installed");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn open(&self, team: Option<&Path>) -> Window<'_> {
        let mut command = self.command(env!("CARGO_BIN_EXE_sunwise"));
        command.args(team).stdout(Stdio::null()).stderr(Stdio::null());
        let program = command.spawn().map(Running).expect("the program starts");
        sleep(Duration::from_secs(4));
        let found = self.hand(&["search", "--name", "Sunwise"]);
        let id = found.split_whitespace().last().unwrap_or_default();
        self.hand(&["windowfocus", "--sync", id]);
        Window { session: self, program }
    }
}

struct Window<'a> {
    session: &'a Session,
    program: Running,
}

impl Window<'_> {
    /// Milliseconds of the processor that the program has had.
    fn spent(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.program.0.id())).expect("it runs");
        // Behind the name, which may hold blanks: the 14th and 15th fields of proc(5), in hundredths of a second.
        let behind = stat.rsplit_once(')').expect("a name in brackets").1;
        let fields: Vec<f64> = behind.split_whitespace().skip(11).take(2).flat_map(str::parse).collect();
        fields.iter().sum::<f64>() * 10.0
    }

    /// The cost of one of so many events.
    fn cost(&self, count: usize, rest: Duration, act: impl Fn(usize)) -> f64 {
        let before = self.spent();
        for number in 0..count {
            act(number);
            sleep(rest);
        }
        sleep(Duration::from_millis(500));
        (self.spent() - before) / count as f64
    }

    fn hand(&self, arguments: &[&str]) {
        self.session.hand(arguments);
    }
}

/// Prints the table; ends the program with 1 where something is far beyond what is wanted.
pub fn run() {
    let session = Session::new("1280x800x24");
    println!("milliseconds of the processor an event at 1280x800 (wanted: {NOTCH} a notch, {MOVE} a move or a key)");
    println!(
        "{:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "members", "team", "overlap", "meet", "handoff", "rota", "hire", "move", "key"
    );
    let mut worst = 0.0_f64;
    for count in [None, Some(60), Some(200)] {
        let team = count.map(|count| many(session.home.path(), count));
        let window = session.open(team.as_deref());
        let mut row = Vec::new();
        for place in ["ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6"] {
            window.hand(&["key", place]);
            sleep(Duration::from_secs(4));
            window.hand(&["mousemove", "800", "600"]);
            sleep(Duration::from_secs(1));
            let notch = window.cost(20, Duration::from_millis(200), |number| {
                window.hand(&["click", if number % 20 < 12 { "5" } else { "4" }]);
            });
            worst = worst.max(notch / NOTCH);
            row.push(notch);
        }
        window.hand(&["key", "ctrl+2"]);
        sleep(Duration::from_secs(2));
        let moved = window.cost(30, Duration::from_millis(100), |number| {
            window.hand(&["mousemove", &(700 + 10 * number).to_string(), "600"]);
        });
        let key = window.cost(20, Duration::from_millis(200), |_| window.hand(&["key", "Right"]));
        worst = worst.max(moved / MOVE).max(key / MOVE);
        row.extend([moved, key]);
        let cells: Vec<String> = row.iter().map(|cost| format!("{cost:>8.1}")).collect();
        println!("{:>8} {}", count.unwrap_or(8), cells.join(" "));
    }
    let at_rest = rest(&session);
    worst = worst.max(at_rest / REST);
    println!("a window with a focused field at rest: {:.2} % of a core (wanted: {} %)", at_rest * 100.0, REST * 100.0);
    assert!(worst <= FAR_BEYOND, "{worst:.1} times what is wanted");
}

/// The share of a core that a window takes whose field has a blinking caret.
fn rest(session: &Session) -> f64 {
    let window = session.open(None);
    window.hand(&["key", "ctrl+1"]);
    sleep(Duration::from_secs(1));
    window.hand(&["key", "Tab"]);
    sleep(Duration::from_secs(2));
    let (before, long) = (window.spent(), 20.0);
    sleep(Duration::from_secs_f64(long));
    (window.spent() - before) / (long * 1000.0)
}

/// A team of so many in a file: four patterns of hours, a meeting, a chain, a rota and an opening.
fn many(folder: &Path, count: usize) -> PathBuf {
    let zones = ["Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"];
    let path = folder.join(format!("{count}.ron"));
    let mut file = std::fs::File::create(&path).expect("a file");
    write!(file, "Team(version: 1, name: \"{count} people\", members: [").expect("it is written");
    for number in 0..count {
        let (zone, role) = (zones[number % 4], if number < 12 { "\"oncall\"" } else { "" });
        write!(
            file,
            "(name: \"Person {number}\", zone: \"{zone}\", hours: \"Mo-Fr 09:00-17:00\", flexible: \"Mo-Fr 07:00-21:00\", roles: [{role}]),"
        )
        .expect("it is written");
    }
    file.write_all(
        br#"], meetings: [(name: "Weekly", minutes: 45, every: Week, slots: 2, with: ["Person 0", "Person 1", "Person 2", "Person 3"])],
        chains: [(name: "Triage", role: "oncall")],
        rotas: [(name: "Pager", anchor: "Europe/Lisbon", start: "2027-01-04", weeks: 13, shifts: Weekly(at: "Mo 10:00"), tiers: 2, eligible: ["oncall"])],
        openings: [(name: "Engineer", hours: "Mo-Fr 09:00-17:00", shift: "1h", min_population: 500000, goal: Overlap)])"#,
    )
    .expect("it is written");
    path
}
