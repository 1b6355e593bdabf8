use std::pin::Pin;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep, timeout_at};
use tonic::{Response, Status, Streaming};

use crate::client::{Client, EventClient};
use crate::event::v1::{Event, WatchEventsRequest, WatchEventsResponse};
use crate::failure::Failure;
use crate::retry::Retry;

/// How often the server says something where the request does not say how often.
const CHECKPOINT_INTERVAL: Duration = Duration::from_secs(15);
/// What the contract allows; it is the server that refuses others.
const SHORTEST_INTERVAL: Duration = Duration::from_secs(1);
const LONGEST_INTERVAL: Duration = Duration::from_secs(600);
/// After how many checkpoints that have not come the server is lost.
const MISSED_CHECKPOINTS: u32 = 3;

/// An event, and the place after it in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchedEvent {
    /// The event.
    pub event: Event,
    /// What to keep once the event is dealt with: a watch from there goes on after it.
    pub cursor: String,
}

/// Events as they are committed, for as long as it takes; made by [`Client::watch_events`].
#[derive(Debug)]
pub struct EventWatch {
    client: EventClient,
    request: WatchEventsRequest,
    stream: Option<Streaming<WatchEventsResponse>>,
    /// The call that is being made, also for a later call of `next`: one at the most.
    opening: JoinSet<Result<Streaming<WatchEventsResponse>, Status>>,
    /// When a server that has said nothing is lost, also in a later call of `next`.
    silent_at: Option<Instant>,
    /// What has come and was not given yet.
    arrived: Option<WatchedEvent>,
    /// How many attempts have failed since something came.
    failures: u32,
    /// What is waited for before the next attempt, also by a later call of `next`.
    pause: Option<Pin<Box<Sleep>>>,
}

impl Client {
    /// Watches events from now on, or after a cursor. What is committed after this has answered is
    /// watched. A server that is there, and says when to come again, as one that is full, is asked
    /// as often as [`Retry::default`] has attempts.
    ///
    /// # Errors
    /// Where the server says so, or is not reached.
    pub async fn watch_events(&self, request: WatchEventsRequest) -> Result<EventWatch, Status> {
        let mut watch = EventWatch {
            client: self.events(),
            request,
            stream: None,
            opening: JoinSet::new(),
            silent_at: None,
            arrived: None,
            failures: 0,
            pause: None,
        };
        // Its first answer, which is a checkpoint, says that it watches.
        while let Err(status) = watch.receive().await {
            let failure = Failure::from(&status);
            if !failure.is_asked() || watch.failures + 1 >= Retry::default().max_attempts {
                return Err(status);
            }
            watch.pause_after(&failure);
        }
        Ok(watch)
    }
}

impl EventWatch {
    /// Waits for the next event. Where the connection breaks, the server cannot serve, is full or says
    /// nothing for three times its `checkpoint_interval`, goes on after the last one, however often
    /// that takes: drop it to end it.
    ///
    /// Loses nothing where it is given up before it is ready, as in `tokio::select!`.
    ///
    /// # Errors
    /// What a repeat does not mend, such as a cursor whose events are not kept any more.
    pub async fn next(&mut self) -> Result<WatchedEvent, Status> {
        loop {
            if let Some(watched) = self.arrived.take() {
                return Ok(watched);
            }
            if let Err(status) = self.receive().await {
                let failure = Failure::from(&status);
                if !failure.is_transient() {
                    self.give_up_call();
                    return Err(status);
                }
                self.pause_after(&failure);
            }
        }
    }

    /// Has the next attempt wait, in another call.
    fn pause_after(&mut self, failure: &Failure) {
        self.give_up_call();
        self.failures += 1;
        let delay = Retry::default().delay(self.failures, failure);
        self.pause = Some(Box::pin(sleep(delay)));
    }

    fn give_up_call(&mut self) {
        self.stream = None;
        self.opening = JoinSet::new();
        self.silent_at = None;
    }

    /// Gives the place in the log up to which events were given. With a filter it is further than
    /// the last event.
    #[must_use]
    pub fn cursor(&self) -> &str {
        &self.request.cursor
    }

    /// Waits for what comes next: an event, or a checkpoint.
    async fn receive(&mut self) -> Result<(), Status> {
        if let Some(pause) = &mut self.pause {
            pause.await;
            self.pause = None;
        }
        let silence = silence(&self.request);
        let silent_at = *self.silent_at.get_or_insert_with(|| Instant::now() + silence);
        let heard = timeout_at(silent_at, self.hear()).await;
        let answer = heard.map_err(|_| Status::unavailable("the connection is silent"))??;
        self.silent_at = None;
        self.failures = 0;
        self.request.cursor.clone_from(&answer.cursor);
        // The cursor says it from now on.
        self.request.start_time = None;
        let WatchEventsResponse { cursor, event } = answer;
        self.arrived = event.map(|event| WatchedEvent { event, cursor });
        Ok(())
    }

    /// Waits for an answer, to a new call where there is none.
    async fn hear(&mut self) -> Result<WatchEventsResponse, Status> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => {
                if self.opening.is_empty() {
                    let (mut client, request) = (self.client.clone(), self.request.clone());
                    self.opening.spawn(async move {
                        client.watch_events(request).await.map(Response::into_inner)
                    });
                }
                let Some(Ok(opened)) = self.opening.join_next().await else {
                    return Err(Status::internal("the call was not carried out"));
                };
                none.insert(opened?)
            }
        };
        let answer = stream.message().await?;
        answer.ok_or_else(|| Status::unavailable("the server has ended the watch"))
    }
}

/// Tells when a server that says nothing is lost. What stands before it may still answer the pings
/// of the connection.
fn silence(request: &WatchEventsRequest) -> Duration {
    let given = request.checkpoint_interval.map(|one| Duration::try_from(one).unwrap_or_default());
    let interval = given.unwrap_or(CHECKPOINT_INTERVAL);
    interval.clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL) * MISSED_CHECKPOINTS
}
