use std::error::Error;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use http::Uri;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::transport::{Certificate, ClientTlsConfig, Endpoint, Identity};

use crate::call_defaults::CallDefaults;
use crate::client::Client;

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const USER_AGENT: &str = concat!("modelwire-rust/", env!("CARGO_PKG_VERSION"));
/// How often a connection with calls under way is asked whether it is still there.
const KEEP_ALIVE_INTERVAL: Duration = Duration::from_secs(30);

/// Says how to connect to a server; made by [`Client::builder`].
#[derive(Clone)]
#[must_use]
pub struct ClientBuilder {
    address: String,
    tls: Option<bool>,
    roots: Vec<Certificate>,
    identity: Option<Identity>,
    api_key: Option<String>,
    timeout: Option<Duration>,
}

impl ClientBuilder {
    pub(crate) fn new(address: String) -> Self {
        let timeout = Some(DEFAULT_TIMEOUT);
        Self { address, tls: None, roots: Vec::new(), identity: None, api_key: None, timeout }
    }

    /// Uses TLS also on a loopback address.
    pub fn tls(mut self) -> Self {
        self.tls = Some(true);
        self
    }

    /// Uses no TLS although the address is not a loopback one, as behind a proxy that has it.
    /// Whoever is on the way can then read everything, so that an API key is refused.
    pub fn plaintext(mut self) -> Self {
        self.tls = Some(false);
        self
    }

    /// Uses TLS, and trusts these certificates, in PEM, in place of those of the system.
    pub fn roots(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.roots.push(Certificate::from_pem(pem));
        self.tls()
    }

    /// Uses TLS, and shows this certificate with its key, both in PEM, to whoever asks for one.
    pub fn identity(mut self, certificate: impl AsRef<[u8]>, key: impl AsRef<[u8]>) -> Self {
        self.identity = Some(Identity::from_pem(certificate, key));
        self.tls()
    }

    /// Sends `authorization: Bearer <key>` with every call.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = Some(key.into());
        self
    }

    /// Sets the deadline of calls that are not given one of their own, and of each attempt where a
    /// call is repeated; 30 seconds where it is not set. `None` for no deadline. Uploads, downloads
    /// and watches have none in any case.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = timeout.into();
        self
    }

    /// Connects.
    ///
    /// # Errors
    /// Where an option is malformed, or nobody answers.
    pub async fn connect(self) -> Result<Client, ConnectError> {
        let (endpoint, defaults) = self.build()?;
        let channel = endpoint.connect().await.map_err(ConnectError::Transport)?;
        Ok(Client::new(channel, defaults))
    }

    /// Connects at the first call. Needs a Tokio runtime.
    ///
    /// # Errors
    /// Where an option is malformed.
    pub fn connect_lazy(self) -> Result<Client, ConnectError> {
        let (endpoint, defaults) = self.build()?;
        Ok(Client::new(endpoint.connect_lazy(), defaults))
    }

    fn build(self) -> Result<(Endpoint, CallDefaults), ConnectError> {
        let uri = self.uri()?;
        let has_tls = uri.scheme_str() == Some("https");
        let is_local = uri.host().is_some_and(is_loopback);
        let mut endpoint = Endpoint::from(uri)
            .user_agent(USER_AGENT)
            .map_err(ConnectError::Transport)?
            .connect_timeout(CONNECT_TIMEOUT)
            .http2_keep_alive_interval(KEEP_ALIVE_INTERVAL)
            .keep_alive_timeout(KEEP_ALIVE_INTERVAL);
        if has_tls {
            let tls = ClientTlsConfig::new();
            let tls = if self.roots.is_empty() {
                tls.with_native_roots()
            } else {
                tls.ca_certificates(self.roots)
            };
            let tls = match self.identity {
                Some(identity) => tls.identity(identity),
                None => tls,
            };
            endpoint = endpoint.tls_config(tls).map_err(ConnectError::Transport)?;
        }
        let authorization = self.api_key.as_deref().map(bearer).transpose()?;
        if authorization.is_some() && !has_tls && !is_local {
            return Err(ConnectError::ApiKeyInPlaintext);
        }
        Ok((endpoint, CallDefaults { authorization, timeout: self.timeout }))
    }

    fn uri(&self) -> Result<Uri, ConnectError> {
        let malformed = || ConnectError::Address(self.address.clone());
        let given: Uri = format!("http://{}", self.address).parse().map_err(|_| malformed())?;
        let is_bare = given.path() == "/" && given.query().is_none() && !self.address.contains('@');
        let host = given.host().ok_or_else(malformed)?;
        if !is_bare || given.port_u16().is_none() {
            return Err(malformed());
        }
        let scheme = if self.tls.unwrap_or(!is_loopback(host)) { "https" } else { "http" };
        format!("{scheme}://{}", self.address).parse().map_err(|_| malformed())
    }
}

