//! Ratios of measurements.

use crate::bench::line::Measurement;

/// What we promise of a comparison with somebody: at least so many times as fast, natively and in WASM.
struct Bar {
    case: &'static str,
    people: usize,
    by: &'static str,
    native: f64,
    browser: f64,
}

const BARS: [Bar; 3] = [
    Bar { case: "algorithmic-bias", people: 10_000, by: "NDlib", native: 100.0, browser: 50.0 },
    Bar { case: "hegselmann-krause", people: 10_000, by: "Mesa+NumPy", native: 20.0, browser: 10.0 },
    Bar { case: "deffuant", people: 10_000, by: "pyseldonlib", native: 2.0, browser: 1.0 },
];

/// How many times as long a day may take in WASM, and the days this is promised for: N, D, K.
const SLOWER: f64 = 1.6;
const STEPS: [[usize; 3]; 2] = [[10_000, 256, 16], [2_000, 2_048, 32]];

/// The share of what memory can do that a day has to reach, and at how many dimensions.
const SHARE: f64 = 0.6;
const WIDE: usize = 2_048;

/// Our own models whose days are little but reading rows.
const WORLDS: [&str; 2] = ["conversation", "feed"];

/// Days with reinforcement, and how many times as long they may take as without.
const REINFORCED: [&str; 2] = ["reinforced", "overlapping"];
const DEARER: f64 = 2.0;

/// Rows a person's day streams through in order, however many posts they read: themselves, their anchor, and what is
/// written.
const STREAMED: usize = 3;

/// Prints everything.
pub(super) fn print(native: &[Measurement], browser: &[Measurement], peers: &[Measurement]) {
    let ours: Vec<Measurement> = browser.iter().filter(|line| line.by == "ours, WASM").cloned().collect();
    memory(native, &ours);
    worlds(native, &ours);
    reinforcement(native, &ours);
    let scripts: Vec<&Measurement> =
        browser.iter().filter(|line| line.by == "JavaScript").chain(peers).collect();
    others(native, &ours, &scripts);
}

fn memory(native: &[Measurement], browser: &[Measurement]) {
    println!(
        "\nHow fast rows can be read at all (GB/s; copy counts reading and writing; traffic is all that a day of"
    );
    println!("K posts reads and writes, without its arithmetic)");
    println!("{:<8} {:>6} {:>5} {:>3} {:>8} {:>8}", "", "N", "D", "K", "native", "WASM");
    for line in native.iter().filter(|line| ["copy", "gather", "traffic"].contains(&line.case.as_str())) {
        let other = same(browser, line).map_or_else(|| "-".to_owned(), |other| format!("{:.1}", other.value));
        let posts = if line.posts > 0 { line.posts.to_string() } else { "-".to_owned() };
        println!(
            "{:<8} {:>6} {:>5} {posts:>3} {:>8.1} {other:>8}",
            line.case, line.people, line.dims, line.value
        );
    }
}

fn same<'a>(lines: &'a [Measurement], line: &Measurement) -> Option<&'a Measurement> {
    lines.iter().find(|other| other.same_work(line))
}

/// What part of a day its memory alone would need: as long as its own traffic takes.
fn share_of_traffic(line: &Measurement, lines: &[Measurement]) -> Option<f64> {
    let size = (line.people, line.dims, line.posts);
    let traffic = lines
        .iter()
        .find(|other| other.case == "traffic" && (other.people, other.dims, other.posts) == size)?;
    let bytes = 4.0 * (line.people * line.dims * (line.posts + STREAMED)) as f64;
    Some(bytes / (traffic.value * 1e6) / line.value)
}

/// The same by separate rates: K rows a person gathered as if nothing else passed through the caches, three copied.
fn share_of_parts(line: &Measurement, lines: &[Measurement]) -> Option<f64> {
    let needed = |case: &str, rows: usize| {
        let size = (line.people, line.dims);
        let rate = lines.iter().find(|other| other.case == case && (other.people, other.dims) == size)?.value;
        Some(4.0 * (line.people * line.dims * rows) as f64 / (rate * 1e6))
    };
    Some((needed("gather", line.posts)? + needed("copy", STREAMED)?) / line.value)
}

fn verdict(held: bool) -> &'static str {
    if held { "" } else { "  MISSED" }
}

fn worlds(native: &[Measurement], browser: &[Measurement]) {
    println!(
        "\nA day of ours (one thread; every call updates all N people). Share: of the time its traffic takes in turn"
    );
    println!(
        "with it, in the whole day; in brackets of gathering N K rows and copying {STREAMED} N, each alone in the caches."
    );
    println!("Bars: WASM/native <= {SLOWER} for {STEPS:?}, share >= {SHARE} at D = {WIDE}");
    println!(
        "{:<13} {:>6} {:>5} {:>3} {:>10} {:>10} {:>12} {:>12} {:>12}",
        "", "N", "D", "K", "native ms", "WASM ms", "WASM/native", "share native", "WASM"
    );
    for line in native.iter().filter(|line| WORLDS.contains(&line.case.as_str())) {
        let Some(other) = same(browser, line) else { continue };
        let ratio = other.value / line.value;
        let shares = [(line, native), (other, browser)]
            .map(|(line, lines)| [share_of_traffic(line, lines), share_of_parts(line, lines)]);
        let said = shares.map(|[traffic, parts]| format!("{} ({})", two(traffic), two(parts)));
        let conversation = line.case == "conversation";
        let slow = conversation && STEPS.contains(&[line.people, line.dims, line.posts]) && ratio > SLOWER;
        let short = line.dims == WIDE && shares[0][0].is_none_or(|share| share < SHARE);
        println!(
            "{:<13} {:>6} {:>5} {:>3} {:>10.2} {:>10.2} {ratio:>12.2} {:>12} {:>12}{}",
            line.case,
            line.people,
            line.dims,
            line.posts,
            line.value,
            other.value,
            said[0],
            said[1],
            verdict(!slow && !short)
        );
    }
}

