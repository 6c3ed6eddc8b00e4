//! Calendars as programs write them, and when they keep somebody busy.

use chrono::NaiveDate;

use super::*;
use crate::team::{Member, Place, Stay};
use crate::time::{Dates, HORIZON_END, HORIZON_START, Hours, Instant, Span, Zone};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn zone(name: &str) -> Zone {
    Zone::named(name).expect("a zone")
}

/// Ana at home in Lisbon, but in Bangkok in the second half of January 2027.
fn ana() -> Member {
    let mut ana = Member::new("Ana", Place::zone(zone("Europe/Lisbon")), Hours::off());
    ana.email = Some("Ana@example.com".into());
    let dates = Dates::new(date("2027-01-16"), date("2027-01-31")).expect("dates");
    ana.stays.push(Stay { place: Place::zone(zone("Asia/Bangkok")), dates });
    ana
}

fn calendar(inside: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", inside.trim().replace('\n', "\r\n"))
}

/// Lines of an event each, parted by semicolons that stand alone.
fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:one\n{}\nEND:VEVENT", lines.trim().replace(" | ", "\n"))
}

fn read(text: &str) -> Busy {
    Busy::read(&[("ana.ics".to_owned(), text.as_bytes().to_vec())]).expect("a calendar")
}

fn always() -> Span {
    Span { start: Instant::midnight(HORIZON_START), end: Instant::midnight(HORIZON_END) }
}

/// The busy times of Ana in UTC: `2027-01-04 09:00-10:00`, with the second date where it is another.
fn shown(busy: &Busy) -> Vec<String> {
    let show = |span: &Span| {
        let (start, end) = (span.start.utc(), span.end.utc());
        let end = if start.date() == end.date() { end.format("%H:%M") } else { end.format("%Y-%m-%d %H:%M") };
        format!("{}-{end}", start.format("%Y-%m-%d %H:%M"))
    };
    busy.spans(&ana(), always()).iter().map(show).collect()
}

#[test]
fn events_make_busy_when_they_say_so() {
    for (case, lines, expected) in [
        ("UTC", "DTSTART:20270104T090000Z | DTEND:20270104T100000Z", &["2027-01-04 09:00-10:00"][..]),
        ("an IANA zone", "DTSTART;TZID=America/New_York:20270104T090000 | DURATION:PT45M", &["2027-01-04 14:00-14:45"]),
        (
            "rules of 2026f",
            "DTSTART;TZID=America/Vancouver:20271201T090000 | DURATION:PT1H",
            &["2027-12-01 16:00-17:00"],
        ),
        (
            "a registry before the zone",
            "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Asia/Tokyo:20270104T090000 | DURATION:PT1H",
            &["2027-01-04 00:00-01:00"],
        ),
        (
            "Windows' name",
            "DTSTART;TZID=Tokyo Standard Time:20270104T090000 | DURATION:PT1H",
            &["2027-01-04 00:00-01:00"],
        ),
        ("an offset", "DTSTART:20270104T090000+0200 | DURATION:PT1H", &["2027-01-04 07:00-08:00"]),
        ("no zone, at home", "DTSTART:20270104T090000 | DURATION:PT1H", &["2027-01-04 09:00-10:00"]),
        ("no zone, on a stay", "DTSTART:20270118T090000 | DURATION:PT1H", &["2027-01-18 02:00-03:00"]),
        ("a whole day", "DTSTART;VALUE=DATE:20270104", &["2027-01-04 00:00-2027-01-05 00:00"]),
        (
            "its end is its start",
            "DTSTART;VALUE=DATE:20270104 | DTEND;VALUE=DATE:20270104",
            &["2027-01-04 00:00-2027-01-05 00:00"],
        ),
        (
            "whole days, on which the stay begins",
            "DTSTART;VALUE=DATE:20270115 | DTEND;VALUE=DATE:20270117",
            &["2027-01-15 00:00-2027-01-16 17:00"],
        ),
        (
            "the clocks skip the start",
            "DTSTART;TZID=Europe/Lisbon:20270328T013000 | DURATION:PT1H",
            &["2027-03-28 01:30-02:30"],
        ),
        (
            "the start occurs twice",
            "DTSTART;TZID=Europe/Lisbon:20271031T013000 | DURATION:PT1H",
            &["2027-10-31 00:30-01:30"],
        ),
        (
            "a day of 23 hours",
            "DTSTART;TZID=Europe/Lisbon:20270327T120000 | DURATION:P1D",
            &["2027-03-27 12:00-2027-03-28 11:00"],
        ),
        (
            "24 exact hours",
            "DTSTART;TZID=Europe/Lisbon:20270327T120000 | DURATION:PT24H",
            &["2027-03-27 12:00-2027-03-28 12:00"],
        ),
        ("no end", "DTSTART:20270104T090000Z", &[]),
        ("an end before the start", "DTSTART:20270104T090000Z | DTEND:20270104T080000Z", &[]),
        ("a duration into the past", "DTSTART:20270104T090000Z | DURATION:-PT1H", &[]),
        ("called off", "DTSTART:20270104T090000Z | DURATION:PT1H | STATUS:CANCELLED", &[]),
        ("free", "DTSTART:20270104T090000Z | DURATION:PT1H | TRANSP:TRANSPARENT", &[]),
        ("free for Microsoft", "DTSTART:20270104T090000Z | DURATION:PT1H | X-MICROSOFT-CDO-BUSYSTATUS:FREE", &[]),
        (
            "perhaps",
            "DTSTART:20270104T090000Z | DURATION:PT1H | STATUS:TENTATIVE | X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
            &["2027-01-04 09:00-10:00"],
        ),
        (
            "declined",
            "DTSTART:20270104T090000Z | DURATION:PT1H | ATTENDEE;CN=\"R; A\";PARTSTAT=DECLINED:MAILTO:ana@Example.com",
            &[],
        ),
        (
            "declined by somebody else",
            "DTSTART:20270104T090000Z | DURATION:PT1H | ATTENDEE;PARTSTAT=DECLINED:mailto:bo@example.com",
            &["2027-01-04 09:00-10:00"],
        ),
        ("a line that is folded", "DTSTART:202701\n 04T090000Z | DURATION:P\n\tT1H", &["2027-01-04 09:00-10:00"]),
        ("small letters", "dtstart;tzid=Europe/Lisbon:20270104T090000 | duration:pt1h", &["2027-01-04 09:00-10:00"]),
    ] {
        let busy = read(&calendar(&event(lines)));
        assert_eq!(shown(&busy), expected, "{case}");
        assert_eq!(busy.warnings(), [""; 0], "{case}");
    }
}

