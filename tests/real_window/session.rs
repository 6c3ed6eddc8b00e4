//! The program as a user has it: on a screen of its own, with keys and a pointer.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::screen::Screen;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(150);
const PAUSE: Duration = Duration::from_millis(100);

/// Ends a process when the test does, however it does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen, and a home in a folder of its own.
pub struct Session {
    folder: tempfile::TempDir,
    display: String,
    xdotool: PathBuf,
    _server: Running,
}

/// The program on that screen.
pub struct Window<'s> {
    session: &'s Session,
    program: Running,
}

/// A program that a test of the real window needs; none where it may be left out, which is said.
pub fn needed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    if found.is_none() {
        assert!(std::env::var_os("SUNWISE_NEEDS_XVFB").is_none(), "{program} is needed here and is not in the PATH");
        eprintln!("no {program} here: the real window is not tried");
    }
    found
}

impl Session {
    /// A new screen; none where there is no Xvfb or xdotool.
    pub fn new() -> Option<Self> {
        let (xvfb, xdotool) = (needed("Xvfb")?, needed("xdotool")?);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut server = Command::new(xvfb)
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map(Running)
            .expect("Xvfb starts");
        let mut display = String::new();
        let stdout = server.0.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut display).expect("Xvfb names its display");
        Some(Self { folder, display: format!(":{}", display.trim()), xdotool, _server: server })
    }

    /// A path in the session's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Starts the program on a file, with more of its environment.
    pub fn start(&self, file: &Path, environment: &[(&str, &Path)]) -> Window<'_> {
        let program = Command::new(env!("CARGO_BIN_EXE_sunwise"))
            .arg(file)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_STATE_HOME", self.path("state"))
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(self.path("log")).expect("a log"))
            .spawn()
            .map(Running)
            .expect("the program starts");
        Window { session: self, program }
    }

    /// What the screen shows now.
    pub fn screen(&self) -> Option<Screen> {
        Screen::read(&self.path("Xvfb_screen0"))
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let said = Command::new(&self.xdotool).args(arguments).env("DISPLAY", &self.display).output();
        String::from_utf8_lossy(&said.expect("xdotool runs").stdout).trim().to_owned()
    }

    /// What the window is called, once there is one.
    pub fn title(&self) -> String {
        self.window().map(|window| self.xdotool(&["getwindowname", &window])).unwrap_or_default()
    }

    /// Presses keys, or types text: arguments of xdotool. Nothing has the focus before, as there is no window manager.
    pub fn keys(&self, arguments: &[&str]) {
        let Some(window) = self.window() else { return };
        self.xdotool(&["windowfocus", &window]);
        std::thread::sleep(PAUSE);
        self.xdotool(arguments);
    }

    /// Presses a place on the screen.
    pub fn press(&self, x: usize, y: usize) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    }

    /// The number of the window, once there is one.
    fn window(&self) -> Option<String> {
        self.xdotool(&["search", "--onlyvisible", "--name", "Sunwise"]).lines().next().map(str::to_owned)
    }
}

impl Window<'_> {
    /// Waits until something is so.
    pub fn wait(&mut self, what: &str, mut is_so: impl FnMut(&Session) -> bool) {
        let started = Instant::now();
        while !is_so(self.session) {
            let said = || std::fs::read_to_string(self.session.path("log")).unwrap_or_default();
            if let Ok(Some(status)) = self.program.0.try_wait() {
                panic!("{what}: the program ended with {status}: {}", said());
            }
            assert!(started.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}; {}", said());
            std::thread::sleep(PAUSE);
        }
    }

    /// Waits until the window is called this.
    pub fn wait_for_title(&mut self, title: &str) {
        self.wait(&format!("the title {title:?}"), |session| session.title() == title);
    }

    /// Waits until there is something on the screen.
    pub fn wait_for_picture(&mut self) {
        // Anti-aliased text alone makes dozens of colours; a blank window has one or two, and one of them everywhere.
        self.wait("something is drawn", |session| {
            session.screen().is_some_and(|screen| {
                let (colours, most) = screen.colours();
                colours >= 40 && most < screen.width * screen.height * 95 / 100
            })
        });
    }

    /// Presses keys, as [`Session::keys`].
    pub fn keys(&self, arguments: &[&str]) {
        self.session.keys(arguments);
    }

    /// Presses the primary button of a dialog, once there is one.
    pub fn press_primary(&mut self) {
        let mut place = None;
        self.wait("a dialog with a primary button", |session| {
            place = session.screen().and_then(|screen| screen.primary_button());
            place.is_some()
        });
        let (x, y) = place.expect("it was found");
        self.session.press(x, y);
    }

    /// Ends it as a loss of power does.
    pub fn kill(self) {
        drop(self);
    }

    /// Waits until it has ended by itself.
    pub fn ended(mut self) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.program.0.try_wait().expect("a process") {
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "it has not ended within {PATIENCE:?}");
            std::thread::sleep(PAUSE);
        }
    }
}
