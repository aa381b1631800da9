//! Can the lab's levers be pulled by keyboard alone, and is a world the same world everywhere?

#[path = "../../golden/world.rs"]
#[allow(dead_code, reason = "its own checks run natively and in the browser")]
mod world;

use e2e::{STATUS, Screen, visit};
use normie_descent::link::LabWorld;
use normie_descent::worlds::Preset;
use thirtyfour::Key;

const GOLDEN: &str = "[data-value=golden]";

#[test]
fn every_preset_opens_from_its_link_and_shows_its_checksum_of_day_thirty() {
    visit("presets", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        for preset in Preset::ALL {
            let link = format!("#{}", LabWorld::from(preset.setting()).encode());
            page.open(&link).await?;
            page.world().await?;
            let which = format!("[data-preset='{}'][aria-pressed=true]", preset.key());
            assert_eq!(
                page.asks(&format!("return !!document.querySelector(\"{which}\")")).await?,
                true,
                "{link}"
            );
            page.enter("[data-action=play]").await?;
            let shown = page.text_once(GOLDEN, |sum| u32::from_str_radix(sum, 16).is_ok()).await?;
            let (_, golden) = world::PRESETS
                .into_iter()
                .find(|(key, _)| *key == preset.key())
                .ok_or("a preset without a golden checksum")?;
            assert_eq!(shown, format!("{golden:08x}"), "{link}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_lab_is_played_by_keyboard_from_the_landing_to_a_copied_world() {
    visit("lab", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.find("html[data-running]").await?;
        page.enter("[data-screen=landing] a[href='#lab']").await?;
        page.find("[data-screen=lab] #beat-title").await?;
        page.enter(".parts [data-beat='7']").await?;
        page.enter(".presets-all summary").await?;
        page.enter("[data-preset=chronological]").await?;
        page.world().await?;
        page.enter("[data-action=play]").await?;
        page.text_once(STATUS, |said| !said.starts_with("day 0:")).await?;
        page.enter("[data-action=play]").await?;
        page.enter("[data-action=reset]").await?;
        page.text_once(STATUS, |said| said.starts_with("day 0:")).await?;

        page.write("#lever-feed", "0.5").await?;
        assert!(page.shown_address().await?.contains("#s1.seed=42&feed=0.5&dims=64"));
        page.write("#lever-screened", "9999").await?;
        page.text_once(".lever-note", |said| said.contains("screened = 9999; i made it 512")).await?;
        assert_eq!(page.asks("return document.querySelector('#lever-screened').value").await?, "512");
        page.world().await?;

        page.enter("[data-action=copy-world]").await?;
        page.text_once(".copied", |said| said.contains("copied")).await?;
        let copied = page.clipboard().await?;
        assert_eq!(copied, page.shown_address().await?);
        assert!(copied.ends_with("#s1.seed=42&feed=0.5&dims=64&screened=512"), "{copied}");

        // People on the map, by arrow keys.
        page.find(".picker").await?.focus().await?;
        page.press(Key::Left).await?;
        let first = page.text_once(".inspected", |said| said.starts_with("person")).await?;
        page.press(Key::Left).await?;
        page.text_once(".inspected", |said| said.starts_with("person") && said != first).await?;
        // And you, too.
        let you = page.attribute(".you-handle", "style").await?;
        page.find(".you-handle").await?.focus().await?;
        page.press(Key::Down).await?;
        let mut moved = page.attribute(".you-handle", "style").await?;
        for _ in 0..100 {
            if moved != you {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            moved = page.attribute(".you-handle", "style").await?;
        }
        assert_ne!(moved, you);
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        page.open("#s1.seed=7&people=1000000&dims=2048&color=red").await?;
        page.text_once(STATUS, |said| said.contains("23597 MiB")).await?;
        page.text_once(".lever-note", |said| said.contains("color")).await?;
        Ok(())
    });
}

#[test]
fn the_lab_fits_a_narrow_screen_and_hides_its_levers_when_embedded() {
    visit("narrow-lab", async |site| {
        let page = site.newcomer(Screen { width: 320, height: 640, dark: false }, "").await?;
        for link in ["#lab", "#s1.seed=42&feed=1&dims=64&network=blocks&circles=school"] {
            page.open(link).await?;
            page.world().await?;
            page.asks("document.querySelectorAll('details').forEach(group => group.open = true)").await?;
            let over = page.asks("const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth").await?;
            assert_eq!(over, 0, "{link}");
        }
        page.open("#s1.seed=42&dims=64&embed=1").await?;
        page.world().await?;
        assert!(page.shows(".stage-canvases").await? && page.shows(".embedded a").await?);
        assert!(!page.shows("#lever-feed").await? && !page.shows(".parts").await?);
        Ok(())
    });
}

#[test]
fn people_planes_and_files_need_the_tab_key_only() {
    visit("tabbed-levers", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=64&people=400").await?;
        page.saves_files("tabbed-levers").await?;
        page.world().await?;
        page.tab_to(".picker").await?;
        page.press(Key::Left).await?;
        page.text_once(".inspected .told", |said| said.contains("basically")).await?;
        page.tab_to("[data-action=play]").await?;
        page.press(Key::Enter).await?;
        page.text_once(STATUS, |said| !said.starts_with("day 0:")).await?;
        page.press(Key::Enter).await?;
        page.tab_to("[data-action=mentor]").await?;
        page.press(" ").await?;
        page.text_once("[data-action=mentor]", |said| said.contains("not my mentor")).await?;
        page.tab_to(".lever-group:has(.plane-choice) > summary").await?;
        page.press(Key::Enter).await?;
        page.tab_to("[name=plane]").await?;
        page.press(Key::Down).await?;
        page.text_once(".axis-x", |said| said.starts_with("belief 1")).await?;
        page.tab_to("[data-plane=y]").await?;
        page.press(Key::End).await?;
        page.press(Key::Backspace).await?;
        page.press("7").await?;
        page.press(Key::Tab).await?;
        page.text_once(".axis-y", |said| said.starts_with("belief 7")).await?;
        page.text_once(".stage-kept", |said| said.starts_with("these two beliefs keep")).await?;
        page.tab_to(".lever-group:has([data-action=save-svg]) > summary").await?;
        page.press(Key::Enter).await?;
        for (button, file) in [("save-people", "normie-people.csv"), ("save-svg", "normie-world.svg")] {
            page.tab_to(&format!("[data-action={button}]")).await?;
            page.press(Key::Enter).await?;
            page.text_once(".saved", |said| said == format!("saved: {file}")).await?;
        }
        page.tab_to("[data-action=copy-world]").await?;
        page.press(Key::Enter).await?;
        page.text_once(".copied", |said| said.contains("copied")).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
