//! What is asked of a rota, part by part, as the question of its place says it.

use crate::team::{Rota, Shifts, Tiers};
use crate::time::TimeOfDay;
use crate::words::amount::count;
use crate::words::clock::{self, Clock};

/// The parts of the question: `13 weeks` from `4 January` in `shifts of a week` from `Mon 10:00 Lisbon time`, `primary and
/// secondary of oncall`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// How long.
    pub weeks: String,
    /// From which date on.
    pub start: String,
    /// How it is cut.
    pub shifts: String,
    /// When shifts change, and by whose clocks.
    pub changes: String,
    /// How many hold a shift, and of whom.
    pub people: String,
}

/// What is asked of a rota, read in a year.
pub fn asked(rota: &Rota, style: Clock, read_in: i32) -> Asked {
    let at = |times: &[TimeOfDay]| clock::list(&times.iter().map(|&time| style.of_day(time)).collect::<Vec<_>>());
    let (shifts, at) = match &rota.shifts {
        Shifts::Weekly(at) => ("shifts of a week".to_owned(), format!("{} {}", at.day, style.of_day(at.time))),
        Shifts::Daily(times) => (format!("{} a day", count(times.len(), "shift")), at(times)),
        Shifts::Blocks(times) => (format!("{} a day, each held for a week", count(times.len(), "shift")), at(times)),
        Shifts::SunWise(legs) => {
            (format!("{} a day", count(usize::from(*legs), "shift")), "the legs of the chain,".to_owned())
        }
    };
    Asked {
        weeks: count(usize::from(rota.weeks), "week"),
        start: clock::date(rota.start, read_in),
        shifts,
        changes: format!("{at} {}", clock::zone(rota.anchor)),
        people: match rota.tiers {
            1 => format!("shared by {}", people(&rota.eligible)),
            2 => format!("primary and secondary of {}", people(&rota.eligible)),
            _ => format!("primary, secondary and third of {}", people(&rota.eligible)),
        },
    }
}

/// Who may hold it: `all`, `oncall`, `oncall, then lead or manager`.
fn people(eligible: &Tiers) -> String {
    match eligible {
        Tiers::Anyone => "all".to_owned(),
        Tiers::Roles(roles) => roles.join(" or "),
        Tiers::ByTier(tiers) => tiers.iter().map(|roles| roles.join(" or ")).collect::<Vec<_>>().join(", then "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team;

    fn said(shifts: &str, eligible: &str, style: Clock) -> Asked {
        let text = format!(
            r#"Team(version: 1, name: "T", members: [(name: "Ana", city: "Lisbon", hours: "Mo-Fr 09:00-17:00")], rotas: [(name: "R",
               anchor: "Europe/Lisbon", start: "2027-01-04", weeks: 13, shifts: {shifts}, tiers: 2{eligible})])"#
        );
        let team = team::read("t.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).0;
        asked(&team.rotas[0], style, 2026)
    }

    #[test]
    fn each_part_of_the_question_is_said_as_people_do() {
        let weekly = said(r#"Weekly(at: "Mo 10:00")"#, r#", eligible: ["oncall", "lead"]"#, Clock::Hours24);
        assert_eq!((weekly.weeks.as_str(), weekly.start.as_str()), ("13 weeks", "4 January 2027"));
        assert_eq!((weekly.shifts.as_str(), weekly.changes.as_str()), ("shifts of a week", "Mon 10:00 Lisbon time"));
        assert_eq!(weekly.people, "primary and secondary of oncall or lead");
        let daily = said(r#"Daily(at: ["06:00", "14:00", "22:00"])"#, "", Clock::Hours12);
        assert_eq!(daily.changes, "6:00am, 2:00pm and 10:00pm Lisbon time");
        assert_eq!((daily.shifts.as_str(), daily.people.as_str()), ("3 shifts a day", "primary and secondary of all"));
    }
}
