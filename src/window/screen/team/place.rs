//! Places and holidays while they are looked for.

use crate::team::{HolidayChoice, Place};
use crate::window::widget::picker::Line;
use crate::world::{Region, fold};

pub use crate::window::place::{clock, find, label, line, of, offset};

/// How many lines are shown.
const MOST: usize = 7;

/// Whose holidays a text may mean.
pub fn find_holidays(text: &str) -> Vec<HolidayChoice> {
    let typed = fold(text);
    let mut found = Vec::new();
    if "none".starts_with(&typed) {
        found.push(HolidayChoice::None);
    }
    if typed.is_empty() || "as the city".contains(&typed) {
        found.push(HolidayChoice::OfCity);
    }
    if typed.is_empty() {
        return found;
    }
    let begins = |region: &Region| fold(&region.name()).starts_with(&typed) || fold(region.code()).starts_with(&typed);
    let (first, rest): (Vec<Region>, Vec<Region>) = Region::all().partition(begins);
    let inside = rest.into_iter().filter(|region| fold(&region.name()).contains(&typed));
    let exact = Region::parse(text).ok();
    let others = first.into_iter().chain(inside).filter(|&region| Some(region) != exact);
    found.extend(exact.into_iter().chain(others).map(HolidayChoice::Of));
    found.truncate(MOST);
    found
}

/// Whose holidays, as a line.
pub fn holidays_line(choice: &HolidayChoice, home: Place) -> Line {
    let (title, about) = match choice {
        HolidayChoice::None => ("None".to_owned(), "no public holidays".to_owned()),
        HolidayChoice::OfCity => ("As the city".to_owned(), of_city(home)),
        HolidayChoice::Of(region) => (region.name(), region.code().to_owned()),
    };
    Line { title, about, right: None }
}

/// Whose holidays, in a few words.
pub fn holidays_label(choice: &HolidayChoice, home: Place) -> String {
    match choice {
        HolidayChoice::None => "None".to_owned(),
        HolidayChoice::OfCity => format!("As the city: {}", of_city(home)),
        HolidayChoice::Of(region) => format!("{} ({})", region.name(), region.code()),
    }
}

fn of_city(home: Place) -> String {
    let region = home.city.and_then(|city| Region::of_country(city.country));
    region.map_or_else(|| "none are known".to_owned(), Region::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_found_by_name_and_code() {
        let codes = |text: &str| -> Vec<&str> {
            let code = |choice: &HolidayChoice| match choice {
                HolidayChoice::Of(region) => region.code(),
                HolidayChoice::OfCity => "city",
                HolidayChoice::None => "none",
            };
            find_holidays(text).iter().map(code).collect()
        };
        assert_eq!(codes(""), ["none", "city"]);
        assert_eq!(codes("portugal")[0], "PT");
        assert_eq!(codes("DE-BY")[0], "DE-BY");
        assert!(codes("bayern").contains(&"DE-BY"));
        assert_eq!(codes("none")[0], "none");
        assert!(codes("qqqq").is_empty());
    }
}
