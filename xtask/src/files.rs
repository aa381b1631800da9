//! Lists of files below a folder, and hashes of their content.

use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Every file below `folder`, as paths relative to it with forward slashes, in order; folders and files in `skipped`
/// are left out.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_below(folder: &Path, skipped: &[&str]) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(inside) = open.pop() {
        for entry in fs::read_dir(folder.join(&inside))? {
            let entry = entry?;
            let path = format!("{inside}{}", entry.file_name().to_string_lossy());
            if skipped.contains(&path.as_str()) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                open.push(format!("{path}/"));
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies every file below `from` to the same path below `to`; what is already there stays.
///
/// # Errors
/// When a file cannot be read or written.
pub fn copy_below(from: &Path, to: &Path) -> io::Result<()> {
    for file in files_below(from, &[])? {
        let copy = to.join(&file);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::copy(from.join(&file), copy)?;
    }
    Ok(())
}

/// A name for the names and content of these files: the first 16 hexadecimal digits of their SHA-256.
///
/// # Errors
/// When one of them cannot be read.
pub fn hash_of(folder: &Path, files: &[String]) -> io::Result<String> {
    let mut hasher = Sha256::new();
    for file in files {
        let bytes = fs::read(folder.join(file))?;
        // With the lengths, so that no two lists of files give the same stream of bytes.
        for part in [file.as_bytes(), &bytes[..]] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    Ok(hexadecimal(&hasher.finalize()[..8]))
}

/// The SHA-256 of a file's content in 64 hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_folders_are_not_entered() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = files_below(&project, &[".git", "target", "dist"]).expect("the project can be read");
        assert!(files.contains(&"xtask/src/files.rs".to_owned()));
        assert!(!files.iter().any(|file| file.starts_with("target/")));
    }

    #[test]
    fn the_hash_follows_content_and_names() {
        let folder = std::env::temp_dir().join(format!("normie-descent-hash-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("there is room for temporary files");
        let write =
            |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file can be written");
        let hash = |name: &str| hash_of(&folder, &[name.to_owned()]).expect("the file is there");
        write("a", "one");
        write("b", "one");
        let first = hash("a");
        assert_eq!(first, hash("a"));
        assert_ne!(first, hash("b"), "the name counts");
        write("a", "two");
        assert_ne!(first, hash("a"), "the content counts");
        fs::remove_dir_all(folder).expect("it was made here");
    }

    #[test]
    fn a_digest_is_the_one_that_browsers_compute() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
