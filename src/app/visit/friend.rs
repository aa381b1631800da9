//! A friend's result that waits for the visitor's own.

use leptos::prelude::*;
use link::{Link, LinkError, SharedResult, Summary, encode, read, read_pasted};

use super::VisitContext;
use super::visitor::Visitor;
use crate::app::parts::follow;
use crate::app::storage::{BrowserStorage, UNSCOPED_FRIEND, scope};
use quiz::quiz_session::{QuizSession, Stage};

/// What a friend's link holds. It waits in this tab, and nowhere else, while the visitor takes the quiz.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Friend {
    /// Their answers.
    Answers(SharedResult),
    /// Numbers without answers.
    Numbers(Summary),
}

impl Friend {
    /// What a visitor pasted, be it a link or the message around it; or why that cannot be compared, for them to read.
    pub fn pasted(text: &str, own: Option<SharedResult>) -> Result<Friend, String> {
        let mine = |shared: &SharedResult| own.is_some_and(|own| own.answers == shared.answers);
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
            Ok(Link::Half { whole, damaged }) if mine(&whole) => Err(format!("{damaged}.")),
            Ok(Link::Half { whole, .. }) => Ok(Friend::Answers(whole)),
            Ok(Link::Lab(_) | Link::Place(_)) | Err(LinkError::Unknown | LinkError::NotAResult) => {
                Err("i see no result in this. paste the whole link, up to its last letter.".to_owned())
            }
            Err(error) => Err(format!("{error}.")),
        }
    }
}

/// The friend's result that waits in this tab, also after a reload. It is deleted when the tab is closed, or when the
/// visitor asks to be forgotten.
pub(super) fn friend_of_tab(visitor: Visitor) -> RwSignal<Option<Friend>> {
    let name = format!("{} friend", scope());
    // In a tab that was reloaded into this version, it is stored under the name of the one before.
    let names = [name.clone(), UNSCOPED_FRIEND.to_owned()];
    let friend = RwSignal::new(BrowserStorage::session().and_then(|storage| {
        names.iter().find_map(|name| friend_in(&storage.text(name).unwrap_or_default()))
    }));
    let kept = name.clone();
    follow(Box::new(move || {
        let (friend, Some(storage)) = (friend.get(), BrowserStorage::session()) else { return };
        let code = match friend {
            Some(Friend::Answers(shared)) => encode(&shared),
            Some(Friend::Numbers(summary)) => summary.encode(),
            None => {
                // What cannot be read is another version's.
                for name in &names {
                    if storage.text(name).is_some_and(|text| friend_in(&text).is_some()) {
                        storage.remove(name);
                    }
                }
                return;
            }
        };
        // Where the storage is full, the friend waits in memory.
        if storage.set(&kept, &code.into()) {
            storage.remove(UNSCOPED_FRIEND);
        }
    }));
    follow(Box::new(move || {
        if visitor.forgotten.get() {
            friend.set(None);
            if let Some(storage) = BrowserStorage::session() {
                storage.remove(&name);
            }
        }
    }));
    friend
}

/// What a text of the tab's storage holds.
fn friend_in(text: &str) -> Option<Friend> {
    match read(text) {
        Ok(Link::Result(shared)) => Some(Friend::Answers(shared)),
        Ok(Link::Summary(summary)) => Some(Friend::Numbers(summary)),
        _ => None,
    }
}

/// The visitor's own result, once they have one; tracked.
pub(super) fn own_sheet(app: VisitContext) -> Option<SharedResult> {
    let session: QuizSession = app.visitor.session();
    let (answers, guess) = (*session.answers(), session.guess());
    (session.stage() == Stage::Result && answers.count() > 0).then_some(SharedResult { answers, guess })
}

/// What waits to be compared, unless it is the visitor's own; tracked.
pub(super) fn waiting_friend(app: VisitContext) -> Option<Friend> {
    let own = own_sheet(app).map(|own| own.answers);
    app.friend.get().filter(|friend| match friend {
        Friend::Answers(theirs) => Some(theirs.answers) != own,
        Friend::Numbers(_) => true,
    })
}
