//! Charts, drawn as SVG, where a test can read them.

use picture::chart::{
    Grid, GroupRegions, HATCHES, Palette, Viewport, YearDay, draw_crowd_relief, draw_hatches, draw_names,
    draw_relief, draw_star, draw_walker, draw_year, mark, mean_point,
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
        draw_star(surface, &[[0.5, 0.5]], &[], &viewport, &INKS, 2.0, "you").expect("SVG takes any picture");
    });
    assert!(star.contains(&colour(INKS.you)));
    let (x, y) = viewport.pixel([0.5, 0.5]);
    let near = |&(u, v): &(i32, i32)| (u - x).abs() <= 28 && (v - y).abs() <= 28;
    assert!(corners(&star).iter().all(near));
}

#[test]
fn a_visitor_who_may_be_in_several_places_is_a_dot_in_each_and_a_star_in_their_middle() {
    let viewport = Viewport::square(SIZE, 3.4);
    let cloud = [[0.0, -0.5], [1.5, -0.5], [-0.75, 1.5], [2.25, 1.5]];
    let mean = mean_point(&cloud).expect("there are points");
    assert_eq!(mean, [0.75, 0.5]);
    let covered = [0.8, 0.6];
    let draw = |cloud: &[[f32; 2]]| {
        svg(|surface| {
            draw_star(surface, &[mean], cloud, &viewport, &INKS, 2.0, "you").expect("SVG takes any picture");
        })
    };
    let (dots, star) = (draw(&[cloud.as_slice(), &[covered]].concat()), draw(&[]));
    // Each dot has a rim in the colour of the background.
    assert_eq!((dots.matches("<circle").count(), star.matches("<circle").count()), (8, 0));
    for point in cloud {
        let (x, y) = viewport.pixel(point);
        assert!(dots.contains(&format!("cx=\"{x}\" cy=\"{y}\"")), "{point:?}");
    }
    assert_eq!(dots.matches("<polygon").count(), star.matches("<polygon").count());
    assert!(mean_point(&[]).is_none());
}

#[test]
fn an_empty_crowd_is_an_empty_map() {
    let viewport = Viewport::square(SIZE, 3.4);
    let land =
        svg(|surface| draw_crowd_relief(surface, &[], &viewport, &INKS, 2.0).expect("SVG takes any picture"));
    assert!(corners(&land).is_empty());
}

/// A year in which the visitor who drifts becomes easier to find, and the one who does not, harder.
fn year() -> Vec<YearDay> {
    let day = |week: u16| {
        let share = f64::from(week) / 52.0;
        let (drifting, unmoved) = (7.0 - 3.0 * share, 7.0 + 2.5 * share);
        YearDay {
            day: week * 7,
            drifting,
            drifting_range: [drifting - 1.0, drifting + 1.0],
            unmoved,
            unmoved_range: [unmoved - 1.5, unmoved + 1.5],
            crowd: 6.0 - 2.0 * share,
        }
    };
    (0..=52).map(day).collect()
}

/// Rows of the corners of each `kind` of element in this ink, top down.
fn rows(svg: &str, kind: &str, ink: [u8; 3]) -> Vec<Vec<i32>> {
    let start = format!("<{kind} ");
    svg.split(&start)
        .skip(1)
        .filter_map(|element| element.split('>').next().filter(|element| element.contains(&colour(ink))))
        .map(|element| {
            let points = element.split("points=\"").nth(1).and_then(|rest| rest.split('"').next());
            let pairs = points.expect("a line has points").split_whitespace();
            pairs.filter_map(|pair| pair.split_once(',')?.1.parse().ok()).collect()
        })
        .collect()
}

#[test]
fn a_visitor_who_drifts_falls_with_the_crowd_and_one_who_does_not_rises() {
    let draw = |days: &[YearDay]| {
        svg(|surface| draw_year(surface, days, 365, &INKS, 2.0).expect("SVG takes any picture"))
    };
    let picture = draw(&year());
    for word in ["today", "day 182", "day 365", "0", "6"] {
        assert!(picture.contains(word), "{word}");
    }
    let mine = rows(&picture, "polyline", INKS.you);
    let (solid, dashes): (Vec<_>, Vec<_>) = mine.into_iter().partition(|line| line.len() == 53);
    assert_eq!(solid.len(), 1);
    assert!(solid[0].is_sorted() && solid[0][52] - solid[0][0] > 60, "down the picture is down in bits");
    assert!(dashes.len() > 10 && dashes.iter().all(|dash| dash.len() == 2), "{}", dashes.len());
    let [first, last] = [&dashes[0], &dashes[dashes.len() - 1]];
    assert!(first[0] - last[1] > 50, "{first:?} {last:?}");
    let crowd = rows(&picture, "polyline", INKS.crowd);
    assert_eq!(crowd.iter().map(Vec::len).collect::<Vec<_>>(), [53]);
    assert!(crowd[0].is_sorted() && crowd[0][0] > solid[0][0]);
    assert_eq!(draw(&[]).matches("<polygon").count(), 0, "a year that has not begun has axes only");
}

#[test]
fn each_line_of_the_visitor_lies_in_the_band_of_its_range() {
    let picture = svg(|surface| draw_year(surface, &year(), 365, &INKS, 2.0).expect("SVG takes any picture"));
    let bands = rows(&picture, "polygon", INKS.you);
    assert_eq!(bands.iter().map(Vec::len).collect::<Vec<_>>(), [106, 106]);
    let line = rows(&picture, "polyline", INKS.you).into_iter().find(|line| line.len() == 53);
    let drifting = line.expect("there is a solid line");
    for (day, row) in drifting.iter().enumerate() {
        // The band goes along its lower ends, and back along its upper ends.
        let (low, high) = (bands[1][day], bands[1][105 - day]);
        assert!(high < *row && *row < low, "day {day}: {high} {row} {low}");
    }
    let tall = |band: &[i32]| band[0] - band[105];
    assert!(tall(&bands[0]) > tall(&bands[1]), "the range of whoever stays is wider here");
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
