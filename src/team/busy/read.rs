//! From the bytes of a calendar's files to its events.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarMethod, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};

use super::calendars::CalendarFile;
use super::clock::Clocks;
use super::event::{Event, Reader};
use super::resolve::resolve;
use super::times::Busy;

/// The largest calendar file that is read, in bytes.
pub const MAX_CALENDAR_BYTES: usize = 64 * 1024 * 1024;

impl Busy {
    /// What the files of one calendar say together.
    ///
    /// # Errors
    /// When one of them is no calendar, or breaks off.
    pub fn read(files: &[CalendarFile]) -> Result<Self, String> {
        let (mut events, mut warnings) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            let text = text_of(name, bytes)?;
            let mut file = File { name, begins: begins(&text), begun: 0 };
            let mut parser = Parser::new(&text);
            loop {
                match parser.entry() {
                    Entry::ICalendar(calendar) => file.take(&calendar, &mut events, &mut warnings),
                    Entry::UnterminatedComponent(_) => return Err(format!("`{name}` breaks off before its end")),
                    Entry::TooManyComponents => return Err(format!("`{name}` has too many events")),
                    Entry::Eof => break,
                    // Lines between calendars mean nothing.
                    _ => {}
                }
            }
        }
        Ok(resolve(events, warnings))
    }
}

/// The text of a file, if it begins as a calendar does and goes on to its end.
fn text_of(name: &str, bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > MAX_CALENDAR_BYTES {
        return Err(format!("`{name}` is larger than {} MB", MAX_CALENDAR_BYTES / (1024 * 1024)));
    }
    // Texts in other encodings are of no matter here: times are ASCII.
    let text = String::from_utf8_lossy(bytes).replace('\0', "\u{fffd}");
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    let is = |line: Option<&str>, wanted: &str| line.is_some_and(|line| line.eq_ignore_ascii_case(wanted));
    let first = lines.next();
    if !is(first, "BEGIN:VCALENDAR") {
        let begins = first.map_or_else(
            || "it is empty".to_owned(),
            |line| format!("it begins with `{}`", line.chars().take(40).collect::<String>()),
        );
        return Err(format!("`{name}` is no calendar: {begins}, and an iCalendar file begins with `BEGIN:VCALENDAR`"));
    }
    let last = lines.next_back();
    if !is(last, "END:VCALENDAR") {
        return Err(format!("`{name}` breaks off: an iCalendar file ends with `END:VCALENDAR`"));
    }
    Ok(text)
}

/// A file that is being read.
struct File<'t> {
    name: &'t str,
    /// The lines, from 1, on which its components begin.
    begins: Vec<usize>,
    /// How many components have begun in earlier calendars of it.
    begun: usize,
}

impl File<'_> {
    /// Adds the events of one calendar.
    fn take(&mut self, calendar: &ICalendar, events: &mut Vec<Event>, warnings: &mut Vec<String>) {
        let is_called_off = calendar.components.iter().any(is_cancellation);
        let mut clocks = Clocks::of(calendar);
        for (number, component) in calendar.components.iter().enumerate() {
            let mut reader = Reader { clocks: &mut clocks, troubles: Vec::new() };
            let place = || self.name.to_owned();
            let from = events.len();
            match component.component_type {
                ICalendarComponentType::VEvent => events.extend(reader.event(component, place())),
                ICalendarComponentType::VFreebusy => events.extend(reader.answered(component, &place())),
                _ => continue,
            }
            let recurs = events[from..].iter().any(|event| !event.rules.is_empty());
            if !reader.troubles.is_empty() || recurs {
                let place = self.place(number);
                warnings.extend(reader.troubles.iter().map(|trouble| format!("{place}: {trouble}")));
                events[from..].iter_mut().for_each(|event| event.place.clone_from(&place));
            }
            if is_called_off {
                events[from..].iter_mut().for_each(|event| event.is_busy = false);
            }
        }
        self.begun += calendar.components.len();
    }

    /// The file and the line on which a component of it begins.
    fn place(&self, component: usize) -> String {
        match self.begins.get(self.begun + component) {
            Some(line) => format!("{}, line {line}", self.name),
            None => self.name.to_owned(),
        }
    }
}

fn begins(text: &str) -> Vec<usize> {
    let is_begin = |line: &str| {
        let line = line.trim_start_matches('\u{feff}');
        line.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:"))
    };
    text.lines().enumerate().filter(|(_, line)| is_begin(line)).map(|(line, _)| line + 1).collect()
}

/// Whether all events of a calendar are called off: that is what it was sent for.
fn is_cancellation(component: &ICalendarComponent) -> bool {
    let method = component.property(&ICalendarProperty::Method).and_then(|entry| entry.values.first());
    matches!(method, Some(ICalendarValue::Method(ICalendarMethod::Cancel)))
}
