//! Errors of other people's scripts: extensions, in-app browsers, blocked images. A visitor sees nothing of them.

use e2e::addresses::{FRIEND, LAB};
use e2e::{Element, Outcome, Page, Persona, Screen, Site, visit};
use serde_json::json;

/// Defines `foreign`: what other scripts do in the page's world, by name.
const FOREIGN: &str = r#"
    const later = (then) => setTimeout(then, 0);
    const withStack = (error, stack) => Object.defineProperty(error, "stack", { value: stack });
    const event = (message, error, filename) => dispatchEvent(new ErrorEvent("error", { message, error, filename }));
    const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
    window.foreign = {
        "an in-app browser misses its own function": () => later(() => _AutofillCallbackHandler()),
        "an extension defines what is there": () => later(() => {
            for (const value of [1, 2]) Object.defineProperty(window, "ethereum", { value });
        }),
        "an object": () => later(() => { throw { code: 4001, message: "User rejected the request." }; }),
        "nothing": () => later(() => { throw undefined; }),
        "a word": () => later(() => { throw "zaloJSV2"; }),
        "an error without a stack": () => later(() => { throw withStack(new Error("bare"), undefined); }),
        "an object whose stack throws": () => later(() => { throw { get stack() { throw new Error("no"); } }; }),
        "a promise nobody waits for": () => { Promise.reject(new TypeError("Load failed")); },
        "a script of another origin": () => event("Script error.", null, ""),
        "an observer that is late": () => event("ResizeObserver loop completed with undelivered notifications.", null, location.href),
        "a script that was written into the page": () => event("Uncaught TypeError: x is not a function",
            withStack(new TypeError("x is not a function"), `TypeError: x is not a function\n    at ${location.href}:1:13`), location.href),
        "an extension's own file": () => event("Uncaught TypeError: undefined is not an object",
            withStack(new TypeError("undefined is not an object"), "@webkit-masked-url://hidden/:1:2\nglobal code@safari-web-extension://x/inject.js:2:1"), "webkit-masked-url://hidden/"),
        "a wallet's WebAssembly": () => event("Uncaught RuntimeError: unreachable",
            withStack(new WebAssembly.RuntimeError("unreachable"), "RuntimeError: unreachable\n    at wasm://wasm/0019:wasm-function[7]:0x1\n    at chrome-extension://abc/wallet.js:1:9"), ""),
        "a picture that was blocked": () => {
            const picture = document.createElement("img");
            picture.src = "http://127.0.0.1:1/pixel.gif";
            document.documentElement.append(picture);
            later(() => picture.remove());
        },
        "a script that was blocked": () => {
            const script = document.createElement("script");
            script.src = "http://127.0.0.1:1/inject.js";
            document.documentElement.append(script);
            later(() => script.remove());
        },
    };
"#;

/// Has all of it happen, and waits until it has.
const HAPPEN: &str = "const [done] = arguments;
    Object.values(window.foreign).forEach((happen) => happen());
    setTimeout(() => done(Object.keys(window.foreign).length), 200);";

/// Has all of it happen on the screen that is shown: the visitor sees nothing of it.
async fn nothing_is_seen(page: &Page, screen: &Element<'_>) -> Outcome<()> {
    let place = "return [scrollX, scrollY, document.activeElement?.tagName]";
    let before = page.asks(place).await?;
    let happened = page.asks_and_waits(HAPPEN, Vec::new()).await?;
    assert!(happened.as_u64() > Some(10), "{happened}");
    screen.appears().await?;
    assert!(!page.document().trouble().is_shown().await?);
    assert!(!page.document().missing_start().is_shown().await?);
    assert_eq!(page.asks(place).await?, before);
    Ok(())
}

async fn newcomer(site: &Site) -> Outcome<Page> {
    let page = site.newcomer(Screen::PHONE, "").await?;
    page.before_everything(FOREIGN).await?;
    // Scripts that are no file of the page, and what they ask for.
    page.expects_complaints(&["javascript ", "http://127.0.0.1:1/"]);
    Ok(page)
}

#[test]
fn foreign_errors_before_the_program_do_not_keep_it_from_starting() {
    visit("foreign-start", async |site| {
        let page = newcomer(site).await?;
        let moments = [
            "Object.values(foreign).forEach((happen) => happen())",
            "addEventListener('DOMContentLoaded', () => Object.values(foreign).forEach((happen) => happen()))",
            "const happen = () => Object.values(foreign).forEach((happen) => happen());
                new MutationObserver((_, all) => document.body && (all.disconnect(), happen()))
                    .observe(document, { childList: true, subtree: true });",
            // A script that ends with an error before any of the page's own runs; names that the page may use itself.
            "var root = 1, asked = 2, home = 3, version = 4, begin = 5, heal = 6; throw new SyntaxError('mine')",
        ];
        for moment in moments {
            let script = page.before_everything(moment).await?;
            for (fragment, screen) in [("", page.landing().live_dot()), (FRIEND, page.shared().just_look())] {
                page.open(fragment).await?;
                screen.appears().await?;
                page.document().starts().await?;
                assert!(!page.document().missing_start().is_shown().await?, "{moment}");
                assert!(!page.document().trouble().is_shown().await?, "{moment}");
            }
            page.no_longer(&script).await?;
        }
        Ok(())
    });
}

#[test]
fn foreign_errors_in_the_quiz_and_on_the_result_are_not_seen() {
    visit("foreign-visit", async |site| {
        let page = newcomer(site).await?;
        page.open("").await?;
        page.landing().live_dot().appears().await?;
        nothing_is_seen(&page, &page.landing().screen()).await?;
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Leaning, 1, 3).await?;
        nothing_is_seen(&page, &page.quiz().question(4)).await?;
        page.answer_all_from(4, Persona::Silent).await?;
        page.asks("scrollTo(0, 400); return 0").await?;
        nothing_is_seen(&page, &page.result().screen()).await?;
        page.open(LAB).await?;
        page.lab().ready().appears().await?;
        nothing_is_seen(&page, &page.lab().screen()).await
    });
}

#[test]
fn a_browser_that_refuses_the_start_script_says_why() {
    visit("refused-script", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // A proxy that changes the page: its scripts no longer have the hashes that its policy allows.
        let script = format!(
            "new MutationObserver(() => {{ {} element?.remove(); }})
                .observe(document, {{ childList: true, subtree: true }});",
            page.document().start_script().bound()
        );
        page.before_everything(&script).await?;
        page.open(FRIEND).await?;
        page.document().missing_start().says("changed this page").await?;
        page.landing().still().appears().await?;
        assert_eq!(page.asks("return 'running' in document.documentElement.dataset").await?, json!(false));
        Ok(())
    });
}
