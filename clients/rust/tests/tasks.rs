//! What a client does can be done in tasks of a runtime with many threads. It has to compile.

use modelwire::registry::v1::{GetModelByUuidRequest, RegisterBaselineRequest, UploadStart};
use modelwire::{Client, ConnectError, EventWatch, Failure, UploadError, WebhookVerifier, retry};

fn can_be_shared<T: Send + Sync + 'static>() {}

fn can_be_spawned<T: Future + Send>(_: &T) {}

#[test]
fn everything_can_be_shared_between_threads() {
    can_be_shared::<Client>();
    can_be_shared::<EventWatch>();
    can_be_shared::<WebhookVerifier>();
    can_be_shared::<Failure>();
    can_be_shared::<ConnectError>();
    can_be_shared::<UploadError>();
}

#[tokio::test]
async fn every_call_can_be_made_in_a_task() {
    let client = Client::builder("127.0.0.1:1").connect_lazy().expect("it is an address");
    can_be_spawned(&client.upload_package("model", UploadStart::default()));
    can_be_spawned(&client.register_baseline(RegisterBaselineRequest::default()));
    can_be_spawned(&client.watch_events(Default::default()));
    let call = async || client.registry().get_model_by_uuid(GetModelByUuidRequest::default()).await;
    can_be_spawned(&retry(call));
}
