//! `sunwise cities`: find places, zones and abbreviations.

use clap::Args;

use super::Context;
use super::answer::{Answer, Failure};
use super::output::Output;
use super::table::{Table, figures, words};
use crate::export::json;
use crate::world::{Hit, Search};

#[derive(Args, Debug)]
pub struct Arguments {
    /// A city, country, zone, or abbreviation of a zone, as you would type it
    #[arg(value_name = "QUERY", required = true)]
    query: Vec<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1000))]
    limit: u16,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(arguments: &Arguments, context: Context) -> Result<Answer, Failure> {
    let query = arguments.query.join(" ");
    if query.trim().is_empty() {
        return Err(Failure::new("nothing is asked for; write a city, country or zone, such as `Lisbon`"));
    }
    let hits = Search::new().find(&query, arguments.limit.into());
    let nothing =
        hits.is_empty().then(|| format!("nothing is called `{}`", query.chars().take(60).collect::<String>()));
    let text = match (arguments.output.is_json(), &nothing) {
        (true, _) => json::cities(&hits),
        (false, None) => for_people(&hits, context),
        (false, Some(_)) => String::new(),
    };
    Ok(Answer::new(text).with_notes(nothing.into_iter().collect()))
}

fn for_people(hits: &[Hit], context: Context) -> String {
    let now = context.now;
    let columns = [words("Place"), words("Where"), words("Zone"), words("Offset now"), figures("People")];
    let mut table = Table::new(columns);
    for hit in hits {
        let city = hit.city();
        table.row([
            hit.title(),
            city.map_or_else(String::new, crate::world::City::whereabouts),
            hit.zone().name().to_owned(),
            hit.zone().offset_at(now).to_string(),
            city.map_or_else(String::new, |city| city.population.to_string()),
        ]);
    }
    table.text(context.style)
}
