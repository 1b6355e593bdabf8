use std::time::Duration;

use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::Interceptor;
use tonic::{GrpcMethod, Request, Status};

/// Calls that last as long as what they transfer, or for ever.
const WITHOUT_DEADLINE: [&str; 3] = ["UploadPackage", "DownloadPackage", "WatchEvents"];

/// What every call of a [`Client`](crate::Client) is sent with: the API key, and a deadline where
/// the caller has set none.
#[derive(Clone, Debug)]
pub struct CallDefaults {
    pub(crate) authorization: Option<MetadataValue<Ascii>>,
    pub(crate) timeout: Option<Duration>,
}

impl Interceptor for CallDefaults {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        if let Some(value) = &self.authorization {
            request.metadata_mut().insert("authorization", value.clone());
        }
        if let Some(timeout) = self.timeout {
            let method = request.extensions().get::<GrpcMethod>();
            let is_stream = method.is_some_and(|one| WITHOUT_DEADLINE.contains(&one.method()));
            if !is_stream && !request.metadata().contains_key("grpc-timeout") {
                request.set_timeout(timeout);
            }
        }
        Ok(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(mut request: Request<()>, method: &'static str) -> Request<()> {
        let mut defaults = CallDefaults {
            authorization: Some(MetadataValue::from_static("Bearer key")),
            timeout: Some(Duration::from_secs(30)),
        };
        request.extensions_mut().insert(GrpcMethod::new("modelwire.event.v1.EventService", method));
        defaults.call(request).expect("it refuses nothing")
    }

    fn header<'a>(request: &'a Request<()>, name: &str) -> &'a str {
        request.metadata().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[test]
    fn a_call_has_the_key_and_the_deadline() {
        let request = sent(Request::new(()), "GetEvent");
        assert_eq!(header(&request, "authorization"), "Bearer key");
        assert_eq!(header(&request, "grpc-timeout"), "30000000u");
    }

    #[test]
    fn the_deadline_of_the_caller_stays() {
        let mut request = Request::new(());
        request.set_timeout(Duration::from_secs(1));
        let request = sent(request, "GetEvent");
        assert_eq!(header(&request, "grpc-timeout"), "1000000u");
    }

    #[test]
    fn a_stream_has_none() {
        for method in WITHOUT_DEADLINE {
            assert!(!sent(Request::new(()), method).metadata().contains_key("grpc-timeout"));
        }
    }
}
