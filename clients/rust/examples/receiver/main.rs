//! Receives webhooks and prints them:
//! `MODELWIRE_WEBHOOK_SECRETS='whsec_…' cargo run --example receiver -- 127.0.0.1:8088`.
//! During a rotation the secrets are two, with a space between.

mod receiver;

use std::env;
use std::error::Error;

use tokio::net::TcpListener;
use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let secrets = env::var("MODELWIRE_WEBHOOK_SECRETS").unwrap_or_default();
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:0".into());
    let (sender, mut events) = mpsc::unbounded_channel();
    let routes = receiver::routes(secrets.split_whitespace(), sender)?;
    let listener = TcpListener::bind(address).await?;
    println!("listening at http://{}/hook", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    while let Some(event) = events.recv().await {
        println!("{} {:?} of {}", event.event_id, event.r#type(), event.model_name);
    }
    Ok(())
}
