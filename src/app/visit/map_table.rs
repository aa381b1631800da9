//! Text alternative of the map: a table of its groups.

use picture::chart::{HATCHES, mark};
use quiz::cluster_names::{Register, called};
use quiz::format::{one_decimal, percent};
use quiz::questionnaire::QuestionSet;
use scenario::ClusterSummary;

use super::perspective::Perspective;

/// A folded table without rows, as HTML.
pub(super) fn table_html(summary: &str, whose: Perspective) -> String {
    let them = if whose.own { "you" } else { "them" };
    format!(
        r#"<details class="map-table"><summary>{summary}</summary><table><thead><tr><th scope="col">who</th>
        <th scope="col">share of the crowd</th><th scope="col">distance from {them}</th>
        <th scope="col">three answers typical of them</th></tr></thead><tbody></tbody></table>
        <p class="aside">distance one: as far as people were from the middle on day 0, typically.</p></details>"#
    )
}

/// Rows of the table as HTML: one for each group, described by the items of `set`, and one for people without any. Distances
/// are from the visitor of the outcome `outcome`. No two tables of a page have the same `name`.
pub(super) fn rows(
    name: &str,
    groups: &[ClusterSummary],
    set: &QuestionSet,
    people: u32,
    outcome: usize,
) -> String {
    let row = |(at, group): (usize, &ClusterSummary)| {
        let typical: String = group.typical.map(|side| format!("<li>{}</li>", set.phrase(side))).concat();
        let apart = group.apart.get(outcome).map(|&apart| one_decimal(apart.into())).unwrap_or_default();
        format!(
            r#"<tr><th scope="row">{}{}</th><td class="number">{}</td><td class="number">{apart}</td>
            <td><ul>{typical}</ul></td></tr>"#,
            swatch(name, at),
            called(set, group.name, Register::Person),
            share(group.people, people),
        )
    };
    let unclustered = people - groups.iter().map(|group| group.people).sum::<u32>();
    let rest = match unclustered {
        0 => String::new(),
        some => format!(
            r#"<tr><th scope="row">nobody's crowd: loners</th><td class="number">{}</td><td></td><td></td></tr>"#,
            share(some, people)
        ),
    };
    groups.iter().enumerate().map(row).collect::<String>() + &rest
}

fn share(some: u32, of: u32) -> String {
    percent(f64::from(some) / f64::from(of.max(1)))
}

/// A group's hatch and mark, as on the map.
fn swatch(name: &str, group: usize) -> String {
    let hatch = &HATCHES[group % HATCHES.len()];
    let apart = hatch.spacing;
    let (wide, to) = if hatch.dashed { (9, 5) } else { (apart, apart) };
    let cross = if hatch.angles.len() > 1 { format!("M0 0V{apart}") } else { String::new() };
    let turn = -hatch.angles[0];
    let corners: String = mark(group).iter().map(|[x, y]| format!("{x},{y} ")).collect();
    format!(
        r##"<svg class="group-mark" viewBox="-26 -15 52 30" aria-hidden="true"><defs>
        <pattern id="{name}-{group}" width="{wide}" height="{apart}" patternUnits="userSpaceOnUse"
        patternTransform="rotate({turn})"><path d="M0 1H{to}{cross}"/></pattern></defs>
        <rect x="-26" y="-15" width="52" height="30" fill="url(#{name}-{group})"/>
        <polygon points="{corners}"/></svg>"##
    )
}
