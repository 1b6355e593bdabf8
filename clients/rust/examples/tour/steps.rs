use std::error::Error;
use std::time::Duration;

use modelwire::event::v1::{Event, EventType};
use modelwire::registry::v1::register_baseline_request::Source;
use modelwire::registry::v1::{
    ErrorReason, GetModelByUuidRequest, RegisterBaselineRequest, Registration, UploadStart,
    UploadedPackage,
};
use modelwire::webhook::v1::{BodyFormat, CreateEndpointRequest, DeleteEndpointRequest, Endpoint};
use modelwire::{Client, EventWatch, Failure, retry};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::timeout;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How long an event may be on its way.
const PATIENCE: Duration = Duration::from_secs(60);

/// Registers the files of a directory in a single call.
pub async fn register_inline(
    client: &Client,
    name: &str,
    directory: &str,
) -> Outcome<Registration> {
    let package = modelwire::read_package(directory)?;
    register(client, name, Source::Package(package)).await
}

/// Uploads a directory, and registers what was uploaded.
pub async fn register_upload(
    client: &Client,
    name: &str,
    directory: &str,
) -> Outcome<Registration> {
    let upload = client.upload_package(directory, UploadStart::default()).await?;
    if !upload.files.iter().all(|file| file.complete) {
        return Err("not all files are whole".into());
    }
    let package = UploadedPackage { upload_id: upload.upload_id, ..Default::default() };
    register(client, name, Source::UploadedPackage(package)).await
}

async fn register(client: &Client, model_name: &str, source: Source) -> Outcome<Registration> {
    let request = RegisterBaselineRequest {
        model_type: "lead_scoring".into(),
        model_name: Some(model_name.into()),
        metrics: [("auc".into(), 0.91)].into(),
        source: Some(source),
        ..Default::default()
    };
    let answer = client.register_baseline(request).await?;
    Ok(answer.registration.ok_or("the answer has no registration")?)
}

/// Looks a model up by the uuid that its registration has.
pub async fn look_up(client: &Client, registration: &Registration) -> Outcome<Registration> {
    let request =
        GetModelByUuidRequest { model_uuid: uuid_of(registration)?, ..Default::default() };
    let call = async || client.registry().get_model_by_uuid(request.clone()).await;
    let found = retry(call).await?.into_inner().registration.unwrap_or_default();
    if found.model_id != registration.model_id {
        return Err(format!("found {} in its place", found.model_id).into());
    }
    Ok(found)
}

/// Asks for what is not there, and gives the reason of the error.
pub async fn provoke_failure(client: &Client) -> Outcome<String> {
    let request =
        GetModelByUuidRequest { model_uuid: format!("m-{}", "0".repeat(32)), ..Default::default() };
    let Err(status) = client.registry().get_model_by_uuid(request).await else {
        return Err("there is a model without a uuid".into());
    };
    let failure = Failure::from(status);
    match failure.reason {
        ErrorReason::ModelNotFound => Ok(failure.reason_name),
        _ => Err(failure.into()),
    }
}

/// Waits for the event of a registration, and gives its id.
pub async fn expect_event(watch: &mut EventWatch, registration: &Registration) -> Outcome<String> {
    loop {
        let watched = timeout(PATIENCE, watch.next()).await??;
        if is_of(&watched.event, registration) {
            return Ok(watched.event.event_id);
        }
    }
}

/// Creates an endpoint at a receiver of its own, registers a model once more, and gives the event
/// that arrives.
pub async fn receive_webhook(client: &Client, registered: &Registration) -> Outcome<Event> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let request = CreateEndpointRequest {
        url: format!("http://{}/hook", listener.local_addr()?),
        format: BodyFormat::Standard.into(),
        filter: Some(format!("event.model_name == '{}'", registered.model_name)),
        ..Default::default()
    };
    let created = client.create_endpoint(request).await?;
    let endpoint = created.endpoint.ok_or("the answer has no endpoint")?;

    let (sender, mut events) = mpsc::unbounded_channel();
    let routes = crate::receiver::routes([&created.secret], sender)?;
    let serving = tokio::spawn(async move { axum::serve(listener, routes).await });
    let held = Source::MlflowUri(format!("models:/{}", uuid_of(registered)?));
    let received = register_and_receive(client, registered, held, &mut events).await;
    serving.abort();
    delete(client, endpoint).await?;
    received
}

async fn register_and_receive(
    client: &Client,
    registered: &Registration,
    source: Source,
    events: &mut mpsc::UnboundedReceiver<Event>,
) -> Outcome<Event> {
    let request = RegisterBaselineRequest {
        model_type: "lead_scoring".into(),
        model_name: Some(registered.model_name.clone()),
        source: Some(source),
        ..Default::default()
    };
    let answer = client.register_baseline(request).await?;
    let again = answer.registration.ok_or("the answer has no registration")?;
    let event = timeout(PATIENCE, events.recv()).await?.ok_or("the receiver has ended")?;
    if !is_of(&event, &again) {
        return Err(format!("received {:?} in its place", event.r#type()).into());
    }
    Ok(event)
}

async fn delete(client: &Client, Endpoint { endpoint_id, .. }: Endpoint) -> Outcome<()> {
    client.webhooks().delete_endpoint(DeleteEndpointRequest { endpoint_id }).await?;
    Ok(())
}

fn is_of(event: &Event, registration: &Registration) -> bool {
    let told = event.model_registered.as_ref().and_then(|told| told.registration.as_ref());
    event.r#type() == EventType::ModelRegistered && told == Some(registration)
}

fn uuid_of(registration: &Registration) -> Outcome<String> {
    let info = registration.model_info.as_ref().ok_or("the registration has no model")?;
    Ok(info.model_uuid.clone())
}
