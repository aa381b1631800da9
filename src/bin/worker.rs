//! The worker for quiz, year and lab, with the whole engine; fetched once the landing is shown.

#[cfg(target_arch = "wasm32")]
mod listen;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        let mut session = normie_descent::session::Session::default();
        listen::listen(move |message| session.handle(message));
    }
}
