//! The only room that touches files. It knows nothing of what is in them.

mod config;
mod folder;
mod kept;
mod patience;
mod read;
mod recovery;
mod turns;
#[cfg(feature = "window")]
mod watch;
mod write;
mod zoneinfo;

pub use config::{Config, Keeping};
pub use folder::read_named;
pub use kept::{Kept, keep_new, kept, rotas_folder};
pub use patience::{NoAnswer, begin, within};
pub use read::{ReadError, Unreadable, can_read, is_there, read_bytes, read_file};
pub use recovery::{CopyTurn, Left, Recovery, Unsaved, left};
#[cfg(feature = "window")]
pub use watch::{Watch, watch};
pub use write::{WriteError, beside, write_atomic};
pub use zoneinfo::system_tz_release;
