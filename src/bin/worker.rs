//! Who answers the quiz, the year and the lab? A worker with the whole engine, fetched once the landing stands.

#[cfg(target_arch = "wasm32")]
mod listen;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        let mut session = normie_descent::session::Session::default();
        listen::listen(move |message| session.handle(message));
    }
}
