//! Questions and their answers, which are computed off the window's thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use iced::Task;
use iced::futures::channel::mpsc;
use iced::task::Handle;

use super::revision::Revision;
use crate::plan::Stop;

/// How long nothing more must be typed before a question that is typed is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// What a screen knows of a question: what was asked last, the last answer, and whether a newer one is under way.
///
/// - The same question about the same state of the team is asked once.
/// - A new one ends the work for the one before, whose answer nobody waits for; while the user types it waits a moment first.
/// - The last answer stays while the next is computed, so that the screen does not flicker, but it is [fresh](Self::fresh) no more:
///   nothing may be done to the team by it.
/// - Of another document nothing is left.
///
/// `P` is what the work reports of how far it has come.
#[derive(Debug)]
pub struct Answer<Q, T, P = ()> {
    asked: Option<Asked<Q>>,
    given: Option<Given<T>>,
    job: Option<Job>,
    progress: Option<P>,
    is_typed: bool,
}

/// A question with the state of the team that it is about.
#[derive(Debug)]
struct Asked<Q> {
    of: Revision,
    question: Q,
    number: u64,
}

/// An answer with the number of its question.
#[derive(Debug)]
struct Given<T> {
    number: u64,
    value: Result<Arc<T>, Failed>,
}

/// Work under way, which ends when this is dropped.
#[derive(Debug)]
struct Job {
    stop: Stop,
    /// Drops what the work would still say.
    _handle: Handle,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop.set();
    }
}

/// What the work for a question says: the payload of a message. It carries the number of its question, so that what was said of
/// another one is not taken for it.
#[derive(Debug)]
pub struct Report<T, P = ()> {
    number: u64,
    news: News<T, P>,
}

#[derive(Debug)]
enum News<T, P> {
    Progress(P),
    Value(Result<Arc<T>, Failed>),
}

impl<T, P: Clone> Clone for Report<T, P> {
    fn clone(&self) -> Self {
        let news = match &self.news {
            News::Progress(progress) => News::Progress(progress.clone()),
            News::Value(value) => News::Value(value.clone()),
        };
        Self { number: self.number, news }
    }
}

/// What the work for a question has to do with whoever asked.
#[derive(Debug)]
pub struct Work<P = ()> {
    stop: Stop,
    sender: mpsc::UnboundedSender<P>,
}

impl<P> Work<P> {
    /// Set once nobody waits for the answer any more.
    pub fn stop(&self) -> &Stop {
        &self.stop
    }

    /// Tells how far the work has come.
    pub fn report(&self, progress: P) {
        // Nobody may listen any more.
        drop(self.sender.unbounded_send(progress));
    }
}

/// The computation broke off; the program itself goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this could not be computed: a fault in Sunwise. The team is untouched; please report it with the team's file")]
pub struct Failed;

impl<Q, T, P> Default for Answer<Q, T, P> {
    fn default() -> Self {
        Self { asked: None, given: None, job: None, progress: None, is_typed: false }
    }
}

