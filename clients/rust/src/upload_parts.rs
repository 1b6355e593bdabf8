use std::io::{ErrorKind, SeekFrom};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio::sync::mpsc::Sender;
use tokio::time::timeout;

use crate::package::{CHUNK_BYTES, DigestedFile, PackageError};
use crate::registry::v1::upload_package_request::Part;
use crate::registry::v1::{UploadFile, UploadPackageRequest, UploadStart};

/// How long nothing may get through before an upload is given up.
pub(crate) const STALL: Duration = Duration::from_secs(120);

/// A file that is to be sent, and from where.
#[derive(Debug)]
pub(crate) struct MissingFile {
    pub file: DigestedFile,
    pub offset_bytes: u64,
}

/// Where the parts of a call go, which takes them as fast as they get through.
pub(crate) struct Parts {
    sender: Sender<UploadPackageRequest>,
    taken: Arc<AtomicUsize>,
}

impl Parts {
    pub fn new(sender: Sender<UploadPackageRequest>) -> Self {
        Self { sender, taken: Arc::default() }
    }

    /// Gives what counts the parts that were taken.
    pub fn taken(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.taken)
    }

    /// Tells whether the part was taken: where the call has ended, none is any more.
    async fn hand_over(&self, part: Part) -> bool {
        let is_taken = self.sender.send(UploadPackageRequest { part: Some(part) }).await.is_ok();
        self.taken.fetch_add(1, Ordering::Relaxed);
        is_taken
    }
}

/// Waits for the answer to a call for as long as parts are taken: `None` where none was for a time.
pub(crate) async fn answer_while_moving<T>(
    call: impl Future<Output = T>,
    taken: &AtomicUsize,
    stall: Duration,
) -> Option<T> {
    let mut call = pin!(call);
    let mut before = 0;
    loop {
        if let Ok(answer) = timeout(stall, &mut call).await {
            return Some(answer);
        }
        let now = taken.load(Ordering::Relaxed);
        if now == before {
            return None;
        }
        before = now;
    }
}

/// Hands over the parts of a call, or as many as are taken.
pub(crate) async fn send_parts(
    start: UploadStart,
    missing: Vec<MissingFile>,
    parts: Parts,
) -> Result<(), PackageError> {
    if !parts.hand_over(Part::Start(start)).await {
        return Ok(());
    }
    for MissingFile { file, offset_bytes } in missing {
        let announced = Part::File(UploadFile {
            path: file.path.clone(),
            size_bytes: file.size_bytes as f64,
            sha256: file.sha256.clone(),
            offset_bytes: Some(offset_bytes as f64),
        });
        if !parts.hand_over(announced).await || !send_chunks(&file, offset_bytes, &parts).await? {
            break;
        }
    }
    Ok(())
}

async fn send_chunks(
    file: &DigestedFile,
    offset_bytes: u64,
    parts: &Parts,
) -> Result<bool, PackageError> {
    let wrong = |error: std::io::Error| match error.kind() {
        ErrorKind::UnexpectedEof => PackageError::Changed(file.file.clone()),
        _ => PackageError::Read(file.file.clone(), error),
    };
    let mut reader = File::open(&file.file).await.map_err(wrong)?;
    reader.seek(SeekFrom::Start(offset_bytes)).await.map_err(wrong)?;
    let mut left = file.size_bytes.saturating_sub(offset_bytes);
    while left > 0 {
        let length = left.min(CHUNK_BYTES as u64);
        let mut chunk = vec![0; length as usize];
        reader.read_exact(&mut chunk).await.map_err(wrong)?;
        if !parts.hand_over(Part::Chunk(chunk)).await {
            return Ok(false);
        }
        left -= length;
    }
    match reader.read(&mut [0]).await.map_err(wrong)? {
        0 => Ok(true),
        _ => Err(PackageError::Changed(file.file.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future;
    use tokio::time::sleep;

    const SHORT: Duration = Duration::from_millis(20);

    #[tokio::test]
    async fn a_call_is_waited_for_while_it_moves() {
        let taken = AtomicUsize::new(0);
        let call = async {
            for _ in 0..20 {
                taken.fetch_add(1, Ordering::Relaxed);
                sleep(SHORT / 4).await;
            }
            "done"
        };
        assert_eq!(answer_while_moving(call, &taken, SHORT).await, Some("done"));
    }

    #[tokio::test]
    async fn a_call_that_stands_still_is_given_up() {
        let taken = AtomicUsize::new(7);
        assert_eq!(answer_while_moving(future::pending::<()>(), &taken, SHORT).await, None);
    }
}
