//! A member's name beside the colour that they have in every picture.

use iced::Center;
use iced::widget::{container, row};

use super::{Drawing, text};
use crate::picture::{Picture, Rect, Shape, person};
use crate::window::renderer::Element;
use crate::window::theme::{radius, space};

/// How wide and high the colour is, in logical pixels.
const SWATCH: f32 = 14.0;

/// The name of the member at `place` in the team, with their colour.
pub fn member<'a, Message: Clone + 'a>(place: usize, name: &'a str) -> Element<'a, Message> {
    let swatch = Drawing::new(place, move |_| {
        let mut picture = Picture::new(SWATCH, SWATCH);
        let whole = Rect::new(0.0, 0.0, SWATCH, SWATCH);
        picture.add(Shape::rectangle(whole, person::fill(place)).rounded(radius::SMALL));
        picture
    });
    row![container(swatch).width(SWATCH), text::strong(name)].spacing(space::S).align_y(Center).into()
}
