//! Laws of outsiders: agents that no cluster holds.

use super::data::Experiment;
use super::law::{Finding, Law, doubled};
use super::number_format::number;

const DAYS: [f64; 7] = [0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0];
const INSIDE: &str = "outsiders inside a tribe, %";
const FED: &str = "on the feed, D = 64";
const UNFED: &str = "no feed, D = 64";
const UNSEEN: &str = "unseen variance, % of the prediction";
const SCHOOL: &str = "school by size, % of the way to the middle";

/// Claims 1 to 5.
pub(super) const LAWS_OF_OUTSIDERS: [Law; 5] = [
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
        csv: include_str!("../../data/law1.csv"),
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
        csv: include_str!("../../data/law2.csv"),
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
            differ, in worlds of 64, 512 and 2 048 beliefs.",
        found: &[
            Finding {
                says: "64 beliefs: {D = 64 @ 0} lines on day 0, {D = 64 @ 200} on day 200.",
                holds: |e| e.most("D = 64", 200.0) < e.least("D = 64", 0.0) / 3.0,
            },
            Finding {
                says: "2 048 beliefs: {D = 2048 @ 0} lines, then {D = 2048 @ 200}.",
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
        csv: include_str!("../../data/law3.csv"),
        caption: "effective dimensions fall to a handful, however many beliefs there are.",
        axes: ["day", "effective dimensions"],
        curves: &[("D = 64", "64 beliefs"), ("D = 512", "512 beliefs"), ("D = 2048", "2 048 beliefs")],
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
                says: "an anchored mentor whom nobody listens to saves hardly anybody: {anchored, no ties @ 200} %.",
                holds: |e| {
                    e.least("anchored, no ties", 200.0) > e.least("alone", 200.0) - 10.0
                        && e.most("anchored, no ties", 200.0) > e.most("alone", 200.0) - 5.0
                },
            },
            Finding {
                says: "who stays out together grows alike. those circles are
                    {width of circles, %: one anchored, ρ = .8 @ 200} % as wide as on day 0.",
                holds: |e| e.most("width of circles, %: one anchored, ρ = .8", 200.0) < 70.0,
            },
            Finding {
                says: "here it fails: ties were said to delay the end by 1/(1 − ρ). at ρ = .8 day 400 would then be
                    like day 80 alone: {alone @ 80} %. it is {a circle, ρ = .8 @ 400} %, far less. at ρ = .5 day 200
                    would be like day 100 alone, {alone @ 100} %. it is {a circle, ρ = .5 @ 200} %: less in two
                    worlds, more in one.",
                holds: |e| {
                    let (late, early) = ("a circle, ρ = .5", "alone");
                    let pairs = || e.at(late, 200.0).into_iter().zip(e.at(early, 100.0)).flat_map(|(late, early)| {
                        late.worlds.iter().zip(&early.worlds)
                    });
                    e.most("a circle, ρ = .8", 400.0) < 0.5 * e.least(early, 80.0)
                        && pairs().filter(|(late, early)| late < early).count() == 2
                        && pairs().filter(|(late, early)| late > early).count() == 1
                },
            },
            Finding {
                says: "a school without ties needs numbers. ten like minds go
                    {school by size, % of the way to the middle @ 10} % of the way to the middle. a hundred and sixty
                    go {school by size, % of the way to the middle @ 160} %.",
                holds: |e| e.least(SCHOOL, 10.0) > e.most(SCHOOL, 160.0),
            },
        ],
        csv: include_str!("../../data/law4.csv"),
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
                holds: |e| e.least("inside", 0.02) > 60.0,
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
        csv: include_str!("../../data/law5.csv"),
        caption: "people inside a tribe on day 200: nearly all with a weak anchor, one in ten with a strong one.",
        axes: ["anchor λ: share of the way home a day", "people inside a tribe, %"],
        curves: &[("inside", "inside a tribe")],
        rows: &[0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
        ticks: [number; 2],
    },
];
