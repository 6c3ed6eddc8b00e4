//! Forms: a thing of the team as it is typed, by one table of its fields.

use super::drafts::{Form, Note};
use crate::team::{self, Team};
use crate::time::Minutes;
use crate::words::amount::typed_duration;

/// A field of a thing that is typed.
pub struct Row<T: Typed> {
    /// Which.
    pub field: T::Field,
    /// What it is called.
    pub label: &'static str,
    /// What stands in it for a thing.
    pub show: fn(&T) -> String,
    /// Reads what stands in it, trimmed, into a thing of the team; or says what is wrong with it, for people. What was chosen, and the
    /// fields before it in the table, are in the thing already.
    pub parse: fn(&str, &mut T, &Team) -> Result<(), String>,
}

/// A thing with fields that are typed.
pub trait Typed: Clone + PartialEq + Sized + 'static {
    /// Names its fields.
    type Field: Copy + PartialEq;

    /// Its fields, each once.
    const ROWS: &'static [Row<Self>];

    /// Takes over, of the same thing as it is in the team now, all that is neither typed nor chosen in the form.
    fn keep_up(&mut self, now: &Self);

    /// Takes over what is chosen in another, and is not typed.
    fn choose_as(&mut self, _other: &Self) {}

    /// A team that holds little else than this, in which what is chosen can be written. None where all is typed.
    fn alone(&self, _team: &Team) -> Option<Team> {
        None
    }

    /// The thing in such a team.
    fn found(_team: Team) -> Option<Self> {
        None
    }

    /// The row of a field.
    fn row(field: Self::Field) -> &'static Row<Self> {
        Self::ROWS.iter().find(|row| row.field == field).expect("the table has every field")
    }
}

/// A thing as it is typed: what stands in its fields, and what else was chosen of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft<T> {
    /// What it was made from.
    base: T,
    /// The same with what was chosen; what is typed is only in the texts.
    chosen: T,
    /// What stands in each field, in the order of the table.
    texts: Vec<String>,
}

impl<T: Typed> Draft<T> {
    /// A thing as it is typed.
    pub fn of(thing: &T) -> Self {
        let texts = T::ROWS.iter().map(|row| (row.show)(thing)).collect();
        Self { base: thing.clone(), chosen: thing.clone(), texts }
    }

    /// What it was made from.
    pub fn base(&self) -> &T {
        &self.base
    }

    /// The thing with what was chosen, without what is typed.
    pub fn chosen(&self) -> &T {
        &self.chosen
    }

    /// Chooses something that is not typed.
    pub fn choose(&mut self, choose: impl FnOnce(&mut T)) {
        choose(&mut self.chosen);
    }

    /// What stands in a field.
    pub fn text(&self, field: T::Field) -> &str {
        &self.texts[Self::place(field)]
    }

    /// Types into a field.
    pub fn type_in(&mut self, field: T::Field, text: impl Into<String>) {
        self.texts[Self::place(field)] = text.into();
    }

    /// What is wrong with a field, if anything.
    pub fn error(&self, field: T::Field, team: &Team) -> Option<String> {
        let mut made = self.chosen.clone();
        let up_to = Self::place(field);
        let results = T::ROWS.iter().zip(&self.texts).map(|(row, text)| (row.parse)(text.trim(), &mut made, team));
        results.take(up_to + 1).last()?.err()
    }

    /// The thing, or none while something is wrong with a field.
    pub fn made(&self, team: &Team) -> Option<T> {
        let mut made = self.chosen.clone();
        let mut fields = T::ROWS.iter().zip(&self.texts);
        fields.all(|(row, text)| (row.parse)(text.trim(), &mut made, team).is_ok()).then_some(made)
    }

    /// Whether something was typed or chosen.
    pub fn is_changed(&self) -> bool {
        *self != Self::of(&self.base)
    }

    /// Takes in how the thing is in the team now: what was typed or chosen stays, the rest is as it is there.
    pub fn follow(&mut self, now: &T) {
        if self.chosen == self.base {
            self.chosen = now.clone();
        } else {
            self.chosen.keep_up(now);
        }
        for (row, text) in T::ROWS.iter().zip(&mut self.texts) {
            if *text == (row.show)(&self.base) {
                *text = (row.show)(now);
            }
        }
        self.base = now.clone();
    }

    /// The same, as if it had been made from another thing.
    #[must_use]
    pub fn rebased(&self, base: T) -> Self {
        Self { base, ..self.clone() }
    }

    /// What is typed and chosen, to be kept.
    pub fn note(&self, form: Form, of: Option<&str>, team: &Team) -> Note {
        let typed = T::ROWS.iter().zip(&self.texts).filter(|(row, text)| **text != (row.show)(&self.base));
        let chosen = (self.chosen != self.base).then(|| self.chosen.alone(team)).flatten();
        Note {
            fields: typed.map(|(row, text)| (row.label.to_owned(), text.clone())).collect(),
            chosen: chosen.map(|team| team::write(&team)),
            ..Note::new(form, of)
        }
    }

    /// Takes over what was kept of the same thing.
    pub fn recall(&mut self, note: &Note) {
        let chosen = note.chosen.as_ref().and_then(|text| team::read("what was chosen", text.as_bytes()).ok());
        if let Some(chosen) = chosen.and_then(|(team, _)| T::found(team)) {
            self.chosen.choose_as(&chosen);
        }
        for (row, text) in T::ROWS.iter().zip(&mut self.texts) {
            if let Some(kept) = note.field(row.label) {
                kept.clone_into(text);
            }
        }
    }

