use tonic::Status;
use uuid::Uuid;

use crate::client::Client;
use crate::registry::v1::{
    RegisterBaselineRequest, RegisterBaselineResponse, RegisterImprovedModelRequest,
    RegisterImprovedModelResponse,
};
use crate::retry::retry;
use crate::webhook::v1::{CreateEndpointRequest, CreateEndpointResponse};

/// Calls that create something, repeated where that may help: a request without a `request_id` is
/// given one, so that they create it once. A caller that may want to repeat the call itself, such
/// as after a deadline, gives its own, a UUID.
impl Client {
    /// Registers a model as a baseline.
    ///
    /// # Errors
    /// What the last attempt said.
    pub async fn register_baseline(
        &self,
        mut request: RegisterBaselineRequest,
    ) -> Result<RegisterBaselineResponse, Status> {
        identify(&mut request.request_id);
        let call = async || self.registry().register_baseline(request.clone()).await;
        Ok(retry(call).await?.into_inner())
    }

    /// Registers a model as an improvement of a baseline, or of another improved model.
    ///
    /// # Errors
    /// What the last attempt said.
    pub async fn register_improved_model(
        &self,
        mut request: RegisterImprovedModelRequest,
    ) -> Result<RegisterImprovedModelResponse, Status> {
        identify(&mut request.request_id);
        let call = async || self.registry().register_improved_model(request.clone()).await;
        Ok(retry(call).await?.into_inner())
    }

    /// Creates a webhook endpoint.
    ///
    /// # Errors
    /// What the last attempt said.
    pub async fn create_endpoint(
        &self,
        mut request: CreateEndpointRequest,
    ) -> Result<CreateEndpointResponse, Status> {
        identify(&mut request.request_id);
        let call = async || self.webhooks().create_endpoint(request.clone()).await;
        Ok(retry(call).await?.into_inner())
    }
}

fn identify(request_id: &mut Option<String>) {
    request_id.get_or_insert_with(|| Uuid::new_v4().to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_given_an_id_of_its_own_where_it_has_none() {
        let (mut first, mut second) = (None, None);
        identify(&mut first);
        identify(&mut second);
        assert_ne!(first, second);
        assert!(Uuid::parse_str(first.as_deref().expect("one")).is_ok());
        let mut given = Some("given".into());
        identify(&mut given);
        assert_eq!(given.as_deref(), Some("given"));
    }
}
