//! The measures of a panel on populations with known answers.

use drift::Params;
use drift::linalg::Matrix;
use experiments::pace::belief_metric::BeliefMetric;
use experiments::pace::comparison::preset_panel;
use experiments::pace::facts::{cross_sections, facts};
use experiments::pace::forecast::QUANTITIES;
use experiments::pace::interview::{MOODS, interview};
use experiments::pace::panel_measures::PanelResponses;
use experiments::pace::panel_waves::Instrument;
use experiments::pace::panel_world::PanelWorld;
use experiments::pace::statistic::{Statistic, StatisticValues};
use experiments::pace::world_rules::{RULE_PARAMETERS, WorldRules};
use perplexity::item_bank::{FACTORS, ITEM_COUNT};
use perplexity::opinions::OpinionAxes;
use settings::{REAL_STEPS_PER_YEAR, as_people_move};

/// People, as many as in the real panels.
const PEOPLE: usize = 3_856;

/// How a population moves from one interview to the next.
#[derive(Clone, Copy)]
enum Movement {
    Nobody,
    /// Everybody keeps this share and gets the rest from nowhere; the crowd keeps its shape (first-order autoregression).
    Turnover(f64),
    /// Everybody moves so many steps of mean shift.
    Assimilation(f64),
    /// The factor scores move away from the middle by this share.
    Widening(f64),
}

/// Statistics of a population that moves so.
fn measured(movement: Movement) -> StatisticValues {
    let instrument = Instrument::default();
    let axes = OpinionAxes::new(1, ITEM_COUNT);
    let population = |seed: u64| axes.population(seed, PEOPLE).expect("a small world");
    let mut opinions = population(1);
    let mut waves = Vec::new();
    for wave in 0..3 {
        if wave > 0 {
            opinions = moved(&opinions, movement, &instrument.metric, &population(10 + wave));
        }
        waves.push(interview(&opinions, 1, wave as u32));
    }
    let late = waves[2].clone();
    let waves = waves.try_into().expect("three interviews");
    PanelResponses { waves, late, seed: 1 }.measure(&instrument)
}

fn moved(opinions: &Matrix, movement: Movement, metric: &BeliefMetric, fresh: &Matrix) -> Matrix {
    let mut next = opinions.clone();
    // Opinions that one unit of a factor adds.
    let axes = OpinionAxes::new(1, ITEM_COUNT);
    let loadings: Vec<Vec<f32>> = (0..FACTORS)
        .map(|k| {
            let mut row = vec![0.0; ITEM_COUNT];
            axes.write(&core::array::from_fn(|j| f64::from(u8::from(j == k))), |_| 0.0, &mut row);
            row
        })
        .collect();
    for n in 0..PEOPLE {
        let row = next.row_mut(n);
        let mut shift = |by: [f64; FACTORS]| {
            for (loading, by) in loadings.iter().zip(by) {
                row.iter_mut().zip(loading).for_each(|(x, l)| *x += (by * f64::from(*l)) as f32);
            }
        };
        let factors = factors_of(&loadings, opinions.row(n));
        match movement {
            Movement::Nobody => {}
            Movement::Turnover(kept) => {
                let new = f64::sqrt(1.0 - kept * kept);
                let mixed =
                    |(x, y): (&mut f32, &f32)| *x = (kept * f64::from(*x) + new * f64::from(*y)) as f32;
                row.iter_mut().zip(fresh.row(n)).for_each(mixed);
            }
            Movement::Assimilation(steps) => {
                let point = metric.point_of(&factors);
                shift(metric.factors_at(&metric.mean_shift(&point)).map(|f| steps * f));
            }
            Movement::Widening(share) => shift(factors.map(|f| share * f)),
        }
    }
    next
}

/// Least-squares factor scores of a row of opinions.
fn factors_of(loadings: &[Vec<f32>], row: &[f32]) -> [f64; FACTORS] {
    use perplexity::symmetric::Cholesky;
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + f64::from(x * y));
    let squares = core::array::from_fn(|i| core::array::from_fn(|j| dot(&loadings[i], &loadings[j])));
    let products = core::array::from_fn(|i| dot(&loadings[i], row));
    Cholesky::of(&squares).expect("factors differ").solve(products)
}

