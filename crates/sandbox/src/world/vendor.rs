//! The vendor's own sync between both stores, which may run beside every other program: groups by
//! exact title; email, group and marketing as they were last changed on either side; names never.
//! It wakes when something changed and its delay is over, and acts through the ordinary operations.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

use super::pos_index::cleaned_email;
use super::vendor_pair::{Agreed, Shared, first_wins, three_way};
use super::{
    ECOM_DEFAULT_ID, EcomChange, EcomCustomer, PosCustomer, PosEdit, PosGroup, PutMode, World,
};
use crate::Side;

/// How many acts are remembered; older ones are dropped.
const MEMORY: usize = 50_000;

/// Where the vendor's sync stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Vendor {
    /// When it will wake, in seconds; it sleeps until something changes when absent.
    pub wakes: Option<i64>,
    /// The version of POS up to which it looked.
    pub pos_seen: i64,
    /// The time of eCom from which on it has not looked, in seconds.
    pub ecom_seen: i64,
    /// Whom it takes for one person, by the eCom id, and what both sides had when it last looked.
    pub links: BTreeMap<i64, Agreed>,
    /// What it did, oldest first.
    pub acts: VecDeque<VendorAct>,
}

/// One thing that the vendor's sync did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorAct {
    /// When, in seconds.
    pub at: i64,
    /// What.
    pub what: Deed,
    /// The store that it wrote to; none for a link, which is its own affair.
    pub side: Option<Side>,
    /// The customer of POS.
    pub pos: String,
    /// The customer of eCom.
    pub ecom: i64,
    /// Why the store did not take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// What the vendor's sync does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Takes two records for one person, by their email address.
    Link,
    /// Makes a customer of POS out of one of eCom who ordered.
    Create,
    /// Makes the email addresses the same.
    Email,
    /// Makes the groups the same, by title.
    Group,
    /// Makes the marketing preferences the same.
    Marketing,
}

impl Vendor {
    /// Whether there is nothing to be said of it.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        *self == Self::default()
    }
}

impl World {
    /// Moves the time on, and lets the vendor's sync do what falls due on the way.
    pub(crate) fn pass(&mut self, seconds: i64) {
        let end = self.clock.saturating_add(seconds);
        if self.settings.vendor.sync {
            let delay = i64::from(self.settings.vendor.delay.max(1));
            while let Some(due) = self.vendor_due(delay).filter(|due| *due <= end) {
                self.clock = self.clock.max(due);
                self.vendor_wakes();
            }
        } else {
            self.vendor.wakes = None;
        }
        self.clock = end;
    }

    /// When the sync wakes: a delay after the first change that it has not seen.
    fn vendor_due(&mut self, delay: i64) -> Option<i64> {
        let last = self.ecom.customers.last_updated();
        let changed = self.pos.version > self.vendor.pos_seen
            || last.is_some_and(|last| last >= self.vendor.ecom_seen);
        if self.vendor.wakes.is_none() && changed {
            self.vendor.wakes = Some(self.clock.saturating_add(delay));
        }
        self.vendor.wakes
    }

    /// Looks at everybody who changed since the last time.
    fn vendor_wakes(&mut self) {
        let (pos_from, ecom_from) = (self.vendor.pos_seen, self.vendor.ecom_seen);
        self.vendor.wakes = None;
        self.vendor.pos_seen = self.pos.version;
        self.vendor.ecom_seen = self.clock;
        for ecom in self.vendor_concerns(pos_from, ecom_from) {
            self.vendor_looks_at(ecom);
        }
        // What it wrote itself is no news.
        self.vendor.pos_seen = self.pos.version;
        self.vendor.ecom_seen = self.clock.saturating_add(1);
    }

    /// The eCom customers whom a change since then may concern.
    fn vendor_concerns(&self, pos_from: i64, ecom_from: i64) -> BTreeSet<i64> {
        let customers = &self.ecom.customers;
        let mut concerned: BTreeSet<i64> = customers.updated(ecom_from..).map(|c| c.id).collect();
        let linked: BTreeMap<&str, i64> = self
            .vendor
            .links
            .iter()
            .map(|(ecom, agreed)| (agreed.pos.as_str(), *ecom))
            .collect();
        for customer in self.pos.customers.between(pos_from, i64::MAX) {
            let by_email = || Some(customers.by_email(customer.email.as_deref()?)?.id);
            let known = linked.get(customer.id.as_str()).copied();
            concerned.extend(known.or_else(by_email));
        }
        concerned
    }

    /// Links, creates or brings to agreement what is to be, for one customer of eCom.
    fn vendor_looks_at(&mut self, ecom: i64) {
        let Some(online) = self.ecom.customers.get(ecom).cloned() else {
            self.vendor.links.remove(&ecom);
            return;
        };
        let linked = self.vendor.links.get(&ecom).cloned();
        if let Some(agreed) = linked
            && let Some(till) = self.pos.customer(&agreed.pos).cloned()
        {
            let wanted = three_way(&agreed, &self.shared_pos(&till), &self.shared_ecom(&online));
            self.vendor_writes(&till, &online, wanted);
            return;
        }
        if let Some(till) = self.first_of_email(&online.email) {
            self.did(Deed::Link, None, &till.id, ecom, Ok(()));
            let wanted = first_wins(&self.shared_pos(&till), &self.shared_ecom(&online));
            self.vendor_writes(&till, &online, wanted);
        } else if online.orders > 0 {
            self.vendor_creates(&online);
        }
    }

