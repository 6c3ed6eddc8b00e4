//! The program `sunwise`: the command line, or the window when no verb is given.

use std::path::PathBuf;
use std::process::ExitCode;

use sunwise::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Asked::Window(team) => window(team),
        Asked::Done(code) => code,
    }
}

#[cfg(feature = "window")]
fn window(team: Option<PathBuf>) -> ExitCode {
    match sunwise::window::run(team) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::refuse(&format!("the window cannot be opened: {error}")),
    }
}

#[cfg(not(feature = "window"))]
fn window(_: Option<PathBuf>) -> ExitCode {
    cli::refuse("this Sunwise was built without its window; `sunwise help` lists what the command line does")
}
