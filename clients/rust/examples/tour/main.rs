//! A tour of what a client does:
//! `MODELWIRE_GRPC=127.0.0.1:50051 cargo run --example tour -- ../../examples/quickstart/model`.
//!
//! Prints a line for each step, and ends with exit code 0 only if each was as expected. Optional:
//! `MODELWIRE_CA_FILE`, a PEM file of certificates to trust, for TLS; `MODELWIRE_CERTIFICATE` and
//! `MODELWIRE_KEY`, PEM files of a certificate to show; and `MODELWIRE_API_KEY`.

#[path = "../receiver/receiver.rs"]
mod receiver;
mod steps;

use std::env;
use std::error::Error;

use modelwire::Client;
use modelwire::event::v1::WatchEventsRequest;
use uuid::Uuid;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let directory = env::args().nth(1).ok_or("expected the path of a model directory")?;
    let client = connect().await?;
    println!("connected to {}", env::var("MODELWIRE_GRPC")?);

    // From here on: everything that is registered below is seen.
    let mut watch = client.watch_events(WatchEventsRequest::default()).await?;
    let model_name = format!("rust-tour-{}", Uuid::new_v4());

    let inline = steps::register_inline(&client, &model_name, &directory).await?;
    println!("registered {} by a unary call", inline.model_id);
    let uploaded = steps::register_upload(&client, &model_name, &directory).await?;
    println!("registered {} by an upload", uploaded.model_id);

    for registration in [&inline, &uploaded] {
        let found = steps::look_up(&client, registration).await?;
        println!("found {} by its uuid", found.model_id);
    }
    println!("was refused with {}", steps::provoke_failure(&client).await?);

    for registration in [&inline, &uploaded] {
        let event_id = steps::expect_event(&mut watch, registration).await?;
        println!("watched {event_id} of {}", registration.model_id);
    }
    let event = steps::receive_webhook(&client, &uploaded).await?;
    println!("received {} as a webhook", event.event_id);
    Ok(())
}

async fn connect() -> Result<Client, Box<dyn Error>> {
    let mut builder = Client::builder(env::var("MODELWIRE_GRPC")?);
    if let Ok(roots) = env::var("MODELWIRE_CA_FILE") {
        builder = builder.roots(std::fs::read(roots)?);
    }
    if let (Ok(certificate), Ok(key)) =
        (env::var("MODELWIRE_CERTIFICATE"), env::var("MODELWIRE_KEY"))
    {
        builder = builder.identity(std::fs::read(certificate)?, std::fs::read(key)?);
    }
    if let Ok(key) = env::var("MODELWIRE_API_KEY") {
        builder = builder.api_key(key);
    }
    Ok(builder.connect().await?)
}
