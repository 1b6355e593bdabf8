//! Makes the code of the client out of the contract:
//! `modelwire-generate <file descriptor set> <folder>`.
//!
//! The plugins of protoc for the same would have to be installed one by one, and the one for JSON
//! cannot be told to take names of enum values that it does not know, as those of a newer server.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use prost::Message;
use prost_types::field_descriptor_proto::Label;
use prost_types::{DescriptorProto, FileDescriptorSet};

/// The messages that the client has of its own.
const WELL_KNOWN: (&str, &str) = (".google.protobuf", "crate::well_known");

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [descriptors, folder] = arguments.as_slice() else {
        return Err("expected a file descriptor set and a folder".into());
    };
    let descriptors = fs::read(descriptors)?;
    fs::create_dir_all(folder)?;
    generate_messages(&descriptors, Path::new(folder))?;
    generate_json(&descriptors, Path::new(folder))?;
    for field in value_fields(&FileDescriptorSet::decode(descriptors.as_slice())?) {
        keep_null(&field, Path::new(folder))?;
    }
    Ok(())
}

/// Writes messages and clients.
fn generate_messages(descriptors: &[u8], folder: &Path) -> Result<(), Box<dyn Error>> {
    tonic_prost_build::configure()
        .build_server(false)
        // Takes away the paths to prost's own, which `extern_path` would be in conflict with.
        .compile_well_known_types(true)
        .extern_path(WELL_KNOWN.0, WELL_KNOWN.1)
        .out_dir(folder)
        .compile_fds(FileDescriptorSet::decode(descriptors)?)?;
    Ok(())
}

/// Writes the JSON form of messages, which reads what a newer contract has added.
fn generate_json(descriptors: &[u8], folder: &Path) -> Result<(), Box<dyn Error>> {
    pbjson_build::Builder::new()
        .register_descriptors(descriptors)?
        .extern_path(WELL_KNOWN.0, WELL_KNOWN.1)
        .ignore_unknown_fields()
        .ignore_unknown_enum_variants()
        .out_dir(folder)
        .build(&[".modelwire"])?;
    Ok(())
}

/// Finds the names of the fields that hold any JSON, of which `null` is some.
fn value_fields(descriptors: &FileDescriptorSet) -> BTreeSet<String> {
    let own = descriptors.file.iter().filter(|file| file.package().starts_with("modelwire."));
    let mut messages: Vec<&DescriptorProto> = own.flat_map(|file| &file.message_type).collect();
    let mut next = 0;
    while let Some(&message) = messages.get(next) {
        messages.extend(&message.nested_type);
        next += 1;
    }
    messages
        .iter()
        .filter(|message| !message.options.as_ref().is_some_and(|options| options.map_entry()))
        .flat_map(|message| &message.field)
        .filter(|field| field.type_name() == ".google.protobuf.Value")
        .filter(|field| field.label() != Label::Repeated)
        .map(|field| field.name().to_owned())
        .collect()
}

/// Has the JSON form take a `null` for a value of the field, where serde would take the field for
/// one that is not there.
fn keep_null(field: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut kept = false;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.to_string_lossy().ends_with(".serde.rs") {
            continue;
        }
        let read = format!(" {field}__ = map_.next_value()?;");
        let text = fs::read_to_string(&path)?;
        kept |= text.contains(&read);
        fs::write(&path, text.replace(&read, &format!(" {field}__ = Some(map_.next_value()?);")))?;
    }
    if kept { Ok(()) } else { Err(format!("the JSON form reads {field} in another way").into()) }
}
