//! The rows of tables.

use super::decoder::Decoder;
use super::fields::Fields;
use super::form::Form;
use super::layout::Layout;
use super::table::Row;
use crate::team::Place;
use crate::time::Dates;

/// When a field stands in a file.
pub(super) enum Written {
    /// Always; what is told about a group that lacks it, such as `; write for example ..`.
    MustBe(fn(&Fields<'_>) -> String),
    /// It may be left out, and is where its value is that of a blank group.
    UnlessBlank,
    /// It may be left out, but it never is.
    Always,
}

/// A field whose value is read and shown alone. Made by [`needed`], [`optional`] and [`spelled_out`].
pub(super) struct Field<T, V, F> {
    pub(super) names: [&'static str; 1],
    pub(super) get: fn(&T) -> &V,
    pub(super) get_mut: fn(&mut T) -> &mut V,
    pub(super) written: Written,
    pub(super) form: F,
}

impl<T, A, V: PartialEq, F: Form<V> + Sync> Row<T, A> for Field<T, V, F> {
    fn names(&self) -> &[&'static str] {
        &self.names
    }

    fn read(&self, decoder: &mut Decoder<'_>, fields: &Fields<'_>, value: &mut T, _: &A) -> Option<()> {
        let [name] = self.names;
        let read = fields.get(name).map(|node| self.form.read(decoder, node, name));
        match (read, &self.written) {
            (Some(Some(read)), _) => *(self.get_mut)(value) = read,
            (None, Written::MustBe(advice)) => {
                decoder.missing(fields, &format!("`{name}`"), &advice(fields));
                return None;
            }
            (Some(None), Written::MustBe(_)) => return None,
            // What could not be read was noted, so that the file is not used: what is blank may stand in.
            (None | Some(None), Written::UnlessBlank | Written::Always) => {}
        }
        Some(())
    }

    fn show(&self, value: &T, blank: &T) -> Vec<(&'static str, Layout)> {
        let own = (self.get)(value);
        let is_left_out = matches!(self.written, Written::UnlessBlank) && own == (self.get)(blank);
        if is_left_out { Vec::new() } else { vec![(self.names[0], self.form.show(own))] }
    }
}

/// The one field of a group that says nothing else.
pub(super) const fn alone<V, F: Form<V>>(name: &'static str, form: F) -> Field<V, V, F> {
    Field {
        names: [name],
        get: |value| value,
        get_mut: |value| value,
        written: Written::MustBe(|_| String::new()),
        form,
    }
}

/// A row of the field `$table.field`, `$table.part.field`, or `$table.field as "name in the file"` with its form.
macro_rules! field {
    ($written:expr, $table:ident . $($path:ident).+ as $name:expr, $form:expr) => {
        $crate::team::format::row::Field {
            names: [$name],
            get: |value: &$table| &value.$($path).+,
            get_mut: |value: &mut $table| &mut value.$($path).+,
            written: $written,
            form: $form,
        }
    };
    ($written:expr, $table:ident . $name:ident, $form:expr) => {
        $crate::team::format::row::field!($written, $table.$name as stringify!($name), $form)
    };
    ($written:expr, $table:ident . $part:ident . $name:ident, $form:expr) => {
        $crate::team::format::row::field!($written, $table.$part.$name as stringify!($name), $form)
    };
}

/// A field that must be written; `or` names what is told when it is not.
macro_rules! needed {
    ($table:ident . $($path:ident).+ $(as $name:literal)?, $form:expr) => {
        $crate::team::format::row::needed!($table.$($path).+ $(as $name)?, $form, or |_| String::new())
    };
    ($table:ident . $($path:ident).+ $(as $name:literal)?, $form:expr, or $advice:expr) => {
        &$crate::team::format::row::field!(
            $crate::team::format::row::Written::MustBe($advice), $table.$($path).+ $(as $name)?, $form
        )
    };
}

/// A field that may be left out, and is left out where its value is usual.
macro_rules! optional {
    ($table:ident . $($path:ident).+ $(as $name:literal)?, $form:expr) => {
        &$crate::team::format::row::field!(
            $crate::team::format::row::Written::UnlessBlank, $table.$($path).+ $(as $name)?, $form
        )
    };
}

/// A field that may be left out, but is always written.
macro_rules! spelled_out {
    ($table:ident . $($path:ident).+ $(as $name:literal)?, $form:expr) => {
        &$crate::team::format::row::field!(
            $crate::team::format::row::Written::Always, $table.$($path).+ $(as $name)?, $form
        )
    };
}

pub(super) use {field, needed, optional, spelled_out};

/// A field that is read or shown in a way of its own, because other fields or the group around it matter.
pub(super) struct Own<T, A = ()> {
    pub(super) names: [&'static str; 1],
    pub(super) read: fn(&mut Decoder<'_>, &Fields<'_>, &mut T, &A) -> Option<()>,
    /// Nothing where it is left out.
    pub(super) show: fn(&T) -> Option<Layout>,
}

impl<T, A> Row<T, A> for Own<T, A> {
    fn names(&self) -> &[&'static str] {
        &self.names
    }

    fn read(&self, decoder: &mut Decoder<'_>, fields: &Fields<'_>, value: &mut T, around: &A) -> Option<()> {
        (self.read)(decoder, fields, value, around)
    }

    fn show(&self, value: &T, _: &T) -> Vec<(&'static str, Layout)> {
        (self.show)(value).map(|layout| (self.names[0], layout)).into_iter().collect()
    }
}

/// `city` or `zone`: exactly one must be written.
pub(super) struct CityOrZone<T> {
    pub(super) get: fn(&T) -> Place,
    pub(super) get_mut: fn(&mut T) -> &mut Place,
}

const CITY: &str = "city";
const ZONE: &str = "zone";

impl<T, A> Row<T, A> for CityOrZone<T> {
    fn names(&self) -> &[&'static str] {
        &[CITY, ZONE]
    }

    fn read(&self, decoder: &mut Decoder<'_>, fields: &Fields<'_>, value: &mut T, _: &A) -> Option<()> {
        *(self.get_mut)(value) = match (fields.get(CITY), fields.get(ZONE)) {
            (None, None) => {
                decoder.missing(fields, "`city` or `zone`", "; write for example city: \"Lisbon\"");
                return None;
            }
            (city, zone) => decoder.place(city, zone)?,
        };
        Some(())
    }

    fn show(&self, value: &T, _: &T) -> Vec<(&'static str, Layout)> {
        let place = (self.get)(value);
        vec![match place.city {
            Some(city) => (CITY, Layout::text(&city.label())),
            None => (ZONE, Layout::text(place.zone.name())),
        }]
    }
}

/// The dates `from` and `to`, both of which must be written.
pub(super) struct FromTo<T> {
    pub(super) get: fn(&T) -> Dates,
    pub(super) get_mut: fn(&mut T) -> &mut Dates,
}

const FROM: &str = "from";
const TO: &str = "to";

impl<T, A> Row<T, A> for FromTo<T> {
    fn names(&self) -> &[&'static str] {
        &[FROM, TO]
    }

    fn read(&self, decoder: &mut Decoder<'_>, fields: &Fields<'_>, value: &mut T, _: &A) -> Option<()> {
        let first = decoder.required(fields, FROM, Decoder::date);
        let last = decoder.required(fields, TO, Decoder::date);
        let place = fields.get(TO)?.range.clone();
        match Dates::new(first?, last?) {
            Ok(dates) => *(self.get_mut)(value) = dates,
            Err(error) => {
                decoder.error(place, error.to_string());
                return None;
            }
        }
        Some(())
    }

    fn show(&self, value: &T, _: &T) -> Vec<(&'static str, Layout)> {
        let dates = (self.get)(value);
        vec![(FROM, Layout::quoted(dates.first())), (TO, Layout::quoted(dates.last()))]
    }
}
