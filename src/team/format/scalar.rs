//! Single values of a file: hours, durations, times of day, zones, countries, names, choices.

use super::decoder::Decoder;
use crate::spelling::{did_you_mean, nearest};
use crate::team::ron::{Node, Value, place_in_literal};
use crate::time::hours::Refused;
use crate::time::{Hours, Minutes, TimeOfDay, Zone};
use crate::world::Country;

/// No name of a zone or place is longer; longer texts are refused without looking for what they may mean.
pub(super) const LONGEST_PLACE: usize = 150;

impl Decoder<'_> {
    /// Weekly hours; an error points into the string.
    pub(super) fn hours(&mut self, node: &Node) -> Option<Hours> {
        let text = self.text(node)?;
        let error = match Hours::parse(text) {
            Ok(hours) => return Some(hours),
            Err(error) => error,
        };
        let len = match &error.refused {
            Refused::NoSuchTime(written) | Refused::NotUnderstood(written) => written.chars().count(),
            _ => 1,
        };
        let literal = &self.source.text[node.range.clone()];
        let start = place_in_literal(literal, error.at).start;
        let end = place_in_literal(literal, error.at + len.max(1) - 1).end;
        self.error(node.range.start + start..node.range.start + end, error.to_string());
        None
    }

    /// `true` or `false`.
    pub(super) fn truth(&mut self, node: &Node) -> Option<bool> {
        if let Value::Bool(truth) = node.value {
            return Some(truth);
        }
        self.expected(node, "true or false");
        None
    }

    /// A duration within bounds; `what` names it in the message.
    pub(super) fn duration(&mut self, node: &Node, what: &str, least: Minutes, most: Minutes) -> Option<Minutes> {
        let text = match &node.value {
            Value::Text(text) => text,
            Value::Number(number) => {
                let message = format!("a duration needs its unit; write \"{number}h\" or \"{number}m\"");
                self.error(node.range.clone(), message);
                return None;
            }
            _ => {
                self.expected(node, "a string such as \"1h30m\"");
                return None;
            }
        };
        let message = match text.parse::<Minutes>() {
            Ok(minutes) if (least..=most).contains(&minutes) => return Some(minutes),
            Ok(minutes) => format!("{what} is from {least} to {most} long, not {minutes}"),
            Err(error) => error.to_string(),
        };
        self.error(node.range.clone(), message);
        None
    }

    pub(super) fn time_of_day(&mut self, node: &Node) -> Option<TimeOfDay> {
        let text = self.text(node)?;
        let error = match text.parse::<TimeOfDay>() {
            Ok(time) => return Some(time),
            Err(error) => error,
        };
        let message = match format!("0{text}").parse::<TimeOfDay>() {
            Ok(meant) => format!("`{text}` is no time of day{}", did_you_mean([meant])),
            Err(_) => error.to_string(),
        };
        self.error(node.range.clone(), message);
        None
    }

    pub(super) fn zone(&mut self, node: &Node) -> Option<Zone> {
        let text = self.text(node)?;
        if text.len() > LONGEST_PLACE {
            self.error(node.range.clone(), "no zone has such a long name; write for example \"Europe/Lisbon\"");
            return None;
        }
        Zone::named(text).map_err(|error| self.error(node.range.clone(), error.to_string())).ok()
    }

    pub(super) fn country(&mut self, node: &Node) -> Option<Country> {
        let text = self.text(node)?;
        if text.len() > LONGEST_PLACE {
            self.error(node.range.clone(), "no country has such a long name");
            return None;
        }
        Country::named(text).map_err(|error| self.error(node.range.clone(), error.to_string())).ok()
    }

    /// A name of something: not blank, on one line, not endless.
    pub(super) fn name(&mut self, node: &Node) -> Option<String> {
        const LONGEST: usize = 200;
        let text = self.text(node)?;
        let message = if text.trim().is_empty() {
            "a name cannot be blank".to_owned()
        } else if text.chars().any(char::is_control) {
            "a name stands on one line, without control characters".to_owned()
        } else if text.chars().count() > LONGEST {
            format!("a name has at most {LONGEST} characters")
        } else {
            return Some(text.to_owned());
        };
        self.error(node.range.clone(), message);
        None
    }

    /// One of a few names without quotes, such as `Fairness`; `others` are named in errors, too.
    pub(super) fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&str, T)], others: &[&str]) -> Option<T> {
        let names = || choices.iter().map(|&(name, _)| name).chain(others.iter().copied());
        if let Value::Word(word) = &node.value {
            match choices.iter().find(|(name, _)| name == word) {
                Some(&(_, choice)) => return Some(choice),
                None => self.unknown_choice(node, word, names()),
            }
        } else {
            let quoted = node.text().and_then(|text| nearest(text, names().map(|name| (name, name))));
            let advice = quoted.map(|name| format!("; write `{name}` without quotes")).unwrap_or_default();
            let among = names().collect::<Vec<_>>().join(", ");
            self.error(node.range.clone(), format!("expected one of {among}, found {}{advice}", node.kind()));
        }
        None
    }

    /// Notes that a name is none of those that can stand there.
    pub(super) fn unknown_choice<'c>(&mut self, node: &Node, word: &str, names: impl Iterator<Item = &'c str> + Clone) {
        let advice = did_you_mean(nearest(word, names.clone().map(|name| (name, name))));
        let among = names.collect::<Vec<_>>().join(", ");
        let word: String = word.chars().take(40).collect();
        self.error(node.range.clone(), format!("expected one of {among}, found `{word}`{advice}"));
    }
}
