//! The lab's levers: by keyboard alone, and with the same world for the same settings everywhere.

#[path = "../../golden/world.rs"]
#[allow(dead_code, reason = "its own checks run natively and in the browser")]
mod world;

use e2e::addresses::LAB;
use e2e::{LabFile, Screen, visit};
use link::encode_world;
use settings::Preset;
use thirtyfour::Key;

#[test]
fn every_preset_opens_from_its_link_and_shows_its_checksum_of_day_thirty() {
    visit("presets", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        for preset in Preset::ALL {
            let link = format!("#{}", encode_world(&preset.setting().into()));
            page.open(&link).await?;
            page.lab().world().await?;
            assert!(page.lab().is_preset(preset.key()).await?, "{link}");
            page.lab().press_play().await?;
            let shown = page.lab().checksum().await?;
            let (_, golden) = world::PRESETS
                .into_iter()
                .find(|(key, _)| *key == preset.key())
                .ok_or("a preset without a golden checksum")?;
            assert_eq!(shown, format!("{golden:08x}"), "{link}");
        }
        Ok(())
    });
}

#[test]
fn the_lab_is_played_by_keyboard_from_the_landing_to_a_copied_world() {
    visit("lab", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.document().starts().await?;
        page.landing().lab_link().enter().await?;
        page.beats().title().appears().await?;
        page.beats().link(7).enter().await?;
        page.lab().open_presets().enter().await?;
        page.lab().chronological().enter().await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().leaves_day_0().await?;
        page.lab().press_play().await?;
        page.lab().reset().enter().await?;
        page.lab().is_at_day_0().await?;

        page.lab().lever_feed().write("0.5").await?;
        assert!(page.shown_address().await?.contains("#s1.seed=42&feed=0.5&dims=128"));
        page.lab().lever_screened().write("9999").await?;
        page.lab().lever_note().says("screened = 9999; i made it 512").await?;
        assert_eq!(page.lab().screened().await?, "512");
        page.lab().world().await?;

        page.lab().copy().enter().await?;
        page.lab().copied().says("copied").await?;
        let copied = page.clipboard().await?;
        assert_eq!(copied, page.shown_address().await?);
        assert!(copied.ends_with("#s1.seed=42&feed=0.5&dims=128&screened=512"), "{copied}");

        // People on the map, by arrow keys.
        page.lab().picker().focus().await?;
        page.press(Key::Left).await?;
        let first = page.lab().person().await?;
        page.press(Key::Left).await?;
        page.lab().inspected().text_once(|said| said.starts_with("person") && said != first).await?;
        // And you, too.
        let you = page.lab().dot_place().await?;
        page.lab().dot().focus().await?;
        page.press(Key::Down).await?;
        page.lab().dot_moves_from(&you).await?;

        page.open("#s1.seed=7&people=1000000&dims=2048&color=red").await?;
        page.lab().status().says("23605 MiB").await?;
        page.lab().lever_note().says("color").await?;
        Ok(())
    });
}

#[test]
fn the_lab_fits_a_narrow_screen_and_hides_its_levers_when_embedded() {
    visit("narrow-lab", async |site| {
        let page = site.newcomer(Screen { width: 320, height: 640, dark: false }, "").await?;
        for link in [LAB, "#s1.seed=42&feed=1&dims=128&network=blocks&circles=school"] {
            page.open(link).await?;
            page.lab().world().await?;
            page.document().unfold_all().await?;
            assert_eq!(page.document().pixels_too_wide().await?, 0, "{link}");
        }
        page.open("#s1.seed=42&dims=128&embed=1").await?;
        page.lab().world().await?;
        assert!(page.lab().canvases().is_shown().await? && page.lab().embedded_link().is_shown().await?);
        assert!(!page.lab().lever_feed().is_shown().await? && !page.beats().parts().is_shown().await?);
        Ok(())
    });
}

#[test]
fn people_planes_and_files_need_the_tab_key_only() {
    visit("tabbed-levers", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=128&people=400").await?;
        page.saves_files("tabbed-levers").await?;
        page.lab().world().await?;
        page.lab().picker().tab_to().await?;
        page.press(Key::Left).await?;
        page.lab().inspected_sentence().says("basically").await?;
        page.lab().play().tab_to().await?;
        page.press(Key::Enter).await?;
        page.lab().leaves_day_0().await?;
        page.press(Key::Enter).await?;
        page.lab().mentor().tab_to().await?;
        page.press(" ").await?;
        page.lab().mentor().says("not my mentor").await?;
        page.lab().open_planes().tab_to().await?;
        page.press(Key::Enter).await?;
        page.lab().planes().tab_to().await?;
        page.press(Key::Down).await?;
        page.lab().axis_x().text_once(|said| said.starts_with("belief 1")).await?;
        page.lab().plane_y().tab_to().await?;
        page.press(Key::End).await?;
        page.press(Key::Backspace).await?;
        page.press("7").await?;
        page.press(Key::Tab).await?;
        page.lab().axis_y().text_once(|said| said.starts_with("belief 7")).await?;
        page.lab().kept().text_once(|said| said.starts_with("these two beliefs keep")).await?;
        page.lab().open_files().tab_to().await?;
        page.press(Key::Enter).await?;
        for file in [LabFile::People, LabFile::Drawing] {
            page.lab().save(file).tab_to_and_enter().await?;
            page.lab().saved().text_once(|said| said == format!("saved: {}", file.name())).await?;
        }
        page.lab().copy().tab_to().await?;
        page.press(Key::Enter).await?;
        page.lab().copied().says("copied").await?;
        Ok(())
    });
}
