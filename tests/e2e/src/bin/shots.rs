//! What does every screen look like, small and large, by day and by night?

use e2e::{SCREENS, Screen, visit};

fn main() {
    visit("shots", async |site| {
        for (size, screen) in [("phone", Screen::PHONE), ("laptop", Screen::LAPTOP)] {
            for (light, screen) in [("light", screen), ("dark", screen.dark())] {
                let page = site.newcomer(screen, "").await?;
                for (name, fragment) in SCREENS {
                    page.open(fragment).await?;
                    page.find("h1").await?;
                    println!("{}", page.picture(&format!("{name}-{size}-{light}")).await?.display());
                }
            }
        }
        Ok(())
    });
}
