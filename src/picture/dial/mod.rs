//! The 24-hour dial: a day of UTC around the clock, with the legs of a handoff chain as arcs.
//!
//! Midnight UTC is at the top, the hours run clockwise. From outside to inside: names at both sides, the hours, the legs with
//! their joints, and one thin ring a member with the levels of their day (gold for preferred, dark for sleep). What nobody
//! covers shows as a red hole in the ring of legs.

mod label;

use label::{Label, Side};

use super::{Align, Meaning, Pattern, Picture, Point, Shape, Text, pattern::along, person};
use crate::availability::Level;
use crate::time::Minutes;
use crate::words::amount::duration;
use crate::words::clock::Clock;

/// Minutes of a day.
const DAY: i32 = 24 * 60;
/// How thick the ring of legs is, in logical pixels.
const LEG: f32 = 34.0;
/// How thick the ring of one member's day is, and how far it is from the next, in logical pixels.
const RING: f32 = 9.0;
const RING_GAP: f32 = 3.0;
/// The radius of a joint, in logical pixels.
const JOINT: f32 = 12.0;
/// Between the ring of legs and the hours, in logical pixels.
const HOURS: f32 = 16.0;
/// The smallest and the largest outer radius of the ring of legs, in logical pixels.
const LEAST: f32 = 90.0;
const MOST: f32 = 180.0;
/// What the names need at each side, in logical pixels.
const NAMES: f32 = 190.0;

/// A stretch of a UTC day in minutes from midnight; one that ends at or before its start runs over midnight.
pub type Stretch = (u16, u16);

/// What a dial shows.
#[derive(Debug, Clone, Default)]
pub struct Dial {
    /// The legs of the chain, in the order of the day.
    pub legs: Vec<Leg>,
    /// The joints between them.
    pub joints: Vec<Joint>,
    /// The day of each member who is shown, from the outermost ring inwards.
    pub days: Vec<Day>,
    /// The number in the middle, and what it counts.
    pub answer: (String, Vec<String>),
    /// The minute of the UTC day that it is now.
    pub now: Option<u16>,
    /// How times are written.
    pub clock: Clock,
}

/// A leg of the chain.
#[derive(Debug, Clone)]
pub struct Leg {
    /// The holder's place in the team.
    pub person: usize,
    /// What they are called.
    pub names: person::Names,
    /// What stands below the name: the leg's times.
    pub note: String,
    /// When it is held, in UTC.
    pub held: Stretch,
    /// In which parts of it the holder is `Preferred`.
    pub covered: Vec<Stretch>,
    /// What the pointer learns.
    pub tip: String,
}

/// Where one leg follows another.
#[derive(Debug, Clone)]
pub struct Joint {
    /// When, in minutes of the UTC day.
    pub at: u16,
    /// How long both are `Preferred` together.
    pub live: Minutes,
    /// Whether that is long enough.
    pub is_live: bool,
    /// What the pointer learns.
    pub tip: String,
}

/// A member's day.
#[derive(Debug, Clone)]
pub struct Day {
    /// The member's place in the team.
    pub person: usize,
    /// Their name.
    pub name: String,
    /// Their level in each stretch of the UTC day, in order.
    pub levels: Vec<(Stretch, Level)>,
}

/// Draws a dial as wide as there is room. Ids: `leg` and `joint` by number, `gap` by number.
pub fn draw(dial: &Dial, width: f32) -> Picture {
    let has_names = width > 2.0 * NAMES;
    let names = if has_names { NAMES } else { 0.0 };
    let radius = ((width - 2.0 * names) / 2.0 - HOURS - 24.0).clamp(LEAST, MOST);
    let height = 2.0 * (radius + HOURS + 26.0);
    let sheet = Sheet { center: Point { x: width / 2.0, y: height / 2.0 }, radius, width, height };
    let mut picture = Picture::new(width, height);
    sheet.hours(&mut picture);
    sheet.days(&mut picture, dial);
    sheet.legs(&mut picture, dial);
    sheet.joints(&mut picture, dial);
    sheet.middle(&mut picture, dial);
    if has_names {
        sheet.names(&mut picture, dial);
    }
    picture
}

