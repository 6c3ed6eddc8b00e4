//! What the figures do not say: that no minute is lost, what another program would make of it, and rules of the trade.

use iced::widget::{Column, Row, column, row};
use iced::{Fill, Shrink};
use lucide_icons::Icon;

use super::planned::Planned;
use super::{Message, State};
use crate::plan::rota::trade::Preset;
use crate::window::renderer::Element;
use crate::window::screen::Context;
use crate::window::theme::style::{self, Tone};
use crate::window::theme::{size, space};
use crate::window::widget::{body, button, card, chip, muted, section, small, strong};
use crate::words::quality as words;
use crate::words::rota::{change, duties, exchange};

/// How many broken rules are listed one by one.
const LISTED: usize = 6;

/// Both, as sections side by side.
pub fn view<'a>(state: &'a State, planned: &'a Planned, context: &Context) -> Element<'a, Message> {
    let mend = state.to_mend.iter().map(|line| strong(line.as_str()).into());
    let lines = mend.chain(planned.quality.iter().map(|line| body(line.as_str()).into()));
    let about = "A score that only counts hours rewards rotas that wear the same people out".to_owned();
    let seen = section("Quality", about, None, card(Column::with_children(lines).spacing(space::S)).width(Fill));
    row![column![seen].width(Fill), column![trade(state, planned, context)].width(Fill)].spacing(space::XL).into()
}

/// What changed since the rota was published, or else from the plan that was shown before.
pub fn changes<'a>(planned: &Planned, is_published: bool, context: &Context) -> Option<Element<'a, Message>> {
    let changed = planned.changed.as_ref()?;
    let count = changed.changes.len();
    let about = match count {
        0 => "Nothing: every duty is held as it was.".to_owned(),
        count => format!("{}; what has begun stays as it was", duties(count)),
    };
    let lines = changed
        .changes
        .iter()
        .take(LISTED)
        .map(|one| body(change(&planned.plan, one, planned.anchor, context.clock)).into());
    let more = (count > LISTED).then(|| small(format!("and {} more", count - LISTED)));
    let people = changed.members.iter().map(|(name, own)| small(format!("{name}: {}", exchange(*own))).into());
    let lists = column![Column::with_children(lines).spacing(space::XS), more, Column::with_children(people)];
    let content = (count > 0).then(|| card(lists.spacing(space::M)).width(Fill));
    let heading = if is_published { "Changed since it was published" } else { "Changed from the plan before" };
    Some(section(heading, about, None, column![content]))
}

/// The rules of the trade, to be switched on and off.
fn trade<'a>(state: &State, planned: &'a Planned, context: &Context) -> Element<'a, Message> {
    let on = |preset: Preset| state.trade.contains(&preset);
    let switches = Preset::ALL.map(|preset| {
        let mark = crate::window::widget::icon(if on(preset) { Icon::Check } else { Icon::Plus }).size(size::SMALL);
        let words = row![mark, body(preset.name())].spacing(space::XS).align_y(iced::Center);
        button::choice(words, on(preset))
            .width(Shrink)
            .padding([space::XS, space::S])
            .on_press(Message::Preset(preset))
            .into()
    });
    let switches = Row::with_children(switches).spacing(space::XS).wrap().vertical_spacing(space::XS);
    let shown = planned.trade.iter().filter(|(preset, _)| on(*preset)).map(|(preset, broken)| {
        let head = match broken.len() {
            0 => chip(format!("{}: kept", preset.name()), Tone::Good),
            count => chip(format!("{}: broken {count} times", preset.name()), Tone::Bad),
        };
        let lines = broken.iter().take(LISTED).map(|one| {
            let line = words::violation(&planned.plan, one, planned.anchor, context.clock);
            small(line).style(style::toned(Tone::Plain)).into()
        });
        let more = (broken.len() > LISTED).then(|| small(format!("and {} more", broken.len() - LISTED)));
        column![head, Column::with_children(lines), more].spacing(space::XS).into()
    });
    let none = state.trade.is_empty().then(|| muted("Switch a rule on to see who breaks it, and when."));
    let content = column![switches, none, Column::with_children(shown).spacing(space::M)].spacing(space::M);
    let about = "Checked on the finished rota; the rota's own rules are under Settings. Not legal advice".to_owned();
    section("Rules of the trade", about, None, card(content).width(Fill))
}
