use super::decoder::Decoder;
use super::fields::{Fields, Kind};
use super::name::Taken;
use crate::spelling::did_you_mean;
use crate::team::ron::{Node, Value};
use crate::team::{Candidate, Goal, Opening, Requirement};
use crate::time::{Hours, Minutes};
use crate::world::Country;

static OPENING: Kind = Kind {
    name: "Opening",
    said: "an opening",
    fields: &[
        "name",
        "hours",
        "shift",
        "countries",
        "not_countries",
        "min_population",
        "requirements",
        "goal",
        "fades_with_distance",
        "people",
        "candidates",
    ],
};
static REQUIREMENT: Kind = Kind { name: "Requirement", said: "a requirement", fields: &["with", "at_least"] };
static CANDIDATE: Kind = Kind { name: "Candidate", said: "a candidate", fields: &["name", "city", "zone", "hours"] };
static WEIGHTS: Kind = Kind { name: "Weights", said: "`Weights`", fields: &["overlap", "coverage", "handoff"] };

const HALF_HOUR: i64 = 30;

impl Decoder<'_> {
    pub(super) fn opening(&mut self, node: &Node, taken: &mut Taken) -> Option<Opening> {
        let fields = self.fields(node, &OPENING)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let hours = self.optional(&fields, "hours", Self::working_hours).unwrap_or_else(Opening::usual_hours);
        let shift = self.optional(&fields, "shift", Self::half_hours).unwrap_or(Minutes::ZERO);
        let countries = self.countries(&fields, "countries", &[]);
        let not_countries = self.countries(&fields, "not_countries", &countries);
        let min_population = self
            .optional(&fields, "min_population", |decoder, node| decoder.whole(node, "the population", 0, 100_000_000))
            .unwrap_or(0);
        let requirements = self.items(&fields, "requirements", Self::requirement);
        let goal = self.optional(&fields, "goal", Self::goal).unwrap_or(Goal::Overlap);
        let fades_with_distance = self.optional(&fields, "fades_with_distance", Self::truth).unwrap_or(false);
        let people = self
            .optional(&fields, "people", |decoder, node| decoder.whole(node, "the number of people", 1, 3))
            .unwrap_or(1) as u8;
        let mut taken = Taken::default();
        let candidates = self.items(&fields, "candidates", |decoder, node| decoder.candidate(node, &hours, &mut taken));
        Some(Opening {
            name: name?,
            hours,
            shift,
            countries,
            not_countries,
            min_population,
            requirements,
            goal,
            fades_with_distance,
            people,
            candidates,
        })
    }

    /// Hours in which somebody works at all.
    fn working_hours(&mut self, node: &Node) -> Option<Hours> {
        let hours = self.hours(node)?;
        if hours.is_off() {
            self.error(node.range.clone(), "a hire without hours shares none; write for example \"Mo-Fr 09:00-17:00\"");
            return None;
        }
        Some(hours)
    }

    fn half_hours(&mut self, node: &Node) -> Option<Minutes> {
        let shift = self.duration(node, "the shift of hours", Minutes::ZERO, Minutes::hours(12))?;
        if shift.0 % HALF_HOUR == 0 {
            return Some(shift);
        }
        let before = Minutes(shift.0 - shift.0 % HALF_HOUR);
        self.error(node.range.clone(), format!("hours shift by whole half-hours{}", did_you_mean([before])));
        None
    }

    /// Countries, each once and none of `others`.
    fn countries(&mut self, fields: &Fields<'_>, name: &str, others: &[Country]) -> Vec<Country> {
        let mut named: Vec<Country> = Vec::new();
        self.items(fields, name, |decoder, node| {
            let country = decoder.country(node)?;
            if named.contains(&country) {
                decoder.error(node.range.clone(), format!("{} is named twice", country.name()));
                return None;
            }
            if others.contains(&country) {
                decoder.error(node.range.clone(), format!("{} is both allowed and excluded", country.name()));
                return None;
            }
            named.push(country);
            Some(country)
        })
    }

    fn requirement(&mut self, node: &Node) -> Option<Requirement> {
        let fields = self.fields(node, &REQUIREMENT)?;
        let with = self.required(&fields, "with", |decoder, node| {
            if matches!(&node.value, Value::List(names) if names.is_empty()) {
                decoder.error(node.range.clone(), "a requirement names at least one member");
            }
            decoder.member_names(node, &[])
        });
        let at_least = self.required(&fields, "at_least", |decoder, node| {
            decoder.duration(node, "the overlap of a workday", Minutes(1), Minutes::DAY)
        });
        Some(Requirement { with: with?, at_least: at_least? })
    }

    fn goal(&mut self, node: &Node) -> Option<Goal> {
        let (Value::Struct(Some(name), _) | Value::Tuple(Some(name), _)) = &node.value else {
            let plain = [("Overlap", Goal::Overlap), ("Coverage", Goal::Coverage), ("Handoff", Goal::Handoff)];
            return self.choice(node, &plain, &["Weights(..)"]);
        };
        if name != WEIGHTS.name {
            self.unknown_choice(node, name, ["Overlap", "Coverage", "Handoff", WEIGHTS.name].into_iter());
            return None;
        }
        let fields = self.fields(node, &WEIGHTS)?;
        let mut weight = |name: &str| {
            let what = format!("the weight of {name}");
            self.optional(&fields, name, |decoder, node| decoder.decimal(node, &what, 0.0, 1000.0)).unwrap_or(0.0)
        };
        let (overlap, coverage, handoff) = (weight("overlap"), weight("coverage"), weight("handoff"));
        if overlap + coverage + handoff <= 0.0 {
            self.error(node.range.clone(), "at least one weight is above 0");
        }
        Some(Goal::Weights { overlap, coverage, handoff })
    }

    fn candidate(&mut self, node: &Node, usual: &Hours, taken: &mut Taken) -> Option<Candidate> {
        let fields = self.fields(node, &CANDIDATE)?;
        let name = self.required(&fields, "name", |decoder, node| decoder.own_name(node, taken));
        let place = self.place(&fields);
        let hours = self.optional(&fields, "hours", Self::working_hours).unwrap_or_else(|| usual.clone());
        Some(Candidate { name: name?, place: place?, hours })
    }
}
