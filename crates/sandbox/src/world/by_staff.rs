//! What staff do to either store by hand: through a form of the pages, or by order of a test. Ids
//! are text on both sides here, as a form has them.

use super::{EcomGroupChange, Refusal, World};
use crate::Side;

impl World {
    /// Makes a group and returns its id.
    pub(crate) fn staff_create(&mut self, side: Side, title: &str) -> Result<String, Refusal> {
        match side {
            Side::Pos => self.create_pos_group(title, None),
            Side::Ecom => self
                .create_ecom_group(EcomGroupChange::title(title))
                .map(|id| id.to_string()),
        }
    }

    /// Gives a group another title.
    pub(crate) fn staff_rename(
        &mut self,
        side: Side,
        id: &str,
        title: &str,
    ) -> Result<(), Refusal> {
        match side {
            Side::Pos => self.rename_pos_group(id, title),
            Side::Ecom => self
                .update_ecom_group(number(id, Refusal::NoGroup)?, EcomGroupChange::title(title))
                .map(|_| ()),
        }
    }

    /// Deletes a group; its members go to the default group.
    pub(crate) fn staff_delete(&mut self, side: Side, id: &str) -> Result<(), Refusal> {
        match side {
            Side::Pos => self.delete_pos_group(id),
            Side::Ecom => self.delete_ecom_group(number(id, Refusal::NoGroup)?),
        }
    }

    /// Moves a customer into a group.
    pub(crate) fn staff_move(
        &mut self,
        side: Side,
        customer: &str,
        group: &str,
    ) -> Result<(), Refusal> {
        match side {
            Side::Pos => self.add_pos_members(group, &[customer.to_owned()]),
            Side::Ecom => self.move_ecom_customer(
                number(customer, Refusal::NoCustomer)?,
                number(group, Refusal::NoGroup)?,
            ),
        }
    }
}

fn number(id: &str, or: Refusal) -> Result<i64, Refusal> {
    id.parse().map_err(|_| or)
}