/// Another number for every question of the program: none is ever taken for another, whichever screen or document it is of.
fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl<Q, T, P> Answer<Q, T, P>
where
    Q: Clone + PartialEq + Send + 'static,
    T: Send + Sync + 'static,
    P: Send + 'static,
{
    /// Asks a question about a state of the team, unless it is the one that was asked last: `compute` runs on a thread of its own.
    pub fn ask(
        &mut self,
        of: Revision,
        question: Q,
        compute: impl FnOnce(&Q, &Work<P>) -> T + Send + 'static,
    ) -> Task<Report<T, P>> {
        self.ask_by(of, question, move |question, work| async move {
            tokio::task::spawn_blocking(move || compute(&question, &work)).await.map_err(|_| Failed)
        })
    }

    /// The same for what is not computed but waited for, such as what the disk holds.
    pub fn ask_by<F: Future<Output = Result<T, Failed>> + Send + 'static>(
        &mut self,
        of: Revision,
        question: Q,
        answer: impl FnOnce(Q, Work<P>) -> F + Send + 'static,
    ) -> Task<Report<T, P>> {
        let is_typed = std::mem::take(&mut self.is_typed);
        if self.is_asked(of, &question) {
            return Task::none();
        }
        if self.asked.as_ref().is_some_and(|asked| !asked.of.is_same_document(of)) {
            self.clear();
        }
        let number = next_number();
        let (sender, reports) = mpsc::unbounded();
        let work = Work { stop: Stop::default(), sender };
        let (stop, taken) = (work.stop.clone(), question.clone());
        self.asked = Some(Asked { of, question, number });
        self.progress = None;
        let answering = async move {
            if is_typed {
                tokio::time::sleep(PAUSE).await;
            }
            Report { number, news: News::Value(answer(taken, work).await.map(Arc::new)) }
        };
        let progress = Task::run(reports, move |progress| Report { number, news: News::Progress(progress) });
        let (task, handle) = Task::batch([Task::future(answering), progress]).abortable();
        self.job = Some(Job { stop, _handle: handle.abort_on_drop() });
        task
    }
}

impl<Q: PartialEq, T, P> Answer<Q, T, P> {
    /// Whether this was asked last.
    pub fn is_asked(&self, of: Revision, question: &Q) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.of == of && asked.question == *question)
    }
}

impl<Q, T, P> Answer<Q, T, P> {
    /// The next question is being typed: it waits until there is a pause.
    pub fn typed(&mut self) {
        self.is_typed = true;
    }

    /// The question will be asked anew, even if it is the same as before.
    pub fn ask_again(&mut self) {
        self.asked = None;
    }

    /// Takes what was said, unless it is of another question than the last. Whether it is an answer.
    pub fn take(&mut self, report: Report<T, P>) -> bool {
        if self.asked.as_ref().is_none_or(|asked| asked.number != report.number) {
            return false;
        }
        match report.news {
            News::Progress(progress) => {
                self.progress = Some(progress);
                false
            }
            News::Value(value) => {
                self.given = Some(Given { number: report.number, value });
                self.job = None;
                true
            }
        }
    }

    /// Forgets question and answer, and ends the work.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The last answer, be it for an earlier question of the same document: to be shown, not to be acted on.
    pub fn get(&self) -> Option<&T> {
        self.given.as_ref()?.value.as_ref().ok().map(Arc::as_ref)
    }

    /// The answer to the last question, if that was about this state of the team: one that may be acted on.
    pub fn fresh(&self, of: Revision) -> Option<&T> {
        let (asked, given) = (self.asked.as_ref()?, self.given.as_ref()?);
        if asked.of == of && asked.number == given.number { self.get() } else { None }
    }

    /// What was asked last.
    pub fn question(&self) -> Option<&Q> {
        self.asked.as_ref().map(|asked| &asked.question)
    }

    /// How far the work has come, as it said last.
    pub fn progress(&self) -> Option<&P> {
        self.progress.as_ref()
    }

    /// Why there is no answer, if the last computation broke off.
    pub fn failed(&self) -> Option<Failed> {
        self.given.as_ref()?.value.as_ref().err().copied()
    }

