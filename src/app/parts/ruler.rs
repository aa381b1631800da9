//! How far out, between nobody and everybody?

use leptos::prelude::*;

/// A ruler of a hundred simulated people, nearest to the middle first; those between `low` and `high` are where
/// the visitor may stand.
#[component]
pub fn Ruler(range: [u8; 2]) -> impl IntoView {
    let [low, high] = [range[0].min(range[1]), range[0].max(range[1])];
    let band = |at: u8| (low..=high).contains(&at);
    let ticks = |inside: bool| -> String {
        (0..=100u8)
            .filter(|&at| band(at) == inside)
            .map(|at| {
                let top = match at % 10 {
                    0 => 6,
                    5 => 12,
                    _ => 17,
                };
                format!("M{} {}V30", 2 + 4 * u16::from(at), if inside { 0 } else { top })
            })
            .collect()
    };
    view! {
        <div class="ruler" aria-hidden="true">
            <svg viewBox="0 0 404 34" preserveAspectRatio="none">
                <path class="ticks" d=ticks(false)/>
                <path class="band" d=ticks(true)/>
                <path class="base" d="M0 31H404"/>
            </svg>
            <p><span>"like everyone"</span> <span>"like no one"</span></p>
        </div>
    }
}
