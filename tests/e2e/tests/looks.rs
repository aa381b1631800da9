//! Pictures and buttons: sharp and visible whatever a visitor's screen and preferences.

use e2e::addresses::{FRIEND, WORLD};
use e2e::{Destination, Outcome, Page, Screen, visit};

/// The screens with pictures: a name, the address, and what is there once they are drawn.
const PICTURES: [Destination; 3] = [
    Destination { name: "figure", address: "", landmark: |page| page.landing().live_dot() },
    Destination { name: "today", address: FRIEND, landmark: |page| page.year().map_in_words() },
    Destination { name: "stage", address: WORLD, landmark: |page| page.lab().ready() },
];

async fn open(page: &Page, place: Destination) -> Outcome<()> {
    page.open(place.address).await?;
    if place.address == FRIEND {
        page.shared().just_look().enter().await?;
    }
    (place.landmark)(page).appears().await
}

/// Pixels of every canvas that is seen, for one of the page's.
const DENSITIES: &str = "return elements
    .filter(canvas => canvas.checkVisibility() && canvas.clientWidth > 0 && canvas.width !== 300)
    .map(canvas => canvas.width / canvas.clientWidth);";

#[test]
fn pictures_are_sharp_at_every_density_of_pixels() {
    visit("density", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for density in [1.0, 1.5, 2.0, 2.625, 3.0] {
            page.has_density(density).await?;
            for place in PICTURES {
                let name = place.name;
                open(&page, place).await?;
                let drawn = page.document().canvases().asks(DENSITIES).await?;
                let drawn: Vec<f64> =
                    drawn.as_array().into_iter().flatten().filter_map(|one| one.as_f64()).collect();
                assert!(!drawn.is_empty(), "{name} at {density}");
                // Soft dots are drawn with two at most; everything else with as many as there are.
                let least = drawn.iter().copied().fold(f64::INFINITY, f64::min);
                let most = drawn.iter().copied().fold(0.0, f64::max);
                assert!(least > density.min(2.0) - 0.1, "{name} at {density}: {drawn:?}");
                assert!(most > density - 0.1 && most < 3.1, "{name} at {density}: {drawn:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn every_picture_is_drawn_whatever_a_visitor_prefers() {
    visit("preferences", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for (feature, value) in [
            ("forced-colors", "active"),
            ("prefers-contrast", "more"),
            ("prefers-reduced-motion", "reduce"),
            ("prefers-color-scheme", "dark"),
        ] {
            page.prefers(feature, value).await?;
            for place in PICTURES {
                let name = place.name;
                open(&page, place).await?;
                let inked = page.document().canvases().asks(INKED).await?;
                assert_eq!(inked, serde_json::Value::from(true), "{feature}, {name}");
                // Whatever can be pressed can be seen: it has a border or a ground of its own.
                let unseen = page.document().buttons().asks(UNSEEN).await?;
                assert_eq!(unseen, serde_json::json!([]), "{feature}, {name}");
                page.picture(&format!("{feature}-{name}")).await?;
            }
        }
        Ok(())
    });
}

/// Whether something is drawn on one of the canvases that are seen.
const INKED: &str = "return elements.some(canvas => canvas.checkVisibility()
    && canvas.width > 0 && canvas.height > 0
    && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0));";

/// Buttons that look like the background behind them.
const UNSEEN: &str = "return elements.filter(button => {
    if (!button.checkVisibility() || button.classList.contains('quiet')) return false;
    const { borderTopWidth, borderTopStyle, backgroundColor, textDecorationLine } = getComputedStyle(button);
    const bordered = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
    return !bordered && backgroundColor === 'rgba(0, 0, 0, 0)' && textDecorationLine === 'none';
}).map(button => button.outerHTML.slice(0, 80));";
