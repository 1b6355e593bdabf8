//! Calls of a server that is full at first.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use modelwire::registry::v1::{RegisterBaselineRequest, UploadStart};
use modelwire::tonic::{Code, Status};
use modelwire::tonic_types::{ErrorDetails, StatusExt};
use modelwire::{Client, UploadError};
use tokio::net::TcpListener;

/// The calls of each method that came, and what the next of uploads and registrations fail with.
#[derive(Clone, Default)]
struct Server {
    calls: Arc<Mutex<HashMap<String, usize>>>,
    failures: Arc<Mutex<Vec<Status>>>,
}

impl Server {
    /// Serves until the runtime of the test ends.
    async fn start(failures: Vec<Status>) -> (Self, Client) {
        let server = Self { failures: Arc::new(Mutex::new(failures)), ..Self::default() };
        let routes = Router::new().fallback(any(answer)).with_state(server.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let address = listener.local_addr().expect("it has one").to_string();
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let client = Client::connect(address).await.expect("it is there");
        (server, client)
    }

    fn calls(&self, method: &str) -> usize {
        self.calls.lock().expect("nobody panics with it").get(method).copied().unwrap_or_default()
    }
}

async fn answer(State(server): State<Server>, uri: Uri) -> Response {
    let method = uri.path().rsplit('/').next().unwrap_or_default().to_owned();
    *server.calls.lock().expect("nobody panics with it").entry(method.clone()).or_default() += 1;
    if method == "GetUpload" {
        let details = ErrorDetails::with_error_info("UPLOAD_NOT_FOUND", "modelwire", []);
        return Status::with_error_details(Code::NotFound, "none", details).into_http::<Body>();
    }
    if let Some(status) = server.failures.lock().expect("nobody panics with it").pop() {
        return status.into_http::<Body>();
    }
    // A message without any field, and that all is well.
    let headers = [("content-type", "application/grpc"), ("grpc-status", "0")];
    (headers, Body::from(vec![0; 5])).into_response()
}

fn full(delay: Option<Duration>) -> Status {
    let details =
        delay.map_or_else(ErrorDetails::new, |one| ErrorDetails::with_retry_info(Some(one)));
    Status::with_error_details(Code::ResourceExhausted, "full", details)
}

fn soon() -> Status {
    full(Some(Duration::from_millis(1)))
}

#[tokio::test]
async fn a_registration_is_repeated_once_there_is_room() {
    let (server, client) = Server::start(vec![soon(), soon()]).await;
    client.register_baseline(RegisterBaselineRequest::default()).await.expect("it succeeds");
    assert_eq!(server.calls("RegisterBaseline"), 3);
}

#[tokio::test]
async fn an_upload_goes_on_once_there_is_room() {
    let (server, client) = Server::start(vec![soon(), soon()]).await;
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/src/gen");
    client.upload_package(directory, UploadStart::default()).await.expect("it succeeds");
    assert_eq!(server.calls("UploadPackage"), 3);
}

#[tokio::test]
async fn what_is_used_up_for_long_or_without_a_time_is_told_at_once() {
    for status in [full(None), full(Some(Duration::from_secs(61)))] {
        let (server, client) = Server::start(vec![status.clone(), status]).await;
        let call = client.register_baseline(RegisterBaselineRequest::default());
        assert_eq!(call.await.expect_err("it is refused").code(), Code::ResourceExhausted);
        assert_eq!(server.calls("RegisterBaseline"), 1);
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/src/gen");
        let upload = client.upload_package(directory, UploadStart::default()).await;
        let refused = upload.expect_err("it is refused");
        assert!(matches!(refused, UploadError::Rpc(one) if one.code() == Code::ResourceExhausted));
        assert_eq!(server.calls("UploadPackage"), 1);
    }
}
