//! Cities by what is typed of their names.

use super::cost;
use super::score::Score;
use crate::world::distance::{Distance, Ruler};
use crate::world::fold::letters;
use crate::world::table::{CityRow, RegionRow, Start};
use crate::world::{City, Country, Gazetteer};

/// The best score of every city that was found.
pub(super) struct CityScores<'a> {
    gazetteer: &'static Gazetteer,
    weights: &'a [Score],
    best: Vec<Score>,
    touched: Vec<u16>,
}

impl<'a> CityScores<'a> {
    pub fn new(gazetteer: &'static Gazetteer, weights: &'a [Score]) -> Self {
        Self { gazetteer, weights, best: vec![Score::NEG_INFINITY; weights.len()], touched: Vec::new() }
    }

    /// How many cities were found.
    pub fn len(&self) -> usize {
        self.touched.len()
    }

    /// The best `limit` cities with their scores.
    pub fn best(mut self, limit: usize) -> Vec<(Score, &'static City)> {
        let score = |city: u16| self.best[usize::from(city)];
        let order = |a: &u16, b: &u16| score(*b).total_cmp(&score(*a)).then(a.cmp(b));
        if self.touched.len() > limit && limit > 0 {
            self.touched.select_nth_unstable_by(limit - 1, order);
        }
        self.touched.truncate(limit);
        self.touched.sort_unstable_by(order);
        self.touched.iter().map(|&city| (self.best[usize::from(city)], self.gazetteer.city(city))).collect()
    }

    fn note(&mut self, city: u16, cost: Score) {
        let score = self.weights[usize::from(city)] - cost;
        let best = &mut self.best[usize::from(city)];
        if *best == Score::NEG_INFINITY {
            self.touched.push(city);
        }
        *best = best.max(score);
    }

    /// Cities of which a name, or a later word of a name, begins as typed.
    pub fn by_beginning(&mut self, typed: &str) {
        for start in self.gazetteer.names().starting_with(typed) {
            self.note(start.city, cost_of(start, typed));
        }
    }

    /// Cities named by the first words typed that lie where the others say: `san jose cr`, `paris texas`.
    pub fn by_place(&mut self, typed: &str) {
        for (space, _) in typed.match_indices(' ') {
            let (name, place) = (&typed[..space], &typed[space + 1..]);
            let fits = self.regions_of(place);
            if !fits.contains(&true) {
                continue;
            }
            for start in self.gazetteer.names().starting_with(name) {
                if start.is_whole() && fits[usize::from(self.gazetteer.table.city(start.city).region)] {
                    self.note(start.city, cost_of(start, name) + cost::QUALIFIED);
                }
            }
        }
    }

    /// By region, whether its name or its country's begins as typed, or it has that code.
    fn regions_of(&self, place: &str) -> Vec<bool> {
        let begun = place.len() > 2;
        let is_country = |country: &Country| {
            let (codes, names) = country.names().split_at(2);
            codes.iter().any(|code| code == place) || begun && names.iter().any(|name| name.starts_with(place))
        };
        let code = |country: Country| u16::from_le_bytes(country.code().as_bytes().try_into().expect("two letters"));
        let countries: Vec<u16> = Country::all().filter(is_country).map(code).collect();
        let table = &self.gazetteer.table;
        let fits = |region: RegionRow| {
            countries.contains(&region.country)
                || table.names_region(region, place)
                || begun && table.begins_region(region, place)
        };
        table.regions.iter().map(|row| fits(RegionRow::read(row))).collect()
    }

    /// Cities of whose names the typed text is a few letters off: one from four letters on, two from seven.
    pub fn by_likeness(&mut self, typed: &str) {
        let limit = match typed.len() {
            0..=3 => return,
            4..=6 => 1,
            _ => 2,
        };
        let typed_at = |at: usize| typed.as_bytes()[at];
        let (first, second, third) = (typed_at(0), typed_at(1), typed_at(2));
        // The first letter is right, or it is swapped with the second, or one too many.
        self.near(typed, limit, |at, letter| at > 0 || letter == first);
        if second != first {
            self.near(typed, limit, |at, letter| match at {
                0 => letter == second,
                1 => letter == first || letter == third,
                _ => true,
            });
        }
    }

    /// Those of whose names the typed text is at most `limit` letters off, if their letters fit at their places.
    fn near(&mut self, typed: &str, limit: u8, fits: impl Fn(usize, u8) -> bool) {
        let gazetteer = self.gazetteer;
        gazetteer.names().near(&mut Ruler::new(typed, limit), fits, |start, Distance { errors, is_whole }| {
            let end = if is_whole { 0.0 } else { cost::BEGINNING };
            let errors = cost::LIKENESS + cost::TYPING_ERROR * Score::from(errors);
            self.note(start.city, alternate_cost(start, is_whole) + end + errors);
        });
    }

    /// Cities whose own name has the typed letters in order, with others between: `nyork`, `frncsco`.
    pub fn by_letters(&mut self, typed: &str) {
        if typed.len() < 3 {
            return;
        }
        let wanted = letters(typed.as_bytes());
        let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
        let needle: Vec<char> = typed.chars().filter(|letter| *letter != ' ').collect();
        let needle = nucleo_matcher::Utf32Str::Unicode(&needle);
        // A run of the letters without a hole scores 16 and more a letter; below this they are scattered.
        let least = needle.len() as u16 * 16;
        let table = &self.gazetteer.table;
        for (city, row) in (0..).zip(table.cities.iter().map(CityRow::read)) {
            if wanted & !row.letters != 0 {
                continue;
            }
            let name = table.bytes(row.text + u32::from(row.name), row.folded);
            if !name.is_ascii() {
                continue;
            }
            let haystack = nucleo_matcher::Utf32Str::Ascii(name);
            let Some(score) = matcher.fuzzy_match(haystack, needle).filter(|&score| score >= least) else { continue };
            let scattered = Score::from(needle.len() as u16 * 26 - score.min(needle.len() as u16 * 26));
            self.note(city, cost::SKIPPED_LETTERS + scattered / Score::from(needle.len() as u16));
        }
    }
}

/// What it costs that the name is an alternate one, that the `typed` text is not at its beginning, and that the name
/// goes on after it; a later word has paid for that already.
fn cost_of(start: Start, typed: &str) -> Score {
    let whole = start.is_whole() && start.len() == typed.len();
    let place = match (start.is_whole(), whole) {
        (true, true) => 0.0,
        (true, false) => cost::BEGINNING,
        (false, _) => cost::LATER_WORD,
    };
    place + alternate_cost(start, whole)
}

fn alternate_cost(start: Start, whole: bool) -> Score {
    match (start.is_own(), whole) {
        (true, _) => 0.0,
        (false, true) => cost::ALTERNATE_NAME,
        (false, false) => cost::PART_OF_ALTERNATE_NAME,
    }
}
