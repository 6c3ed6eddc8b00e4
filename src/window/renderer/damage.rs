//! Which pixels differ between two frames.

use std::collections::HashMap;

use super::area::Area;

/// So many regions are painted at most; more are joined.
const MOST: usize = 6;
/// Two regions are joined where that costs no more than so many pixels: each region has its own price.
const PRICE: usize = 3000;

/// A piece as it was shown: its mark and the pixels that it touched.
pub type Shown = (u64, Area);

/// The regions in which two frames differ. None meets another.
///
/// Pieces that stand in both frames in the same order are as they were; whatever else stood or stands there is painted anew.
pub fn between(before: &[Shown], now: &[Shown]) -> Vec<Area> {
    let same = before.iter().zip(now).take_while(|(before, now)| before == now).count();
    let (before, now) = (&before[same..], &now[same..]);
    let same = before.iter().rev().zip(now.iter().rev()).take_while(|(before, now)| before == now).count();
    let (before, now) = (&before[..before.len() - same], &now[..now.len() - same]);
    let mut regions = Regions::default();
    let mut places: HashMap<&Shown, Vec<usize>, rustc_hash::FxBuildHasher> = HashMap::default();
    for (place, shown) in before.iter().enumerate().rev() {
        places.entry(shown).or_default().push(place);
    }
    // Where the search in the older frame goes on.
    let mut next = 0;
    for shown in now {
        let left = places.get_mut(shown);
        let place = left.and_then(|left| {
            while left.last().is_some_and(|place| *place < next) {
                left.pop();
            }
            left.pop()
        });
        if let Some(place) = place {
            for (_, gone) in &before[next..place] {
                regions.add(*gone);
            }
            next = place + 1;
        } else {
            regions.add(shown.1);
        }
    }
    for (_, gone) in &before[next..] {
        regions.add(*gone);
    }
    regions.apart()
}

#[derive(Default)]
struct Regions(Vec<Area>);

impl Regions {
    /// Adds an area, joined with the region that grows least if one hardly grows or there are too many.
    fn add(&mut self, area: Area) {
        let growth = |region: &Area| region.joined(area).pixels().saturating_sub(region.pixels() + area.pixels());
        let nearest = self.0.iter_mut().min_by_key(|region| growth(region)).map(|region| (growth(region), region));
        match nearest {
            Some((growth, region)) if growth <= PRICE => *region = region.joined(area),
            _ => self.0.push(area),
        }
        if self.0.len() > MOST {
            self.join_nearest();
        }
    }

    /// Joins the two regions that lose least by it.
    fn join_nearest(&mut self) {
        let pairs = (1..self.0.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
        let loss = |&(first, second): &(usize, usize)| {
            let (first, second) = (self.0[first], self.0[second]);
            first.joined(second).pixels().saturating_sub(first.pixels() + second.pixels())
        };
        if let Some((first, second)) = pairs.min_by_key(loss) {
            let second = self.0.swap_remove(second);
            self.0[first] = self.0[first].joined(second);
        }
    }

    /// The regions, those that meet joined, until none meets another.
    fn apart(mut self) -> Vec<Area> {
        while let Some((first, second)) = (1..self.0.len())
            .flat_map(|second| (0..second).map(move |first| (first, second)))
            .find(|&(first, second)| self.0[first].meets(self.0[second]))
        {
            let second = self.0.swap_remove(second);
            self.0[first] = self.0[first].joined(second);
        }
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(left: i32, top: i32) -> Area {
        Area { left, top, right: left + 20, bottom: top + 20 }
    }

    #[test]
    fn what_stays_is_not_painted() {
        let shown = [(1, square(0, 0)), (2, square(100, 0)), (3, square(200, 0))];
        assert_eq!(between(&shown, &shown), []);
        assert_eq!(between(&shown, &[shown[0], shown[2]]), [square(100, 0)]);
        assert_eq!(between(&[shown[0], shown[2]], &shown), [square(100, 0)]);
    }

    #[test]
    fn pieces_that_change_their_order_are_painted() {
        let (low, high) = ((1, square(0, 0)), (2, square(10, 10)));
        let regions = between(&[low, high], &[high, low]);
        assert!(regions.iter().any(|region| region.meets(square(10, 10))));
    }

    #[test]
    fn many_changes_are_few_regions() {
        let now: Vec<Shown> =
            (0..400).map(|number| (number, square(number as i32 % 20 * 60, number as i32 / 20 * 40))).collect();
        assert!(between(&[], &now).len() <= MOST);
    }

    proptest! {
        #[test]
        fn every_piece_that_is_not_in_both_is_covered_and_no_region_meets_another(
            before in prop::collection::vec((0..6_u64, 0..30_i32, 0..30_i32), 0..40),
            now in prop::collection::vec((0..6_u64, 0..30_i32, 0..30_i32), 0..40),
        ) {
            let shown = |list: Vec<(u64, i32, i32)>| -> Vec<Shown> {
                list.into_iter().map(|(mark, x, y)| (mark, square(x * 40, y * 40))).collect()
            };
            let (before, now) = (shown(before), shown(now));
            let regions = between(&before, &now);
            for (number, region) in regions.iter().enumerate() {
                prop_assert!(regions[..number].iter().all(|other| !other.meets(*region)));
            }
            let changed = before.iter().filter(|old| !now.contains(old)).chain(now.iter().filter(|new| !before.contains(new)));
            for (_, area) in changed {
                prop_assert!(regions.iter().any(|region| region.joined(*area) == *region));
            }
        }
    }
}
