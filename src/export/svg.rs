//! A picture as SVG, in the colours of light or dark, with the program's own font by name.

use std::fmt::Write;

use crate::picture::palette::{Palette, Rgb};
use crate::picture::{Align, Form, Picture, Point, Rect, Shape, Text, Weight, pattern};

/// The family of the font in `assets/fonts`; where it is not installed, others that are alike.
const FAMILY: &str = "'Sunwise Sans', Inter, 'Helvetica Neue', Arial, sans-serif";

/// Around a picture that stands alone, in logical pixels.
const EDGE: f32 = 24.0;

/// Pictures from top to bottom on one sheet, with a title for screen readers; what a shape's tip says becomes its `<title>`.
pub fn write(pictures: &[&Picture], palette: &Palette, title: &str) -> String {
    let width = pictures.iter().map(|picture| picture.width).fold(0.0, f32::max) + 2.0 * EDGE;
    let between = 12.0 * pictures.len().saturating_sub(1) as f32;
    let height = pictures.iter().map(|picture| picture.height).sum::<f32>() + between + 2.0 * EDGE;
    let mut svg = Svg { text: String::new(), palette };
    svg.line(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\">",
        n(width),
        n(height)
    ));
    svg.line(&format!("<title>{}</title>", escaped(title)));
    let ground = color(palette.raised);
    svg.line(&format!("<rect width=\"{}\" height=\"{}\" fill=\"{ground}\"/>", n(width), n(height)));
    let mut y = EDGE;
    for picture in pictures {
        svg.line(&format!("<g transform=\"translate({} {})\" font-family=\"{FAMILY}\">", n(EDGE), n(y)));
        let (texts, shapes): (Vec<&Shape>, Vec<&Shape>) =
            picture.shapes.iter().partition(|shape| matches!(shape.form, Form::Text { .. }));
        shapes.into_iter().chain(texts).for_each(|shape| svg.shape(shape));
        svg.line("</g>");
        y += picture.height + 12.0;
    }
    svg.line("</svg>");
    svg.text
}

struct Svg<'a> {
    text: String,
    palette: &'a Palette,
}

impl Svg<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn shape(&mut self, shape: &Shape) {
        let opacity = shape.fill.opacity;
        let is_seen = opacity > 0.0;
        if let Form::Text { at, text } = &shape.form {
            if is_seen && !text.content.is_empty() {
                self.writing(*at, text, opacity);
            }
            return;
        }
        if !is_seen && shape.tip.is_none() {
            return;
        }
        let fill = color(self.palette.color(shape.fill.meaning));
        let paint = match shape.form {
            Form::Frame { width, .. } | Form::Line { width, .. } => {
                format!("fill=\"none\" stroke=\"{fill}\" stroke-width=\"{}\"", n(width))
            }
            _ => format!("fill=\"{fill}\" fill-rule=\"evenodd\""),
        };
        let faint = if opacity < 1.0 { format!(" opacity=\"{}\"", n(opacity)) } else { String::new() };
        let form = form(&shape.form);
        match &shape.tip {
            Some(tip) => {
                self.line(&format!("<{form} {paint}{faint}><title>{}</title></{}>", escaped(tip), name(&form)));
            }
            None => self.line(&format!("<{form} {paint}{faint}/>")),
        }
        if is_seen {
            self.texture(shape, &faint);
        }
    }

    /// The pattern over a shape, as strokes.
    fn texture(&mut self, shape: &Shape, faint: &str) {
        let Some(kind) = shape.fill.pattern else { return };
        let ink = color(self.palette.texture(shape.fill.meaning));
        let mut path = String::new();
        match &shape.form {
            Form::Rectangle { rect, radius } => {
                let rect = rect.shrunk(radius * 0.3);
                // Writing to a string cannot fail.
                for (from, to) in pattern::strokes(kind, rect) {
                    let _ = write!(path, "M{} {}L{} {}", n(from.x), n(from.y), n(to.x), n(to.y));
                }
                if kind == crate::picture::Pattern::Dots {
                    for dot in pattern::dots(rect) {
                        let _ = write!(path, "M{} {}h{}", n(dot.x), n(dot.y + pattern::DOT / 2.0), n(pattern::DOT));
                    }
                }
            }
            Form::Ring { center, inner, outer, start, end } => {
                for (from, to) in pattern::ring_strokes(kind, *center, (*inner, *outer), (*start, *end)) {
                    let _ = write!(path, "M{} {}L{} {}", n(from.x), n(from.y), n(to.x), n(to.y));
                }
            }
            _ => {}
        }
        if !path.is_empty() {
            let width = if kind == crate::picture::Pattern::Dots { pattern::DOT } else { pattern::STROKE };
            self.line(&format!(
                "<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\"{faint}/>",
                n(width)
            ));
        }
    }

    fn writing(&mut self, at: Point, text: &Text, opacity: f32) {
        let anchor = match text.align {
            Align::Start => "start",
            Align::Center => "middle",
            Align::End => "end",
        };
        // The baseline of a line of this font stands so far below its top, middle or bottom.
        let below = match text.align_y {
            Align::Start => 0.97,
            Align::Center => 0.36,
            Align::End => -0.24,
        };
        let weight = if text.weight == Weight::Strong { " font-weight=\"600\"" } else { "" };
        let faint = if opacity < 1.0 { format!(" opacity=\"{}\"", n(opacity)) } else { String::new() };
        self.line(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{}\"{weight}{faint}>{}</text>",
            n(at.x),
            n(at.y + text.size * below),
            n(text.size),
            color(self.palette.ink(text.ink)),
            escaped(&text.content),
        ));
    }
}