#[test]
fn nobody_moves() {
    let found = measured(Movement::Nobody);
    println!("{found:?}");
    let near = |statistic: Statistic, value: f64, by: f64| {
        assert!((found.get(statistic) - value).abs() < by, "{statistic:?}: {}", found.get(statistic));
    };
    near(Statistic::StabilityTwoYears, 1.0, 0.005);
    near(Statistic::StabilityInstitutions, 1.0, 0.02);
    near(Statistic::StabilityQuestion, 1.0, 0.015);
    near(Statistic::KeptForward, 1.0, 0.06);
    near(Statistic::KeptReversed, 1.0, 0.06);
    near(Statistic::SpreadFourYears, 1.0, 0.02);
    near(Statistic::GradientForward, 0.0, 0.02);
    near(Statistic::GradientReversed, 0.0, 0.02);
    near(Statistic::DisjointFourYears, 1.0 - MOODS, 0.015);
    near(Statistic::NetOutward, 0.0, 0.012);
    // Errors alone look like assimilation to whoever compares before and after.
    assert!(found.get(Statistic::NaiveChange) < -0.2 && found.get(Statistic::NaiveGradient) > 0.15);
}

#[test]
fn a_crowd_that_keeps_its_shape_turns_over_alike_in_both_directions() {
    let found = measured(Movement::Turnover(0.963));
    println!("{found:?}");
    let near = |statistic: Statistic, value: f64, by: f64| {
        assert!((found.get(statistic) - value).abs() < by, "{statistic:?}: {}", found.get(statistic));
    };
    near(Statistic::StabilityTwoYears, 0.963, 0.008);
    near(Statistic::StabilityQuestion, 0.963, 0.02);
    near(Statistic::KeptForward, 0.94, 0.07);
    near(Statistic::KeptReversed, 0.94, 0.07);
    near(Statistic::NetFlow, 0.0, 0.1);
    near(Statistic::SpreadFourYears, 1.0, 0.03);
    // The same populations in a prototype of the panels' analysis: .06 and .07.
    near(Statistic::GradientForward, 0.065, 0.025);
    near(Statistic::GradientReversed, 0.065, 0.025);
}

#[test]
fn assimilation_and_widening_tell_forward_from_backward() {
    let drawn_in = measured(Movement::Assimilation(0.15));
    println!("{drawn_in:?}");
    assert!(drawn_in.get(Statistic::GradientForward) > 0.08);
    assert!(drawn_in.get(Statistic::GradientReversed) < -0.04);
    assert!(drawn_in.get(Statistic::NetFlow) < -0.05);
    assert!(drawn_in.get(Statistic::SpreadFourYears) < 0.92);
    let widened = measured(Movement::Widening(0.05));
    println!("{widened:?}");
    assert!(widened.get(Statistic::GradientForward) < widened.get(Statistic::GradientReversed) - 0.05);
    assert!(widened.get(Statistic::NetFlow) > 0.05);
    // 1.05⁴ of what is not mood; answers in five categories show a little less.
    let spread = widened.get(Statistic::SpreadFourYears);
    assert!((spread - (1.2155 * (1.0 - MOODS) + MOODS)).abs() < 0.06, "{spread}");
    assert!(widened.get(Statistic::ParticipationRatio) < -0.02);
}

#[test]
fn a_world_is_interviewed_while_it_runs_and_its_seed_decides() {
    let instrument = Instrument::default();
    let panel = |params: &Params, steps_per_year: f64, seed: u64| {
        PanelWorld::new(params.clone(), steps_per_year, seed, 400).measure(&instrument, 12.0)
    };
    let default = panel(&Params::default(), 30.0, 1);
    assert_eq!(panel(&Params::default(), 30.0, 1), default);
    assert_ne!(panel(&Params::default(), 30.0, 2), default);
    let still = Params { convergence_rate: 0.0, stubbornness: 0.0, ..Params::default() };
    let still = panel(&still, 1.0, 1);
    // The default world attracts: in 120 steps its people come closer, and outsiders first.
    assert!(default.get(Statistic::SpreadFourYears) < 0.9, "{default:?}");
    assert!((still.get(Statistic::SpreadFourYears) - 1.0).abs() < 0.07, "{still:?}");
    assert!((still.get(Statistic::DisjointFourYears) - 1.0 + MOODS).abs() < 0.07, "{still:?}");
    let spread = |params: Params| {
        let mut world = PanelWorld::new(params, 1.0, 1, 400);
        let first = world.spread();
        world.run_until(4.0);
        world.spread() / first
    };
    // Interviews find the spread that there is.
    let innovative =
        Params { shared_innovation: 0.3, convergence_rate: 0.0, stubbornness: 0.0, ..Params::default() };
    let (found, real) = (panel(&innovative, 1.0, 1).get(Statistic::SpreadFourYears), spread(innovative));
    assert!(real > 1.25 && (found / real - 1.0).abs() < 0.1, "{found} {real}");
}

