//! What the commands and the end-to-end tests share: the release of a page and its previews, a static host, the way to
//! the browsers and to axe-core.

mod addresses;
pub mod axe;
pub mod cache;
pub mod chromium;
pub mod engines;
pub mod files;
pub mod headers;
pub mod preview_pages;
pub mod release;
pub mod site_url;
pub mod static_host;
