//! A drawing as a widget: what it draws, when it draws anew, and what a press on it says.

use iced::Point as At;
use iced_test::Simulator;

use super::*;
use crate::picture::{Meaning, Rect};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Pressed(Hit),
    Hovered(Option<Id>),
    Moved(Option<Point>),
    Released,
}

const CELL: &str = "cell";

/// Two cells side by side, each half as wide as the place.
fn cells<'a>() -> Drawing<'a, Message> {
    Drawing::new("cells", |width| {
        let mut picture = Picture::new(width, 40.0);
        let half = width / 2.0;
        for column in 0..2 {
            let rect = Rect::new(column as f32 * half, 0.0, half, 40.0);
            let cell = Shape::rectangle(rect, Meaning::Preferred);
            picture.add(cell.id(Id::new(CELL, 0, column)).tip("Ana Ribeiro\n09:00-17:00"));
        }
        picture
    })
    .on_press(Message::Pressed)
    .on_hover(Message::Hovered)
}

fn simulated<'a>() -> Simulator<'a, Message, iced::Theme, Renderer> {
    Simulator::with_size(crate::window::settings(), Size::new(200.0, 40.0), cells())
}

fn moved(position: At) -> Event {
    Event::Mouse(mouse::Event::CursorMoved { position })
}

#[test]
fn the_pointer_is_told_which_shape_it_is_on() {
    let mut simulated = simulated();
    let at = At::new(150.0, 20.0);
    simulated.point_at(at);
    let press = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    let _ = simulated.simulate([moved(at), press]);
    simulated.point_at(At::new(50.0, 20.0));
    let _ = simulated.simulate([moved(At::new(50.0, 20.0))]);
    let _ = simulated.simulate([Event::Mouse(mouse::Event::CursorLeft)]);
    let (left, right) = (Id::new(CELL, 0, 0), Id::new(CELL, 0, 1));
    assert_eq!(
        simulated.into_messages().collect::<Vec<_>>(),
        [
            Message::Hovered(Some(right)),
            Message::Pressed(Hit { id: right, at: Point { x: 150.0, y: 20.0 }, width: 200.0 }),
            Message::Hovered(Some(left)),
            Message::Hovered(None),
        ]
    );
}

#[test]
fn a_drag_is_followed_beyond_the_edges() {
    let drawing = cells().on_move(Message::Moved).on_release(Message::Released);
    let mut simulated = Simulator::with_size(crate::window::settings(), Size::new(200.0, 40.0), drawing);
    let button = mouse::Button::Left;
    let beyond = At::new(250.0, 60.0);
    simulated.point_at(beyond);
    let _ = simulated.simulate([moved(beyond), Event::Mouse(mouse::Event::ButtonReleased(button))]);
    let at = At::new(150.0, 20.0);
    simulated.point_at(at);
    let _ = simulated.simulate([Event::Mouse(mouse::Event::ButtonPressed(button))]);
    simulated.point_at(beyond);
    let _ = simulated.simulate([moved(beyond), Event::Mouse(mouse::Event::ButtonReleased(button)), moved(beyond)]);
    assert_eq!(
        simulated.into_messages().collect::<Vec<_>>(),
        [
            Message::Pressed(Hit { id: Id::new(CELL, 0, 1), at: Point { x: 150.0, y: 20.0 }, width: 200.0 }),
            Message::Moved(Some(Point { x: 250.0, y: 60.0 })),
            Message::Released,
        ],
        "before the press and after the release the pointer does not matter"
    );
}

#[test]
fn a_picture_is_painted_in_light_and_in_dark() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let image = folder.path().join("light.png");
    let mut simulated = simulated();
    let mut look = theme::Appearance::default();
    let light = look.theme();
    look.toggle();
    // The first comparison writes the picture, the others look at it.
    assert!(simulated.snapshot(&light)?.matches_image(&image)?);
    assert!(simulated.snapshot(&light)?.matches_image(&image)?, "twice the same");
    assert!(!simulated.snapshot(&look.theme())?.matches_image(&image)?, "other colours in the dark");
    let nothing: Element<'_, Message> = iced::widget::space().into();
    let mut blank = Simulator::with_size(crate::window::settings(), Size::new(200.0, 40.0), nothing);
    assert!(!blank.snapshot(&light)?.matches_image(&image)?, "more than the ground");
    Ok(())
}
