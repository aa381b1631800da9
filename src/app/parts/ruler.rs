//! Ruler of a percentile range.

/// A ruler of a hundred simulated people, nearest to the middle first, as HTML; those in `range` are where the
/// visitor may be.
pub(crate) fn ruler(range: [u8; 2]) -> String {
    let [low, high] = [range[0].min(range[1]), range[0].max(range[1])];
    let (mut ticks, mut band) = (String::new(), String::new());
    for at in 0..=100u8 {
        let inside = (low..=high).contains(&at);
        let top = match at {
            _ if inside => 0,
            _ if at % 10 == 0 => 6,
            _ if at % 5 == 0 => 12,
            _ => 17,
        };
        let path = if inside { &mut band } else { &mut ticks };
        *path += &format!("M{} {top}V30", 2 + 4 * u16::from(at));
    }
    format!(
        r#"<div class="ruler" aria-hidden="true"><svg viewBox="0 0 404 34" preserveAspectRatio="none">
        <path class="ticks" d="{ticks}"/><path class="band" d="{band}"/><path class="base" d="M0 31H404"/></svg>
        <p><span>like everyone</span> <span>like no one</span></p></div>"#
    )
}
