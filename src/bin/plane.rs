//! The landing's worker, with no more code than its map takes, so that a first visit loads little.

#[cfg(target_arch = "wasm32")]
mod listen;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        let mut landing = normie_descent::session::LandingSession::default();
        listen::listen(move |request| landing.handle(&request));
    }
}
