//! Other people of the population: the nearest neighbour, and a random one.

use crate::protocol::{FromWorker, ScoreDetails, Somebody, ToWorker};
use leptos::prelude::*;
use quiz::explanation::Whom;
use quiz::format::{grouped, one_in, seconds, spelled_out};

use super::VisitContext;
use super::perspective::Perspective;
use crate::app::parts::Live;

/// The person of the crowd who answers most alike; as HTML.
pub(super) fn neighbour(details: &ScoreDetails, answered: usize, people: u32, whose: Perspective) -> String {
    let (Perspective { own, their, .. }, neighbour) = (whose, details.neighbour);
    format!(
        r#"<section class="part neighbour"><h2>{their} nearest simulated neighbour</h2>
        <p class="figure-number small" data-value="neighbour">#{number}</p>
        <p>{both} gave the same answer to <b class="number" data-value="same">{same}</b>
        of {answered} questions, and took the same side on <b class="number">{sides}</b>.</p>
        <p class="plain">nobody of {people} simulated people comes closer.</p></section>"#,
        both = if own { "you two" } else { "the two" },
        number = neighbour.number,
        same = neighbour.same,
        sides = neighbour.sides,
        people = grouped(people.into()),
    )
}

/// What to keep in mind, how to fool it, and a way to see that it says such things of everybody.
pub(super) fn honesty(answered: usize) -> String {
    format!(
        r##"<section class="part honesty"><h2>before you believe any of this</h2><ul>
    <li>the crowd is made up. shaped by surveys, mostly American, still made up.</li>
    <li>{} answers are a keyhole. the range means more than the number.</li>
    <li>rare is not good. common is not bad.</li>
    <li>contrarian is a cluster, too. a large one.</li>
    <li>answer all A, or click at random, and you get nonsense.</li>
    <li>the feed is simulated, too. yours is probably better at it.</li></ul>
    <h3>how to make the sentence wrong</h3><ul>
    <li>answer what you wish you believed.</li>
    <li>pass on what you care about most.</li>
    <li>believe something none of the questions asks. it never comes up.</li>
    <li>take the common side for a reason nobody shares.</li>
    <li>change your mind tomorrow. i only know today.</li></ul>
    <p><button class="button small" data-action="another">show me someone else's sentence</button></p>
    <div class="another" role="status"></div>
    <p><a href="#how">how it works, with its holes</a></p></section>"##,
        spelled_out(answered)
    )
}

/// Each press of the button tells of another person, beginning anywhere.
pub(super) fn keep_another(app: VisitContext, live: &Live) {
    let somebody = RwSignal::new(None::<Result<Somebody, String>>);
    let nth = StoredValue::new(getrandom::u32().unwrap_or_default());
    live.on("[data-action=another]", "click", move |_| {
        nth.update_value(|nth| *nth = nth.wrapping_add(1));
        let run = app.worker().new_run();
        app.worker().ask(&ToWorker::Another { run, nth: nth.get_value() }, move |reply| {
            let heard = match reply.message {
                FromWorker::Another { somebody, .. } => Some(Ok(*somebody)),
                FromWorker::Refused { sentence, .. } => Some(Err(sentence)),
                _ => None,
            };
            // The screen may be gone by now.
            somebody.try_set(heard);
        });
    });
    live.inside(".another", move || match somebody.get() {
        None => String::new(),
        Some(Err(_)) => "<p>nobody answers. try again.</p>".to_owned(),
        Some(Ok(somebody)) => format!(
            r#"<p class="sentence small" data-value="another">{}</p>
            <p class="aside">simulated person <b class="number">#{}</b>: {}, {}.</p>"#,
            somebody.explanation.sentence(Whom::They),
            somebody.number,
            seconds(somebody.explanation.seconds()),
            one_in(somebody.surprisal),
        ),
    });
}
