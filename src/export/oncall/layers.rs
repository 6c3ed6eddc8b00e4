//! Layers of PagerDuty for Terraform. Layers can only say people who take turns in a fixed order. Most fair rotas are none, and then overrides are right.

use std::fmt::Write;

use super::duties::duties;
use crate::export::address::Address;
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Shifts, Team};
use crate::time::{Minutes, Span, TimeOfDay, Zone};
use crate::words::rota::tier;

const DAY: i64 = 86_400;

/// People who take turns in a fixed order, in a daily window or around the clock.
struct Layer<'a> {
    name: String,
    /// The whole time that it holds.
    span: Span,
    turn_seconds: i64,
    users: Vec<&'a str>,
    /// Local start and length of the daily window, unless it is the whole day.
    window: Option<(TimeOfDay, Minutes)>,
}

/// A tier as a `pagerduty_schedule` of Terraform's provider (its layers of 2012, not the shift-based schedules), with the
/// members' handles as user ids.
///
/// # Errors
/// When the tier is no pure cycle, in words.
pub fn terraform(team: &Team, rota: &Rota, plan: &RotaPlan, number: usize) -> Result<String, String> {
    let held: Vec<(Span, &str)> = duties(team, plan, number, Address::Handle).collect();
    let name = format!("{}, {}", plan.name, tier(number).to_lowercase());
    if held.len() < plan.rows.len() {
        return Err(format!("`{name}` has duties that nobody holds, so that it is no cycle"));
    }
    let (times, days) = match &rota.shifts {
        Shifts::Weekly(_) => (Vec::new(), 7),
        Shifts::Daily(times) => (times.clone(), 1),
        Shifts::Blocks(times) => (times.clone(), 7),
        Shifts::SunWise(_) => {
            return Err(format!("`{name}` changes hands at times that move with the sun, which layers cannot say"));
        }
    };
    let pieces = if matches!(rota.shifts, Shifts::Blocks(_)) { 7 } else { 1 };
    let slots = times.len().max(1);
    let layers = (0..slots).map(|slot| {
        let own: Vec<(Span, &str)> = held.iter().skip(slot).step_by(slots).copied().collect();
        let holders: Vec<&str> = own.iter().step_by(pieces).map(|&(_, user)| user).collect();
        let users = cycle(&holders).ok_or_else(|| {
            format!("`{name}` is no pure cycle: its people do not take turns in a fixed order that repeats")
        })?;
        let window = (slots > 1).then(|| (times[slot], length(&times, slot)));
        let span = Span { start: own[0].0.start, end: own[own.len() - 1].0.end };
        let name = window.map_or_else(|| "Around the clock".to_owned(), |(start, _)| format!("From {start}"));
        Ok(Layer { name, span, turn_seconds: days * DAY, users, window })
    });
    let layers: Vec<Layer> = layers.collect::<Result<_, String>>()?;
    Ok(schedule(team, rota, &name, &layers))
}

/// The shortest order of distinct people that repeats, at least once, to give the sequence.
fn cycle<'a>(holders: &[&'a str]) -> Option<Vec<&'a str>> {
    let first = *holders.first()?;
    let again = holders.iter().skip(1).position(|&holder| holder == first)? + 1;
    let order = &holders[..again];
    let is_distinct = (1..again).all(|at| !order[..at].contains(&order[at]));
    let repeats = holders.iter().zip(order.iter().cycle()).all(|(holder, expected)| holder == expected);
    (is_distinct && repeats).then(|| order.to_vec())
}

/// From one of the day's times to the next.
fn length(times: &[TimeOfDay], slot: usize) -> Minutes {
    let minute = |time: TimeOfDay| i64::from(time.minutes());
    let next = times.get(slot + 1).map_or_else(|| minute(times[0]) + Minutes::DAY.0, |&time| minute(time));
    Minutes(next - minute(times[slot]))
}

fn schedule(team: &Team, rota: &Rota, name: &str, layers: &[Layer]) -> String {
    let identifier: String =
        name.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    // A name in HCL does not begin with a digit.
    let mut text = format!("resource \"pagerduty_schedule\" \"rota_{identifier}\" {{\n");
    let zone = if rota.anchor == Zone::UTC { "Etc/UTC" } else { rota.anchor.name() };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "  name        = {}", quoted(&format!("{}: {name}", team.name)));
    let _ = writeln!(text, "  time_zone   = {}", quoted(zone));
    let _ = writeln!(text, "  description = {}", quoted("Planned by Sunwise"));
    // The last layer wins where several hold; these never meet.
    for layer in layers {
        let _ = write!(text, "{}", written(layer, rota.anchor));
    }
    text.push_str("}\n");
    text
}

fn written(layer: &Layer, anchor: Zone) -> String {
    let local = |at| format!("{}{}", anchor.local(at).format("%Y-%m-%dT%H:%M:%S"), anchor.offset_at(at));
    let users: Vec<String> = layer.users.iter().map(|user| quoted(user)).collect();
    let restriction = layer.window.map_or_else(String::new, |(start, length)| {
        let seconds = length.0 * 60;
        format!(
            "\n    restriction {{\n      type              = \"daily_restriction\"\n      \
             start_time_of_day = \"{start}:00\"\n      duration_seconds  = {seconds}\n    }}\n"
        )
    });
    format!(
        "\n  layer {{\n    name                         = {}\n    start                        = {}\n    \
         end                          = {}\n    rotation_virtual_start       = {}\n    \
         rotation_turn_length_seconds = {}\n    users                        = [{}]\n{restriction}  }}\n",
        quoted(&layer.name),
        quoted(&local(layer.span.start)),
        quoted(&local(layer.span.end)),
        quoted(&local(layer.span.start)),
        layer.turn_seconds,
        users.join(", "),
    )
}

/// A text as a string of HCL, without its templates.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "$${").replace("%{", "%%{");
    format!("\"{}\"", escaped.replace(['\n', '\r', '\t'], " "))
}
