//! What was understood of a pasted list, line by line, before it is taken.

use iced::Fill;
use iced::widget::{Column, column, container};
use lucide_icons::Icon;

use super::Message;
use super::pasted::Line;
use crate::window::screen::Context;
use crate::window::theme::space;
use crate::window::theme::style::{self, Tone};
use crate::window::widget::{Panel, body, button, muted, small, strong};
use crate::words;

/// The preview as a panel.
pub fn view<'a>(lines: &'a [Line], context: &Context) -> Panel<'a, Message> {
    let people = lines.iter().filter(|line| line.found.is_ok()).count();
    let shown = lines.iter().map(|line| match &line.found {
        Ok(member) => {
            let hours = words::hours(&member.hours, context.clock);
            let about = format!("{} · {hours}", member.home.short_name());
            column![strong(member.name.as_str()), small(about), member.email.as_deref().map(small)].into()
        }
        Err(why) => column![body(line.text.as_str()), small(why.as_str()).style(style::toned(Tone::Bad))].into(),
    });
    let act = if people == 1 { "Add this person" } else { "Add these people" };
    let add = button::primary(Some(Icon::UserPlus), act);
    let add = add.on_press_maybe((people > 0).then_some(Message::PasteTaken));
    let none = lines.is_empty().then(|| {
        muted("Copy a list first, a person a line: a name, a comma and a city, such as Rui Alves, Lisbon. Rows of a spreadsheet will do, too.")
    });
    let wrong = lines.len() - people;
    let left =
        (wrong > 0).then(|| small(format!("{} not understood and left out.", words::amount::count(wrong, "line"))));
    let list = Column::with_children(shown).spacing(space::M);
    let form = column![none, container(add).align_right(Fill), left, list].spacing(space::L);
    Panel::new("Pasted list", form, Message::PasteClosed)
}
