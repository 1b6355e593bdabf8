use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Weak;

use ring::digest::{Context, Digest, SHA256, digest};

use crate::registry::v1::{InlineFile, InlinePackage};

/// No larger ones are faster, and gRPC's own limit for a message is 4 MiB.
pub(crate) const CHUNK_BYTES: usize = 1024 * 1024;

/// What people's machines leave in a folder and no model needs.
const LEFT_OUT: [&str; 2] = [".DS_Store", "__pycache__"];

/// A file of a package, with its digest.
#[derive(Clone, Debug)]
pub(crate) struct DigestedFile {
    /// Path within the package.
    pub path: String,
    pub file: PathBuf,
    pub size_bytes: u64,
    /// 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// Reads a directory into a package that a registration can carry: its files, sorted by path, each
/// with its SHA-256. `.DS_Store` and `__pycache__` are left out. Blocks while it reads.
///
/// What is larger than the server's message limit is for
/// [`Client::upload_package`](crate::Client::upload_package).
///
/// # Errors
/// Where something in the directory is neither file nor directory, as symbolic links are not, or
/// cannot be read.
pub fn read_package(directory: impl AsRef<Path>) -> Result<InlinePackage, PackageError> {
    let read = |(path, file): (String, PathBuf)| {
        let content = fs::read(&file).map_err(|error| PackageError::Read(file, error))?;
        let sha256 = Some(hexadecimal(&digest(&SHA256, &content)));
        Ok(InlineFile { path, content, sha256 })
    };
    let files = list_files(directory.as_ref())?.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(InlinePackage { files, model_description: None })
}

/// Reads the files of a directory for their digests, in constant memory, for as long as somebody
/// `waits`: a thread cannot be made to end, and the end of a runtime waits for it.
pub(crate) fn digest_files(
    directory: &Path,
    waits: &Weak<()>,
) -> Result<Vec<DigestedFile>, PackageError> {
    let digested = |(path, file): (String, PathBuf)| {
        let read = digest_file(&file, waits);
        let (size_bytes, sha256) = read.map_err(|error| PackageError::Read(file.clone(), error))?;
        Ok(DigestedFile { path, file, size_bytes, sha256 })
    };
    list_files(directory)?.into_iter().map(digested).collect()
}

fn digest_file(file: &Path, waits: &Weak<()>) -> io::Result<(u64, String)> {
    let mut reader = File::open(file)?;
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut hash = Context::new(&SHA256);
    let mut size_bytes = 0;
    loop {
        if waits.strong_count() == 0 {
            return Err(io::Error::other("nobody waits for it any more"));
        }
        let length = reader.read(&mut chunk)?;
        if length == 0 {
            return Ok((size_bytes, hexadecimal(&hash.finish())));
        }
        hash.update(&chunk[..length]);
        size_bytes += length as u64;
    }
}

/// Lists the files of a directory by their paths within it, sorted.
fn list_files(directory: &Path) -> Result<Vec<(String, PathBuf)>, PackageError> {
    let mut files = Vec::new();
    add_files(directory, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn add_files(
    folder: &Path,
    prefix: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), PackageError> {
    let unreadable = |error| PackageError::Read(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let file = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            return Err(PackageError::Name(file));
        };
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            add_files(&file, &format!("{path}/"), files)?;
        } else if kind.is_file() {
            files.push((path, file));
        } else {
            return Err(PackageError::NotAFile(file));
        }
    }
    Ok(())
}

fn hexadecimal(digest: &Digest) -> String {
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is wrong with the files of a package.
#[derive(Debug)]
#[non_exhaustive]
pub enum PackageError {
    /// A file or directory cannot be read.
    Read(PathBuf, io::Error),
    /// Something is neither file nor directory, as symbolic links are not.
    NotAFile(PathBuf),
    /// A name is not of Unicode.
    Name(PathBuf),
    /// A file is not as it was when its upload began.
    Changed(PathBuf),
}

impl fmt::Display for PackageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, what) = match self {
            Self::Read(path, _) => (path, "cannot be read"),
            Self::NotAFile(path) => (path, "must be a file or a directory"),
            Self::Name(path) => (path, "must have a name in UTF-8"),
            Self::Changed(path) => (path, "has changed since its upload began"),
        };
        write!(formatter, "{}: {what}", path.display())
    }
}

impl Error for PackageError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read(_, error) => Some(error),
            Self::NotAFile(_) | Self::Name(_) | Self::Changed(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::sync::Arc;
    use uuid::Uuid;

    /// A directory that is gone after the test.
    struct Directory(PathBuf);

    impl Directory {
        fn with(files: &[(&str, &str)]) -> Self {
            let path = env::temp_dir().join(format!("modelwire-{}", Uuid::new_v4()));
            for (name, content) in files {
                let file = path.join(name);
                fs::create_dir_all(file.parent().expect("it has one")).expect("it can be made");
                fs::write(file, content).expect("it can be written");
            }
            Self(path)
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).expect("it can be removed");
        }
    }

    #[test]
    fn a_directory_is_its_files_by_path_with_their_digests() {
        let directory = Directory::with(&[
            ("data/b.bin", "abc"),
            ("MLmodel", ""),
            ("data.txt", "x"),
            (".DS_Store", "x"),
            ("code/__pycache__/a.pyc", "x"),
        ]);
        let package = read_package(&directory.0).expect("it is one");
        let paths: Vec<_> = package.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["MLmodel", "data.txt", "data/b.bin"]);
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(package.files[2].sha256.as_deref(), Some(abc));

        let waits = Arc::new(());
        let digested =
            digest_files(&directory.0, &Arc::downgrade(&waits)).expect("they can be read");
        assert_eq!(digested[2].sha256, abc);
        assert_eq!(digested.iter().map(|file| file.size_bytes).collect::<Vec<_>>(), [0, 1, 3]);
    }

    #[test]
    fn nothing_is_read_that_nobody_waits_for() {
        let directory = Directory::with(&[("MLmodel", "x")]);
        let ended = digest_files(&directory.0, &Weak::new());
        assert!(matches!(ended, Err(PackageError::Read(_, _))));
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_is_refused() {
        let directory = Directory::with(&[("MLmodel", "")]);
        let link = directory.0.join("link");
        std::os::unix::fs::symlink("MLmodel", &link).expect("it can be made");
        let error = read_package(&directory.0).expect_err("there is a link");
        assert!(matches!(error, PackageError::NotAFile(path) if path == link));
    }

    #[test]
    fn a_directory_that_is_not_there_is_named() {
        let error = read_package("/no/such").expect_err("it is not there");
        assert_eq!(error.to_string(), "/no/such: cannot be read");
    }
}
