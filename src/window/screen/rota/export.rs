//! What a rota can be saved as: a sheet over the place, with what stands in the way of each format.

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};
use lucide_icons::Icon;

use super::Message;
use super::view::sentence;
use crate::export::rota::{Asked, Cut, Write, files};
use crate::export::{CannotExport, Format, Formats, Part, RotaFormats};
use crate::team::Rota;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::Tone;
use crate::window::theme::{space, style};
use crate::window::widget::{button, dialog, heading, label, muted, scroll, small, strong};

/// How wide the sheet is, in logical pixels.
const WIDTH: f32 = 860.0;

/// The sheet, while it is open.
#[derive(Debug, Clone, Default)]
pub struct Exporting {
    /// How calendars are cut into files.
    pub cut: Cut,
    /// Every format, and what stands in its way; nothing while there is no plan of the team as it is.
    pub offers: Vec<Offer>,
}

/// A format that the shown plan can be saved in, or why it cannot.
#[derive(Debug, Clone)]
pub struct Offer {
    format: &'static Format<Write>,
    refused: Option<CannotExport>,
}

/// The files of a plan in a format.
///
/// # Errors
/// Why it cannot be written in this format.
pub fn made(
    context: &Context,
    rota: &Rota,
    planned: &super::Planned,
    format: &Format<Write>,
    cut: Cut,
) -> Result<Vec<Part>, CannotExport> {
    let asked = Asked { team: context.team, rota, plan: &planned.plan, stamp: context.now };
    files(&asked, format, cut)
}

/// Every format, and what stands in its way.
pub fn offers(context: &Context, rota: &Rota, planned: &super::Planned, cut: Cut) -> Vec<Offer> {
    let offer = |format| Offer { format, refused: made(context, rota, planned, format, cut).err() };
    RotaFormats::ALL.iter().map(offer).collect()
}

/// The sheet as it is seen.
pub fn view(open: &Exporting) -> Element<'_, Message> {
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
        let offers = open.offers.iter().filter(move |offer| offer.format.is_for_a_tool() == for_a_tool);
        Column::with_children(offers.map(offer)).spacing(space::XS)
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
fn offer(Offer { format, refused }: &Offer) -> Element<'_, Message> {
    let about = match refused {
        None => small(format.about),
        Some(error) => small(sentence(&error.to_string())).style(style::toned(Tone::Warn)),
    };
    let press = refused.is_none().then_some(Message::Exported(format));
    button::choice(column![strong(format.name), about], false).on_press_maybe(press).into()
}
