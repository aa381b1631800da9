//! Browser interfaces that are missing, throw, refuse or never answer: no screen breaks, and what was asked for is
//! answered with a word. The table "Optional interfaces" in CONTRIBUTING.md names the test of each; those of what leaves
//! the page are in `interfaces_sharing.rs`.

use e2e::addresses::{FRIEND, HOW, LAB, QUIZ, WORLD};
use e2e::{Persona, SCOPE, Screen, visit};

#[test]
fn a_browser_that_keeps_no_files_goes_on_without() {
    visit("broken-service-worker", async |site| {
        let page = site.newcomer(Screen::PHONE, HOW).await?;
        let navigator = |name: &str, value: &str| {
            format!(
                "Object.defineProperty(Navigator.prototype, '{name}', {{ configurable: true,
                    get() {{ window.asked_{name} = true; {value}; }} }});"
            )
        };
        for (container, connection) in [
            ("return undefined", "return undefined"),
            ("throw new DOMException('no', 'SecurityError')", "throw new Error('no')"),
            ("return {}", "return {}"),
            ("return { register() { throw new DOMException('insecure', 'SecurityError'); } }", "return 5"),
            (
                "return { register: async () => { throw new TypeError('no'); } }",
                "return { get saveData() { throw 1; } }",
            ),
            ("return { register() {} }", "return null"),
            ("return { register: () => new Promise(() => {}) }", "return { saveData: false }"),
        ] {
            let script =
                [navigator("serviceWorker", container), navigator("connection", connection)].concat();
            page.with(&script, QUIZ, async |page| {
                page.guess().screen().appears().await?;
                page.becomes("window.asked_serviceWorker === true").await?;
                page.guess().skip().enter().await?;
                page.quiz().screen().appears().await?;
                page.runs("localStorage.clear()").await
            })
            .await?;
        }
        Ok(())
    });
}

#[test]
fn a_storage_that_fails_takes_nothing_else_away() {
    visit("broken-storage", async |site| {
        let page = site.newcomer(Screen::PHONE, HOW).await?;
        let both = |value: &str| {
            ["localStorage", "sessionStorage"]
                .map(|name| format!("Object.defineProperty(window, '{name}', {{ get() {{ {value}; }} }});"))
                .concat()
        };
        let methods = |body: &str| {
            format!(
                "for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear'])
                    Storage.prototype[name] = {body};"
            )
        };
        for script in [
            both("throw new DOMException('no', 'SecurityError')"),
            both("return undefined"),
            both("return null"),
            both("return {}"),
            methods("() => { throw new DOMException('no', 'QuotaExceededError'); }"),
            methods("undefined"),
            methods("() => 7"),
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
                .to_owned(),
        ] {
            page.with(&script, FRIEND, async |page| {
                page.shared().heading().says("second").await?;
                page.shared().somebody_quiz_link().enter().await?;
                page.guess().skip_it().await?;
                page.press("2").await?;
                page.quiz().question(2).appears().await?;
                page.forget().everything_and_hear_so().await
            })
            .await?;
        }
        // The button below "how it works" says what it could do.
        let forgets = async |script: &str, said: &str| {
            page.with(script, HOW, async |page| {
                page.how().forget().enter().await?;
                page.how().forget_said().says(said).await.map(drop)
            })
            .await
        };
        forgets(&both("throw new DOMException('no', 'SecurityError')"), "keep nothing").await?;
        forgets(&both("return null"), "keep nothing").await?;
        forgets(
            &format!(
                "if (location.pathname.startsWith('/some')) localStorage.setItem('{SCOPE}', 'v2');
                Storage.prototype.removeItem = () => {{ throw new Error('no'); }};"
            ),
            "would not let me",
        )
        .await?;
        forgets(
            "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } });",
            "forgotten",
        )
        .await
    });
}

/// Media queries, observers and frames that fail together.
const WATCHING: [&str; 5] = [
    "for (const name of ['matchMedia', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver', 'requestAnimationFrame'])
        window[name] = undefined;",
    "for (const name of ['matchMedia', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver', 'requestAnimationFrame'])
        window[name] = function () { throw new Error('no'); };",
    "window.matchMedia = () => null;
    for (const name of ['IntersectionObserver', 'ResizeObserver'])
        window[name] = class { observe() { throw new Error('no'); } disconnect() { throw new Error('no'); } };",
    "window.matchMedia = () => ({ get matches() { throw new Error('no'); } });
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'PerformanceObserver'])
        window[name] = class { observe() {} };",
    "window.matchMedia = () => ({ matches: false, addListener() {} });
    delete window.IntersectionObserver; delete window.ResizeObserver;",
];

