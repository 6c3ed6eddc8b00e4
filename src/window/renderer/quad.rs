//! Rectangles with round corners, edges and shadows.

use iced::advanced::renderer::Quad;
use iced::{Background, Gradient, Rectangle};

use super::area::Area;
use super::raster::{Ink, Raster, covered, share};

/// All pixels that a quad can touch, at so many pixels to a logical one.
pub fn area(quad: &Quad, scale: f32) -> Area {
    let body = Area::around(quad.bounds * scale, 0.0);
    if quad.shadow.color.a <= 0.0 {
        return body;
    }
    body.joined(Area::around(shadow_bounds(quad) * scale, 0.0))
}

fn shadow_bounds(quad: &Quad) -> Rectangle {
    let shadow = quad.shadow;
    let moved = Rectangle { x: quad.bounds.x + shadow.offset.x, y: quad.bounds.y + shadow.offset.y, ..quad.bounds };
    moved.expand(shadow.blur_radius)
}

/// Paints a quad, of which only `clip` is seen.
pub fn paint(raster: &mut Raster<'_>, quad: &Quad, background: &Background, scale: f32, clip: Area) {
    let body = Body::of(quad, scale);
    if quad.shadow.color.a > 0.0 {
        shadow(raster, quad, &body, scale, clip);
    }
    let fill = match background {
        Background::Color(color) => *color,
        // No part of the window has a gradient: its first colour will do.
        Background::Gradient(Gradient::Linear(linear)) => {
            linear.stops[0].map_or(iced::Color::TRANSPARENT, |stop| stop.color)
        }
    };
    if body.radii.iter().all(|radius| *radius <= 0.0) && body.border <= 0.0 {
        raster.fill_smooth(body.bounds, clip, Ink::of(fill));
        return;
    }
    let border = if body.border > 0.0 { Ink::of(quad.border.color) } else { Ink(0) };
    body.paint(raster, Ink::of(fill), border, clip);
}

/// What of a quad is painted, in pixels of the screen.
struct Body {
    bounds: Rectangle,
    /// Of the corners: top left, top right, bottom right, bottom left.
    radii: [f32; 4],
    border: f32,
}

impl Body {
    fn of(quad: &Quad, scale: f32) -> Self {
        let most = quad.bounds.width.min(quad.bounds.height) / 2.0;
        let radii = <[f32; 4]>::from(quad.border.radius).map(|radius| radius.min(most) * scale);
        Self { bounds: quad.bounds * scale, radii, border: quad.border.width.min(most) * scale }
    }

    fn right(&self) -> f32 {
        self.bounds.x + self.bounds.width
    }

    fn bottom(&self) -> f32 {
        self.bounds.y + self.bounds.height
    }

    /// Paints row by row: what lies between the corners is the same along a row, only the corners are looked at pixel by pixel.
    fn paint(&self, raster: &mut Raster<'_>, fill: Ink, border: Ink, clip: Area) {
        let area = Area::around(self.bounds, 0.0).cut(clip).cut(raster.area);
        let inner = self.bounds.shrink(self.border);
        let round = self.radii.into_iter().fold(self.border, f32::max);
        // Between these all pixels of a row are alike.
        let from = ((self.bounds.x + round).ceil() as i32).clamp(area.left, area.right.max(area.left));
        let to = ((self.right() - round).floor() as i32).clamp(from, area.right.max(from));
        for y in area.top..area.bottom {
            let outer_share = covered(y, self.bounds.y, self.bottom());
            let inner_share = covered(y, inner.y, inner.y + inner.height).min(outer_share);
            raster.span(y, from, to, fill.thinned(share(outer_share)));
            raster.span(y, from, to, border.thinned(share(outer_share - inner_share)));
            for x in (area.left..from).chain(to..area.right) {
                let (outer, inner) = self.shares(&inner, x, y);
                if outer > 0.0 {
                    raster.span(y, x, x + 1, fill.thinned(share(outer)));
                    raster.span(y, x, x + 1, border.thinned(share(outer - inner)));
                }
            }
        }
    }

    /// How much of a pixel the whole quad covers, and how much the part inside of its edge.
    fn shares(&self, inner: &Rectangle, x: i32, y: i32) -> (f32, f32) {
        let outer = rounded_share(&self.bounds, self.radii, x, y);
        if self.border <= 0.0 {
            return (outer, outer);
        }
        let radii = self.radii.map(|radius| (radius - self.border).max(0.0));
        (outer, rounded_share(inner, radii, x, y).min(outer))
    }
}

/// How much of a pixel lies in a rectangle with round corners.
fn rounded_share(bounds: &Rectangle, radii: [f32; 4], x: i32, y: i32) -> f32 {
    let straight = covered(x, bounds.x, bounds.x + bounds.width) * covered(y, bounds.y, bounds.y + bounds.height);
    if straight <= 0.0 {
        return 0.0;
    }
    let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
    let middle = bounds.center();
    let radius = radii[corner(px - middle.x, py - middle.y)];
    let beyond_x = (px - middle.x).abs() - (bounds.width / 2.0 - radius);
    let beyond_y = (py - middle.y).abs() - (bounds.height / 2.0 - radius);
    if beyond_x <= 0.0 || beyond_y <= 0.0 {
        return straight;
    }
    straight.min((radius - beyond_x.hypot(beyond_y) + 0.5).clamp(0.0, 1.0))
}

/// Which of the four radii is that of the corner on this side of the middle.
fn corner(right: f32, down: f32) -> usize {
    match (right > 0.0, down > 0.0) {
        (false, false) => 0,
        (true, false) => 1,
        (true, true) => 2,
        (false, true) => 3,
    }
}

/// Paints the shadow of a quad, which fades from its edge outwards.
fn shadow(raster: &mut Raster<'_>, quad: &Quad, body: &Body, scale: f32, clip: Area) {
    let blur = quad.shadow.blur_radius * scale;
    let half = (body.bounds.width / 2.0, body.bounds.height / 2.0);
    let middle = body.bounds.center() + quad.shadow.offset * scale;
    let area = Area::inside(shadow_bounds(quad) * scale).cut(clip).cut(raster.area);
    for y in area.top..area.bottom {
        for x in area.left..area.right {
            let (right, down) = (x as f32 - middle.x, y as f32 - middle.y);
            let radius = body.radii[corner(right, down)];
            let (beyond_x, beyond_y) =
                ((right.abs() - half.0 + radius).max(0.0), (down.abs() - half.1 + radius).max(0.0));
            let distance = (beyond_x.hypot(beyond_y) - radius).max(0.0);
            let color = quad.shadow.color.scale_alpha(1.0 - smooth((distance + blur) / (2.0 * blur).max(f32::EPSILON)));
            raster.span(y, x, x + 1, Ink::of(color));
        }
    }
}

/// A step from 0 to 1 without corners.
fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
