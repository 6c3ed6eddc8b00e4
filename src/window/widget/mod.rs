//! The parts that screens are made of, in the look of [`crate::window::theme`].
//!
//! | for | take |
//! | --- | --- |
//! | writing | [`title`], [`heading`], [`body`], [`strong`], [`small`], [`display`], [`icon`] |
//! | acts | [`button::primary`], [`button::secondary`], [`button::quiet`], [`button::danger`], [`button::icon`] |
//! | choices | [`button::segmented`], [`button::choice`], [`chip`] |
//! | typing | [`Field`], [`Input`], [`picker::Picker`] |
//! | sheets | [`page`], [`panes`], [`card`], [`section`], [`stat`], [`empty`], [`Table`] |
//! | a place that answers | [`place`], [`question()`], [`answer`], [`Panel`] |
//! | messages | [`notice::banner`], [`notice::toast`], [`dialog::modal`], [`busy()`] |
//! | pictures | [`Drawing`], [`member()`] |

mod beside;
mod busy;
pub mod button;
pub mod dialog;
mod drawing;
mod field;
mod history;
mod input;
mod member;
pub mod notice;
pub mod picker;
mod press;
mod question;
mod sheet;
mod stage;
mod table;
mod text;

pub use busy::{Busy, busy};
pub use drawing::{Drawing, Hit, Zoom};
pub use field::Field;
pub use input::Input;
pub use member::member;
pub use press::{Button, press};
pub use question::{Panel, Part, answer, place, question};
pub use sheet::{WIDEST, card, chip, empty, page, page_top, panes, scroll, section, stat};
pub use stage::Stage;
pub use table::{Column, Table};
pub use text::{body, display, heading, icon, label, muted, small, strong, title};
