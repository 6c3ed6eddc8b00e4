//! What is written is read again.

use super::*;
use crate::export::sample;
use crate::plan::rota::{Search, plan};

fn written(team: &Team, rota: &Rota) -> WrittenRota {
    let found = plan(team, rota, &Search::default(), &mut || false).expect("a plan");
    WrittenRota::new(team, rota, &found)
}

#[test]
fn what_is_written_is_read_again() {
    let mut team = sample::team();
    for name in ["Pager", "with \"quotes\", a \\ and\ta tab", "老虎 é", ""] {
        team.name = name.to_owned();
        for mut rota in sample::rotas() {
            rota.name = name.to_owned();
            let rota = written(&team, &rota);
            let text = write(&rota);
            assert_eq!(read(&text).as_ref(), Ok(&rota), "{text}");
            assert_eq!(write(&read(&text).expect("a rota")), text);
        }
    }
}

#[test]
fn a_shift_is_one_line_that_people_can_read() {
    let team = sample::team();
    let text = write(&written(&team, &sample::rotas()[0]));
    let line = "        (start: \"2027-03-22T10:00:00Z\", end: \"2027-03-29T09:00:00Z\", local: \"Mon 2027-03-22 10:00\", shift: 0, tiers: [\"";
    assert!(text.contains(line), "{text}");
}

#[test]
fn what_is_no_rota_is_told() {
    let text = write(&written(&sample::team(), &sample::rotas()[0]));
    let told = |from: &str, to: &str| read(&text.replacen(from, to, 1)).expect_err("no rota").to_string();
    assert_eq!(
        told("version: 1", "version: 2"),
        "the rota has version 2, and this Sunwise reads version 1; use a newer Sunwise"
    );
    assert_eq!(told("Europe/Lisbon", "Europe/Lisbom"), "the anchor cannot be `Europe/Lisbom`");
    assert_eq!(told("2027-03-22T10:00:00Z", "2027-03-22T10:00:30Z"), "an instant cannot be `2027-03-22T10:00:30Z`");
    assert_eq!(told("2027-03-29T09", "2027-03-19T09"), "the end of a shift cannot be `2027-03-19T09:00:00Z`");
    assert!(told("gap:", "gpa:").starts_with("not a rota as Sunwise writes it: "));
    assert!(read("").is_err());
}
