//! Question sets that only tests know: a small one, and one of as many questions as a set may have.

use perplexity::item_bank::{ITEM_COUNT, KEYS, item};
use quiz::questionnaire::{Item, Question, QuestionSet, SET_2, Sets};

/// Five questions, of which two are a consistency pair.
pub(crate) static SMALL: QuestionSet = QuestionSet::new(200, &SMALL_ITEMS, 71);

static SMALL_ITEMS: [Item; 5] = Question::items(&SMALL_QUESTIONS);

const GAP: Question =
    Question::new("gap", item("gap"), ["Leave incomes.", "Even them out."], ["like gaps", "like even pay"])
        .paired_with(4);

/// The words of [`SMALL`].
pub(crate) static SMALL_QUESTIONS: [Question; 5] = [
    GAP,
    Question::new("god", item("god"), ["There is none.", "There is one."], ["see no god", "see a god"]),
    Question::new(
        "techcost",
        item("techcost"),
        ["It costs.", "It gives."],
        ["fear it", "like new technology"],
    ),
    Question::new("death", item("death"), ["Never.", "For the worst."], ["want no executions", "want some"]),
    GAP.reversed("gap_twin", 0, ["Tax the rich.", "Let them be."]),
];

/// A hundred and twenty-eight questions: the bank's items, some of them twice, and ten of them reverse-keyed.
pub(crate) static LARGE: QuestionSet = QuestionSet::new(201, &LARGE_ITEMS, 72);

static LARGE_ITEMS: [Item; QuestionSet::MOST] = Question::items(&LARGE_QUESTIONS);

/// Consistency pairs of [`LARGE`]; the reverse-keyed items are its last ones.
const PAIRS: usize = 10;

/// The words of [`LARGE`].
pub(crate) static LARGE_QUESTIONS: [Question; QuestionSet::MOST] = {
    let mut questions = [large(0); QuestionSet::MOST];
    let mut q = 0;
    while q < questions.len() {
        questions[q] = large(q);
        q += 1;
    }
    let mut pair = 0;
    while pair < PAIRS {
        let twin = QuestionSet::MOST - PAIRS + pair;
        questions[twin] = questions[pair].reversed("twin", pair, ["The other way.", "This way."]);
        questions[pair] = questions[pair].paired_with(twin);
        pair += 1;
    }
    questions
};

const fn large(q: usize) -> Question {
    let bank = q % ITEM_COUNT;
    Question::new(KEYS[bank], bank, ["No.", "Yes."], ["disagree", "do agree"])
}

/// Set 2 between the two others.
pub(crate) static THREE: Sets<'static> = &[&SMALL, &SET_2, &LARGE];
