//! What the user likes wherever they are: light or dark, the clock, the first day of the week, how large everything is.
//!
//! Until they choose, the system and its locale decide. Choices are kept in one small file of JSON among the user's settings:
//!
//! ```json
//! {"appearance": "dark", "clock": "12", "week_from": "Su", "scale": "125"}
//! ```
//!
//! What cannot be read there is as if it had not been chosen; what a later version of the program put there stays.

use chrono::Weekday;
use iced::theme::Mode;
use serde_json::{Map, Value};

use super::command::Zoom;
use crate::disk::{Config, Keeping};
use crate::time::hours::{day_name, day_named};
use crate::words::clock::Clock;
use crate::world::Customs;

/// The file, in the user's folder for this program's settings.
const FILE: &str = "preferences.json";
const APPEARANCE: &str = "appearance";
const CLOCK: &str = "clock";
const WEEK_FROM: &str = "week_from";
const SCALE: &str = "scale";

/// How large everything can be, in per cent of the usual size.
const SCALES: [u16; 9] = [80, 90, 100, 110, 125, 140, 160, 180, 200];
const USUAL: u16 = 100;

/// The days on which weeks begin somewhere, in the order in which they are offered.
const FIRST_DAYS: [Weekday; 3] = [Weekday::Mon, Weekday::Sat, Weekday::Sun];

/// What the user likes.
#[derive(Debug, Clone, Default)]
pub struct Preferences {
    /// What is usual where the user is.
    customs: Customs,
    /// What they chose instead.
    chosen: Map<String, Value>,
    /// Where it is kept.
    file: Option<Config>,
}

impl Preferences {
    /// Those of this user of this machine.
    pub fn of_user() -> Self {
        let customs = locale().map(|locale| Customs::of_locale(&locale)).unwrap_or_default();
        Self::in_file(Config::of_user(FILE), customs)
    }

    /// Those that a file holds, if there is one that can be read.
    pub fn in_file(file: Option<Config>, customs: Customs) -> Self {
        let bytes = file.as_ref().and_then(|file| file.read().ok());
        let chosen = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { customs, chosen, file }
    }

    /// How times are written.
    pub fn clock(&self) -> Clock {
        match self.word(CLOCK) {
            Some("12") => Clock::Hours12,
            Some("24") => Clock::Hours24,
            _ if self.customs.has_12_hours => Clock::Hours12,
            _ => Clock::Hours24,
        }
    }

    /// The day with which weeks begin.
    pub fn first_weekday(&self) -> Weekday {
        self.word(WEEK_FROM).and_then(day_named).unwrap_or(self.customs.first_weekday)
    }

    /// Light or dark, if the user chose one of them.
    pub fn appearance(&self) -> Option<Mode> {
        match self.word(APPEARANCE) {
            Some("light") => Some(Mode::Light),
            Some("dark") => Some(Mode::Dark),
            _ => None,
        }
    }

    /// How large everything is, in per cent of the usual size.
    pub fn scale(&self) -> u16 {
        let chosen = self.word(SCALE).and_then(|word| word.parse().ok());
        chosen.filter(|scale| SCALES.contains(scale)).unwrap_or(USUAL)
    }

    /// Draws everything in another size from now on; the largest and the smallest are as far as it goes.
    pub fn zoom(&mut self, zoom: Zoom) -> Option<Keeping> {
        let at = SCALES.iter().position(|scale| *scale == self.scale()).unwrap_or_default();
        let next = match zoom {
            Zoom::In => SCALES[(at + 1).min(SCALES.len() - 1)],
            Zoom::Out => SCALES[at.saturating_sub(1)],
            Zoom::Usual => USUAL,
        };
        self.choose(SCALE, Some(&next.to_string()))
    }

    /// Takes the other clock from now on; gives what is to be kept for the next time, as the others do.
    pub fn turn_clock(&mut self) -> Option<Keeping> {
        let word = match self.clock().other() {
            Clock::Hours12 => "12",
            Clock::Hours24 => "24",
        };
        self.choose(CLOCK, Some(word))
    }

