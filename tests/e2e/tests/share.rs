//! Is what a visitor sends what they were shown, and no more?

use std::fs;
use std::path::Path;

use e2e::{Engine, Outcome, PREFIX, Page, Screen, dist, visit, visit_in};
use normie_descent::card::{Format, FromPainter, Painter, Sending, ToPainter};
use normie_descent::link::{Link, Summary, decode, read};
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;
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

/// What this machine would send for the answers in a link, without any browser.
fn natively(link: &str, root: &str) -> Outcome<Sending> {
    let shared = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?;
    let (answers, run) = (shared.answers, RunId(1));
    let mut session = Session::default();
    let FromWorker::Prepared { people } = session.handle(ToWorker::Prepare).message else {
        return Err("no crowd".into());
    };
    let FromWorker::Scored { reading, told, .. } = session.handle(ToWorker::Score { run, answers }).message
    else {
        return Err("no reading".into());
    };
    let mut year = session.handle(ToWorker::OpenYear { run, answers });
    while let FromWorker::YearOpening { .. } = year.message {
        year = session.handle(ToWorker::AdvanceYear { run, days: 1 });
    }
    let FromWorker::Year { frame, .. } = year.message else { return Err("no map".into()) };
    Ok(Sending {
        crowd: year.arrays.into_iter().next().unwrap_or_default(),
        you: Some(frame.lives[0].you),
        explanation: Some(told.explanation),
        root: root.to_owned(),
        ..Sending::of(&reading, answers, shared.guess, people)
    })
}

/// Waits for the card that this machine draws, to the byte.
async fn the_card_is_native(page: &Page, sending: Sending) -> Outcome<()> {
    // The map stands by then, so whatever is shown shows it.
    page.find(".today .in-words p").await?;
    let mut painter = Painter::default();
    painter.handle(ToPainter::Tell(Box::new(sending)));
    let FromPainter::Drawn(native) = painter.handle(ToPainter::Draw(Format::Wide)) else {
        return Err("no card".into());
    };
    let mut drawn = Vec::new();
    for _ in 0..50 {
        drawn = page.fetched(&page.attribute("[data-value=card]", "src").await?).await?;
        if drawn == native {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Err(format!("{} bytes here, {} natively, or others", drawn.len(), native.len()).into())
}

#[test]
fn every_engine_reads_the_same_numbers_and_draws_the_same_card() {
    visit("engines", async |site| {
        let mut seen = Vec::new();
        for engine in Engine::wanted() {
            let page = site.newcomer_with(engine, Screen::LAPTOP, RESULT).await?;
            seen.push(page.result().await?);
            let page = site.newcomer_with(engine, Screen::LAPTOP, "").await?;
            walk_to_the_sheet(&page).await?;
            page.find("[name=tells][value=answers]").await?.focus().await?;
            page.press(" ").await?;
            let link = page.text_once("[data-value=link]", |link| link.contains("#r1.")).await?;
            let sending = natively(&link, &site.address())?;
            // The card of who tells just the number.
            page.find("[name=tells][value=number]").await?.focus().await?;
            page.press(" ").await?;
            the_card_is_native(&page, sending).await.map_err(|error| format!("{engine:?}: {error}"))?;
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
        Ok(())
    });
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

        the_card_is_native(&page, sending).await?;
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
