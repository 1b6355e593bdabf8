//! Makes the code of the client out of the contract:
//! `modelwire-generate <file descriptor set> <folder>`.
//!
//! The plugins of protoc for the same would have to be installed one by one, and the one for JSON
//! cannot be told to take names of enum values that it does not know, as those of a newer server.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use prost::Message;
use prost_types::FileDescriptorSet;

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
    generate_json(&descriptors, Path::new(folder))
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
