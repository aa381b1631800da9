//! How does the page that explains everything come to be? Written natively, at build time, with its style and its script.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::fs;
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::path::Path;

    const STYLE: &str = include_str!("../../style/how.css");
    const SCRIPT: &str = include_str!("../how/forget.js");

    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, sheet] = &words[..] else { return Err("usage: how FOLDER STYLE-SHEET".into()) };
    let mut hasher = DefaultHasher::new();
    (STYLE, SCRIPT).hash(&mut hasher);
    let page = normie_descent::how::page(sheet, &format!("{:016x}", hasher.finish()))?;
    for (name, text) in [("how.html", &page[..]), ("how.css", STYLE), ("how.js", SCRIPT)] {
        fs::write(Path::new(folder).join(name), text)?;
    }
    Ok(())
}
