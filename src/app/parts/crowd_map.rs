//! Where does the visitor stand in the crowd, flattened to a sheet of paper?

use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use normie_descent::chart::{Frame, Palette, draw_crowd_relief, draw_star, splat};

use super::{Layer, on_resize, scale};

/// Half the width of the map, in standard deviations of its first direction.
const REACH: f32 = 3.4;

/// What is on the map.
#[derive(Clone, Default)]
pub struct MapPicture {
    /// The crowd: x, y, x, y ….
    pub crowd: Vec<f32>,
    /// Where the visitor has been, last where they are.
    pub way: Vec<[f32; 2]>,
}

/// The crowd as contour lines and dots, the visitor as a star.
#[component]
pub fn CrowdMap(
    picture: RwSignal<Option<MapPicture>, LocalStorage>,
    inks: RwSignal<Palette>,
    word: &'static str,
) -> impl IntoView {
    let (stage, land, crowd, star) =
        (NodeRef::<Div>::new(), NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new());
    let resized = RwSignal::new(0u32);
    Effect::new(move |_| {
        if let Some(stage) = stage.get() {
            on_resize(&stage, move || resized.update(|times| *times += 1));
        }
    });
    Effect::new(move |_| {
        resized.track();
        let inks = inks.get();
        if let (Some(land), Some(crowd), Some(star)) = (land.get(), crowd.get(), star.get()) {
            let layers = [land, crowd, star].map(Layer::new);
            picture.with(|picture| {
                if let Some(picture) = picture {
                    draw(picture, &layers, &inks, word);
                }
            });
        }
    });
    view! {
        <div class="map-canvases" node_ref=stage aria-hidden="true">
            <canvas node_ref=land></canvas>
            <canvas node_ref=crowd></canvas>
            <canvas node_ref=star></canvas>
        </div>
    }
}

fn draw(picture: &MapPicture, [land, crowd, star]: &[Layer; 3], inks: &Palette, word: &str) {
    let scale = scale();
    let mut trouble = None;
    if let (Some(size), Some(sheet)) = (land.fresh(scale), land.sheet()) {
        trouble = draw_crowd_relief(&sheet, &picture.crowd, &Frame::square(size, REACH), inks, scale).err();
    }
    let soft = scale.min(2.0);
    if let Some(size) = crowd.fresh(soft) {
        crowd.put(&splat(&picture.crowd, &Frame::square(size, REACH), 0.8 * soft, inks.crowd), size);
    }
    if let (Some(size), Some(sheet)) = (star.fresh(scale), star.sheet()) {
        trouble =
            draw_star(&sheet, &picture.way, &Frame::square(size, REACH), inks, scale, word).err().or(trouble);
    }
    if let Some(trouble) = trouble {
        leptos::logging::error!("the map cannot be drawn: {trouble}");
    }
}
