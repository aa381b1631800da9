//! Files that a visitor takes home from the lab: they hold what the stage shows.

use e2e::{LabFile, Screen, visit};
use serde_json::json;

/// Says of a drawing whether it is well formed, what its title says and how many people are on it.
const DRAWING: &str = "const [text, done] = arguments;
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
    const paths = [...drawing.getElementsByTagName('path')].map(path => path.getAttribute('d'));
    done({ broken: drawing.getElementsByTagName('parsererror').length > 0, title: drawing.getElementsByTagName('title')[0]?.textContent,
        people: paths.slice(0, -2).join('').split('M').length - 1, words: drawing.getElementsByTagName('text')[0]?.textContent });";

#[test]
fn tables_and_pictures_hold_what_the_stage_shows() {
    visit("take-home", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=2&people=700").await?;
        let folder = page.saves_files("take-home").await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().passes_day(59).await?;
        page.lab().press_play().await?;
        page.lab().is_paused().await?;
        page.document().unfold_all().await?;
        let status = page.lab().world().await?;
        let day = page.lab().day().await?;

        let people = page.lab().takes_home(LabFile::People, &folder).await?;
        let people = String::from_utf8(people)?;
        let rows: Vec<Vec<&str>> = people.lines().map(|line| line.split(',').collect()).collect();
        assert_eq!(rows.len(), 701);
        assert_eq!(rows[0], ["person", "tribe", "left_right", "anti_pro_ai"]);
        for (number, row) in rows[1..].iter().enumerate() {
            assert_eq!((row.len(), row[0].parse()), (4, Ok(number)), "{row:?}");
            assert!(row[2..].iter().all(|x| x.parse::<f32>().is_ok_and(|x| x.abs() < 9.0)), "{row:?}");
        }
        let loners = rows[1..].iter().filter(|row| row[1].is_empty()).count();
        assert!(status.contains(&format!(", {loners} loner")), "{loners} loners in the table; {status}");

        let days = page.lab().takes_home(LabFile::Days, &folder).await?;
        let days = String::from_utf8(days)?;
        let mut lines = days.lines();
        let heading: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        assert_eq!(heading.first().zip(heading.last()), Some((&"day", &"outsiders_in_tribes")));
        assert!(heading.contains(&"your_bits"), "{heading:?}");
        let rows: Vec<Vec<f64>> =
            lines.map(|line| line.split(',').filter_map(|number| number.parse().ok()).collect()).collect();
        assert!(rows.iter().all(|row| row.len() == heading.len()), "{days}");
        assert!(rows.windows(2).all(|two| two[0][0] < two[1][0]), "{days}");
        assert!(rows.len() > 5 && rows[0][0] == 0.0, "{days}");
        assert!(rows.last().is_some_and(|last| last[0] <= f64::from(day) && last[0] + 5.0 > f64::from(day)));

        let picture = page.lab().takes_home(LabFile::Pixels, &folder).await?;
        assert_eq!(picture[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(
            (&picture[12..16], &picture[16..20], &picture[20..24]),
            (&b"IHDR"[..], &1_200u32.to_be_bytes()[..], &1_290u32.to_be_bytes()[..],)
        );
        assert_eq!(picture[picture.len() - 8..picture.len() - 4], *b"IEND");
        assert!(picture.len() > 30_000, "{} bytes are an empty sheet", picture.len());

        let drawing = page.lab().takes_home(LabFile::Drawing, &folder).await?;
        let drawing = page.asks_and_waits(DRAWING, vec![json!(String::from_utf8(drawing)?)]).await?;
        assert_eq!(
            drawing,
            json!({ "broken": false, "title": status.as_str(), "people": 700, "words": status.as_str() })
        );
        std::fs::remove_dir_all(folder)?;
        Ok(())
    });
}

#[test]
fn a_large_table_is_written_in_stretches_that_can_be_stopped() {
    visit("large-table", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&dims=64&people=60000").await?;
        page.lab().world().await?;
        page.document().unfold_all().await?;
        page.lab().save_people().enter().await?;
        page.lab().saved().text_once(|said| said.starts_with("written: ")).await?;
        page.lab().stop_saving().enter().await?;
        page.lab().saved().text_once(|said| said == "stopped.").await?;
        assert!(!page.lab().stop_saving().is_shown().await?);
        Ok(())
    });
}
