//! Cities by what is typed of their names.

use crate::world::distance::Ruler;
use crate::world::names::{Start, letters};
use crate::world::{City, Country, Gazetteer};

/// How well a city fits: more is better. The population counts as its binary logarithm, so that a worse match wins
/// only where the city is many times larger: `tok` is rather Tokyo than a town of that name.
pub(super) type Score = f32;

/// The binary logarithm of the population; that of a small town for a station, so that its name finds it first.
pub(super) fn weight(city: &City) -> Score {
    (city.population.max(15_000) as Score).log2()
}

/// What a kind of match costs, in doublings of the population.
mod cost {
    use super::Score;

    /// Some capitals have a hundred names in as many languages.
    pub const ALTERNATE_NAME: Score = 2.0;
    /// More, when only a part of an alternate name was typed, so that `san` is not Shanghai.
    pub const PART_OF_ALTERNATE_NAME: Score = 5.0;
    pub const BEGINNING: Score = 5.0;
    pub const LATER_WORD: Score = 8.0;
    pub const QUALIFIED: Score = 1.0;
    pub const LIKENESS: Score = 4.0;
    pub const TYPING_ERROR: Score = 4.0;
    pub const SKIPPED_LETTERS: Score = 14.0;
}

/// The best score of every city that was found.
pub(super) struct CityScores<'a> {
    gazetteer: &'static Gazetteer,
    weights: &'a [Score],
    best: Vec<Score>,
    touched: Vec<u32>,
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
        let order = |a: &u32, b: &u32| self.best[*b as usize].total_cmp(&self.best[*a as usize]).then(a.cmp(b));
        if self.touched.len() > limit && limit > 0 {
            self.touched.select_nth_unstable_by(limit - 1, order);
        }
        self.touched.truncate(limit);
        self.touched.sort_unstable_by(order);
        self.touched.iter().map(|&at| (self.best[at as usize], &self.gazetteer.all()[at as usize])).collect()
    }

    fn note(&mut self, city: u32, cost: Score) {
        let score = self.weights[city as usize] - cost;
        let best = &mut self.best[city as usize];
        if *best == Score::NEG_INFINITY {
            self.touched.push(city);
        }
        *best = best.max(score);
    }

    /// Cities of which a name, or a later word of a name, begins as typed.
    pub fn by_beginning(&mut self, typed: &str) {
        for start in self.gazetteer.names.starting_with(typed) {
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
            for start in self.gazetteer.names.starting_with(name) {
                if start.is_whole() && fits[usize::from(self.gazetteer.region_of[start.city as usize])] {
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
        let countries: Vec<Country> = Country::all().filter(is_country).collect();
        let regions = self.gazetteer.regions.iter();
        regions.map(|r| countries.contains(&r.country) || r.is_named(place) || begun && r.begins(place)).collect()
    }

    /// Cities of whose names the typed text is a few letters off: one from four letters on, two from seven.
    pub fn by_likeness(&mut self, typed: &str) {
        let limit = match typed.len() {
            0..=3 => return,
            4..=6 => 1,
            _ => 2,
        };
        let bytes = typed.as_bytes();
        let names = &self.gazetteer.names;
        // The first letter is right, or it is swapped with the second, or one too many.
        self.near(Ruler::new(typed, limit), names.with_first(bytes[0]), |_| true);
        if bytes[1] != bytes[0] {
            let wrong = |start: Start| start.second() == bytes[0] || start.second() == bytes[2];
            self.near(Ruler::new(typed, limit), names.with_first(bytes[1]), wrong);
        }
    }

    /// Those of the names, in their order, that the ruler finds near.
    fn near(&mut self, mut ruler: Ruler, starts: &[Start], fits: impl Fn(Start) -> bool) {
        let names = &self.gazetteer.names;
        let mut shared = 0;
        for &start in starts {
            shared = start.shared().min(shared);
            if !start.is_whole() || !fits(start) {
                continue;
            }
            let measured = ruler.measure(start.len(), shared, |at| names.byte(start, at));
            shared = usize::MAX;
            if let Some((whole, beginning)) = measured {
                let (errors, end) = if whole <= ruler.limit() { (whole, 0.0) } else { (beginning, cost::BEGINNING) };
                let errors = cost::LIKENESS + cost::TYPING_ERROR * Score::from(errors);
                self.note(start.city, alternate_cost(start, end == 0.0) + end + errors);
            }
        }
    }

    /// Cities whose own name has the typed letters in order, with others between: `nyork`, `frncsco`.
    pub fn by_letters(&mut self, typed: &str, own: &[(u32, String)]) {
        if typed.len() < 3 {
            return;
        }
        let wanted = letters(typed.as_bytes());
        let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
        let needle: Vec<char> = typed.chars().filter(|letter| *letter != ' ').collect();
        let needle = nucleo_matcher::Utf32Str::Unicode(&needle);
        // A run of the letters without a hole scores 16 and more a letter; below this they are scattered.
        let least = needle.len() as u16 * 16;
        for (city, (letters, name)) in (0..).zip(own) {
            if wanted & !letters != 0 || !name.is_ascii() {
                continue;
            }
            let haystack = nucleo_matcher::Utf32Str::Ascii(name.as_bytes());
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
    match (start.own, whole) {
        (true, _) => 0.0,
        (false, true) => cost::ALTERNATE_NAME,
        (false, false) => cost::PART_OF_ALTERNATE_NAME,
    }
}
