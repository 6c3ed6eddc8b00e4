use std::collections::BTreeMap;

use super::decoder::Decoder;
use super::fields::{Fields, Kind};
use super::name::Taken;
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::{Node, Value};
use crate::team::{Order, Rota, Shifts, Tiers, WeeklyBoundary};
use crate::time::TimeOfDay;
use crate::time::hours::day_named;

static ROTA: Kind = Kind {
    name: "Rota",
    said: "a rota",
    fields: &[
        "name",
        "anchor",
        "start",
        "weeks",
        "shifts",
        "tiers",
        "eligible",
        "order",
        "rest",
        "max_shifts_per_7_days",
        "max_weeks_in_a_row",
        "pins",
        "carried",
    ],
};
/// A kind of shifts, and how it is written.
struct ShiftKind {
    group: Kind,
    example: &'static str,
}

const fn shift_kind(
    name: &'static str,
    said: &'static str,
    fields: &'static [&'static str],
    example: &'static str,
) -> ShiftKind {
    ShiftKind { group: Kind { name, said, fields }, example }
}

static WEEKLY: ShiftKind = shift_kind("Weekly", "`Weekly`", &["at"], "Weekly(at: \"Mo 10:00\")");
static DAILY: ShiftKind = shift_kind("Daily", "`Daily`", &["at"], "Daily(at: [\"06:00\", \"18:00\"])");
static BLOCKS: ShiftKind = shift_kind("Blocks", "`Blocks`", &["at"], "Blocks(at: [\"06:00\", \"18:00\"])");
static SUN_WISE: ShiftKind = shift_kind("SunWise", "`SunWise`", &["legs"], "SunWise(legs: 3)");

/// Legs of a chain, at most.
const MOST_LEGS: u32 = 8;
/// Tiers of a shift, at most.
const MOST_TIERS: u32 = 3;
/// Boundaries of a day, at most.
const MOST_BOUNDARIES: usize = 24;
/// Points that a member brings along, at most.
const MOST_CARRIED: f64 = 1_000_000.0;

