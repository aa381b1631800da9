//! Two people explained to each other: what they share, and where they differ. As HTML without foreign text.

use quiz::comparison::{Comparison, ItemComparison};
use quiz::explanation::{Explanation, Whom};
use quiz::format::{one_decimal, seconds, share};
use quiz::questionnaire::Response;

use super::answers::{how_much, said};

/// Who are the two?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Two {
    /// The visitor and somebody.
    YouAndThem,
    /// Two others.
    Others,
}

impl Two {
    /// What each is called, as the object of a sentence.
    fn names(self) -> [&'static str; 2] {
        match self {
            Two::YouAndThem => ["you", "them"],
            Two::Others => ["the first", "the second"],
        }
    }

    fn whom(self, at: usize) -> Whom {
        if self == Two::YouAndThem && at == 0 { Whom::You } else { Whom::They }
    }
}

/// Both directions, each from nothing and by way of the other.
pub(super) fn directions(two: Two, alone: &[Explanation; 2], by_other: &[Explanation; 2]) -> String {
    let whole = |explanation: &Explanation| libm::round(explanation.seconds()) as u32;
    let longest = alone.iter().chain(by_other).map(whole).max().unwrap_or(0);
    let direction = |at: usize| {
        let (this, other) = (two.names()[at], two.names()[1 - at]);
        let [from_zero, knowing] = [&alone[at], &by_other[at]].map(whole);
        let remark = match i64::from(from_zero) - i64::from(knowing) {
            0 => format!("knowing {other} changes nothing here. different valleys."),
            saved if saved > 0 => format!("knowing {other} saves {}.", seconds(saved as f64)),
            lost => format!("knowing {other} is a detour of {}. it happens.", seconds(-lost as f64)),
        };
        let row = |label: &str, length: u32, value: &str| {
            format!(
                r#"<div><dt>{label}</dt><dd class="number" data-value="{value}">{}</dd>{}</div>"#,
                seconds(length.into()),
                scale_bar(length, longest)
            )
        };
        format!(
            r#"<section class="direction {class}" data-direction="{at}"><h2>explaining {this}</h2>
            <dl>{zero}{known}</dl>
            <p class="plain">{remark}</p>
            <p class="eyebrow">said to who knows {other}</p>
            <p class="sentence small">{sentence}</p>
            <details><summary>and from zero</summary><p>{from_zero}</p></details></section>"#,
            class = if two.whom(at) == Whom::You { "yours" } else { "theirs" },
            zero = row("from zero", from_zero, "from-zero"),
            known = row(&format!("to someone who already knows {other}"), knowing, "knowing"),
            sentence = by_other[at].sentence(two.whom(at)),
            from_zero = alone[at].sentence(two.whom(at)),
        )
    };
    format!(r#"<div class="directions">{}{}</div>"#, direction(0), direction(1))
}

/// A bar in seconds, every other one filled, as under a map.
fn scale_bar(length: u32, longest: u32) -> String {
    let filled: String =
        (0..length).step_by(2).map(|second| format!("M{} 1h10v7h-10z", 10 * second + 1)).collect();
    format!(
        r#"<dd class="scale" aria-hidden="true"><svg viewBox="0 0 {} 9" preserveAspectRatio="none">
        <path class="outline" d="M1 1h{}v7h-{}z"/><path class="filled" d="{filled}"/></svg></dd>"#,
        10 * longest.max(1) + 2,
        10 * length,
        10 * length
    )
}

/// Rare beliefs that both hold, then the widest gaps, and the rest folded away.
pub(super) fn beliefs(two: Two, comparison: &Comparison) -> String {
    let Comparison { shared, gaps, rest, only_one } = comparison;
    let you = two == Two::YouAndThem;
    let none = if you { NO_SHARED } else { NO_SHARED_OF_OTHERS };
    let shared = listed(shared, shared_row).unwrap_or_else(|| none.to_owned());
    let gaps = listed(gaps, |item| gap_row(two, item)).unwrap_or_else(|| NO_GAPS.to_owned());
    format!(
        r#"<section class="part" data-part="shared"><h2>rare, and {both} say it</h2>
        <p class="plain">views that fewer simulated people hold than their opposite. rarest first.</p>{shared}</section>
        <section class="part" data-part="gaps"><h2>where {they} are furthest apart</h2>
        <p class="plain">{key} the columns are the crowd.</p>{gaps}</section>
        <section class="part" data-part="rest"><details><summary>everything else ({count})</summary>
        <ol class="answers meetings">{rest}</ol></details>
        <details><summary>answered by one {of_you} only ({alone})</summary>
        <ol class="answers meetings">{only_one}</ol></details></section>"#,
        both = if you { "you both" } else { "both" },
        they = if you { "you two" } else { "they" },
        key = if you {
            "the dot is you, the diamond is them."
        } else {
            "the dot is the first, the diamond the second."
        },
        count = rest.len(),
        of_you = if you { "of you" } else { "of them" },
        alone = only_one.len(),
        only_one = only_one.iter().map(|item| rest_row(two, item)).collect::<String>(),
        rest = rest.iter().map(|item| rest_row(two, item)).collect::<String>(),
    )
}

const NO_SHARED: &str = "<p>no minority view in common. what many believe, you may both believe.</p>";
const NO_SHARED_OF_OTHERS: &str = "<p>no minority view in common.</p>";
const NO_GAPS: &str = "<p>nowhere. no question has these two on opposite sides.</p>";

fn listed(meetings: &[ItemComparison], row: impl Fn(&ItemComparison) -> String) -> Option<String> {
    let rows: String = meetings.iter().map(row).collect();
    (!rows.is_empty()).then(|| format!(r#"<ol class="answers meetings">{rows}</ol>"#))
}

/// "both definitely: … 1 in 12 said this".
fn shared_row(item: &ItemComparison) -> String {
    let Some(milder) = item.milder() else { return String::new() };
    format!(
        r#"<li>{}<p><span class="how-much">{}</span> {} <small>{}</small></p></li>"#,
        track(item),
        at_least(item, milder),
        said(item.set, item.question, milder),
        share(item.share().unwrap_or(1.0))
    )
}

fn at_least(item: &ItemComparison, milder: Response) -> &'static str {
    match (item.apart(), milder.index()) {
        (0, 0 | 4) => "both definitely:",
        (0, _) => "both leaning:",
        _ => "leaning or more:",
    }
}

/// What each says, and who is between them.
fn gap_row(two: Two, item: &ItemComparison) -> String {
    format!(
        r#"<li>{}<div>{}<small>{} of 100 simulated people stand in between.</small></div></li>"#,
        track(item),
        each(two, item),
        libm::round(100.0 * item.between()) as u32
    )
}

fn rest_row(two: Two, item: &ItemComparison) -> String {
    let words = match (item.milder(), item.responses) {
        (Some(milder), _) => format!(
            r#"<p><span class="how-much">{}</span> {} <small>{}</small></p>"#,
            at_least(item, milder),
            said(item.set, item.question, milder),
            share(item.share().unwrap_or(1.0))
        ),
        (None, [Some(one), Some(other)]) if one == other => {
            format!(
                r#"<p><span class="how-much">both torn:</span> {}</p>"#,
                said(item.set, item.question, one)
            )
        }
        _ => format!("<div>{}</div>", each(two, item)),
    };
    format!("<li>{}{words}</li>", track(item))
}

/// One line for each of the two.
fn each(two: Two, item: &ItemComparison) -> String {
    let line = |at: usize| {
        let name = match (two, at) {
            (Two::YouAndThem, 0) => "you",
            (Two::YouAndThem, _) => "they",
            (Two::Others, 0) => "the first",
            (Two::Others, _) => "the second",
        };
        let words = match item.responses[at] {
            // Who passed a question and who was never asked it are alike here.
            None => r#"<span class="how-much">no answer.</span>"#.to_owned(),
            Some(response) if response.side().is_none() => {
                r#"<span class="how-much">torn.</span>"#.to_owned()
            }
            Some(response) => {
                format!(
                    r#"<span class="how-much">{}</span> {}"#,
                    how_much(response),
                    said(item.set, item.question, response)
                )
            }
        };
        format!(r#"<p><b class="who">{name}</b> {words}</p>"#)
    };
    [line(0), line(1)].concat()
}

/// The crowd on this question in five columns, and the positions of the two: a dot and a diamond.
fn track(item: &ItemComparison) -> String {
    let shares = item.item().shares();
    let columns: String = shares
        .iter()
        .enumerate()
        .map(|(at, share)| {
            let height = 1.0 + (45.0 * share).min(27.0);
            let (x, y) = (20 * at + 1, one_decimal(28.0 - height));
            format!(r#"<rect class="crowd" x="{x}" y="{y}" width="18" height="{}"/>"#, one_decimal(height))
        })
        .collect();
    let middle = |response: Option<Response>| response.map(|response| 20 * response.index() + 10);
    let first = middle(item.responses[0])
        .map_or(String::new(), |x| format!(r#"<circle class="first" cx="{x}" cy="37" r="5.5"/>"#));
    let second = middle(item.responses[1])
        .map_or(String::new(), |x| format!(r#"<path class="second" d="M{x} 42.5l6 6-6 6-6-6z"/>"#));
    format!(
        r#"<svg class="track" viewBox="0 0 100 57" aria-hidden="true">{columns}<path class="base" d="M0 28.5h100"/>{first}{second}</svg>"#
    )
}
