//! The part of the map that is seen.

use crate::picture::{Point, Rect};
use crate::world::Spot;

/// The southern and the northern edge of the map: nobody works beyond.
const SOUTH: f32 = -58.0;
const NORTH: f32 = 80.0;
/// How far one can go in.
const MOST_ZOOM: f32 = 12.0;

/// What of the world is seen: longitudes and latitudes are plain x and y (an equirectangular projection).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The middle.
    pub center: Spot,
    /// 1 for the whole world.
    pub zoom: f32,
}

impl Default for View {
    fn default() -> Self {
        Self { center: Spot { longitude: 10.0, latitude: f32::midpoint(SOUTH, NORTH) }, zoom: 1.0 }
    }
}

impl View {
    /// The sheet of a width, in logical pixels.
    pub fn sheet(width: f32) -> Rect {
        Rect::new(0.0, 0.0, width, width * (NORTH - SOUTH) / 360.0)
    }

    /// Pixels a degree.
    pub(super) fn scale(self, width: f32) -> f32 {
        width / 360.0 * self.zoom
    }

    /// Where a spot is on the sheet, taken `turns` times around the world.
    pub(super) fn point(self, width: f32, at: Spot, turns: f32) -> Point {
        let (scale, middle) = (self.scale(width), Self::sheet(width).center());
        Point {
            x: middle.x + (at.longitude + 360.0 * turns - self.center.longitude) * scale,
            y: middle.y - (at.latitude - self.center.latitude) * scale,
        }
    }

    /// The turns around the world that are seen in part.
    pub(super) fn turns() -> [f32; 3] {
        [-1.0, 0.0, 1.0]
    }

    /// Nearer or farther by a factor, about the middle.
    #[must_use]
    pub fn zoomed(self, by: f32) -> Self {
        Self { zoom: (self.zoom * by).clamp(1.0, MOST_ZOOM), ..self }.settled()
    }

    /// Nearer or farther by a factor, about a point of a sheet of a width: what is there stays there, if the map's edges allow it.
    #[must_use]
    pub fn zoomed_at(self, by: f32, at: Point, width: f32) -> Self {
        let zoom = (self.zoom * by).clamp(1.0, MOST_ZOOM);
        let middle = Self::sheet(width).center();
        let moved = (1.0 - self.zoom / zoom) / self.scale(width);
        let center = Spot {
            longitude: self.center.longitude + (at.x - middle.x) * moved,
            latitude: self.center.latitude - (at.y - middle.y) * moved,
        };
        Self { center, zoom }.settled()
    }

    /// Moved by so many pixels of a sheet of a width.
    #[must_use]
    pub fn moved(self, width: f32, x: f32, y: f32) -> Self {
        let scale = self.scale(width);
        let center = Spot { longitude: self.center.longitude - x / scale, latitude: self.center.latitude + y / scale };
        Self { center, ..self }.settled()
    }

    /// With the middle on the globe, and no edge beyond the map's.
    fn settled(self) -> Self {
        let half = (NORTH - SOUTH) / 2.0 / self.zoom;
        let longitude = (self.center.longitude + 180.0).rem_euclid(360.0) - 180.0;
        let latitude = self.center.latitude.clamp(SOUTH + half, (NORTH - half).max(SOUTH + half));
        Self { center: Spot { longitude, latitude }, ..self }
    }
}

/// A ring cut to a rectangle (Sutherland and Hodgman, 1974): edge by edge what lies outside is left out.
pub(super) fn clipped(ring: Vec<Point>, to: Rect) -> Vec<Point> {
    /// A coordinate, the edge, and the side of it that stays.
    type Edge = (fn(Point) -> f32, f32, f32);
    let edges: [Edge; 4] = [
        (|point| point.x, to.x, 1.0),
        (|point| point.x, to.right(), -1.0),
        (|point| point.y, to.y, 1.0),
        (|point| point.y, to.bottom(), -1.0),
    ];
    edges.into_iter().fold(ring, |ring, (part, edge, side)| {
        let inside = |point: Point| (part(point) - edge) * side >= 0.0;
        let mut kept = Vec::with_capacity(ring.len());
        let Some(mut last) = ring.last().copied() else { return kept };
        for point in ring {
            if inside(point) != inside(last) {
                let along = (edge - part(last)) / (part(point) - part(last));
                kept.push(Point { x: last.x + along * (point.x - last.x), y: last.y + along * (point.y - last.y) });
            }
            if inside(point) {
                kept.push(point);
            }
            last = point;
        }
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_cut_at_the_edges() {
        let ring = |points: &[(f32, f32)]| points.iter().map(|&point| point.into()).collect::<Vec<Point>>();
        let sheet = Rect::new(0.0, 0.0, 10.0, 10.0);
        let square = ring(&[(-5.0, 2.0), (5.0, 2.0), (5.0, 8.0), (-5.0, 8.0)]);
        let mut cut = clipped(square, sheet);
        cut.sort_by(|a, b| (a.x, a.y).partial_cmp(&(b.x, b.y)).expect("numbers"));
        assert_eq!(cut, ring(&[(0.0, 2.0), (0.0, 8.0), (5.0, 2.0), (5.0, 8.0)]));
        assert!(clipped(ring(&[(20.0, 2.0), (30.0, 2.0), (30.0, 8.0)]), sheet).is_empty());
        let inside = ring(&[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]);
        assert_eq!(clipped(inside.clone(), sheet), inside);
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let view = View::default().zoomed(2.0).moved(1000.0, 80.0, 20.0);
        let paris = Spot { longitude: 2.35, latitude: 48.85 };
        let at = view.point(1000.0, paris, 0.0);
        for by in [1.5, 0.8] {
            let after = view.zoomed_at(by, at, 1000.0).point(1000.0, paris, 0.0);
            assert!((after.x - at.x).abs() < 0.01 && (after.y - at.y).abs() < 0.01, "{by}: {at:?} {after:?}");
        }
        let middle = View::sheet(1000.0).center();
        assert_eq!(view.zoomed_at(1.5, middle, 1000.0), view.zoomed(1.5));
    }

    #[test]
    fn one_goes_around_the_world_but_not_over_its_edges() {
        let view = View::default().zoomed(4.0);
        let far = view.moved(1000.0, -5_000.0, 0.0);
        assert!((-180.0..180.0).contains(&far.center.longitude), "{far:?}");
        let north = view.moved(1000.0, 0.0, 100_000.0);
        assert!((north.center.latitude - (NORTH - (NORTH - SOUTH) / 8.0)).abs() < 0.001, "{north:?}");
        let whole = north.zoomed(0.01).center.latitude;
        assert!((whole - View::default().center.latitude).abs() < 0.001, "the whole world again: {whole}");
        let (x, y) = (view.point(1000.0, view.center, 0.0).x, View::sheet(1000.0).center().x);
        assert!((x - y).abs() < 0.001);
    }
}
