//! What a rota can be saved as: a sheet over the place, with what stands in the way of each format.

use iced::widget::{Column, column, container, row};
use iced::{Center, Element, Fill};
use lucide_icons::Icon;

use super::view::sentence;
use super::{Message, Screen};
use crate::export::rota::{Asked, Cut, Write, files};
use crate::export::{CannotExport, Format, Formats, Part, RotaFormats};
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{space, style};
use crate::window::widget::{button, dialog, heading, label, muted, scroll, small, strong};

/// How wide the sheet is, in logical pixels.
const WIDTH: f32 = 860.0;

/// The sheet, while it is open.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sheet {
    /// How calendars are cut into files.
    pub cut: Cut,
}

/// The files of the shown plan in a format; nothing while there is no plan.
pub fn made(
    screen: &Screen,
    context: &Context,
    format: &Format<Write>,
    cut: Cut,
) -> Option<Result<Vec<Part>, CannotExport>> {
    let (sheet, rota) = screen.sheet().zip(context.team.rotas.get(screen.chosen))?;
    let asked = Asked { team: context.team, rota, plan: &sheet.plan, stamp: context.now };
    Some(files(&asked, format, cut))
}

/// The sheet as it is seen.
pub fn view<'a>(screen: &Screen, open: Sheet, context: &Context<'a>) -> Element<'a, Message> {
    let close = button::icon(Icon::X, "Close", Some(Message::Closed));
    let head = row![
        column![heading("Export the rota"), muted("Every format is written from the plan that is shown.")].width(Fill),
        close,
    ];
    let cuts = [(Cut::Whole, "One file"), (Cut::ByTier, "One a tier"), (Cut::ByMember, "One a person")];
    let cut = row![
        container(label("Calendars")).padding([0.0, space::M]),
        button::segmented(cuts, &open.cut, Message::CutInto)
    ];
    let of = |for_a_tool: bool| {
        let formats = RotaFormats::ALL.iter().filter(move |format| format.is_for_a_tool() == for_a_tool);
        Column::with_children(formats.map(|format| offer(screen, open, context, format))).spacing(space::XS)
    };
    let people = column![label("For people"), of(false), cut.spacing(space::M).align_y(Center)];
    let words = "A tier is a step of the escalation policy in all of them, so each tier is a file of its own.";
    let tools = column![label("For on-call tools"), of(true), container(small(words)).padding([0.0, space::M])];
    let lists = row![people.spacing(space::S).width(Fill), tools.spacing(space::S).width(Fill)].spacing(space::L);
    let content = column![head, scroll(lists)];
    let sheet = container(content.spacing(space::L));
    dialog::over(sheet.padding(space::XL).width(WIDTH).max_height(680.0).style(style::floating), Message::Closed)
}

/// A format with what it is good for, or why this rota cannot be written in it.
fn offer<'a>(
    screen: &Screen,
    open: Sheet,
    context: &Context<'a>,
    format: &'static Format<Write>,
) -> Element<'a, Message> {
    let refused = made(screen, context, format, open.cut).and_then(Result::err);
    let about = match &refused {
        None => small(format.about),
        Some(error) => small(sentence(&error.to_string())).style(style::toned(Tone::Warn)),
    };
    let press = refused.is_none().then_some(Message::Exported(format));
    button::choice(column![strong(format.name), about], false).on_press_maybe(press).into()
}
