//! A year cut into seasons, to choose one from: each as wide as it is long, with its answer inside.

use chrono::NaiveDate;

use super::{Align, Id, Meaning, Picture, Rect, Shape, Text, Weight, measure};

/// How high a season is, and the line of dates below, in logical pixels.
const BAR: f32 = 34.0;
const DATES: f32 = 22.0;
/// The narrowest that a season may be, so that it can be hit, in logical pixels.
const NARROWEST: f32 = 18.0;
/// Between two seasons, in logical pixels.
const BETWEEN: f32 = 2.0;

/// A season.
#[derive(Debug, Clone)]
pub struct Season {
    /// Its first date.
    pub from: NaiveDate,
    /// The date after its last.
    pub to: NaiveDate,
    /// Its answer in a word: `20 h 30 min`.
    pub answer: String,
    /// How good it is, from 0 to 100.
    pub percent: u8,
    /// What the pointer learns.
    pub tip: String,
}

/// Draws the seasons. Ids: `season` by number.
pub fn draw(seasons: &[Season], width: f32) -> Picture {
    let mut picture = Picture::new(width, BAR + DATES);
    let widths = widths(seasons, width);
    let (mut x, mut free) = (0.0, 0.0);
    for (number, (season, &wide)) in seasons.iter().zip(&widths).enumerate() {
        let rect = Rect::new(x, 0.0, (wide - BETWEEN).max(1.0), BAR);
        // Half of the scale, so that the outline of the chosen one stands out.
        let ground = Meaning::Heat(season.percent.min(100) / 2);
        picture
            .add(Shape::rectangle(rect, ground).rounded(5.0).id(Id::new("season", number, 0)).tip(season.tip.clone()));
        let answer = Text::new(season.answer.clone()).strong().on(ground).align(Align::Center);
        if measure::width(&season.answer, answer.size, Weight::Strong) <= rect.width - 8.0 {
            picture.add(Shape::text(rect.center(), answer));
        }
        let date = season.from.format("%-d %b").to_string();
        let long = measure::width(&date, 11.0, Weight::Regular);
        if x >= free && x + long <= width {
            let text = Text::new(date).size(11.0).ink(Meaning::Muted);
            picture.add(Shape::text((x + 1.0, BAR + DATES / 2.0), text));
            free = x + long + 8.0;
        }
        x += wide;
    }
    picture
}

/// How wide each season is: by its days, but none narrower than can be hit.
fn widths(seasons: &[Season], width: f32) -> Vec<f32> {
    let days = |season: &Season| (season.to - season.from).num_days().max(1) as f32;
    let least = NARROWEST.min(width / seasons.len().max(1) as f32);
    let all: f32 = seasons.iter().map(days).sum();
    let small = |season: &&Season| days(season) / all * width < least;
    let (fixed, rest) = seasons.iter().partition::<Vec<&Season>, _>(small);
    let room = width - fixed.len() as f32 * least;
    let scale = room / rest.iter().map(|season| days(season)).sum::<f32>().max(1.0);
    seasons.iter().map(|season| if small(&season) { least } else { days(season) * scale }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn season(from: &str, to: &str) -> Season {
        let date = |text: &str| text.parse().expect("a date");
        Season { from: date(from), to: date(to), answer: "20 h".into(), percent: 80, tip: String::new() }
    }

    #[test]
    fn a_season_is_as_wide_as_it_is_long_and_can_always_be_hit() {
        let year = [
            season("2027-01-01", "2027-03-14"),
            season("2027-03-14", "2027-03-16"),
            season("2027-03-16", "2027-10-31"),
            season("2027-10-31", "2028-01-01"),
        ];
        let widths = widths(&year, 800.0);
        assert!((widths.iter().sum::<f32>() - 800.0).abs() < 0.1, "{widths:?}");
        assert!(widths[1] >= NARROWEST && widths[2] > 2.5 * widths[0], "{widths:?}");
        let picture = draw(&year, 800.0);
        let middle = widths[0] + widths[1] / 2.0;
        assert_eq!(picture.hit((middle, 10.0)).and_then(|shape| shape.id), Some(Id::new("season", 1, 0)));
    }

    #[test]
    fn no_seasons_and_no_room_are_drawn_without_harm() {
        assert!(draw(&[], 100.0).shapes.is_empty());
        let many: Vec<Season> = (0..40).map(|_| season("2027-01-01", "2027-01-10")).collect();
        assert!(draw(&many, 100.0).shapes.iter().all(|shape| match shape.form {
            super::super::Form::Rectangle { rect, .. } => rect.right() <= 100.1,
            _ => true,
        }));
    }
}
