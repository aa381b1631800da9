//! How is a folder served the way any static host would serve it?

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use thiserror::Error;

use crate::headers::Headers;

/// A running static host. Dropping it ends it.
pub struct StaticHost {
    address: SocketAddr,
    site: Arc<Site>,
    listening: Option<JoinHandle<()>>,
}

/// What the connections share.
struct Site {
    folder: PathBuf,
    prefix: &'static str,
    headers: Headers,
    requests: Mutex<Vec<String>>,
    closing: AtomicBool,
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
        reason: io::Error,
    },
}

impl StaticHost {
    /// Serves `folder` on 127.0.0.1 below `prefix` (`"/"`, or a sub-path such as `"/some/where/"`).
    ///
    /// Port 0 takes any free port; [`StaticHost::address`] names it.
    ///
    /// # Errors
    /// When the port is taken or the system refuses to listen.
    pub fn start(folder: &Path, prefix: &'static str, port: u16) -> Result<Self, StartError> {
        StaticHost::start_with(folder, prefix, port, Headers::default())
    }

    /// The same for a host that sends headers of its own.
    ///
    /// # Errors
    /// When the port is taken or the system refuses to listen.
    pub fn start_with(
        folder: &Path,
        prefix: &'static str,
        port: u16,
        headers: Headers,
    ) -> Result<Self, StartError> {
        let refused = |reason: io::Error| match reason.kind() {
            io::ErrorKind::AddrInUse => StartError::PortTaken(port),
            _ => StartError::Refused { port, reason },
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let site = Arc::new(Site {
            folder: folder.to_path_buf(),
            prefix,
            headers,
            requests: Mutex::default(),
            closing: AtomicBool::new(false),
        });
        let shared = Arc::clone(&site);
        let listening = Some(thread::spawn(move || listen(&listener, &shared)));
        Ok(StaticHost { address, site, listening })
    }

    /// Where the folder's `index.html` is, ending in a slash.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.site.prefix)
    }

    /// The path and query of every request so far, in order of arrival.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site.requests.lock().map(|requests| requests.clone()).unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl StaticHost {
    /// Answers nobody any more, on open connections neither.
    pub fn close(&self) {
        self.site.closing.store(true, Ordering::SeqCst);
        // The listener looks up only when somebody knocks; if it is gone already, all the better.
        let _ = TcpStream::connect(self.address);
    }
}

impl Drop for StaticHost {
    fn drop(&mut self) {
        let Some(listening) = self.listening.take() else { return };
        self.close();
        let _ = listening.join();
    }
}

/// Gives every connection a thread of its own, which lasts as long as the browser keeps the connection.
fn listen(listener: &TcpListener, site: &Arc<Site>) {
    for connection in listener.incoming() {
        if site.closing.load(Ordering::SeqCst) {
            return;
        }
        let site = Arc::clone(site);
        if let Ok(connection) = connection {
            // The visitor may leave in the middle of an answer; that is no concern of the others.
            thread::spawn(move || converse(&connection, &site).ok());
        }
    }
}

/// Answers one request after the other until the browser hangs up.
fn converse(connection: &TcpStream, site: &Site) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut lines = BufReader::new(connection).lines();
    while let Some(first) = lines.next() {
        let first = first?;
        if site.closing.load(Ordering::SeqCst) {
            return Ok(());
        }
        // The headers say nothing that a plain static host would heed; an empty line ends them.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let mut words = first.split(' ');
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if let Ok(mut requests) = site.requests.lock() {
            requests.push(url.to_owned());
        }
        let (status, kind, body) = match method {
            "GET" | "HEAD" => found(url, site),
            _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"only GET and HEAD".to_vec()),
        };
        let length = body.len();
        let cache = if status.starts_with("200") { cache_control(url) } else { "no-cache" };
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: {cache}\r\n"
        );
        // How long a file is kept, this host decides for itself.
        let path = format!("/{}", url.strip_prefix(site.prefix).unwrap_or_default());
        let more = site.headers.of(path.split('?').next().unwrap_or_default());
        for (name, value) in more.filter(|(name, _)| *name != "Cache-Control") {
            answer.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut answer = format!("{answer}\r\n").into_bytes();
        if method != "HEAD" {
            answer.extend(body);
        }
        (&*connection).write_all(&answer)?;
        if status.starts_with("405") {
            // What else comes with it is of no interest.
            return Ok(());
        }
    }
    Ok(())
}

/// Status, content type and content of what a URL means.
fn found(url: &str, site: &Site) -> (&'static str, &'static str, Vec<u8>) {
    let file = file_for(url, site.prefix, &site.folder);
    match file.and_then(|file| Some((fs::read(&file).ok()?, content_type(&file)))) {
        Some((bytes, kind)) => ("200 OK", kind, bytes),
        None => match fs::read(site.folder.join("404.html")) {
            Ok(page) => ("404 Not Found", "text/html; charset=utf-8", page),
            Err(_) => ("404 Not Found", "text/plain; charset=utf-8", b"nothing here".to_vec()),
        },
    }
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
        let port = first.address.port();
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
    fn many_connections_are_answered_at_once_and_kept() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let host = StaticHost::start(folder, "/here/", 0).expect("a free port");
        let mut open: Vec<_> =
            (0..20).map(|_| TcpStream::connect(host.address).expect("the host listens")).collect();
        for round in 1..=2 {
            for connection in &mut open {
                connection.write_all(b"HEAD /here/Cargo.toml HTTP/1.1\r\n\r\n").expect("the host reads");
                let mut line = String::new();
                BufReader::new(connection).read_line(&mut line).expect("the host answers");
                assert_eq!(line, "HTTP/1.1 200 OK\r\n", "round {round}");
            }
        }
        assert_eq!(host.requests().len(), 40);
    }

    #[test]
    fn a_closed_host_answers_on_no_connection() {
        let host = StaticHost::start(Path::new(env!("CARGO_MANIFEST_DIR")), "/", 0).expect("a free port");
        let mut open = TcpStream::connect(host.address).expect("the host listens");
        host.close();
        // The connection ends, or is reset if it was never accepted: either way without an answer.
        let _ = open.write_all(b"HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        let mut answer = String::new();
        let _ = BufReader::new(open).read_line(&mut answer);
        assert_eq!(answer, "");
    }

    #[test]
    fn wasm_has_the_type_browsers_stream() {
        assert_eq!(content_type(Path::new("a/page_bg.wasm")), "application/wasm");
    }
}
