//! The gazetteer and its search: one search is a key press, which has less than a millisecond.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use sunwise::world::{Gazetteer, Search, cities};

/// Opens the table of the cities, as the first question to them does.
#[divan::bench]
fn load() -> Gazetteer {
    Gazetteer::load()
}

/// Prepares the search, as the first key press does.
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

/// Types the names of large cities with every kind of error at every place, letter by letter, and tells the slowest
/// press: it has a millisecond. Each slow press is tried again, for the machine may have been busy.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn slowest_key_press() {
    let search = Search::new();
    let mut slowest = (Duration::ZERO, String::new());
    let mut presses = 0;
    for typed in mistyped(2_000_000) {
        presses += 1;
        let tries = (0..5).map(|_| {
            let start = Instant::now();
            black_box(search.find(black_box(&typed), 20));
            start.elapsed()
        });
        let mut best = Duration::MAX;
        for took in tries {
            best = best.min(took);
            if best <= slowest.0 {
                break;
            }
        }
        if best > slowest.0 {
            slowest = (best, typed);
        }
    }
    println!("slowest of {presses} key presses: {:?} for `{}`", slowest.0, slowest.1);
}

/// All beginnings of the names of cities of this population with one letter dropped, doubled, swapped or changed.
fn mistyped(population: u32) -> BTreeSet<String> {
    let names = cities().all().iter().filter(|city| city.population >= population).map(|city| city.name);
    let mut typed = BTreeSet::new();
    for name in names {
        let letters: Vec<char> = name.to_lowercase().chars().collect();
        for at in 0..letters.len() {
            let mut wrong = [letters.clone(), letters.clone(), letters.clone(), letters.clone()];
            wrong[0].remove(at);
            wrong[1].insert(at, letters[at]);
            wrong[2].swap(at, (at + 1).min(letters.len() - 1));
            wrong[3][at] = 'x';
            for text in wrong {
                typed.extend((1..=text.len()).map(|end| text[..end].iter().collect::<String>()));
            }
        }
    }
    typed
}
