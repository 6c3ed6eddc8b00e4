//! How the window follows the hand: what a notch, a move and a key have to paint, and that what is seen is right after any of
//! them. How many milliseconds that takes in a real
//! window is measured by `cargo bench --bench sunwise -- feel`.

mod counts;
mod hand;
mod picture;
mod shots;

use sunwise::team::Team;
use sunwise::window::example::EXAMPLES;

pub use hand::Hand;

/// The team that the window opens with.
fn example() -> Team {
    (**EXAMPLES[0].document().expect("an example").team()).clone()
}

/// A team of so many, who share four patterns of hours.
pub fn many(count: usize) -> Team {
    let zones = ["Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"];
    let member = |number: usize| {
        let role = if number < 12 { "\"oncall\"" } else { "" };
        let zone = zones[number % 4];
        format!(
            r#"(name: "Person {number}", zone: "{zone}", hours: "Mo-Fr 09:00-17:00", flexible: "Mo-Fr 07:00-21:00", roles: [{role}])"#
        )
    };
    let members: Vec<String> = (0..count).map(member).collect();
    let attendees: Vec<String> = (0..count.min(4)).map(|number| format!("\"Person {number}\"")).collect();
    let text = format!(
        r#"Team(version: 1, name: "{count} people", members: [{}],
            meetings: [(name: "Weekly", minutes: 45, every: Week, slots: 2, with: [{}])],
            chains: [(name: "Triage", role: "oncall")])"#,
        members.join(","),
        attendees.join(", ")
    );
    sunwise::team::read("many.ron", text.as_bytes()).expect("a team").0
}
