//! What do the commands and the end-to-end tests share? A static host for `dist/`, its shells, and the way to a browser.

pub mod chromium;
pub mod shells;
pub mod static_host;
