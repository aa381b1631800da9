//! Who talks to whom?

use thiserror::Error;

use crate::drift::person::PersonId;

/// A contact network: the people each member of the crowd has conversations with.
#[derive(Clone, Debug, PartialEq)]
pub struct Contacts {
    /// Where a person's neighbours start in `others`; one more at the end.
    starts: Vec<u32>,
    others: Vec<u32>,
}

/// A network that cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContactsError {
    /// A neighbour beyond the last person.
    #[error("person {person} knows person {other}, but there are only {people}")]
    Unknown {
        /// Who has the neighbour.
        person: u32,
        /// The neighbour who is not there.
        other: u32,
        /// Number of people.
        people: u32,
    },
}

impl Contacts {
    /// The network in which `neighbours[i]` are the people whom i hears in conversation.
    pub fn new(neighbours: &[Vec<PersonId>]) -> Result<Self, ContactsError> {
        let people = neighbours.len() as u32;
        let (mut starts, mut others) = (vec![0], Vec::new());
        for (person, known) in neighbours.iter().enumerate() {
            for &PersonId(other) in known {
                if other >= people {
                    return Err(ContactsError::Unknown { person: person as u32, other, people });
                }
                others.push(other);
            }
            starts.push(others.len() as u32);
        }
        Ok(Contacts { starts, others })
    }

    /// Number of people in the network.
    pub fn people(&self) -> usize {
        self.starts.len() - 1
    }

    /// The neighbours of `person`.
    #[inline]
    pub fn of(&self, person: u32) -> &[u32] {
        let person = person as usize;
        &self.others[self.starts[person] as usize..self.starts[person + 1] as usize]
    }
}
