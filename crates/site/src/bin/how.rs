//! Generator of `how.html`, the page that explains everything, with its style and script, run natively at build time.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::fs;
    use std::path::Path;

    const STYLE: &str = include_str!("../../../../style/how.css");
    const SCRIPT: &str = include_str!("../how_page/forget.js");

    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder] = &words[..] else { return Err("usage: how FOLDER".into()) };
    let page = site::how_page::page()?;
    for (name, text) in [("how.html", &page[..]), ("how.css", STYLE), ("how.js", SCRIPT)] {
        fs::write(Path::new(folder).join(name), text)?;
    }
    Ok(())
}