    /// Begins weeks with the next day of those with which weeks begin somewhere.
    pub fn turn_first_weekday(&mut self) -> Option<Keeping> {
        let at = FIRST_DAYS.iter().position(|day| *day == self.first_weekday());
        let next = FIRST_DAYS[at.map_or(0, |at| (at + 1) % FIRST_DAYS.len())];
        self.choose(WEEK_FROM, Some(day_name(next)))
    }

    /// Takes light or dark, or again what the system has.
    pub fn set_appearance(&mut self, mode: Option<Mode>) -> Option<Keeping> {
        let word = mode.map(|mode| if mode == Mode::Dark { "dark" } else { "light" });
        self.choose(APPEARANCE, word)
    }

    fn word(&self, key: &str) -> Option<&str> {
        self.chosen.get(key)?.as_str()
    }

    /// What is to be kept for the next time.
    fn choose(&mut self, key: &str, word: Option<&str>) -> Option<Keeping> {
        match word {
            Some(word) => self.chosen.insert(key.to_owned(), word.into()),
            None => self.chosen.remove(key),
        };
        let text = format!("{:#}\n", Value::Object(self.chosen.clone()));
        self.file.as_ref().map(|file| file.keeping(text.into_bytes()))
    }
}

/// The locale for times. On Linux the one for times may differ from that of the language.
fn locale() -> Option<String> {
    let named = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let of_times = if cfg!(target_os = "linux") { named("LC_ALL").or_else(|| named("LC_TIME")) } else { None };
    of_times.or_else(sys_locale::get_locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AMERICAN: Customs = Customs { has_12_hours: true, first_weekday: Weekday::Sun };

    fn kept(text: &str) -> (tempfile::TempDir, Preferences) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = Config::in_file(folder.path().join(FILE));
        file.keeping(text.into()).write().expect("written");
        (folder, Preferences::in_file(Some(file), AMERICAN))
    }

    #[test]
    fn a_file_that_is_broken_is_as_none() {
        for text in ["", "{", "[]", "\u{0}", r#"{"clock": 12, "week_from": "Xx", "appearance": null}"#, "12"] {
            let (_folder, found) = kept(text);
            let says = (found.clock(), found.first_weekday(), found.appearance());
            assert_eq!(says, (Clock::Hours12, Weekday::Sun, None), "{text}");
        }
    }

    #[test]
    fn choices_come_back_and_leave_the_rest_alone() {
        let keep = |choice: Option<Keeping>| choice.expect("a file").write().expect("written");
        let (_folder, mut first) = kept(r#"{"clock": "24", "later": [1]}"#);
        assert_eq!(first.clock(), Clock::Hours24);
        keep(first.turn_clock());
        keep(first.turn_first_weekday());
        keep(first.set_appearance(Some(Mode::Dark)));
        let mut again = Preferences::in_file(first.file.clone(), Customs::default());
        assert_eq!(again.clock(), Clock::Hours12);
        assert_eq!((again.first_weekday(), again.appearance()), (Weekday::Mon, Some(Mode::Dark)));
        assert_eq!(again.chosen["later"], serde_json::json!([1]));
        keep(again.set_appearance(None));
        assert_eq!(Preferences::in_file(again.file.clone(), AMERICAN).appearance(), None);
    }

    #[test]
    fn a_size_that_does_not_exist_is_the_usual_one() {
        for (kept_scale, scale) in [("\"125\"", 125), ("\"126\"", 100), ("125", 100), ("\"0\"", 100)] {
            let (_folder, found) = kept(&format!("{{\"scale\": {kept_scale}}}"));
            assert_eq!(found.scale(), scale, "{kept_scale}");
        }
    }

    #[test]
    fn days_take_turns_and_without_a_file_nothing_is_kept() {
        let mut found = Preferences::default();
        let mut seen = vec![found.first_weekday()];
        for _ in 0..3 {
            assert!(found.turn_first_weekday().is_none(), "there is no file");
            seen.push(found.first_weekday());
        }
        assert_eq!(seen, [Weekday::Mon, Weekday::Sat, Weekday::Sun, Weekday::Mon]);
    }
}
