//! Forms: how a value is read and shown, whichever field it stands in.

use std::fmt::Display;

use chrono::NaiveDate;

use super::decoder::Decoder;
use super::layout::Layout;
use super::table::Table;
use crate::team::ron::Node;
use crate::time::{Hours, Minutes, Zone};

/// How a value of the type `V` stands in a file.
pub(super) trait Form<V> {
    /// What `node` says, the value of the field `name`. Nothing when it cannot be used; then an error was noted.
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, name: &str) -> Option<V>;

    fn show(&self, value: &V) -> Layout;
}

/// A form of two functions.
pub(super) struct By<V> {
    pub(super) read: fn(&mut Decoder<'_>, &Node) -> Option<V>,
    pub(super) show: fn(&V) -> Layout,
}

impl<V> Form<V> for By<V> {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, _: &str) -> Option<V> {
        (self.read)(decoder, node)
    }

    fn show(&self, value: &V) -> Layout {
        (self.show)(value)
    }
}

/// A name that is nobody else's of the same list.
pub(super) const OWN_NAME: By<String> =
    By { read: |decoder, node| decoder.own_name(node), show: |name| Layout::text(name) };
pub(super) const NAME: By<String> = By { read: |decoder, node| decoder.name(node), show: |name| Layout::text(name) };
pub(super) const ROLE: By<String> = By { read: |decoder, node| decoder.role(node), show: |role| Layout::text(role) };
/// Who is in the team.
pub(super) const MEMBER_NAME: By<String> =
    By { read: |decoder, node| decoder.member_name(node), show: |name| Layout::text(name) };
pub(super) const MEMBER_NAMES: By<Vec<String>> =
    By { read: |decoder, node| decoder.member_names(node, &[]), show: |names| Layout::texts(names) };
pub(super) const HOURS: By<Hours> = By { read: |decoder, node| decoder.hours(node), show: |h| Layout::quoted(h) };
pub(super) const DATE: By<NaiveDate> =
    By { read: |decoder, node| decoder.date(node), show: |date| Layout::quoted(date) };
pub(super) const ZONE: By<Zone> =
    By { read: |decoder, node| decoder.zone(node), show: |zone| Layout::text(zone.name()) };
pub(super) const TRUTH: By<bool> = By { read: |decoder, node| decoder.truth(node), show: |truth| Layout::shown(truth) };

/// A value that may be none, which is left out.
pub(super) struct Maybe<F>(pub(super) F);

impl<V, F: Form<V>> Form<Option<V>> for Maybe<F> {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, name: &str) -> Option<Option<V>> {
        self.0.read(decoder, node, name).map(Some)
    }

    fn show(&self, value: &Option<V>) -> Layout {
        value.as_ref().map_or_else(|| Layout::shown("None"), |value| self.0.show(value))
    }
}

/// A whole number within bounds. In messages it is called `what`, where `{}` stands for the field's name.
pub(super) struct Whole {
    pub(super) what: &'static str,
    pub(super) least: u32,
    pub(super) most: u32,
}

impl<V: TryFrom<u32> + Display> Form<V> for Whole {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, name: &str) -> Option<V> {
        let number = decoder.whole(node, &self.what.replace("{}", name), self.least, self.most)?;
        V::try_from(number).ok()
    }

    fn show(&self, value: &V) -> Layout {
        Layout::shown(value)
    }
}

/// A number within bounds; called as [`Whole`] is.
pub(super) struct Decimal {
    pub(super) what: &'static str,
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Form<f64> for Decimal {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, name: &str) -> Option<f64> {
        decoder.decimal(node, &self.what.replace("{}", name), self.least, self.most)
    }

    fn show(&self, value: &f64) -> Layout {
        Layout::decimal(*value)
    }
}

/// A duration such as `1h30m` within bounds; called `what` in messages.
pub(super) struct Duration {
    pub(super) what: &'static str,
    pub(super) least: Minutes,
    pub(super) most: Minutes,
}

impl Form<Minutes> for Duration {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, _: &str) -> Option<Minutes> {
        decoder.duration(node, self.what, self.least, self.most)
    }

    fn show(&self, value: &Minutes) -> Layout {
        Layout::quoted(value)
    }
}

/// A group of a table.
pub(super) struct Group<T: 'static>(pub(super) &'static Table<T>);

impl<T> Form<T> for Group<T> {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, _: &str) -> Option<T> {
        self.0.read(decoder, node)
    }

    fn show(&self, value: &T) -> Layout {
        Layout::Group("", self.0.show_within(value, &()))
    }
}

/// A list of groups of a table, each with a line or more of its own and none with the name of another.
pub(super) struct NamedGroups<T: 'static>(pub(super) &'static Table<T>);

impl<T> Form<Vec<T>> for NamedGroups<T> {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, _: &str) -> Option<Vec<T>> {
        decoder.named_list(node, |decoder, node| self.0.read(decoder, node))
    }

    fn show(&self, values: &Vec<T>) -> Layout {
        Layout::tall_list(values.iter().map(|value| Group(self.0).show(value)).collect())
    }
}

/// A list of values that may stand on one line.
pub(super) struct List<F>(pub(super) F);

impl<V, F: Form<V>> Form<Vec<V>> for List<F> {
    fn read(&self, decoder: &mut Decoder<'_>, node: &Node, name: &str) -> Option<Vec<V>> {
        decoder.list(node, |decoder, node| self.0.read(decoder, node, name))
    }

    fn show(&self, values: &Vec<V>) -> Layout {
        Layout::List(values.iter().map(|value| self.0.show(value)).collect())
    }
}
