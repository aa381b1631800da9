//! Releases of the page that differ from each other in every file, as a year of work on it would make them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use xtask::files::{copy_below, files_below};
use xtask::release;

use crate::site::Outcome;

/// The page before it is released, as the build left it.
#[must_use]
pub fn built_page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/page")
}

/// Makes the release with this number in `folder`; gives its version.
///
/// # Errors
/// When the page is not built, or a file cannot be written.
pub fn make(folder: &Path, number: u8) -> Outcome<String> {
    let page = folder.with_extension("page");
    if page.exists() {
        fs::remove_dir_all(&page)?;
    }
    copy_below(&built_page(), &page)?;
    for file in files_below(&page, &[])? {
        let mut bytes = fs::read(page.join(&file))?;
        match file.rsplit('.').next() {
            Some("js") => bytes.extend(format!("\n// {number}\n").bytes()),
            Some("css") => bytes.extend(format!("\n/* {number} */\n").bytes()),
            Some("html") => bytes.extend(format!("\n<!-- {number} -->\n").bytes()),
            // A custom section: its length, and its name of one letter.
            Some("wasm") => bytes.extend([0, 2, 1, b'a' + number]),
            _ => continue,
        }
        fs::write(page.join(&file), bytes)?;
    }
    let version = release::write(&page, folder)?;
    fs::remove_dir_all(page)?;
    Ok(version)
}

/// Puts a release where a host serves it, in place of what is there. All files are as old as those of every other
/// release: 30 days.
///
/// # Errors
/// When a file cannot be written.
pub fn deploy(release: &Path, served: &Path) -> Outcome<()> {
    if served.exists() {
        fs::remove_dir_all(served)?;
    }
    copy_below(release, served)?;
    age(served)
}

/// Makes every file 30 days old, to the second the same for all in one run of the tests.
///
/// # Errors
/// When a file cannot be changed.
pub fn age(folder: &Path) -> Outcome<()> {
    let month = Duration::from_secs(30 * 24 * 60 * 60);
    let whole_days = SystemTime::UNIX_EPOCH.elapsed()?.as_secs() / 86_400 * 86_400;
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(whole_days) - month;
    for file in files_below(folder, &[])? {
        File::options().write(true).open(folder.join(file))?.set_modified(then)?;
    }
    Ok(())
}
