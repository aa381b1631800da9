//! Generator of the preview images of shared links, run natively at build time.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::fs;
    use std::path::Path;

    use perplexity::likeness::Likeness;
    use perplexity::posterior::PosteriorDraws;
    use picture::card::{Preview, preview};
    use quiz::questionnaire::{Answers, CURRENT};
    use scenario::Year;

    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, site] = &words[..] else { return Err("usage: previews FOLDER SITE".into()) };
    fs::create_dir_all(folder)?;
    // The crowd of the visitor's map, seen by nobody in particular.
    let nothing = Answers::of(CURRENT, |_| None);
    let crowd = Year::open(&nothing, &PosteriorDraws::new(&[]), &Likeness::default())?.map();
    let deciles = (0..10u8).map(|tens| (format!("{}.png", 10 * tens), Preview::Decile(10 * tens)));
    for (name, which) in deciles.chain([("landing.png".to_owned(), Preview::Landing)]) {
        fs::write(Path::new(folder).join(name), preview(which, &crowd, site))?;
    }
    Ok(())
}
