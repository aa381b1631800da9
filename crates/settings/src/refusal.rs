//! Error messages of the engine, worded for a visitor.

use crate::registry::subject;
use drift::{MatrixError, MentorSet, OutOfRange, TraitsError, WorldError};

/// The sentence for a parameter out of range.
pub(super) fn out_of_range(refusal: &OutOfRange) -> String {
    let OutOfRange { parameter, value, low, high } = refusal;
    format!("{} is {value}, but it has to be between {low} and {high}", name(parameter))
}

/// The sentence for opinions that cannot be had.
pub(super) fn matrix(refusal: &MatrixError) -> String {
    match refusal {
        MatrixError::Ragged { values, dims } => format!("{values} numbers do not make rows of {dims}"),
        MatrixError::TooLarge { rows, dims, mib } => {
            format!("{rows} people with {dims} beliefs need {mib} MiB, and this tab has not got that")
        }
    }
}

/// The sentence for a world, or a change to it.
pub(super) fn world(refusal: &WorldError) -> String {
    match refusal {
        WorldError::OutOfRange(refusal) => out_of_range(refusal),
        WorldError::Traits(refusal) => traits(refusal),
        WorldError::Matrix(refusal) => matrix(refusal),
        WorldError::TooLarge { agents, dims, mib, limit_mib } => format!(
            "{agents} people with {dims} beliefs need {mib} MiB, and a world gets {limit_mib} MiB at most"
        ),
        WorldError::NotFinite { agent, dimension } => {
            format!("belief {dimension} of person {agent} is not a number")
        }
        WorldError::UnknownAgent(agent) => format!("there is no person {agent}"),
        WorldError::NotAnObserver(agent) => {
            format!("person {agent} belongs to the crowd; only guests can be put somewhere else")
        }
        WorldError::NetworkSize { network, population } => {
            format!("the network knows {network} people, the crowd has {population}")
        }
        WorldError::StepInProgress => "the day has begun; rules change when it is over".to_owned(),
    }
}

fn traits(refusal: &TraitsError) -> String {
    match refusal {
        TraitsError::OutOfRange(refusal) => out_of_range(refusal),
        TraitsError::MentorSetSize(size) => {
            let (least, most) = (MentorSet::SIZE.start(), MentorSet::SIZE.end());
            format!("a circle has between {least} and {most} mentors, not {size}")
        }
        TraitsError::NoMentors(mentorship) => format!("mentorship of {mentorship} needs a circle of mentors"),
        TraitsError::UnknownMentor(mentor) => format!("there is no person {mentor} to be a mentor"),
        TraitsError::ObserverMentor => {
            "guests can only be mentors of guests: the crowd does not know they are there".to_owned()
        }
        TraitsError::SelfMentor => "nobody is their own mentor".to_owned(),
    }
}

/// What a visitor calls a parameter of the engine. What no setting governs keeps its name.
fn name(parameter: &str) -> &str {
    subject(parameter).unwrap_or(match parameter {
        "observers" => "the number of guests",
        "observer_seed" => "the seed of an observer",
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::{AgentId, Matrix, Params, Traits, World};

    #[test]
    fn refusals_speak_of_people_and_not_of_agents() {
        let opinions = Matrix::from_rows(2, vec![0.0, 0.0, 1.0, 0.5, 0.2, 0.1]).expect("rows of two");
        let mut small = World::new(opinions, Params::default(), 1).expect("legal");
        let mentored = Traits { mentorship: 0.5, ..Traits::default() };
        for (refusal, sentence) in [
            (small.set_observer_opinion(AgentId(1), &[0.0; 2]), "person 1 belongs to the crowd"),
            (small.set_observer_opinion(AgentId(9), &[0.0; 2]), "there is no person 9"),
            (small.set_traits(AgentId(0), mentored), "mentorship of 0.5 needs a circle of mentors"),
        ] {
            let found = world(&refusal.expect_err("refused"));
            assert!(found.starts_with(sentence), "{found}");
        }
    }
}
