//! What each on-call tool gets.

use serde_json::Value;

use super::*;
use crate::export::sample;
use crate::plan::rota::RotaPlan;
use crate::team::{Rota, Team};
use crate::time::Instant;

const STAMP: Instant = Instant::from_epoch(29_927_520);

/// The sample team with handles, and one of its rotas with people who take turns in a fixed order.
fn cycling(rota: usize, shifts: usize) -> (Team, Rota, RotaPlan) {
    let mut team = sample::team();
    for (member, handle) in team.members.iter_mut().zip(["PANA", "PBO", "PCAI"]) {
        member.handle = Some(handle.to_owned());
    }
    let plan = sample::cycling(rota, shifts);
    (team, sample::rotas().remove(rota), plan)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn grafana_reads_users_from_summaries_and_nothing_else() {
    let (team, _, plan) = cycling(0, 1);
    let text = grafana(&team, &plan, 0, STAMP);
    let summaries: Vec<&str> = text.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
    assert_eq!(summaries, ["PANA", "PBO", "PCAI"]);
    for field in ["DESCRIPTION", "ATTENDEE", "CATEGORIES", "VALUE=DATE", "[L"] {
        assert!(!text.replace("VALUE=DURATION", "").contains(field), "{field} in {text}");
    }
    assert!(text.contains("X-WR-CALNAME:Payments: Weeks primary\r\n"), "{text}");
    assert_ne!(
        text.lines().find(|line| line.starts_with("UID:")),
        grafana(&team, &plan, 1, STAMP).lines().find(|line| line.starts_with("UID:")),
        "a tier's duties are other events"
    );
}

#[test]
fn better_stack_reads_addresses() {
    let (mut team, _, plan) = cycling(0, 1);
    team.members[1].email = Some("bo@example.com".to_owned());
    team.members[2].email = Some("cai@example.com".to_owned());
    let text = better_stack(&team, &plan, 0, STAMP);
    let summaries: Vec<&str> = text.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
    assert_eq!(summaries, ["ana@example.com", "bo@example.com", "cai@example.com"]);
}

#[test]
fn pagerduty_overrides_hold_the_schedule() {
    let (team, _, mut plan) = cycling(0, 1);
    plan.rows[1].tiers[0] = None;
    let found = parsed(&pagerduty(&team, &plan, 0));
    let overrides = found["overrides"].as_array().expect("a list");
    assert_eq!(overrides.len(), 2, "nobody has no override");
    let expected = serde_json::json!({
        "start": "2027-03-22T10:00:00Z", "end": "2027-03-29T09:00:00Z",
        "user": {"id": "PANA", "type": "user_reference"},
    });
    assert_eq!(overrides[0], expected);
}

#[test]
fn goalert_takes_150_duties_at_once() {
    let (team, _, plan) = cycling(1, 1);
    let mut long = plan.clone();
    long.rows = plan.rows.iter().cycle().take(301).cloned().collect();
    let requests = parsed(&goalert(&team, &long, 0));
    let sizes: Vec<usize> = requests
        .as_array()
        .expect("a list")
        .iter()
        .map(|request| request["variables"]["input"]["shifts"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!(sizes, [150, 150, 1]);
    let requests = parsed(&goalert(&team, &plan, 0));
    let input = &requests[0]["variables"]["input"];
    assert_eq!(input["start"], input["shifts"][0]["start"]);
    assert_eq!(input["end"], input["shifts"][plan.rows.len() - 1]["end"]);
    assert_eq!(input["shifts"][1]["userID"], "PBO");
}

#[test]
fn weeks_that_cycle_become_one_layer() {
    let (team, rota, mut plan) = cycling(0, 1);
    // Three weeks of three people never repeat; of two they do.
    plan.rows[2].tiers = plan.rows[0].tiers.clone();
    let text = terraform(&team, &rota, &plan, 0).expect("a cycle");
    for line in [
        "resource \"pagerduty_schedule\" \"rota_weeks__primary\" {",
        "  time_zone   = \"Europe/Lisbon\"",
        "    rotation_virtual_start       = \"2027-03-22T10:00:00+00:00\"",
        "    end                          = \"2027-04-12T10:00:00+01:00\"",
        "    rotation_turn_length_seconds = 604800",
        "    users                        = [\"PANA\", \"PBO\"]",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in {text}");
    }
    assert!(!text.contains("restriction {"), "{text}");
}

#[test]
fn days_that_cycle_become_a_layer_a_window() {
    let (team, rota, plan) = cycling(1, 3);
    let text = terraform(&team, &rota, &plan, 0).expect("a cycle");
    assert_eq!(text.matches("  layer {").count(), 3);
    assert_eq!(text.matches("rotation_turn_length_seconds = 86400").count(), 3);
    assert!(text.contains("start_time_of_day = \"22:00:00\"\n      duration_seconds  = 28800"), "{text}");
    assert_eq!(text.matches("users                        = [\"PANA\", \"PBO\", \"PCAI\"]").count(), 3);
}

#[test]
fn what_is_no_cycle_is_refused_in_words() {
    let (team, rota, mut plan) = cycling(0, 1);
    let error = terraform(&team, &rota, &plan, 0).unwrap_err();
    assert_eq!(error, "`Weeks, primary` is no pure cycle: its people do not take turns in a fixed order that repeats");
    plan.rows[1].tiers[0] = None;
    assert_eq!(
        terraform(&team, &rota, &plan, 0).unwrap_err(),
        "`Weeks, primary` has duties that nobody holds, so that it is no cycle"
    );
}
