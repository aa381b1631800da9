//! Where does a day of reading take them?
//!
//! One file an influence, each pure over rows of beliefs; `day` composes them and [`World`] keeps the calendar.
//!
//! | file | what it says |
//! |---|---|
//! | `params`, `person` | the rules of a world; how one person differs from them |
//! | `embedding` | what a recommender sees of people |
//! | `feed` | whom the recommender shows |
//! | `contacts`, `networks` | who talks to whom; networks to choose from |
//! | `attention` | how closely a post is read |
//! | `encounters` | the day's posts: exploration, feed, conversation |
//! | `pairs` | the other way to meet: face to face |
//! | `line` | everybody's at once, where there is one belief |
//! | `posts`, `mentors` | which way they pull |
//! | `anchor` | how far a person goes, and comes home |
//! | `innovation` | what a person adds of their own |
//! | `display` | what a person posts |
//! | `day` | all of it, for one person |
//! | `decimal` | how a number stands in a refusal |
//! | `group`, `world`, `guests` | everybody; who lives in a world; visitors |
//! | `opening`, `calendar`, `night` | how a world is made; how a day passes; when the recommender learns |
//! | `threads` | a day on several threads, where there are any |
//! | `views` | what can be seen of a world |

mod anchor;
mod attention;
mod calendar;
mod contacts;
mod day;
mod decimal;
mod display;
mod embedding;
mod encounters;
mod feed;
mod group;
mod guests;
mod innovation;
mod line;
mod mentors;
mod networks;
mod night;
mod opening;
mod pairs;
mod params;
mod person;
mod posts;
#[cfg(not(target_arch = "wasm32"))]
mod threads;
mod views;
mod world;

pub use attention::Attention;
pub use calendar::Progress;
pub use contacts::{Contacts, ContactsError};
pub use decimal::Decimal;
pub use embedding::{Embedding, squared_distance};
pub use networks::Network;
pub use opening::Opening;
pub use params::{Audience, Averaging, Kernel, OutOfRange, Params, Reach};
pub use person::{Circle, PersonId, Traits, TraitsError};
pub use world::{DriftError, World};