impl Decoder<'_> {
    pub(super) fn rota(&mut self, node: &Node, taken: &mut Taken) -> Option<Rota> {
        let fields = self.fields(node, &ROTA)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let anchor = self.required(&fields, "anchor", Self::zone);
        let start = self.required(&fields, "start", Self::date);
        let weeks = self.required(&fields, "weeks", Self::weeks);
        // The first boundary may come up to a week after the start.
        self.check_horizon(&fields, "start", start, weeks.map_or(0, |weeks| u64::from(weeks) + 1));
        let shifts = self.required(&fields, "shifts", Self::shifts);
        let tiers = self
            .optional(&fields, "tiers", |decoder, node| decoder.whole(node, "the number of tiers", 1, MOST_TIERS))
            .unwrap_or(1) as u8;
        let eligible =
            self.optional(&fields, "eligible", |decoder, node| decoder.eligible(node, tiers)).unwrap_or(Tiers::Anyone);
        let order = self
            .optional(&fields, "order", |decoder, node| {
                decoder.choice(node, &[("Fairness", Order::Fairness), ("Comfort", Order::Comfort)], &[])
            })
            .unwrap_or_default();
        let rest = self.optional(&fields, "rest", Self::rest);
        let max_shifts_per_7_days = self.cap(&fields, "max_shifts_per_7_days");
        let max_weeks_in_a_row = self.cap(&fields, "max_weeks_in_a_row");
        let pins = self.pins(&fields, tiers, anchor, start.zip(weeks));
        let carried = self.optional(&fields, "carried", Self::carried).unwrap_or_default();
        Some(Rota {
            name: name?,
            anchor: anchor?,
            start: start?,
            weeks: weeks?,
            shifts: shifts?,
            tiers,
            eligible,
            order,
            rest,
            max_shifts_per_7_days,
            max_weeks_in_a_row,
            pins,
            carried,
        })
    }

    fn cap(&mut self, fields: &Fields<'_>, name: &str) -> Option<u16> {
        let what = format!("`{name}`");
        self.optional(fields, name, |decoder, node| decoder.whole(node, &what, 1, 1000)).map(|cap| cap as u16)
    }

    fn shifts(&mut self, node: &Node) -> Option<Shifts> {
        let (Value::Struct(Some(name), _) | Value::Tuple(Some(name), _) | Value::Word(name)) = &node.value else {
            self.expected(node, &format!("shifts such as {}", WEEKLY.example));
            return None;
        };
        let kinds = [&WEEKLY, &DAILY, &BLOCKS, &SUN_WISE];
        let Some(kind) = kinds.into_iter().find(|kind| kind.group.name == name) else {
            let names = kinds.map(|kind| kind.group.name);
            let advice = did_you_mean(nearest(name, names.map(|name| (name, name))));
            let name: String = name.chars().take(40).collect();
            let message = format!("expected shifts {}, found `{name}`{advice}", names.join(", "));
            self.error(node.range.clone(), message);
            return None;
        };
        if !matches!(node.value, Value::Struct(..)) {
            self.error(node.range.clone(), format!("`{name}` needs its field; write {}", kind.example));
            return None;
        }
        let fields = self.fields(node, &kind.group)?;
        match name.as_str() {
            "Weekly" => self.required(&fields, "at", Self::weekly_boundary).map(Shifts::Weekly),
            "Daily" => self.required(&fields, "at", Self::boundaries).map(Shifts::Daily),
            "Blocks" => self.required(&fields, "at", Self::boundaries).map(Shifts::Blocks),
            _ => self
                .required(&fields, "legs", |decoder, node| decoder.whole(node, "the number of legs", 1, MOST_LEGS))
                .map(|legs| Shifts::SunWise(legs as u8)),
        }
    }

    fn weekly_boundary(&mut self, node: &Node) -> Option<WeeklyBoundary> {
        let text = self.text(node)?;
        let parts = text.split_once(' ').map(|(day, time)| (day_named(day), time.trim().parse::<TimeOfDay>()));
        if let Some((Some(day), Ok(time))) = parts {
            return Some(WeeklyBoundary { day, time });
        }
        let message = "expected a weekday and a time, such as \"Mo 10:00\"; the days are Mo, Tu, We, Th, Fr, Sa, Su";
        self.error(node.range.clone(), message);
        None
    }

    /// Times of a day, one after the other.
    fn boundaries(&mut self, node: &Node) -> Option<Vec<TimeOfDay>> {
        let mut last: Option<TimeOfDay> = None;
        let times = self.list(node, |decoder, node| {
            let time = decoder.time_of_day(node)?;
            if let Some(before) = last.filter(|&before| before >= time) {
                let message = format!("`{time}` does not come after `{before}`; write the times of a day in order");
                decoder.error(node.range.clone(), message);
            }
            last = Some(time);
            Some(time)
        })?;
        if (1..=MOST_BOUNDARIES).contains(&times.len()) {
            return Some(times);
        }
        if node.items().is_empty() || times.len() > MOST_BOUNDARIES {
            self.error(node.range.clone(), format!("a day has from 1 to {MOST_BOUNDARIES} boundaries"));
        }
        None
    }

    /// Roles, or lists of roles by tier.
    fn eligible(&mut self, node: &Node, tiers: u8) -> Option<Tiers> {
        let by_tier = node.items().first().is_some_and(|item| matches!(item.value, Value::List(_)));
        if !by_tier {
            return self.some_roles(node).map(Tiers::Roles);
        }
        let lists = self.list(node, Self::some_roles)?;
        if node.items().len() != usize::from(tiers) {
            let message = format!("the rota has {tiers} tiers, but roles are listed for {}", node.items().len());
            self.error(node.range.clone(), message);
            return None;
        }
        Some(Tiers::ByTier(lists))
    }

    fn some_roles(&mut self, node: &Node) -> Option<Vec<String>> {
        let roles = self.list(node, Self::role)?;
        if node.items().is_empty() {
            let message = "an empty list makes nobody eligible; leave `eligible` out to make everybody eligible";
            self.error(node.range.clone(), message);
        }
        Some(roles)
    }

    /// Points by member.
    pub(super) fn carried(&mut self, node: &Node) -> Option<BTreeMap<String, f64>> {
        let Value::Map(entries) = &node.value else {
            self.expected(node, "a map such as {\"Ana Ribeiro\": 42.0}");
            return None;
        };
        let mut carried = BTreeMap::new();
        for (key, value) in entries {
            let name = self.member_name(key);
            let points = self.decimal(value, "a carried burden, in points,", 0.0, MOST_CARRIED);
            if let (Some(name), Some(points)) = (name, points)
                && carried.insert(name.clone(), points).is_some()
            {
                self.error(key.range.clone(), format!("`{name}` is named twice"));
            }
        }
        Some(carried)
    }
}