fn reinforcement(native: &[Measurement], browser: &[Measurement]) {
    println!(
        "\nWhat reinforcement adds to a day, in turn with the same day without. Bar: <= {DEARER} times, native and WASM"
    );
    println!("{:<13} {:>6} {:>5} {:>3} {:>12} {:>12}", "", "N", "D", "K", "native times", "WASM times");
    for line in native.iter().filter(|line| REINFORCED.contains(&line.case.as_str())) {
        let times = [native, browser].map(|lines| {
            let with = same(lines, line)?;
            let off = format!("{}-off", line.case);
            let size = (line.people, line.dims, line.posts);
            let without = lines
                .iter()
                .find(|other| other.case == off && (other.people, other.dims, other.posts) == size)?;
            Some(with.value / without.value)
        });
        let held = times.iter().flatten().all(|&times| times <= DEARER);
        println!(
            "{:<13} {:>6} {:>5} {:>3} {:>12} {:>12}{}",
            line.case,
            line.people,
            line.dims,
            line.posts,
            two(times[0]),
            two(times[1]),
            verdict(held)
        );
    }
}

/// With two decimals, where there is anything.
fn two(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{share:.2}"))
}

fn others(native: &[Measurement], browser: &[Measurement], others: &[&Measurement]) {
    println!(
        "\nThe same models elsewhere: nanoseconds for one agent updated, and how many times as fast we are"
    );
    println!(
        "{:<18} {:>6} {:>5} {:>5} {:<15} {:>8} {:>11} {:>9} {:>9} {:>8} {:>8}",
        "", "N", "D", "K", "by", "updated", "ns/agent", "native", "WASM", "native x", "WASM x"
    );
    for line in others {
        let (Some(here), Some(there)) = (same(native, line), same(browser, line)) else { continue };
        let ratios = [here, there].map(|ours| line.per_agent() / ours.per_agent());
        let bar =
            BARS.iter().find(|bar| (bar.case, bar.people, bar.by) == (&line.case, line.people, &line.by));
        let held = bar.is_none_or(|bar| ratios[0] >= bar.native && ratios[1] >= bar.browser);
        let promise =
            bar.map_or_else(String::new, |bar| format!("  (bars {} and {})", bar.native, bar.browser));
        println!(
            "{:<18} {:>6} {:>5} {:>5} {:<15} {:>8} {:>11.1} {:>9.1} {:>9.1} {:>8.1} {:>8.1}{promise}{}",
            line.case,
            line.people,
            line.dims,
            line.posts,
            line.by,
            line.updated,
            line.per_agent(),
            here.per_agent(),
            there.per_agent(),
            ratios[0],
            ratios[1],
            verdict(held)
        );
    }
}

/// Prints how a day of the default world grows.
pub(super) fn print_scaling(native: &[Measurement], browser: &[Measurement]) {
    println!(
        "\n{:>6} {:>5} {:>10} {:>12} {:>12} {:>12}",
        "N", "D", "MiB", "native ms", "WASM ms", "ns / N K D"
    );
    for line in native.iter().filter(|line| line.case == "scaling") {
        let wasm = same(browser, line).map_or_else(|| "-".to_owned(), |other| format!("{:.2}", other.value));
        let size = (line.people * line.dims) as f64;
        let mib = 3.0 * 4.0 * size / f64::from(1 << 20);
        let each = line.value * 1e6 / (size * line.posts as f64);
        println!(
            "{:>6} {:>5} {mib:>10.1} {:>12.2} {wasm:>12} {each:>12.2}",
            line.people, line.dims, line.value
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::line::lines;

    #[test]
    fn a_day_that_reads_as_fast_as_can_be_has_share_one() {
        let rates = "bandwidth gather n=10 d=4 gbs=0.8\nbandwidth copy n=10 d=4 gbs=0.4";
        let all = lines(&format!("measured feed n=10 d=4 k=2 updated=10 ms=0.0016\n{rates}"), "me");
        // 4 · 10 · 4 · 2 bytes in .4 microseconds, and 4 · 10 · 4 · 3 in 1.2.
        assert_eq!(share_of_parts(&all[0], &all).map(|share| (1e6 * share).round()), Some(1e6));
        assert_eq!(
            share_of_traffic(&all[0], &all),
            None,
            "measured at another number of posts, or not at all"
        );
    }

    #[test]
    fn a_day_that_is_nothing_but_its_traffic_has_share_one() {
        let text = "measured feed n=10 d=4 k=2 updated=10 ms=0.001\nbandwidth traffic n=10 d=4 k=2 gbs=0.8";
        let all = lines(text, "me");
        // 4 · 10 · 4 · (2 + 3) bytes in a microsecond.
        assert_eq!(share_of_traffic(&all[0], &all).map(|share| (1e6 * share).round()), Some(1e6));
    }

    #[test]
    fn only_the_same_size_is_the_same_work() {
        let all =
            lines("measured a n=10 d=4 k=2 updated=10 ms=1\nmeasured a n=10 d=4 k=3 updated=10 ms=1", "me");
        assert_eq!(same(&all[1..], &all[0]), None);
        assert_eq!(same(&all, &all[1]), Some(&all[1]));
    }
}
