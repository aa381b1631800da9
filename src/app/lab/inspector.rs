//! Inspector of single people on the map.

use leptos::prelude::*;

use super::describe::is_axes;
use super::playback::Run;
use crate::app::parts::Live;
use crate::protocol::{LabPerson, LabSaid, LabStand};
use drift::{AgentId, MentorSet};
use quiz::cluster_names::{Register, called};
use quiz::explanation::{Explanation, Whom};
use quiz::format::{one_decimal, one_in, percent};
use quiz::questionnaire::CURRENT;

/// Somebody, closely; as HTML.
pub(super) const INSPECTOR: &str = r#"<section class="inspector" aria-labelledby="inspector-title">
    <h3 id="inspector-title">who is that?</h3><div class="inspected" role="status"></div>
    <p class="controls"><button class="button small" data-action="meet-you">who am i?</button>
    <button class="button small" data-action="mentor" hidden></button></p></section>"#;

/// ρ of somebody who has just chosen a mentor and has not said how much they count.
const HEARD: f32 = 0.8;

/// Keeps the words about the inspected person, and lets them be chosen as a mentor.
pub(super) fn keep_inspector(live: &Live, run: Run) {
    // Numbers and our own words only.
    live.inside(".inspected", move || match run.person.get() {
        Some(person) => words(run, &person),
        None => "<p>point at a dot, tap it, or tab to the map and use the arrow keys.</p>".to_owned(),
    });
    // While days pass it changes too often to be said aloud.
    live.attribute(".inspected", "aria-live", move || {
        Some(if run.playing.get() { "off" } else { "polite" }.to_owned())
    });
    live.on("[data-action=meet-you]", "click", move |_| run.meet(None));
    let who = move || run.person.with(|person| person.as_ref().and_then(|person| person.person));
    live.attribute("[data-action=mentor]", "hidden", move || who().is_none().then(String::new));
    live.text("[data-action=mentor]", move || {
        let chosen = who().is_some_and(|who| run.world.with(|world| chosen(&world.you.mentors, who)));
        if chosen { "not my mentor any more" } else { "make this my mentor" }.to_owned()
    });
    live.on("[data-action=mentor]", "click", move |_| {
        let Some(who) = run.person.with_untracked(|person| person.as_ref().and_then(|person| person.person))
        else {
            return;
        };
        run.world.update(|world| {
            let mut members: Vec<AgentId> =
                world.you.mentors.members().iter().map(|&number| AgentId(number)).collect();
            if chosen(&world.you.mentors, who) {
                members.retain(|&other| other != who);
            } else {
                members.push(who);
            }
            // One alone is no circle: until the second is chosen they count twice, and nine are one too many.
            if let [alone] = members[..] {
                members = vec![alone; 2];
            } else {
                members.dedup();
            }
            if let Ok(circle) = MentorSet::new(&members) {
                world.you.mentorship = match (circle.members().is_empty(), world.you.mentorship) {
                    (true, _) => 0.0,
                    (false, 0.0) => HEARD,
                    (false, heard) => heard,
                };
                world.you.mentors = circle;
            }
        });
        run.become_somebody(crate::protocol::LabWho::Same);
        run.meet(Some(who));
    });
}

fn chosen(circle: &MentorSet, who: AgentId) -> bool {
    circle.members().contains(&who.0)
}

/// Number and cluster, the sentence, surprisal, distance from the anchor; as HTML.
fn words(run: Run, person: &LabPerson) -> String {
    let who = person.person.map_or_else(|| "you".to_owned(), |person| format!("person {}", person.0));
    // What was measured changes with every survey, and the words with it.
    let name = run.frame.with_untracked(|frame| {
        let names = &frame.as_ref()?.measures.names;
        names.get(usize::from(person.cluster?)).copied()
    });
    let cluster = match (person.cluster, name) {
        (None, _) => "in no tribe".to_owned(),
        (Some(cluster), None) => format!("in tribe {}", cluster + 1),
        (Some(cluster), Some(name)) => {
            format!("in tribe {}, {}", cluster + 1, called(CURRENT, name, Register::World))
        }
    };
    let whom = if person.person.is_none() { Whom::You } else { Whom::They };
    let sentence = match &person.said {
        None => "one moment. somebody has to listen first.".to_owned(),
        Some(LabSaid::Sentence(explanation)) => sentence(explanation, whom),
        Some(LabSaid::Stands(stands)) => standing(stands, is_axes(&run.world.get_untracked())),
    };
    let bits = f64::from(person.bits);
    let strange = if bits.is_finite() {
        format!("{} bits strange today: {}", one_decimal(bits), one_in(bits))
    } else {
        "nobody is in reach".to_owned()
    };
    let mentors = if person.mentors.is_empty() {
        String::new()
    } else {
        let numbers: Vec<String> = person.mentors.iter().map(u32::to_string).collect();
        format!(" listens to {}.", numbers.join(", "))
    };
    format!(
        r#"<p><b>{who}</b>, {cluster}.</p><p class="inspected-sentence">{sentence}</p>
        <p class="aside">{strange}. {} of the way from home.{mentors}</p>"#,
        percent(f64::from(person.away))
    )
}

/// The shortest sentence, and how long it takes.
fn sentence(explanation: &Explanation, whom: Whom) -> String {
    let seconds = libm::round(explanation.seconds()) as u64;
    let unit = if seconds == 1 { "second" } else { "seconds" };
    format!(r#"“{}” <small class="number">{seconds} {unit}</small>"#, explanation.sentence(whom))
}

/// Percentiles of a person where beliefs have no names, or are the two axes.
fn standing(stands: &[LabStand], axes: bool) -> String {
    let each = |stand: &LabStand| {
        let high = stand.below >= 50;
        let of_hundred = if high { stand.below } else { 100 - stand.below };
        let how = match (axes, stand.belief, high) {
            (true, 0, false) => "further left".to_owned(),
            (true, 0, true) => "further right".to_owned(),
            (true, _, false) => "more against AI".to_owned(),
            (true, _, true) => "more for AI".to_owned(),
            (false, belief, false) => format!("lower on belief {}", belief + 1),
            (false, belief, true) => format!("higher on belief {}", belief + 1),
        };
        format!("{how} than {of_hundred} of 100")
    };
    let each: Vec<String> = stands.iter().map(each).collect();
    format!("{}.", each.join(", "))
}
