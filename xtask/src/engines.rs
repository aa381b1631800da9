//! Browser engines besides Chromium that the tests run in, and the locations of their programs.

use std::path::PathBuf;

use crate::cache;
use crate::chromium::program;

/// The geckodriver that `cargo xtask test --all-engines` builds: every Firefox since 128 understands it.
pub const GECKODRIVER: &str = "0.37.1";

/// An engine that need not be there.
pub struct Other {
    /// How it is called in the variable `ENGINES`.
    pub name: &'static str,
    /// Debian's packages of it.
    pub packages: &'static [&'static str],
    /// What those packages bring.
    programs: &'static [&'static str],
    /// The program that drives it, if it is here.
    pub driver: fn() -> Option<PathBuf>,
}

/// Gecko, as in Firefox.
pub const FIREFOX: Other =
    Other { name: "firefox", packages: &["firefox-esr"], programs: &["firefox"], driver: geckodriver };

/// `WebKit`, as in Safari; its `MiniBrowser` needs a screen, which Xvfb pretends to be.
pub const WEBKIT: Other = Other {
    name: "webkit",
    packages: &["webkit2gtk-driver", "xvfb"],
    programs: &["WebKitWebDriver", "Xvfb"],
    driver: || program("WebKitWebDriver"),
};

/// All of them.
pub const OTHERS: [Other; 2] = [FIREFOX, WEBKIT];

impl Other {
    /// Whether its packages are installed.
    #[must_use]
    pub fn installed(&self) -> bool {
        self.programs.iter().all(|name| program(name).is_some())
    }

    /// Whether it is installed and can be driven.
    #[must_use]
    pub fn ready(&self) -> bool {
        self.installed() && (self.driver)().is_some()
    }
}

/// The one that was built for this project, or else the one on `PATH`.
fn geckodriver() -> Option<PathBuf> {
    cache::folder("geckodriver", GECKODRIVER)
        .map(|home| home.join("bin/geckodriver"))
        .filter(|built| built.is_file())
        .or_else(|| program("geckodriver"))
}
