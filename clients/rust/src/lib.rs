//! A client of [Modelwire](https://github.com/modelwire/modelwire), a typed model registry over
//! MLflow.
//!
//! [`Client`] connects to a server and gives the stubs of its four services, which are generated
//! of the contract: every call is theirs. Beside them stands what a caller would otherwise have to
//! write: [`Client::upload_package`] sends a directory of any size and goes on where a connection
//! broke, [`Client::watch_events`] follows the log of events for as long as it takes, [`retry`]
//! repeats what may be repeated, [`Failure`] reads what an error says, and [`WebhookVerifier`]
//! makes an event of a webhook that is genuine.
//!
//! ```no_run
//! use modelwire::registry::v1::GetModelByUuidRequest;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = modelwire::Client::connect("127.0.0.1:50051").await?;
//! let request = GetModelByUuidRequest {
//!     model_uuid: "m-a650e1293baf4c179f40a7cae8623a06".into(),
//!     ..Default::default()
//! };
//! let answer = client.registry().get_model_by_uuid(request).await?.into_inner();
//! println!("{}", answer.registration.unwrap_or_default().model_id);
//! # Ok(())
//! # }
//! ```

#![warn(missing_docs)]

mod builder;
mod call_defaults;
mod client;
mod contract;
mod failure;
mod package;
mod register;
mod retry;
mod upload;
mod upload_parts;
mod watch;
mod webhook_verifier;
pub mod well_known;

pub use builder::{ClientBuilder, ConnectError};
pub use call_defaults::CallDefaults;
pub use client::{AccessClient, Client, EventClient, RegistryClient, Transport, WebhookClient};
pub use contract::{access, event, registry, webhook};
pub use failure::Failure;
pub use package::{PackageError, read_package};
pub use retry::{Retry, retry};
pub use upload::UploadError;
pub use watch::{EventWatch, WatchedEvent};
pub use webhook_verifier::{InvalidSecret, WebhookError, WebhookVerifier};

// What the signatures above are made of, in the versions that fit.
pub use {http, serde_json, tonic, tonic_types};