    fn vendor_creates(&mut self, online: &EcomCustomer) {
        let made = self.imported_customer(online);
        let Ok(pos) = made else {
            return;
        };
        self.did(Deed::Create, Some(Side::Pos), &pos, online.id, Ok(()));
        let shared = self.shared_ecom(online);
        self.vendor.links.insert(online.id, Agreed { pos, shared });
    }

    /// Writes to either store what it does not have yet, and remembers what both have then.
    fn vendor_writes(&mut self, till: &PosCustomer, online: &EcomCustomer, wanted: Shared) {
        let (pos_has, ecom_has) = (self.shared_pos(till), self.shared_ecom(online));
        for deed in [Deed::Email, Deed::Group, Deed::Marketing] {
            if let Some(edit) = self.pos_edit(deed, &pos_has, &wanted) {
                let done = self.update_pos_customer(&till.id, edit, PutMode::Merge);
                let done = done.map_err(|refusal| refusal.to_string());
                self.did(deed, Some(Side::Pos), &till.id, online.id, done);
            }
            if let Some(change) = self.ecom_change(deed, &ecom_has, &wanted) {
                let done = self.update_ecom_customer(online.id, change).map(|_| ());
                let done = done.map_err(|refusal| refusal.to_string());
                self.did(deed, Some(Side::Ecom), &till.id, online.id, done);
            }
        }
        let agreed = Agreed {
            pos: till.id.clone(),
            shared: wanted,
        };
        self.vendor.links.insert(online.id, agreed);
    }

    fn did(
        &mut self,
        what: Deed,
        side: Option<Side>,
        pos: &str,
        ecom: i64,
        done: Result<(), String>,
    ) {
        if self.vendor.acts.len() >= MEMORY {
            self.vendor.acts.pop_front();
        }
        self.vendor.acts.push_back(VendorAct {
            at: self.clock,
            what,
            side,
            pos: pos.to_owned(),
            ecom,
            refused: done.err(),
        });
    }

    /// What a change of POS would have to say; nothing when it is there, or has no counterpart.
    fn pos_edit(&self, deed: Deed, has: &Shared, wanted: &Shared) -> Option<PosEdit> {
        let given = match deed {
            Deed::Email if differ(&has.email, &wanted.email) => {
                serde_json::json!({"email": wanted.email})
            }
            Deed::Group if has.group != wanted.group => {
                serde_json::json!({"customer_group_id": self.pos_group_titled(wanted.group.as_deref())?})
            }
            Deed::Marketing if has.marketing != wanted.marketing => {
                serde_json::json!({"do_not_email": !wanted.marketing?})
            }
            _ => return None,
        };
        PosEdit::read(given.as_object()?).ok()
    }

    /// The same for eCom.
    fn ecom_change(&self, deed: Deed, has: &Shared, wanted: &Shared) -> Option<EcomChange> {
        let mut change = EcomChange::default();
        match deed {
            Deed::Email if differ(&has.email, &wanted.email) && !wanted.email.is_empty() => {
                change.email = Some(wanted.email.clone());
            }
            Deed::Group if has.group != wanted.group => {
                change.customer_group_id = Some(self.ecom_group_titled(wanted.group.as_deref())?);
            }
            Deed::Marketing if has.marketing != wanted.marketing => {
                change.accept_marketing = Some(Some(wanted.marketing?));
            }
            _ => return None,
        }
        Some(change)
    }

    /// The POS group of exactly this title; the default one for none.
    pub(super) fn pos_group_titled(&self, title: Option<&str>) -> Option<String> {
        let Some(title) = title else {
            return Some(self.pos.default_id());
        };
        let fits = |group: &&PosGroup| group.deleted_at.is_none() && group.name == title;
        self.pos
            .groups
            .iter()
            .find(fits)
            .map(|group| group.id.clone())
    }

    /// The eCom group of exactly this title; General for none.
    fn ecom_group_titled(&self, title: Option<&str>) -> Option<i64> {
        let Some(title) = title else {
            return Some(ECOM_DEFAULT_ID);
        };
        let known = |group: &&super::EcomGroup| group.name == title && self.ecom.plan_has_groups;
        self.ecom.groups.iter().find(known).map(|group| group.id)
    }

    fn shared_pos(&self, customer: &PosCustomer) -> Shared {
        let group = self.pos.group(&customer.customer_group_id);
        let group = group.filter(|group| !group.is_default());
        Shared {
            email: customer.email.clone().unwrap_or_default(),
            group: group.map(|group| group.name.clone()),
            marketing: Some(!customer.do_not_email),
            at: customer.updated_at,
        }
    }

    fn shared_ecom(&self, customer: &EcomCustomer) -> Shared {
        let group = self.ecom.group(customer.customer_group_id);
        let group = group.filter(|group| group.id != ECOM_DEFAULT_ID);
        Shared {
            email: customer.email.clone(),
            group: group.map(|group| group.name.clone()),
            marketing: customer.accept_marketing,
            at: customer.updated,
        }
    }
}

/// Whether two email addresses are not one to the vendor, either.
fn differ(one: &str, other: &str) -> bool {
    cleaned_email(one) != cleaned_email(other)
}
