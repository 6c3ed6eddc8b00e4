//! The rows of the table: numbers of fixed widths, the lowest byte first.

/// A row with its width in bytes and its fields in their order, from which both reading and writing are made.
macro_rules! row {
    ($(#[$about:meta])* $name:ident[$width:literal] { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::world) struct $name { $($(#[$doc])* pub $field: $type,)* }

        impl $name {
            /// The row that these bytes are.
            pub fn read(row: &[u8; $width]) -> Self {
                let mut rest = row.as_slice();
                $(
                    let (bytes, after) = rest.split_first_chunk().expect("the width is that of the fields");
                    let $field = <$type>::from_le_bytes(*bytes);
                    rest = after;
                )*
                debug_assert!(rest.is_empty(), "the width is that of the fields");
                Self { $($field),* }
            }

            /// Adds the row's bytes.
            pub(super) fn write(self, to: &mut Vec<u8>) {
                $(to.extend(self.$field.to_le_bytes());)*
            }
        }
    };
}

row! {
    /// The start of a word in a name of a city. All starts are sorted by the text from there on.
    Start[4] {
        /// The city, by its place in the table.
        city: u16,
        /// How many bytes of the name follow from here on.
        len: u8,
        /// [`Start::IS_FIRST`] and the others.
        marks: u8,
    }
}

impl Start {
    /// No start before this one has the same text.
    pub(super) const IS_FIRST: u8 = 1;
    /// The name begins here, so that this is not a later word.
    pub(super) const IS_WHOLE: u8 = 2;
    /// The name is the city's own, not an alternate one.
    pub(super) const IS_OWN: u8 = 4;

    /// Whether no start before this one has the same text.
    pub fn is_first(self) -> bool {
        self.marks & Self::IS_FIRST != 0
    }

    /// Whether the name begins here, so that this is not a later word.
    pub fn is_whole(self) -> bool {
        self.marks & Self::IS_WHOLE != 0
    }

    /// Whether the name is the city's own, not an alternate one.
    pub fn is_own(self) -> bool {
        self.marks & Self::IS_OWN != 0
    }

    /// How many bytes of the name follow from here on.
    pub fn len(self) -> usize {
        usize::from(self.len)
    }
}

row! {
    /// A city.
    CityRow[26] {
        /// Where its name is in the texts; right behind it the folded name.
        text: u32,
        /// The length of its name in bytes.
        name: u8,
        /// The length of its folded name in bytes.
        folded: u8,
        /// Its region, by the place in the table.
        region: u16,
        /// Its zone, by the place in the table.
        zone: u16,
        /// Ten-thousandths of a degree north.
        latitude: i32,
        /// Ten-thousandths of a degree east.
        longitude: i32,
        /// People; 0 where unknown.
        population: u32,
        /// Which letters its folded name has, as `letters` counts them.
        letters: u32,
    }
}

row! {
    /// A state, province or the like.
    RegionRow[9] {
        /// Where its name is in the texts; right behind it the folded name, then the folded code.
        text: u32,
        /// The length of its name in bytes; 0 where the source has none.
        name: u8,
        /// The length of its folded name in bytes.
        folded: u8,
        /// The length of the folded code that people write; 0 where they write nothing short.
        code: u8,
        /// The two letters of its country's code.
        country: u16,
    }
}

row! {
    /// A zone, or a country, with the cities that are listed for it.
    ListRow[9] {
        /// Where the name of the zone or the code of the country is in the texts.
        text: u32,
        /// The length of that in bytes.
        name: u8,
        /// Where its cities end in the list; they begin where those of the row before end.
        end: u32,
    }
}