#[test]
fn without_observers_media_queries_or_frames_worlds_still_run() {
    visit("broken-watching", async |site| {
        let page = site.newcomer(Screen::LAPTOP, HOW).await?;
        for script in WATCHING {
            page.with(script, "", async |page| {
                page.landing().live_dot().appears().await?;
                page.landing().status().days_pass().await?;
                // Drawn to the size of its box, also after that has changed.
                page.landing().canvas().becomes("element.width === 2 * element.clientWidth").await
            })
            .await?;
            page.with(script, WORLD, async |page| {
                page.lab().world().await?;
                page.lab().press_play().await?;
                page.lab().status().days_pass().await
            })
            .await?;
        }
        // Without a size observer the window says that the box may have changed.
        page.with("delete window.ResizeObserver;", "", async |page| {
            page.landing().live_dot().appears().await?;
            page.look_through(Screen::PHONE).await?;
            page.landing()
                .canvas()
                .becomes("element.width === 2 * element.clientWidth && innerWidth < 400")
                .await
        })
        .await?;
        // The year begins, and the reveal is shown, without either.
        page.look_through(Screen::LAPTOP).await?;
        page.with(WATCHING[1], "", async |page| {
            page.walk_to_the_quiz().await?;
            page.answer_until_the_reveal(Persona::Reticent).await?;
            page.reveal().onward().says("whole sheet").await?;
            page.result().numbers().await?;
            page.year().day().days_pass().await
        })
        .await
    });
}

const NO_CANVAS: &str = "this browser lets me draw nothing";

#[test]
fn a_canvas_that_gives_no_picture_leaves_the_words() {
    visit("broken-canvas", async |site| {
        let page = site.newcomer(Screen::LAPTOP, HOW).await?;
        for context in ["() => null", "() => { throw new Error('no'); }", "() => ({})", "undefined"] {
            let script = format!("HTMLCanvasElement.prototype.getContext = {context};");
            page.with(&script, "", async |page| {
                page.landing().status().says(NO_CANVAS).await?;
                page.landing().still_map().appears().await?;
                page.landing().replay().enter().await?;
                page.landing().still_map().appears().await
            })
            .await?;
            page.with(&script, WORLD, async |page| {
                page.lab().world().await?;
                page.lab().no_picture().says(NO_CANVAS).await?;
                page.lab().press_play().await?;
                page.lab().status().days_pass().await?;
                page.document().unfold_all().await?;
                page.lab().save_png().enter().await?;
                page.lab().saved().says("gives no picture away").await.map(drop)
            })
            .await?;
        }
        page.with("HTMLCanvasElement.prototype.getContext = () => null;", FRIEND, async |page| {
            page.result().numbers().await?;
            page.year().no_canvas().says(NO_CANVAS).await?;
            page.year().map_in_words().appears().await
        })
        .await?;
        // Pixels that are refused: lines and words stay, and the console says so once.
        let pixels = "CanvasRenderingContext2D.prototype.putImageData = () => { throw new Error('no'); };";
        page.with(pixels, "", async |page| {
            page.landing().live_dot().appears().await?;
            page.landing().status().days_pass().await
        })
        .await
    });
}

/// Histories, pointers, scrolling and popovers that fail together.
const MOVING: [&str; 3] = [
    "for (const name of ['scrollTo', 'scroll', 'scrollBy']) window[name] = undefined;
    for (const name of ['scrollIntoView', 'setPointerCapture', 'releasePointerCapture']) Element.prototype[name] = undefined;
    for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) delete HTMLElement.prototype[name];
    History.prototype.replaceState = undefined;",
    "const no = () => { throw new DOMException('no', 'SecurityError'); };
    window.scrollTo = no;
    for (const name of ['scrollIntoView', 'setPointerCapture', 'releasePointerCapture']) Element.prototype[name] = no;
    HTMLElement.prototype.focus = no;
    History.prototype.replaceState = no;",
    "Object.defineProperty(window, 'history', { get() { throw new DOMException('no', 'SecurityError'); } });
    Object.defineProperty(window, 'devicePixelRatio', { get: () => undefined });
    window.print = undefined; delete window.performance.now;",
];

