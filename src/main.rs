//! The program `sunwise`: the command line, or the window when no verb is given.

use std::path::PathBuf;
use std::process::ExitCode;

use sunwise::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), drawn_by) {
        Asked::Window(team) => window(team),
        Asked::Done(code) => code,
    }
}

#[cfg(feature = "window")]
fn window(team: Option<PathBuf>) -> ExitCode {
    if !has_display() {
        return cli::refuse(
            "there is no display to open the window on; `sunwise help` lists what the command line does",
        );
    }
    match sunwise::window::run(team) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::refuse(&format!("the window cannot be opened: {error}")),
    }
}

/// Whether a session of X11 or Wayland is named; without one the window's toolkit would panic. Other systems always have one.
#[cfg(feature = "window")]
fn has_display() -> bool {
    let is_named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_name = cfg!(all(unix, not(target_os = "macos")));
    !needs_name || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_named)
}

/// What draws the window on this machine.
fn drawn_by() -> String {
    #[cfg(feature = "window")]
    return sunwise::window::renderer::drawn_by();
    #[cfg(not(feature = "window"))]
    "nothing: built without the window".to_owned()
}

#[cfg(not(feature = "window"))]
fn window(_: Option<PathBuf>) -> ExitCode {
    cli::refuse("this Sunwise was built without its window; `sunwise help` lists what the command line does")
}
