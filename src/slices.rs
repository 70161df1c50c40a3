//! Long work in slices, so that a page stays responsive while a long list is made ready.
//!
//! What may take long is an `async` function that calls [`pause`] now and then. Nothing here waits for
//! anything: whoever holds the [`Work`] runs it from pause to pause, and does what else there is in between.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// How many groups are looked at between two pauses: a millisecond of work or two.
const GROUPS: usize = 64;

/// Work that goes on from pause to pause. Dropping it gives it up.
pub struct Work<T>(Pin<Box<dyn Future<Output = T>>>);

impl<T> Work<T> {
    pub fn new(work: impl Future<Output = T> + 'static) -> Self {
        Self(Box::pin(work))
    }

    /// Goes on to the next pause. Gives the result, once; after that there is nothing to go on with.
    pub fn step(&mut self) -> Option<T> {
        step(self.0.as_mut())
    }
}

/// Does all of it without a pause.
pub fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = Box::pin(work);
    loop {
        if let Some(done) = step(work.as_mut()) {
            return done;
        }
    }
}

/// Does something for each of a number of groups, with pauses.
///
/// All such work goes through this one loop: what a function keeps over a pause costs code wherever it is used.
pub async fn each(count: usize, run: &mut dyn FnMut(usize)) {
    for place in 0..count {
        run(place);
        pause_between(place).await;
    }
}

/// Pauses after a number of groups. `place` counts them from 0.
pub async fn pause_between(place: usize) {
    if place % GROUPS == GROUPS - 1 {
        pause().await;
    }
}

/// Lets other work go first.
pub async fn pause() {
    let mut has_paused = false;
    std::future::poll_fn(|_| match std::mem::replace(&mut has_paused, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    // Nobody need be woken: whoever runs it comes back by itself.
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn count(to: usize) -> usize {
        let mut counted = 0;
        each(to, &mut |place| {
            assert_eq!(place, counted);
            counted += 1;
        })
        .await;
        counted
    }

    #[test]
    fn goes_from_pause_to_pause() {
        let mut work = Work::new(count(2 * GROUPS + 1));
        assert_eq!(
            [work.step(), work.step(), work.step()],
            [None, None, Some(2 * GROUPS + 1)]
        );
    }

    #[test]
    fn finishes_all_at_once() {
        assert_eq!(finish(count(1000)), 1000);
    }
}
