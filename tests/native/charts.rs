//! Do pictures show what they should, drawn as SVG where a test can read them?

use normie_descent::chart::{
    Frame, Grid, Palette, YearDay, draw_crowd_relief, draw_relief, draw_star, draw_walker, draw_year,
};
use plotters::prelude::{IntoDrawingArea, SVGBackend};

const SIZE: [u32; 2] = [400, 400];
const INKS: Palette = Palette::DAY;

/// The SVG that `draw` makes.
fn svg(draw: impl FnOnce(&normie_descent::chart::Sheet<SVGBackend>)) -> String {
    let mut text = String::new();
    {
        let sheet = SVGBackend::with_string(&mut text, (SIZE[0], SIZE[1])).into_drawing_area();
        draw(&sheet);
        sheet.present().expect("a string takes any picture");
    }
    text
}

/// The values of an attribute, wherever it occurs.
fn values<'a>(svg: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    svg.match_indices(&start).filter_map(|(at, _)| svg[at + start.len()..].split('"').next()).collect()
}

/// All corners of all lines.
fn corners(svg: &str) -> Vec<(i32, i32)> {
    let corner = |pair: &str| {
        let (x, y) = pair.split_once(',')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    values(svg, "points").into_iter().flat_map(|points| points.split(' ')).filter_map(corner).collect()
}

fn colour([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

/// Two bowls side by side.
fn valleys() -> Grid {
    let side = 41;
    let bowl = |x: f32, y: f32, cx: f32| ((x - cx) * (x - cx) + (y - 20.0) * (y - 20.0)) * 0.05;
    let heights = (0..side * side)
        .map(|at| ((at % side) as f32, (at / side) as f32))
        .map(|(x, y)| bowl(x, y, 11.0).min(bowl(x, y, 29.0)))
        .collect();
    Grid::new(side, heights).expect("a square")
}

#[test]
fn a_valley_is_ringed_by_contours_inside_the_picture() {
    let frame = Frame::square(SIZE, 3.5);
    let picture =
        svg(|sheet| draw_relief(sheet, &valleys(), &frame, &INKS, 2.0).expect("SVG takes any picture"));
    let corners = corners(&picture);
    assert!(corners.len() > 500, "{}", corners.len());
    assert!(corners.iter().all(|(x, y)| (0..=400).contains(x) && (0..=400).contains(y)));
    assert!(picture.contains(&colour(INKS.contour)));
    assert!(!picture.contains(&colour(INKS.you)), "the land never wears the visitor's ink");
}

#[test]
fn hachures_point_downhill() {
    let frame = Frame::square(SIZE, 3.5);
    let picture =
        svg(|sheet| draw_relief(sheet, &valleys(), &frame, &INKS, 2.0).expect("SVG takes any picture"));
    // Strokes of two corners near the left valley's rim: their ends are nearer to its bottom than their feet.
    let bottom = frame.place([-3.5 + 7.0 * 11.0 / 40.0, 0.0]);
    let far = |[x, y]: [f32; 2]| libm::hypotf(x - bottom[0], y - bottom[1]);
    let strokes: Vec<[[f32; 2]; 2]> = values(&picture, "points")
        .into_iter()
        .filter_map(|points| {
            let mut ends = points.split_whitespace().map(|pair| {
                let (x, y) = pair.split_once(',').expect("a corner has two numbers");
                [x, y].map(|number| number.parse::<f32>().expect("a corner is numbers"))
            });
            let stroke = [ends.next()?, ends.next()?];
            (ends.next().is_none() && far(stroke[0]) < 80.0 && far(stroke[0]) > 15.0).then_some(stroke)
        })
        .collect();
    assert!(strokes.len() > 10, "{}", strokes.len());
    assert!(strokes.iter().all(|[foot, end]| far(*end) < far(*foot)));
}

#[test]
fn the_walker_stands_where_the_trail_ends_and_the_word_beside_them() {
    let frame = Frame::square(SIZE, 3.5);
    let trail: Vec<[f32; 2]> = (0..60).map(|step| [2.0 - 0.05 * step as f32, 1.0]).collect();
    let picture =
        svg(|sheet| draw_walker(sheet, &trail, &frame, &INKS, 2.0, "you").expect("SVG takes any picture"));
    let (x, y) = frame.pixel(trail[59]);
    assert!(values(&picture, "cx").contains(&x.to_string().as_str()));
    assert!(values(&picture, "cy").contains(&y.to_string().as_str()));
    assert!(picture.contains("you"));
    assert!(
        values(&picture, "text-anchor").iter().all(|anchor| *anchor == "end"),
        "the trail came from the right"
    );
}

#[test]
fn the_star_is_the_only_thing_in_the_visitors_ink() {
    let frame = Frame::square(SIZE, 3.4);
    let crowd: Vec<f32> = (0..2000).map(|at| ((at * 37 % 101) as f32 - 50.0) / 25.0).collect();
    let land =
        svg(|sheet| draw_crowd_relief(sheet, &crowd, &frame, &INKS, 2.0).expect("SVG takes any picture"));
    assert!(!corners(&land).is_empty());
    assert!(!land.contains(&colour(INKS.you)));
    let star = svg(|sheet| {
        draw_star(sheet, &[[0.5, 0.5]], &frame, &INKS, 2.0, "you").expect("SVG takes any picture");
    });
    assert!(star.contains(&colour(INKS.you)));
    let (x, y) = frame.pixel([0.5, 0.5]);
    let near = |&(u, v): &(i32, i32)| (u - x).abs() <= 28 && (v - y).abs() <= 28;
    assert!(corners(&star).iter().all(near));
}

#[test]
fn an_empty_crowd_is_an_empty_map() {
    let frame = Frame::square(SIZE, 3.4);
    let land = svg(|sheet| draw_crowd_relief(sheet, &[], &frame, &INKS, 2.0).expect("SVG takes any picture"));
    assert!(corners(&land).is_empty());
}

#[test]
fn a_falling_year_is_a_falling_line() {
    let days: Vec<YearDay> = (0..=52)
        .map(|week| YearDay { day: week * 7, bits_today: 6.0, bits_that_day: 6.0 - f64::from(week) / 10.0 })
        .collect();
    let picture = svg(|sheet| draw_year(sheet, &days, 365, &INKS, 2.0).expect("SVG takes any picture"));
    for word in ["today", "day 182", "day 365", "0", "6"] {
        assert!(picture.contains(word), "{word}");
    }
    let line = values(&picture, "points")
        .into_iter()
        .map(|points| {
            points.split_whitespace().filter_map(|p| p.split_once(',')?.1.parse().ok()).collect::<Vec<i32>>()
        })
        .max_by_key(Vec::len)
        .expect("there are lines");
    assert_eq!(line.len(), 53);
    assert!(line.windows(2).all(|pair| pair[1] >= pair[0]), "down the picture is down in bits");
    assert!(line[52] - line[0] > 150);
}
