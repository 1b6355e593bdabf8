//! Verifies requests with the standardwebhooks library of Rust; see ../../README.md.

use base64::Engine;
use http::{HeaderMap, HeaderValue};
use standardwebhooks::Webhook;
use std::error::Error;

fn verify(line: &str) -> Result<(), Box<dyn Error>> {
    let parts: Vec<&str> = line.split('\t').collect();
    let [secret, id, timestamp, signature, body] = parts[..] else {
        return Err(format!("expected 5 columns, there are {}", parts.len()).into());
    };
    let mut headers = HeaderMap::new();
    headers.insert("webhook-id", HeaderValue::from_str(id)?);
    headers.insert("webhook-timestamp", HeaderValue::from_str(timestamp)?);
    headers.insert("webhook-signature", HeaderValue::from_str(signature)?);
    let body = base64::engine::general_purpose::STANDARD.decode(body)?;
    Ok(Webhook::new(secret)?.verify(&body, &headers)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lines() {
        match verify(&line?) {
            Ok(()) => println!("ok"),
            Err(error) => println!("refused: {error}"),
        }
    }
    Ok(())
}
