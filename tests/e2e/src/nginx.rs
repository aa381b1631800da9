//! nginx as a static host, with the caching headers that hosts are known to send.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use xtask::chromium::program;

use crate::site::Outcome;
use crate::waiting::until_listening;

/// What a host says of how long its files may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// `Last-Modified` and nothing else, as stock nginx does: browsers guess.
    LastModified,
    /// Ten minutes for everything, as GitHub Pages says.
    MaxAge,
    /// Everything has to be asked for again.
    NoCache,
    /// Ten minutes for documents, while programs may not be kept.
    Documents,
}

/// What a host answers where there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// 404.
    NotFound,
    /// 200 with the page, as hosts of single-page apps do.
    ThePage,
}

/// A running nginx. Dropping it ends it.
pub struct Nginx {
    process: Mutex<Child>,
    folder: PathBuf,
    port: u16,
}

impl Nginx {
    /// Whether nginx takes part: where it is not installed it does not, unless the variable `NGINX` asks for it.
    #[must_use]
    pub fn takes_part() -> bool {
        let takes_part = program("nginx").is_some() || std::env::var_os("NGINX").is_some();
        if !takes_part {
            eprintln!("nginx is not here and takes no part");
        }
        takes_part
    }

    /// Serves `root` on a free port of 127.0.0.1. Its own files go to `folder`.
    ///
    /// # Errors
    /// When nginx is missing or does not listen in time.
    pub fn start(root: &Path, folder: &Path, caching: Caching, missing: Missing) -> Outcome<Self> {
        fs::create_dir_all(folder)?;
        // Free a moment ago; if somebody else takes it meanwhile, nginx says so and ends.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let configuration = folder.join("nginx.conf");
        fs::write(&configuration, configured(root, folder, port, caching, missing))?;
        let program = program("nginx").ok_or("nginx (Debian's nginx-light) is missing")?;
        let process = Command::new(program)
            .arg("-c")
            .arg(&configuration)
            .arg("-e")
            .arg(folder.join("error.log"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let nginx = Nginx { process: Mutex::new(process), folder: folder.to_path_buf(), port };
        if !until_listening(port) {
            let said = fs::read_to_string(folder.join("error.log")).unwrap_or_default();
            return Err(format!("nginx does not listen: {said}").into());
        }
        Ok(nginx)
    }

    /// Where `root` is served, ending in a slash.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The path and query of every request so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.join("access.log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// Ends it, open connections included.
    pub(crate) fn close(&self) {
        let mut process = self.process.lock().unwrap_or_else(PoisonError::into_inner);
        // A process that has ended already needs no end.
        let _ = process.kill();
        let _ = process.wait();
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.close();
    }
}

fn configured(root: &Path, folder: &Path, port: u16, caching: Caching, missing: Missing) -> String {
    let (root, folder) = (root.display(), folder.display());
    let headers = match caching {
        Caching::LastModified => "",
        Caching::MaxAge => "add_header Cache-Control max-age=600 always;",
        Caching::NoCache => "add_header Cache-Control no-cache always;",
        Caching::Documents => "add_header Cache-Control $kept always;",
    };
    let missing = match missing {
        Missing::NotFound => "=404",
        Missing::ThePage => "/index.html",
    };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .collect();
    // One process, so that its end is the end of all of it.
    format!(
        "daemon off; master_process off; pid {folder}/nginx.pid;
        events {{ worker_connections 256; }}
        http {{
            {temporary}
            types {{
                text/html html; text/css css; text/javascript js; application/wasm wasm; image/png png;
                image/svg+xml svg; application/manifest+json webmanifest;
            }}
            default_type application/octet-stream;
            map $uri $kept {{ ~\\.(js|wasm)$ no-store; default max-age=600; }}
            log_format asked '$request_uri';
            access_log {folder}/access.log asked;
            etag off;
            gzip on;
            gzip_types text/javascript application/wasm text/css image/svg+xml;
            server {{
                listen 127.0.0.1:{port};
                root {root};
                index index.html;
                {headers}
                location / {{ try_files $uri $uri/index.html {missing}; }}
            }}
        }}
        "
    )
}

/// An empty folder of its own below `target/tmp/`.
///
/// # Errors
/// When it cannot be made.
pub fn temporary_folder(name: &str) -> Outcome<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tmp");
    let folder = tests.join(format!("{name}-{}-{number}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