#[test]
fn what_recurs_is_busy_each_time_but_for_exceptions() {
    let series = "DTSTART;TZID=Europe/Lisbon:20270325T090000 | DTEND;TZID=Europe/Lisbon:20270325T100000";
    let exception = |lines: &str| format!("\n{}", event(lines));
    for (case, lines, more, expected) in [
        (
            "local time stays when the clocks change",
            "RRULE:FREQ=WEEKLY;COUNT=2",
            String::new(),
            &["2027-03-25 09:00-10:00", "2027-04-01 08:00-09:00"][..],
        ),
        (
            "the end is an instant",
            "RRULE:FREQ=DAILY;UNTIL=20270328T080000Z",
            String::new(),
            &["2027-03-25 09:00-10:00", "2027-03-26 09:00-10:00", "2027-03-27 09:00-10:00", "2027-03-28 08:00-09:00"],
        ),
        (
            "the end is a date",
            "RRULE:FREQ=DAILY;UNTIL=20270326",
            String::new(),
            &["2027-03-25 09:00-10:00", "2027-03-26 09:00-10:00"],
        ),
        (
            "left out by another clock, and by date",
            "RRULE:FREQ=DAILY;COUNT=4 | EXDATE:20270326T090000Z | EXDATE;VALUE=DATE:20270327",
            String::new(),
            &["2027-03-25 09:00-10:00", "2027-03-28 08:00-09:00"],
        ),
        (
            "more dates, one with a length of its own",
            "RDATE;TZID=Europe/Lisbon:20270330T090000 | RDATE;VALUE=PERIOD:20270401T090000Z/PT15M",
            String::new(),
            &["2027-03-25 09:00-10:00", "2027-03-30 08:00-09:00", "2027-04-01 09:00-09:15"],
        ),
        (
            "one is moved, one called off",
            "RRULE:FREQ=DAILY;COUNT=3",
            exception("RECURRENCE-ID:20270326T090000Z | DTSTART:20270326T150000Z | DURATION:PT5M")
                + &exception(
                    "RECURRENCE-ID;TZID=Europe/Lisbon:20270327T090000 | DTSTART:20270327T090000Z | STATUS:CANCELLED",
                ),
            &["2027-03-25 09:00-10:00", "2027-03-26 15:00-15:05"],
        ),
        (
            "one is declined",
            "RRULE:FREQ=DAILY;COUNT=2",
            exception(
                "RECURRENCE-ID:20270326T090000Z | DTSTART:20270326T090000Z | DURATION:PT1H | ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.com",
            ),
            &["2027-03-25 09:00-10:00"],
        ),
        (
            "all later ones are moved",
            "RRULE:FREQ=DAILY;COUNT=4",
            exception(
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Lisbon:20270327T090000 | DTSTART;TZID=Europe/Lisbon:20270327T110000 | DURATION:PT5M",
            ),
            &["2027-03-25 09:00-10:00", "2027-03-26 09:00-10:00", "2027-03-27 11:00-11:05", "2027-03-28 10:00-10:05"],
        ),
        (
            "a newer version counts",
            "RRULE:FREQ=DAILY;COUNT=4",
            exception("SEQUENCE:1 | DTSTART:20270501T090000Z | DURATION:PT1H"),
            &["2027-05-01 09:00-10:00"],
        ),
        (
            "days that do not exist",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            String::new(),
            &["2027-03-25 09:00-10:00"],
        ),
    ] {
        let busy = read(&calendar(&format!("{}{more}", event(&format!("{series} | {lines}")))));
        assert_eq!(shown(&busy), expected, "{case}");
        assert_eq!(busy.warnings(), [""; 0], "{case}");
    }
}

