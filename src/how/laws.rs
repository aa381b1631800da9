//! What does the essay claim, how was it tried, and what came out?
//!
//! Each sentence about what came out stands beside the test that its data have to pass; a native test runs all of
//! them, so that no verdict outlives its data. The data come from `cargo run --release --example laws`, which leaves them
//! in `target/laws/`: copy them to `data/` when an experiment or the engine has changed.

use super::data::{DataError, Experiment};
use super::plot::{Curve, Plot, number, said};

/// One claim, tried in simulated worlds.
pub struct Law {
    /// Its anchor on the page.
    pub id: &'static str,
    /// The claim, as a heading.
    pub claim: &'static str,
    /// The verdict in a few words.
    pub verdict: &'static str,
    /// How it was tried.
    pub tried: &'static str,
    /// What came out.
    pub found: &'static [Finding],
    csv: &'static str,
    caption: &'static str,
    axes: [&'static str; 2],
    /// Curves: what they are called in the data, and to the reader.
    curves: &'static [(&'static str, &'static str)],
    rows: &'static [f64],
    ticks: [fn(f64) -> String; 2],
}

/// A sentence about what came out. `{alone @ 200}` in it is what was measured there, the least and the most of all
/// worlds.
pub struct Finding {
    /// The sentence.
    pub says: &'static str,
    /// Whether the data support it.
    pub holds: fn(&Experiment) -> bool,
}

const DAYS: [f64; 7] = [0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0];
const INSIDE: &str = "outsiders inside a tribe, %";

/// The claims in the order of the experiments.
pub const LAWS: [Law; 9] = [
    Law {
        id: "law-1",
        claim: "the stranger you are, the harder it pulls",
        verdict: "holds, exactly",
        tried: "a thousand simulated people, 64 beliefs, one day. once everybody hears everybody. once a feed shows
            each of them what they would accept anyway. how much further does the feed take them?",
        found: &[
            Finding {
                says: "the feed pulls 2<sup>S</sup> times harder. S is your surprisal, in bits: how few are near you.
                    the worst of three thousand people is off by {largest error, millionths @ 0} millionths.",
                holds: |e| e.most("largest error, millionths", 0.0) < 100.0,
            },
            Finding {
                says: "the strangest twentieth are pulled {times outside @ 0} times harder. the person in the middle,
                    {times in the middle @ 0} times.",
                holds: |e| e.least("times outside", 0.0) > 3.0 * e.most("times in the middle", 0.0),
            },
        ],
        csv: include_str!("data/law1.csv"),
        caption: "each dot is one simulated person. the line is 2<sup>S</sup>; nothing was fitted.",
        axes: ["surprisal S, bits", "times as far as in open conversation"],
        curves: &[("people", "simulated people"), ("2^S", "2<sup>S</sup>")],
        rows: &[],
        ticks: [number, doubled],
    },
    Law {
        id: "law-2",
        claim: "outsiders are taken in",
        verdict: "half holds",
        tried: "three worlds of two thousand people. i mark the strangest twentieth and let a year begin. how many
            of them are inside a tribe that is not their own?",
        found: &[
            Finding {
                says: "on the feed: {on the feed, D = 64 @ 100} % on day 100, {on the feed, D = 64 @ 200} % on day 200.",
                holds: |e| e.least(FED, 200.0) > 70.0 && e.least(FED, 100.0) > 25.0,
            },
            Finding {
                says: "with 512 beliefs it is no different: {on the feed, D = 512 @ 200} % on day 200.",
                holds: |e| e.least("on the feed, D = 512", 200.0) > 70.0,
            },
            Finding {
                says: "their surprisal falls from {bits: on the feed, D = 64 @ 0} bits to
                    {bits: on the feed, D = 64 @ 300}. they become easy to guess.",
                holds: |e| {
                    e.least("bits: on the feed, D = 64", 0.0) > 2.0 * e.most("bits: on the feed, D = 64", 300.0)
                },
            },
            Finding {
                says: "without a feed: {no feed, D = 64 @ 100} % on day 100, {no feed, D = 64 @ 200} % on day 200.",
                holds: |e| e.most(UNFED, 100.0) < 2.0 && e.most(UNFED, 200.0) < 0.5 * e.least(FED, 200.0),
            },
            Finding {
                says: "here it fails: talk alone gets many there, too. {no feed, D = 64 @ 300} % on day 300.
                    the feed is faster. it is not the only way.",
                holds: |e| e.least(UNFED, 300.0) > 25.0,
            },
        ],
        csv: include_str!("data/law2.csv"),
        caption: "on the feed most outsiders are inside a tribe by day 200; without one it takes far longer.",
        axes: ["day", INSIDE],
        curves: &[
            (FED, "on the feed, 64 beliefs"),
            ("on the feed, D = 512", "on the feed, 512 beliefs"),
            (UNFED, "no feed, 64 beliefs"),
        ],
        rows: &DAYS,
        ticks: [number; 2],
    },
    Law {
        id: "law-3",
        claim: "more dimensions do not save you",
        verdict: "holds",
        tried: "a couple of thousand beliefs sound roomy. i count along how many independent lines people still
            differ, in worlds of 64, 512 and 2 048 beliefs.",
        found: &[
            Finding {
                says: "64 beliefs: {D = 64 @ 0} lines on day 0, {D = 64 @ 200} on day 200.",
                holds: |e| e.most("D = 64", 200.0) < e.least("D = 64", 0.0) / 3.0,
            },
            Finding {
                says: "2 048 beliefs: {D = 2048 @ 0} lines, then {D = 2048 @ 200}.",
                holds: |e| e.most("D = 2048", 200.0) < e.least("D = 2048", 0.0) / 3.0,
            },
            Finding {
                says: "beliefs that no recommender looks at shrink, too. theory says how fast; on day 15 they are at
                    {unseen variance, % of the prediction @ 15} % of its prediction.",
                holds: |e| {
                    let [least, most] = [e.least(UNSEEN, 15.0), e.most(UNSEEN, 15.0)];
                    least > 98.0 && most < 102.0
                },
            },
        ],
        csv: include_str!("data/law3.csv"),
        caption: "effective dimensions fall to a handful, however many beliefs there are.",
        axes: ["day", "effective dimensions"],
        curves: &[("D = 64", "64 beliefs"), ("D = 512", "512 beliefs"), ("D = 2048", "2 048 beliefs")],
        rows: &[0.0, 50.0, 100.0, 150.0, 200.0],
        ticks: [number; 2],
    },
    Law {
        id: "law-4",
        claim: "mentors buy time; an anchored mentor buys freedom",
        verdict: "holds in part",
        tried: "each of the strangest twentieth gets a circle: the five nearest outsiders. they weigh ρ; the feed
            gets the rest. in one world each circle also holds somebody who hardly moves.",
        found: &[
            Finding {
                says: "time: on day 200, {alone @ 200} % of the outsiders are inside a tribe if alone. with a circle of
                    ρ = .8, {a circle, ρ = .8 @ 200} %.",
                holds: |e| e.most("a circle, ρ = .8", 200.0) < e.least("alone", 200.0) / 3.0,
            },
            Finding {
                says: "freedom: with one anchored mentor in the circle, {one anchored, ρ = .8 @ 200} %. on day 400,
                    {one anchored, ρ = .8 @ 400} %.",
                holds: |e| {
                    let most = |day| e.most("one anchored, ρ = .8", day);
                    most(200.0) < 10.0 && most(400.0) < 10.0
                },
            },
            Finding {
                says: "it is a modest freedom. they keep {bits: one anchored, ρ = .8 @ 200} bits of strangeness,
                    against {bits: alone @ 200} alone. on day 0 everybody out there had {bits: alone @ 0}.",
                holds: |e| {
                    let free = |side: fn(&Experiment, &str, f64) -> f64| side(e, "bits: one anchored, ρ = .8", 200.0);
                    free(Experiment::least) > e.most("bits: alone", 200.0)
                        && free(Experiment::most) < e.least("bits: alone", 0.0)
                },
            },
            Finding {
                says: "an anchored mentor whom nobody listens to saves nobody: {anchored, no ties @ 200} %.",
                holds: |e| e.least("anchored, no ties", 200.0) > e.least("alone", 200.0) - 5.0,
            },
            Finding {
                says: "who stays out together grows alike. those circles are
                    {width of circles, %: one anchored, ρ = .8 @ 200} % as wide as on day 0.",
                holds: |e| e.most("width of circles, %: one anchored, ρ = .8", 200.0) < 70.0,
            },
            Finding {
                says: "here it fails: ties were said to delay the end by 1/(1 − ρ). at ρ = .5 that would be double.
                    yet {a circle, ρ = .5 @ 200} % are inside on day 200.",
                holds: |e| e.least("a circle, ρ = .5", 200.0) > 50.0,
            },
            Finding {
                says: "a school without ties needs numbers. ten like minds go
                    {school by size, % of the way to the middle @ 10} % of the way to the middle. a hundred and sixty
                    go {school by size, % of the way to the middle @ 160} %.",
                holds: |e| e.least(SCHOOL, 10.0) > e.most(SCHOOL, 160.0),
            },
        ],
        csv: include_str!("data/law4.csv"),
        caption: "circles keep outsiders out of the tribes; with an anchored mentor nearly all of them.",
        axes: ["day", INSIDE],
        curves: &[
            ("alone", "alone"),
            ("a circle, ρ = .5", "a circle, ρ = .5"),
            ("a circle, ρ = .8", "a circle, ρ = .8"),
            ("a circle, ρ = .9", "a circle, ρ = .9"),
            ("one anchored, ρ = .8", "ρ = .8, one of them anchored"),
            ("anchored, no ties", "anchored people, but no ties"),
        ],
        rows: &[0.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0],
        ticks: [number; 2],
    },
    Law {
        id: "law-5",
        claim: "being authentic keeps you out",
        verdict: "holds",
        tried: "everybody goes a share λ of the way home each day, back to their own first beliefs. after 200 days,
            how many are inside a tribe?",
        found: &[
            Finding {
                says: "λ = .02, the usual world: {inside @ 0.02} %.",
                holds: |e| e.least("inside", 0.02) > 75.0,
            },
            Finding {
                says: "λ = .05: {inside @ 0.05} %. λ = .1: {inside @ 0.1} %.",
                holds: |e| e.most("inside", 0.05) < 60.0 && e.most("inside", 0.1) < 20.0,
            },
            Finding {
                says: "so ten per cent of the way home a day is enough. nobody tells you how long ten per cent is.",
                holds: |e| e.most("inside", 0.1) < 0.25 * e.least("inside", 0.02),
            },
        ],
        csv: include_str!("data/law5.csv"),
        caption: "people inside a tribe on day 200: nearly all with a weak anchor, one in ten with a strong one.",
        axes: ["anchor λ: share of the way home a day", "people inside a tribe, %"],
        curves: &[("inside", "inside a tribe")],
        rows: &[0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
        ticks: [number; 2],
    },
    Law {
        id: "law-6",
        claim: "reading at random is not the cure",
        verdict: "holds",
        tried: "the essay does not say this; i do. a share of posts now comes from anybody at all, read with full
            attention. it sounds healthy. two hundred days later i count tribes.",
        found: &[
            Finding {
                says: "no random posts: {effective tribes @ 0} effective tribes. one post in ten:
                    {effective tribes @ 0.1}.",
                holds: |e| e.least("effective tribes", 0.0) > 4.0 && e.most("effective tribes", 0.1) < 2.0,
            },
            Finding {
                says: "the variance left falls from {variance, tenths @ 0} tenths to {variance, tenths @ 0.1}.
                    everybody reads everybody, and everybody becomes the average.",
                holds: |e| e.most("variance, tenths", 0.1) < 0.75 * e.least("variance, tenths", 0.0),
            },
            Finding {
                says: "one consolation: what little is left of them points more ways.
                    {effective dimensions @ 0.4} effective dimensions at four in ten, against
                    {effective dimensions @ 0}.",
                holds: |e| e.least("effective dimensions", 0.4) > e.most("effective dimensions", 0.0),
            },
        ],
        csv: include_str!("data/law6.csv"),
        caption: "one post in ten at random turns six tribes into one and halves what they differ by.",
        axes: ["share of posts by anybody at all", "tribes; variance in tenths"],
        curves: &[
            ("effective tribes", "effective tribes"),
            ("variance, tenths", "variance left, tenths of day 0"),
        ],
        rows: &[0.0, 0.02, 0.05, 0.1, 0.2, 0.4],
        ticks: [number; 2],
    },
    Law {
        id: "law-7",
        claim: "ideas of your own have a threshold",
        verdict: "holds in theory’s world; elsewhere far earlier",
        tried: "everybody adds whims of size σ a day, and has no anchor. theory says tribes dissolve at
            σ = h√(2μ), h being how far attention reaches.",
        found: &[
            Finding {
                says: "under a matched feed, as theory has it: at .5 of the threshold a knot of people is
                    {squared width of a knot, h² @ 0.5} h² wide, squared. theory:
                    {the same in theory, where there is one @ 0.5}. at 1.1 of it {squared width of a knot, h² @ 1.1},
                    and theory has no answer left.",
                holds: |e| {
                    let [least, most] = [e.least(KNOT, 0.5), e.most(KNOT, 0.5)];
                    let theory = e.least("the same in theory, where there is one", 0.5);
                    least > 0.85 * theory
                        && most < 1.15 * theory
                        && e.least(KNOT, 1.1) > 20.0
                        && e.at("the same in theory, where there is one", 1.1).is_err()
                },
            },
            Finding {
                says: "here it fails: under a recommender tribes go at a fifth of that. with 64 beliefs
                    {on the feed, D = 64 @ 0.2} % are left inside one, with two {on the feed, D = 2 @ 0.2} %.",
                holds: |e| {
                    e.most(FED, 0.2) < 10.0
                        && e.most("on the feed, D = 2", 0.2) < 0.65 * e.least("on the feed, D = 2", 0.0)
                },
            },
        ],
        csv: include_str!("data/law7.csv"),
        caption: "people inside a tribe on day 200: few whims are enough to dissolve what a recommender has made.",
        axes: ["whims σ, in units of h√(2μ)", "people inside a tribe, %"],
        curves: &[("on the feed, D = 2", "2 beliefs"), (FED, "64 beliefs")],
        rows: &[0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5],
        ticks: [number; 2],
    },
    Law {
        id: "law-8",
        claim: "the feed makes the tribes",
        verdict: "holds",
        tried: "for each post it shows, the recommender tries m authors and picks the nearest. i make it weak, and
            then strong, and count tribes after 200 days.",
        found: &[
            Finding {
                says: "no feed, or the best of one to four: {tribes @ 2} tribe. one large normie.",
                holds: |e| {
                    [0.0, 1.0, 2.0].iter().all(|&m| e.most("tribes", m) < 1.5)
                        && e.most("no feed: tribes", 0.0) < 1.5
                },
            },
            Finding {
                says: "the best of 32: {tribes @ 5} tribes. the best of 128: {tribes @ 7}.",
                holds: |e| e.least("tribes", 5.0) >= 4.0 && e.least("tribes", 7.0) > 1.5 * e.most("tribes", 5.0),
            },
            Finding {
                says: "it needs something to sort by. in a crowd whose beliefs are independent:
                    {no shared structure: tribes @ 0} tribes.",
                holds: |e| e.most("no shared structure: tribes", 0.0) < e.least("tribes", 5.0),
            },
        ],
        csv: include_str!("data/law8.csv"),
        caption: "the more authors the recommender tries, the more tribes there are.",
        axes: ["authors tried for each post shown", "tribes after 200 days"],
        curves: &[("tribes", "tribes")],
        rows: &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
        ticks: [doubled, number],
    },
    Law {
        id: "law-9",
        claim: "turning the feed off does not bring you back",
        verdict: "holds",
        tried: "150 days on the feed. then one of three things: it stays on; it goes off and people talk; everybody
            stops reading. how far is everybody from home?",
        found: &[
            Finding {
                says: "on day 150: {feed stays on @ 150} % of the way from home.",
                holds: |e| e.least("feed stays on", 150.0) > 60.0,
            },
            Finding {
                says: "feed off, people talk: {feed off, people talk @ 400} % on day 400. further out, not nearer.",
                holds: |e| e.least("feed off, people talk", 400.0) > e.most("feed stays on", 150.0),
            },
            Finding {
                says: "who stops reading altogether does come home: {everybody logs off @ 400} %.",
                holds: |e| e.most("everybody logs off", 400.0) < 5.0,
            },
            Finding {
                says: "and one thing does come back with talk. people differ in more ways again:
                    {effective dimensions: feed off, people talk @ 400} effective dimensions instead of
                    {effective dimensions: feed stays on @ 400}. just not by much.",
                holds: |e| {
                    e.least("effective dimensions: feed off, people talk", 400.0)
                        > 2.0 * e.most("effective dimensions: feed stays on", 400.0)
                },
            },
        ],
        csv: include_str!("data/law9.csv"),
        caption: "after the turn on day 150, talk takes people further from home; only not reading brings them back.",
        axes: ["day; the turn is on day 150", "distance from home, % of where home is"],
        curves: &[
            ("feed stays on", "the feed stays on"),
            ("feed off, people talk", "feed off, people talk"),
            ("everybody logs off", "everybody stops reading"),
        ],
        rows: &[0.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0],
        ticks: [number; 2],
    },
];

const FED: &str = "on the feed, D = 64";
const UNFED: &str = "no feed, D = 64";
const UNSEEN: &str = "unseen variance, % of the prediction";
const SCHOOL: &str = "school by size, % of the way to the middle";
const KNOT: &str = "squared width of a knot, h²";

/// Of a logarithm to base two, the number itself.
fn doubled(doublings: f64) -> String {
    number(libm::exp2(doublings))
}

impl Law {
    /// What was measured.
    ///
    /// # Errors
    /// When the data kept are not as the experiments write them.
    pub fn experiment(&self) -> Result<Experiment, DataError> {
        Experiment::read(self.csv)
    }

    /// Heading, verdict, what was done, what came out, and the figure.
    ///
    /// # Errors
    /// When a sentence speaks of what was not measured.
    pub fn html(&self) -> Result<String, DataError> {
        let experiment = self.experiment()?;
        let found =
            self.found.iter().map(|finding| Ok(format!("<li>{}</li>\n", filled(finding.says, &experiment)?)));
        let found: String = found.collect::<Result<_, DataError>>()?;
        let mut curves = Plot::lines(&experiment, self.curves);
        // A cloud of single people is no line.
        curves.iter_mut().for_each(|curve: &mut Curve| curve.dots = curve.series.points.len() > 500);
        let plot = Plot {
            id: format!("{}-figure", self.id),
            caption: self.caption.to_owned(),
            axes: self.axes,
            curves,
            rows: self.rows,
            floor: 0.0,
            ticks: self.ticks,
        };
        let Law { id, claim, verdict, tried, .. } = self;
        Ok(format!(
            "<section id=\"{id}\" class=\"law\">\n<h3>{claim}</h3>\n<p class=\"verdict\">{verdict}</p>\n<p>{tried}</p>\n\
             <ul>{found}</ul>\n{}</section>\n",
            plot.html()
        ))
    }
}

/// A sentence with what was measured in place of `{series @ x}`.
fn filled(sentence: &str, experiment: &Experiment) -> Result<String, DataError> {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let missing = || DataError::Missing { series: place.to_owned(), x: "that place".to_owned() };
        let (name, x) = place.split_once(" @ ").ok_or_else(missing)?;
        let x = x.parse().map_err(|_| missing())?;
        text.push_str(&said(experiment.at(name, x)?.range()));
        text.push_str(rest);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_support_every_sentence_about_them() {
        for law in &LAWS {
            let experiment = law.experiment().expect("the data are as the experiments write them");
            for finding in law.found {
                assert!((finding.holds)(&experiment), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn without_data_no_sentence_is_supported() {
        for law in &LAWS {
            for finding in law.found {
                assert!(!(finding.holds)(&Experiment::default()), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn every_law_has_its_picture_and_no_gap() {
        for law in &LAWS {
            let html = law.html().expect("every number was measured");
            assert_eq!(
                html.matches("<path class=\"line").count() + html.matches("<path class=\"dots").count(),
                2 * law.curves.len() - usize::from(law.curves.len() == 1),
                "{}",
                law.id
            );
            assert!(!html.contains(['{', '}']) && !html.contains("NaN") && !html.contains("inf"), "{html}");
        }
    }

    #[test]
    fn a_sentence_about_what_was_not_measured_is_refused() {
        let experiment = LAWS[1].experiment().expect("legal");
        assert!(filled("{on the feed, D = 64 @ 101}", &experiment).is_err());
        assert!(filled("{on the feed}", &experiment).is_err());
        assert_eq!(filled("x {no feed, D = 64 @ 0} y", &experiment).as_deref(), Ok("x 0 y"));
    }
}
