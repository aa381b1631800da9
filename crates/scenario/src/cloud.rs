//! The visitor's cloud: plausible selves with their opinions, and their place in a world under each lever.

use drift::{AgentId, World, WorldError, squared_distance};
use perplexity::drifted::{BeliefPoint, FactorMap};
use perplexity::likeness::Likeness;
use perplexity::plausible::{PlausibleSelf, plausible_selves};
use perplexity::posterior::PosteriorDraws;
use quiz::population::{OpinionSpace, opinions_of};
use quiz::questionnaire::Answers;

use crate::later_answers::Responder;
use crate::lever::{Lever, form_mentor_group};

/// Number of plausible selves as which the visitor enters a world under each lever.
pub const SELVES: usize = 12;

/// Plausible selves of which one enters the world. See [`stratified_selves`].
const STRATUM: usize = 20;

/// Seed of the observers' random streams: the same for all selves, so that all of them sample the same authors.
const STREAM: u32 = 0;

/// The visitor's selves in a world.
#[derive(Clone, Debug)]
pub(crate) struct Cloud {
    /// Answers of day 0.
    pub given: Answers,
    /// Points of the selves on day 0.
    pub start: Vec<BeliefPoint>,
    responders: Vec<Responder>,
    /// The selves' observers, lever by lever in the order of [`Lever::ALL`].
    observers: Vec<Vec<AgentId>>,
}

impl Cloud {
    /// Adds the selves of a visitor to `world`, as observers with the traits of each lever, and the mentors of
    /// [`Lever::Mentors`].
    ///
    /// # Errors
    ///
    /// [`WorldError`] when `world` refuses an observer.
    pub(crate) fn enter(
        world: &mut World,
        space: &OpinionSpace,
        map: &FactorMap,
        given: &Answers,
        posterior: &PosteriorDraws,
        likeness: &Likeness,
    ) -> Result<Cloud, WorldError> {
        let seed = given.set().seed();
        let selves = stratified_selves(given, posterior, likeness);
        let rows: Vec<Vec<f32>> =
            selves.iter().enumerate().map(|(number, own)| opinions_of(own, number, seed, space)).collect();
        let mut observers = Vec::with_capacity(Lever::ALL.len());
        for lever in Lever::ALL {
            let add = |row: &Vec<f32>| world.add_observer(row, lever.traits(), STREAM);
            observers.push(rows.iter().map(add).collect::<Result<Vec<AgentId>, WorldError>>()?);
        }
        let heeding = &observers[Lever::Mentors as usize];
        let first = nearest_to_mean(world, heeding);
        form_mentor_group(world, first, heeding, STREAM + 1)?;
        Ok(Cloud {
            given: *given,
            start: rows.iter().map(|row| map.point(row)).collect(),
            responders: selves
                .iter()
                .enumerate()
                .map(|(number, own)| Responder::new(own, number, given))
                .collect(),
            observers,
        })
    }

    /// Observers of the selves under a lever.
    pub(crate) fn observers(&self, lever: Lever) -> &[AgentId] {
        &self.observers[lever as usize]
    }

    /// Each self under a lever: its responder, and its opinions in `world` now and on day 0.
    pub(crate) fn selves<'a>(
        &'a self,
        world: &'a World,
        lever: Lever,
    ) -> impl Iterator<Item = (&'a Responder, &'a [f32], &'a [f32])> {
        let row = |row: Result<&'a [f32], WorldError>| row.expect("the selves are observers of this world");
        self.responders
            .iter()
            .zip(self.observers(lever))
            .map(move |(responder, &own)| (responder, row(world.opinion(own)), row(world.anchor(own))))
    }
}

/// [`SELVES`] plausible selves that are spread over the posterior of the surprisal: of twenty times as many, in the order
/// of their surprisal in the population of today, the middle one of each stratum; ascending by surprisal. A random dozen has a mean that is off by a
/// third of a bit, and by a bit where answers leave much open.
///
/// * `posterior` – that of the answers `given`.
pub fn stratified_selves(
    given: &Answers,
    posterior: &PosteriorDraws,
    likeness: &Likeness,
) -> Vec<PlausibleSelf> {
    let candidates = plausible_selves(posterior, &given.item_answers(), SELVES * STRATUM);
    let bits: Vec<f64> = candidates.iter().map(|own| likeness.surprisal(own.factors())).collect();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&a, &b| bits[a].total_cmp(&bits[b]));
    let middle = |stratum: usize| order[(2 * stratum + 1) * order.len() / (2 * SELVES)];
    (0..SELVES).map(|stratum| candidates[middle(stratum)].clone()).collect()
}

/// The self nearest to the mean of all in the recommender's embedding.
fn nearest_to_mean(world: &World, selves: &[AgentId]) -> AgentId {
    let at = |own: AgentId| world.coordinates(own).expect("the selves are observers of this world");
    let mut mean = vec![0.0f32; world.embedding().padded(0).len()];
    for &own in selves {
        mean.iter_mut().zip(at(own)).for_each(|(sum, z)| *sum += z / selves.len() as f32);
    }
    let distance = |own: AgentId| squared_distance(at(own), &mean);
    selves
        .iter()
        .copied()
        .fold(selves[0], |best, own| if distance(own) < distance(best) { own } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::respondent::SimulatedRespondent;
    use perplexity::response_model::factors;
    use quiz::questionnaire::{Response, SET_2};

    #[test]
    fn the_selves_surprise_on_average_as_the_posterior_does() {
        let likeness = Likeness::default();
        for n in 0..8 {
            let responses = SimulatedRespondent::nth(5, n).responses(0);
            let response = |q: usize| Response::new(usize::from(*responses.get(q)?));
            let given = Answers::of(&SET_2, |q| if q % 3 == 0 { response(q) } else { None });
            let posterior = PosteriorDraws::new(&given.item_answers().observations());
            let surprisals = posterior.draws().map(|(draw, _)| likeness.surprisal(factors(draw)));
            let expected = posterior.expectation(surprisals);
            let selves = stratified_selves(&given, &posterior, &likeness);
            let mean = selves.iter().map(|own| likeness.surprisal(own.factors())).sum::<f64>() / 12.0;
            println!("{expected:.2} {:+.3}", mean - expected);
            assert!(selves.len() == SELVES && (mean - expected).abs() < 0.12, "{mean} {expected}");
        }
    }
}
