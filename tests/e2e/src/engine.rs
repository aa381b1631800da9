//! Which browsers can be driven, and how is each of them started?

use std::env;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::Capabilities;
use xtask::chromium::{self, program};

use crate::site::Outcome;

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver, on a screen of its own (Xvfb).
    WebKit,
}

impl Engine {
    /// Chromium, and the others that the variable `ENGINES` names (like `firefox,webkit`).
    ///
    /// # Panics
    /// When it names one that does not exist: a test that silently skips what was asked for proves nothing.
    #[must_use]
    pub fn wanted() -> Vec<Engine> {
        let named = env::var("ENGINES").unwrap_or_default();
        let others = named.split(',').filter(|name| !name.is_empty()).map(|name| match name {
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            _ => panic!("ENGINES names `{name}`; there are firefox and webkit"),
        });
        std::iter::once(Engine::Chromium).chain(others).collect()
    }

    /// The driver, to be told a port.
    fn driver(self, port: u16) -> Outcome<Command> {
        let found = |program: Option<PathBuf>, name: &str| program.ok_or(format!("{name} is missing"));
        let mut command = match self {
            Engine::Chromium => {
                Command::new(found(chromium::driver(), "chromedriver (Debian's chromium-driver)")?)
            }
            Engine::Firefox => Command::new(found(program("geckodriver"), "geckodriver")?),
            Engine::WebKit => {
                found(program("WebKitWebDriver"), "WebKitWebDriver (Debian's webkit2gtk-driver)")?;
                let mut command = Command::new(found(program("xvfb-run"), "xvfb-run (Debian's xvfb)")?);
                command.args(["--auto-servernum", "WebKitWebDriver"]);
                command
            }
        };
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command)
    }

    /// What a session of it is asked for.
    ///
    /// # Errors
    /// When the wishes of `webdriver.json` are malformed.
    pub(crate) fn wishes(self) -> Outcome<Capabilities> {
        let mut wishes: Capabilities = serde_json::from_str(include_str!("../../../webdriver.json"))?;
        match self {
            // The same as in the browser tests; the log is for `Page::complaints`.
            Engine::Chromium => wishes.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?,
            Engine::Firefox => {
                wishes = serde_json::from_value(json!({
                    "moz:firefoxOptions": { "args": ["-headless"] },
                }))?;
            }
            Engine::WebKit => {
                let browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
                wishes = serde_json::from_value(json!({
                    "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
                }))?;
            }
        }
        Ok(wishes)
    }
}

/// A running driver. Dropping it ends it.
pub(crate) struct Driver {
    process: Child,
    pub address: String,
}

impl Driver {
    pub fn start(engine: Engine) -> Outcome<Self> {
        // Free a moment ago; that somebody else takes it meanwhile is unlikely, and then the test says so.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let process = engine.driver(port)?.spawn()?;
        let driver = Driver { process, address: format!("http://127.0.0.1:{port}") };
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begin.elapsed() > PATIENCE {
                return Err(format!("the driver of {engine:?} does not listen after {PATIENCE:?}").into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browsers have quit by now; it keeps nothing that an abrupt end could lose.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
