use tokio::time::sleep;
use tonic::{Status, Streaming};

use crate::client::{Client, EventClient};
use crate::event::v1::{Event, WatchEventsRequest, WatchEventsResponse};
use crate::failure::Failure;
use crate::retry::Retry;

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
    /// How many attempts have failed since something came.
    failures: u32,
}

impl Client {
    /// Watches events from now on, or after a cursor. What is committed after this has answered is
    /// watched.
    ///
    /// # Errors
    /// Where the server says so, or is not reached.
    pub async fn watch_events(&self, request: WatchEventsRequest) -> Result<EventWatch, Status> {
        let mut watch = EventWatch { client: self.events(), request, stream: None, failures: 0 };
        watch.open().await?;
        Ok(watch)
    }
}

impl EventWatch {
    /// Waits for the next event. Where the connection breaks or the server cannot serve, goes on
    /// after the last one, however often that takes: drop it to end it.
    ///
    /// Loses nothing where it is given up before it is ready, as in `tokio::select!`.
    ///
    /// # Errors
    /// What a repeat does not mend, such as a cursor whose events are not kept any more.
    pub async fn next(&mut self) -> Result<WatchedEvent, Status> {
        loop {
            match self.receive().await {
                Ok(Some(watched)) => return Ok(watched),
                Ok(None) => {}
                Err(status) => {
                    self.stream = None;
                    let failure = Failure::from(&status);
                    if !failure.is_transient() {
                        return Err(status);
                    }
                    self.failures += 1;
                    sleep(Retry::default().delay(self.failures, &failure)).await;
                }
            }
        }
    }

    /// Gives the place in the log up to which events were given. With a filter it is further than
    /// the last event.
    #[must_use]
    pub fn cursor(&self) -> &str {
        &self.request.cursor
    }

    /// Waits for what comes next: an event, or a checkpoint.
    async fn receive(&mut self) -> Result<Option<WatchedEvent>, Status> {
        let Some(stream) = &mut self.stream else {
            return self.open().await.map(|()| None);
        };
        let Some(answer) = stream.message().await? else {
            return Err(Status::unavailable("the server has ended the watch"));
        };
        Ok(self.note(answer))
    }

    /// Begins a call, up to its first checkpoint.
    async fn open(&mut self) -> Result<(), Status> {
        let answer = self.client.watch_events(self.request.clone()).await?;
        let mut stream = answer.into_inner();
        let Some(first) = stream.message().await? else {
            return Err(Status::unavailable("the server has ended the watch"));
        };
        self.stream = Some(stream);
        self.note(first);
        Ok(())
    }

    fn note(&mut self, answer: WatchEventsResponse) -> Option<WatchedEvent> {
        let WatchEventsResponse { cursor, event } = answer;
        self.failures = 0;
        self.request.cursor.clone_from(&cursor);
        // The cursor says it from now on.
        self.request.start_time = None;
        event.map(|event| WatchedEvent { event, cursor })
    }
}
