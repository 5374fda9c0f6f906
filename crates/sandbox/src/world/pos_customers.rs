//! What can be done to the customers of POS, by whomever: the API, staff by hand, the vendor's own
//! sync. Every change gives a new version and is seen by every index. Says nothing of HTTP.

use super::pos_index::Moment;
use super::{
    Caution, LongTexts, OnUnknownGroup, Policy, PosCustomer, PosEdit, PostcodeRule, PutMode,
    Refusal, World, pos_postcodes, uuid,
};
use crate::x_series::redact;

/// How many characters a text of a customer may have, where that is limited.
const LONGEST: usize = 255;

/// Why POS does not take a customer or a group as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PosRefusal {
    /// Another living customer has the code.
    #[error("another customer has this customer_code")]
    CodeTaken,
    /// The group that is named does not exist.
    #[error("the customer_group_id is of no group")]
    UnknownGroup,
    /// The email address has not the form of one.
    #[error("this is no email address")]
    Email,
    /// A text has too many characters.
    #[error("a text has more than {LONGEST} characters")]
    TooLong,
    /// There are as many groups as POS takes.
    #[error("there are too many groups")]
    TooManyGroups,
    /// The post code is none of its country; with an example of one that is.
    #[error("the post code is none of its country, such as {0}")]
    Postcode(&'static str),
    /// The customer has no such address.
    #[error("there is no such address")]
    NoAddress,
    /// The address must be left alone.
    #[error("the address is read-only")]
    ReadOnlyAddress,
    /// The day of birth is no date.
    #[error("the date_of_birth is no date of the form YYYY-MM-DD")]
    BirthDate,
}

/// What a sale changes of a customer; each is added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PosSale {
    /// Spent, so that the year's sum grows.
    pub spent: f64,
    /// Put on the account, so that the balance grows.
    pub owed: f64,
    /// Loyalty collected; negative where it was paid with.
    pub loyalty: f64,
}

impl World {
    /// Makes a POS customer and returns its id. Without a code one is generated from the first
    /// name; without a group it goes to the default one.
    pub(crate) fn create_pos_customer(&mut self, edit: PosEdit) -> Result<String, Refusal> {
        let mut edit = self.admitted(edit, None)?;
        self.check_postcodes(&edit, None)?;
        let mut rng = self.chance();
        let code = match edit.customer_code.take() {
            Some(code) => code,
            None => self.fresh_code(edit.text("first_name"), &mut rng),
        };
        let mut customer = PosCustomer {
            id: uuid(&mut rng),
            customer_code: code,
            customer_group_id: self.pos.default_id(),
            created_at: self.clock,
            updated_at: self.clock,
            version: self.pos.next_version(),
            ..PosCustomer::default()
        };
        edit.apply(&mut customer, PutMode::Merge);
        let id = customer.id.clone();
        let moment = self.pos_moment();
        self.pos.customers.add(customer, moment);
        Ok(id)
    }

    /// Changes a living POS customer. The code stays unless another is given; the group that is
    /// not given stays, or is the default one where the whole record is replaced.
    pub(crate) fn update_pos_customer(
        &mut self,
        id: &str,
        edit: PosEdit,
        mode: PutMode,
    ) -> Result<(), Refusal> {
        self.pos.customer(id).ok_or(Refusal::NoCustomer)?;
        let mut edit = self.admitted(edit, Some(id))?;
        let kept = self.pos.customer(id).filter(|_| mode == PutMode::Merge);
        self.check_postcodes(&edit, kept)?;
        if mode == PutMode::Replace && edit.customer_group_id.is_none() {
            edit.customer_group_id = Some(self.pos.default_id());
        }
        self.change_pos_customer(id, |customer| edit.apply(customer, mode));
        Ok(())
    }

    /// Deletes a POS customer softly: it stays as a tombstone, with a new version.
    pub(crate) fn delete_pos_customer(&mut self, id: &str) -> Result<(), Refusal> {
        self.pos.customer(id).ok_or(Refusal::NoCustomer)?;
        let now = self.clock;
        self.change_pos_customer(id, |customer| customer.deleted_at = Some(now));
        Ok(())
    }

    /// Sells something to a POS customer. No writable member changes, and the version does.
    ///
    /// # Errors
    /// When there is no such customer.
    pub fn sell_to_pos_customer(&mut self, id: &str, sale: PosSale) -> Result<(), Refusal> {
        self.pos.customer(id).ok_or(Refusal::NoCustomer)?;
        self.change_pos_customer(id, |customer| {
            customer.year_to_date += sale.spent;
            customer.balance += sale.owed;
            customer.loyalty_balance += sale.loyalty;
        });
        Ok(())
    }

