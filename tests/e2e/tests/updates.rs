//! Returning visitors after a deployment: whatever was cached, they have a working page of one version, at most one
//! reload away, with their answers.

use e2e::addresses::{FRIEND, LAB, QUIZ};
use e2e::returning::{
    CACHES, Deployment, begin_quiz, is_next, on_nginx, regular, until, version, works, works_for_friends,
};
use e2e::{Caching, MISSING_FILES, Missing, Outcome, PAGES_FOR_FILES, Screen, Site};

/// One cell of the matrix: a second release is deployed while one or two tabs are open.
async fn updated(
    site: &Site,
    deployment: &Deployment,
    [two_tabs, offline, emptied]: [bool; 3],
) -> Outcome<()> {
    let (page, result) = regular(site).await?;
    if two_tabs {
        page.another_tab(QUIZ).await?;
        page.quiz().screen().or(&page.quiz().welcome_back()).appears().await?;
        page.to_tab(0).await?;
    }
    deployment.deploy(1)?;
    if emptied {
        page.empty_http_cache().await?;
    }
    page.reload().await?;
    works(&page, &result).await?;
    is_next(&page, version(1)).await?;
    if offline {
        site.unplug();
    }
    page.reload().await?;
    assert_eq!(works(&page, &result).await?, version(1), "one reload after the update");
    page.open("").await?;
    assert_eq!(works(&page, &result).await?, version(1));
    if two_tabs {
        // The other tab goes on in its own version, and is up to date after a reload.
        page.to_tab(1).await?;
        works_for_friends(&page, &result).await?;
        page.reload().await?;
        assert_eq!(works(&page, &result).await?, version(1));
    }
    Ok(())
}

#[track_caller]
fn updates_reach_everybody(caching: Caching) {
    for cell in 0..8_u8 {
        let [two_tabs, offline, emptied] = [1, 2, 4].map(|bit| cell & bit != 0);
        let name = format!("update-{caching:?}-{cell}");
        on_nginx(&name, caching, Missing::NotFound, async |site, deployment| {
            updated(site, deployment, [two_tabs, offline, emptied]).await
        });
    }
}

#[test]
fn an_update_reaches_everybody_where_browsers_guess_how_long_to_cache() {
    updates_reach_everybody(Caching::LastModified);
}

#[test]
fn an_update_reaches_everybody_where_everything_is_cached_for_ten_minutes() {
    updates_reach_everybody(Caching::MaxAge);
}

#[test]
fn an_update_reaches_everybody_where_nothing_is_cached() {
    updates_reach_everybody(Caching::NoCache);
}

/// A browser in which no service worker can be registered.
const NO_SERVICE_WORKER: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined; } });";

#[test]
fn without_a_service_worker_an_update_reaches_everybody_too() {
    for caching in [Caching::LastModified, Caching::MaxAge, Caching::NoCache, Caching::Documents] {
        for missing in [Missing::NotFound, Missing::ThePage] {
            on_nginx(
                &format!("plain-{caching:?}-{missing:?}"),
                caching,
                missing,
                async |site, deployment| {
                    let page = site.newcomer(Screen::PHONE, "").await?;
                    page.expects_complaints(&MISSING_FILES);
                    if missing == Missing::ThePage {
                        page.expects_complaints(&PAGES_FOR_FILES);
                    }
                    page.before_everything(NO_SERVICE_WORKER).await?;
                    page.open(FRIEND).await?;
                    let result = page.result().numbers().await?;
                    page.open("").await?;
                    begin_quiz(&page).await?;
                    deployment.deploy(1)?;
                    page.open("").await?;
                    works(&page, &result).await?;
                    // What was not loaded before comes with the page that it belongs to, at the same address.
                    page.go_to(LAB).await?;
                    page.lab().ready().appears().await?;
                    assert_eq!(page.document().version().await?, version(1));
                    assert!(page.shown_address().await?.ends_with(LAB));
                    assert_eq!(works(&page, &result).await?, version(1));
                    Ok(())
                },
            );
        }
    }
}

/// Goes to the quiz while the page waits for the document that heals it; a driver would wait with it.
const GO_TO_QUIZ_DURING_RELOAD: &str = "const looking = setInterval(() => {
        if (!history.state?.tried) return;
        clearInterval(looking);
        setTimeout(() => location.hash = 'quiz', 400);
    }, 20);
    return 0;";

#[test]
fn who_goes_elsewhere_while_the_page_heals_arrives_there() {
    on_nginx("elsewhere", Caching::NoCache, Missing::NotFound, async |site, deployment| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.expects_complaints(&MISSING_FILES);
        page.before_everything(NO_SERVICE_WORKER).await?;
        page.open("").await?;
        page.document().starts_as(version(0)).await?;
        deployment.deploy(1)?;
        page.slow_network(1_500).await?;
        page.asks(GO_TO_QUIZ_DURING_RELOAD).await?;
        page.go_to(LAB).await?;
        page.document().starts_as(version(1)).await?;
        page.guess().screen().appears().await?;
        assert!(page.shown_address().await?.ends_with(QUIZ));
        Ok(())
    });
}

#[test]
fn a_host_that_sends_the_page_for_what_is_missing_changes_nothing() {
    for caching in [Caching::LastModified, Caching::MaxAge, Caching::NoCache] {
        on_nginx(&format!("spa-{caching:?}"), caching, Missing::ThePage, async |site, deployment| {
            updated(site, deployment, [false, false, true]).await
        });
    }
}

#[test]
fn five_deployments_can_be_skipped_or_followed() {
    for skipped in [true, false] {
        on_nginx("five", Caching::LastModified, Missing::NotFound, async |site, deployment| {
            let (page, result) = regular(site).await?;
            for number in 1..=5 {
                deployment.deploy(number)?;
                if !skipped {
                    page.reload().await?;
                    is_next(&page, version(number)).await?;
                }
            }
            page.reload().await?;
            works(&page, &result).await?;
            is_next(&page, version(5)).await?;
            page.reload().await?;
            assert_eq!(works(&page, &result).await?, version(5));
            // This version, and the last one for tabs that may still be open.
            until(&page, CACHES, |caches| caches.as_object().is_some_and(|caches| caches.len() == 2)).await
        });
    }
}