    fn place(field: T::Field) -> usize {
        T::ROWS.iter().position(|row| row.field == field).expect("the table has every field")
    }
}

impl<T: Typed + Default> Default for Draft<T> {
    fn default() -> Self {
        Self::of(&T::default())
    }
}

/// Drafts of things that are not shown now, by what those are called; none of one that is not in the team yet.
#[derive(Debug)]
pub struct Aside<D>(Vec<(Option<String>, D)>);

impl<D> Default for Aside<D> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<D> Aside<D> {
    /// Puts a draft aside, in place of an earlier one of the same thing.
    pub fn put(&mut self, of: Option<&str>, draft: D) {
        self.0.retain(|(other, _)| other.as_deref() != of);
        self.0.push((of.map(str::to_owned), draft));
    }

    /// Takes the draft of a thing back.
    pub fn take(&mut self, of: Option<&str>) -> Option<D> {
        let place = self.0.iter().position(|(other, _)| other.as_deref() == of)?;
        Some(self.0.remove(place).1)
    }

    /// Whether there is one of the thing of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(other, _)| other.as_deref() == Some(name))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&str>, &D)> {
        self.0.iter().map(|(of, draft)| (of.as_deref(), draft))
    }
}

/// A name that is typed for a thing now called `own`: not empty, and not that of another of `kind`.
///
/// # Errors
///
/// What is wrong with it, for people.
pub fn name<'a>(
    text: &str,
    own: &str,
    kind: &str,
    mut others: impl Iterator<Item = &'a String>,
) -> Result<String, String> {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    if text.is_empty() {
        let start = if article == "an" { "An" } else { "A" };
        Err(format!("{start} {kind} needs a name"))
    } else if text != own && others.any(|other| other == text) {
        Err(format!("There is {article} {kind} `{text}` already"))
    } else {
        Ok(text.to_owned())
    }
}

/// A whole number within bounds.
///
/// # Errors
///
/// What would be right, for people.
pub fn whole(text: &str, least: u16, most: u16) -> Result<u16, String> {
    let number = text.parse::<u16>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("Write a whole number from {least} to {most}"))
}

/// How long a meeting lasts: `45 min`, or a bare number of minutes.
///
/// # Errors
///
/// What would be right, for people.
pub fn length(text: &str) -> Result<Minutes, String> {
    let bare = text.parse::<i64>().map(Minutes).ok();
    let length = bare.map_or_else(|| typed_duration(text), Ok)?;
    if (1..=Minutes::DAY.0).contains(&length.0) {
        Ok(length)
    } else {
        Err("a meeting lasts from 1 minute to 24 hours".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Cup {
        name: String,
        size: u16,
        is_hot: bool,
        sips: u16,
    }

    impl Typed for Cup {
        type Field = &'static str;

        const ROWS: &'static [Row<Self>] = &[
            Row {
                field: "name",
                label: "Name",
                show: |cup| cup.name.clone(),
                parse: |text, cup, _| name(text, &cup.name, "cup", [].iter()).map(|name| cup.name = name),
            },
            Row {
                field: "size",
                label: "Size",
                show: |cup| cup.size.to_string(),
                parse: |text, cup, _| whole(text, 1, if cup.is_hot { 20 } else { 50 }).map(|size| cup.size = size),
            },
        ];

        fn keep_up(&mut self, now: &Self) {
            self.sips = now.sips;
        }
    }

    fn cup() -> Cup {
        Cup { name: "Mug".into(), size: 30, is_hot: false, sips: 0 }
    }

    #[test]
    fn what_is_typed_and_chosen_makes_the_thing() {
        let (team, mut draft) = (Team::default(), Draft::of(&cup()));
        assert!(!draft.is_changed());
        draft.type_in("size", " 12 ");
        draft.choose(|cup| cup.is_hot = true);
        assert!(draft.is_changed());
        assert_eq!(draft.made(&team), Some(Cup { size: 12, is_hot: true, ..cup() }));
        draft.type_in("size", "21");
        assert_eq!(draft.error("size", &team).as_deref(), Some("Write a whole number from 1 to 20"));
        assert_eq!((draft.made(&team), draft.error("name", &team)), (None, None));
    }

    #[test]
    fn what_is_neither_typed_nor_chosen_is_as_it_is_now() {
        let mut draft = Draft::of(&cup());
        draft.type_in("size", "12");
        draft.follow(&Cup { name: "Bowl".into(), sips: 3, ..cup() });
        assert_eq!((draft.text("name"), draft.text("size")), ("Bowl", "12"));
        draft.choose(|cup| cup.is_hot = true);
        draft.follow(&Cup { sips: 4, ..cup() });
        assert_eq!(draft.made(&Team::default()), Some(Cup { size: 12, is_hot: true, sips: 4, ..cup() }));
    }

    #[test]
    fn names_are_needed_and_taken() {
        let others = ["Mug".to_owned()];
        let named = |text| name(text, "Own", "opening", others.iter());
        assert_eq!(named(""), Err("An opening needs a name".to_owned()));
        assert_eq!(named("Mug"), Err("There is an opening `Mug` already".to_owned()));
        assert_eq!(named("Own").as_deref(), Ok("Own"));
    }
}
