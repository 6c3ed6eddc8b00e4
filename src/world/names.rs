//! All names of all cities, so that those with a given beginning, or near to what was typed, are found at once.

use std::ops::Range;

use fst::raw::{Fst, Node};

use super::distance::{Distance, Ruler};
use super::table::{Start, Table};

/// Names by the starts of their words.
#[derive(Clone, Copy)]
pub(super) struct Names<'t> {
    /// Every text from a start on, and the place of the first start with it.
    texts: &'t Fst<&'static [u8]>,
    starts: &'t [[u8; 4]],
}

/// A place within the fst: what was read so far leads here.
#[derive(Clone, Copy)]
struct Place<'t> {
    node: Node<'t>,
    /// What the fst holds of the texts below, as far as they share it.
    value: u64,
}

impl Place<'_> {
    /// The place of the first start of the text that ends here.
    fn end(self) -> u64 {
        self.value + self.node.final_output().value()
    }
}

impl<'t> Names<'t> {
    /// Those of the table.
    pub fn of(table: &'t Table) -> Self {
        Self { texts: table.names.as_fst(), starts: table.starts }
    }

    /// The starts of words from which a name goes on with `beginning`, by what follows.
    pub fn starting_with(self, beginning: &str) -> impl Iterator<Item = Start> + 't {
        self.all(self.after(beginning).map_or(0..0, |place| self.below(place)))
    }

    /// The whole names that are exactly this one.
    pub fn exactly(self, name: &str) -> impl Iterator<Item = Start> + 't {
        let found = self.texts.get(name).map_or(0..0, |first| self.alike(first.value()));
        self.all(found).filter(|start| start.is_whole())
    }

    /// The whole names that the ruler finds near, and how near. Only those are looked at of which `fits` takes each letter at its
    /// place, as far as they are read.
    pub fn near(self, ruler: &mut Ruler, fits: impl Fn(usize, u8) -> bool, mut found: impl FnMut(Start, Distance)) {
        self.measure(self.root(), ruler, &fits, &mut found);
    }

    fn measure(
        self,
        place: Place<'t>,
        ruler: &mut Ruler,
        fits: &impl Fn(usize, u8) -> bool,
        found: &mut impl FnMut(Start, Distance),
    ) {
        let is_lost = ruler.is_lost();
        if (is_lost || place.node.is_final())
            && let Some(distance) = ruler.distance()
        {
            let starts = if is_lost { self.below(place) } else { self.alike(place.end()) };
            self.all(starts).filter(|start| start.is_whole()).for_each(|start| found(start, distance));
        }
        if is_lost {
            return;
        }
        for at in 0..place.node.len() {
            let transition = place.node.transition(at);
            if fits(ruler.len(), transition.inp) {
                ruler.read(transition.inp);
                if !ruler.is_lost() || ruler.distance().is_some() {
                    self.measure(self.next(place, at), ruler, fits, found);
                }
                ruler.forget();
            }
        }
    }

    fn all(self, range: Range<usize>) -> impl Iterator<Item = Start> + 't {
        self.starts[range].iter().map(Start::read)
    }

    /// Where the texts with this beginning go on.
    fn after(self, beginning: &str) -> Option<Place<'t>> {
        beginning.bytes().try_fold(self.root(), |place, byte| Some(self.next(place, place.node.find_input(byte)?)))
    }

    fn root(self) -> Place<'t> {
        Place { node: self.texts.root(), value: 0 }
    }

    fn next(self, place: Place<'t>, at: usize) -> Place<'t> {
        let transition = place.node.transition(at);
        Place { node: self.texts.node(transition.addr), value: place.value + transition.out.value() }
    }

    /// The starts of all texts that go on from here.
    fn below(self, place: Place<'t>) -> Range<usize> {
        let (mut first, mut last) = (place, place);
        while !first.node.is_final() {
            first = self.next(first, 0);
        }
        while !last.node.is_empty() {
            last = self.next(last, last.node.len() - 1);
        }
        self.alike(first.end()).start..self.alike(last.end()).end
    }

    /// The starts with the same text as the first one.
    fn alike(self, first: u64) -> Range<usize> {
        let first = first as usize;
        let more = self.starts[first + 1..].iter().take_while(|start| !Start::read(start).is_first()).count();
        first..first + 1 + more
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::make_table;

    const LIST: &str = "[regions]\nFR\tCentre\t\n[zones]\nEurope/Paris\n[cities]\n\
        San Francisco\t0\t0\t0.0000\t0.0000\t3\tsf\nSan Jose\t0\t0\t0.0000\t0.0000\t2\t\nФранция\t0\t0\t0.0000\t0.0000\t1\tsf bay\n";

    /// What a function finds among few names.
    fn among_few<T>(find: impl FnOnce(Names) -> T) -> T {
        find(Names::of(&Table::of(make_table(LIST).leak())))
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let cases: [(&str, &[u16]); 8] = [
            ("san", &[0, 1]),
            ("san francis", &[0]),
            ("san francx", &[]),
            ("francisco", &[0]),
            ("jos", &[1]),
            ("фран", &[2]),
            ("sf", &[0, 2]),
            ("", &[0, 0, 0, 1, 1, 2, 2, 2]),
        ];
        for (beginning, expected) in cases {
            let mut found: Vec<u16> =
                among_few(|names| names.starting_with(beginning).map(|start| start.city).collect());
            found.sort_unstable();
            assert_eq!(found, expected, "{beginning}");
        }
    }

    #[test]
    fn whole_names_are_found_exactly() {
        let found =
            |name| among_few(|names| names.exactly(name).map(|start| (start.city, start.is_own())).collect::<Vec<_>>());
        assert_eq!(found("sf"), [(0, false)]);
        assert_eq!(found("san jose"), [(1, true)]);
        assert_eq!(found("san"), []);
        assert_eq!(found("francisco"), []);
    }

    #[test]
    fn near_names_are_found_whole_and_by_their_beginnings() {
        let found = |typed, first: u8| {
            let mut found = Vec::new();
            let fits = |at, letter| at > 0 || letter == first;
            let note = |start: Start, distance: Distance| found.push((start.city, distance.errors, distance.is_whole));
            among_few(|names| names.near(&mut Ruler::new(typed, 1), fits, note));
            found
        };
        assert_eq!(found("san jsoe", b's'), [(1, 1, true)]);
        assert_eq!(found("san frn", b's'), [(0, 1, false)]);
        assert_eq!(found("san jsoe", b'j'), []);
        assert_eq!(found("frncisco", b'f'), [], "later words are not whole names");
    }
}
