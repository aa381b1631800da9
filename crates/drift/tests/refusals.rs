//! Refusal of parameters, sizes and traits out of range, with errors that name them.

use drift::{
    AgentId, Bandwidth, Matrix, MentorSet, OutOfRange, Params, Traits, TraitsError, World, WorldError,
};

/// Twenty distinct opinions in the plane.
fn opinions() -> Matrix {
    Matrix::from_rows(2, (0..40u8).map(f32::from).collect()).expect("rows of two")
}

fn mentored(mentors: &[u32]) -> Traits {
    let mentors: Vec<AgentId> = mentors.iter().copied().map(AgentId).collect();
    let mentors = MentorSet::new(&mentors).expect("a legal set");
    Traits { mentorship: 0.5, mentors, ..Traits::default() }
}

#[test]
fn rules_out_of_range_are_refused_by_name() {
    let default = Params::default;
    for (params, field, sentence) in [
        (Params { posts_per_step: 0, ..default() }, "posts_per_step", "is 0, outside 1 to 64"),
        (Params { candidates_per_post: 513, ..default() }, "candidates_per_post", "outside 1 to 512"),
        (Params { feed_share: 1.5, ..default() }, "feed_share", "is 1.5, outside 0 to 1"),
        (Params { exploration: -0.1, ..default() }, "exploration", "is -0.1,"),
        (Params { convergence_rate: f32::NAN, ..default() }, "convergence_rate", "is not a number,"),
        (Params { stubbornness: 2.0, ..default() }, "stubbornness", "is 2,"),
        (Params { innovation: f32::INFINITY, ..default() }, "innovation", "outside 0 to 2"),
        (Params { expression: 1.1, ..default() }, "expression", "is 1.1,"),
        (Params { kernel_exponent: 0.1, ..default() }, "kernel_exponent", "outside 0.5 to 16"),
        (
            Params { bandwidth: Bandwidth::MeanAttention(0.0), ..default() },
            "mean_attention",
            "outside 0.001 to 0.9",
        ),
        (
            Params { bandwidth: Bandwidth::Fixed(0.0), ..default() },
            "fixed_bandwidth",
            "outside 0.0001 to 1000",
        ),
        (Params { embedding_width: 33, ..default() }, "embedding_width", "outside 1 to 32"),
        (Params { refit_interval: Some(0), ..default() }, "refit_interval", "outside 1 to 10000"),
    ] {
        let error = World::new(opinions(), params, 1).expect_err("out of range");
        assert!(
            matches!(error, WorldError::OutOfRange(OutOfRange { parameter: named, .. }) if named == field)
        );
        assert!(error.to_string().starts_with(field) && error.to_string().contains(sentence), "{error}");
    }
    assert_eq!(Params::default().check(), Ok(()));
}

#[test]
fn sizes_out_of_range_are_refused_with_a_sentence() {
    for (people, dims, sentence) in [
        (1, 2, "agents is 1, outside 2 to 1000000"),
        (1_000_001, 2, "agents is 1000001, outside 2 to 1000000"),
        (10, 2_049, "dims is 2049, outside 1 to 2048"),
    ] {
        let opinions = Matrix::zeros(people, dims).expect("fits");
        let error = World::new(opinions, Params::default(), 1).expect_err("out of range");
        assert_eq!(error.to_string(), sentence);
    }
    let opinions = Matrix::from_rows(2, vec![0.0, 1.0, f32::NAN, 0.0]).expect("two rows");
    let error = World::new(opinions, Params::default(), 1).expect_err("not a number");
    assert_eq!(error, WorldError::NotFinite { agent: 1, dimension: 0 });
}

#[test]
fn traits_that_make_no_sense_are_refused() {
    let mut world = World::new(opinions(), Params::default(), 1).expect("legal");
    let observer = world.add_observer(&[0.0, 0.0], Traits::default(), 0).expect("legal");
    let mut refused = |person: u32, traits| world.set_traits(AgentId(person), traits).expect_err("refused");
    let traits = |error: TraitsError| WorldError::Traits(error);
    assert_eq!(refused(3, mentored(&[4, 3])), traits(TraitsError::SelfMentor));
    assert_eq!(refused(3, mentored(&[4, observer.0])), traits(TraitsError::ObserverMentor));
    assert_eq!(refused(3, mentored(&[4, 77])), traits(TraitsError::UnknownMentor(77)));
    assert_eq!(refused(99, Traits::default()), WorldError::UnknownAgent(99));
    let alone = Traits { mentorship: 0.5, ..Traits::default() };
    assert_eq!(refused(3, alone), traits(TraitsError::NoMentors(0.5f32.into())));
    let pushy = Traits { stubbornness: Some(1.5), ..Traits::default() };
    assert!(refused(3, pushy).to_string().starts_with("stubbornness is 1.5"));
    assert_eq!(MentorSet::new(&[AgentId(1)]), Err(TraitsError::MentorSetSize(1)));
    assert_eq!(
        MentorSet::new(&[AgentId(1); 9]).expect_err("too many").to_string(),
        "a mentor set has 2 to 8 members, not 9"
    );
}
