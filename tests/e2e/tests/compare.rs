//! Does a friend's link lead to a comparison that says what the model says, and nothing to anybody else?

use e2e::{Outcome, Page, Screen, visit};
use normie_descent::comparison::Comparison;
use normie_descent::items::SET_ID;
use normie_descent::link::{Link, LinkError, Shared, Summary, decode, read};
use normie_descent::perplexity::PEOPLE;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;
use normie_descent::wording::{one_in, seconds};

/// A friend's result.
const FRIEND: &str = "#r1.010MMVGKMMM1NHQ837";

/// Somebody who takes sides, and passes every sixth question.
fn key(asked: usize) -> char {
    ['1', '4', '3', '5', '2', '0'][asked % 6]
}

/// The four lengths of a comparison, from zero and knowing the other, without any browser.
fn natively([one, other]: [Shared; 2]) -> Outcome<[[String; 2]; 2]> {
    let compare = ToWorker::Compare { run: RunId(1), answers: [one.answers, other.answers] };
    match Session::default().handle(compare).message {
        FromWorker::Compared { alone, by_other, .. } => {
            Ok([0, 1].map(|at| [&alone[at], &by_other[at]].map(|told| seconds(told.seconds()))))
        }
        other => Err(format!("{other:?}").into()),
    }
}

/// The same as they stand on the page.
async fn shown(page: &Page) -> Outcome<[[String; 2]; 2]> {
    let mut lengths: [[String; 2]; 2] = Default::default();
    for (at, both) in lengths.iter_mut().enumerate() {
        for (length, value) in both.iter_mut().zip(["from-zero", "knowing"]) {
            *length = page.text(&format!("[data-direction='{at}'] [data-value={value}]")).await?;
        }
    }
    Ok(lengths)
}

/// How many beliefs are listed as shared, and how many as gaps.
async fn listed(page: &Page) -> Outcome<[u64; 2]> {
    let count =
        "return ['shared', 'gaps'].map(part => document.querySelectorAll(`[data-part=${part}] li`).length)";
    let counts = page.asks(count).await?;
    Ok([0, 1].map(|at| counts[at].as_u64().unwrap_or(99)))
}

/// From a friend's link to one's own result.
async fn guess_then_take_it(page: &Page) -> Outcome<()> {
    page.enter(".ways a[href='#quiz']").await?;
    page.find("[data-screen=guess] input").await?.focus().await?;
    page.press("5\u{e007}").await?;
    page.answer_all(key).await
}

#[test]
fn a_friends_link_leads_over_the_quiz_to_a_comparison_and_its_link_back_shows_the_same() {
    visit("compare", async |site| {
        let page = site.newcomer(Screen::PHONE, FRIEND).await?;
        let heading = page.text_once("h1", |text| text.contains("second")).await?;
        let friend = decode(FRIEND)?;
        guess_then_take_it(&page).await?;
        page.find(".comparing a").await?;
        site.settled().await;
        let before = site.requests().len();
        page.enter(".comparing a").await?;
        page.find("[data-two=you] [data-part=rest]").await?;
        assert_eq!(
            page.shown_address().await?,
            format!("{}#compare", site.address()),
            "nothing personal in it"
        );
        let lengths = shown(&page).await?;
        assert!(heading.contains(&lengths[1][0]), "{heading}: {lengths:?}");
        page.enter("[data-action=share]").await?;
        let link = page.text("[data-value=link]").await?;
        page.enter("[data-action=copy-link]").await?;
        page.text_once(".share-said", |said| said.contains("both your answers")).await?;
        assert_eq!(page.clipboard().await?, link);
        assert_eq!(
            page.shown_address().await?,
            format!("{}#compare", site.address()),
            "nothing personal in it"
        );
        assert_eq!(site.requests()[before..], Vec::<String>::new(), "nobody was asked anything");
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        let fragment = link.strip_prefix(&site.address()).ok_or_else(|| format!("{link} leads elsewhere"))?;
        let Ok(Link::Comparison(both)) = read(fragment) else {
            return Err(format!("{link} holds no two").into());
        };
        assert_eq!(both[1], friend);
        assert_eq!(lengths, natively(both)?);
        let other = site.newcomer(Screen::LAPTOP, fragment).await?;
        other.find("[data-two=others] [data-part=rest]").await?;
        assert_eq!(shown(&other).await?, lengths);
        let comparison = Comparison::of(&both.map(|shared| shared.answers));
        assert_eq!(listed(&other).await?, [comparison.shared.len() as u64, comparison.gaps.len() as u64]);
        assert_eq!(other.attribute("[data-look=second]", "href").await?, FRIEND);
        assert_eq!(other.complaints().await?, Vec::<String>::new());

        // Whoever is one of the two is told "you", whichever came first in the link.
        page.asks(&format!("location.hash = {fragment:?}")).await?;
        page.find("[data-two=you] [data-part=rest]").await?;
        assert_eq!(shown(&page).await?, lengths);
        Ok(())
    });
}

