//! What the helpers of all languages make of the same requests.

use std::collections::HashMap;
use std::time::{Duration, UNIX_EPOCH};
use std::{fs, str::FromStr};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use modelwire::{InvalidSecret, WebhookError, WebhookVerifier};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    now: u64,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    secrets: Vec<String>,
    headers: HashMap<String, String>,
    body_base64: String,
    event_id: Option<String>,
    event_type: Option<String>,
    reason: Option<String>,
}

fn vectors() -> Vectors {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../webhook-vectors.json");
    let text = fs::read(path).expect("the vectors are there");
    serde_json::from_slice(&text).expect("the vectors are JSON")
}

fn headers(case: &Case) -> HeaderMap {
    let parse = |(name, value): (&String, &String)| {
        let name = HeaderName::from_str(name).expect("it is a name");
        (name, HeaderValue::from_str(value).expect("it is a value"))
    };
    case.headers.iter().map(parse).collect()
}

#[test]
fn each_request_comes_to_what_the_vectors_say() {
    let vectors = vectors();
    let now = UNIX_EPOCH + Duration::from_secs(vectors.now);
    assert!(vectors.cases.len() > 30);
    for case in &vectors.cases {
        let verifier = WebhookVerifier::new(&case.secrets).expect("they are secrets");
        let body = STANDARD.decode(&case.body_base64).expect("it is base64");
        let outcome = verifier.verify_at(&headers(case), &body, now);
        let event = outcome.as_ref().ok();
        let said = (
            event.map(|event| event.event_id.clone()),
            event.map(|event| event.r#type().as_str_name().to_owned()),
            outcome.as_ref().err().map(|reason| reason.as_str().to_owned()),
        );
        let wanted = (case.event_id.clone(), case.event_type.clone(), case.reason.clone());
        assert_eq!(said, wanted, "{}", case.name);
    }
}

#[test]
fn the_tolerance_can_be_another() {
    let Vectors { now, cases } = vectors();
    let case = cases.iter().find(|case| case.name == "as old as is allowed").expect("it is there");
    let verifier = WebhookVerifier::new(&case.secrets)
        .expect("they are secrets")
        .tolerance(Duration::from_secs(10));
    let body = STANDARD.decode(&case.body_base64).expect("it is base64");
    let now = UNIX_EPOCH + Duration::from_secs(now);
    let outcome = verifier.verify_at(&headers(case), &body, now);
    assert_eq!(outcome, Err(WebhookError::TooOld));
}

#[test]
fn a_malformed_secret_is_the_receivers_fault() {
    let short = format!("whsec_{}", STANDARD.encode([1; 23]));
    let long = format!("whsec_{}", STANDARD.encode([1; 65]));
    for secret in ["", "whsec_", "whsec_***", &short, &long] {
        assert_eq!(WebhookVerifier::new([secret]).err(), Some(InvalidSecret), "{secret}");
    }
    assert_eq!(WebhookVerifier::new::<&str>([]).err(), Some(InvalidSecret));
}