#[test]
fn whole_days_recur_in_the_zone_of_each_date() {
    let busy =
        read(&calendar(&event("DTSTART;VALUE=DATE:20270114 | RRULE:FREQ=WEEKLY;COUNT=2 | EXDATE:20270128T000000Z")));
    assert_eq!(shown(&busy), ["2027-01-14 00:00-2027-01-15 00:00", "2027-01-20 17:00-2027-01-21 17:00"]);
}

#[test]
fn free_busy_answers_count_unless_free() {
    let answer = "BEGIN:VFREEBUSY\nFREEBUSY:20270104T090000Z/20270104T100000Z,20270105T090000Z/PT30M\n\
                  FREEBUSY;FBTYPE=FREE:20270106T090000Z/PT1H\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270107T090000Z/PT1H\nEND:VFREEBUSY";
    let expected = ["2027-01-04 09:00-10:00", "2027-01-05 09:00-09:30", "2027-01-07 09:00-10:00"];
    assert_eq!(shown(&read(&calendar(answer))), expected);
}

#[test]
fn a_zone_without_a_name_is_read_by_its_description() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0200\n\
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0200\n\
                TZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    let weekly = event("DTSTART;TZID=Customized Time Zone:20270325T090000 | DURATION:PT1H | RRULE:FREQ=WEEKLY;COUNT=2");
    let busy = read(&calendar(&format!("{zone}{weekly}")));
    assert_eq!(shown(&busy), ["2027-03-25 07:00-08:00", "2027-04-01 06:00-07:00"]);
    assert_eq!(busy.warnings(), [""; 0]);
}

#[test]
fn the_files_of_a_calendar_count_together() {
    let series = calendar(&event("DTSTART:20270104T090000Z | DURATION:PT1H | RRULE:FREQ=DAILY;COUNT=3"));
    let moved = calendar(&event("RECURRENCE-ID:20270105T090000Z | DTSTART:20270105T150000Z | DURATION:PT1H"));
    let method = calendar(&format!(
        "METHOD:CANCEL\n{}",
        event("SEQUENCE:1 | RECURRENCE-ID:20270106T090000Z | DTSTART:20270106T090000Z")
    ));
    let files = [series, moved, method].map(|text| ("calendars/x.ics".to_owned(), text.into_bytes()));
    let busy = Busy::read(&files).expect("calendars");
    assert_eq!(shown(&busy), ["2027-01-04 09:00-10:00", "2027-01-05 15:00-16:00"]);
}

#[test]
fn what_is_not_understood_is_said_with_its_line() {
    for (case, lines, warning) in [
        (
            "an unknown zone",
            "DTSTART;TZID=Mars/Base:20270104T090000 | DURATION:PT1H",
            "ana.ics, line 3: the time zone `Mars/Base` is not known",
        ),
        ("no date", "DTSTART:20271340T090000Z", "ana.ics, line 3: the DTSTART is no date of the calendar"),
        ("no start", "DTEND:20270104T090000Z", "ana.ics, line 3: the event has no DTSTART"),
        (
            "no rule",
            "DTSTART:20270104T090000Z | DURATION:PT1H | RRULE:FREQ=OFTEN",
            "the RRULE `FREQ=OFTEN` is not understood",
        ),
        ("another calendar", "DTSTART:20270104T090000Z | RRULE:FREQ=YEARLY;RSCALE=HEBREW", "than the Gregorian"),
        (
            "a rule that cannot be",
            "DTSTART:20270104T090000Z | RRULE:FREQ=DAILY;BYMONTHDAY=99",
            "only the event's first time counts",
        ),
    ] {
        let busy = read(&calendar(&event(lines)));
        let [only] = busy.warnings() else { panic!("{case}: {:?}", busy.warnings()) };
        assert!(only.contains(warning), "{case}: {only}");
    }
}

