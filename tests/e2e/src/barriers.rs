//! Barriers: what keeps somebody from reading or using the screen that is shown.
//!
//! axe-core judges it as assistive technology meets it; three scripts of ours look for text that does not fit a narrow
//! screen or large letters. All of it runs inside the page and is gone with it; nothing of it is part of the page.

use std::fs;

use serde_json::Value;

use crate::page::{Page, Screen};
use crate::site::Outcome;

/// Every rule axe-core has for WCAG 2.2 A and AA, and its best practices; all violations, a line each.
const JUDGE: &str = "const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.failureSummary}`))),
        error => done([String(error)]));";

/// Elements that reach beyond the left or right edge, if that lets the page be scrolled sideways.
const TOO_WIDE: &str = "const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = elements.filter(element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5);
    });
    const name = element => `<${element.tagName.toLowerCase()} class='${element.getAttribute('class') ?? ''}'>`;
    return [`${root.scrollWidth} pixels wide: ${beyond.slice(0, 6).map(name).join(' ')}`];";

/// Elements whose own text is cut off: larger than a box that hides what does not fit, or beyond the page's edge.
const CUT_OFF: &str = "const edge = document.documentElement.clientWidth;
    // What is one pixel wide is meant for the ear.
    const aside = element => element !== null && (element.classList.contains('unseen') || element.localName === 'svg'
        || element.getAttribute('aria-hidden') === 'true' || aside(element.parentElement));
    const seen = element => element.checkVisibility() && element.getBoundingClientRect().width > 1 && !aside(element);
    const texts = elements.filter(element => seen(element)
        && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== ''));
    const hides = element => getComputedStyle(element).overflowX !== 'visible' || getComputedStyle(element).overflowY !== 'visible';
    const scrolls = element => [getComputedStyle(element).overflowX, getComputedStyle(element).overflowY].some(way => way === 'auto' || way === 'scroll');
    const cut = element => {
        const own = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim() !== '');
        const range = document.createRange();
        range.setStartBefore(own[0]);
        range.setEndAfter(own[own.length - 1]);
        const lines = [...range.getClientRects()].filter(line => line.width > 1);
        if (lines.length === 0) return false;
        const text = { left: Math.min(...lines.map(line => line.left)), right: Math.max(...lines.map(line => line.right)),
            top: Math.min(...lines.map(line => line.top)), bottom: Math.max(...lines.map(line => line.bottom)) };
        for (let around = element; around && around !== document.body; around = around.parentElement) {
            if (scrolls(around)) return false;
            if (!hides(around)) continue;
            const box = around.getBoundingClientRect();
            if (text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 1 || text.bottom > box.bottom + 1) return true;
        }
        return text.right > edge + 1 || text.left < -1;
    };
    return texts.filter(cut).map(element => `<${element.tagName.toLowerCase()} class='${element.getAttribute('class') ?? ''}'> ${element.textContent.trim().slice(0, 60)}`);";

/// A small telephone of ten years ago: 400 % zoom on a laptop is as narrow.
const NARROW: Screen = Screen { width: 320, height: 568, dark: false };

impl Page {
    /// Every barrier on the screen that is shown, by day and by night, on a telephone and a laptop; then on a narrow
    /// screen; then with letters twice as large. No line means none was found.
    ///
    /// # Errors
    /// When axe-core is not there, or the page does not answer.
    pub async fn barriers(&self) -> Outcome<Vec<String>> {
        let (mut found, everything) = (Vec::new(), self.document().everything());
        self.bring_axe().await?;
        for screen in [Screen::PHONE, Screen::LAPTOP].into_iter().flat_map(|screen| [screen, screen.dark()]) {
            self.look_through(screen).await?;
            note(&mut found, &format!("{screen:?}"), &self.asks_and_waits(JUDGE, Vec::new()).await?);
        }
        self.look_through(NARROW).await?;
        note(&mut found, "at 320 pixels", &everything.asks(TOO_WIDE).await?);
        note(&mut found, "at 320 pixels, cut off", &everything.asks(CUT_OFF).await?);
        for screen in [Screen::PHONE, Screen::LAPTOP] {
            self.look_through(screen).await?;
            self.asks("document.documentElement.style.fontSize = '200%'").await?;
            note(
                &mut found,
                &format!("twice as large, {} wide", screen.width),
                &everything.asks(TOO_WIDE).await?,
            );
            note(
                &mut found,
                &format!("twice as large, {} wide, cut off", screen.width),
                &everything.asks(CUT_OFF).await?,
            );
            self.asks("document.documentElement.style.fontSize = ''").await?;
        }
        Ok(found)
    }

    /// Runs axe-core's script in the page, once.
    async fn bring_axe(&self) -> Outcome<()> {
        if self.asks("return typeof axe === 'undefined'").await? == Value::Bool(false) {
            return Ok(());
        }
        let script = xtask::axe::script().ok_or("axe-core is missing: `cargo xtask test e2e` brings it")?;
        self.asks(&fs::read_to_string(script)?).await.map(drop)
    }
}

fn note(found: &mut Vec<String>, when: &str, lines: &Value) {
    let lines = lines.as_array().into_iter().flatten().filter_map(Value::as_str);
    found.extend(lines.map(|line| format!("{when}: {line}")));
}
