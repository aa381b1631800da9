//! Frames of the page, its answers to a finger, and what the largest world takes.
//!
//! Prints how long the landing's dot takes to follow a pointer; medians and the longest task of the page's own thread
//! while 10 000 people play in the lab; then the speed and the memory of 20 000 people with 2 048 beliefs. Ends with an
//! error where a bar is missed.

use std::fs;
use std::time::Duration;

use e2e::waiting::pass;
use e2e::{Outcome, Page, Screen, visit};

/// Milliseconds between two frames, the median; and the longest task.
const FRAME: f64 = 20.0;
const TASK: f64 = 50.0;
/// Milliseconds until a dragged dot is where the pointer is, at most.
const DRAG: f64 = 100.0;
/// Mebibytes of the page's process.
const MEMORY: u64 = 1_024;

const MEASURE: &str = "const frames = []; const tasks = [0]; let last = 0;
    new PerformanceObserver(list => list.getEntries().forEach(task => tasks.push(task.duration))).observe({ entryTypes: ['longtask'] });
    const next = now => { if (last) frames.push(now - last); last = now; requestAnimationFrame(next); };
    requestAnimationFrame(next); window.measured = { frames, tasks };";

const READ: &str = "const { frames, tasks } = window.measured; const sorted = frames.slice().sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.95)], Math.max(...tasks), frames.length];";

fn main() {
    visit("frames", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        let mut missed = Vec::new();
        let [median, longest] = page.drag_the_dot().await?;
        println!(
            "landing, from pointermove to the painted dot: median {median:.1} ms, longest of forty {longest:.1} ms"
        );
        if longest > DRAG {
            missed.push(format!("a drag should be answered within {DRAG} ms"));
        }
        let [median, most, longest, frames, days] =
            played(&page, "#s1.seed=42&feed=1&dims=64&people=10000", 10).await?;
        println!(
            "lab, 10000 people x 64: median frame {median:.1} ms, 95 % below {most:.1} ms, longest task {longest:.0} ms, {days:.0} days in {frames:.0} frames"
        );
        if median > FRAME || longest > TASK {
            missed.push(format!("a frame should take {FRAME} ms, no task more than {TASK} ms"));
        }
        let [.., days] = played(&page, "#s1.seed=42&feed=1&dims=2048&people=20000", 20).await?;
        let mib = largest_renderer()?;
        println!("lab, 20000 people x 2048: {:.2} days a second, {mib} MiB", days / 20.0);
        if mib > MEMORY || days < 1.0 {
            missed.push(format!("20000 x 2048 should live within {MEMORY} MiB"));
        }
        if missed.is_empty() { Ok(()) } else { Err(missed.join("; ").into()) }
    });
}

/// Opens a world, plays it as fast as it goes for so many seconds, and says what [`READ`] says, and the day.
async fn played(page: &Page, link: &str, seconds: u64) -> Outcome<[f64; 5]> {
    page.open(link).await?;
    page.lab().world().await?;
    page.lab().hurry().await?;
    page.lab().stage_box().runs("element.scrollIntoView()").await?;
    page.lab().press_play().await?;
    page.asks(MEASURE).await?;
    pass(Duration::from_secs(seconds)).await;
    let read = page.asks(READ).await?;
    let number = |at: usize| read[at].as_f64().ok_or_else(|| format!("no number {at} in {read}"));
    let day = f64::from(page.lab().day().await?);
    Ok([number(0)?, number(1)?, number(2)?, number(3)?, day])
}

/// Resident mebibytes of the largest page process below this one: its thread of the engine lives there, too.
fn largest_renderer() -> Outcome<u64> {
    let mut most = 0;
    for entry in fs::read_dir("/proc")? {
        let path = entry?.path();
        // Processes come and go while one looks.
        let Ok(command) = fs::read_to_string(path.join("cmdline")) else { continue };
        let Ok(status) = fs::read_to_string(path.join("status")) else { continue };
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse::<u64>().ok()
        };
        let pid = path.file_name().and_then(|name| name.to_str()?.parse::<u64>().ok());
        if command.contains("--type=renderer") && pid.is_some_and(descends_from_here) {
            most = most.max(field("VmRSS:").unwrap_or(0) / 1024);
        }
    }
    if most == 0 { Err("no page process can be seen".into()) } else { Ok(most) }
}

/// Whether this process, or whoever started it, was started by us.
fn descends_from_here(mut pid: u64) -> bool {
    while pid > 1 {
        if pid == u64::from(std::process::id()) {
            return true;
        }
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse().ok());
        pid = parent.unwrap_or(0);
    }
    false
}
