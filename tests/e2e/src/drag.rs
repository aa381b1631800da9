//! How long does the landing's dot take to follow a finger?

use crate::page::Page;
use crate::site::Outcome;

/// Moves a finger that holds the dot forty times, and gives the milliseconds until the dot is drawn where it is.
const DRAG: &str = r"
    const dot = document.querySelector('.you-handle');
    const box = dot.parentElement.getBoundingClientRect();
    const at = (type, share, buttons) => dot.dispatchEvent(new PointerEvent(type, {
      bubbles: true, buttons, pointerId: 1, clientX: box.left + share * box.width, clientY: box.top + 0.3 * box.height }));
    const frame = () => new Promise(requestAnimationFrame);
    const painted = async () => { await frame(); await frame(); };
    return (async () => {
      const waits = [];
      at('pointerdown', 0.2, 1);
      for (let step = 0; step < 40; step++) {
        const share = 0.2 + 0.015 * step;
        const begin = performance.now();
        at('pointermove', share, 1);
        while (Math.abs(parseFloat(dot.style.left) - 100 * share) > 0.6) await frame();
        await painted();
        waits.push(performance.now() - begin);
      }
      at('pointerup', 0.785, 0);
      waits.sort((a, b) => a - b);
      return [waits[20], waits[39]];
    })()";

impl Page {
    /// Drags the landing's dot, and gives milliseconds from a move of the pointer until the dot is painted there: the
    /// median and the longest of forty.
    ///
    /// # Errors
    /// When there is no dot to drag.
    pub async fn drag_the_dot(&self) -> Outcome<[f64; 2]> {
        self.find(".figure-box.alive .you-handle:not(.waiting)").await?;
        let waits = self.asks(DRAG).await?;
        let wait = |at: usize| waits[at].as_f64().ok_or_else(|| format!("no number {at} in {waits}"));
        Ok([wait(0)?, wait(1)?])
    }
}
