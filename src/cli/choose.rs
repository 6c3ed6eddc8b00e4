//! What a verb is about: the team of a file, some of its members, one of its plans.

use std::path::Path;

use super::answer::Failure;
use crate::disk;
use crate::spelling::{self, did_you_mean};
use crate::team::{self, Diagnostics, MAX_CALENDAR_BYTES, Member, Severity, Team};
use crate::world::fold;

/// The bytes of a team file.
pub fn team_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    Ok(disk::read_bytes(path, team::MAX_FILE_BYTES)?)
}

/// The team of a file with its calendars, and warnings for standard error.
pub fn team(path: &Path) -> Result<(Team, Vec<String>), Failure> {
    let (name, bytes) = (path.display().to_string(), team_bytes(path)?);
    let (mut team, mut warnings) = team::read(&name, &bytes)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    team.read_calendars(|calendar| {
        disk::read_named(folder, calendar, "ics", MAX_CALENDAR_BYTES).map_err(|error| error.to_string())
    });
    warnings.extend(team::calendar_diagnostics(&name, &bytes, &team));
    if warnings.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(Failure::from(Diagnostics::new(warnings)));
    }
    Ok((team, warnings.iter().map(ToString::to_string).collect()))
}

/// The members whose `names` (each with others behind commas) are given; all when none are. At least one.
pub fn members<'t>(team: &'t Team, names: &[String]) -> Result<Vec<&'t Member>, Failure> {
    if team.members.is_empty() {
        return Err(Failure::new(format!("the team `{}` has no members yet", team.name)));
    }
    if names.is_empty() {
        return Ok(team.members.iter().collect());
    }
    let wanted = listed(team, names)?;
    Ok(team.members.iter().filter(|member| wanted.contains(&member.name)).collect())
}

/// The names in `lists`, in their order and each once: every list is one name, or several with commas between them.
pub fn listed(team: &Team, lists: &[String]) -> Result<Vec<String>, Failure> {
    let mut found: Vec<String> = Vec::new();
    for list in lists {
        // A name may hold a comma itself.
        let parts: Vec<&str> = if team.member(list.trim()).is_some() { vec![list] } else { list.split(',').collect() };
        for name in parts.iter().map(|part| part.trim()).filter(|name| !name.is_empty()) {
            let known = team.members.iter().map(|member| member.name.as_str());
            let name = named("member", name, known, |name| name)?.to_owned();
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    if found.is_empty() { Err(Failure::new("no member is named; write for example \"Ana, Bo\"")) } else { Ok(found) }
}

/// Which of the `things` of a file a verb is about: the one with the `name`, or the only one there is.
pub fn one_of<'t, T>(
    what: &str,
    things: &'t [T],
    name: Option<&str>,
    name_of: impl Fn(&T) -> &str + Copy,
) -> Result<&'t T, Failure> {
    match (name, things) {
        (Some(name), _) => named(what, name, things.iter(), |thing| name_of(thing)),
        (None, [only]) => Ok(only),
        (None, []) => Err(Failure::new(format!("the team file has no {what}"))),
        (None, several) => Err(Failure::new(format!(
            "the team file has several {what}s; name one of {}",
            all(several.iter().map(name_of))
        ))),
    }
}

/// The thing with the `name`; if there is none, what there is and what was probably meant.
fn named<'t, T: Copy>(
    what: &str,
    name: &str,
    things: impl Iterator<Item = T> + Clone,
    name_of: impl Fn(T) -> &'t str,
) -> Result<T, Failure> {
    if let Some(found) = things.clone().find(|&thing| name_of(thing) == name) {
        return Ok(found);
    }
    let names: Vec<&str> = things.map(name_of).collect();
    let advice = match nearest(name, &names) {
        Some(near) => did_you_mean([near]),
        None if names.is_empty() => "; there is none in the team file".to_owned(),
        None => format!("; there is {}", all(names.into_iter())),
    };
    Err(Failure::new(format!("unknown {what} `{}`{advice}", name.chars().take(60).collect::<String>())))
}

/// The first names, with backquotes and commas, and how many more there are.
fn all<'n>(names: impl Iterator<Item = &'n str>) -> String {
    const MOST: usize = 12;
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(MOST) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..MOST].join(", ")),
    }
}

/// The name that was probably meant; accents do not matter.
fn nearest<'n>(typed: &str, names: &[&'n str]) -> Option<&'n str> {
    spelling::nearest(&fold(typed), names.iter().map(|&name| (fold(name), name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::Place;
    use crate::time::{Hours, Zone};

    fn some_team(names: &[&str]) -> Team {
        let member = |name: &&str| Member::new(*name, Place::zone(Zone::UTC), Hours::off());
        Team { members: names.iter().map(member).collect(), ..Team::default() }
    }

    #[test]
    fn members_are_named_in_lists() {
        let team = some_team(&["Ana Ribeiro", "Bo", "Cai, the 2nd"]);
        let names = |lists: &[&str]| {
            let lists: Vec<String> = lists.iter().map(ToString::to_string).collect();
            members(&team, &lists).map(|found| found.iter().map(|member| member.name.as_str()).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]), Ok(vec!["Ana Ribeiro", "Bo", "Cai, the 2nd"]));
        assert_eq!(names(&["Bo, Ana Ribeiro,Bo"]), Ok(vec!["Ana Ribeiro", "Bo"]), "in the team's order, each once");
        assert_eq!(names(&["Cai, the 2nd", "Bo"]), Ok(vec!["Bo", "Cai, the 2nd"]), "a comma in a name");
        for (typed, meant) in [("ana", "Ana Ribeiro"), ("Ana Ribiero", "Ana Ribeiro"), ("BO", "Bo")] {
            let error = names(&[typed]).expect_err("unknown").to_string();
            assert_eq!(error, format!("unknown member `{typed}`; did you mean `{meant}`?"));
        }
        let error = names(&["Zoltan"]).expect_err("unknown").to_string();
        assert_eq!(error, "unknown member `Zoltan`; there is `Ana Ribeiro`, `Bo`, `Cai, the 2nd`");
        assert!(names(&[" , "]).is_err());
        assert!(members(&some_team(&[]), &[]).is_err());
    }

    #[test]
    fn the_only_thing_needs_no_name() {
        let one = |things: &[&'static str], name| {
            one_of("rota", things, name, |thing| thing).copied().map_err(|e| e.to_string())
        };
        assert_eq!(one(&["a"], None), Ok("a"));
        assert_eq!(one(&["a", "b"], Some("b")), Ok("b"));
        assert_eq!(one(&["a", "b"], None), Err("the team file has several rotas; name one of `a`, `b`".into()));
        assert_eq!(one(&[], None), Err("the team file has no rota".into()));
        assert_eq!(one(&[], Some("x")), Err("unknown rota `x`; there is none in the team file".into()));
    }
}
