//! Progress of a session: stages, goals, changed and reverted choices, selection of the questions.

use super::*;
use crate::questionnaire::{Response, SET_2};
use crate::quiz_session::{MIN_PAIR_DISTANCE, PAIR_CHECKS};
use perplexity::selection::{first_items, next_item};

fn shown(index: usize) -> ItemChoice {
    ItemChoice::Shown(Response::ALL[index])
}

/// A varied choice, without passes.
fn varied(place: usize) -> ItemChoice {
    shown([1, 3, 0, 2, 3, 1, 4][place % 7])
}

/// A session with these choices for the first questions.
fn after(likeness: &Likeness, choices: impl IntoIterator<Item = ItemChoice>) -> QuizSession {
    let mut session = QuizSession::of(&SET_2, 7);
    session.begin(Some(5));
    for (place, choice) in choices.into_iter().enumerate() {
        session.choose(likeness, place, choice);
    }
    session
}

#[test]
fn a_choice_is_shown_again_as_it_was_made() {
    let likeness = Likeness::default();
    let choices = [shown(0), ItemChoice::Pass, shown(4), shown(2), shown(1), shown(3)];
    let session = after(&likeness, choices);
    for (place, &choice) in choices.iter().enumerate() {
        assert_eq!(session.choice(place), Some(choice), "{place}");
    }
    assert_eq!(session.choice(choices.len()), None);
    assert_eq!((session.answers().count(), session.unmet(), session.next_unmet()), (5, 18, Some(6)));
}

#[test]
fn questions_are_the_first_items_and_then_the_most_informative() {
    let likeness = Likeness::default();
    let session = after(&likeness, (0..15).map(varied));
    let asked: Vec<usize> = session.order().iter().map(|&question| usize::from(question)).collect();
    assert_eq!(asked[..8], first_items(7));
    for place in 8..16 {
        let mut answers = *session.answers();
        asked[place..].iter().for_each(|&question| answers.clear(question));
        assert_eq!(next_item(&likeness, 7, &asked[..place], &answers.item_answers()), Some(asked[place]));
    }
}

#[test]
fn the_offer_comes_once_with_the_twelfth_answer_and_not_with_the_twelfth_question() {
    let likeness = Likeness::default();
    let mut session = after(&likeness, [ItemChoice::Pass; 3]);
    for place in 3..14 {
        session.choose(&likeness, place, varied(place));
        assert_eq!(session.stage(), Stage::Asking(place + 1));
    }
    session.finish();
    assert_eq!(session.stage(), Stage::Asking(14), "eleven answers are too few for a result");
    session.choose(&likeness, 14, varied(14));
    assert_eq!(session.stage(), Stage::Halfway);
    session.go_on();
    assert_eq!(session.stage(), Stage::Asking(15));
    // An answer that is only changed makes no offer.
    session.choose(&likeness, 9, shown(4));
    assert_eq!(session.stage(), Stage::Asking(10));
    session.finish();
    assert_eq!(session.stage(), Stage::Result);
    session.sharpen(&likeness);
    assert_eq!((session.stage(), session.goal()), (Stage::Asking(15), 24), "this goal comes first");
}

#[test]
fn whoever_answers_for_the_twelfth_time_at_the_goal_gets_the_result_and_no_offer() {
    let likeness = Likeness::default();
    let session = after(&likeness, [ItemChoice::Pass; 12].into_iter().chain((12..24).map(varied)));
    assert_eq!((session.stage(), session.answers().count()), (Stage::Result, 12));
}

#[test]
fn every_goal_shows_the_result_and_the_last_one_is_final() {
    let likeness = Likeness::default();
    let mut session = after(&likeness, (0..24).map(varied));
    for (goal, left) in [(24, 12), (36, 12), (48, 0)] {
        assert_eq!((session.stage(), session.goal(), session.order().len()), (Stage::Result, goal, goal));
        assert_eq!((session.unmet(), session.left_to_sharpen(), session.next_unmet()), (0, left, None));
        session.sharpen(&likeness);
        assert_eq!((session.unmet(), session.left_to_sharpen()), (left, left));
        for place in goal..goal + left {
            assert_eq!(session.stage(), Stage::Asking(place));
            session.choose(&likeness, place, varied(place));
        }
    }
    assert_eq!(session.stage(), Stage::Result);
    assert_eq!(session.answers().count(), 48);
}

#[test]
fn a_changed_answer_keeps_the_later_ones_and_the_open_question_is_selected_again() {
    let likeness = Likeness::default();
    let before = after(&likeness, (0..20).map(varied));
    let mut replaced = 0;
    for place in 0..20 {
        for choice in [shown(0), shown(4), ItemChoice::Pass] {
            let mut session = before;
            session.choose(&likeness, place, choice);
            assert_eq!(session.order()[..20], before.order()[..20]);
            let others = (0..20).filter(|&other| other != place);
            others.for_each(|other| assert_eq!(session.choice(other), before.choice(other)));
            assert_eq!(session.choice(place), Some(choice));
            assert_eq!((session.next_unmet(), session.order().len()), (Some(20), 21));
            let planned = next_question(&likeness, 7, &session.order()[..20], session.answers());
            assert_eq!(session.order().last().copied(), planned);
            replaced += u32::from(session.order()[20] != before.order()[20]);
        }
    }
    assert!(replaced > 3, "the question selected next depends on the answers: {replaced} of 60");
}

