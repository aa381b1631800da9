//! Coordinates that are averaged along with opinions, against their projection.

use drift::rng::{Domain, StreamKey, normal};
use drift::{AgentId, Matrix, MentorSet, Params, Traits, World};

#[test]
fn averaged_coordinates_are_those_of_the_opinions() {
    let dims = 60;
    let key = StreamKey::new(4, Domain::INITIAL_OPINIONS);
    let values = (0..300).flat_map(|agent| {
        let mut stream = key.stream(agent);
        (0..dims).map(move |_| normal(&mut stream) as f32)
    });
    let opinions = Matrix::from_rows(dims, values.collect()).expect("full rows");
    let observer = opinions.row(7).to_vec();
    for refit_interval in [None, Some(70)] {
        let params = Params { refit_interval, ..Params::default() };
        let mut world = World::new(opinions.try_clone().expect("small"), params, 1).expect("legal");
        let mentors = MentorSet::new(&[3, 4].map(AgentId)).expect("two mentors");
        let mentored = Traits { mentors, mentorship: 0.5, ..Traits::default() };
        world.set_traits(AgentId(9), mentored).expect("between steps");
        let id = world.add_observer(&observer, Traits::default(), 0).expect("room");
        (0..200).for_each(|_| world.step());
        for agent in (0..300).map(AgentId).chain([id]) {
            let mut projected = [0.0; 8];
            world.projection().project(world.opinion(agent).expect("exists"), &mut projected);
            let averaged = world.coordinates(agent).expect("exists");
            let error = projected.iter().zip(averaged).fold(0.0f32, |most, (a, b)| most.max((a - b).abs()));
            assert!(error < 2e-6 * world.initial_spread(), "{agent:?} is {error} off");
        }
    }
}
