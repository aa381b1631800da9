//! Is everything drawn sharply, and to be seen, whatever a visitor's screen and wishes?

use e2e::{Outcome, Page, Screen, visit};

/// A friend's result.
const RESULT: &str = "#r1.010MMVGKMMM1NHQ837";

/// The screens with pictures: what is on them once these are drawn.
const PICTURES: [(&str, &str); 3] = [
    ("", ".figure-box.alive .you-handle:not(.waiting)"),
    (RESULT, ".today .in-words p"),
    ("#s1.seed=42&feed=1&dims=64", "[data-value=status][data-day]"),
];

async fn open(page: &Page, fragment: &str, landmark: &str) -> Outcome<()> {
    page.open(fragment).await?;
    if fragment == RESULT {
        page.enter("[data-action=just-look]").await?;
    }
    page.find(landmark).await.map(drop)
}

/// Pixels of every canvas that is seen, for one of the page's.
const DENSITIES: &str = "return [...document.querySelectorAll('canvas')]
    .filter(canvas => canvas.checkVisibility() && canvas.clientWidth > 0 && canvas.width !== 300)
    .map(canvas => canvas.width / canvas.clientWidth);";

#[test]
fn pictures_are_sharp_at_every_density_of_pixels() {
    visit("density", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for density in [1.0, 1.5, 2.0, 2.625, 3.0] {
            page.has_density(density).await?;
            for (fragment, landmark) in PICTURES {
                open(&page, fragment, landmark).await?;
                let drawn = page.asks(DENSITIES).await?;
                let drawn: Vec<f64> =
                    drawn.as_array().into_iter().flatten().filter_map(|one| one.as_f64()).collect();
                assert!(!drawn.is_empty(), "{fragment} at {density}");
                // Soft dots are drawn with two at most; everything else with as many as there are.
                let least = drawn.iter().copied().fold(f64::INFINITY, f64::min);
                let most = drawn.iter().copied().fold(0.0, f64::max);
                assert!(least > density.min(2.0) - 0.1, "{fragment} at {density}: {drawn:?}");
                assert!(most > density - 0.1 && most < 3.1, "{fragment} at {density}: {drawn:?}");
            }
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
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
            for (fragment, landmark) in PICTURES {
                open(&page, fragment, landmark).await?;
                let inked = page.asks(INKED).await?;
                assert_eq!(inked, serde_json::Value::from(true), "{feature}, {fragment}");
                // Whatever can be pressed can be seen: it has a border or a ground of its own.
                let unseen = page.asks(UNSEEN).await?;
                assert_eq!(unseen, serde_json::json!([]), "{feature}, {fragment}");
                page.picture(&format!("{feature}-{}", &landmark[1..6])).await?;
            }
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

/// Whether something is drawn on one of the canvases that are seen.
const INKED: &str = "return [...document.querySelectorAll('canvas')].some(canvas => canvas.checkVisibility()
    && canvas.width > 0 && canvas.height > 0
    && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0));";

/// Buttons that look like the paper they stand on.
const UNSEEN: &str = "return [...document.querySelectorAll('.button')].filter(button => {
    if (!button.checkVisibility() || button.matches('.quiet')) return false;
    const { borderTopWidth, borderTopStyle, backgroundColor, textDecorationLine } = getComputedStyle(button);
    const bordered = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
    return !bordered && backgroundColor === 'rgba(0, 0, 0, 0)' && textDecorationLine === 'none';
}).map(button => button.outerHTML.slice(0, 80));";
