//! Question sets that only tests know: a small one, and one of as many questions as a set may have.

use quiz::questionnaire::Theme::{Life, Machines, World};
use quiz::questionnaire::{BANK, Item, Question, QuestionSet, SET_1, Sets, Typical};

const TYPICAL: Typical = Typical { seconds: 4.0, guess_rate: 0.7 };

/// Five questions, of which two are a consistency pair.
pub(crate) static SMALL: QuestionSet = QuestionSet::new(200, &SMALL_ITEMS, 71, TYPICAL);

static SMALL_ITEMS: [Item; 5] = Question::items(&SMALL_QUESTIONS);

const GAP: Question =
    Question::new(World, "gap", ["Leave incomes.", "Even them out."], ["like gaps", "like even pay"])
        .paired_with(4);

/// The words of [`SMALL`].
pub(crate) static SMALL_QUESTIONS: [Question; 5] = [
    GAP,
    Question::new(Life, "god", ["There is none.", "There is one."], ["see no god", "see a god"]),
    Question::new(Machines, "tech_good", ["It costs.", "It gives."], ["fear it", "like new technology"])
        .gentle(),
    Question::new(World, "death", ["Never.", "For the worst."], ["want no executions", "want some"]),
    GAP.reversed("gap_twin", 0, ["Tax the rich.", "Let them be."], ["tax the rich", "let the rich be"]),
];

/// A hundred and twenty-eight questions: the bank's items again and again, and ten of them reverse-keyed.
pub(crate) static LARGE: QuestionSet = QuestionSet::new(201, &LARGE_ITEMS, 72, TYPICAL);

static LARGE_ITEMS: [Item; QuestionSet::MOST] = Question::items(&LARGE_QUESTIONS);

/// The words of [`LARGE`].
pub(crate) static LARGE_QUESTIONS: [Question; QuestionSet::MOST] = {
    let mut questions = [large(0); QuestionSet::MOST];
    let mut q = 0;
    while q < questions.len() {
        questions[q] = large(q);
        q += 1;
    }
    let mut pair = 0;
    while pair < 10 {
        let twin = BANK.len() + pair;
        let original = large(pair).paired_with(twin);
        questions[pair] = original;
        questions[twin] =
            original.reversed("twin", pair, ["The other way.", "This way."], ["turn", "return"]);
        pair += 1;
    }
    questions
};

const fn large(q: usize) -> Question {
    let theme = [World, Machines, Life][q % 3];
    let question = Question::new(theme, BANK[q % BANK.len()].key, ["No.", "Yes."], ["disagree", "do agree"]);
    if q.is_multiple_of(2) { question.gentle() } else { question }
}

/// Set 1 between the two others.
pub(crate) static THREE: Sets<'static> = &[&SMALL, &SET_1, &LARGE];
