//! A receiver of webhooks, to begin one's own with.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use modelwire::event::v1::Event;
use modelwire::{InvalidSecret, WebhookVerifier};
use tokio::sync::mpsc::UnboundedSender;

/// An event holds a registration, with the metadata and the tags that it was given.
const MAX_BODY_BYTES: usize = 16 * 1024 * 1024;

#[derive(Clone)]
struct Receiver {
    verifier: WebhookVerifier,
    /// The ids that were seen. What has to survive a restart belongs into a database, in the
    /// transaction of what the event leads to.
    seen: Arc<Mutex<HashSet<String>>>,
    events: UnboundedSender<Event>,
}

/// Makes the routes: events that are posted to `/hook` go to `events`, each once.
pub fn routes(
    secrets: impl IntoIterator<Item = impl AsRef<str>>,
    events: UnboundedSender<Event>,
) -> Result<Router, InvalidSecret> {
    let verifier = WebhookVerifier::new(secrets)?;
    let receiver = Receiver { verifier, seen: Arc::default(), events };
    let hook = post(receive).layer(DefaultBodyLimit::max(MAX_BODY_BYTES));
    Ok(Router::new().route("/hook", hook).with_state(receiver))
}

/// The body as it came: what was parsed and written anew has another signature.
async fn receive(State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes) -> Response {
    let event = match receiver.verifier.verify(&headers, &body) {
        Ok(event) => event,
        Err(reason) => return (StatusCode::UNAUTHORIZED, reason.as_str()).into_response(),
    };
    let mut seen = receiver.seen.lock().expect("nobody panics with it");
    let id = event.event_id.clone();
    // Noted only once it is dealt with: what is answered otherwise comes again.
    if !seen.contains(&id) && receiver.events.send(event).is_err() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    seen.insert(id);
    StatusCode::NO_CONTENT.into_response()
}
