//! How the face is seen: the matrix with the chosen pair beside it, what hangs on whom, and the list of large teams.

use iced::widget::{column, container, responsive, row};
use iced::{Fill, FillPortion};
use lucide_icons::Icon;

use super::detail::bridges;
use super::{Message, PairTable, State};
use crate::picture::Id;
use crate::picture::matrix::{self, PAIR};
use crate::window::renderer::Element;
use crate::window::theme::space;
use crate::window::theme::style::Tone;
use crate::window::widget::{
    Column, Drawing, Field, Table, body, busy, button, card, chip, muted, notice, section, strong,
};
use crate::words::{amount, lost};

/// How many pairs are listed at first.
const FIRST: usize = 8;
/// The chosen pair stands beside the matrix where it has this room, and the matrix so much for its names and each member.
const BESIDE: f32 = 400.0;
const NAMES: f32 = 190.0;
const EACH: f32 = 46.0;
/// It is never wider beside the matrix.
const WIDEST: f32 = 520.0;

/// The face as it is seen.
pub fn face(state: &State) -> Element<'_, Message> {
    if let Some(failed) = state.found.failed() {
        return notice::banner(Tone::Bad, failed.to_string(), None);
    }
    let Some(found) = state.found.get() else {
        return card(busy("Looking at every pair…")).width(Fill).into();
    };
    if found.pairs.count() == 0 {
        let words = "Choose two members or more to see what each pair of them shares.";
        return card(muted(words)).width(Fill).into();
    }
    let bridges = bridges(found).map(|words| notice::banner(Tone::Warn, words, None));
    let list = (!found.has_matrix()).then(|| list(state, found));
    let pairs = found.has_matrix().then(|| square(state, found));
    let chosen = (!found.has_matrix()).then(|| chosen(state, found)).flatten();
    column![bridges, pairs, list, chosen, losses(found)].spacing(space::XL).into()
}

/// The matrix, with the chosen pair at its side if there is room.
fn square<'a>(state: &'a State, found: &'a PairTable) -> Element<'a, Message> {
    let drawing = || {
        let selected = state.detail.as_ref().map(|detail| Id::new(PAIR, detail.places.0, detail.places.1));
        let drawing = Drawing::new(state.found.number(), |width| matrix::draw(&found.matrix, width))
            .selected(selected)
            .on_press(|hit| Message::Pressed(hit.id));
        let target = format!("under the target of {}", amount::duration(found.target));
        let legend = Drawing::new((state.found.number(), "legend"), matrix::legend(target));
        card(column![container(drawing).id("overlap-matrix"), legend].spacing(space::L)).width(Fill)
    };
    let square = NAMES + EACH * found.pairs.members.len() as f32;
    let content = responsive(move |room| {
        let chosen = chosen(state, found);
        if room.width < square + BESIDE {
            column![drawing(), chosen].spacing(space::L).into()
        } else {
            let chosen = container(chosen).width((room.width - square).clamp(BESIDE, WIDEST));
            row![drawing(), chosen].spacing(space::L).into()
        }
    })
    .height(iced::Shrink);
    section("What every two share", about(found), None, content)
}

/// How many pairs are under the target.
fn about(found: &PairTable) -> String {
    let daily = amount::duration(found.target);
    match found.pairs.count_under_target() {
        0 => format!("Every pair shares at least {daily} a workday, in every season"),
        under => format!(
            "{under} of {} share less than {daily} a workday in their worst season",
            amount::count(found.pairs.count(), "pair")
        ),
    }
}

/// The chosen pair.
fn chosen<'a>(state: &'a State, found: &'a PairTable) -> Option<Element<'a, Message>> {
    let detail = state.detail.as_ref()?;
    let typed = state.work.clone().unwrap_or_else(|| amount::duration(found.work));
    let work = Field::new("An answer takes", typed)
        .id("overlap-work")
        .placeholder("30 min")
        .width(200.0)
        .error(state.work().err())
        .on_input(Message::Work);
    Some(card(detail.view(found, work.into())).width(Fill).into())
}

/// The pairs of a large team, the smallest first.
fn list<'a>(state: &'a State, found: &'a PairTable) -> Element<'a, Message> {
    let shown = if state.all { MOST } else { FIRST };
    let mut table = Table::new([
        Column::new("Pair", FillPortion(6)),
        Column::new("Mean a week", FillPortion(3)).right(),
        Column::new("Worst week", FillPortion(3)).right(),
        Column::new("", FillPortion(4)),
    ]);
    for pair in found.alike.iter().take(shown) {
        let mark = pair.under.then(|| chip(format!("under {} a day", amount::duration(found.target)), Tone::Warn));
        let cells: [Element<'a, Message>; 4] = [
            body(pair.words.as_str()).into(),
            body(amount::duration(pair.mean)).into(),
            body(amount::duration(pair.worst)).into(),
            container(mark).into(),
        ];
        let is_chosen = state.detail.as_ref().is_some_and(|detail| detail.places == pair.first);
        table = table.choice(cells, is_chosen, Message::Chosen(pair.first.0, pair.first.1));
    }
    let more = (found.alike.len() > FIRST).then(|| {
        let (icon, words) =
            if state.all { (Icon::ChevronUp, "Only the smallest") } else { (Icon::ChevronDown, "More pairs") };
        Element::from(button::quiet(Some(icon), words).on_press(Message::All(!state.all)))
    });
    section("What every two share", about(found), more, card(table).padding(space::S).width(Fill))
}

/// No list is longer: nobody reads on.
const MOST: usize = 400;

/// What becomes of the team without each member.
fn losses(found: &PairTable) -> Element<'_, Message> {
    let names = &found.pairs.members;
    let mut table = Table::new([Column::new("Without", FillPortion(2)), Column::new("What changes", FillPortion(9))]);
    for &member in found.without.iter().take(MOST) {
        let words = lost::line(&found.losses, member, names);
        let cells: [Element<'_, Message>; 2] = [strong(names[member].as_str()).into(), body(capital(&words)).into()];
        table = table.row(cells);
    }
    let about = "What is lost, and what the others win, if somebody leaves or is on leave".to_owned();
    section("What hangs on whom", about, None, card(table).padding(space::S).width(Fill))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
