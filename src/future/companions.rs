//! Who reads along, so that the visitor can be compared with somebody?

use super::answering::Answering;
use super::lever::Lever;
use crate::chance::normal;
use crate::crowd::{Axes, Person};
use crate::drift::{DriftError, PersonId, World};
use crate::items::{ASKED, Answers, ItemModel};
use crate::perplexity::{CALIBRATORS, PEOPLE, Predictor};

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
    let mut companions = Vec::with_capacity(COMPANIONS);
    let mut row = vec![0.0; world.beliefs().dims()];
    for n in 0..COMPANIONS {
        let person = Person::nth(seed, PEOPLE + CALIBRATORS + n);
        let mut quirks = person.quirks();
        axes.place(&person.factors, |_| normal(&mut quirks), &mut row);
        let id = world.add_guest(&row, Lever::AsIs.traits(), 100 + n as u32)?;
        let mut given = person.answers(models, 0);
        for (theirs, asked) in given.0.iter_mut().zip(answers.0) {
            *theirs = theirs.and_then(|step| asked.map(|_| step));
        }
        let (latent, fairness) = (person.latent(models, 0), today.posterior(&given).fairness());
        companions.push((id, Answering { latent, style: person.style, given, fairness }));
    }
    Ok(companions)
}