#[test]
fn what_is_no_calendar_is_refused() {
    let broken = calendar(&event("DTSTART:20270104T090000Z"));
    for (case, bytes, message) in [
        ("empty", &b""[..], "`ana.ics` is no calendar: it is empty"),
        ("a web page", b"<html>\n", "`ana.ics` is no calendar: it begins with `<html>`"),
        ("breaks off", &broken.as_bytes()[..60], "`ana.ics` breaks off: an iCalendar file ends with `END:VCALENDAR`"),
        ("no text", &[0xff, 0xfe, 0x00], "`ana.ics` is no calendar"),
    ] {
        let error = Busy::read(&[("ana.ics".to_owned(), bytes.to_vec())]).expect_err(case);
        assert!(error.starts_with(message), "{case}: {error}");
    }
    let marked = format!("\u{feff}{}", broken.replace("\r\n", "\n"));
    assert_eq!(read(&marked).warnings(), [""; 0], "a mark of the byte order and plain line ends are fine");
}

#[test]
fn hostile_rules_end() {
    let rule = |rule: &str, times: usize| {
        let one = format!("BEGIN:VEVENT\nDTSTART:20000103T090000Z\nDURATION:PT1M\nRRULE:{rule}\nEND:VEVENT\n");
        read(&calendar(&one.repeat(times)))
    };
    let seconds = (0..60).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    for (case, text, times) in [
        ("every second for ever", "FREQ=SECONDLY".to_owned(), 1),
        ("every minute, often", "FREQ=MINUTELY".to_owned(), 200),
        ("more than there are", "FREQ=DAILY;COUNT=4294967295".to_owned(), 1),
        ("a large interval", "FREQ=YEARLY;INTERVAL=65535".to_owned(), 1),
        ("never", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30".to_owned(), 500),
        (
            "all of a year at once",
            format!("FREQ=YEARLY;BYDAY=MO,TU,WE;BYHOUR=1,2,3;BYMINUTE={seconds};BYSECOND={seconds}"),
            500,
        ),
    ] {
        let busy = rule(&text, times);
        assert!(!busy.spans(&ana(), always()).is_empty(), "{case}: the first time counts");
        assert!(busy.warnings().len() <= 21, "{case}");
    }
    let warned = rule("FREQ=SECONDLY", 1);
    assert!(warned.warnings()[0].contains("recurs too often; its times from 2000-"), "{:?}", warned.warnings());
    let long = read(&calendar(&event("DTSTART:20270104T090000Z | DURATION:P4294967295W")));
    assert_eq!(shown(&long).len(), 1);
}

#[test]
fn a_year_is_as_other_programs_read_it() {
    // The spans that Python's `icalendar` and `recurring-ical-events` find in the file for somebody in Lisbon in 2026 to 2028.
    let text = include_str!("../../../tests/calendars/golden.ics");
    let mut member = ana();
    member.stays.clear();
    let over = Span { start: Instant::midnight(date("2026-01-01")), end: Instant::midnight(date("2029-01-01")) };
    let show = |at: Instant| at.utc().format("%Y-%m-%d %H:%M").to_string();
    let spans = read(text).spans(&member, over);
    let found: Vec<String> = spans.iter().map(|span| format!("{} {}", show(span.start), show(span.end))).collect();
    assert_eq!(found, include_str!("../../../tests/calendars/golden.txt").lines().collect::<Vec<_>>());
}

mod damaged {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn calendars_never_panic(at in prop::collection::vec((0..4000usize, any::<u8>()), 1..12)) {
            let mut bytes = include_bytes!("../../../tests/calendars/golden.ics").to_vec();
            for (place, byte) in at {
                let place = place % bytes.len();
                bytes[place] = byte;
            }
            if let Ok(busy) = Busy::read(&[("ana.ics".to_owned(), bytes)]) {
                prop_assert!(busy.spans(&ana(), always()).iter().all(|span| always().contains(span.start)));
            }
        }
    }
}
