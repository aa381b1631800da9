//! How does a visitor read along without disturbing anybody?

use crate::drift::params::{OutOfRange, Params};
use crate::drift::person::{PersonId, Traits};
use crate::drift::world::{DriftError, World, check_row};

impl World {
    /// One more reader, who drifts like everybody else but whose posts nobody sees: the crowd moves as if they
    /// were not there. May be called at any hour; the guest lives through the day that is going on.
    ///
    /// * `row` – first beliefs, also the anchor (D numbers).
    /// * `luck` – guests with the same luck meet the same strangers: one visitor, tried under several levers.
    ///   Below 2³¹.
    pub fn add_guest(&mut self, row: &[f32], traits: Traits, luck: u32) -> Result<PersonId, DriftError> {
        OutOfRange::whole("the luck of a guest", luck, Params::LUCK)?;
        OutOfRange::whole("the number of guests", self.luck.len() as u32 + 1, Params::GUESTS)?;
        let everybody = (self.crowd.people() + self.guests.people()) as u32;
        let id = PersonId(everybody);
        check_row(row, id.index())?;
        traits.check(id, self.crowd.people() as u32, everybody)?;
        self.guests.push(row, traits, &self.projection)?;
        self.luck.push(luck);
        Ok(id)
    }

    /// Puts a guest somewhere else, anchor and all: from now on this is home.
    ///
    /// * `row` – beliefs (D numbers).
    pub fn place(&mut self, guest: PersonId, row: &[f32]) -> Result<(), DriftError> {
        let at = self.guest(guest)?;
        if row.len() != self.projection.dims() {
            let (values, dims) = (row.len(), self.projection.dims());
            return Err(crate::belief::BeliefsError::Ragged { values, dims }.into());
        }
        check_row(row, guest.index())?;
        self.guests.place(at, row, &self.projection);
        Ok(())
    }

    /// Makes a person special. Refused for the crowd while a day is going on.
    pub fn set_traits(&mut self, person: PersonId, traits: Traits) -> Result<(), DriftError> {
        let crowd = self.crowd.people();
        self.find(person.0)?;
        traits.check(person, crowd as u32, (crowd + self.guests.people()) as u32)?;
        if person.index() < crowd {
            self.between_days()?;
            self.crowd.make_special(person.index(), traits);
        } else {
            self.guests.make_special(person.index() - crowd, traits);
        }
        Ok(())
    }

    /// The row of a guest among the guests.
    fn guest(&self, PersonId(person): PersonId) -> Result<usize, DriftError> {
        self.find(person)?;
        (person as usize).checked_sub(self.crowd.people()).ok_or(DriftError::NotAGuest(person))
    }
}
