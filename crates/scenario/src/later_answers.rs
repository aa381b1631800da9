//! Answers of the visitor's selves on a later day, with the response errors of day 0.

use drift::rng::{StreamKey, normal_cdf, normal_quantile, uniform};
use perplexity::item_bank::{FACTORS, ITEM_COUNT, ITEMS, ItemParameters};
use perplexity::plausible::PlausibleSelf;
use perplexity::response_model::{RELIABILITY, stretch};
use quiz::questionnaire::{Answers, QuestionSet, Response};

use crate::domains;
use crate::report::SideChange;

/// Latent response of one self to one item on day 0.
#[derive(Clone, Copy, Debug)]
struct LatentResponse {
    /// Index of the item in its set.
    question: usize,
    /// Index of the item in the bank.
    bank: usize,
    /// y* of day 0, in the category that was chosen.
    value: f64,
}

/// One self's latent responses to the items that the visitor answered, without the reverse-keyed ones. Response errors stay
/// those of day 0, so that an answer changes only when an opinion does.
#[derive(Clone, Debug)]
pub(crate) struct Responder {
    latent: Vec<LatentResponse>,
    /// Factor exp(σg) by which the self's response style scales thresholds.
    stretch: f64,
}

impl Responder {
    /// The responder of self `number` to the items of `given`. The response error of each item is drawn from its
    /// distribution given the self's opinion and the category chosen.
    pub(crate) fn new(own: &PlausibleSelf, number: usize, given: &Answers) -> Responder {
        let stretch = stretch(own.parameters[FACTORS]);
        let mut errors = StreamKey::new(0, domains::RESPONSE_ERRORS).stream(number);
        // One for each item of the bank, whether it was answered or not.
        let shares: Vec<f64> = (0..ITEM_COUNT).map(|_| uniform(&mut errors)).collect();
        let latent = scored(given).map(|(question, bank, response)| {
            let item = &ITEMS[bank];
            let stable = own.opinion(bank);
            let value = latent_in_category(item, response.index(), stretch, stable, shares[bank]);
            LatentResponse { question, bank, value }
        });
        Responder { latent: latent.collect(), stretch }
    }

    /// Responses of a day, in the order of [`scored`].
    ///
    /// * `now`, `at_first` – opinion vectors of that day and of day 0, the bank's items first.
    fn responses(&self, now: &[f32], at_first: &[f32]) -> impl Iterator<Item = (usize, usize)> {
        self.latent.iter().map(move |latent| {
            let moved = f64::from(now[latent.bank]) - f64::from(at_first[latent.bank]);
            let y = latent.value + f64::sqrt(RELIABILITY) * moved;
            (latent.question, ITEMS[latent.bank].category(y, self.stretch))
        })
    }
}

/// Items that were answered and are not reverse-keyed: index in the set, index in the bank, response.
fn scored(given: &Answers) -> impl Iterator<Item = (usize, usize, Response)> {
    given.answered().filter_map(|(question, response)| {
        let item = &given.set().items()[question];
        (!item.reverse_keyed).then_some((question, item.bank, response))
    })
}

/// Latent response with the stable part `stable`, given that it is in a category: the quantile `share`, 0 to 1.
fn latent_in_category(item: &ItemParameters, category: usize, stretch: f64, stable: f64, share: f64) -> f64 {
    /// Distance from a bound that a response keeps, so that the category is that which was chosen.
    const MARGIN: f64 = 1e-6;
    let error_sd = f64::sqrt(1.0 - RELIABILITY);
    let bound = |at: Option<usize>, end: f64| {
        at.and_then(|at| item.thresholds.get(at)).map_or(end, |threshold| threshold * stretch)
    };
    let low = bound(category.checked_sub(1), f64::NEG_INFINITY);
    let high = bound(Some(category), f64::INFINITY);
    let [below, above] = [low, high].map(|y| normal_cdf((y - stable) / error_sd));
    let at = (below + share * (above - below)).clamp(1e-12, 1.0 - 1e-12);
    (stable + error_sd * normal_quantile(at)).min(high - MARGIN).max(low + MARGIN)
}

/// Answers of all selves on one day.
pub(crate) struct LaterAnswers {
    /// The modal answer of each item.
    pub typical: Answers,
    /// Share of the selves that left their side, item by item.
    pub changes: Vec<SideChange>,
    /// Number of answers that left their side in the median self.
    pub changed: u8,
}

impl LaterAnswers {
    /// Answers of a day.
    ///
    /// * `selves` – each self's responder, and its opinion vectors of that day and of day 0.
    pub(crate) fn new<'a>(
        given: &Answers,
        selves: impl Iterator<Item = (&'a Responder, &'a [f32], &'a [f32])>,
    ) -> LaterAnswers {
        let mut counts = vec![[0u8; Response::ALL.len()]; given.set().len()];
        let mut changed = Vec::new();
        for (responder, now, at_first) in selves {
            let mut sides = 0u8;
            for (question, category) in responder.responses(now, at_first) {
                counts[question][category] += 1;
                sides += u8::from(has_left(given, question, Response::ALL[category]));
            }
            changed.push(sides);
        }
        changed.sort_unstable();
        let mut typical = *given;
        let changes = scored(given).map(|(question, _, response)| {
            typical.put(question, mode(&counts[question], response));
            let left = Response::ALL
                .into_iter()
                .filter(|&response| has_left(given, question, response))
                .map(|response| u32::from(counts[question][response.index()]))
                .sum::<u32>();
            SideChange { question: question as u8, share: left as f32 / changed.len() as f32 }
        });
        let changes = changes.collect();
        LaterAnswers { changes, changed: changed[(changed.len() - 1) / 2], typical }
    }
}

