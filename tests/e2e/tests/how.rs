//! Does the page that explains everything stand by itself, without a program, on any screen?

use e2e::{Screen, visit};

#[test]
fn how_it_works_is_all_there_without_javascript() {
    visit("how-static", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.script(false).await?;
        page.open("how.html").await?;
        assert_eq!(page.text("h1").await?, "how it works");
        for part in [
            "#law-4 .verdict",
            "#law-6 svg",
            "#equations math",
            "#questions table",
            "#privacy ol",
            "#sources",
        ] {
            page.find(part).await?;
        }
        assert!(!page.shows("#forget").await?, "a button that could do nothing");
        // The landing's own links need no program either.
        page.open("").await?;
        page.enter("a[href='./how.html#privacy']").await?;
        page.find("#privacy h2").await?;
        assert!(page.shown_address().await?.ends_with("/how.html#privacy"));
        Ok(())
    });
}

#[test]
fn older_addresses_lead_to_it() {
    visit("how-addresses", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#how").await?;
        page.find("main[data-screen=how]").await?;
        assert!(page.shown_address().await?.ends_with("/how.html"));
        // A name that only the link grammar reads, on a page that runs already.
        page.open("").await?;
        page.find("html[data-running]").await?;
        page.asks("location.hash = 'PRIVACY'; return 0").await?;
        page.find("main[data-screen=how] #privacy").await?;
        assert!(page.shown_address().await?.ends_with("/how.html#privacy"));
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn nothing_on_it_is_wider_than_a_narrow_telephone() {
    visit("how-narrow", async |site| {
        for width in [320, 390, 1280] {
            let page = site.newcomer(Screen { width, ..Screen::PHONE }, "how.html").await?;
            page.find("h1").await?;
            page.asks("document.querySelectorAll('details').forEach((one) => one.open = true); return 0")
                .await?;
            let over = "const {scrollWidth, clientWidth} = document.documentElement; return scrollWidth - clientWidth";
            assert_eq!(page.asks(over).await?.as_i64(), Some(0), "at {width} pixels");
        }
        // Style sheets and its own script, and nobody else's.
        let asked = site.requests();
        let known = ["how.html", "how.css?v=", "how.js?v=", "style-", "icon.svg"];
        let other = asked.iter().find(|request| !known.iter().any(|start| request.starts_with(start)));
        assert_eq!(other, None, "{asked:?}");
        Ok(())
    });
}

#[test]
fn forget_me_forgets_what_is_ours_and_nothing_else() {
    visit("how-forget", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "how.html").await?;
        page.asks(
            "localStorage.setItem('normie-descent', '1'); localStorage.setItem('neighbour', '2'); return 0",
        )
        .await?;
        page.enter("#forget button").await?;
        page.text_once("#forget [role=status]", |said| said.contains("forgotten")).await?;
        let left = page.asks("return Object.keys(localStorage).join()").await?;
        assert_eq!(left.as_str(), Some("neighbour"));
        page.enter("#forget button").await?;
        page.text_once("#forget [role=status]", |said| said.contains("nothing to forget")).await?;
        Ok(())
    });
}
