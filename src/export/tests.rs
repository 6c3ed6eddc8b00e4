//! Every row of every table: what is written can be read, and no two rows are taken for one another.

use std::collections::BTreeSet;

use icalendar::parser::{read_calendar, unfold};
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree};
use serde_json::Value;

use super::*;
use crate::picture::palette::LIGHT;
use crate::picture::{Meaning, Picture, Rect, Shape};
use crate::plan::handoff::Question;
use crate::plan::meet::{Ask, Rules};
use crate::plan::panel::{PanelAsk, suggest};
use crate::team::{Every, Member, Policy, Slot};
use crate::time::{Instant, Minutes, Span, TimeOfDay};

const STAMP: Instant = Instant::from_epoch(29_927_520);

/// What stands in a file, as a program that knows the ending finds it: so many events, duties or shifts; none where there is only text for
/// people, or nothing of ours that reads it.
fn read(ending: &str, bytes: &[u8]) -> Option<usize> {
    let text = || std::str::from_utf8(bytes).expect("UTF-8");
    match ending {
        "ics" => {
            let unfolded = unfold(text());
            let calendar = read_calendar(&unfolded).expect("a calendar");
            Some(calendar.components.iter().filter(|component| component.name == "VEVENT").count())
        }
        "ron" => Some(ron::read(text()).expect("a rota").rows.len()),
        // The header is no duty; no name of the sample has a line break.
        "csv" => Some(text().split_terminator("\r\n").count() - 1),
        "json" => Some(users(&serde_json::from_str(text()).expect("JSON"))),
        "md" | "tf" | "txt" => {
            assert!(text().ends_with('\n') && !text().trim().is_empty(), "{}", text());
            None
        }
        _ => panic!("say how `.{ending}` is read back"),
    }
}

