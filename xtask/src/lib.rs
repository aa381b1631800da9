//! What do the commands and the end-to-end tests share? A static host for `dist/`, and the way to a browser.

pub mod chromium;
pub mod static_host;
