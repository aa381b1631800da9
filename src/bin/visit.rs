//! Start of quiz and result, a module of their own that is fetched when the address first asks for one of them.

fn main() {
    #[cfg(target_arch = "wasm32")]
    normie_descent::app::visit::start();
}
