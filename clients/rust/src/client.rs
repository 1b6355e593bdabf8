use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;

use crate::access::v1::access_service_client::AccessServiceClient;
use crate::builder::{ClientBuilder, ConnectError};
use crate::call_defaults::CallDefaults;
use crate::event::v1::event_service_client::EventServiceClient;
use crate::registry::v1::registry_service_client::RegistryServiceClient;
use crate::webhook::v1::webhook_service_client::WebhookServiceClient;

/// What the stubs of a [`Client`] send their calls through.
pub type Transport = InterceptedService<Channel, CallDefaults>;
/// The stub of `RegistryService`.
pub type RegistryClient = RegistryServiceClient<Transport>;
/// The stub of `EventService`.
pub type EventClient = EventServiceClient<Transport>;
/// The stub of `WebhookService`.
pub type WebhookClient = WebhookServiceClient<Transport>;
/// The stub of `AccessService`.
pub type AccessClient = AccessServiceClient<Transport>;

/// An answer can be as large as the message limit that a server was started with.
const MAX_ANSWER_BYTES: usize = 64 * 1024 * 1024;

/// A connection to a Modelwire, with the stubs of its services.
///
/// A clone shares the connection, which is made anew where it breaks.
#[derive(Clone, Debug)]
pub struct Client {
    registry: RegistryClient,
    events: EventClient,
    webhooks: WebhookClient,
    access: AccessClient,
}

impl Client {
    /// Connects to `host:port`: in plain text where that is a loopback address, and otherwise by
    /// TLS with the certificates that the system trusts.
    ///
    /// # Errors
    /// Where the address is malformed, or nobody answers.
    pub async fn connect(address: impl Into<String>) -> Result<Self, ConnectError> {
        Self::builder(address).connect().await
    }

    /// Begins to say how to connect to `host:port`.
    pub fn builder(address: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(address.into())
    }

    pub(crate) fn new(channel: Channel, defaults: CallDefaults) -> Self {
        let transport = InterceptedService::new(channel, defaults);
        Self {
            registry: RegistryClient::new(transport.clone())
                .max_decoding_message_size(MAX_ANSWER_BYTES),
            events: EventClient::new(transport.clone()).max_decoding_message_size(MAX_ANSWER_BYTES),
            webhooks: WebhookClient::new(transport.clone())
                .max_decoding_message_size(MAX_ANSWER_BYTES),
            access: AccessClient::new(transport).max_decoding_message_size(MAX_ANSWER_BYTES),
        }
    }

    /// Gives the stub of `RegistryService`.
    #[must_use]
    pub fn registry(&self) -> RegistryClient {
        self.registry.clone()
    }

    /// Gives the stub of `EventService`.
    #[must_use]
    pub fn events(&self) -> EventClient {
        self.events.clone()
    }

    /// Gives the stub of `WebhookService`.
    #[must_use]
    pub fn webhooks(&self) -> WebhookClient {
        self.webhooks.clone()
    }

    /// Gives the stub of `AccessService`.
    #[must_use]
    pub fn access(&self) -> AccessClient {
        self.access.clone()
    }
}
