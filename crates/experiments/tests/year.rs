//! A year on the feed makes everybody else alike: what the year says of a visitor, on fewer of them.

use drift::Params;
use experiments::sessions::year::{YearVisitor, personas, visitors, year};
use perplexity::likeness::Likeness;
use settings::turned_up;

#[test]
fn who_does_not_move_ends_above_the_crowd_and_who_drifts_within_it() {
    let likeness = Likeness::default();
    let mut all = visitors(&likeness, 5, 24, 0.9..1.1);
    all.extend(visitors(&likeness, 6, 24, 0.0..1.1));
    let days = year(&likeness, &Params::default(), 4, &all, 4, &[0, 365]).expect("a small world");
    let [first, last] = &days[..] else { panic!("two days were asked for") };
    // On day 0 drifting and unmoved are one.
    assert!(first.visitors.iter().all(|[drifting, unmoved]| drifting == unmoved));
    let [_, unmoved] = last.visitors_at(0.5, 0..24);
    assert!(unmoved > last.crowd_at(0.95) + 1.0, "{unmoved} {}", last.crowd_at(0.95));
    let [drifting, _] = last.visitors_at(0.5, 24..48);
    assert!((drifting - last.crowd_at(0.5)).abs() < 0.5, "{drifting} {}", last.crowd_at(0.5));
    assert!(last.crowd_at(0.5) < first.crowd_at(0.5) - 1.5, "everybody else grows alike");
}

#[test]
fn a_feed_that_reinforces_makes_the_ordinary_rare_and_the_ideologue_common() {
    let likeness = Likeness::default();
    let (names, people): (Vec<&str>, Vec<YearVisitor>) =
        personas(&likeness, include_str!("../../perplexity/data/personas.csv")).into_iter().unzip();
    let days = year(&likeness, &turned_up(), 29_573, &people, 12, &[0, 200]).expect("a small world");
    let [first, last] = &days[..] else { panic!("two days were asked for") };
    let gain = |name: &str| {
        let at = names.iter().position(|&each| each == name).expect("one of the four");
        last.visitors[at][1] - first.visitors[at][1]
    };
    assert!(gain("wine_mom") >= 3.0 && gain("activist") <= -1.0, "{} {}", gain("wine_mom"), gain("activist"));
    let [drifting, _] = last.visitors_at(0.5, 0..people.len());
    assert!((drifting - last.crowd_at(0.5)).abs() < 0.5, "{drifting} {}", last.crowd_at(0.5));
    assert!(last.state.clusters >= 5 && last.state.largest < 0.5, "{:?}", last.state);
}