/// How often a JSON text names a user of an on-call tool.
fn users(value: &Value) -> usize {
    match value {
        Value::Object(map) => {
            let own = map.keys().filter(|key| ["user", "userID"].contains(&key.as_str())).count();
            own + map.values().map(users).sum::<usize>()
        }
        Value::Array(list) => list.iter().map(users).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[test]
fn every_format_of_a_rota_can_be_read() {
    let (team, rotas, plan) = (sample::reachable(), sample::rotas(), sample::cycling(1, 3));
    let asked = rota::Asked { team: &team, rota: &rotas[1], plan: &plan, stamp: STAMP };
    for format in RotaFormats::ALL {
        let parts = rota::files(&asked, format, rota::Cut::Whole).expect("files");
        assert_eq!(parts.len(), 1, "{}", format.id);
        let found = read(format.ending, &parts[0].bytes);
        assert_eq!(found.unwrap_or(42), 42, "three shifts a day for two weeks: {}", format.id);
        let is_text = ["md", "tf"].contains(&format.ending);
        assert_eq!(found.is_none(), is_text, "{}", format.id);
    }
}

#[test]
fn every_format_of_handoffs_can_be_read() {
    let team = sample::team();
    let members: Vec<&Member> = team.members.iter().take(2).collect();
    let policy = Policy::default();
    let start = Instant::midnight("2027-04-05".parse().expect("a date"));
    let question = Question::usual(&members, &policy, Span { start, end: start + Minutes::WEEK });
    let seasons = crate::plan::handoff::handoff(&question);
    let count = seasons.iter().map(|season| season.chain.handoffs.len()).sum::<usize>();
    let asked = handoff::Asked { name: "Sun", question: &question, seasons: &seasons, stamp: STAMP };
    for format in HandoffFormats::ALL {
        let found = read(format.ending, (format.write)(&asked).as_bytes());
        assert_eq!(found, (format.ending == "ics").then_some(count), "{}", format.id);
    }
    assert_eq!(count, 2);
}

#[test]
fn every_format_of_a_meeting_can_be_read() {
    let team = sample::team();
    let ask = Ask {
        required: vec![&team.members[0]],
        optional: vec![],
        calendars: crate::team::Calendars::unread(),
        length: Minutes(45),
        every: Every::Week,
        slots: 1,
        from: "2027-01-06".parse().expect("a date"),
        weeks: 4,
        rules: Rules::default(),
    };
    let start = TimeOfDay::from_minutes(600).expect("a time");
    let slots = [Slot { weekday: Some(chrono::Weekday::Tue), start, anchor: team.members[0].home.zone }];
    let series =
        ics::Series { name: "Sync", ask: &ask, slots: &slots, description: "Tu 10:00", exceptions: &[], ends: false };
    for format in MeetingFormats::ALL {
        let text = (format.write)(&series, STAMP);
        assert_eq!(read(format.ending, text.as_bytes()), (format.ending == "ics").then_some(1), "{}", format.id);
        assert!(text.contains("Tu 10:00"), "{text}");
    }
}

#[test]
fn every_format_of_a_meeting_held_once_can_be_read() {
    let team = sample::team();
    let start = Instant::midnight("2027-03-22".parse().expect("a date"));
    let over = Span { start, end: start + Minutes::DAY };
    let names: Vec<String> = team.members.iter().take(2).map(|member| member.name.clone()).collect();
    let ask = PanelAsk::of(&team, (&names, &[]), 0, Minutes(60), over).expect("a question");
    let found = suggest(&ask, &team.policy.rates, 1, None).expect("times");
    let once = ics::Once { name: "Talk", team: &team, sitting: &found[0], description: "" };
    for format in OnceFormats::ALL {
        assert_eq!(read(format.ending, (format.write)(&once, STAMP).as_bytes()), Some(1), "{}", format.id);
    }
}

#[test]
fn every_format_of_a_drawing_can_be_read() {
    let mut picture = Picture::new(100.0, 40.0);
    picture.add(Shape::rectangle(Rect::new(0.0, 0.0, 50.0, 20.0), Meaning::Good));
    let size = |ending: &str, bytes: &[u8]| match ending {
        "svg" => Tree::from_data(bytes, &Options::default()).expect("an SVG").size().to_int_size().dimensions(),
        "png" => Pixmap::decode_png(bytes).map(|png| (png.width() / 2, png.height() / 2)).expect("a PNG"),
        _ => panic!("say how `.{ending}` is read back"),
    };
    for format in DrawingFormats::ALL {
        let bytes = (format.write)(&[&picture], &LIGHT, "T").expect("a drawing");
        assert_eq!(size(format.ending, &bytes), (148, 88), "{}", format.id);
    }
}

/// The rows of a table are told apart by everything that people tell them apart by.
fn told_apart<F: Formats>() {
    let all = F::ALL;
    let different = |of: fn(&Format<F::Write>) -> &'static str| all.iter().map(of).collect::<BTreeSet<_>>().len();
    assert_eq!(different(|format| format.id), all.len());
    assert_eq!(different(|format| format.name), all.len());
    assert_eq!(different(|format| format.about), all.len());
    for format in all {
        let is_word = |text: &str, others: &str| {
            !text.is_empty() && text.chars().all(|letter| letter.is_ascii_lowercase() || others.contains(letter))
        };
        assert!(is_word(format.id, "-"), "`{}` is typed on a command line", format.id);
        assert!(is_word(format.ending, ""), "`{}` is the ending of a file", format.ending);
        assert!(!["table", "json"].contains(&format.id), "`{}` is a form of every answer", format.id);
    }
}

#[test]
fn rows_are_told_apart() {
    told_apart::<RotaFormats>();
    told_apart::<HandoffFormats>();
    told_apart::<MeetingFormats>();
    told_apart::<OnceFormats>();
    told_apart::<DrawingFormats>();
    told_apart::<NoFormats>();
}

/// What a command line or a script has once used goes on to work.
#[test]
fn ids_are_kept() {
    let ids = |all: &[&'static str]| all.join(" ");
    let rotas: Vec<&str> = RotaFormats::ALL.iter().map(|format| format.id).collect();
    assert_eq!(
        ids(&rotas),
        "ics ron csv markdown cancelled-ics grafana pagerduty pagerduty-terraform goalert better-stack"
    );
    let handoffs: Vec<&str> = HandoffFormats::ALL.iter().map(|format| format.id).collect();
    let meetings: Vec<&str> = MeetingFormats::ALL.iter().map(|format| format.id).collect();
    assert_eq!((ids(&handoffs), ids(&meetings)), ("ics notes".to_owned(), "ics text".to_owned()));
}
