//! Location of a Chromium to test in. (How it is started without a screen stands in `webdriver.json`.)

use std::env;
use std::path::PathBuf;

/// The browser's program.
#[must_use]
pub fn browser() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| program(name))
}

/// The program that drives it: the one `CHROMEDRIVER` names, or the one on `PATH`.
#[must_use]
pub fn driver() -> Option<PathBuf> {
    env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| program("chromedriver"))
}

/// A program on `PATH`.
#[must_use]
pub fn program(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
        .find(|path| path.is_file())
}
