//! The visitor's position on the population's map.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use picture::chart::{
    GroupRegions, Palette, Viewport, draw_crowd_relief, draw_hatches, draw_names, draw_star, splat,
};

use super::canvas::{Layer, NO_CANVAS, scale};
use super::live::{Live, follow};
use super::watch::on_resize;

/// Half the width of the map of day 0, in standard deviations of its first direction.
pub(crate) const DAY_0_REACH: f32 = 3.4;

/// The canvases of a map: land, crowd, star.
pub(crate) const MAP_CANVASES: &str = r#"<div class="map-canvases" aria-hidden="true"><canvas></canvas><canvas></canvas><canvas></canvas></div>"#;

/// What is on the map.
#[derive(Clone, Default)]
pub(crate) struct MapPicture {
    /// The crowd: x, y, x, y ….
    pub crowd: Vec<f32>,
    /// Where the visitor has been in the mean of their selves, last where they are.
    pub way: Vec<[f32; 2]>,
    /// Where each of the visitor's selves is.
    pub cloud: Vec<[f32; 2]>,
    /// Whether the crowd is moving: then the density below it stays as it was until its groups are known again, because
    /// surveying it takes longer than all the rest.
    pub on_the_way: bool,
    /// The group of each person (−1: none), and what each group is called, in lines; none while nobody knows them.
    pub groups: Rc<(Vec<f32>, Vec<Vec<String>>)>,
}

/// Keeps the map in `within` (which holds [`MAP_CANVASES`]): the crowd as contour lines and dots, the visitor as a
/// star with a `word`; `reach` is half its width.
pub(crate) fn keep_map(
    live: &Live,
    within: &str,
    picture: RwSignal<Option<MapPicture>, LocalStorage>,
    palette: RwSignal<Palette>,
    word: &'static str,
    reach: f32,
) {
    let (Some(stage), Some(canvases)) = (live.find(within), live.canvases(within)) else { return };
    let layers: [Layer; 3] = canvases.map(Layer::new);
    if !layers.iter().all(Layer::prepare) {
        stage.set_inner_html(&format!(r#"<p class="aside no-canvas">{NO_CANVAS}</p>"#));
        return;
    }
    let resized = RwSignal::new(0u32);
    on_resize(&stage, move || resized.update(|times| *times += 1));
    let drawn_for = Cell::new(None);
    follow(Box::new(move || {
        let (resized, palette) = (resized.get(), palette.get());
        picture.with(|picture| {
            if let Some(picture) = picture {
                let look = Some((resized, palette, Rc::as_ptr(&picture.groups)));
                let land_too = !picture.on_the_way || drawn_for.get() != look;
                drawn_for.set(look);
                draw(picture, &layers, land_too, &palette, word, reach);
            }
        });
    }));
}

fn draw(
    picture: &MapPicture,
    [land, crowd, star]: &[Layer; 3],
    land_too: bool,
    palette: &Palette,
    word: &str,
    reach: f32,
) {
    let scale = scale();
    let mut trouble = None;
    if land_too && let (Some(size), Some(sheet)) = (land.fresh(scale), land.sheet()) {
        let frame = Viewport::square(size, reach);
        let (of, names) = &*picture.groups;
        let regions = GroupRegions::assign(&picture.crowd, of, names.len(), &frame);
        let you = picture.way.last().copied();
        trouble = draw_crowd_relief(&sheet, &picture.crowd, &frame, palette, scale)
            .and_then(|()| draw_hatches(&sheet, &regions, &frame, palette, scale))
            .and_then(|()| draw_names(&sheet, &regions, names, you, &frame, palette, scale))
            .err();
    }
    let soft = scale.min(2.0);
    if let Some(size) = crowd.fresh(soft) {
        crowd.put(&splat(&picture.crowd, &Viewport::square(size, reach), 0.8 * soft, palette.crowd), size);
    }
    if let (Some(size), Some(sheet)) = (star.fresh(scale), star.sheet()) {
        trouble = draw_star(
            &sheet,
            &picture.way,
            &picture.cloud,
            &Viewport::square(size, reach),
            palette,
            scale,
            word,
        )
        .err()
        .or(trouble);
    }
    if let Some(trouble) = trouble {
        leptos::logging::error!("the map cannot be drawn: {trouble}");
    }
}
