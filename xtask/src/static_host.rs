//! A static host on this machine that serves a folder as any host on the web would.
//!
//! By hand, because it has to end open connections without an answer, as a network that is gone does: `tiny_http` answers
//! a request that is dropped with 500 and gives nobody its sockets.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use flate2::Compression;
use flate2::write::GzEncoder;
use thiserror::Error;

use crate::addresses::{cache_control, content_type, file_for};
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
    packing: AtomicBool,
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
            packing: AtomicBool::new(false),
            requests: Mutex::default(),
            closing: AtomicBool::new(false),
        });
        let shared = Arc::clone(&site);
        let listening = Some(thread::spawn(move || listen(&listener, &shared)));
        Ok(StaticHost { address, site, listening })
    }

    /// Packs what it sends with gzip from now on, as most hosts on the web do.
    #[must_use]
    pub fn packing(self) -> Self {
        self.site.packing.store(true, Ordering::SeqCst);
        self
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
        // Of the headers a plain static host heeds one; an empty line ends them.
        let mut packed = false;
        while let Some(header) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
            let header = header.to_ascii_lowercase();
            packed |= site.packing.load(Ordering::SeqCst)
                && header.starts_with("accept-encoding:")
                && header.contains("gzip");
        }
        let mut words = first.split(' ');
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if let Ok(mut requests) = site.requests.lock() {
            requests.push(url.to_owned());
        }
        let (status, kind, body) = match method {
            "GET" | "HEAD" => found(url, site),
            _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"only GET and HEAD".to_vec()),
        };
        let (body, encoding) = if packed { (pack(&body)?, "Content-Encoding: gzip\r\n") } else { (body, "") };
        let length = body.len();
        let cache = if status.starts_with("200") { cache_control(url) } else { "no-cache" };
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{encoding}Cache-Control: {cache}\r\n"
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

fn pack(body: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::new(6));
    packer.write_all(body)?;
    packer.finish()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named() {
        let first = StaticHost::start(Path::new("."), "/", 0).expect("a free port");
        let port = first.address.port();
        let second = StaticHost::start(Path::new("."), "/", port).err().expect("the port is taken");
        assert_eq!(second.to_string(), format!("port {port} is already taken by another program"));
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
    fn only_who_asks_for_it_gets_it_packed_and_only_from_a_host_that_packs() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let plain = StaticHost::start(folder, "/", 0).expect("a free port");
        let packing = StaticHost::start(folder, "/", 0).expect("a free port").packing();
        for (host, asks, expected) in
            [(&plain, true, false), (&packing, false, false), (&packing, true, true)]
        {
            let mut connection = TcpStream::connect(host.address).expect("the host listens");
            let header = if asks { "Accept-Encoding: br, gzip\r\n" } else { "" };
            let question = format!("HEAD /Cargo.toml HTTP/1.1\r\n{header}\r\n");
            connection.write_all(question.as_bytes()).expect("the host reads");
            let lines = BufReader::new(connection).lines().map_while(Result::ok);
            let answer: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            assert_eq!(answer.contains(&"Content-Encoding: gzip".to_owned()), expected, "{answer:?}");
        }
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
}
