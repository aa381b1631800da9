//! Where do quiz and result start? In a module of their own, fetched when the address first asks for one of them.

fn main() {
    #[cfg(target_arch = "wasm32")]
    normie_descent::app::visit::start();
}
