//! Does the engine, set to a textbook's model, find what the textbook found?

use normie_descent::belief::Beliefs;
use normie_descent::chance::{Chance, Purpose, normal, uniform};
use normie_descent::drift::{Audience, Averaging, Circle, Kernel, Params, PersonId, Reach, Traits, World};
use rand::Rng;

/// Everyone is heard, pulls are averaged by attention, and a person goes the whole way.
fn textbook(kernel: Kernel, radius: f32) -> Params {
    Params {
        audience: Audience::Everyone,
        averaging: Averaging::ByAttention,
        kernel,
        reach: Reach::Radius(radius),
        susceptibility: 1.0,
        anchor: 0.0,
        ..Params::default()
    }
}

/// Opinions on a line.
fn line(opinions: impl IntoIterator<Item = f64>) -> Beliefs {
    Beliefs::from_rows(1, opinions.into_iter().map(|x| x as f32).collect()).expect("rows of one")
}

/// Runs until nobody moves: sizes of the clusters from left to right, and the step of the last movement.
fn settled(world: &mut World, limit: u32) -> (Vec<usize>, u32) {
    let mut last_move = 0;
    for _ in 0..limit {
        let before = world.beliefs().clone();
        world.step();
        let still = |(x, y): (&f32, &f32)| (x - y).abs() < 1e-6;
        if before.values().iter().zip(world.beliefs().values()).all(still) {
            break;
        }
        last_move = world.day();
    }
    let mut opinions: Vec<f32> = world.beliefs().rows().map(|row| row[0]).collect();
    opinions.sort_by(f32::total_cmp);
    let clusters = opinions.chunk_by(|a, b| b - a < 1e-4).map(<[f32]>::len).collect();
    (clusters, last_move)
}

#[test]
fn hegselmann_krause_splits_a_hundred_equally_spaced_people_as_published() {
    for (radius, sizes, steps) in [(0.05, vec![12, 12, 12, 12, 4, 12, 12, 12, 12], 19), (0.25, vec![100], 9)]
    {
        let people = line((0..100).map(|i| f64::from(i) / 99.0));
        let mut world = World::new(people, textbook(Kernel::Flat, radius), 1).expect("legal");
        assert_eq!(settled(&mut world, 200), (sizes, steps), "radius {radius}");
    }
}

#[test]
fn hegselmann_krause_counts_on_the_unit_interval_fall_with_confidence() {
    // Mean number of clusters of at least one person in a hundred, over ten random populations of 1 000.
    for (radius, low, high) in
        [(0.01, 28.0, 40.0), (0.05, 7.0, 9.0), (0.1, 3.5, 4.5), (0.2, 1.5, 2.5), (0.25, 1.0, 1.2)]
    {
        let mut clusters = 0;
        for seed in 0..10 {
            let chance = Chance::new(seed, Purpose::Factors);
            let people = line((0..1_000).map(|person| uniform(&mut chance.of(person))));
            let mut world = World::new(people, textbook(Kernel::Flat, radius), seed).expect("legal");
            let (sizes, _) = settled(&mut world, 300);
            clusters += sizes.iter().filter(|&&size| size >= 10).count();
        }
        let mean = clusters as f64 / 10.0;
        println!("radius {radius}: {mean}");
        assert!((low..=high).contains(&mean), "radius {radius}: {mean} clusters");
    }
}

