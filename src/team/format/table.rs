//! What a kind of group holds: the table that is read and written by.

use super::decoder::Decoder;
use super::fields::Fields;
use super::layout::Layout;
use crate::team::ron::Node;

/// A kind of group, such as a member. `T` is what it says; `A` is what its rows have to know of the group around it.
pub(in crate::team) struct Table<T: 'static, A: 'static = ()> {
    /// The name that may stand before it, `Member`.
    pub(super) name: &'static str,
    /// In a sentence, `a member`.
    pub(super) said: &'static str,
    /// What holds where nothing is written; for fields that must be written a stand-in.
    pub(super) blank: fn(&A) -> T,
    /// The fields, in the order in which they are read and written.
    pub(super) rows: &'static [&'static dyn Row<T, A>],
    /// Notes what is wrong although every field is right.
    pub(super) check: fn(&mut Decoder<'_>, &Fields<'_>, &T),
}

/// One field of a group, or two that say one thing together, such as `from` and `to`.
pub(super) trait Row<T, A>: Sync {
    /// What it is called in the file.
    fn names(&self) -> &[&'static str];

    /// Reads it into `value`, in which the rows before it are read. Nothing when the value cannot be used; that was noted.
    fn read(&self, decoder: &mut Decoder<'_>, fields: &Fields<'_>, value: &mut T, around: &A) -> Option<()>;

    /// How it is written in a group that would be `blank` without it; nothing where it need not be.
    fn show(&self, value: &T, blank: &T) -> Vec<(&'static str, Layout)>;
}

impl<T, A> Table<T, A> {
    /// The names of all fields, in order.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.rows.iter().flat_map(|row| row.names()).copied().collect()
    }

    /// What a group says; nothing when it cannot be used. All that is wrong is noted.
    pub(super) fn read_within(&self, decoder: &mut Decoder<'_>, node: &Node, around: &A) -> Option<T> {
        let mut fields = decoder.fields(node, self.name, self.said, self.names())?;
        let mut value = (self.blank)(around);
        for row in self.rows {
            if row.read(decoder, &fields, &mut value, around).is_none() {
                fields.unusable.extend(row.names());
            }
        }
        (self.check)(decoder, &fields, &value);
        fields.unusable.is_empty().then_some(value)
    }

    /// The fields that have to be written.
    pub(super) fn show_within(&self, value: &T, around: &A) -> Vec<(&'static str, Layout)> {
        let blank = (self.blank)(around);
        self.rows.iter().flat_map(|row| row.show(value, &blank)).collect()
    }
}

impl<T> Table<T> {
    /// [`Table::read_within`], for a group that stands alone.
    pub(in crate::team) fn read(&self, decoder: &mut Decoder<'_>, node: &Node) -> Option<T> {
        self.read_within(decoder, node, &())
    }

    /// The group with its name before it.
    pub(in crate::team) fn show_named(&self, value: &T) -> Layout {
        Layout::Group(self.name, self.show_within(value, &()))
    }
}

/// The check of a group of which every combination of fields is right.
pub(super) fn nothing_more<T>(_: &mut Decoder<'_>, _: &Fields<'_>, _: &T) {}
