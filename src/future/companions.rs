//! Who reads along, so that the visitor can be compared with somebody?

use super::answering::Answering;
use super::lever::Lever;
use crate::chance::normal;
use crate::crowd::{Axes, Person};
use crate::drift::{DriftError, PersonId, World};
use crate::items::{ASKED, Answers, ItemModel};
use crate::perplexity::{CALIBRATORS, PEOPLE, Predictor, place};

/// How many; a place among them is good to about six of a hundred.
const COMPANIONS: usize = 63;

/// Simulated people move in as guests who read like the visitor, and answer what the visitor has answered.
///
/// They neither predict nor calibrate, and have luck of their own. `today` is the crowd they are told apart by.
pub(super) fn companions(
    world: &mut World,
    seed: u64,
    axes: &Axes,
    today: &Predictor,
    models: &[ItemModel; ASKED.len()],
    answers: &Answers,
) -> Result<Vec<(PersonId, Answering)>, DriftError> {
    let people: Vec<Person> = (0..COMPANIONS).map(|n| Person::nth(seed, PEOPLE + CALIBRATORS + n)).collect();
    let given: Vec<Answers> =
        people.iter().map(|person| person.answers(models, 0).as_far_as(answers)).collect();
    let mut row = vec![0.0; world.beliefs().dims()];
    let mut move_in = |(n, person): (usize, &Person)| {
        let mut quirks = person.quirks();
        axes.place(&person.factors, |_| normal(&mut quirks), &mut row);
        world.add_guest(&row, Lever::AsIs.traits(), 100 + n as u32)
    };
    let ids: Result<Vec<PersonId>, DriftError> = people.iter().enumerate().map(&mut move_in).collect();
    let answering = people.iter().zip(&given).zip(place(today, &given)).map(|((person, &given), placed)| {
        let latent = person.latent(models, 0);
        Answering { latent, style: person.style, given, fairness: placed.fairness() }
    });
    Ok(ids?.into_iter().zip(answering).collect())
}
