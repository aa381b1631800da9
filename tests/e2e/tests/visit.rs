//! Does a visit lead from the landing to a result, and its link a friend to the same numbers?

use e2e::{Outcome, QUESTIONS, Screen, visit};
use normie_descent::link::decode;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;

/// Every step is used, and every sixth question passed.
fn key(asked: usize) -> char {
    ['1', '4', '3', '5', '2', '0'][asked % 6]
}

/// The identity bits of a link's answers on this machine, without any browser, in 16 hexadecimal digits.
fn natively(link: &str) -> Outcome<String> {
    let (_, code) = link.split_once('#').ok_or("the link has no fragment")?;
    let answers = decode(code)?.answers;
    match Session::default().handle(ToWorker::Score { run: RunId(1), answers }).message {
        FromWorker::Scored { reading, .. } => Ok(format!("{:016x}", reading.identity_bits.to_bits())),
        other => Err(format!("{other:?}").into()),
    }
}

#[test]
fn a_visit_by_keyboard_ends_in_a_link_that_shows_a_friend_the_same_numbers() {
    visit("visit", async |site| {
        let visitor = site.newcomer(Screen::LAPTOP, "").await?;
        site.settled().await;
        let loaded = site.requests().len();
        visitor.walk_to_the_quiz().await?;
        visitor.answer_all(key).await?;
        let result = visitor.result().await?;
        assert_eq!(result.answered, (QUESTIONS - QUESTIONS / 6).to_string());
        assert_eq!(
            visitor.shown_address().await?,
            format!("{}#quiz", site.address()),
            "nothing personal in it"
        );
        // Nobody's answers: the page's own files, the same for everybody, each once.
        site.settled().await;
        let mut asked = site.requests().split_off(loaded);
        let all = asked.len();
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), all, "asked for twice: {:?}", site.requests());
        for part in ["loader.js?v=", "visit.js", "visit_bg.wasm", "worker.js", "worker_bg.wasm", "sw.js"] {
            assert!(asked.iter().any(|file| file.starts_with(part)), "{part} is missing: {asked:?}");
        }
        let before = site.requests().len();
        visitor.share().await?;
        let link = visitor.copied_link(true).await?;
        for (action, said) in
            [("copy-text", "text copied"), ("copy-alt", "description copied"), ("save-wide", "saved")]
        {
            visitor.enter(&format!("[data-action={action}]")).await?;
            visitor.text_once(".share-said", |text| text.contains(said)).await?;
        }
        visitor.enter("[data-action=qr]").await?;
        site.settled().await;
        assert_eq!(site.requests().len(), before, "to share needs nothing any more: {:?}", site.requests());
        // Whatever was loaded, for whatever purpose, came from here or was made in the tab.
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        for address in visitor.asks(loaded).await?.as_array().into_iter().flatten().filter_map(|a| a.as_str())
        {
            let own = [site.address(), "blob:".to_owned(), "data:".to_owned()];
            assert!(own.iter().any(|start| address.starts_with(start)), "{address} is elsewhere");
        }
        assert_eq!(visitor.complaints().await?, Vec::<String>::new());

        let fragment = link.strip_prefix(&site.address()).ok_or_else(|| format!("{link} leads elsewhere"))?;
        let friend = site.newcomer(Screen::PHONE, fragment).await?;
        assert_eq!(friend.result().await?, result);
        assert_eq!(natively(&link)?, result.bits);
        assert_eq!(friend.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn any_text_after_the_hash_gives_a_page_that_offers_the_quiz() {
    visit("addresses", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for fragment in [
            "#no-such-place",
            "#r1.",
            "#r1.010MMVGKMMM1NHQ838",
            "#r9.01",
            "#r1.%F0%9F%90%88",
            "#%",
            "#s1.dims=1e99",
            "#u1.02QT6BHHGW62X",
            "#u1.02QT6BHHGW62",
        ] {
            page.open(fragment).await?;
            page.find("html[data-running]").await?;
            page.find("a[href='#quiz'], [data-action=again]").await?;
            let said = page.text("body").await?;
            assert!(!said.contains("something of mine broke"), "{fragment}: {said}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
