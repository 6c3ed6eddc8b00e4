//! Where the next hire should sit (SPEC section 8): every zone of the world, by what a colleague there would add.

mod advert;
mod ask;
mod chains;
mod contact;
mod holidays;
mod interview;
mod line;
mod open_seat;
mod place;
mod presence;
mod promise;
mod rank;
mod score;
mod seat;
mod set_search;
mod set_year;
mod sets;
mod sites;
mod team_year;

pub use advert::{Advert, BandSeason};
pub use ask::Question;
pub use holidays::CommonHolidays;
pub use interview::{Interview, InterviewSeason, MeetingWith, WithMember, interview};
pub use line::{JudgedCandidate, Line};
pub use open_seat::{Seat, SetPlan};
pub use place::{ChainGrowth, Coverage, Figures, Shared};
pub use rank::{HirePlan, add_chains, hire, rank};
pub use score::Fail;
pub use sets::best_set;

#[cfg(test)]
mod tests;
