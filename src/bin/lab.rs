//! Start of the lab, a module of its own that is fetched when the address first asks for it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    normie_descent::app::lab::start();
}
