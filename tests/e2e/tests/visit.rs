//! A whole visit: it leads from the landing to a result, and its link leads a friend to the same numbers.

use e2e::addresses::{DAMAGED, DAMAGED_SUMMARY, SUMMARY};
use e2e::{Persona, QUESTIONS, Screen, Tells, surprisal_bits, visit};

#[test]
fn a_visit_by_keyboard_ends_in_a_link_that_shows_a_friend_the_same_numbers() {
    visit("visit", async |site| {
        let visitor = site.newcomer(Screen::LAPTOP, "").await?;
        site.settled().await?;
        let loaded = site.requests().len();
        visitor.walk_to_the_quiz().await?;
        visitor.answer_all(Persona::Selective).await?;
        let result = visitor.result().numbers().await?;
        assert_eq!(result.answered, Persona::Selective.answered(QUESTIONS).to_string());
        assert_eq!(
            visitor.shown_address().await?,
            format!("{}#quiz", site.address()),
            "nothing personal in it"
        );
        // Nobody's answers: the page's own files, the same for everybody, each once.
        site.settled().await?;
        let mut asked = site.requests().split_off(loaded);
        let all = asked.len();
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), all, "asked for twice: {:?}", site.requests());
        for part in
            ["loader.js?module=", "visit.js", "visit_bg.wasm", "worker.js", "worker_bg.wasm", "sw.js?v="]
        {
            assert!(asked.iter().any(|file| file.contains(part)), "{part} is missing: {asked:?}");
        }
        let before = site.requests().len();
        visitor.share().open().await?;
        let link = visitor.share().copied_link(Tells::Answers).await?;
        let share = visitor.share();
        for (button, said) in [
            (share.copy_text(), "text copied"),
            (share.copy_description(), "description copied"),
            (share.save_wide(), "saved"),
        ] {
            button.enter().await?;
            visitor.share().said().says(said).await?;
        }
        visitor.share().qr_button().enter().await?;
        site.settled().await?;
        assert_eq!(site.requests().len(), before, "to share needs nothing any more: {:?}", site.requests());
        // Whatever was loaded, for whatever purpose, came from here or was made in the tab.
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        for address in visitor.asks(loaded).await?.as_array().into_iter().flatten().filter_map(|a| a.as_str())
        {
            let own = [site.address(), "blob:".to_owned(), "data:".to_owned()];
            assert!(own.iter().any(|start| address.starts_with(start)), "{address} is elsewhere");
        }

        let fragment = link.strip_prefix(&site.address()).ok_or_else(|| format!("{link} leads elsewhere"))?;
        let friend = site.newcomer(Screen::PHONE, fragment).await?;
        assert_eq!(friend.result().numbers().await?, result);
        assert_eq!(surprisal_bits(&link)?, result.bits);
        Ok(())
    });
}

#[test]
fn any_text_after_the_hash_gives_a_page_that_offers_the_quiz() {
    visit("addresses", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for fragment in [
            "#no-such-place",
            "#r2.",
            DAMAGED,
            "#r9.01",
            "#r2.%F0%9F%90%88",
            // Of the set that was asked before: a whole one, and its summary.
            "#r1.010MMVGKMMM1NHQ837",
            "#u1.02QT6BHHGW62X",
            "#%",
            "#s1.dims=1e99",
            SUMMARY,
            DAMAGED_SUMMARY,
        ] {
            page.open(fragment).await?;
            page.document().starts().await?;
            page.shared().any_quiz_link().or(&page.beats().again()).appears().await?;
            let said = page.document().body().text().await?;
            assert!(!said.contains("something of mine broke"), "{fragment}: {said}");
        }
        Ok(())
    });
}
