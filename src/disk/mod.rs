//! The only room that touches files. It knows nothing of what is in them.

mod config;
mod folder;
mod kept;
mod read;
mod recovery;
mod write;
mod zoneinfo;

pub use config::Config;
pub use folder::read_named;
pub use kept::{keep, kept, rotas_folder};
pub use read::{ReadError, Unreadable, read_bytes};
pub use recovery::{Left, Recovery, Unsaved};
pub use write::{WriteError, beside, write_atomic};
pub use zoneinfo::system_tz_release;
