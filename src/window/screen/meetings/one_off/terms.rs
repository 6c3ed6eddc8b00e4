//! What a meeting that is held once is, as it is typed.

use chrono::{Days, NaiveDate};

use crate::plan::panel::PanelAsk;
use crate::time::{Dates, Minutes};
use crate::window::form::{Row, Typed, length};
use crate::words::amount::duration;

/// A setting that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it is called.
    Name,
    /// How long it lasts.
    Length,
    /// The first date.
    From,
    /// The last date.
    Last,
}

/// A meeting that is held once, on one of some dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// What it is called.
    pub name: String,
    /// How long it lasts.
    pub length: Minutes,
    /// The first date.
    pub from: NaiveDate,
    /// The last date.
    pub last: NaiveDate,
}

impl Terms {
    /// An hour in the weeks from a date on.
    pub fn usual(from: NaiveDate) -> Self {
        let last = from + Days::new(PanelAsk::USUAL_DAYS - 1);
        Self { name: "Meeting".to_owned(), length: Minutes::HOUR, from, last }
    }
}

impl Typed for Terms {
    type Field = Field;

    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Name,
            label: "Name",
            show: |terms| terms.name.clone(),
            parse: |text, terms, _| {
                text.clone_into(&mut terms.name);
                if text.is_empty() { Err("a meeting needs a name".to_owned()) } else { Ok(()) }
            },
        },
        Row {
            field: Field::Length,
            label: "Length",
            show: |terms| duration(terms.length),
            parse: |text, terms, _| length(text).map(|length| terms.length = length),
        },
        Row {
            field: Field::From,
            label: "First date",
            show: |terms| terms.from.to_string(),
            parse: |text, terms, _| date(text).map(|date| terms.from = date),
        },
        Row {
            field: Field::Last,
            label: "Last date",
            show: |terms| terms.last.to_string(),
            parse: |text, terms, _| {
                let dates = Dates::new(terms.from, date(text)?).map_err(|error| error.to_string())?;
                terms.last = dates.last();
                Ok(())
            },
        },
    ];

    fn keep_up(&mut self, _: &Self) {}
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write a date such as 2027-01-04".to_owned())
}
