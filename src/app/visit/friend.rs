//! What did a friend send, to be laid beside one's own result?

use crate::link::{Link, LinkError, Shared, Summary, encode, read, read_pasted};
use leptos::prelude::*;
use web_sys::Storage;

use super::App;
use super::visitor::Visitor;
use crate::app::parts::follow;
use crate::sitting::{Sitting, Stage};

/// What a friend's link holds. It waits in this tab, and nowhere else, while the visitor takes the quiz.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Friend {
    /// Their answers.
    Answers(Shared),
    /// Numbers without answers.
    Numbers(Summary),
}

impl Friend {
    /// What a visitor pasted, be it a link or the message around it; or why that cannot be compared, for them to read.
    pub fn pasted(text: &str, own: Option<Shared>) -> Result<Friend, String> {
        let mine = |shared: &Shared| own.is_some_and(|own| own.answers == shared.answers);
        match read_pasted(text) {
            Ok(Link::Result(shared)) if mine(&shared) => {
                Err("this is your own sheet, to the last answer. ask for theirs.".to_owned())
            }
            Ok(Link::Result(shared)) => Ok(Friend::Answers(shared)),
            Ok(Link::Summary(summary)) => Ok(Friend::Numbers(summary)),
            Ok(Link::Comparison([first, second])) => match [mine(&first), mine(&second)] {
                [true, false] => Ok(Friend::Answers(second)),
                [false, true] => Ok(Friend::Answers(first)),
                _ => Err("this link lays two sheets side by side already. open it to see them.".to_owned()),
            },
            Ok(Link::Half { whole, torn }) if mine(&whole) => Err(format!("{torn}.")),
            Ok(Link::Half { whole, .. }) => Ok(Friend::Answers(whole)),
            Ok(Link::Lab(_) | Link::Place(_)) | Err(LinkError::Unknown | LinkError::NotAResult) => {
                Err("i see no result in this. paste the whole link, up to its last letter.".to_owned())
            }
            Err(error) => Err(format!("{error}.")),
        }
    }
}

/// The one name we use in the tab's storage.
const NAME: &str = "normie-descent-friend";

/// Whoever waits in this tab, also after it was reloaded. It goes when the tab goes, or when the visitor wants to be
/// forgotten.
pub fn friend_of_tab(visitor: Visitor) -> RwSignal<Option<Friend>> {
    let kept = || read(&storage()?.get_item(NAME).ok()??).ok();
    let friend = RwSignal::new(match kept() {
        Some(Link::Result(shared)) => Some(Friend::Answers(shared)),
        Some(Link::Summary(summary)) => Some(Friend::Numbers(summary)),
        _ => None,
    });
    follow(Box::new(move || {
        let Some(storage) = storage() else { return };
        // Where the storage is full, the friend waits in memory.
        let _ = match friend.get() {
            Some(Friend::Answers(shared)) => storage.set_item(NAME, &encode(&shared)),
            Some(Friend::Numbers(summary)) => storage.set_item(NAME, &summary.encode()),
            None => storage.remove_item(NAME),
        };
    }));
    follow(Box::new(move || {
        if visitor.forgotten.get() {
            friend.set(None);
        }
    }));
    friend
}

/// Blocked storage is refused when it is asked for, or is not there at all.
fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The visitor's own result, once they have one; tracked.
pub fn own_sheet(app: App) -> Option<Shared> {
    let Sitting { answers, guess, stage, .. } = app.visitor.sitting();
    (stage == Stage::Result && answers.count() > 0).then_some(Shared { answers, guess })
}

/// What waits to be compared, unless it is the visitor's own; tracked.
pub fn waiting_friend(app: App) -> Option<Friend> {
    let own = own_sheet(app).map(|own| own.answers);
    app.friend.get().filter(|friend| match friend {
        Friend::Answers(theirs) => Some(theirs.answers) != own,
        Friend::Numbers(_) => true,
    })
}