#[test]
fn a_pasted_link_is_compared_or_refused_in_words() {
    visit("paste", async |site| {
        let page = site.newcomer(Screen::PHONE, "#compare").await?;
        for (pasted, said) in [
            ("<img src=x onerror=alert(1)>", "no result in this"),
            ("https://example.org/", "no result in this"),
            ("#r1.010MMVGKMMM1NHQ838", "copy it again"),
            ("r1.010MMVGKMM", "10"),
            ("r9.010MMVGKMMM1NHQ837", "version 9"),
        ] {
            let field = page.find("#paste").await?;
            field.clear().await?;
            field.send_keys(pasted).await?;
            page.enter("[data-action=compare]").await?;
            page.text_once("#paste-said", |text| text.contains(said)).await?;
        }
        // The whole message will do; it waits until there is something to compare it with.
        page.find("#paste").await?.clear().await?;
        let message = format!("how long do you take? https://example.org/some/where/{FRIEND} see you");
        page.find("#paste").await?.send_keys(message).await?;
        page.press("\u{e007}").await?;
        page.find("[data-two=missing]").await?;
        page.open("#compare").await?;
        page.find("[data-two=missing]").await?;
        guess_then_take_it(&page).await?;
        page.enter(".comparing a").await?;
        page.find("[data-two=you] [data-part=rest]").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_summary_is_compared_in_numbers_and_says_what_it_lacks() {
    let told = Summary::new(24, Some(95), Some([70, 92]), 6.2, Some(14.0));
    visit("summary", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("#{}", told.encode())).await?;
        page.text_once("h1", |text| text.contains("14 seconds")).await?;
        guess_then_take_it(&page).await?;
        page.enter(".comparing a").await?;
        let table = page.text_once("[data-two=numbers] .numbers", |text| text.contains("14 seconds")).await?;
        for number in
            [&one_in(told.identity_bits(), PEOPLE as u32), "70 to 92 of 100", "95 of 100", "5 of 100"]
        {
            assert!(table.contains(number), "{number}: {table}");
        }
        assert!(page.text("[data-value=missing]").await?.contains("no answers"));
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

/// The friend's code as if it answered another set.
fn of_set(set: u8) -> String {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let checked = |end: String| {
        let code = format!("#r1.0{set}{}{end}", &FRIEND[6..FRIEND.len() - 2]);
        (read(&code) == Err(LinkError::Set { set })).then_some(code)
    };
    let mut ends = digits.chars().flat_map(|a| digits.chars().map(move |b| format!("{a}{b}")));
    ends.find_map(checked).expect("one checksum fits")
}

#[test]
fn results_of_other_sets_can_be_read_as_far_as_they_go_but_not_compared() {
    let told = Summary { set: SET_ID + 1, ..Summary::new(24, Some(95), Some([70, 92]), 6.2, Some(14.0)) };
    visit("sets", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("#{}", told.encode())).await?;
        page.text_once(".edition", |text| text.contains("not comparable")).await?;
        assert!(page.text("[data-value=summary]").await?.contains("70 to 92"));
        page.asks("location.hash = '#compare'").await?;
        page.find("[data-two=none] #paste").await?;
        for set in [SET_ID - 1, SET_ID + 1] {
            page.open(&of_set(set)).await?;
            page.text_once("[data-value=link-error]", |text| text.contains("set")).await?;
            page.find("a[href='#quiz']").await?;
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_whole_half_of_a_damaged_comparison_is_shown_and_can_be_compared() {
    let code = FRIEND.trim_start_matches("#r1.");
    visit("half", async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("{FRIEND}~{}", &code[..9])).await?;
        assert!(page.text("[data-value=other]").await?.contains("copy it again"));
        guess_then_take_it(&page).await?;
        page.enter(".comparing a").await?;
        page.find("[data-two=you] [data-part=rest]").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