#[test]
fn scrolling_pointers_and_history_are_not_needed() {
    visit("broken-moving", async |site| {
        let page = site.newcomer(Screen::LAPTOP, HOW).await?;
        for script in MOVING {
            page.with(script, "", async |page| {
                page.landing().live_dot().appears().await?;
                page.landing()
                    .dot()
                    .runs(
                        "const { x, y } = element.getBoundingClientRect();
                    const at = (type, dx, buttons) => element.dispatchEvent(new PointerEvent(type,
                        { bubbles: true, pointerId: 1, buttons, clientX: x + 5 + dx, clientY: y + 5 }));
                    at('pointerdown', 0, 1); at('pointermove', -40, 1); at('pointerup', -40, 0)",
                    )
                    .await?;
                page.landing().status().days_pass().await?;
                page.landing().quiz_link().runs("element.click()").await?;
                page.guess().screen().appears().await?;
                page.guess().skip().runs("element.click()").await?;
                page.quiz().question(1).appears().await?;
                page.quiz().step(1, "2").runs("element.click()").await?;
                page.quiz().question(2).appears().await?;
                page.runs("localStorage.clear()").await
            })
            .await?;
            page.with(script, WORLD, async |page| {
                page.lab().world().await?;
                page.lab()
                    .dot()
                    .runs(
                        "element.dispatchEvent(new PointerEvent('pointerdown',
                        { bubbles: true, cancelable: true, pointerId: 1, buttons: 1, clientX: 300, clientY: 300 }))",
                    )
                    .await?;
                page.lab().presets().runs("element.open = true").await?;
                page.lab().first_preset().runs("element.click()").await?;
                page.lab().world().await?;
                page.runs("document.scrollingElement.scrollTop = 1e6").await?;
                page.two_frames().await?;
                page.lab().play().runs("element.click()").await?;
                page.runs("document.scrollingElement.scrollTop = 0").await?;
                page.lab().status().days_pass().await
            })
            .await?;
        }
        Ok(())
    });
}

#[test]
fn without_random_numbers_questions_still_have_an_order() {
    visit("broken-crypto", async |site| {
        let page = site.newcomer(Screen::PHONE, HOW).await?;
        for script in [
            "Object.defineProperty(window, 'crypto', { get: () => undefined });",
            "Object.defineProperty(window, 'crypto', { get() { throw new Error('no'); } });",
            "Crypto.prototype.getRandomValues = undefined;",
            "Crypto.prototype.getRandomValues = () => { throw new DOMException('no', 'QuotaExceededError'); };
            Date.now = () => NaN;",
        ] {
            page.with(script, QUIZ, async |page| {
                page.guess().skip_it().await?;
                page.press("2").await?;
                page.quiz().question(2).appears().await?;
                page.runs("localStorage.clear()").await.map(drop)
            })
            .await?;
        }
        Ok(())
    });
}

#[test]
fn workers_that_cannot_be_started_or_asked_are_reported_and_tried_again() {
    visit("broken-workers", async |site| {
        let page = site.somebody_with_a_result().await?;
        // The renderer's own: another worker than the engine's.
        page.runs("window.Real = Worker; window.Worker = function () { throw new DOMException('no', 'SecurityError'); }")
            .await?;
        page.share().open_button().enter().await?;
        page.share().said().says("would not start").await?;
        page.share().retry().enter().await?;
        page.share().said().says("would not start").await?;
        page.runs("window.Worker = Real").await?;
        page.share().retry().enter().await?;
        page.share().card().appears().await?;
        page.runs("Worker.prototype.postMessage = () => { throw new DOMException('no', 'DataCloneError'); }")
            .await?;
        page.share().answers().choose().await?;
        page.share().said().says("cannot be asked").await?;
        page.nothing_broke().await?;
        let said = "the engine stopped";
        for script in [
            "window.Worker = function () { throw new DOMException('no', 'SecurityError'); };",
            "Worker.prototype.postMessage = () => { throw new Error('no'); };",
        ] {
            page.with(script, "", async |page| page.landing().status().says(said).await.map(drop)).await?;
            page.with(script, LAB, async |page| page.lab().status().says(said).await.map(drop)).await?;
        }
        Ok(())
    });
}
