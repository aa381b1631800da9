//! Releases: the offer of a newer version, lost caches, two copies, half a deployment.

use std::fs;
use std::path::Path;

use e2e::addresses::{FRIEND, HOW, LAB};
use e2e::returning::{
    CACHES, INSTALLING, LOSE_CACHES, WAITING, all_releases, is_kept, is_next, on_nginx, regular, until,
    version, works,
};
use e2e::{
    Caching, MISSING_FILES, Missing, Nginx, PAGES_FOR_FILES, Screen, releases, temporary_folder, visit_on,
};

#[test]
fn a_newer_version_is_one_click_away_with_answers_and_address_kept() {
    on_nginx("newer", Caching::LastModified, Missing::NotFound, async |site, deployment| {
        let (page, result) = regular(site).await?;
        page.go_to(FRIEND).await?;
        page.result().numbers().await?;
        assert!(!page.document().newer().is_shown().await?);
        deployment.deploy(1)?;
        // What browsers do by themselves when a page of ours is opened anywhere.
        page.another_tab("").await?;
        page.to_tab(0).await?;
        page.document().newer().says("newer version").await?;
        assert_eq!(page.document().version().await?, version(0), "nothing is loaded unasked");
        // Chromium never answers some requests that are made while service workers change.
        until(&page, WAITING, |waiting| waiting == true).await?;
        page.document().renew().enter().await?;
        page.document().starts_as(version(1)).await?;
        assert!(page.shown_address().await?.ends_with(FRIEND));
        assert_eq!(page.result().numbers().await?, result);
        assert_eq!(works(&page, &result).await?, version(1));
        Ok(())
    });
}

#[test]
fn a_link_of_a_newer_version_leads_to_the_newest_page() {
    on_nginx("newer-link", Caching::LastModified, Missing::NotFound, async |site, deployment| {
        let (page, result) = regular(site).await?;
        page.go_to("r7.0123456789").await?;
        page.result().renew().enter().await?;
        page.result().renew().says("newest there is").await?;
        deployment.deploy(1)?;
        page.reload().await?;
        page.result().renew().enter().await?;
        page.document().starts_as(version(1)).await?;
        assert!(page.shown_address().await?.ends_with("#r7.0123456789"));
        assert_eq!(works(&page, &result).await?, version(1));
        Ok(())
    });
}

#[test]
fn a_cache_that_was_lost_is_filled_again() {
    on_nginx("lost-cache", Caching::LastModified, Missing::NotFound, async |site, deployment| {
        let (page, result) = regular(site).await?;
        page.asks_and_waits(LOSE_CACHES, Vec::new()).await?;
        page.reload().await?;
        until(&page, CACHES, is_kept(version(0))).await?;
        // Lost again while the host has another version already.
        page.asks_and_waits(LOSE_CACHES, Vec::new()).await?;
        deployment.deploy(1)?;
        page.reload().await?;
        works(&page, &result).await?;
        is_next(&page, version(1)).await?;
        site.unplug();
        page.reload().await?;
        assert_eq!(works(&page, &result).await?, version(1));
        // And once more without a network: a sentence, and no end of redirections.
        page.asks_and_waits(LOSE_CACHES, Vec::new()).await?;
        page.empty_http_cache().await?;
        for address in ["", "p/80/", HOW] {
            page.open(address).await?;
            page.document().reads("no network").await?;
        }
        Ok(())
    });
}

#[test]
fn a_page_that_heals_itself_is_kept_again() {
    on_nginx("healed", Caching::LastModified, Missing::NotFound, async |site, deployment| {
        let (page, _) = regular(site).await?;
        page.asks_and_waits(LOSE_CACHES, Vec::new()).await?;
        deployment.deploy(1)?;
        // The lab is not loaded yet, and its files are gone from here and from the host.
        page.go_to(LAB).await?;
        page.document().starts_as(version(1)).await?;
        is_next(&page, version(1)).await
    });
}

#[test]
fn two_copies_on_one_origin_keep_out_of_each_others_way() {
    if !Nginx::takes_part() {
        return;
    }
    let folder = temporary_folder("copies").expect("there is room for a host");
    let served = folder.join("served");
    let deploy = |copy: &str, number: usize| releases::deploy(&all_releases()[number].0, &served.join(copy));
    deploy("a", 0).and_then(|()| deploy("b", 0)).expect("both copies can be deployed");
    let nginx = Nginx::start(&served, &folder.join("nginx"), Caching::LastModified, Missing::NotFound)
        .unwrap_or_else(|error| panic!("{error}"));
    visit_on("copies", nginx, async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("a/{FRIEND}")).await?;
        page.expects_complaints(&MISSING_FILES);
        let result = page.result().numbers().await?;
        for copy in ["a/", "b/"] {
            page.open(&format!("{copy}{FRIEND}")).await?;
            page.result().numbers().await?;
            page.kept().await?;
            is_next(&page, version(0)).await?;
        }
        // A copy forgets its own versions but for two.
        for number in [1, 2] {
            deploy("b", number)?;
            page.reload().await?;
            is_next(&page, version(number)).await?;
            page.reload().await?;
            page.document().starts_as(version(number)).await?;
        }
        site.unplug();
        page.empty_http_cache().await?;
        for (copy, number) in [("a/", 0), ("b/", 2)] {
            page.open(&format!("{copy}{FRIEND}")).await?;
            assert_eq!(page.result().numbers().await?, result);
            assert_eq!(page.document().version().await?, version(number));
        }
        Ok(())
    });
    fs::remove_dir_all(folder).expect("it was made here");
}

#[test]
fn a_deployment_in_its_middle_leaves_everybody_with_a_page_or_a_reason() {
    on_nginx("middle", Caching::MaxAge, Missing::ThePage, async |site, deployment| {
        let (page, result) = regular(site).await?;
        deployment.deploy(1)?;
        let programs = deployment.served.join(version(1));
        let later = deployment.served.with_extension("later");
        fs::rename(&programs, &later)?;
        // Who has been here stays with what is whole.
        page.reload().await?;
        assert_eq!(works(&page, &result).await?, version(0));
        until(&page, INSTALLING, |installing| installing == false).await?;
        // Who is new reads what is missing, and has the page as soon as it is there, whatever was cached meanwhile.
        let newcomer = site.newcomer(Screen::PHONE, FRIEND).await?;
        newcomer.expects_complaints(&MISSING_FILES);
        newcomer.expects_complaints(&PAGES_FOR_FILES);
        newcomer.document().missing_start().says("sends a page for").await?;
        fs::rename(&later, &programs)?;
        newcomer.document().missing_start_renew().enter().await?;
        assert_eq!(newcomer.result().numbers().await?, result);
        newcomer.document().is_styled().await?;
        page.reload().await?;
        is_next(&page, version(1)).await?;
        page.reload().await?;
        assert_eq!(works(&page, &result).await?, version(1));
        Ok(())
    });
}

#[test]
fn everything_but_documents_stands_below_its_version() {
    let (release, version) = &all_releases()[0];
    let files = xtask::files::files_below(release, &[]).expect("the release can be read");
    let unversioned: Vec<&String> =
        files.iter().filter(|file| !file.starts_with(&format!("{version}/"))).collect();
    let known = ["404.html", "_headers", HOW, "index.html", "sw.js"];
    let other = unversioned.iter().find(|file| !known.contains(&file.as_str()) && !file.starts_with("p/"));
    assert_eq!(other, None);
    let how = fs::read_to_string(Path::new(release).join(HOW)).expect("documents are text");
    assert!(how.contains("<style>") && !how.contains("rel=\"stylesheet\""), "it is whole by itself");
}
