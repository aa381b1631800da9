//! Delays of the page behind a pointer: the landing's dot that is dragged, the lab's words about who is pointed at.

use serde_json::Value;

use crate::page::Page;
use crate::site::Outcome;

/// Moves a finger that holds the dot forty times, and gives the milliseconds until the dot is drawn where it is.
const DRAG: &str = r"
    const box = element.parentElement.getBoundingClientRect();
    const at = (type, share, buttons) => element.dispatchEvent(new PointerEvent(type, {
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
        while (Math.abs(parseFloat(element.style.left) - 100 * share) > 0.6) await frame();
        await painted();
        waits.push(performance.now() - begin);
      }
      at('pointerup', 0.785, 0);
      waits.sort((a, b) => a - b);
      return [waits[20], waits[39]];
    })()";

/// Points at places all over the map until forty times other words have come.
const POINT: &str = r"
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    const frame = () => new Promise(requestAnimationFrame);
    return (async () => {
      const waits = [];
      for (let spot = 0; spot < 400 && waits.length < 40; spot++) {
        const share = [0.3 + 0.4 * (spot * 0.618 % 1), 0.3 + 0.4 * (spot * 0.382 % 1)];
        const before = words();
        const begin = performance.now();
        element.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', pointerId: 1,
          clientX: box.left + share[0] * box.width, clientY: box.top + share[1] * box.height }));
        while (words() === before && performance.now() - begin < 300) await frame();
        if (words() !== before) waits.push(performance.now() - begin);
      }
      waits.sort((a, b) => a - b);
      return [waits[waits.length >> 1], waits[waits.length - 1]];
    })()";

impl Page {
    /// Drags the landing's dot, and gives milliseconds from a move of the pointer until the dot is painted there: the
    /// median and the longest of forty.
    ///
    /// # Errors
    /// When there is no dot to drag.
    pub async fn drag_the_dot(&self) -> Outcome<[f64; 2]> {
        self.landing().live_dot().appears().await?;
        let waits = self.landing().dot().asks(DRAG).await?;
        two_numbers(&waits)
    }

    /// Points at places all over the lab's map, and gives milliseconds until the words about somebody else are painted:
    /// the median and the longest.
    ///
    /// # Errors
    /// When there is no map, or no word changes.
    pub async fn point_from_dot_to_dot(&self) -> Outcome<[f64; 2]> {
        let words = self.lab().inspected().bound();
        let words = format!("const words = () => {{ {words} return element.textContent; }};");
        two_numbers(&self.lab().picker().asks(&format!("{words} {POINT}")).await?)
    }
}

fn two_numbers(waits: &Value) -> Outcome<[f64; 2]> {
    let wait = |at: usize| waits[at].as_f64().ok_or_else(|| format!("no number {at} in {waits}"));
    Ok([wait(0)?, wait(1)?])
}
