//! Browsers that can be driven, and how each of them is started.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use thirtyfour::Capabilities;
use xtask::chromium::{self, program};
use xtask::engines::{FIREFOX, Other, WEBKIT};

use crate::site::Outcome;
use crate::waiting::until_listening;

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` by `WebKitWebDriver`, on a screen of its own (Xvfb).
    WebKit,
}

impl Engine {
    /// Chromium, and the others: those that the variable `ENGINES` names (like `firefox,webkit`, or nobody), or else those
    /// that are installed.
    ///
    /// # Panics
    /// When it names one that does not exist: a test that silently skips what was asked for proves nothing.
    #[must_use]
    pub fn wanted() -> Vec<Engine> {
        let others = [(Engine::Firefox, FIREFOX), (Engine::WebKit, WEBKIT)];
        let named = env::var("ENGINES").ok();
        let names: Vec<&str> =
            named.iter().flat_map(|named| named.split(',')).filter(|name| !name.is_empty()).collect();
        let unknown = names.iter().find(|name| !others.iter().any(|(_, other)| other.name == **name));
        assert_eq!(unknown, None, "ENGINES names it; there are firefox and webkit");
        let takes_part =
            |other: &Other| if named.is_some() { names.contains(&other.name) } else { other.ready() };
        let present = others.iter().filter(|(_, other)| takes_part(other)).map(|(engine, _)| *engine);
        std::iter::once(Engine::Chromium).chain(present).collect()
    }

    /// The program that drives it.
    fn driver(self) -> Outcome<PathBuf> {
        match self {
            Engine::Chromium => {
                chromium::driver().ok_or("chromedriver (Debian's chromium-driver) is missing".into())
            }
            Engine::Firefox => (FIREFOX.driver)().ok_or("geckodriver is missing".into()),
            Engine::WebKit => {
                (WEBKIT.driver)().ok_or("WebKitWebDriver (Debian's webkit2gtk-driver) is missing".into())
            }
        }
    }

    /// What a session of it is asked for. Chromium gets `more`: `args` for its command line, `prefs` of its profile.
    ///
    /// # Errors
    /// When the wishes of `webdriver.json` are malformed.
    pub(crate) fn wishes(self, more: &Value) -> Outcome<Capabilities> {
        let wishes = match self {
            Engine::Chromium => {
                // The same as in the browser tests; the log is for `Page::complaints`.
                let mut wishes: Value = serde_json::from_str(include_str!("../../../webdriver.json"))?;
                let given = &mut wishes["goog:chromeOptions"];
                let args = given["args"].as_array_mut().ok_or("webdriver.json has no args")?;
                args.extend(more["args"].as_array().into_iter().flatten().cloned());
                if more["prefs"].is_object() {
                    given["prefs"] = more["prefs"].clone();
                }
                wishes["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                wishes
            }
            Engine::Firefox => json!({ "moz:firefoxOptions": { "args": ["-headless"] } }),
            // Its driver knows where its browser is.
            Engine::WebKit => json!({}),
        };
        Ok(serde_json::from_value(wishes)?)
    }
}

/// A running driver, with a screen of its own where its browser needs one. Dropping it ends both.
pub(crate) struct Driver {
    process: Child,
    screen: Option<Child>,
    pub address: String,
}

impl Driver {
    pub(crate) fn start(engine: Engine) -> Outcome<Self> {
        // Free a moment ago; that somebody else takes it meanwhile is unlikely, and then the test says so.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new(engine.driver()?);
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let mut screen = None;
        if engine == Engine::WebKit {
            let (process, number) = screen_of_its_own()?;
            screen = Some(process);
            command.env("DISPLAY", format!(":{number}"));
        }
        let process = command.spawn()?;
        let driver = Driver { process, screen, address: format!("http://127.0.0.1:{port}") };
        if until_listening(port) {
            Ok(driver)
        } else {
            Err(format!("the driver of {engine:?} does not listen").into())
        }
    }
}

/// A screen that nobody sees, large enough for every window here; and its number.
fn screen_of_its_own() -> Outcome<(Child, u32)> {
    let program = program("Xvfb").ok_or("Xvfb (Debian's xvfb) is missing")?;
    let mut screen = Command::new(program)
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    // It says its number once it is there.
    let mut number = String::new();
    if let Some(said) = screen.stdout.take() {
        BufReader::new(said).read_line(&mut number)?;
    }
    Ok((screen, number.trim().parse()?))
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browsers have quit by now; it keeps nothing that an abrupt end could lose.
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
