//! What every release has sent is read, and says the same in JSON and in binary.

use std::fs;
use std::path::{Path, PathBuf};

use modelwire::event::v1::{Event, EventType};
use modelwire::registry::v1::ParamSpec;
use modelwire::well_known::value::Kind;
use prost::Message;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Standard {
    data: Event,
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("it can be read");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    paths.filter(|path| path.is_dir()).collect()
}

#[test]
fn golden_payloads_say_the_same_in_json_and_in_binary() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contract/golden");
    let folders: Vec<_> = folders_in(&golden).iter().flat_map(|one| folders_in(one)).collect();
    let mut read = 0;
    for folder in folders.iter().filter(|folder| folder.join("standard.json").exists()) {
        let json = fs::read(folder.join("standard.json")).expect("it can be read");
        let Standard { data } = serde_json::from_slice(&json).expect("it is an event");
        assert_ne!(data.r#type(), EventType::Unspecified, "{}", folder.display());
        // Releases that sent no binary payloads have none.
        if let Ok(binary) = fs::read(folder.join("protobuf.binpb")) {
            let from_binary = Event::decode(binary.as_slice()).expect("it is an event");
            assert_eq!(data, from_binary, "{}", folder.display());
        }
        read += 1;
    }
    assert!(read > 0, "contract/golden holds no payloads");
}

#[test]
fn a_default_that_is_null_is_one() {
    let json = json!({"name": "threshold", "defaultValue": null});
    let param: ParamSpec = serde_json::from_value(json.clone()).expect("it is one");
    let value = param.default_value.as_ref().expect("it has a default");
    assert_eq!(value.kind, Some(Kind::NullValue(0)));
    assert_eq!(serde_json::to_value(&param).expect("it is JSON"), json);
}
