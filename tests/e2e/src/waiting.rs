//! Waiting for a condition: the only place of these tests that polls and sleeps.

use std::future::Future;
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::site::Outcome;

/// How long something may take to appear before a visitor would give up.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look whether it has.
const INTERVAL: Duration = Duration::from_millis(50);

/// What is the case now: what was waited for, or a description of what is there instead.
pub type Seen<T> = Result<T, String>;

/// Asks until it has been seen what is waited for, and gives that.
///
/// # Errors
/// When asking fails, or it is not seen in time: with what is there instead.
pub async fn until<T>(patience: Duration, mut ask: impl AsyncFnMut() -> Outcome<Seen<T>>) -> Outcome<T> {
    let begin = Instant::now();
    loop {
        let instead = match ask().await? {
            Ok(seen) => return Ok(seen),
            Err(instead) => instead,
        };
        if begin.elapsed() > patience {
            return Err(format!("after {patience:?} {instead}").into());
        }
        tokio::time::sleep(INTERVAL).await;
    }
}

/// Checks again and again, for all of this time, that something stays as it is.
///
/// # Errors
/// As soon as the check fails.
pub async fn throughout(time: Duration, mut check: impl AsyncFnMut() -> Outcome<()>) -> Outcome<()> {
    let begin = Instant::now();
    while begin.elapsed() < time {
        check().await?;
        tokio::time::sleep(INTERVAL).await;
    }
    check().await
}

/// Asks, as often as possible, until the answer is another one, and gives that.
///
/// # Errors
/// When asking fails, or the answer stays the same.
pub async fn until_changed<T: PartialEq>(from: T, mut ask: impl AsyncFnMut() -> Outcome<T>) -> Outcome<T> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        let now = ask().await?;
        if now != from {
            return Ok(now);
        }
    }
    Err(format!("nothing has changed after {PATIENCE:?}").into())
}

/// Asks until the answer has been the same for all of this time, and gives it.
///
/// # Errors
/// When asking fails, or the answer goes on changing.
pub async fn settled<T: PartialEq>(time: Duration, mut ask: impl AsyncFnMut() -> Outcome<T>) -> Outcome<T> {
    let begin = Instant::now();
    let (mut last, mut since) = (ask().await?, begin);
    while since.elapsed() < time {
        if begin.elapsed() > PATIENCE {
            return Err(format!("it still changes after {PATIENCE:?}").into());
        }
        tokio::time::sleep(INTERVAL).await;
        let now = ask().await?;
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
    Ok(last)
}

/// Lets time pass that is itself the subject: a period of measurement, an absence of the visitor.
pub fn pass(time: Duration) -> impl Future<Output = ()> {
    tokio::time::sleep(time)
}

/// Waits until a program listens on this port of this machine; whether it did in time.
pub(crate) fn until_listening(port: u16) -> bool {
    let begin = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if begin.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(INTERVAL);
    }
    true
}
