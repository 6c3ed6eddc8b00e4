//! A rota for people who read Markdown.

use super::table::{cell, row};
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Team};
use crate::words::amount::{duration, points};
use crate::words::clock;
use crate::words::clock::Clock;
use crate::words::rota::{answer, tier, when};

/// A planned `rota` of `team`: the answer in words, who holds what by the clock of the rota's zone, and what each member holds.
pub fn rota(team: &Team, rota: &Rota, plan: &RotaPlan) -> String {
    let mut text = format!("# {}: {}\n\n{}\n\n", cell(&team.name), cell(&plan.name), cell(&answer(plan)));
    let tiers = plan.problem.tiers();
    let mut heads = vec![format!("When, {}", clock::zone(rota.anchor))];
    heads.extend((0..tiers).map(|number| tier(number).to_owned()));
    text.push_str(&row(heads.iter().map(String::as_str)));
    text.push_str(&row(heads.iter().map(|_| "---")));
    for shift in &plan.rows {
        let when = when(shift.span, rota.anchor, Clock::Hours24);
        let names = plan.names_of(shift).map(|name| name.unwrap_or("nobody"));
        text.push_str(&row(std::iter::once(when.as_str()).chain(names)));
    }
    text.push_str(
        "\n| Member | On duty | Nights | Days off | Points | Carried |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (name, member) in plan.named() {
        let cells = [
            name.to_owned(),
            duration(member.held),
            duration(member.nights),
            duration(member.days_off),
            points(member.burden.points()),
            points(member.carried.points()),
        ];
        text.push_str(&row(cells.iter().map(String::as_str)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn a_rota_is_two_tables_below_a_sentence() {
        let mut plan = sample::planned(0);
        plan.rows[0].tiers = vec![sample::ANA, None];
        let text = rota(&sample::team(), &sample::rotas()[0], &plan);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "# Payments: Weeks");
        assert_eq!(lines[4..6], ["| When, Lisbon time | Primary | Secondary |", "| --- | --- | --- |"]);
        assert_eq!(lines[6], "| Mon 22 Mar, 10:00 – Mon 29 Mar, 10:00 | Ana, the first | nobody |");
        assert_eq!(lines.len(), 6 + 3 + 3 + 3, "three weeks, three people");
        assert!(lines[12].starts_with("| Ana, the first | "), "{text}");
    }

    #[test]
    fn marks_in_names_stay_letters() {
        assert_eq!(cell("a|b*c_d"), "a\\|b\\*c\\_d");
    }
}