#[test]
fn a_choice_taken_back_leaves_what_was_there_before() {
    let likeness = Likeness::default();
    for count in [2, 11, 16, 23] {
        let before = after(&likeness, (0..count).map(varied));
        for place in 0..=count {
            for choice in [shown(0), shown(4), ItemChoice::Pass] {
                let mut session = before;
                let chosen = session.choose(&likeness, place, choice);
                assert_eq!((chosen.place, chosen.choice), (place, choice));
                session.undo(chosen);
                assert_eq!(session, QuizSession { stage: Stage::Asking(place), ..before });
            }
        }
    }
}

#[test]
fn back_leads_from_every_stage_to_what_was_asked_last() {
    let likeness = Likeness::default();
    let mut session = after(&likeness, (0..12).map(varied));
    assert_eq!(session.stage(), Stage::Halfway);
    session.back();
    assert_eq!(session.stage(), Stage::Asking(11));
    session.back();
    assert_eq!(session.stage(), Stage::Asking(10));
    session.finish();
    session.back();
    assert_eq!(session.stage(), Stage::Asking(11));
    let mut first = after(&likeness, []);
    first.back();
    assert_eq!(first.stage(), Stage::Guess);
    first.back();
    assert_eq!(first.stage(), Stage::Guess);
    let mut through = after(&likeness, (0..24).map(varied));
    through.back();
    assert_eq!(through.stage(), Stage::Asking(23));
    through.choose(&likeness, 22, shown(4));
    assert_eq!(through.stage(), Stage::Asking(23));
    through.go_on();
    assert_eq!(through.stage(), Stage::Result);
}

#[test]
fn an_early_end_is_offered_from_twelve_answers_on_where_the_range_is_narrow() {
    let likeness = Likeness::default();
    let few = after(&likeness, (0..11).map(varied));
    let enough = after(&likeness, (0..12).map(varied));
    let through = after(&likeness, (0..24).map(varied));
    assert!(enough.may_end_early(0.15) && !enough.may_end_early(0.16));
    assert!(!few.may_end_early(0.1) && !through.may_end_early(0.1));
}

#[test]
fn careless_answers_get_a_reverse_keyed_question_at_least_four_after_the_other_of_its_pair() {
    let likeness = Likeness::default();
    let mut pairs = 0;
    for seed in 0..8 {
        let mut session = QuizSession::of(&SET_2, seed);
        for _ in 0..3 {
            session.sharpen(&likeness);
            while let Some(place) = session.next_unmet() {
                session.choose(&likeness, place, shown([0, 4, 2, 0, 3, 4, 1][(place + seed as usize) % 7]));
            }
        }
        let order = session.order();
        for (place, &question) in order.iter().enumerate().filter(|(_, question)| **question >= 101) {
            let pair = SET_2.items()[usize::from(question)].consistency_pair;
            let other = order.iter().position(|&q| Some(usize::from(q)) == pair).expect("it was asked");
            assert!(place >= other + MIN_PAIR_DISTANCE, "{place} {other}");
            assert!(PAIR_CHECKS.contains(&place), "{place}");
            pairs += 1;
        }
        assert_eq!(order.len(), 48, "they count as asked");
    }
    assert!(pairs >= 8, "{pairs}");
}

#[test]
fn a_reverse_keyed_question_follows_no_pass_and_its_answer_is_not_the_twelfth() {
    let likeness = Likeness::default();
    let is_reverse_keyed = |question: u8| SET_2.items()[usize::from(question)].reverse_keyed;
    let mut found = 0;
    for seed in 0..60 {
        // Five passes, and eleven answers at random.
        let mut session = QuizSession::of(&SET_2, seed);
        for place in 0..16 {
            let category = (place * 7 + place * place * seed as usize) % 5;
            let choice = if place < 5 { ItemChoice::Pass } else { shown(category) };
            session.choose(&likeness, place, choice);
        }
        let question = session.order()[16];
        if !is_reverse_keyed(question) {
            continue;
        }
        found += 1;
        let mut answered = session;
        answered.choose(&likeness, 16, shown(1));
        assert_eq!((answered.answers().count(), answered.stage()), (12, Stage::Asking(17)));
        let pair = SET_2.items()[usize::from(question)].consistency_pair;
        let place = (0..16).find(|&place| Some(session.question(place)) == pair).expect("it was asked");
        session.choose(&likeness, place, ItemChoice::Pass);
        assert_ne!(session.order()[16], question);
    }
    assert!(found >= 3, "{found}");
}

#[test]
fn passing_everything_reaches_the_last_goal_without_an_answer() {
    let likeness = Likeness::default();
    let mut session = after(&likeness, [ItemChoice::Pass; 24]);
    session.sharpen(&likeness);
    for place in 24..36 {
        session.choose(&likeness, place, ItemChoice::Pass);
    }
    assert_eq!((session.stage(), session.answers().count()), (Stage::Result, 0));
}

#[test]
fn a_session_is_blank_until_something_is_said() {
    let mut session = QuizSession::of(&SET_2, 3);
    assert!(session.is_blank() && session.next_unmet() == Some(0));
    session.begin(None);
    assert!(!session.is_blank(), "the guess was skipped");
    session.begin(Some(200));
    assert_eq!(session.guess(), Some(100));
}
