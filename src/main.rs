//! Start of the page: the landing, which loads the other screens when they are asked for.

fn main() {
    #[cfg(target_arch = "wasm32")]
    normie_descent::app::landing::start();
}
