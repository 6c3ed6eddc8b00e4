//! What was typed into a field before, and what was taken back of it.

/// How many steps can be taken back.
const DEPTH: usize = 200;

/// The text of a field with what stood there before. Letters that are typed one after the other are one step up to the next blank,
/// and so are letters that are deleted.
#[derive(Debug, Default)]
pub struct History {
    now: String,
    past: Vec<String>,
    future: Vec<String>,
    last: Change,
}

/// How a text became another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Change {
    /// A letter came.
    Letter,
    /// A letter went.
    Deletion,
    /// Anything else, such as pasting.
    #[default]
    Other,
}

impl Change {
    fn of(before: &str, after: &str) -> Self {
        let count = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
        let all = |text: &str| text.chars().count();
        match (all(after) as isize - all(before) as isize, count(after) as isize - count(before) as isize) {
            (1, 1) => Self::Letter,
            (-1, _) => Self::Deletion,
            _ => Self::Other,
        }
    }
}

impl History {
    /// The history of a text to which nothing has happened yet.
    pub fn of(text: &str) -> Self {
        Self { now: text.to_owned(), ..Self::default() }
    }

    /// Notes what is typed.
    pub fn type_in(&mut self, text: &str) {
        if text == self.now {
            return;
        }
        let change = Change::of(&self.now, text);
        let grows = change == self.last && change != Change::Other && !self.past.is_empty();
        let before = std::mem::replace(&mut self.now, text.to_owned());
        if !grows {
            self.past.push(before);
        }
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        self.last = change;
    }

    /// The text before the last step, if there is one.
    pub fn undo(&mut self) -> Option<&str> {
        let before = self.past.pop()?;
        self.future.push(std::mem::replace(&mut self.now, before));
        self.last = Change::Other;
        Some(&self.now)
    }

    /// The text after the step that was taken back last, if one was.
    pub fn redo(&mut self) -> Option<&str> {
        let after = self.future.pop()?;
        self.past.push(std::mem::replace(&mut self.now, after));
        self.last = Change::Other;
        Some(&self.now)
    }

    /// Takes in what stands in the field: where that is another text than was typed it is another thing's, and its history begins.
    pub fn follow(&mut self, text: &str) {
        if self.now != text {
            *self = Self::of(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(texts: &[&str]) -> History {
        let mut history = History::of(texts[0]);
        for text in &texts[1..] {
            history.type_in(text);
        }
        history
    }

    #[test]
    fn a_word_is_one_step_and_so_is_what_is_deleted() {
        let mut history = typed(&["", "a", "an", "an ", "an a", "an ax", "an a", "an "]);
        for before in ["an ax", "an ", "an", ""] {
            assert_eq!(history.undo(), Some(before));
        }
        assert_eq!(history.undo(), None);
        for after in ["an", "an ", "an ax", "an "] {
            assert_eq!(history.redo(), Some(after));
        }
        assert_eq!(history.redo(), None);
    }

    #[test]
    fn what_is_typed_after_an_undo_ends_what_was_taken_back() {
        let mut history = typed(&["x", "xyz", "x", "xab"]);
        assert_eq!(history.undo(), Some("x"));
        history.type_in("xc");
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo(), Some("x"));
        assert_eq!(history.undo(), Some("xyz"));
    }

    #[test]
    fn a_text_that_was_not_typed_begins_anew() {
        let mut history = typed(&["Ana", "Anab"]);
        history.follow("Anab");
        assert_eq!(history.undo(), Some("Ana"), "the same text is the same thing's");
        history.follow("Bo");
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), None);
    }
}
