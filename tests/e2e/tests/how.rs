//! "How it works": a document that is whole by itself, without a program, on any screen.

use e2e::addresses::HOW;
use e2e::{SCOPE, Screen, visit};

#[test]
fn how_it_works_is_all_there_without_javascript() {
    visit("how-static", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // A load that is broken off complains.
        page.document().running().appears().await?;
        page.script(false).await?;
        page.open(HOW).await?;
        assert_eq!(page.document().heading().text().await?, "how it works");
        let how = page.how();
        for part in [
            how.verdict_on_law_4(),
            how.picture_of_law_6(),
            how.equations(),
            how.questions(),
            how.privacy(),
            how.sources(),
        ] {
            part.appears().await?;
        }
        assert!(!page.how().forget_part().is_shown().await?, "a button that could do nothing");
        // The landing's own links need no program either.
        page.open("").await?;
        page.landing().privacy_link().enter().await?;
        page.how().privacy_heading().appears().await?;
        assert!(page.shown_address().await?.contains("/how.html?v="));
        Ok(())
    });
}

#[test]
fn older_addresses_lead_to_it() {
    visit("how-addresses", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#how").await?;
        page.how().main().appears().await?;
        assert!(page.shown_address().await?.contains("/how.html?v="));
        // A name that only the link grammar reads, on a page that runs already.
        page.open("").await?;
        page.document().starts().await?;
        page.go_to("PRIVACY").await?;
        page.how().own_privacy().appears().await?;
        assert!(page.shown_address().await?.ends_with("#privacy"));
        Ok(())
    });
}

#[test]
fn nothing_on_it_is_wider_than_a_narrow_telephone() {
    visit("how-narrow", async |site| {
        for width in [320, 390, 1280] {
            let page = site.newcomer(Screen { width, ..Screen::PHONE }, HOW).await?;
            page.document().heading().appears().await?;
            page.document().unfold_all().await?;
            assert_eq!(page.document().pixels_too_wide().await?, 0, "at {width} pixels");
        }
        // It is whole by itself.
        let asked = site.requests();
        let known = [HOW, "/icon.svg"];
        let other = asked.iter().find(|request| !known.iter().any(|end| request.ends_with(end)));
        assert_eq!(other, None, "{asked:?}");
        Ok(())
    });
}

#[test]
fn forget_me_forgets_what_is_ours_and_nothing_else() {
    visit("how-forget", async |site| {
        let page = site.newcomer(Screen::LAPTOP, HOW).await?;
        page.runs(&format!(
            "const scope = '{SCOPE}';
            for (const name of [scope, `${{scope}} aside 1`, 'normie-descent', `${{scope}}b/`, 'neighbour'])
                localStorage.setItem(name, '1');
            for (const name of [`${{scope}} friend`, `${{scope}}b/ friend`]) sessionStorage.setItem(name, '1')"
        ))
        .await?;
        page.how().forget().enter().await?;
        page.how().forget_said().says("forgotten").await?;
        let left = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort().join()";
        let others = format!("neighbour,{SCOPE}b/,{SCOPE}b/ friend");
        assert_eq!(page.asks(left).await?.as_str(), Some(others.as_str()));
        page.how().forget().enter().await?;
        page.how().forget_said().says("nothing to forget").await?;
        Ok(())
    });
}
