//! What does a shared link show before anybody opens it? Draws the pictures of all previews, natively, at build time.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::fs;
    use std::path::Path;

    use normie_descent::card::{Preview, preview};
    use normie_descent::future::Year;
    use normie_descent::items::Answers;
    use normie_descent::perplexity::Predictor;
    use normie_descent::session::SEED;

    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, site] = &words[..] else { return Err("usage: previews FOLDER SITE".into()) };
    fs::create_dir_all(folder)?;
    // The crowd of the visitor's map, seen by nobody in particular.
    let (crowd, _) = Year::open(SEED, &Predictor::today(SEED), &Answers::default())?.map();
    let deciles = (0..10u8).map(|tens| (format!("{}.png", 10 * tens), Preview::Decile(10 * tens)));
    for (name, which) in deciles.chain([("landing.png".to_owned(), Preview::Landing)]) {
        fs::write(Path::new(folder).join(name), preview(which, &crowd, site))?;
    }
    Ok(())
}
