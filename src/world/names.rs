//! All names of all cities, so that those with a given beginning are found at once.

use std::ops::Range;

/// A place in a name where a word starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// The first eight bytes from here on, so that most comparing needs no text.
    key: u64,
    /// The city, by its place in the gazetteer.
    pub city: u32,
    name: u32,
    at: u8,
    len: u8,
    shared: u8,
    /// Whether the name is the city's own, not an alternate one.
    pub own: bool,
}

impl Start {
    /// Whether the name begins here, so that this is not a later word.
    pub fn is_whole(self) -> bool {
        self.at == 0
    }

    /// The second byte from here on; 0 when there is none.
    pub fn second(self) -> u8 {
        self.key.to_be_bytes()[1]
    }

    /// How many bytes from here on are those of the start before this one, in the order of the names.
    pub fn shared(self) -> usize {
        usize::from(self.shared)
    }

    /// How many bytes follow from here on.
    pub fn len(self) -> usize {
        usize::from(self.len)
    }
}

/// Names and the sorted starts of their words.
#[derive(Debug)]
pub(super) struct Names {
    names: Vec<&'static str>,
    starts: Vec<Start>,
}

impl Names {
    /// The index of `(city, folded name, own)`; a name of more than 255 bytes is left out.
    pub fn new(all: impl Iterator<Item = (u32, &'static str, bool)>) -> Self {
        let mut names = Vec::with_capacity(1 << 18);
        let mut starts = Vec::with_capacity(1 << 19);
        for (city, text, own) in all.filter(|(_, text, _)| text.len() <= u8::MAX.into()) {
            let name = names.len() as u32;
            names.push(text);
            let mut from = 0;
            loop {
                let rest = &text.as_bytes()[from..];
                let (at, len) = (from as u8, rest.len() as u8);
                starts.push(Start { key: key(rest), city, name, at, len, shared: 0, own });
                match rest.iter().position(|&byte| byte == b' ') {
                    Some(space) => from += space + 1,
                    None => break,
                }
            }
        }
        starts.sort_unstable_by_key(|start| start.key);
        let mut all = Self { names, starts };
        all.note_shared();
        all
    }

    /// Sorts what the keys leave open, and notes what neighbours share.
    fn note_shared(&mut self) {
        let mut starts = std::mem::take(&mut self.starts);
        for same in starts.chunk_by_mut(|a, b| a.key == b.key).filter(|same| same.len() > 1) {
            same.sort_unstable_by_key(|start| self.text(*start));
        }
        for at in 1..starts.len() {
            let (before, start) = (starts[at - 1], starts[at]);
            let key = (before.key ^ start.key).leading_zeros() / 8;
            let same = |(a, b): &(u8, u8)| a == b;
            let shared = match key {
                8 => self.text(before).bytes().zip(self.text(start).bytes()).take_while(same).count(),
                bytes => before.len().min(start.len()).min(bytes as usize),
            };
            starts[at].shared = shared as u8;
        }
        self.starts = starts;
    }

    /// The byte of a name so far behind a start.
    pub fn byte(&self, start: Start, at: usize) -> u8 {
        start.key.to_be_bytes().get(at).copied().unwrap_or_else(|| self.text(start).as_bytes()[at])
    }

    /// The starts of words from which a name goes on with `beginning`, in no order.
    pub fn starting_with<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = Start> + 'a {
        let rest = beginning.len() > 8;
        self.range(beginning.as_bytes())
            .iter()
            .copied()
            .filter(move |&start| !rest || self.text(start).starts_with(beginning))
    }

    /// The cities with exactly this name, and whether it is their own.
    pub fn exactly<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (u32, bool)> + 'a {
        let whole = move |start: &Start| start.is_whole() && start.len() == name.len();
        self.starting_with(name).filter(whole).map(|start| (start.city, start.own))
    }

    /// All starts whose first byte is this.
    pub fn with_first(&self, byte: u8) -> &[Start] {
        self.range(&[byte])
    }

    /// The text from a start on.
    pub fn text(&self, start: Start) -> &'static str {
        &self.names[start.name as usize][usize::from(start.at)..]
    }

    fn range(&self, beginning: &[u8]) -> &[Start] {
        let Range { start, end } = keys(beginning);
        let from = self.starts.partition_point(|s| s.key < start);
        let to = self.starts.partition_point(|s| s.key <= end);
        &self.starts[from..to]
    }
}

fn key(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let len = text.len().min(8);
    bytes[..len].copy_from_slice(&text[..len]);
    u64::from_be_bytes(bytes)
}

/// The first and the last key of texts with this beginning.
fn keys(beginning: &[u8]) -> Range<u64> {
    let first = key(beginning);
    let open = 8 - beginning.len().min(8) as u32;
    let last = if open == 8 { u64::MAX } else { first | ((1 << (8 * open)) - 1) };
    first..last
}

/// Which letters a text has: a bit a letter, bytes of other scripts by their low bits.
pub(super) fn letters(text: &[u8]) -> u32 {
    text.iter().filter(|&&byte| byte != b' ').fold(0, |bits, &byte| bits | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::new(
            [(0, "san francisco", true), (0, "sf", false), (1, "san jose", true), (2, "франция", true)].into_iter(),
        )
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let cases: [(&str, &[u32]); 7] = [
            ("san", &[0, 1]),
            ("san francis", &[0]),
            ("san francx", &[]),
            ("francisco", &[0]),
            ("jos", &[1]),
            ("фран", &[2]),
            ("", &[0, 0, 0, 1, 1, 2]),
        ];
        let names = names();
        for (beginning, expected) in cases {
            let mut found: Vec<u32> = names.starting_with(beginning).map(|start| start.city).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{beginning}");
        }
    }

    #[test]
    fn whole_names_are_found_exactly() {
        let names = names();
        let found = |name| names.exactly(name).collect::<Vec<_>>();
        assert_eq!(found("sf"), [(0, false)]);
        assert_eq!(found("san jose"), [(1, true)]);
        assert_eq!(found("san"), []);
        assert_eq!(found("francisco"), []);
    }
}
