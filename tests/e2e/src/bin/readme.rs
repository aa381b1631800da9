//! Pictures of the README: three screens as a phone shows them, written to the folder that is named.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use e2e::addresses::LAB;
use e2e::waiting::pass;
use e2e::{Outcome, Page, QUESTIONS, Screen, simulated_answers, visit};

/// The most that all of them together may weigh, in bytes.
const MOST: usize = 300_000;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder for the pictures is named"));
    visit("readme", async |site| {
        fs::create_dir_all(&folder)?;
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.landing().live_dot().appears().await?;
        let mut pictures = vec![("landing", taken(&page).await?)];
        page.walk_to_the_quiz().await?;
        // One of the simulated people.
        page.answer_like(&simulated_answers(), QUESTIONS).await?;
        page.reveal().ends().await?;
        pictures.push(("reveal", taken(&page).await?));
        page.open(LAB).await?;
        page.lab().ready().appears().await?;
        pictures.push(("lab", taken(&page).await?));
        let weight: usize = pictures.iter().map(|(_, bytes)| bytes.len()).sum();
        if weight > MOST {
            return Err(format!("these pictures weigh {weight} bytes, more than {MOST}").into());
        }
        for (name, bytes) in pictures {
            fs::write(folder.join(format!("{name}.webp")), bytes)?;
        }
        println!("{weight} bytes in {}", folder.display());
        Ok(())
    });
}

/// What is on the screen once it has moved for some seconds.
async fn taken(page: &Page) -> Outcome<Vec<u8>> {
    pass(Duration::from_secs(4)).await;
    page.small_picture().await
}
