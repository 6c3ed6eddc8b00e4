//! The gazetteer and its search: one search is a key press, which has less than a millisecond.

use divan::{Bencher, black_box};
use sunwise::world::{Gazetteer, Search, cities};

/// Unpacks and indexes all cities, as the first question to them does.
#[divan::bench]
fn load() -> Gazetteer {
    Gazetteer::load()
}

/// Prepares the search over loaded cities.
#[divan::bench]
fn prepare(bencher: Bencher) {
    cities();
    bencher.bench(Search::new);
}

/// A search by the length and the kind of what is typed.
#[divan::bench(args = [
    "s", "sa", "san", "san f", "lisbn", "bangkkok", "san jose cr", "santa cruz de la sierra", "nyork", "qqqqqq",
    "saint petersburgh", "москва", "東京", "united states", "america/new", "CST", "aeiou lnrst", "sandrinos",
])]
fn search(bencher: Bencher, typed: &str) {
    let search = Search::new();
    bencher.bench(|| search.find(black_box(typed), 20));
}

/// Finds a city as a team file writes it.
#[divan::bench(args = ["Lisbon", "Austin, Texas, US", "San José, CR"])]
fn find(bencher: Bencher, written: &str) {
    bencher.bench(|| cities().find(black_box(written)).is_ok());
}
