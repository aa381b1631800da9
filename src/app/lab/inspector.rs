//! Who is this dot?

use leptos::prelude::*;

use super::run::Run;
use crate::app::parts::Live;
use crate::drift::{Circle, PersonId};
use crate::explanation::{Register, called, phrase};
use crate::protocol::LabPerson;
use crate::wording::{one_in, percent, tenths};

/// Somebody, closely; as HTML.
pub const INSPECTOR: &str = r#"<section class="inspector" aria-labelledby="inspector-title">
    <h3 id="inspector-title">who is that?</h3><p class="inspected" role="status"></p>
    <p class="controls"><button class="button small" data-action="meet-you">who am i?</button>
    <button class="button small" data-action="mentor" hidden></button></p></section>"#;

/// ρ of somebody who has just chosen a mentor and has not said how much they count.
const HEARD: f32 = 0.8;

/// Keeps the words about whoever is looked at closely, and lets them be chosen as a mentor.
pub fn keep_inspector(live: &Live, run: Run) {
    live.text(".inspected", move || match run.person.get() {
        Some(person) => words(run, &person),
        None => "tap a dot, or tab to the map and use the arrow keys.".to_owned(),
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
            let mut members: Vec<PersonId> =
                world.you.mentors.members().iter().map(|&number| PersonId(number)).collect();
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
            if let Ok(circle) = Circle::new(&members) {
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

fn chosen(circle: &Circle, who: PersonId) -> bool {
    circle.members().contains(&who.0)
}

/// Number, tribe, how strange, what sets them apart.
fn words(run: Run, person: &LabPerson) -> String {
    let who = person.person.map_or_else(|| "you".to_owned(), |person| format!("person {}", person.0));
    let (people, name) = run.frame.with(|frame| {
        let frame = frame.as_ref();
        let name = person.tribe.and_then(|tribe| frame?.measures.names.get(usize::from(tribe)).copied());
        (frame.map_or(0, |frame| frame.people), name)
    });
    let tribe = match (person.tribe, name) {
        (None, _) => "in no tribe".to_owned(),
        (Some(_), Some(name)) => format!("basically {}", called(name, Register::World)),
        (Some(tribe), None) => format!("in tribe {}", tribe + 1),
    };
    let bits = f64::from(person.bits);
    let strange = if bits.is_finite() {
        format!("{} bits strange: {}", tenths(bits), one_in(bits, people))
    } else {
        "nobody is in reach".to_owned()
    };
    let pronoun = if person.person.is_none() { "you" } else { "they" };
    let sides: Vec<&str> = person.sides.iter().map(|side| phrase(*side)).collect();
    let sides = match &sides[..] {
        [first, second, third, ..] => format!(" {pronoun} {first}, {second} and {third}."),
        _ => String::new(),
    };
    let mentors = if person.mentors.is_empty() {
        String::new()
    } else {
        let numbers: Vec<String> = person.mentors.iter().map(u32::to_string).collect();
        format!(" listens to {}.", numbers.join(", "))
    };
    format!(
        "{who}: {tribe}. {strange}.{sides} {} of the way from home.{mentors}",
        percent(f64::from(person.away))
    )
}
