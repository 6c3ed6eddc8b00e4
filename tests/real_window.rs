//! The real window under Xvfb, when one is there: it opens, and it is not blank.

#![expect(clippy::disallowed_methods, reason = "a test reads what the screen shows")]

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ends a process when the test does, however it does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn in_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The screen of an Xvfb with `-fbdir`: an XWD file. How often each colour is on it.
fn colours(screen: &Path) -> Option<HashMap<[u8; 3], usize>> {
    let bytes = std::fs::read(screen).ok()?;
    let word = |index: usize| {
        let four = bytes.get(index * 4..index * 4 + 4)?;
        Some(u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize)
    };
    // Fields of XWDFile.h by their place in the header.
    let (header, width, height, line, palette) = (word(0)?, word(4)?, word(5)?, word(12)?, word(19)?);
    let pixels = bytes.get(header + palette * 12..)?;
    let mut counts = HashMap::new();
    for row in pixels.chunks(line).take(height) {
        for pixel in row.chunks_exact(4).take(width) {
            *counts.entry([pixel[0], pixel[1], pixel[2]]).or_insert(0) += 1;
        }
    }
    Some(counts)
}

#[test]
fn the_real_window_opens_and_is_not_blank() {
    let Some(xvfb) = in_path("Xvfb") else {
        assert!(std::env::var_os("SUNWISE_NEEDS_XVFB").is_none(), "Xvfb is needed here and is not in the PATH");
        eprintln!("no Xvfb here: the real window is not tried");
        return;
    };
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

    let log = folder.path().join("log");
    let mut window = Command::new(env!("CARGO_BIN_EXE_sunwise"))
        .env("DISPLAY", format!(":{}", display.trim()))
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env("HOME", folder.path())
        .env("XDG_CONFIG_HOME", folder.path().join("config"))
        .env("XDG_DATA_HOME", folder.path().join("data"))
        .env("XDG_STATE_HOME", folder.path().join("state"))
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).expect("a log"))
        .spawn()
        .map(Running)
        .expect("the program starts");

    let screen = folder.path().join("Xvfb_screen0");
    let started = Instant::now();
    loop {
        let seen = colours(&screen).unwrap_or_default();
        let most = seen.values().max().copied().unwrap_or(0);
        // Anti-aliased text alone makes dozens of colours; a blank window has one or two, and one of them everywhere.
        if seen.len() >= 40 && most < 1280 * 800 * 95 / 100 {
            break;
        }
        let said = || std::fs::read_to_string(&log).unwrap_or_default();
        if let Ok(Some(status)) = window.0.try_wait() {
            panic!("the program ended with {status}: {}", said());
        }
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "blank after a minute: {} colours; {}",
            seen.len(),
            said()
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}