#[test]
fn on_long_lines_clusters_stand_more_than_two_confidences_apart() {
    // Blondel, Hendrickx and Tsitsiklis (IEEE Transactions on Automatic Control 54, 2009) find about 2.2 for people
    // who start equally spaced; chance in the first places makes it more. The clusters at the ends do not count.
    let chance = Chance::new(5, Purpose::Factors);
    let scattered = (0..12_001).map(|person| 60.0 * uniform(&mut chance.of(person)));
    let spaced = (0..12_001).map(|i| f64::from(i) * 60.0 / 12_000.0);
    for (people, low, high) in [(line(spaced), 2.15, 2.35), (line(scattered), 2.4, 3.0)] {
        let mut world = World::new(people, textbook(Kernel::Flat, 1.0), 1).expect("legal");
        settled(&mut world, 2_000);
        let mut places: Vec<f32> = world.beliefs().rows().map(|row| row[0]).collect();
        places.sort_by(f32::total_cmp);
        let clusters = places.chunk_by(|a, b| b - a < 1e-3).filter(|cluster| cluster.len() > 60);
        let large: Vec<f32> = clusters.map(|cluster| cluster[0]).collect();
        let spacing = (large[large.len() - 2] - large[1]) / (large.len() - 3) as f32;
        println!("{} clusters, {spacing} apart", large.len());
        assert!((low..=high).contains(&spacing), "{spacing}");
    }
}

#[test]
fn consensus_strikes_back_where_more_room_ends_in_one_cluster_again() {
    // Lorenz, *Complexity* 12, 2006: 20 001 people equally spaced on [0, L], confidence 1.
    for (length, clusters) in [(5.0, 1), (5.3, 3), (5.5, 3), (5.7, 3), (6.0, 1), (6.8, 3), (7.2, 3)] {
        let people = line((0..=20_000).map(|i| f64::from(i) * length / 20_000.0));
        let mut world = World::new(people, textbook(Kernel::Flat, 1.0), 1).expect("legal");
        let (sizes, _) = settled(&mut world, 4_000);
        assert_eq!(sizes.len(), clusters, "L {length}: {sizes:?}");
    }
}

#[test]
fn a_step_is_the_gradient_of_log_density_times_the_squared_bandwidth() {
    let (people, dims, h) = (300, 5, 0.9f64);
    let mut rows = Vec::new();
    for person in 0..people {
        let mut stream = Chance::new(2, Purpose::Factors).of(person);
        rows.extend((0..dims).map(|_| normal(&mut stream) as f32));
    }
    let beliefs = Beliefs::from_rows(dims, rows).expect("whole rows");
    let mut world = World::new(beliefs.clone(), textbook(Kernel::Gauss, h as f32), 1).expect("legal");
    world.step();
    let h = f64::from(world.bandwidth());
    let mut worst = 0.0f64;
    for person in 0..people {
        // ∇ log p̂(x) = Σ k (y − x) / (h² Σ k), the density estimate's own gradient, in double precision.
        let x: Vec<f64> = beliefs.row(person).iter().map(|&v| f64::from(v)).collect();
        let (mut density, mut gradient) = (0.0, vec![0.0; dims]);
        for other in beliefs.rows() {
            let difference: Vec<f64> = other.iter().zip(&x).map(|(&y, x)| f64::from(y) - x).collect();
            let k = libm::exp(-difference.iter().map(|d| d * d).sum::<f64>() / (2.0 * h * h));
            density += k;
            gradient.iter_mut().zip(&difference).for_each(|(g, d)| *g += k * d / (h * h));
        }
        for ((&after, x), g) in world.beliefs().row(person).iter().zip(&x).zip(&gradient) {
            worst = worst.max((f64::from(after) - x - h * h * g / density).abs());
        }
    }
    assert!(worst < 2e-6, "{worst}");
}