    /// Puts POS customers into a group; each that was elsewhere gets a new version.
    pub(super) fn move_pos_customers(&mut self, ids: &[String], to: &str) {
        for id in ids {
            let elsewhere = |c: &PosCustomer| c.customer_group_id != to;
            if self.pos.customer(id).is_some_and(elsewhere) {
                self.change_pos_customer(id, |customer| {
                    to.clone_into(&mut customer.customer_group_id)
                });
            }
        }
    }

    /// Changes a POS customer with a new version; all indexes follow.
    pub(super) fn change_pos_customer(&mut self, id: &str, edit: impl FnOnce(&mut PosCustomer)) {
        let (moment, version) = (self.pos_moment(), self.pos.next_version());
        self.pos.customers.change(id, moment, |customer| {
            edit(customer);
            customer.version = version;
            customer.updated_at = moment.now;
        });
    }

    pub(super) fn pos_moment(&self) -> Moment {
        Moment {
            now: self.clock,
            lag: self.settings.pos.search_lag.into(),
        }
    }

    /// What is given, as POS keeps it, or why it does not take it.
    fn admitted(&self, mut edit: PosEdit, own: Option<&str>) -> Result<PosEdit, Refusal> {
        let settings = &self.settings.pos;
        if let Some(code) = &edit.customer_code {
            let taken = |c: &PosCustomer| {
                c.customer_code == *code && c.deleted_at.is_none() && Some(c.id.as_str()) != own
            };
            if self.pos.customers.by_code(code).any(taken) {
                return Err(PosRefusal::CodeTaken.into());
            }
        }
        if let Some(group) = &edit.customer_group_id
            && self.pos.group(group).is_none()
        {
            if settings.unknown_group == OnUnknownGroup::Refuse {
                return Err(PosRefusal::UnknownGroup.into());
            }
            edit.customer_group_id = Some(self.pos.default_id());
        }
        let email = edit.text("email").unwrap_or_default();
        if settings.malformed_emails == Policy::Refuse && !email.is_empty() && !is_email(email) {
            return Err(PosRefusal::Email.into());
        }
        let born = edit.text("date_of_birth").unwrap_or_default();
        if !born.is_empty() && !is_date(born) {
            return Err(PosRefusal::BirthDate.into());
        }
        match settings.long_texts {
            LongTexts::Kept => {}
            LongTexts::Refuse if edit.longest() > LONGEST => {
                return Err(PosRefusal::TooLong.into());
            }
            LongTexts::Refuse => {}
            LongTexts::Cut => edit.rewrite(|_, text| text.chars().take(LONGEST).collect()),
        }
        if settings.card_numbers == Caution::Refuse {
            edit.rewrite(|name, text| {
                if is_redacted(name) {
                    redact::card_numbers(text)
                } else {
                    text.to_owned()
                }
            });
        }
        Ok(edit)
    }

    /// Refuses a post code of no country, where the store looks at those of customers. What is not
    /// given is that of the customer as it is kept.
    fn check_postcodes(&self, edit: &PosEdit, kept: Option<&PosCustomer>) -> Result<(), Refusal> {
        if self.settings.pos.postcodes == PostcodeRule::Addresses {
            return Ok(());
        }
        for prefix in ["postal", "physical"] {
            let country = format!("{prefix}_country_id");
            let own = kept.filter(|_| !edit.gives(&country));
            let country = edit.text(&country).or(own.and_then(|c| c.text(&country)));
            let postcode = edit.text(&format!("{prefix}_postcode")).unwrap_or_default();
            if !postcode.is_empty() {
                pos_postcodes::check(country.unwrap_or_default(), postcode)
                    .map_err(PosRefusal::Postcode)?;
            }
        }
        Ok(())
    }

    /// A code that nobody has.
    fn fresh_code(&self, first_name: Option<&str>, rng: &mut fastrand::Rng) -> String {
        loop {
            let code = PosCustomer::code(first_name, rng);
            if self.pos.customers.by_code(&code).next().is_none() {
                return code;
            }
        }
    }
}

/// Whether card numbers are starred out of a text: names, company, note, addresses, free texts.
fn is_redacted(name: &str) -> bool {
    matches!(name, "first_name" | "last_name" | "company_name" | "note")
        || ["physical_", "postal_", "custom_field_"]
            .iter()
            .any(|start| name.starts_with(start))
}

/// Something, one `@`, something with a dot in it, and no blanks.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let inner_dot = domain.trim_matches('.') == domain && domain.contains('.');
    !local.is_empty() && inner_dot && !domain.contains('@') && !text.contains(char::is_whitespace)
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}