impl fmt::Debug for ClientBuilder {
    /// Neither the API key nor that of a certificate is to get into a log.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("address", &self.address)
            .field("tls", &self.tls)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|one| one.is_loopback())
}

fn bearer(key: &str) -> Result<MetadataValue<Ascii>, ConnectError> {
    let mut value: MetadataValue<Ascii> =
        format!("Bearer {key}").parse().map_err(|_| ConnectError::ApiKey)?;
    // Kept out of logs, and out of what HTTP/2 compresses.
    value.set_sensitive(true);
    Ok(value)
}

/// Why there is no [`Client`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ConnectError {
    /// The address is not `host:port`.
    Address(String),
    /// The API key has characters that no header can have.
    ApiKey,
    /// The API key would go to another machine in plain text.
    ApiKeyInPlaintext,
    /// Nobody answers, or not as who it should be.
    Transport(tonic::transport::Error),
}

impl fmt::Display for ConnectError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(given) => write!(formatter, "address: expected host:port, not {given}"),
            Self::ApiKey => formatter.write_str("api_key: expected printable ASCII characters"),
            Self::ApiKeyInPlaintext => {
                formatter.write_str("api_key: expected TLS, or a loopback address")
            }
            Self::Transport(_) => formatter.write_str("no connection to the server"),
        }
    }
}

impl Error for ConnectError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            Self::Address(_) | Self::ApiKey | Self::ApiKeyInPlaintext => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(builder: ClientBuilder) -> String {
        builder.uri().map_or_else(|error| error.to_string(), |uri| uri.to_string())
    }

    fn at(address: &str) -> ClientBuilder {
        ClientBuilder::new(address.into())
    }

    #[test]
    fn loopback_addresses_are_spoken_to_in_plain_text_and_no_others() {
        for address in ["127.0.0.1:50051", "127.1.2.3:1", "[::1]:50051", "localhost:50051"] {
            assert_eq!(uri(at(address)), format!("http://{address}/"));
        }
        for address in ["models.example:443", "10.0.0.1:50051", "[fe80::1]:50051"] {
            assert_eq!(uri(at(address)), format!("https://{address}/"));
        }
    }

    #[test]
    fn the_caller_can_say_otherwise() {
        assert_eq!(uri(at("127.0.0.1:50051").tls()), "https://127.0.0.1:50051/");
        assert_eq!(uri(at("127.0.0.1:50051").roots("PEM")), "https://127.0.0.1:50051/");
        assert_eq!(uri(at("models.example:50051").plaintext()), "http://models.example:50051/");
    }

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for address in
            ["", "models.example", "http://127.0.0.1:1", "a:1/b", "a:99999", "user:key@a:1"]
        {
            let said = format!("address: expected host:port, not {address}");
            assert_eq!(uri(at(address)), said);
        }
    }

    #[test]
    fn a_key_is_sent_as_a_bearer_and_not_logged() {
        let value = bearer("mw_123").expect("it is one");
        assert_eq!(value, "Bearer mw_123");
        assert!(!format!("{value:?}").contains("mw_123"));
        assert!(!format!("{:?}", at("127.0.0.1:50051").api_key("mw_123")).contains("mw_123"));
        assert!(matches!(bearer("a\nb"), Err(ConnectError::ApiKey)));
    }

    #[test]
    fn a_certificate_that_is_none_is_refused() {
        let refused = at("127.0.0.1:50051").roots("").identity("no PEM", "no PEM").build();
        assert!(matches!(refused, Err(ConnectError::Transport(_))));
    }

    #[test]
    fn a_key_does_not_leave_the_machine_in_plain_text() {
        let refused = at("models.example:443").plaintext().api_key("mw_123").build();
        assert!(matches!(refused, Err(ConnectError::ApiKeyInPlaintext)));
        let sent = at("127.0.0.1:50051").api_key("mw_123").build();
        assert!(sent.is_ok_and(|(_, defaults)| defaults.authorization.is_some()));
    }
}