/// An element with its geometry, without brackets.
fn form(form: &Form) -> String {
    let rect = |rect: &Rect, radius: f32| {
        let radius = if radius > 0.0 { format!(" rx=\"{}\"", n(radius)) } else { String::new() };
        let (width, height) = (n(rect.width.max(0.0)), n(rect.height.max(0.0)));
        format!("rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"{radius}", n(rect.x), n(rect.y))
    };
    match form {
        Form::Rectangle { rect: at, radius } => rect(at, *radius),
        Form::Frame { rect: at, radius, width } => rect(&at.shrunk(width / 2.0), *radius),
        Form::Line { points, .. } => format!("path d=\"{}\"", chain(points)),
        Form::Polygon { rings } => {
            format!("path d=\"{}\"", rings.iter().map(|ring| chain(ring) + "Z").collect::<String>())
        }
        Form::Ring { center, inner, outer, start, end } => {
            format!("path d=\"{}\"", ring(*center, (*inner, *outer), (*start, *end)))
        }
        Form::Text { .. } => "g".to_owned(),
    }
}

fn name(form: &str) -> &str {
    form.split(' ').next().unwrap_or(form)
}

fn chain(points: &[Point]) -> String {
    let step = |(index, point): (usize, &Point)| {
        format!("{}{} {}", if index == 0 { "M" } else { "L" }, n(point.x), n(point.y))
    };
    points.iter().enumerate().map(step).collect()
}

/// A part of a ring, by arcs of less than half a turn.
fn ring(center: Point, (inner, outer): (f32, f32), (start, end): (f32, f32)) -> String {
    let turns = (end - start).clamp(0.0, 1.0);
    let pieces = (turns * 3.0).ceil().max(1.0);
    let arc = |radius: f32, from: f32, to: f32| -> String {
        let step = |piece: i32| from + (to - from) * piece as f32 / pieces;
        let sweep = u8::from(to > from);
        let to_end = |piece: i32| {
            let at = pattern::along(center, radius, step(piece));
            format!("A{0} {0} 0 0 {sweep} {1} {2}", n(radius), n(at.x), n(at.y))
        };
        (1..=pieces as i32).map(to_end).collect()
    };
    let at = |radius: f32, turn: f32| {
        let at = pattern::along(center, radius, turn);
        format!("{} {}", n(at.x), n(at.y))
    };
    let edge = format!("M{}{}", at(outer, start), arc(outer, start, start + turns));
    match (turns >= 1.0, inner > 0.0) {
        (true, true) => format!("{edge}ZM{}{}Z", at(inner, start), arc(inner, start, start + turns)),
        (true, false) => format!("{edge}Z"),
        (false, true) => format!("{edge}L{}{}Z", at(inner, start + turns), arc(inner, start + turns, start)),
        (false, false) => format!("{edge}L{} {}Z", n(center.x), n(center.y)),
    }
}

fn color(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A number with at most two decimals.
fn n(number: f32) -> String {
    let text = format!("{number:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A text within XML; control characters, which no XML may hold, become spaces.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push('\n'),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::palette::LIGHT;
    use crate::picture::{Id, Meaning};

    fn sheet() -> Picture {
        let mut picture = Picture::new(200.0, 100.0);
        picture.add(Shape::text((10.0, 20.0), Text::new("Ana & <Bo>").strong()));
        picture.add(Shape::rectangle(Rect::new(0.0, 0.0, 50.5, 20.0), Meaning::Flexible).rounded(4.0).tip("9 < 17"));
        picture.add(Shape::ring((100.0, 50.0), (20.0, 40.0), (0.0, 0.75), Meaning::Good));
        picture.add(Shape::disc((150.0, 50.0), 10.0, Meaning::Bad));
        picture.add(Shape::line((0.0, 0.0), (10.0, 10.0), 1.0, Meaning::Grid).opacity(0.5));
        picture.add(Shape::rectangle(Rect::new(0.0, 0.0, 1.0, 1.0), Meaning::Good).opacity(0.0).id(Id::new("x", 0, 0)));
        picture
    }

    #[test]
    fn a_picture_is_readable_svg() {
        let text = write(&[&sheet(), &sheet()], &LIGHT, "Two & two");
        let tree = resvg::usvg::Tree::from_str(&text, &resvg::usvg::Options::default()).expect("SVG");
        assert_eq!((tree.size().width(), tree.size().height()), (248.0, 260.0));
        assert_eq!(text.matches("<text ").count(), 2);
        assert!(
            text.contains("<title>Two &amp; two</title>") && text.contains(">Ana &amp; &lt;Bo&gt;</text>"),
            "{text}"
        );
        assert!(
            text.contains("<rect x=\"0\" y=\"0\" width=\"50.5\" height=\"20\" rx=\"4\" fill=\"#fbe9c2\""),
            "{text}"
        );
        assert!(text.contains("<title>9 &lt; 17</title></rect>"), "{text}");
        assert_eq!(text.matches("opacity=\"0\"").count(), 0, "what cannot be seen is left out");
        let first = text.find("<g ").expect("a group");
        let end = text.find("</g>").expect("its end");
        let group = &text[first..end];
        assert!(group.rfind("<text") > group.rfind("<path"), "writing lies above all else");
    }

    #[test]
    fn numbers_are_short() {
        for (number, text) in [(1.0, "1"), (0.25, "0.25"), (10.0, "10"), (-0.001, "0"), (1.0 / 3.0, "0.33")] {
            assert_eq!(n(number), text);
        }
    }
}
