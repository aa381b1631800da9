//! The comparison with a friend: it says what the model says, and nothing to anybody else.

use e2e::addresses::{COMPARISON, DAMAGED, FRIEND, friends_code};
use e2e::{Lengths, Outcome, Persona, Screen, Tells, visit};
use link::{Link, LinkError, SharedResult, Summary, decode, read};
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;
use quiz::comparison::Comparison;
use quiz::format::{one_in, one_in_range, seconds};
use quiz::questionnaire::CURRENT;

/// The four lengths of a comparison, from zero and knowing the other, without any browser.
fn natively([one, other]: [SharedResult; 2]) -> Outcome<Lengths> {
    let compare = ToWorker::Compare { run: RunId(1), answers: [one.answers, other.answers] };
    match Session::default().handle(compare).message {
        FromWorker::Compared { alone, by_other, .. } => {
            Ok([0, 1].map(|at| [&alone[at], &by_other[at]].map(|explanation| seconds(explanation.seconds()))))
        }
        other => Err(format!("{other:?}").into()),
    }
}

#[test]
fn a_friends_link_leads_over_the_quiz_to_a_comparison_and_its_link_back_shows_the_same() {
    visit("compare", async |site| {
        let page = site.newcomer(Screen::PHONE, FRIEND).await?;
        let heading = page.document().heading().says("second").await?;
        let friend = decode(FRIEND)?;
        page.take_the_quiz_from_a_friend(Persona::Selective).await?;
        page.result().comparison_link().appears().await?;
        site.settled().await?;
        let before = site.requests().len();
        page.result().comparison_link().enter().await?;
        page.comparison().rest_with_you().appears().await?;
        assert_eq!(
            page.shown_address().await?,
            format!("{}#compare", site.address()),
            "nothing personal in it"
        );
        let lengths = page.comparison().lengths().await?;
        assert!(heading.contains(&lengths[1][0]), "{heading}: {lengths:?}");
        page.share().open_button().enter().await?;
        let link = page.share().link().text().await?;
        page.share().copy_link().enter().await?;
        page.share().said().says("both your answers").await?;
        assert_eq!(page.clipboard().await?, link);
        assert_eq!(
            page.shown_address().await?,
            format!("{}#compare", site.address()),
            "nothing personal in it"
        );
        assert_eq!(site.requests()[before..], Vec::<String>::new(), "nobody was asked anything");

        let fragment = link.strip_prefix(&site.address()).ok_or_else(|| format!("{link} leads elsewhere"))?;
        let Ok(Link::Comparison(both)) = read(fragment) else {
            return Err(format!("{link} holds no two").into());
        };
        assert_eq!(both[1], friend);
        assert_eq!(lengths, natively(both)?);
        let other = site.newcomer(Screen::LAPTOP, fragment).await?;
        other.comparison().rest_of_others().appears().await?;
        assert_eq!(other.comparison().lengths().await?, lengths);
        let comparison = Comparison::of(&both.map(|shared| shared.answers))?;
        assert_eq!(
            other.comparison().listed().await?,
            [comparison.shared.len() as u64, comparison.gaps.len() as u64]
        );
        assert_eq!(other.comparison().look_at_second().attribute("href").await?, FRIEND);

        // A visitor who is one of the two is called "you", whichever came first in the link.
        page.asks(&format!("location.hash = {fragment:?}")).await?;
        page.comparison().rest_with_you().appears().await?;
        assert_eq!(page.comparison().lengths().await?, lengths);
        Ok(())
    });
}

#[test]
fn a_pasted_link_is_compared_or_refused_in_words() {
    visit("paste", async |site| {
        let page = site.newcomer(Screen::PHONE, COMPARISON).await?;
        for (pasted, said) in [
            ("<img src=x onerror=alert(1)>", "no result in this"),
            ("https://example.org/", "no result in this"),
            (DAMAGED, "copy it again"),
            (&FRIEND[1..FRIEND.len() - 1], "39"),
            (&format!("r9.{}", friends_code()), "version 9"),
            ("r1.010MMVGKMMM1NHQ837", "version 1"),
        ] {
            page.comparison().paste_text(pasted).await?;
            page.comparison().compare().enter().await?;
            page.comparison().paste_said().says(said).await?;
        }
        // The whole message will do; it waits until there is something to compare it with.
        let message = format!("how long do you take? https://example.org/some/where/{FRIEND} see you");
        page.comparison().paste_text(&message).await?;
        page.press("\u{e007}").await?;
        page.comparison().own_missing().appears().await?;
        page.open(COMPARISON).await?;
        page.comparison().own_missing().appears().await?;
        page.take_the_quiz_from_a_friend(Persona::Selective).await?;
        page.result().comparison_link().enter().await?;
        page.comparison().rest_with_you().appears().await?;
        Ok(())
    });
}

/// The numbers of somebody who takes 14 seconds.
fn summary() -> Summary {
    Summary::new(CURRENT, 24, Some(95), Some([70, 92]), 6.2, [5.2, 7.0], Some(14.0))
}

#[test]
fn a_summary_is_compared_in_numbers_and_says_what_it_lacks() {
    let summary = summary();
    let perplexity = format!("{} ({})", one_in(summary.surprisal()), one_in_range(summary.surprisal_range()));
    visit("summary", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("#{}", summary.encode())).await?;
        page.document().heading().says("14 seconds").await?;
        page.take_the_quiz_from_a_friend(Persona::Selective).await?;
        page.result().comparison_link().enter().await?;
        let table = page.comparison().numbers().says("14 seconds").await?;
        for number in [perplexity.as_str(), "70 to 92 of 100", "95 of 100", "5 of 100"] {
            assert!(table.contains(number), "{number}: {table}");
        }
        assert!(page.comparison().lacking().text().await?.contains("no answers"));
        Ok(())
    });
}

/// The friend's code as if it answered another set: the first eight bits of a code are its set, the last its checksum.
fn of_set(set: u8) -> String {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let code = friends_code();
    let second = digits
        .chars()
        .nth(usize::from(set) << 2)
        .expect("sets have small numbers, and the guess is below 64");
    let checked = |end: String| {
        let code = format!("{}0{second}{}{end}", Tells::Answers.start(), &code[2..code.len() - 2]);
        (read(&code) == Err(LinkError::Set { set })).then_some(code)
    };
    let mut ends = digits.chars().flat_map(|a| digits.chars().map(move |b| format!("{a}{b}")));
    ends.find_map(checked).expect("one checksum fits")
}

#[test]
fn results_of_other_sets_can_be_read_as_far_as_they_go_but_not_compared() {
    let summary = Summary { set: CURRENT.id() + 1, ..summary() };
    visit("sets", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("#{}", summary.encode())).await?;
        page.shared().edition().says("not comparable").await?;
        assert!(page.shared().summary().text().await?.contains("70 to 92"));
        page.go_to(COMPARISON).await?;
        page.comparison().paste_for_nobody().appears().await?;
        for set in [CURRENT.id() - 1, CURRENT.id() + 1] {
            page.open(&of_set(set)).await?;
            page.shared().link_error().says("set").await?;
            page.shared().any_quiz_link().appears().await?;
        }
        Ok(())
    });
}

#[test]
fn the_whole_half_of_a_damaged_comparison_is_shown_and_can_be_compared() {
    visit("half", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("{FRIEND}~{}", &friends_code()[..9])).await?;
        assert!(page.shared().other_half().text().await?.contains("copy it again"));
        page.take_the_quiz_from_a_friend(Persona::Selective).await?;
        page.result().comparison_link().enter().await?;
        page.comparison().rest_with_you().appears().await?;
        Ok(())
    });
}
