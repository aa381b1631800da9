//! Levers of the year: what could be done about the feed, and the outcome.

use leptos::prelude::*;
use quiz::cluster_names::{Register, called};
use quiz::format::one_in;
use scenario::{Lever, LeverOutcome};

use super::perspective::Perspective;
use super::year_world::YearWorld;
use crate::app::parts::Live;

/// A lever's name, and what it does.
fn words(lever: Lever) -> [&'static str; 2] {
    match lever {
        Lever::AsIs => ["just the feed", "eight posts a day, picked to please"],
        Lever::Mentors => ["a mentor circle", "five unusual people. one hardly budges"],
        Lever::Authenticity => ["more authenticity", "coming home to oneself, five times as fast"],
        Lever::Exploration => ["more exploration", "three posts in ten from anybody, read in full"],
        Lever::Chronological => ["a chronological feed", "whatever comes, in the order it comes"],
        Lever::LoggedOff => ["logged off", "no posts. the crowd moves on alone"],
    }
}

/// Levers to choose from, and the outcome of each on the day shown; as HTML.
pub(super) fn levers_html(whose: Perspective) -> String {
    let row = |(at, lever): (usize, Lever)| {
        let [name, does] = words(lever);
        let checked = if at == 0 { " checked" } else { "" };
        format!(
            r#"<tr data-life="{at}"><th scope="row"><label><input type="radio" name="lever" value="{at}"{checked}>
            <span>{name} <small>{does}</small></span></label></th>
            <td class="number" data-of="perplexity"></td><td class="number" data-of="sides"></td>
            <td data-of="tribe"></td></tr>"#
        )
    };
    let rows: String = Lever::ALL.into_iter().enumerate().map(row).collect();
    format!(
        r#"<h3>levers</h3><p class="plain">same crowd, same luck. only what {they} read differs. {they} stand here as
        twelve people who could have answered like this. numbers are their middle.</p>
        <table class="levers"><thead><tr><th scope="col">pull one</th><th scope="col">that day</th>
        <th scope="col">sides changed</th><th scope="col">ends up</th></tr></thead><tbody>{rows}</tbody></table>"#,
        they = whose.they,
    )
}

/// Lets one be chosen, and keeps all of them up to date.
pub(super) fn keep_levers(live: &Live, world: YearWorld) {
    for at in 0..Lever::ALL.len() {
        live.on(&format!("[data-life='{at}'] input"), "change", move |_| world.look_at(at));
        let cell = |of: &str, said: fn(YearWorld, &LeverOutcome) -> String| {
            live.text(&format!("[data-life='{at}'] [data-of={of}]"), move || {
                world.outcome_of(at).map(|outcome| said(world, &outcome)).unwrap_or_default()
            });
        };
        cell("perplexity", |_, outcome| one_in(outcome.surprisal.bits));
        cell("sides", |_, outcome| outcome.changed.to_string());
        cell("tribe", place_of);
    }
}

/// Cluster of an outcome in words, or that it is in none. The name is the cluster's, not that of its members.
pub(super) fn place_of(world: YearWorld, outcome: &LeverOutcome) -> String {
    let set = world.answers().set();
    let name = world.frame.with(|frame| {
        let clusters = &frame.as_ref()?.report.survey.clusters;
        Some(format!(
            "among {}",
            called(set, clusters.get(usize::from(outcome.cluster?.cluster))?.name, Register::Person)
        ))
    });
    name.unwrap_or_else(|| "in no tribe".to_owned())
}
