//! Watches of a server that says what a test has it say.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use modelwire::event::v1::{Event, WatchEventsRequest, WatchEventsResponse};
use modelwire::tonic::{Code, Status};
use modelwire::tonic_types::{ErrorDetails, StatusExt};
use modelwire::{Client, EventWatch};
use prost::Message;
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_stream::{Stream, StreamExt};

/// What a call is answered with.
enum Answer {
    /// These, and then nothing more.
    Silence(Vec<WatchEventsResponse>),
    /// These, and then its end.
    End(Vec<WatchEventsResponse>),
    Failure(Status),
}

/// A server that answers each call with the next of its answers, and keeps what it was asked.
#[derive(Clone)]
struct Server {
    answers: Arc<Mutex<Vec<Answer>>>,
    cursors: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves until the runtime of the test ends.
    async fn start(mut answers: Vec<Answer>) -> (Self, Client) {
        answers.reverse();
        let server = Self { answers: Arc::new(Mutex::new(answers)), cursors: Arc::default() };
        let routes = Router::new()
            .route("/modelwire.event.v1.EventService/WatchEvents", post(answer))
            .with_state(server.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let address = listener.local_addr().expect("it has one").to_string();
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let client = Client::connect(address).await.expect("it is there");
        (server, client)
    }

    fn cursors(&self) -> Vec<String> {
        self.cursors.lock().expect("nobody panics with it").clone()
    }
}

async fn answer(State(server): State<Server>, request: Bytes) -> Response {
    let request = WatchEventsRequest::decode(&request[5..]).expect("it is one");
    server.cursors.lock().expect("nobody panics with it").push(request.cursor);
    let answer = server.answers.lock().expect("nobody panics with it").pop();
    let body = match answer.expect("there is an answer left") {
        Answer::Silence(said) => Body::from_stream(frames(said).chain(tokio_stream::pending())),
        Answer::End(said) => Body::from_stream(frames(said)),
        Answer::Failure(status) => return status.into_http::<Body>(),
    };
    ([("content-type", "application/grpc")], body).into_response()
}

/// Puts messages into the frames that gRPC sends them in.
fn frames(messages: Vec<WatchEventsResponse>) -> impl Stream<Item = io::Result<Bytes>> {
    tokio_stream::iter(messages).map(|message| {
        let bytes = message.encode_to_vec();
        let length = u32::try_from(bytes.len()).expect("it is short");
        Ok([&[0], length.to_be_bytes().as_slice(), &bytes].concat().into())
    })
}

fn checkpoint(cursor: &str) -> WatchEventsResponse {
    WatchEventsResponse { cursor: cursor.into(), event: None }
}

fn event(event_id: &str, cursor: &str) -> WatchEventsResponse {
    let event = Event { event_id: event_id.into(), ..Event::default() };
    WatchEventsResponse { cursor: cursor.into(), event: Some(event) }
}

async fn next(watch: &mut EventWatch) -> String {
    watch.next().await.expect("it goes on").event.event_id
}

#[tokio::test]
async fn a_watch_of_a_server_that_falls_silent_goes_on_in_another_call() {
    let (server, client) = Server::start(vec![
        Answer::Silence(vec![checkpoint("c0"), event("evt_1", "c1")]),
        Answer::Silence(vec![checkpoint("c1"), event("evt_2", "c2")]),
    ])
    .await;
    let checkpoint_interval = Duration::from_secs(1).try_into().ok();
    let request = WatchEventsRequest { checkpoint_interval, ..Default::default() };
    let mut watch = client.watch_events(request).await.expect("it begins");
    assert_eq!(next(&mut watch).await, "evt_1");
    assert_eq!(next(&mut watch).await, "evt_2");
    assert_eq!(server.cursors(), ["", "c1"]);
}

#[tokio::test]
async fn a_server_that_falls_silent_is_lost_though_whoever_waits_gives_up() {
    let (server, client) = Server::start(vec![
        Answer::Silence(vec![checkpoint("c0")]),
        Answer::Silence(vec![checkpoint("c0"), event("evt_1", "c1")]),
    ])
    .await;
    let checkpoint_interval = Duration::from_secs(1).try_into().ok();
    let request = WatchEventsRequest { checkpoint_interval, ..Default::default() };
    let mut watch = client.watch_events(request).await.expect("it begins");
    let given = loop {
        let waited = timeout(Duration::from_millis(100), watch.next()).await;
        if let Ok(given) = waited {
            break given.expect("it goes on");
        }
    };
    assert_eq!(given.event.event_id, "evt_1");
    assert_eq!(server.cursors(), ["", "c0"]);
}

#[tokio::test]
async fn an_event_in_the_place_of_the_first_checkpoint_is_given() {
    let (server, client) = Server::start(vec![
        Answer::End(vec![event("evt_1", "c1")]),
        Answer::Silence(vec![event("evt_2", "c2")]),
    ])
    .await;
    let mut watch = client.watch_events(WatchEventsRequest::default()).await.expect("it begins");
    assert_eq!(next(&mut watch).await, "evt_1");
    assert_eq!(next(&mut watch).await, "evt_2");
    assert_eq!(server.cursors(), ["", "c1"]);
}

#[tokio::test]
async fn a_watch_begins_and_goes_on_once_a_full_server_has_room() {
    let full = || {
        let details = ErrorDetails::with_retry_info(Some(Duration::from_millis(1)));
        Answer::Failure(Status::with_error_details(Code::ResourceExhausted, "full", details))
    };
    let (server, client) = Server::start(vec![
        full(),
        Answer::End(vec![checkpoint("c0")]),
        full(),
        Answer::Silence(vec![event("evt_1", "c1")]),
    ])
    .await;
    let mut watch = client.watch_events(WatchEventsRequest::default()).await.expect("it begins");
    assert_eq!(next(&mut watch).await, "evt_1");
    assert_eq!(server.cursors(), ["", "", "c0", "c0"]);
}

#[tokio::test]
async fn a_pause_lasts_though_whoever_waits_gives_up() {
    let asked = ErrorDetails::with_retry_info(Some(Duration::from_secs(3600)));
    let (server, client) = Server::start(vec![
        Answer::End(vec![checkpoint("c0")]),
        Answer::Failure(Status::with_error_details(Code::Unavailable, "later", asked)),
    ])
    .await;
    let mut watch = client.watch_events(WatchEventsRequest::default()).await.expect("it begins");
    while server.cursors().len() < 2 {
        timeout(Duration::from_millis(20), watch.next()).await.expect_err("there is none");
    }
    for _ in 0..20 {
        timeout(Duration::from_millis(20), watch.next()).await.expect_err("there is none");
    }
    assert_eq!(server.cursors(), ["", "c0"]);
}

#[tokio::test]
async fn what_the_server_refuses_ends_it() {
    let refusal = Status::out_of_range("the cursor has expired");
    let (_, client) =
        Server::start(vec![Answer::End(vec![checkpoint("c0")]), Answer::Failure(refusal)]).await;
    let mut watch = client.watch_events(WatchEventsRequest::default()).await.expect("it begins");
    let status = watch.next().await.expect_err("it is refused");
    assert_eq!(status.code(), Code::OutOfRange);
}
