//! Ways out of the page that are missing, throw, refuse or never answer, and a renderer that breaks: the visitor reads so,
//! and offered another way.

use std::fs;
use std::path::PathBuf;

use e2e::addresses::{WORLD, fragment, friends_code};
use e2e::{LabFile, Tells, copy_of_dist, programs, visit, visit_in};

/// Has `navigator.share` do what `window.sharing` does, and `navigator.canShare` what `window.sharable` does.
const SHARING: &str =
    "navigator.share = (data) => sharing(data); navigator.canShare = (data) => sharable(data);
    window.sharable = () => true; window.sharing = () => new Promise(() => {})";

#[test]
fn a_way_to_share_that_fails_says_so_and_leaves_the_copy_button() {
    visit("broken-share", async |site| {
        let page = site.somebody_with_a_result().await?;
        page.runs(SHARING).await?;
        page.share().open().await?;
        let refused = "this browser would not send it. copy it instead.";
        for (sharing, said) in [
            ("async () => { throw new DOMException('no', 'NotAllowedError'); }", refused),
            ("async () => { throw new DOMException('no', 'InvalidStateError'); }", refused),
            ("async () => { throw new TypeError('no'); }", refused),
            ("() => Promise.reject()", refused),
            ("() => { throw new DOMException('no', 'NotAllowedError'); }", refused),
            ("() => undefined", refused),
            ("undefined", refused),
            ("() => new Promise(() => {})", "if nothing opened: copy it instead."),
        ] {
            page.runs(&format!("window.sharing = {sharing}")).await?;
            page.share().send().enter().await?;
            page.share()
                .said()
                .text_once(|now| now == said)
                .await
                .map_err(|error| format!("{sharing}: {error}"))?;
            page.share().copy_link().appears().await?;
            page.share().mark_as_read().await?;
        }
        // A change of mind is silent, also when it takes its time.
        for sharing in [
            "async () => { throw new DOMException('no', 'AbortError'); }",
            "() => new Promise((_, no) => setTimeout(no, 5000, new DOMException('no', 'AbortError')))",
            "async () => {}",
        ] {
            page.runs(&format!("window.sharing = {sharing}")).await?;
            page.share().send().enter().await?;
            page.share().said().becomes("element.textContent === ''").await?;
            page.share().mark_as_read().await?;
        }
        // Whether files can be shared may be a question that throws; then the text goes alone.
        for sharable in ["() => { throw new TypeError('no'); }", "undefined", "() => false"] {
            page.runs(&format!(
                "window.sharable = {sharable}; window.given = null;
                window.sharing = async (data) => {{ window.given = data; }}"
            ))
            .await?;
            page.share().send().enter().await?;
            page.becomes("window.given?.text.length > 20 && !window.given.files").await?;
        }
        page.nothing_broke().await?;
        // The same below a comparison, whose sheet is another one.
        let own = page.share().link().asks("return element.textContent").await?;
        assert!(own.as_str().is_some_and(|own| own.contains("#u2.")), "{own}");
        let link = page.share().copied_link(Tells::Answers).await?;
        let code = fragment(&link).ok_or("the link has no code")?;
        page.open(&format!("{code}~{}", friends_code())).await?;
        page.runs(SHARING).await?;
        page.share().open_button().enter().await?;
        page.runs("window.sharing = () => { throw new Error('no'); }").await?;
        page.share().send().enter().await?;
        page.share().said().text_once(|now| now == refused).await?;
        page.nothing_broke().await
    });
}

/// Clipboards that do not work, as a getter's body.
const CLIPBOARDS: [&str; 7] = [
    "return undefined",
    "return {}",
    "return { writeText() { throw new TypeError('no'); } }",
    "return { writeText: async () => { throw new DOMException('no', 'NotAllowedError'); } }",
    "return { writeText() {} }",
    "throw new DOMException('no', 'SecurityError')",
    "return { writeText: () => new Promise(() => {}) }",
];

#[test]
fn a_clipboard_that_fails_leaves_the_text_selected() {
    visit("broken-clipboard", async |site| {
        let page = site.somebody_with_a_result().await?;
        page.share().open().await?;
        page.share().link().says("#u2.").await?;
        let broken = |clipboard: &str| {
            format!(
                "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, get() {{ {clipboard}; }} }})"
            )
        };
        for clipboard in CLIPBOARDS {
            page.runs(&broken(clipboard)).await?;
            page.share().copy_link().enter().await?;
            page.share()
                .is_selected_by_hand("#u2.")
                .await
                .map_err(|error| format!("{clipboard}: {error}"))?;
            assert!(page.share().by_hand().text().await?.contains("the clipboard said no"));
            page.share().mark_as_read().await?;
        }
        // One that takes too long is not waited for, and does not take away what is being copied by hand.
        page.runs(&broken(
            "return { writeText: () => new Promise((yes) => setTimeout(() => { window.late = true; yes(); }, 4000)) }",
        ))
        .await?;
        page.share().copy_text().enter().await?;
        page.share().is_selected_by_hand("#u2.").await?;
        page.becomes("window.late === true").await?;
        page.share().is_selected_by_hand("#u2.").await?;
        page.nothing_broke().await?;

        // The lab copies, too.
        page.open(WORLD).await?;
        page.lab().world().await?;
        for clipboard in CLIPBOARDS {
            page.runs(&broken(clipboard)).await?;
            page.lab().copy().enter().await?;
            page.share()
                .is_selected_by_hand("#s1.")
                .await
                .map_err(|error| format!("{clipboard}: {error}"))?;
            page.lab().copied().runs("element.textContent = ''").await?;
        }
        // Another world is not the one that stands there.
        page.lab().copy().enter().await?;
        page.share().is_selected_by_hand("#s1.").await?;
        page.lab().presets().runs("element.open = true").await?;
        page.lab().first_preset().enter().await?;
        page.share().by_hand().becomes("!element").await?;
        page.nothing_broke().await
    });
}

