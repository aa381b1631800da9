//! What a visitor sends: it is what they were shown, and no more.

use std::fs;

use e2e::addresses::FRIEND;
use e2e::releases::built_page;
use e2e::{Outcome, PREFIX, Page, Persona, Screen, Tells, natively, temporary_folder, visit, visit_in};
use link::{Link, Summary, read};
use xtask::files::copy_below;
use xtask::site_url::SiteUrl;
use xtask::{preview_pages, release};

/// Squares that mark how rare an answer is.
const SQUARES: [char; 3] = ['\u{1f7ea}', '\u{1f7e8}', '\u{2b1b}'];

/// From the first question to the share sheet.
async fn walk_to_the_sheet(page: &Page) -> Outcome<()> {
    page.walk_to_the_quiz().await?;
    page.answer_all(Persona::Reticent).await?;
    page.share().open().await
}

#[test]
fn the_link_tells_just_the_number_unless_asked_and_the_card_is_the_native_one_to_the_byte() {
    visit("share", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        walk_to_the_sheet(&page).await?;
        let open = page.share().copied_link(Tells::Answers).await?;
        let closed = page.share().copied_link(Tells::Number).await?;
        let sending = natively(&open, &site.address())?;
        assert_eq!(closed, sending.link());
        let text = page.share().text().text().await?;
        assert!(text.contains(&closed) && text.contains(SQUARES), "{text}");
        page.share().copy_plain().enter().await?;
        page.share().said().says("letters only").await?;
        let plain = page.clipboard().await?;
        assert!(plain.contains(&closed) && !plain.contains(SQUARES), "{plain}");

        page.draws_the_card_of(sending).await?;
        assert!(page.share().card().attribute("alt").await?.contains("perplexity"));

        page.share().qr_button().enter().await?;
        page.share().qr_code().appears().await?;

        let friend = site
            .newcomer(Screen::PHONE, closed.strip_prefix(&site.address()).ok_or("it leads elsewhere")?)
            .await?;
        let said = friend.shared().summary().text().await?;
        let Ok(Link::Summary(Summary { further_than: Some(range), .. })) =
            read(closed.split_once('#').ok_or("no code")?.1)
        else {
            return Err("no summary".into());
        };
        assert!(said.contains(&quiz::format::range(range)), "{said}");
        Ok(())
    });
}

#[test]
fn a_result_prints_on_one_sheet_of_paper() {
    visit("print", async |site| {
        let page = site.newcomer(Screen::LAPTOP, FRIEND).await?;
        page.result().numbers().await?;
        page.year().map_in_words().appears().await?;
        assert_eq!(page.sheets_of_paper("result").await?, 1);
        Ok(())
    });
}

/// The page with preview pages, released.
fn with_preview_pages() -> Outcome<std::path::PathBuf> {
    let folder = temporary_folder("previews")?;
    let (page, dist) = (folder.join("page"), folder.join("dist"));
    copy_below(&built_page(), &page)?;
    // A page that was built for an address has its preview pages already.
    if !fs::read_to_string(page.join("index.html"))?.contains("data-shells") {
        preview_pages::write(&page, &SiteUrl::new(&format!("https://example.org{PREFIX}"))?)?;
    }
    release::write(&page, &dist)?;
    Ok(dist)
}

#[test]
fn every_preview_page_is_the_page_and_a_lost_visitor_finds_home() {
    let folder = with_preview_pages().expect("the page can be copied");
    visit_in("previews", &folder, async |site| {
        let page = site.newcomer(Screen::LAPTOP, &format!("p/80/{FRIEND}")).await?;
        let here = page.result().numbers().await?;
        page.open(FRIEND).await?;
        assert_eq!(page.result().numbers().await?, here);

        page.open("p/20/").await?;
        walk_to_the_sheet(&page).await?;
        let link = page.share().copied_link(Tells::Number).await?;
        let rest = link
            .strip_prefix(&format!("{}p/", site.address()))
            .ok_or_else(|| format!("{link} is no preview page's"))?;
        let (tens, code) = rest.split_once("/#").ok_or("it holds no code")?;
        let Ok(Link::Summary(Summary { further_than: Some(range), .. })) = read(code) else {
            return Err("no summary".into());
        };
        assert_eq!(tens, link::decile(range).to_string());

        // Both are sent with a 404.
        page.expects_complaints(&["no/such/place", "%23r2."]);
        page.open("no/such/place").await?;
        page.document().starts().await?;
        page.document().reads("nothing lives at this address").await?;
        // A chat app that escapes the `#` makes it part of the path.
        page.open(&FRIEND.replace('#', "%23")).await?;
        assert_eq!(page.result().numbers().await?, here);
        assert!(!page.document().lost().is_shown().await?);
        Ok(())
    });
}
