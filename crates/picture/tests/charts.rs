//! Charts, drawn as SVG, where a test can read them.

use picture::chart::{
    Grid, GroupRegions, HATCHES, Palette, Viewport, YearDay, draw_crowd_relief, draw_hatches, draw_names,
    draw_relief, draw_star, draw_walker, draw_year, mark,
};
use plotters::prelude::{IntoDrawingArea, SVGBackend};

const SIZE: [u32; 2] = [400, 400];
const INKS: Palette = Palette::DAY;

/// The SVG that `draw` makes.
fn svg(draw: impl FnOnce(&picture::chart::Surface<SVGBackend>)) -> String {
    let mut text = String::new();
    {
        let surface = SVGBackend::with_string(&mut text, (SIZE[0], SIZE[1])).into_drawing_area();
        draw(&surface);
        surface.present().expect("a string takes any picture");
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
    let viewport = Viewport::square(SIZE, 3.5);
    let picture = svg(|surface| {
        draw_relief(surface, &valleys(), &viewport, &INKS, 2.0).expect("SVG takes any picture")
    });
    let corners = corners(&picture);
    assert!(corners.len() > 500, "{}", corners.len());
    assert!(corners.iter().all(|(x, y)| (0..=400).contains(x) && (0..=400).contains(y)));
    assert!(picture.contains(&colour(INKS.contour)));
    assert!(!picture.contains(&colour(INKS.you)), "the land never wears the visitor's ink");
}

#[test]
fn hachures_point_downhill() {
    let viewport = Viewport::square(SIZE, 3.5);
    let picture = svg(|surface| {
        draw_relief(surface, &valleys(), &viewport, &INKS, 2.0).expect("SVG takes any picture")
    });
    // Strokes of two corners near the left valley's rim: their ends are nearer to its bottom than their feet.
    let bottom = viewport.place([-3.5 + 7.0 * 11.0 / 40.0, 0.0]);
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
    let viewport = Viewport::square(SIZE, 3.5);
    let trail: Vec<[f32; 2]> = (0..60).map(|step| [2.0 - 0.05 * step as f32, 1.0]).collect();
    let picture = svg(|surface| {
        draw_walker(surface, &trail, &viewport, &INKS, 2.0, "you").expect("SVG takes any picture")
    });
    let (x, y) = viewport.pixel(trail[59]);
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
    let viewport = Viewport::square(SIZE, 3.4);
    let crowd: Vec<f32> = (0..2000).map(|at| ((at * 37 % 101) as f32 - 50.0) / 25.0).collect();
    let land = svg(|surface| {
        draw_crowd_relief(surface, &crowd, &viewport, &INKS, 2.0).expect("SVG takes any picture")
    });
    assert!(!corners(&land).is_empty());
    assert!(!land.contains(&colour(INKS.you)));
    let star = svg(|surface| {
        draw_star(surface, &[[0.5, 0.5]], &viewport, &INKS, 2.0, "you").expect("SVG takes any picture");
    });
    assert!(star.contains(&colour(INKS.you)));
    let (x, y) = viewport.pixel([0.5, 0.5]);
    let near = |&(u, v): &(i32, i32)| (u - x).abs() <= 28 && (v - y).abs() <= 28;
    assert!(corners(&star).iter().all(near));
}

#[test]
fn an_empty_crowd_is_an_empty_map() {
    let viewport = Viewport::square(SIZE, 3.4);
    let land =
        svg(|surface| draw_crowd_relief(surface, &[], &viewport, &INKS, 2.0).expect("SVG takes any picture"));
    assert!(corners(&land).is_empty());
}

#[test]
fn a_falling_year_is_a_falling_line() {
    let days: Vec<YearDay> = (0..=52)
        .map(|week| YearDay { day: week * 7, bits_today: 6.0, bits_that_day: 6.0 - f64::from(week) / 10.0 })
        .collect();
    let picture = svg(|surface| draw_year(surface, &days, 365, &INKS, 2.0).expect("SVG takes any picture"));
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

/// Two groups of so many people, at `left` and `right` of the middle, and loners everywhere.
fn two_groups(left: f32, right: f32) -> (Vec<f32>, Vec<f32>) {
    let (mut points, mut of) = (Vec::new(), Vec::new());
    for n in 0..300 {
        let spread = [0.01 * ((n * 7) % 61) as f32 - 0.3, 0.01 * ((n * 11) % 59) as f32 - 0.3];
        for (group, at) in [(0.0, left), (1.0, right)] {
            points.extend([at + spread[0], spread[1]]);
            of.push(group);
        }
        points.extend([0.02 * n as f32 - 3.0, 0.02 * ((n * 13) % 300) as f32 - 3.0]);
        of.push(-1.0);
    }
    (points, of)
}

#[test]
fn a_group_is_hatched_where_its_people_are_and_nowhere_else() {
    let viewport = Viewport::square(SIZE, 3.0);
    let (points, of) = two_groups(-1.5, 1.5);
    let regions = GroupRegions::assign(&points, &of, 2, &viewport);
    for (middle, expected) in regions.middles.iter().zip([-1.5, 1.5]) {
        let [x, y] = middle.expect("both have land");
        assert!((x - expected).abs() < 0.1 && y.abs() < 0.1, "{x} {y}");
    }
    let picture =
        svg(|surface| draw_hatches(surface, &regions, &viewport, &INKS, 1.0).expect("SVG takes any picture"));
    let corners = corners(&picture);
    assert!(corners.len() > 40, "{}", corners.len());
    let near = |x: i32| [100, 300].iter().any(|middle| (x - middle).abs() < 60);
    assert!(corners.iter().all(|&(x, y)| near(x) && (y - 200).abs() < 60), "{corners:?}");
}

#[test]
fn a_name_that_would_run_into_another_is_left_to_the_table_and_its_mark_stays() {
    let viewport = Viewport::square(SIZE, 3.0);
    let names =
        ["the ones who stand on the left", "the ones who stand on the right"].map(|n| vec![n.to_owned()]);
    let written = |apart: f32, you| {
        let (points, of) = two_groups(-apart, apart);
        let regions = GroupRegions::assign(&points, &of, 2, &viewport);
        let picture = svg(|surface| {
            draw_names(surface, &regions, &names, you, &viewport, &INKS, 1.0).expect("SVG takes any picture");
        });
        assert!(picture.matches("<polygon").count() == 4, "a mark and its rim each");
        names.each_ref().map(|lines| picture.contains(&lines[0]))
    };
    assert_eq!(written(1.4, None), [true, true]);
    // Below the one, above the other.
    assert_eq!(written(0.5, None), [true, true]);
    assert_eq!(written(2.9, None), [false, false], "beyond the edge");
    // The visitor stands on one of them, and has a name, too.
    assert_eq!(written(1.4, Some([1.4, 0.0])), [true, false]);
}

#[test]
fn no_two_groups_look_alike() {
    let looks: std::collections::HashSet<_> =
        (0..64).map(|group| (group % HATCHES.len(), mark(group))).collect();
    assert_eq!(looks.len(), 64);
}
