//! Rectangles of whole pixels.

use iced::Rectangle;

/// The farthest pixel from the corner of the window that is thought of.
const FAR: f32 = 1e6;

/// A rectangle of pixels of the screen: `left` and `top` belong to it, `right` and `bottom` do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    /// The pixels of a window, or of a picture.
    pub fn of_size(width: u32, height: u32) -> Self {
        Self { left: 0, top: 0, right: width as i32, bottom: height as i32 }
    }

    /// The pixels whose middle lies in a rectangle: what a clip leaves. A middle on an edge is in where the edge is the last one.
    pub fn inside(bounds: Rectangle) -> Self {
        Self::edged(bounds, |edge| (edge + 0.5).floor(), |edge| (edge + 0.5).floor())
    }

    /// All pixels that a rectangle touches, and `more` around it.
    pub fn around(bounds: Rectangle, more: f32) -> Self {
        Self::edged(bounds, |edge| (edge - more).floor(), |edge| (edge + more).ceil())
    }

    fn edged(bounds: Rectangle, low: impl Fn(f32) -> f32, high: impl Fn(f32) -> f32) -> Self {
        // An infinite rectangle begins at minus infinity; its other end is not a number.
        let end = |from: f32, long: f32| if long.is_finite() { from + long } else { FAR };
        let pixel = |edge: f32| edge.clamp(-FAR, FAR) as i32;
        Self {
            left: pixel(low(bounds.x)),
            top: pixel(low(bounds.y)),
            right: pixel(high(end(bounds.x, bounds.width))),
            bottom: pixel(high(end(bounds.y, bounds.height))),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// How many pixels wide; 0 where it is empty.
    pub fn width(&self) -> usize {
        usize::try_from(self.right - self.left).unwrap_or(0)
    }

    /// How many pixels high; 0 where it is empty.
    pub fn height(&self) -> usize {
        usize::try_from(self.bottom - self.top).unwrap_or(0)
    }

    /// How many pixels it has.
    pub fn pixels(&self) -> usize {
        self.width() * self.height()
    }

    /// What both have; empty where they do not meet.
    pub fn cut(&self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The least area that holds both.
    pub fn joined(&self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return *self;
        }
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn meets(&self, other: Self) -> bool {
        !self.cut(other).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_inside_where_its_middle_is() {
        let area = Area::inside(Rectangle { x: 0.4, y: 0.6, width: 10.0, height: 10.0 });
        assert_eq!(area, Area { left: 0, top: 1, right: 10, bottom: 11 });
    }

    #[test]
    fn an_infinite_rectangle_holds_every_window() {
        let window = Area::of_size(8000, 8000);
        assert_eq!(window.cut(Area::inside(Rectangle::INFINITE)), window);
    }

    #[test]
    fn areas_that_only_touch_do_not_meet() {
        let (left, right) = (Area::of_size(10, 10), Area { left: 10, top: 0, right: 20, bottom: 10 });
        assert!(!left.meets(right));
        assert_eq!(left.joined(right), Area::of_size(20, 10));
    }
}
