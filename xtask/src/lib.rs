//! What do the commands and the end-to-end tests share? A static host for `dist/`, its shells, the way to the browsers
//! and to axe-core.

pub mod axe;
pub mod cache;
pub mod chromium;
pub mod engines;
pub mod headers;
pub mod shells;
pub mod site_url;
pub mod static_host;
