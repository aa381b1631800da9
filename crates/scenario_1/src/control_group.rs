//! Control group: simulated respondents in the visitor's place, for a percentile rank on later days.

use super::later_answers::Responder;
use super::lever::Lever;
use drift::rng::normal;
use drift::{AgentId, World, WorldError};
use quiz::population::{OpinionSpace, Respondent};
use quiz::questionnaire::{Answers, ItemModels};
use quiz::scoring::{NORM_SAMPLE_SIZE, PEOPLE, Predictor, score_batch};

/// Size of the control group; the standard error of a rank among them is about six of a hundred.
const CONTROL_GROUP_SIZE: usize = 63;

/// Adds the control group to `world` as observers with the default traits, and returns them with their responders.
///
/// Members answer the items with a response in `answers`. They belong neither to the population that predicts nor to the norm
/// sample, and have random streams of their own. `today` is the population that scores them.
///
/// # Errors
///
/// [`WorldError`] when `world` refuses an observer.
pub(super) fn control_group(
    world: &mut World,
    seed: u64,
    axes: &OpinionSpace,
    today: &Predictor,
    models: &ItemModels,
    answers: &Answers,
) -> Result<Vec<(AgentId, Responder)>, WorldError> {
    let people: Vec<Respondent> =
        (0..CONTROL_GROUP_SIZE).map(|n| Respondent::nth(seed, PEOPLE + NORM_SAMPLE_SIZE + n)).collect();
    let given: Vec<Answers> =
        people.iter().map(|person| person.answers(models, 0).mask_like(answers)).collect();
    let mut row = vec![0.0; world.opinions().dims()];
    let mut add = |(n, person): (usize, &Respondent)| {
        let mut unique_factors = person.unique_factors();
        axes.write_opinions(&person.factors, |_| normal(&mut unique_factors), &mut row);
        world.add_observer(&row, Lever::AsIs.traits(), 100 + n as u32)
    };
    let ids: Result<Vec<AgentId>, WorldError> = people.iter().enumerate().map(&mut add).collect();
    let responders =
        people.iter().zip(&given).zip(score_batch(today, &given)).map(|((person, &given), score)| {
            let latent = person.latent(models, 0);
            Responder { latent, style: person.style, given, style_factor: score.style_factor() }
        });
    Ok(ids?.into_iter().zip(responders).collect())
}
