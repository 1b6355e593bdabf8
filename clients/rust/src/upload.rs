use std::error::Error;
use std::fmt;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::sleep;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;
use uuid::Uuid;

use crate::client::Client;
use crate::failure::Failure;
use crate::package::{DigestedFile, PackageError, digest_files};
use crate::registry::v1::{ErrorReason, GetUploadRequest, Upload, UploadStart};
use crate::retry::Retry;
use crate::upload_parts::{MissingFile, Parts, STALL, answer_while_moving, send_parts};

/// How many chunks wait to be sent.
const CHUNKS_AHEAD: usize = 2;

impl Client {
    /// Uploads the files of a directory, of any size, in constant memory. Its answer has the
    /// `upload_id` that a registration names in its `uploaded_package`.
    ///
    /// `start` is for what the upload is told besides; most leave it at its default. Without an
    /// `upload_id` it is given one. With that of an earlier call, which this process or another
    /// may have begun, only what is not stored yet is sent.
    ///
    /// Where the connection breaks, or the server cannot serve or is full, the upload goes on by
    /// itself with what is not stored yet, until it has got no further in as many attempts as
    /// [`Retry::default`] has. It is given up where nothing gets through for two minutes.
    ///
    /// `.DS_Store` and `__pycache__` are left out.
    ///
    /// # Errors
    /// What the last attempt said, or what is wrong with a file.
    pub async fn upload_package(
        &self,
        directory: impl AsRef<Path>,
        mut start: UploadStart,
    ) -> Result<Upload, UploadError> {
        if start.upload_id.is_empty() {
            start.upload_id = Uuid::new_v4().to_string();
        }
        let directory = directory.as_ref().to_owned();
        // Is gone with this call, however that ends.
        let waits = Arc::new(());
        let waiting = Arc::downgrade(&waits);
        let digesting = spawn_blocking(move || digest_files(&directory, &waiting)).await;
        let files = digesting.unwrap_or_else(|error| resume_unwind(error.into_panic()))?;
        let retry = Retry::default();
        let mut progress = Progress::default();
        loop {
            let status = match self.send_missing(&start, &files, &mut progress).await {
                Err(UploadError::Rpc(status)) => status,
                other => return other,
            };
            progress.fruitless += 1;
            let failure = Failure::from(&status);
            if !failure.is_transient() || progress.fruitless >= retry.max_attempts {
                return Err(status.into());
            }
            sleep(retry.delay(progress.fruitless, &failure)).await;
        }
    }

    /// Sends what the server does not have, in one call.
    async fn send_missing(
        &self,
        start: &UploadStart,
        files: &[DigestedFile],
        progress: &mut Progress,
    ) -> Result<Upload, UploadError> {
        let stored = self.find_upload(&start.upload_id).await?;
        progress.note(stored.as_ref());
        let missing = missing_files(files, stored.as_ref())?;
        let (sender, receiver) = mpsc::channel(CHUNKS_AHEAD);
        // Ends with this call, however that ends.
        let mut reading = JoinSet::new();
        let parts = Parts::new(sender);
        let taken = parts.taken();
        reading.spawn(send_parts(start.clone(), missing, parts));
        let mut registry = self.registry();
        let call = registry.upload_package(ReceiverStream::new(receiver));
        let answer = answer_while_moving(call, &taken, STALL).await;
        reading.abort_all();
        // What is wrong with a file has ended the call, which then says something of its own.
        if let Some(Ok(Err(error))) = reading.join_next().await {
            return Err(error.into());
        }
        let answer = answer.ok_or(UploadError::Stalled)??;
        Ok(answer.into_inner().upload.unwrap_or_default())
    }

    async fn find_upload(&self, upload_id: &str) -> Result<Option<Upload>, Status> {
        let request = GetUploadRequest { upload_id: upload_id.into() };
        match self.registry().get_upload(request).await {
            Ok(answer) => Ok(answer.into_inner().upload),
            Err(status) if Failure::from(&status).reason == ErrorReason::UploadNotFound => Ok(None),
            Err(status) => Err(status),
        }
    }
}

