//! Answers that are computed off the window's thread.

use std::sync::Arc;

use iced::Task;
use iced::task::Handle;

/// What a screen knows of a question: the last answer, and whether a newer one is under way.
///
/// The last answer stays while the next is computed, so that the screen does not flicker; an answer to a
/// question that was asked again in the meantime is dropped.
#[derive(Debug)]
pub struct Answer<T> {
    asked: u64,
    answered: u64,
    value: Option<Result<Arc<T>, Failed>>,
    job: Option<Handle>,
}

/// An answer on its way back to the screen: the payload of a message.
#[derive(Debug)]
pub struct Answered<T> {
    number: u64,
    value: Result<Arc<T>, Failed>,
}

impl<T> Clone for Answered<T> {
    fn clone(&self) -> Self {
        Self { number: self.number, value: self.value.clone() }
    }
}

/// The computation broke off; the program itself goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this could not be computed: a fault in Sunwise. The team is untouched; please report it with the team's file")]
pub struct Failed;

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Self { asked: 0, answered: 0, value: None, job: None }
    }
}

impl<T: Send + Sync + 'static> Answer<T> {
    /// Asks anew: `compute` runs on a thread of its own, and an earlier question is forgotten.
    pub fn ask(&mut self, compute: impl FnOnce() -> T + Send + 'static) -> Task<Answered<T>> {
        self.asked += 1;
        let number = self.asked;
        let work = async move {
            let value = tokio::task::spawn_blocking(compute).await;
            Answered { number, value: value.map(Arc::new).map_err(|_| Failed) }
        };
        let (task, handle) = Task::perform(work, |answered| answered).abortable();
        self.job = Some(handle.abort_on_drop());
        task
    }

    /// Takes an answer, unless the question was asked again since.
    pub fn take(&mut self, answered: Answered<T>) {
        if answered.number == self.asked {
            self.answered = answered.number;
            self.value = Some(answered.value);
            self.job = None;
        }
    }

    /// Forgets question and answer.
    pub fn clear(&mut self) {
        *self = Self { asked: self.asked + 1, ..Self::default() };
    }
}

impl<T> Answer<T> {
    /// The last answer, be it for an earlier question.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()?.as_ref().ok().map(Arc::as_ref)
    }

    /// Why there is no answer, if the last computation broke off.
    pub fn failed(&self) -> Option<Failed> {
        self.value.as_ref()?.as_ref().err().copied()
    }

    /// Whether a newer answer is under way.
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// The number of the last answer: another one for every answer, so that it can be the key of a drawing.
    pub fn number(&self) -> u64 {
        self.answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(number: u64, value: i32) -> Answered<i32> {
        Answered { number, value: Ok(Arc::new(value)) }
    }

    #[test]
    fn an_answer_to_an_old_question_is_dropped() {
        let mut answer = Answer::default();
        let _first = answer.ask(|| 1);
        let _second = answer.ask(|| 2);
        answer.take(answered(1, 1));
        assert_eq!(answer.get(), None);
        assert!(answer.is_busy());
        answer.take(answered(2, 2));
        assert_eq!((answer.get(), answer.number()), (Some(&2), 2));
        assert!(!answer.is_busy());
    }

    #[test]
    fn the_last_answer_stays_while_the_next_is_computed() {
        let mut answer = Answer::default();
        let _task = answer.ask(|| 1);
        answer.take(answered(1, 1));
        let _task = answer.ask(|| 2);
        assert_eq!(answer.get(), Some(&1));
        answer.take(Answered { number: 2, value: Err(Failed) });
        assert_eq!((answer.get(), answer.failed()), (None, Some(Failed)));
    }

    #[test]
    fn an_answer_to_a_cleared_question_is_dropped() {
        let mut answer = Answer::default();
        let _task = answer.ask(|| 1);
        answer.clear();
        answer.take(answered(1, 1));
        assert_eq!(answer.get(), None);
    }
}
