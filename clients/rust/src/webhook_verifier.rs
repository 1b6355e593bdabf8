use std::error::Error;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue};
use prost::Message;
use ring::hmac::{self, HMAC_SHA256, Key};
use serde::Deserialize;

use crate::event::v1::Event;

const DEFAULT_TOLERANCE: Duration = Duration::from_secs(300);

/// Verifies webhooks of the formats STANDARD and PROTOBUF, and makes events of them.
///
/// An event can arrive more than once: keep its `event_id`, and do nothing for one that you have.
///
/// ```
/// # fn receive(headers: &modelwire::http::HeaderMap, body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
/// let verifier = modelwire::WebhookVerifier::new(["whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"])?;
/// match verifier.verify(headers, body) {
///     Ok(event) => println!("{:?} of {}", event.r#type(), event.model_name),
///     Err(reason) => println!("refused: {}", reason.as_str()),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct WebhookVerifier {
    keys: Vec<Key>,
    tolerance: Duration,
}

impl WebhookVerifier {
    /// Takes the secrets of an endpoint, of which any may have signed: one, or during a rotation
    /// the old and the new one.
    ///
    /// # Errors
    /// Where there is none, or one is not `whsec_` and base64 of 24 to 64 bytes. The prefix may be
    /// missing.
    pub fn new<S: AsRef<str>>(secrets: impl IntoIterator<Item = S>) -> Result<Self, InvalidSecret> {
        let keys: Vec<_> =
            secrets.into_iter().map(|secret| key_of(secret.as_ref())).collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(InvalidSecret);
        }
        Ok(Self { keys, tolerance: DEFAULT_TOLERANCE })
    }

    /// Sets how old or new a request may be; 5 minutes where it is not set.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies a request that has just arrived, and gives its event. What a newer Modelwire has
    /// added is left out: an event of a type that this version does not know is
    /// [`EventType::Unspecified`](crate::event::v1::EventType::Unspecified), and to be ignored.
    ///
    /// # Errors
    /// Why the request is not to be believed, or not to be read.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<Event, WebhookError> {
        self.verify_at(headers, body, SystemTime::now())
    }

    /// As [`WebhookVerifier::verify`], at another time than now, for tests.
    ///
    /// # Errors
    /// Why the request is not to be believed, or not to be read.
    pub fn verify_at(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Event, WebhookError> {
        let id = header(headers, "webhook-id")?;
        let timestamp = header(headers, "webhook-timestamp")?;
        let signatures = header(headers, "webhook-signature")?;
        let content_type = header(headers, "content-type")?;
        self.check_time(timestamp, now)?;
        self.check_signatures(&[id, timestamp, body].join(&b'.'), signatures)?;
        let event = parse(content_type, body)?;
        // An id that is signed and not the event's would be one to ignore another event by.
        if event.event_id.is_empty() || event.event_id.as_bytes() != id {
            return Err(WebhookError::MalformedBody);
        }
        Ok(event)
    }

    fn check_time(&self, timestamp: &[u8], now: SystemTime) -> Result<(), WebhookError> {
        let digits = str::from_utf8(timestamp).ok().filter(|text| is_number(text));
        let seconds = digits.and_then(|text| text.parse().ok()).map(Duration::from_secs);
        let sent = seconds.ok_or(WebhookError::MalformedTimestamp)?;
        // A clock that stands before 1970 is no clock that anything could be too old by.
        let now = Duration::from_secs(now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs());
        if sent.saturating_add(self.tolerance) < now {
            return Err(WebhookError::TooOld);
        }
        if sent > now.saturating_add(self.tolerance) {
            return Err(WebhookError::TooNew);
        }
        Ok(())
    }

    fn check_signatures(&self, signed: &[u8], signatures: &[u8]) -> Result<(), WebhookError> {
        let is_ours = signatures
            .split(|byte| *byte == b' ')
            .filter_map(|signature| signature.strip_prefix(b"v1,"))
            .filter_map(|signature| STANDARD.decode(signature).ok())
            // In constant time.
            .any(|tag| self.keys.iter().any(|key| hmac::verify(key, signed, &tag).is_ok()));
        if is_ours { Ok(()) } else { Err(WebhookError::WrongSignature) }
    }
}

fn key_of(secret: &str) -> Result<Key, InvalidSecret> {
    let encoded = secret.strip_prefix("whsec_").unwrap_or(secret);
    match STANDARD.decode(encoded) {
        Ok(bytes) if (24..=64).contains(&bytes.len()) => Ok(Key::new(HMAC_SHA256, &bytes)),
        _ => Err(InvalidSecret),
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a [u8], WebhookError> {
    let value = headers.get(name).map(HeaderValue::as_bytes);
    value.filter(|bytes| !bytes.is_empty()).ok_or(WebhookError::MissingHeader)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The body of STANDARD, of which `data` says everything.
#[derive(Deserialize)]
struct Envelope {
    data: Event,
}

fn parse(content_type: &[u8], body: &[u8]) -> Result<Event, WebhookError> {
    let media_type = content_type.split(|byte| *byte == b';').next().unwrap_or_default();
    match media_type.trim_ascii().to_ascii_lowercase().as_slice() {
        b"application/json" => serde_json::from_slice::<Envelope>(body)
            .map(|envelope| envelope.data)
            .map_err(|_| WebhookError::MalformedBody),
        b"application/protobuf" => Event::decode(body).map_err(|_| WebhookError::MalformedBody),
        _ => Err(WebhookError::UnknownContentType),
    }
}

/// Why a request is no webhook to be believed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum WebhookError {
    /// One of `webhook-id`, `webhook-timestamp`, `webhook-signature` and `content-type` is missing.
    MissingHeader,
    /// `webhook-timestamp` is not a number of seconds since 1970.
    MalformedTimestamp,
    /// The request was signed too long ago.
    TooOld,
    /// The request was signed at a time that has not come yet.
    TooNew,
    /// No signature is that of a secret.
    WrongSignature,
    /// The request is genuine, and neither JSON nor protobuf.
    UnknownContentType,
    /// The request is genuine, and its body is not its event.
    MalformedBody,
}

impl WebhookError {
    /// Gives the name that the clients in all languages have for it, such as `WRONG_SIGNATURE`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingHeader => "MISSING_HEADER",
            Self::MalformedTimestamp => "MALFORMED_TIMESTAMP",
            Self::TooOld => "TOO_OLD",
            Self::TooNew => "TOO_NEW",
            Self::WrongSignature => "WRONG_SIGNATURE",
            Self::UnknownContentType => "UNKNOWN_CONTENT_TYPE",
            Self::MalformedBody => "MALFORMED_BODY",
        }
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::MissingHeader => {
                "expected webhook-id, webhook-timestamp, webhook-signature and content-type"
            }
            Self::MalformedTimestamp => "webhook-timestamp: expected seconds since 1970",
            Self::TooOld => "webhook-timestamp: too long ago",
            Self::TooNew => "webhook-timestamp: in the future",
            Self::WrongSignature => "webhook-signature: not signed with a secret of the endpoint",
            Self::UnknownContentType => {
                "content-type: expected application/json or application/protobuf"
            }
            Self::MalformedBody => "the body is not the event that webhook-id names",
        })
    }
}

impl Error for WebhookError {}

/// There is no secret, or one is malformed: the receiver is not set up right.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InvalidSecret;

impl fmt::Display for InvalidSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected secrets of whsec_ and base64 of 24 to 64 bytes")
    }
}

impl Error for InvalidSecret {}
