//! Is what a visitor sends what they were shown, and no more?

use std::fs;
use std::path::Path;

use e2e::{Outcome, PREFIX, Page, Screen, dist, natively, visit, visit_in};
use normie_descent::link::{Link, Summary, read};
use xtask::shells;
use xtask::site_url::SiteUrl;

/// A friend's result.
const RESULT: &str = "#r1.010MMVGKMMM1NHQ837";

/// From the first question to the share sheet. Whoever is torn three times and silent otherwise can be placed, in
/// whatever order the questions come.
async fn walk_to_the_sheet(page: &Page) -> Outcome<()> {
    page.walk_to_the_quiz().await?;
    page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
    page.share().await
}

#[test]
fn the_link_tells_just_the_number_unless_asked_and_the_card_is_the_native_one_to_the_byte() {
    visit("share", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        walk_to_the_sheet(&page).await?;
        let open = page.copied_link(true).await?;
        let closed = page.copied_link(false).await?;
        let sending = natively(&open, &site.address())?;
        assert_eq!(closed, sending.link());
        let text = page.text("[data-value=text]").await?;
        assert!(text.contains(&closed) && text.contains('\u{2b1c}'), "{text}");
        page.enter("[data-action=copy-plain]").await?;
        page.text_once(".share-said", |said| said.contains("letters only")).await?;
        let plain = page.clipboard().await?;
        assert!(plain.contains(&closed) && !plain.contains('\u{2b1c}'), "{plain}");

        page.draws_the_card_of(sending).await?;
        assert!(page.attribute("[data-value=card]", "alt").await?.contains("perplexity"));

        page.enter("[data-action=qr]").await?;
        page.find("[data-value=qr] svg").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        let friend = site
            .newcomer(Screen::PHONE, closed.strip_prefix(&site.address()).ok_or("it leads elsewhere")?)
            .await?;
        let said = friend.text("[data-value=summary]").await?;
        let Ok(Link::Summary(Summary { further_than: Some(range), .. })) =
            read(closed.split_once('#').ok_or("no code")?.1)
        else {
            return Err("no summary".into());
        };
        assert!(said.contains(&normie_descent::wording::range(range)), "{said}");
        Ok(())
    });
}

#[test]
fn a_result_prints_on_one_sheet_of_paper() {
    visit("print", async |site| {
        let page = site.newcomer(Screen::LAPTOP, RESULT).await?;
        page.result().await?;
        page.find(".today .in-words p").await?;
        assert_eq!(page.sheets_of_paper("result").await?, 1);
        Ok(())
    });
}

/// A copy of the finished page with shells.
fn with_shells() -> Outcome<std::path::PathBuf> {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shells");
    fs::create_dir_all(&copy)?;
    for entry in fs::read_dir(dist())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), copy.join(entry.file_name()))?;
        }
    }
    // A page that was built for an address has its shells already.
    let index = fs::read_to_string(copy.join("index.html"))?;
    if !index.contains("data-shells") {
        shells::write(&copy, &SiteUrl::new(&format!("https://example.org{PREFIX}"))?)?;
    }
    Ok(copy)
}

#[test]
fn every_shell_is_the_page_and_a_lost_visitor_finds_home() {
    let folder = with_shells().expect("the page can be copied");
    visit_in("shells", &folder, async |site| {
        let page = site.newcomer(Screen::LAPTOP, &format!("p/80/{RESULT}")).await?;
        let here = page.result().await?;
        page.open(RESULT).await?;
        assert_eq!(page.result().await?, here);

        page.open("p/20/").await?;
        walk_to_the_sheet(&page).await?;
        let link = page.copied_link(false).await?;
        let rest = link
            .strip_prefix(&format!("{}p/", site.address()))
            .ok_or_else(|| format!("{link} is no shell's"))?;
        let (tens, code) = rest.split_once("/#").ok_or("it holds no code")?;
        let Ok(Link::Summary(Summary { further_than: Some(range), .. })) = read(code) else {
            return Err("no summary".into());
        };
        assert_eq!(tens, normie_descent::link::decile(range).to_string());
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        page.open("no/such/place").await?;
        page.find("html[data-running]").await?;
        page.reads("nothing lives at this address").await?;
        // A chat app that escapes the `#` makes it part of the path.
        page.open(&RESULT.replace('#', "%23")).await?;
        assert_eq!(page.result().await?, here);
        assert!(!page.shows(".lost").await?);
        Ok(())
    });
}