/// Cells of a kept table, without its heading.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().skip(1).map(|row| row.split(',').collect()).collect()
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

#[test]
fn the_preset_moves_as_real_people_do() {
    let kept = rows(include_str!("../data/real_pace_facts.csv"));
    let of_preset = |statistic: Statistic| {
        let row = kept.iter().find(|row| row[0] == statistic.key()).expect("every statistic is kept");
        number(row[6])
    };
    for statistic in [
        Statistic::StabilityTwoYears,
        Statistic::StabilityFourYears,
        Statistic::KeptForward,
        Statistic::KeptReversed,
        Statistic::SpreadFourYears,
        Statistic::ParticipationRatio,
        Statistic::GradientForward,
    ] {
        let found = of_preset(statistic);
        assert!(facts()[statistic as usize].holds(found), "{statistic:?}: {found}");
    }
    assert!(of_preset(Statistic::KeptForward) > of_preset(Statistic::KeptReversed));
    // What is kept is the mean of many worlds; some of them, of today's engine, are near it.
    let some = preset_panel(&Instrument::default(), 4, 3_000);
    for (statistic, by) in [
        (Statistic::StabilityTwoYears, 0.006),
        (Statistic::SpreadFourYears, 0.03),
        (Statistic::ParticipationRatio, 0.04),
        (Statistic::GradientForward, 0.02),
        (Statistic::StabilityQuestion, 0.006),
    ] {
        let (found, kept) = (some.get(statistic), of_preset(statistic));
        assert!((found - kept).abs() < by, "{statistic:?}: {found} {kept}");
    }
}

#[test]
fn the_preset_is_inside_the_posterior() {
    let kept = rows(include_str!("../data/real_pace_parameters.csv"));
    let rules = WorldRules::of_params(&as_people_move(), f64::from(REAL_STEPS_PER_YEAR));
    for (row, (value, parameter)) in kept.iter().zip(rules.values.iter().zip(RULE_PARAMETERS)) {
        assert_eq!(row[0], parameter.key);
        let [low, high] = [row[3], row[7]].map(number);
        assert!((low..=high).contains(value), "{}: {value} is not within {low} and {high}", row[0]);
    }
}

#[test]
fn innovation_of_each_belief_by_itself_takes_their_constraint_apart() {
    // As fast as factors really move, but independently in each dimension.
    let params = Params {
        convergence_rate: 0.0,
        stubbornness: 0.0,
        decay: 0.013 / 4.0,
        innovation: 0.5 * 0.56,
        ..Params::default()
    };
    let found = PanelWorld::new(params, 4.0, 7, 3_000).measure(&Instrument::default(), 12.0);
    assert!(found.get(Statistic::ParticipationRatio) > 0.3, "{found:?}");
    assert!(found.get(Statistic::StabilityQuestion) < 0.85, "{found:?}");
}

#[test]
fn the_kept_forecast_passes_through_what_was_surveyed_and_ends_in_2030() {
    let kept = rows(include_str!("../data/real_pace_forecast.csv"));
    let of_year = |quantity: &str, year: f64| {
        let row = kept.iter().find(|row| row[0] == quantity && number(row[1]) == year);
        let row = row.unwrap_or_else(|| panic!("{quantity} of {year}"));
        [2, 3, 4, 5, 6].map(|at: usize| number(row[at]))
    };
    for section in cross_sections() {
        let [_, low, high] = section.participation_ratio;
        let fan = of_year("participation_ratio", section.year);
        assert!(fan[0] < high && low < fan[4], "{}: {fan:?}", section.year);
    }
    for quantity in QUANTITIES {
        let (first, last) = (of_year(quantity, 2006.0), of_year(quantity, 2030.0));
        assert!(last.is_sorted() && last[4] - last[0] > first[4] - first[0], "{quantity}: {last:?}");
    }
}