/// The holes that the legs leave, in the order of the day.
pub fn gaps(legs: &[Leg]) -> Vec<Stretch> {
    if legs.is_empty() {
        return vec![(0, 0)];
    }
    let held = |minute: i32| {
        legs.iter().any(|leg| {
            let (start, long) = (i32::from(leg.held.0), length(leg.held));
            (minute - start).rem_euclid(DAY) < long
        })
    };
    let ends: Vec<u16> = legs.iter().map(|leg| leg.held.1 % DAY as u16).filter(|&end| !held(end.into())).collect();
    let mut gaps: Vec<Stretch> = ends
        .into_iter()
        .map(|end| {
            let until = |leg: &Leg| (i32::from(leg.held.0) - i32::from(end)).rem_euclid(DAY);
            let next = legs.iter().min_by_key(|leg| until(leg)).map_or(end, |leg| leg.held.0);
            (end, next)
        })
        .collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

/// How long a stretch is, in minutes: from a time to the same time is a whole day.
fn length((start, end): Stretch) -> i32 {
    match (i32::from(end) - i32::from(start)).rem_euclid(DAY) {
        0 => DAY,
        long => long,
    }
}

/// A stretch in turns from the top.
fn turns(stretch: Stretch) -> (f32, f32) {
    let start = f32::from(stretch.0) / DAY as f32;
    (start, start + length(stretch) as f32 / DAY as f32)
}

struct Sheet {
    center: Point,
    radius: f32,
    width: f32,
    height: f32,
}

impl Sheet {
    /// The hours around, every third one written.
    fn hours(&self, picture: &mut Picture) {
        for hour in 0..24 {
            let turn = hour as f32 / 24.0;
            let long = if hour % 3 == 0 { 5.0 } else { 3.0 };
            let from = along(self.center, self.radius + 2.0, turn);
            picture.add(Shape::line(from, along(self.center, self.radius + 2.0 + long, turn), 1.0, Meaning::Muted));
            if hour % 3 == 0 {
                let at = along(self.center, self.radius + HOURS, turn);
                let text = Text::new(format!("{hour:02}")).size(11.0).ink(Meaning::Muted).align(Align::Center);
                picture.add(Shape::text(at, text));
            }
        }
    }

    /// A thin ring a member, as far inwards as there is room for the middle.
    fn days(&self, picture: &mut Picture, dial: &Dial) {
        for (number, day) in dial.days.iter().take(self.rings()).enumerate() {
            let outer = self.radius - LEG - 6.0 - number as f32 * (RING + RING_GAP);
            for &(stretch, level) in &day.levels {
                let tip = format!("{}: {}, {} UTC", day.name, level_name(level), clock(stretch, dial.clock));
                let arc = Shape::ring(self.center, (outer - RING, outer), turns(stretch), Meaning::from(level));
                picture.add(arc.pattern(None).tip(tip));
            }
            picture.add(Shape::disc(along(self.center, outer - RING / 2.0, 0.0), RING / 2.0, Meaning::Raised));
            picture.add(Shape::disc(
                along(self.center, outer - RING / 2.0, 0.0),
                RING / 2.0 - 1.0,
                person::meaning(day.person),
            ));
        }
    }

    /// How many rings leave room for the middle.
    fn rings(&self) -> usize {
        let room = self.radius - LEG - 6.0 - 56.0;
        (room / (RING + RING_GAP)).max(0.0) as usize
    }

    /// The ring of legs: each in its holder's colour, paler where the holder is outside of their hours; holes in red.
    fn legs(&self, picture: &mut Picture, dial: &Dial) {
        let ring = (self.radius - LEG, self.radius);
        for (number, &gap) in gaps(&dial.legs).iter().enumerate() {
            let tip = format!("Nobody, {} UTC: {}", clock(gap, dial.clock), duration(Minutes(length(gap).into())));
            let hole = Shape::ring(self.center, ring, turns(gap), Meaning::BadSoft).pattern(Some(Pattern::Hatch));
            picture.add(hole.id(super::Id::new("gap", number, 0)).tip(tip));
            let edge = Shape::ring(self.center, (self.radius - 2.0, self.radius), turns(gap), Meaning::Bad);
            picture.add(edge);
        }
        for (number, leg) in dial.legs.iter().enumerate() {
            let (start, end) = turns(leg.held);
            let seam = 0.8 / (self.radius * std::f32::consts::TAU);
            let whole = (start + seam, (end - seam).max(start + seam));
            let fill = person::fill(leg.person);
            picture.add(Shape::ring(self.center, ring, whole, fill).opacity(0.3).pattern(Some(Pattern::Hatch)));
            for &covered in &leg.covered {
                let (from, to) = turns(covered);
                picture.add(Shape::ring(self.center, ring, (from.max(from + seam), to - seam), fill));
            }
            let target = Shape::ring(self.center, ring, whole, fill).opacity(0.0).pattern(None);
            picture.add(target.id(super::Id::new("leg", number, 0)).tip(leg.tip.clone()));
            self.initials(picture, leg, f32::midpoint(start, end));
        }
        if let Some(now) = dial.now {
            let turn = f32::from(now) / DAY as f32;
            let hand = Shape::line(
                along(self.center, self.radius - LEG - 4.0, turn),
                along(self.center, self.radius + 6.0, turn),
                2.0,
                Meaning::Now,
            );
            picture.add(hand.tip(format!("Now, {} UTC", dial.clock.minute(now.into()))));
        }
    }

    /// The first name on a leg, or the initials where that does not fit between its edges.
    fn initials(&self, picture: &mut Picture, leg: &Leg, turn: f32) {
        let middle = self.radius - LEG / 2.0;
        let (sin, cos) = (turn * std::f32::consts::TAU).sin_cos();
        let arc = (length(leg.held) as f32 / DAY as f32).min(0.25) * std::f32::consts::TAU * middle - 2.0 * JOINT;
        let across = LEG / sin.abs().max(0.05);
        let room = across.min(arc / cos.abs().max(0.05)) - 8.0;
        if let Some(words) = leg.names.fitting(12.0, room) {
            let text = Text::new(words).size(12.0).strong().align(Align::Center).on(person::meaning(leg.person));
            picture.add(Shape::text(along(self.center, middle, turn), text));
        }
    }

    /// The joints with their live minutes.
    fn joints(&self, picture: &mut Picture, dial: &Dial) {
        for (number, joint) in dial.joints.iter().enumerate() {
            let at = along(self.center, self.radius - LEG / 2.0, f32::from(joint.at) / DAY as f32);
            let meaning = if joint.is_live { Meaning::Good } else { Meaning::Bad };
            picture.add(Shape::disc(at, JOINT + 2.0, Meaning::Raised));
            let disc = Shape::disc(at, JOINT, meaning).id(super::Id::new("joint", number, 0)).tip(joint.tip.clone());
            picture.add(disc);
            let minutes = if joint.live.0 > 599 { "9h+".to_owned() } else { joint.live.0.to_string() };
            picture.add(Shape::text(at, Text::new(minutes).size(11.0).strong().align(Align::Center).on(meaning)));
        }
    }

    /// The number that answers.
    fn middle(&self, picture: &mut Picture, dial: &Dial) {
        let (number, captions) = &dial.answer;
        let rows = captions.len() as f32;
        let y = self.center.y - rows * 8.0;
        let text = Text::new(number.clone()).size(24.0).strong().align(Align::Center);
        picture.add(Shape::text((self.center.x, y), text));
        for (row, caption) in captions.iter().enumerate() {
            let text = Text::new(caption.clone()).size(11.0).ink(Meaning::Muted).align(Align::Center);
            picture.add(Shape::text((self.center.x, y + 22.0 + row as f32 * 15.0), text));
        }
    }

    /// The names of legs and gaps at both sides, none over another.
    fn names(&self, picture: &mut Picture, dial: &Dial) {
        let legs = dial.legs.iter().map(|leg| Label {
            turn: middle_of(leg.held),
            name: leg.names.whole.clone(),
            note: leg.note.clone(),
            dot: person::meaning(leg.person),
            ink: Meaning::Text,
        });
        let holes = if dial.legs.is_empty() { Vec::new() } else { gaps(&dial.legs) };
        let gaps = holes.into_iter().map(|gap| Label {
            turn: middle_of(gap),
            name: "Nobody".to_owned(),
            note: format!("{} UTC, {}", clock(gap, dial.clock), duration(Minutes(length(gap).into()))),
            dot: Meaning::Bad,
            ink: Meaning::Bad,
        });
        let labels: Vec<Label> = legs.chain(gaps).collect();
        let room = self.width / 2.0 - self.radius - HOURS - 34.0;
        for side in [Side::Left, Side::Right] {
            let edge = match side {
                Side::Left => self.center.x - self.radius - HOURS - 22.0,
                Side::Right => self.center.x + self.radius + HOURS + 22.0,
            };
            for (label, y) in label::spread(&labels, side, self.center.y, self.radius, self.height) {
                label.draw(picture, side, (edge, y), room, along(self.center, self.radius + 8.0, label.turn));
            }
        }
    }
}

/// The middle of a stretch, in turns from the top, below 1.
fn middle_of(stretch: Stretch) -> f32 {
    let (start, end) = turns(stretch);
    f32::midpoint(start, end).rem_euclid(1.0)
}

/// A stretch as clock times: `08:00-16:30`.
pub fn clock((start, end): Stretch, clock: Clock) -> String {
    format!("{}-{}", clock.minute(start.into()), clock.minute(end.into()))
}

/// What a level is called in a sentence.
fn level_name(level: Level) -> &'static str {
    match level {
        Level::Away => "away",
        Level::Preferred => "preferred hours",
        Level::Flexible => "flexible hours",
        Level::Asleep => "asleep",
        Level::Off => "off",
    }
}

#[cfg(test)]
mod tests;
