//! The face Pairs: what every two share, how long a question takes between them, and what hangs on whom.

mod detail;
mod view;

use iced::Task;

use super::question::{Question, YEAR};
use crate::picture::Id;
use crate::picture::matrix::{self, Matrix};
use crate::plan::overlap::{Losses, Pair, Pairs, RoundTrips, pairs_and_losses, round_trips};
use crate::team::{Member, MemberId, Team};
use crate::time::{Minutes, Span};
use crate::window::answer::{Answer, Report, Work};
use crate::window::screen::Context;
use crate::words::amount;
use detail::Detail;
pub use view::face;

/// What an answer takes unless said.
const WORK: Minutes = Minutes(30);
/// The most that can be said.
const MOST_WORK: Minutes = Minutes(4 * Minutes::WEEK.0);

/// What the face remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The two whose pair is looked at, by name.
    chosen: Option<(String, String)>,
    /// What is typed as the time that an answer takes.
    work: Option<String>,
    /// Whether all pairs are listed.
    all: bool,
    found: Answer<(Question, Minutes), PairTable>,
    detail: Option<Detail>,
}

/// What can happen in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The pairs were looked at.
    Found(Report<PairTable>),
    /// A cell of the matrix was pressed.
    Pressed(Id),
    /// A row of the list was pressed: the places of the two.
    Chosen(usize, usize),
    /// What an answer takes is typed.
    Work(String),
    /// All pairs are to be listed, or only the first.
    All(bool),
}

/// The pairs of those who are asked about.
#[derive(Debug)]
pub struct PairTable {
    pairs: Pairs,
    trips: RoundTrips,
    /// The pairs of a large team, those with the same hours together.
    alike: Vec<Alike>,
    losses: Losses,
    /// The members by what is lost without them, the most first.
    without: Vec<MemberId>,
    matrix: Matrix,
    horizon: Span,
    work: Minutes,
    target: Minutes,
}

impl State {
    /// Looks at the pairs anew if they, or the team, have changed.
    pub fn refresh(&mut self, context: &Context, year: &Question) -> Task<Message> {
        let work = self.work().unwrap_or(WORK);
        let question = Question { flexible: false, at_least: 0, ..year.clone() };
        let team = std::sync::Arc::clone(context.team);
        let ask = move |(question, work): &(Question, Minutes), _: &Work| PairTable::of(&team, question, *work);
        self.found.ask(context.revision, (question, work), ask).map(Message::Found)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context) {
        match message {
            Message::Found(report) => {
                if self.found.take(report) {
                    self.detail = None;
                }
            }
            Message::Pressed(id) => self.choose(id.row, id.column),
            Message::Chosen(a, b) => self.choose(a, b),
            Message::Work(text) => {
                self.work = Some(text);
                self.found.typed();
            }
            Message::All(all) => self.all = all,
        }
        // What is said of a pair is made of the team as it is: not of pairs of an earlier one.
        if let Some(found) = self.found.fresh(context.revision) {
            self.detail = self.chosen_places(found).map(|places| Detail::of(found, places, context));
        }
    }

    fn choose(&mut self, a: usize, b: usize) {
        let name = |member: usize| self.found.get().and_then(|found| found.pairs.members.get(member).cloned());
        self.chosen = name(a).zip(name(b));
    }

    /// The chosen pair, or else the one that shares the least.
    fn chosen_places(&self, found: &PairTable) -> Option<(usize, usize)> {
        let place = |name: &String| found.pairs.members.iter().position(|member| member == name);
        let chosen = self.chosen.as_ref().and_then(|(a, b)| place(a).zip(place(b)));
        chosen.or_else(|| {
            let least = found.pairs.least()?;
            Some((least.a.index(), least.b.index()))
        })
    }

    /// What an answer takes.
    fn work(&self) -> Result<Minutes, String> {
        let Some(text) = &self.work else { return Ok(WORK) };
        let work = amount::typed_duration(text)?;
        if work <= MOST_WORK { Ok(work) } else { Err("No answer takes longer than four weeks".to_owned()) }
    }
}

/// Pairs of members with the same hours.
#[derive(Debug)]
struct Alike {
    words: String,
    mean: Minutes,
    worst: Minutes,
    under: bool,
    /// The first of them, by the places of the two.
    first: (usize, usize),
}

impl Alike {
    /// All pairs, those that share least first.
    fn of(pairs: &Pairs, members: &[&Member]) -> Vec<Self> {
        let group = |group: &[MemberId]| {
            let first = members[group[0]];
            match group.len() {
                1 => first.name.clone(),
                all => format!("{all} like {} in {}", first.name, first.home.short_name()),
            }
        };
        let all = pairs.alike().into_iter().map(|alike| {
            let (other, second) =
                if alike.a == alike.b { ("each other".to_owned(), alike.a[1]) } else { (group(alike.b), alike.b[0]) };
            Self {
                words: format!("{} and {other}", group(alike.a)),
                mean: alike.week.mean,
                worst: alike.week.worst,
                under: alike.is_under_target,
                first: (alike.a[0].index(), second.index()),
            }
        });
        all.collect()
    }
}

impl PairTable {
    fn of(team: &Team, question: &Question, work: Minutes) -> Self {
        let members = question.members(team);
        let start = question.zone.midnight(question.date);
        let horizon = Span { start, end: start + YEAR };
        let (pairs, losses) = pairs_and_losses(&members, horizon, &team.policy);
        let trips = round_trips(&members, horizon, work);
        let few = members.len() <= matrix::MOST;
        let matrix = if few { matrix_of(&pairs) } else { Matrix { names: Vec::new(), cells: Vec::new() } };
        let alike = if few { Vec::new() } else { Alike::of(&pairs, &members) };
        let mut without: Vec<MemberId> = MemberId::all(members.len()).collect();
        // Whose absence parts others first, then those whose hours nobody else covers.
        without.sort_by_key(|&member| (losses.without[member].parted.is_empty(), -losses.uncovered(member).mean.0));
        Self { pairs, trips, alike, losses, without, matrix, horizon, work, target: team.policy.target_overlap }
    }

    /// Whether the members are few enough for a matrix.
    fn has_matrix(&self) -> bool {
        (2..=matrix::MOST).contains(&self.pairs.members.len())
    }
}

fn matrix_of(pairs: &Pairs) -> Matrix {
    let name = |member: MemberId| pairs.members[member].as_str();
    let cell = |pair: Pair| {
        let under = pair.is_under_target;
        let remark = if under { "\nUnder the target" } else { "" };
        let tip = format!(
            "{} and {}\nWorst season: {} a week\nMean: {} a week{remark}",
            name(pair.a),
            name(pair.b),
            amount::duration(pair.week.worst),
            amount::duration(pair.week.mean),
        );
        let (a, b) = (pair.a.index(), pair.b.index());
        matrix::Cell { a, b, worst: Minutes(pair.week.worst.0 / 5), under, tip }
    };
    Matrix { names: pairs.members.clone(), cells: pairs.all().map(cell).collect() }
}
