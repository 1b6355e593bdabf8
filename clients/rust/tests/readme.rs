//! The examples of README.md, which have to compile: its blocks are the bodies of functions here.

use std::error::Error;

use modelwire::Client;

type Outcome = Result<(), Box<dyn Error>>;

#[expect(dead_code, unused_variables)]
async fn connect() -> Outcome {
    use modelwire::Client;

    let client = Client::connect("127.0.0.1:50051").await?;

    let elsewhere = Client::builder("models.example:443")
        .api_key(std::env::var("MODELWIRE_API_KEY")?)
        .roots(std::fs::read("company-ca.pem")?) // in place of those of the system
        .timeout(std::time::Duration::from_secs(10))
        .connect()
        .await?;

    Ok(())
}

#[expect(dead_code)]
async fn register(client: Client) -> Outcome {
    use modelwire::registry::v1::RegisterBaselineRequest;
    use modelwire::registry::v1::register_baseline_request::Source;

    let request = RegisterBaselineRequest {
        model_type: "lead_scoring".into(),
        metrics: [("auc".into(), 0.91)].into(),
        source: Some(Source::Package(modelwire::read_package("./model")?)),
        ..Default::default()
    };
    let registration = client.register_baseline(request).await?.registration.unwrap_or_default();
    println!("{}", registration.model_id);

    Ok(())
}

#[expect(dead_code)]
async fn upload(client: Client) -> Outcome {
    use modelwire::registry::v1::register_baseline_request::Source;
    use modelwire::registry::v1::{RegisterBaselineRequest, UploadStart, UploadedPackage};

    let upload = client.upload_package("./model", UploadStart::default()).await?;
    let package = UploadedPackage { upload_id: upload.upload_id, ..Default::default() };
    let request = RegisterBaselineRequest {
        model_type: "lead_scoring".into(),
        source: Some(Source::UploadedPackage(package)),
        ..Default::default()
    };
    client.register_baseline(request).await?;

    Ok(())
}

#[expect(dead_code)]
async fn infer_signature(client: Client) -> Outcome {
    use modelwire::registry::v1::{Example, InferSignatureRequest, example::Kind};

    let example = |json: &str| Some(Example { kind: Some(Kind::Json(json.into())) });
    let request = InferSignatureRequest {
        input: example(r#"[{"site_visits": 12}]"#),
        output: example("[0.87]"),
        ..Default::default()
    };
    let inferred = client.registry().infer_signature(request).await?.into_inner();
    println!("{}", inferred.signature.unwrap_or_default().text);

    Ok(())
}

#[expect(dead_code)]
async fn look_up(client: Client, model_uuid: String) -> Outcome {
    use modelwire::Failure;
    use modelwire::registry::v1::{ErrorReason, GetModelByUuidRequest};

    let request = GetModelByUuidRequest { model_uuid, ..Default::default() };
    let call = async || client.registry().get_model_by_uuid(request.clone()).await;
    match modelwire::retry(call).await.map_err(Failure::from) {
        Ok(answer) => println!("{:?}", answer.into_inner().registration),
        Err(failure) if failure.reason == ErrorReason::ModelNotFound => println!("there is none"),
        Err(failure) => return Err(failure.into()),
    }

    Ok(())
}

#[expect(dead_code)]
async fn watch(client: Client, kept: String) -> Outcome {
    use modelwire::event::v1::WatchEventsRequest;

    let request = WatchEventsRequest { cursor: kept, ..Default::default() }; // empty: from now on
    let mut watch = client.watch_events(request).await?;
    loop {
        let watched = watch.next().await?;
        println!("{:?} of {}", watched.event.r#type(), watched.event.model_name);
        // Now keep watched.cursor.
    }
}

#[expect(dead_code)]
fn receive(headers: &http::HeaderMap, body: &[u8]) -> Outcome {
    use modelwire::WebhookVerifier;

    let verifier = WebhookVerifier::new([std::env::var("MODELWIRE_WEBHOOK_SECRET")?])?;
    match verifier.verify(headers, body) {
        Ok(event) => println!("{} of {}", event.event_id, event.model_name),
        Err(reason) => println!("refused: {reason}"),
    }

    Ok(())
}

#[test]
fn every_example_is_one_of_these() {
    let bodies: String = include_str!("readme.rs")
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
        .collect();
    let blocks: Vec<_> = include_str!("../README.md")
        .split("```rust\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(blocks.len(), 6);
    for block in blocks {
        assert!(bodies.contains(block), "not in tests/readme.rs:\n{block}");
    }
}
