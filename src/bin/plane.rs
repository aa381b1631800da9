//! Who moves the landing's map? A worker with no more than that takes, so that a first visit loads little.

#[cfg(target_arch = "wasm32")]
mod listen;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        let mut landing = normie_descent::session::Landing::default();
        listen::listen(move |message| landing.handle(message));
    }
}
