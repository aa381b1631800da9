//! What does the quiz say, in which order?

use leptos::html::H1;
use leptos::prelude::*;
use normie_descent::items::Answers;
use normie_descent::perplexity::Reading;
use normie_descent::protocol::{FromWorker, ToWorker};
use normie_descent::wording::grouped;

use super::answers::answer_by_answer;
use super::headline::{headline, made, record};
use super::share::Share;
use super::year::{Today, Year};
use super::year_world::YearWorld;
use crate::app::{App, route};

/// Who is spoken of, and to whom.
#[derive(Clone, Copy)]
pub struct Whose {
    /// Whether the visitor looks at their own result.
    pub own: bool,
    /// "you" or "they".
    pub they: &'static str,
    /// "your" or "their".
    pub their: &'static str,
}

impl Whose {
    fn new(own: bool) -> Whose {
        let (they, their) = if own { ("you", "your") } else { ("they", "their") };
        Whose { own, they, their }
    }
}

/// The result of these answers: the visitor's own, or somebody's from a link.
#[component]
pub fn ResultScreen(app: App, answers: Answers, guess: Option<u8>, own: bool) -> impl IntoView {
    let reading = RwSignal::new(None::<Result<Reading, String>>);
    let run = app.worker().new_run();
    app.prepare();
    let ask = move || {
        reading.set(None);
        app.worker().ask(&ToWorker::Score { run, answers }, move |reply| {
            reading.set(Some(match reply.message {
                FromWorker::Scored { reading, .. } => Ok(*reading),
                FromWorker::Refused { sentence, .. } => Err(sentence),
                _ => Err("the engine answered something else".to_owned()),
            }));
        });
    };
    let nothing = answers.count() == 0;
    if !nothing {
        ask();
    }
    on_cleanup(move || app.worker().close(run));
    let heading = NodeRef::<H1>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            crate::app::focus(&heading);
        }
    });
    let whose = Whose::new(own);
    view! {
        <main class="sheet result" data-screen="result" data-reader=if own { "self" } else { "other" }>
            <p class="sheet-name"><a href="#">"normie descent"</a> " \u{b7} " {if own { "your sheet" } else { "somebody's sheet" }}</p>
            <h1 node_ref=heading tabindex="-1">
                {if own { "how hard you are to find" } else { "someone took the quiz" }}
            </h1>
            {(!own).then(|| view! {
                <p class="lead">"we don't know who. neither does the link. this is how hard they are to find."</p>
                <p class="ways"><a class="button primary" href="#quiz">"take it yourself"</a></p>
            })}
            {move || match reading.get() {
                _ if nothing => view! {
                    <p class="lead">"all 24 passed. respect. there is nothing here to measure."</p>
                    <Redo app/>
                }.into_any(),
                None => view! { <Waiting app/> }.into_any(),
                Some(Err(sentence)) => view! {
                    <p class="lead" role="alert">{sentence}</p>
                    <p class="ways"><button class="button" on:click=move |_| ask()>"try again"</button></p>
                }.into_any(),
                Some(Ok(reading)) => view! { <Report app answers guess reading whose/> }.into_any(),
            }}
        </main>
    }
}

/// Said while the worker counts: what it does, not how long it turns in circles.
#[component]
fn Waiting(app: App) -> impl IntoView {
    view! {
        <p class="lead" role="status">
            {move || match app.people.get() {
                Some(people) => format!("holding your answers against {} simulated people.", grouped(people.into())),
                None => "gathering the crowd. they are simulated, so they come quickly.".to_owned(),
            }}
        </p>
    }
}

#[component]
fn Report(app: App, answers: Answers, guess: Option<u8>, reading: Reading, whose: Whose) -> impl IntoView {
    let people = app.people.get_untracked().unwrap_or(u32::MAX);
    let world = YearWorld::open(app, answers);
    let surprise =
        headline(&reading, people, guess, whose) + &made(&reading, whose) + &record(&reading, whose);
    let answered = answer_by_answer(&reading, whose);
    view! {
        <div inner_html=surprise></div>
        <Today world inks=app.inks whose/>
        <div inner_html=answered></div>
        <Year world app people whose/>
        <div inner_html=HONESTY></div>
        {if whose.own {
            view! { <Share answers guess reading people/> <Redo app/> }.into_any()
        } else {
            view! {
                <section class="part">
                    <h2>"and you?"</h2>
                    <p>"24 questions, three minutes. nothing leaves the tab."</p>
                    <p class="ways"><a class="button primary" href="#quiz">"take it yourself"</a></p>
                </section>
            }.into_any()
        }}
    }
    .into_any()
}

const HONESTY: &str = r##"<section class="part honesty"><h2>before you believe any of this</h2><ul>
    <li>the crowd is made up. shaped by surveys, mostly American, still made up.</li>
    <li>twenty-four questions are a keyhole. the range means more than the number.</li>
    <li>rare is not good. common is not bad.</li>
    <li>answer all A, or click at random, and you get nonsense.</li>
    <li>the feed is simulated, too. yours is probably better at it.</li>
    </ul><p><a href="#how">how it works, with its holes</a></p></section>"##;

#[component]
fn Redo(app: App) -> impl IntoView {
    let redo = move |_| {
        app.visitor.begin_again();
        route::go("quiz");
    };
    view! {
        <section class="part redo">
            <p>"changed your mind? minds do that."</p>
            <button class="button" data-action="redo" on:click=redo>"forget this and start over"</button>
        </section>
    }
}