#[test]
fn a_browser_that_makes_no_files_says_so() {
    visit("broken-files", async |site| {
        let page = site.somebody_with_a_result().await?;
        for (broken, whole) in [
            ("window.blob = Blob; window.Blob = undefined;", "window.Blob = blob;"),
            (
                "window.blob = Blob; window.Blob = function () { throw new Error('no'); };",
                "window.Blob = blob;",
            ),
            (
                "window.made = URL.createObjectURL; URL.createObjectURL = undefined;",
                "URL.createObjectURL = made;",
            ),
            (
                "window.made = URL.createObjectURL; URL.createObjectURL = () => { throw new Error('no'); };",
                "URL.createObjectURL = made;",
            ),
        ] {
            page.runs(broken).await?;
            page.share().open_button().or(&page.share().other_choice()).enter().await?;
            page.share().link().says("#u2.").await?;
            page.share()
                .waiting()
                .says("would not show the picture")
                .await
                .map_err(|error| format!("{broken}: {error}"))?;
            page.share().save_wide().enter().await?;
            page.share().said().says("no picture to save").await?;
            page.share().save_tall().enter().await?;
            page.share().said().says("would not save it").await?;
            page.nothing_broke().await?;
            page.runs(whole).await?;
            page.back_to_the_result().await?;
        }
        // Files for the system's way to share, and saving itself.
        page.runs(
            "window.File = function () { throw new Error('no'); };
            HTMLElement.prototype.click = () => { throw new Error('no'); };
            navigator.canShare = () => true;
            navigator.share = async (data) => { window.given = data; }",
        )
        .await?;
        page.share().open().await?;
        page.share().send().enter().await?;
        page.becomes("window.given?.text.length > 20 && !window.given.files").await?;
        page.share().save_wide().enter().await?;
        page.share().said().says("would not save it").await?;
        page.nothing_broke().await?;

        let gives_none = "this browser gives no picture away.";
        for (script, file, said) in [
            ("window.Blob = undefined;", LabFile::Days, "there is no memory for it."),
            (
                "URL.createObjectURL = () => { throw new Error('no'); };",
                LabFile::Drawing,
                "this browser would not save it.",
            ),
            (
                "HTMLElement.prototype.click = () => { throw new Error('no'); };",
                LabFile::Days,
                "this browser would not save it.",
            ),
            ("HTMLCanvasElement.prototype.toBlob = undefined;", LabFile::Pixels, gives_none),
            (
                "HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException('no', 'SecurityError'); };",
                LabFile::Pixels,
                gives_none,
            ),
            (
                "HTMLCanvasElement.prototype.toBlob = (then) => setTimeout(then, 10, null);",
                LabFile::Pixels,
                gives_none,
            ),
            ("HTMLCanvasElement.prototype.toBlob = () => {};", LabFile::Pixels, gives_none),
        ] {
            page.with(script, WORLD, async |page| {
                page.lab().world().await?;
                page.document().unfold_all().await?;
                page.lab().save(file).enter().await?;
                page.lab().saved().text_once(|now| now == said).await.map(drop)
            })
            .await?;
        }
        Ok(())
    });
}

/// A copy of the finished page whose renderer panics on demand: then a message is longer than any memory.
fn with_a_renderer_that_panics() -> PathBuf {
    let copy = copy_of_dist("panicking-renderer").expect("there is room for a copy");
    let version = programs().file_name().expect("it is named after the version").to_owned();
    let place = copy.join(version).join("loader.js");
    let loader = fs::read_to_string(&place).expect("the page has a loader");
    let hostile = "if (location.search.includes('module=card')) addEventListener('message', ({ data }) => {
        if (data === 'panic') globalThis.panics = true;
        else if (globalThis.panics) Object.defineProperty(data, 'length', { value: 2 ** 31 });
    });\n";
    fs::write(place, format!("{hostile}{loader}")).expect("there is room for a copy");
    copy
}

#[test]
fn a_renderer_that_panics_says_its_last_words_and_can_come_again() {
    let folder = with_a_renderer_that_panics();
    visit_in("panicking-renderer", &folder, async |site| {
        let page = site.somebody_with_a_result().await?;
        page.expects_complaints(&["capacity overflow", "RuntimeError: unreachable"]);
        page.runs(
            "window.renderers = []; const Real = Worker;
            window.Worker = class extends Real { constructor(...wishes) { super(...wishes); renderers.push(this); } }",
        )
        .await?;
        page.share().open().await?;
        page.runs("renderers.at(-1).postMessage('panic')").await?;
        page.share().answers().choose().await?;
        let said = page.share().said().says("broke").await?;
        assert!(said.contains("capacity overflow") && said.contains("your answers are still here"), "{said}");
        assert!(!page.document().trouble().is_shown().await?);
        page.share().retry().enter().await?;
        page.share().card().appears().await?;
        assert_eq!(page.asks("return renderers.length").await?, 2);
        let link = page.share().copied_link(Tells::Number).await?;
        assert!(link.contains("#u2."), "{link}");
        Ok(())
    });
}
