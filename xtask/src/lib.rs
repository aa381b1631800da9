//! What do the commands and the end-to-end tests share? A static host for `dist/`.

pub mod static_host;
