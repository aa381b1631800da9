//! How is a folder served the way any static host would serve it?

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use thiserror::Error;
use tiny_http::{Header, Method, Request, Response, Server};

/// A running static host. Dropping it ends it.
pub struct StaticHost {
    server: Arc<Server>,
    threads: Vec<JoinHandle<()>>,
    requests: Arc<Mutex<Vec<String>>>,
    address: String,
}

/// Why a host could not be started.
#[derive(Debug, Error)]
pub enum StartError {
    /// Somebody else listens on that port.
    #[error("port {0} is already taken by another program")]
    PortTaken(u16),
    /// The system refused for another reason.
    #[error("cannot listen on port {port}: {reason}")]
    Refused {
        /// The port asked for.
        port: u16,
        /// What the system said.
        reason: String,
    },
}

/// Requests are small and local: a few threads keep one slow reader from holding up the rest.
const THREADS: usize = 4;

impl StaticHost {
    /// Serves `folder` on 127.0.0.1 below `prefix` (`"/"`, or a sub-path such as `"/some/where/"`).
    ///
    /// Port 0 takes any free port; [`StaticHost::address`] names it.
    ///
    /// # Errors
    /// When the port is taken or the system refuses to listen.
    pub fn start(folder: &Path, prefix: &'static str, port: u16) -> Result<Self, StartError> {
        let server = Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .map_err(|reason| refusal(port, reason.as_ref()))?;
        let server = Arc::new(server);
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let threads = (0..THREADS)
            .map(|_| {
                let (server, requests, folder) =
                    (Arc::clone(&server), Arc::clone(&requests), folder.to_path_buf());
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        if let Ok(mut requests) = requests.lock() {
                            requests.push(request.url().to_owned());
                        }
                        answer(request, &folder, prefix);
                    }
                })
            })
            .collect();
        Ok(StaticHost { server, threads, requests, address: format!("http://127.0.0.1:{port}{prefix}") })
    }

    /// Where the folder's `index.html` is, ending in a slash.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The path and query of every request so far, in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|requests| requests.clone()).unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Drop for StaticHost {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn refusal(port: u16, reason: &(dyn std::error::Error + 'static)) -> StartError {
    match reason.downcast_ref::<io::Error>() {
        Some(error) if error.kind() == io::ErrorKind::AddrInUse => StartError::PortTaken(port),
        _ => StartError::Refused { port, reason: reason.to_string() },
    }
}

fn answer(request: Request, folder: &Path, prefix: &str) {
    let url = request.url().to_owned();
    // The visitor may leave in the middle of an answer; that is no concern of the others.
    let _ = match request.method() {
        Method::Get | Method::Head => {
            match file_for(&url, prefix, folder).and_then(|file| Some((fs::read(&file).ok()?, file))) {
                Some((bytes, file)) => request.respond(
                    Response::from_data(bytes)
                        .with_header(header("Content-Type", content_type(&file)))
                        .with_header(header("Cache-Control", cache_control(&url))),
                ),
                None => request.respond(Response::from_string("nothing here").with_status_code(404)),
            }
        }
        _ => request.respond(Response::from_string("only GET and HEAD").with_status_code(405)),
    };
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header names and values here are plain ASCII constants")
}

/// The file a URL means: below the prefix, never outside the folder; a folder means its `index.html`.
fn file_for(url: &str, prefix: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let inside = percent_decoded(path)?;
    let inside = inside.strip_prefix(prefix)?;
    let mut file = folder.to_path_buf();
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let code = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(code).expect("two hexadecimal digits are one byte"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// What names its version never changes; everything else is asked for again.
fn cache_control(url: &str) -> &'static str {
    let hashed = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let versioned = url.contains("?v=") || url.split(['-', '_', '.']).any(hashed);
    if versioned { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        let found = file_for(url, "/some/where/", Path::new("dist"));
        assert_eq!(found, expected.map(PathBuf::from), "{url}");
    }

    #[test]
    fn a_url_means_a_file_below_the_prefix_and_nothing_else() {
        check("/some/where/page.js", Some("dist/page.js"));
        check("/some/where/worker.js?v=1f#x", Some("dist/worker.js"));
        check("/some/where/p/80/a%20b.png", Some("dist/p/80/a b.png"));
        check("/page.js", None);
        check("/some/where/../../etc/passwd", None);
        check("/some/where/%2e%2e/secret", None);
        check("/some/where/broken%2", None);
    }

    #[test]
    fn a_taken_port_is_named() {
        let first = StaticHost::start(Path::new("."), "/", 0).expect("a free port");
        let port = first.server.server_addr().to_ip().expect("an IP address").port();
        let second = StaticHost::start(Path::new("."), "/", port).err().expect("the port is taken");
        assert_eq!(second.to_string(), format!("port {port} is already taken by another program"));
    }

    #[test]
    fn only_what_names_its_version_may_be_kept() {
        for url in
            ["/worker.js?v=7590d5b6f4657002", "/page-5095e1ff325d2d91_bg.wasm", "/base-5095e1ff325d2d91.css"]
        {
            assert!(cache_control(url).contains("immutable"), "{url}");
        }
        for url in ["/", "/index.html", "/worker.js", "/og-card-of-the-page.png"] {
            assert_eq!(cache_control(url), "no-cache", "{url}");
        }
    }

    #[test]
    fn wasm_has_the_type_browsers_stream() {
        assert_eq!(content_type(Path::new("a/page_bg.wasm")), "application/wasm");
    }
}
