//! Local server of the built page, with its address printed.

use std::process::Command;
use std::time::Instant;

use xtask::static_host::StaticHost;

use crate::build::build;
use crate::project::dist;
use crate::step::{BuildStep, Failure};

/// Where the page is served unless `--port` says otherwise.
pub(crate) const PORT: u16 = 8080;

const SERVE: BuildStep =
    BuildStep::new("serve dist/", "choose another port with --port, for example --port 8081");

/// Builds what is out of date and serves it until Ctrl-C.
///
/// # Errors
/// When the build fails or the port is taken.
pub(crate) fn serve(port: u16, open: bool) -> Result<(), Failure> {
    let begin = Instant::now();
    // The port comes first, so that nobody waits minutes for a build only to learn that it is taken.
    let host = StaticHost::start(&dist(), "/", port).map_err(|error| SERVE.failure(error))?;
    build()?;
    println!(
        "normie descent is at {} ({:.1} s); Ctrl-C ends it",
        host.address(),
        begin.elapsed().as_secs_f32()
    );
    if open {
        let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        if Command::new(program).arg(host.address()).spawn().is_err() {
            println!("there is no {program} here: open the address yourself");
        }
    }
    host.wait();
    Ok(())
}
