//! Law of reinforcement: what a feed does that pushes as well as attracts.

use super::law::{Finding, Law};
use super::number_format::number;

const RARE: &str = "rare, unmoved";
const COMMON: &str = "common, unmoved";
const VARIANCE: &str = "variance, %";

/// Claim 10.
pub(super) const LAW_OF_REINFORCEMENT: [Law; 1] = [Law {
    id: "law-10",
    claim: "a feed that works you up makes the middle rare",
    verdict: "holds. of three others i tried in it, one does not survive",
    tried: "so far posts only attract, so everybody ends nearer to everybody. the essay also says that a feed makes
        you believe it harder. so each post now also pushes its readers further to the side it is on, by κ a day at most, and
        people calm down a little by themselves. 128 beliefs, 200 days. then i look at people who never moved.",
    found: &[
        Finding {
            says: "without a push {variance, % @ 0} % of the variance is left, in {tribes @ 0} tribes. with the one of the
                year’s world, κ = .08: {variance, % @ 0.08} %, in {tribes @ 0.08} tribes, the largest with
                {largest tribe, % @ 0.08} % of the people. they leave the middle.",
            holds: |e| {
                e.most(VARIANCE, 0.0) < 30.0
                    && e.least(VARIANCE, 0.08) > 200.0
                    && e.least("tribes", 0.08) > e.most("tribes", 0.0)
                    && e.most("largest tribe, %", 0.08) < 20.0
            },
        },
        Finding {
            says: "who was common and does not move: {common on day 0 @ 0} bits on day 0. after 200 days without a push
                {common, unmoved @ 0}, with it {common, unmoved @ 0.08}. they did nothing. everybody else left.",
            holds: |e| {
                e.most(COMMON, 0.0) < e.least("common on day 0", 0.0)
                    && e.least(COMMON, 0.08) > e.most("common on day 0", 0.0) + 4.0
            },
        },
        Finding {
            says: "who was rare and does not move: {rare on day 0 @ 0} bits, then {rare, unmoved @ 0} without a push and
                {rare, unmoved @ 0.08} with it. a weak push brings company, κ = .02: {rare, unmoved @ 0.02}.",
            holds: |e| {
                e.most(RARE, 0.02) < e.least("rare on day 0", 0.02) && e.least(RARE, 0.08) > e.most("rare on day 0", 0.08)
            },
        },
        Finding {
            says: "two claims from above survive: outsiders end inside a tribe, {outsiders inside, % @ 0.08} % of them, and
                without a recommender there is {no feed: tribes @ 0} tribe.",
            holds: |e| e.least("outsiders inside, %", 0.08) > 80.0 && e.most("no feed: tribes", 0.0) < 1.5,
        },
        Finding {
            says: "reading at random does less harm: with one post in ten at random, {one in ten at random: tribes @ 0}
                tribes and {one in ten at random: variance, % @ 0} % of the variance are left, not one tribe. and nothing
                here contracts any more, which is what some of the sentences above are about.",
            holds: |e| {
                e.least("one in ten at random: tribes", 0.0) > 4.0
                    && e.least("one in ten at random: variance, %", 0.0) > 150.0
            },
        },
    ],
    csv: include_str!("../../data/law10.csv"),
    caption: "surprisal after 200 days of people who did not move, by the strength of the push.",
    axes: ["push κ a day", "surprisal, bits"],
    curves: &[
        (RARE, "the rarest twentieth, unmoved"),
        (COMMON, "the commonest fifth, unmoved"),
        ("crowd", "the crowd, median"),
    ],
    rows: &[0.0, 0.01, 0.02, 0.04, 0.08, 0.12],
    ticks: [number; 2],
}];
