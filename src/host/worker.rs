//! A named thread that does what can wait, so that a frame never does.
//!
//! Jobs run in the order they were handed in; each gives one message back. The owner is woken after each message and
//! takes what has come. Jobs may block (a keychain prompt, a disk): use a second worker for what must not wait behind
//! them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// How long a worker that is dropped may still work. A job that waits for a person (an unlock prompt) must not keep
/// the process alive; a save that is being written should come to its end.
const PATIENCE: Duration = Duration::from_secs(3);

type Job<M> = Box<dyn FnOnce() -> M + Send>;

/// One named thread that runs jobs in order and hands their messages back.
///
/// When dropped it runs the jobs that it already has, at most for three seconds; what then still runs is left to the
/// end of the process.
#[derive(Debug)]
pub struct Worker<M: Send + 'static> {
    jobs: Option<Sender<Job<M>>>,
    messages: Receiver<M>,
    /// Nothing is ever sent through it: it closes when the thread ends.
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl<M: Send + 'static> Worker<M> {
    /// Starts the thread `name`. `wake` is called after each message, on the worker's thread.
    ///
    /// `panicked` makes the message for a job that panicked: the worker goes on with the next one, and the owner
    /// learns of it. It is not told the panic's text, because that text may quote what the job worked on.
    ///
    /// # Errors
    ///
    /// If the operating system gives no thread.
    pub fn start(
        name: &str,
        wake: impl Fn() + Send + 'static,
        panicked: impl Fn() -> M + Send + 'static,
    ) -> std::io::Result<Self> {
        let (jobs, todo) = channel::<Job<M>>();
        let (done, messages) = channel();
        let (alive, ended) = channel::<()>();
        let thread = Builder::new().name(name.to_owned()).spawn(move || {
            let _alive = alive;
            for job in todo {
                // The job is consumed and its captures are gone either way, so nothing half-changed is seen again.
                let message = catch_unwind(AssertUnwindSafe(job)).unwrap_or_else(|_| panicked());
                // The owner may be gone already; its last jobs are still worth finishing.
                if done.send(message).is_ok() {
                    wake();
                }
            }
        })?;
        Ok(Self { jobs: Some(jobs), messages, ended, thread: Some(thread) })
    }

    /// Hands in a job. Returns at once.
    pub fn run(&self, job: impl FnOnce() -> M + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            let sent = jobs.send(Box::new(job));
            debug_assert!(sent.is_ok(), "the worker's thread lives as long as the worker");
        }
    }

    /// The messages that have come since the last call, oldest first. Never waits.
    pub fn take(&self) -> impl Iterator<Item = M> + '_ {
        self.messages.try_iter()
    }

    fn end(&mut self, patience: Duration) -> bool {
        drop(self.jobs.take());
        let ended = self.ended.recv_timeout(patience) != Err(RecvTimeoutError::Timeout);
        if let Some(thread) = self.thread.take()
            && ended
        {
            // The thread is past its last statement, so this does not wait. Its own panics were all caught.
            drop(thread.join());
        }
        ended
    }
}

impl<M: Send + 'static> Drop for Worker<M> {
    fn drop(&mut self) {
        self.end(PATIENCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn wait_for<M: Send>(worker: &Worker<M>, count: usize) -> Vec<M> {
        let mut seen = Vec::new();
        while seen.len() < count {
            seen.push(worker.messages.recv_timeout(Duration::from_secs(10)).expect("a message"));
        }
        seen
    }

    #[test]
    fn jobs_run_in_order_on_the_named_thread_and_wake_the_owner() {
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let worker = Worker::start(
            "files",
            move || {
                count.fetch_add(1, Ordering::SeqCst);
            },
            || String::from("panicked"),
        )
        .expect("a thread");
        for number in 0..3 {
            worker.run(move || format!("{number} {}", std::thread::current().name().unwrap_or_default()));
        }
        assert_eq!(wait_for(&worker, 3), ["0 files", "1 files", "2 files"]);
        drop(worker);
        assert_eq!(woken.load(Ordering::SeqCst), 3);
    }

    #[test]
    fn a_panicking_job_is_reported_and_the_next_one_runs() {
        let worker = Worker::start("test", || (), || "panicked").expect("a thread");
        worker.run(|| panic!("on purpose"));
        worker.run(|| "fine");
        assert_eq!(wait_for(&worker, 2), ["panicked", "fine"]);
    }

    #[test]
    fn dropping_finishes_what_was_handed_in() {
        let ran = Arc::new(AtomicUsize::new(0));
        let worker = Worker::start("test", || (), || ()).expect("a thread");
        for _ in 0..20 {
            let ran = Arc::clone(&ran);
            worker.run(move || {
                ran.fetch_add(1, Ordering::SeqCst);
            });
        }
        drop(worker);
        assert_eq!(ran.load(Ordering::SeqCst), 20);
    }

    #[test]
    fn a_job_that_never_ends_does_not_hold_up_the_exit() {
        let (hold, held) = channel::<()>();
        let mut worker = Worker::start("test", || (), || ()).expect("a thread");
        worker.run(move || {
            held.recv().ok();
        });
        assert!(!worker.end(Duration::from_millis(20)));
        drop(hold);
    }

    #[test]
    fn take_never_waits() {
        let worker = Worker::<u8>::start("test", || (), || 0).expect("a thread");
        assert_eq!(worker.take().count(), 0);
    }
}
