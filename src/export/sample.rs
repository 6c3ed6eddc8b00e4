//! A team and rotas for the tests of formats: over Lisbon's change of clocks and Good Friday.

use std::sync::LazyLock;

use crate::plan::rota::{RotaPlan, Search, plan};
use crate::team::{MemberId, Rota, Team};

const TEAM: &str = r#"Team(
    version: 1,
    name: "Payments",
    members: [
        (name: "Ana, the first", city: "Lisbon", hours: "Mo-Fr 09:00-17:00", email: "ana@example.com", capacity: 0.8),
        (name: "Bo", city: "New York", hours: "Mo-Fr 09:00-17:00"),
        (name: "Cai", zone: "Asia/Kathmandu", hours: "Su-Th 10:00-18:00"),
    ],
    rotas: [
        (
            name: "Weeks", anchor: "Europe/Lisbon", start: "2027-03-22", weeks: 3, shifts: Weekly(at: "Mo 10:00"), tiers: 2,
            carried: {"Bo": 41.7},
        ),
        (name: "Days", anchor: "Europe/Lisbon", start: "2027-03-22", weeks: 2, shifts: Daily(at: ["06:00", "14:00", "22:00"]), tiers: 1),
        (name: "Blocks", anchor: "Europe/Lisbon", start: "2027-03-22", weeks: 1, shifts: Blocks(at: ["08:00", "20:00"]), tiers: 3, rest: "11h"),
    ],
)"#;

/// Its members as holders of a duty: all of them are eligible.
pub const ANA: Option<MemberId> = Some(MemberId::new(0));
pub const BO: Option<MemberId> = Some(MemberId::new(1));
pub const CAI: Option<MemberId> = Some(MemberId::new(2));

/// The team.
pub fn team() -> Team {
    crate::team::read("sample.ron", TEAM.as_bytes()).expect("a team").0
}

/// The team with a handle and an address for everybody.
pub fn reachable() -> Team {
    let mut team = team();
    for (member, handle) in team.members.iter_mut().zip(["ana", "bo", "cai"]) {
        member.handle = Some(handle.to_owned());
        member.email = Some(format!("{handle}@example.com"));
    }
    team
}

/// Its rotas: by weeks, days and blocks; the last has duties that nobody holds.
pub fn rotas() -> Vec<Rota> {
    team().rotas
}

/// A plan of one of the rotas.
pub fn planned(rota: usize) -> RotaPlan {
    // Searched for once, however many tests ask.
    static PLANS: LazyLock<Vec<RotaPlan>> = LazyLock::new(|| {
        let plan = |rota: &Rota| plan(&team(), rota, &Search::default(), &mut || false).expect("a plan");
        rotas().iter().map(plan).collect()
    });
    PLANS[rota].clone()
}

/// A plan of one of the rotas in which people take turns in a fixed order, each for so many shifts.
pub fn cycling(rota: usize, shifts: usize) -> RotaPlan {
    let mut plan = planned(rota);
    for (number, row) in plan.rows.iter_mut().enumerate() {
        let holder = |tier: usize| [ANA, BO, CAI][(number / shifts + tier) % 3];
        row.tiers = (0..row.tiers.len()).map(holder).collect();
    }
    plan
}