    /// Whether a newer answer is under way.
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// The number of the last answer: another one for every answer, so that it can be the key of a drawing.
    pub fn number(&self) -> u64 {
        self.given.as_ref().map_or(0, |given| given.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Doubled = Answer<i32, i32, i32>;

    fn revision(change: u64) -> Revision {
        (0..change).fold(Revision::default(), |revision, _| revision.next())
    }

    /// Asks for the double; the number of the question.
    fn ask(answer: &mut Doubled, of: Revision, question: i32) -> u64 {
        let _task = answer.ask(of, question, |question, _| question * 2);
        answer.asked.as_ref().map_or(0, |asked| asked.number)
    }

    fn value(number: u64, value: i32) -> Report<i32, i32> {
        Report { number, news: News::Value(Ok(Arc::new(value))) }
    }

    #[test]
    fn the_same_question_is_asked_once() {
        let mut answer = Doubled::default();
        let first = ask(&mut answer, revision(0), 1);
        assert_eq!(ask(&mut answer, revision(0), 1), first);
        assert_ne!(ask(&mut answer, revision(1), 1), first, "the team has changed");
        let second = ask(&mut answer, revision(1), 2);
        answer.ask_again();
        assert_ne!(ask(&mut answer, revision(1), 2), second);
    }

    #[test]
    fn what_is_said_of_an_old_question_is_dropped() {
        let mut answer = Doubled::default();
        let first = ask(&mut answer, revision(0), 1);
        let second = ask(&mut answer, revision(0), 2);
        assert!(!answer.take(value(first, 2)));
        answer.take(Report { number: first, news: News::Progress(50) });
        assert_eq!((answer.get(), answer.progress(), answer.is_busy()), (None, None, true));
        answer.take(Report { number: second, news: News::Progress(60) });
        assert_eq!(answer.progress(), Some(&60));
        assert!(answer.take(value(second, 4)));
        assert_eq!((answer.get(), answer.number(), answer.is_busy()), (Some(&4), second, false));
    }

    #[test]
    fn work_that_nobody_waits_for_is_told_so() {
        let mut answer = Doubled::default();
        ask(&mut answer, revision(0), 1);
        let stop = answer.job.as_ref().map(|job| job.stop.clone()).expect("work under way");
        ask(&mut answer, revision(0), 1);
        assert!(!stop.is_set(), "the same question");
        ask(&mut answer, revision(0), 2);
        assert!(stop.is_set());
        let stop = answer.job.as_ref().map(|job| job.stop.clone()).expect("work under way");
        drop(answer);
        assert!(stop.is_set());
    }

    #[test]
    fn the_last_answer_stays_but_may_not_be_acted_on() {
        let mut answer = Doubled::default();
        let first = ask(&mut answer, revision(0), 1);
        answer.take(value(first, 2));
        assert_eq!(answer.fresh(revision(0)), Some(&2));
        assert_eq!(answer.fresh(revision(1)), None, "the team has changed, and nobody asked yet");
        let second = ask(&mut answer, revision(0), 2);
        assert_eq!((answer.get(), answer.fresh(revision(0))), (Some(&2), None));
        answer.take(Report { number: second, news: News::Value(Err(Failed)) });
        assert_eq!((answer.get(), answer.failed()), (None, Some(Failed)));
    }

    #[test]
    fn of_another_document_nothing_is_left() {
        let mut answer = Doubled::default();
        let first = ask(&mut answer, revision(3), 1);
        answer.take(value(first, 2));
        ask(&mut answer, revision(3).of_next_document(), 1);
        assert_eq!((answer.get(), answer.is_busy()), (None, true));
    }

    #[test]
    fn a_cleared_question_has_no_answer() {
        let mut answer = Doubled::default();
        let first = ask(&mut answer, revision(0), 1);
        answer.clear();
        answer.take(value(first, 2));
        assert_eq!(answer.get(), None);
    }

    #[test]
    fn while_somebody_types_nothing_is_computed() {
        use iced::futures::StreamExt;
        use iced_test::runtime::task::into_stream;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let computed = Arc::new(AtomicU64::new(0));
        let mut answer = Doubled::default();
        let said = runtime.block_on(async {
            let mut tasks = Vec::new();
            for typed in [1, 12, 123] {
                let computed = Arc::clone(&computed);
                answer.typed();
                tasks.push(answer.ask(revision(0), typed, move |question, _| {
                    computed.fetch_add(1, Ordering::Relaxed);
                    question * 2
                }));
            }
            let streams = tasks.into_iter().filter_map(into_stream);
            iced::futures::stream::select_all(streams).collect::<Vec<_>>().await
        });
        assert_eq!((said.len(), computed.load(Ordering::Relaxed)), (1, 1));
    }
}
