//! What a new or changed customer of POS is to have. Reads members by name, knows no store.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{PosCustomer, PutMode};

/// What is given of a customer; what is absent was not given.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PosEdit {
    /// The nullable texts by name; `None` is null.
    texts: BTreeMap<&'static str, Option<String>>,
    pub(super) customer_code: Option<String>,
    pub(super) customer_group_id: Option<String>,
    do_not_email: Option<bool>,
    enable_promotional_sms: Option<bool>,
    enable_loyalty: Option<bool>,
    on_account_limit: Option<Option<f64>>,
}

impl PosEdit {
    /// Reads the writable members of a JSON object. Unknown and read-only ones are ignored, as the
    /// vendor's own samples need it; a member of the wrong type is an error that names it.
    pub(crate) fn read(given: &Map<String, Value>) -> Result<Self, String> {
        let mut edit = Self {
            customer_code: filled(given, "customer_code")?,
            customer_group_id: filled(given, "customer_group_id")?,
            do_not_email: flag(given, "do_not_email")?,
            enable_promotional_sms: flag(given, "enable_promotional_sms")?,
            enable_loyalty: flag(given, "enable_loyalty")?,
            ..Self::default()
        };
        for name in PosCustomer::TEXTS {
            match given.get(*name) {
                None => {}
                Some(Value::Null) => drop(edit.texts.insert(name, None)),
                Some(Value::String(text)) => drop(edit.texts.insert(name, Some(text.clone()))),
                Some(_) => return Err(format!("{name} must be a text or null")),
            }
        }
        edit.on_account_limit = match given.get("on_account_limit") {
            None => None,
            Some(Value::Null) => Some(None),
            Some(limit) => Some(Some(
                limit
                    .as_f64()
                    .ok_or("on_account_limit must be a number or null")?,
            )),
        };
        Ok(edit)
    }

    /// Whether a text is given, be it null.
    pub(crate) fn gives(&self, name: &str) -> bool {
        self.texts.contains_key(name)
    }

    /// A text that is given and not null.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name)?.as_deref()
    }

    /// How many characters the longest text has that is given.
    pub(super) fn longest(&self) -> usize {
        let lengths = self
            .texts
            .values()
            .flatten()
            .map(|text| text.chars().count());
        lengths.max().unwrap_or_default()
    }

    /// Changes every text that is given.
    pub(super) fn rewrite(&mut self, change: impl Fn(&str, &str) -> String) {
        for (name, text) in &mut self.texts {
            if let Some(text) = text {
                *text = change(name, text);
            }
        }
    }

    /// Writes it into a customer. To replace is to take away what is not given, except the code
    /// and the group, which the caller has decided by now.
    pub(super) fn apply(&self, to: &mut PosCustomer, mode: PutMode) {
        if mode == PutMode::Replace {
            let blank = PosCustomer {
                id: std::mem::take(&mut to.id),
                customer_code: std::mem::take(&mut to.customer_code),
                customer_group_id: std::mem::take(&mut to.customer_group_id),
                year_to_date: to.year_to_date,
                balance: to.balance,
                loyalty_balance: to.loyalty_balance,
                created_at: to.created_at,
                updated_at: to.updated_at,
                deleted_at: to.deleted_at,
                version: to.version,
                addresses: std::mem::take(&mut to.addresses),
                ..PosCustomer::default()
            };
            *to = blank;
        }
        for (name, text) in &self.texts {
            if let Some(member) = to.text_mut(name) {
                member.clone_from(text);
            }
        }
        let set = |member: &mut bool, given: Option<bool>| *member = given.unwrap_or(*member);
        set(&mut to.do_not_email, self.do_not_email);
        set(&mut to.enable_promotional_sms, self.enable_promotional_sms);
        set(&mut to.enable_loyalty, self.enable_loyalty);
        to.on_account_limit = self.on_account_limit.unwrap_or(to.on_account_limit);
        if let Some(code) = &self.customer_code {
            to.customer_code.clone_from(code);
        }
        if let Some(group) = &self.customer_group_id {
            to.customer_group_id.clone_from(group);
        }
    }
}

/// A text that must not be null. An empty one counts as not given.
fn filled(given: &Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match given.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
        Some(_) => Err(format!("{name} must be a text")),
    }
}

fn flag(given: &Map<String, Value>, name: &str) -> Result<Option<bool>, String> {
    match given.get(name) {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(_) => Err(format!("{name} must be true or false")),
    }
}
