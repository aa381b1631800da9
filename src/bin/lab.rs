//! Where does the lab start? In a module of its own, fetched when the address first asks for it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    normie_descent::app::lab::start();
}