/// How far an upload has got.
#[derive(Default)]
struct Progress {
    stored_bytes: f64,
    /// How many attempts have failed since the server had more than before.
    fruitless: u32,
}

impl Progress {
    fn note(&mut self, stored: Option<&Upload>) {
        let files = stored.map(|upload| upload.files.as_slice()).unwrap_or_default();
        let stored_bytes = files.iter().map(|file| file.stored_bytes).sum();
        if stored_bytes > self.stored_bytes {
            *self = Self { stored_bytes, fruitless: 0 };
        }
    }
}

fn missing_files(
    files: &[DigestedFile],
    stored: Option<&Upload>,
) -> Result<Vec<MissingFile>, PackageError> {
    let known = stored.map(|upload| upload.files.as_slice()).unwrap_or_default();
    let mut missing = Vec::new();
    for file in files {
        let Some(there) = known.iter().find(|one| one.path == file.path) else {
            missing.push(MissingFile { file: file.clone(), offset_bytes: 0 });
            continue;
        };
        if there.sha256 != file.sha256 || there.size_bytes != file.size_bytes as f64 {
            return Err(PackageError::Changed(file.file.clone()));
        }
        if !there.complete {
            let offset_bytes = there.stored_bytes as u64;
            missing.push(MissingFile { file: file.clone(), offset_bytes });
        }
    }
    Ok(missing)
}

/// Why an upload has failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum UploadError {
    /// Something is wrong with a file.
    Package(PackageError),
    /// The server said so, or was not reached.
    Rpc(Status),
    /// Nothing has got through for two minutes.
    Stalled,
}

impl From<PackageError> for UploadError {
    fn from(error: PackageError) -> Self {
        Self::Package(error)
    }
}

impl From<Status> for UploadError {
    fn from(status: Status) -> Self {
        Self::Rpc(status)
    }
}

impl fmt::Display for UploadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Package(error) => error.fmt(formatter),
            Self::Rpc(status) => Failure::from(status).fmt(formatter),
            Self::Stalled => formatter.write_str("nothing has got through for two minutes"),
        }
    }
}

impl Error for UploadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Package(error) => error.source(),
            Self::Rpc(status) => Some(status),
            Self::Stalled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::v1::UploadedFile;

    fn local(path: &str, size_bytes: u64) -> DigestedFile {
        DigestedFile { path: path.into(), file: path.into(), size_bytes, sha256: "aa".into() }
    }

    fn stored(path: &str, stored_bytes: f64) -> UploadedFile {
        UploadedFile {
            path: path.into(),
            size_bytes: 10.0,
            sha256: "aa".into(),
            stored_bytes,
            complete: stored_bytes == 10.0,
        }
    }

    #[test]
    fn only_what_is_not_stored_is_sent() {
        let files = [local("a", 10), local("b", 10), local("c", 10)];
        let upload =
            Upload { files: vec![stored("a", 10.0), stored("b", 4.0)], ..Upload::default() };
        let missing = missing_files(&files, Some(&upload)).expect("nothing has changed");
        let rest: Vec<_> =
            missing.iter().map(|one| (one.file.path.as_str(), one.offset_bytes)).collect();
        assert_eq!(rest, [("b", 4), ("c", 0)]);
        assert_eq!(missing_files(&files, None).expect("nothing is there").len(), 3);
    }

    #[test]
    fn a_file_that_has_changed_is_refused() {
        let upload = Upload { files: vec![stored("a", 4.0)], ..Upload::default() };
        let error = missing_files(&[local("a", 11)], Some(&upload)).expect_err("it is longer");
        assert!(matches!(error, PackageError::Changed(_)));
    }

    #[test]
    fn attempts_are_counted_from_where_the_server_had_more() {
        let mut progress = Progress { fruitless: 3, ..Progress::default() };
        progress.note(None);
        assert_eq!(progress.fruitless, 3);
        let upload = Upload { files: vec![stored("a", 4.0)], ..Upload::default() };
        progress.note(Some(&upload));
        assert_eq!(progress.fruitless, 0);
        progress.fruitless = 2;
        progress.note(Some(&upload));
        assert_eq!(progress.fruitless, 2);
    }
}
