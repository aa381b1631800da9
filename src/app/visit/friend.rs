//! What did a friend send, to be laid beside one's own result?

use crate::link::{Link, LinkError, Shared, Summary, read_pasted};
use leptos::prelude::*;

use super::App;
use crate::sitting::{Sitting, Stage};

/// What a friend's link holds. It waits in this tab's memory while the visitor takes the quiz.
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
