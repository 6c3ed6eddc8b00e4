//! The window: a rail with six screens, drawn with iced.
//!
//! - [`theme`] is the design system, [`widget`] the parts made in it;
//! - [`screen`] holds the screens, one file each; its page says how to add one;
//! - [`command`] is the one table of what keys and buttons can ask for;
//! - `document` is the open team with its history, [`mod@file`] the life of its file, [`example`] the teams to begin from, [`answer`] asks questions and runs the plans that answer them off the window's thread, `off_thread` does the same with work on the disk;
//! - `form` is a thing as it is typed, by one table of its fields, [`drafts`] what of all forms is in no team yet, `shown` which of several things is shown, [`supposed`] who is only supposed;
//! - [`preferences`] are what the user likes wherever they are;
//! - `app` ties them together.

pub mod answer;
mod app;
pub mod command;
mod document;
pub mod drafts;
pub mod example;
pub mod file;
mod finder;
mod first;
mod form;
mod heard;
mod help;
mod minute;
mod off_thread;
mod place;
pub mod preferences;
mod rail;
pub mod renderer;
mod revision;
pub mod screen;
mod shown;
pub mod supposed;
pub mod theme;
mod toast;
mod view;
pub mod widget;

pub use app::{App, Message};
pub use document::Document;
pub use heard::heard;
pub use revision::{Edition, Revision};
pub use toast::Stay;

use std::path::PathBuf;

use iced::window::Settings;
use iced::{Size, application};

use crate::time::{Instant, Zone};

/// The size of the window at first.
const SIZE: Size = Size::new(1280.0, 800.0);
/// The smallest that it can be made.
const LEAST: Size = Size::new(880.0, 560.0);

/// Opens the window with the team in `path`, or with the example, and returns when it is closed.
///
/// # Errors
///
/// When no window can be opened: no display, or a library of the display system that is missing.
pub fn run(path: Option<PathBuf>) -> iced::Result {
    let boot = move || App::start(path.clone(), now(), local_zone());
    application(boot, App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale)
        .subscription(App::subscription)
        .settings(settings())
        .window(Settings { size: SIZE, min_size: Some(LEAST), exit_on_close_request: false, ..Settings::default() })
        .run()
}

/// The settings that the program and its tests share: fonts and sizes.
pub fn settings() -> iced::Settings {
    iced::Settings {
        id: Some("sunwise".to_owned()),
        fonts: theme::fonts(),
        default_font: theme::UI,
        default_text_size: theme::size::BODY.into(),
        antialiasing: true,
        ..iced::Settings::default()
    }
}

/// The present moment.
#[allow(clippy::disallowed_methods, reason = "the window is one of the rooms that read the clock")]
fn now() -> Instant {
    Instant::from_moment(chrono::Utc::now())
}

/// The zone of the machine, or UTC where it has none that is known.
fn local_zone() -> Zone {
    iana_time_zone::get_timezone().ok().and_then(|name| Zone::named(&name).ok()).unwrap_or(Zone::UTC)
}