#[test]
fn friedkin_and_johnsens_fixed_point_is_reached() {
    let (people, dims) = (24usize, 3usize);
    let mut stream = Chance::new(4, Purpose::Mentors).of(0);
    let rows = (0..people * dims).map(|_| normal(&mut stream) as f32).collect();
    let beliefs = Beliefs::from_rows(dims, rows).expect("whole rows");
    let params = Params { susceptibility: 1.0, ..Params::default() };
    let mut world = World::new(beliefs.clone(), params, 1).expect("legal");
    let (mut weights, mut anchor) = (vec![vec![0.0f64; people]; people], vec![0.0f64; people]);
    for person in 0..people {
        let size = 2 + person % 7;
        let others: Vec<u32> =
            (0..size).map(|_| (person as u32 + 1 + (stream.next_u64() % 23) as u32) % 24).collect();
        others.iter().for_each(|&mentor| weights[person][mentor as usize] += 1.0 / size as f64);
        anchor[person] = f64::from(0.05f32 + 0.03 * person as f32);
        let mentors: Vec<PersonId> = others.into_iter().map(PersonId).collect();
        let traits = Traits {
            anchor: Some(anchor[person] as f32),
            mentorship: 1.0,
            mentors: Circle::new(&mentors).expect("two to eight"),
            ..Traits::default()
        };
        world.set_traits(PersonId(person as u32), traits).expect("legal");
    }
    (0..400).for_each(|_| world.step());
    for dim in 0..dims {
        // (I − (I − Λ)W) x = Λ a
        let mut system: Vec<Vec<f64>> = (0..people)
            .map(|i| {
                let mut row: Vec<f64> =
                    (0..people).map(|j| f64::from(i == j) - (1.0 - anchor[i]) * weights[i][j]).collect();
                row.push(anchor[i] * f64::from(beliefs.row(i)[dim]));
                row
            })
            .collect();
        for (person, exact) in solved(&mut system).into_iter().enumerate() {
            let error = (f64::from(world.beliefs().row(person)[dim]) - exact).abs();
            assert!(error < 1e-5, "person {person}: off by {error}");
        }
    }
}

/// Solves a linear system, given with its right-hand side as last column, by elimination with pivots.
fn solved(system: &mut [Vec<f64>]) -> Vec<f64> {
    let n = system.len();
    for column in 0..n {
        let size = |row: &usize| system[*row][column].abs();
        let pivot = (column..n).max_by(|a, b| size(a).total_cmp(&size(b))).expect("rows are left");
        system.swap(column, pivot);
        let leading = system[column].clone();
        for (row, values) in system.iter_mut().enumerate() {
            if row != column {
                let factor = values[column] / leading[column];
                values.iter_mut().zip(&leading).for_each(|(x, l)| *x -= factor * l);
            }
        }
    }
    (0..n).map(|row| system[row][n] / system[row][row]).collect()
}

#[test]
fn people_with_fixed_weights_and_no_anchor_agree_on_what_the_heard_believe() {
    // DeGroot 1974: consensus at πx, π the left eigenvector of the weights, and not at the mean.
    let people = line((0..20).map(f64::from));
    let params = Params { susceptibility: 1.0, anchor: 0.0, ..Params::default() };
    let mut world = World::new(people, params, 1).expect("legal");
    let mut stream = Chance::new(9, Purpose::Mentors).of(0);
    let mut weights = vec![vec![0.0f64; 20]; 20];
    for person in 0..20u32 {
        // Everybody hears the next person, so that nobody is unheard; the rest prefer low numbers.
        let heard: Vec<PersonId> = [1, 2 + (stream.next_u64() % 3) as u32, 20 - person.clamp(1, 19)]
            .map(|step| PersonId((person + step) % 20))
            .into_iter()
            .filter(|&PersonId(other)| other != person)
            .collect();
        let share = 1.0 / heard.len() as f64;
        heard.iter().for_each(|mentor| weights[person as usize][mentor.index()] += share);
        let mentors = Circle::new(&heard).expect("two or three");
        let traits = Traits { mentorship: 1.0, mentors, ..Traits::default() };
        world.set_traits(PersonId(person), traits).expect("legal");
    }
    let mut say = vec![0.05f64; 20];
    for _ in 0..2_000 {
        say = (0..20).map(|j| (0..20).map(|i| say[i] * weights[i][j]).sum()).collect();
    }
    let agreed: f64 = say.iter().enumerate().map(|(person, say)| say * person as f64).sum();
    assert!((agreed - 9.5).abs() > 0.5, "the heard should not be average: {agreed}");
    (0..2_000).for_each(|_| world.step());
    for row in world.beliefs().rows() {
        assert!((f64::from(row[0]) - agreed).abs() < 1e-4, "{} instead of {agreed}", row[0]);
    }
}
