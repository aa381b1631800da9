//! The year on the feed: two numbers with their ranges, and they are the model's.

use e2e::addresses::FRIEND;
use e2e::{Outcome, Page, Screen, visit, year_until};
use normie_descent::protocol::YearFrame;
use quiz::format::{one_in, one_in_range};

/// Most answers listed as taken.
const MOST_TAKEN: usize = 5;

/// Sees that the page says what the model says of its day.
async fn says(page: &Page, frame: &YearFrame) -> Outcome<()> {
    let (year, report) = (page.year(), &frame.report);
    let drifting = &report.outcomes[0];
    for (element, said) in [
        (year.perplexity(), one_in(drifting.surprisal.bits)),
        (year.range(), one_in_range(drifting.surprisal.range)),
        (year.unmoved_perplexity(), one_in(report.unmoved.bits)),
        (year.unmoved_range(), one_in_range(report.unmoved.range)),
    ] {
        element.text_once(|text| text == said).await.map_err(|error| format!("{error}, not {said:?}"))?;
    }
    let taken = drifting.changes.iter().filter(|change| change.share > 0.5).count().min(MOST_TAKEN);
    assert_eq!(year.taken().asks("return elements.length").await?, taken, "day {}", report.day);
    Ok(())
}

#[test]
fn a_year_says_what_the_model_says_of_its_first_day_and_of_a_later_one() {
    visit("year", async |site| {
        let page = site.newcomer(Screen::LAPTOP, FRIEND).await?;
        page.hold_still().await?;
        page.open(FRIEND).await?;
        page.result().numbers().await?;
        page.year().map_in_words().appears().await?;
        // Nobody has looked at it yet, so it waits.
        assert_eq!(page.year().day().day().await?, 0);
        let first = year_until(FRIEND, 0)?;
        says(&page, &first).await?;
        let today = page.year().today_perplexity().text().await?;
        assert_eq!(today, one_in(first.report.outcomes[0].surprisal.bits));
        assert!(!page.year().clock().is_shown().await?, "no day has passed");

        // Looked at, it begins by itself; held, it stays at its day.
        page.year().perplexity().runs("element.scrollIntoView({ block: 'center' })").await?;
        page.year().day().days_pass().await?;
        page.year().play().text_once(|said| said == "pause").await?;
        page.year().play().enter().await?;
        page.year().play().text_once(|said| said == "play").await?;
        let day = u16::try_from(page.year().day().day().await?)?;
        let later = year_until(FRIEND, day)?;
        says(&page, &later).await?;
        assert_eq!(page.year().today_perplexity().text().await?, today, "today stays");
        let clock = page.year().clock().says("real people need about ").await?;
        assert_eq!(clock.contains("this is extrapolated"), later.report.clock.extrapolated, "{clock}");
        Ok(())
    });
}
