//! The program `sunwise`.

fn main() -> iced::Result {
    sunwise::window::run(std::env::args_os().nth(1).map(Into::into))
}