/// Whether an answer on a side is no longer on that side. A neutral answer has no side to leave.
fn has_left(given: &Answers, question: usize, now: Response) -> bool {
    let side = given.side(question);
    side.is_some() && side != now.side()
}

/// The most frequent response; among equals the one nearest to that of day 0, then the lower.
fn mode(counts: &[u8; Response::ALL.len()], at_first: Response) -> Response {
    let rank = |response: &Response| {
        let index = response.index();
        (counts[index], u8::MAX - index.abs_diff(at_first.index()) as u8, u8::MAX - index as u8)
    };
    Response::ALL.into_iter().max_by_key(rank).unwrap_or(at_first)
}

/// Answers to `set` that an opinion vector implies without response error, at the middle response style.
///
/// * `row` – opinion vector, the bank's items first.
///
/// # Panics
///
/// When `row` is shorter than the bank.
pub fn deterministic_answers(set: &'static QuestionSet, row: &[f32]) -> Answers {
    Answers::of(set, |q| {
        let item = &set.items()[q];
        let y = f64::sqrt(RELIABILITY) * f64::from(row[item.bank]);
        let response = Response::new(item.parameters().category(y, 1.0))?;
        Some(if item.reverse_keyed { response.mirrored() } else { response })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::item_bank::item;
    use perplexity::plausible::plausible_selves;
    use perplexity::posterior::PosteriorDraws;
    use perplexity::respondent::SimulatedRespondent;
    use quiz::questionnaire::SET_2;

    fn given() -> Answers {
        let responses = SimulatedRespondent::nth(3, 7).responses(0);
        let mut given = Answers::of(&SET_2, |q| {
            (q % 2 == 0 && q < ITEM_COUNT).then(|| Response::ALL[usize::from(responses[q])])
        });
        given.pass(1);
        given.put(ITEM_COUNT, Response::ALL[0]);
        given
    }

    fn responders(given: &Answers) -> Vec<Responder> {
        let items = given.item_answers();
        let posterior = PosteriorDraws::new(&items.observations());
        let selves = plausible_selves(&posterior, &items, 12);
        selves.iter().enumerate().map(|(number, own)| Responder::new(own, number, given)).collect()
    }

    #[test]
    fn strong_opinions_give_their_side_and_reverse_keyed_items_are_mirrored() {
        let mut row = vec![0.0f32; ITEM_COUNT];
        row[item("god")] = 3.0;
        let answers = deterministic_answers(&SET_2, &row);
        for (q, item) in SET_2.items().iter().enumerate().filter(|(_, i)| i.bank == item("god")) {
            assert_eq!(answers.side(q), Some(!item.reverse_keyed));
        }
    }

    #[test]
    fn who_has_not_moved_answers_as_on_day_0_and_passes_and_twins_stay() {
        let given = given();
        let responders = responders(&given);
        let row = vec![0.3f32; ITEM_COUNT];
        let later = LaterAnswers::new(&given, responders.iter().map(|own| (own, &row[..], &row[..])));
        assert_eq!(later.typical, given);
        assert_eq!(later.changed, 0);
        assert!(later.changes.iter().all(|change| change.share == 0.0));
        // The pass and the reverse-keyed item are not among them.
        assert_eq!(later.changes.len(), given.count() - 1);
    }

    #[test]
    fn whose_opinions_move_far_leaves_the_other_side() {
        let given = given();
        let responders = responders(&given);
        let (now, at_first) = (vec![9.0f32; ITEM_COUNT], vec![0.0f32; ITEM_COUNT]);
        let later = LaterAnswers::new(&given, responders.iter().map(|own| (own, &now[..], &at_first[..])));
        for change in &later.changes {
            let question = usize::from(change.question);
            let was_lower = given.side(question) == Some(false);
            assert_eq!(change.share, if was_lower { 1.0 } else { 0.0 });
            assert_eq!(later.typical.side(question), Some(true));
        }
        let lower = later.changes.iter().filter(|change| change.share == 1.0).count();
        assert!(lower > 10 && usize::from(later.changed) == lower, "{lower}");
        assert_eq!(later.typical.get(ITEM_COUNT), given.get(ITEM_COUNT));
        assert!(later.typical.is_passed(1));
    }

    #[test]
    fn response_errors_have_their_distribution_within_the_category() {
        let item = &ITEMS[item("god")];
        for wanted in 0..Response::ALL.len() {
            for stable in [-6.0, 0.0, 6.0] {
                let at = |share| latent_in_category(item, wanted, 1.2, stable, share);
                assert!(at(0.1) <= at(0.5) && at(0.5) <= at(0.9));
                assert_eq!(item.category(at(0.0), 1.2), wanted);
                assert_eq!(item.category(at(1.0), 1.2), wanted);
            }
        }
    }

    #[test]
    fn the_mode_is_the_most_frequent_answer_and_otherwise_the_first_one() {
        let [low, leaning, neutral, .., high] = Response::ALL;
        assert_eq!(mode(&[5, 4, 3, 0, 0], high), low);
        assert_eq!(mode(&[4, 4, 0, 0, 4], leaning), leaning);
        assert_eq!(mode(&[0, 6, 0, 6, 0], neutral), leaning);
    }
}
